import Core

/// Who may lay links and take them away. Pure: the same facts give the same answer.
package enum LinkPolicy {
    /// Laying a link and taking it away: administrators, and who has a say over one of the two ends.
    ///
    /// - Parameter scopes: of both ends
    package static func change(at scopes: Set<Scope>, by actor: Actor) -> Decision {
        guard actor.person != nil else { return .signIn(.twoFactors) }
        // Who facilitates the programme, edits for the organisation, works for the area.
        let decision = actor.decide(Link.layers, at: scopes)
        guard decision == .hidden else { return decision }
        return .refused(
            Localized(
                nl: "Alleen wie over een van deze twee gaat, en een beheerder, kan dit verband leggen of weghalen.",
                en: "Only who has a say over one of these two, and an administrator, can lay this link or take it away."))
    }
}
