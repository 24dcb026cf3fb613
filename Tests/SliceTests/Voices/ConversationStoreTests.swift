import Areas
import Core
import HTML
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Voices

@Suite("Store of conversations")
struct ConversationStoreTests {
    private static let day: Int64 = 86_400_000

    @Test("WYK-28: a draft can change, an announcement is fixed, and only more time can be given, up to the decision", arguments: TestDatabase.engines)
    func life(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let store = ground.slice.conversations.store, origin = PeopleGround.origin()
            let draft = try await ground.conversation(isAnnounced: false)
            var facts = VoicesGround.facts
            facts.title = "Waterkers vertelt"
            facts.ways = [.telephone]
            facts.languages = ["tr", "nl"]
            await #expect(throws: ConversationStore.Fault.state) { try await store.extend(draft.id, to: facts.decidedBy, from: origin) }
            try await store.change(draft.id, to: facts, from: origin)
            #expect(try await store.find(draft.id)?.facts == facts)
            #expect(try await store.announced().isEmpty)
            try await store.announce(draft.id, from: origin)
            await #expect(throws: ConversationStore.Fault.state) { try await store.announce(draft.id, from: origin) }
            await #expect(throws: ConversationStore.Fault.announced) { try await store.change(draft.id, to: VoicesGround.facts, from: origin) }
            let earlier = try #require(DutchDay("2026-11-29")), later = try #require(DutchDay("2026-12-15")), late = try #require(DutchDay("2026-12-16"))
            for refused in [earlier, facts.lastDay, late] {
                await #expect(throws: ConversationStore.Fault.state) { try await store.extend(draft.id, to: refused, from: origin) }
            }
            try await store.extend(draft.id, to: later, from: origin)
            let known = try #require(try await store.announced().first)
            #expect(known.facts.lastDay == later && known.facts.ways == [.telephone] && known.facts.languages == ["tr", "nl"])
            let actions = try await ground.people.actions().filter { $0.hasPrefix("conversation.") }
            #expect(actions == ["conversation.added", "conversation.changed", "conversation.announced", "conversation.extended"])
        }
    }

    @Test("no organisation, no conversation; of two who announce at once, one does", arguments: TestDatabase.engines)
    func refusals(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let store = ground.slice.conversations.store, origin = PeopleGround.origin(), nobody = Identifier(at: 1)
            await #expect(throws: ConversationStore.Fault.unknown) {
                try await store.add(VoicesGround.facts, about: VoicesGround.area, by: nobody, from: origin)
            }
            await #expect(throws: ConversationStore.Fault.unknown) { try await store.announce(nobody, from: origin) }
            let draft = try await ground.conversation(isAnnounced: false)
            let done = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do { try await store.announce(draft.id, from: origin) } catch { return false }; return true
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(done == 1)
        }
    }

    @Test("the journal holds no words of an announcement")
    func journal() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            _ = try await ground.conversation()
            let lines = try await ground.people.slice.journal.lines(limit: 100).filter { $0.event.thing?.kind == "conversation" }
            #expect(lines.count == 2 && lines.allSatisfy { $0.event.details.isEmpty })
        }
    }

    @Test("a conversation goes from draft to coming, open and closed by its days; each day is whole, as the Netherlands count it")
    func states() throws {
        let facts = VoicesGround.facts
        func at(_ now: Int64, opened: Int64? = 1, closed: Int64? = nil) -> Conversation.State {
            Conversation(id: Identifier(at: 1), area: VoicesGround.area, owner: Identifier(at: 2), facts: facts, openedAt: opened, closedAt: closed, addedAt: 0)
                .state(at: now)
        }
        // 1 October 2026 begins at 22:00 UTC the evening before; 30 November ends at 23:00 UTC.
        let first: Int64 = 1_790_805_600_000, end: Int64 = 1_796_079_600_000
        #expect(facts.firstDay.start == first && facts.lastDay.end == end)
        #expect(at(first, opened: nil) == .draft)
        #expect(at(first - 1) == .coming && at(first) == .open && at(end - 1) == .open && at(end) == .closed)
        #expect(at(first + 5, closed: first + 5) == .closed && at(first + 4, closed: first + 5) == .open)
    }

    @Test("search, links and the page of an area know what was announced, and no draft")
    func found() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let part = ConversationPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            let draft = try await ground.conversation(isAnnounced: false)
            let search = try #require(part.searchSources.first), links = try #require(part.linkSources.first)
            #expect(try await search.entries().isEmpty)
            #expect(try await links.links().isEmpty)
            let (one, two) = (try await search.version(), try await links.version())
            try await ground.slice.conversations.store.announce(draft.id, from: PeopleGround.origin())
            #expect(try await search.version() > one)
            #expect(try await links.version() > two)
            let entry = try #require(try await search.entries().first)
            #expect(entry.reference == draft.reference && entry.title.nl == draft.facts.title && entry.note.nl == "Komt nog")
            #expect(entry.areas.map(\.description) == ["BU99990101", "WK999901", "GM9999"] && entry.path == ["stemmen", draft.id.description])
            let laid = try await links.links()
            #expect(laid.map(\.relation) == [.organisedBy, .involves] && laid.allSatisfy(\.fits))
        }
    }

    @Test("WYK-28: the page of an area tells what is talked about there and with how much say; nothing where nobody was asked")
    func panel() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let part = ConversationPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            _ = try await ground.conversation()
            let panel = ConversationPanel(part)
            func asked(_ code: String) async throws -> [AreaPagePart.Panel] {
                let area = Area(year: 2024, code: try .made(code), name: code, parent: nil)
                return try await panel.source(AreaPageRequest(area: area, language: .nl, address: PageAddress("gebieden", code))).panels
            }
            for code in ["BU99990101", "WK999901", "GM9999"] {
                let found = try #require(try await asked(code).first), html = String(decoding: found.content.rendered(), as: UTF8.self)
                #expect(found.anchor == "gesprekken" && html.contains(VoicesGround.facts.title) && html.contains("Jouw rol: advies geven."), "\(code)")
                #expect(html.contains("/stemmen?gebied=\(code)"), "\(code)")
            }
            for code in ["BU99990102", "GM9998", "NL00"] { #expect(try await asked(code).isEmpty, "\(code)") }
        }
    }

    @Test("what was typed as an area is found by code and by name; what is unclear is asked again with the codes")
    func places() async throws {
        try await VoicesGround.with(.sqlite) { ground async throws in
            let part = ConversationPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            // Without borders any code will do.
            #expect(try await part.typedArea(" bu99990101 ") == .area(VoicesGround.area))
            #expect(try await part.typedArea("PV25") == .size)
            try await ground.people.database.write { transaction in
                try AreaStore.register(
                    [
                        .made("GM9999", "Lindenmeer"), .made("WK999901", "Centrum"), .made("BU99990101", "Waterkers"), .made("GM9998", "Elders"),
                        .made("WK999801", "Centrum"),
                    ], in: transaction)
            }
            let known = ConversationPart(areas: Areas.Slice(database: ground.people.database), people: ground.people.slice)
            #expect(try await known.typedArea("waterkers") == .area(VoicesGround.area))
            #expect(try await known.typedArea("BU99990102") == .unknown)
            #expect(try await known.typedArea("Nergens") == .unknown)
            #expect(try await known.typedArea("Centrum") == .several(["WK999801 (Centrum, Elders)", "WK999901 (Centrum, Lindenmeer)"]))
        }
    }
}
