import Core
import Web

/// Every address of own data in the API, for links between resources.
package enum OwnAPIRoute: Sendable, Hashable {
    case tables
    case table(String)
    case cells(String)
    case areas
    case area(String)

    package var address: PageAddress {
        switch self {
        case .tables: PageAddress("api", "v1", "eigen-cijfers")
        case .table(let key): PageAddress("api", "v1", "eigen-cijfers", key)
        case .cells(let key): PageAddress("api", "v1", "eigen-cijfers", key, "cellen")
        case .areas: PageAddress("api", "v1", "eigen-gebieden")
        case .area(let key): PageAddress("api", "v1", "eigen-gebieden", key)
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        guard address.segments.prefix(2) == ["api", "v1"] else { return nil }
        let rest = Array(address.segments.dropFirst(2))
        switch (rest.first, rest.count) {
        case ("eigen-cijfers", 1): self = .tables
        case ("eigen-cijfers", 2): self = .table(rest[1])
        case ("eigen-cijfers", 3) where rest[2] == "cellen": self = .cells(rest[1])
        case ("eigen-gebieden", 1): self = .areas
        case ("eigen-gebieden", 2): self = .area(rest[1])
        default: return nil
        }
    }
}
