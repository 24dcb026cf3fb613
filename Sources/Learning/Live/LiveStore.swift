import Core
import People
import SQL

/// Reads and writes live sessions with their questions and polls. The only writer of these tables.
package struct LiveStore: Sendable {
    let database: Database
    let journal: Journal
    let throttle: Throttle

    package init(database: Database, journal: Journal, throttle: Throttle) {
        self.database = database
        self.journal = journal
        self.throttle = throttle
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such session, question or poll.
        case unknown
        /// The session is closed, or the meeting too long over.
        case over
        /// Not an answer to this poll, or a text that is too long or empty.
        case facts
        /// The poll takes no answers now.
        case closed
        /// Another poll is open: people answer one at a time.
        case another
        case tooMany
    }

    /// Who takes part: nobody knows more of them.
    package struct Participant: Sendable, Hashable {
        /// Of ``LiveMark``.
        let mark: String
        /// Whose tries are counted together.
        let client: String

        package init(mark: String, client: String) {
            self.mark = mark
            self.client = client
        }
    }

    static let typing = Throttle.Rule(kind: "live-code", most: 150, window: 900_000)
    /// Questions of one browser.
    static let asking = Throttle.Rule(kind: "live-asking", most: 10, window: 600_000)
    /// All that is sent from one address: a room has many people behind one.
    static let sending = Throttle.Rule(kind: "live-sending", most: 2000, window: 600_000)

    static func event(_ action: String, _ session: Identifier) -> Event { Event(action, Event.Thing("live-session", session.description)) }

    /// What participants send is written down without them, also where they signed in: nobody can tell later who chose what.
    static func nobody(_ time: Int64) -> Origin { Origin(person: nil, request: "live", channel: .web, time: time) }

    // MARK: Sessions

    /// Opens the session of a meeting, or opens it again with the same code.
    @discardableResult
    package func open(for meeting: Identifier, from origin: Origin) async throws -> AttendanceCode {
        try await journal.write(from: origin) { transaction in
            guard let door = try MeetingDoor.find(meeting, transaction), !door.isCancelled else { throw Fault.over }
            let ends = door.facts.endsAt + LiveSession.after
            guard origin.time < ends else { throw Fault.over }
            let id = Identifier(at: origin.time)
            try transaction.execute(
                """
                INSERT INTO live_session (id, meeting, code, version, opened_at, ends_at, closed_at)
                VALUES (\(id.description), \(meeting.description), \(AttendanceCode.random().description), 1, \(origin.time), \(ends), NULL)
                ON CONFLICT (meeting) DO UPDATE SET closed_at = NULL, ends_at = excluded.ends_at, version = live_session.version + 1
                """)
            guard let session = try Self.sessions("meeting = \(meeting.description)", transaction).first else { throw Fault.unknown }
            return (session.code, Self.event("live.opened", session.id))
        }
    }

    /// Closes it, with the poll that is still open.
    package func close(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            _ = try Self.hold(id, at: origin.time, transaction)
            try transaction.execute("UPDATE live_poll SET closed_at = \(origin.time) WHERE session = \(id.description) AND closed_at IS NULL")
            try transaction.execute("UPDATE live_session SET closed_at = \(origin.time) WHERE id = \(id.description)")
            return ((), Self.event("live.closed", id))
        }
    }

    /// The open session of a code that someone typed; nil where there is none, or after too many tries from one address.
    package func enter(_ code: AttendanceCode, client: String, at time: Int64) async throws -> LiveSession? {
        try await database.write { transaction in
            guard try throttle.take(Self.typing, client, at: time, in: transaction) else { return nil }
            return try Self.sessions("code = \(code.description)", transaction).first.flatMap { $0.isOpen(at: time) ? $0 : nil }
        }
    }

    package func session(_ code: AttendanceCode) async throws -> LiveSession? {
        try await database.read { try Self.sessions("code = \(code.description)", $0).first }
    }

    package func session(of meeting: Identifier) async throws -> LiveSession? {
        try await database.read { try Self.sessions("meeting = \(meeting.description)", $0).first }
    }

    /// A text that differs when something changed; nil when the session is over.
    package func standing(of id: Identifier, at now: Int64) async throws -> String? {
        try await database.read { reading in
            try Self.sessions("id = \(id.description)", reading).first.flatMap { $0.isOpen(at: now) ? "\($0.version)" : nil }
        }
    }

    static func sessions(_ condition: Query, _ reading: Reading) throws -> [LiveSession] {
        try reading.all("SELECT id, meeting, code, version, ends_at, closed_at FROM live_session WHERE \(condition)") { row in
            guard let code = AttendanceCode(try row.string(2)) else { throw Fault.unknown }
            return LiveSession(
                id: try row.identifier(0), meeting: try row.identifier(1), code: code, version: try row.int(3), endsAt: Int64(try row.int(4)),
                closedAt: try row.optionalInt(5).map { Int64($0) })
        }
    }

    /// Holds an open session and says to all streams that it changes.
    @discardableResult
    static func hold(_ id: Identifier, at time: Int64, _ transaction: Transaction) throws -> LiveSession {
        try transaction.execute("UPDATE live_session SET version = version + 1 WHERE id = \(id.description)")
        guard let session = try sessions("id = \(id.description)", transaction).first else { throw Fault.unknown }
        guard session.isOpen(at: time) else { throw Fault.over }
        return session
    }

    /// One more from a participant, without telling who.
    func send<Value: Sendable>(
        _ action: String, _ session: Identifier, by participant: Participant, _ rule: Throttle.Rule? = nil, at time: Int64,
        _ work: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let done: Value? = try await database.write { transaction in
            guard try throttle.take(Self.sending, participant.client, at: time, in: transaction) else { return nil }
            if let rule, try !throttle.take(rule, participant.mark, at: time, in: transaction) { return nil }
            try Self.hold(session, at: time, transaction)
            let value = try work(transaction)
            try journal.add(Self.event(action, session), from: Self.nobody(time), in: transaction)
            return value
        }
        guard let done else { throw Fault.tooMany }
        return done
    }

    /// Texts go half a year after the meeting, unless a question was taken along to look back on; those go with the meeting.
    ///
    /// - Returns: how many rows went
    static func forget(before now: Int64, _ transaction: Transaction) throws -> Int {
        let limit = now - 183 * 86_400_000
        let old: Query = "session IN (SELECT live_session.id FROM live_session WHERE ends_at < \(limit))"
        let supports = try transaction.execute("DELETE FROM live_support WHERE question IN (SELECT live_question.id FROM live_question WHERE \(old))")
        return try supports + transaction.execute("DELETE FROM live_question WHERE taken = 0 AND \(old)")
            + transaction.execute("DELETE FROM live_poll WHERE \(old)")
    }
}
