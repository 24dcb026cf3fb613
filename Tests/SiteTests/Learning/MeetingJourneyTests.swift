import Core
import Foundation
import HTTPTypes
import Learning
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Meetings on the site")
struct MeetingJourneyTests {
    private static let day: Int64 = 86_400_000
    private static let hour: Int64 = 3_600_000
    private static let secret = "https://vergader.example/geheim-42"

    /// A programme with a series, which someone facilitates.
    private struct Ground {
        let site: PeopleSite
        let store: MeetingStore
        let programme: Programme
        let series: Identifier
        let organiser: Client

        init(_ site: PeopleSite) async throws {
            self.site = site
            store = MeetingStore(site.site.database, journal: site.people.journal)
            let programmes = site.people.programmes
            programme = try await programmes.add(Programme.Facts(name: "Samen leren", purpose: "Leren."), from: site.origin)
            let track = try #require(try await programmes.outline(programme.slug)?.parts.first).id
            series = try await programmes.addPart(
                .series, name: "Wijkprofielen maken", purpose: "Drie keer.", below: track, in: programme.id, from: site.origin
            ).id
            organiser = try await MeetingJourneyTests.client(site, "olga@voorbeeld.nl", .programmeFacilitator, at: .programme(programme.id))
        }

        func add(_ title: String, in days: Int64 = 30, announced: Bool = true, _ change: (inout Meeting.Facts) -> Void = { _ in }) async throws -> Meeting {
            let start = site.clock.now + days * MeetingJourneyTests.day
            var facts = Meeting.Facts(
                part: series, title: title, form: .online, startsAt: start, endsAt: start + 2 * MeetingJourneyTests.hour, joinLink: MeetingJourneyTests.secret)
            change(&facts)
            let meeting = try await store.add(facts, to: programme.id, from: site.origin)
            if announced { try await store.announce(meeting.id, from: site.origin) }
            return try #require(try await store.find(meeting.id))
        }
    }

    private static func client(_ site: PeopleSite, _ mail: String, _ role: Role, at scope: Scope) async throws -> Client {
        let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
        try await site.people.persons.grant(role, at: scope, to: person.id, from: site.origin)
        let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin)
        let client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    private static func fields(_ changes: [(String, String)] = []) -> [(String, String)] {
        let usual = [
            ("naam", "Cijfers lezen"), ("soort", "bijeenkomst"), ("vorm", "online"), ("dag", "12-11-2027"), ("begin", "14:00"), ("einde", "16:00"),
            ("groepen", "keuze"),
        ]
        let names = Set(changes.map(\.0))
        return usual.filter { !names.contains($0.0) } + changes
    }

    @Test("MTG-03, MTG-08, MTG-09, MTG-24: a page says day, hours, for whom, price and state, in both languages", arguments: TestDatabase.engines)
    func page(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site)
            // 13:00 in UTC: the clock stands on 18 November 2026.
            let start = try #require(MeetingHours.moment(day: "12-11-2027", clock: "14:00"))
            let meeting = try await ground.add("Datagedreven") { facts in
                (facts.startsAt, facts.endsAt) = (start, start + 2 * Self.hour)
                facts.audience = [.official]
                facts.subject = "Instrumenten"
            }
            let client = site.client(), path = MeetingRoute.meeting(meeting.id).address.url(in: .nl), page = try await client.get(path)
            #expect(page.status == 200)
            for words in [
                "vrijdag 12 november 2027, 14.00 tot 16.00 uur", "2027-11-12T14:00:00+01:00", "Vooral voor: ambtenaar", "Gratis", "Doe je mee?", "Open",
                "Nummer 1 van Wijkprofielen maken", "Instrumenten",
            ] {
                #expect(page.text.localizedCaseInsensitiveContains(words), "\(words)")
            }
            let english = try await client.get("/en" + path)
            for words in ["14:00 to 16:00", "Mainly for: municipal official", "Free", "Will you join?"] { #expect(english.text.contains(words), "\(words)") }
            try await ground.store.cancel(meeting.id, because: "De spreker is ziek", from: site.origin)
            let cancelled = try await client.get(path)
            #expect(cancelled.status == 200 && cancelled.text.contains("Afgelast: De spreker is ziek"))
        }
    }

    @Test("MTG-04: the link to join stands on no public page, feed, file or answer of the API", arguments: TestDatabase.engines)
    func hidden(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site)
            let meeting = try await ground.add("Online") { $0.joinLink = Self.secret }
            let item = try await ground.store.addItem(.init(kind: .subgroups, title: "In groepen", minutes: 30), to: meeting.id, from: site.origin)
            try await ground.store.addSubgroup(.init(title: "Een", joinLink: Self.secret + "/een"), to: item, of: meeting.id, from: site.origin)
            let addresses: [PageAddress] =
                [
                    MeetingRoute.meeting(meeting.id).address, MeetingRoute.calendar(meeting.id).address, MeetingRoute.series(ground.series).address,
                    MeetingRoute.seriesCalendar(ground.series).address, MeetingRoute.list().address, MeetingAPIRoute.meetings.address,
                    MeetingAPIRoute.meeting(meeting.id).address,
                ] + MeetingRoute.MeetingFile.allCases.map { MeetingRoute.file($0).address }
            for address in addresses {
                let reply = try await site.client().get(address.url(in: .nl))
                #expect(reply.status == 200, "\(address.url(in: .nl))")
                #expect(reply.text.contains("Online") && !reply.text.contains("geheim-42"), "\(address.url(in: .nl))")
            }
        }
    }

    @Test("a draft is found by its organiser and by nobody else, in no list, feed or file", arguments: TestDatabase.engines)
    func drafts(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), draft = try await ground.add("Nog geheim", announced: false)
            let other = try await Self.client(site, "otto@voorbeeld.nl", .programmeFacilitator, at: .programme(Identifier(at: 1)))
            let resident = try await Self.client(site, "ria@voorbeeld.nl", .resident, at: .installation)
            for address in [MeetingRoute.meeting(draft.id), .calendar(draft.id), .edit(draft.id), .programme(draft.id)].map(\.address) {
                let path = address.url(in: .nl)
                for client in [other, resident] { #expect(try await client.get(path).status == 404, "\(path)") }
                #expect(try await site.client().get(path).status != 200, "\(path)")
            }
            for route in [MeetingRoute.meeting(draft.id), .edit(draft.id), .programme(draft.id)] {
                let page = try await ground.organiser.get(route.address.url(in: .nl))
                #expect(page.status == 200 && page[header: "Cache-Control"] == "no-store", "\(route)")
            }
            let all = MeetingFilter(when: .all)
            for address in [MeetingRoute.list(all).address, MeetingRoute.series(ground.series).address]
                + MeetingRoute.MeetingFile.allCases.map({ MeetingRoute.file($0, all).address })
            {
                let reply = try await site.client().get(address.url(in: .nl))
                #expect(reply.status == 200 && !reply.text.contains("Nog geheim"), "\(address.url(in: .nl))")
            }
            #expect(try await site.client().get(MeetingAPIRoute.meeting(draft.id).address.url(in: .nl)).status == 404)
        }
    }

    @Test("MTG-01, MTG-19: an organiser makes a draft, a programme, puts it on the site and makes it definitive", arguments: TestDatabase.engines)
    func organising(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), organiser = ground.organiser
            let new = MeetingRoute.new(programme: ground.programme.id, part: ground.series).address.url(in: .nl)
            let begin = try await organiser.get(new)
            #expect(begin.status == 200)
            // Every fault at once, with the words kept.
            let wrong = try await organiser.post(
                new, Self.fields([("naam", ""), ("dag", "31-02-2027"), ("link", "x"), ("reeks", "y"), ("plaatsen", "nul")]), token: begin.formToken)
            #expect(wrong.status == 400)
            for words in ["Vul een naam in", "Schrijf de dag zoals 12-11-2027", "Schrijf een link die begint met https://", "value=\"31-02-2027\""] {
                #expect(wrong.text.contains(words), "\(words)")
            }
            let night = try await organiser.post(new, Self.fields([("dag", "28-03-2027"), ("begin", "02:30"), ("einde", "04:00")]), token: begin.formToken)
            #expect(night.status == 400 && night.text.contains("Dit uur is er niet op deze dag"))
            let added = try await organiser.post(new, Self.fields([("reeks", ground.series.description)]), token: begin.formToken)
            #expect(added.status == 303)
            let meeting = try #require(try await ground.store.series(ground.series, withDrafts: true).first)
            let programme = MeetingRoute.programme(meeting.id).address.url(in: .nl)
            #expect(added[header: "Location"] == programme)
            func post(_ route: MeetingRoute, _ fields: [(String, String)]) async throws -> Reply {
                let token = try await organiser.get(programme).formToken
                return try await organiser.post(route.address.url(in: .nl), fields, token: token)
            }
            let item = [
                ("soort", "plenair"), ("titel", "Welkom"), ("minuten", "15"), ("spreker-1", "An"), ("spreker-1-anders", "Platform Steden"), ("spreker-2", "Bo"),
            ]
            #expect(try await post(.programme(meeting.id), item).status == 303)
            #expect(try await post(.programme(meeting.id), [("soort", "x")]).status == 400)
            #expect(try await ground.store.items(of: meeting.id).map { $0.speakers.map(\.name) } == [["An", "Bo"]])
            #expect(try await post(.steps(meeting.id), [("stap", "voorlopig")]).status == 303)
            #expect(try await post(.steps(meeting.id), [("stap", "voorlopig")]).status == 409)
            let page = try await site.client().get(MeetingRoute.meeting(meeting.id).address.url(in: .nl))
            #expect(page.text.contains("Dit is een voorlopig programma.") && page.text.contains("Platform Steden") && page.text.contains("14.00 tot 14.15 uur"))
            #expect(try await post(.steps(meeting.id), [("stap", "definitief")]).status == 303)
            let empty = try await post(.steps(meeting.id), [("stap", "afgelast")])
            #expect(empty.status == 400 && empty.text.contains("Schrijf waarom het niet doorgaat"))
            #expect(try await post(.steps(meeting.id), [("stap", "afgelast"), ("afgelast", "Ziek")]).status == 303)
            #expect(try #require(try await ground.store.find(meeting.id)).publication == .cancelled)
            #expect(try await post(.steps(meeting.id), [("stap", "gehouden")]).status == 409)
        }
    }

    @Test("MTG-19: the page of an organiser shows what is due at 14, 10 and 7 days, and only their own programmes")
    func reminders() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site)
            _ = try await ground.add("Ver weg", in: 20)
            _ = try await ground.add("Bijna", in: 13)
            _ = try await ground.add("Te laat", in: 3)
            let page = try await ground.organiser.get("/organiseren")
            #expect(page.status == 200 && page.text.contains("Wat nu moet"))
            #expect(page.text.contains("Maak het programma vast: nog 13 dagen.") && page.text.contains("staat nog niet vast: nog 3 dagen."))
            #expect(!page.text.contains("nog 20 dagen"))
            let other = try await Self.client(site, "otto@voorbeeld.nl", .programmeFacilitator, at: .programme(Identifier(at: 1)))
            #expect(try await other.get("/organiseren").text.contains("Je organiseert nu geen programma."))
            let resident = try await Self.client(site, "ria@voorbeeld.nl", .resident, at: .installation)
            #expect(try await resident.get("/organiseren").status == 404)
        }
    }

    @Test(
        "MTG-15: who leads a group gets there by a mail address, changes that group and nothing else, until another leads it", arguments: TestDatabase.engines)
    func leader(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), meeting = try await ground.add("Met groepen")
            let item = try await ground.store.addItem(.init(kind: .subgroups, title: "In groepen", minutes: 30), to: meeting.id, from: site.origin)
            let other = try await ground.store.addSubgroup(.init(title: "Ander"), to: item, of: meeting.id, from: site.origin)
            let person = try await site.people.persons.add(name: "Cor", mail: MailAddress("cor@voorbeeld.nl"), from: site.origin)
            let address = MeetingRoute.subgroups(meeting.id, item: item).address.url(in: .nl), token = try await ground.organiser.get(address).formToken
            let unknown = try await ground.organiser.post(
                address, [("titel", "Een"), ("leider", "Cor"), ("leider-mail", "niemand@voorbeeld.nl")], token: token)
            #expect(unknown.status == 400 && unknown.text.contains("Met dit mailadres is er geen account"))
            let fields = [("titel", "Een"), ("leider", "Cor"), ("leider-anders", "Bureau Noord"), ("leider-mail", "cor@voorbeeld.nl"), ("plaatsen", "12")]
            #expect(try await ground.organiser.post(address, fields, token: token).status == 303)
            let group = try #require(try await ground.store.items(of: meeting.id).first?.subgroups.last)
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin), cor = site.client()
            cor.keep(ForgeryTokens.cookie(session.secret))
            let own = MeetingRoute.subgroup(meeting.id, group.id).address.url(in: .nl), page = try await cor.get(own)
            #expect(page.status == 200 && !page.text.contains("leider-mail"))
            // What only an organiser may choose is not taken from a leader.
            let sent = [
                ("titel", "Een, maar beter"), ("vraag", "Hoe dan?"), ("plaatsen", "99"), ("leider", "Iemand anders"), ("leider-mail", "olga@voorbeeld.nl"),
            ]
            #expect(try await cor.post(own, sent, token: page.formToken).status == 303)
            let changed = try #require(try await ground.store.subgroup(group.id)).facts
            #expect(changed.title == "Een, maar beter" && changed.maximum == 12 && changed.leader?.name == "Cor" && changed.leader?.person == person.id)
            for route in [MeetingRoute.subgroup(meeting.id, other), .edit(meeting.id), .programme(meeting.id)] {
                #expect(try await cor.get(route.address.url(in: .nl)).status == 404, "\(route)")
            }
            #expect(try await cor.post(MeetingRoute.subgroupRemoval(meeting.id, group.id).address.url(in: .nl), [], token: page.formToken).status == 404)
            // Another leader: the right goes.
            #expect(try await ground.organiser.post(own, [("titel", "Een"), ("leider", "Dia")], token: token).status == 303)
            #expect(try await cor.get(own).status == 404)
        }
    }

    @Test("MTG-14: slides hang on an item, are opened by who sees the meeting, and go with the item", arguments: TestDatabase.engines)
    func slides(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), meeting = try await ground.add("Met slides", announced: false)
            let item = try await ground.store.addItem(.init(kind: .expert, title: "Uitleg", minutes: 30), to: meeting.id, from: site.origin)
            let place = MeetingRoute.itemFiles(meeting.id, item).address.url(in: .nl), page = try await ground.organiser.get(place)
            let token = try #require(page.formToken)
            let pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
            let body = """
                --grens\r\nContent-Disposition: form-data; name="\(ForgeryTokens.fieldName)"\r\n\r\n\(token)\r\n--grens\r\nContent-Disposition: form-data; \
                name="bestand"; filename="slides.pdf"\r\n\r\n\(pdf)\r\n--grens--\r\n
                """
            let headers = ["Content-Type": "multipart/form-data; boundary=grens", "Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"]
            let sent = try await ground.organiser.send(.post, place, headers: headers, body: Array(body.utf8))
            #expect(sent.status == 303)
            let file = try #require(try await site.people.attachments.store.files(of: Event.Thing("programme-item", item.description)).first)
            let address = AttachmentRoute.file(file.id).address.url(in: .nl)
            #expect(try await site.client().get(address).status == 404)
            try await ground.store.announce(meeting.id, from: site.origin)
            #expect(try await site.client().get(address).status == 200)
            #expect(try await site.client().get(MeetingRoute.meeting(meeting.id).address.url(in: .nl)).text.contains(address))
            let gone = MeetingRoute.itemRemoval(meeting.id, item).address.url(in: .nl)
            #expect(try await ground.organiser.post(gone, [], token: token).status == 303)
            #expect(try await site.client().get(address).status == 404)
        }
    }

    @Test("MTG-03, D-37: a calendar file has the right hours, keeps its id and raises its number when the meeting moves or is called off")
    func calendar() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), hours = try #require(MeetingHours.moment(day: "28-10-2027", clock: "14:00"))
            let meeting = try await ground.add("Kring") { ($0.startsAt, $0.endsAt) = (hours, hours + 2 * Self.hour) }
            let path = MeetingRoute.calendar(meeting.id).address.url(in: .nl)
            func file() async throws -> String { try await site.client().get(path).text }
            let first = try await file()
            for line in [
                "UID:\(meeting.id)@leefkring\r\n", "DTSTART;TZID=Europe/Amsterdam:20271028T140000\r\n", "DTEND;TZID=Europe/Amsterdam:20271028T160000\r\n",
                "SEQUENCE:1\r\n", "STATUS:TENTATIVE\r\n", "TZID:Europe/Amsterdam\r\n",
            ] { #expect(first.contains(line), "\(line)") }
            var moved = meeting.facts
            // Over the night that summer time ends: the same clock.
            (moved.startsAt, moved.endsAt) = (MeetingHours.later(hours, days: 7), MeetingHours.later(hours, days: 7) + 2 * Self.hour)
            try await ground.store.change(meeting.id, to: moved, from: site.origin)
            let second = try await file()
            #expect(second.contains("UID:\(meeting.id)@leefkring\r\n") && second.contains("SEQUENCE:2\r\n") && second.contains(":20271104T140000\r\n"))
            try await ground.store.cancel(meeting.id, because: "Ziek", from: site.origin)
            let third = try await file()
            #expect(third.contains("SEQUENCE:3\r\n") && third.contains("STATUS:CANCELLED\r\n"))
            // In the feed for 30 days.
            let feed = MeetingRoute.seriesCalendar(ground.series).address.url(in: .nl)
            site.clock.advance(minutes: 30 * 24 * 60 - 1)
            #expect(try await site.client().get(feed).text.contains("STATUS:CANCELLED"))
            site.clock.advance(minutes: 1)
            #expect(try await !site.client().get(feed).text.contains("BEGIN:VEVENT"))
        }
    }

    @Test("MTG-20, MTG-23: the list filters by kind and area, has a feed, and a series shows 1, 2 and 3")
    func list() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site)
            for title in ["Eerste", "Tweede", "Derde"] { _ = try await ground.add(title) { if title == "Tweede" { $0.kind = .intervision } } }
            let here = try #require(AreaCode("GM9999"))
            _ = try await ground.add("Met gebied") { $0.area = here }
            let client = site.client()
            let intervision = try await client.get("/bijeenkomsten?soort=intervisie").text
            #expect(intervision.contains("Tweede") && !intervision.contains("Eerste"))
            let area = try await client.get("/bijeenkomsten?gebied=GM9999").text
            #expect(area.contains("Met gebied") && !area.contains("Tweede"))
            #expect(try await client.get("/bijeenkomsten?gebied=GM9998").text.contains("Er zijn geen bijeenkomsten die hierbij passen."))
            #expect(try await client.get("/bijeenkomsten?wanneer=geweest&pagina=99").status == 200)
            let series = try await client.get(MeetingRoute.series(ground.series).address.url(in: .nl)).text
            for number in 1...3 { #expect(series.contains("Nummer \(number) van Wijkprofielen maken"), "\(number)") }
            let feed = try await client.get("/bijeenkomsten/bijeenkomsten.atom")
            #expect(feed.text.hasPrefix("<?xml") && feed.text.components(separatedBy: "<entry>").count == 5)
            let rows = try await client.get("/bijeenkomsten/bijeenkomsten.csv").text.components(separatedBy: "\r\n")
            #expect(rows.count == 6 && rows[0].hasPrefix("id,titel,onderwerp,soort,vorm,begin,einde"))
            let found = try await client.get("/api/v1/bijeenkomsten?soort=intervisie").text
            #expect(found.contains("\"totaal\":1") && found.contains("\"titel\":\"Tweede\""))
        }
    }
}
