import Core
import Foundation
import HTTPTypes
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Messages and one click")
struct NoticeJourneyTests {
    /// Someone with a message and the link that stands in the head of its mail.
    private func told(_ site: PeopleSite) async throws -> (person: Person, link: String) {
        let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
        let link = try await site.site.database.read { reading in
            try reading.first("SELECT unsubscribe FROM outbox WHERE kind = 'notice-rol-gekregen' ORDER BY id DESC LIMIT 1") { try $0.optionalString(0) }
        }
        return (person, String(try #require(link ?? nil).dropFirst("https://buurt.example.nl".count)))
    }

    private func client(_ person: Identifier, _ site: PeopleSite) async throws -> Client {
        let session = try await site.people.sessions.begin(person, proof: .oneFactor, device: "", from: site.origin), client = site.client()
        client.keep(ForgeryTokens.cookie(session.secret))
        return client
    }

    @Test("RFC 8058: a mail program ends one kind of mail with a POST, without a cookie, an origin or a token of a form", arguments: TestDatabase.engines)
    func oneClick(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine, showsCodes: false) { site in
            let (person, link) = try await told(site)
            let headers = ["Content-Type": "application/x-www-form-urlencoded"]
            let visitor = site.client()
            // Looking ends nothing: programs follow links.
            let page = try await visitor.get(link)
            #expect(page.status == 200 && page.text.contains("Wil je geen mail meer over: een rol die je krijgt?") && page.text.contains("Stop deze mail"))
            #expect(try await site.people.notices.paces(of: person.id)["rol-gekregen"] == .atOnce)
            let done = try await visitor.send(.post, link, headers: headers, body: Array("List-Unsubscribe=One-Click".utf8))
            #expect(done.status == 200 && done.text.contains("Je krijgt geen mail meer over: een rol die je krijgt."))
            let paces = try await site.people.notices.paces(of: person.id)
            #expect(paces["rol-gekregen"] == .never && paces["vraag"] == .atOnce && paces["nieuw-apparaat"] == .atOnce)
            #expect(try await visitor.send(.post, link, headers: headers, body: Array("List-Unsubscribe=One-Click".utf8)).status == 200)
            let lines = try await site.people.journal.lines(JournalQuestion(person: person.id))
            #expect(lines.count { $0.event.action == "notices.stopped" } == 1)
            // The same mail program may send it as multipart.
            let multipart = ["Content-Type": "multipart/form-data; boundary=x"]
            let body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
            #expect(try await visitor.send(.post, link, headers: multipart, body: Array(body.utf8)).status == 200)
            try await site.people.persons.grant(.entrepreneur, at: .installation, to: person.id, from: site.origin)
            #expect(try await site.people.outbox.newest(for: person.id).count == 1)
            #expect(try await site.people.notices.list(of: person.id).count == 2)
        }
    }

    @Test("a link that was changed, or of another installation, ends nothing")
    func forged() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let (person, link) = try await told(site)
            var foreign = ""
            try await PeopleSite.with(showsCodes: false) { other in foreign = try await told(other).link }
            for wrong in [link + "x", foreign, "/berichten/uit", "/berichten/uit?sleutel=", link.replacing("sleutel=", with: "sleutel=A")] {
                #expect(try await site.client().get(wrong).status == 404, "\(wrong)")
                #expect(try await site.client().send(.post, wrong, headers: ["Content-Type": "application/x-www-form-urlencoded"]).status == 404, "\(wrong)")
            }
            #expect(try await site.people.notices.paces(of: person.id)["rol-gekregen"] == .atOnce)
        }
    }

    @Test("someone sees what changed, marks it read and chooses how often they want mail", arguments: TestDatabase.engines)
    func page(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident, .entrepreneur), bo = try await client(person.id, site)
            let page = try await bo.get("/mijn/berichten")
            for word in ["2 nieuwe berichten", "Je hebt een rol gekregen", "Inwoner, overal op deze site.", "Zet alles op gelezen", "Altijd meteen een mail"] {
                #expect(page.text.contains(word), "\(word)")
            }
            #expect(try await bo.get("/en/mijn/berichten").text.contains("You have been given a role"))
            #expect(try await bo.get("/mijn").text.contains("href=\"/mijn/berichten\""))
            let one = try #require(page.text.firstMatch(of: /name="bericht" value="([^"]+)"/).map { String($0.1) })
            #expect(try await site.post("/mijn/berichten/gelezen", [("bericht", one)], by: bo).status == 303)
            #expect(try await bo.get("/mijn/berichten").text.contains("1 nieuw bericht"))
            #expect(try await site.post("/mijn/berichten/gelezen", by: bo).status == 303)
            #expect(try await !bo.get("/mijn/berichten").text.contains("Zet alles op gelezen"))
            let chosen = try await site.post(
                "/mijn/berichten/keuzes", [("vraag", "week"), ("nieuw-apparaat", "niet"), ("onbekend", "niet"), ("rol-gekregen", "x")], by: bo)
            #expect(chosen[header: "Location"] == "/mijn/berichten?bewaard=ja")
            #expect(try await bo.get("/mijn/berichten?bewaard=ja").text.contains("Je keuze is bewaard."))
            let paces = try await site.people.notices.paces(of: person.id)
            #expect(paces["vraag"] == .weekly && paces["nieuw-apparaat"] == .atOnce && paces["rol-gekregen"] == .atOnce && paces["onbekend"] == nil)
            // Of someone else nothing is seen, and nothing is marked.
            let other = try await client(try await site.add("Cas", "cas@voorbeeld.nl").id, site)
            #expect(try await other.get("/mijn/berichten").text.contains("Er zijn geen berichten."))
        }
    }

    @Test("a question to someone with an account stands on the site too, and its mail can be answered and stopped")
    func question() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let ineke = try await site.add("Ineke", "ineke@voorbeeld.nl")
            let point = ContactPoint.Details(kind: .content, name: "Ineke", mail: ineke.mail, phone: nil, showsMail: false, showsPhone: false)
            try await site.people.contact.addPoint(point, to: Event.Thing("installation", ""), from: site.origin)
            let visitor = site.client(),
                seal = try #require(try await visitor.get("/contact").text.firstMatch(of: /name="zegel" value="([^"]+)"/).map { String($0.1) })
            site.clock.advance(seconds: 20)
            let fields = [("soort", "inhoud"), ("naam", "Bo"), ("mail", "bo@voorbeeld.nl"), ("onderwerp", "Geheim"), ("bericht", "Wanneer?"), ("zegel", seal)]
            #expect(try await visitor.post("/contact", fields).status == 303)
            let entry = try #require(try await site.people.notices.list(of: ineke.id).first)
            #expect(entry.kind == "vraag" && !entry.text.title.nl.contains("Geheim") && !entry.text.detail.nl.contains("Geheim"))
            let row = try await site.site.database.read { reading in
                try reading.first("SELECT reply_to, unsubscribe FROM outbox WHERE kind = 'contact-question'") { (try $0.string(0), try $0.string(1)) }
            }
            let mail = try #require(row)
            #expect(mail.0 == "bo@voorbeeld.nl" && mail.1.hasPrefix("https://buurt.example.nl/berichten/uit?sleutel="))
        }
    }

    @Test("by a real server: head and both forms of a message, of all of a day, of a question and of a code", .enabled(if: SMTPPeer.isPresent))
    func server() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let (person, link) = try await told(site)
            let club = try await site.people.organisations.add(name: "Buurtclub & co", kind: .residentsGroup, area: nil, from: site.origin)
            try await site.people.organisations.join(person.id, club.id, from: site.origin)
            _ = try await site.people.signIns.begin(person.mail, goal: "", client: "192.0.2.1", from: site.origin)
            site.clock.advance(minutes: 24 * 60)
            #expect(try await site.people.noticeRound.run(from: site.origin) == 1)
            let peer = try SMTPPeer("starttls"), smtp = SMTPSender(try peer.server(.startTLS))
            let sender = OutboxSender(
                site.people.outbox, node: "een", from: Mailbox(try MailAddress("post@buurt.example.nl"), name: "Buurt"), now: { site.clock.now },
                send: { await smtp.send($0) }, close: { await smtp.close() })
            #expect(try await sender.sendDue() == [.sent: 3])
            let raw = try (1...3).map { try peer.message($0) }, read = try ReadMessage.read(raw)
            let heads = raw.map { String(decoding: $0, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ") }
            for (number, mail) in read.enumerated() {
                #expect(
                    mail.defects.isEmpty && mail.from == ["Buurt", "post@buurt.example.nl"]
                        && mail.types == ["multipart/alternative", "text/plain", "text/html"])
                #expect(heads[number].contains("Auto-Submitted: auto-generated") && heads[number].contains("Content-Language: nl"))
                // The sender of the envelope is of the same domain as the one the reader sees.
                #expect(try peer.envelope(number + 1).from == "post@buurt.example.nl")
                let html = try #require(mail.html)
                for foreign in ["<img", "src=", "http-equiv", "<script", "url(", "@import", "<link"] { #expect(!html.contains(foreign), "\(foreign)") }
                #expect(
                    html.contains("<html lang=\"nl\" dir=\"ltr\">") && html.contains("prefers-color-scheme: dark") && html.contains("<h1>\(mail.subject)</h1>"))
            }
            let one = try #require(read.firstIndex { $0.subject == "Je hebt een rol gekregen" })
            #expect(
                heads[one].contains("List-Unsubscribe: <https://buurt.example.nl\(link)>")
                    && heads[one].contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
            #expect(read[one].text?.contains("https://buurt.example.nl" + link) == true)
            let digest = try #require(read.firstIndex { $0.subject == "1 bericht voor je" })
            #expect(heads[digest].contains("List-Unsubscribe: <https://buurt.example.nl/berichten/uit?sleutel="))
            #expect(
                read[digest].text?.contains(
                    "* Je hoort nu bij een organisatie\n  Je kunt iets doen namens Buurtclub & co.\n  https://buurt.example.nl/organisaties/") == true)
            #expect(read[digest].html?.contains("Buurtclub &amp; co") == true)
            let code = try #require(read.firstIndex { $0.subject == "Je code om je aan te melden" })
            #expect(!heads[code].contains("List-Unsubscribe"))
            let letters = try #require(read[code].text?.firstMatch(of: /is: ([0-9]{6})\n/).map { String($0.1) })
            #expect(read[code].html?.contains("<p class=\"code\"><strong>\(letters)</strong></p>") == true)
            #expect(read[code].html?.contains("<a class=\"knop\" href=\"https://buurt.example.nl/aanmelden/link?") == true)
        }
    }
}
