import Core
import Knowledge
import People
import Site
import TestSupport
import Testing
import Web

@Suite("Pages of synonyms and of labels in the search")
struct SynonymPagesTests {
    private static let administrator = PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors)

    @Test("ZOE-02: an administrator adds, changes, takes away and brings back a group of words, and the search follows; in both languages")
    func journey() async throws {
        try await PeopleSite.with { site in
            let client = try await site.client(Self.administrator), visitor = site.client()
            try await site.people.organisations.add(name: "Stichting Stoepkrijt", kind: .civilSociety, from: site.origin)
            let list = try await client.get("/beheer/synoniemen").text
            #expect(list.contains("uitkering, bijstand") && list.contains("social assistance"))
            #expect(try await client.get("/en/beheer/synoniemen").text.contains("Words that mean the same"))
            #expect(try await client.get("/beheer/mensen").text.contains("href=\"/beheer/synoniemen\""))
            func finds() async throws -> Bool {
                try await site.site.knowledge.desk.refresh()
                return try await visitor.get("/zoeken?q=pleintekening").text.contains("Stichting")
            }
            #expect(try await !finds())
            let added = try await site.post("/beheer/synoniemen", [("woorden", "stoepkrijt\r\npleintekening"), ("woorden-en", "")], by: client)
            #expect(added.status == 303)
            #expect(try await finds())
            let group = try #require(try await site.site.knowledge.synonyms.all().first { $0.words.nl.contains("stoepkrijt") })
            let place = "/beheer/synoniemen/\(group.key)"
            #expect(try await client.get(place).text.contains("stoepkrijt\npleintekening"))
            #expect(try await site.post(place, [("woorden", "stoepkrijt\nkrijtje"), ("woorden-en", "chalk")], by: client).status == 303)
            #expect(try await !finds())
            #expect(try await site.post(place + "/einde", by: client).status == 303)
            #expect(try await client.get(place).text.contains("Weer gebruiken"))
            #expect(try await site.post(place + "/einde", by: client).status == 404)
            #expect(try await site.post(place + "/hervat", by: client).status == 303)
        }
    }

    @Test("a faulty group says what to do and keeps the words; what is not there is not found")
    func faults() async throws {
        try await PeopleSite.with { site in
            let client = try await site.client(Self.administrator)
            for (fields, message) in [
                ([("woorden", "alleen")], "Vul twee of meer woorden in"), ([("woorden", ""), ("woorden-en", "")], "Vul twee of meer woorden in"),
                ([("woorden", "alleen\neen twee drie vier vijf")], "Gebruik hoogstens vier woorden op een regel"),
                ([("woorden", (0..<30).map { "w\($0)" }.joined(separator: "\n"))], "Vul hoogstens 20 woorden in"),
            ] {
                let reply = try await site.post("/beheer/synoniemen", fields, by: client)
                #expect(reply.status == 400 && reply.text.contains(message), "\(message)")
                if let first = fields[0].1.split(separator: "\n").first { #expect(reply.text.contains(first), "the words stay") }
            }
            for target in ["/beheer/synoniemen/geen", "/beheer/synoniemen/geen/einde", "/beheer/synoniemen/geen/hervat"] {
                #expect(try await site.post(target, [("woorden", "a\nb")], by: client).status == 404, "\(target)")
            }
        }
    }

    @Test("ORG-02, ZOE-01: programmes, their parts and labels are found; each of the three goals finds what carries it, without any word")
    func goals() async throws {
        try await PeopleSite.with { site in
            let goals = ["Leefbaarheid", "Sociale verbondenheid", "Inwoners activeren"], client = site.client()
            for (number, goal) in goals.enumerated() {
                let facts = Programme.Facts(name: "Programma nummer \(number)", purpose: "Over huiswerk.", goals: [goal])
                try await site.people.programmes.add(facts, from: site.origin)
            }
            for (number, label) in ["leefbaarheid", "sociale-verbondenheid", "inwoners-activeren"].enumerated() {
                let page = try await client.get("/zoeken?label=doel:\(label)&soort=programma").text
                #expect(page.contains("href=\"/programmas/programma-nummer-\(number)\""), "\(label)")
                for other in 0..<3 where other != number { #expect(!page.contains("href=\"/programmas/programma-nummer-\(other)\""), "\(label)") }
            }
            let parts = try await client.get("/zoeken?q=pilots&soort=programmaonderdeel").text
            #expect(parts.contains("Spoor van Programma nummer 0") && parts.contains("<mark>Pilots</mark>"))
            #expect(try await client.get("/zoeken?q=huiswerk").text.contains("Programma nummer 1"))
            #expect(try await client.get("/zoeken?q=dorpshuis").text.contains("href=\"/onderwerpen/dorpshuizen\""))
            #expect(try await client.get("/en/zoeken?q=loneliness").text.contains("href=\"/en/onderwerpen/eenzaamheid\""))
            let both = try await client.get("/zoeken?label=doel:leefbaarheid&label=doel:sociale-verbondenheid").text
            #expect(both.contains("Niets gevonden met dit label") && both.contains("name=\"label\" value=\"doel:leefbaarheid\""))
        }
    }
}
