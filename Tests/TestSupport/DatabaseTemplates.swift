import Foundation
import SQL

/// Databases with their tables made once: a test copies one, which takes a small part of the time of all migrations.
actor DatabaseTemplates {
    static let shared = DatabaseTemplates()

    private var made: [String: Task<String, any Error>] = [:]

    /// - Returns: the path of a file, or the name of a database on the server of the tests, which goes with that server
    func template(_ engine: TestDatabase.Engine, _ migrations: [Migration]) async throws -> String {
        let key = engine.rawValue + "\n" + migrations.map(\.id).joined(separator: "\n")
        if let known = made[key] { return try await known.value }
        let task = Task { engine == .sqlite ? try await Self.file(migrations) : try await Self.database(migrations) }
        made[key] = task
        return try await task.value
    }

    private static func file(_ migrations: [Migration]) async throws -> String {
        let path = folder.appendingPathComponent(UUID().uuidString + ".sqlite").path
        try await migrate(.sqlite(path: path), migrations)
        return path
    }

    private static func database(_ migrations: [Migration]) async throws -> String {
        let name = "template_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try await TestDatabase.onServer("CREATE DATABASE \(identifier: name) TEMPLATE template0")
        try await migrate(try TestDatabase.address(ofDatabase: name), migrations)
        return name
    }

    private static func migrate(_ address: DatabaseAddress, _ migrations: [Migration]) async throws {
        let database = try await Database.open(address, connections: 1)
        do { try await database.migrate(migrations) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    /// Gone when the tests end.
    private static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("leefkring-templates-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: DatabaseTemplates.folder) }
        return folder
    }()
}
