import Core
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Problems as answers")
struct ProblemTests {
    @Test(
        "a problem is a designed page in the reader's language, with ways onward",
        arguments: [
            (403, "/fout/403", "Alleen voor de regie", "For coordinators only"), (404, "/fout/404", "Niet gevonden", "Not found"),
            (400, "/fout/400", "Kies een jaar", "Choose a year"), (409, "/fout/409", "Al gepubliceerd", "Already published"),
            (410, "/fout/410", "Dit is weg", "Gone"), (429, "/fout/429", "Wacht 7 seconden", "Wait 7 seconds"),
            (503, "/fout/503", "De databank rust", "The database is at rest"),
            (500, "/fout/onverwacht", "Er ging iets mis bij ons", "Something went wrong on our side"),
        ])
    func pages(status: Int, path: String, dutch: String, english: String) async throws {
        let client = try TestSite().client
        for (prefix, words, home) in [("", dutch, "href=\"/\""), ("/en", english, "href=\"/en\"")] {
            let reply = try await client.get(prefix + path)
            #expect(reply.status == status)
            #expect(reply[header: "Content-Type"] == "text/html; charset=utf-8")
            #expect(reply[header: "Cache-Control"] == "no-store")
            #expect(reply.text.contains(words))
            #expect(reply.text.contains("type=\"search\"") && reply.text.contains(home))
            #expect(reply.text.contains("noindex"))
            #expect(reply.text.components("<h1>") == 1)
            #expect(!reply.text.contains("Broken"))
        }
    }

    @Test("ASVS 16.5.1: what nobody foresaw shows its number and nothing of itself")
    func unforeseen() async throws {
        let reply = try await TestSite().client.get("/fout/onverwacht")
        #expect(reply.text.contains("<code>\(try #require(reply[header: "X-Request-Id"]))</code>"))
        let json = try await TestSite().client.get("/fout/onverwacht", headers: ["Accept": "application/json"])
        #expect(json.json?["detail"] as? String == "Het ligt niet aan jou. Probeer het later opnieuw.")
        #expect(!json.text.contains("Broken"))
    }

    @Test("a client that wants JSON gets a problem document with every fault at once")
    func documents() async throws {
        let client = try TestSite().client
        let reply = try await client.get("/fout/400", headers: ["Accept": "application/json"])
        #expect(reply.status == 400)
        #expect(reply[header: "Content-Type"] == "application/problem+json")
        #expect(reply[header: "Vary"]?.contains("Accept") == true)
        let json = try #require(reply.json)
        #expect(json["type"] as? String == "about:blank")
        #expect(json["status"] as? Int == 400)
        #expect(json["title"] as? String == "Dit klopt niet helemaal")
        #expect(json["instance"] as? String == reply[header: "X-Request-Id"])
        let errors = try #require(json["errors"] as? [[String: String]])
        #expect(errors == [["field": "jaar", "detail": "Kies een jaar"], ["field": "code", "detail": "Kies een gebied"]])
        let page = try await client.get("/fout/400", headers: ["Accept": "text/html,application/json;q=0.9"])
        #expect(page[header: "Content-Type"] == "text/html; charset=utf-8")
    }

    @Test("the API speaks problem documents, in English for who asks for it")
    func api() async throws {
        let client = try TestSite().client
        let dutch = try await client.get("/api/v1/fout")
        #expect(dutch.status == 400)
        #expect(dutch[header: "Content-Type"] == "application/problem+json")
        #expect((dutch.json?["errors"] as? [[String: String]])?.first?["detail"] == "Kies een jaar")
        let english = try await client.get("/api/v1/fout", headers: ["Accept-Language": "en-GB,nl;q=0.5"])
        #expect((english.json?["errors"] as? [[String: String]])?.first?["detail"] == "Choose a year")
        #expect(english[header: "Vary"]?.contains("Accept-Language") == true)
        let missing = try await client.get("/api/v1/niets")
        #expect(missing.status == 404)
        #expect(missing.json?["errors"] == nil)
    }

    @Test("waiting is named in seconds")
    func retry() async throws {
        let client = try TestSite().client
        #expect(try await client.get("/fout/429")[header: "Retry-After"] == "7")
        #expect(try await client.get("/fout/503")[header: "Retry-After"] == "30")
    }

    @Test("ASVS 15.1.3, 15.2.2: a body of another kind is 415, one too large is 413")
    func bodies() async throws {
        let client = try TestSite().client
        let path = "/api/v1/gebieden/_zoek"
        let good = try await client.send(.post, path, headers: ["Content-Type": "application/json; charset=utf-8"], body: Array("{\"a\":1}".utf8))
        #expect(good.status == 200 && good.text == "{\"a\":1}")
        #expect(try await client.send(.post, path, headers: ["Content-Type": "text/plain"], body: [1]).status == 415)
        #expect(try await client.send(.post, path, body: [1]).status == 415)
        let large = try await client.send(.post, path, headers: ["Content-Type": "application/json"], body: [UInt8](repeating: 32, count: 101))
        #expect(large.status == 413)
        #expect(large[header: "Content-Type"] == "application/problem+json")
        let form = try await client.post("/formulier", [("naam", String(repeating: "x", count: 70_000))])
        #expect(form.status == 413)
    }

    @Test("ASVS 1.2.1: words of a visitor in a path do not become markup")
    func escaping() async throws {
        let reply = try await TestSite().client.get("/gebieden/%3Cscript%3Ealert(1)%3C%2Fscript%3E%22?zoek=%22%3E%3Cscript%3E")
        #expect(reply.status == 404)
        #expect(!reply.text.contains("<script>") && !reply.text.contains("\"><script"))
    }
}

extension String {
    /// How often a text stands in this one.
    func components(_ part: String) -> Int { ranges(of: part).count }
}
