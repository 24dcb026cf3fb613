import Areas
import Core
import Web

/// Every address of own data. Paths are Dutch nouns, the same in every language.
package enum OwnRoute: Sendable, Hashable {
    case tables
    /// - Parameters: the municipality and the level that the table shows; nil for the first
    case table(String, within: AreaCode? = nil, level: AreaLevel? = nil)
    case tableFile(String, FiguresRoute.FileFormat)
    case areas
    case area(String)
    case areaFile(String, FiguresRoute.FileFormat)

    package var address: PageAddress {
        switch self {
        case .tables: PageAddress("eigen-cijfers")
        case .table(let key, let within, let level):
            PageAddress(
                "eigen-cijfers", key,
                query: (within.map { [.init("gemeente", $0.description)] } ?? []) + (level.map { [.init("niveau", $0.rawValue)] } ?? []))
        case .tableFile(let key, let format): PageAddress("eigen-cijfers", key, "cijfers.\(format.rawValue)")
        case .areas: PageAddress("eigen-gebieden")
        case .area(let key): PageAddress("eigen-gebieden", key)
        case .areaFile(let key, let format): PageAddress("eigen-gebieden", key, "cijfers.\(format.rawValue)")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        func value(_ name: String) -> String? { address.query.first { $0.name == name && !$0.value.isEmpty }?.value }
        func format() -> FiguresRoute.FileFormat? { FiguresRoute.FileFormat.allCases.first { parts[2] == "cijfers.\($0.rawValue)" } }
        switch (parts.first, parts.count) {
        case ("eigen-cijfers", 1): self = .tables
        case ("eigen-cijfers", 2): self = .table(parts[1], within: value("gemeente").flatMap { AreaCode($0) }, level: value("niveau").flatMap(AreaLevel.init))
        case ("eigen-cijfers", 3):
            guard let format = format() else { return nil }
            self = .tableFile(parts[1], format)
        case ("eigen-gebieden", 1): self = .areas
        case ("eigen-gebieden", 2): self = .area(parts[1])
        case ("eigen-gebieden", 3):
            guard let format = format() else { return nil }
            self = .areaFile(parts[1], format)
        default: return nil
        }
    }
}
