import Foundation
import SQL

/// Real databases for tests: fresh for each test, gone afterwards.
package enum TestDatabase {
    /// An engine that tests run on: `@Test(arguments: TestDatabase.engines)`.
    package enum Engine: String, Sendable, CaseIterable {
        case sqlite, postgres
    }

    /// SQLite always; PostgreSQL where `LEEFKRING_TEST_POSTGRES` holds the URI of a server (see `bin/test-postgres`).
    package static var engines: [Engine] { server == nil ? [.sqlite] : [.sqlite, .postgres] }

    private static var server: String? { ProcessInfo.processInfo.environment["LEEFKRING_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 } }

    /// Gives an open database with these migrations applied.
    package static func withDatabase<Result>(
        _ engine: Engine, migrations: [Migration] = [], connections: Int = 4, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        try await withAddress(engine) { address in
            let database = try await Database.open(address, connections: connections)
            do {
                if !migrations.isEmpty { try await database.migrate(migrations) }
                let result = try await body(database)
                await database.close()
                return result
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Gives the address of a new, empty database: a file in a directory of its own, or a schema of its own.
    package static func withAddress<Result>(_ engine: Engine, _ body: (DatabaseAddress) async throws -> Result) async throws -> Result {
        try await turnstile.pass { try await opened(engine, body) }
    }

    /// Every open database has threads and files of its own: all tests at once would use up those of the machine and the connections of the server.
    private static let turnstile = Turnstile(most: 24)

    private static func opened<Result>(_ engine: Engine, _ body: (DatabaseAddress) async throws -> Result) async throws -> Result {
        switch engine {
        case .sqlite:
            return try await withDirectory { try await body(.sqlite(path: $0.appendingPathComponent("test.sqlite").path)) }
        case .postgres:
            guard let server else { throw SQLError.connection("LEEFKRING_TEST_POSTGRES is not set") }
            let schema = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
            let main = try await Database.open(.postgres(server), connections: 1)
            let address = DatabaseAddress.postgres(server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)")
            do {
                try await main.write { _ = try $0.execute("CREATE SCHEMA \(identifier: schema)") }
                let result = try await body(address)
                try await main.write { _ = try $0.execute("DROP SCHEMA \(identifier: schema) CASCADE") }
                await main.close()
                return result
            } catch {
                try? await main.write { _ = try $0.execute("DROP SCHEMA \(identifier: schema) CASCADE") }
                await main.close()
                throw error
            }
        }
    }

    /// Gives a new directory.
    package static func withDirectory<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("leefkring-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return try await body(directory)
    }
}
