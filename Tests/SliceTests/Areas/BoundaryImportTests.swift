import Areas
import Core
import Foundation
import Geo
import SQL
import TestSupport
import Testing

@Suite("Import of boundaries")
struct BoundaryImportTests {
    private static func bytes(_ kind: String) throws -> [UInt8] {
        switch kind {
        case "rd.geojson": try MadeUpBoundaries.town.geoJSON()
        case "wgs84.geojson": try MadeUpBoundaries.town.geoJSON(system: .wgs84)
        default: MadeUpBoundaries.town.topoJSON
        }
    }

    @Test(
        "GeoJSON in RD and in WGS 84 and TopoJSON give the same areas, to half a metre",
        arguments: TestDatabase.engines, ["rd.geojson", "wgs84.geojson", "rd.topojson"])
    func formats(engine: TestDatabase.Engine, kind: String) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            let report = try await areas.importing(try Self.bytes(kind), name: kind)
            #expect((report.areas, report.repaired, report.isUnchanged) == (4, 0, false))
            let map = try #require(try await areas.store.gazetteer().map(of: 2024))
            #expect(map.areas(of: .neighbourhood).map(\.name) == ["Haven", "Markt", "Veld", "Eiland"])
            for place in MadeUpBoundaries.town.places {
                let shape = try #require(try await areas.shapes.shape(of: try AreaCode.made(place.code), year: 2024))
                #expect(abs(shape.area - 1_000_000) < 500, "\(place.code)")
                #expect(abs(shape.boundingBox.minX - place.ring[0].x) < 0.5 && abs(shape.boundingBox.minY - place.ring[0].y) < 0.5)
            }
            #expect(try await areas.shapes.count(year: 2024, level: .neighbourhood) == 4)
            #expect(try await areas.shapes.count(year: 2023, level: .neighbourhood) == 0)
        }
    }

    @Test("a GeoPackage is read in place, and of several layers the one of the level", arguments: TestDatabase.engines)
    func geoPackage(engine: TestDatabase.Engine) async throws {
        try await AreasInDatabase.with(engine) { areas async throws in
            try await TestDatabase.withDirectory { folder in
                let path = folder.appending(path: "gebieden.gpkg").path
                let districts = MadeUpBoundaries(places: [
                    MadeUpBoundaries.square("WK999900", "Centrum", 0, 0, width: 2), MadeUpBoundaries.square("WK999901", "Rand", 2, 0),
                ])
                try await MadeUpBoundaries.writeGeoPackage(path, layers: [("buurten", MadeUpBoundaries.town), ("wijken", districts)])
                for (level, count) in [(AreaLevel.neighbourhood, 4), (.district, 2)] {
                    let file = BoundaryFile(path: path, format: .geoPackage, year: 2024, level: level)
                    let report = try await BoundaryImport(areas.database).run(file, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))), at: 1)
                    #expect(report.areas == count)
                }
                #expect(try await areas.shapes.shape(of: try AreaCode.made("WK999900"), year: 2024)?.area == 2_000_000)
                #expect(try await areas.store.gazetteer().newest(try AreaCode.made("BU99990003"))?.name == "Veld")
            }
        }
    }

    @Test("a polygon that crosses itself is repaired, and the row and the place are noted", arguments: TestDatabase.engines)
    func repair(engine: TestDatabase.Engine) async throws {
        var town = MadeUpBoundaries.town
        // An hourglass: two triangles that meet at 500, 500.
        town.places[1].ring = [(181_000, 450_000), (182_000, 451_000), (182_000, 450_000), (181_000, 451_000), (181_000, 450_000)]
        let bytes = try town.geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            let report = try await areas.importing(bytes)
            #expect(report.repaired == 1)
            let note = try #require(report.notes.first)
            #expect((note.severity, note.source, note.row, note.value) == (.note, "buurten.geojson", 2, "BU99990002"))
            #expect(note.reason.nl.contains("Self-intersection") && note.reason.nl.contains("181500"))
            #expect(try await areas.store.imports().first?.repaired == 1)
            let shape = try #require(try await areas.shapes.shape(of: try AreaCode.made("BU99990002"), year: 2024))
            #expect(abs(shape.area - 500_000) < 1)
        }
    }

    @Test("the same bytes a second time, under any name, change nothing", arguments: TestDatabase.engines)
    func idempotent(engine: TestDatabase.Engine) async throws {
        let bytes = try MadeUpBoundaries.town.geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.importing(bytes)
            let before = try await areas.everything()
            for name in ["buurten.geojson", "kopie.geojson"] {
                let report = try await areas.importing(bytes, name: name, at: 99)
                #expect(report.isUnchanged && report.areas == 0)
            }
            #expect(try await areas.everything() == before)
        }
    }

    @Test("a changed file replaces all shapes of its year and level, and a return to the first file does so again", arguments: TestDatabase.engines)
    func replacing(engine: TestDatabase.Engine) async throws {
        let first = try MadeUpBoundaries.town.geoJSON()
        var changed = MadeUpBoundaries.town
        changed.places.removeLast()
        changed.places[0] = MadeUpBoundaries.square("BU99990001", "Haven", 0, 0, height: 2)
        let second = try changed.geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.importing(first)
            try await areas.importing(first, year: 2020)
            let haven = try AreaCode.made("BU99990001")
            for (bytes, name, count, area) in [(second, "beter.geojson", 3, 2e6), (first, "buurten.geojson", 4, 1e6), (second, "beter.geojson", 3, 2e6)] {
                #expect(try await areas.importing(bytes, name: name).isUnchanged == false)
                #expect(try await areas.shapes.count(year: 2024, level: .neighbourhood) == count)
                #expect(try await areas.shapes.shape(of: haven, year: 2024)?.area == area)
                #expect(try await areas.shapes.neighbours(year: 2024, level: .neighbourhood, kind: .queen)?.codes.count == count)
            }
            #expect(try await areas.shapes.count(year: 2020, level: .neighbourhood) == 4)
            #expect(try await areas.shapes.shape(of: haven, year: 2020)?.area == 1e6)
        }
    }

    @Test("neighbours are symmetric, a corner makes a queen and no rook, and islands are told", arguments: TestDatabase.engines)
    func neighbours(engine: TestDatabase.Engine) async throws {
        let bytes = try MadeUpBoundaries.town.geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            let report = try await areas.importing(bytes)
            #expect(report.islands.map(\.description) == ["BU99990004"])
            for (kind, expected) in [(ContiguityKind.queen, [[1], [0, 2], [1], []]), (.rook, [[1], [0], [], []])] {
                let found = try #require(try await areas.shapes.neighbours(year: 2024, level: .neighbourhood, kind: kind))
                #expect(found.codes.map(\.description) == MadeUpBoundaries.town.places.map(\.code))
                #expect((0..<4).map { found.contiguity[$0].map(Int.init) } == expected, "\(kind)")
                for index in 0..<4 { for other in found.contiguity[index] { #expect(found.contiguity[Int(other)].contains(Int32(index))) } }
            }
            #expect(try await areas.shapes.neighbours(year: 2024, level: .district, kind: .queen) == nil)
        }
    }

    @Test("a point is in the areas of every level that hold it, the smallest last", arguments: TestDatabase.engines)
    func points(engine: TestDatabase.Engine) async throws {
        let buurten = try MadeUpBoundaries.town.geoJSON()
        let gemeente = try MadeUpBoundaries(places: [MadeUpBoundaries.square("GM9999", "Lindenmeer", 0, 0, width: 3, height: 3)]).geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.importing(buurten)
            try await areas.importing(gemeente, name: "gemeente.geojson", level: .municipality)
            #expect(try await areas.shapes.areas(at: Point(x: 180_500, y: 450_500), year: 2024).map(\.description) == ["GM9999", "BU99990001"])
            #expect(try await areas.shapes.areas(at: Point(x: 182_500, y: 451_500), year: 2024).map(\.description) == ["GM9999", "BU99990003"])
            #expect(try await areas.shapes.areas(at: Point(x: 180_500, y: 452_500), year: 2024).map(\.description) == ["GM9999"])
            #expect(try await areas.shapes.areas(at: Point(x: 170_000, y: 450_500), year: 2024).isEmpty)
            #expect(try await areas.shapes.areas(at: Point(x: 180_500, y: 450_500), year: 2020).isEmpty)
            #expect(try await areas.shapes.areas(at: Point(x: .nan, y: .infinity), year: 2024).isEmpty)
        }
    }

    @Test("outlines of neighbours keep every corner of their common border, and come in the order asked", arguments: TestDatabase.engines)
    func outlines(engine: TestDatabase.Engine) async throws {
        // A border with teeth of 5 m, which an outline leaves out, and one bend of 200 m, which it keeps: on both sides the same.
        var border: [(x: Double, y: Double)] = []
        for step in 0...100 {
            let x: Double = step % 2 == 0 ? 181_000 : 181_005
            border.append((x: x, y: 450_000 + Double(step * 10)))
        }
        border[50].x = 181_200
        var left = MadeUpBoundaries.Place(code: "BU99990001", name: "Links", ring: [(180_000, 450_000)])
        left.ring += border
        left.ring += [(180_000, 451_000), (180_000, 450_000)]
        var right = MadeUpBoundaries.Place(code: "BU99990002", name: "Rechts", ring: [(182_000, 450_000), (182_000, 451_000)])
        right.ring += border.reversed()
        right.ring.append((182_000, 450_000))
        let bytes = try MadeUpBoundaries(places: [left, right]).geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.importing(bytes)
            let codes = try ["BU99990002", "BU99990001", "BU99990009"].map { try AreaCode.made($0) }
            let outlines = try await areas.shapes.outlines(of: codes, year: 2024)
            #expect(outlines.map(\.code) == Array(codes.prefix(2)))
            let corners = outlines.map { outline in
                Set((0..<outline.shape.pointCount).map(outline.shape.point).filter { $0.x > 180_500 && $0.x < 181_500 })
            }
            #expect(corners[0] == corners[1])
            #expect((3..<20).contains(corners[0].count), "simplified: \(corners[0].count) of 101")
            #expect(corners[0].contains { $0.x == 181_200 })
            let exact = try #require(try await areas.shapes.shape(of: codes[0], year: 2024))
            #expect(exact.pointCount == 103)
            for outline in outlines {
                let shape = try #require(try await areas.shapes.shape(of: outline.code, year: 2024))
                #expect(shape.contains(outline.label))
            }
        }
    }

    @Test("the areas that touch a box are found, not those whose box only does", arguments: TestDatabase.engines)
    func box(engine: TestDatabase.Engine) async throws {
        let triangle = MadeUpBoundaries.Place(
            code: "BU99990001", name: "Hoek", ring: [(180_000, 450_000), (181_000, 450_000), (180_000, 451_000), (180_000, 450_000)])
        let bytes = try MadeUpBoundaries(places: [triangle]).geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.importing(bytes)
            func found(_ x: Double, _ y: Double, _ size: Double) async throws -> Int {
                let box = BoundingBox(minX: x, minY: y, maxX: x + size, maxY: y + size)
                return try await areas.shapes.codes(year: 2024, level: .neighbourhood, touching: box).count
            }
            #expect(try await found(180_100, 450_100, 10) == 1, "inside")
            #expect(try await found(170_000, 440_000, 50_000) == 1, "around")
            #expect(try await found(180_800, 450_800, 100) == 0, "beside the long side")
            #expect(try await found(180_450, 450_450, 100) == 1, "across the long side")
            #expect(try await areas.shapes.codes(year: 2024, level: .neighbourhood).count == 1)
            #expect(try await areas.shapes.codes(year: 2024, level: .district).isEmpty)
        }
    }

    @Test("of land and water under one code the land counts, and a code without a polygon is noted", arguments: TestDatabase.engines)
    func water(engine: TestDatabase.Engine) async throws {
        var town = MadeUpBoundaries.town
        town.places[0].extra = ["water": "NEE"]
        var lake = MadeUpBoundaries.square("BU99990001", "Haven", 0, 3)
        lake.extra = ["water": "JA"]
        town.places.append(lake)
        var bytes = String(decoding: try town.geoJSON(), as: UTF8.self)
        let end = try #require(bytes.range(of: "]}", options: .backwards))
        bytes.replaceSubrange(end, with: #",{"type":"Feature","properties":{"statcode":"BU99990007"},"geometry":null}]}"#)
        let text = bytes
        try await AreasInDatabase.with(engine) { areas async throws in
            let report = try await areas.importing(Array(text.utf8))
            #expect(report.areas == 4)
            #expect(report.notes.map(\.value) == ["BU99990007"])
            #expect(report.notes.map(\.row) == [6])
            #expect(try await areas.shapes.shape(of: try AreaCode.made("BU99990001"), year: 2024)?.boundingBox.maxY == 451_000)
        }
    }

    @Test("ORG-09: where a file has codes only, names come from the nearest year that has them", arguments: TestDatabase.engines)
    func names(engine: TestDatabase.Engine) async throws {
        let bytes = try MadeUpBoundaries(places: [MadeUpBoundaries.square("BU02220404", nil, 0, 0), MadeUpBoundaries.square("BU02220405", nil, 1, 0)]).geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.register([.made("BU02220404", "Koekendaal en Vijverberg-Noordoost", year: 2020)])
            try await areas.register([.made("BU02220404", "Vijverberg", year: 2024)])
            try await areas.importing(bytes, year: 2019)
            try await areas.importing(bytes, year: 2023)
            let gazetteer = try await areas.store.gazetteer()
            let code = try AreaCode.made("BU02220404")
            #expect(gazetteer.area(code, in: 2019)?.name == "Koekendaal en Vijverberg-Noordoost")
            #expect(gazetteer.area(code, in: 2023)?.name == "Vijverberg")
            #expect(gazetteer.area(try AreaCode.made("BU02220405"), in: 2019)?.name == "BU02220405")
        }
    }

    @Test("a municipality takes its province from the file, else from another year", arguments: TestDatabase.engines)
    func provinces(engine: TestDatabase.Engine) async throws {
        var file = MadeUpBoundaries(places: [MadeUpBoundaries.square("GM0003", "Appingedam", 0, 0), MadeUpBoundaries.square("GM0010", "Delfzijl", 1, 0)])
        file.places[0].extra = ["pv_code": "20"]
        let bytes = try file.geoJSON()
        try await AreasInDatabase.with(engine) { areas async throws in
            try await areas.register([.made("GM0010", "Delfzijl", year: 2020, province: "PV20")])
            try await areas.importing(bytes, level: .municipality)
            let map = try #require(try await areas.store.gazetteer().map(of: 2024))
            #expect(map.areas(of: .municipality).map { $0.parent?.description } == ["PV20", "PV20"])
        }
    }
}
