import Core
import People
import SQL

/// Reads and writes what became of contributions. The only writer of these tables, but for taking back.
package struct AftermathStore: Sendable {
    let database: Database
    let journal: Journal
    /// By which givers who signed in are told; nil where nobody is.
    private let notices: NoticeStore?

    package init(database: Database, journal: Journal, notices: NoticeStore? = nil) {
        self.database = database
        self.journal = journal
        self.notices = notices
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// One of these is not in this conversation, or was taken back.
        case unknown
        /// So many contributions have no end yet.
        case open(Int)
    }

    /// Those that somebody gave and that did not end by themselves: statements of who leads the conversation are not among them.
    private static let given: Query = """
        NOT EXISTS (SELECT 1 FROM statement WHERE statement.contribution = contribution.id AND is_seed = 1)
        """

    /// Gives contributions an end, or another; each giver reads the reason.
    ///
    /// - Throws: ``Fault/unknown``: then nothing is written
    package func tell(
        _ outcome: Aftermath.Outcome, because reason: String, next: DutchDay?, about ids: Set<Identifier>, in conversation: Identifier, from origin: Origin
    ) async throws {
        let today = DutchDay(at: origin.time).description, names = ids.map(\.description).sorted()
        try await journal.write(from: origin) { transaction in
            let known = try transaction.first(
                """
                SELECT COUNT(*) FROM contribution WHERE conversation = \(conversation.description) AND state <> 'teruggenomen' AND id IN \(list: names)
                """
            ) { try $0.int(0) }
            guard known == names.count, !names.isEmpty else { throw Fault.unknown }
            for name in names {
                try transaction.send(
                    """
                    INSERT INTO contribution_outcome (contribution, outcome, reason, next_on, told_on, told_by)
                    VALUES (\(name), \(outcome), \(reason), \(next?.description), \(today), \(origin.person?.description))
                    ON CONFLICT (contribution) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, next_on = excluded.next_on,
                        told_on = excluded.told_on, told_by = excluded.told_by
                    """)
            }
            if let notices { try AftermathPost.tell(names, through: notices, from: origin, in: transaction) }
            return ((), ConversationStore.event("aftermath.told", conversation, ["outcome": outcome.rawValue, "count": String(names.count)]))
        }
    }

    /// The conversation is done with: everyone who gave something knows what became of it.
    ///
    /// - Throws: ``Fault/open(_:)``
    package func finish(_ conversation: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)")
            let open = try Self.count(in: conversation, transaction).open
            guard open == 0 else { throw Fault.open(open) }
            try transaction.execute(
                """
                INSERT INTO conversation_finish (conversation, finished_on) VALUES (\(conversation.description), \(DutchDay(at: origin.time).description))
                ON CONFLICT (conversation) DO NOTHING
                """)
            return ((), ConversationStore.event("aftermath.finished", conversation))
        }
    }

    /// For taking back: nothing of it stays.
    static func empty(_ contribution: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM contribution_outcome WHERE contribution = \(contribution.description)")
    }

    // MARK: Reading

    package func find(_ contribution: Identifier) async throws -> Aftermath? {
        try await database.read { try Self.all("contribution = \(contribution.description)", $0)[contribution] }
    }

    private static func all(_ condition: Query, _ reading: Reading) throws -> [Identifier: Aftermath] {
        var all: [Identifier: Aftermath] = [:]
        try reading.each("SELECT contribution, outcome, reason, next_on, told_on FROM contribution_outcome WHERE \(condition)") { row in
            all[try row.identifier(0)] = Aftermath(
                outcome: try row.raw(1), reason: try row.string(2), nextOn: try row.optionalString(3).flatMap { DutchDay($0) }, toldOn: try row.string(4))
        }
        return all
    }

    /// For who leads the conversation: all that was given and not taken back.
    package func lines(in conversation: Identifier) async throws -> [AftermathLine] {
        try await lines("conversation = \(conversation.description) AND state <> 'teruggenomen' AND \(Self.given)", in: conversation)
    }

    /// For everyone: what is published.
    package func published(in conversation: Identifier) async throws -> [AftermathLine] {
        try await lines("conversation = \(conversation.description) AND \(ContributionStore.isOpen) AND \(Self.given)", in: conversation)
    }

    private func lines(_ condition: Query, in conversation: Identifier) async throws -> [AftermathLine] {
        try await database.read { reading in
            let known = try ContributionStore.rows(condition, reading)
            let told = try Self.all("contribution IN (SELECT id FROM contribution WHERE conversation = \(conversation.description))", reading)
            return known.map { AftermathLine(contribution: $0, aftermath: told[$0.id]) }
        }
    }

    package func count(in conversation: Identifier) async throws -> AftermathCount { try await database.read { try Self.count(in: conversation, $0) } }

    static func count(in conversation: Identifier, _ reading: Reading) throws -> AftermathCount {
        var outcomes: [Aftermath.Outcome: Int] = [:], refused = 0, withdrawn = 0, unanswered = 0
        try reading.each(
            """
            SELECT state, outcome, COUNT(*) FROM contribution LEFT JOIN contribution_outcome ON contribution_outcome.contribution = contribution.id
            WHERE conversation = \(conversation.description) AND \(Self.given) GROUP BY state, outcome
            """
        ) { row in
            let state: Contribution.State = try row.raw(0), outcome: Aftermath.Outcome? = try row.optionalRaw(1), count = try row.int(2)
            if state == .withdrawn {
                withdrawn += count
            } else if let outcome {
                outcomes[outcome, default: 0] += count
            } else if state == .refused {
                refused += count
            } else {
                unanswered += count
            }
        }
        return AftermathCount(outcomes: outcomes, refused: refused, withdrawn: withdrawn, open: unanswered)
    }

    /// The day on which it was done with; nil before that.
    package func finished(_ conversation: Identifier) async throws -> String? { try await Self.finished(conversation, database) }

    static func finished(_ conversation: Identifier, _ database: Database) async throws -> String? {
        try await database.read { reading in
            try reading.first("SELECT finished_on FROM conversation_finish WHERE conversation = \(conversation.description)") { try $0.string(0) }
        }
    }
}
