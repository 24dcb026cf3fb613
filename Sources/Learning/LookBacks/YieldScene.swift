import Core
import Dutch
import People
import Web

/// A yield with what one reader may do with it.
struct YieldScene: Sendable {
    let yield: LearningYield
    /// What it came from, where readers may know: of a session only that it was one.
    let meeting: Meeting?
    /// Its makers: of a look-back all who write it, of a session who wrote it down and who brought the question.
    let editing: Decision
    /// Letting everyone see it: the facilitator of the meeting, or who brought the question.
    let sharing: Decision
    /// Who organises the programme that it comes from.
    let organising: Decision
    /// Of those that used it, and of the reader.
    let organisations: [Identifier: String]
    /// The organisation that the reader speaks for.
    let speaker: Identifier?
    /// What could tell who a session was about: marked, never rewritten.
    let marks: [String]
}

extension LookBacksPart {
    /// The meeting of a look-back with its look-back, as this actor sees it.
    private func lookBackScene(_ id: Identifier, _ actor: Actor) async throws -> LookBackScene {
        guard let lookBack = try await store.find(id), let meeting = try await meetings.store.find(lookBack.meeting),
            let outline = try await people.programmes.outline(meeting.programme)
        else { throw Problem.notFound }
        return try await scene(meeting, outline, actor)
    }

    private func session(_ id: Identifier) async throws -> (session: IntervisionSession, group: IntervisionGroup) {
        guard let session = try await intervision.sessions.find(id), let group = try await intervision.groups.find(session.group) else {
            throw Problem.notFound
        }
        return (session, group)
    }

    /// Who may write a yield down: who writes the look-back; of a session the members of its group.
    func noting(_ source: YieldSource, _ actor: Actor) async throws -> Decision {
        switch source {
        case .lookBack(let id): return try await lookBackScene(id, actor).writing
        case .session(let id, _): return IntervisionPolicy.see(try await session(id).group, by: actor)
        }
    }

    func scene(of yield: LearningYield, _ actor: Actor) async throws -> YieldScene {
        let organisations = try await people.organisations.names(of: yield.uses.map(\.organisation) + [actor.person?.organisation].compactMap(\.self))
        switch yield.source {
        case .lookBack(let id):
            let scene = try await lookBackScene(id, actor)
            return YieldScene(
                yield: yield, meeting: scene.draft?.lookBack.isPublic ?? false ? scene.meeting : nil, editing: scene.writing, sharing: scene.facilitating,
                organising: scene.facilitating, organisations: organisations, speaker: actor.person?.organisation, marks: [])
        case .session(let id, _):
            let (session, group) = try await session(id), me = actor.person?.id
            // Nothing that a group keeps to itself opens by another role.
            let isBringer = me != nil && me == session.bringer, isMaker = me != nil && me == yield.addedBy
            let inGroup = IntervisionPolicy.see(group, by: actor)
            var marks: [String] = []
            if inGroup.isAllowed && (isBringer || isMaker) && !yield.isPublic {
                let check = PersonalDataCheck(names: Array(try await people.persons.names(of: group.members.map(\.person)).values))
                marks = yield.facts.texts.flatMap { text in check.marks(in: text).map { String(text[$0.range]) } }
            }
            return YieldScene(
                yield: yield, meeting: nil, editing: isBringer || isMaker ? inGroup : .hidden, sharing: isBringer ? inGroup : .hidden,
                organising: yield.isPublic ? LearningPolicy.organise(programme: group.programme, part: group.part, by: actor) : .hidden,
                organisations: organisations, speaker: actor.person?.organisation, marks: marks)
        }
    }
}
