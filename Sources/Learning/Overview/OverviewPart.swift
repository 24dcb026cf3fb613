import Areas
import Core
import People
import SQL
import Web

/// One page with what waits for who organises a programme. The table of contents of this part.
package struct OverviewPart: Sendable {
    let people: People.Slice
    let meetings: MeetingPart
    let expertise: ExpertisePart
    package let store: OverviewStore
    let lateLookBacks: LateLookBacks

    /// - Parameter lateLookBacks: what the part of look-backs knows; nothing where there is none
    package init(
        people: People.Slice, meetings: MeetingPart, expertise: ExpertisePart, lateLookBacks: @escaping LateLookBacks = { _ in [] }
    ) {
        self.people = people
        self.meetings = meetings
        self.expertise = expertise
        self.lateLookBacks = lateLookBacks
        store = OverviewStore(people.database)
    }

    package var routes: [Route] { OverviewRoutes(part: self).table }

    /// What waits now.
    package func overview(_ outline: ProgrammeOutline) async throws -> LearningOverview {
        let now = people.now(), programme = outline.programme.id
        let municipalities = try await people.municipalities(of: outline, withEnded: false)
        var found = try await store.read(programme, municipalities: municipalities, at: now)
        let coming = try await meetings.store.list(MeetingFilter(programme: programme), at: now)
        found.next = coming.first { $0.publication != .cancelled }?.id
        found.meetings = coming.compactMap { meeting in
            MeetingRules.reminder(meeting, at: now).map {
                LearningOverview.Due(meeting: meeting.id, title: meeting.facts.title, startsAt: meeting.facts.startsAt, isLate: $0 == .late)
            }
        }
        found.lookBacks = try await lateLookBacks(programme)
        let taking = Set(outline.involvements.map(\.organisation))
        found.clusters = try await expertise.introductions.clusters(at: now).compactMap { cluster in
            guard cluster.programme == programme || (cluster.programme == nil && cluster.askers.keys.filter(taking.contains).count > 1) else { return nil }
            return LearningOverview.Cluster(label: cluster.label, organisations: cluster.askers.count)
        }
        return found
    }
}

extension People.Slice {
    /// The municipalities that take part in a programme or in a part of it, by code.
    ///
    /// - Parameter withEnded: also those that were merged since
    func municipalities(of outline: ProgrammeOutline, withEnded: Bool = true) async throws -> [LearningOverview.Municipality] {
        var taking = Set(outline.involvements.map(\.organisation))
        if let owner = outline.programme.facts.owner { taking.insert(owner) }
        let found = try await organisations.list(withEnded: withEnded).filter { taking.contains($0.id) && $0.kind.governs == .municipality }
        return found.compactMap { one in
            one.area.map { LearningOverview.Municipality(code: $0, organisation: one.id, name: one.name) }
        }.sorted { $0.code < $1.code }
    }
}
