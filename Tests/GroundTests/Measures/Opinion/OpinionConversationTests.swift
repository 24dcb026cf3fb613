import Measures
import Testing

@Suite("A conversation that goes on, and what it asks next")
struct OpinionConversationTests {
    @Test("After every vote, change of mind, ban and moderation the running result is that of a cold run")
    func running() throws {
        var generator = Xoshiro256(seed: 11)
        var conversation = try OpinionConversation(statements: 30)
        var log: [Vote] = []
        var isBanned = [Bool](repeating: false, count: 80), isAdmitted = [Bool](repeating: true, count: 30)
        for step in 0..<2400 {
            let person = Int32(generator.below(80)), statement = Int32(generator.below(30))
            let leans = (person % 2 == 0) == (statement % 2 == 0)
            let choice: Vote.Choice = generator.uniform() < 0.1 ? .pass : generator.uniform() < (leans ? 0.85 : 0.2) ? .agree : .disagree
            log.append(Vote(participant: person, statement: statement, choice: choice))
            try conversation.add(log[step])
            if step % 300 == 200 {
                let banned = Int(generator.below(80)), moderated = Int(generator.below(30))
                isBanned[banned].toggle()
                isAdmitted[moderated].toggle()
                conversation.setBanned(isBanned[banned], participant: banned)
                conversation.setAdmitted(isAdmitted[moderated], statement: moderated)
            }
            guard step % 150 == 149 else { continue }
            let cold = try VoteMatrix(log, participants: 80, statements: 30, isAdmitted: isAdmitted, isBanned: isBanned)
            #expect(conversation.matrix == cold)
            let current = conversation.result(), live = try #require(current), run = try OpinionRun(hasTests: false).result(cold)
            let ours = try #require(live.map), theirs = try #require(run.map)
            #expect(zip(ours.points.x + ours.points.y, theirs.points.x + theirs.points.y).allSatisfy { isClose($0, $1, 1e-6) })
            #expect(live.findings == run.findings && zip(ours.eigenvalues, theirs.eigenvalues).allSatisfy { isClose($0, $1, 1e-8 * $1) })
            if live.groups?.count == run.groups?.count { #expect(live.groups?.labels == run.groups?.labels && live.statistics == run.statistics) }
            #expect(live.reason != nil)
        }
    }

    @Test("Votes outside the conversation are refused; without votes there is no map")
    func outside() throws {
        var conversation = try OpinionConversation(statements: 2)
        #expect(conversation.result()?.reason == .noMap)
        #expect(throws: VoteMatrixFault.self) { try conversation.add(Vote(participant: 0, statement: 2, choice: .agree)) }
        #expect(throws: VoteMatrixFault.self) { try conversation.add(Vote(participant: -1, statement: 0, choice: .agree)) }
        #expect(throws: VoteMatrixFault.self) { try conversation.add(Vote(participant: 100_000, statement: 0, choice: .agree)) }
        #expect(throws: VoteMatrixFault.tooManyStatements(10_001)) { try OpinionConversation(statements: 10_001) }
        try conversation.add(Vote(participant: 3, statement: 1, choice: .agree))
        conversation.setBanned(true, participant: 7)
        conversation.setAdmitted(false, statement: -1)
        #expect(conversation.tallies == [VoteTally(), VoteTally(agree: 1, votes: 1)])
    }

    @Test("A new statement has priority 5.0625; a pass never raises it; one that everyone must see has 49")
    func priorities() {
        #expect(StatementCandidate(VoteTally()).priority == 5.0625)
        #expect(StatementCandidate(VoteTally(agree: 3, votes: 9), extremity: 2, isForEveryone: true).priority == 49)
        var generator = Xoshiro256(seed: 2)
        for _ in 0..<500 {
            let agree = Int(generator.below(40)), disagree = Int(generator.below(40)), pass = Int(generator.below(40))
            let extremity = generator.uniform(in: 0...4), votes = agree + disagree + pass
            let before = StatementCandidate(VoteTally(agree: agree, disagree: disagree, votes: votes), extremity: extremity)
            let after = StatementCandidate(VoteTally(agree: agree, disagree: disagree, votes: votes + 1), extremity: extremity)
            #expect(after.priority <= before.priority)
        }
    }

    @Test("The draw follows the priorities, offers only what is offered, and is the same for the same seed")
    func draw() {
        let list = [
            StatementCandidate(VoteTally(agree: 4, disagree: 5, votes: 10)), StatementCandidate(VoteTally()),
            StatementCandidate(VoteTally(agree: 20, disagree: 2, votes: 25), extremity: 1.5), StatementCandidate(VoteTally(), isForEveryone: true),
        ]
        let offered = [0, 1, 2], total = offered.reduce(0) { $0 + list[$1].priority }
        var generator = Xoshiro256(seed: 8), again = Xoshiro256(seed: 8)
        var counts = [0, 0, 0, 0]
        for _ in 0..<20_000 {
            let place = StatementPriority.draw(list, offered: offered, using: &generator)
            #expect(place == StatementPriority.draw(list, offered: offered, using: &again))
            counts[place ?? 3] += 1
        }
        #expect(counts[3] == 0)
        for place in offered { #expect(isClose(Double(counts[place]) / 20_000, list[place].priority / total, 0.015)) }
        #expect(StatementPriority.draw(list, offered: [], number: 0.5) == nil && StatementPriority.draw(list, offered: [9], number: 0.5) == nil)
        #expect(StatementPriority.draw(list, offered: [2, 1], number: 0) == 2 && StatementPriority.draw(list, offered: [2, 1], number: 1) == 1)
    }

    @Test("A warning where a statement of one age has more than ten times the votes; an alarm where all priorities are equal but votes are not")
    func warnings() {
        func votes(_ count: Int, age: Int = 0) -> StatementCandidate { StatementCandidate(VoteTally(agree: count, votes: count), age: age) }
        #expect(StatementPriority.warnings([votes(10), votes(1), votes(50, age: 1)]).isEmpty && StatementPriority.warnings([]).isEmpty)
        #expect(StatementPriority.warnings([votes(11), votes(1), votes(50, age: 1)]) == [.uneven(most: 0, least: 1)])
        let stuck = [3, 5, 9].map { StatementCandidate(VoteTally(agree: $0, votes: $0), isForEveryone: true) }
        #expect(StatementPriority.warnings(stuck) == [.allEqual])
        #expect(StatementPriority.warnings([votes(0), votes(0)]).isEmpty)
    }
}
