import Foundation
import SQL
import TestSupport
import Testing

private let places = [
    Migration("places-1", reason: "two tables with rules") { _ in
        [
            "CREATE TABLE place (code TEXT PRIMARY KEY, name TEXT NOT NULL, people BIGINT CHECK (people >= 0))",
            "CREATE TABLE visit (id BIGINT PRIMARY KEY, place TEXT NOT NULL REFERENCES place (code), CONSTRAINT visit_place UNIQUE (place, id))",
        ]
    }
]

private struct Stop: Error {}

private func count(_ database: Database) async throws -> Int {
    try await database.read { try $0.first("SELECT COUNT(*) FROM place") { try $0.int(0) } } ?? -1
}

@Suite struct TransactionTests {
    @Test("ASVS 2.3.3: what a throwing transaction did is undone", arguments: TestDatabase.engines)
    func rollback(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            await #expect(throws: Stop.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO place VALUES ('a', 'A', 1)")
                    try transaction.insert(into: "place", columns: ["code", "name"], rows: [["b", "B"]])
                    try transaction.prepare("INSERT INTO place (code, name) VALUES (?, ?)").run(["c", "C"])
                    throw Stop()
                }
            }
            #expect(try await count(database) == 0)
            try await database.write { _ = try $0.execute("INSERT INTO place VALUES ('a', 'A', 1)") }
            #expect(try await count(database) == 1)
        }
    }

    @Test("a read transaction cannot write", arguments: TestDatabase.engines)
    func readOnly(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            do {
                _ = try await database.read { try $0.all("INSERT INTO place VALUES ('a', 'A', 1) RETURNING code") { try $0.string(0) } }
                Issue.record("passed")
            } catch SQLError.readOnly {
            }
            #expect(try await count(database) == 0)
        }
    }

    @Test("statements tell how many rows they changed", arguments: TestDatabase.engines)
    func changes(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            try await database.write { transaction throws in
                #expect(try transaction.execute("INSERT INTO place VALUES ('a', 'A', 1), ('b', 'B', 2)") == 2)
                #expect(try transaction.execute("UPDATE place SET people = people + 1") == 2)
                #expect(try transaction.execute("UPDATE place SET people = 0 WHERE code = 'x'") == 0)
                let upsert: Query = "INSERT INTO place VALUES (\("a"), \("AA"), \(5)) ON CONFLICT (code) DO UPDATE SET name = excluded.name"
                #expect(try transaction.execute(upsert) == 1)
                #expect(try transaction.all("DELETE FROM place RETURNING name") { try $0.string(0) }.sorted() == ["AA", "B"])
            }
        }
    }

    @Test("a broken rule of the schema is recognised", arguments: TestDatabase.engines)
    func constraints(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            try await database.write { _ = try $0.execute("INSERT INTO place VALUES ('a', 'A', 1)") }
            func error(_ query: Query) async -> SQLError? {
                await #expect(throws: SQLError.self) { try await database.write { _ = try $0.execute(query) } }
            }
            func rule(_ query: Query) async -> SQLError.Rule? {
                if case .constraint(let rule, _, _)? = await error(query) { rule } else { nil }
            }
            #expect(await error("INSERT INTO place VALUES (\("a"), 'again', 1)")?.isUniqueViolation == true)
            #expect(await rule("INSERT INTO visit VALUES (1, 'nowhere')") == .foreignKey)
            #expect(await rule("INSERT INTO place VALUES ('b', 'B', -1)") == .check)
            #expect(await rule("INSERT INTO place VALUES ('b', \(String?.none), 1)") == .notNull)
            #expect(await error("INSERT INTO nothing VALUES (1)")?.isUniqueViolation == false)
            for isPrepared in [true, false] {
                let bulk = await #expect(throws: SQLError.self) {
                    try await database.write { transaction in
                        let rows: [[Value]] = [["b", "B"], ["a", "A"], ["c", "C"]]
                        guard isPrepared else { return _ = try transaction.insert(into: "place", columns: ["code", "name"], rows: rows) }
                        let insert = try transaction.prepare("INSERT INTO place (code, name) VALUES (?, ?)")
                        for row in rows { try insert.run(row) }
                    }
                }
                #expect(bulk?.isUniqueViolation == true)
            }
            #expect(try await count(database) == 1)
        }
    }

    @Test("what is sent without waiting is done in its order, and its error shows at the next wait or the end", arguments: TestDatabase.engines)
    func sending(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            try await database.write { transaction in
                try transaction.send("INSERT INTO place VALUES ('a', 'A', 1)")
                try transaction.send("UPDATE place SET people = people + 1")
                #expect(try transaction.first("SELECT people FROM place") { try $0.int(0) } == 2)
                // Many more than wait at once, and some between the rows of a long answer.
                for number in 0..<1_000 { try transaction.send("INSERT INTO place VALUES (\("n\(number)"), 'N', \(number))") }
                try transaction.scroll("SELECT code FROM place WHERE people < 3") { row in
                    try transaction.send("UPDATE place SET name = 'low' WHERE code = \(try row.string(0))")
                }
                #expect(try transaction.execute("DELETE FROM place WHERE name = 'low'") == 4)
            }
            #expect(try await count(database) == 997)
            for isWaited in [true, false] {
                let error = await #expect(throws: SQLError.self) {
                    try await database.write { transaction in
                        try transaction.send("DELETE FROM place")
                        try transaction.send("INSERT INTO visit VALUES (1, 'nowhere')")
                        try transaction.send("INSERT INTO place VALUES ('b', 'B', 1)")
                        if isWaited { _ = try transaction.execute("DELETE FROM place WHERE code = 'b'") }
                    }
                }
                guard case .constraint(.foreignKey, _, let sql)? = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
                #expect(sql.contains("nowhere"), "\(sql)")
            }
            #expect(try await count(database) == 997)
        }
    }

    @Test("rows that are sent together all arrive, whatever their number and their gaps", arguments: TestDatabase.engines)
    func sendingRows(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            for count in [0, 1, 3, 16, 47] {
                let people = (0..<count).map { $0 % 3 == 1 ? nil : $0 }
                let found = try await database.write { transaction in
                    try transaction.send("DELETE FROM place")
                    let rows: [Query] = people.enumerated().map { "(\("n\($0)"), 'N', \($1))" }
                    try transaction.send("INSERT INTO place (code, name, people)", rows: rows)
                    // The same again: those of before stay, with one more.
                    try transaction.send(
                        "INSERT INTO place (code, name, people)", rows: rows, "ON CONFLICT (code) DO UPDATE SET people = place.people + 1")
                    return try transaction.all("SELECT code, people FROM place") { (try $0.string(0), try $0.optionalInt(1)) }
                }
                let expected = people.enumerated().map { ("n\($0)", $1.map { $0 + 1 }) }
                #expect(found.count == count)
                #expect(Dictionary(uniqueKeysWithValues: found) == Dictionary(uniqueKeysWithValues: expected))
            }
        }
    }

    @Test("a caught error dooms the transaction, except inside a savepoint", arguments: TestDatabase.engines)
    func savepoints(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            let doomed = await #expect(throws: SQLError.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO place VALUES ('a', 'A', 1)")
                    _ = try? transaction.execute("INSERT INTO place VALUES ('a', 'A', 1)")
                }
            }
            #expect(doomed?.isUniqueViolation == true)
            #expect(try await count(database) == 0)
            try await database.write { transaction in
                try transaction.execute("INSERT INTO place VALUES ('a', 'A', 1)")
                let insert = try transaction.prepare("INSERT INTO place (code, name) VALUES (?, ?)")
                let error = #expect(throws: SQLError.self) {
                    try transaction.savepoint {
                        try transaction.execute("INSERT INTO place VALUES ('b', 'B', 1)")
                        try insert.run(["a", "A"])
                    }
                }
                #expect(error?.isUniqueViolation == true)
                #expect(throws: Stop.self) {
                    try transaction.savepoint {
                        try insert.run(["c", "C"])
                        throw Stop()
                    }
                }
                #expect(try transaction.savepoint { try transaction.execute("INSERT INTO place VALUES ('d', 'D', 1)") } == 1)
            }
            #expect(try await database.read { try $0.all("SELECT code FROM place ORDER BY code") { try $0.string(0) } } == ["a", "d"])
        }
    }

    @Test("20,000 rows go in at once and come out one by one", arguments: TestDatabase.engines)
    func bulk(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            let rows = (0..<20_000).map { [Value("BU\($0)"), Value("Buurt \($0)"), Value($0)] }
            #expect(try await database.write { try $0.insert(into: "place", columns: ["code", "name", "people"], rows: rows) } == 20_000)
            let (sum, nested) = try await database.read { reading in
                var sum = 0
                var nested = 0
                try reading.scroll("SELECT code, people FROM place WHERE people >= \(0) ORDER BY people") { row in
                    sum += try row.int("people")
                    // The same query and others run between the rows.
                    guard try row.int(1) % 5_000 == 0 else { return }
                    try reading.scroll("SELECT code, people FROM place WHERE people >= \(19_990) ORDER BY people") { _ in nested += 1 }
                    nested += try reading.first("SELECT COUNT(*) FROM place") { try $0.int(0) } ?? 0
                }
                return (sum, nested)
            }
            #expect(sum == 199_990_000)
            #expect(nested == 4 * 20_010)
            try await database.write { transaction in
                let upsert = try transaction.prepare("INSERT INTO place (code, name, people) VALUES (?, ?, ?) ON CONFLICT (code) DO UPDATE SET people = ?")
                for row in rows { try upsert.run(row + [1]) }
                #expect(try transaction.first("SELECT SUM(people) FROM place") { try $0.int(0) } == 20_000)
            }
        }
    }

    @Test("rows that end in an error leave nothing, also when it is caught", arguments: TestDatabase.engines)
    func failingRows(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            await #expect(throws: SQLError.self) {
                try await database.write { transaction in
                    var count = 0
                    #expect(throws: Stop.self) {
                        try transaction.insert(into: "place", columns: ["code", "name"]) {
                            count += 1
                            if count > 3_000 { throw Stop() }
                            return [Value("\(count)"), "x"]
                        }
                    }
                }
            }
            let left = try await count(database)
            #expect(left == 0)
        }
    }

    @Test("a loop that ends early leaves the transaction usable", arguments: TestDatabase.engines)
    func earlyEnd(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            try await database.write { transaction in
                try transaction.insert(into: "place", columns: ["code", "name"], rows: (0..<5_000).map { [.text("\($0)"), "x"] })
                #expect(throws: Stop.self) { try transaction.scroll("SELECT code FROM place") { _ in throw Stop() } }
                #expect(throws: Stop.self) { try transaction.all("SELECT code FROM place") { _ in throw Stop() } }
                #expect(try transaction.first("SELECT code FROM place ORDER BY code DESC") { try $0.string(0) } == "999")
                #expect(try transaction.execute("DELETE FROM place") == 5_000)
            }
            #expect(try await count(database) == 0)
        }
    }

    @Test("readers see the old state while a write runs, and each read sees one state", arguments: TestDatabase.engines)
    func isolation(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: places) { database in
            try await database.write { _ = try $0.execute("INSERT INTO place VALUES ('a', 'A', 0), ('b', 'B', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<100 {
                        try await database.write { transaction in
                            try transaction.execute("UPDATE place SET people = people + 1 WHERE code = 'a'")
                            try transaction.execute("UPDATE place SET people = people + 1 WHERE code = 'b'")
                        }
                    }
                }
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<100 {
                            let (a, b) = try await database.read { reading in
                                let a = try reading.first("SELECT people FROM place WHERE code = 'a'") { try $0.int(0) }
                                return (a, try reading.first("SELECT people FROM place WHERE code = 'b'") { try $0.int(0) })
                            }
                            #expect(a == b)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.first("SELECT people FROM place WHERE code = 'b'") { try $0.int(0) } } == 100)
        }
    }

    @Test("ASVS 2.3.4: writers beside each other lose nothing", arguments: TestDatabase.engines)
    func writers(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let first = try await Database.open(address, connections: 3)
            let second = try await Database.open(address, connections: 3)
            try await first.migrate(places)
            try await first.write { _ = try $0.execute("INSERT INTO place VALUES ('a', 'A', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<100 {
                    let database = index % 2 == 0 ? first : second
                    group.addTask { try await database.write { _ = try $0.execute("UPDATE place SET people = people + 1") } }
                }
                try await group.waitForAll()
            }
            #expect(try await first.read { try $0.first("SELECT people FROM place") { try $0.int(0) } } == 100)
            await first.close()
            await second.close()
        }
    }

    @Test("a closed database refuses politely", arguments: TestDatabase.engines)
    func closed(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let database = try await Database.open(address)
            await database.close()
            await database.close()
            await #expect(throws: SQLError.self) { try await database.read { _ in 1 } }
        }
    }
}
