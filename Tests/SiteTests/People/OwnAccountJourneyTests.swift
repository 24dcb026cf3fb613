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

/// Another phone, other recovery codes, doing without the second step, and another mail address: over the routes.
@Suite("One's own account on the pages")
struct OwnAccountJourneyTests {
    private func place(_ reply: Reply) -> String { reply[header: "Location"] ?? "\(reply.status)" }

    /// The ten codes on a page.
    private func codes(_ reply: Reply) -> [String] { reply.text.matches(of: /<code>([0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4})<\/code>/).map { String($0.1) } }

    private func code(_ app: OneTimePassword, _ site: PeopleSite) -> String { app.code(counter: app.counter(at: site.clock.now)) }

    /// Bo, signed in by mail, with an app of two minutes ago.
    private func bo(_ site: PeopleSite, _ role: Role = .resident) async throws -> (client: Client, person: Person, app: OneTimePassword, codes: [String]) {
        let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl", role), client = site.client()
        _ = try await site.signIn(client, "bo@voorbeeld.nl")
        let app = try #require(try await site.proposal(for: person.id))
        let done = try await site.post("/mijn/tweede-stap", [("code", code(app, site))], by: client)
        #expect(done.status == 200 && done.text.contains("De tweede stap staat aan."))
        site.clock.advance(minutes: 2)
        return (client, person, app, codes(done))
    }

    /// Signs in with both steps.
    private func enter(_ site: PeopleSite, _ typed: String, mail: String = "bo@voorbeeld.nl") async throws -> (client: Client, isIn: Bool) {
        let client = site.client()
        let asked = try await site.signIn(client, mail)
        #expect(place(asked) == "/aanmelden/tweede-stap")
        let stepped = try await site.post("/aanmelden/tweede-stap", [("code", typed)], by: client)
        return (client, stepped.status == 303)
    }

    private func actions(_ site: PeopleSite) async throws -> [String] { try await site.people.journal.lines(limit: 500).map(\.event.action) }

    // MARK: The second step

    @Test("ASVS 6.4.4, 7.4.3: the old phone works until the new one shows a code, then other devices are signed out", arguments: TestDatabase.engines)
    func otherPhone(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let (client, person, old, before) = try await bo(site, .functionalAdministrator)
            let page = try await client.get("/mijn/tweede-stap")
            #expect(page.status == 200 && page.text.contains("Je oude app werkt tot je nieuwe app een goede code geeft"))
            #expect(try await client.get("/en/mijn/tweede-stap").text.contains("Your old app works until"))
            let new = try #require(try await site.proposal(for: person.id))
            #expect(page.text.contains(new.readableSecret) && !page.text.contains(old.readableSecret))
            let wrong = try await site.post("/mijn/tweede-stap", [("code", code(old, site))], by: client)
            #expect(wrong.status == 400 && wrong.text.contains("href=\"#code\"") && wrong.text.contains("value=\"\(code(old, site))\""))
            let other = try await enter(site, code(old, site))
            #expect(other.isIn)
            let session = client.cookies
            let done = try await site.post("/mijn/tweede-stap", [("code", code(new, site))], by: client)
            #expect(done.status == 200 && codes(done).count == 10 && Set(codes(done)).isDisjoint(with: before) && client.cookies != session)
            #expect(done[header: "Cache-Control"] == "no-store" && done.text.contains("Je nieuwe app werkt."))
            #expect(try await other.client.get("/mijn").status == 303)
            #expect(try await client.get("/beheer/mensen").status == 200)
            site.clock.advance(minutes: 2)
            for typed in [code(old, site), before[0]] { #expect(try await !enter(site, typed).isIn) }
            #expect(try await enter(site, code(new, site)).isIn)
            #expect(try await client.get("/mijn/logboek").text.contains("Andere app voor de tweede stap"))
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("ASVS 7.5.1: without a fresh proof with both steps no page of it opens, and nothing changes")
    func proof() async throws {
        try await PeopleSite.with { site in
            let (client, person, _, _) = try await bo(site), pages = ["/mijn/tweede-stap", "/mijn/herstelcodes", "/mijn/mailadres", "/mijn/mailadres/code"]
            let half = site.client()
            _ = try await site.signIn(half, "bo@voorbeeld.nl")
            for page in pages {
                let detour = "/aanmelden/tweede-stap?terug=" + page.replacing("/", with: "%2F")
                #expect(place(try await half.get(page)) == detour)
                #expect(place(try await site.post(page, [("code", "000000"), ("mail", "x@voorbeeld.nl")], by: half)) == detour)
            }
            site.clock.advance(minutes: 15)
            for page in pages + ["/mijn/tweede-stap/weg"] {
                let back = page == "/mijn/tweede-stap/weg" ? "/mijn/tweede-stap" : page
                let detour = "/mijn/bewijs?terug=" + back.replacing("/", with: "%2F")
                if back == page { #expect(place(try await client.get(page)) == detour) }
                #expect(place(try await site.post(page, [("code", "000000"), ("mail", "x@voorbeeld.nl")], by: client)) == detour)
            }
            #expect(try await site.people.secondFactors.state(of: person.id) == .confirmed(recoveryLeft: 10))
            #expect(try await site.people.mailChanges.pending(of: person.id) == nil)
        }
    }

    @Test("ASVS 6.4.4: new recovery codes are shown once, those of before are void, and the page has how many are left", arguments: TestDatabase.engines)
    func recovery(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let (client, _, _, before) = try await bo(site)
            #expect(try await enter(site, before[0]).isIn)
            #expect(try await client.get("/mijn").text.contains("Je hebt nog 9 herstelcodes."))
            #expect(try await client.get("/mijn/herstelcodes").text.contains("De oude codes werken daarna niet meer"))
            #expect(try await client.get("/en/mijn/herstelcodes").text.contains("Make new recovery codes"))
            let done = try await site.post("/mijn/herstelcodes", by: client), fresh = codes(done)
            #expect(done.status == 200 && fresh.count == 10 && done[header: "Cache-Control"] == "no-store")
            #expect(try await client.get("/mijn").text.contains("Je hebt nog 10 herstelcodes."))
            #expect(try await !enter(site, before[1]).isIn)
            #expect(try await enter(site, fresh[1]).isIn)
            let mails = try await site.people.outbox.newest(limit: 500).map(\.subject)
            #expect(mails.count { $0.contains("Er zijn nieuwe herstelcodes voor je gemaakt") } == 1)
            // Who has no second step has no codes.
            let other = try await site.client(PermissionTable.Subject(role: .resident, proof: .oneFactor))
            #expect(place(try await other.get("/mijn/herstelcodes")) == "/mijn#tweede-stap")
            #expect(place(try await site.post("/mijn/herstelcodes", by: other)) == "/mijn#tweede-stap")
        }
    }

    @Test("ASVS 7.4.3: a resident turns the second step off: one step is enough, and other devices are signed out", arguments: TestDatabase.engines)
    func off(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let (client, person, app, _) = try await bo(site), other = try await enter(site, code(app, site)).client, session = client.cookies
            #expect(try await client.get("/mijn/tweede-stap").text.contains("action=\"/mijn/tweede-stap/weg\""))
            #expect(place(try await site.post("/mijn/tweede-stap/weg", by: client)) == "/mijn#tweede-stap")
            #expect(client.cookies != session)
            #expect(try await client.get("/mijn").text.contains("De tweede stap staat nog niet aan."))
            #expect(try await other.get("/mijn").status == 303)
            #expect(place(try await site.signIn(site.client(), "bo@voorbeeld.nl")) == "/mijn")
            #expect(place(try await site.post("/mijn/tweede-stap/weg", by: client)) == "/mijn#tweede-stap")
            // The session proves one step from now on, should they be given a role that needs two.
            try await site.people.persons.grant(.functionalAdministrator, at: .installation, to: person.id, from: site.origin)
            #expect(place(try await client.get("/beheer/mensen")).hasPrefix("/aanmelden/tweede-stap"))
            #expect(try await actions(site).count { $0 == "second-factor.removed" } == 1)
        }
    }

    @Test("a professional cannot turn the second step off; the page and the answer say why", arguments: Language.allCases)
    func offRefused(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let (client, person, _, _) = try await bo(site, .neighbourhoodProfessional), reason = language == .nl ? "de rol wijkprofessional" : "have the role"
            let page = try await client.get(PeopleRoute.secondFactor().address.url(in: language))
            #expect(page.text.contains(reason) && !page.text.contains("tweede-stap/weg"))
            let refused = try await site.post(CredentialRoute.secondFactorRemoval.address.url(in: language), by: client)
            #expect(refused.status == 403 && refused.text.contains(reason))
            #expect(try await site.people.secondFactors.state(of: person.id) == .confirmed(recoveryLeft: 10))
        }
    }

    @Test("ASVS 6.4.4: an administrator takes a lost second step away, never their own; the next sign-in asks for a new one", arguments: TestDatabase.engines)
    func reset(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let (client, person, app, _) = try await bo(site, .official), (other, dirk, _) = try await administrator(site)
            let page = AdministrationRoute.person(person.id).address.url(in: .nl), reset = AdministrationRoute.secondFactorReset(person.id).address.url(in: .nl)
            #expect(try await other.get(page).text.contains("action=\"\(reset)\""))
            #expect(try await site.post(reset, by: client).status == 404)
            #expect(place(try await site.post(reset, by: other)) == page + "#tweede-stap")
            #expect(try await client.get("/mijn").status == 303)
            #expect(try await other.get(page).text.contains("Tweede stap weggehaald door een beheerder"))
            #expect(try await !other.get(page).text.contains("action=\"\(reset)\""))
            #expect(place(try await site.post(reset, by: other)) == page + "#tweede-stap")
            #expect(try await actions(site).count { $0 == "second-factor.reset" } == 1)
            let mails = try await site.people.outbox.newest(for: person.id).map(\.subject)
            #expect(mails.contains("Een beheerder heeft je tweede stap weggehaald"))
            let again = site.client()
            #expect(place(try await site.signIn(again, "bo@voorbeeld.nl")) == "/mijn/tweede-stap")
            #expect(try await !again.get("/mijn/tweede-stap").text.contains(app.readableSecret))
            // One's own is refused, and the page says so.
            let own = AdministrationRoute.secondFactorReset(dirk).address.url(in: .nl)
            let refused = try await site.post(own, by: other), mine = try await other.get(AdministrationRoute.person(dirk).address.url(in: .nl))
            #expect(refused.status == 403 && refused.text.contains("je eigen tweede stap hier niet weghalen"))
            #expect(mine.text.contains("je eigen tweede stap hier niet weghalen") && !mine.text.contains("action=\"\(own)\""))
            #expect(try await site.people.secondFactors.state(of: dirk) == .confirmed(recoveryLeft: 10))
        }
    }

    /// An administrator with an app.
    private func administrator(_ site: PeopleSite) async throws -> (client: Client, person: Identifier, app: OneTimePassword) {
        let person = try await site.add("Dirk Dam", "dirk@voorbeeld.nl", .functionalAdministrator).id, client = site.client()
        _ = try await site.signIn(client, "dirk@voorbeeld.nl")
        let app = try #require(try await site.proposal(for: person))
        #expect(try await site.post("/mijn/tweede-stap", [("code", code(app, site))], by: client).status == 200)
        return (client, person, app)
    }

    // MARK: The mail address

    /// The code that a site for development shows.
    private func shown(_ reply: Reply) throws -> String { try #require(reply.text.firstMatch(of: /<strong>([0-9]{6})<\/strong>/).map { String($0.1) }) }

    @Test(
        "ASVS 6.4.3, 7.4.3: someone takes another mail address: they sign in with it, not with the old one, and other devices are signed out",
        arguments: TestDatabase.engines)
    func mail(_ engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident), client = site.client(), other = site.client()
            for one in [client, other] { _ = try await site.signIn(one, "bo@voorbeeld.nl") }
            #expect(try await client.get("/mijn").text.contains("href=\"/mijn/mailadres\""))
            #expect(place(try await client.get("/mijn/mailadres/code")) == "/mijn/mailadres")
            #expect(place(try await site.post("/mijn/mailadres", [("mail", " bo.nieuw@voorbeeld.nl ")], by: client)) == "/mijn/mailadres/code")
            let asked = try await client.get("/mijn/mailadres/code"), code = try shown(asked)
            #expect(asked.text.contains("bo.nieuw@voorbeeld.nl"))
            #expect(try await client.get("/en/mijn/mailadres/code").text.contains("Look in the mail of your new address"))
            let wrong = try await site.post("/mijn/mailadres/code", [("code", code == "000000" ? "111111" : "000000")], by: client)
            #expect(wrong.status == 400 && wrong.text.contains("nog 4 keer") && wrong.text.contains("<title>Fout: "))
            #expect(try await site.people.persons.find(person.id)?.mail == person.mail)
            #expect(place(try await site.post("/mijn/mailadres/code", [("code", code)], by: client)) == "/mijn#mailadres")
            let own = try await client.get("/mijn").text
            #expect(own.contains("bo.nieuw@voorbeeld.nl") && !own.contains("bo@voorbeeld.nl"))
            #expect(try await other.get("/mijn").status == 303)
            #expect(place(try await site.signIn(other, "bo.nieuw@voorbeeld.nl")) == "/mijn")
            #expect(try await site.signIn(site.client(), "bo@voorbeeld.nl").status == 400)
            let told = try await site.people.outbox.newest(for: person.id).filter { $0.subject == "Je mailadres is gewijzigd" }.map(\.recipient)
            #expect(told.sorted() == ["bo.nieuw@voorbeeld.nl", "bo@voorbeeld.nl"])
            #expect(try await client.get("/mijn/logboek").text.contains("Mailadres gewijzigd"))
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("ASVS 6.3.8: an address of someone else and a free one get the same answers; the code stays away from the first")
    func enumeration() async throws {
        try await PeopleSite.with(showsCodes: false) { site in
            let bo = try await site.add("Bo Bakker", "bo@voorbeeld.nl"), cas = try await site.add("Cas Kok", "cas@voorbeeld.nl")
            let session = try await site.people.sessions.begin(bo.id, proof: .oneFactor, device: "", from: site.origin), client = site.client()
            client.keep(ForgeryTokens.cookie(session.secret))
            func page(_ reply: Reply, _ mail: String) -> String {
                "\(reply.status) " + reply.text.replacing(mail, with: "").replacing(/value="[0-9a-f]{128}"/, with: "")
            }
            var pages: [[String]] = []
            for mail in ["cas@voorbeeld.nl", "vrij@voorbeeld.nl"] {
                let sent = try await site.post("/mijn/mailadres", [("mail", mail)], by: client)
                #expect(place(sent) == "/mijn/mailadres/code")
                let asked = try await client.get("/mijn/mailadres/code")
                let wrong = try await site.post("/mijn/mailadres/code", [("code", "00000")], by: client)
                pages.append([page(asked, mail), page(wrong, mail)])
            }
            #expect(pages[0] == pages[1])
            let sent = try await site.people.outbox.newest().filter { $0.kind.hasPrefix("mail-change") }
            #expect(Set(sent.map { "\($0.kind) \($0.recipient)" }) == ["mail-change-taken cas@voorbeeld.nl", "mail-change vrij@voorbeeld.nl"])
            #expect(try await site.people.persons.find(cas.id)?.mail == cas.mail)
        }
    }

    @Test("a wrong address comes back with what to do and with the words as they were typed", arguments: Language.allCases)
    func faults(_ language: Language) async throws {
        try await PeopleSite.with { site in
            let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl"), client = site.client()
            _ = try await site.signIn(client, "bo@voorbeeld.nl")
            let target = CredentialRoute.mail.address.url(in: language)
            for typed in ["", "geen adres", "BO@voorbeeld.nl", "a@b@c", String(repeating: "a", count: 250) + "@x.nl"] {
                let reply = try await site.post(target, [("mail", typed)], by: client)
                #expect(reply.status == 400 && reply.text.contains("href=\"#mail\"") && reply.text.contains("value=\"\(typed)\""), "\(typed)")
                #expect(reply.text.contains(language == .nl ? "<title>Fout: " : "<title>Error: "), "\(typed)")
            }
            #expect(try await site.people.mailChanges.pending(of: person.id) == nil)
            _ = try await site.post(target, [("mail", "cas@voorbeeld.nl")], by: client)
            let place = CredentialRoute.mailCode.address.url(in: language), code = try shown(try await client.get(place))
            #expect(try await site.post(place, by: client).text.contains("href=\"#code\""))
            // Someone else gets the address meanwhile.
            try await site.add("Cas Kok", "cas@voorbeeld.nl")
            let taken = try await site.post(place, [("code", code)], by: client)
            #expect(taken.status == 400 && taken.text.contains("href=\"#mail\"") && taken.text.contains("value=\"cas@voorbeeld.nl\""))
            #expect(try await site.people.persons.find(person.id)?.mail == person.mail)
        }
    }
}
