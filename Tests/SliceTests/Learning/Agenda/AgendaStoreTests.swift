import Core
import Foundation
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Learning agendas")
struct AgendaStoreTests {
    @Test(
        "AGD-03, AGD-05, AGD-08, AGD-13, AGD-15, AGD-18: an item keeps its sub-questions, subjects, domains, level, why it is tough and what you can do",
        arguments: TestDatabase.engines)
    func fields(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let owner = try await ground.people.person("Olga")
            let facts = AgendaItem.Facts(
                title: "Armoede en wonen", words: "Wat doen schulden met wonen?", theme: "armoede-en-schulden", subjects: "Huur\nSchulden",
                questions: "Wie bereiken wij niet?\nWat helpt?", domains: ["wonen", "gezondheid", "veiligheid", "wonen"], reinforces: "Wie ziek is, verhuist.",
                level: .district, isTough: true, whyTough: "Al jaren.", perspective: "Ga langs.", ownerOrganisation: ground.organisations[0],
                ownerPerson: owner.id)
            let id = try await ground.store.propose(facts, at: ground.place, from: ground.origin())
            let item = try #require(try await ground.store.item(id))
            #expect(item.facts == facts && item.facts.domains == ["gezondheid", "veiligheid", "wonen"])
            #expect(item.state == .proposed && item.place == 1 && !item.isPublic && item.month == nil && item.agenda == ground.networks[0])
            var changed = facts
            changed.domains = []
            changed.isTough = false
            try await ground.store.change(id, to: changed, issues: [], from: ground.origin())
            #expect(try await ground.store.item(id)?.facts == changed)
            #expect(try await ground.people.actions().suffix(2) == ["agenda-item.proposed", "agenda-item.changed"])
        }
    }

    @Test("AGD-18: the database refuses a tough item without a reason", arguments: TestDatabase.engines)
    func tough(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let facts = AgendaItem.Facts(title: "Taai", isTough: true)
            await #expect(throws: SQLError.self) { _ = try await ground.store.propose(facts, at: ground.place, from: ground.origin()) }
            let left = try await ground.store.agenda(ground.place).items
            #expect(left.isEmpty)
        }
    }

    @Test("AGD-01, AGD-02: proposed, agreed, planned, running, done: each a dated row, and no step out of turn", arguments: TestDatabase.engines)
    func states(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let store = ground.store, id = try await store.propose(AgendaItem.Facts(title: "Eenzaamheid"), at: ground.place, from: ground.origin())
            await #expect(throws: AgendaStore.Fault.state(.proposed)) { try await store.take(id, to: .running, from: ground.origin()) }
            try await store.take(id, to: .agreed, from: ground.origin(1))
            await #expect(throws: AgendaStore.Fault.monthMissing) { try await store.take(id, to: .planned, from: ground.origin(2)) }
            await #expect(throws: AgendaStore.Fault.reasonMissing) { try await store.take(id, to: .dropped, from: ground.origin(2)) }
            let june = try #require(Period("2027-06")), july = try #require(Period("2027-07"))
            try await store.take(id, to: .planned, month: june, from: ground.origin(2))
            try await store.take(id, to: .planned, month: july, from: ground.origin(3))
            #expect(try await store.item(id)?.month == july)
            try await store.take(id, to: .running, from: ground.origin(4))
            try await store.take(id, to: .done, from: ground.origin(5))
            await #expect(throws: AgendaStore.Fault.state(.done)) { try await store.take(id, to: .parked, reason: "Later", from: ground.origin(6)) }
            let item = try #require(try await store.item(id))
            #expect(item.steps.map(\.state) == [.proposed, .agreed, .planned, .planned, .running, .done] && item.month == july)
            #expect(item.steps.map(\.at) == (0...5).map { PeopleGround.start + Int64($0) * PeopleGround.day })
            let other = try await ground.add("Zorg")
            try await store.take(other, to: .parked, reason: "Eerst iets anders", from: ground.origin())
            #expect(try await store.item(other)?.steps.last?.reason == "Eerst iets anders")
            try await store.take(other, to: .agreed, from: ground.origin())
            try await store.take(other, to: .dropped, reason: "Niet meer nodig", from: ground.origin())
            #expect(try await store.agenda(ground.place).living.isEmpty)
        }
    }

    @Test(
        "AGD-03, AGD-04, AGD-05: the theme calendar of June and September 2021: two themes start together, then one with four subjects",
        arguments: TestDatabase.engines)
    func calendar(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            _ = try await ground.add("Sociale infrastructuur", month: "2021-09") {
                $0.theme = "sociale-infrastructuur"
                $0.subjects = "dorpshuizen\nwijkaccommodaties\nvrijwilligersinzet\ndorps- en wijkraden"
            }
            _ = try await ground.add("COVID-19 en sociale verbondenheid", month: "2021-06") { $0.theme = "corona" }
            _ = try await ground.add("Armoede", month: "2021-06") { $0.theme = "armoede-en-schulden" }
            _ = try await ground.add("Nog geen maand")
            let parked = try await ground.add("Weg", month: "2021-06")
            try await ground.store.take(parked, to: .parked, reason: "Later", from: ground.origin())
            let scene = try await ground.scene(), months = scene.calendar
            #expect(months.map(\.month.description) == ["2021-06", "2021-09"])
            #expect(months.map { $0.items.map(\.facts.title) } == [["COVID-19 en sociale verbondenheid", "Armoede"], ["Sociale infrastructuur"]])
            let document = AgendaDocument(scene: scene), rows = String(decoding: document.csv, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(rows[0] == "maand,id,titel,onderwerpen,stand,trekker" && rows.count == 5)
            #expect(rows[3].hasPrefix("2021-09,") && rows[3].contains("\"dorpshuizen; wijkaccommodaties; vrijwilligersinzet; dorps- en wijkraden\""))
            let events = document.events(in: .nl, origin: "https://buurt.example.nl")
            #expect(
                events.map(\.summary) == [
                    "Thema begint: COVID-19 en sociale verbondenheid", "Thema begint: Armoede", "Thema begint: Sociale infrastructuur",
                ])
            // 1 June 2021 in summer time: 31 May 22:00 in UTC.
            #expect(events.map(\.start) == [1_622_498_400_000, 1_622_498_400_000, 1_630_447_200_000])
        }
    }

    @Test("AGD-09: an item between rounds says why, and when it came", arguments: TestDatabase.engines)
    func adHoc(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let facts = AgendaItem.Facts(title: "Hoog water", adHocReason: "De rivier trad buiten haar oevers.")
            let id = try await ground.store.propose(facts, at: ground.place, from: ground.origin(3))
            let item = try #require(try await ground.store.item(id))
            #expect(item.facts.adHocReason == "De rivier trad buiten haar oevers." && item.addedAt == PeopleGround.start + 3 * PeopleGround.day)
        }
    }

    @Test("AGD-02: several organisations propose, and an item says which did", arguments: TestDatabase.engines)
    func proposers(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            for organisation in ground.organisations {
                let origin = Origin(person: nil, organisation: organisation, request: "test", channel: .web, time: PeopleGround.start)
                _ = try await ground.store.propose(AgendaItem.Facts(title: "Voorstel"), at: ground.place, from: origin)
            }
            _ = try await ground.store.propose(AgendaItem.Facts(title: "Van de trekkers"), at: ground.place, from: ground.origin())
            let items = try await ground.store.agenda(ground.place).items(in: .proposed)
            #expect(items.map(\.proposer) == ground.organisations.map { Optional($0) } + [nil] && items.map(\.place) == [1, 2, 3, 4])
        }
    }

    @Test("AGD-10: two networks and their programme have agendas of their own", arguments: TestDatabase.engines)
    func tailoring(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            _ = try await ground.add("Alleen oost")
            _ = try await ground.add("Alleen west", at: ground.other)
            _ = try await ground.add("Iedereen", at: AgendaPlace(programme: ground.programme))
            #expect(try await ground.titles() == ["Alleen oost"])
            #expect(try await ground.titles(ground.other) == ["Alleen west"])
            #expect(try await Set(ground.store.places().map(\.id)) == Set(ground.networks + [ground.programme]))
            let (first, second) = (try await ground.scene(), try await ground.scene(ground.other))
            #expect(first.name == "Netwerk Oost" && second.name == "Netwerk West")
            #expect(try await ground.part.scene(Identifier(at: 1)) == nil)
        }
    }

    @Test("AGD-16: an effect of one theme on another is kept, changed and taken away; never over the edge of an agenda", arguments: TestDatabase.engines)
    func effects(engine: TestDatabase.Engine) async throws {
        try await AgendaGround.with(engine) { ground in
            let store = ground.store, first = try await ground.add("Buurthuizen dicht"), second = try await ground.add("Eenzaamheid")
            let elsewhere = try await ground.add("Elders", at: ground.other)
            try await store.setEffect(of: first, on: second, words: "Mensen treffen elkaar minder.", from: ground.origin())
            #expect(try await store.item(first)?.effects == [AgendaEffect(other: second, words: "Mensen treffen elkaar minder.")])
            try await store.setEffect(of: first, on: second, words: "Minder plekken.", from: ground.origin())
            #expect(try await store.item(first)?.effects.map(\.words) == ["Minder plekken."])
            for other in [first, elsewhere, Identifier(at: 1)] {
                await #expect(throws: AgendaStore.Fault.unknown) { try await store.setEffect(of: first, on: other, words: "x", from: ground.origin()) }
            }
            try await store.setEffect(of: first, on: second, words: "", from: ground.origin())
            #expect(try await store.item(first)?.effects == [])
        }
    }

    @Test("AGD-08, AGD-13: a filter takes what plays on the level and touches all of the domains")
    func filter() {
        let facts = AgendaItem.Facts(title: "x", domains: ["wonen", "gezondheid"], level: .village), open = AgendaItem.Facts(title: "y", domains: ["wonen"])
        #expect(AgendaFilter().takes(facts) && AgendaFilter(level: .village).takes(facts) && !AgendaFilter(level: .district).takes(facts))
        #expect(AgendaFilter(level: .district).takes(open), "what names no level plays on all")
        #expect(AgendaFilter(domains: ["gezondheid", "wonen"]).takes(facts) && !AgendaFilter(domains: ["gezondheid", "wonen"]).takes(open))
    }
}
