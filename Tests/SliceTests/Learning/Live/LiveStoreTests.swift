import Core
import Credentials
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Questions and polls during a meeting")
struct LiveStoreTests {
    private typealias Ground = RegistrationGround
    private static let begins = PeopleGround.start + 30 * PeopleGround.day
    private static let ends = begins + 2 * PeopleGround.hour

    private static func with(_ engine: TestDatabase.Engine, _ body: (Ground, LiveStore, LiveSession) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: Ground.migrations + LivePart.migrations) { people in
            let slice = people.slice
            let programme = try await slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            let ground = Ground(people, programme: programme.id), meeting = try await ground.meeting(nil)
            let store = LiveStore(database: slice.database, journal: slice.journal, throttle: Throttle(slice.installation.key))
            let code = try await store.open(for: meeting, from: Ground.origin(begins))
            let session = try #require(try await store.session(code))
            try await body(ground, store, session)
        }
    }

    private static func browser(_ mark: String) -> LiveStore.Participant { LiveStore.Participant(mark: mark, client: "192.0.2.1") }

    @Test("MTG-21: a question needs no account; one browser supports it once, and the most supported comes first", arguments: TestDatabase.engines)
    func questions(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, store, session in
            let first = try await store.ask("Wie doet mee?", in: session.id, by: Self.browser("a"), at: Self.begins)
            let second = try await store.ask("Wat kost het?", in: session.id, by: Self.browser("a"), at: Self.begins + 1)
            for _ in 0..<2 { try await store.support(second, true, in: session.id, by: Self.browser("b"), at: Self.begins + 2) }
            let seen = try await store.questions(of: session.id, mark: "b")
            #expect(seen.map(\.id) == [second, first] && seen.map(\.supports) == [1, 0] && seen.map(\.isMine) == [true, false])
            try await store.support(second, false, in: session.id, by: Self.browser("b"), at: Self.begins + 3)
            #expect(try await store.questions(of: session.id, mark: "b").map(\.id) == [first, second])
            #expect(try await !ground.people.holds("journal", "Wat kost het?"))
            await #expect(throws: LiveStore.Fault.facts) {
                try await store.ask(String(repeating: "a", count: 501), in: session.id, by: Self.browser("a"), at: Self.begins)
            }
        }
    }

    @Test("MTG-21: a hidden question is seen by who leads alone; one that was taken along stays after half a year", arguments: TestDatabase.engines)
    func moderation(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, store, session in
            let kept = try await store.ask("Wie doet mee?", in: session.id, by: Self.browser("a"), at: Self.begins)
            let hidden = try await store.ask("Een naam", in: session.id, by: Self.browser("a"), at: Self.begins)
            try await store.set(kept, to: .answered, answer: "Iedereen", isTaken: true, in: session.id, from: Ground.origin(Self.begins))
            try await store.set(hidden, to: .hidden, answer: "", isTaken: false, in: session.id, from: Ground.origin(Self.begins))
            #expect(try await store.questions(of: session.id, mark: nil).map(\.id) == [kept])
            #expect(try await store.questions(of: session.id, mark: nil, withHidden: true).map(\.id) == [kept, hidden])
            await #expect(throws: LiveStore.Fault.unknown) {
                try await store.support(hidden, true, in: session.id, by: Self.browser("b"), at: Self.begins)
            }
            let limit = session.endsAt + 183 * PeopleGround.day
            let early = try await ground.people.database.write { try LiveStore.forget(before: limit, $0) }
            let late = try await ground.people.database.write { try LiveStore.forget(before: limit + 1, $0) }
            #expect(early == 0 && late == 1)
            #expect(try await store.taken(from: session.meeting).map(\.answer) == ["Iedereen"])
        }
    }

    @Test("MTG-21: a poll shows nothing while it runs, and nothing below five answers", arguments: TestDatabase.engines)
    func results(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { _, store, session in
            let origin = Ground.origin(Self.begins)
            func poll(_ people: Int) async throws -> LivePoll.Result? {
                let poll = try await store.openPoll(.single, "Nu of later?", options: ["Nu", "Later"], in: session.id, from: origin)
                for number in 0..<people {
                    let answer = LivePoll.Answer(number: number == 0 ? 1 : 2)
                    try await store.answer(poll, [answer], in: session.id, by: Self.browser("b\(number)"), at: Self.begins)
                }
                // The first changes to the other answer: it counts once.
                try await store.answer(poll, [LivePoll.Answer(number: 2)], in: session.id, by: Self.browser("b0"), at: Self.begins)
                let running = try await store.polls(of: session.id, mark: "b0").first { $0.id == poll }
                #expect(running?.result == nil && running?.mine == [LivePoll.Answer(number: 2)])
                try await store.closePoll(poll, in: session.id, from: origin)
                await #expect(throws: LiveStore.Fault.closed) {
                    try await store.answer(poll, [LivePoll.Answer(number: 1)], in: session.id, by: Self.browser("z"), at: Self.begins)
                }
                return try await store.polls(of: session.id, mark: nil).first { $0.id == poll }?.result
            }
            let four = try await poll(4), five = try await poll(5)
            #expect(four == nil)
            #expect(five == LivePoll.Result(people: 5, counts: [2: 5], texts: []))
        }
    }

    @Test("MTG-21: one poll at a time, and only answers that it asks for", arguments: TestDatabase.engines)
    func kinds(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { _, store, session in
            let origin = Ground.origin(Self.begins)
            let poll = try await store.openPoll(.scale, "Hoe gaat het?", options: [], in: session.id, from: origin)
            await #expect(throws: LiveStore.Fault.another) {
                try await store.openPoll(.text, "Waarom?", options: [], in: session.id, from: origin)
            }
            for wrong in [[0], [6], [1, 2], []] {
                await #expect(throws: LiveStore.Fault.facts) {
                    try await store.answer(poll, wrong.map { LivePoll.Answer(number: $0) }, in: session.id, by: Self.browser("a"), at: Self.begins)
                }
            }
            try await store.answer(poll, [LivePoll.Answer(number: 5)], in: session.id, by: Self.browser("a"), at: Self.begins)
        }
    }

    @Test("MTG-21: a session ends two hours after the meeting, and takes nothing more", arguments: TestDatabase.engines)
    func ending(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, store, session in
            let last = Self.ends + 2 * PeopleGround.hour
            #expect(session.endsAt == last)
            try await store.ask("Nog iets?", in: session.id, by: Self.browser("a"), at: last - 1)
            await #expect(throws: LiveStore.Fault.over) { try await store.ask("Te laat", in: session.id, by: Self.browser("a"), at: last) }
            #expect(try await store.standing(of: session.id, at: last - 1) == "2")
            #expect(try await store.standing(of: session.id, at: last) == nil)
            try await store.close(session.id, from: Ground.origin(Self.begins))
            #expect(try await store.enter(session.code, client: "192.0.2.1", at: Self.begins) == nil)
            #expect(try await store.open(for: session.meeting, from: Ground.origin(Self.begins)) == session.code)
            await #expect(throws: LiveStore.Fault.over) { try await store.open(for: session.meeting, from: Ground.origin(last)) }
            #expect(try await ground.people.actions().filter { $0 == "live.opened" }.count == 2)
        }
    }

    @Test("MTG-21: who sends question after question waits")
    func flood() async throws {
        try await Self.with(.sqlite) { _, store, session in
            for number in 0..<10 { try await store.ask("Vraag \(number)", in: session.id, by: Self.browser("a"), at: Self.begins) }
            await #expect(throws: LiveStore.Fault.tooMany) { try await store.ask("Nog een", in: session.id, by: Self.browser("a"), at: Self.begins) }
            try await store.ask("Van een ander", in: session.id, by: Self.browser("b"), at: Self.begins)
        }
    }
}
