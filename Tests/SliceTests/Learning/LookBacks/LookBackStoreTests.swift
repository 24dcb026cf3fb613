import Core
import Mail
import OpenAPI
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Look-backs")
struct LookBackStoreTests {
    @Test(
        "TER-01, TER-02: a part for each item and each group with its question, once; what comes into the programme is added", arguments: TestDatabase.engines)
    func generate(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, meeting = ground.meeting.id, before = PeopleGround.origin(LookBackGround.endsAt - 1)
            await #expect(throws: LookBackStore.Fault.notNow) { try await store.generate(for: meeting, from: before) }
            let made = try await store.generate(for: meeting, from: ground.origin())
            var draft = try await ground.draft()
            #expect(made.isNew && draft.lookBack.state == .generated && draft.lookBack.due.description == "2026-11-26")
            #expect(draft.pieces.map(\.topic) == ["Wat cijfers zeggen", "Sturing", "Inwoners betrekken"])
            #expect(draft.pieces.map(\.subgroup) == [nil] + ground.groups && draft.pieces[1].asked == "Hoe begin je?")
            try await ground.write(.init(outcome: "Begin klein."), 1, in: made.id)
            try await ground.part.meetings.store.addItem(.init(kind: .exchange, title: "Delen", minutes: 20), to: meeting, from: ground.origin())
            let again = try await store.generate(for: meeting, from: ground.origin(1))
            draft = try await ground.draft()
            #expect(!again.isNew && again.id == made.id && draft.pieces.map(\.topic).last == "Delen" && draft.pieces.count == 4)
            #expect(draft.pieces[1].text.outcome == "Begin klein.")
            #expect(
                try await ground.people.actions().suffix(4) == [
                    "look-back.generated", "look-back.part-written", "meeting.item-added", "look-back.renewed",
                ])
        }
    }

    @Test("MTG-21, TER-02: questions that were taken along stand under the main text, once, and leave what was written", arguments: TestDatabase.engines)
    func questions(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, meeting = ground.meeting.id
            let id = try await store.generate(for: meeting, asked: ["Wie heeft de sleutel? Antwoord: De buurt."], from: ground.origin()).id
            #expect(try await ground.draft().lookBack.facts.main == "Vragen uit de zaal\n- Wie heeft de sleutel? Antwoord: De buurt.")
            try await ground.change(id) { $0.main = "Het was druk.\n\n" + $0.main }
            let before = try await ground.draft().lookBack
            let both = ["Wie heeft de sleutel? Antwoord: De buurt.", "Wat kost het?"]
            try await store.generate(for: meeting, asked: both, from: ground.origin(1))
            let after = try await ground.draft().lookBack
            #expect(after.facts.main == before.facts.main + "\n- Wat kost het?" && after.version == before.version + 1)
            await #expect(throws: LookBackStore.Fault.conflict) {
                try await store.change(id, to: before.facts, author: nil, version: before.version, from: ground.origin(1))
            }
            try await store.generate(for: meeting, asked: both, from: ground.origin(2))
            #expect(try await ground.draft().lookBack == after)
        }
    }

    @Test("TER-02: a leader writes the own group alone; the facilitator writes all, and alone once the parts are joined", arguments: TestDatabase.engines)
    func leaders(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, id = try await store.generate(for: ground.meeting.id, from: ground.origin()).id
            func writable(_ person: Person) async throws -> [Bool] {
                let scene = try await ground.scene(person), pieces = scene.draft?.pieces ?? []
                return pieces.map(scene.mayWrite)
            }
            let other = try await ground.people.person("Otto")
            #expect(try await writable(ground.leaders[0]) == [false, true, false])
            #expect(try await writable(ground.leaders[1]) == [false, false, true])
            #expect(try await writable(ground.organiser) == [true, true, true])
            #expect(try await writable(other) == [false, false, false])
            let scene = try await ground.scene(ground.leaders[0]), hidden = try await ground.scene(other).writing
            #expect(scene.writing == .allowed && hidden == .hidden && !scene.isFacilitator)
            #expect(scene.draft?.pieces.map { scene.speakers(of: $0).map(scene.name) } == [["An Spreker (GGD)"], ["Leo"], ["Mia"]])
            try await ground.write(.init(outcome: "Een"), 1, in: id)
            #expect(try await ground.draft().lookBack.state == .generated)
            try await ground.write(.init(outcome: "Twee"), 2, in: id)
            #expect(try await ground.draft().lookBack.state == .written)
            try await store.join(id, from: ground.origin(1))
            await #expect(throws: LookBackStore.Fault.notNow) { try await ground.write(.init(outcome: "Nog iets"), 1, in: id) }
            #expect(try await writable(ground.leaders[0]) == [false, false, false])
            try await ground.write(.init(outcome: "Korter"), 1, in: id, isFacilitator: true)
            let steps = try await ground.draft().lookBack.steps.map(\.state)
            #expect(steps == [.generated, .written, .joined])
            let piece = try await ground.draft().pieces[1]
            await #expect(throws: LookBackStore.Fault.conflict) {
                try await store.write(.init(outcome: "Laat"), of: piece.id, in: id, version: 0, isFacilitator: true, from: ground.origin())
            }
        }
    }

    @Test(
        "AGD-15, CAS-05: public only with what one can do tomorrow, and within 600 words; the meeting is then looked back on", arguments: TestDatabase.engines)
    func publish(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, id = try await store.generate(for: ground.meeting.id, from: ground.origin()).id
            await #expect(throws: LookBackStore.Fault.notNow) { try await store.publish(id, from: ground.origin()) }
            let text = LookBackPiece.Text(outcome: "drie woorden hier", steps: "Bel aan\nKom terug", works: "Koffie", worksNot: "Een brief")
            try await ground.write(text, 1, in: id)
            try await store.join(id, from: ground.origin())
            await #expect(throws: LookBackStore.Fault.tomorrowMissing) { try await store.publish(id, from: ground.origin()) }
            try await ground.change(id) {
                $0.tomorrow = "Bel je buurman."
                $0.main = Array(repeating: "woord", count: 598).joined(separator: " ")
            }
            await #expect(throws: LookBackStore.Fault.tooLong(601)) { try await store.publish(id, from: ground.origin()) }
            try await ground.change(id) { $0.main = Array(repeating: "woord", count: 597).joined(separator: " ") }
            let none = try await store.published()
            #expect(none.isEmpty)
            #expect(try await store.publish(id, from: ground.origin(3)) == 1)
            let published = try #require(try await store.published().first)
            // Parts of which nothing was written are left out.
            #expect(published.edition.pieces.map(\.text) == [text] && published.edition.facts.tomorrow == "Bel je buurman.")
            #expect(published.meeting.publication == .lookedBack && published.lookBack.publishedAt == LookBackGround.endsAt + 3 * PeopleGround.day)
            #expect(String(decoding: LookBackDocument.detail(published).bytes, as: UTF8.self).contains("\"stappen\":[\"Bel aan\",\"Kom terug\"]"))
        }
    }

    @Test("a revision says why, and the former text stays as it was", arguments: TestDatabase.engines)
    func revise(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, id = try await ground.joined("Eerst"), origin = ground.origin(1)
            try await store.publish(id, from: origin)
            try await ground.change(id) { $0.tomorrow = "Daarna" }
            #expect(try await store.editions(of: id).map(\.facts.tomorrow) == ["Eerst"])
            await #expect(throws: LookBackStore.Fault.reasonMissing) { try await store.publish(id, from: origin) }
            #expect(try await store.publish(id, because: "Een fout hersteld", from: origin) == 2)
            let editions = try await store.editions(of: id)
            #expect(editions.map(\.facts.tomorrow) == ["Eerst", "Daarna"] && editions.map(\.reason) == ["", "Een fout hersteld"])
            #expect(try await store.find(id)?.steps.map(\.state) == [.generated, .joined, .published, .revised])
        }
    }

    @Test("TER-03: points are found and linked on their own, and one that was withdrawn keeps its address", arguments: TestDatabase.engines)
    func points(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, id = try await ground.joined()
            let wrong = try await store.addPoint("Weg hiermee", to: id, from: ground.origin())
            try await store.withdrawPoint(wrong, of: id, from: ground.origin())
            let first = try await store.addPoint("Vraag eerst wie er al is", to: id, from: ground.origin())
            let source = try #require(ground.part.searchSources.first), links = try #require(ground.part.linkSources.first)
            #expect(try await source.entries().isEmpty)
            try await store.publish(id, from: ground.origin())
            let second = try await store.addPoint("Pas later", to: id, from: ground.origin())
            #expect(try await store.points(of: id).map(\.id) == [first])
            let entries = try await source.entries()
            #expect(entries.map(\.key) == [id.description, first.description] && entries.allSatisfy { $0.kind == .lookBack })
            #expect(entries[1].text.nl == "Vraag eerst wie er al is" && entries[1].path == LookBackRoute.point(first).address.segments)
            let point = try #require(try await store.point(first)), found = try await links.links()
            #expect(
                found == [
                    Link(ThingReference(.lookBack, id.description), .comesFrom, ground.meeting.reference),
                    Link(point.reference, .comesFrom, ThingReference(.lookBack, id.description)),
                ] && found.allSatisfy(\.fits))
            try await store.withdrawPoint(first, of: id, from: ground.origin(2))
            #expect(try await store.points(of: id).isEmpty)
            #expect(try await store.point(first)?.withdrawnAt == ground.origin(2).time)
            #expect(try await store.point(wrong) == nil)
            try await store.publish(id, because: "Nieuw punt", from: ground.origin(2))
            #expect(try await store.points(of: id).map(\.id) == [second])
        }
    }

    @Test("TER-05: a figure without source or date is refused, and editions keep theirs", arguments: TestDatabase.engines)
    func figures(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let store = ground.store, id = try await ground.joined()
            let figure = LookBackFigure.Facts(
                label: "Voelt zich veilig", value: "78,5", unit: "procent", period: "2024", source: "Monitor Lindenmeer", day: "2025-06-01")
            for (source, day) in [("", "2025-06-01"), ("Monitor", "")] {
                let wrong = LookBackFigure.Facts(label: "Veilig", value: "78,5", period: "2024", source: source, day: day)
                await #expect(throws: SQLError.self) { try await store.addFigure(wrong, to: id, from: ground.origin()) }
            }
            try await store.addFigure(figure, to: id, from: ground.origin())
            try await store.publish(id, from: ground.origin())
            let kept = try #require(try await ground.draft().figures.first)
            try await store.removeFigure(kept.id, of: id, from: ground.origin())
            #expect(try await store.editions(of: id).map(\.figures) == [[figure]])
            #expect(try await ground.draft().figures.isEmpty)
        }
    }

    @Test("TER-04: an experience with a method stands with the look-back and with the method", arguments: TestDatabase.engines)
    func experiences(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let id = try await ground.joined(), month = try #require(Period("2026-11"))
            let draft = ExperienceForm.Draft(place: "Lindenmeer", month: month, result: .partly, words: "Wij namen meer tijd.")
            try await ground.store.addExperience(draft, with: "incident", to: id, from: ground.origin(by: ground.leaders[0]))
            let here = try await ground.store.experiences(of: id), there = try await ground.part.intervision.experiences.all(about: .init("method", "incident"))
            #expect(here.map(\.method) == ["incident"] && here.map(\.experience) == there)
            #expect(there.map(\.words) == ["Wij namen meer tijd."] && there.map(\.person) == [ground.leaders[0].id])
        }
    }

    @Test(
        "TER-01, TER-02: within a minute after the end leaders and organisers are told once; ten working days later the organiser once more",
        arguments: TestDatabase.engines)
    func round(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            func run(_ time: Int64) async throws -> Int { try await ground.part.round.run(from: PeopleGround.origin(time)) }
            func told(_ person: Person) async throws -> [String] {
                try await ground.people.slice.notices.list(of: person.id).map(\.kind).filter { $0.hasPrefix("terugblik") }.sorted()
            }
            // 26 November, 14 days after the meeting, is the last day in time; the day after is late.
            let minute = PeopleGround.minute, day = PeopleGround.day
            var counts: [Int] = []
            for after in [-1, minute, 2 * minute, 14 * day, 15 * day, 16 * day] { counts.append(try await run(LookBackGround.endsAt + after)) }
            #expect(counts == [0, 1, 0, 0, 1, 0])
            #expect(try await told(ground.organiser) == ["terugblik-schrijven", "terugblik-te-laat"])
            for leader in ground.leaders { #expect(try await told(leader) == ["terugblik-schrijven"]) }
        }
    }

    @Test("what someone wrote is in their file, and stays without their name", arguments: TestDatabase.engines)
    func erase(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let id = try await ground.joined(), leader = ground.leaders[0]
            try await ground.write(.init(outcome: "Begin klein."), 1, in: id, isFacilitator: true)
            try await ground.change(id, author: leader.id) { $0.aboutAuthor = "Werkt in Lindenmeer." }
            try await ground.store.publish(id, from: ground.origin())
            let subject = PersonalRecords.Subject(person: leader.id, mailKey: leader.mail.key)
            let records = try await ground.people.database.read { try LookBackRecords.all.records(subject, $0) }
            #expect(records.map(\.kind) == ["look-back", "look-back-part"] && records[1].details == ["title": "Sturing", "words": "Begin klein."])
            try await ground.people.database.write { try LookBackRecords.all.erase(subject, LookBackGround.endsAt, $0) }
            let edition = try #require(try await ground.store.editions(of: id).first)
            #expect(edition.author == nil && edition.facts.aboutAuthor.isEmpty && edition.pieces.map(\.text.outcome) == ["Begin klein."])
            let left = try await ground.people.database.read { try LookBackRecords.all.records(subject, $0) }
            #expect(left.isEmpty)
        }
    }
}
