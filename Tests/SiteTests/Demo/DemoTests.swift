import Core
import Foundation
import Learning
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Site

@Suite("The demonstration")
struct DemoTests {
    /// Wednesday 18 November 2026, 12:00 in the Netherlands.
    static let now: Int64 = 1_795_000_000_000 / 86_400_000 * 86_400_000 + 11 * 3_600_000

    private static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../demo/learning").standardized.path
    }

    private static func with(_ engine: TestDatabase.Engine, at now: Int64 = now, _ body: (Composition, DemoLoading, DemoClock) async throws -> Void)
        async throws
    {
        try await TestDatabase.withAddress(engine, migrations: Composition.migrations) { address in
            let clock = DemoClock(at: now)
            var settings = InstallationSettings()
            settings.now = { clock.now }
            let site = try await Composition.open(address, connections: 2, settings: settings)
            do { try await body(site, DemoLoading(site, clock: clock, content: try DemoContent(folder: folder)), clock) } catch {
                await site.database.close()
                throw error
            }
            await site.database.close()
        }
    }

    @Test(
        "a year of a learning network is there at once, nothing of it goes out by mail, and what the database holds fits together",
        arguments: TestDatabase.engines)
    func year(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { site, demo, clock in
            let report = try await demo.load()
            #expect(clock.now == Self.now)
            let check = try await Inspection(site).run()
            #expect(check.faults.isEmpty)
            #expect(report.people == 26 && report.receipt != nil)
            try await Self.mails(site, report)
            try await Self.inventory(site)
            try await Self.agenda(site)
            try await Self.meetings(site)
            try await Self.lookBacks(site)
            try await Self.groups(site)
        }
    }

    private static func mails(_ site: Composition, _ report: DemoLoading.Report) async throws {
        let waiting = try await site.people.outbox.waiting()
        #expect(waiting.count == 0)
        let newest = try await site.people.outbox.newest(limit: 500)
        #expect(newest.count > 20 && report.mails >= newest.count)
        #expect(newest.allSatisfy { $0.outcome == .refused && $0.proof.hasPrefix("leefkring demo") && $0.recipient.hasSuffix("@voorbeeld.nl") })
    }

    private static func inventory(_ site: Composition) async throws {
        let store = site.learning.inventory.store, calls = try await store.list()
        let call = try #require(calls.first)
        #expect(call.rounds.map { $0.state(at: now) } == [.published, .open])
        let answers = try await store.submissions(of: call.id)
        #expect(answers.count { $0.round == call.rounds[0].id } == 40 && answers.count { $0.round == call.rounds[1].id } == 7)
        let desk = try await store.workbench(of: call.id)
        #expect(desk.issues.count == 7 && desk.unplaced(in: call.rounds[0].id).isEmpty && desk.untouched(in: call.rounds[0].id).isEmpty)
        #expect(Set(desk.entries.map(\.content.kind)) == Set(AnswerEntry.Kind.allCases))
    }

    private static func agenda(_ site: Composition) async throws {
        let store = site.learning.agenda.store, places = try await store.places()
        let place = try #require(places.first)
        let agenda = try await store.agenda(place), versions = try await store.versions(of: place.id)
        #expect(agenda.items.count == 8 && versions.count == 3 && !agenda.departures.isEmpty)
        #expect(Set(agenda.items.map(\.state)) == [.done, .running, .planned, .proposed, .dropped])
        #expect(agenda.items.contains { !$0.facts.adHocReason.isEmpty } && agenda.items.contains { $0.objections.contains { $0.answer != nil } })
    }

    private static func meetings(_ site: Composition) async throws {
        let meetings = try await site.learning.meetings.store.list(at: now)
        let counts = Dictionary(grouping: meetings, by: \.publication).mapValues(\.count)
        #expect(counts == [.lookedBack: 4, .held: 1, .definitive: 1, .announced: 2, .cancelled: 1])
        #expect(Set(meetings.map(\.facts.form)) == Set(Meeting.Form.allCases))
        let coming = try #require(meetings.first { $0.publication == .definitive })
        let list = try await site.learning.registration.store.participants(of: coming.id)
        #expect(list.count { $0.standing == .registered } == 10 && list.count { $0.standing == .waiting } == 3)
        let visit = try #require(meetings.first { $0.facts.kind == .visit && $0.publication == .held })
        let came = try await site.learning.registration.store.participants(of: visit.id)
        // One cancelled, and the first of the waiting list took the place.
        #expect(came.count { $0.standing == .registered } == 8 && came.count { $0.standing == .cancelled } == 1)
        #expect(came.contains { $0.attendance == .present } && came.contains { $0.attendance == .absent })
    }

    private static func lookBacks(_ site: Composition) async throws {
        let part = site.learning.lookBacks, published = try await part.store.published()
        #expect(published.count == 4 && published.allSatisfy { !$0.points.isEmpty && !$0.edition.facts.tomorrow.isEmpty && $0.edition.author != nil })
        #expect(published.map(\.edition.figures.count).sorted() == [0, 1, 1, 1] && published.map(\.edition.pieces.count).sorted() == [1, 3, 3, 4])
        // What came lately, for who was not there.
        #expect(try await part.store.published(since: Self.now - 90 * 86_400_000).count == 1)
        let notes = try await site.database.read { reading in
            try reading.all("SELECT state, COUNT(*) FROM learning_yield_state GROUP BY state ORDER BY state") { (try $0.string(0), try $0.int(1)) }
        }
        #expect(notes.map(\.0) == ["deelbaar", "genoteerd"] && notes.map(\.1) == [3, 4])
        let doors = try #require(published.first { $0.meeting.facts.form == .both }), store = site.learning.worksheets.store
        let sheet = try #require(try await store.worksheets(of: doors.meeting.id).first)
        let shared = try await store.shared(sheet.id, Set(Worksheet.Sharing.allCases))
        #expect(Set(shared.map(\.sharing)) == [.facilitator, .circle, .everyone] && shared.count == 3)
        let kept = try await site.database.read { reading in
            try reading.first("SELECT COUNT(*) FROM worksheet_sheet WHERE worksheet = \(sheet.id.description) AND sharing = 'zelf'") { try $0.int(0) }
        }
        #expect(kept == 2)
    }

    private static func groups(_ site: Composition) async throws {
        let published = try await site.learning.cases.store.published()
        #expect(published.count == 3)
        let people = site.people.persons
        for mail in ["joris@voorbeeld.nl", "saskia@voorbeeld.nl"] {
            let found = try await people.find(try MailAddress(mail))
            let groups = try await site.learning.cases.groups.groups.groups(of: try #require(found).id)
            let sessions = try await site.learning.cases.groups.sessions.sessions(of: try #require(groups.first).id)
            #expect(Set(sessions.map(\.state)) == [.planned, .closed])
        }
        let met = try await site.learning.expertise.introductions.all()
        #expect(met.map(\.state) == [.shared])
    }

    @Test("on a Saturday it loads as well, with every meeting on a working day")
    func saturday() async throws {
        let now = Self.now + 3 * DemoDays.day
        try await Self.with(.sqlite, at: now) { site, demo, _ in
            _ = try await demo.load()
            let meetings = try await site.learning.meetings.store.list(at: now)
            #expect(meetings.count == 9 && meetings.allSatisfy { AmsterdamTime(at: $0.facts.startsAt).day.weekday <= 5 })
        }
    }

    @Test("what would be in a weekend goes away from today: what is past stays past, what comes stays to come", arguments: 0..<7)
    func workingDays(ahead: Int64) throws {
        let days = DemoDays(now: Self.now + ahead * DemoDays.day)
        for day in -10 ... -1 {
            let moment = DemoMoment(day: day, clock: "10:00"), plain = try days.moment(moment), working = try days.working(moment)
            #expect(AmsterdamTime(at: working).day.weekday <= 5 && plain - working <= 2 * DemoDays.day && working <= plain)
        }
        for day in 1...10 {
            let moment = DemoMoment(day: day, clock: "10:00"), plain = try days.moment(moment), working = try days.working(moment)
            #expect(AmsterdamTime(at: working).day.weekday <= 5 && working - plain <= 2 * DemoDays.day && working >= plain)
        }
    }

    @Test("months are counted over the turn of the year")
    func months() {
        let days = DemoDays(now: Self.now)
        #expect(days.month(0) == Period(year: 2026, month: 11) && days.month(2) == Period(year: 2027, month: 1))
        #expect(days.month(-11) == Period(year: 2025, month: 12) && days.date(30) == "2026-12-18")
    }

    @Test("where people are already it is refused, and nothing is written")
    func refused() async throws {
        try await Self.with(.sqlite) { site, demo, _ in
            let origin = Origin(person: nil, request: "test", channel: .commandLine, time: Self.now)
            _ = try await site.people.persons.add(name: "Mia", mail: MailAddress("mia@example.nl"), from: origin)
            let before = try await site.people.journal.check().events
            await #expect(throws: ImportRefused.self) { _ = try await demo.load() }
            let after = try await site.people.journal.check().events
            #expect(before == after)
            let programmes = try await site.people.programmes.list()
            #expect(programmes.isEmpty)
        }
    }

    @Test("every page of it says that it is made up, and no other site does")
    func pages() async throws {
        try await Self.with(.sqlite) { site, demo, _ in
            let before = try await DemoMark(site.people.journal).notice()
            #expect(before == nil)
            _ = try await demo.load()
            let after = try await DemoMark(site.people.journal).notice()
            #expect(after?.nl.contains("verzonnen") == true && after?.en.contains("made up") == true)
            var configuration = Configuration(database: .sqlite(path: ":memory:"), assets: "Public")
            configuration.web.rateLimit = nil
            let client = Client(try site.stack(configuration), peer: "192.0.2.10")
            let call = try #require(try await site.learning.inventory.store.list().first)
            let meeting = try #require(try await site.learning.meetings.store.list(at: Self.now).first)
            let one = try #require(try await site.learning.cases.store.published().first)
            let paths = [
                "/leernetwerk", "/programmas", "/organisaties", "/bijeenkomsten", "/leeragenda", InventoryRoute.call(call.id).address.url(in: .nl),
                MeetingRoute.meeting(meeting.id).address.url(in: .nl), CaseRoute.practiceCase(one.id).address.url(in: .nl),
            ]
            for path in paths {
                let page = try await client.get(path)
                #expect(page.status == 200 && page.text.contains("verzonnen"), "\(path): \(page.status)")
            }
        }
    }

    @Test("on a site with the demonstration mail to a made-up address ends here; all other mail goes on, and on other sites all mail does")
    func fictional() async throws {
        try await Self.with(.sqlite) { site, _, _ in
            let accepted = SMTPDelivery(outcome: .accepted, code: 250, answer: "250 Ok", transcript: [], server: "mail")
            let id = try #require(MessageID("1", domain: "example.nl")), from = Mailbox(try MailAddress("van@example.nl"))
            func outcome(_ address: String) async throws -> SMTPDelivery.Outcome {
                let send = DemoMail.sending(DemoMark(site.people.journal)) { _ in accepted }
                let message = MailMessage(
                    id: id, date: Self.now, from: from, to: Mailbox(try MailAddress(address)), subject: "x", text: "y", html: nil)
                return await send(message).outcome
            }
            let before = try await outcome("greet@voorbeeld.nl")
            #expect(before == .accepted)
            let origin = Origin(person: nil, request: "test", channel: .commandLine, time: Self.now)
            try await site.people.journal.write(from: origin) { _ in ((), Event(DemoMark.action, nil)) }
            for (address, expected) in [
                ("greet@voorbeeld.nl", SMTPDelivery.Outcome.permanent), ("Greet@VOORBEELD.nl", .permanent), ("mia@example.nl", .accepted),
            ] {
                let found = try await outcome(address)
                #expect(found == expected, "\(address)")
            }
        }
    }

    @Test("a folder without its files is refused by name")
    func folder() throws {
        let refused = #expect(throws: ImportRefused.self) { _ = try DemoContent(folder: "/nergens") }
        #expect(refused?.diagnostics.first?.value?.hasSuffix("people.json") == true)
    }
}
