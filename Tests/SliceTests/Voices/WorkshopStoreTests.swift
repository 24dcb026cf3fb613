import Core
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Workshops in the database")
struct WorkshopStoreTests {
    private static let origin = Origin(person: Identifier(at: 3), request: "test", channel: .web, time: VoicesGround.noon)

    private static func added(_ ground: VoicesGround, tables: Int = 3) async throws -> (conversation: Conversation, store: WorkshopStore) {
        let conversation = try await ground.conversation(), store = ground.slice.workshops.store
        let facts = Workshop.Facts(
            title: "Avond in het buurthuis", day: try #require(DutchDay("2026-10-01")), place: "De Kers", question: "Wat doen wij eerst?", tables: tables)
        _ = try await store.add(facts, options: ["Bomen", "Bankjes", "Licht"], in: conversation.id, from: origin)
        return (conversation, store)
    }

    private static func one(_ conversation: Conversation, _ store: WorkshopStore) async throws -> Workshop {
        try #require(try await store.list(in: conversation.id).first)
    }

    @Test("WYK-03: tables are counted as tables; what was not filled in is not zero, and a correction keeps what stood there", arguments: TestDatabase.engines)
    func tables(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let (conversation, store) = try await Self.added(ground)
            var workshop = try await Self.one(conversation, store)
            await #expect(throws: WorkshopStore.Fault.empty) { try await store.close(workshop, from: Self.origin) }
            try await store.enter(TableYield(people: 10, dots: [1: 7, 2: nil, 3: 2]), of: 1, in: workshop, from: Self.origin)
            try await store.enter(TableYield(people: 12, dots: [1: 4, 2: 6, 3: nil]), of: 2, in: workshop, from: Self.origin)
            try await store.enter(TableYield(people: 12, dots: [1: 5, 2: 6, 3: nil]), of: 2, in: workshop, from: Self.origin)
            await #expect(throws: WorkshopStore.Fault.unknown) {
                try await store.enter(TableYield(people: 12, dots: [:]), of: 9, in: workshop, from: Self.origin)
            }
            workshop = try await Self.one(conversation, store)
            let outcome = WorkshopOutcome(workshop: workshop)
            #expect(outcome.people == 22 && outcome.showsTables && workshop.tables[2]?.version == 2)
            #expect(outcome.lines.map(\.words) == ["Bomen", "Bankjes", "Licht"] && outcome.lines.map(\.dots) == [12, 6, 2])
            #expect(outcome.lines.map(\.tables) == [2, 1, 1])
            let older = try await ground.people.database.read { try $0.first("SELECT COUNT(*) FROM workshop_table") { try $0.int(0) } }
            #expect(older == 3)
            try await store.close(workshop, from: Self.origin)
            await #expect(throws: WorkshopStore.Fault.closed) {
                try await store.enter(TableYield(people: 12, dots: [1: 1]), of: 3, in: workshop, from: Self.origin)
            }
        }
    }

    @Test("WYK-03: dots never become votes, and a small table is not told apart", arguments: TestDatabase.engines)
    func noVotes(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let (conversation, store) = try await Self.added(ground), workshop = try await Self.one(conversation, store)
            try await store.enter(TableYield(people: 30, dots: [1: 20]), of: 1, in: workshop, from: Self.origin)
            try await store.enter(TableYield(people: 4, dots: [1: 4]), of: 2, in: workshop, from: Self.origin)
            let votes = try await ground.people.database.read { try $0.first("SELECT COUNT(*) FROM vote") { try $0.int(0) } }
            let outcome = WorkshopOutcome(workshop: try await Self.one(conversation, store))
            #expect(votes == 0 && outcome.people == 34 && !outcome.showsTables)
            let csv = String(decoding: WorkshopDocument(conversation: conversation.id, outcomes: [outcome]).csv, as: UTF8.self)
            #expect(csv.contains(",34,,1,Bomen,24,2") && !csv.contains(",4,2,"))
        }
    }

    @Test("WYK-03: what is said at a table comes with its people, its channel and its consent, and comes in once", arguments: TestDatabase.engines)
    func quotes(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let (conversation, store) = try await Self.added(ground), code = VoiceCode.random()
            for _ in 0..<2 {
                _ = try await store.quote(
                    "Het plein is te donker.", isQuotable: true, people: 8, language: "nl", in: conversation, code: code, by: Self.origin.person,
                    at: VoicesGround.noon)
            }
            let said = try await ground.people.database.read { try ContributionStore.rows("kind = 'verhaal'", $0) }
            #expect(said.count == 1 && said[0].channel == .workshop && said[0].people == 8 && said[0].isQuotable && said[0].state == .waiting)
        }
    }

    @Test("the code of a sheet is read back, whatever its spaces and letters")
    func codes() {
        #expect(Workshop.numbers(typed: " w2 - t13 ").map { [$0.workshop, $0.table] } == [2, 13])
        for typed in ["", "W2", "2-3", "T2-W3", "W2-T", "W2-T3-4"] { #expect(Workshop.numbers(typed: typed) == nil, "\(typed)") }
    }
}
