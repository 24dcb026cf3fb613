import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Forged requests")
struct ForgeryTests {
    @Test("a form filled in on this site is taken")
    func taken() async throws {
        let client = try TestSite().client
        let page = try await client.get("/en/formulier")
        // Who did not sign in is a visitor by the first letter, see decision 17.
        #expect(page[header: "Set-Cookie"]?.hasPrefix("__Host-leefkring=v") == true)
        #expect(page[header: "Set-Cookie"]?.hasSuffix("; Path=/; Secure; HttpOnly; SameSite=Lax") == true)
        let reply = try await client.post("/en/formulier", [("naam", "Noor & Co")], token: page.formToken)
        #expect(reply.status == 303)
        #expect(reply[header: "Location"] == "/en/naam/Noor%20%26%20Co")
    }

    @Test("only a form makes a cookie, and only when there is none")
    func cookies() async throws {
        let client = try TestSite().client
        for path in ["/", "/gebieden/GM0222", "/bestaat-niet", "/health"] { #expect(try await client.get(path)[header: "Set-Cookie"] == nil) }
        #expect(try await client.get("/formulier")[header: "Set-Cookie"] != nil)
        #expect(try await client.get("/formulier")[header: "Set-Cookie"] == nil)
        #expect(try await client.get("/formulier", headers: ["Cookie": "__Host-leefkring=<script>"])[header: "Set-Cookie"] == nil)
        let spoiled = Client(try TestSite().stack)
        #expect(try await spoiled.get("/formulier", headers: ["Cookie": "__Host-leefkring=zzz"])[header: "Set-Cookie"] != nil)
    }

    @Test(
        "without own origin nothing changes, whatever the token",
        arguments: [
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"], ["Sec-Fetch-Site": "", "Origin": ""],
            ["Origin": "https://evil.example"], ["Sec-Fetch-Site": "", "Origin": "null"], ["Sec-Fetch-Site": "", "Origin": "http://localhost.evil.example"],
            ["Sec-Fetch-Site": "", "Origin": "http://localhost:81"], ["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"],
        ])
    func origin(headers: [String: String]) async throws {
        let client = try TestSite().client
        let token = try await client.get("/formulier").formToken
        #expect(try await client.post("/formulier", [("naam", "x")], token: token, headers: headers).status == 403)
    }

    @Test("either sign of the own origin is enough", arguments: [["Sec-Fetch-Site": ""], ["Origin": ""], [:]])
    func signs(headers: [String: String]) async throws {
        let client = try TestSite().client
        let token = try await client.get("/formulier").formToken
        #expect(try await client.post("/formulier", [("naam", "x")], token: token, headers: headers).status == 303)
    }

    @Test("ASVS 3.5.1: without a token that fits nothing changes")
    func token() async throws {
        let site = try TestSite()
        let client = site.client
        let token = try #require(try await client.get("/formulier").formToken)
        let foreign = try #require(try await Client(site.stack).get("/formulier").formToken)
        let other = try #require(try await TestSite().client.get("/formulier").formToken)
        for bad in [nil, "", "x", foreign, other, String(token.dropLast()), token.uppercased() + "0", String(token.reversed()), token + token] {
            let reply = try await client.post("/formulier", [("naam", "x")], token: bad)
            #expect(reply.status == 403, "\(bad ?? "none")")
            #expect(reply.text.contains("Dit formulier is verlopen"))
        }
        #expect(try await Client(site.stack).post("/formulier", [("naam", "x")], token: token).status == 403)
        #expect(try await client.post("/formulier", [("naam", "x")], token: token).status == 303)
    }

    @Test("ASVS 3.5.1, 3.5.2: every changing method is guarded; a script may send the token in a header")
    func methods() async throws {
        let client = try TestSite().client
        let token = try #require(try await client.get("/formulier").formToken)
        let own = ["Sec-Fetch-Site": "same-origin"]
        #expect(try await client.send(.put, "/stem/1", headers: own).status == 403)
        #expect(try await client.send(.delete, "/stem/1", headers: own).status == 403)
        #expect(try await client.send(.put, "/stem/1", headers: ["X-Formulierteken": token]).status == 403)
        #expect(try await client.send(.put, "/stem/1", headers: own.merging(["X-Formulierteken": token]) { $1 }).status == 204)
    }

    @Test("the token looks different in every answer and every one of them fits")
    func masked() async throws {
        let client = try TestSite().client
        var seen: Set<String> = []
        for _ in 0..<10 { seen.insert(try #require(try await client.get("/formulier").formToken)) }
        #expect(seen.count == 10)
        for token in seen { #expect(try await client.post("/formulier", [("naam", "x")], token: token).status == 303) }
    }

    @Test("with a known origin only that one counts, whatever host is named")
    func configured() async throws {
        let site = try TestSite { $0.origin = "https://buurt.example.nl" }
        let token = try await site.client.get("/formulier").formToken
        let good = ["Sec-Fetch-Site": "", "Origin": "https://buurt.example.nl"]
        let bad = ["Sec-Fetch-Site": "", "Origin": "https://evil.example", "Host": "evil.example"]
        #expect(try await site.client.post("/formulier", [("naam", "x")], token: token, headers: bad).status == 403)
        #expect(try await site.client.post("/formulier", [("naam", "x")], token: token, headers: good).status == 303)
    }

    @Test("every changing route of the table refuses a request from elsewhere")
    func table() async throws {
        let site = try TestSite()
        for route in site.stack.table.routes where route.isUnsafe && route.forgeryGuard == .token {
            let path = route.pattern.replacing(#/\{[a-z]+\}/#, with: "1")
            #expect(try await site.client.send(route.method, path).status == 403, "\(route.name)")
        }
    }
}
