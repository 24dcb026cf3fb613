import Foundation
import SQL
import TestSupport
import Testing

private let entries = [Migration("entries-1", reason: "one table") { _ in ["CREATE TABLE entry (id BIGINT PRIMARY KEY, text TEXT NOT NULL)"] }]

@Suite struct RecoveryTests {
    @Test("a copy of the files in the middle of a write holds all that was committed and nothing else")
    func midway() async throws {
        // What the files hold at one moment is what a process that is killed at that moment leaves behind.
        try await TestDatabase.withDirectory { directory in
            let path = directory.appendingPathComponent("live.sqlite").path
            let copy = directory.appendingPathComponent("copy.sqlite").path
            let database = try await Database.open(.sqlite(path: path))
            try await database.migrate(entries)
            let rows: @Sendable (Range<Int>) -> [[Value]] = { numbers in numbers.map { [Value($0), .text(String(repeating: "x", count: 500))] } }
            try await database.write { try $0.insert(into: "entry", columns: ["id", "text"], rows: rows(0..<1_000)) }
            try await database.write { transaction in
                // More than the cache holds, so that uncommitted pages are in the log already.
                try transaction.insert(into: "entry", columns: ["id", "text"], rows: rows(1_000..<60_000))
                for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
            }
            let log = try FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int
            #expect((log ?? 0) > 10_000_000)
            let recovered = try await Database.open(.sqlite(path: copy))
            try await recovered.migrate(entries)
            #expect(try await recovered.read { try $0.first("SELECT COUNT(*) FROM entry") { try $0.int(0) } } == 1_000)
            #expect(try await recovered.read { try $0.first("PRAGMA integrity_check") { try $0.string(0) } } == "ok")
            #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM entry") { try $0.int(0) } } == 60_000)
            await recovered.close()
            await database.close()
        }
    }

    @Test("the file is its owner's alone, and its settings are the intended ones")
    func settings() async throws {
        try await TestDatabase.withDirectory { directory in
            let path = directory.appendingPathComponent("a b'ë.sqlite").path
            let database = try await Database.open(.sqlite(path: path))
            try await database.migrate(entries)
            for suffix in ["", "-wal"] {
                let rights = try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions] as? Int
                #expect(rights == 0o600)
            }
            #expect(try await database.write { try $0.first("PRAGMA journal_mode") { try $0.string(0) } } == "wal")
            #expect(try await database.write { try $0.first("PRAGMA synchronous") { try $0.int(0) } } == 1)
            #expect(try await database.write { try $0.first("PRAGMA foreign_keys") { try $0.int(0) } } == 1)
            #expect(try await database.read { try $0.first("PRAGMA cache_size") { try $0.int(0) } } == -2_048)
            await database.close()
        }
    }

    @Test(
        "a database that cannot be opened is an error",
        arguments: ["sqlite:/no/such/place/x.sqlite", "sqlite:/", "postgres://nobody:geheim@127.0.0.1:1/none", "postgres://%zz:geheim@x/"])
    func unreachable(text: String) async throws {
        let address = try #require(DatabaseAddress(text))
        let error = await #expect(throws: SQLError.self) { _ = try await Database.open(address) }
        guard case .connection? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!"\(String(describing: error))".contains("geheim"))
    }

    @Test("broken connections are replaced", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func reconnect() async throws {
        try await TestDatabase.withDatabase(.postgres, migrations: entries, connections: 3) { database in
            try await database.write { _ = try $0.execute("CREATE TABLE backend (pid BIGINT PRIMARY KEY)") }
            for _ in 0..<3 {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<6 {
                        group.addTask {
                            try await database.write { transaction in
                                try transaction.execute("INSERT INTO backend VALUES (pg_backend_pid()) ON CONFLICT DO NOTHING")
                                _ = try transaction.first("SELECT 1 FROM pg_sleep(0.05)") { _ in 1 }
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                // Other tests use the same server: only this test's own connections are ended.
                let ended = try await database.write { transaction in
                    try transaction.execute("INSERT INTO backend VALUES (pg_backend_pid()) ON CONFLICT DO NOTHING")
                    return try transaction.all("SELECT pg_terminate_backend(pid::int4) FROM backend WHERE pid <> pg_backend_pid()") { try $0.bool(0) }
                }
                #expect(ended.count >= 1)
                for _ in 0..<6 { #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM entry") { try $0.int(0) } } == 0) }
                await #expect(throws: SQLError.self) {
                    try await database.write { transaction in
                        try transaction.execute("INSERT INTO entry VALUES (1, 'lost')")
                        _ = try transaction.first("SELECT pg_terminate_backend(pg_backend_pid())") { try $0.bool(0) }
                    }
                }
                #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM entry") { try $0.int(0) } } == 0)
            }
        }
    }
}
