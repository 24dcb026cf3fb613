import Core

/// What an administrator may do to the rights of someone. Pure: the same facts give the same answer, and every refusal says why.
///
/// Sources: BIO2 5.18 (rights are given and looked at by someone else), 5.15 (there is always someone who keeps the installation running).
package enum RolePolicy {
    /// Giving someone a role.
    package static func give(_ role: Role, at scope: Scope, to person: Identifier, by actor: Actor) -> Decision {
        let mine = rights(
            of: person, by: actor,
            or: Localized(
                nl: "Je kunt jezelf geen rol geven. Vraag het een andere beheerder.", en: "You cannot give yourself a role. Ask another administrator."))
        guard mine.isAllowed, role == .functionalAdministrator, scope != .installation else { return mine }
        return .refused(Localized(nl: "Een beheerder is dat altijd op de hele site.", en: "An administrator always is one on the whole site."))
    }

    /// Making someone a member of an organisation: then they act on its behalf.
    package static func join(_ person: Identifier, by actor: Actor) -> Decision {
        rights(
            of: person, by: actor,
            or: Localized(
                nl: "Je kunt jezelf niet bij een organisatie zetten. Vraag het een andere beheerder.",
                en: "You cannot add yourself to an organisation. Ask another administrator."))
    }

    /// Saying in the yearly review that a role stays.
    package static func confirm(of person: Identifier, by actor: Actor) -> Decision {
        rights(
            of: person, by: actor,
            or: Localized(
                nl: "Je eigen rol moet iemand anders bekijken. Vraag het een andere beheerder.",
                en: "Someone else has to look at your own role. Ask another administrator."))
    }

    /// Ending a role.
    ///
    /// - Parameter others: how many other roles of administrators last at least as long
    package static func end(_ grant: RoleGrant, others: Int, by actor: Actor) -> Decision {
        let mine = actor.decide([.functionalAdministrator])
        guard mine.isAllowed, grant.role == .functionalAdministrator, grant.scope == .installation, others == 0 else { return mine }
        return .refused(lastAdministrator)
    }

    /// Closing an account and taking out whose it was.
    ///
    /// - Parameters:
    ///   - administers: whether it is that of an administrator
    ///   - others: how many roles of other administrators last at least as long
    package static func erase(_ person: Identifier, administers: Bool, others: Int, by actor: Actor) -> Decision {
        let mine = rights(
            of: person, by: actor,
            or: Localized(
                nl: "Je kunt jezelf hier niet wissen. Vraag het een andere beheerder.", en: "You cannot erase yourself here. Ask another administrator."))
        guard mine.isAllowed, administers, others == 0 else { return mine }
        return .refused(lastAdministrator)
    }

    /// Taking the second step away from someone who lost their phone and their recovery codes.
    package static func resetStep(of person: Identifier, by actor: Actor) -> Decision {
        rights(
            of: person, by: actor,
            or: Localized(
                nl: "Je kunt je eigen tweede stap hier niet weghalen. Vraag het een andere beheerder.",
                en: "You cannot take your own second step away here. Ask another administrator."))
    }

    private static let lastAdministrator = Localized(
        nl: "Dit is de laatste beheerder. Geef eerst iemand anders deze rol, voor minstens even lang.",
        en: "This is the last administrator. Give someone else this role first, for at least as long.")

    /// An administrator, with a second factor, and not about themselves.
    private static func rights(of person: Identifier, by actor: Actor, or reason: Localized) -> Decision {
        let mine = actor.decide([.functionalAdministrator])
        return mine.isAllowed && actor.person?.id == person ? .refused(reason) : mine
    }
}
