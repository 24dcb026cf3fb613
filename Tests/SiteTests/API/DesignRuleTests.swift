import Foundation
import HTTPTypes
import OpenAPI
import SQL
import Site
import TestSupport
import Testing
import Web

/// The technical rules of the NLGov REST API Design Rules 2.2, one by one, on the whole site.
@Suite("API: design rules")
struct APIDesignRuleTests {
    /// One address of every kind: good, faulty, unknown.
    static let targets = [
        "", "/openapi.json", "/gebieden", "/gebieden/GM9999", "/gebieden/GM9999/grens", "/grenzen", "/indicatoren", "/indicatoren/inwoners",
        "/indicatoren/inwoners/waarnemingen", "/gebieden/GM9999/waarnemingen", "/gebieden/GM9999/profiel", "/leveringen", "/leveringen/lindenmeer-politie/1",
        "/organisaties", "/programmas", "/onderwerpen", "/onderwerpen/eenzaamheid", "/verbanden", "/programmas/x", "/verbanden?ding=x",
        "/eigen-cijfers", "/eigen-cijfers/meldingen", "/eigen-cijfers/meldingen/cellen", "/eigen-gebieden", "/eigen-gebieden/wijkteam-noord",
        "/gebieden?aantal=0", "/gebieden/GM0001", "/bestaat-niet",
    ]

    @Test("the whole document keeps the rules that can be read from it: kebab-case, camelCase, contact, versions, methods, problems")
    func documentRules() async throws {
        try await APISite.with(loaded: false) { api async throws in
            #expect(api.site.api.document.designRuleFindings().isEmpty)
            #expect(api.site.api.document.structureFindings().isEmpty)
            #expect(api.site.api.endpoints.count >= 12)
        }
    }

    @Test(
        "core/no-trailing-slash: an address with a slash at its end is not found, and is not a redirect", arguments: ["/gebieden/", "/", "/gebieden/GM9999/"])
    func trailingSlash(_ target: String) async throws {
        try await APISite.with { api async throws in
            let reply = try await api.client.get("/api/v1" + target)
            #expect(reply.status == 404)
            #expect(reply[header: "Location"] == nil)
            #expect(reply[header: "Content-Type"] == "application/problem+json")
        }
    }

    @Test("core/version-header, core/semver: every answer carries the full version")
    func versionHeader() async throws {
        try await APISite.with { api async throws in
            for target in Self.targets {
                #expect(try await api.client.get("/api/v1" + target)[header: "API-Version"] == APIDocument.version, "\(target)")
            }
            #expect(try await api.client.send(.delete, "/api/v1/gebieden")[header: "API-Version"] == APIDocument.version)
        }
    }

    @Test("core/transport/security-headers: no-store, nosniff, frame-ancestors, X-Frame-Options and a content type on every answer")
    func securityHeaders() async throws {
        try await APISite.with { api async throws in
            for target in Self.targets {
                let reply = try await api.client.get("/api/v1" + target)
                #expect(reply[header: "Cache-Control"] == "no-store")
                #expect(reply[header: "X-Content-Type-Options"] == "nosniff")
                #expect(reply[header: "X-Frame-Options"] == "DENY")
                #expect(reply[header: "Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
                #expect(reply[header: "Content-Type"]?.isEmpty == false)
            }
        }
    }

    @Test("core/transport/cors: any site may read these open data, errors too")
    func crossOrigin() async throws {
        try await APISite.with { api async throws in
            for target in Self.targets {
                #expect(
                    try await api.client.get("/api/v1" + target, headers: ["Origin": "https://elsewhere.example"])[header: "Access-Control-Allow-Origin"] == "*"
                )
            }
        }
    }

    @Test("core/hide-implementation: no header and no error tells about the machinery")
    func hidden() async throws {
        try await APISite.with { api async throws in
            for target in Self.targets + ["/gebieden/%00", "/gebieden?zoek=%FF%FE", "/grenzen?bbox=1e400,0,0,0"] {
                let reply = try await api.client.get("/api/v1" + target)
                #expect(reply.status < 500)
                #expect(reply[header: "Server"] == nil && reply[header: "X-Powered-By"] == nil)
                for word in ["Swift", "sqlite", "SELECT", "Hummingbird", ".swift"] { #expect(!reply.text.contains(word), "\(target): \(word)") }
            }
        }
    }

    @Test("core/http-methods: another method is refused with 405 and Allow", arguments: [HTTPRequest.Method.post, .put, .patch, .delete])
    func methods(_ method: HTTPRequest.Method) async throws {
        try await APISite.with { api async throws in
            let reply = try await api.client.send(method, "/api/v1/gebieden")
            #expect(reply.status == 405)
            #expect(reply[header: "Allow"] == "GET, HEAD")
            #expect(reply[header: "Content-Type"] == "application/problem+json")
        }
    }

    @Test("core/http-safety: HEAD gives the headers of GET and no body, and GET changes nothing")
    func safety() async throws {
        try await APISite.with { api async throws in
            let (first, head, again) = (
                try await api.get("/gebieden"), try await api.client.send(.head, "/api/v1/gebieden"), try await api.get("/gebieden")
            )
            #expect(head.status == 200 && head.bytes.isEmpty)
            #expect(head[header: "Content-Length"] == first[header: "Content-Length"])
            #expect(first.bytes == again.bytes)
        }
    }

    @Test("core/error-handling: a problem has status, title and detail; faulty input is 400 and every fault is named at once")
    func problems() async throws {
        try await APISite.with { api async throws in
            let problem = try await api.tree("/gebieden?jaar=abc&niveau=straat&binnen=GM1&aantal=1001&pagina=0&kleur=rood&zoek=", status: 400)
            #expect(problem["status"] == 400)
            #expect(problem["title"]?.text?.isEmpty == false && problem["detail"]?.text?.isEmpty == false)
            #expect(Set(problem.texts("errors", "field")) == ["jaar", "niveau", "binnen", "aantal", "pagina", "kleur", "zoek"])
            #expect(problem.texts("errors", "detail").allSatisfy { !$0.isEmpty })
            let missing = try await api.tree("/gebieden/GM0001", status: 404)
            #expect(missing["status"] == 404)
        }
    }

    @Test("core/error-handling: faults that only the data can tell stand beside the others")
    func dataFaults() async throws {
        try await APISite.with { api async throws in
            #expect(try await Set(api.faults("/gebieden?jaar=1999&aantal=x")) == ["jaar", "aantal"])
            #expect(try await api.faults("/gebieden?binnen=GM0001") == ["binnen"])
            #expect(try await api.faults("/gebieden?jaar=2024&jaar=2020") == ["jaar"])
        }
    }

    @Test("problems speak the language that is asked for")
    func languages() async throws {
        try await APISite.with { api async throws in
            let dutch = try await api.get("/gebieden?aantal=0", status: 400)
            let english = try await api.get("/gebieden?aantal=0", status: 400, headers: ["Accept-Language": "en"])
            #expect(dutch.text.contains("Een heel getal"))
            #expect(english.text.contains("A whole number"))
        }
    }

    @Test("406 where Accept cannot be met; JSON, GeoJSON and wildcards can")
    func accept() async throws {
        try await APISite.with { api async throws in
            for kind in ["text/csv", "application/xml", "application/json;q=0", "text/*"] {
                #expect(try await api.get("/gebieden", status: 406, headers: ["Accept": kind])[header: "Content-Type"] == "application/problem+json")
            }
            for kind in ["*/*", "application/*", "application/json", "text/html, */*;q=0.1", "application/hal+json, application/json"] {
                _ = try await api.get("/gebieden", headers: ["Accept": kind])
            }
            for kind in ["application/geo+json", "application/json"] {
                #expect(try await api.get("/grenzen", headers: ["Accept": kind])[header: "Content-Type"] == "application/geo+json")
            }
        }
    }

    @Test("core/publish-openapi: the document is public at a fixed place, parses, and is the one in docs/api")
    func published() async throws {
        try await APISite.with(loaded: false) { api async throws in
            let reply = try await api.get("/openapi.json")
            #expect(reply[header: "Access-Control-Allow-Origin"] == "*")
            #expect(reply.tree["openapi"]?.text == "3.0.3")
            #expect(reply.tree.at("info", "version")?.text == APIDocument.version)
            let committed = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/api/openapi.yaml")
            #expect(
                try String(contentsOf: committed, encoding: .utf8) == api.site.api.document.yaml(), "make it anew: leefkring openapi > docs/api/openapi.yaml")
        }
    }

    @Test("the document equals behaviour: every route of the API is described, and every operation has a route")
    func described() async throws {
        try await APISite.with(loaded: false) { api async throws in
            let routes = Set(try api.site.routes().routes.filter { $0.pattern.hasPrefix("/api") }.map { "\($0.method.rawValue) \($0.pattern)" })
            let operations = Set(api.site.api.document.operations.map { "\($0.method.rawValue.uppercased()) \(Endpoint.root)\($0.path)" })
            // The root itself cannot be described: its path would end with a slash.
            #expect(routes.subtracting(operations) == ["GET \(Endpoint.root)"])
            #expect(operations.subtracting(routes).isEmpty)
        }
    }

    @Test("core/date-time: times are UTC with Z, and a pure date or year has no time")
    func times() async throws {
        try await APISite.with { api async throws in
            let edition = try await api.tree("/leveringen/lindenmeer-politie/1")
            #expect(edition["ingelezen"]?.text == "2026-11-01T00:00:00Z")
            let observation = try await api.tree("/gebieden/GM9999/waarnemingen?indicator=misdrijven")["waarnemingen"]?.elements.first
            #expect(observation?["periode"]?.text == "2023")
        }
    }

    @Test("core/uri-version: the root names the version and links to every list; every link leads somewhere")
    func root() async throws {
        try await APISite.with { api async throws in
            let root = try await api.client.get("/api/v1")
            let links = root.tree["_links"]?.members.compactMap { $0.value["href"]?.text } ?? []
            #expect(links.contains("/api/v1/gebieden") && links.contains("/api/v1/openapi.json") && links.contains("/hulp/api"))
            for link in links { #expect(try await api.client.get(link).status == 200, "\(link)") }
        }
    }

    @Test("a database without data answers with empty lists")
    func empty() async throws {
        try await APISite.with(loaded: false) { api async throws in
            for target in ["/gebieden", "/grenzen", "/indicatoren/inwoners/waarnemingen", "/leveringen"] {
                #expect(try await api.tree(target)["totaal"] == 0)
            }
        }
    }
}
