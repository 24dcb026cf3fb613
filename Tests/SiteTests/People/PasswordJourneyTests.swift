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

@Suite("Passwords on the pages")
struct PasswordJourneyTests {
    private static let good = "vier lange koele zwaluwen", other = "een brug over de Linge 8"

    private func signIn(_ client: Client, _ password: String, _ mail: String = "bo@voorbeeld.nl", back: String? = nil) async throws -> Reply {
        let place = PeopleRoute.signIn(back: back).address.url(in: .nl)
        let page = try await client.get(place)
        return try await client.post(place, [("mail", mail), ("wachtwoord", password)], token: page.formToken)
    }

    /// Bo, signed in by mail, with a password.
    private func bo(_ site: PeopleSite, _ role: Role = .resident) async throws -> (client: Client, person: Person) {
        let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl", role), client = site.client()
        _ = try await site.signIn(client, "bo@voorbeeld.nl")
        let done = try await site.post("/mijn/wachtwoord", [("nieuw-wachtwoord", Self.good)], by: client)
        #expect(done.status == 303 && done[header: "Location"] == "/mijn#wachtwoord")
        return (client, person)
    }

    @Test(
        "ASVS 6.2.2, 7.2.4: someone sets a password, signs in with it elsewhere and goes where they wanted; the session is a new one",
        arguments: TestDatabase.engines)
    func wholeWay(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let (client, _) = try await bo(site)
            #expect(try await client.get("/mijn").text.contains("Je hebt een wachtwoord sinds"))
            #expect(try await client.get("/en/mijn").text.contains("You have a password since"))
            let elsewhere = site.client()
            _ = try await elsewhere.get("/aanmelden")
            let before = elsewhere.cookies
            let entered = try await signIn(elsewhere, Self.good, back: "/mijn/logboek")
            #expect(entered.status == 303 && entered[header: "Location"] == "/mijn/logboek")
            #expect(elsewhere.cookies != before)
            #expect(try await elsewhere.get("/mijn/logboek").text.contains("Wachtwoord ingesteld"))
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test(
        "ASVS 6.3.8: a wrong password, an address without one and an address of nobody get one page, which shows the address and never the password",
        arguments: Language.allCases)
    func wrong(_ language: Language) async throws {
        try await PeopleSite.with { site in
            _ = try await bo(site)
            try await site.add("Cor", "co@voorbeeld.nl", .resident)
            var pages: Set<String> = []
            for mail in ["bo@voorbeeld.nl", "co@voorbeeld.nl", "xx@voorbeeld.nl"] {
                let client = site.client(), place = PeopleRoute.signIn().address.url(in: language)
                let page = try await client.get(place)
                let reply = try await client.post(place, [("mail", mail), ("wachtwoord", Self.other)], token: page.formToken)
                #expect(reply.status == 400 && reply.text.contains("value=\"\(mail)\"") && reply.text.contains("href=\"#wachtwoord\""))
                #expect(!reply.text.contains("Linge") && !reply.text.contains("Je code is"))
                pages.insert(reply.text.replacing(mail, with: "").replacing(/value="[0-9a-f]{128}"/, with: ""))
            }
            #expect(pages.count == 1)
        }
    }

    @Test("ASVS 7.5.1: after a quarter of an hour who changes what they sign in with proves anew who they are; the session is a new one")
    func proof() async throws {
        try await PeopleSite.with { site in
            let (client, person) = try await bo(site)
            site.clock.advance(minutes: 15)
            for place in ["/mijn/wachtwoord", "/mijn/tweede-stap"] {
                let detour = "/mijn/bewijs?terug=" + place.replacing("/", with: "%2F")
                #expect(try await client.get(place)[header: "Location"] == detour)
                #expect(try await site.post(place, [("code", "000000")], by: client)[header: "Location"] == detour)
            }
            #expect(try await site.post("/mijn/wachtwoord/weg", by: client)[header: "Location"] == "/mijn/bewijs?terug=%2Fmijn%2Fwachtwoord")
            #expect(try await site.people.passwords.changedAt(of: person.id) != nil)
            let detour = "/mijn/bewijs?terug=%2Fmijn%2Fwachtwoord"
            #expect(try await client.get(detour).text.contains("bo@voorbeeld.nl"))
            for typed in ["", Self.other] {
                let refused = try await site.post(detour, [("wachtwoord", typed)], by: client)
                #expect(refused.status == 400 && refused.text.contains("href=\"#wachtwoord\""))
            }
            let thief = site.client()
            thief.keep(ForgeryTokens.cookie(client.cookies[ForgeryTokens.cookieName]))
            let proved = try await site.post(detour, [("wachtwoord", Self.good)], by: client)
            #expect(proved.status == 303 && proved[header: "Location"] == "/mijn/wachtwoord")
            #expect(try await thief.get("/mijn").status == 303)
            #expect(try await client.get("/mijn/wachtwoord").status == 200)
            // Or by a code.
            site.clock.advance(minutes: 15)
            let sent = try await site.post("/mijn/bewijs/code?terug=%2Fmijn%2Fwachtwoord", by: client)
            let place = try #require(sent[header: "Location"]), asked = try await client.get(place)
            let code = try #require(asked.text.firstMatch(of: /<strong>([0-9]{6})<\/strong>/).map { String($0.1) })
            #expect(try await client.post(place, [("code", code)], token: asked.formToken)[header: "Location"] == "/mijn/wachtwoord")
            #expect(try await client.get("/mijn/wachtwoord").status == 200)
        }
    }

    @Test("ASVS 6.3.3, 6.4.3: with a second factor neither a password nor a code by mail opens the account or changes anything by itself")
    func secondFactor() async throws {
        try await PeopleSite.with { site in
            let (client, person) = try await bo(site, .functionalAdministrator)
            let app = try #require(try await site.proposal(for: person.id))
            func code() -> String { app.code(counter: app.counter(at: site.clock.now)) }
            #expect(try await site.post("/mijn/tweede-stap", [("code", code())], by: client).status == 200)
            site.clock.advance(minutes: 2)
            let other = site.client()
            let entered = try await signIn(other, Self.good, back: "/beheer/mensen")
            #expect(entered[header: "Location"] == "/aanmelden/tweede-stap?terug=%2Fbeheer%2Fmensen")
            #expect(try await other.get("/beheer/mensen")[header: "Location"] == "/aanmelden/tweede-stap?terug=%2Fbeheer%2Fmensen")
            for place in ["/mijn/wachtwoord", "/mijn/wachtwoord/weg"] {
                let refused = try await site.post(place, [("nieuw-wachtwoord", Self.other), ("wachtwoord", Self.good)], by: other)
                #expect(refused[header: "Location"] == "/aanmelden/tweede-stap?terug=%2Fmijn%2Fwachtwoord")
            }
            #expect(try await site.post("/mijn/tweede-stap", [("code", "000000")], by: other)[header: "Location"]?.hasPrefix("/aanmelden/tweede-stap") == true)
            let stepped = try await site.post("/aanmelden/tweede-stap?terug=%2Fmijn%2Fwachtwoord", [("code", code())], by: other)
            #expect(stepped[header: "Location"] == "/mijn/wachtwoord")
            #expect(try await other.get("/mijn/wachtwoord").status == 200)
            // The second step makes the first no fresher.
            site.clock.advance(minutes: 14)
            #expect(try await other.get("/mijn/wachtwoord").status == 200)
            site.clock.advance(minutes: 1)
            #expect(try await other.get("/mijn/wachtwoord")[header: "Location"] == "/mijn/bewijs?terug=%2Fmijn%2Fwachtwoord")
        }
    }

    @Test("ASVS 7.4.3: a change signs out on other devices where that is asked, and removing always does")
    func others() async throws {
        try await PeopleSite.with { site in
            let (client, _) = try await bo(site)
            let second = site.client()
            _ = try await signIn(second, Self.good)
            let kept = try await site.post("/mijn/wachtwoord", [("wachtwoord", Self.good), ("nieuw-wachtwoord", Self.other)], by: client)
            #expect(kept.status == 303)
            #expect(try await second.get("/mijn").status == 200)
            let ended = try await site.post(
                "/mijn/wachtwoord", [("wachtwoord", Self.other), ("nieuw-wachtwoord", Self.good), ("andere-apparaten", "ja")], by: client)
            #expect(ended.status == 303)
            #expect(try await second.get("/mijn").status == 303)
            #expect(try await client.get("/mijn").status == 200)
            _ = try await signIn(second, Self.good)
            #expect(try await site.post("/mijn/wachtwoord/weg", by: client)[header: "Location"] == "/mijn#wachtwoord")
            #expect(try await second.get("/mijn").status == 303)
            #expect(try await client.get("/mijn").text.contains("Je hebt geen wachtwoord"))
            #expect(try await signIn(second, Self.good).status == 400)
        }
    }

    @Test("ASVS 6.2.1, 6.2.3: a faulty change says what to do, keeps nothing that was typed, and changes nothing", arguments: Language.allCases)
    func faults(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let (client, person) = try await bo(site)
            let before = try await site.people.passwords.changedAt(of: person.id)
            site.clock.advance(minutes: 1)
            for (current, typed, field) in [
                ("", Self.other, "wachtwoord"), (Self.good, "", "nieuw-wachtwoord"), (Self.good, "kort", "nieuw-wachtwoord"),
                (Self.good, "bo-bakker-leefkring", "nieuw-wachtwoord"), (Self.other, Self.other, "wachtwoord"),
            ] {
                let reply = try await site.post(
                    CredentialRoute.password.address.url(in: language), [("wachtwoord", current), ("nieuw-wachtwoord", typed)], by: client)
                #expect(reply.status == 400 && reply.text.contains("href=\"#\(field)\""), "\(field)")
                for word in [current, typed] where word.count > 3 { #expect(!reply.text.contains(word), "\(field)") }
            }
            #expect(try await site.people.passwords.changedAt(of: person.id) == before)
        }
    }

    @Test("nobody sets the password of another: the only pages for it are one's own; and no password stands in a log")
    func own() async throws {
        try await PeopleSite.with { site in
            let patterns = try site.site.routes().routes.map(\.pattern).filter { $0.contains("wachtwoord") }
            #expect(!patterns.isEmpty && patterns.allSatisfy { $0.hasPrefix("/mijn/") && !$0.contains("{") })
            let book = LogBook()
            let client = Client(site.stack, logger: book.logger(everything: true))
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            _ = try await site.post("/mijn/wachtwoord", [("nieuw-wachtwoord", Self.good)], by: client)
            _ = try await signIn(client, Self.good)
            _ = try await signIn(client, Self.other)
            let text = book.lines.map { "\($0)" }.joined(separator: "\n")
            #expect(!text.isEmpty && !text.contains("zwaluwen") && !text.contains("Linge"))
            let events = try await site.people.journal.lines().map { "\($0)" }.joined()
            #expect(!events.contains("zwaluwen") && !events.contains("Linge"))
        }
    }

    @Test("ASVS 6.2.6, 6.2.7: password fields are known to programs that keep passwords, hide what is typed, and forbid no pasting")
    func fields() async throws {
        try await PeopleSite.with { site in
            let (client, _) = try await bo(site)
            let ask = try await site.client().get("/aanmelden").text
            #expect(ask.contains("autocomplete=\"username\"") && ask.contains("autocomplete=\"current-password\""))
            let change = try await client.get("/mijn/wachtwoord").text
            for word in ["autocomplete=\"username\"", "autocomplete=\"current-password\"", "autocomplete=\"new-password\""] {
                #expect(change.contains(word), "\(word)")
            }
            #expect(change.matches(of: /type="password"/).count == 2 && !change.contains("onpaste") && !change.contains("maxlength"))
        }
    }
}
