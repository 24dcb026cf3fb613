import Core
import HTTPTypes
import Learning
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

/// Registering as people do it: over the forms, and behind the links of their mail.
@Suite("Registering for a meeting")
struct RegistrationJourneyTests {
    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 24 * hour

    private struct Place {
        let meeting: Identifier
        let programme: Identifier
        let part: Identifier?
    }

    /// An announced meeting in thirty days, online, with a link to join.
    private func meeting(
        _ site: PeopleSite, _ capacity: Int = 1, in programme: Identifier? = nil, part: Identifier? = nil, startsIn: Int64 = 30 * day,
        _ change: (inout Meeting.Facts) -> Void = { _ in }
    ) async throws -> Place {
        let home: Identifier
        if let programme {
            home = programme
        } else {
            home = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: site.origin).id
        }
        let starts = site.clock.now + startsIn, store = MeetingStore(site.people.database, journal: site.people.journal)
        var facts = Meeting.Facts(
            part: part, title: "Wijkprofielen", form: .online, startsAt: starts, endsAt: starts + 2 * Self.hour, joinLink: "https://video.example.nl/kring",
            capacity: capacity)
        change(&facts)
        let meeting = try await store.add(facts, to: home, from: site.origin)
        try await store.announce(meeting.id, from: site.origin)
        return Place(meeting: meeting.id, programme: home, part: part)
    }

    /// Fills in a form as someone would and sends it.
    private func fill(_ site: PeopleSite, _ client: Client, _ path: String, _ fields: [(String, String)], quick: Bool = false) async throws -> Reply {
        let page = try await client.get(path)
        let seal = page.text.firstMatch(of: /name="zegel" value="([^"]+)"/).map { String($0.1) } ?? ""
        if !quick { site.clock.advance(seconds: 20) }
        return try await client.post(path, fields + [("zegel", seal)], token: page.formToken)
    }

    private func register(_ site: PeopleSite, _ place: Place, _ name: String, more: [(String, String)] = []) async throws -> Reply {
        try await fill(
            site, site.client(), "/bijeenkomsten/\(place.meeting)/inschrijven",
            [("naam", name), ("mail", "\(name.lowercased())@voorbeeld.nl"), ("rol", "ambtenaar"), ("vraag", "Hoe begin je?")] + more)
    }

    private func mails(_ site: PeopleSite, to name: String) async throws -> [(subject: String, text: String)] {
        try await site.people.database.read { reading in
            try reading.all("SELECT subject, body_text FROM outbox WHERE recipient = \("\(name)@voorbeeld.nl") ORDER BY added_at, id") { row in
                (try row.string(0), try row.string(1))
            }
        }
    }

    /// The path behind the link in the newest mail to someone.
    private func link(_ site: PeopleSite, _ name: String, under subject: String = "") async throws -> String {
        let text = try #require(try await mails(site, to: name).last { $0.subject.hasPrefix(subject) }?.text)
        return try #require(text.firstMatch(of: /https:\/\/buurt\.example\.nl(\/(?:en\/)?inschrijvingen\/\S+)/).map { String($0.1) })
    }

    private func withSite(_ engine: TestDatabase.Engine = .sqlite, _ body: (PeopleSite) async throws -> Void) async throws {
        // A site that shows no codes knows its own address, and so writes links in mail.
        try await PeopleSite.with(engine, showsCodes: false, body)
    }

    @Test(
        "MTG-04, MTG-05, D-13: from the form by mail to one's own page; the link to join stands there from a day before until the end",
        arguments: TestDatabase.engines)
    func journey(engine: TestDatabase.Engine) async throws {
        try await withSite(engine) { site in
            let place = try await meeting(site)
            let sent = try await register(site, place, "Anna")
            #expect(sent.status == 303 && sent[header: "Location"] == "/bijeenkomsten/\(place.meeting)/inschrijven/verstuurd")
            #expect(try await mails(site, to: "anna").map(\.subject) == ["Je doet mee: Wijkprofielen"])
            #expect(try await mails(site, to: "anna").allSatisfy { !$0.text.contains("video.example.nl") })
            let path = try await link(site, "anna"), page = try await site.client().get(path)
            #expect(page.status == 200 && page.text.contains("Je hebt een plek.") && !page.text.contains("video.example.nl"))
            #expect(page[header: "Cache-Control"] == "no-store")
            site.clock.advance(minutes: 29 * 24 * 60)
            #expect(try await site.client().get(path).text.contains("https://video.example.nl/kring"))
            site.clock.advance(minutes: 26 * 60)
            #expect(try await !site.client().get(path).text.contains("video.example.nl"))
        }
    }

    @Test("D-13: no look at a mailed link, by GET or HEAD, changes the database", arguments: TestDatabase.engines)
    func crawler(engine: TestDatabase.Engine) async throws {
        try await withSite(engine) { site in
            let place = try await meeting(site)
            for name in ["Anna", "Bo"] { _ = try await register(site, place, name) }
            let client = site.client(), anna = try await link(site, "anna")
            _ = try await client.post(anna + "/afmelden", [], token: try await client.get(anna).formToken)
            let before = try await dump(site)
            for name in ["anna", "bo"] {
                let path = try await link(site, name)
                for below in ["", "/aannemen", "/weigeren", "/afmelden", "/van-de-lijst", "/vraag", "/agenda.ics"] {
                    _ = try await site.client().get(path + below)
                    _ = try await site.client().send(.head, path + below)
                }
            }
            #expect(try await dump(site) == before)
        }
    }

    private func dump(_ site: PeopleSite) async throws -> [String] {
        try await site.people.database.read { reading in
            try ["registration", "registration_state", "registration_offer", "registration_cause", "outbox", "journal", "meeting"].flatMap { table in
                try reading.all("SELECT * FROM \(identifier: table)") { row in try (0..<row.count).map { "\(try row.value($0))" }.joined(separator: "|") }
                    .sorted()
            }
        }
    }

    @Test("D-02: a place that comes free is taken, or not, by one button", arguments: TestDatabase.engines)
    func offer(engine: TestDatabase.Engine) async throws {
        try await withSite(engine) { site in
            let place = try await meeting(site)
            for name in ["Anna", "Bo", "Cor"] { _ = try await register(site, place, name) }
            #expect(try await mails(site, to: "cor").map(\.subject) == ["Je staat op de wachtlijst: Wijkprofielen"])
            let cor = try await link(site, "cor")
            #expect(try await site.client().get(cor).text.contains("Er is één persoon voor je."))
            func press(_ name: String, _ step: String) async throws -> Int {
                let client = site.client(), path = try await link(site, name)
                // So that the mails have an order.
                site.clock.advance(seconds: 1)
                // A page without a button has no form to take a token from.
                let token = try await client.get("/bijeenkomsten/\(place.meeting)/inschrijven").formToken
                return try await client.post(path + "/" + step, [], token: token).status
            }
            #expect(try await press("anna", "afmelden") == 303)
            #expect(try await mails(site, to: "bo").last?.subject == "Er is een plek voor je: Wijkprofielen")
            #expect(try await press("cor", "aannemen") == 409)
            #expect(try await press("bo", "weigeren") == 303)
            #expect(try await press("bo", "aannemen") == 409)
            #expect(try await press("cor", "aannemen") == 303)
            #expect(try await site.client().get(cor).text.contains("Je hebt een plek."))
        }
    }

    @Test("who stands there already gets the same answer as who does not, and their mail again")
    func again() async throws {
        try await withSite { site in
            let place = try await meeting(site), first = try await register(site, place, "Anna"), second = try await register(site, place, "Anna")
            #expect(first.status == second.status && first[header: "Location"] == second[header: "Location"])
            #expect(try await mails(site, to: "anna").map(\.subject) == ["Je doet mee: Wijkprofielen", "Je bent al bekend: Wijkprofielen"])
        }
    }

    @Test("faults are said all at once with every word kept; what is too fast is asked once more")
    func faults() async throws {
        try await withSite { site in
            let place = try await meeting(site), path = "/bijeenkomsten/\(place.meeting)/inschrijven"
            let reply = try await fill(site, site.client(), "/en" + path, [("naam", ""), ("mail", "bo"), ("vraag", "Waar & hoe?")])
            #expect(reply.status == 400 && reply.text.contains("Change 3 things") && reply.text.contains("Waar &amp; hoe?"))
            let quick = try await fill(site, site.client(), path, [("naam", "Bo"), ("mail", "bo@voorbeeld.nl"), ("rol", "ambtenaar")], quick: true)
            #expect(quick.status == 200 && quick.text.contains("Druk nog één keer op Doe mee."))
            #expect(try await mails(site, to: "bo").isEmpty)
        }
    }

    @Test("MTG-09: who it is not for is told and may come all the same; a closed circle refuses and says why")
    func audience() async throws {
        try await withSite { site in
            let place = try await meeting(site, 10) { $0.audience = [.administrator] }
            let told = try await register(site, place, "Anna")
            #expect(told.status == 400 && told.text.contains("Deze bijeenkomst is voor: Bestuurder.") && told.text.contains("Toch meedoen?"))
            #expect(try await register(site, place, "Anna", more: [("toch", "ja")]).status == 303)
            let circle = try await meeting(site, 10, in: place.programme) { ($0.audience, $0.isClosedCircle) = ([.administrator], true) }
            let refused = try await register(site, circle, "Anna", more: [("toch", "ja")])
            #expect(refused.status == 403 && refused.text.contains("Dit is een vaste kring."))
        }
    }

    @Test("MTG-06, MTG-07: the whole series in one form, each with its own outcome; then one of them is cancelled")
    func series() async throws {
        try await withSite { site in
            let programme = try await site.people.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: site.origin)
            let outline = try #require(try await site.people.programmes.outline(programme.slug))
            let track = try #require(outline.parts.first)
            let part = try await site.people.programmes.addPart(
                .series, name: "Drie middagen", purpose: "", below: track.id, in: programme.id, from: site.origin)
            var places: [Place] = []
            for number in 1...3 {
                places.append(
                    try await meeting(site, number == 2 ? 1 : 10, in: programme.id, part: part.id, startsIn: Int64(30 + number) * Self.day))
            }
            _ = try await register(site, places[1], "Bo")
            let path = "/reeksen/\(part.id)/inschrijven"
            let sent = try await fill(
                site, site.client(), path,
                [("naam", "Anna"), ("mail", "anna@voorbeeld.nl"), ("rol", "ambtenaar")] + places.map { ("bijeenkomst", $0.meeting.description) })
            #expect(sent.status == 303)
            #expect(
                try await mails(site, to: "anna").map(\.subject).sorted() == [
                    "Je doet mee: Wijkprofielen", "Je doet mee: Wijkprofielen", "Je staat op de wachtlijst: Wijkprofielen",
                ])
            let client = site.client(), own = try await link(site, "anna", under: "Je doet mee")
            #expect(try await client.post(own + "/afmelden", [], token: try await client.get(own).formToken).status == 303)
            #expect(
                try await site.people.database.read { try $0.all("SELECT standing FROM registration ORDER BY standing") { try $0.string(0) } }
                    == ["afgemeld", "ingeschreven", "ingeschreven", "wacht"])
        }
    }

    @Test("ORG-04: who comes is seen by who organises the programme, with a line in the log for each, and by nobody else")
    func participants() async throws {
        try await withSite { site in
            let place = try await meeting(site, 10), path = "/bijeenkomsten/\(place.meeting)/deelnemers"
            _ = try await register(site, place, "Anna")
            func client(_ person: Person) async throws -> Client {
                let session = try await site.people.sessions.begin(person.id, proof: .twoFactors, device: "", from: site.origin), client = site.client()
                client.keep(ForgeryTokens.cookie(session.secret))
                return client
            }
            let stranger = try await site.add("Vreemd", "vreemd@voorbeeld.nl", .official), organiser = try await site.add("Fa", "fa@voorbeeld.nl")
            try await site.people.persons.grant(.programmeFacilitator, at: .programme(place.programme), to: organiser.id, from: site.origin)
            #expect(try await client(stranger).get(path).status == 404)
            #expect(try await client(stranger).get(path + ".csv").status == 404)
            let fa = try await client(organiser), page = try await fa.get(path)
            #expect(page.status == 200 && page.text.contains("anna@voorbeeld.nl") && page.text.contains("Hoe begin je?"))
            let lines = try await site.people.database.read { try $0.all("SELECT name FROM read_line") { try $0.string(0) } }
            #expect(lines == ["registration.participants"])
            #expect(try await fa.get(path + ".csv").text.contains("Anna,anna@voorbeeld.nl,Ambtenaar"))
            #expect(try await site.post(path + "/plaatsen", [("plaatsen", "0")], by: fa).status == 400)
            #expect(try await site.post(path + "/plaatsen", [("plaatsen", "2")], by: fa).status == 303)
            #expect(try await site.post(path + "/erbij", [("naam", "Bo"), ("mail", "bo@voorbeeld.nl"), ("rol", "inwoner")], by: fa).status == 303)
            #expect(try await mails(site, to: "bo").map(\.subject) == ["Je doet mee: Wijkprofielen"])
            site.clock.advance(seconds: 1)
            let id = try #require(try await fa.get(path).text.firstMatch(of: /deelnemers\/([0-9a-z]{26})\/weg/).map { String($0.1) })
            #expect(try await site.post(path + "/\(id)/weg", [], by: fa).status == 303)
            #expect(try await mails(site, to: "anna").last?.subject == "Je bent afgemeld: Wijkprofielen")
        }
    }

    @Test("MTG-22: a secret calendar shows one's own meetings, and works no more when it is switched off")
    func calendar() async throws {
        try await withSite { site in
            let place = try await meeting(site, 10), anna = try await site.add("Anna", "anna@voorbeeld.nl")
            _ = try await register(site, place, "Anna")
            let session = try await site.people.sessions.begin(anna.id, proof: .oneFactor, device: "", from: site.origin), client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            #expect(try await client.get("/mijn/inschrijvingen").text.contains("Wijkprofielen"))
            let made = try await site.post("/mijn/inschrijvingen/agenda", [], by: client)
            let path = try #require(made.text.firstMatch(of: /(\/mijn-agenda\/[A-Za-z0-9_-]+\.ics)/).map { String($0.1) })
            let feed = try await site.client().get(path)
            #expect(feed.status == 200 && feed.text.contains("UID:\(place.meeting)@leefkring") && !feed.text.contains("video.example.nl"))
            #expect(try await site.post("/mijn/inschrijvingen/agenda/einde", [], by: client).status == 303)
            #expect(try await site.client().get(path).status == 404)
        }
    }
}
