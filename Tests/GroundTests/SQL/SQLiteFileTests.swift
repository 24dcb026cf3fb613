import Foundation
import SQL
import TestSupport
import Testing

/// Makes a file as another program would.
private func makeFile(in directory: URL) async throws -> String {
    let path = directory.appendingPathComponent("foreign.gpkg").path
    let database = try await Database.open(.sqlite(path: path))
    try await database.write { transaction in
        try transaction.execute("CREATE TABLE \(identifier: "buurt \"en\" wijk") (fid INTEGER PRIMARY KEY, geom BLOB, naam TEXT)")
        for index in 0..<2_000 {
            try transaction.execute(
                "INSERT INTO \(identifier: "buurt \"en\" wijk") VALUES (\(index), \([UInt8](repeating: 7, count: 90)), \("Buurt \(index)"))")
        }
    }
    await database.close()
    return path
}

@Suite struct SQLiteFileTests {
    @Test("a foreign file is read, and never written")
    func reading() async throws {
        try await TestDatabase.withDirectory { directory in
            let path = try await makeFile(in: directory)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let file = try SQLiteFile.open(path: path)
            let table = try #require(try file.all("SELECT name FROM sqlite_master WHERE type = 'table'") { try $0.string(0) }.first)
            #expect(try file.all("SELECT fid, geom, naam FROM \(identifier: table) WHERE fid < \(2)") { try $0.string("naam") } == ["Buurt 0", "Buurt 1"])
            var bytes = 0
            try file.each("SELECT geom FROM \(identifier: table)") { bytes += try $0.bytes(0).count }
            #expect(bytes == 180_000)
            #expect(throws: SQLError.self) { try file.all("DELETE FROM \(identifier: table) RETURNING fid") { try $0.int(0) } }
            #expect(throws: SQLError.self) { try file.all("SELECT no_such FROM \(identifier: table)") { try $0.int(0) } }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("values and files above their limit are errors")
    func limits() async throws {
        try await TestDatabase.withDirectory { directory in
            let path = try await makeFile(in: directory)
            #expect(throws: SQLError.self) { try SQLiteFile.open(path: path, maximumBytes: 1_000) }
            let file = try SQLiteFile.open(path: path, maximumValueBytes: 2_000)
            #expect(throws: SQLError.self) { try file.all("SELECT zeroblob(3000)") { try $0.bytes(0) } }
        }
    }

    @Test("damaged files give errors or rows, never a crash")
    func damage() async throws {
        try await TestDatabase.withDirectory { directory in
            let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try await makeFile(in: directory))))
            let path = directory.appendingPathComponent("bad.gpkg").path
            var random = SystemRandomNumberGenerator()
            var errors = 0
            for round in 0..<150 {
                var bytes = good
                switch round % 3 {
                case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
                case 1: for _ in 0..<200 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
                default: for index in 100..<8_192 where Int.random(in: 0..<8, using: &random) == 0 { bytes[index] ^= .random(in: 1...255, using: &random) }
                }
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                do {
                    let file = try SQLiteFile.open(path: path)
                    for table in try file.all("SELECT name FROM sqlite_master WHERE type = 'table'", { try $0.string(0) }) {
                        try file.each("SELECT * FROM \(identifier: table)") { row in for place in 0..<row.count { _ = try row.value(place) } }
                    }
                } catch {
                    #expect(error is SQLError)
                    errors += 1
                }
            }
            #expect(errors > 50)
        }
    }

    @Test("what is no SQLite file is refused", arguments: [[], [0x50], Array("SQLite format 3\0".utf8), [UInt8](repeating: 0x20, count: 5_000)] as [[UInt8]])
    func noFile(bytes: [UInt8]) async throws {
        try await TestDatabase.withDirectory { directory in
            let path = directory.appendingPathComponent("x.gpkg").path
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            #expect(throws: SQLError.self) {
                let file = try SQLiteFile.open(path: path)
                _ = try file.all("SELECT name FROM sqlite_master") { try $0.string(0) }
            }
            #expect(throws: SQLError.self) { try SQLiteFile.open(path: directory.appendingPathComponent("absent").path) }
        }
    }
}
