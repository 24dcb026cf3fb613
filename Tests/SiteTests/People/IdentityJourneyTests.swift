import Core
import Credentials
import Foundation
import HTTPTypes
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Signing in at a provider")
struct IdentityJourneyTests {
    /// What a browser does on its way to the provider: presses the button and follows the page.
    private func leave(_ site: PeopleSite, _ client: Client, _ target: String = "/aanmelden/openid/gemeente") async throws -> String {
        let reply = try await site.post(target, by: client)
        let refresh = try #require(reply[header: "Refresh"], "\(reply.status) \(reply[header: "Location"] ?? "")")
        #expect(reply.status == 200 && refresh.hasPrefix("0; url=") && reply[header: "Cache-Control"] == "no-store")
        let address = String(refresh.dropFirst(7))
        #expect(reply.text.contains("href=\"\(address.replacing("&", with: "&amp;"))\""))
        return address
    }

    /// Bo, who has added the provider; signed in with a code.
    private func bo(_ site: PeopleSite, _ peer: OpenIDPeer, _ roles: Role..., subject: String = "p-17") async throws -> (client: Client, person: Person) {
        let person = try await site.add("Bo Bakker", "bo@voorbeeld.nl")
        let client = site.client()
        _ = try await site.signIn(client, "bo@voorbeeld.nl")
        let address = try await leave(site, client, "/mijn/koppelen/gemeente")
        let back = try await client.get(peer.agree(address, at: site.clock.now, subject: subject))
        #expect(back.status == 303 && back[header: "Location"] == "/mijn/koppelingen")
        for role in roles { try await site.people.persons.grant(role, at: .installation, to: person.id, from: site.origin) }
        return (client, person)
    }

    private func place(_ reply: Reply) -> String { reply[header: "Location"] ?? "\(reply.status)" }

    private func rows(_ site: PeopleSite, _ table: String) async throws -> Int {
        try await site.site.database.read { try $0.first("SELECT COUNT(*) FROM \(identifier: table)") { try $0.int(0) } ?? 0 }
    }

    /// The reasons of the answers that were not taken, the oldest first.
    private func reasons(_ site: PeopleSite) async throws -> [String] {
        try await site.people.journal.lines(limit: 500).filter { $0.event.action == "identity.refused" }.reversed().map {
            #expect($0.event.result == .refused)
            return $0.event.details["reason"] ?? ""
        }
    }

    @Test("ASVS 10.1.1: no token of the provider and no proof of the site comes into a browser, a page, the journal or a log of the person")
    func tokensStay() async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(providers: [peer.provider()]) { site in
            let (_, person) = try await bo(site, peer)
            let browser = site.client()
            let address = try await leave(site, browser, "/aanmelden/openid/gemeente?terug=%2Fmijn")
            let back = try await browser.get(peer.agree(address, at: site.clock.now))
            #expect(place(back) == "/mijn")
            var seen = [address, browser.cookies.map { "\($0)" }.joined()]
            for reply in [back, try await browser.get("/mijn"), try await browser.get("/mijn/koppelingen"), try await browser.get("/mijn/gegevens.json")] {
                seen += reply.headers.map(\.value) + [reply.text]
            }
            seen += try await site.people.journal.lines(limit: 500).map { "\($0.event.details)" }
            seen.append(String(decoding: try #require(try await site.people.file(of: person.id)).json, as: UTF8.self))
            // An id token, an access token and the proof of PKCE, each time that somebody came back.
            #expect(peer.issued.count == 6)
            for secret in peer.issued { #expect(!secret.isEmpty && !seen.contains { $0.contains(secret) }) }
        }
    }

    @Test(
        "KWA-03, ASVS 10.2.1, 7.2.4: someone adds a provider to their account, signs in with it elsewhere, and takes it away", arguments: TestDatabase.engines)
    func wholeWay(_ engine: TestDatabase.Engine) async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(engine, providers: [peer.provider()]) { site in
            let (client, person) = try await bo(site, peer)
            let list = try await client.get("/mijn/koppelingen").text
            #expect(list.contains("Gemeente Dorp") && list.contains("nog niet") && !list.contains("Koppel Gemeente Dorp"))
            #expect(try await client.get("/en/mijn").text.contains("Town of Dorp"))
            let elsewhere = site.client()
            #expect(try await elsewhere.get("/aanmelden?terug=%2Fmijn%2Flogboek").text.contains("Meld je aan met Gemeente Dorp"))
            let address = try await leave(site, elsewhere, "/aanmelden/openid/gemeente?terug=%2Fmijn%2Flogboek")
            let fields = try peer.fields(address), before = elsewhere.cookies
            #expect(fields["scope"] == "openid" && fields["redirect_uri"] == "https://buurt.example.nl/aanmelden/openid/gemeente/terug")
            let entered = try await elsewhere.get(peer.agree(address, at: site.clock.now))
            #expect(place(entered) == "/mijn/logboek" && elsewhere.cookies != before)
            let own = try await elsewhere.get("/mijn/logboek").text
            #expect(own.contains("Aanmelden via een organisatie gekoppeld") && own.contains("Aangemeld"))
            let mails = try await site.people.outbox.newest().map(\.subject)
            #expect(mails.contains { $0.contains("Je kunt je nu aanmelden met Gemeente Dorp") })
            let file = String(decoding: try #require(try await site.people.file(of: person.id)).json, as: UTF8.self)
            #expect(file.contains("\"number\" : \"p-17\"") && file.contains(OpenIDPeer.issuer))
            let id = try #require(try await site.people.identities.all(of: person.id).first).id
            let other = try await site.client(PermissionTable.Subject(role: .resident, proof: .oneFactor))
            #expect(try await site.post("/mijn/koppelingen/\(id)/weg", by: other).status == 404)
            #expect(place(try await site.post("/mijn/koppelingen/\(id)/weg", by: client)) == "/mijn/koppelingen")
            #expect(try await elsewhere.get("/mijn").status == 303)
            let again = site.client()
            let refused = try await again.get(peer.agree(try await leave(site, again), at: site.clock.now))
            #expect(place(refused) == "/aanmelden/openid/gemeente/mislukt?reden=onbekend")
            #expect(try await rows(site, "openid_flow") == 0)
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test(
        "ASVS 10.5.1 to 10.5.5: a token with a wrong or missing claim, without a signature or of a stranger lets nobody in, and the journal has the reason",
        arguments: TestDatabase.engines)
    func tokens(_ engine: TestDatabase.Engine) async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(engine, providers: [peer.provider()]) { site in
            _ = try await bo(site, peer)
            let seconds = Double(site.clock.now / 1000), sessions = try await rows(site, "session")
            let cases: [(String, ClaimValue, String)] = [
                ("nonce", .text("another"), "nonce"), ("nonce", .null, "missing nonce"), ("iss", .text("https://evil.example"), "issuer"),
                ("aud", .text("another"), "audience"), ("aud", .list([.text("leefkring-1"), .text("another")]), "authorisedParty"),
                ("exp", .number(seconds - 61), "expired"), ("exp", .null, "missing exp"), ("iat", .number(seconds - 3600), "issuedAt"),
                ("sub", .null, "missing sub"),
            ]
            func attempt(_ claims: [String: ClaimValue]) async throws {
                let client = site.client()
                let reply = try await client.get(peer.agree(try await leave(site, client), at: site.clock.now, claims))
                #expect(place(reply) == "/aanmelden/openid/gemeente/mislukt?reden=geweigerd", "\(claims)")
                #expect(try await client.get("/mijn").status == 303)
            }
            for (name, value, _) in cases { try await attempt([name: value]) }
            peer.signAsStranger()
            try await attempt([:])
            peer.stopSigning()
            try await attempt([:])
            #expect(try await reasons(site) == cases.map(\.2) + ["badSignature", "algorithm(\"none\")"])
            #expect(try await rows(site, "session") == sessions)
        }
    }

    @Test(
        "ASVS 10.2.1: an answer without its state, of another browser, a second time or too late is nobody's; a code is good once",
        arguments: TestDatabase.engines)
    func states(_ engine: TestDatabase.Engine) async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(engine, providers: [peer.provider()]) { site in
            _ = try await bo(site, peer)
            let over = "/aanmelden/openid/gemeente/mislukt?reden=verlopen"
            let client = site.client(), victim = site.client()
            let address = try await leave(site, client), back = try peer.agree(address, at: site.clock.now)
            let state = try #require(peer.fields(address)["state"])
            let isKept = try await site.site.database.read { try $0.all("SELECT sign_in FROM openid_flow") { try $0.string(0) } }.contains {
                $0.contains(state)
            }
            #expect(state.utf8.count == 43 && !isKept)
            for wrong in [back.replacing(state, with: RandomText.token()), back.replacing("state=", with: "x="), "/aanmelden/openid/gemeente/terug"] {
                #expect(place(try await client.get(wrong)) == over)
            }
            // Someone is lured to the answer of another's sign-in.
            _ = try await victim.get("/aanmelden")
            #expect(place(try await victim.get(back)) == over)
            #expect(place(try await site.client().get(back)) == over)
            #expect(try await victim.get("/mijn").status == 303)
            #expect(place(try await client.get(back)) == "/mijn")
            #expect(place(try await client.get(back)) == over)
            // The code of that answer in another sign-in: the provider has used it up, and it has another verifier.
            let second = site.client(), fresh = try await leave(site, second)
            let code = try #require(URLComponents(string: back)?.queryItems?.first { $0.name == "code" }?.value)
            let replay =
                "/aanmelden/openid/gemeente/terug?code=\(code)&state=\(try peer.fields(fresh)["state"] ?? "")&iss=https%3A%2F%2Flogin.voorbeeld.example"
            #expect(place(try await second.get(replay)) == "/aanmelden/openid/gemeente/mislukt?reden=geweigerd")
            let late = site.client(), slow = try peer.agree(try await leave(site, late), at: site.clock.now)
            site.clock.advance(minutes: 10)
            #expect(place(try await late.get(slow)) == over)
            #expect(try await reasons(site).contains("invalid_grant"))
        }
    }

    @Test(
        "what a provider refuses, a provider that gives no answer and one that mixes itself up become a page in the language of the reader",
        arguments: Language.allCases)
    func problems(_ language: Language) async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(providers: [peer.provider()]) { site in
            let start = CredentialRoute.provider("gemeente").address.url(in: language), client = site.client()
            func problem(_ problem: ProviderProblem) -> String { CredentialRoute.providerProblem("gemeente", problem).address.url(in: language) }
            let denied = try await client.get(peer.refuse(try await leave(site, client, start)))
            #expect(place(denied) == problem(.cancelled))
            #expect(place(try await client.get(peer.refuse(try await leave(site, client, start), "server_error"))) == problem(.refused))
            let mixed = try peer.agree(try await leave(site, client, start), at: site.clock.now).replacing("iss=https", with: "iss=http")
            #expect(place(try await client.get(mixed)) == problem(.over))
            let address = try await leave(site, client, start), back = try peer.agree(address, at: site.clock.now)
            peer.setDown(true)
            #expect(place(try await client.get(back)) == problem(.unreachable))
            site.clock.advance(minutes: 25 * 60)
            #expect(place(try await site.post(start, by: client)) == problem(.unreachable))
            peer.setDown(false)
            _ = try await leave(site, client, start)
            for one in ProviderProblem.allCases {
                let page = try await client.get(problem(one))
                #expect(page.status == 200 && page.text.contains(language == .nl ? "<title>Fout: " : "<title>Error: "))
                #expect(page.text.contains(language == .nl ? "Naar het aanmelden" : "To signing in"))
            }
            for wrong in ["/aanmelden/openid/gemeente/mislukt?reden=x", "/aanmelden/openid/x/mislukt?reden=bezet", "/aanmelden/openid/x/terug"] {
                #expect(try await client.get(wrong).status == 404, "\(wrong)")
            }
            #expect(try await client.post("/aanmelden/openid/gemeente", [], token: nil).status == 403)
            #expect(try await [404, 405].contains(client.get("/aanmelden/openid/gemeente").status))
        }
    }

    @Test(
        "nobody gets an account by a mail address that the provider does not vouch for, or that somebody here has; else one without a role",
        arguments: TestDatabase.engines)
    func newPeople(_ engine: TestDatabase.Engine) async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(engine, providers: [peer.provider(admits: true), peer.provider("ander")]) { site in
            try await site.add("Bo Bakker", "bo@voorbeeld.nl", .resident)
            let mail: ClaimValue = .text("nieuw@voorbeeld.nl"), unknown = "mislukt?reden=onbekend"
            func enter(_ provider: String, _ claims: [String: ClaimValue]) async throws -> (place: String, client: Client) {
                let client = site.client(), address = try await leave(site, client, "/aanmelden/openid/\(provider)")
                return (place(try await client.get(peer.agree(address, at: site.clock.now, subject: "n-1", claims))), client)
            }
            for verified in [ClaimValue.null, .truth(false), .text("true"), .number(1)] {
                #expect(try await enter("gemeente", ["email": mail, "email_verified": verified]).place.hasSuffix(unknown), "\(verified)")
            }
            for wrong in [ClaimValue.null, .text("geen adres"), .text("bo@voorbeeld.nl"), .text("BO@Voorbeeld.nl")] {
                #expect(try await enter("gemeente", ["email": wrong, "email_verified": .truth(true)]).place.hasSuffix(unknown), "\(wrong)")
            }
            #expect(try await enter("ander", ["email": mail, "email_verified": .truth(true)]).place.hasSuffix(unknown))
            #expect(try await rows(site, "person") == 1)
            #expect(try await rows(site, "person_identity") == 0)
            let entered = try await enter("gemeente", ["email": mail, "email_verified": .truth(true), "name": .text(" Nel \u{7}\n Nieuw ")])
            #expect(entered.place == "/mijn")
            let page = try await entered.client.get("/mijn").text
            #expect(page.contains("Nel") && page.contains("Nieuw") && page.contains("nieuw@voorbeeld.nl") && page.contains("Je hebt nog geen rol"))
            #expect(try await enter("gemeente", ["email": .text("anders@voorbeeld.nl")]).place == "/mijn")
            #expect(try await rows(site, "person") == 2)
            #expect(try await site.people.journal.check().fault == nil)
        }
    }

    @Test("ASVS 6.3.3: a professional needs the app unless the provider's level counts as two factors; a level that was asked must come back")
    func levels() async throws {
        let peer = try OpenIDPeer()
        let plain = peer.provider(twoFactors: ["urn:high"]), strict = peer.provider("streng", levels: ["urn:high"], twoFactors: ["urn:high"])
        try await PeopleSite.with(providers: [plain, strict]) { site in
            _ = try await bo(site, peer, .functionalAdministrator)
            func enter(_ provider: String, _ level: ClaimValue) async throws -> (place: String, client: Client) {
                let client = site.client(), address = try await leave(site, client, "/aanmelden/openid/\(provider)?terug=%2Fbeheer%2Fmensen")
                #expect(try peer.fields(address)["acr_values"] == (provider == "streng" ? "urn:high" : nil))
                return (place(try await client.get(peer.agree(address, at: site.clock.now, ["acr": level]))), client)
            }
            for level in [ClaimValue.null, .text("urn:low"), .text("urn:high "), .list([.text("urn:high")])] {
                let entered = try await enter("gemeente", level)
                #expect(entered.place == "/mijn/tweede-stap?terug=%2Fbeheer%2Fmensen", "\(level)")
                #expect(try await entered.client.get("/beheer/mensen").status == 303)
                #expect(try await enter("streng", level).place.hasSuffix("mislukt?reden=niveau"), "\(level)")
            }
            for provider in ["gemeente", "streng"] {
                let entered = try await enter(provider, .text("urn:high"))
                #expect(entered.place == "/beheer/mensen")
                #expect(try await entered.client.get("/beheer/mensen").status == 200)
            }
        }
    }

    @Test("ASVS 7.5.1: signing in at a provider is a fresh proof only where the provider says that it was")
    func freshness() async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(providers: [peer.provider()]) { site in
            _ = try await bo(site, peer)
            let now = Double(site.clock.now / 1000)
            for (time, isFresh) in [(nil, false), (now - 3600, false), (now - 60, true), (now + 3600, true), (-1e300, false)] as [(Double?, Bool)] {
                let client = site.client()
                let reply = try await client.get(
                    peer.agree(try await leave(site, client), at: site.clock.now, ["auth_time": time.map { .number($0) } ?? .null]))
                #expect(place(reply) == "/mijn")
                for target in ["/mijn/wachtwoord", "/mijn/koppelingen"] {
                    let asked = try await client.get(target)
                    #expect(isFresh ? asked.status == 200 : place(asked).hasPrefix("/mijn/bewijs?terug="), "\(String(describing: time)) \(target)")
                }
                if !isFresh { #expect(place(try await site.post("/mijn/koppelen/gemeente", by: client)).hasPrefix("/mijn/bewijs?")) }
            }
        }
    }

    @Test("an identity is of one account: who adds that of another is told so; and the answer to adding is good for who asked only")
    func taken() async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(providers: [peer.provider()]) { site in
            let (client, person) = try await bo(site, peer)
            try await site.add("Cor", "cor@voorbeeld.nl", .resident)
            let other = site.client()
            _ = try await site.signIn(other, "cor@voorbeeld.nl")
            let reply = try await other.get(peer.agree(try await leave(site, other, "/mijn/koppelen/gemeente"), at: site.clock.now))
            #expect(place(reply).hasSuffix("mislukt?reden=bezet"))
            let back = try peer.agree(try await leave(site, other, "/mijn/koppelen/gemeente"), at: site.clock.now, subject: "p-18")
            #expect(place(try await client.get(back)).hasSuffix("mislukt?reden=verlopen"))
            let same = try await client.get(peer.agree(try await leave(site, client, "/mijn/koppelen/gemeente"), at: site.clock.now))
            #expect(place(same) == "/mijn/koppelingen")
            #expect(try await site.people.identities.all(of: person.id).map(\.subject) == ["p-17"])
            #expect(try await rows(site, "person_identity") == 1)
        }
    }

    @Test(
        "the site proves who it is with its key, from its key set; a new key of the provider is fetched once, made-up ones do not hammer it"
    )
    func keys() async throws {
        let peer = try OpenIDPeer(), key = try #require(PrivateKey.random(.p256))
        try await PeopleSite.with(providers: [peer.provider(secret: .key(key, id: "site-1"))]) { site in
            let set = try await site.client().get("/aanmelden/openid-sleutels.json")
            #expect(set.status == 200 && set.text.contains("site-1") && !set.text.contains("\"d\""))
            peer.expect(siteKeys: set.bytes)
            _ = try await bo(site, peer)
            func enter() async throws -> String {
                let client = site.client()
                return place(try await client.get(peer.agree(try await leave(site, client), at: site.clock.now)))
            }
            #expect(try await enter() == "/mijn")
            #expect(peer.count("keys") == 1 && peer.count(".well-known/openid-configuration") == 1)
            site.clock.advance(minutes: 2)
            peer.renewKey()
            #expect(try await enter() == "/mijn")
            #expect(peer.count("keys") == 2)
            peer.renewKey()
            for _ in 0..<5 { #expect(try await enter().hasSuffix("reden=geweigerd")) }
            #expect(peer.count("keys") == 2)
            site.clock.advance(minutes: 1)
            #expect(try await enter() == "/mijn")
        }
    }

    @Test("erasing someone takes who they are at providers with it; what never came back is forgotten", arguments: TestDatabase.engines)
    func leaving(_ engine: TestDatabase.Engine) async throws {
        let peer = try OpenIDPeer()
        try await PeopleSite.with(engine, providers: [peer.provider()]) { site in
            let (client, person) = try await bo(site, peer)
            _ = try await leave(site, client, "/mijn/koppelen/gemeente")
            _ = try await leave(site, site.client())
            #expect(try await rows(site, "openid_flow") == 2)
            try await site.people.persons.erase(person.id, from: site.origin)
            #expect(try await rows(site, "openid_flow") == 1)
            #expect(try await rows(site, "person_identity") == 0)
            site.clock.advance(minutes: 11)
            #expect(try await site.people.retention.run(from: site.origin).codes >= 1)
            #expect(try await rows(site, "openid_flow") == 0)
        }
    }
}
