import Areas
import Core
import Foundation
import Jobs
import SQL
import Synchronization
import TestSupport
import Testing
import Transfer

@testable import Site

/// Packs bytes as the application does.
enum Packing {
    static func zlib(_ bytes: [UInt8]) throws -> [UInt8] { try Deflate.compress(bytes, as: .zlib, level: 6) }
}

@Suite("Long work")
struct WorkTests {
    private func with(_ engine: TestDatabase.Engine, _ body: (Composition) async throws -> Void) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let site = try await Composition.open(address, connections: 3)
            do {
                try await body(site)
            } catch {
                await site.database.close()
                throw error
            }
            await site.database.close()
        }
    }

    @Test("work is a job with its progress, seen by the watcher and in the database, and ends with its report", arguments: TestDatabase.engines)
    func done(engine: TestDatabase.Engine) async throws {
        try await with(engine) { site in
            let seen = Mutex<[String]>([])
            let runner = JobRunner(site.jobs, watcher: WorkProgress { stage, done, total in seen.withLock { $0.append("\(stage.nl) \(done) \(total ?? -1)") } })
            let jobs = site.jobs
            let ending = try await runner.run(kind: "figures", title: "kwb.csv") { progress in
                progress(Localized(nl: "lezen", en: "reading"), 3, of: 4)
                var job = try await jobs.newest().first
                for _ in 0..<100 where job?.done != 3 {
                    try await Task.sleep(for: .milliseconds(50))
                    job = try await jobs.newest().first
                }
                #expect(job?.done == 3 && job?.total == 4 && job?.stage.en == "reading" && job?.outcome == nil)
                return JobRunner.Ending(.done, "kwb.csv: 8 gebieden\nnoot 1\nnoot 2")
            }
            #expect(ending.summary == "kwb.csv: 8 gebieden" && ending.notes == ["noot 1", "noot 2"])
            #expect(seen.withLock { $0 } == ["lezen 3 4"])
            let job = try #require(try await jobs.newest().first)
            #expect(job.outcome == .done && job.report == ending.report && job.endedAt != nil)
        }
    }

    @Test("a refusal ends the job with every reason in its report, and is thrown on", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        try await with(engine) { site in
            let diagnostics = (2...4).map {
                Diagnostic(.error, source: "kwb.csv", row: $0, value: "x", reason: Localized(nl: "geen getal", en: "not a number"))
            }
            await #expect(throws: ImportRefused.self) {
                try await JobRunner(site.jobs).run(kind: "figures", title: "kwb.csv") { _ in throw ImportRefused(diagnostics) }
            }
            let job = try #require(try await site.jobs.newest().first)
            #expect(job.outcome == .refused)
            #expect(job.report.split(separator: "\n") == diagnostics.map { Substring($0.line(in: .nl)) })
        }
    }

    @Test("a failure and a cancellation end the job as such, and tell nothing that could be secret", arguments: TestDatabase.engines)
    func failed(engine: TestDatabase.Engine) async throws {
        try await with(engine) { site in
            await #expect(throws: SQLError.self) {
                try await JobRunner(site.jobs).run(kind: "a", title: "a") { _ in throw SQLError.connection("postgres://admin:geheim@host") }
            }
            #expect(try await site.jobs.newest().map(\.outcome) == [.failed])
            #expect(try await site.jobs.newest().map(\.report) == [""])
            let jobs = site.jobs
            let work = Task {
                try await JobRunner(jobs).run(kind: "b", title: "b") { _ in
                    try await Task.sleep(for: .seconds(60))
                    return JobRunner.Ending(.done, "")
                }
            }
            for _ in 0..<100 where try await jobs.newest().count < 2 { try await Task.sleep(for: .milliseconds(20)) }
            work.cancel()
            await #expect(throws: CancellationError.self) { try await work.value }
            #expect(try await jobs.newest().first { $0.kind == "b" }?.outcome == .cancelled)
        }
    }

    @Test("a file of boundaries is imported as a job, a second time as 'nothing new', and a bad or missing file is refused", arguments: TestDatabase.engines)
    func boundaries(engine: TestDatabase.Engine) async throws {
        try await with(engine) { site in
            try await TestDatabase.withDirectory { folder in
                let square = "[[180000,450000],[181000,450000],[181000,451000],[180000,450000]]"
                func write(_ name: String, _ code: String) throws -> BoundaryFile {
                    let text =
                        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"\#(code)"},"geometry":{"type":"Polygon","coordinates":[\#(square)]}}]}"#
                    try Data(text.utf8).write(to: folder.appending(path: name))
                    return BoundaryFile(path: folder.appending(path: name).path, format: .geoJSON, year: 2024, level: .municipality)
                }
                let importing = Importing(site)
                let good = try write("gemeente.geojson", "GM9999"), bad = try write("fout.geojson", "BU99990001")
                #expect(try await importing.boundaries(good).outcome == .done)
                #expect(try await importing.boundaries(good).outcome == .unchanged)
                await #expect(throws: ImportRefused.self) { try await importing.boundaries(bad) }
                let missing = BoundaryFile(path: folder.path + "/weg.geojson", format: .geoJSON, year: 2024, level: .municipality)
                await #expect(throws: ImportRefused.self) { try await importing.boundaries(missing) }
                await #expect(throws: ImportRefused.self) { try await importing.bundle(folder.path + "/weg.bundle") }
                let outcomes = try await site.jobs.newest().map { $0.outcome?.rawValue ?? "" }.sorted()
                #expect(outcomes == ["done", "refused", "refused", "unchanged"])
                let report = try #require(try await site.jobs.newest().first { $0.outcome == .done }?.report)
                #expect(report == "gemeente.geojson: 1 vlakken, 0 hersteld, 1 zonder buren\nzonder buren: GM9999")
                #expect(try await site.jobs.newest().contains { $0.report.contains("fout.geojson, rij 1, kolom statcode, waarde \"BU99990001\"") })
            }
        }
    }

    @Test("the bar of a terminal never runs over, whatever the numbers")
    func bar() {
        #expect(TerminalProgress.bar("lezen", 38, 100) == "[#########---------------] 38 %  lezen")
        #expect(TerminalProgress.bar("lezen", 5, 0) == "[ … ] lezen")
        #expect(TerminalProgress.bar("lezen", 5, nil) == "[ … ] lezen")
        #expect(TerminalProgress.bar("lezen", 9, 3) == "[########################] 100 %  lezen")
        #expect(TerminalProgress.bar("lezen", -9, 3) == "[------------------------] 0 %  lezen")
    }

    @Test("an inspection counts what there is and finds a parent that is missing and cells without a reason", arguments: TestDatabase.engines)
    func inspection(engine: TestDatabase.Engine) async throws {
        try await with(engine) { site in
            try await SmallTown.load(into: site.database)
            let report = try await Inspection(site).run()
            #expect(report.faults.isEmpty)
            #expect(report.facts.contains { $0.hasPrefix("indeling 2024:") && $0.contains("8 buurt (8 met vlak)") && $0.contains("2 gemeente (2 met vlak)") })
            try await site.database.write { transaction in
                try transaction.execute("UPDATE area SET parent = 'WK999988' WHERE year = 2024 AND code = 'BU99990001'")
                try transaction.execute("UPDATE edition_column SET reasons = \([UInt8(8), 0]) WHERE indicator = 'woningwaarde' AND edition = 1")
                try AreaStore.log(AreaImport(year: 2024, level: nil, source: "x", digest: "x", areas: 1, importedAt: 2), in: transaction)
            }
            try await Task.sleep(for: .milliseconds(1100))
            let faults = try await Inspection(site).run().faults
            #expect(faults.contains("2024 BU99990001: WK999988 bestaat niet"))
            #expect(faults.contains { $0.contains("woningwaarde") })
        }
    }
}
