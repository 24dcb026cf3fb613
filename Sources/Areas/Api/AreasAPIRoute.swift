import Core
import Web

/// Every address of the slice in the API, for links between resources.
package enum AreasAPIRoute: Sendable, Hashable {
    case areas
    case area(AreaCode, year: Int? = nil)
    case boundary(AreaCode, year: Int? = nil)
    case boundaries

    package var address: PageAddress {
        switch self {
        case .areas: PageAddress("api", "v1", "gebieden")
        case .area(let code, let year): PageAddress("api", "v1", "gebieden", code.description, query: Self.query(year))
        case .boundary(let code, let year): PageAddress("api", "v1", "gebieden", code.description, "grens", query: Self.query(year))
        case .boundaries: PageAddress("api", "v1", "grenzen")
        }
    }

    private static func query(_ year: Int?) -> [PageAddress.Item] { year.map { [.init("jaar", String($0))] } ?? [] }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        let year = address.query.first { $0.name == "jaar" }.flatMap { Int($0.value) }
        guard address.segments.prefix(2) == ["api", "v1"] else { return nil }
        let rest = Array(address.segments.dropFirst(2))
        switch (rest.first, rest.count) {
        case ("gebieden", 1): self = .areas
        case ("grenzen", 1): self = .boundaries
        case ("gebieden", 2):
            guard let code = AreaCode(rest[1]) else { return nil }
            self = .area(code, year: year)
        case ("gebieden", 3) where rest[2] == "grens":
            guard let code = AreaCode(rest[1]) else { return nil }
            self = .boundary(code, year: year)
        default: return nil
        }
    }
}
