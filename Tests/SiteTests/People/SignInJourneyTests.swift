import Core
import Credentials
import Foundation
import Mail
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Signing in")
struct SignInJourneyTests {
    @Test(
        "KWA-03: someone asks for a code, types it, and sees their own page; afterwards the session from before is worth nothing",
        arguments: TestDatabase.engines)
    func code(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let client = site.client()
            let page = try await client.get("/mijn")
            #expect(page.status == 303 && page[header: "Location"] == "/aanmelden?terug=%2Fmijn")
            let reply = try await site.signIn(client, "BO@voorbeeld.nl", back: "/mijn")
            #expect(reply.status == 303 && reply[header: "Location"] == "/mijn")
            let cookie = try #require(reply[header: "Set-Cookie"])
            for part in ["__Host-leefkring=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            #expect(!cookie.contains("Domain"))
            let own = try await client.get("/mijn")
            #expect(own.status == 200 && own.text.contains("Bo Bakker") && own.text.contains("bo@voorbeeld.nl"))
            #expect(own[header: "Cache-Control"] == "no-store")
            #expect(try await client.get("/en/mijn/logboek").text.contains("Signed in"))
        }
    }

    @Test("the session of a browser changes when someone signs in, and ends on the server when they sign out (ASVS 7.2.4, 7.4.1, 14.3.1)")
    func rotation() async throws {
        try await PeopleSite.with { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let client = site.client()
            _ = try await client.get("/aanmelden")
            let before = client.cookies
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            #expect(client.cookies != before)
            let thief = site.client()
            thief.keep(ForgeryTokens.cookie(client.cookies[ForgeryTokens.cookieName]))
            #expect(try await thief.get("/mijn").status == 200)
            let page = try await client.get("/mijn")
            let left = try await client.post("/afmelden", [], token: page.formToken)
            #expect(left.status == 303 && left[header: "Clear-Site-Data"] == "\"cache\", \"storage\"")
            #expect(left[header: "Set-Cookie"]?.contains("Max-Age=0") == true)
            #expect(try await thief.get("/mijn").status == 303)
        }
    }

    @Test("ASVS 6.3.3: a professional is asked for a second factor before any right of the role holds; recovery codes are shown once")
    func secondFactor() async throws {
        try await PeopleSite.with { site in
            let person = try await site.add("Ans de Vries", "ans@voorbeeld.nl", .functionalAdministrator)
            let client = site.client()
            let first = try await site.signIn(client, "ans@voorbeeld.nl", back: "/beheer/mensen")
            #expect(first[header: "Location"] == "/mijn/tweede-stap?terug=%2Fbeheer%2Fmensen")
            #expect(try await client.get("/beheer/mensen")[header: "Location"] == "/aanmelden/tweede-stap?terug=%2Fbeheer%2Fmensen")
            let setting = try await client.get("/mijn/tweede-stap?terug=%2Fbeheer%2Fmensen")
            let app = try #require(try await site.proposal(for: person.id))
            #expect(setting.text.contains(app.readableSecret))
            let wrong = try await client.post("/mijn/tweede-stap?terug=%2Fbeheer%2Fmensen", [("code", "000000")], token: setting.formToken)
            #expect(wrong.status == 400 && wrong.text.contains("Deze code klopt niet"))
            let code = app.code(counter: app.counter(at: site.clock.now))
            let done = try await client.post("/mijn/tweede-stap?terug=%2Fbeheer%2Fmensen", [("code", code)], token: wrong.formToken)
            #expect(done.status == 200 && done.text.matches(of: /<code>[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}<\/code>/).count == 10)
            #expect(try await client.get("/beheer/mensen").text.contains("ans@voorbeeld.nl"))
            #expect(try await !client.get("/mijn/tweede-stap").text.contains(app.readableSecret))
            // Another time: a code is good once, so the clock goes on.
            site.clock.advance(minutes: 2)
            let again = site.client()
            let asked = try await site.signIn(again, "ans@voorbeeld.nl", back: "/beheer/logboek")
            #expect(asked[header: "Location"] == "/aanmelden/tweede-stap?terug=%2Fbeheer%2Flogboek")
            let step = try await again.get("/aanmelden/tweede-stap?terug=%2Fbeheer%2Flogboek")
            let next = app.code(counter: app.counter(at: site.clock.now))
            let entered = try await again.post("/aanmelden/tweede-stap?terug=%2Fbeheer%2Flogboek", [("code", next)], token: step.formToken)
            #expect(entered[header: "Location"] == "/beheer/logboek")
            #expect(try await again.get("/beheer/logboek").text.contains("Tweede stap aangezet"))
        }
    }

    @Test("ASVS 6.3.8: an unknown address, a closed account and a known one get the same answer, and no code of theirs is ever right")
    func enumeration() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            var pages: [String] = []
            for mail in ["bo@voorbeeld.nl", "niemand@voorbeeld.nl"] {
                let client = site.client()
                let page = try await client.get("/aanmelden")
                let sent = try await client.post("/aanmelden", [("mail", mail)], token: page.formToken)
                let place = try #require(sent[header: "Location"])
                let asked = try await client.get(place)
                // The name of the attempt and the tokens differ for everyone.
                let text = asked.text.replacing(/poging=[0-9a-z]{26}/, with: "").replacing(/value="[0-9a-f]{128}"/, with: "")
                pages.append("\(sent.status) \(asked.status) " + text)
                #expect(!asked.text.contains("Je code is"))
            }
            #expect(pages[0] == pages[1])
            let mails = try await site.people.outbox.newest().filter { $0.kind == "sign-in" }
            #expect(mails.map(\.recipient) == ["bo@voorbeeld.nl"])
        }
    }

    @Test("the mail has the code, a link of this site, and both sign in")
    func mail() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            for way in ["code", "link"] {
                // The newest mail is that of this way.
                site.clock.advance(minutes: 1)
                let client = site.client()
                let page = try await client.get("/aanmelden", headers: ["Host": "buurt.example.nl"])
                let sent = try await client.post(
                    "/aanmelden", [("mail", "bo@voorbeeld.nl")], token: page.formToken,
                    headers: ["Origin": "https://buurt.example.nl", "Host": "buurt.example.nl"])
                let text = try await site.site.database.read { reading in
                    try reading.first("SELECT body_text FROM outbox ORDER BY id DESC LIMIT 1") { try $0.string(0) } ?? ""
                }
                let place: String, fields: [(String, String)]
                if way == "code" {
                    place = try #require(sent[header: "Location"])
                    fields = [("code", try #require(text.firstMatch(of: /: ([0-9]{6})\n/).map { String($0.1) }))]
                } else {
                    let address = try #require(text.firstMatch(of: /https:\/\/buurt\.example\.nl(\/\S+)/).map { String($0.1) })
                    let asked = PageAddress(target: address)
                    #expect(try await client.get(address).status == 200)
                    place = "/aanmelden/link"
                    fields = asked.query.map { ($0.name, $0.value) }
                }
                let token = try await client.get("/aanmelden").formToken
                let headers = ["Origin": "https://buurt.example.nl", "Host": "buurt.example.nl"]
                let entered = try await client.post(place, fields, token: token, headers: headers)
                #expect(entered.status == 303 && entered[header: "Location"] == "/mijn", "\(way): \(entered.status)")
                #expect(try await client.post(place, fields, token: client.get("/aanmelden").formToken, headers: headers).status == 400, "\(way) twice")
            }
        }
    }

    @Test("wrong input comes back with the words typed, and says what to do", arguments: Language.allCases)
    func faults(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let client = site.client()
            let place = PeopleRoute.signIn().address.url(in: language)
            for typed in ["", "geen adres", "bo@", String(repeating: "a", count: 300) + "@voorbeeld.nl"] {
                let page = try await client.get(place)
                let reply = try await client.post(place, [("mail", typed)], token: page.formToken)
                #expect(reply.status == 400 && reply.text.contains("href=\"#mail\""), "\(typed.prefix(20))")
                if !typed.isEmpty { #expect(reply.text.contains("value=\"\(typed)\""), "\(typed.prefix(20))") }
            }
        }
    }

    @Test("a form without a token, or from another site, changes nothing (ASVS 3.5.1)")
    func forgery() async throws {
        try await PeopleSite.with { site in
            let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let client = site.client()
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            let page = try await client.get("/mijn")
            for (token, headers) in [(nil, [:]), (page.formToken, ["Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"])] {
                #expect(try await client.post("/afmelden", [], token: token, headers: headers).status == 403)
            }
            #expect(try await site.people.sessions.sessions(of: person.id, at: site.clock.now).count == 1)
        }
    }

    @Test("afterwards nobody is sent to another site, whatever the address says")
    func elsewhere() async throws {
        try await PeopleSite.with { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            for place in ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/%2Fevil.example"] {
                let reply = try await site.signIn(site.client(), "bo@voorbeeld.nl", back: place)
                let location = try #require(reply[header: "Location"])
                #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\"), "\(place): \(location)")
                site.clock.advance(minutes: 61)
            }
        }
    }

    @Test("ASVS 7.5.2: someone sees where they are signed in and ends one; the session of another is not found")
    func sessions() async throws {
        try await PeopleSite.with { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            try await site.add("Cas Smit", "cas@voorbeeld.nl", .resident)
            let phone = site.client(), desk = site.client(), other = site.client()
            _ = try await site.signIn(phone, "bo@voorbeeld.nl")
            _ = try await site.signIn(desk, "bo@voorbeeld.nl")
            _ = try await site.signIn(other, "cas@voorbeeld.nl")
            let page = try await desk.get("/mijn")
            let end = try #require(page.text.firstMatch(of: /action="(\/mijn\/aanmeldingen\/[0-9a-z]{26}\/einde)"/).map { String($0.1) })
            #expect(try await other.post(end, [], token: other.get("/mijn").formToken).status == 404)
            #expect(try await phone.get("/mijn").status == 200)
            #expect(try await desk.post(end, [], token: page.formToken).status == 303)
            #expect(try await phone.get("/mijn").status == 303)
            #expect(try await desk.get("/mijn").status == 200)
            #expect(try await site.people.sessions.sessions(of: bo.id, at: site.clock.now).count == 1)
        }
    }

    @Test("a hundred wrong codes from one address stop there, and do not lock out someone at another (ASVS 6.3.1, 2.4.1)")
    func guessing() async throws {
        try await PeopleSite.with { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let attacker = site.client(peer: "2001:db8::1")
            var statuses: Set<Int> = []
            for round in 0..<30 {
                let page = try await attacker.get("/aanmelden")
                let sent = try await attacker.post("/aanmelden", [("mail", "bo@voorbeeld.nl")], token: page.formToken)
                guard let place = sent[header: "Location"] else {
                    statuses.insert(sent.status)
                    break
                }
                for _ in 0..<5 {
                    let reply = try await attacker.post(place, [("code", "00000\(round % 10)")], token: attacker.get("/aanmelden").formToken)
                    statuses.insert(reply.status)
                }
            }
            #expect(statuses.isSubset(of: [400, 429]) && statuses.contains(429), "\(statuses)")
            // The address has had its codes of this hour; after that the person signs in as ever.
            site.clock.advance(minutes: 61)
            let reply = try await site.signIn(site.client(peer: "198.51.100.7"), "bo@voorbeeld.nl")
            #expect(reply.status == 303)
        }
    }

    @Test("an administrator who looks at people leaves a line that each of them can see; their own look at themselves leaves none")
    func readLog() async throws {
        try await PeopleSite.with { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let administrator = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
            let client = site.client()
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            _ = try await client.get("/mijn")
            #expect(try await site.people.readLog.lines(about: bo.id).isEmpty)
            #expect(try await administrator.get("/beheer/mensen").text.contains("bo@voorbeeld.nl"))
            #expect(try await site.people.readLog.lines(about: bo.id).map(\.activity) == [.administration])
            let own = try await client.get("/mijn/logboek").text
            #expect(own.contains("Wanneer je gegevens zijn gelezen") && own.contains("Mensen en rollen"))
            #expect(try await client.get("/privacy/verwerkingen").status == 200)
        }
    }

    @Test("every event of signing in stands in the journal, the chain is whole, and no code, link or secret stands in it")
    func journal() async throws {
        try await PeopleSite.with { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let client = site.client()
            _ = try await site.signIn(client, "bo@voorbeeld.nl", code: "999999")
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            let page = try await client.get("/mijn")
            _ = try await client.post("/afmelden", [], token: page.formToken)
            let lines = try await site.people.journal.lines()
            #expect(lines.map(\.event.action).reversed() == ["person.added", "role.granted", "sign-in.refused", "session.begun", "session.ended"])
            #expect(lines[2].event.result == .refused)
            let check = try await site.people.journal.check()
            #expect(check.events == 5 && check.fault == nil)
            let text = lines.map { "\($0)" }.joined()
            #expect(!text.contains("999999") && !text.contains("bo@voorbeeld.nl") && !text.contains(client.cookies[ForgeryTokens.cookieName] ?? "?"))
        }
    }
}
