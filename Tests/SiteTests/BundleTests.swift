import Areas
import Core
import Figures
import Foundation
import Geo
import SQL
import Site
import TestSupport
import Testing

@Suite("Bundles")
struct BundleTests {
    static let province = AreaCode("PV25") ?? .netherlands

    private static func randomValue() -> Value {
        switch Int.random(in: 0..<8) {
        case 0: .null
        case 1: .integer(.random(in: .min ... .max))
        case 2: .integer([.min, .max, 0, -1, 1, 63, -64, 64][Int.random(in: 0..<8)])
        case 3: .real(Double(bitPattern: .random(in: 0...UInt64.max)))
        case 4: .real([0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude][Int.random(in: 0..<6)])
        case 5: .text(String((0..<Int.random(in: 0...300)).map { _ in ["a", "é", "日", "\u{0}", "👨‍👩‍👧", "\n"].randomElement() ?? "" }.joined()))
        default: .bytes((0..<Int.random(in: 0...300)).map { _ in .random(in: 0...255) })
        }
    }

    private static func randomFile() -> BundleFile {
        BundleFile(
            tables: (0..<Int.random(in: 0...5)).map { number in
                let width = Int.random(in: 1...8)
                return BundleFile.Table(
                    "tabel_\(number)", (0..<width).map { "kolom \($0)" }, rows: (0..<Int.random(in: 0...40)).map { _ in (0..<width).map { _ in randomValue() } }
                )
            })
    }

    /// Values with the bits of their numbers, so that not-a-number and minus zero count too.
    private static func exactly(_ file: BundleFile) -> [[String]] {
        file.tables.map { table in
            [table.name] + table.columns
                + table.rows.flatMap { $0 }.map { value in
                    if case .real(let number) = value { return "real \(number.bitPattern)" }
                    return "\(value)"
                }
        }
    }

    @Test("what is written is read back to the last bit, for two hundred random bundles")
    func roundTrip() throws {
        for _ in 0..<200 {
            let file = Self.randomFile()
            let bytes = try file.encoded()
            let read = try BundleFile(bytes, source: "x")
            #expect(Self.exactly(read) == Self.exactly(file))
            #expect(try read.encoded() == bytes)
        }
    }

    /// Reads, and says the words of the refusal; nil when it was not refused.
    private func refusal(_ bytes: [UInt8]) -> Diagnostic? {
        do {
            _ = try BundleFile(bytes, source: "demo.bundle")
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    @Test("foreign bytes are refused in words")
    func foreign() {
        for bytes in [[], Array("LEEFKRING".utf8), Array("LEEFKRING 2\nabc".utf8), Array("PK\u{3}\u{4}".utf8), [UInt8](repeating: 0, count: 10_000)] {
            #expect(refusal(bytes)?.reason.nl == "Dit is geen bundel van Leefkring.")
        }
        #expect(refusal(Array("LEEFKRING 1\n".utf8))?.reason.en == "The bundle is damaged.")
    }

    @Test("two thousand bundles with a changed, missing or added byte are refused or read, and never break the reader")
    func damaged() throws {
        let bytes = try BundleFile(tables: [BundleFile.Table("t", ["a", "b"], rows: (0..<60).map { _ in [Self.randomValue(), Self.randomValue()] })]).encoded()
        var refused = 0
        for round in 0..<2000 {
            var changed = bytes
            let place = Int.random(in: 0..<bytes.count)
            switch round % 4 {
            case 0: changed[place] ^= 1 << UInt8.random(in: 0...7)
            case 1: changed = Array(bytes.prefix(place))
            case 2: changed.remove(at: place)
            default: changed.insert(.random(in: 0...255), at: place)
            }
            guard changed != bytes else { continue }
            if let diagnostic = refusal(changed) {
                refused += 1
                #expect(diagnostic.severity == .error && diagnostic.source == "demo.bundle" && !diagnostic.reason.en.isEmpty)
            }
        }
        #expect(refused > 1900, "the checksum sees nearly all: \(refused)")
    }

    @Test("well-packed nonsense is refused: two thousand random contents and counts too large for the file")
    func nonsense() throws {
        for _ in 0..<2000 {
            let content = (0..<Int.random(in: 1...60)).map { _ in Bool.random() ? UInt8.random(in: 0...5) : UInt8.random(in: 0...255) }
            if let file = try? BundleFile(try TestDeflate.bundle(content), source: "x") { #expect(file.tables.count <= content.count) }
        }
        for content in [[1, 1, 0x61, 1, 1, 0x62, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], [1, 0], [0, 0]]
            as [[UInt8]]
        {
            #expect(refusal(try TestDeflate.bundle(content)) != nil)
        }
    }

    private func made(_ engine: TestDatabase.Engine) async throws -> BundleFile {
        try await TestDatabase.withAddress(engine) { address in
            let site = try await Composition.open(address, connections: 2)
            try await SmallTown.load(into: site.database)
            let file = try await BundleMaking(site, province: Self.province).make(years: [2020, 2024, 2024])
            await site.database.close()
            return try BundleFile(try file.encoded(), source: "demo.bundle")
        }
    }

    @Test("a made bundle gives every area in it the profile that the source database gives", arguments: TestDatabase.engines)
    func profiles(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let source = try await Composition.open(address, connections: 2)
            try await SmallTown.load(into: source.database)
            let file = try await BundleMaking(source, province: Self.province).make(years: [2020, 2024])
            try await TestDatabase.withAddress(engine) { other in
                let loaded = try await Composition.open(other, connections: 2)
                #expect(try await BundleLoading(loaded.database).load(file, source: "x") == file.tables.reduce(0) { $0 + $1.rows.count })
                for place in SmallTown.places {
                    let code = try #require(AreaCode(place.code))
                    for year in [2020, 2024] {
                        let expected = try await source.figures.profile(of: code, year: year, all: true)
                        let found = try await loaded.figures.profile(of: code, year: year, all: true)
                        let (here, there) = (try Self.told(found), try Self.told(expected))
                        for (left, right) in zip(here, there) where left != right { Issue.record("\(code) \(year): \(left) instead of \(right)") }
                        #expect(here.count == there.count, "\(code) \(year)")
                        let shape = try await source.areas.shapes.outlines(of: [code], year: year).first
                        #expect(try await loaded.areas.shapes.outlines(of: [code], year: year).first?.shape == shape?.shape)
                    }
                }
                for year in [2020, 2024] {
                    for (level, kind) in [
                        (AreaLevel.municipality, ContiguityKind.queen), (.district, .rook), (.neighbourhood, .queen), (.neighbourhood, .rook),
                    ] {
                        let expected = try #require(try await source.areas.shapes.neighbours(year: year, level: level, kind: kind))
                        let found = try #require(try await loaded.areas.shapes.neighbours(year: year, level: level, kind: kind))
                        #expect(found.codes == expected.codes && found.contiguity == expected.contiguity)
                    }
                }
                #expect(try await Inspection(loaded).run().faults.isEmpty)
                await loaded.database.close()
            }
            await source.database.close()
        }
    }

    /// What a profile says, as a program reads it, and the places of its figures among others: piece by piece.
    private static func told(_ profile: Profile?) throws -> [String] {
        guard let profile else { return [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        // A bundle knows how values are spread over the country, not the margins of areas elsewhere: it cannot give a range of ranks there.
        let places = profile.figures.flatMap { figure in
            [figure.nation, figure.municipality].map { place in
                "\(figure.indicator.key): " + (place.map { "\($0.count) \($0.missing) \($0.lowerShare) \($0.higherShare) \($0.median)" } ?? "-")
            }
        }
        return String(decoding: try encoder.encode(ProfileDocument(profile)), as: UTF8.self).split(separator: "\n").map(String.init) + places
    }

    @Test("a database that holds data is left as it is", arguments: TestDatabase.engines)
    func notEmpty(engine: TestDatabase.Engine) async throws {
        let file = try await made(engine)
        try await TestDatabase.withAddress(engine) { address in
            let site = try await Composition.open(address, connections: 2)
            let loading = BundleLoading(site.database)
            #expect(try await loading.load(file, source: "x") > 50)
            try await site.database.write { try $0.execute("UPDATE area SET name = 'Eigen naam' WHERE code = 'GM9999'") }
            #expect(try await loading.load(file, source: "x") == 0)
            let names = try await site.database.read { try $0.all("SELECT DISTINCT name FROM area WHERE code = 'GM9999'") { try $0.string(0) } }
            #expect(names == ["Eigen naam"])
            await site.database.close()
        }
    }

    @Test("a bundle with a foreign table, other columns or rows that do not fit is refused and changes nothing", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        let area = ["year", "code", "level", "name", "parent", "postcode", "land_hectares"]
        let row: [Value] = [2024, "GM9999", "gemeente", "Lindenmeer", nil, nil, nil]
        let files = [
            BundleFile(tables: [.init("job", ["id"])]), BundleFile(tables: [.init("area", ["year"])]), BundleFile(tables: [.init("area", area.reversed())]),
            BundleFile(tables: [.init("area", area, rows: [row, row])]),
            BundleFile(tables: [.init("area", area, rows: [row]), .init("area", area, rows: [row])]),
            BundleFile(tables: [.init("area", area, rows: [[2024, "GM9999", "dorp", "x", nil, nil, nil]])]),
            BundleFile(tables: [.init("area", area, rows: [[2024, "GM9999", "gemeente", nil, nil, nil, nil]])]),
        ]
        try await TestDatabase.withAddress(engine) { address in
            let site = try await Composition.open(address, connections: 2)
            for (index, file) in files.enumerated() {
                await #expect(throws: ImportRefused.self, "\(index)") { try await BundleLoading(site.database).load(file, source: "fout.bundle") }
            }
            #expect(try await site.database.read { try $0.first("SELECT COUNT(*) FROM area") { try $0.int(0) } } == 0)
            await site.database.close()
        }
    }

    @Test("files of boundaries of which a bundle holds only a part are still news to a database that loaded it", arguments: TestDatabase.engines)
    func partsAreNotWhole(engine: TestDatabase.Engine) async throws {
        let file = try await made(engine)
        try await TestDatabase.withAddress(engine) { address in
            let site = try await Composition.open(address, connections: 2)
            _ = try await BundleLoading(site.database).load(file, source: "x")
            #expect(try await site.areas.store.imports().allSatisfy { $0.digest.hasSuffix(" PV25") })
            await site.database.close()
        }
    }

    @Test("of borders with areas outside the bundle nothing is left, and the others are as they were")
    func neighbours() throws {
        // A row of five: a bundle of the second, third and fifth.
        let codes = ["BU99990001", "BU99990002", "BU99990003", "BU99990A01", "BU99990A02"].compactMap { AreaCode($0) }
        let line = Neighbours(
            year: 2024, level: .neighbourhood, kind: .queen, codes: codes,
            contiguity: Contiguity(kind: .queen, start: [0, 1, 3, 5, 7, 8], neighbours: [1, 0, 2, 1, 3, 2, 4, 3]))
        let part = line.among([codes[1], codes[2], codes[4]])
        #expect(part.codes == [codes[1], codes[2], codes[4]])
        #expect(part.contiguity == Contiguity(kind: .queen, start: [0, 1, 2, 2], neighbours: [1, 0]))
        #expect(part.contiguity.islands == [2] && part.row.last == .integer(1))
        #expect(line.among(Set(codes)).contiguity == line.contiguity)
        #expect(line.among([]).contiguity.count == 0)
    }

    @Test("neighbours whose lists do not fit together are none, and break nothing", arguments: TestDatabase.engines)
    func damagedNeighbours(engine: TestDatabase.Engine) async throws {
        let codes: [UInt8] = Array("BU99990001\nBU99990002\n".utf8)
        func list(_ numbers: [UInt8]) -> Value { .bytes(numbers.flatMap { [$0, 0, 0, 0] }) }
        let sound: [Value] = [2024, "buurt", "queen", .bytes(codes), list([0, 1, 2]), list([1, 0]), 0]
        let damaged: [(Int, Value)] = [
            (3, .bytes(Array(codes.dropLast(11)))), (4, list([0, 1])), (4, list([0, 9, 2])), (4, list([1, 1, 2])), (5, list([1, 2])), (5, list([1])),
            (5, .bytes([1, 0, 0, 0, 255, 255, 255, 255])), (3, .bytes([])), (4, .bytes([1, 2, 3])),
        ]
        for change in [nil] + damaged.map(Optional.some) {
            try await TestDatabase.withAddress(engine) { address in
                let site = try await Composition.open(address, connections: 2)
                var row = sound
                if let (column, value) = change { row[column] = value }
                let table = BundleFile.Table("area_neighbours", Neighbours.columns.map(\.description), rows: [row])
                #expect(try await BundleLoading(site.database).load(BundleFile(tables: [table]), source: "x") == 1)
                let found = try await site.areas.shapes.neighbours(year: 2024, level: .neighbourhood, kind: .queen)
                #expect((found != nil) == (change == nil))
                await site.database.close()
            }
        }
    }

    @Test("a damaged column in the source database refuses the bundle in words")
    func damagedSource() async throws {
        try await TestDatabase.withAddress(.sqlite) { address in
            let site = try await Composition.open(address, connections: 2)
            try await SmallTown.load(into: site.database)
            let making = BundleMaking(site, province: Self.province)
            _ = try await making.make(years: [2024])
            try await site.database.write {
                try $0.execute("UPDATE edition_column SET cells = \([UInt8](repeating: 1, count: 11)) WHERE edition = 5 AND period = '2024'")
            }
            await #expect(throws: ImportRefused.self) { try await making.make(years: [2024]) }
            #expect(try await Inspection(site).run().faults.contains { $0.contains("lindenmeer-politie") && $0.contains("beschadigd") })
            await site.database.close()
        }
    }
}

/// Packs contents as a bundle does.
enum TestDeflate {
    static func bundle(_ content: [UInt8]) throws -> [UInt8] { Array("LEEFKRING 1\n".utf8) + (try Packing.zlib(content)) }
}
