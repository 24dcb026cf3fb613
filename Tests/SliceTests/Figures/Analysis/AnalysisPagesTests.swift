import Areas
import Core
import Figures
import Foundation
import Jobs
import SQL
import TestSupport
import Testing
import Web

@Suite("Pages of clusters, funnel, change and comparable areas through the router")
struct AnalysisPagesTests {
    private func withTown(_ body: (Client) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(.sqlite, migrations: JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations) { database in
            try await SmallTown.load(into: database)
            let slice = Figures.Slice(database: database, areas: Areas.Slice(database: database)) { 2026 }
            var routes = RouteTable()
            try routes.register(slice.routes(jobs: JobStore(database)))
            try await body(Client(try WebStack.install(on: routes, configuration: WebConfiguration(), frame: SiteFrame(name: "Leefkring"))))
        }
    }

    @Test(
        "WYK-02: every page answers in both languages with one heading and how to read it", arguments: ["clusters", "trechter", "veranderd", "vergelijkbaar"])
    func pages(kind: String) async throws {
        try await withTown { client in
            for area in [SmallTown.municipality, SmallTown.complete, "PV25"] {
                for prefix in ["", "/en"] {
                    let path = "\(prefix)/gebieden/\(area)/analyse/\(kind)"
                    let reply = try await client.settled(path)
                    #expect(reply.status == 200, "\(path)")
                    #expect(reply.text.components(separatedBy: "<h1").count == 2 && reply.text.contains("id=\"duiding\""), "\(path)")
                    #expect(!reply.text.contains("style=") && !reply.text.contains("<script"), "\(path)")
                }
            }
        }
    }

    @Test("WYK-32: clusters are found with the stored borders, and the neighbours can be fetched")
    func borders() async throws {
        try await withTown { client in
            let page = try await client.settled("/gebieden/\(SmallTown.municipality)/analyse/clusters?cijfer=misdrijven-per-1000")
            #expect(page.status == 200 && page.text.contains("Moran") && page.text.contains("class=\"kaart\""))
            let file = try await client.get("/gebieden/\(SmallTown.municipality)/analyse/clusters/buren.gal?cijfer=misdrijven-per-1000")
            #expect(file.status == 200 && file.text.hasPrefix("5\n") && file.text.contains("BU99990001 "))
        }
    }

    @Test(
        "a choice that cannot be is said in the form, and nothing of it is markup",
        arguments: [
            "clusters?methode=x", "clusters?startgetal=-1", "clusters?trekkingen=1", "clusters?cijfer=<b>", "trechter?cijfer=woningwaarde",
            "trechter?spreiding=x", "trechter?periode=1900", "veranderd?van=2030", "veranderd?cijfer=bestaat-niet", "vergelijkbaar?voor=<b>",
            "vergelijkbaar?kenmerk=misdrijven-per-1000", "vergelijkbaar?voor=BU00000000", "vergelijkbaar?afstand=x",
        ])
    func faults(query: String) async throws {
        try await withTown { client in
            let encoded = query.replacingOccurrences(of: "<b>", with: "%3Cb%3E")
            let reply = try await client.get("/gebieden/\(SmallTown.municipality)/analyse/\(encoded)")
            #expect(reply.status == 400, "\(query)")
            #expect(!reply.text.contains("<b>") && reply.text.contains("foutregel"))
        }
    }
}
