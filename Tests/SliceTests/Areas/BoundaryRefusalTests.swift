import Areas
import Core
import Foundation
import SQL
import TestSupport
import Testing

@Suite("Boundaries that are refused")
struct BoundaryRefusalTests {
    /// Refuses the bytes on a database that holds the town already, and sees that nothing changed.
    private func refused(_ engine: TestDatabase.Engine, _ bytes: [UInt8], name: String = "fout.geojson") async throws -> [Diagnostic] {
        try await TestDatabase.withDatabase(engine, migrations: AreasMigrations.all) { database in
            let areas = AreasInDatabase(database: database)
            try await areas.importing(try MadeUpBoundaries.town.geoJSON())
            let before = try await areas.everything()
            let diagnostics = try await areas.refusal(bytes, name: name)
            #expect(try await areas.everything() == before)
            for diagnostic in diagnostics {
                #expect(diagnostic.severity == .error && diagnostic.source == name)
                #expect(!diagnostic.reason.nl.isEmpty && !diagnostic.reason.en.isEmpty)
            }
            return diagnostics
        }
    }

    @Test("a code of another level, no code and a code that stands twice: every row is named", arguments: TestDatabase.engines)
    func codes(engine: TestDatabase.Engine) async throws {
        var town = MadeUpBoundaries.town
        town.places[1].code = "WK999900"
        town.places[2].code = "geen code"
        town.places.append(MadeUpBoundaries.square("BU99990001", "Nog een Haven", 5, 5))
        let found = try await refused(engine, try town.geoJSON())
        #expect(found.map(\.row) == [2, 3, 5])
        #expect(found.map(\.value) == ["WK999900", "geen code", "BU99990001"])
        #expect(found.map(\.column) == ["statcode", "statcode", "statcode"])
        #expect(found[0].reason.nl.contains("buurt") && found[2].reason.nl.contains("twee keer"))
    }

    @Test("any changed file is taken whole or changes nothing and says why", arguments: TestDatabase.engines)
    func changed(engine: TestDatabase.Engine) async throws {
        try await TestDatabase.withDatabase(engine, migrations: AreasMigrations.all) { database in
            let areas = AreasInDatabase(database: database)
            let town = try MadeUpBoundaries.town.geoJSON()
            try await areas.importing(town)
            var chance = Chance(7_5), refusals = 0
            for _ in 0..<Fuzz.mutations {
                let before = try await areas.everything()
                do {
                    try await areas.importing(chance.mutated(town), name: "anders.geojson")
                } catch let refused as ImportRefused {
                    refusals += 1
                    #expect(refused.diagnostics.contains { $0.severity == .error && !$0.reason.nl.isEmpty && !$0.reason.en.isEmpty })
                    #expect(try await areas.everything() == before)
                }
            }
            #expect(refusals > Fuzz.mutations / 3)
        }
    }

    @Test("a feature without any property for the code is named by its row", arguments: TestDatabase.engines)
    func withoutCode(engine: TestDatabase.Engine) async throws {
        let text = String(decoding: try MadeUpBoundaries.town.geoJSON(), as: UTF8.self).replacing("statcode", with: "nummer")
        let found = try await refused(engine, Array(text.utf8))
        #expect(found.map(\.row) == [1, 2, 3, 4])
        #expect(found.allSatisfy { $0.value == nil && $0.column == nil })
    }

    @Test(
        "one feature that cannot be read refuses the file and is named", arguments: TestDatabase.engines,
        [
            ("\"Point\",\"coordinates\":[182000.0,451000.0]", "not a polygon"), ("\"Polygon\",\"coordinates\":[[[9e9,1],[2,3],[4,5],[9e9,1]]]", "outside"),
            ("\"Polygon\",\"coordinates\":\"hier\"", "expected"),
        ])
    func brokenFeature(engine: TestDatabase.Engine, broken: (geometry: String, word: String)) async throws {
        let town = MadeUpBoundaries(places: [MadeUpBoundaries.town.places[0]])
        let text = String(decoding: try town.geoJSON(), as: UTF8.self)
        let end = try #require(text.range(of: "]}", options: .backwards))
        let feature = #",{"type":"Feature","properties":{"statcode":"BU99990002"},"geometry":{"type":\#(broken.geometry)}}"#
        let found = try await refused(engine, Array((text[..<end.lowerBound] + feature + "]}").utf8))
        #expect(found.count == 1)
        #expect(found.first?.row == 2)
        #expect(found.first?.reason.en.contains(broken.word) == true)
    }

    @Test("a file that is cut off at any place is refused, or holds every feature")
    func cutOff() async throws {
        let bytes = try MadeUpBoundaries.town.geoJSON()
        try await AreasInDatabase.with(.sqlite) { areas async throws in
            for length in stride(from: 0, to: bytes.count - 1, by: 17) {
                #expect(try await areas.refusal(Array(bytes.prefix(length))).count >= 1, "\(length)")
            }
            #expect(try await areas.store.imports().isEmpty)
        }
    }

    @Test("no features, another format and an unknown coordinate system are refused in words", arguments: TestDatabase.engines)
    func foreign(engine: TestDatabase.Engine) async throws {
        let mercator = String(decoding: try MadeUpBoundaries.town.geoJSON(), as: UTF8.self).replacing("EPSG::28992", with: "EPSG::3857")
        for text in [#"{"type":"FeatureCollection","features":[]}"#, "code;naam\nBU1;x", "", "\u{0}\u{1}", "[]", "{}", mercator] {
            #expect(try await refused(engine, Array(text.utf8)).count == 1, "\(text.prefix(20))")
        }
        for name in ["weg.gpkg", "fout.topojson"] { #expect(try await refused(engine, [1, 2, 3], name: name).count == 1) }
    }

    @Test("a GeoPackage with one broken blob is refused and the row is named")
    func brokenGeoPackage() async throws {
        try await TestDatabase.withDirectory { folder in
            let path = folder.appending(path: "buurten.gpkg").path
            try await MadeUpBoundaries.writeGeoPackage(path, layers: [("buurten", MadeUpBoundaries.town)])
            let file = try await Database.open(.sqlite(path: path), connections: 1)
            try await file.write { try $0.execute("UPDATE buurten SET geom = \(Array("GP niet echt".utf8)) WHERE fid = 3") }
            await file.close()
            try await AreasInDatabase.with(.sqlite) { areas async throws in
                let boundaries = BoundaryFile(path: path, format: .geoPackage, year: 2024, level: .neighbourhood)
                do {
                    _ = try await BoundaryImport(areas.database).run(boundaries, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))), at: 1)
                    Issue.record("not refused")
                } catch let refused as ImportRefused {
                    #expect(refused.diagnostics.map(\.row) == [3])
                }
                #expect(try await areas.store.imports().isEmpty)
            }
        }
    }

    @Test("files are known by the end of their name")
    func formats() {
        #expect(BoundaryFile.Format(path: "a/b.GeoJSON") == .geoJSON)
        #expect(BoundaryFile.Format(path: "b.json") == .geoJSON)
        #expect(BoundaryFile.Format(path: "b.topojson") == .topoJSON)
        #expect(BoundaryFile.Format(path: "b.gpkg") == .geoPackage)
        for path in ["", ".", "b", "b.shp", "b.geojson.zip", "geojson/"] { #expect(BoundaryFile.Format(path: path) == nil, "\(path)") }
    }
}
