import Core
import Web

/// Every address of groups, methods and sessions.
package enum IntervisionRoute: Sendable, Hashable {
    case home
    case methods
    case method(String)
    case methodExperiences(String)
    /// The questions that lead to a method.
    case chooser
    case groups
    case newGroup
    case group(Identifier)
    case agreements(Identifier)
    case members(Identifier)
    case member(Identifier, Identifier)
    /// Yes or no to an invitation, or leaving.
    case answer(Identifier)
    case end(Identifier)
    case sessions(Identifier)
    case groupMethods(Identifier)
    case session(Identifier)
    case roles(Identifier)
    case words(Identifier)
    case yields(Identifier)
    case yieldRemoval(Identifier, Identifier)
    case consent(Identifier)
    /// Where a session stands: numbers only.
    case standing(Identifier)

    package var address: PageAddress {
        switch self {
        case .home: PageAddress("intervisie")
        case .methods: PageAddress("intervisie", "methoden")
        case .method(let key): PageAddress("intervisie", "methoden", key)
        case .methodExperiences(let key): PageAddress("intervisie", "methoden", key, "ervaringen")
        case .chooser: PageAddress("intervisie", "kiezer")
        case .groups: PageAddress("intervisie", "groepen")
        case .newGroup: PageAddress("intervisie", "groepen", "nieuw")
        case .group(let id): Self.of("groepen", id)
        case .agreements(let id): Self.of("groepen", id, "afspraken")
        case .members(let id): Self.of("groepen", id, "leden")
        case .member(let id, let person): Self.of("groepen", id, "leden", person.description)
        case .answer(let id): Self.of("groepen", id, "antwoord")
        case .end(let id): Self.of("groepen", id, "einde")
        case .sessions(let id): Self.of("groepen", id, "sessies")
        case .groupMethods(let id): Self.of("groepen", id, "methoden")
        case .session(let id): Self.of("sessies", id)
        case .roles(let id): Self.of("sessies", id, "rollen")
        case .words(let id): Self.of("sessies", id, "woorden")
        case .yields(let id): Self.of("sessies", id, "opbrengst")
        case .yieldRemoval(let id, let yield): Self.of("sessies", id, "opbrengst", yield.description)
        case .consent(let id): Self.of("sessies", id, "akkoord")
        case .standing(let id): Self.of("sessies", id, "stand")
        }
    }

    private static func of(_ kind: String, _ id: Identifier, _ more: String...) -> PageAddress { PageAddress(["intervisie", kind, id.description] + more) }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let all = address.segments
        guard all.first == "intervisie", all.count <= 5 else { return nil }
        switch (all.count, all.dropFirst().first) {
        case (1, _): self = .home
        case (2, "methoden"): self = .methods
        case (2, "kiezer"): self = .chooser
        case (2, "groepen"): self = .groups
        case (3, "methoden"): self = .method(all[2])
        case (4, "methoden") where all[3] == "ervaringen": self = .methodExperiences(all[2])
        case (3, "groepen") where all[2] == "nieuw": self = .newGroup
        case (3..., "groepen"):
            guard let id = Identifier(all[2]), let found = Self.group(id, Array(all.dropFirst(3))) else { return nil }
            self = found
        case (3..., "sessies"):
            guard let id = Identifier(all[2]), let found = Self.session(id, Array(all.dropFirst(3))) else { return nil }
            self = found
        default: return nil
        }
    }

    private static func group(_ id: Identifier, _ rest: [String]) -> IntervisionRoute? {
        switch (rest.first, rest.count) {
        case (nil, _): .group(id)
        case ("afspraken", 1): .agreements(id)
        case ("leden", 1): .members(id)
        case ("leden", 2): Identifier(rest[1]).map { .member(id, $0) }
        case ("antwoord", 1): .answer(id)
        case ("einde", 1): .end(id)
        case ("sessies", 1): .sessions(id)
        case ("methoden", 1): .groupMethods(id)
        default: nil
        }
    }

    private static func session(_ id: Identifier, _ rest: [String]) -> IntervisionRoute? {
        switch (rest.first, rest.count) {
        case (nil, _): .session(id)
        case ("rollen", 1): .roles(id)
        case ("woorden", 1): .words(id)
        case ("opbrengst", 1): .yields(id)
        case ("opbrengst", 2): Identifier(rest[1]).map { .yieldRemoval(id, $0) }
        case ("akkoord", 1): .consent(id)
        case ("stand", 1): .standing(id)
        default: nil
        }
    }
}
