import Core
import Web

/// Every address of registration. Paths are Dutch nouns, the same in every language.
package enum RegistrationRoute: Sendable, Hashable {
    case form(Identifier)
    /// The same form for colleagues together.
    case group(Identifier)
    /// After sending: what happens now.
    case sent(Identifier)
    /// All meetings of a series in one form.
    case series(Identifier)
    case seriesSent(Identifier)
    /// One's own place, behind the proof of a mail.
    case own(String)
    case step(String, OwnStep)
    /// What one wrote oneself.
    case words(String)
    case subgroup(String)
    case otherDate(String)
    case file(String)
    /// All of who signed in.
    case mine
    case feedMaking
    case feedEnd
    /// The secret calendar of a person.
    case feed(String)
    case participants(Identifier)
    case participantsFile(Identifier)
    case adding(Identifier)
    case places(Identifier)
    case reserving(Identifier)
    case unreserving(Identifier, Identifier)
    case removing(Identifier, Identifier)
    case attendance(Identifier)
    case division(Identifier)

    /// The page of a meeting, which is of another part.
    package static func meeting(_ id: Identifier) -> PageAddress { PageAddress("bijeenkomsten", id.description) }

    package var address: PageAddress {
        switch self {
        case .form(let id): Self.below(id, "inschrijven")
        case .group(let id): Self.below(id, "inschrijven", "groep")
        case .sent(let id): Self.below(id, "inschrijven", "verstuurd")
        case .series(let id): PageAddress("reeksen", id.description, "inschrijven")
        case .seriesSent(let id): PageAddress("reeksen", id.description, "inschrijven", "verstuurd")
        case .own(let proof): PageAddress("inschrijvingen", proof)
        case .step(let proof, let step): PageAddress("inschrijvingen", proof, step.rawValue)
        case .words(let proof): PageAddress("inschrijvingen", proof, "vraag")
        case .subgroup(let proof): PageAddress("inschrijvingen", proof, "groep")
        case .otherDate(let proof): PageAddress("inschrijvingen", proof, "andere-datum")
        case .file(let proof): PageAddress("inschrijvingen", proof, "agenda.ics")
        case .mine: PageAddress("mijn", "inschrijvingen")
        case .feedMaking: PageAddress("mijn", "inschrijvingen", "agenda")
        case .feedEnd: PageAddress("mijn", "inschrijvingen", "agenda", "einde")
        case .feed(let secret): PageAddress("mijn-agenda", "\(secret).ics")
        case .participants(let id): Self.below(id, "deelnemers")
        case .participantsFile(let id): Self.below(id, "deelnemers.csv")
        case .adding(let id): Self.below(id, "deelnemers", "erbij")
        case .places(let id): Self.below(id, "deelnemers", "plaatsen")
        case .reserving(let id): Self.below(id, "deelnemers", "vastgehouden")
        case .unreserving(let id, let lot): Self.below(id, "deelnemers", "vastgehouden", lot.description, "weg")
        case .removing(let id, let registration): Self.below(id, "deelnemers", registration.description, "weg")
        case .attendance(let id): Self.below(id, "deelnemers", "aanwezig")
        case .division(let id): Self.below(id, "deelnemers", "indelen")
        }
    }

    private static func below(_ meeting: Identifier, _ rest: String...) -> PageAddress {
        PageAddress(["bijeenkomsten", meeting.description] + rest)
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let segments = address.segments
        switch segments.first {
        case "bijeenkomsten":
            guard segments.count >= 3, let id = Identifier(segments[1]), let found = Self.meetingRoute(id, Array(segments[2...])) else { return nil }
            self = found
        case "inschrijvingen":
            guard segments.count >= 2, let found = Self.ownRoute(segments[1], Array(segments[2...])) else { return nil }
            self = found
        case "reeksen":
            guard segments.count >= 3, let id = Identifier(segments[1]) else { return nil }
            switch Array(segments[2...]) {
            case ["inschrijven"]: self = .series(id)
            case ["inschrijven", "verstuurd"]: self = .seriesSent(id)
            default: return nil
            }
        case "mijn-agenda":
            guard segments.count == 2, segments[1].hasSuffix(".ics"), segments[1].count > 4 else { return nil }
            self = .feed(String(segments[1].dropLast(4)))
        default:
            switch segments {
            case ["mijn", "inschrijvingen"]: self = .mine
            case ["mijn", "inschrijvingen", "agenda"]: self = .feedMaking
            case ["mijn", "inschrijvingen", "agenda", "einde"]: self = .feedEnd
            default: return nil
            }
        }
    }

    private static func meetingRoute(_ id: Identifier, _ rest: [String]) -> RegistrationRoute? {
        switch rest {
        case ["inschrijven"]: return .form(id)
        case ["inschrijven", "groep"]: return .group(id)
        case ["inschrijven", "verstuurd"]: return .sent(id)
        case ["deelnemers"]: return .participants(id)
        case ["deelnemers.csv"]: return .participantsFile(id)
        case ["deelnemers", "erbij"]: return .adding(id)
        case ["deelnemers", "plaatsen"]: return .places(id)
        case ["deelnemers", "vastgehouden"]: return .reserving(id)
        case ["deelnemers", "aanwezig"]: return .attendance(id)
        case ["deelnemers", "indelen"]: return .division(id)
        default: break
        }
        guard rest.first == "deelnemers", rest.last == "weg" else { return nil }
        if rest.count == 4, rest[1] == "vastgehouden" { return Identifier(rest[2]).map { .unreserving(id, $0) } }
        return rest.count == 3 ? Identifier(rest[1]).map { .removing(id, $0) } : nil
    }

    private static func ownRoute(_ proof: String, _ rest: [String]) -> RegistrationRoute? {
        switch rest {
        case []: return .own(proof)
        case ["vraag"]: return .words(proof)
        case ["groep"]: return .subgroup(proof)
        case ["andere-datum"]: return .otherDate(proof)
        case ["agenda.ics"]: return .file(proof)
        default: return rest.count == 1 ? OwnStep(rawValue: rest[0]).map { .step(proof, $0) } : nil
        }
    }
}
