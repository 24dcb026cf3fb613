import Areas
import Core
import Dispatch
import Foundation
import HTML
import Jobs
import Measures
import SQL
import Synchronization
import TestSupport
import Testing
import Web

@testable import Figures

@Suite("Pages of the area analysis through the router")
struct AnalysisHandlerTests {
    private static let keys = ["inwoners", "eenzaam", "overgewicht", "vrijwilligers", "regie-over-leven", "huishoudens-laag-inkomen"]

    /// Two made-up municipalities with six figures, and the pages on top.
    private func withSite(_ body: (Client) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(.sqlite, migrations: JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations) { database in
            try await database.write { transaction in
                try AreaStore.register(PagesSample.areas, in: transaction)
                try AreaStore.log(
                    AreaImport(year: 2024, level: nil, source: "test", digest: "1", areas: PagesSample.areas.count, importedAt: 1), in: transaction)
            }
            let columns = Self.keys.map { #"{ "column": "\#($0)", "indicator": "\#($0)" }"# }.joined(separator: ", ")
            let table = try Delivery.csv(
                Array(Self.csv.utf8), name: "test.csv", mapping: DeliveryFiles.mapping("\"columns\": [\(columns)]"), retrieved: DeliveryFiles.day)
            _ = try await FigureImport(database).store(table, digest: "1", at: 1_780_000_000_000)
            let slice = Figures.Slice(database: database, areas: Areas.Slice(database: database)) { 2026 }
            var routes = RouteTable()
            try routes.register(slice.routes(jobs: JobStore(database)))
            try await body(Client(try WebStack.install(on: routes, configuration: WebConfiguration(), frame: SiteFrame(name: "Leefkring"))))
        }
    }

    private static let csv: String = {
        let codes = PagesSample.neighbourhoods + PagesSample.others
        let rows = codes.enumerated().map { index, code in
            ([code, String(500 + 250 * index)] + (1...4).map { String(20 + (index * (2 * $0 + 1)) % 14) } + ["\(5 + index % 5)"]).joined(separator: ",")
        }
        return ((["code"] + keys).joined(separator: ",") + "\n") + rows.joined(separator: "\n") + "\n"
    }()

    private static let index = "cijfer=eenzaam&cijfer=overgewicht&cijfer=vrijwilligers&rondes=100"

    @Test(
        "WYK-02: every analysis answers in both languages with one heading, a table, what it does not say, and no markup of others",
        arguments: [
            "/gebieden/GM0001/analyse", "/gebieden/GM0001/analyse/stapeling", "/gebieden/BU00010001/analyse/stapeling?vanaf=1",
            "/gebieden/GM0001/analyse/rangorde", "/gebieden/GM0001/analyse/rangorde?cijfer=huishoudens-laag-inkomen",
            "/gebieden/GM0001/analyse/index?\(index)", "/gebieden/GM0001/analyse/index?\(index)&gebied=BU00010000&gebied=BU00020001&gebied=BU00020002",
        ])
    func pages(path: String) async throws {
        try await withSite { client in
            for prefix in ["", "/en"] {
                let reply = try await client.get(prefix + path)
                #expect(reply.status == 200)
                #expect(reply.text.components(separatedBy: "<h1").count == 2)
                #expect(!reply.text.contains("style=") && !reply.text.contains("Buurt 1 <b>"))
                guard path != "/gebieden/GM0001/analyse" else { continue }
                #expect(reply.text.contains("<table") && reply.text.contains(prefix == "" ? "Wat dit niet zegt" : "What this does not say"))
            }
        }
    }

    @Test(
        "a wrong value is said beside its field, with status 400, a title that begins with the fault, and the words that were sent",
        arguments: [
            ("stapeling?cijfer=niets", "cijfer", nil), ("stapeling?deel=alles", "deel", "alles"), ("stapeling?cijfer=eenzaam", "cijfer", nil),
            ("stapeling?cijfer=eenzaam&cijfer=overgewicht&vanaf=5", "vanaf", "5"),
            ("stapeling?cijfer=eenzaam&cijfer=overgewicht&grens-eenzaam=vaak", "grens-eenzaam", "vaak"), ("rangorde?cijfer=niets", "cijfer", nil),
            ("rangorde?cijfer=eenzaam&periode=1890", "periode", nil), ("index?rondes=9", "rondes", "9"), ("index?gebied=BU00010000", "gebied", nil),
            ("index?niveau=land", "niveau", nil),
        ])
    func wrongValues(path: String, field: String, words: String?) async throws {
        try await withSite { client in
            let reply = try await client.get("/gebieden/GM0001/analyse/" + path)
            #expect(reply.status == 400)
            #expect(reply.text.contains("<title>Fout: "))
            #expect(reply.text.contains("href=\"#\(field)\"") && reply.text.contains("id=\"\(field)-fout\"") && reply.text.contains("id=\"\(field)\""))
            if let words { #expect(reply.text.contains("value=\"\(words)\"")) }
        }
    }

    @Test("every file that a page names can be fetched, and its address holds every choice")
    func files() async throws {
        try await withSite { client in
            for path in ["stapeling?vanaf=2", "rangorde?cijfer=eenzaam", "index?\(Self.index)"] {
                let page = try await client.get("/gebieden/GM0001/analyse/" + path).text
                let links = page.components(separatedBy: "class=\"knop licht\" href=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
                #expect(links.count >= 3, "\(path)")
                for link in links {
                    let reply = try await client.get(String(link).replacing("&amp;", with: "&"))
                    #expect(reply.status == 200 && !reply.bytes.isEmpty, "\(link)")
                    #expect(reply[header: "Content-Disposition"]?.hasPrefix("attachment") == true)
                    if link.contains("uitkomst.json") { #expect(try JSONSerialization.jsonObject(with: Data(reply.bytes)) is [String: Any]) }
                }
            }
        }
    }

    @Test(
        "what is not there is not found; a file of a faulty question is refused",
        arguments: [
            ("/gebieden/GM9999/analyse", 404), ("/gebieden/onzin/analyse", 404), ("/gebieden/GM0001/analyse/onzin", 404),
            ("/gebieden/GM0001/analyse/stapeling/onzin.csv", 404), ("/gebieden/GM0001/analyse/stapeling/index.yml", 404),
            ("/gebieden/GM0001/analyse/stapeling/uitkomst.csv?deel=x", 400),
        ])
    func notFound(path: String, status: Int) async throws {
        try await withSite { client in
            let reply = try await client.get(path)
            #expect(reply.status == status)
        }
    }
}

@Suite("Outcomes that are kept")
struct AnalysisShelfTests {
    private func withJobs(_ body: (JobStore) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(.sqlite, migrations: JobStore.migrations) { try await body(JobStore($0)) }
    }

    private let key = Self.key(of: Gazetteer.Identity(), Gazetteer.Identity())

    private static func key(of gazetteer: Gazetteer.Identity, _ boundaries: Gazetteer.Identity) -> AnalysisShelf<RankingQuestion, Int>.Key {
        .init(
            question: RankingQuestion(figure: "eenzaam"),
            ground: AnalysisKey(areas: [], place: PagesSample.areas[0], editions: [1], gazetteer: gazetteer, boundaries: boundaries))
    }

    @Test("an outcome is computed again when areas or boundaries were read again, though the areas and deliveries are the same")
    func boundaries() async throws {
        try await withJobs { jobs in
            let shelf = AnalysisShelf<RankingQuestion, Int>(jobs: jobs)
            let count = Mutex(0)
            let work: AnalysisShelf<RankingQuestion, Int>.Work = { _ in
                count.withLock {
                    $0 += 1; return $0
                }
            }
            let (gazetteer, other) = (Gazetteer.Identity(), Gazetteer.Identity())
            let keys = [
                Self.key(of: gazetteer, other), Self.key(of: gazetteer, other), Self.key(of: gazetteer, Gazetteer.Identity()),
                Self.key(of: Gazetteer.Identity(), other), Self.key(of: gazetteer, other),
            ]
            let found = try keys.map { try shelf.direct($0, work) }
            #expect(found == [1, 1, 2, 3, 1])
        }
    }

    @Test("an outcome is computed once, however many ask for it")
    func once() async throws {
        try await withJobs { jobs in
            let shelf = AnalysisShelf<RankingQuestion, Int>(jobs: jobs)
            let count = Mutex(0)
            let work: AnalysisShelf<RankingQuestion, Int>.Work = { _ in
                count.withLock {
                    $0 += 1; return $0
                }
            }
            let key = key
            let found = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<8 { group.addTask { try await shelf.whole(key, title: "x", work) } }
                var found: [Int?] = []
                for try await one in group { found.append(one) }
                return found
            }
            #expect(found == Array(repeating: 1, count: 8))
            #expect(try shelf.direct(key, work) == 1)
        }
    }

    @Test("boundaries of the same year that are read again make another ground for outcomes", arguments: TestDatabase.engines)
    func readAgain(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations) { database in
            func read(_ digest: String) async throws {
                try await database.write { transaction in
                    try AreaStore.log(
                        AreaImport(year: 2024, level: .neighbourhood, source: "test", digest: digest, areas: PagesSample.areas.count, importedAt: 1),
                        in: transaction)
                }
            }
            try await database.write { try AreaStore.register(PagesSample.areas, in: $0) }
            try await read("1")
            let slice = Figures.Slice(database: database, areas: Areas.Slice(database: database)) { 2026 }
            let (gazetteer, maps) = (try await slice.areas.gazetteer.current().identity, try await slice.maps.current().identity)
            let same = (try await slice.areas.gazetteer.current().identity, try await slice.maps.current().identity)
            #expect(same.0 == gazetteer && same.1 == maps)
            try await read("2")
            let other = try await eventually { () -> Gazetteer? in
                let current = try await slice.areas.gazetteer.current()
                return current.identity == gazetteer ? nil : current
            }
            #expect(other?.newest(PagesSample.areas[0].code) == PagesSample.areas[0], "the areas themselves are the same")
            let isNew = try await eventually { try await slice.maps.current().identity == maps ? nil : true }
            #expect(isNew == true)
        }
    }

    /// Asks again until there is something, for at most half a minute: other tests may keep the machine busy.
    private func eventually<Value: Sendable>(_ find: () async throws -> Value?) async throws -> Value? {
        for _ in 0..<600 {
            if let found = try await find() { return found }
            try await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }

    @Test("a long first computation shows how far it is, as a job, and then is ready")
    func long() async throws {
        try await withJobs { jobs in
            let shelf = AnalysisShelf<RankingQuestion, Int>(jobs: jobs)
            let gate = DispatchSemaphore(value: 0)
            let work: AnalysisShelf<RankingQuestion, Int>.Work = { (execution) throws(Cancelled) -> Int? in
                _ = try execution.blocks(of: 2, size: 1) { block in
                    if block.lowerBound == 1 { gate.wait() }
                    return [0]
                }
                return 42
            }
            guard case .working(let progress) = try await shelf.state(key, title: "Clusters in Lindenmeer", patience: .milliseconds(50), work) else {
                gate.signal()
                Issue.record("not working")
                return
            }
            let job = try #require(try await eventually { try await jobs.find(progress.id) })
            #expect(job.title == "Clusters in Lindenmeer" && job.outcome == nil)
            #expect(progress.part == 0.5)
            gate.signal()
            #expect(try await shelf.whole(key, title: "x", work) == 42)
            let ended = try await eventually { try await jobs.find(progress.id).flatMap { $0.outcome == nil ? nil : $0 } }
            #expect(ended?.outcome == .done)
        }
    }
}
