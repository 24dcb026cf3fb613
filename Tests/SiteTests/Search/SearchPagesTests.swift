import Areas
import Core
import Foundation
import HTTPTypes
import Knowledge
import People
import SQL
import Site
import TestSupport
import Testing
import Web

@Suite("The one search of the site")
struct SearchPagesTests {
    @Test("figures, sources, explanations and organisations are found in both languages, with the words that were found marked")
    func everyKind() async throws {
        try await APISite.with { site async throws in
            let origin = Origin(person: nil, request: "test", channel: .commandLine, time: 1)
            let added = try await site.site.people.organisations.add(name: "Stichting Samen Verder", kind: .civilSociety, from: origin)
            for (target, link, words) in [
                ("/zoeken?q=ervaren+gezondheid", "/cijfers/goed-ervaren-gezondheid", "Cijfer"),
                ("/en/zoeken?q=perceived+health", "/en/cijfers/goed-ervaren-gezondheid", "Figure"),
                ("/zoeken?q=cookies", "/privacy", "Uitleg"), ("/en/zoeken?q=cookies", "/en/privacy", "Explanation"),
                ("/zoeken?q=verzonnen+cijfers&soort=bron", "/bronnen/lindenmeer-politie", "Bron"),
                ("/zoeken?q=oude+haven", "/gebieden/BU99990001", "buurt in Lindenmeer"),
            ] {
                let reply = try await site.client.get(target)
                #expect(reply.status == 200 && reply.text.contains("href=\"\(link)"), "\(target)")
                #expect(reply.text.contains(words), "\(target)")
            }
            let organisation = try await site.client.get("/zoeken?q=samen+verder").text
            #expect(
                organisation.contains("href=\"/organisaties/\(added.id)\"") && organisation.contains("<mark>Samen</mark> <mark>Verder</mark>")
                    && organisation.contains("Maatschappelijke organisatie"))
            #expect(try await site.client.get("/zoeken?q=gezondheid").text.contains("<mark>"))
        }
    }

    @Test("a mistyped word is named, with what it may be; a link asks for exactly what was typed")
    func corrections() async throws {
        try await APISite.with { site async throws in
            let page = try await site.client.get("/zoeken?q=gezondhied+x").text
            #expect(page.contains("Het woord ‘gezondhied’ komt hier niet voor. Bedoelde je <a href=\"/zoeken?q=gezondheid%20x\">gezondheid</a>?"))
            #expect(page.contains("letterlijk=ja"))
            let literal = try await site.client.get("/zoeken?q=gezondhied&letterlijk=ja").text
            #expect(literal.contains("Niets gevonden voor ‘gezondhied’") && literal.contains("Zoek ook op woorden die erop lijken"))
            #expect(try await site.client.get("/en/zoeken?q=helath").text.contains("Did you mean"))
        }
    }

    @Test("results are narrowed by kind and theme, a choice is taken back by its own link, and more than a page is leafed through")
    func narrowing() async throws {
        try await APISite.with { site async throws in
            let all = try await site.client.get("/zoeken?q=aandeel+inwoners").text
            #expect(all.contains("soort=cijfer") && all.contains("label=thema%3A") && all.contains("pagina=2") && all.contains("Pagina 1 van "))
            let figures = try await site.client.get("/zoeken?q=aandeel+inwoners&soort=cijfer").text
            #expect(figures.contains("aria-current=\"true\"") && figures.contains("href=\"/zoeken?q=aandeel%20inwoners\""))
            let second = try await site.client.get("/zoeken?q=aandeel+inwoners&pagina=2").text
            #expect(second.contains("rel=\"prev\"") && second.contains("Pagina 2 van "))
            let none = try await site.client.get("/zoeken?q=lindenmeer&soort=mens").text
            #expect(none.contains("Niets gevonden") && none.contains("Zoek opnieuw zonder je keuzes") && none.contains("href=\"/gebieden\""))
        }
    }

    @Test("without a question the page says what can be found; an empty or hostile one breaks nothing")
    func nothingAsked() async throws {
        try await APISite.with { site async throws in
            for target in ["/zoeken", "/zoeken?q=", "/zoeken?q=++", "/zoeken?soort=cijfer"] {
                let reply = try await site.client.get(target)
                #expect(reply.status == 200 && reply.text.contains("Dit kun je vinden"), "\(target)")
            }
            for words in ["%22", "-", "--", "%22-%22", "*", "%00%00", "a+OR+1%3D1", "de+het+een", "%F0%9F%98%80", String(repeating: "wijk+", count: 400)] {
                #expect(try await site.client.get("/zoeken?q=\(words)").status == 200, "\(words.prefix(20))")
                #expect(try await site.client.get("/zoeken/suggesties?q=\(words)").status == 200, "\(words.prefix(20))")
            }
            let marked = try await site.client.get("/zoeken?q=%3Cscript%3Ealert(1)%3C/script%3E+gezondheid").text
            #expect(!marked.contains("<script>alert") && marked.contains("&lt;script&gt;"))
        }
    }

    @Test("suggestions are areas first, then other things with what they are; the same for everyone")
    func suggestions() async throws {
        try await APISite.with { site async throws in
            let mixed = try await site.client.get("/zoeken/suggesties?q=won")
            #expect(mixed.text.contains("href=\"/cijfers/") && mixed.text.contains("Cijfer · Wonen"))
            #expect(mixed.text.components(separatedBy: "<li>").count <= 9)
            #expect(try await site.client.get("/en/zoeken/suggesties?q=househ").text.contains("href=\"/en/cijfers/"))
            #expect(try await site.client.get("/zoeken/suggesties?q=x").text.contains("<li>") == false)
        }
    }

    @Test("ZOE-02: only an administrator with a second factor finds people; the people found have a line in their log; nobody finds a mail address")
    func people() async throws {
        try await PeopleSite.with { site in
            let person = try await site.add("Quirine Zonneveld", "quirine@geheim.example")
            let visitor = site.client()
            let resident = try await site.client(PermissionTable.Subject(role: .resident, proof: .oneFactor))
            let early = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .oneFactor))
            for client in [visitor, resident, early] {
                for target in ["/zoeken?q=Zonneveld", "/zoeken?q=Zonnevelt", "/zoeken?q=quirine&soort=mens", "/zoeken/suggesties?q=zonnev"] {
                    let text = try await client.get(target).text
                    #expect(!text.contains("Zonneveld</a>") && !text.contains("<mark>Zonneveld") && !text.contains("Bedoelde je"), "\(target)")
                    #expect(!text.contains("Mensen</"), "\(target)")
                }
            }
            #expect(try await site.people.readLog.lines(about: person.id).isEmpty)
            let administrator = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
            let found = try await administrator.get("/zoeken?q=Zonneveld")
            #expect(found.text.contains("Quirine <mark>Zonneveld</mark>") && found[header: "Cache-Control"] == "no-store")
            #expect(try await site.people.readLog.lines(about: person.id).count == 1)
            #expect(!(try await administrator.get("/zoeken/suggesties?q=zonnev").text.contains("Zonneveld")))
            for words in ["geheim", "geheim.example"] {
                #expect(!(try await administrator.get("/zoeken?q=\(words)&letterlijk=ja").text.contains("Zonneveld")), "\(words)")
            }
        }
    }

    @Test("someone whose account is erased is not found any more", arguments: TestDatabase.engines)
    func erased(engine: TestDatabase.Engine) async throws {
        try await PeopleSite.with(engine) { site in
            let person = try await site.add("Quirine Zonneveld", "quirine@voorbeeld.nl")
            let administrator = try await site.client(PermissionTable.Subject(role: .functionalAdministrator, proof: .twoFactors))
            let isFound = { try await administrator.get("/zoeken?q=Zonneveld&soort=mens").text.contains("<mark>Zonneveld</mark>") }
            #expect(try await isFound())
            try await site.people.persons.erase(person.id, from: site.origin)
            try await site.site.knowledge.desk.refresh()
            #expect(try await !isFound())
        }
    }

    @Test("a write on one node is found on another at its next look, and nodes look by themselves", arguments: TestDatabase.engines)
    func twoNodes(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let here = try await Composition.open(address, connections: 2), there = try await Composition.open(address, connections: 2)
            try await SmallTown.load(into: here.database)
            var configuration = Configuration(database: address, assets: "Public")
            configuration.web.rateLimit = nil
            let clients = [Client(try here.stack(configuration)), Client(try there.stack(configuration))]
            for client in clients { #expect(try await client.get("/zoeken?q=Sterrenwacht").text.contains("Niets gevonden")) }
            let origin = Origin(person: nil, request: "test", channel: .commandLine, time: 1)
            for number in 0..<3 {
                let name = "Sterrenwacht\(number)"
                try await here.people.organisations.add(name: name, kind: .civilSociety, from: origin)
                for node in [here, there] { try await node.knowledge.desk.refresh() }
                for client in clients { #expect(try await client.get("/zoeken?q=\(name)").text.contains("<mark>\(name)</mark>")) }
            }
            // An import of areas is a write too.
            try await here.database.write { transaction in
                let new = try #require(AreaCode("BU99990004"))
                try AreaStore.register([Area(year: 2024, code: new, name: "Zonnepoort", parent: new.district)], in: transaction)
                try AreaStore.log(AreaImport(year: 2024, level: nil, source: "x", digest: "x", areas: 1, importedAt: 2), in: transaction)
            }
            let upkeep = Task { await there.knowledge.desk.follow { error in Issue.record(error) } }
            // How long it takes with nothing else to do, Tests/Cli/test_search_upkeep.py measures.
            #expect(try await Patience.comes { try await clients[1].get("/zoeken?q=zonnepoort+inwoners").text.contains("/gebieden/BU99990004") })
            upkeep.cancel()
            await upkeep.value
            await here.database.close()
            await there.database.close()
        }
    }
}

/// Waits for something that comes by itself.
enum Patience {
    /// Whether it comes within half a minute: tests share the machine.
    static func comes(_ isSo: () async throws -> Bool) async throws -> Bool {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(30) {
            if try await isSo() { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }
}
