import SQL
import TestSupport
import Testing

private let names = [Migration("names-1", reason: "one table") { _ in ["CREATE TABLE name (id BIGINT PRIMARY KEY, text TEXT NOT NULL)"] }]

@Suite struct QueryTests {
    @Test("ASVS 1.2.4: an interpolated value never becomes SQL", arguments: TestDatabase.engines)
    func injection(engine: TestDatabase.Engine) async throws {
        let hostile = [
            "'; DROP TABLE name; --", "' OR '1'='1", "\\'; DELETE FROM name; --", "$1", "?", "\u{2019} OR 1=1", "x'); INSERT INTO name VALUES (99, 'y'); --",
            "/* */", "%", "\u{FEFF}", "�",
        ]
        try await TestDatabase.withDatabase(engine, migrations: names) { database in
            try await database.write { transaction in
                for (index, text) in hostile.enumerated() { try transaction.execute("INSERT INTO name VALUES (\(index), \(text))") }
            }
            for (index, text) in hostile.enumerated() {
                let found = try await database.read { reading in
                    try reading.all("SELECT id FROM name WHERE text = \(text) OR text IN \(list: [text, text, text])") { try $0.int(0) }
                }
                #expect(found == [index])
            }
            #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM name") { try $0.int(0) } } == hostile.count)
        }
    }

    @Test("a NUL character is refused the same way everywhere", arguments: TestDatabase.engines)
    func nul(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: names) { database async throws in
            await #expect(throws: SQLError.self) { try await database.read { try $0.all("SELECT 1 FROM name WHERE text = \("a\0b")") { try $0.int(0) } } }
            await #expect(throws: SQLError.self) { try await database.write { try $0.insert(into: "name", columns: ["id", "text"], rows: [[1, "a\0b"]]) } }
            await #expect(throws: SQLError.self) {
                try await database.write { try $0.prepare("INSERT INTO name VALUES (?, ?)").run([1, "a\0b"]) }
            }
            #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM name") { try $0.int(0) } } == 0)
        }
    }

    @Test("queries are built from parts", arguments: TestDatabase.engines)
    func composition(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: names) { database in
            try await database.write { transaction in
                try transaction.insert(into: "name", columns: ["id", "text"], rows: (1...50).map { [Value($0), .text("n\($0 % 5)?")] })
            }
            let conditions: [Query] = ["id > \(10)", "text = \("n1?")", "text <> 'what?'", "id IN \(list: Array(1...40))"]
            let order: Query = "ORDER BY \(raw: "id DESC")"
            let query: Query = "SELECT \(identifier: "id") FROM name WHERE \(Query.join(conditions, with: " AND ")) \(order) LIMIT \(3)"
            let found = try await database.read { try $0.all(query) { try $0.int(0) } }
            #expect(found == [36, 31, 26])
        }
    }

    @Test("lists of every length work, and nothing is in an empty one", arguments: TestDatabase.engines)
    func lists(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: names) { database in
            try await database.write { transaction in
                try transaction.insert(into: "name", columns: ["id", "text"], rows: (0..<3000).map { [Value($0), "x"] })
            }
            for length in [0, 1, 2, 3, 7, 8, 9, 2_500] {
                let found = try await database.read { try $0.all("SELECT id FROM name WHERE id IN \(list: 0..<length)") { try $0.int(0) } }
                #expect(found.sorted() == Array(0..<length))
            }
        }
    }

    @Test("bad SQL is an error with its text and without its values", arguments: TestDatabase.engines)
    func badQuery(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: names) { database in
            let secret = "geheim"
            for query: Query in ["SELEC \(secret)", "SELECT nothing FROM name WHERE text = \(secret)", "SELECT * FROM no_such WHERE a = \(secret)"] {
                do {
                    _ = try await database.read { try $0.all(query) { try $0.int(0) } }
                    Issue.record("passed")
                } catch let error as SQLError {
                    guard case .statement(_, let sql) = error else { Issue.record(error); continue }
                    #expect(!"\(error)".contains(secret) && sql.contains("SELE"))
                }
            }
            // The connection is as good as before.
            #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM name") { try $0.int(0) } } == 0)
        }
    }

    @Test("a wrong number of values is an error", arguments: TestDatabase.engines)
    func wrongCount(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: names) { database async throws in
            await #expect(throws: SQLError.self) { try await database.write { try $0.prepare("INSERT INTO name VALUES (?, ?)").run([1]) } }
            await #expect(throws: SQLError.self) { try await database.write { try $0.insert(into: "name", columns: ["id", "text"], rows: [[1]]) } }
            await #expect(throws: SQLError.self) { try await database.write { try $0.insert(into: "name", columns: ["id", "text"], rows: [[1, "a", "b"]]) } }
            #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM name") { try $0.int(0) } } == 0)
        }
    }

    @Test(
        "an address is read, and printed without its password",
        arguments: [
            ("sqlite:data/leefkring.sqlite", "sqlite:data/leefkring.sqlite"), ("postgres://anna:geheim@host:5432/db", "postgres://anna:•••@host:5432/db"),
            ("postgresql://anna:ge:h@eim@host/db?sslmode=require", "postgresql://anna:•••@host/db?sslmode=require"),
            ("postgres:///db?host=/tmp&user=anna&password=geheim", "postgres:///db?host=/tmp&user=anna&password=•••"),
            ("postgres://anna@host/db", "postgres://anna@host/db"),
        ])
    func address(text: String, shown: String) throws {
        let address = try #require(DatabaseAddress(text))
        #expect("\(address)" == shown)
        #expect(String(reflecting: address) == shown)
        var dumped = ""
        dump(address, to: &dumped)
        #expect(!dumped.contains("geheim"))
    }

    @Test("other texts are no addresses", arguments: ["", "sqlite:", "mysql://x", "/path", "sqlite:a\0b"])
    func noAddress(text: String) { #expect(DatabaseAddress(text) == nil) }
}
