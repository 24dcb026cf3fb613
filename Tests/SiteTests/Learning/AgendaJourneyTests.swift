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

@Suite("Learning agendas on the site")
struct AgendaJourneyTests {
    /// A programme with a network, an organiser of that network, and a member of an organisation.
    private struct Ground {
        let site: PeopleSite
        let store: AgendaStore
        let programme: Identifier
        let network: Identifier
        let organisation: Identifier
        let organiser: Client
        let member: Client

        init(_ site: PeopleSite) async throws {
            self.site = site
            store = AgendaStore(site.site.database, journal: site.people.journal)
            let programmes = site.people.programmes
            programme = try await programmes.add(Programme.Facts(name: "Samen leren", purpose: "Leren."), from: site.origin).id
            let track = try #require(try await programmes.outline(programme)?.parts.first).id
            network = try await programmes.addPart(.network, name: "Netwerk Oost", purpose: "", below: track, in: programme, from: site.origin).id
            organisation = try await site.people.organisations.add(name: "Huis van de Wijk", kind: .civilSociety, from: site.origin).id
            organiser = try await Self.client(site, "olga@voorbeeld.nl", .circleFacilitator, at: .thing(kind: "programmaonderdeel", id: network))
            member = try await Self.client(site, "mia@voorbeeld.nl", organisation: organisation)
        }

        private static func client(
            _ site: PeopleSite, _ mail: String, _ role: Role? = nil, at scope: Scope = .installation, organisation: Identifier? = nil
        ) async throws -> Client {
            let person = try await site.people.persons.add(name: mail, mail: MailAddress(mail), from: site.origin)
            if let role { try await site.people.persons.grant(role, at: scope, to: person.id, from: site.origin) }
            if let organisation { try await site.people.organisations.join(person.id, organisation, from: site.origin) }
            let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin)
            let client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            return client
        }

        var place: AgendaPlace { AgendaPlace(programme: programme, part: network) }

        func add(_ title: String, month: String? = nil) async throws -> Identifier {
            let id = try await store.propose(AgendaItem.Facts(title: title), at: place, from: site.origin)
            try await store.take(id, to: .agreed, from: site.origin)
            if let month { try await store.take(id, to: .planned, month: Period(month), from: site.origin) }
            return id
        }
    }

    private static func url(_ route: AgendaRoute) -> String { route.address.url(in: .nl) }

    @Test(
        "AGD-02, AGD-09: a member proposes, the organiser agrees and plans, and everyone sees it; before that nobody outside",
        arguments: TestDatabase.engines)
    func proposal(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let ground = try await Ground(site), visitor = site.client()
            let place = Self.url(.proposals(ground.network)), page = try await ground.member.get(place)
            #expect(page.status == 200)
            let empty = try await ground.member.post(place, [("naam", " "), ("tekst", "Waarom dan?")], token: page.formToken)
            #expect(empty.status == 400 && empty.text.contains("Vul een titel in") && empty.text.contains("Waarom dan?"))
            let sent = try await ground.member.post(place, [("naam", "Eenzaamheid bij jongeren"), ("domein", "wonen")], token: page.formToken)
            #expect(sent.status == 303)
            let item = try #require(try await ground.store.agenda(ground.place).items.first).id
            #expect(try await visitor.get(Self.url(.item(ground.network, item))).status == 404)
            #expect(try await !visitor.get(Self.url(.agenda(ground.network))).text.contains("Eenzaamheid bij jongeren"))
            let edit = Self.url(.edit(ground.network, item)), step = Self.url(.step(ground.network, item))
            #expect(try await ground.member.get(edit).status == 404)
            #expect(try await ground.member.post(step, [("naar", "afgesproken")], token: page.formToken).status == 404)
            let desk = try await ground.organiser.get(edit)
            #expect(desk.status == 200)
            #expect(try await ground.organiser.post(step, [("naar", "afgesproken")], token: desk.formToken).status == 303)
            let wrong = try await ground.organiser.post(step, [("naar", "gepland"), ("maand", "juni")], token: desk.formToken)
            #expect(wrong.status == 400 && wrong.text.contains("Schrijf de maand zoals 2027-06") && wrong.text.contains("Eenzaamheid bij jongeren"))
            #expect(try await ground.organiser.post(step, [("naar", "gepland"), ("maand", "2027-06")], token: desk.formToken).status == 303)
            #expect(try await ground.organiser.post(step, [("naar", "klaar")], token: desk.formToken).status == 409)
            let agenda = try await visitor.get(Self.url(.agenda(ground.network))).text
            #expect(agenda.contains("Eenzaamheid bij jongeren") && agenda.contains("Begint in juni 2027"))
            let english = try await visitor.get("/en" + Self.url(.item(ground.network, item))).text
            #expect(english.contains("June 2027") && english.contains("No support yet"))
            let whole = try await visitor.get(Self.url(.item(ground.network, item))).text
            #expect(whole.contains("Voorgesteld door") && whole.contains("Huis van de Wijk"))
            #expect(try await visitor.get("/leeragenda").text.contains("Netwerk Oost"))
        }
    }

    @Test("AGD-02: an organisation supports once and may object; the organiser answers; without an organisation nobody speaks")
    func voices() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), item = try await ground.add("Armoede"), page = Self.url(.item(ground.network, item))
            let token = try await ground.member.get(page).formToken, support = Self.url(.support(ground.network, item))
            for words in ["Een zaal", "Twee zalen"] {
                #expect(try await ground.member.post(support, [("doe", "steun"), ("inbreng", words)], token: token).status == 303)
            }
            let seen = try await site.client().get(page).text
            #expect(seen.contains("1 organisatie steunt dit") && seen.contains("Huis van de Wijk: Twee zalen") && !seen.contains("mia@voorbeeld.nl"))
            #expect(try await ground.member.post(Self.url(.objection(ground.network, item)), [("bezwaar", "Te groot.")], token: token).status == 303)
            let objection = try #require(try await ground.store.item(item)?.objections.first).id
            let desk = try await ground.organiser.get(page), answer = [("op", objection.description), ("antwoord-\(objection)", "Wij beginnen klein.")]
            #expect(desk.text.contains("antwoord-\(objection)"))
            #expect(try await ground.member.post(Self.url(.answer(ground.network, item)), answer, token: token).status == 404)
            #expect(try await ground.organiser.post(Self.url(.answer(ground.network, item)), answer, token: desk.formToken).status == 303)
            #expect(try await site.client().get(page).text.contains("Wij beginnen klein."))
            // The organiser is in no organisation.
            #expect(try await ground.organiser.post(support, [("doe", "steun"), ("inbreng", "x")], token: desk.formToken).status == 403)
            #expect(try await ground.member.post(support, [("doe", "intrekken")], token: token).status == 303)
            #expect(try await ground.store.item(item)?.supports.isEmpty == true)
        }
    }

    @Test("AGD-01, AGD-02: the organiser turns the order with a reason, keeps a version, and that page stays as it was")
    func versions() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), first = try await ground.add("Armoede"), second = try await ground.add("Eenzaamheid")
            try await ground.store.support(first, by: ground.organisation, brings: "Tijd", from: site.origin)
            let place = Self.url(.desk(ground.network)), desk = try await ground.organiser.get(place), token = desk.formToken
            let move = Self.url(.move(ground.network, second)), record = Self.url(.versions(ground.network))
            let refused = try await ground.organiser.post(move, [("kant", "omhoog")], token: token)
            #expect(refused.status == 400 && refused.text.contains("Schrijf op waarom je toch wisselt."))
            let moved = try await ground.organiser.post(move, [("kant", "omhoog"), ("reden-\(second)", "Er is nu een plek.")], token: token)
            #expect(moved.status == 303)
            let agenda = try await site.client().get(Self.url(.agenda(ground.network))).text
            #expect(agenda.contains("Eenzaamheid staat boven Armoede") && agenda.contains("Er is nu een plek."))
            let kept = try await ground.organiser.post(record, [("eens", ground.organisation.description), ("bij", "Na de zomer.")], token: token)
            #expect(kept.status == 303 && kept[header: "Location"] == Self.url(.version(ground.network, 1)))
            let page = Self.url(.version(ground.network, 1)), before = try await site.client().get(page)
            #expect(before.text.contains("Huis van de Wijk") && before.text.contains("Na de zomer.") && before.text.contains("Dit is de eerste versie."))
            try await ground.store.take(first, to: .dropped, reason: "Elders", from: site.origin)
            let again = try await ground.organiser.post(record, [], token: token)
            #expect(again.status == 303)
            let next = try await site.client().get(Self.url(.version(ground.network, 2))).text
            #expect(next.contains("Eraf: Armoede"))
            #expect(try await site.client().get(page).text.contains("Armoede"))
            #expect(try await site.client().get(Self.url(.version(ground.network, 3))).status == 404)
        }
    }

    @Test("AGD-04: the calendar is a page, a feed and files; two themes of one month stand together")
    func calendar() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site), client = site.client()
            for (title, month) in [("COVID-19 en sociale verbondenheid", "2021-06"), ("Armoede", "2021-06"), ("Sociale infrastructuur", "2021-09")] {
                _ = try await ground.add(title, month: month)
            }
            let page = try await client.get(Self.url(.calendar(ground.network))).text
            #expect(page.contains("juni 2021") && page.contains("september 2021") && page.components(separatedBy: "<h2>juni 2021").count == 2)
            let feed = try await client.get(Self.url(.file(ground.network, .calendar))).text
            #expect(feed.components(separatedBy: "BEGIN:VEVENT").count == 4 && feed.contains("DTSTART;TZID=Europe/Amsterdam:20210601T000000\r\n"))
            let rows = try await client.get(Self.url(.file(ground.network, .csv))).text.components(separatedBy: "\r\n")
            #expect(rows.count == 5 && rows[0] == "maand,id,titel,onderwerpen,stand,trekker" && rows[1].hasPrefix("2021-06,"))
            #expect(try await client.get(Self.url(.file(ground.network, .json))).text.contains("\"maand\":\"2021-06\""))
        }
    }

    @Test("AGD-08, AGD-13: the list narrows to a level and a combination of domains; nobody but its organisers gets at the desk")
    func filter() async throws {
        try await PeopleSite.with { site in
            let ground = try await Ground(site)
            let facts = AgendaItem.Facts(title: "Dorp en zorg", domains: ["wonen", "gezondheid"], level: .village)
            let item = try await ground.store.propose(facts, at: ground.place, from: site.origin)
            try await ground.store.take(item, to: .agreed, from: site.origin)
            for (filter, isThere) in [
                (AgendaFilter(level: .village), true), (AgendaFilter(level: .district), false), (AgendaFilter(domains: ["wonen", "gezondheid"]), true),
                (AgendaFilter(domains: ["wonen", "veiligheid"]), false),
            ] {
                let text = try await site.client().get(Self.url(.agenda(ground.network, filter))).text
                #expect(text.contains("Dorp en zorg") == isThere, "\(filter)")
            }
            for route in [AgendaRoute.desk(ground.network), .new(ground.network), .edit(ground.network, item)] {
                #expect(try await ground.member.get(Self.url(route)).status == 404, "\(route)")
                #expect(try await site.client().get(Self.url(route)).status != 200, "\(route)")
            }
            // Who organises a network does not organise the programme above it.
            #expect(try await ground.organiser.get(Self.url(.desk(ground.programme))).status == 404)
        }
    }
}
