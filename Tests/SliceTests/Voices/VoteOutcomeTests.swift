import Core
import Measures
import OpenAPI
import People
import Testing
import Web

@testable import Voices

@Suite("Which statement comes next, and what came of the votes")
struct VoteOutcomeTests {
    private static func statement(
        _ number: Int, _ agree: Int, _ disagree: Int, _ votes: Int, isForEveryone: Bool = false
    ) -> Statement {
        let tally = VoteTally(agree: agree, disagree: disagree, votes: votes)
        return Statement(
            number: number, contribution: Identifier(at: Int64(number)), words: "Stelling \(number)", language: "nl", isSeed: true,
            isForEveryone: isForEveryone, addedOn: VoicesGround.facts.firstDay, tally: tally, shown: tally)
    }

    private static func outcome(_ statements: [Statement], people: ShownPeople = ShownPeople(total: 60, channels: [.screen: 60])) -> VoteOutcome {
        let conversation = Conversation(
            id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: VoicesGround.facts, openedAt: 1, closedAt: nil, addedAt: 1)
        let scene = VoteScene(conversation: conversation, areaName: "Waterkers", statements: statements, people: people, apart: 0)
        return VoteOutcome(scene: scene, inhabitants: nil)
    }

    @Test("WYK-03: what is shared comes first, then what divides, then what is unsure; under five nothing is told")
    func order() {
        // 30 of 60 has a lower bound of 0.3774: not shared. 50 of 60 is; 4 votes tell nothing.
        let outcome = Self.outcome([
            Self.statement(1, 30, 25, 60), Self.statement(2, 50, 5, 60), Self.statement(3, 10, 5, 60), Self.statement(4, 4, 0, 4),
            Self.statement(5, 2, 55, 60),
        ])
        #expect(outcome.shared.map(\.statement.number) == [5, 2])
        #expect(outcome.dividing.map(\.statement.number) == [1])
        #expect(outcome.unsure.map(\.statement.number) == [3])
        #expect(outcome.hidden.map(\.statement.number) == [4] && outcome.all.map(\.statement.number) == [1, 2, 3, 4, 5])
    }

    @Test("WYK-03: 8 of 10 is told in counts, 30 of 60 in percentages with 0.3774 to 0.6226")
    func sentences() {
        let words = ResultWords(.nl), outcome = Self.outcome([Self.statement(1, 8, 1, 10), Self.statement(2, 30, 20, 60)])
        // 8 of 10: 0.4902 to 0.9433, so not surely more than half.
        #expect(outcome.shared.isEmpty)
        #expect(words.sentence(outcome.all[0]) == "8 van de 10: eens.")
        #expect(words.sentence(outcome.all[1]) == "50% zegt eens: 30 van de 60. De marge is 38% tot 62%.")
    }

    @Test("WYK-03: the files tell exactly what the page tells")
    func files() {
        let outcome = Self.outcome([Self.statement(1, 8, 1, 10), Self.statement(2, 30, 20, 60), Self.statement(3, 2, 1, 4)])
        let lines = String(decoding: OutcomeDocument(outcome: outcome).csv, as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(lines[1...3] == ["1,Stelling 1,8,1,1,10,,,,", "2,Stelling 2,30,20,10,60,0.3774,0.6226,0.2273,0.4594", "3,Stelling 3,,,,minder dan 5,,,,"])
        let json = String(decoding: OutcomeDocument(outcome: outcome).node.bytes, as: UTF8.self)
        #expect(json.contains("\"eens\":30,\"oneens\":20") && json.contains("\"eens\":null,\"oneens\":null") && !json.contains("\"eens\":2,"))
    }

    @Test(
        "WYK-03: a way that fewer than five people used is not told, also not by subtraction",
        arguments: [
            ([Contribution.Channel.screen: 18, .paper: 2], 20, false), ([.screen: 4], 0, false), ([.screen: 20, .paper: 5], 25, true), ([.screen: 7], 7, true),
        ] as [([Contribution.Channel: Int], Int, Bool)])
    func ways(people: [Contribution.Channel: Int], total: Int, isTold: Bool) {
        let shown = ShownPeople().moved(to: people)
        #expect(shown.total == total && (shown.split != nil) == isTold)
    }

    @Test("WYK-03: the number of people moves by five at a time, and what is left over is never one to four")
    func peopleMove() {
        var shown = ShownPeople(), random = Xoshiro256(seed: 3), now: [Contribution.Channel: Int] = [:]
        for _ in 0..<500 {
            let way: Contribution.Channel = random.uniform() < 0.8 ? .screen : .paper
            now[way] = max(0, (now[way] ?? 0) + (random.uniform() < 0.9 ? 1 : -3))
            let next = shown.moved(to: now)
            #expect(next == shown || abs(next.total - shown.total) >= 5)
            if let split = next.split { #expect(split.others == 0 || split.others >= 5) }
            shown = next
        }
    }

    @Test("opinion-groups 11.9: a new statement has priority 5.0625, one for everyone 49; what was answered or is one's own is never served")
    func serves() {
        let statements = [Self.statement(1, 0, 0, 0), Self.statement(2, 9, 1, 12, isForEveryone: true), Self.statement(4, 3, 3, 6)]
        #expect(statements[0].candidate.priority == 5.0625 && statements[1].candidate.priority == 49)
        let scene = Self.outcome(statements).scene
        var random = Xoshiro256(seed: 5)
        for _ in 0..<200 {
            let next = scene.next(for: Ballot(choices: [2: .pass], own: [4]), number: random.uniform())
            #expect(next?.number == 1)
        }
        #expect(scene.next(for: Ballot(choices: [1: .agree, 2: .pass], own: [4]), number: 0.5) == nil)
        // 49 of 49 + 5.0625 + that of the third, so most often the one for everyone.
        let drawn = (0..<1000).map { _ in scene.next(for: Ballot(), number: random.uniform())?.number }
        #expect(drawn.count { $0 == 2 } > 700)
    }

    @Test("WYK-03: the 26th new voter of one address in an hour is in a crowd; another address, conversation or hour is not")
    func watches() {
        let watch = CrowdWatch(), here = Identifier(at: 1), there = Identifier(at: 2)
        let first = (0..<25).map { _ in watch.crowd(of: "192.0.2.1", in: here, at: 0) }
        #expect(first.allSatisfy { $0 == nil })
        let crowd = watch.crowd(of: "192.0.2.1", in: here, at: 60_000)
        #expect(crowd != nil && watch.crowd(of: "192.0.2.1", in: here, at: 120_000) == crowd)
        #expect(watch.crowd(of: "192.0.2.2", in: here, at: 60_000) == nil && watch.crowd(of: "192.0.2.1", in: there, at: 60_000) == nil)
        #expect(watch.crowd(of: "192.0.2.1", in: here, at: CrowdWatch.window) == nil)
    }

    @Test("every address of statements prints and reads back")
    func addresses() {
        let id = Identifier(at: 1)
        let routes: [VoteRoute] = [
            .vote(id), .vote(id, number: 3), .vote(id, before: 2), .write(id), .written(id, proof: "a"), .resume(id), .resume(id, proof: "b"), .resumeCode(id),
            .desk(id), .seed(id), .forEveryone(id), .crowd(id), .results(id), .results(id, file: .csv), .results(id, file: .json),
        ]
        for route in routes { #expect(VoteRoute(route.address) == route) }
    }

    @Test("WYK-18: the words of statements, votes and their outcome are B1")
    func literals() throws {
        let count = try SourceWords.measure("Voices/Statements")
        #expect(count > 60, "\(count)")
    }
}
