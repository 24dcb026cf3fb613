import Areas
import Core
import Figures
import Foundation
import SQL
import Site
import TestSupport
import Testing

/// The whole country imported once for each engine, for all tests of a suite.
struct CountrySites: SuiteTrait, TestScoping {
    @TaskLocal static var imported: [TestDatabase.Engine: Imported] = [:]

    struct Imported: Sendable {
        let site: Composition
        let endings: [JobRunner.Ending]
    }

    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        try await provide(TestDatabase.engines[...], [:], function)
    }

    private func provide(
        _ engines: ArraySlice<TestDatabase.Engine>, _ ready: [TestDatabase.Engine: Imported], _ function: @Sendable () async throws -> Void
    ) async throws {
        guard let engine = engines.first else { return try await CountrySites.$imported.withValue(ready) { try await function() } }
        try await TestDatabase.withAddress(engine) { address in
            let site = try await Composition.open(address, connections: 4)
            let endings = try await CountrySites.run(site)
            try await provide(engines.dropFirst(), ready.merging([engine: Imported(site: site, endings: endings)]) { $1 }, function)
            await site.database.close()
        }
    }

    /// What `leefkring import country` does.
    static func run(_ site: Composition) async throws -> [JobRunner.Ending] {
        let manifest = try CountryManifest.read(SourceData.mappings + "/nederland.json")
        var endings: [JobRunner.Ending] = []
        try await Importing(site).country(manifest, folder: SourceData.folder ?? "", mappings: SourceData.mappings, withOptional: false) { endings.append($0) }
        return endings
    }

    static func on(_ engine: TestDatabase.Engine) throws -> Imported { try #require(imported[engine]) }
}

extension Database {
    /// Rows of every table that an import writes, jobs apart.
    func countryRows() async throws -> [Int] {
        try await read { reading in
            try ["area", "area_import", "edition", "edition_column", "edition_note", "area_shape", "area_neighbours"].map { table in
                try reading.first("SELECT COUNT(*) FROM \(identifier: table)") { try $0.int(0) } ?? -1
            }
        }
    }
}
