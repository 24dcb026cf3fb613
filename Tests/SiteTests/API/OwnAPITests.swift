import OpenAPI
import TestSupport
import Testing

@Suite("API: own data")
struct OwnAPITests {
    @Test("own tables are listed, with their words and no numbers of their own")
    func tables() async throws {
        try await APISite.with { api async throws in
            let list = try await api.tree("/eigen-cijfers")
            #expect(list["totaal"] == 1 && list.texts("tellingen", "sleutel") == [SmallTown.reports])
            let table = try await api.tree("/eigen-cijfers/meldingen")
            #expect(
                table["ondergrens"] == 10 && table["levering"] == 1 && table.at("_links", "cellen", "href")?.text == "/api/v1/eigen-cijfers/meldingen/cellen")
            _ = try await api.get("/eigen-cijfers/geen", status: 404)
            _ = try await api.get("/eigen-cijfers/Fout!", status: 404)
        }
    }

    @Test("WYK-35: own data: a withheld number is null with its reason, and every number is rounded and never 1 to 9")
    func cells() async throws {
        try await APISite.with { api async throws in
            let cells = try await api.tree("/eigen-cijfers/meldingen/cellen?aantal=1000")["cellen"]?.elements ?? []
            // Five neighbourhoods, two districts and the municipality, in two categories and in all.
            #expect(cells.count == 24)
            for cell in cells {
                if let number = cell["aantal"]?.number {
                    #expect(Int(number) % 5 == 0 && (number == 0 || number >= 10) && cell["reden"]?.text == nil)
                } else {
                    #expect(cell["reden"]?.text == "afgeschermd")
                }
            }
            // Ten in the first neighbourhood, seven and three.
            let first = cells.filter { $0["gebied"]?.text == SmallTown.complete && $0["categorie"]?.text != nil }
            #expect(first.count == 2 && first.allSatisfy { $0["aantal"]?.number == nil })
            #expect(try await api.tree("/eigen-cijfers/meldingen/cellen?niveau=wijk")["totaal"] == 6)
            #expect(try await api.faults("/eigen-cijfers/meldingen/cellen?niveau=straat&x=1") == ["x", "niveau"])
        }
    }

    @Test("a custom area gives the sums of its neighbourhoods, and says what cannot be put together")
    func areas() async throws {
        try await APISite.with { api async throws in
            #expect(try await api.tree("/eigen-gebieden").texts("eigenGebieden", "sleutel") == [SmallTown.customArea])
            let area = try await api.tree("/eigen-gebieden/wijkteam-noord")
            let figures = area["cijfers"]?.elements ?? []
            let residents = try #require(figures.first { $0["indicator"]?.text == "inwoners" })
            #expect(residents["waarde"] == 5425 && residents["ondergrens"]?.number == 5417 && residents["bovengrens"]?.number == 5433)
            #expect(figures.contains { $0["waarde"]?.number == nil && $0.at("reden", "nl")?.text?.isEmpty == false })
            #expect(area["eigenCijfers"]?.elements.first?["cellen"]?.elements.count == 3)
        }
    }
}
