import Core
import Measures
import People
import SQL

/// Reads and writes statements, beside their contributions. The only writer of this table.
package struct StatementBook: Sendable {
    let database: Database
    let journal: Journal
    let contributions: ContributionStore

    package init(contributions: ContributionStore) {
        database = contributions.database
        journal = contributions.journal
        self.contributions = contributions
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such statement.
        case unknown
        /// There are as many as a conversation can have, or as many for everyone as there can be.
        case full
        /// The conversation is over.
        case closed
    }

    // MARK: Writing

    /// Who leads the conversation gives it its first statements.
    ///
    /// - Throws: ``Fault/full``, ``Fault/closed``
    package func seed(_ list: [String], language: String, in conversation: Conversation, from origin: Origin) async throws {
        guard conversation.state(at: origin.time) != .closed else { throw Fault.closed }
        try await journal.write(from: origin) { transaction in
            for words in list {
                let entry = Contribution.Entry(.statement, words, language: language)
                // Who leads it has read it.
                let (receipt, _) = try contributions.receive(entry, in: conversation.id, moderation: .after, at: origin.time, transaction)
                _ = try Self.add(receipt.id, isSeed: true, in: conversation.id, at: origin.time, transaction)
            }
            return ((), ConversationStore.event("voices.seeded", conversation.id, ["count": String(list.count)]))
        }
    }

    /// A resident writes one. It goes the way of everything people say: a moderator reads it before or after.
    ///
    /// - Parameters:
    ///   - mark: of the writer, who is not asked about it
    ///   - code: of the form: what was sent twice comes in once
    /// - Throws: ``Fault/full``
    package func propose(
        _ entry: Contribution.Entry, by mark: [UInt8], in conversation: Conversation, code: VoiceCode = .random(), at time: Int64
    ) async throws -> ContributionStore.Receipt {
        try await database.write { transaction in
            let (receipt, isNew) = try contributions.receive(
                entry, in: conversation.id, moderation: conversation.facts.moderation, code: code, at: time, transaction)
            guard isNew else { return receipt }
            let number = try Self.add(receipt.id, isSeed: false, in: conversation.id, at: time, transaction)
            try transaction.execute(
                "INSERT INTO statement_author (conversation, statement, mark) VALUES (\(conversation.id.description), \(number), \(mark))")
            try journal.add(ContributionStore.added(.statement, in: conversation.id), from: ContributionStore.nobody(time), in: transaction)
            return receipt
        }
    }

    private static func add(
        _ contribution: Identifier, isSeed: Bool, in conversation: Identifier, at time: Int64, _ transaction: Transaction
    ) throws -> Int {
        // Holds the row: two that come together get different numbers.
        try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)")
        let newest = try transaction.first("SELECT COALESCE(MAX(number), 0) FROM statement WHERE conversation = \(conversation.description)") { try $0.int(0) }
        let number = (newest ?? 0) + 1
        guard number <= Statement.most else { throw Fault.full }
        try transaction.execute(
            """
            INSERT INTO statement (conversation, number, contribution, is_seed, must_see, added_on)
            VALUES (\(conversation.description), \(number), \(contribution.description), \(isSeed), 0, \(DutchDay(at: time).description))
            """)
        try transaction.execute(
            "INSERT INTO statement_tally (conversation, statement, agree, disagree, pass) VALUES (\(conversation.description), \(number), 0, 0, 0)")
        return number
    }

    /// Chooses what everyone is to see, at most three.
    ///
    /// - Throws: ``Fault/full``, ``Fault/unknown``
    package func showEveryone(_ numbers: Set<Int>, in conversation: Identifier, from origin: Origin) async throws {
        guard numbers.count <= Statement.mostForEveryone else { throw Fault.full }
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)")
            try transaction.execute("UPDATE statement SET must_see = 0 WHERE conversation = \(conversation.description) AND must_see = 1")
            let chosen = try transaction.execute(
                "UPDATE statement SET must_see = 1 WHERE conversation = \(conversation.description) AND number IN \(list: numbers.sorted())")
            guard chosen == numbers.count else { throw Fault.unknown }
            return ((), ConversationStore.event("voices.must-see", conversation, ["count": String(chosen)]))
        }
    }

    /// Keeps how far each statement stands out in the last search for groups, for which one is asked next.
    static func standOut(_ extremities: [Int: Double], in conversation: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE statement_tally SET extremity = 0 WHERE conversation = \(conversation.description)")
        for (number, extremity) in extremities.sorted(by: { $0.key < $1.key }) {
            try transaction.send(
                "UPDATE statement_tally SET extremity = \(extremity) WHERE conversation = \(conversation.description) AND statement = \(number)")
        }
    }

    // MARK: Reading

    /// All that can be voted on, by their numbers. What was not published, or was taken back, is not among them.
    package func list(in conversation: Identifier) async throws -> [Statement] {
        try await database.read { try Self.list(in: conversation, $0) }
    }

    /// Whether people were asked about anything, also when all of it was taken back since.
    static func isAny(in conversation: Identifier, _ database: Database) async throws -> Bool {
        try await database.read { try $0.first("SELECT 1 FROM statement WHERE conversation = \(conversation.description) LIMIT 1") { _ in true } ?? false }
    }

    static func list(in conversation: Identifier, _ reading: Reading) throws -> [Statement] {
        try reading.all(
            """
            SELECT statement.number, statement.contribution, contribution.shown, contribution.language, is_seed, must_see, statement.added_on,
                agree, disagree, pass, shown_agree, shown_disagree, shown_pass, extremity
            FROM statement JOIN contribution ON contribution.id = statement.contribution
            JOIN statement_tally ON statement_tally.conversation = statement.conversation AND statement_tally.statement = statement.number
            WHERE statement.conversation = \(conversation.description) AND contribution.visibility = 'iedereen'
                AND contribution.state IN ('geplaatst', 'deels-geplaatst')
            ORDER BY statement.number
            """
        ) { row in
            guard let day = DutchDay(try row.string(6)) else { throw Fault.unknown }
            func tally(_ place: Int) throws -> VoteTally {
                let agree = try row.int(place), disagree = try row.int(place + 1)
                return VoteTally(agree: agree, disagree: disagree, votes: agree + disagree + (try row.int(place + 2)))
            }
            return Statement(
                number: try row.int(0), contribution: try row.identifier(1), words: try row.string(2), language: try row.string(3), isSeed: try row.bool(4),
                isForEveryone: try row.bool(5), addedOn: day, tally: try tally(7), shown: try tally(10), extremity: try row.double(13))
        }
    }
}
