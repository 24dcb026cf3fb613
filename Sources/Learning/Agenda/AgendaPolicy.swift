import Core
import People

/// Who may do what with an agenda. Pure: the same facts give the same answer.
package enum AgendaPolicy {
    /// Deciding: the order, the states and the versions.
    ///
    /// - Parameter line: the parts from the track down to the one of the agenda; empty for the programme itself
    package static func organise(_ place: AgendaPlace, line: [Identifier], by actor: Actor) -> Decision {
        MeetingPolicy.organise(programme: place.programme, line: line, by: actor)
    }

    /// Proposing, supporting, objecting: for an organisation, so only by its members.
    package static func speak(by actor: Actor) -> Decision {
        guard let person = actor.person else { return .signIn(.oneFactor) }
        return person.organisation == nil
            ? .refused(
                Localized(
                    nl: "Dit doe je voor de plek waar je werkt. Laat je daar eerst bij zetten.",
                    en: "You do this for an organisation. Join an organisation first.")) : .allowed
    }

    /// What was agreed is for everyone; a proposal for who signed in.
    package static func see(_ item: AgendaItem, by actor: Actor) -> Decision { item.isPublic || actor.person != nil ? .allowed : .hidden }
}
