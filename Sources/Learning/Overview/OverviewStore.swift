import Core
import People
import SQL

/// Reads what waits in a programme, with few questions to the database: the page is there within a second. Writes nothing.
package struct OverviewStore: Sendable {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Everything but meetings and late look-backs, which their own parts know.
    ///
    /// - Parameter municipalities: those that take part in the programme
    package func read(
        _ programme: Identifier, municipalities: [LearningOverview.Municipality], at now: Int64
    ) async throws -> LearningOverview {
        try await database.read { reading in
            var found = LearningOverview()
            let heard = try Self.heard(programme, since: now - LearningOverview.silence, reading)
            found.unheard = municipalities.filter { !heard.contains($0.code) }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
            found.municipalities = municipalities.count
            found.requests = try Self.requests(programme, reading)
            found.calls = try Self.calls(programme, at: now, reading)
            found.offers = try Self.offers(programme, at: now, reading)
            return found
        }
    }

    /// Municipalities of which someone registered for a meeting, answered a call, or was in a session of a group.
    private static func heard(_ programme: Identifier, since: Int64, _ reading: Reading) throws -> Set<AreaCode> {
        let key = programme.description
        let registered = try reading.all(
            """
            SELECT DISTINCT registration.municipality FROM registration JOIN meeting ON meeting.id = registration.meeting
            WHERE meeting.programme = \(key) AND registration.municipality IS NOT NULL AND registration.added_at >= \(since)
            """
        ) { try $0.string(0) }
        let answered = try reading.all(
            """
            SELECT DISTINCT inventory_submission.municipality FROM inventory_submission
            JOIN learning_call ON learning_call.id = inventory_submission.call
            WHERE learning_call.programme = \(key) AND inventory_submission.municipality IS NOT NULL
                AND inventory_submission.handed_on >= \(DutchDay(at: since).description)
            """
        ) { try $0.string(0) }
        let together = try reading.all(
            """
            SELECT DISTINCT organisation.area FROM intervision_session
            JOIN intervision_group ON intervision_group.id = intervision_session.group_id
            JOIN intervision_presence ON intervision_presence.session = intervision_session.id
            JOIN membership ON membership.person = intervision_presence.person
            JOIN organisation ON organisation.id = membership.organisation
            WHERE intervision_group.programme = \(key) AND intervision_presence.came_at >= \(since) AND organisation.area IS NOT NULL
                AND membership.started_at <= intervision_presence.came_at
                AND (membership.ended_at IS NULL OR membership.ended_at > intervision_presence.came_at)
            """
        ) { try $0.string(0) }
        return Set((registered + answered + together).compactMap { AreaCode($0)?.municipality })
    }

    /// Open, and nobody said yes: those inside the programme, and those of organisations that take part in it.
    private static func requests(_ programme: Identifier, _ reading: Reading) throws -> [LearningOverview.Request] {
        try reading.all(
            """
            SELECT id, label, added_at FROM help_request
            WHERE state = 'open' AND asker IS NOT NULL
                AND (programme = \(programme.description) OR (programme IS NULL AND organisation IN
                    (SELECT programme_organisation.organisation FROM programme_organisation WHERE programme_organisation.programme = \(programme.description))))
                AND NOT EXISTS (SELECT 1 FROM help_ask WHERE help_ask.request = help_request.id AND help_ask.state = 'ja')
            ORDER BY id
            """
        ) { row in LearningOverview.Request(id: try row.identifier(0), label: try row.string(1), addedAt: Int64(try row.int(2))) }
    }

    private static func calls(_ programme: Identifier, at now: Int64, _ reading: Reading) throws -> [LearningOverview.CallWork] {
        let key = programme.description
        let titles = try reading.all("SELECT id, title FROM learning_call WHERE programme = \(key) ORDER BY id") { row in
            LearningOverview.CallWork(call: try row.identifier(0), title: try row.string(1))
        }
        guard !titles.isEmpty else { return [] }
        var unplaced: [String: Int] = [:]
        let fragments: Query = """
            SELECT inventory_submission.call, COUNT(*) FROM answer_fragment JOIN inventory_entry ON inventory_entry.id = answer_fragment.entry
            JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            JOIN learning_call ON learning_call.id = inventory_submission.call
            WHERE learning_call.programme = \(key) AND answer_fragment.aside IS NULL
                AND NOT EXISTS (SELECT 1 FROM issue_fragment WHERE issue_fragment.fragment = answer_fragment.id)
            GROUP BY inventory_submission.call
            """
        let untouched: Query = """
            SELECT inventory_submission.call, COUNT(*) FROM inventory_entry
            JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            JOIN learning_call ON learning_call.id = inventory_submission.call
            WHERE learning_call.programme = \(key) AND inventory_entry.kind <> 'aanbod'
                AND NOT EXISTS (SELECT 1 FROM answer_fragment WHERE answer_fragment.entry = inventory_entry.id)
            GROUP BY inventory_submission.call
            """
        for query in [fragments, untouched] { try reading.each(query) { unplaced[try $0.string(0), default: 0] += try $0.int(1) } }
        let rounds = Dictionary(
            grouping: try InventoryStore.rounds(
                where: "call_round.call IN (SELECT learning_call.id FROM learning_call WHERE learning_call.programme = \(key))", reading), by: \.call)
        return titles.compactMap { call in
            var call = call
            let rounds = rounds[call.call] ?? []
            call.unplaced = unplaced[call.call.description] ?? 0
            call.closesAt = rounds.filter { $0.state(at: now) == .open && $0.end - now <= LearningOverview.closingSoon }.map(\.end).min()
            call.isToPublish = rounds.contains { $0.state(at: now) == .workedOut }
            return call.unplaced > 0 || call.closesAt != nil || call.isToPublish ? call : nil
        }
    }

    private static func offers(_ programme: Identifier, at now: Int64, _ reading: Reading) throws -> [LearningOverview.Offers] {
        try reading.all(
            """
            SELECT meeting.id, meeting.title, COUNT(*) FROM meeting JOIN registration ON registration.meeting = meeting.id
            WHERE meeting.programme = \(programme.description) AND meeting.starts_at > \(now) AND registration.standing = 'verlopen'
            GROUP BY meeting.id, meeting.title, meeting.starts_at ORDER BY meeting.starts_at, meeting.id
            """
        ) { row in LearningOverview.Offers(meeting: try row.identifier(0), title: try row.string(1), expired: try row.int(2)) }
    }
}
