import Core
import Credentials
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Codes by post: one code, one voice")
struct CodeStoreTests {
    private static let staff = Identifier(at: 1), noon = VoicesGround.noon, day: Int64 = 86_400_000

    private static func origin(_ time: Int64 = noon) -> Origin { Origin(person: staff, request: "test", channel: .web, time: time) }

    /// A conversation by code, and codes of one batch in the order of their numbers.
    private struct Ground {
        let store: CodeStore
        let conversation: Conversation
        let batch: CodeBatch
        let codes: [VoiceCode]

        init(_ ground: VoicesGround, _ amount: Int, for purpose: CodeBatch.Purpose = .letters) async throws {
            var facts = VoicesGround.facts
            facts.level = .code
            conversation = try await ground.conversation(facts)
            store = CodePart(people: ground.people.slice, conversations: ground.slice.conversations).store
            let issue = try await store.issue(amount, for: purpose, note: "Brieven", in: conversation.id, from: CodeStoreTests.origin())
            batch = issue.batch
            codes = issue.prints.map(\.code)
        }

        func enter(_ code: VoiceCode, _ session: String, at time: Int64 = CodeStoreTests.noon) async throws -> Identifier {
            try await store.enter(code, session: session, in: conversation.id, client: session, at: time)
        }

        func admission(_ session: String) async throws -> [UInt8]? {
            try await store.admission(store.marks.tag(.browser(session), in: conversation.id), conversation)
        }

        func count(_ state: CodeBatch.State) async throws -> Int { try await store.account(of: conversation.id).total(state) }
    }

    @Test("two browsers with one code are one participant, and no code is kept", arguments: TestDatabase.engines)
    func entering(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let codes = try await Ground(ground, 3), code = codes.codes[0]
            #expect(Set(codes.codes).count == 3)
            let before = try await codes.admission("a")
            #expect(before == nil)
            for session in ["a", "b"] {
                let found = try await codes.enter(code, session)
                #expect(found == codes.conversation.id)
            }
            let (one, two) = (try await codes.admission("a"), try await codes.admission("b"))
            #expect(one == codes.store.marks.tag(.code(code), in: codes.conversation.id) && one == two)
            // Someone else in the same browser is somebody else.
            _ = try await codes.enter(codes.codes[1], "b")
            let other = try await codes.admission("b"), used = try await codes.count(.screen)
            #expect(other != one && used == 2)
            let tags = try await ground.people.database.read { try $0.all("SELECT tag FROM voice_code") { try $0.bytes(0) } }
            #expect(Set(tags) == Set(codes.codes.map { codes.store.marks.tag($0) }))
            let details = try await ground.people.database.read { try $0.all("SELECT details FROM journal") { try $0.string(0) } }
            #expect(!details.isEmpty && !details.contains { words in codes.codes.contains { words.contains($0.description) } })
        }
    }

    @Test("a code is known only where it was handed out, and only while people can take part")
    func refusing() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let codes = try await Ground(ground, 1), other = try await Ground(ground, 1)
            await #expect(throws: CodeStore.Fault.unknown) { _ = try await codes.enter(other.codes[0], "a") }
            await #expect(throws: CodeStore.Fault.unknown) { _ = try await codes.enter(VoiceCode.random(), "a") }
            await #expect(throws: CodeStore.Fault.notOpen(.closed)) { _ = try await codes.enter(codes.codes[0], "a", at: Self.noon + 61 * Self.day) }
            let found = try await codes.store.enter(other.codes[0], session: "a", in: nil, client: "a", at: Self.noon)
            #expect(found == other.conversation.id)
        }
    }

    @Test("tries of one address are limited, and the code stays good for who holds it")
    func throttling() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let codes = try await Ground(ground, 1)
            for _ in 0..<CodeStore.typing.most {
                await #expect(throws: CodeStore.Fault.unknown) { _ = try await codes.enter(VoiceCode.random(), "guesser") }
            }
            await #expect(throws: CodeStore.Fault.tooMany) { _ = try await codes.enter(codes.codes[0], "guesser") }
            let found = try await codes.enter(codes.codes[0], "holder")
            #expect(found == codes.conversation.id)
        }
    }

    @Test("what was used on paper is refused on a screen, and the reverse", arguments: TestDatabase.engines)
    func channels(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let codes = try await Ground(ground, 2), id = codes.conversation.id
            let mark = try await codes.store.useOnPaper(codes.codes[0], in: id, from: Self.origin())
            #expect(mark == codes.store.marks.tag(.code(codes.codes[0]), in: id))
            await #expect(throws: CodeStore.Fault.used(.paper)) { _ = try await codes.enter(codes.codes[0], "a") }
            await #expect(throws: CodeStore.Fault.used(.paper)) { try await codes.store.useOnPaper(codes.codes[0], in: id, from: Self.origin()) }
            _ = try await codes.enter(codes.codes[1], "a")
            await #expect(throws: CodeStore.Fault.used(.screen)) { try await codes.store.useOnPaper(codes.codes[1], in: id, from: Self.origin()) }
            let (paper, screen) = (try await codes.count(.paper), try await codes.count(.screen))
            #expect(paper == 1 && screen == 1)
        }
    }

    @Test("of 50 sheets with one code at the same moment exactly one is taken", arguments: TestDatabase.engines)
    func race(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let codes = try await Ground(ground, 1), store = codes.store, code = codes.codes[0], id = codes.conversation.id
            let winners = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        do {
                            try await store.useOnPaper(code, in: id, from: Self.origin(Self.noon + Int64(number)))
                            return 1
                        } catch CodeStore.Fault.used(.paper) { return 0 }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(winners == 1)
            let used = try await codes.count(.paper)
            #expect(used == 1)
        }
    }

    @Test("paper and screen at the same moment: one channel wins, the other is told", arguments: TestDatabase.engines)
    func crossing(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let codes = try await Ground(ground, 20), store = codes.store, id = codes.conversation.id
            for (number, code) in codes.codes.enumerated() {
                async let paper = Self.succeeds { try await store.useOnPaper(code, in: id, from: Self.origin()) }
                async let screen = Self.succeeds { try await store.enter(code, session: "s\(number)", in: id, client: "s\(number)", at: Self.noon) }
                let (byPaper, byScreen) = (try await paper, try await screen)
                #expect(byPaper != byScreen)
            }
            let (paper, screen) = (try await codes.count(.paper), try await codes.count(.screen))
            #expect(paper + screen == 20)
        }
    }

    /// Whether a use was taken; only that the code was used is a no.
    private static func succeeds<Value>(_ use: () async throws -> Value) async throws -> Bool {
        do {
            _ = try await use()
            return true
        } catch CodeStore.Fault.used { return false }
    }

    @Test("what came back, holds no more or was replaced lets nobody in; the new code does", arguments: TestDatabase.engines)
    func marking(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let codes = try await Ground(ground, 5), store = codes.store, id = codes.conversation.id, batch = codes.batch.id
            try await store.mark([1, 2], of: batch, as: .returned, reason: nil, in: id, from: Self.origin())
            try await store.mark([3], of: batch, as: .void, reason: "Brief gestolen", in: id, from: Self.origin())
            let new = try await store.replace(4, of: batch, in: id, from: Self.origin())
            #expect(new.number == 6)
            for (place, state) in [(0, CodeBatch.State.returned), (1, .returned), (2, .void), (3, .replaced)] {
                await #expect(throws: CodeStore.Fault.used(state)) { _ = try await codes.enter(codes.codes[place], "a") }
            }
            _ = try await codes.enter(new.code, "a")
            // All or nothing: 5 is free, and 6 was used.
            await #expect(throws: CodeStore.Fault.unknown) {
                try await store.mark([5, 6], of: batch, as: .returned, reason: nil, in: id, from: Self.origin())
            }
            await #expect(throws: CodeStore.Fault.unknown) { _ = try await store.replace(6, of: batch, in: id, from: Self.origin()) }
            let account = try await store.account(of: id)
            #expect(account.fits && account.issued == 6)
            #expect(account.lines.first?.counts == [.returned: 2, .void: 1, .replaced: 1, .screen: 1, .issued: 1])
        }
    }

    @Test("the account closes after the conversation, once the numbers fit, and nothing changes after that", arguments: TestDatabase.engines)
    func closing(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let codes = try await Ground(ground, 3), store = codes.store, id = codes.conversation.id, after = Self.noon + 61 * Self.day
            _ = try await store.issue(2, for: .byHand, note: "", in: id, from: Self.origin())
            _ = try await codes.enter(codes.codes[0], "a")
            await #expect(throws: CodeStore.Fault.notOpen(.open)) { try await store.close(id, from: Self.origin()) }
            // A sheet that came by post after the last day still counts.
            try await store.useOnPaper(codes.codes[1], in: id, from: Self.origin(after))
            let account = try await store.account(of: id)
            #expect(account.lines.map(\.purpose) == [.letters, .byHand] && account.lines.map(\.issued) == [3, 2] && account.closedAt == nil)
            try await ground.people.database.write { _ = try $0.execute("UPDATE code_batch SET amount = 4 WHERE id = \(codes.batch.id.description)") }
            await #expect(throws: CodeStore.Fault.sums) { try await store.close(id, from: Self.origin(after)) }
            try await ground.people.database.write { _ = try $0.execute("UPDATE code_batch SET amount = 3 WHERE id = \(codes.batch.id.description)") }
            try await store.close(id, from: Self.origin(after))
            let closed = try await store.account(of: id)
            #expect(closed.closedAt == after)
            await #expect(throws: CodeStore.Fault.closed) { try await store.useOnPaper(codes.codes[2], in: id, from: Self.origin(after)) }
            await #expect(throws: CodeStore.Fault.closed) { _ = try await store.issue(1, for: .strips, note: "", in: id, from: Self.origin(after)) }
        }
    }

    @Test("half a year after the last day browsers and helpers are forgotten; who erases themselves, at once")
    func forgetting() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let codes = try await Ground(ground, 1), database = ground.people.database, last = VoicesGround.facts.lastDay.start
            _ = try await codes.enter(codes.codes[0], "a")
            let assists = AssistStore(database: database, journal: ground.people.slice.journal)
            try await assists.begin(.reading, by: Self.staff, in: codes.conversation.id, from: Self.origin())
            let subject = PersonalRecords.Subject(person: Self.staff, mailKey: "")
            let kept = try await database.read { try CodeRecords.all.records(subject, $0).map(\.kind) }
            #expect(kept == ["codes-issued", "assisted"])
            let early = try await database.write { try CodeRecords.all.forget(last + 183 * Self.day, $0) }
            let late = try await database.write { try CodeRecords.all.forget(last + 185 * Self.day, $0) }
            let admission = try await codes.admission("a")
            #expect(early == 0 && late == 3 && admission == nil)
            try await database.write { try CodeRecords.all.erase(subject, Self.noon, $0) }
            let left = try await database.read { try CodeRecords.all.records(subject, $0) }
            #expect(left.isEmpty)
        }
    }
}
