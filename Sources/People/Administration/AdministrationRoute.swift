import Core
import Web

/// Every address of the administration of people. The list of people is ``PeopleRoute/people``.
package enum AdministrationRoute: Sendable, Hashable {
    case person(Identifier)
    case roles(Identifier)
    case roleEnd(Identifier, role: Identifier)
    case memberships(Identifier)
    case membershipEnd(Identifier, membership: Identifier)
    /// Closes every session of someone.
    case sessionsEnd(Identifier)
    /// Takes the second step of someone away.
    case secondFactorReset(Identifier)
    case erasure(Identifier)
    /// The yearly look at roles.
    case review

    package var address: PageAddress {
        switch self {
        case .person(let person): Self.of(person)
        case .roles(let person): Self.of(person, "rollen")
        case .roleEnd(let person, let role): Self.of(person, "rollen", role.description, "einde")
        case .memberships(let person): Self.of(person, "lidmaatschappen")
        case .membershipEnd(let person, let membership): Self.of(person, "lidmaatschappen", membership.description, "einde")
        case .sessionsEnd(let person): Self.of(person, "aanmeldingen", "einde")
        case .secondFactorReset(let person): Self.of(person, "tweede-stap", "weg")
        case .erasure(let person): Self.of(person, "wissen")
        case .review: PageAddress("beheer", "rollen")
        }
    }

    private static func of(_ person: Identifier, _ more: String...) -> PageAddress {
        PageAddress(["beheer", "mensen", person.description] + more)
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        if address.segments == ["beheer", "rollen"] {
            self = .review
            return
        }
        guard address.segments.count >= 3, Array(address.segments.prefix(2)) == ["beheer", "mensen"], let person = Identifier(address.segments[2]) else {
            return nil
        }
        let rest = Array(address.segments.dropFirst(3)), second = rest.count == 3 ? Identifier(rest[1]) : nil
        switch (rest.first, rest.count, second) {
        case (nil, 0, _): self = .person(person)
        case ("rollen", 1, _): self = .roles(person)
        case ("lidmaatschappen", 1, _): self = .memberships(person)
        case ("wissen", 1, _): self = .erasure(person)
        case ("aanmeldingen", 2, _) where rest[1] == "einde": self = .sessionsEnd(person)
        case ("tweede-stap", 2, _) where rest[1] == "weg": self = .secondFactorReset(person)
        case ("rollen", 3, let role?) where rest[2] == "einde": self = .roleEnd(person, role: role)
        case ("lidmaatschappen", 3, let membership?) where rest[2] == "einde": self = .membershipEnd(person, membership: membership)
        default: return nil
        }
    }
}
