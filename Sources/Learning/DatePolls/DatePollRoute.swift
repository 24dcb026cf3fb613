import Core
import Web

/// Every address of date polls.
package enum DatePollRoute: Sendable, Hashable {
    /// For who organises.
    case list
    case new
    case poll(Identifier)
    case people(Identifier)
    case removal(Identifier, Identifier)
    case closing(Identifier)
    case choosing(Identifier)
    /// Behind the link of a mail.
    case asked(String)
    case file(String)

    package var address: PageAddress {
        switch self {
        case .list: Self.desk()
        case .new: Self.desk("nieuw")
        case .poll(let id): Self.desk(id.description)
        case .people(let id): Self.desk(id.description, "mensen")
        case .removal(let id, let person): Self.desk(id.description, "mensen", person.description, "weg")
        case .closing(let id): Self.desk(id.description, "sluiten")
        case .choosing(let id): Self.desk(id.description, "kiezen")
        case .asked(let token): PageAddress("datumprikker", token)
        case .file(let token): PageAddress("datumprikker", token, "agenda.ics")
        }
    }

    private static func desk(_ rest: String...) -> PageAddress { PageAddress(["organiseren", "datumprikkers"] + rest) }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        let found: DatePollRoute? =
            switch all.first {
            case "organiseren": all.dropFirst().first == "datumprikkers" ? Self.desk(Array(all.dropFirst(2))) : nil
            case "datumprikker": Self.asked(Array(all.dropFirst()))
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    private static func asked(_ rest: [String]) -> DatePollRoute? {
        if rest.count == 1 { return .asked(rest[0]) }
        return rest.count == 2 && rest[1] == "agenda.ics" ? .file(rest[0]) : nil
    }

    private static func desk(_ rest: [String]) -> DatePollRoute? {
        if rest.isEmpty { return .list }
        if rest == ["nieuw"] { return .new }
        guard let id = Identifier(rest[0]) else { return nil }
        switch Array(rest.dropFirst()) {
        case []: return .poll(id)
        case ["mensen"]: return .people(id)
        case ["sluiten"]: return .closing(id)
        case ["kiezen"]: return .choosing(id)
        default:
            guard rest.count == 4, rest[1] == "mensen", rest[3] == "weg" else { return nil }
            return Identifier(rest[2]).map { .removal(id, $0) }
        }
    }
}
