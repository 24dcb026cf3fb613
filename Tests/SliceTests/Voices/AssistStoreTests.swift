import Core
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Help at a screen")
struct AssistStoreTests {
    private static let helper = Identifier(at: 1), noon = VoicesGround.noon

    private static func origin(_ time: Int64) -> Origin { Origin(person: helper, request: "test", channel: .web, time: time) }

    @Test("help ends by itself after half an hour, and each time is somebody else", arguments: TestDatabase.engines)
    func sessions(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), other = try await ground.conversation()
            let part = CodePart(people: ground.people.slice, conversations: ground.slice.conversations), store = part.assists, marks = part.store.marks
            let first = try await store.begin(.screen, by: Self.helper, in: conversation.id, from: Self.origin(Self.noon))
            #expect(first.endsAt == Self.noon + 1_800_000)
            let active = try await store.active(for: Self.helper, in: conversation.id, at: Self.noon + 1_799_999)
            #expect(active == first)
            let over = try await store.active(for: Self.helper, in: conversation.id, at: Self.noon + 1_800_000)
            let elsewhere = try await store.active(for: Self.helper, in: other.id, at: Self.noon)
            let stranger = try await store.active(for: Identifier(at: 2), in: conversation.id, at: Self.noon)
            #expect(over == nil && elsewhere == nil && stranger == nil)
            // Another begins a day later, though the first was never ended by hand.
            let second = try await store.begin(.tongue, by: Self.helper, in: conversation.id, from: Self.origin(Self.noon + 86_400_000))
            #expect(first.participant(marks) != second.participant(marks))
            #expect(first.participant(marks) != marks.tag(.person(Self.helper), in: conversation.id))
            let wrong = try await store.end(by: Self.helper, in: other.id, from: Self.origin(Self.noon + 86_400_100))
            let ended = try await store.end(by: Self.helper, in: conversation.id, from: Self.origin(Self.noon + 86_400_100))
            let again = try await store.end(by: Self.helper, in: conversation.id, from: Self.origin(Self.noon + 86_400_200))
            #expect(!wrong && ended && !again)
            let times = try await store.count(in: conversation.id)
            #expect(times == 2)
            let actions = try await ground.people.database.read { try $0.all("SELECT action FROM journal ORDER BY number") { try $0.string(0) } }
            #expect(actions.filter { $0.hasPrefix("assist.") } == ["assist.begun", "assist.begun", "assist.ended"])
        }
    }
}
