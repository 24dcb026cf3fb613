import Core
import Web

/// Every address of codes, of their account, and of help at a screen.
package enum CodeRoute: Sendable, Hashable {
    /// Where a code is typed: in one conversation, or wherever it belongs.
    case enter(Identifier?)
    /// The account of all codes, for everyone.
    case account(Identifier)
    case desk(Identifier)
    case issue(Identifier)
    case mark(Identifier)
    case replace(Identifier)
    case paper(Identifier)
    case close(Identifier)
    case assist(Identifier)
    case assistEnd(Identifier)

    package var address: PageAddress {
        switch self {
        case .enter(let id): PageAddress(["stemmen"] + (id.map { [$0.description] } ?? []) + ["code"], query: [])
        case .account(let id): PageAddress("stemmen", id.description, "verantwoording")
        case .desk(let id): PageAddress("stemmen", id.description, "regelen", "codes")
        case .issue(let id): PageAddress("stemmen", id.description, "regelen", "codes", "uitgeven")
        case .mark(let id): PageAddress("stemmen", id.description, "regelen", "codes", "merken")
        case .replace(let id): PageAddress("stemmen", id.description, "regelen", "codes", "vervangen")
        case .paper(let id): PageAddress("stemmen", id.description, "regelen", "codes", "papier")
        case .close(let id): PageAddress("stemmen", id.description, "regelen", "codes", "afsluiten")
        case .assist(let id): PageAddress("stemmen", id.description, "regelen", "helpen")
        case .assistEnd(let id): PageAddress("stemmen", id.description, "regelen", "helpen", "klaar")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        if parts == ["stemmen", "code"] {
            self = .enter(nil)
            return
        }
        guard parts.count >= 3, parts[0] == "stemmen", let id = Identifier(parts[1]) else { return nil }
        switch parts.dropFirst(2) {
        case ["code"]: self = .enter(id)
        case ["verantwoording"]: self = .account(id)
        case ["regelen", "codes"]: self = .desk(id)
        case ["regelen", "codes", "uitgeven"]: self = .issue(id)
        case ["regelen", "codes", "merken"]: self = .mark(id)
        case ["regelen", "codes", "vervangen"]: self = .replace(id)
        case ["regelen", "codes", "papier"]: self = .paper(id)
        case ["regelen", "codes", "afsluiten"]: self = .close(id)
        case ["regelen", "helpen"]: self = .assist(id)
        case ["regelen", "helpen", "klaar"]: self = .assistEnd(id)
        default: return nil
        }
    }
}
