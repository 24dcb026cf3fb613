import Core
import Web

/// Every address of worksheets.
package enum WorksheetRoute: Sendable, Hashable {
    /// Those of a meeting.
    case list(Identifier)
    case new(Identifier)
    /// A copy of one of another meeting.
    case copy(Identifier)
    /// The questions, and what was shared with the reader.
    case one(Identifier, Identifier)
    case edit(Identifier, Identifier)
    case removal(Identifier, Identifier)
    /// One's own sheet, for who signed in.
    case mine(Identifier, Identifier)
    case mineSharing(Identifier, Identifier)
    /// Those of a meeting, behind the proof in the mail of one's place.
    case ownList(String)
    case own(String, Identifier)
    case ownSharing(String, Identifier)
    /// All sheets of who signed in.
    case all

    package var address: PageAddress {
        switch self {
        case .list(let meeting): Self.of(meeting)
        case .new(let meeting): Self.of(meeting, "nieuw")
        case .copy(let meeting): Self.of(meeting, "overnemen")
        case .one(let meeting, let id): Self.of(meeting, id.description)
        case .edit(let meeting, let id): Self.of(meeting, id.description, "bewerken")
        case .removal(let meeting, let id): Self.of(meeting, id.description, "weg")
        case .mine(let meeting, let id): Self.of(meeting, id.description, "mijn")
        case .mineSharing(let meeting, let id): Self.of(meeting, id.description, "mijn", "delen")
        case .ownList(let proof): PageAddress("inschrijvingen", proof, "werkbladen")
        case .own(let proof, let id): PageAddress("inschrijvingen", proof, "werkbladen", id.description)
        case .ownSharing(let proof, let id): PageAddress("inschrijvingen", proof, "werkbladen", id.description, "delen")
        case .all: PageAddress("mijn", "werkbladen")
        }
    }

    private static func of(_ meeting: Identifier, _ rest: String...) -> PageAddress {
        PageAddress(["bijeenkomsten", meeting.description, "werkbladen"] + rest)
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        if all == ["mijn", "werkbladen"] {
            self = .all
            return
        }
        guard all.count >= 3, all[2] == "werkbladen" else { return nil }
        let rest = Array(all.dropFirst(3))
        let found: WorksheetRoute? =
            switch all[0] {
            case "bijeenkomsten": Identifier(all[1]).flatMap { Self.meeting($0, rest) }
            case "inschrijvingen": Self.proof(all[1], rest)
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    private static func meeting(_ meeting: Identifier, _ rest: [String]) -> WorksheetRoute? {
        switch rest {
        case []: return .list(meeting)
        case ["nieuw"]: return .new(meeting)
        case ["overnemen"]: return .copy(meeting)
        default: break
        }
        guard let id = rest.first.flatMap({ Identifier($0) }) else { return nil }
        return switch Array(rest.dropFirst()) {
        case []: .one(meeting, id)
        case ["bewerken"]: .edit(meeting, id)
        case ["weg"]: .removal(meeting, id)
        case ["mijn"]: .mine(meeting, id)
        case ["mijn", "delen"]: .mineSharing(meeting, id)
        default: nil
        }
    }

    private static func proof(_ proof: String, _ rest: [String]) -> WorksheetRoute? {
        if rest.isEmpty { return .ownList(proof) }
        guard let id = Identifier(rest[0]) else { return nil }
        return switch Array(rest.dropFirst()) {
        case []: .own(proof, id)
        case ["delen"]: .ownSharing(proof, id)
        default: nil
        }
    }
}
