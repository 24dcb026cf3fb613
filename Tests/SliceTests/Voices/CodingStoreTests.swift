import Core
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("What stories are about")
struct CodingStoreTests {
    private static func origin(_ coder: Int64) -> Origin { Origin(person: Identifier(at: coder), request: "test", channel: .web, time: VoicesGround.noon) }

    /// A conversation that is read afterwards, two themes, and who sorts.
    private struct Scene {
        let ground: VoicesGround
        let conversation: Conversation
        let first: Origin
        let second: Origin

        init(_ ground: VoicesGround) async throws {
            self.ground = ground
            var facts = VoicesGround.facts
            facts.moderation = .after
            conversation = try await ground.conversation(facts)
            (first, second) = (CodingStoreTests.origin(1), CodingStoreTests.origin(2))
            try await store.addTheme("Licht", meaning: "Over lampen en donkere plekken", in: conversation.id, from: first)
            try await store.addTheme("Groen", meaning: "", in: conversation.id, from: first)
        }

        var store: CodingStore { ground.slice.coding.store }

        func story(_ words: String, _ visibility: Contribution.Visibility = .everyone, isQuotable: Bool = true) async throws -> Identifier {
            let entry = Contribution.Entry(.story, words, visibility: visibility, isQuotable: isQuotable)
            return try await ground.slice.stories.store.give(entry, marks: [], place: nil, in: conversation, at: VoicesGround.noon).id
        }

        func outcome() async throws -> CodingOutcome { try await ground.slice.coding.outcome(in: conversation.id) }
    }

    @Test("WYK-11: two coders work apart, where they agree it counts, and where they differ they decide together", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), store = scene.store, id = scene.conversation.id
            var stories: [Identifier] = []
            for number in 1...6 { stories.append(try await scene.story("Het is donker bij huis \(number).")) }
            for story in stories { try await store.code(story, [1], in: id, from: scene.first) }
            var outcome = try await scene.outcome()
            #expect(outcome.decided == 0 && outcome.stories == 6)
            await #expect(throws: CodingStore.Fault.alone) { try await store.decide(stories[0], [1], in: id, from: scene.first) }
            for story in stories.dropLast() { try await store.code(story, [1], in: id, from: scene.second) }
            try await store.code(stories[5], [2], in: id, from: scene.second)
            outcome = try await scene.outcome()
            #expect(outcome.decided == 5 && outcome.line(1)?.stories == 5 && outcome.line(2)?.stories == 0)
            let book = try await store.book(in: id), second = try await store.coder(scene.second.person, in: id)
            #expect(book.stories.filter(\.isDisputed).map(\.contribution.id) == [stories[5]] && book.next(for: second) == nil && second == 2)
            try await store.decide(stories[5], [1, 2], in: id, from: scene.first)
            outcome = try await scene.outcome()
            // Fewer than five is not told, none is.
            #expect(outcome.decided == 6 && outcome.line(1)?.stories == 6 && outcome.line(2)?.stories == nil)
            // Six stories say nothing of agreement yet.
            #expect(outcome.lines.allSatisfy { $0.agreement == nil })
        }
    }

    @Test("WYK-11: who sorts again replaces what they found, and a theme that was used stays", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), store = scene.store, id = scene.conversation.id, story = try await scene.story("Meer bomen.")
            try await store.code(story, [1, 2], in: id, from: scene.first)
            try await store.code(story, [2], in: id, from: scene.first)
            let book = try await store.book(in: id)
            #expect(book.stories.first?.given == [1: [2]])
            await #expect(throws: CodingStore.Fault.used) { try await store.removeTheme(2, in: id, from: scene.first) }
            try await store.removeTheme(1, in: id, from: scene.first)
            await #expect(throws: CodingStore.Fault.unknown) { try await store.code(story, [1], in: id, from: scene.first) }
            await #expect(throws: CodingStore.Fault.unknown) { try await store.removeTheme(1, in: id, from: scene.first) }
        }
    }

    @Test("WYK-03: only words that stand in a story, that everyone reads and whose giver agreed, are quoted", arguments: TestDatabase.engines)
    func quotes(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), store = scene.store, id = scene.conversation.id
            let open = try await scene.story("Bij de speeltuin is het na vijven donker. Ik loop om.")
            let unasked = try await scene.story("Ik zeg dit alleen hier.", isQuotable: false), team = try await scene.story("Alleen voor jullie.", .team)
            for (story, words) in [(open, "Het is er licht"), (unasked, "alleen hier"), (team, "voor jullie")] {
                await #expect(throws: CodingStore.Fault.quote) { try await store.code(story, [1], quotes: [1: words], in: id, from: scene.first) }
            }
            try await store.code(open, [1], quotes: [1: "Ik loop om."], in: id, from: scene.first)
            try await store.code(open, [1], in: id, from: scene.second)
            try await store.code(team, [1], in: id, from: scene.first)
            try await store.code(team, [1], in: id, from: scene.second)
            var outcome = try await scene.outcome()
            #expect(outcome.line(1)?.quotes.map(\.words) == ["Ik loop om."] && outcome.stories == 2 && outcome.decided == 1)
            // A moderator leaves that sentence out: the quote goes with it.
            let ruling = Contribution.Ruling(.masked, shown: "Bij de speeltuin is het na vijven donker.", reason: .personalData)
            try await ground.slice.contributions.rule(ruling, on: open, from: scene.first)
            outcome = try await scene.outcome()
            #expect(outcome.line(1)?.quotes.isEmpty == true && outcome.decided == 1)
        }
    }

    @Test("WYK-25: a story that is taken back takes its themes and its quote along", arguments: TestDatabase.engines)
    func takingBack(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await Scene(ground), store = scene.store, id = scene.conversation.id
            let story = try await scene.story("Bij de speeltuin is het na vijven donker.")
            for coder in [scene.first, scene.second] { try await store.code(story, [1], quotes: [1: "na vijven donker"], in: id, from: coder) }
            try await store.decide(story, [1], in: id, from: scene.first)
            try await ground.slice.contributions.withdraw(story, at: VoicesGround.noon)
            let book = try await store.book(in: id), outcome = try await scene.outcome()
            #expect(book.stories.isEmpty && outcome.decided == 0 && outcome.line(1)?.quotes.isEmpty == true)
            let left = try await ground.people.database.read { reading in
                try ["coding_done", "coding_given", "coding_joint", "coding_joint_theme", "coding_quote"].map { (table: Query) in
                    try reading.first("SELECT COUNT(*) FROM \(table)") { try $0.int(0) } ?? -1
                }
            }
            #expect(left == [0, 0, 0, 0, 0])
            await #expect(throws: CodingStore.Fault.unknown) { try await store.code(story, [1], in: id, from: scene.first) }
        }
    }

    @Test("WYK-11: two readers are compared by Cohen's kappa, three by Krippendorff's alpha, and neither is told of fewer than twenty stories")
    func measures() throws {
        // 20 both yes, 5 only the first, 10 only the second, 15 both no: kappa 0.4.
        let pairs: [[Bool?]] =
            Array(repeating: [true, true], count: 20) + Array(repeating: [true, false], count: 5) + Array(repeating: [false, true], count: 10)
            + Array(repeating: [false, false], count: 15)
        let kappa = try #require(CodingAgreement(pairs))
        #expect(kappa.measure == .kappa && abs(kappa.value - 0.4) < 1e-12 && kappa.stories == 50 && kappa.verdict == .poor)
        #expect(CodingAgreement(Array(pairs.prefix(19))) == nil && CodingAgreement(Array(repeating: [true, true], count: 30)) == nil)
        let threes: [[Bool?]] = pairs.map { $0 + [$0[0]] } + [[nil, true, nil]]
        let alpha = try #require(CodingAgreement(threes)), interval = try #require(alpha.interval)
        #expect(alpha.measure == .alpha && alpha.stories == 50 && interval.contains(alpha.value) && interval.lowerBound > 0.3 && interval.upperBound < 0.9)
    }

    @Test("every address of themes reads back as itself")
    func addresses() {
        let id = Identifier(at: 7), story = Identifier(at: 8)
        let all: [CodingRoute] = [
            .results(id), .results(id, isFile: true), .desk(id), .desk(id, isFile: true), .removeTheme(id), .story(id, story), .joint(id, story),
            .unquote(id, story),
        ]
        for route in all { #expect(CodingRoute(route.address) == route) }
    }
}
