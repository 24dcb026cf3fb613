import Core
import Web

/// Every address of who is missing.
package enum MissingRoute: Sendable, Hashable {
    /// Telling of oneself.
    case about(Identifier)
    case results(Identifier, isFile: Bool = false)
    case desk(Identifier)
    case visits(Identifier)
    case done(Identifier)

    package static let file = "wie-missen-we.csv"

    package var address: PageAddress {
        switch self {
        case .about(let id): PageAddress("stemmen", id.description, "over-jou")
        case .results(let id, let isFile): PageAddress(["stemmen", id.description, "wie-missen-we"] + (isFile ? [Self.file] : []), query: [])
        case .desk(let id): PageAddress("stemmen", id.description, "regelen", "wie-missen-we")
        case .visits(let id): PageAddress("stemmen", id.description, "regelen", "wie-missen-we", "bezoeken")
        case .done(let id): PageAddress("stemmen", id.description, "regelen", "wie-missen-we", "bezoeken", "klaar")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        switch Array(parts.dropFirst(2)) {
        case ["over-jou"]: self = .about(id)
        case ["wie-missen-we"]: self = .results(id)
        case ["wie-missen-we", Self.file]: self = .results(id, isFile: true)
        case ["regelen", "wie-missen-we"]: self = .desk(id)
        case ["regelen", "wie-missen-we", "bezoeken"]: self = .visits(id)
        case ["regelen", "wie-missen-we", "bezoeken", "klaar"]: self = .done(id)
        default: return nil
        }
    }
}
