import Core
import Web

/// Whom someone lets see something of theirs.
package enum ProfileVisibility: String, Sendable, Hashable, CaseIterable {
    /// Themselves only, and that is how it begins.
    case nobody = "niemand"
    /// Everyone who signed in.
    case members = "aangemeld"
    case everyone = "iedereen"

    /// Whom a search may show it to.
    var audience: Set<SearchAudience> {
        switch self {
        case .nobody: []
        case .members: [.members]
        case .everyone: [.everyone]
        }
    }
}

/// What someone tells of themselves.
package struct Profile: Sendable, Hashable {
    /// What they work on, in their own words.
    package var work = ""
    /// What they know of, in their own words, beside the terms.
    package var expertise = ""
    package var region = ""
    package var languages = ""
    package var telephone = ""
    /// Whether it says what organisation they belong to.
    package var showsOrganisation = false
    /// Of the whole; nothing of it is seen by more.
    package var visibility = ProfileVisibility.nobody
    package var mailVisibility = ProfileVisibility.nobody
    package var telephoneVisibility = ProfileVisibility.nobody
    /// A picture of theirs; nil for none.
    package var photo: Identifier?

    package init() {}
}

/// Who may see what of a profile. Pure: the same facts give the same answer.
package enum ProfilePolicy {
    /// The whole. Of one that someone may not see they do not know whether it is there.
    package static func see(_ profile: Profile?, of person: Identifier, isOpen: Bool, by actor: Actor) -> Decision {
        guard isOpen, let profile else { return .hidden }
        return see(profile.visibility, of: person, by: actor)
    }

    /// Where someone can be reached: never by more people than the whole.
    package static func reach(_ field: ProfileVisibility, of profile: Profile, _ person: Identifier, by actor: Actor) -> Decision {
        let whole = see(profile.visibility, of: person, by: actor)
        return whole.isAllowed ? see(field, of: person, by: actor) : whole
    }

    private static func see(_ visibility: ProfileVisibility, of person: Identifier, by actor: Actor) -> Decision {
        if actor.person?.id == person { return .allowed }
        return switch visibility {
        case .nobody: .hidden
        case .members: actor.person == nil ? .hidden : .allowed
        case .everyone: .allowed
        }
    }
}

/// Every address of profiles.
package enum ProfileRoute: Sendable, Hashable {
    /// Permanent.
    case profile(Identifier)
    case edit

    package var address: PageAddress {
        switch self {
        case .profile(let id): PageAddress("mensen", id.description)
        case .edit: PageAddress("mijn", "profiel")
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        switch (address.segments.first, address.segments.count) {
        case ("mijn", 2) where address.segments[1] == "profiel": self = .edit
        case ("mensen", 2):
            guard let id = Identifier(address.segments[1]) else { return nil }
            self = .profile(id)
        default: return nil
        }
    }
}
