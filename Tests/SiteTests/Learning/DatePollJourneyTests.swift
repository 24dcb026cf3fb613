import Core
import HTTPTypes
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Date polls on the site")
struct DatePollJourneyTests {
    private struct Ground {
        let site: PeopleSite
        let programme: Identifier
        let organiser: Client
        /// Organises another programme.
        let other: Client

        init(_ site: PeopleSite) async throws {
            self.site = site
            programme = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: site.origin).id
            let elsewhere = try await site.people.programmes.add(Programme.Facts(name: "Elders", purpose: "Leren."), from: site.origin).id
            organiser = try await Self.client(site, "olga.vink@lindenmeer.example", programme)
            other = try await Self.client(site, "otto.mees@lindenmeer.example", elsewhere)
        }

        private static func client(_ site: PeopleSite, _ mail: String, _ programme: Identifier) async throws -> Client {
            let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
            try await site.people.persons.grant(.programmeFacilitator, at: .programme(programme), to: person.id, from: site.origin)
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin), client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            return client
        }

        /// The site's clock begins on 18 November 2026.
        func fields(_ moments: String = "01-12-2026 10:00\n02-12-2026 14:00-15:30") -> [(String, String)] {
            [
                ("titel", "Samen lezen"), ("waar", programme.description), ("over", "Een gesprek."), ("minuten", "60"), ("vorm", "fysiek"),
                ("plek", "Markt 11"),
                ("momenten", moments), ("sluit-dag", "25-11-2026"), ("sluit-tijd", "17:00"), ("nodig", "anke.mus@lindenmeer.example"),
                ("erbij", "bert.kauw@lindenmeer.example"),
            ]
        }

        /// The path in the mail to someone.
        func link(_ name: String) async throws -> String {
            let text = try await site.people.database.read { reading in
                try reading.first("SELECT body_text FROM outbox WHERE recipient = \("\(name)@lindenmeer.example") ORDER BY added_at, id") { try $0.string(0) }
            }
            return try #require(text?.firstMatch(of: /https:\/\/buurt\.example\.nl(\/datumprikker\/\S+)/).map { String($0.1) })
        }

        func ask() async throws -> String {
            let sent = try await site.post(DatePollRoute.new.address.url(in: .nl), fields(), by: organiser)
            #expect(sent.status == 303, "\(sent.status)")
            return try #require(sent[header: "Location"])
        }
    }

    @Test("D-08, MTG-22: asked with one form, answered behind a link without signing in, and made a meeting with one button", arguments: TestDatabase.engines)
    func journey(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine, showsCodes: false) { site in
            let ground = try await Ground(site), poll = try await ground.ask(), anke = try await ground.link("anke.mus"), client = site.client()
            let page = try await client.get(anke)
            #expect(page.status == 200 && page.text.contains("Samen lezen") && page.text.contains("dinsdag 1 december 2026, 10.00 tot 11.00 uur"))
            let missing = try await client.post(anke, [("moment-1", "ja")], token: page.formToken)
            #expect(missing.status == 400 && missing.text.contains("Kies ja, als het moet of nee"))
            let sent = try await client.post(anke, [("moment-1", "nee"), ("moment-2", "als-het-moet")], token: page.formToken)
            #expect(sent.status == 303)
            // Others see numbers only.
            let bert = try await site.client().get(try await ground.link("bert.kauw")).text
            #expect(bert.contains("1 keer als het moet") && !bert.contains("anke.mus"))
            let desk = try await ground.organiser.get(poll)
            #expect(desk.status == 200 && desk.text.contains("anke.mus@lindenmeer.example (moet erbij zijn)") && desk.text.contains("1 van 2 mensen"))
            #expect(desk.text.contains("Voorstel: Kies woensdag 2 december 2026, 14.00 tot 15.30 uur."))
            #expect(try await ground.other.get(poll).status == 404)
            #expect(try await site.post(poll + "/kiezen", [("moment", "1")], by: ground.other).status == 404)
            let chosen = try await ground.organiser.post(poll + "/kiezen", [("moment", "2")], token: desk.formToken)
            #expect(chosen.status == 303)
            let meetings = try await site.site.learning.meetings.store.list(withDrafts: true, at: site.clock.now)
            #expect(meetings.map(\.facts.title) == ["Samen lezen"] && meetings.map(\.publication) == [.draft])
            #expect(try await client.get(anke).text.contains("Het wordt woensdag 2 december 2026, 14.00 tot 15.30 uur."))
            let file = try await client.get(anke + "/agenda.ics")
            #expect(file.status == 200 && file.text.contains("DTSTART;TZID=Europe/Amsterdam:20261202T140000"))
            #expect(try await ground.organiser.post(poll + "/kiezen", [("moment", "1")], token: desk.formToken).status == 409)
        }
    }

    @Test("D-13: no look at a link of a date poll, by GET or HEAD, changes the database; after the deadline it says so")
    func looking() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let ground = try await Ground(site)
            _ = try await ground.ask()
            let link = try await ground.link("anke.mus"), before = try await dump(site)
            for path in [link, "/en" + link, link + "/agenda.ics", "/datumprikker/onbekend"] {
                _ = try await site.client().get(path)
                _ = try await site.client().send(.head, path)
            }
            #expect(try await dump(site) == before)
            // Past 25 November, 17:00.
            site.clock.advance(minutes: 9 * 24 * 60)
            let late = try await site.post(link, [("moment-1", "ja"), ("moment-2", "ja")], by: site.client())
            #expect(late.status == 409 && late.text.contains("Dat kan niet meer"))
            #expect(try await site.client().get(link).text.contains("Je kunt niet meer antwoorden."))
        }
    }

    private func dump(_ site: PeopleSite) async throws -> [String] {
        try await site.people.database.read { reading in
            try ["date_poll", "date_poll_person", "date_poll_answer", "outbox", "journal", "meeting"].flatMap { table in
                try reading.all("SELECT * FROM \(identifier: table)") { row in try (0..<row.count).map { "\(try row.value($0))" }.joined(separator: "|") }
                    .sorted()
            }
        }
    }

    @Test("every fault of the form stands at its field, and the words stay")
    func faults() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let ground = try await Ground(site)
            let wrong = try await site.post(DatePollRoute.new.address.url(in: .nl), ground.fields("01-12-2026 10:00\nmorgen"), by: ground.organiser)
            #expect(wrong.status == 400 && wrong.text.contains("Dit lukt niet: morgen") && wrong.text.contains("Een gesprek."))
            let unknown = ground.fields().filter { $0.0 != "erbij" } + [("erbij", "Bert Kauw")]
            let page = try await site.post(DatePollRoute.new.address.url(in: .nl), unknown, by: ground.organiser)
            #expect(page.status == 400 && page.text.contains("Vul een mailadres in voor Bert Kauw"))
            let mails = try await site.people.database.read { try $0.first("SELECT COUNT(*) FROM outbox WHERE kind = 'date-poll'") { try $0.int(0) } }
            #expect(mails == 0)
        }
    }
}
