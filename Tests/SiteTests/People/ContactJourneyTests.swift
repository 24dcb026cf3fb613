import Core
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Asking and answering")
struct ContactJourneyTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    /// A programme with someone for each side, and a desk of the site.
    private func kring(_ site: PeopleSite) async throws -> Programme {
        let facts = Programme.Facts(name: "Kring", purpose: "Leren.", postalAddress: "Postbus 9090\n6800 GX Arnhem", visitingAddress: "Markt 11\nArnhem")
        let programme = try await site.people.programmes.add(facts, from: site.origin)
        let people: [(ProgrammeContact.Kind, String, String?, String?, Bool)] = [
            (.practical, "Petra Praktisch", "petra@voorbeeld.nl", "026 359 90 00", true), (.content, "Ineke Inhoud", "ineke@voorbeeld.nl", nil, true),
            (.content, "Iris Inhoud", "iris@voorbeeld.nl", "026 359 90 01", false), (.practical, "Bel Alleen", nil, "026 359 90 02", false),
        ]
        for (kind, name, mail, phone, showsMail) in people {
            let details = ProgrammeContact.Details(
                kind: kind, name: name, mail: try mail.map { try MailAddress($0) }, phone: phone, showsMail: showsMail, showsPhone: phone != nil)
            try await site.people.programmes.addContact(details, to: programme.id, from: site.origin)
            // In this order.
            site.clock.advance(seconds: 1)
        }
        let desk = ContactPoint.Details(
            kind: .desk, name: "Provincieloket", mail: try MailAddress("loket@voorbeeld.nl"), phone: nil, showsMail: true, showsPhone: false)
        try await site.people.contact.addPoint(desk, to: Event.Thing("installation", ""), from: site.origin)
        return programme
    }

    /// Fills in a form as someone would and sends it.
    private func ask(
        _ site: PeopleSite, at path: String = "/programmas/kring/contact", topic: String = "inhoud", mail: String = "bo@voorbeeld.nl",
        words: String = "Wanneer is de avond?",
        more: [(String, String)] = []
    ) async throws -> Reply {
        let client = site.client(), seal = try #require(try await client.get(path).text.firstMatch(of: /name="zegel" value="([^"]+)"/).map { String($0.1) })
        site.clock.advance(seconds: 20)
        let fields = [("soort", topic), ("naam", "Bo Bakker"), ("mail", mail), ("onderwerp", "De avond"), ("bericht", words), ("zegel", seal)]
        let reply = try await client.post(path, fields + more)
        guard reply.status == 303, let place = reply[header: "Location"] else { return reply }
        return try await client.get(place)
    }

    private func mails(_ site: PeopleSite, _ kind: String) async throws -> [(to: String, subject: String, text: String, html: String, answer: String?)] {
        try await site.site.database.read { reading in
            try reading.all("SELECT recipient, subject, body_text, body_html, reply_to FROM outbox WHERE kind = \(kind) ORDER BY id") { row in
                (try row.string(0), try row.string(1), try row.string(2), try row.string(3), try row.optionalString(4))
            }
        }
    }

    @Test(
        "CON-01, CON-04: the page of contact has team, telephone and both addresses; a mail address comes only to who asks for it",
        arguments: TestDatabase.engines)
    func page(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            _ = try await kring(site)
            for path in ["/programmas/kring", "/programmas/kring/contact", "/en/programmas/kring/contact"] {
                let page = try await site.client().get(path)
                #expect(page.status == 200)
                for word in ["Petra Praktisch", "026 359 90 00", "Ineke Inhoud", "Postbus 9090", "Markt 11"] {
                    #expect(page.text.contains(word), "\(path) \(word)")
                }
                #expect(!page.text.contains("mailto:") && !page.text.contains("petra@") && !page.text.contains("loket@"), "\(path)")
            }
            let client = site.client(), page = try await client.get("/programmas/kring/contact")
            let seal = try #require(page.text.firstMatch(of: /name="zegel" value="([^"]+)"/).map { String($0.1) })
            let shown = page.text.matches(of: /name="wie" value="([^"]+)"/).map { String($0.1) }
            // Petra, Ineke and the desk; not Iris, who wants it so.
            #expect(shown.count == 3)
            let programme = try #require(try await site.people.programmes.list().first)
            func show(_ who: String, _ seal: String?) async throws -> Reply {
                let fields = [("soort", "programme"), ("ding", programme.id.description), ("wie", who), ("zegel", seal ?? "")]
                return try await client.post("/contact/adres", fields)
            }
            let answer = try await show(shown[0], seal)
            #expect(answer.status == 200 && answer.text.contains("href=\"mailto:petra@voorbeeld.nl\"") && !answer.text.contains("ineke@"))
            #expect(answer[header: "Cache-Control"] == "no-store")
            #expect(try await !show(shown[0], nil).text.contains("mailto:"))
            let iris = try #require(try await site.people.programmes.outline(programme.slug)?.contacts.first { $0.details.name == "Iris Inhoud" })
            #expect(try await show(iris.id.description, seal).status == 404)
            var statuses: [Int] = []
            for _ in 1...20 { statuses.append(try await show(shown[1], seal).status) }
            #expect(statuses.filter { $0 == 429 }.count == 1)
        }
    }

    @Test("CON-02, CON-03, ORG-06: a practical question goes to the practical side, one about content to who has the fewest", arguments: TestDatabase.engines)
    func routing(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let programme = try await kring(site)
            let thanks = try await ask(site, topic: "praktisch", words: "Waar is de zaal?")
            #expect(thanks.status == 200 && thanks.text.contains("Petra Praktisch neemt je vraag mee."))
            for number in 1...3 { _ = try await ask(site, words: "Vraag \(number) over een cijfer") }
            let iris = try #require(try await site.people.programmes.outline(programme.slug)?.contacts.first { $0.details.name == "Iris Inhoud" })
            // Someone in particular goes before who has the fewest.
            #expect(try await ask(site, words: "Voor Iris zelf", more: [("aan", iris.id.description)]).text.contains("Iris Inhoud neemt"))
            let sent = try await mails(site, "contact-question")
            #expect(sent.map(\.to) == ["petra@voorbeeld.nl", "ineke@voorbeeld.nl", "iris@voorbeeld.nl", "ineke@voorbeeld.nl", "iris@voorbeeld.nl"])
            #expect(sent.allSatisfy { $0.answer == "bo@voorbeeld.nl" && $0.subject == "Vraag over Kring: De avond" })
            #expect(sent[0].text.contains("> Waar is de zaal?") && sent[0].html.contains("<p>Waar is de zaal?</p>"))
            let receipts = try await mails(site, "contact-receipt")
            #expect(receipts.count == 5 && receipts.allSatisfy { $0.to == "bo@voorbeeld.nl" && $0.answer == nil && !$0.text.contains("zaal") })
            #expect(receipts[0].text.contains("Petra Praktisch neemt je vraag mee. Je krijgt antwoord uiterlijk op "))
            #expect(receipts[0].text.hasPrefix("Beste Bo Bakker,"))
        }
    }

    @Test("CON-06: without someone here it goes to the general desk, and without a desk to the administrators; in the language of who writes")
    func desk() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.add("Ans", "ans@voorbeeld.nl", .functionalAdministrator)
            let english = try await ask(site, at: "/en/contact", words: "Who can help me?")
            #expect(english.text.contains("The administrator of this site takes your question along."))
            #expect(try await mails(site, "contact-receipt").last?.subject == "We have got your message")
            _ = try await kring(site)
            _ = try await site.people.programmes.add(Programme.Facts(name: "Leeg", purpose: "Niets."), from: site.origin)
            #expect(try await ask(site, at: "/programmas/leeg/contact", words: "Is hier iemand?").text.contains("Provincieloket neemt je vraag mee."))
            #expect(try await ask(site, at: "/contact", words: "Aan de hele site").text.contains("Provincieloket"))
            #expect(try await mails(site, "contact-question").map(\.to) == [ans.mail.description, "loket@voorbeeld.nl", "loket@voorbeeld.nl"])
        }
    }

    @Test(
        "a question stands in the list of who may answer it, is taken up, passed on, answered and erased; reading it leaves a line",
        arguments: TestDatabase.engines)
    func answering(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let programme = try await kring(site)
            let bo = try await site.add("Bo", "bo@voorbeeld.nl", .resident), ineke = try await site.add("Ineke", "ineke@voorbeeld.nl")
            _ = try await ask(site)
            let message = try #require(try await site.people.contact.asked(by: bo.mail).first), path = "/vragen/\(message.id)"
            #expect(message.assigned == ineke.id && message.state == .new && !message.isLate(at: site.clock.now))
            let ans = try await site.client(Self.administrator), resident = try await site.client(.init(role: .resident, proof: .twoFactors))
            let reader = try await client(ineke.id, site), facilitator = try await facilitator(of: programme.id, "fa@voorbeeld.nl", site)
            let other = try await self.facilitator(of: Identifier(at: 1), "fo@voorbeeld.nl", site)
            for client in [ans, reader, facilitator] {
                #expect(try await client.get("/vragen").text.contains("De avond"))
                #expect(try await client.get(path).text.contains("Wanneer is de avond?"))
            }
            for client in [resident, other] {
                #expect(try await !client.get("/vragen").text.contains("De avond"))
                #expect(try await client.get(path).status == 404)
                #expect(try await site.post(path, [("besluit", "neem-mee")], by: client).status == 404)
            }
            #expect(try await site.people.readLog.lines(about: bo.id).count == 6)
            #expect(try await site.people.readLog.lines(about: bo.id).allSatisfy { $0.activity == .questions })
            #expect(try await site.post(path, [("besluit", "neem-mee")], by: reader).status == 303)
            #expect(try await site.people.contact.find(message.id)?.takenBy == ineke.id)
            let petra = try #require(try await site.people.programmes.outline(programme.slug)?.contacts.first { $0.details.name == "Petra Praktisch" })
            #expect(try await site.post(path, [("besluit", "geef-door"), ("naar", "")], by: ans).text.contains("href=\"#naar\""))
            // It is not Ineke's any more.
            site.clock.advance(seconds: 1)
            let passed = try await site.post(path, [("besluit", "geef-door"), ("naar", petra.id.description)], by: reader)
            #expect(passed[header: "Location"] == "/vragen")
            #expect(try await reader.get(path).status == 404)
            #expect(try await mails(site, "contact-question").map(\.to) == ["ineke@voorbeeld.nl", "petra@voorbeeld.nl"])
            #expect(try await site.post(path, [("besluit", "beantwoord")], by: facilitator).status == 303)
            #expect(try await site.post(path, [("besluit", "beantwoord")], by: ans).status == 409)
            #expect(try await !ans.get("/vragen").text.contains("De avond"))
            #expect(try await ans.get("/vragen?welke=klaar").text.contains("De avond"))
            #expect(try await site.post(path + "/wissen", by: ans).text.contains("href=\"#zeker\""))
            #expect(try await site.post(path + "/wissen", [("zeker", "ja")], by: ans).status == 303)
            #expect(try await site.people.contact.find(message.id) == nil)
            let actions = try await site.people.journal.all().reversed().map(\.event.action).filter { $0.hasPrefix("contact.") && $0 != "contact.point-added" }
            #expect(actions == ["contact.sent", "contact.taken", "contact.passed", "contact.answered", "contact.erased"])
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("a professional reads questions after the second factor only")
    func factor() async throws {
        try await PeopleSite.with { site in
            _ = try await kring(site)
            let ineke = try await site.add("Ineke", "ineke@voorbeeld.nl", .official)
            _ = try await ask(site)
            let one = try await client(ineke.id, site, .oneFactor), two = try await client(ineke.id, site)
            let page = try await one.get("/vragen")
            #expect(page.text.contains("Je ziet meer na de tweede stap.") && !page.text.contains("De avond"))
            #expect(try await two.get("/vragen").text.contains("De avond"))
        }
    }

    @Test("an administrator says whom to ask at the site; faults keep the words")
    func administration() async throws {
        try await PeopleSite.with { site in
            let ans = try await site.client(Self.administrator)
            let faulty = try await site.post("/beheer/contact", [("contact-naam", "Lo"), ("contact-mail", "geen")], by: ans)
            #expect(faulty.status == 400 && faulty.text.contains("value=\"Lo\"") && faulty.text.contains("href=\"#contact-mail\""))
            let fields = [("contact-soort", "loket"), ("contact-naam", "Lo Ket"), ("contact-mail", "lo@voorbeeld.nl"), ("contact-zichtbaar", "mail")]
            #expect(try await site.post("/beheer/contact", fields, by: ans).status == 303)
            #expect(try await site.client().get("/contact").text.contains("Lo Ket"))
            let point = try #require(try await site.people.contact.points(of: Event.Thing("installation", "")).first)
            #expect(try await site.post("/beheer/contact/\(point.id)/weg", by: ans).status == 303)
            #expect(try await !site.client().get("/contact").text.contains("Lo Ket"))
        }
    }

    @Test("faults of a form are said all at once, with every word kept")
    func faults() async throws {
        try await PeopleSite.with { site in
            let reply = try await site.client().post(
                "/en/contact", [("naam", "Bo & <b>"), ("mail", "boé@voorbeeld.nl"), ("telefoon", "bel"), ("bericht", "Hallo daar & co")])
            #expect(reply.status == 400 && reply.text.contains("Something went wrong. Change 4 things"))
            for word in [
                "Bo &amp; &lt;b&gt;", "boé@voorbeeld.nl", "Hallo daar &amp; co", "without letters such as", "href=\"#soort\"", "href=\"#onderwerp\"",
            ] {
                #expect(reply.text.contains(word), "\(word)")
            }
        }
    }

    private func client(_ person: Identifier, _ site: PeopleSite, _ proof: Actor.Proof = .twoFactors) async throws -> Client {
        let session = try await site.people.sessions.begin(person, proof: proof, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    private func facilitator(of programme: Identifier, _ mail: String, _ site: PeopleSite) async throws -> Client {
        let person = try await site.add("Fa", mail)
        try await site.people.persons.grant(.programmeFacilitator, at: .programme(programme), to: person.id, from: site.origin)
        return try await client(person.id, site)
    }
}
