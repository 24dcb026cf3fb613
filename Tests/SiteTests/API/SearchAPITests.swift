import Core
import OpenAPI
import SQL
import TestSupport
import Testing

@Suite("The search in the API")
struct SearchAPITests {
    @Test("the API gives what the page gives: areas with the name first, then the rest, with counts by kind, and pages without a gap")
    func results() async throws {
        try await APISite.with { site async throws in
            let all = try await site.tree("/zoekresultaten?zoek=meerzicht")
            #expect(all.texts("resultaten", "sleutel").prefix(3) == ["WK99990A", "BU99990A01", "BU99990A02"])
            #expect(all["soorten"]?.elements.first?["aantal"]?.number == 3 && all["taal"]?.text == "nl")
            let health = try await site.tree("/zoekresultaten?zoek=gezondheid&soort=cijfer&taal=en")
            let keys = health.texts("resultaten", "sleutel")
            #expect(keys.contains("goed-ervaren-gezondheid") && Set(health.texts("resultaten", "soort")) == ["cijfer"])
            var seen: [String] = [], page = 1
            while seen.count < keys.count, page < 100 {
                seen += try await site.tree("/zoekresultaten?zoek=gezondheid&soort=cijfer&taal=en&aantal=3&pagina=\(page)").texts("resultaten", "sleutel")
                page += 1
            }
            #expect(seen == keys)
        }
    }

    @Test("a mistyped word says what was looked for")
    func corrections() async throws {
        try await APISite.with { site async throws in
            let answer = try await site.tree("/zoekresultaten?zoek=gezondhied")
            #expect(answer["verbeterd"]?.elements.first?["woord"]?.text == "gezondhied")
            #expect(answer["verbeterd"]?.elements.first?["gezochtOp"]?.elements.first?.text == "gezondheid")
        }
    }

    @Test("without words there is no result; with too many, an unknown kind or language the faults are named")
    func faults() async throws {
        try await APISite.with { site async throws in
            #expect(try await site.tree("/zoekresultaten")["gevonden"]?.number == 0)
            #expect(try await site.faults("/zoekresultaten?zoek=") == ["zoek"])
            #expect(try await site.faults("/zoekresultaten?zoek=x&soort=y&taal=fr") == ["soort", "taal"])
            #expect(try await site.faults("/zoekresultaten?zoek=\(String(repeating: "a", count: 101))") == ["zoek"])
            _ = try await site.get("/zoekresultaten?zoek=x&pagina=1000000&aantal=1000")
        }
    }
}
