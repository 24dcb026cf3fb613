import SQL
import TestSupport
import Testing

private let things = [
    Migration("things-1", reason: "one column of every kind") { dialect in
        ["CREATE TABLE thing (id BIGINT PRIMARY KEY, label TEXT, number BIGINT, real_number DOUBLE PRECISION, data \(dialect.bytes), flag BIGINT)"]
    }
]

private enum Level: String { case low, high }

private struct Code: SQLValueConvertible, LosslessStringConvertible, Equatable {
    let description: String

    init?(_ text: String) {
        guard text.hasPrefix("BU") else { return nil }
        description = text
    }
}

@Suite struct ValueTests {
    @Test("every value comes back as it went in", arguments: TestDatabase.engines)
    func roundTrip(engine: TestDatabase.Engine) async throws {
        let texts = ["", "wijk", "'; DROP TABLE thing; --", "é漢字🏘️\u{301}", "a\tb\nc\\N\r\\.", "\"$1 ? :x\"", String(repeating: "lang ", count: 20_000)]
        let numbers: [Int64] = [0, 1, -1, .max, .min, 1 << 53 + 1]
        let reals: [Double] = [
            0, -0.5, 0.1, 1.0 / 3, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNormalMagnitude, .infinity, -.infinity, 1e22, .pi, 12345,
        ]
        let bytes: [[UInt8]] = [[], [0], Array(0...255), [0x5C, 0x78, 0x30, 0], Array(repeating: 0, count: 100_000)]
        let count = max(texts.count, reals.count)
        var rows: [[Value]] = []
        for index in 0..<count {
            let text = texts[index % texts.count]
            let number = numbers[index % numbers.count]
            let real = reals[index % reals.count]
            let data = bytes[index % bytes.count]
            rows.append([Value(index), .text(text), .integer(number), .real(real), .bytes(data), Value(index % 2 == 0)])
        }
        let expected = rows
        try await TestDatabase.withDatabase(engine, migrations: things) { database in
            // Three ways in: COPY or a reused statement, a prepared statement, bound values.
            try await database.write { transaction in
                let columns: [StaticString] = ["id", "label", "number", "real_number", "data", "flag"]
                #expect(try transaction.insert(into: "thing", columns: columns, rows: expected) == count)
                let insert = try transaction.prepare("INSERT INTO thing (id, label, number, real_number, data, flag) VALUES (?, ?, ?, ?, ?, ?)")
                for row in expected {
                    try insert.run([.integer(100)] + row.dropFirst())
                    try transaction.execute("UPDATE thing SET id = \(row[0]) + 200 WHERE id = 100")
                }
                for (index, row) in expected.enumerated() {
                    let changed = try transaction.execute(
                        "INSERT INTO thing (id, label, number, real_number, data, flag) VALUES (\(index + 300), \(row[1]), \(row[2]), \(row[3]), \(row[4]), \(row[5]))"
                    )
                    #expect(changed == 1)
                }
            }
            for base in [0, 200, 300] {
                let found = try await database.read { reading in
                    try reading.all("SELECT * FROM thing WHERE id >= \(base) AND id < \(base + 100) ORDER BY id") { row in
                        [
                            Value(try row.int(0) - base), Value(try row.string("label")), Value(try row.int("number")), .real(try row.double("real_number")),
                            Value(try row.bytes("data")), Value(try row.bool(5)),
                        ]
                    }
                }
                #expect(found == rows)
                #expect(found.map { $0.map { "\($0)" } } == rows.map { $0.map { "\($0)" } })
            }
        }
    }

    @Test("nulls come back as nulls, and not-a-number is one", arguments: TestDatabase.engines)
    func nulls(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: things) { database in
            let none: (String?, Int?, Double?, [UInt8]?, Bool?) = (nil, nil, nil, nil, nil)
            try await database.write { transaction in
                try transaction.execute("INSERT INTO thing VALUES (1, \(none.0), \(none.1), \(none.2), \(none.3), \(none.4))")
                try transaction.execute("INSERT INTO thing (id, real_number) VALUES (2, \(Double.nan))")
                try transaction.insert(into: "thing", columns: ["id", "real_number", "label"], rows: [[3, .real(.nan), nil]])
                try transaction.prepare("INSERT INTO thing (id, real_number, label) VALUES (?, ?, ?)").run([4, .real(.nan), .null])
            }
            let empty = try await database.read { reading in
                try reading.all("SELECT label, number, real_number, data, flag FROM thing ORDER BY id") { row in
                    try row.optionalString(0) == nil && row.optionalInt(1) == nil && row.optionalDouble(2) == nil && row.optionalBytes(3) == nil
                        && row.optionalBool("flag") == nil && row.value(0) == .null
                }
            }
            #expect(empty == [true, true, true, true])
            let matches = try await database.read { reading in
                try reading.all("SELECT id FROM thing WHERE \(none.1) IS NULL AND \(none.0) IS NULL AND id > \(0) ORDER BY id") { try $0.int(0) }
            }
            #expect(matches == [1, 2, 3, 4])
        }
    }

    @Test("a null, another type and an unknown column are errors that name the column", arguments: TestDatabase.engines)
    func wrongColumns(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: things) { database in
            try await database.write { _ = try $0.execute("INSERT INTO thing (id, label, flag) VALUES (1, 'x', 7)") }
            func column(_ read: @escaping @Sendable (Row) throws -> Void) async -> String? {
                do {
                    try await database.read { reading in _ = try reading.all("SELECT id, label, number, flag FROM thing") { try read($0) } }
                } catch SQLError.value(let column, _) {
                    return column
                } catch {
                    Issue.record(error)
                }
                return nil
            }
            #expect(await column { _ = try $0.int("number") } == "number")
            #expect(await column { _ = try $0.string(2) } == "number")
            #expect(await column { _ = try $0.int("label") } == "label")
            #expect(await column { _ = try $0.double("label") } == "label")
            #expect(await column { _ = try $0.bytes("label") } == "label")
            #expect(await column { _ = try $0.string("id") } == "id")
            #expect(await column { _ = try $0.bool("flag") } == "flag")
            #expect(await column { _ = try $0.raw("label", as: Level.self) } == "label")
            #expect(await column { _ = try $0.value("label", as: Code.self) } == "label")
            #expect(await column { _ = try $0.int("nothing") } == "nothing")
            #expect(await column { _ = try $0.int(99) } == "99")
            #expect(await column { _ = try $0.int(-1) } == "-1")
            #expect(await column { _ = try $0.int("id") } == nil)
        }
    }

    @Test("enumerations and codes bind and read as themselves", arguments: TestDatabase.engines)
    func ownTypes(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: things) { database in
            let code = try #require(Code("BU01"))
            let noLevel: Level? = nil
            try await database.write { transaction in
                try transaction.execute("INSERT INTO thing (id, label) VALUES (1, \(Level.high)), (2, \(code)), (3, \(noLevel)), (4, \(Code?.none))")
            }
            try await database.read { reading throws in
                #expect(try reading.first("SELECT label FROM thing WHERE label = \(Level.high)") { try $0.raw(0, as: Level.self) } == .high)
                #expect(try reading.first("SELECT label FROM thing WHERE label IN \(list: [code])") { try $0.value("label", as: Code.self) } == code)
                #expect(try reading.all("SELECT label FROM thing WHERE id > 2") { try $0.optionalRaw(0, as: Level.self) } == [nil, nil])
                #expect(try reading.first("SELECT COUNT(*) FROM thing WHERE label IN \(list: [Level.high, .low])") { try $0.int(0) } == 1)
            }
        }
    }

    @Test("sums and means read as numbers on both engines", arguments: TestDatabase.engines)
    func aggregates(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: things) { database in
            let numbers = [3, -20_000, 1_234_567_890_123, 4]
            try await database.write { transaction in
                try transaction.insert(into: "thing", columns: ["id", "number"], rows: numbers.enumerated().map { [Value($0), Value($1)] })
            }
            let sum = numbers.reduce(0, +)
            try await database.read { reading throws in
                #expect(try reading.first("SELECT SUM(number), AVG(number), COUNT(*) > 1 FROM thing") { try $0.int(0) } == sum)
                #expect(try reading.first("SELECT SUM(number) AS s FROM thing WHERE id < 2") { try $0.int("s") } == -19_997)
                #expect(try reading.first("SELECT AVG(number) AS m FROM thing") { try $0.double("m") } == Double(sum) / 4)
                #expect(try reading.first("SELECT COUNT(*) > 1 AS many FROM thing") { try $0.bool("many") } == true)
                #expect(try reading.first("SELECT SUM(number) FROM thing WHERE id > 9") { try $0.optionalInt(0) } == .some(nil))
            }
        }
    }

    @Test("a row kept after its time is an error, not freed memory", arguments: TestDatabase.engines)
    func lateRow(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: things) { database in
            try await database.write { _ = try $0.execute("INSERT INTO thing (id) VALUES (1), (2)") }
            try await database.read { reading in
                let rows = try reading.all("SELECT id FROM thing") { $0 }
                for row in rows { #expect(throws: SQLError.self) { try row.int(0) } }
            }
        }
    }
}
