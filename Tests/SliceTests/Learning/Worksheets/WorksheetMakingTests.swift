import Core
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Making worksheets, and what is kept of them")
struct WorksheetMakingTests {
    private typealias Ground = WorksheetGround

    @Test("MTG-18: a worksheet belongs to a meeting or an item of guided application, and is used again without its answers", arguments: TestDatabase.engines)
    func making(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let origin = ground.origin(), store = ground.store, first = try await ground.base.meeting(nil), second = try await ground.base.meeting(nil)
            let item = try await ground.base.meetings.addItem(.init(kind: .application, title: "Aan de slag", minutes: 30), to: first, from: origin)
            let pause = try await ground.base.meetings.addItem(.init(kind: .pause, title: "Pauze", minutes: 15), to: first, from: origin)
            var facts = Worksheet.Facts(title: "Werkblad", questions: Ground.questions, item: pause)
            await #expect(throws: WorksheetStore.Fault.item) { try await store.add(facts, to: first, from: origin) }
            facts.item = item
            let made = try await store.add(facts, to: first, from: origin)
            #expect(try await store.worksheets(of: first) == [made])
            let anna = try await ground.base.register("Anna", first)
            try await ground.save(["Kleiner beginnen", ""], made.id, Ground.owner(anna))
            let target = try #require(try await ground.base.meetings.find(second))
            let source = try #require(try await store.toCopy(for: target).first)
            facts.item = nil
            let copy = try await store.add(facts, to: second, copiedFrom: source.id, from: origin)
            #expect(copy.facts.questions == Ground.questions)
            #expect(try await !store.isUsed(copy.id))
            // Answers belong to the question that was asked.
            let other = Worksheet.Facts(title: "Werkblad", questions: ["Iets anders?"])
            await #expect(throws: WorksheetStore.Fault.inUse) { try await store.change(made.id, to: other, from: origin) }
            await #expect(throws: WorksheetStore.Fault.inUse) { try await store.remove(made.id, from: origin) }
            try await store.change(copy.id, to: other, from: origin)
            #expect(try await store.find(copy.id)?.facts.questions == ["Iets anders?"])
            try await store.remove(copy.id, from: origin)
            #expect(try await store.find(copy.id) == nil)
        }
    }

    @Test("MTG-18: one to eight questions")
    func questions() {
        for (count, fits) in [(0, false), (1, true), (8, true), (9, false)] {
            #expect(WorksheetRules.fits(Worksheet.Facts(title: "A", questions: Array(repeating: "Wat?", count: count))) == fits, "\(count)")
        }
        var form = Form(items: [.init("titel", " "), .init("vraag-1", " "), .init("deel", "")])
        #expect(WorksheetForm.facts(&form, items: []) == nil && form.errors.map(\.field) == ["titel", "vraag-1"])
        form = Form(items: [.init("titel", "A"), .init("vraag-1", ""), .init("vraag-3", "Wat?")])
        #expect(WorksheetForm.facts(&form, items: [])?.questions == ["Wat?"])
    }

    @Test("MTG-18: who reads what: facilitators and the circle what was shared with them, administrators of the site no more than a visitor")
    func policy() {
        func readable(_ isFacilitator: Bool, _ isOfCircle: Bool) -> Set<Worksheet.Sharing> {
            WorksheetReader(isFacilitator: isFacilitator, isOfCircle: isOfCircle).readable
        }
        #expect(readable(false, false) == [.everyone] && readable(false, true) == [.everyone, .circle])
        #expect(readable(true, false) == [.everyone, .circle, .facilitator] && readable(true, true) == [.everyone, .circle, .facilitator])
        let programme = Identifier(at: 1), person = Actor.Person(id: Identifier(at: 2), name: "Olga", organisation: nil)
        func facilitates(_ role: Role, _ scope: Scope) -> Bool {
            let actor = Actor(
                person: person, grants: [RoleGrant(id: Identifier(at: 4), role: role, scope: scope, start: 0, end: nil, reviewed: 0)], proof: .twoFactors)
            return WorksheetPolicy.facilitate(programme: programme, line: [], by: actor).isAllowed
        }
        #expect(facilitates(.programmeFacilitator, .programme(programme)))
        #expect(!facilitates(.programmeFacilitator, .programme(Identifier(at: 3))))
        #expect(!facilitates(.functionalAdministrator, .installation))
    }

    @Test("what someone wrote is in their file, goes with them, and goes a year after the meeting", arguments: TestDatabase.engines)
    func kept(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let people = ground.base.people, records = WorksheetRecords.all(people.slice.installation.key)
            let meeting = try await ground.base.meeting(nil), worksheet = try await ground.worksheet(meeting), anna = try await people.person("Anna")
            let own = try await ground.base.register("Anna", meeting), other = try await ground.base.register("Bo", meeting)
            try await ground.save(["Kleiner beginnen", ""], worksheet, Ground.owner(own, anna.id))
            try await ground.save(["Ook iets", ""], worksheet, Ground.owner(other))
            let subject = PersonalRecords.Subject(person: anna.id, mailKey: anna.mail.key)
            let file = try await people.database.read { try records.records(subject, $0) }
            #expect(file.map { $0.details["words"] } == ["Wat neem je mee? Kleiner beginnen"])
            try await people.database.write { try records.erase(subject, Ground.start, $0) }
            #expect(try await !people.holds("worksheet_answer", "Kleiner beginnen"))
            #expect(try await people.holds("worksheet_answer", "Ook iets"))
            let end = Ground.begins + 2 * Ground.hour + 365 * Ground.day
            #expect(try await people.database.write { try records.forget(end, $0) } == 0)
            #expect(try await people.database.write { try records.forget(end + 1, $0) } == 1)
            #expect(try await people.rows("worksheet_answer").isEmpty)
        }
    }

    @Test("every address of worksheets reads back what it prints")
    func roundTrip() {
        let meeting = Identifier(at: 1), id = Identifier(at: 2)
        let routes: [WorksheetRoute] = [
            .list(meeting), .new(meeting), .copy(meeting), .one(meeting, id), .edit(meeting, id), .removal(meeting, id), .mine(meeting, id),
            .mineSharing(meeting, id), .ownList("abc-_"), .own("abc-_", id), .ownSharing("abc-_", id), .all,
        ]
        #expect(Set(routes.map { $0.address.path }).count == routes.count)
        for route in routes { #expect(WorksheetRoute(route.address) == route, "\(route.address.path)") }
        for path in ["/werkbladen", "/bijeenkomsten/x/werkbladen", "/bijeenkomsten/\(meeting)/werkbladen/x", "/inschrijvingen/a/werkbladen/x", "/mijn"] {
            #expect(WorksheetRoute(PageAddress(target: path)) == nil, "\(path)")
        }
    }

    @Test("WYK-06: all words of worksheets are B1")
    func literals() throws {
        let count = try SourceWords.measure("Learning/Worksheets")
        #expect(count > 50, "\(count)")
    }
}
