import Areas
import Core
import Web

/// Every address of the slice in the API, for links between resources.
package enum FiguresAPIRoute: Sendable, Hashable {
    case indicators
    case indicator(String)
    case indicatorObservations(String)
    case areaObservations(AreaCode, year: Int? = nil)
    case profile(AreaCode, year: Int? = nil)
    case editions
    case edition(String, Int)

    package var address: PageAddress {
        switch self {
        case .indicators: PageAddress("api", "v1", "indicatoren")
        case .indicator(let key): PageAddress("api", "v1", "indicatoren", key)
        case .indicatorObservations(let key): PageAddress("api", "v1", "indicatoren", key, "waarnemingen")
        case .areaObservations(let code, let year): PageAddress("api", "v1", "gebieden", code.description, "waarnemingen", query: Self.query(year))
        case .profile(let code, let year): PageAddress("api", "v1", "gebieden", code.description, "profiel", query: Self.query(year))
        case .editions: PageAddress("api", "v1", "leveringen")
        case .edition(let source, let number): PageAddress("api", "v1", "leveringen", source, String(number))
        }
    }

    private static func query(_ year: Int?) -> [PageAddress.Item] { year.map { [.init("jaar", String($0))] } ?? [] }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        guard address.segments.prefix(2) == ["api", "v1"] else { return nil }
        let rest = Array(address.segments.dropFirst(2))
        switch (rest.first, rest.count) {
        case ("indicatoren", 1): self = .indicators
        case ("indicatoren", 2): self = .indicator(rest[1])
        case ("indicatoren", 3) where rest[2] == "waarnemingen": self = .indicatorObservations(rest[1])
        case ("leveringen", 1): self = .editions
        case ("leveringen", 3):
            guard let number = Int(rest[2]) else { return nil }
            self = .edition(rest[1], number)
        case ("gebieden", 3):
            guard let found = Self.below(rest[1], rest[2], address) else { return nil }
            self = found
        default: return nil
        }
    }

    private static func below(_ code: String, _ name: String, _ address: PageAddress) -> FiguresAPIRoute? {
        guard let code = AreaCode(code) else { return nil }
        let year = address.query.first { $0.name == "jaar" }.flatMap { Int($0.value) }
        switch name {
        case "waarnemingen": return .areaObservations(code, year: year)
        case "profiel": return .profile(code, year: year)
        default: return nil
        }
    }
}
