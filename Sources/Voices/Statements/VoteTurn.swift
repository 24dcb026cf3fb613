import Core
import Measures
import People
import SQL

/// Votes that are written together, inside the transaction that holds the votes of their conversation.
struct VoteTurn {
    let conversation: Identifier
    /// The highest number that a voter has.
    var newest: Int
    var voters: [[UInt8]: Voter] = [:]
    /// Those who came with this turn.
    private var added: [Voter] = []

    struct Voter {
        let number: Int
        let isApart: Bool
        let channel: Contribution.Channel
    }

    /// What changes in how many there are of each answer.
    struct Delta {
        var agree = 0, disagree = 0, pass = 0

        mutating func add(_ choice: Vote.Choice, _ times: Int) {
            switch choice {
            case .agree: agree += times
            case .disagree: disagree += times
            case .pass: pass += times
            }
        }
    }

    init(conversation: Identifier, newest: Int) {
        self.conversation = conversation
        self.newest = newest
    }

    private var id: String { conversation.description }

    // MARK: Voters

    mutating func findVoters(_ votes: [CastVote], _ transaction: Transaction) throws {
        var found: [[UInt8]: Voter] = [:]
        try transaction.each(
            """
            SELECT voter_mark.mark, voter.number, voter.is_apart, voter.channel FROM voter_mark
            JOIN voter ON voter.conversation = voter_mark.conversation AND voter.number = voter_mark.voter
            WHERE voter_mark.conversation = \(id) AND voter_mark.mark IN \(list: Set(votes.map(\.mark)))
            """
        ) { found[try $0.bytes(0)] = Voter(number: try $0.int(1), isApart: try $0.bool(2), channel: try $0.raw(3)) }
        voters = found
    }

    mutating func addVoters(_ votes: [CastVote], at time: Int64, crowd: (String) -> Int64?, _ transaction: Transaction) throws {
        var fresh: [(mark: [UInt8], number: Int, channel: Contribution.Channel, crowd: Int64?)] = [], known = Set(voters.keys)
        for vote in votes where known.insert(vote.mark).inserted {
            newest += 1
            fresh.append((vote.mark, newest, vote.channel, vote.client.flatMap(crowd)))
        }
        guard !fresh.isEmpty else { return }
        let counted = try countedCrowds(fresh.compactMap(\.crowd), transaction), day = DutchDay(at: time).description
        for one in fresh {
            let voter = Voter(number: one.number, isApart: one.crowd.map { !counted.contains($0) } ?? false, channel: one.channel)
            voters[one.mark] = voter
            added.append(voter)
        }
        try transaction.send(
            "INSERT INTO voter (conversation, number, channel, joined_on, crowd, is_apart)",
            rows: zip(fresh, added).map { one, voter in
                "(\(id), \(one.number), \(one.channel), \(day), \(one.crowd), \(voter.isApart))"
            })
        try transaction.send("INSERT INTO voter_mark (conversation, mark, voter)", rows: fresh.map { "(\(id), \($0.mark), \($0.number))" })
        try transaction.send("UPDATE voter_count SET newest = \(newest) WHERE conversation = \(id)")
    }

    /// Crowds of which somebody decided that they count: who comes later counts too.
    private func countedCrowds(_ crowds: [Int64], _ transaction: Transaction) throws -> Set<Int64> {
        guard !crowds.isEmpty else { return [] }
        return Set(
            try transaction.all(
                "SELECT DISTINCT crowd FROM voter WHERE conversation = \(id) AND crowd IN \(list: Set(crowds)) AND is_apart = 0"
            ) { Int64(try $0.int(0)) })
    }

    // MARK: Votes

    func write(_ votes: [CastVote], _ transaction: Transaction) throws {
        // The last of one voter on one statement counts.
        var last: [Key: (choice: Vote.Choice, isApart: Bool)] = [:]
        for vote in votes {
            guard let voter = voters[vote.mark] else { throw VoteStore.Fault.unknown }
            last[Key(voter: voter.number, statement: vote.statement)] = (vote.choice, voter.isApart)
        }
        let before = try standing(last.keys.map(\.voter), last.keys.map(\.statement), transaction)
        var deltas: [Int: Delta] = [:], rows: [Query] = []
        // In the order of the table.
        for (key, vote) in last.sorted(by: { ($0.key.voter, $0.key.statement) < ($1.key.voter, $1.key.statement) }) where before[key] != vote.choice {
            rows.append("(\(id), \(key.voter), \(key.statement), \(Int(vote.choice.rawValue)))")
            guard !vote.isApart else { continue }
            if let old = before[key] { deltas[key.statement, default: Delta()].add(old, -1) }
            deltas[key.statement, default: Delta()].add(vote.choice, 1)
        }
        try transaction.send(
            "INSERT INTO vote (conversation, voter, statement, value)", rows: rows,
            "ON CONFLICT (conversation, voter, statement) DO UPDATE SET value = excluded.value")
        try count(deltas, transaction)
        let people = Dictionary(grouping: added.filter { !$0.isApart }, by: \.channel).mapValues(\.count)
        if !people.isEmpty { try count(people, transaction) }
    }

    /// Takes votes of one voter away: what was typed from paper and is not there.
    func erase(_ statements: [Int], by mark: [UInt8], _ transaction: Transaction) throws {
        let found = try transaction.first(
            """
            SELECT voter.number, voter.is_apart FROM voter_mark
            JOIN voter ON voter.conversation = voter_mark.conversation AND voter.number = voter_mark.voter
            WHERE voter_mark.conversation = \(id) AND voter_mark.mark = \(mark)
            """
        ) { (number: try $0.int(0), isApart: try $0.bool(1)) }
        guard let voter = found, !statements.isEmpty else { return }
        let before = try standing([voter.number], statements, transaction)
        try transaction.execute("DELETE FROM vote WHERE conversation = \(id) AND voter = \(voter.number) AND statement IN \(list: Set(statements))")
        var deltas: [Int: Delta] = [:]
        for (key, choice) in before where !voter.isApart { deltas[key.statement, default: Delta()].add(choice, -1) }
        try count(deltas, transaction)
    }

    private struct Key: Hashable {
        let voter: Int
        let statement: Int
    }

    private func standing(_ voters: [Int], _ statements: [Int], _ transaction: Transaction) throws -> [Key: Vote.Choice] {
        var found: [Key: Vote.Choice] = [:]
        try transaction.each(
            "SELECT voter, statement, value FROM vote WHERE conversation = \(id) AND voter IN \(list: Set(voters)) AND statement IN \(list: Set(statements))"
        ) { found[Key(voter: try $0.int(0), statement: try $0.int(1))] = Vote.Choice(rawValue: Int8(clamping: try $0.int(2))) }
        return found
    }

    // MARK: Counting

    /// Keeps the counts with the votes, and moves what everyone sees where five people or more are between.
    func count(_ deltas: [Int: Delta], _ transaction: Transaction) throws {
        guard !deltas.isEmpty else { return }
        for (statement, delta) in deltas.sorted(by: { $0.key < $1.key }) {
            try transaction.send(
                """
                UPDATE statement_tally SET agree = agree + \(delta.agree), disagree = disagree + \(delta.disagree), pass = pass + \(delta.pass)
                WHERE conversation = \(id) AND statement = \(statement)
                """)
        }
        try transaction.send(
            """
            UPDATE statement_tally SET shown_agree = agree, shown_disagree = disagree, shown_pass = pass
            WHERE conversation = \(id) AND ABS(agree + disagree + pass - shown_agree - shown_disagree - shown_pass) >= \(ShownPeople.least)
            """)
    }

    func count(_ people: [Contribution.Channel: Int], _ transaction: Transaction) throws {
        for (way, change) in people.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try transaction.send(
                "INSERT INTO voter_channel (conversation, channel, people) VALUES (\(id), \(way), 0) ON CONFLICT (conversation, channel) DO NOTHING")
            try transaction.send("UPDATE voter_channel SET people = people + \(change) WHERE conversation = \(id) AND channel = \(way)")
        }
        let (shown, now) = try Self.shown(conversation, transaction), next = shown.moved(to: now)
        guard next != shown else { return }
        try transaction.send("UPDATE voter_count SET shown_people = \(next.total) WHERE conversation = \(id)")
        for way in now.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            try transaction.send("UPDATE voter_channel SET shown = \(next.channels[way] ?? 0) WHERE conversation = \(id) AND channel = \(way)")
        }
    }

    /// What everyone sees of how many took part, and how many they are.
    static func shown(_ conversation: Identifier, _ reading: Reading) throws -> (shown: ShownPeople, now: [Contribution.Channel: Int]) {
        var shown: [Contribution.Channel: Int] = [:], now: [Contribution.Channel: Int] = [:]
        try reading.each("SELECT channel, shown, people FROM voter_channel WHERE conversation = \(conversation.description)") { row in
            let way: Contribution.Channel = try row.raw(0)
            shown[way] = try row.int(1)
            now[way] = try row.int(2)
        }
        let total = try reading.first("SELECT shown_people FROM voter_count WHERE conversation = \(conversation.description)") { try $0.int(0) }
        return (ShownPeople(total: total ?? 0, channels: shown), now)
    }

    // MARK: Crowds

    /// - Returns: how many people moved
    func move(_ crowd: Int64, isApart: Bool, _ transaction: Transaction) throws -> Int {
        let these: Query = "voter.conversation = \(id) AND voter.crowd = \(crowd) AND voter.is_apart = \(!isApart)", times = isApart ? -1 : 1
        var deltas: [Int: Delta] = [:], people: [Contribution.Channel: Int] = [:]
        try transaction.each(
            """
            SELECT vote.statement, vote.value, COUNT(*) FROM vote JOIN voter ON voter.conversation = vote.conversation AND voter.number = vote.voter
            WHERE \(these) GROUP BY vote.statement, vote.value
            """
        ) { row in
            guard let choice = Vote.Choice(rawValue: Int8(clamping: try row.int(1))) else { return }
            deltas[try row.int(0), default: Delta()].add(choice, times * (try row.int(2)))
        }
        try transaction.each("SELECT channel, COUNT(*) FROM voter WHERE \(these) GROUP BY channel") { people[try $0.raw(0)] = times * (try $0.int(1)) }
        let moved = try transaction.execute("UPDATE voter SET is_apart = \(isApart) WHERE \(these)")
        guard moved > 0 else { return 0 }
        try count(deltas, transaction)
        try count(people, transaction)
        return moved
    }
}
