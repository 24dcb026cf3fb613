import Core
import SQL

extension AreaCode: SQLValueConvertible {}

/// Reads and writes areas: names, hierarchy, postcodes. The only writer of `area` and `area_import`.
package struct AreaStore: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Changes whenever an import changed areas or shapes.
    package func version() async throws -> Int64 {
        try await database.read { try Self.version($0) }
    }

    static func version(_ reading: Reading) throws -> Int64 {
        try reading.first("SELECT COALESCE(MAX(id), 0) FROM area_import") { Int64(try $0.int(0)) } ?? 0
    }

    /// All areas of all boundary years.
    package func gazetteer() async throws -> Gazetteer {
        let areas = try await database.read { reading in
            try reading.all("SELECT year, code, name, parent, postcode, land_hectares FROM area") { row -> Area? in
                guard let code = AreaCode(try row.string(1)) else { return nil }
                return Area(
                    year: try row.int(0), code: code, name: try row.string(2), parent: try row.optionalString(3).flatMap(AreaCode.init),
                    postcode: try row.optionalString(4), landHectares: try row.optionalDouble(5))
            }
        }
        return Gazetteer(areas.compactMap { $0 })
    }

    /// What was imported, newest first.
    package func imports() async throws -> [AreaImport] {
        try await database.read { reading in
            try reading.all(
                "SELECT id, year, level, source, digest, areas, repaired, licence, attribution, imported_at FROM area_import ORDER BY id DESC"
            ) { row in
                AreaImport(
                    id: Int64(try row.int(0)), year: try row.int(1), level: try row.optionalString(2).flatMap(AreaLevel.init), source: try row.string(3),
                    digest: try row.string(4), areas: try row.int(5), repaired: try row.int(6), licence: try row.optionalString(7),
                    attribution: try row.optionalString(8), importedAt: Int64(try row.int(9)))
            }
        }
    }

    /// Writes names, parents, postcodes and land surfaces as a register table gives them, within the transaction of that import.
    ///
    /// A known area takes the new name; what the table does not give stays as it was.
    package static func register(_ areas: [Area], in transaction: Transaction) throws {
        try ensureRoots(years: Set(areas.map(\.year)), in: transaction)
        let statement = try transaction.prepare(
            """
            INSERT INTO area (year, code, level, name, parent, postcode, land_hectares) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (year, code) DO UPDATE SET name = excluded.name, parent = COALESCE(excluded.parent, area.parent),
                postcode = COALESCE(excluded.postcode, area.postcode), land_hectares = COALESCE(excluded.land_hectares, area.land_hectares)
            """)
        for area in areas { try statement.run(values(area)) }
    }

    /// Adds areas that only a boundary file knows; those already known keep their name.
    package static func add(_ areas: [Area], in transaction: Transaction) throws {
        try ensureRoots(years: Set(areas.map(\.year)), in: transaction)
        let statement = try transaction.prepare(
            """
            INSERT INTO area (year, code, level, name, parent, postcode, land_hectares) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (year, code) DO UPDATE SET parent = COALESCE(area.parent, excluded.parent)
            """)
        for area in areas { try statement.run(values(area)) }
    }

    /// The country and the provinces of a boundary year: every area hangs below them.
    private static func ensureRoots(years: Set<Int>, in transaction: Transaction) throws {
        for year in years.sorted() {
            let country = Area(year: year, code: .netherlands, name: "Nederland", parent: nil)
            let provinces = Provinces.names.compactMap { province in
                AreaCode(province.code).map { Area(year: year, code: $0, name: province.name, parent: .netherlands) }
            }
            let statement = try transaction.prepare(
                """
                INSERT INTO area (year, code, level, name, parent, postcode, land_hectares) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (year, code) DO NOTHING
                """)
            for area in [country] + provinces { try statement.run(values(area)) }
        }
    }

    private static func values(_ area: Area) -> [Value] {
        [
            .integer(Int64(area.year)), .text(area.code.description), .text(area.level.rawValue), .text(area.name),
            area.parent.map { .text($0.description) } ?? .null, area.postcode.map { .text($0) } ?? .null,
            area.landHectares.map { .real($0) } ?? .null,
        ]
    }

    /// Writes the line that says what was imported and makes every node read the areas anew.
    package static func log(_ record: AreaImport, in transaction: Transaction) throws {
        let next = try version(transaction) + 1
        try transaction.execute(
            """
            INSERT INTO area_import (id, year, level, source, digest, areas, repaired, licence, attribution, imported_at)
            VALUES (\(next), \(record.year), \(record.level), \(record.source), \(record.digest), \(record.areas), \(record.repaired),
                \(record.licence), \(record.attribution), \(record.importedAt))
            """)
    }

    /// The digest of the newest boundaries of a year and level, from whatever file: each import replaces the one before. Nil when there was none.
    package static func newestDigest(year: Int, level: AreaLevel, in reading: Reading) throws -> String? {
        try reading.first("SELECT digest FROM area_import WHERE year = \(year) AND level = \(level.rawValue) ORDER BY id DESC LIMIT 1") { try $0.string(0) }
    }

    /// Provinces of municipalities as known in any boundary year, the newest first: tables of some years leave them out.
    package static func provinces(in reading: Reading) throws -> [String: AreaCode] {
        var known: [String: AreaCode] = [:]
        try reading.each("SELECT code, parent FROM area WHERE level = 'gemeente' AND parent IS NOT NULL ORDER BY year") { row in
            known[try row.string(0)] = AreaCode(try row.string(1))
        }
        return known
    }
}

/// One line of the log of area imports.
package struct AreaImport: Sendable, Hashable {
    package let id: Int64
    package let year: Int
    package let level: AreaLevel?
    package let source: String
    package let digest: String
    package let areas: Int
    package let repaired: Int
    package let licence: String?
    package let attribution: String?
    /// Milliseconds since 1970.
    package let importedAt: Int64

    package init(
        id: Int64 = 0, year: Int, level: AreaLevel?, source: String, digest: String, areas: Int, repaired: Int = 0, licence: String? = nil,
        attribution: String? = nil, importedAt: Int64
    ) {
        self.id = id
        self.year = year
        self.level = level
        self.source = source
        self.digest = digest
        self.areas = areas
        self.repaired = repaired
        self.licence = licence
        self.attribution = attribution
        self.importedAt = importedAt
    }
}
