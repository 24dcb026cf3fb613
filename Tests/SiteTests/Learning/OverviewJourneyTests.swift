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

@Suite("Follow-up, overview and network report on the site")
struct OverviewJourneyTests {
    /// A programme with one municipality, who facilitates it, and a meeting in three days.
    private struct Ground {
        let site: PeopleSite
        let programme: Programme
        let meeting: Identifier
        private let fenna: Identifier
        private let stef: Identifier

        init(_ site: PeopleSite) async throws {
            self.site = site
            let people = site.people, origin = site.origin
            programme = try await people.programmes.add(Programme.Facts(name: "Samen leren", purpose: "Leren."), from: origin)
            let town = try await people.organisations.add(name: "Lindenmeer", kind: .municipality, area: AreaCode("GM9901"), from: origin)
            let id = programme.id
            try await site.site.database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO programme_organisation (id, programme, part, organisation, capacity)
                    VALUES (\(Identifier(at: 1).description), \(id.description), NULL, \(town.id.description), 'partner')
                    """)
            }
            let starts = site.clock.now + 3 * 86_400_000
            let facts = Meeting.Facts(title: "Cijfers lezen", form: .physical, startsAt: starts, endsAt: starts + 7_200_000)
            let meetings = site.site.learning.meetings.store
            meeting = try await meetings.add(facts, to: programme.id, from: origin).id
            try await meetings.announce(meeting, from: origin)
            fenna = try await Self.person(site, "fenna@voorbeeld.nl", at: .programme(programme.id))
            let other = try await people.programmes.add(Programme.Facts(name: "Elders", purpose: "Leren."), from: origin)
            stef = try await Self.person(site, "stef@voorbeeld.nl", at: .programme(other.id))
        }

        private static func person(_ site: PeopleSite, _ mail: String, at scope: Scope) async throws -> Identifier {
            let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
            try await site.people.persons.grant(.programmeFacilitator, at: scope, to: person.id, from: site.origin)
            return person.id
        }

        /// Who facilitates this programme, signed in now.
        func facilitator() async throws -> Client { try await client(fenna) }

        /// Who facilitates another one.
        func stranger() async throws -> Client { try await client(stef) }

        private func client(_ person: Identifier) async throws -> Client {
            let session = try await site.people.sessions.begin(person, proof: .twoFactors, device: "", from: site.origin), client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            return client
        }

        func register(_ name: String) async throws {
            let draft = RegistrationDraft(name: name, mail: try MailAddress("\(name.lowercased())@voorbeeld.nl"), role: .official)
            _ = try await site.site.learning.registration.store.register([draft], for: meeting, by: .form, from: site.origin)
        }

        /// The address in the mail that asks, after 13 weeks.
        func asked() async throws -> String {
            site.clock.advance(minutes: 95 * 1440)
            #expect(try await site.site.learning.followUps.round(from: site.origin) == 1)
            let texts = try await site.site.database.read { reading in
                try reading.all("SELECT body_text FROM outbox WHERE kind = 'follow-up'") { try $0.string(0) }
            }
            return String(try #require(texts.first?.firstMatch(of: /https:\/\/buurt\.example\.nl(\/navraag\/[A-Za-z0-9_\-]+)/)).1)
        }

        var place: String { "/programmas/\(programme.slug)" }
    }

    @Test("KWA-07, D-13: the link of the mail opens two questions without signing in; one button answers; the organisers see it, others do not")
    func followUp() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let ground = try await Ground(site)
            try await ground.register("Anna")
            let address = try await ground.asked(), visitor = site.client()
            let page = try await visitor.get(address)
            #expect(page.status == 200 && page.text.contains("Cijfers lezen") && page.text.contains("Wat kwam ervan?"))
            let empty = try await visitor.post(address, [], token: page.formToken)
            #expect(empty.status == 400 && empty.text.contains("Kies bij minstens één vraag een antwoord"))
            let fields = [("gebruikt-1", "ja"), ("wat-1", "Het spel met kaarten"), ("uren-1", "6"), ("delen-1", "zonder")]
            #expect(try await visitor.post(address, fields, token: page.formToken).status == 303)
            let after = try await visitor.get(address).text
            #expect(after.contains("Dit heb je gezegd") && after.contains("Het spel met kaarten") && !after.contains("Stuur je antwoord"))
            #expect(try await visitor.post(address + "/stop", [], token: page.formToken).status == 303)
            #expect(try await visitor.get(address).text.contains("Je krijgt deze mail niet meer."))
            #expect(try await visitor.get(address + "x").status == 404)
            let results = try await ground.facilitator().get(ground.place + "/navraag")
            #expect(results.status == 200 && results.text.contains("Het spel met kaarten") && results.text.contains("6 uur, genoemd door 1"))
            #expect(!results.text.contains("Anna"))
            #expect(try await ground.stranger().get(ground.place + "/navraag").status == 404)
        }
    }

    @Test("MTG-19, spec 9: the overview says what waits, with a page to do it on; only for who organises the programme")
    func overview() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site)
            try await ground.register("Anna")
            let page = try await ground.facilitator().get(ground.place + "/overzicht")
            #expect(page.status == 200 && page.text.contains("1 van 1 gemeenten") && page.text.contains("Lindenmeer"))
            #expect(page.text.contains("/bijeenkomsten/\(ground.meeting)/programma") && page.text.contains("te laat, "))
            #expect(page.text.contains("/bijeenkomsten/\(ground.meeting)/deelnemers") && !page.text.contains("Anna"))
            #expect(try await ground.facilitator().get("/en" + ground.place + "/overzicht").text.contains("What waits for you"))
            #expect(try await ground.stranger().get(ground.place + "/overzicht").status == 404)
            #expect(try await site.client().get(ground.place + "/overzicht").status != 200)
        }
    }

    @Test("KWA-05: the report has a matrix, says what is not known, and can be taken along as CSV and JSON; a year that is not there is not found")
    func report() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), place = ground.place + "/netwerkrapport"
            let page = try await ground.facilitator().get(place)
            #expect(page.status == 200 && page.text.contains("Alle gemeenten naast elkaar") && page.text.contains("<th scope=\"col\">Lindenmeer</th>"))
            #expect(page.text.contains("minder dan 5") && page.text.contains("Er is nog niets te tellen."))
            let csv = try await ground.facilitator().get(place + ".csv?jaar=2026")
            #expect(csv.status == 200 && csv.text.hasPrefix("jaar,onderdeel,wat,van,naar,waarde,n,onbekend\r\n"))
            #expect(csv.text.contains("2026,zonder verband,,GM9901,,0,,\r\n"))
            let json = try await ground.facilitator().get(place + ".json")
            #expect(json.text.contains("\"zonderVerband\":[\"GM9901\"]") && json.text.contains("\"doel\":80"))
            #expect(try await ground.facilitator().get(place + "?jaar=1999").status == 404)
            #expect(try await ground.stranger().get(place + ".csv").status == 404)
        }
    }
}
