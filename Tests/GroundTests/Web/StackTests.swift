import Core
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("The layers around every route")
struct StackTests {
    @Test("routes answer in both languages, and the header leads to the same page in the other")
    func languages() async throws {
        let client = try TestSite().client
        let dutch = try await client.get("/gebieden/GM0222?jaar=2024")
        #expect(dutch.status == 200)
        #expect(dutch.text.contains("<html lang=\"nl\">"))
        #expect(dutch.text.contains("<a href=\"/en/gebieden/GM0222?jaar=2024\" lang=\"en\" hreflang=\"en\""))
        #expect(dutch.text.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"/en/gebieden/GM0222?jaar=2024\">"))
        let english = try await client.get("/en/gebieden/GM0222?jaar=2024")
        #expect(english.status == 200)
        #expect(english.text.contains("<html lang=\"en\">"))
        #expect(english.text.contains("<a href=\"/gebieden/GM0222?jaar=2024\" lang=\"nl\" hreflang=\"nl\""))
        #expect(english.text.contains("Main menu"))
        #expect(try await client.get("/en").status == 200)
        #expect(try await client.get("/nl/gebieden/GM0222").status == 404)
        #expect(try await client.get("/en/en/gebieden/GM0222").status == 404)
    }

    @Test("parts of the path and the query come decoded to the handler")
    func parts() async throws {
        let client = try TestSite().client
        #expect(try await client.get("/naam/%27t%20Zand?zoek=a+b%26c").text.hasPrefix("'t Zand|a b&c|"))
    }

    @Test("HEAD gives the headers of GET and no body", arguments: ["/", "/gebieden/GM0222", "/formulier", "/health", "/bestaat-niet", "/api/v1/gebieden"])
    func head(path: String) async throws {
        let client = try TestSite().client
        let whole = try await client.get(path, headers: ["Accept-Encoding": "gzip"])
        let head = try await client.send(.head, path, headers: ["Accept-Encoding": "gzip"])
        #expect(head.status == whole.status)
        #expect(head.bytes.isEmpty)
        for name in ["Content-Type", "ETag", "Cache-Control", "Content-Encoding", "Vary", "Content-Security-Policy"] {
            #expect(head[header: name] == whole[header: name], "\(name)")
        }
        if path != "/formulier" && path != "/bestaat-niet" { #expect(head[header: "Content-Length"] == whole[header: "Content-Length"]) }
    }

    @Test("ASVS 13.4.4: another method on a known path is 405 and says which there are")
    func methods() async throws {
        let client = try TestSite().client
        let post = try await client.post("/gebieden/GM0222", [])
        #expect(post.status == 405)
        #expect(post[header: "Allow"] == "GET, HEAD")
        let get = try await client.get("/stem/1")
        #expect(get.status == 405)
        #expect(get[header: "Allow"] == "PUT, DELETE")
        let api = try await client.send(.delete, "/api/v1/gebieden")
        #expect(api.status == 405)
        #expect(api[header: "Content-Type"] == "application/problem+json")
        #expect(api[header: "API-Version"] == "1.0.0")
        let options = try await client.send(.options, "/formulier")
        #expect(options.status == 204)
        #expect(options[header: "Allow"] == "GET, HEAD, POST, OPTIONS")
        #expect(try await client.send(.trace, "/").status == 405)
        #expect(try await client.post("/bestaat-niet", []).status == 404)
    }

    @Test("a slash at the end moves a page and is not found in the API")
    func slashes() async throws {
        let client = try TestSite().client
        let moved = try await client.get("/en/gebieden/GM0222/?jaar=2024")
        #expect(moved.status == 308)
        #expect(moved[header: "Location"] == "/en/gebieden/GM0222?jaar=2024")
        let api = try await client.get("/api/v1/gebieden/")
        #expect(api.status == 404)
        #expect(api[header: "Content-Type"] == "application/problem+json")
        #expect(try await client.get("//evil.example/").status == 404)
        #expect(try await client.post("/formulier/", []).status == 404)
    }

    @Test("a redirect goes to a page of this site in the language of the visitor")
    func redirects() async throws {
        let client = try TestSite().client
        let reply = try await client.get("/en/verhuisd")
        #expect(reply.status == 303)
        #expect(reply[header: "Location"] == "/en/gebieden/GM0222")
    }

    @Test("every answer has a request id, and one from outside only counts from a trusted proxy")
    func requestIDs() async throws {
        let site = try TestSite { $0.trustedProxies = [NetworkRange("10.0.0.0/8")].compactMap { $0 } }
        let own = try await site.client.get("/", headers: ["X-Request-Id": "abcdefgh-1234"])
        #expect(own[header: "X-Request-Id"]?.count == 16)
        let proxy = Client(site.stack, peer: "10.1.2.3")
        #expect(try await proxy.get("/", headers: ["X-Request-Id": "abcdefgh-1234"])[header: "X-Request-Id"] == "abcdefgh-1234")
        for bad in ["short", "with space in it", "quote\"quote\"quote", String(repeating: "a", count: 65)] {
            #expect(try await proxy.get("/", headers: ["X-Request-Id": bad])[header: "X-Request-Id"] != bad)
        }
    }

    @Test("ASVS 4.1.3, 15.3.4: the visitor's address is the peer's unless a trusted proxy says otherwise")
    func clientAddress() async throws {
        let site = try TestSite { $0.trustedProxies = [NetworkRange("10.0.0.0/8"), NetworkRange("2001:db8::/32")].compactMap { $0 } }
        func seen(_ peer: String, _ forwarded: String?) async throws -> String {
            let headers = forwarded.map { ["X-Forwarded-For": $0] } ?? [:]
            return try await String(Client(site.stack, peer: peer).get("/naam/x", headers: headers).text.split(separator: "|").last ?? "")
        }
        #expect(try await seen("192.0.2.10", "203.0.113.5") == "192.0.2.10")
        #expect(try await seen("10.0.0.1", "203.0.113.5") == "203.0.113.5")
        #expect(try await seen("10.0.0.1", "1.1.1.1, 203.0.113.5") == "203.0.113.5")
        #expect(try await seen("10.0.0.1", "1.1.1.1, 203.0.113.5, 10.0.0.7") == "203.0.113.5")
        #expect(try await seen("10.0.0.1", "1.1.1.1, garbage") == "10.0.0.1")
        #expect(try await seen("10.0.0.1", nil) == "10.0.0.1")
        #expect(try await seen("2001:db8::9", "203.0.113.5") == "203.0.113.5")
    }

    @Test(
        "headers of any shape give an answer",
        arguments: ["Accept-Encoding", "Accept-Language", "Accept", "If-None-Match", "Cookie", "X-Forwarded-For", "Origin"])
    func hostileHeaders(name: String) async throws {
        let site = try TestSite { $0.trustedProxies = [NetworkRange("0.0.0.0/0")].compactMap { $0 } }
        let values = [";;;,,,;q=", "*", ";q=nan, gzip;q=inf", String(repeating: "a,", count: 2_000), "\"", "W/\"", "=;=;", "%00%ff", "é\u{202E}", "[[[::"]
        for value in values {
            for path in ["/", "/gebieden/GM0222", "/formulier", "/api/v1/fout", "/bestaat-niet"] {
                let reply = try await site.client.get(path, headers: [name: value])
                #expect([200, 304, 400, 404].contains(reply.status), "\(path) \(reply.status)")
            }
        }
    }

    @Test("ASVS 16.2.5: a finished request is a quiet line; a failed one is in sight, without query, cookie or address")
    func log() async throws {
        let book = LogBook()
        let site = try TestSite()
        let client = Client(site.stack, logger: book.logger())
        _ = try await client.get("/gebieden/GM0222?naam=Jansen")
        #expect(book.lines.isEmpty)
        let reply = try await client.get("/fout/onverwacht?naam=Jansen", headers: ["Authorization": "Bearer geheim", "Cookie": "x=koekje"])
        let id = try #require(reply[header: "X-Request-Id"])
        #expect(book.lines.count == 2)
        #expect(book.lines.count { $0.contains("unforeseen error") && $0.contains("Broken") } == 1)
        let answered = try #require(book.lines.last)
        #expect(answered.contains("route=/fout/onverwacht") && answered.contains("status=500"))
        for line in book.lines {
            #expect(line.contains(id))
            for secret in ["Jansen", "geheim", "koekje", "192.0.2.10"] { #expect(!line.contains(secret)) }
        }
        let every = LogBook()
        _ = try await Client(site.stack, logger: every.logger(everything: true)).get("/gebieden/GM0222?naam=Jansen")
        #expect(every.lines.count { $0.contains("answered") } == 1)
        #expect(!every.lines.contains { $0.contains("Jansen") })
    }

    @Test("a slow answer is in sight")
    func slow() async throws {
        let book = LogBook()
        let site = try TestSite({ $0.slow = 0 })
        _ = try await Client(site.stack, logger: book.logger()).get("/")
        #expect(book.lines.count == 1)
    }
}
