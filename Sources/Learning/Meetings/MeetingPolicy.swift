import Core
import People

/// Who may do what with a meeting. Pure: the same facts give the same answer.
package enum MeetingPolicy {
    /// Writing a meeting of this programme and part: who organises the programme, the part, or a part above it.
    ///
    /// - Parameter line: the parts from the track down to the one of the meeting; empty for the programme itself
    package static func organise(programme: Identifier, line: [Identifier], by actor: Actor) -> Decision {
        let places: [Identifier?] = [nil] + line.map { $0 }
        return best(places.map { LearningPolicy.organise(programme: programme, part: $0, by: actor) })
    }

    /// Everyone sees what is public; a draft only those who organise it.
    package static func see(_ meeting: Meeting, line: [Identifier], by actor: Actor) -> Decision {
        meeting.isPublic ? .allowed : organise(programme: meeting.programme, line: line, by: actor)
    }

    /// Who leads a subgroup writes that group and nothing else of the meeting, whatever organisation they are of (MTG-15); and who organises the meeting.
    package static func lead(_ subgroup: Subgroup, of meeting: Meeting, line: [Identifier], by actor: Actor) -> Decision {
        best([organise(programme: meeting.programme, line: line, by: actor), actor.decide([.subgroupLeader], at: [subgroup.scope])])
    }

    /// Of several roles the one that opens most: what a second factor would open goes before what stays hidden.
    static func best(_ decisions: [Decision]) -> Decision {
        decisions.first(where: \.isAllowed) ?? decisions.first { $0 != .hidden } ?? .hidden
    }
}

extension ProgrammeOutline {
    /// The parts from the track down to this one; empty for none.
    package func line(to part: Identifier?) -> [Identifier] { part.flatMap { self.part($0) }.map { lineage(of: $0).map(\.id) } ?? [] }
}
