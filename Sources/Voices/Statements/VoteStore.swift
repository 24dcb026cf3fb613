import Core
import Credentials
import Measures
import People
import SQL

/// Reads and writes votes and the numbers of who vote. The only writer of these tables.
package struct VoteStore: Sendable {
    let database: Database
    let journal: Journal
    let marks: VoiceMarks

    package init(database: Database, journal: Journal, key: SecretKey) {
        self.database = database
        self.journal = journal
        marks = VoiceMarks(key)
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such voter, code or crowd here.
        case unknown
        /// In this browser somebody voted already, as somebody else.
        case voted
    }

    // MARK: Voting

    /// Writes votes that came together, in one transaction with one event.
    ///
    /// - Parameter crowd: for a new voter at an address: the number of the crowd they are in; nil where they are in none
    /// - Returns: the number of each one's voter, in their order
    @discardableResult
    package func cast(
        _ votes: [CastVote], in conversation: Identifier, at time: Int64, crowd: @escaping @Sendable (String) -> Int64? = { _ in nil }
    ) async throws -> [Int] {
        try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            var turn = VoteTurn(conversation: conversation, newest: try Self.hold(conversation, transaction))
            try turn.findVoters(votes, transaction)
            try turn.addVoters(votes, at: time, crowd: crowd, transaction)
            try turn.write(votes, transaction)
            let numbers = votes.compactMap { turn.voters[$0.mark]?.number }
            return (numbers, ConversationStore.event("voices.voted", conversation, ["count": String(votes.count)]))
        }
    }

    /// Holds the votes of a conversation: only one node counts at a time.
    ///
    /// - Returns: the newest number
    static func hold(_ conversation: Identifier, _ transaction: Transaction) throws -> Int {
        func newest() throws -> Int? {
            try transaction.first("UPDATE voter_count SET newest = newest WHERE conversation = \(conversation.description) RETURNING newest") { try $0.int(0) }
        }
        if let known = try newest() { return known }
        try transaction.execute("INSERT INTO voter_count (conversation, newest) VALUES (\(conversation.description), 0) ON CONFLICT (conversation) DO NOTHING")
        return try newest() ?? 0
    }

    // MARK: Going on elsewhere

    /// A code to go on with on another device. An older one holds no more.
    ///
    /// - Throws: ``Fault/unknown`` for who did not vote yet
    package func resumeCode(for mark: [UInt8], in conversation: Identifier, at time: Int64) async throws -> VoiceCode {
        let code = VoiceCode.random(), tag = marks.tag(code)
        return try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE voter SET resume = \(tag) WHERE conversation = \(conversation.description) AND number IN (
                    SELECT voter FROM voter_mark WHERE conversation = \(conversation.description) AND mark = \(mark))
                """)
            guard changed == 1 else { throw Fault.unknown }
            return (code, ConversationStore.event("voices.resumable", conversation))
        }
    }

    /// A browser becomes another way in for the voter of a code.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/voted``
    package func resume(_ code: VoiceCode, as mark: [UInt8], in conversation: Identifier, at time: Int64) async throws {
        let tag = marks.tag(code)
        try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            _ = try Self.hold(conversation, transaction)
            let found = try transaction.first("SELECT number FROM voter WHERE conversation = \(conversation.description) AND resume = \(tag)") { try $0.int(0) }
            guard let found else { throw Fault.unknown }
            let known = try Self.voter(mark, conversation, transaction)
            guard known == nil || known == found else { throw Fault.voted }
            try transaction.execute(
                """
                INSERT INTO voter_mark (conversation, mark, voter) VALUES (\(conversation.description), \(mark), \(found))
                ON CONFLICT (conversation, mark) DO NOTHING
                """)
            return ((), ConversationStore.event("voices.resumed", conversation))
        }
    }

    // MARK: People from one place

    /// Counts a crowd, or keeps it apart.
    ///
    /// - Throws: ``Fault/unknown`` where there is no such crowd, or it stands so already
    package func settle(
        _ crowd: Int64, isApart: Bool, because reason: CrowdReason, in conversation: Identifier, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            let turn = VoteTurn(conversation: conversation, newest: try Self.hold(conversation, transaction))
            let moved = try turn.move(crowd, isApart: isApart, transaction)
            guard moved > 0 else { throw Fault.unknown }
            let details = ["people": String(moved), "standing": isApart ? "apart" : "telt", "reason": reason.rawValue]
            return ((), ConversationStore.event("voices.crowd", conversation, details))
        }
    }

    package func crowds(in conversation: Identifier) async throws -> [VoterCrowd] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT crowd, COUNT(*), MAX(is_apart) FROM voter WHERE conversation = \(conversation.description) AND crowd IS NOT NULL
                GROUP BY crowd ORDER BY crowd
                """
            ) { VoterCrowd(number: Int64(try $0.int(0)), people: try $0.int(1), isApart: try $0.bool(2)) }
        }
    }

    // MARK: Reading

    /// What someone did so far.
    func ballot(of mark: [UInt8], in conversation: Identifier) async throws -> Ballot {
        try await database.read { reading in
            let id = conversation.description
            var ballot = Ballot(voter: try Self.voter(mark, conversation, reading))
            if let voter = ballot.voter {
                try reading.each("SELECT statement, value FROM vote WHERE conversation = \(id) AND voter = \(voter)") { row in
                    ballot.choices[try row.int(0)] = Vote.Choice(rawValue: Int8(clamping: try row.int(1)))
                }
            }
            try reading.each(
                """
                SELECT statement FROM statement_author WHERE conversation = \(id) AND (mark = \(mark)
                    OR mark IN (SELECT mark FROM voter_mark WHERE conversation = \(id) AND voter = \(ballot.voter ?? 0)))
                """
            ) { ballot.own.insert(try $0.int(0)) }
            return ballot
        }
    }

    private static func voter(_ mark: [UInt8], _ conversation: Identifier, _ reading: Reading) throws -> Int? {
        try reading.first("SELECT voter FROM voter_mark WHERE conversation = \(conversation.description) AND mark = \(mark)") { try $0.int(0) }
    }

    /// How many people everyone is told of, and how many are kept apart.
    static func people(in conversation: Identifier, _ reading: Reading) throws -> (shown: ShownPeople, apart: Int) {
        let shown = try VoteTurn.shown(conversation, reading).shown
        let apart = try reading.first(
            "SELECT COUNT(*) FROM voter WHERE conversation = \(conversation.description) AND crowd IS NOT NULL AND is_apart = 1"
        ) { try $0.int(0) }
        return (shown, apart ?? 0)
    }

    /// How many votes came on each statement by each way. How they voted is not told here.
    package func votesByChannel(in conversation: Identifier) async throws -> [Int: [Contribution.Channel: Int]] {
        try await database.read { reading in
            var counts: [Int: [Contribution.Channel: Int]] = [:]
            try reading.each(
                """
                SELECT vote.statement, voter.channel, COUNT(*) FROM vote
                JOIN voter ON voter.conversation = vote.conversation AND voter.number = vote.voter
                WHERE vote.conversation = \(conversation.description) GROUP BY vote.statement, voter.channel
                """
            ) { counts[try $0.int(0), default: [:]][try $0.raw(1)] = try $0.int(2) }
            return counts
        }
    }
}

/// Why people from one place count, or are kept apart.
package enum CrowdReason: String, Sendable, Hashable, CaseIterable {
    case together = "samen-in-een-zaal"
    case network = "zelfde-netwerk"
    case strange = "vreemd-patroon"
    case asked = "nagevraagd"
}
