import Core

/// Who may read and answer questions. Pure: the same facts give the same answer.
package enum ContactPolicy {
    /// The one it went to; who works where it was asked; administrators. A professional after the second factor only.
    ///
    /// - Parameters:
    ///   - thing: what it is about
    ///   - assigned: whose account it went to
    package static func answer(about thing: Event.Thing, assigned: Identifier?, by actor: Actor) -> Decision {
        guard let me = actor.person?.id else { return .signIn(.oneFactor) }
        if me == assigned { return actor.needsTwoFactors && actor.proof < .twoFactors ? .signIn(.twoFactors) : .allowed }
        if thing.kind == "programme", let programme = Identifier(thing.id) { return ProgrammePolicy.edit(programme, by: actor) }
        return administer(by: actor)
    }

    /// Saying whom to ask at this installation: its administrators.
    package static func administer(by actor: Actor) -> Decision { actor.decide([.functionalAdministrator]) }
}

/// Which questions someone may see, as a query can ask it. Says the same as ``ContactPolicy/answer(about:assigned:by:)``.
package struct ContactReach: Sendable, Hashable {
    /// Those of the whole installation.
    package let isAll: Bool
    /// Those of every programme: who facilitates all of them.
    package let isEverywhere: Bool
    /// Those of these programmes.
    package let programmes: Set<Identifier>
    /// Those that went to them; nil for none.
    package let person: Identifier?

    package init(of actor: Actor) {
        isAll = actor.decide([.functionalAdministrator]).isAllowed
        let places = actor.grants.compactMap { grant -> Identifier? in if case .programme(let id) = grant.scope { id } else { nil } }
        programmes = Set(places.filter { ProgrammePolicy.edit($0, by: actor).isAllowed })
        person = actor.needsTwoFactors && actor.proof < .twoFactors ? nil : actor.person?.id
        isEverywhere = ProgrammePolicy.edit(Identifier(at: 0), by: actor).isAllowed
    }
}
