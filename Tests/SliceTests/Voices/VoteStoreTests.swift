import Core
import Credentials
import Measures
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Votes in the database")
struct VoteStoreTests {
    /// A conversation that is read afterwards, with statements.
    struct Scene: Sendable {
        let ground: VoicesGround
        let conversation: Conversation
        let book: StatementBook
        let votes: VoteStore

        init(_ ground: VoicesGround, statements: Int, moderation: Conversation.Moderation = .after) async throws {
            self.ground = ground
            var facts = VoicesGround.facts
            facts.moderation = moderation
            conversation = try await ground.conversation(facts)
            book = StatementBook(contributions: ground.slice.contributions)
            let people = ground.people.slice
            votes = VoteStore(database: people.database, journal: people.journal, key: people.installation.key)
            let origin = Origin(person: nil, request: "test", channel: .web, time: VoicesGround.noon)
            try await book.seed((1...statements).map { "Stelling \($0)" }, language: "nl", in: conversation, from: origin)
        }

        func cast(_ list: [(voter: UInt8, statement: Int, choice: Vote.Choice)], crowd: Int64? = nil) async throws {
            let cast = list.map { CastVote(mark: Self.mark($0.voter), statement: $0.statement, choice: $0.choice, channel: .screen, client: "plek") }
            _ = try await votes.cast(cast, in: conversation.id, at: VoicesGround.noon) { _ in crowd }
        }

        static func mark(_ voter: UInt8) -> [UInt8] { [UInt8](repeating: voter, count: 16) }

        func tally(_ number: Int) async throws -> VoteTally? { try await book.list(in: conversation.id).first { $0.number == number }?.tally }

        /// Counted anew from the votes of who counts.
        func counted() async throws -> [Int: VoteTally] {
            let id = conversation.id.description
            return try await ground.people.database.read { reading in
                var tallies: [Int: VoteTally] = [:]
                try reading.each(
                    """
                    SELECT vote.statement, vote.value FROM vote JOIN voter ON voter.conversation = vote.conversation AND voter.number = vote.voter
                    WHERE vote.conversation = \(id) AND voter.is_apart = 0
                    """
                ) { row in
                    let value = try row.int(1)
                    tallies[try row.int(0), default: VoteTally()] =
                        tallies[try row.int(0), default: VoteTally()] + VoteTally(agree: value == 1 ? 1 : 0, disagree: value == -1 ? 1 : 0, votes: 1)
                }
                return tallies
            }
        }

        func agrees() async throws -> Bool {
            let counted = try await counted()
            return try await book.list(in: conversation.id).allSatisfy { $0.tally == counted[$0.number] ?? VoteTally() }
        }

        func people() async throws -> (shown: ShownPeople, apart: Int) {
            let id = conversation.id
            return try await ground.people.database.read { try VoteStore.people(in: id, $0) }
        }
    }

    @Test("WYK-03: 200 people voting at once through the queue: every vote is there once", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground, statements: 2), votes = scene.votes
            let queue = VoteQueue { try await votes.cast($0, in: $1, at: VoicesGround.noon) }
            let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
                for voter in 0..<UInt8(200) {
                    group.addTask {
                        let cast = CastVote(mark: Scene.mark(voter), statement: 1, choice: voter < 120 ? .agree : .disagree, channel: .screen, client: nil)
                        return try await queue.cast(cast, in: scene.conversation.id)
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(numbers == Set(1...200))
            let tally = try await scene.tally(1), counted = try await scene.counted()
            #expect(tally == VoteTally(agree: 120, disagree: 80, votes: 200) && counted[1] == tally)
        }
    }

    @Test("WYK-03: another answer replaces the first, and the last of one batch counts", arguments: TestDatabase.engines)
    func changes(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground, statements: 1)
            try await scene.cast([(1, 1, .agree), (2, 1, .pass), (1, 1, .disagree)])
            let first = try await scene.tally(1)
            #expect(first == VoteTally(agree: 0, disagree: 1, votes: 2))
            try await scene.cast([(1, 1, .agree)])
            let second = try await scene.tally(1), ballot = try await scene.votes.ballot(of: Scene.mark(1), in: scene.conversation.id)
            #expect(second == VoteTally(agree: 1, disagree: 0, votes: 2) && ballot == Ballot(voter: 1, choices: [1: .agree]))
        }
    }

    @Test("WYK-03: after random steps every count equals that of the votes", arguments: TestDatabase.engines)
    func randomSteps(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground, statements: 5)
            var random = Xoshiro256(seed: 7)
            let origin = Origin(person: nil, request: "test", channel: .web, time: VoicesGround.noon)
            for step in 0..<40 {
                let list = (0..<8).map { _ in
                    let choice = Vote.Choice.allCases[Int(random.uniform() * 3)]
                    return (voter: UInt8(random.uniform() * 40), statement: 1 + Int(random.uniform() * 5), choice: choice)
                }
                try await scene.cast(list, crowd: step % 4 == 0 ? 9 : nil)
                if step % 10 == 9, let crowd = try await scene.votes.crowds(in: scene.conversation.id).first {
                    try await scene.votes.settle(
                        crowd.number, isApart: !crowd.isApart, because: .asked, in: scene.conversation.id, from: origin)
                }
                let agrees = try await scene.agrees()
                #expect(agrees, "step \(step)")
            }
        }
    }

    @Test("WYK-03: what everyone sees never moves by one to four people", arguments: TestDatabase.engines)
    func differences(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground, statements: 3)
            var random = Xoshiro256(seed: 11), before: [Int: VoteTally] = [:], people = ShownPeople()
            for voter in 0..<UInt8(60) {
                // Not everyone votes on everything, and some change their mind.
                let list = (1...3).filter { _ in random.uniform() < 0.6 }.map { statement in
                    (voter: random.uniform() < 0.1 ? 0 : voter, statement: statement, choice: Vote.Choice.allCases[Int(random.uniform() * 3)])
                }
                guard !list.isEmpty else { continue }
                try await scene.cast(list)
                for statement in try await scene.book.list(in: scene.conversation.id) {
                    let old = before[statement.number] ?? VoteTally(), new = statement.shown
                    #expect(old == new || abs(new.votes - old.votes) >= 5, "voter \(voter), statement \(statement.number)")
                    before[statement.number] = new
                }
                let shown = try await scene.people().shown
                #expect(shown.total == people.total || abs(shown.total - people.total) >= 5, "voter \(voter)")
                people = shown
            }
            #expect(people.total >= 40 && before.values.allSatisfy { $0.votes >= 20 })
        }
    }

    @Test("WYK-03: people from one place are taken but kept apart, until who leads counts them", arguments: TestDatabase.engines)
    func crowds(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground, statements: 1), id = scene.conversation.id
            try await scene.cast((1...6).map { (UInt8($0), 1, .agree) })
            try await scene.cast((11...17).map { (UInt8($0), 1, .disagree) }, crowd: 5)
            let apart = try await scene.tally(1), crowds = try await scene.votes.crowds(in: id), before = try await scene.people()
            #expect(apart == VoteTally(agree: 6, disagree: 0, votes: 6) && crowds == [VoterCrowd(number: 5, people: 7, isApart: true)])
            #expect(before.apart == 7 && before.shown.total == 6)
            let origin = Origin(person: nil, request: "test", channel: .web, time: VoicesGround.noon)
            try await scene.votes.settle(5, isApart: false, because: .together, in: id, from: origin)
            let counted = try await scene.tally(1), after = try await scene.people()
            #expect(counted == VoteTally(agree: 6, disagree: 7, votes: 13) && after.apart == 0 && after.shown.total == 13)
            await #expect(throws: VoteStore.Fault.unknown) {
                try await scene.votes.settle(5, isApart: false, because: .together, in: id, from: origin)
            }
            // Who comes later from a place that counts, counts.
            try await scene.cast([(18, 1, .pass)], crowd: 5)
            let later = try await scene.tally(1)
            #expect(later?.votes == 14)
        }
    }

    @Test("WYK-03: a code goes on on another device as the same voter; an older code, or one elsewhere, does not")
    func resumes() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let scene = try await Scene(ground, statements: 2), id = scene.conversation.id, now = VoicesGround.noon
            await #expect(throws: VoteStore.Fault.unknown) { try await scene.votes.resumeCode(for: Scene.mark(1), in: id, at: now) }
            try await scene.cast([(1, 1, .agree), (3, 1, .pass)])
            let old = try await scene.votes.resumeCode(for: Scene.mark(1), in: id, at: now)
            let code = try await scene.votes.resumeCode(for: Scene.mark(1), in: id, at: now)
            await #expect(throws: VoteStore.Fault.unknown) { try await scene.votes.resume(old, as: Scene.mark(2), in: id, at: now) }
            await #expect(throws: VoteStore.Fault.voted) { try await scene.votes.resume(code, as: Scene.mark(3), in: id, at: now) }
            try await scene.votes.resume(code, as: Scene.mark(2), in: id, at: now)
            try await scene.cast([(2, 1, .disagree), (2, 2, .agree)])
            let ballot = try await scene.votes.ballot(of: Scene.mark(1), in: id), tally = try await scene.tally(1)
            #expect(ballot == Ballot(voter: 1, choices: [1: .disagree, 2: .agree]) && tally == VoteTally(agree: 0, disagree: 1, votes: 2))
        }
    }

    @Test("WYK-03: a resident's statement is votable once a moderator published it, never by its writer, and gone once taken back")
    func proposes() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let scene = try await Scene(ground, statements: 1, moderation: .before), id = scene.conversation.id
            let receipt = try await scene.book.propose(
                Contribution.Entry(.statement, "Meer bomen"), by: Scene.mark(1), in: scene.conversation, at: VoicesGround.noon)
            let waiting = try await scene.book.list(in: id).map(\.words)
            #expect(waiting == ["Stelling 1"])
            let moderator = Origin(person: Identifier(at: 1), request: "test", channel: .web, time: VoicesGround.noon)
            try await scene.book.contributions.rule(Contribution.Ruling(.published), on: receipt.id, from: moderator)
            let published = try await scene.book.list(in: id)
            let writer = try await scene.votes.ballot(of: Scene.mark(1), in: id), other = try await scene.votes.ballot(of: Scene.mark(2), in: id)
            #expect(published.map(\.words) == ["Stelling 1", "Meer bomen"] && writer.own == [2] && other.own.isEmpty)
            try await scene.book.contributions.withdraw(receipt.id, at: VoicesGround.noon)
            let left = try await scene.book.list(in: id).map(\.words)
            #expect(left == ["Stelling 1"])
        }
    }

    @Test("half a year after the last day no mark, writer or code is left, and the votes still count", arguments: TestDatabase.engines)
    func forgets(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground, statements: 1), id = scene.conversation.id, key = ground.people.slice.installation.key
            try await scene.cast([(1, 1, .agree)])
            _ = try await scene.votes.resumeCode(for: Scene.mark(1), in: id, at: VoicesGround.noon)
            _ = try await scene.book.propose(
                Contribution.Entry(.statement, "Meer bomen"), by: Scene.mark(1), in: scene.conversation, at: VoicesGround.noon)
            let last = VoicesGround.facts.lastDay.end
            for (days, left) in [(180, 3), (186, 0)] {
                let now = last + Int64(days) * 86_400_000
                _ = try await ground.people.database.write { try VoteRecords.all(key).forget(now, $0) }
                let found = try await ground.people.database.read { reading in
                    try reading.all(
                        """
                        SELECT COUNT(*) FROM voter_mark UNION ALL SELECT COUNT(*) FROM statement_author
                        UNION ALL SELECT COUNT(*) FROM voter WHERE resume IS NOT NULL
                        """
                    ) { try $0.int(0) }
                }
                #expect(found.reduce(0, +) == left, "\(days)")
            }
            let tally = try await scene.tally(1)
            #expect(tally == VoteTally(agree: 1, disagree: 0, votes: 1))
        }
    }
}
