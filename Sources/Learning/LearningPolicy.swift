import Core

/// Who organises learning where. A functional administrator keeps the installation running and helps everywhere, but not in what a group keeps to itself.
package enum LearningPolicy {
    /// - Parameter part: of the programme: a network or a series; nil for the whole programme
    /// - Returns: allowed, to be proved first, or hidden
    package static func organise(programme: Identifier, part: Identifier?, by actor: Actor) -> Decision {
        let administrator = actor.decide([.functionalAdministrator])
        if administrator.isAllowed { return administrator }
        let organiser = lead(programme: programme, part: part, by: actor)
        return organiser == .hidden ? administrator : organiser
    }

    /// The same without functional administrators: for what only those who work with a group may see.
    package static func lead(programme: Identifier, part: Identifier?, by actor: Actor) -> Decision {
        let place: Set<Scope> = [.programme(programme)]
        let parts: Set<Scope> = part.map { [.thing(kind: SearchEntry.Kind.part.rawValue, id: $0)] } ?? []
        return actor.decide(Role.organisers, at: place.union(parts))
    }
}
