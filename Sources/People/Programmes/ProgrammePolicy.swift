import Core

/// Who may do what with programmes. Pure: the same facts give the same answer.
package enum ProgrammePolicy {
    /// Beginning a programme, ending it and letting it go on: functional administrators.
    package static func govern(by actor: Actor) -> Decision { actor.decide([.functionalAdministrator]) }

    /// Writing in a programme and below it: administrators, and the facilitators of that programme, not of another (ORG-04).
    package static func edit(_ programme: Identifier, by actor: Actor) -> Decision {
        let asAdministrator = govern(by: actor)
        return asAdministrator.isAllowed ? asAdministrator : best(asAdministrator, actor.decide([.programmeFacilitator], at: [.programme(programme)]))
    }

    /// Of two roles the one that opens more: what a second factor would open goes before what stays hidden.
    private static func best(_ left: Decision, _ right: Decision) -> Decision { right == .hidden ? left : right }
}
