import Core
import Geo
import SQL

/// The shape of an area: exact to a decimetre for computing, simplified for maps.
package struct StoredShape: Sendable {
    package let code: AreaCode
    package let box: BoundingBox
    package let label: Point
    package let squareMetres: Double
    package let outline: [UInt8]
    package let shape: [UInt8]

    /// - Parameters:
    ///   - shape: repaired, in RD metres
    ///   - outline: simplified together with its neighbours
    init(code: AreaCode, shape: MultiPolygon, outline: MultiPolygon) throws {
        self.code = code
        self.box = shape.boundingBox
        self.label = try shape.labelPoint() ?? Point(x: box.minX, y: box.minY)
        self.squareMetres = abs(shape.area)
        self.outline = CompactShape.encode(outline, grid: .metre)
        self.shape = CompactShape.encode(shape, grid: .decimetre)
    }
}

/// An outline as a map needs it.
package struct Outline: Sendable {
    package let code: AreaCode
    package let shape: MultiPolygon
    package let label: Point
}

/// Reads and writes shapes and neighbours. The only writer of `area_shape` and `area_neighbours`.
package struct ShapeStore: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Simplified outlines in RD metres of the given areas, in the order of the codes; areas without a shape are left out.
    package func outlines(of codes: [AreaCode], year: Int) async throws -> [Outline] {
        let found = try await database.read { reading in
            var found: [AreaCode: Outline] = [:]
            for start in stride(from: 0, to: codes.count, by: 500) {
                let part = codes[start..<min(start + 500, codes.count)]
                try reading.each("SELECT code, outline, label_x, label_y FROM area_shape WHERE year = \(year) AND code IN \(list: part)") { row in
                    guard let code = AreaCode(try row.string(0)) else { return }
                    let shape = try CompactShape.decode(try row.bytes(1))
                    found[code] = Outline(code: code, shape: shape, label: Point(x: try row.double(2), y: try row.double(3)))
                }
            }
            return found
        }
        return codes.compactMap { found[$0] }
    }

    /// The repaired shape in RD metres; nil when the area has none in that year.
    package func shape(of code: AreaCode, year: Int) async throws -> MultiPolygon? {
        try await database.read { reading in
            try reading.first("SELECT shape FROM area_shape WHERE year = \(year) AND code = \(code)") { try CompactShape.decode(try $0.bytes(0)) }
        }
    }

    /// The areas of a level that have a shape, in a year.
    ///
    /// - Parameter box: in RD metres; only areas whose shape touches it
    package func codes(year: Int, level: AreaLevel, touching box: BoundingBox? = nil) async throws -> Set<AreaCode> {
        guard let box else {
            return try await database.read { reading in
                Set(
                    try reading.all("SELECT code FROM area_shape JOIN area USING (year, code) WHERE area_shape.year = \(year) AND level = \(level.rawValue)") {
                        AreaCode(try $0.string(0))
                    }.compactMap { $0 })
            }
        }
        return try await database.read { reading in
            Set(
                try reading.all(
                    """
                    SELECT code, shape FROM area_shape JOIN area USING (year, code) WHERE area_shape.year = \(year) AND level = \(level.rawValue)
                        AND min_x <= \(box.maxX) AND max_x >= \(box.minX) AND min_y <= \(box.maxY) AND max_y >= \(box.minY)
                    """
                ) { row -> AreaCode? in
                    guard let code = AreaCode(try row.string(0)) else { return nil }
                    return try CompactShape.decode(try row.bytes(1)).touches(box) ? code : nil
                }.compactMap { $0 })
        }
    }

    /// How many areas of a level have a shape in a year.
    package func count(year: Int, level: AreaLevel) async throws -> Int {
        try await database.read { reading in
            try reading.first(
                "SELECT COUNT(*) FROM area_shape JOIN area USING (year, code) WHERE area_shape.year = \(year) AND level = \(level.rawValue)"
            ) { try $0.int(0) } ?? 0
        }
    }

    /// The areas of every level that hold a point in RD metres, the smallest last.
    ///
    /// Borders are generalised: within some tens of metres of one the answer may be the neighbour.
    package func areas(at point: Point, year: Int) async throws -> [AreaCode] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT code, shape FROM area_shape WHERE year = \(year) AND min_x <= \(point.x) AND max_x >= \(point.x)
                    AND min_y <= \(point.y) AND max_y >= \(point.y)
                """
            ) { row -> AreaCode? in
                guard let code = AreaCode(try row.string(0)) else { return nil }
                return try CompactShape.decode(try row.bytes(1)).contains(point) ? code : nil
            }.compactMap { $0 }.sorted { $0.level < $1.level }
        }
    }

    /// Who borders on whom; nil when the level has no boundaries in that year.
    package func neighbours(year: Int, level: AreaLevel, kind: ContiguityKind) async throws -> Neighbours? {
        try await database.read { reading in
            try reading.first(
                """
                SELECT year, level, kind, codes, starts, neighbours FROM area_neighbours
                WHERE year = \(year) AND level = \(level.rawValue) AND kind = \(kind.rawValue)
                """
            ) { try Neighbours(row: $0) } ?? nil
        }
    }

    static func replace(_ shapes: [StoredShape], year: Int, level: AreaLevel, in transaction: Transaction) throws {
        try transaction.execute(
            "DELETE FROM area_shape WHERE year = \(year) AND code IN (SELECT code FROM area WHERE year = \(year) AND level = \(level.rawValue))")
        try transaction.insert(
            into: "area_shape",
            columns: ["year", "code", "min_x", "min_y", "max_x", "max_y", "label_x", "label_y", "square_metres", "outline", "shape"],
            rows: shapes.lazy.map { shape in
                [
                    .integer(Int64(year)), .text(shape.code.description), .real(shape.box.minX), .real(shape.box.minY), .real(shape.box.maxX),
                    .real(shape.box.maxY), .real(shape.label.x), .real(shape.label.y), .real(shape.squareMetres), .bytes(shape.outline), .bytes(shape.shape),
                ]
            })
    }

    static func replace(_ item: Neighbours, in transaction: Transaction) throws {
        try transaction.execute(
            "DELETE FROM area_neighbours WHERE year = \(item.year) AND level = \(item.level.rawValue) AND kind = \(item.kind.rawValue)")
        try transaction.insert(into: "area_neighbours", columns: Neighbours.columns, rows: [item.row])
    }

    /// Names of codes in the nearest year that has them: some boundary files have codes only, and a code of long ago may mean another place.
    static func names(level: AreaLevel, near year: Int, in reading: Reading) throws -> [AreaCode: String] {
        var names: [AreaCode: String] = [:]
        try reading.each("SELECT code, name FROM area WHERE level = \(level.rawValue) ORDER BY ABS(year - \(year)) DESC, year") { row in
            if let code = AreaCode(try row.string(0)) { names[code] = try row.string(1) }
        }
        return names
    }
}
