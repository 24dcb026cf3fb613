import Core
import Web

/// Every address of who knows about what, of asking and of introductions.
package enum ExpertiseRoute: Sendable, Hashable {
    case directory
    /// One's own lines, choices and questions to oneself.
    case mine
    case lines
    case decisions
    case settings
    /// What someone offered in an answer, behind a proof that they did.
    case offer(String)
    /// Asking, and one's own requests.
    case requests
    case request(Identifier)
    case close(Identifier)
    /// Yes or no to a request, by who signed in.
    case ask(Identifier)
    /// The same behind the proof of a mail.
    case askProof(String)
    case help(Identifier)
    case entry(Identifier)
    /// Counts of help, for organisers.
    case log
    case introductions
    case introduction(Identifier)
    case sideProof(String)

    package var address: PageAddress {
        switch self {
        case .directory: PageAddress("expertise")
        case .mine: PageAddress("mijn", "expertise")
        case .lines: PageAddress("mijn", "expertise", "regels")
        case .decisions: PageAddress("mijn", "expertise", "keuzes")
        case .settings: PageAddress("mijn", "expertise", "instellingen")
        case .offer(let proof): PageAddress("mijn", "expertise", "aanbod", proof)
        case .requests: PageAddress("meedenken")
        case .request(let id): PageAddress("meedenken", "vragen", id.description)
        case .close(let id): PageAddress("meedenken", "vragen", id.description, "einde")
        case .ask(let id): PageAddress("meedenken", "gevraagd", id.description)
        case .askProof(let proof): PageAddress("meedenken", "antwoord", proof)
        case .help(let id): PageAddress("meedenken", "gevraagd", id.description, "hulp")
        case .entry(let id): PageAddress("meedenken", "hulp", id.description)
        case .log: PageAddress("meedenken", "hulp")
        case .introductions: PageAddress("kennismakingen")
        case .introduction(let id): PageAddress("kennismakingen", id.description)
        case .sideProof(let proof): PageAddress("kennismakingen", "antwoord", proof)
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        let found: ExpertiseRoute? =
            switch all.first {
            case "expertise": all.count == 1 ? .directory : nil
            case "mijn": all.dropFirst().first == "expertise" ? Self.own(Array(all.dropFirst(2))) : nil
            case "meedenken": Self.thinking(Array(all.dropFirst()))
            case "kennismakingen": Self.meeting(Array(all.dropFirst()))
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    private static func own(_ rest: [String]) -> ExpertiseRoute? {
        if rest.count == 2, rest[0] == "aanbod" { return .offer(rest[1]) }
        return switch rest {
        case []: .mine
        case ["regels"]: .lines
        case ["keuzes"]: .decisions
        case ["instellingen"]: .settings
        default: nil
        }
    }

    private static func thinking(_ rest: [String]) -> ExpertiseRoute? {
        if rest.isEmpty { return .requests }
        if rest == ["hulp"] { return .log }
        guard rest.count == 2 || rest.count == 3 else { return nil }
        if rest.count == 2, rest[0] == "antwoord" { return .askProof(rest[1]) }
        guard let id = Identifier(rest[1]) else { return nil }
        return switch (rest[0], rest.count == 3 ? rest[2] : "") {
        case ("vragen", ""): .request(id)
        case ("vragen", "einde"): .close(id)
        case ("gevraagd", ""): .ask(id)
        case ("gevraagd", "hulp"): .help(id)
        case ("hulp", ""): .entry(id)
        default: nil
        }
    }

    private static func meeting(_ rest: [String]) -> ExpertiseRoute? {
        if rest.isEmpty { return .introductions }
        if rest.count == 2, rest[0] == "antwoord" { return .sideProof(rest[1]) }
        return rest.count == 1 ? Identifier(rest[0]).map { .introduction($0) } : nil
    }
}
