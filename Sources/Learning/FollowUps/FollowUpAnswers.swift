import Core
import People
import SQL

extension FollowUpStore {
    /// Who answers: the proof of a mail, or someone who signed in.
    package enum Answerer: Sendable, Hashable {
        case proof(String)
        case person(Identifier)
    }

    private static func condition(_ answerer: Answerer, at now: Int64) -> Query {
        switch answerer {
        case .proof(let token):
            """
            id IN (SELECT follow_up_proof_line.follow_up FROM follow_up_proof_line
                JOIN follow_up_proof ON follow_up_proof.token = follow_up_proof_line.token
                WHERE follow_up_proof.token = \(digest(token)) AND follow_up_proof.ends_at > \(now))
            """
        case .person(let person): "person = \(person.description)"
        }
    }

    /// What someone is or was asked, the oldest first; empty for a proof that is not known or over its time.
    package func asked(_ answerer: Answerer, at now: Int64) async throws -> [FollowUp] {
        try await database.read { try Self.followUps(Self.condition(answerer, at: now), $0) }
    }

    /// Writes what someone says, each once.
    ///
    /// - Throws: ``Fault/unknown`` for one that they were not asked, ``Fault/over`` for one that they said something of before
    package func answer(_ said: [Identifier: FollowUp.Said], _ answerer: Answerer, from origin: Origin) async throws {
        guard let first = said.keys.min() else { throw Fault.unknown }
        try await journal.write(from: origin) { transaction in
            let open = Set(try Self.followUps(Self.condition(answerer, at: origin.time), transaction).map(\.id))
            for (id, one) in said.sorted(by: { $0.key < $1.key }) {
                guard open.contains(id) else { throw Fault.unknown }
                let changed = try transaction.execute(
                    """
                    UPDATE follow_up SET answered_at = \(origin.time), used = \(one.used), used_words = \(one.words), outcome = \(one.outcome),
                        hours = \(one.hours), sharing = \(one.sharing)
                    WHERE id = \(id.description) AND answered_at IS NULL
                    """)
                guard changed == 1 else { throw Fault.over }
            }
            return ((), Event("follow-up.answered", Event.Thing("follow-up", first.description), details: ["count": String(said.count)]))
        }
    }

    /// Sends someone no more of these mails; what they were asked stays unknown.
    package func stop(_ proof: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let tag = try transaction.first(
                "SELECT mail_key FROM follow_up_proof WHERE token = \(Self.digest(proof)) AND ends_at > \(origin.time)"
            ) { try $0.bytes(0) }
            guard let tag else { throw Fault.unknown }
            try transaction.execute(
                "INSERT INTO follow_up_stop (mail_key, stopped_at) VALUES (\(tag), \(origin.time)) ON CONFLICT (mail_key) DO NOTHING")
            return ((), Event("follow-up.stopped", nil))
        }
    }

    /// Whether the holder of a proof wants no more of these mails.
    package func isStopped(_ proof: String) async throws -> Bool {
        try await database.read { reading in
            try reading.first(
                """
                SELECT follow_up_stop.stopped_at FROM follow_up_stop JOIN follow_up_proof ON follow_up_proof.mail_key = follow_up_stop.mail_key
                WHERE follow_up_proof.token = \(Self.digest(proof))
                """
            ) { try $0.int(0) } != nil
        }
    }

    // MARK: What came of it

    /// What came of one meeting, or of all sessions of groups together: of one group it is not told.
    package struct Result: Sendable, Hashable {
        package let kind: FollowUp.Kind
        /// Nil for sessions.
        package let meeting: Identifier?
        package let title: String
        package let happenedAt: Int64?
        package let term: FollowUp.Term
        package let count: FollowUpCount
        package let quotes: [Quote]
    }

    /// Words that someone lets others read.
    package struct Quote: Sendable, Hashable {
        package let words: String
        package let outcome: String
        /// Nil for who wants no name with it.
        package let name: String?
        package let person: Identifier?
    }

    private struct Row: Sendable {
        let followUp: FollowUp
        let quote: Quote?
    }

    /// - Parameter period: when the meeting or the session ended; nil for all
    package func results(of programme: Identifier, in period: Range<Int64>? = nil) async throws -> [Result] {
        let span = period ?? 0..<Int64.max
        let rows = try await database.read { reading in
            let condition: Query = "programme = \(programme.description) AND happened_at >= \(span.lowerBound) AND happened_at < \(span.upperBound)"
            let quotes = try Self.quotes(condition, reading)
            return try Self.followUps(condition, reading).map { Row(followUp: $0, quote: quotes[$0.id]) }
        }
        struct Key: Hashable {
            let meeting: Identifier?
            let term: FollowUp.Term
        }
        let groups = Dictionary(grouping: rows) { Key(meeting: $0.followUp.kind == .meeting ? $0.followUp.thing : nil, term: $0.followUp.term) }
        return groups.map { key, rows in
            var count = FollowUpCount()
            for row in rows { count.add(row.followUp.said) }
            let meeting = key.meeting == nil ? nil : rows.first?.followUp
            return Result(
                kind: key.meeting == nil ? .session : .meeting, meeting: key.meeting, title: meeting?.title ?? "", happenedAt: meeting?.happenedAt,
                term: key.term, count: count, quotes: rows.compactMap(\.quote))
        }
        .sorted { Self.place($0) < Self.place($1) }
    }

    /// The newest meeting first, sessions last.
    private static func place(_ result: Result) -> (Int64, String, Int) {
        (-(result.happenedAt ?? 0), result.meeting?.description ?? "", result.term.rawValue)
    }

    private static func quotes(_ condition: Query, _ reading: Reading) throws -> [Identifier: Quote] {
        let found = try reading.all(
            """
            SELECT id, used_words, outcome, sharing, name, person FROM follow_up
            WHERE \(condition) AND sharing <> 'niet' AND (used_words <> '' OR outcome <> '') ORDER BY id
            """
        ) { row in
            let isNamed = try row.string(3) == FollowUp.Sharing.named.rawValue, name = try row.string(4)
            let quote = Quote(
                words: try row.string(1), outcome: try row.string(2), name: isNamed && !name.isEmpty ? name : nil,
                person: isNamed ? try row.optionalString(5).flatMap { Identifier($0) } : nil)
            return (try row.identifier(0), quote)
        }
        return Dictionary(found) { first, _ in first }
    }

    static func followUps(_ condition: Query, _ reading: Reading) throws -> [FollowUp] {
        try reading.all(
            """
            SELECT id, thing_kind, thing, months, title, happened_at, asked_at, used, used_words, outcome, hours, sharing
            FROM follow_up WHERE \(condition) ORDER BY id
            """
        ) { row in
            let used: FollowUp.Used? = try row.optionalRaw(7)
            let said = try used.map { used in
                FollowUp.Said(used: used, words: try row.string(8), outcome: try row.string(9), hours: try row.optionalInt(10), sharing: try row.raw(11))
            }
            return FollowUp(
                id: try row.identifier(0), kind: try row.raw(1), thing: try row.identifier(2),
                term: try row.int(3) == FollowUp.Term.quarter.rawValue ? .quarter : .year, title: try row.string(4), happenedAt: Int64(try row.int(5)),
                askedAt: Int64(try row.int(6)), said: said)
        }
    }
}
