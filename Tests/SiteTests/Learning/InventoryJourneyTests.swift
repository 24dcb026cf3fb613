import Core
import Learning
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Calls on the site")
struct InventoryJourneyTests {
    private static let day: Int64 = 86_400_000

    /// A call of a programme with a round that is open for ten days.
    private func call(_ site: PeopleSite, _ anonymity: Anonymity = .anonymous) async throws -> (store: InventoryStore, call: Call, round: CallRound) {
        let programme = try await site.people.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: site.origin)
        _ = try await site.people.organisations.add(
            name: "Gemeente Lindenmeer", kind: .municipality, area: AreaCode("GM9999"), from: site.origin)
        let store = InventoryStore(site.people), who: FieldRule = anonymity == .anonymous ? .absent : .required
        let facts = Call.Facts(
            title: "Wat wil jij leren?", goal: "Wij zoeken vragen uit de praktijk.", anonymity: anonymity,
            fields: [.role: .required, .municipality: .required, .name: who, .mail: who], contact: "Mies Molen")
        let call = try await store.add(facts, programme: programme.id, from: site.origin)
        let round = try await store.addRound(to: call.id, start: site.clock.now, end: site.clock.now + 10 * Self.day, from: site.origin)
        try await store.makeReady(round.id, from: site.origin)
        return (store, call, round)
    }

    private func seal(_ page: Reply) throws -> String { try #require(page.text.firstMatch(of: /name="zegel" value="([^"]+)"/).map { String($0.1) }) }

    private static let first = [("rol", "inwoner"), ("gemeente", "GM9999"), ("vraagstuk", "Hoe vinden mensen elkaar?"), ("kenmerk", "taai")]
    private static let second = [("leren", "Gesprekken leiden"), ("nodig", "tijd"), ("aanbod", "Moestuinen"), ("bronnen", "bewoners"), ("citaat", "ja")]

    /// Goes through both pages, as someone would.
    private func answer(
        _ site: PeopleSite, _ call: Call, via: String? = nil, more: [(String, String)] = [], client: Client? = nil
    ) async throws -> (thanks: Reply, draft: String) {
        let client = client ?? site.client(), path = InventoryRoute.answer(call.id, via: via).address.url(in: .nl)
        let page = try await client.get(path)
        #expect(page.status == 200)
        site.clock.advance(seconds: 20)
        let fields = Self.first + [("zegel", try seal(page)), ("via", via ?? "direct"), ("homepage", ""), ("knop", "verder")]
        let sent = try await client.post(path, fields)
        let draft = try #require(sent[header: "Location"])
        #expect(sent.status == 303 && draft.hasSuffix("?stap=2"))
        let end = try await client.post(draft, Self.second + more + [("homepage", ""), ("knop", "inleveren")])
        #expect(end.status == 303, "\(end.text)")
        return (try await client.get(try #require(end[header: "Location"])), draft)
    }

    @Test("INV-02, INV-09: a visitor answers on two pages without an account and without a cookie; the pages are small", arguments: TestDatabase.engines)
    func visitor(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let (store, call, _) = try await call(site)
            let letter = try await store.addChannel("Nieuwsbrief", to: call.id, from: site.origin)
            let client = site.client()
            let page = try await client.get(InventoryRoute.answer(call.id, via: letter.code).address.url(in: .nl))
            #expect(page.bytes.count <= 50_000 && page[header: "Set-Cookie"] == nil && page[header: "Cache-Control"] == "no-store")
            for words in ["Je antwoord is anoniem.", "Stap 1 van 2", "3 tot 5 minuten", "De begeleider ziet dit bij je antwoord.", "Lindenmeer"] {
                #expect(page.text.contains(words), "\(words)")
            }
            // Looking counts nothing.
            #expect(try await store.handedIn(of: call.id).isEmpty)
            let (thanks, draft) = try await answer(site, call, via: letter.code, client: client)
            #expect(client.cookies.isEmpty, "no cookie was set on any page")
            #expect(thanks.text.contains("Mies Molen neemt je antwoord mee.") && thanks.text.contains("Ook jouw kennis telt."))
            let view = try #require(try await store.find(call.id))
            let counts = try await store.handedIn(of: call.id)
            #expect(counts.map(\.count) == [1] && view.channels.first { $0.id == counts.first?.channel }?.code == "nieuwsbrief")
            #expect(try await client.get(draft).status == 410, "the draft is cut off")
            let number = try #require(thanks.text.firstMatch(of: /id="nummer">([0-9a-z-]{19})</).map { String($0.1) })
            let stand = try await client.post("/inbreng/stand", [("nummer", number.uppercased())])
            #expect(stand.status == 200 && stand.text.contains("Nog niet bekeken"))
            #expect(try await client.post("/inbreng/stand", [("nummer", "x")]).status == 400)
        }
    }

    @Test("INV-15, D-10: who stops goes on by the link, in the other language, with every word kept; faults keep the words")
    func interrupted() async throws {
        try await PeopleSite.with { site in
            let (store, call, _) = try await call(site)
            let client = site.client(), path = "/oproepen/\(call.id)/meedoen", page = try await client.get(path)
            let faulty = try await client.post(path, [("vraagstuk", "Hoe & waarom <b>?"), ("zegel", try seal(page)), ("knop", "verder")])
            #expect(faulty.status == 400 && faulty.text.contains("Hoe &amp; waarom &lt;b&gt;?") && faulty.text.contains("href=\"#rol\""))
            // Saving asks for nothing to be complete.
            let kept = try await client.post(path, [("vraagstuk", "Hoe & waarom?"), ("zegel", try seal(page)), ("knop", "bewaar")])
            let place = try #require(kept[header: "Location"])
            #expect(place.hasPrefix("/inbreng/") && place.hasSuffix("#later"))
            let draft = String(place.prefix { $0 != "?" })
            site.clock.advance(minutes: 60 * 24 * 7)
            let other = site.client(peer: "198.51.100.7"), again = try await other.get(draft)
            #expect(again.status == 200 && again.text.contains("Hoe &amp; waarom?") && again.text.contains(draft))
            let turned = try await other.post(draft + "?stap=1", [("vraagstuk", "Hoe dan?"), ("knop", "taal")])
            let english = try await other.get(try #require(turned[header: "Location"]))
            #expect(english.text.contains("<html lang=\"en\"") && english.text.contains("Hoe dan?") && english.text.contains("Step 1 of 2"))
            let mailed = try await other.post(draft + "/mail", [("mail-link", "bo@voorbeeld.nl"), ("stap", "1")])
            #expect(mailed.status == 303)
            let mails = try await site.site.database.read { reading in
                try reading.all("SELECT recipient FROM outbox WHERE kind = 'inventory-draft'") { try $0.string(0) }
            }
            #expect(mails == ["bo@voorbeeld.nl"])
            #expect(try await other.post(draft + "/mail", [("mail-link", "geen"), ("stap", "1")]).status == 400)
            #expect(try await other.post(draft + "/wissen", []).status == 303)
            #expect(try await other.get(draft).status == 410)
            #expect(try await store.submissions(of: call.id).isEmpty)
        }
    }

    @Test("a form that is sent faster than people read, or that fills in the hidden box, is asked for once more; nothing is lost")
    func fast() async throws {
        try await PeopleSite.with { site in
            let (_, call, _) = try await call(site)
            let client = site.client(), path = "/oproepen/\(call.id)/meedoen", page = try await client.get(path), seal = try seal(page)
            let fields = Self.first + [("zegel", seal), ("knop", "verder")]
            let fast = try await client.post(path, fields)
            #expect(fast.status == 200 && fast.text.contains("Druk nog één keer") && fast.text.contains("Hoe vinden mensen elkaar?"))
            site.clock.advance(seconds: 5)
            #expect(try await client.post(path, fields + [("homepage", "x")]).text.contains("Druk nog één keer"))
            #expect(try await client.post(path, fields).status == 303)
            #expect(try await client.post(path, Self.first + [("zegel", "vals"), ("knop", "verder")]).status == 400)
        }
    }

    @Test("a form that was opened in time comes in behind the end and is marked; later ones too")
    func behindTheEnd() async throws {
        try await PeopleSite.with { site in
            let (store, call, round) = try await call(site)
            let early = site.client(), late = site.client(peer: "198.51.100.8")
            for (client, wait) in [(early, 30), (late, 120)] as [(Client, Int64)] {
                let path = "/oproepen/\(call.id)/meedoen"
                // Turned back to just before the end: the form is opened in time.
                site.clock.advance(seconds: (round.end - site.clock.now) / 1000 - 60)
                let page = try await client.get(path)
                site.clock.advance(minutes: wait)
                let sent = try await client.post(path, Self.first + [("zegel", try seal(page)), ("knop", "verder")])
                let end = try await client.post(try #require(sent[header: "Location"]), [("knop", "inleveren")])
                #expect(end.status == 303)
                let thanks = try await client.get(try #require(end[header: "Location"]))
                #expect(thanks.text.contains("De ronde was al voorbij.") == (wait == 120))
            }
            #expect(Set(try await store.submissions(of: call.id).map(\.timing)) == [.grace, .late])
            #expect(try await site.client().get("/oproepen/\(call.id)/meedoen").status == 303, "no new form is given out")
        }
    }

    @Test("D-12: a confidential call asks who you are and says who reads it; a functional administrator sees the answer and not the name")
    func confidential() async throws {
        try await PeopleSite.with { site in
            let (store, call, _) = try await call(site, .confidential)
            let bo = try await site.add("Bo", "bo@voorbeeld.nl")
            _ = try await answer(site, call, more: [("naam", "Bo Bakker"), ("mail", "bo@voorbeeld.nl")])
            let submission = try #require(try await store.submissions(of: call.id).first)
            let path = CallDeskRoute.submission(call.id, submission.id).address.url(in: .nl)
            let administrator = try await site.client(.init(role: .functionalAdministrator, proof: .twoFactors))
            let hidden = try await administrator.get(path)
            #expect(hidden.text.contains("Hoe vinden mensen elkaar?") && !hidden.text.contains("Bo Bakker"))
            #expect(try await site.people.readLog.lines(about: bo.id).isEmpty)
            let facilitator = try await facilitator(of: call.programme, site), seen = try await facilitator.get(path)
            #expect(seen.text.contains("Bo Bakker") && seen.text.contains("bo@voorbeeld.nl"))
            #expect(try await site.people.readLog.lines(about: bo.id).count == 1)
            for subject in [PermissionTable.Subject(role: .official, proof: .twoFactors), .init(role: .programmeFacilitator, proof: .oneFactor)] {
                #expect(try await site.client(subject).get(path).status != 200)
            }
            let other = try await self.facilitator(of: Identifier(at: 1), site, mail: "fo@voorbeeld.nl")
            #expect(try await other.get(path).status == 404)
        }
    }

    @Test(
        "EXP-03, D-11: who offered something in an answer with a name may bring it along; an anonymous answer leads to no account, and an answer alone proposes nothing",
        arguments: [Anonymity.anonymous, .confidential, .named])
    func offering(_ anonymity: Anonymity) async throws {
        try await PeopleSite.with { site in
            let (_, call, _) = try await call(site, anonymity)
            let bo = try await site.add("Bo", "bo@voorbeeld.nl"), signedIn = try await client(of: bo.id, site)
            let who = anonymity == .anonymous ? [] : [("naam", "Bo Bakker"), ("mail", "bo@voorbeeld.nl")]
            let (thanks, _) = try await answer(site, call, more: who, client: signedIn)
            let link = thanks.text.firstMatch(of: /href="(\/mijn\/expertise\/aanbod\/[^"]+)"/).map { String($0.1) }
            #expect((link == nil) == (anonymity == .anonymous))
            let lines = { try await site.site.database.read { reading in try reading.all("SELECT deed FROM expertise_line") { try $0.string(0) } } }
            #expect(try await lines().isEmpty, "an answer alone says nothing of who is signed in")
            if let link {
                #expect(try await signedIn.get(link).status == 200)
                #expect(try await site.post(link, [("onderwerp", "eenzaamheid"), ("soort", "vak")], by: signedIn).status == 303)
                #expect(try await lines() == ["aanbod"])
            }
        }
    }

    @Test(
        "INV-01, INV-07, INV-08, INV-10, INV-17: from a call to a published list: the organiser makes it, sorts it and shows it; giver and visitor see what came of it"
    )
    func whole() async throws {
        try await PeopleSite.with { site in
            let programme = try await site.people.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: site.origin)
            let first = try await facilitator(of: programme.id, site), store = InventoryStore(site.people)
            let made = try await site.post(
                "/organiseren/oproepen",
                [
                    ("programma", programme.id.description), ("titel", "Wat wil jij leren?"), ("doel", "Wij zoeken vragen."), ("wie", "Mies Molen"),
                    ("belofte", "anoniem"), ("veld-rol", "verplicht"), ("veld-gemeente", "vrij"), ("veld-naam", "niet"), ("veld-mail", "niet"),
                ], by: first)
            let place = try #require(made[header: "Location"]), call = try #require(try await store.list().first).call
            #expect(try await site.client().get("/oproepen/\(call.id)").status == 404, "a draft is nobody's business")
            let today = DutchDay(at: site.clock.now)
            #expect(try await site.post(place + "/rondes", [("van", today.written), ("tot", today.written)], by: first).status == 303)
            let round = try #require(try await store.find(call.id)?.rounds.first)
            #expect(try await site.post(place + "/rondes/\(round.id)", [("doe", "klaar")], by: first).status == 303)
            let page = try await site.client().get("/oproepen/\(call.id)")
            #expect(page.text.contains("Wij zoeken vragen.") && page.text.contains("Mies Molen") && page.text.contains("Doe mee"))
            let (thanks, _) = try await answer(site, call)
            let number = try #require(thanks.text.firstMatch(of: /id="nummer">([0-9a-z-]{19})</).map { String($0.1) })
            let follow = try await site.client().post("/oproepen/\(call.id)/volgen", [("mail", "bo@voorbeeld.nl"), ("ronde", "1")])
            #expect(follow.status == 303)
            site.clock.advance(minutes: 60 * 48)
            // The session of a professional has ended since.
            let fa = try #require(try await site.people.persons.find(try MailAddress("fa@voorbeeld.nl")))
            let desk = try await client(of: fa.id, site)
            let early = try await site.post(place + "/rondes/\(round.id)", [("doe", "uitgewerkt")], by: desk)
            #expect(early.status == 409 && early.text.contains("zonder plek"))
            for entry in try await store.workbench(of: call.id).untouched() {
                let sorted = try await site.post(
                    place + "/werkbank",
                    [
                        ("stap", "merk"), ("wat", entry.id.description), ("woorden-\(entry.id)", entry.content.words), ("nieuw-\(entry.id)", "Ontmoeten"),
                        ("reden-\(entry.id)", ""),
                    ], by: desk)
                #expect(sorted.status == 303)
            }
            let entry = try #require(try await store.workbench(of: call.id).entries.first)
            let foreign = try await site.post(
                place + "/werkbank", [("stap", "merk"), ("wat", entry.id.description), ("woorden-\(entry.id)", "staat er niet"), ("nieuw-\(entry.id)", "X")],
                by: desk)
            #expect(foreign.status == 400 && foreign.text.contains("href=\"#woorden-\(entry.id)\""))
            let issues = try await store.workbench(of: call.id).issues
            let merged = try await site.post(
                place + "/vraagstukken/\(issues[0].id)", [("doe", "voeg-samen"), ("naar", issues[1].id.description)], by: desk)
            #expect(merged.status == 303)
            for step in ["uitgewerkt", "gepubliceerd"] {
                #expect(try await site.post(place + "/rondes/\(round.id)", [("doe", step)], by: desk).status == 303)
            }
            let outcome = try await site.client().get("/oproepen/\(call.id)/uitkomst")
            #expect(outcome.text.contains("Ontmoeten") && outcome.text.contains("minder dan 5") && outcome.text.contains("Hoe vinden mensen elkaar?"))
            #expect(try await site.client().get("/oproepen/\(call.id)/uitkomst.csv?ronde=1").text.contains("Ontmoeten,,1,minder dan 5"))
            #expect(try await site.client().get("/vraagstukken").text.contains("Ontmoeten"))
            #expect(try await site.client().get("/vraagstukken/\(issues[1].id)").text.contains("Gesprekken leiden"))
            let old = try await site.client().get("/vraagstukken/\(issues[0].id)")
            #expect(old.status == 308 && old[header: "Location"] == "/vraagstukken/\(issues[1].id)")
            let stand = try await site.client().post("/inbreng/stand", [("nummer", number)])
            #expect(stand.text.contains("Meegenomen") && stand.text.contains("/vraagstukken/\(issues[1].id)"))
            let mails = try await site.site.database.read { reading in
                try reading.all("SELECT recipient FROM outbox WHERE kind = 'inventory-outcome'") { try $0.string(0) }
            }
            #expect(mails == ["bo@voorbeeld.nl"])
            for path in ["", "/werkbank", "/rapport", "/mensen", "/invoer", "/vraagstukken/\(issues[1].id)"] {
                #expect(try await desk.get(place + path).status == 200, "\(path)")
            }
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("INV-12, INV-16: joining and tipping stand beside the questions; a mailed link changes nothing until its button is pressed")
    func beside() async throws {
        try await PeopleSite.with { site in
            let (store, call, _) = try await call(site)
            let client = site.client(), path = "/oproepen/\(call.id)"
            #expect(try await client.post(path + "/aansluiten", [("naam", ""), ("mail", "geen")]).status == 400)
            #expect(try await client.post(path + "/aansluiten", [("naam", "Bo Bakker"), ("mail", "bo@voorbeeld.nl"), ("homepage", "")]).status == 303)
            let page = try await client.get(path + "/tip")
            site.clock.advance(seconds: 10)
            let tip = [("titel", "De soepfiets"), ("woorden", "Soep op straat."), ("link", "https://voorbeeld.nl"), ("naam", "Bo"), ("zegel", try seal(page))]
            #expect(try await client.post(path + "/tip", tip).status == 303)
            #expect(try await store.tips(of: call.id).map(\.title) == ["De soepfiets"])
            #expect(try await store.submissions(of: call.id).isEmpty && client.cookies.isEmpty)
            // This site does not know its own address, so the mail has no link; the token is made known by a new one here.
            let text = try await site.site.database.read { reading in
                try reading.first("SELECT body_text FROM outbox WHERE kind = 'inventory-join'") { try $0.string(0) }
            }
            #expect(text?.contains("Iemand liet jouw naam achter") == true)
            #expect(try await store.joins(of: call.id).isEmpty)
            #expect(try await client.get("/aansluiten/geen-goed-kenmerk-hier").status == 410)
        }
    }

    private func facilitator(of programme: Identifier, _ site: PeopleSite, mail: String = "fa@voorbeeld.nl") async throws -> Client {
        let person = try await site.add("Fa", mail)
        try await site.people.persons.grant(.programmeFacilitator, at: .programme(programme), to: person.id, from: site.origin)
        return try await client(of: person.id, site)
    }

    private func client(of person: Identifier, _ site: PeopleSite) async throws -> Client {
        let session = try await site.people.sessions.begin(person, proof: .twoFactors, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }
}
