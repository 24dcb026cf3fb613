import Core
import Foundation
import Measures
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Choosing together in the database")
struct ChoiceStoreTests {
    private static let people = [Identifier(at: 1), Identifier(at: 2), Identifier(at: 3)]

    private static func origin(_ person: Int = 1) -> Origin { Origin(person: people[person - 1], request: "test", channel: .web, time: VoicesGround.noon) }

    private static func mark(_ voter: Int) -> [UInt8] { [UInt8](repeating: UInt8(voter), count: 16) }

    /// The worked case of the specification: speelplek, bankjes, buurtfeest, groen and zebrapad, with ten voters.
    private static let costs = [("Speelplek", 600), ("Bankjes", 200), ("Buurtfeest", 150), ("Groen", 400), ("Zebrapad", 350)]
    private static let ballots: [Set<Int>] =
        Array(repeating: [1, 2], count: 4) + Array(repeating: [1, 4], count: 2) + Array(repeating: [3, 5], count: 3) + [[4, 3]]

    private struct Ground {
        let ground: VoicesGround
        let conversation: Conversation
        let part: ChoicePart
        let id: Identifier

        init(_ ground: VoicesGround, kind: SharedChoice.Kind = .budget, isOpen: Bool = true) async throws {
            self.ground = ground
            conversation = try await ground.conversation()
            part = ground.slice.choices
            let facts = SharedChoice.Facts(kind: kind, title: "Buurtbudget", words: "", budget: kind == .budget ? 1000 : 0, fills: true)
            id = try await part.store.add(facts, in: conversation.id, from: ChoiceStoreTests.origin())
            for (title, cost) in ChoiceStoreTests.costs {
                try await part.store.addProject(title, words: "", cost: cost, to: try await choice(), from: ChoiceStoreTests.origin())
            }
            if isOpen { try await part.store.open(try await choice(), from: ChoiceStoreTests.origin()) }
        }

        func choice() async throws -> SharedChoice {
            let id = id
            return try #require(try await part.store.list(in: conversation.id).first { $0.id == id })
        }

        func vote() async throws {
            for (voter, ballot) in ChoiceStoreTests.ballots.enumerated() {
                try await part.store.vote(ballot, by: ChoiceStoreTests.mark(voter + 1), channel: .screen, on: try await choice(), at: VoicesGround.noon)
            }
        }

        func outcome() async throws -> ChoiceOutcome {
            try await part.store.close(try await choice(), from: ChoiceStoreTests.origin())
            try await part.count(try await choice(), from: ChoiceStoreTests.origin())
            return try #require(try await choice().outcome)
        }
    }

    @Test("WYK-03: the worked case of equal shares, from ballots in the database to what each supporter paid", arguments: TestDatabase.engines)
    func worked(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let budget = try await Ground(ground)
            try await budget.vote()
            let outcome = try await budget.outcome()
            #expect(outcome.voters == 10 && outcome.step == 54 && outcome.left == 50 && outcome.supporters == [1: 6, 2: 4, 3: 4, 4: 3, 5: 3])
            #expect(Set(outcome.selected) == [1, 2, 3] && outcome.filled.isEmpty)
            #expect(outcome.bought.first { $0.project == 1 }?.payment == 100 && outcome.bought.first { $0.project == 3 }?.payment == 37.5)
            #expect(Set(outcome.missed.map(\.project)) == [4, 5])
            // Who approved speelplek and bankjes had 154: 100 for the one, 50 for the other.
            let paid = outcome.spending(of: [1, 2], budget: 1000)
            #expect(paid.map(\.project) == [1, 2] && paid.map(\.paid) == [100, 50])
        }
    }

    @Test("WYK-03: the published ballots are counted to the same again, and a file of them read in gives the same", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let budget = try await Ground(ground)
            try await budget.vote()
            let outcome = try await budget.outcome(), ballots = try await budget.part.store.ballots(on: budget.id)
            let text = try ChoiceDocument(choice: try await budget.choice()).ballots(ballots)
            #expect(text.contains("rule;equalshares/add1-fill") && !text.contains("scherm"))
            let file = try PabulibFile.read(Array(text.utf8))
            let id = try await budget.part.store.read(file, title: "Nog eens", in: budget.conversation.id, from: Self.origin())
            let read = try #require(try await budget.part.store.list(in: budget.conversation.id).first { $0.id == id })
            try await budget.part.count(read, from: Self.origin())
            let counted = try #require(try await budget.part.store.list(in: budget.conversation.id).first { $0.id == id }?.outcome)
            #expect(counted.bought == outcome.bought && counted.step == outcome.step && counted.channels == ["ingelezen": 10])
        }
    }

    @Test("WYK-03: a ballot can be changed until the choice closes, an empty one is refused, and after it nothing is taken", arguments: TestDatabase.engines)
    func changing(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let budget = try await Ground(ground), store = budget.part.store
            try await store.vote([1, 2], by: Self.mark(1), channel: .screen, on: try await budget.choice(), at: VoicesGround.noon)
            try await store.vote([3], by: Self.mark(1), channel: .screen, on: try await budget.choice(), at: VoicesGround.noon)
            let own = try await store.ballot(of: Self.mark(1), on: budget.id)
            #expect(own == [3])
            await #expect(throws: ChoiceStore.Fault.empty) {
                try await store.vote([99], by: Self.mark(2), channel: .screen, on: try await budget.choice(), at: VoicesGround.noon)
            }
            await #expect(throws: ChoiceStore.Fault.state) {
                try await store.addProject("Laat", words: "", cost: 10, to: try await budget.choice(), from: Self.origin())
            }
            _ = try await budget.outcome()
            await #expect(throws: ChoiceStore.Fault.state) {
                try await store.vote([1], by: Self.mark(3), channel: .screen, on: try await budget.choice(), at: VoicesGround.noon)
            }
        }
    }

    @Test("WYK-03: a plan taken away while people choose stays in sight with its reason and is not counted", arguments: TestDatabase.engines)
    func withdrawing(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let budget = try await Ground(ground)
            try await budget.vote()
            try await budget.part.store.withdraw(1, because: "De grond is verkocht.", from: try await budget.choice(), by: Self.origin())
            let outcome = try await budget.outcome(), choice = try await budget.choice()
            #expect(choice.project(1)?.withdrawn == "De grond is verkocht." && !outcome.selected.contains(1) && outcome.supporters[1] == nil)
            #expect(ChoiceDocument(choice: choice).lines.last?.standing == .withdrawn)
        }
    }

    @Test("WYK-03: paper counts once two people typed the same, and a third act decides where they differ", arguments: TestDatabase.engines)
    func paper(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let budget = try await Ground(ground), store = budget.part.store
            let issue = try await ground.slice.codes.store.issue(2, for: .sheets, note: "", in: budget.conversation.id, from: Self.origin())
            let (same, other) = (issue.prints[0].code, issue.prints[1].code)
            func enter(_ approvals: Set<Int>, _ code: VoiceCode, by person: Int) async throws -> Bool {
                try await store.enter(approvals, code: code, on: try await budget.choice(), from: Self.origin(person))
            }
            let first = try await enter([1, 2], same, by: 1)
            await #expect(throws: ChoiceStore.Fault.samePerson) { _ = try await enter([1, 2], same, by: 1) }
            let second = try await enter([2, 1], same, by: 2)
            #expect(!first && second)
            await #expect(throws: ChoiceStore.Fault.counted) { _ = try await enter([1, 2], same, by: 3) }
            let turns = [try await enter([1], other, by: 1), try await enter([2], other, by: 2), try await enter([2], other, by: 1)]
            #expect(turns == [false, false, true])
            let sheets = try await store.sheets(on: budget.id)
            #expect(sheets.counted == 2 && sheets.once == 0 && sheets.differing == 0)
            let ballots = try await store.ballots(on: budget.id)
            #expect(ballots.map(\.approvals) == [[1, 2], [2]] && ballots.allSatisfy { $0.channel == "papier" })
        }
    }

    @Test("WYK-03: an order counts who approves each, with the same place for the same number", arguments: TestDatabase.engines)
    func order(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let order = try await Ground(ground, kind: .order)
            try await order.vote()
            _ = try await order.outcome()
            let lines = ChoiceDocument(choice: try await order.choice()).lines
            #expect(lines.map(\.project.number) == [1, 2, 3, 4, 5] && lines.map(\.standing) == [1, 2, 2, 4, 4].map { .ranked($0) })
        }
    }

    @Test("every address of choices reads back as itself")
    func addresses() {
        let id = Identifier(at: 7), choice = Identifier(at: 8)
        let routes: [ChoiceRoute] = [
            .list(id), .one(id, choice: choice), .file(id, choice: choice, .csv), .file(id, choice: choice, .ballots), .desk(id), .read(id),
            .edit(id, choice: choice), .project(id, choice: choice), .withdraw(id, choice: choice), .open(id, choice: choice), .close(id, choice: choice),
            .paper(id, choice: choice),
        ]
        for route in routes { #expect(ChoiceRoute(route.address) == route) }
    }
}
