import Core
import Measures
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Who is missing")
struct MissingStoreTests {
    private static func mark(_ voter: Int) -> [UInt8] { [UInt8](repeating: UInt8(voter % 250), count: 15) + [UInt8(voter / 250)] }

    @Test("WYK-35: the worked numbers: 6 of 60 beside 30 % are too few, and 18 more are needed")
    func worked() throws {
        let group = MissingGroup(value: "15-25", people: 6, answered: 60, population: 0.30), interval = try #require(group.interval)
        #expect(abs(interval.lowerBound - 0.047) < 0.0005 && abs(interval.upperBound - 0.201) < 0.0005)
        #expect(group.verdict == .under && group.toReach == 18)
        #expect(MissingGroup(value: "a", people: 1, answered: 60, population: 0.30).verdict == .missing)
        #expect(MissingGroup(value: "a", people: 40, answered: 60, population: 0.30).verdict == .over)
        #expect(MissingGroup(value: "a", people: 18, answered: 60, population: 0.30).verdict == .unclear)
        let range = try #require(group.toReach(rounding: 0.01))
        #expect(range.lowerBound <= 18 && range.upperBound >= 18 && range.lowerBound < range.upperBound)
    }

    @Test("WYK-35: a group that nobody or everybody belongs to is not compared", arguments: [0.0, 1.0])
    func ends(_ population: Double) {
        let group = MissingGroup(value: "a", people: 5, answered: 40, population: population)
        #expect(group.verdict == .alone && group.toReach == nil)
    }

    @Test("WYK-35: no number of a group follows from the others, and under 20 answers nothing is told")
    func protection() {
        func asked(_ question: Background) -> AskedBackground {
            AskedBackground(question: question, answers: question.values.map { .init(value: $0, name: Localized($0)) })
        }
        func outcome(_ counts: [String: Int]) -> MissingOutcome { MissingOutcome(asked(.age), counts: counts, participants: 100, population: nil) }
        #expect(outcome(["15-25": 10, "25-45": 9]).counted.isEmpty)
        // One small group: the smallest of the others goes too.
        #expect(outcome(["15-25": 3, "25-45": 20, "45-65": 12, "65-plus": 30]).counted == ["25-45", "65-plus"])
        #expect(outcome(["15-25": 3, "25-45": 20, "45-65": 4, "65-plus": 30]).counted == ["25-45", "65-plus"])
        #expect(outcome(["15-25": 15, "25-45": 20, "45-65": 12, "65-plus": 30]).counted.count == 4)
        for first in 0...40 {
            for second in 0...40 where first + second >= 20 {
                let two = MissingOutcome(asked(.home), counts: ["koop": first, "huur": second], participants: 100, population: nil)
                let small = [first, second].contains { $0 > 0 && $0 < 10 }
                #expect(!small || two.counted.isEmpty || (first == 0 || second == 0), "\(first) and \(second)")
            }
        }
    }

    @Test("WYK-35: what everyone sees moves by ten people at least, whatever people change", arguments: TestDatabase.engines)
    func steps(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), store = ground.slice.missing.store
            try await store.ask([.age], in: conversation.id, from: PeopleGround.origin())
            var random = Xoshiro256(seed: 2), before = 0
            for step in 0..<80 {
                let answer = random.uniform() < 0.1 ? [:] : [Background.age: Background.age.values[Int(random.uniform() * 4)]]
                try await store.tell(answer, by: Self.mark(Int(random.uniform() * 60)), in: conversation.id, at: VoicesGround.noon)
                let now = try await store.shown(in: conversation.id)[.age]?.values.reduce(0, +) ?? 0
                #expect(now == before || abs(now - before) >= 10, "step \(step)")
                before = now
            }
            #expect(before >= 20)
            let (people, told) = try await ground.people.database.read { reading in
                (
                    try reading.first("SELECT SUM(people) FROM background_count") { try $0.int(0) },
                    try reading.first("SELECT COUNT(*) FROM background_answer") { try $0.int(0) }
                )
            }
            #expect(people == told)
        }
    }

    @Test("WYK-35: what somebody told is changed and wiped by them alone, and a visit is planned and done", arguments: TestDatabase.engines)
    func tellingAndVisits(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), store = ground.slice.missing.store
            try await store.tell([.age: "15-25", .home: "huur"], by: Self.mark(1), in: conversation.id, at: VoicesGround.noon)
            try await store.tell([.age: "25-45"], by: Self.mark(1), in: conversation.id, at: VoicesGround.noon)
            let own = try await store.told(by: Self.mark(1), in: conversation.id), other = try await store.told(by: Self.mark(2), in: conversation.id)
            #expect(own == [.age: "25-45"] && other.isEmpty)
            let day = try #require(DutchDay("2026-10-20"))
            try await store.plan("Jongeren", place: "Het plein", visitor: "Buurtwerk", day: day, in: conversation.id, from: PeopleGround.origin())
            let planned = try #require(try await store.visits(in: conversation.id).first)
            let (once, again) = (
                try await store.finish(planned.id, in: conversation.id, from: PeopleGround.origin()),
                try await store.finish(planned.id, in: conversation.id, from: PeopleGround.origin())
            )
            let isDone = try await store.visits(in: conversation.id).first?.isDone
            #expect(once && !again && isDone == true)
        }
    }

    @Test("every address of who is missing reads back as itself")
    func addresses() {
        let id = Identifier(at: 7)
        for route in [MissingRoute.about(id), .results(id), .results(id, isFile: true), .desk(id), .visits(id), .done(id)] {
            #expect(MissingRoute(route.address) == route)
        }
    }
}
