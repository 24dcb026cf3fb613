import Core
import Foundation
import HTTPTypes
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("Headers of the whole site")
struct HeadersTests {
    /// One of every kind of answer, with the status that shows it is that kind.
    private static let kinds: [(method: HTTPRequest.Method, target: String, status: Int)] = [
        (.get, "/", 200), (.get, "/en", 200), (.get, "/gebieden/GM9999", 200), (.head, "/gebieden/GM9999", 200), (.get, "/aanmelden", 200),
        (.get, "/zoeken?q=lindenmeer", 200), (.get, "/zoeken/suggesties?q=li", 200), (.get, "/privacy", 200), (.get, "/health", 200),
        (.get, "/gebieden/GM9999/cijfers.csv", 200), (.get, "/gebieden/GM9999/cijfers.json", 200), (.get, "/eigen-cijfers/meldingen/cijfers.csv", 200),
        (.get, "/api/v1/gebieden", 200), (.get, "/api/v1/openapi.json", 200), (.get, "/api/v1/grenzen", 200), (.options, "/gebieden/GM9999", 204),
        (.get, "/.well-known/security.txt", 200),
        (.get, "/mijn", 303), (.get, "/beheer/mensen", 303), (.get, "/gebieden/GM9999/", 308),
        (.get, "/gebieden/GM9999/cijfers.csv?x=%00", 200), (.get, "/bestaat-niet", 404), (.get, "/metrics", 404), (.get, "//elders.example/", 404),
        (.get, "/api/v1/bestaat-niet", 404), (.get, "/api/v1/gebieden/", 404), (.get, "/api/v1/gebieden?aantal=x", 400),
        (.get, "/assets/0123456789abcdef/weg.css", 404), (.post, "/gebieden/GM9999", 405), (.delete, "/api/v1/gebieden", 405), (.trace, "/", 405),
        (.connect, "/", 405), (.post, "/aanmelden", 403), (.post, "/mijn/tweede-stap", 403), (.get, "/thema/0123456789abcdef.css", 404),
    ]

    @Test("ASVS 3.4.1, 3.4.3 to 3.4.6, 13.4.6: the rules of internet.nl hold for pages, files, assets, redirects, errors and the API alike")
    func everyKind() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let client = guarded.client()
            for (method, target, status) in Self.kinds {
                let reply = try await client.send(method, target)
                #expect(reply.status == status, "\(method) \(target): \(reply.status)")
                #expect(HeaderRules.faults(in: reply).isEmpty, "\(method) \(target): \(HeaderRules.faults(in: reply))")
            }
            // Assets by the address that a page gives them.
            let page = try await client.get("/")
            let assets = page.text.matches(of: /"(\/assets\/[^"]+)"/).map { String($0.1) }
            #expect(Set(assets.compactMap { $0.split(separator: ".").last }).isSuperset(of: ["css", "js", "svg"]))
            for target in assets {
                let reply = try await client.get(target)
                #expect(reply.status == 200 && HeaderRules.faults(in: reply).isEmpty, "\(target): \(HeaderRules.faults(in: reply))")
            }
        }
    }

    @Test("ASVS 16.5.1: when the database is gone every page and the API say so in their own form, with all headers and nothing of the machinery")
    func broken() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let client = try await guarded.client(GuardedSite.administrator)
            await guarded.site.database.close()
            for target in ["/beheer/mensen", "/en/mijn", "/api/v1/leveringen", "/health"] {
                let reply = try await client.get(target)
                #expect(reply.status >= 500, "\(target): \(reply.status)")
                #expect(HeaderRules.faults(in: reply).isEmpty, "\(target): \(HeaderRules.faults(in: reply))")
                #expect(reply[header: "Cache-Control"] == "no-store", "\(target)")
                for word in ["SQL", "sqlite", "Swift", "closed", "Sources/", "stack"] { #expect(!reply.text.contains(word), "\(target): \(word)") }
            }
        }
    }

    @Test("ASVS 3.4.3: every page of the site, as a visitor and as an administrator, has no inline script, style or handler", arguments: [false, true])
    func nothingInline(isAdministrator: Bool) async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let client = isAdministrator ? try await guarded.client(GuardedSite.administrator) : guarded.client()
            for route in guarded.stack.table.routes where route.method == .get && !route.pattern.hasPrefix("/api") {
                let target = try PermissionTableTests.target(route.pattern), reply = try await client.get(target)
                guard reply[header: "Content-Type"]?.hasPrefix("text/html") == true else { continue }
                let inline = reply.text.firstMatch(of: /<script(?![^>]* src=)|<style|<[^>]* style=|<[^>]* on[a-z]+=|javascript:/)
                #expect(inline == nil, "\(target): \(inline?.output ?? "")")
            }
        }
    }

    @Test("NLGov: every answer of the API, errors too, has its version, is not to be kept, may be read by any site and says its kind")
    func api() async throws {
        try await GuardedSite.with(loaded: true) { guarded in
            let client = guarded.client()
            let asked: [(HTTPRequest.Method, String, [String: String], Int)] = [
                (.get, "/gebieden", [:], 200), (.get, "/gebieden/GM0000", [:], 404), (.get, "/gebieden?aantal=x", [:], 400), (.get, "/niets", [:], 404),
                (.post, "/gebieden", [:], 405), (.get, "/gebieden", ["Accept": "text/csv"], 406), (.get, "/gebieden/", [:], 404),
                (.trace, "/gebieden", [:], 405),
            ]
            for (method, path, headers, status) in asked {
                let reply = try await client.send(method, "/api/v1" + path, headers: headers)
                #expect(reply.status == status, "\(method) \(path): \(reply.status)")
                #expect(reply[header: "API-Version"] == APIDocument.version && reply[header: "Cache-Control"] == "no-store", "\(method) \(path)")
                #expect(reply[header: "Access-Control-Allow-Origin"] == "*" && reply[header: "Access-Control-Allow-Credentials"] == nil, "\(method) \(path)")
                #expect(reply[header: "Content-Type"]?.hasPrefix("application/") == true, "\(method) \(path)")
                #expect(HeaderRules.faults(in: reply).isEmpty, "\(method) \(path): \(HeaderRules.faults(in: reply))")
            }
        }
    }

    @Test("ASVS 13.4.4: TRACE and CONNECT are refused on every route, and what was sent does not come back")
    func trace() async throws {
        try await GuardedSite.with { guarded in
            let client = try await guarded.client(GuardedSite.administrator)
            for route in guarded.stack.table.routes {
                for method in [HTTPRequest.Method.trace, .connect] {
                    let reply = try await client.send(method, try PermissionTableTests.target(route.pattern), headers: ["X-Geheim": "kaas"])
                    #expect(reply.status == 405, "\(method) \(route.pattern): \(reply.status)")
                    #expect(!reply.text.contains("kaas") && reply[header: "Allow"]?.contains("TRACE") == false, "\(route.pattern)")
                }
            }
        }
    }

    @Test("RFC 9116: security.txt has a contact, one end within a year, its own address, its languages, and begins without a mark of byte order")
    func securityText() async throws {
        try await GuardedSite.with { guarded in
            let reply = try await guarded.client().get("/.well-known/security.txt")
            #expect(reply.status == 200 && reply[header: "Content-Type"] == "text/plain; charset=utf-8")
            #expect(reply.bytes.first == UInt8(ascii: "C") && reply.bytes.last == 0x0A && !reply.bytes.contains(0x0D))
            let fields = reply.text.split(separator: "\n").map { line in
                line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            }
            func values(_ name: String) -> [String] { fields.filter { $0.count == 2 && $0[0] == name }.map { $0[1] } }
            #expect(fields.allSatisfy { $0.count == 2 })
            #expect(values("Contact") == ["mailto:security@example.nl"])
            #expect(values("Canonical") == ["https://buurt.example.nl/.well-known/security.txt"])
            #expect(values("Preferred-Languages") == ["nl, en"])
            #expect(values("Expires").count == 1)
            let end = try Date(try #require(values("Expires").first), strategy: .iso8601)
            #expect(end > Date() && end < Date().addingTimeInterval(365 * 86_400))
        }
    }
}
