import Core
import Web

/// Every address of moderation, and of what became of what someone said.
package enum ModerationRoute: Sendable, Hashable {
    case queue(Identifier)
    case item(Identifier, Identifier)
    case log(Identifier)
    case report(Identifier, Identifier)
    /// What became of what I said; with a signed proof of a code that was typed a moment ago.
    case mine(proof: String? = nil)
    case mineAnswer
    case mineEnd
    case mineObject

    package var address: PageAddress {
        switch self {
        case .queue(let id): PageAddress("stemmen", id.description, "regelen", "moderatie")
        case .item(let id, let contribution): PageAddress("stemmen", id.description, "regelen", "moderatie", contribution.description)
        case .log(let id): PageAddress("stemmen", id.description, "moderatie")
        case .report(let id, let contribution): PageAddress("stemmen", id.description, "inbreng", contribution.description, "melding")
        case .mine(let proof): PageAddress(["stemmen", "mijn-inbreng"], query: proof.map { [.init("bewijs", $0)] } ?? [])
        case .mineAnswer: PageAddress("stemmen", "mijn-inbreng", "antwoord")
        case .mineEnd: PageAddress("stemmen", "mijn-inbreng", "terugnemen")
        case .mineObject: PageAddress("stemmen", "mijn-inbreng", "bezwaar")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "stemmen" else { return nil }
        switch Array(parts.dropFirst()) {
        case ["mijn-inbreng"]: self = .mine(proof: address.query.first { $0.name == "bewijs" }?.value)
        case ["mijn-inbreng", "antwoord"]: self = .mineAnswer
        case ["mijn-inbreng", "terugnemen"]: self = .mineEnd
        case ["mijn-inbreng", "bezwaar"]: self = .mineObject
        default:
            guard let id = Identifier(parts[1]) else { return nil }
            let rest = Array(parts.dropFirst(2))
            switch (rest.first, rest.count) {
            case ("moderatie", 1): self = .log(id)
            case ("regelen", 2) where rest[1] == "moderatie": self = .queue(id)
            case ("regelen", 3) where rest[1] == "moderatie":
                guard let contribution = Identifier(rest[2]) else { return nil }
                self = .item(id, contribution)
            case ("inbreng", 3) where rest[2] == "melding":
                guard let contribution = Identifier(rest[1]) else { return nil }
                self = .report(id, contribution)
            default: return nil
            }
        }
    }
}
