import Core
import People
import SQL

/// Reads and writes who helps whom at a screen. The only writer of this table.
package struct AssistStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// Begins half an hour; one that still ran ends.
    ///
    /// - Parameter helper: who signed in
    /// - Throws: ``CodeStore/Fault/unknown`` for a conversation that is not there
    @discardableResult
    package func begin(_ reason: AssistSession.Reason, by helper: Identifier, in conversation: Identifier, from origin: Origin) async throws -> AssistSession {
        let now = origin.time
        let session = AssistSession(
            id: Identifier(at: now), conversation: conversation, reason: reason, begunAt: now, endsAt: now + AssistSession.longest)
        return try await journal.write(from: origin) { transaction in
            // Holds the conversation: two presses of one button begin one session after the other.
            guard try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)") == 1 else {
                throw CodeStore.Fault.unknown
            }
            try Self.end("helper = \(helper.description)", at: now, transaction)
            try transaction.execute(
                """
                INSERT INTO assist_session (id, conversation, helper, reason, begun_at, ends_at, ended_at, by_telephone)
                VALUES (\(session.id.description), \(conversation.description), \(helper.description), \(reason == .telephone ? .other : reason), \(now), \(session.endsAt), NULL,
                    \(reason == .telephone))
                """)
            return (session, ConversationStore.event("assist.begun", conversation, ["reason": reason.rawValue]))
        }
    }

    /// Ends what runs for this helper.
    ///
    /// - Returns: whether there was anything to end
    @discardableResult
    package func end(by helper: Identifier, in conversation: Identifier, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            let running: Query = "helper = \(helper.description) AND conversation = \(conversation.description)"
            guard try Self.end(running, at: origin.time, transaction) else { return false }
            try journal.add(ConversationStore.event("assist.ended", conversation), from: origin, in: transaction)
            return true
        }
    }

    @discardableResult
    private static func end(_ condition: Query, at now: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE assist_session SET ended_at = CASE WHEN ends_at < \(now) THEN ends_at ELSE \(now) END
            WHERE \(condition) AND ended_at IS NULL
            """) > 0
    }

    /// What this helper does now; nil where nothing runs. It ends by itself.
    package func active(for helper: Identifier, in conversation: Identifier, at now: Int64) async throws -> AssistSession? {
        try await database.read { reading in
            try reading.first(
                """
                SELECT id, reason, begun_at, ends_at, by_telephone FROM assist_session
                WHERE helper = \(helper.description) AND conversation = \(conversation.description) AND ended_at IS NULL AND ends_at > \(now)
                """
            ) { row in
                AssistSession(
                    id: try row.identifier(0), conversation: conversation, reason: try row.bool(4) ? .telephone : try row.raw(1),
                    begunAt: Int64(try row.int(2)),
                    endsAt: Int64(try row.int(3)))
            }
        }
    }

    /// How often there was help in a conversation.
    package func count(in conversation: Identifier) async throws -> Int {
        try await database.read { reading in
            try reading.first("SELECT COUNT(*) FROM assist_session WHERE conversation = \(conversation.description)") { try $0.int(0) } ?? 0
        }
    }
}
