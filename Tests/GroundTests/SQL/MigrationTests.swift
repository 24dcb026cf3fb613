import SQL
import TestSupport
import Testing

private let first = Migration("a-1", reason: "a table") { dialect in ["CREATE TABLE a (id BIGINT PRIMARY KEY, data \(dialect.bytes))"] }
private let second = Migration("a-2", reason: "a column and a row") { _ in ["ALTER TABLE a ADD COLUMN name TEXT", "INSERT INTO a (id, name) VALUES (1, 'x')"] }

@Suite struct MigrationTests {
    @Test("migrations run once, in order, and new ones later", arguments: TestDatabase.engines)
    func once(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine) { database in
            try await database.migrate([first])
            // A read before the change of the table must not spoil the statement after it.
            #expect(try await database.read { try $0.all("SELECT id FROM a") { try $0.int(0) } } == [])
            try await database.migrate([first, second])
            try await database.migrate([first, second])
            #expect(try await database.read { try $0.all("SELECT id FROM a") { try $0.int(0) } } == [1])
            // Another slice's migrations may stand anywhere in the list.
            try await database.migrate([Migration("b-1", reason: "a table") { _ in ["CREATE TABLE b (id BIGINT PRIMARY KEY)"] }, first, second])
            let known = try await database.read { try $0.all("SELECT id FROM schema_migration ORDER BY id") { try $0.string(0) } }
            #expect(known == ["a-1", "a-2", "b-1"])
        }
    }

    @Test("an edited, unknown or double migration is refused", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: [first, second]) { database in
            func refusedID(_ migrations: [Migration]) async -> String? {
                let error = await #expect(throws: SQLError.self) { try await database.migrate(migrations) }
                if case .migration(let id, _)? = error { return id }
                return nil
            }
            let edited = Migration("a-1", reason: "a table") { _ in ["CREATE TABLE a (id BIGINT PRIMARY KEY)"] }
            #expect(await refusedID([edited, second]) == "a-1")
            #expect(await refusedID([first]) == "a-2")
            #expect(await refusedID([first, second, first]) == "a-1")
        }
    }

    @Test("a failing migration leaves nothing behind", arguments: TestDatabase.engines)
    func failing(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine) { database in
            let broken = Migration("a-3", reason: "broken") { _ in ["CREATE TABLE c (id BIGINT)", "CREATE TABLE a (id BIGINT)"] }
            await #expect(throws: SQLError.self) { try await database.migrate([first, broken]) }
            await #expect(throws: SQLError.self) { try await database.read { try $0.all("SELECT id FROM c") { try $0.int(0) } } }
            try await database.migrate([first])
            #expect(try await database.read { try $0.all("SELECT id FROM a") { try $0.int(0) } } == [])
        }
    }

    @Test("nodes that start together apply each migration once", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        for _ in 0..<5 {
            try await TestDatabase.withAddress(engine) { address in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            let database = try await Database.open(address, connections: 2)
                            try await database.migrate([first, second])
                            #expect(try await database.read { try $0.all("SELECT id FROM a") { try $0.int(0) } } == [1])
                            await database.close()
                        }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("a node that runs on while another changes a table recovers by itself", arguments: TestDatabase.engines)
    func changedTable(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let old = try await Database.open(address, connections: 1)
            try await old.migrate([first])
            let widths: @Sendable (Reading) throws -> [Int] = { try $0.all("SELECT * FROM a") { $0.count } }
            #expect(try await old.read(widths) == [])
            let new = try await Database.open(address, connections: 1)
            try await new.migrate([first, second])
            _ = try? await old.read(widths)
            #expect(try await old.read(widths) == [3])
            await old.close()
            await new.close()
        }
    }
}
