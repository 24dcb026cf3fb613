import Areas
import Core
import Foundation
import Geo
import SQL
import TestSupport
import Testing

/// Neighbourhoods of a made-up town on the RD grid, as files of every kind.
struct MadeUpBoundaries {
    struct Place {
        var code: String
        var name: String?
        /// RD metres, first and last corner the same.
        var ring: [(x: Double, y: Double)]
        var extra: [String: String] = [:]
    }

    var places: [Place]

    /// A square with its lower left corner at kilometres east and north of (180, 450).
    static func square(_ code: String, _ name: String?, _ east: Double, _ north: Double, width: Double = 1, height: Double = 1) -> Place {
        let x = 180_000 + east * 1000, y = 450_000 + north * 1000
        let right = x + width * 1000, top = y + height * 1000
        return Place(code: code, name: name, ring: [(x, y), (right, y), (right, top), (x, top), (x, y)])
    }

    /// Four neighbourhoods: three in a row of which the third touches nothing but a corner of the fourth, and one island.
    static let town = MadeUpBoundaries(places: [
        square("BU99990001", "Haven", 0, 0), square("BU99990002", "Markt", 1, 0), square("BU99990003", "Veld", 2, 1), square("BU99990004", "Eiland", 8, 8),
    ])

    func geoJSON(system: CoordinateSystem = .rd) throws -> [UInt8] {
        let projection = try Projection()
        let features = try places.map { place in
            let corners = try place.ring.map { corner in
                let point = system == .rd ? Point(x: corner.x, y: corner.y) : try projection.toWGS84(Point(x: corner.x, y: corner.y))
                return "[\(point.x),\(point.y)]"
            }
            var properties = place.extra
            properties["statcode"] = place.code
            properties["statnaam"] = place.name
            let pairs = properties.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
            return #"{"type":"Feature","properties":{\#(pairs)},"geometry":{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}}"#
        }
        let name = system == .rd ? "urn:ogc:def:crs:EPSG::28992" : "urn:ogc:def:crs:OGC:1.3:CRS84"
        let text = #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(name)"}},"features":[\#(features.joined(separator: ","))]}"#
        return Array(text.utf8)
    }

    /// Every ring as an arc of its own, quantised to a metre.
    var topoJSON: [UInt8] {
        let arcs = places.map { place in
            var (x, y) = (0, 0)
            return "["
                + place.ring.map { corner in
                    let (east, north) = (Int(corner.x) - 180_000, Int(corner.y) - 450_000)
                    defer { (x, y) = (east, north) }
                    return "[\(east - x),\(north - y)]"
                }.joined(separator: ",") + "]"
        }
        let geometries = places.enumerated().map { index, place in
            #"{"type":"Polygon","arcs":[[\#(index)]],"properties":{"statcode":"\#(place.code)"\#(place.name.map { #","statnaam":"\#($0)""# } ?? "")}}"#
        }
        let text =
            #"{"type":"Topology","objects":{"buurten":{"type":"GeometryCollection","geometries":[\#(geometries.joined(separator: ","))]}},"#
            + #""arcs":[\#(arcs.joined(separator: ","))],"transform":{"scale":[1,1],"translate":[180000,450000]}}"#
        return Array(text.utf8)
    }

    /// Writes a GeoPackage: an SQLite database with the tables of OGC 12-128r19 that readers use.
    ///
    /// - Parameter layers: name of a table and what it holds
    static func writeGeoPackage(_ path: String, layers: [(table: StaticString, boundaries: MadeUpBoundaries)]) async throws {
        let database = try await Database.open(.sqlite(path: path), connections: 1)
        try await database.migrate([
            Migration("gpkg", reason: "GeoPackage") { _ in
                [
                    "PRAGMA application_id = 1196444487",
                    "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, srs_id INTEGER)",
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL)",
                ] + layers.map { "CREATE TABLE \($0.table) (fid INTEGER PRIMARY KEY, geom BLOB, statcode TEXT, statnaam TEXT)" }
            }
        ])
        for (table, boundaries) in layers {
            let name = table.description
            let rows: [[Value]] = boundaries.places.enumerated().map { index, place in
                [.integer(Int64(index + 1)), .bytes(place.blob), .text(place.code), place.name.map { .text($0) } ?? .null]
            }
            try await database.write { transaction in
                try transaction.execute("INSERT INTO gpkg_contents VALUES (\(name), 'features', 28992)")
                try transaction.execute("INSERT INTO gpkg_geometry_columns VALUES (\(name), 'geom', 'POLYGON', 28992)")
                try transaction.insert(into: table, columns: ["fid", "geom", "statcode", "statnaam"], rows: rows)
            }
        }
        await database.close()
    }
}

extension MadeUpBoundaries.Place {
    /// `GP`, version 1, little-endian, no envelope, RD; then well-known binary.
    var blob: [UInt8] {
        var bytes: [UInt8] = [0x47, 0x50, 0, 1]
        func add(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        add(28992)
        bytes.append(1)
        for word in [3, 1, UInt32(ring.count)] { add(word) }
        for number in ring.flatMap({ [$0.x, $0.y] }) { withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }
}

/// What a test of the slice needs of areas in a database.
struct AreasInDatabase: Sendable {
    let database: Database

    var shapes: ShapeStore { ShapeStore(database) }
    var store: AreaStore { AreaStore(database) }

    static func with(_ engine: TestDatabase.Engine, _ body: (AreasInDatabase) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: AreasMigrations.all) { try await body(AreasInDatabase(database: $0)) }
    }

    @discardableResult
    func importing(
        _ bytes: [UInt8], name: String = "buurten.geojson", year: Int = 2024, level: AreaLevel = .neighbourhood, at now: Int64 = 1
    ) async throws -> BoundaryImport.Report {
        let format = try #require(BoundaryFile.Format(path: name))
        let file = BoundaryFile(path: "map/" + name, format: format, year: year, level: level, licence: "CC0", attribution: "Verzonnen")
        return try await BoundaryImport(database).run(file, bytes: bytes, at: now)
    }

    /// What an import refused; records an issue when it did not.
    func refusal(_ bytes: [UInt8], name: String = "buurten.geojson", level: AreaLevel = .neighbourhood) async throws -> [Diagnostic] {
        do {
            try await importing(bytes, name: name, level: level)
            Issue.record("not refused")
            return []
        } catch let refused as ImportRefused {
            return refused.diagnostics
        }
    }

    /// All rows of the tables that an import writes, to see that nothing changed.
    func everything() async throws -> [[Value]] {
        try await database.read { reading in
            try reading.all("SELECT year, code, name, parent FROM area ORDER BY year, code") { row in try (0..<4).map { try row.value($0) } }
                + reading.all("SELECT year, code, outline, shape FROM area_shape ORDER BY year, code") { row in try (0..<4).map { try row.value($0) } }
                + reading.all("SELECT year, level, kind, codes, starts, neighbours FROM area_neighbours ORDER BY year, level, kind") { row in
                    try (0..<6).map { try row.value($0) }
                } + reading.all("SELECT id, source, digest FROM area_import ORDER BY id") { row in try (0..<3).map { try row.value($0) } }
        }
    }

    func register(_ areas: [Area]) async throws {
        let year = areas.first?.year ?? 0
        try await database.write { transaction in
            try AreaStore.register(areas, in: transaction)
            try AreaStore.log(AreaImport(year: year, level: nil, source: "register", digest: "\(year)", areas: areas.count, importedAt: 1), in: transaction)
        }
    }
}

extension Area {
    /// An area by its code, for tests.
    static func made(_ code: String, _ name: String, year: Int = 2024, land: Double? = nil, province: String? = nil, postcode: String? = nil) throws -> Area {
        let code = try AreaCode.made(code)
        return Area(
            year: year, code: code, name: name, parent: code.parent(province: province.flatMap { AreaCode($0) }), postcode: postcode, landHectares: land)
    }
}

extension AreaCode {
    /// A code that must be one.
    static func made(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }
}
