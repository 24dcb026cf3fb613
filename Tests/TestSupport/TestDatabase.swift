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
        try await withAddress(engine, migrations: migrations) { address in
            let database = try await Database.open(address, connections: connections)
            do {
                let result = try await body(database)
                await database.close()
                return result
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Gives the address of a new database, in which these migrations were applied: a file in a directory of its own, or with PostgreSQL a database or,
    /// where it is empty, a schema of its own.
    package static func withAddress<Result>(
        _ engine: Engine, migrations: [Migration] = [], _ body: (DatabaseAddress) async throws -> Result
    ) async throws -> Result {
        try await turnstile.pass {
            if migrations.isEmpty { return try await opened(engine, body) }
            let template = try await DatabaseTemplates.shared.template(engine, migrations)
            switch engine {
            case .sqlite:
                return try await withDirectory { directory in
                    let file = directory.appendingPathComponent("test.sqlite")
                    try FileManager.default.copyItem(atPath: template, toPath: file.path)
                    return try await body(.sqlite(path: file.path))
                }
            case .postgres: return try await copied(template, body)
            }
        }
    }

    /// A database of its own on the server of the tests.
    private static func copied<Result>(_ template: String, _ body: (DatabaseAddress) async throws -> Result) async throws -> Result {
        let name = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await onServer("CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template)")
        do {
            let result = try await body(try address(ofDatabase: name))
            try await onServer("DROP DATABASE \(identifier: name) WITH (FORCE)")
            return result
        } catch {
            try? await onServer("DROP DATABASE \(identifier: name) WITH (FORCE)")
            throw error
        }
    }

    /// Runs a statement that PostgreSQL refuses within a transaction.
    static func onServer(_ statement: Query) async throws {
        guard let server else { throw SQLError.connection("LEEFKRING_TEST_POSTGRES is not set") }
        let main = try await Database.open(.postgres(server), connections: 1)
        do {
            try await main.write {
                try $0.execute("COMMIT")
                try $0.execute(statement)
                try $0.execute("BEGIN")
            }
        } catch {
            await main.close()
            throw error
        }
        await main.close()
    }

    static func address(ofDatabase name: String) throws -> DatabaseAddress {
        guard let server else { throw SQLError.connection("LEEFKRING_TEST_POSTGRES is not set") }
        return .postgres(server + (server.contains("?") ? "&" : "?") + "dbname=\(name)")
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
