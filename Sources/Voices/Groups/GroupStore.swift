import Core
import Credentials
import Measures
import People
import SQL

/// Reads and writes what searches for groups found, and the names of groups. The only writer of these tables.
package struct GroupStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a search, or a name, can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// This many people are needed.
        case few(Int)
        /// This many people more, or fewer, than the last time are needed.
        case soon(Int)
        /// The same votes were searched with this smallest group.
        case same
        /// The same votes with another smallest group need a reason.
        case reason
        /// More votes than a search can read.
        case many
        /// No group has this letter.
        case unknown
    }

    /// Between two searches, so that the difference tells of no one.
    package static let change = 10

    // MARK: Reading

    /// The newest first.
    package func runs(in conversation: Identifier) async throws -> [PublishedGroups] {
        try await database.read { try Self.runs(in: conversation, $0) }
    }

    static func runs(in conversation: Identifier, _ reading: Reading) throws -> [PublishedGroups] {
        try reading.all(
            """
            SELECT number, made_on, reason, people, votes_digest, found FROM opinion_run WHERE conversation = \(conversation.description)
            ORDER BY number DESC
            """
        ) { row in
            PublishedGroups(
                number: try row.int(0), day: try row.string(1), reason: try row.optionalString(2), people: try row.int(3), digest: try row.bytes(4),
                run: try KeptText.value(try row.string(5)))
        }
    }

    /// What people call the groups, by letter.
    static func names(in conversation: Identifier, _ reading: Reading) throws -> [String: String] {
        try reading.all("SELECT letter, words FROM opinion_group_name WHERE conversation = \(conversation.description)") {
            (try $0.string(0), try $0.string(1))
        }
        .reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    /// All of it, beside the statements that can be voted on.
    func outcome(of conversation: Identifier) async throws -> GroupOutcome {
        try await database.read { reading in
            GroupOutcome(
                runs: try Self.runs(in: conversation, reading), names: try Self.names(in: conversation, reading),
                statements: try StatementBook.list(in: conversation, reading))
        }
    }

    /// The votes that count now.
    ///
    /// - Throws: ``Fault/many``
    func votes(in conversation: Identifier) async throws -> GroupVotes {
        let id = conversation.description
        return try await database.read { reading in
            var places: [Int: Int32] = [:], votes: [Vote] = []
            try reading.each(
                """
                SELECT vote.voter, vote.statement, vote.value FROM vote JOIN voter ON voter.conversation = vote.conversation AND voter.number = vote.voter
                WHERE vote.conversation = \(id) AND voter.is_apart = 0 ORDER BY vote.voter, vote.statement
                """
            ) { row in
                let voter = try row.int(0), place = places[voter] ?? Int32(places.count)
                places[voter] = place
                guard let choice = Vote.Choice(rawValue: Int8(clamping: try row.int(2))) else { return }
                votes.append(Vote(participant: place, statement: Int32(try row.int(1) - 1), choice: choice))
            }
            let open = Set(try StatementBook.list(in: conversation, reading).map(\.number))
            do {
                return try GroupVotes(votes, voters: places.count, open: open)
            } catch { throw Fault.many }
        }
    }

    // MARK: Rules

    /// Whether a search may be published after the last one.
    ///
    /// - Throws: ``Fault``
    static func check(_ votes: GroupVotes, floor: Int, reason: String?, after last: PublishedGroups?) throws(Fault) {
        guard votes.people >= 2 * floor else { throw .few(2 * floor) }
        guard let last else { return }
        guard abs(votes.people - last.people) < change else { return }
        guard votes.digest == last.digest else { throw .soon(change) }
        guard floor != last.run.plan.floor else { throw .same }
        guard reason != nil else { throw .reason }
    }

    // MARK: Writing

    /// Publishes what a search found, and lets what stands out in it weigh in which statement is asked next.
    ///
    /// - Throws: ``Fault``: another search can have come first
    func publish(
        _ found: (run: GroupRun, extremities: [Int: Double]), of votes: GroupVotes, because reason: String?, in conversation: Identifier, from origin: Origin
    ) async throws {
        let text = try KeptText.of(found.run), id = conversation.description
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE conversation SET title = title WHERE id = \(id)")
            // Who votes meanwhile waits: both write the counts of statements.
            _ = try VoteStore.hold(conversation, transaction)
            let runs = try Self.runs(in: conversation, transaction)
            try Self.check(votes, floor: found.run.plan.floor, reason: reason, after: runs.first)
            // A smallest group already seen with these votes is not shown twice.
            guard !runs.contains(where: { $0.digest == votes.digest && $0.run.plan.floor == found.run.plan.floor }) else { throw Fault.same }
            let number = (runs.first?.number ?? 0) + 1
            try transaction.execute(
                """
                INSERT INTO opinion_run (conversation, number, made_on, made_by, floor, reason, people, votes_digest, found)
                VALUES (\(id), \(number), \(DutchDay(at: origin.time).description), \(origin.person?.description), \(found.run.plan.floor), \(reason),
                    \(votes.people), \(votes.digest), \(text))
                """)
            try StatementBook.standOut(found.extremities, in: conversation, transaction)
            let details = ["number": String(number), "floor": String(found.run.plan.floor)].merging(reason.map { ["reason": $0] } ?? [:]) { $1 }
            return ((), ConversationStore.event("voices.groups-made", conversation, details))
        }
    }

    /// Gives groups of the newest search their names; an empty one takes the name away.
    ///
    /// - Throws: ``Fault/unknown``
    package func name(_ names: [String: String], in conversation: Identifier, from origin: Origin) async throws {
        let id = conversation.description
        try await journal.write(from: origin) { transaction in
            let letters = Set(try Self.runs(in: conversation, transaction).first?.run.groups.map(\.letter) ?? [])
            guard letters.isSuperset(of: names.keys) else { throw Fault.unknown }
            for (letter, words) in names.sorted(by: { $0.key < $1.key }) {
                try transaction.execute("DELETE FROM opinion_group_name WHERE conversation = \(id) AND letter = \(letter)")
                if !words.isEmpty {
                    try transaction.execute("INSERT INTO opinion_group_name (conversation, letter, words) VALUES (\(id), \(letter), \(words))")
                }
            }
            return ((), ConversationStore.event("voices.groups-named", conversation))
        }
    }
}
