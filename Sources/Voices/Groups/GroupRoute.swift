import Core
import Web

/// Every address of opinion groups. What everyone sees of them stands on the page of the outcome (``VoteRoute/results(_:file:)``).
package enum GroupRoute: Sendable, Hashable {
    case file(Identifier, File)
    /// Where the visitor stands.
    case own(Identifier)
    case desk(Identifier)
    case names(Identifier)

    package enum File: String, Sendable, Hashable, CaseIterable {
        case csv = "groepen.csv"
        case json = "groepen.json"
    }

    package var address: PageAddress {
        switch self {
        case .file(let id, let file): PageAddress("stemmen", id.description, "uitkomst", file.rawValue)
        case .own(let id): PageAddress("stemmen", id.description, "mijn-plek")
        case .desk(let id): PageAddress("stemmen", id.description, "regelen", "groepen")
        case .names(let id): PageAddress("stemmen", id.description, "regelen", "groepen", "namen")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        switch Array(parts.dropFirst(2)) {
        case ["mijn-plek"]: self = .own(id)
        case ["regelen", "groepen"]: self = .desk(id)
        case ["regelen", "groepen", "namen"]: self = .names(id)
        case let rest where rest.count == 2 && rest[0] == "uitkomst":
            guard let file = File(rawValue: rest[1]) else { return nil }
            self = .file(id, file)
        default: return nil
        }
    }
}
