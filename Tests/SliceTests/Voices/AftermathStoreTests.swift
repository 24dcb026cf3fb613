import Core
import People
import TestSupport
import Testing

@testable import Voices

@Suite("What became of what people said")
struct AftermathStoreTests {
    private static let origin = Origin(person: Identifier(at: 1), request: "test", channel: .web, time: VoicesGround.noon)

    @Test("WYK-25: several get an answer at once, and a conversation is not finished while one lacks it", arguments: TestDatabase.engines)
    func telling(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let scene = try await VoteStoreTests.Scene(ground, statements: 2), conversation = scene.conversation, store = ground.slice.aftermath.store
            var ids: [Identifier] = []
            for words in ["Meer licht", "Meer groen", "Een bankje"] {
                let entry = Contribution.Entry(.story, words)
                ids.append(try await ground.slice.stories.store.give(entry, marks: [], place: nil, in: conversation, at: VoicesGround.noon).id)
            }
            // Statements of who leads the conversation need no answer.
            let before = try await store.count(in: conversation.id)
            #expect(before.open == 3)
            await #expect(throws: AftermathStore.Fault.open(3)) { try await store.finish(conversation.id, from: Self.origin) }
            let next = try #require(DutchDay("2027-01-10"))
            try await store.tell(.takenUp, because: "De lamp komt er.", next: next, about: Set(ids.prefix(2)), in: conversation.id, from: Self.origin)
            let told = try await store.find(ids[0])
            #expect(told == Aftermath(outcome: .takenUp, reason: "De lamp komt er.", nextOn: next, toldOn: "2026-10-01"))
            await #expect(throws: AftermathStore.Fault.open(1)) { try await store.finish(conversation.id, from: Self.origin) }
            await #expect(throws: AftermathStore.Fault.unknown) {
                try await store.tell(.answered, because: "Ja.", next: nil, about: [ids[2], Identifier(at: 4)], in: conversation.id, from: Self.origin)
            }
            let half = try await store.find(ids[2])
            #expect(half == nil)
            try await store.tell(.notTakenUp, because: "Er is geen plek.", next: nil, about: [ids[2]], in: conversation.id, from: Self.origin)
            try await store.finish(conversation.id, from: Self.origin)
            let day = try await store.finished(conversation.id), count = try await store.count(in: conversation.id)
            #expect(day == "2026-10-01" && count.open == 0 && count.outcomes == [.takenUp: 2, .notTakenUp: 1])
        }
    }

    @Test("WYK-25: what is taken back loses its answer, and stays counted", arguments: TestDatabase.engines)
    func takingBack(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let conversation = try await ground.conversation(), store = ground.slice.aftermath.store
            let receipt = try await ground.slice.stories.store.give(
                Contribution.Entry(.story, "Meer licht"), marks: [], place: nil, in: conversation, at: VoicesGround.noon)
            try await store.tell(.answered, because: "Dank voor je verhaal.", next: nil, about: [receipt.id], in: conversation.id, from: Self.origin)
            _ = try await ground.slice.contributions.withdraw(receipt.id, at: VoicesGround.noon)
            let left = try await store.find(receipt.id), count = try await store.count(in: conversation.id)
            #expect(left == nil && count.withdrawn == 1 && count.open == 0 && count.outcomes.isEmpty)
            await #expect(throws: AftermathStore.Fault.unknown) {
                try await store.tell(.answered, because: "Nog eens.", next: nil, about: [receipt.id], in: conversation.id, from: Self.origin)
            }
        }
    }

    @Test("every address of what became of it reads back as itself")
    func addresses() {
        let id = Identifier(at: 7)
        for route in [AftermathRoute.results(id), .desk(id), .desk(id, isAll: true), .finish(id), .letters(id)] {
            #expect(AftermathRoute(route.address) == route)
        }
    }
}
