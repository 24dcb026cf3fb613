import Core
import Foundation
import Mail
import People
import SQL
import Site
import TestSupport
import Testing

/// A database with figures, people and a journal, and the way of its backup into another.
@Suite("Backup and restore")
struct BackupTests {
    static let pairs = TestDatabase.engines.flatMap { from in TestDatabase.engines.map { (from: from, to: $0) } }

    /// Everything of a database as text, table by table.
    private static func contents(_ database: Database) async throws -> [String: [String]] {
        try await database.read { reading in
            var contents: [String: [String]] = [:]
            for table in try reading.tables() where table.name != Migration.table {
                let order = table.columns.indices.sorted { table.columns[$0].name < table.columns[$1].name }
                var rows: [String] = []
                try reading.rows(of: table) { row in rows.append(order.map { "\(table.columns[$0].name)=\(exactly(row[$0]))" }.joined(separator: " ")) }
                contents[table.name] = rows.sorted()
            }
            return contents
        }
    }

    private static func exactly(_ value: Value) -> String {
        if case .real(let number) = value { return "real \(number.bitPattern)" }
        return "\(value)"
    }

    private static func fill(_ site: Composition, people: Int = 5) async throws {
        _ = try await Importing(site).bundle("demo/gelderland.bundle")
        try await write(people, to: site)
    }

    private static func write(_ count: Int, to site: Composition, from start: Int = 0) async throws {
        for number in start..<start + count {
            let origin = Origin(person: nil, request: "test", channel: .commandLine, time: site.people.now())
            let person = try await site.people.persons.add(name: "Proef \(number)", mail: MailAddress("proef\(number)@voorbeeld.nl"), from: origin)
            try await site.people.persons.grant(.resident, at: .installation, to: person.id, from: origin)
        }
    }

    /// Why a backup is not put back; nil when it was.
    private static func refusal(of path: String, into database: Database, _ migrations: [Migration] = Composition.migrations) async throws -> Localized? {
        do {
            _ = try await Restore(path: path).run(into: database, migrations: migrations)
            return nil
        } catch let refused as ImportRefused {
            return refused.diagnostics.first?.reason
        }
    }

    /// Why a backup is not made; nil when it was.
    private static func refusal(of database: Database, to path: String) async throws -> Localized? {
        do {
            _ = try await Backup(database).write(to: path)
            return nil
        } catch let refused as ImportRefused {
            return refused.diagnostics.first?.reason
        }
    }

    @Test("a backup of either engine goes back into either, value for value, and the journal still holds", arguments: pairs)
    func roundTrip(from: TestDatabase.Engine, to: TestDatabase.Engine) async throws {
        try await TestDatabase.withDirectory { folder in
            try await TestDatabase.withAddress(from) { source in
                try await TestDatabase.withAddress(to) { target in
                    let path = folder.appendingPathComponent("alles.backup").path
                    let site = try await Composition.open(source)
                    try await Self.fill(site)
                    let rows = try await Backup(site.database).write(to: path).rows
                    let before = try await Self.contents(site.database)
                    #expect(rows == before.values.reduce(0) { $0 + $1.count } && rows > 3_000)
                    await site.database.close()
                    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)

                    let database = try await Database.open(target)
                    #expect(try await Restore(path: path).run(into: database, migrations: Composition.migrations).rows == rows)
                    #expect(try await Self.contents(database) == before)
                    await database.close()
                    let restored = try await Composition.open(target)
                    #expect(try await Inspection(restored).run().faults == [])
                    await restored.database.close()
                }
            }
        }
    }

    @Test("a backup that is made while people write holds the state of one moment", arguments: TestDatabase.engines)
    func online(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDirectory { folder in
            try await TestDatabase.withAddress(engine) { address in
                let site = try await Composition.open(address)
                async let writing: Void = Self.write(60, to: site)
                for number in 0..<4 {
                    let path = folder.appendingPathComponent("\(number).backup").path
                    _ = try await Backup(site.database).write(to: path)
                    try await TestDatabase.withAddress(.sqlite) { target in
                        let database = try await Database.open(target)
                        _ = try await Restore(path: path).run(into: database, migrations: Composition.migrations)
                        await database.close()
                        let copy = try await Composition.open(target)
                        #expect(try await Inspection(copy).run().faults == [])
                        await copy.database.close()
                    }
                }
                try await writing
                await site.database.close()
            }
        }
    }

    @Test("a damaged backup is refused in words, wherever the damage is, and nothing is written", arguments: TestDatabase.engines)
    func damaged(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDirectory { folder in
            let good = folder.appendingPathComponent("goed.backup").path, bad = folder.appendingPathComponent("stuk.backup")
            try await TestDatabase.withAddress(.sqlite) { address in
                let site = try await Composition.open(address)
                try await Self.write(30, to: site)
                _ = try await Backup(site.database).write(to: good)
                await site.database.close()
            }
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: good)))
            var random = Chance(2026)
            try await TestDatabase.withAddress(engine) { target in
                let database = try await Database.open(target)
                for round in 0..<60 {
                    var broken = bytes
                    if round % 3 == 0 {
                        broken.removeLast(Int.random(in: 1..<bytes.count, using: &random))
                    } else if round % 3 == 1 {
                        broken[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
                    } else {
                        broken += (0..<Int.random(in: 1...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
                    }
                    try Data(broken).write(to: bad)
                    let reason = try await Self.refusal(of: bad.path, into: database)
                    #expect(reason != nil, "round \(round)")
                    #expect(try await database.read { try $0.tables() }.isEmpty, "round \(round)")
                }
                #expect(try await Restore(path: good).run(into: database, migrations: Composition.migrations).rows > 60)
                await database.close()
            }
        }
    }

    @Test("a database with tables, a file of a newer version and a file that is there already are left as they are", arguments: TestDatabase.engines)
    func refusals(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDirectory { folder in
            try await TestDatabase.withAddress(engine) { address in
                let path = folder.appendingPathComponent("kopie.backup").path
                let site = try await Composition.open(address)
                try await Self.write(2, to: site)
                _ = try await Backup(site.database).write(to: path)
                let before = try Data(contentsOf: URL(filePath: path)), contents = try await Self.contents(site.database)
                let present = try await Self.refusal(of: site.database, to: path)
                #expect(present?.en == "this file is there already")
                #expect(try Data(contentsOf: URL(filePath: path)) == before)
                let full = try await Self.refusal(of: path, into: site.database)
                #expect(full?.nl == "de database is niet leeg; er is niets veranderd")
                let after = try await Self.contents(site.database)
                #expect(after == contents)
                let newer = try await Self.refusal(of: path, into: site.database, Composition.migrations.dropLast())
                #expect(newer?.en.hasPrefix("this backup is of a newer version of Leefkring") == true)
                let foreign = folder.appendingPathComponent("brief.txt").path
                try Data("Geachte heer".utf8).write(to: URL(filePath: foreign))
                let none = try await Self.refusal(of: foreign, into: site.database)
                #expect(none?.nl == "dit is geen reservekopie van Leefkring")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".part") } == [])
                await site.database.close()
            }
        }
    }

    @Test("a backup of an older version is brought up to date on its way back", arguments: TestDatabase.engines)
    func older(engine: TestDatabase.Engine) async throws {
        let steps = [
            Migration("a-1", reason: "a table") { _ in
                ["CREATE TABLE thing (id BIGINT PRIMARY KEY, size DOUBLE PRECISION, name TEXT, parent BIGINT REFERENCES thing)"]
            },
            Migration("a-2", reason: "more is known of a thing") { _ in ["ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'blauw'"] },
        ]
        try await TestDatabase.withDirectory { folder in
            let path = folder.appendingPathComponent("oud.backup").path
            try await TestDatabase.withDatabase(engine, migrations: Array(steps.prefix(1))) { database in
                // The first refers to the last.
                let rows: [[Value]] = [[.integer(1), .real(2), .text("een"), .integer(2)], [.integer(2), .null, .text("twee\n\"'"), .null]]
                try await database.write { transaction in
                    _ = try transaction.insert(into: "thing", columns: ["id", "size", "name", "parent"], rows: [rows[1], rows[0]])
                }
                #expect(try await Backup(database).write(to: path).rows == 2)
            }
            try await TestDatabase.withDatabase(engine) { database in
                #expect(try await Restore(path: path).run(into: database, migrations: steps).rows == 2)
                let colours = try await database.read { reading in
                    try reading.all("SELECT name, colour FROM thing ORDER BY id") { try $0.string(0) + $0.string(1) }
                }
                #expect(colours == ["eenblauw", "twee\n\"'blauw"])
            }
        }
    }
}
