import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("What waits for who organises")
struct OverviewStoreTests {
    private typealias Ground = ReportGround

    private static func read(_ ground: ReportGround, at now: Int64 = ReportGround.start) async throws -> LearningOverview {
        try await OverviewStore(ground.people.database).read(ground.programme, municipalities: ground.municipalities(), at: now)
    }

    @Test("INV-14: a municipality of which nobody registered, answered or joined a session in six months was not heard", arguments: TestDatabase.engines)
    func unheard(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            #expect(try await Self.read(ground).unheard.map(\.name) == ["Lindenmeer", "Linderveld", "Stilstad"])
            let meeting = try await ground.registration.meeting(nil)
            try await ground.register("Anna", of: "Lindenmeer", meeting)
            let person = try await ground.people.person("Evi")
            let home = try #require(ground.organisations["Linderveld"])
            try await ground.people.slice.organisations.join(person.id, home, from: PeopleGround.origin())
            let follow = FollowUpGround(ground.people, ground.programme)
            _ = try await follow.session([person.id])
            let found = try await Self.read(ground)
            #expect(found.unheard.map(\.name) == ["Stilstad"] && found.municipalities == 3)
            let much = Ground.start + LearningOverview.silence + Ground.day
            // The session was a month after the registration.
            #expect(try await Self.read(ground, at: much).unheard.map(\.name) == ["Lindenmeer", "Stilstad"])
        }
    }

    @Test("EXP-02: open questions without a yes, and places that people let go, at coming meetings only", arguments: TestDatabase.engines)
    func waiting(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            try await ground.ask(of: "Lindenmeer", label: "wonen")
            try await ground.ask(of: "Lindenmeer", label: "zorg", yes: Ground.start)
            try await ground.ask(of: "Stilstad", .withdrawn, label: "groen")
            let meeting = try await ground.registration.meeting(nil)
            let one = try await ground.register("Anna", of: "Lindenmeer", meeting)
            try await ground.people.database.write { transaction in
                try transaction.execute("UPDATE registration SET standing = 'verlopen' WHERE id = \(one.id.description)")
            }
            let found = try await Self.read(ground)
            #expect(found.requests.map(\.label) == ["wonen"])
            #expect(found.offers == [LearningOverview.Offers(meeting: meeting, title: "Wijkprofielen", expired: 1)])
            #expect(try await Self.read(ground, at: Ground.start + 31 * Ground.day).offers.isEmpty)
        }
    }

    @Test("INV-08: answers without a place, a round about to close, and an outcome that nobody can see yet", arguments: TestDatabase.engines)
    func calls(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let store = InventoryStore(ground.people.slice), origin = PeopleGround.origin(), end = Ground.start + 10 * Ground.day
            let call = try await store.add(InventoryGround.facts(), programme: ground.programme, from: origin)
            let round = try await store.addRound(to: call.id, start: InventoryGround.start, end: end, from: origin)
            try await store.makeReady(round.id, from: origin)
            let inventory = InventoryGround(ground: ground.people, store: store, call: call, round: round)
            try await inventory.handIn(InventoryGround.question("Hoe begin je?"), form: "1")
            // More than a week before its end a round is left in peace.
            let early = try #require(try await Self.read(ground, at: end - LearningOverview.closingSoon - 1).calls.first)
            #expect(early.unplaced == 1 && early.closesAt == nil && !early.isToPublish)
            #expect(try await Self.read(ground, at: end - LearningOverview.closingSoon).calls.first?.closesAt == end)
            #expect(try await Self.read(ground, at: end).calls.first?.closesAt == nil)
            let entry = try #require(try await inventory.desk().entries.first)
            try await inventory.take(.mark(entry: entry.id, words: "Hoe begin je?", new: "Beginnen"))
            try await store.workOut(round.id, from: PeopleGround.origin(end))
            let done = try #require(try await Self.read(ground, at: end).calls.first)
            #expect(done.unplaced == 0 && done.isToPublish)
        }
    }
}
