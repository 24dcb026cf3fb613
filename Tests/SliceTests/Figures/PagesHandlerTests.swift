import Areas
import Core
import Foundation
import HTML
import Jobs
import SQL
import TestSupport
import Testing
import Web

@testable import Figures

@Suite("Pages of figures through the router")
struct PagesHandlerTests {
    /// A database with the areas of the sample and two deliveries of one source, and the pages on top.
    private func withSite(_ body: (Client, Figures.Slice, JobStore) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(.sqlite, migrations: JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations) { database in
            try await database.write { transaction in
                try AreaStore.register(PagesSample.areas, in: transaction)
                try AreaStore.log(
                    AreaImport(year: 2024, level: nil, source: "test", digest: "1", areas: PagesSample.areas.count, importedAt: 1), in: transaction)
            }
            for number in 1...2 {
                let table = try Delivery.csv(
                    Array(Self.csv(addition: number).utf8), name: "test.csv",
                    mapping: DeliveryFiles.mapping(#""columns": [{ "column": "a", "indicator": "inwoners" }, { "column": "b", "indicator": "eenzaam" }]"#),
                    retrieved: DeliveryFiles.day)
                _ = try await FigureImport(database).store(table, digest: "\(number)", at: 1_780_000_000_000)
            }
            let jobs = JobStore(database)
            let slice = Figures.Slice(database: database, areas: Areas.Slice(database: database)) { 2026 }
            var routes = RouteTable()
            try routes.register(slice.routes(jobs: jobs))
            let client = Client(try WebStack.install(on: routes, configuration: WebConfiguration(), frame: SiteFrame(name: "Leefkring")))
            try await body(client, slice, jobs)
        }
    }

    private static func csv(addition: Int) -> String {
        let rows = (PagesSample.neighbourhoods + PagesSample.others).enumerated().map {
            "\($1),\($0 == 0 ? "" : String(500 + 250 * $0 + addition * 5)),\(20 + $0)"
        }
        return (["code,a,b"] + rows).joined(separator: "\n") + "\n"
    }

    @Test("every page answers in both languages with one heading, and nothing of a visitor's input is markup")
    func pages() async throws {
        try await withSite { client, _, jobs in
            try await jobs.start(id: "j1", kind: "import", title: "Inlezen <b>", at: 1)
            let code = PagesSample.neighbourhoods[1]
            let paths = [
                "/cijfers", "/cijfers/inwoners", "/cijfers/leefbaarometer-afwijking", "/bronnen", "/bronnen/test", "/bronnen/test/1", "/bronnen/test/2",
                "/gebieden/\(code)/kaart", "/gebieden/GM0001/kaart?cijfer=eenzaam&niveau=buurt&indeling=fisher-jenks&klassen=3", "/gebieden/NL00/kaart",
                "/vergelijken", "/vergelijken?gebied=\(code)&gebied=\(PagesSample.neighbourhoods[2])", "/taken", "/taken/j1",
            ]
            for path in paths {
                for prefix in ["", "/en"] {
                    let reply = try await client.get(prefix + path)
                    #expect(reply.status == 200, "\(prefix + path)")
                    #expect(reply.text.components(separatedBy: "<h1").count == 2, "\(prefix + path)")
                    #expect(!reply.text.contains("style=") && !reply.text.contains("Inlezen <b>") && !reply.text.contains("Buurt 1 <b>"))
                }
            }
        }
    }

    @Test(
        "what is not there is not found, never a fault of the server",
        arguments: [
            "/cijfers/bestaat-niet", "/bronnen/geen", "/bronnen/test/9", "/bronnen/test/x", "/gebieden/BU99999999/kaart", "/gebieden/onzin/kaart",
            "/gebieden/GM0001/cijfers.csv?jaar=1900", "/gebieden/GM0001/cijfers.json?editie=test:77", "/gebieden/GM0001/cijfers.xml", "/taken/geen",
        ])
    func notFound(path: String) async throws {
        try await withSite { client, _, _ in
            let reply = try await client.get(path)
            #expect(reply.status == 404)
        }
    }

    @Test(
        "a wrong value in a form is said beside its field, with status 400 and a title that begins with the fault",
        arguments: [
            ("/gebieden/GM0001/kaart?cijfer=niets", "cijfer"), ("/gebieden/GM0001/kaart?cijfer=inwoners&periode=1890", "periode"),
            ("/gebieden/GM0001/kaart?niveau=straat", "niveau"), ("/gebieden/GM0001/kaart?indeling=mooi", "indeling"),
            ("/gebieden/GM0001/kaart?klassen=0", "klassen"), ("/vergelijken?gebied=qqqqqqqqqqq", "gebied"),
            ("/vergelijken?gebied=BU00010000&gebied=BU00010001&cijfer=niets", "cijfer"),
            ("/vergelijken?" + (0..<6).map { "gebied=BU0002000\($0)" }.joined(separator: "&"), "gebied"),
        ])
    func wrongValues(path: String, field: String) async throws {
        try await withSite { client, _, _ in
            let reply = try await client.get(path)
            #expect(reply.status == 400)
            #expect(reply.text.contains("<title>Fout: "))
            #expect(reply.text.contains("href=\"#\(field)\""))
            if !path.contains("gebied=BU00020000&") { #expect(reply.text.contains("id=\"\(field)-fout\"")) }
        }
    }

    @Test("KWA-02: downloads hold the same figures as CSV and as JSON, of the newest delivery unless an older one is asked for")
    func downloads() async throws {
        try await withSite { client, _, _ in
            let code = PagesSample.neighbourhoods[1]
            let csv = try await client.get("/gebieden/\(code)/cijfers.csv")
            #expect(csv[header: "Content-Type"] == "text/csv; charset=utf-8; header=present")
            #expect(csv[header: "Content-Disposition"] == "attachment; filename=\"cijfers-\(code)-2024.csv\"")
            #expect(csv.text.contains(",760,"))
            let old = try await client.get("/gebieden/\(code)/cijfers.json?editie=test:1")
            let document = try JSONDecoder().decode(ProfileDocument.self, from: Data(old.bytes))
            #expect(document.figures.first { $0.key == "inwoners" }?.observations.first?.value == 755)
            #expect(document.sources.map(\.number) == [1])
            let both = try await client.get("/vergelijken/cijfers.json?gebied=\(code)&gebied=\(PagesSample.neighbourhoods[2])")
            let documents = try JSONDecoder().decode([ProfileDocument].self, from: Data(both.bytes))
            #expect(documents.count == 2)
            let none = try await client.get("/vergelijken/cijfers.csv")
            #expect(none.status == 400)
        }
    }

    @Test("the page of an area gets five panels; an older delivery says so, and an unknown one is not found")
    func areaPart() async throws {
        try await withSite { _, slice, _ in
            let area = try #require(PagesSample.gazetteer.area(PagesSample.code(PagesSample.neighbourhoods[1]), in: 2024))
            func part(_ address: PageAddress) async throws -> AreaPagePart {
                try await slice.areaPart(AreaPageRequest(area: area, language: .nl, address: address))
            }
            let address = AreasRoute.area(area.code).address
            let now = try await part(address)
            #expect(now.panels.map(\.anchor) == ["kort", "kaart", "cijfers", "weten", "meenemen"])
            #expect(now.facts.first?.value == "760")
            let old = try await part(address.with(.init("editie", "test:1")))
            #expect(old.facts.first?.value == "755")
            #expect(String(decoding: old.panels[0].content.rendered(), as: UTF8.self).contains("eerdere levering"))
            await #expect(throws: Problem.notFound) { try await part(address.with(.init("editie", "test:9"))) }
        }
    }
}
