import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Headers of every answer")
struct SecurityHeaderTests {
    static let paths = [
        "/", "/gebieden/GM0222", "/en/gebieden/GM0222", "/formulier", "/naam/x", "/verhuisd", "/stroom", "/fout/403", "/fout/503", "/fout/onverwacht",
        "/stem/1",
        "/bestaat-niet", "/gebieden/", "//x", "/health", "/metrics", "/assets/0000000000000000/x.css", "/api/v1/gebieden", "/api/v1/fout", "/api/v1/niets",
        "/.well-known/security.txt",
    ]

    @Test("ASVS 3.4.3 to 3.4.6: the policy is strict on every answer, as internet.nl asks", arguments: paths)
    func policy(path: String) async throws {
        let reply = try await TestSite().client.get(path)
        let policy = try #require(reply[header: "Content-Security-Policy"])
        #expect(HeaderRules.faults(inPolicy: policy).isEmpty)
        #expect(reply[header: "Referrer-Policy"] == "same-origin")
        #expect(reply[header: "X-Content-Type-Options"] == "nosniff")
        #expect(reply[header: "X-Frame-Options"] == "DENY")
        #expect(reply[header: "Permissions-Policy"]?.contains("camera=()") == true)
        #expect(reply[header: "Cross-Origin-Opener-Policy"] == "same-origin")
        #expect(reply[header: "Cross-Origin-Resource-Policy"] != nil)
        #expect(reply[header: "X-Request-Id"] != nil)
        #expect(reply[header: "Cache-Control"] != nil)
        #expect(reply[header: "Server"] == nil && reply[header: "X-Powered-By"] == nil)
        #expect(reply[header: "Strict-Transport-Security"] == nil)
    }

    @Test("the reader of policies finds each fault it should")
    func reader() {
        let policy = "default-src *; script-src 'unsafe-inline' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        #expect(HeaderRules.faults(inPolicy: policy).count >= 4)
    }

    @Test("ASVS 3.4.1: behind https the browser is told to stay there")
    func https() async throws {
        let reply = try await TestSite({ $0.origin = "https://buurt.example.nl" }).client.get("/")
        let strict = try #require(reply[header: "Strict-Transport-Security"])
        #expect(strict == "max-age=63072000; includeSubDomains")
        #expect(HeaderRules.faults(inPolicy: try #require(reply[header: "Content-Security-Policy"])).isEmpty)
        #expect(reply.text.contains("<link rel=\"canonical\" href=\"https://buurt.example.nl/\">"))
    }

    @Test(
        "every answer of the API is not to be kept and names its version",
        arguments: ["/api/v1/gebieden", "/api/v1/fout", "/api/v1/niets", "/api/v1/gebieden/"])
    func api(path: String) async throws {
        for method in [HTTPRequest.Method.get, .post, .delete] {
            let reply = try await TestSite().client.send(method, path)
            #expect(reply[header: "Cache-Control"] == "no-store")
            #expect(reply[header: "API-Version"] == "1.0.0")
        }
    }

    @Test("no page has a style attribute, an inline script or a handler in it", arguments: ["/", "/gebieden/GM0222", "/formulier", "/bestaat-niet"])
    func nothingInline(path: String) async throws {
        let text = try await TestSite().client.get(path).text
        #expect(!text.contains(" style=") && !text.contains("<style") && text.firstMatch(of: #/ on[a-z]+="/#) == nil)
        #expect(!text.contains("javascript:"))
        #expect(!text.contains("<script>"))
    }

    @Test("security.txt holds for less than a year and names a contact")
    func securityText() async throws {
        let clock = TestClock()
        let site = try TestSite(
            {
                $0.origin = "https://buurt.example.nl"
                $0.securityContact = SecurityContact(contacts: ["security@example.nl", "https://example.nl/melden", "ftp://x", "a b@c"])
            }, clock: clock.clock)
        let reply = try await site.client.get("/.well-known/security.txt")
        #expect(reply.status == 200)
        #expect(reply[header: "Content-Type"] == "text/plain; charset=utf-8")
        #expect(reply.bytes.first == UInt8(ascii: "C"))
        let lines = reply.text.split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.hasPrefix("Contact: ") } == ["Contact: mailto:security@example.nl", "Contact: https://example.nl/melden"])
        #expect(lines.contains("Canonical: https://buurt.example.nl/.well-known/security.txt"))
        let expires = try #require(lines.first { $0.hasPrefix("Expires: ") }?.dropFirst(9))
        // 1,800,001,000 s is 2027-01-15T08:16:40Z; 180 days on.
        #expect(expires == "2027-07-14T08:16:40Z")
        #expect(try await TestSite().client.get("/.well-known/security.txt").status == 404)
        #expect(SecurityContact(contacts: ["nothing"]) == nil)
    }
}
