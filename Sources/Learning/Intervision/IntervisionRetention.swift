import Core
import People
import SQL

/// How long what a group says is kept, and what goes with a person.
enum IntervisionTerm {
    /// Days after a session: half a year.
    static let notes = RetentionTerm.groupNotes
    /// Days before a session that people are reminded.
    static let reminders = [28, 14, 1]
    static let day: Int64 = 86_400_000
}

extension IntervisionSessionStore {
    /// Takes away the raw notes of sessions of half a year ago, and what came of them unless the one who brought the question agreed that it stays.
    ///
    /// - Returns: the number of sessions that were emptied
    package static func forget(before now: Int64, in transaction: Transaction) throws -> Int {
        let limit = now - IntervisionTerm.notes * IntervisionTerm.day
        let old = try transaction.all(
            "SELECT id FROM intervision_session WHERE emptied_at IS NULL AND COALESCE(closed_at, planned_at) < \(limit)"
        ) { try $0.string(0) }
        for id in old {
            try transaction.execute("DELETE FROM intervision_note WHERE session = \(id)")
            try transaction.execute("DELETE FROM intervision_ready WHERE session = \(id)")
            try transaction.execute(
                """
                DELETE FROM intervision_yield WHERE session = \(id)
                AND EXISTS (SELECT 1 FROM intervision_session WHERE id = \(id) AND COALESCE(keeps_yields, 0) = 0)
                """)
            try transaction.execute("UPDATE intervision_session SET question = '', emptied_at = \(now) WHERE id = \(id)")
        }
        return old.count
    }

    /// Takes someone out of all groups with every word of theirs; what a group agreed on stays, without their name.
    package static func forget(person: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM intervision_note WHERE person = \(person)")
        try transaction.execute("DELETE FROM intervision_ready WHERE person = \(person)")
        try transaction.execute("DELETE FROM intervision_presence WHERE person = \(person)")
        try transaction.execute("DELETE FROM intervision_member WHERE person = \(person)")
        try transaction.execute("UPDATE intervision_yield SET owner = NULL WHERE owner = \(person)")
        // Their question is theirs.
        try transaction.execute("UPDATE intervision_session SET question = '' WHERE bringer = \(person)")
        try transaction.execute("UPDATE intervision_session SET bringer = NULL WHERE bringer = \(person)")
        try transaction.execute("UPDATE intervision_session SET facilitator = NULL WHERE facilitator = \(person)")
        try transaction.execute("UPDATE intervision_session SET time_keeper = NULL WHERE time_keeper = \(person)")
        try transaction.execute("UPDATE intervision_session SET note_taker = NULL WHERE note_taker = \(person)")
    }

    /// Reminds groups of a session: four weeks and two weeks ahead to prepare, and the day before with what was agreed last time. Each once, whatever the
    /// number of nodes; of several that are due the nearest only.
    ///
    /// - Returns: the number of sessions that people were reminded of
    @discardableResult
    package func remind(from origin: Origin) async throws -> Int {
        let now = origin.time, journal = journal, notices = notices
        return try await database.write { transaction in
            var told = 0
            let last = Int64(IntervisionTerm.reminders.max() ?? 0) * IntervisionTerm.day
            for session in try Self.sessions(where: "state = 'gepland' AND planned_at > \(now) AND planned_at <= \(now + last)", transaction) {
                let due = IntervisionTerm.reminders.filter { session.plannedAt - now <= Int64($0) * IntervisionTerm.day }
                guard let nearest = due.min() else { continue }
                var isFirst = false
                for days in due {
                    let added = try transaction.execute(
                        """
                        INSERT INTO intervision_reminder (session, days, told_at) VALUES (\(session.id.description), \(days), \(now))
                        ON CONFLICT (session, days) DO NOTHING
                        """)
                    if days == nearest { isFirst = added == 1 }
                }
                guard isFirst else { continue }
                let members = try transaction.all(
                    "SELECT person FROM intervision_member WHERE group_id = \(session.group.description) AND state = 'lid' ORDER BY person"
                ) { try $0.identifier(0) }
                try notices.tell(
                    IntervisionNotice.session.kind, IntervisionNotice.coming(session.id, days: nearest), to: members, from: origin, in: transaction)
                try journal.add(Self.event("intervision.session-reminded", session.id), from: origin, in: transaction)
                told += 1
            }
            return told
        }
    }
}
