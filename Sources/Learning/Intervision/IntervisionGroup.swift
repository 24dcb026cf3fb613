import Core

/// A closed group that talks about questions of its members, again and again (CAS-08).
package struct IntervisionGroup: Sendable, Hashable {
    /// What the group agreed, each in its own words.
    package struct Agreements: Sendable, Hashable {
        package let attendance: String
        package let confidentiality: String
        package let facilitating: String
        package let replacement: String

        package init(attendance: String, confidentiality: String, facilitating: String, replacement: String) {
            self.attendance = attendance
            self.confidentiality = confidentiality
            self.facilitating = facilitating
            self.replacement = replacement
        }
    }

    package let id: Identifier
    package let name: String
    /// The programme it was made in.
    package let programme: Identifier
    /// The part of the programme; nil for the whole.
    package let part: Identifier?
    package let agreements: Agreements
    /// Times are milliseconds since 1970.
    package let addedAt: Int64
    package let endedAt: Int64?
    /// Everyone who was ever asked, the first first.
    package let members: [IntervisionMember]

    package func member(_ person: Identifier) -> IntervisionMember? { members.first { $0.person == person } }

    /// Those who are in it now.
    package var present: [IntervisionMember] { members.filter { $0.state == .member } }

    package func holds(_ person: Identifier?) -> Bool { person.map { member($0)?.state == .member } ?? false }

    package func isFacilitated(by person: Identifier?) -> Bool {
        person.flatMap { member($0) }.map { $0.state == .member && $0.isFacilitator } ?? false
    }
}

/// Someone in a group, or asked to be.
package struct IntervisionMember: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case invited = "gevraagd", member = "lid", declined = "afgeslagen", left = "weg"
    }

    package let person: Identifier
    package let isFacilitator: Bool
    package let state: State
    package let invitedAt: Int64

    package init(person: Identifier, isFacilitator: Bool, state: State, invitedAt: Int64) {
        self.person = person
        self.isFacilitator = isFacilitator
        self.state = state
        self.invitedAt = invitedAt
    }
}

/// Who may do what with groups and what is said in them. Pure: the same facts give the same answer.
///
/// Nobody is let in by a role alone: not an administrator, not who leads the programme.
package enum IntervisionPolicy {
    /// Making a group: who works with groups of that programme or part.
    package static func make(programme: Identifier, part: Identifier?, by actor: Actor) -> Decision {
        LearningPolicy.lead(programme: programme, part: part, by: actor)
    }

    /// Knowing that the group is there: who is in it or was asked.
    package static func know(_ group: IntervisionGroup, by actor: Actor) -> Decision {
        guard let person = actor.person?.id, let state = group.member(person)?.state, state == .member || state == .invited else { return .hidden }
        return proved(actor)
    }

    /// Everything the group keeps to itself.
    package static func see(_ group: IntervisionGroup, by actor: Actor) -> Decision {
        group.holds(actor.person?.id) ? proved(actor) : .hidden
    }

    /// Inviting, agreements, planning.
    package static func facilitate(_ group: IntervisionGroup, by actor: Actor) -> Decision {
        group.isFacilitated(by: actor.person?.id) ? proved(actor) : .hidden
    }

    /// Running a session: who facilitates it, or the group.
    package static func run(_ session: IntervisionSession, in group: IntervisionGroup, by actor: Actor) -> Decision {
        let person = actor.person?.id
        let runs = group.isFacilitated(by: person) || (group.holds(person) && session.facilitator == person)
        return runs ? proved(actor) : .hidden
    }

    private static func proved(_ actor: Actor) -> Decision {
        actor.needsTwoFactors && actor.proof < .twoFactors ? .signIn(.twoFactors) : .allowed
    }
}
