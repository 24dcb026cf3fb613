import Core
import Measures
import People
import TestSupport
import Testing

@testable import Voices

@Suite("Opinion groups in the database")
struct GroupStoreTests {
    private static let origin = Origin(person: nil, request: "test", channel: .web, time: VoicesGround.noon)

    /// Two invented camps of the same size that differ on most statements; or people who vote by chance.
    private static func vote(_ scene: VoteStoreTests.Scene, from first: Int = 0, people: Int, statements: Int = 20, difference: Double) async throws {
        var random = Xoshiro256(seed: 5, stream: UInt64(first)), cast: [CastVote] = []
        for person in first..<(first + people) {
            for statement in 0..<statements {
                let side = (person + statement) % 2 == 0 ? 1.0 : -1.0
                let choice: Vote.Choice = random.uniform() < 0.5 + side * difference / 2 ? .agree : .disagree
                cast.append(CastVote(mark: mark(person), statement: statement + 1, choice: choice, channel: .screen, client: nil))
            }
        }
        _ = try await scene.votes.cast(cast, in: scene.conversation.id, at: VoicesGround.noon)
    }

    private static func mark(_ person: Int) -> [UInt8] { [UInt8](repeating: UInt8(person % 250), count: 15) + [UInt8(person / 250)] }

    private static func with(_ engine: TestDatabase.Engine, _ body: (VoteStoreTests.Scene, GroupPart) async throws -> Void) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            try await body(try await VoteStoreTests.Scene(ground, statements: 20), ground.slice.groups)
        }
    }

    @Test("WYK-03: two planted groups of 40 are found, published with rounded figures and weigh in what is asked next", arguments: TestDatabase.engines)
    func planted(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { scene, groups async throws in
            let id = scene.conversation.id
            try await Self.vote(scene, people: 80, difference: 0.8)
            try await groups.search(id, floor: 10, because: nil, from: Self.origin)
            let published = try #require(try await groups.store.runs(in: id).first), run = published.run
            #expect(run.isShown && run.groups.map(\.letter) == ["A", "B"] && run.groups.allSatisfy { $0.people == 40 })
            #expect(run.groups.allSatisfy { !$0.statements.isEmpty && $0.statements.count <= 5 })
            let told = run.groups.flatMap(\.statements).flatMap { [$0.own, $0.others].compactMap { $0 } } + run.shared.map(\.share)
            #expect(!told.isEmpty && told.allSatisfy { $0 % 5 == 0 && (5...95).contains($0) })
            let statements = try await scene.book.list(in: id)
            #expect(statements.allSatisfy { $0.extremity > 0 } && Set(statements.map(\.candidate.priority)).count > 1)
        }
    }

    @Test("WYK-03: votes of chance give no groups, with the reason", arguments: TestDatabase.engines)
    func noise(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { scene, groups async throws in
            try await Self.vote(scene, people: 60, difference: 0)
            try await groups.search(scene.conversation.id, floor: 10, because: nil, from: Self.origin)
            let run = try #require(try await groups.store.runs(in: scene.conversation.id).first?.run)
            #expect(!run.isShown && run.groups.isEmpty && run.shared.isEmpty && run.reason != nil && run.reason != .notTested)
        }
    }

    @Test("WYK-03: the same votes and settings give the same outcome; another smallest group needs a reason and both stay", arguments: TestDatabase.engines)
    func settings(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { scene, groups async throws in
            let id = scene.conversation.id
            try await Self.vote(scene, people: 80, difference: 0.8)
            let votes = try await groups.store.votes(in: id), plan = OpinionTestPlan(floor: 10)
            let one = try GroupSearch.found(votes, plan: plan, earlier: nil), other = try GroupSearch.found(votes, plan: plan, earlier: nil)
            #expect(one.run == other.run && one.extremities == other.extremities)
            try await groups.search(id, floor: 10, because: nil, from: Self.origin)
            for (floor, fault) in [(10, GroupStore.Fault.same), (12, .reason), (50, .few(100))] {
                await #expect(throws: fault) { try await groups.search(id, floor: floor, because: nil, from: Self.origin) }
            }
            try await groups.search(id, floor: 12, because: "Het buurthuis vroeg het.", from: Self.origin)
            let runs = try await groups.store.runs(in: id)
            #expect(runs.map(\.number) == [2, 1] && runs.map(\.run.plan.floor) == [12, 10] && runs[0].reason == "Het buurthuis vroeg het.")
            // Back to the first smallest group with the same votes: it was shown already.
            await #expect(throws: GroupStore.Fault.same) { try await groups.search(id, floor: 10, because: "Nog eens.", from: Self.origin) }
        }
    }

    @Test("WYK-03: no two searches around one voter: a next one needs ten people more", arguments: TestDatabase.engines)
    func attack(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { scene, groups async throws in
            let id = scene.conversation.id
            try await Self.vote(scene, people: 80, difference: 0.8)
            try await groups.search(id, floor: 10, because: nil, from: Self.origin)
            for count in 1...9 {
                try await Self.vote(scene, from: 79 + count, people: 1, difference: 0.8)
                await #expect(throws: GroupStore.Fault.soon(10)) { try await groups.search(id, floor: 12, because: "Kijken.", from: Self.origin) }
            }
            try await Self.vote(scene, from: 89, people: 1, difference: 0.8)
            try await groups.search(id, floor: 10, because: nil, from: Self.origin)
            let runs = try await groups.store.runs(in: id)
            #expect(runs.count == 2 && runs[0].people == 90)
            // Letters stay: what group A said most of the first time, it says again.
            let first = Set(runs[1].run.groups[0].statements.map(\.statement)), then = runs[0].run.groups.map { Set($0.statements.map(\.statement)) }
            #expect(then[0].intersection(first).count >= then[1].intersection(first).count)
        }
    }

    @Test("WYK-03: people kept apart are not in a search, and a name is only for a group that is there", arguments: TestDatabase.engines)
    func apart(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { scene, groups async throws in
            let id = scene.conversation.id
            try await Self.vote(scene, people: 40, difference: 0.8)
            let before = try await groups.store.votes(in: id)
            try await scene.cast([(200, 1, .agree)], crowd: 7)
            let crowd = try #require(try await scene.votes.crowds(in: id).first)
            if !crowd.isApart { try await scene.votes.settle(crowd.number, isApart: true, because: .strange, in: id, from: Self.origin) }
            let after = try await groups.store.votes(in: id)
            #expect(after.digest == before.digest && after.people == 40)
            await #expect(throws: GroupStore.Fault.unknown) { try await groups.store.name(["A": "Groen"], in: id, from: Self.origin) }
        }
    }

    @Test("WYK-03: somebody's place follows their votes, and a statement outside the plane does not move it")
    func place() throws {
        let plane = GroupRun.Plane(statements: [1, 2, 4], means: [0, 0.5, -0.5], first: [1, 0, 0], second: [0, 0.6, 0.8])
        let place = try #require(plane.place(of: [1: 1, 2: -1]))
        // √(3/2) · (1, −1.5 · 0.6)
        #expect(abs(place.x - 1.224745) < 1e-6 && abs(place.y + 1.102270) < 1e-6)
        let more = plane.place(of: [1: 1, 2: -1, 3: 1])
        #expect(more?.x == place.x && more?.y == place.y && plane.place(of: [3: 1]) == nil)
    }

    @Test("every address of groups reads back as itself")
    func addresses() {
        let id = Identifier(at: 7)
        for route in GroupRoute.File.allCases.map({ GroupRoute.file(id, $0) }) + [.own(id), .desk(id), .names(id)] {
            #expect(GroupRoute(route.address) == route)
        }
        #expect(GroupRoute(VoteRoute.results(id).address) == nil)
    }
}
