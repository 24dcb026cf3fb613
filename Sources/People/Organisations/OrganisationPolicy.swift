import Core

/// What may be done with organisations. Pure: the same facts give the same answer, and every refusal says why.
package enum OrganisationPolicy {
    /// Seeing who belongs to an organisation: its own people and administrators, professionals with a second factor.
    package static func readMembers(of organisation: Identifier, by actor: Actor) -> Decision {
        guard let person = actor.person else { return .signIn(.oneFactor) }
        if actor.decide([.functionalAdministrator]).isAllowed { return .allowed }
        guard person.organisation == organisation else {
            let asAdministrator = actor.decide([.functionalAdministrator])
            guard asAdministrator == .hidden else { return asAdministrator }
            return .refused(
                Localized(
                    nl: "Alleen wie bij deze organisatie hoort, ziet wie er nog meer bij horen.",
                    en: "Only who belongs to this organisation sees who else belongs to it."))
        }
        return actor.needsTwoFactors && actor.proof < .twoFactors ? .signIn(.twoFactors) : .allowed
    }

    /// Changing the name or the place, ending or resuming: not of those that follow the list of municipalities.
    package static func change(_ organisation: Organisation, by actor: Actor) -> Decision {
        let mine = actor.decide([.functionalAdministrator])
        guard mine.isAllowed, organisation.listed != nil else { return mine }
        return .refused(
            Localized(
                nl: "Deze gemeente staat op de lijst van het CBS. Die lijst zegt hoe zij heet en of zij er is.",
                en: "This municipality is on the list of Statistics Netherlands. That list says what it is called and whether it is there."))
    }
}
