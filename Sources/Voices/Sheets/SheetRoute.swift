import Core
import Web

/// Every address of votes on paper.
package enum SheetRoute: Sendable, Hashable {
    case desk(Identifier)
    case print(Identifier)
    case entry(Identifier)
    case check(Identifier)
    case settle(Identifier)

    package var address: PageAddress {
        switch self {
        case .desk(let id): PageAddress("stemmen", id.description, "regelen", "papier")
        case .print(let id): PageAddress("stemmen", id.description, "regelen", "papier", "vellen")
        case .entry(let id): PageAddress("stemmen", id.description, "regelen", "papier", "invoer")
        case .check(let id): PageAddress("stemmen", id.description, "regelen", "papier", "controle")
        case .settle(let id): PageAddress("stemmen", id.description, "regelen", "papier", "controle", "besluit")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 4, parts[0] == "stemmen", let id = Identifier(parts[1]), parts[2] == "regelen", parts[3] == "papier" else { return nil }
        switch Array(parts.dropFirst(4)) {
        case []: self = .desk(id)
        case ["vellen"]: self = .print(id)
        case ["invoer"]: self = .entry(id)
        case ["controle"]: self = .check(id)
        case ["controle", "besluit"]: self = .settle(id)
        default: return nil
        }
    }
}
