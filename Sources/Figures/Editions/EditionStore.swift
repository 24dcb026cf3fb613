import Areas
import Core
import SQL

extension Period: SQLValueConvertible {}

/// Reads and writes editions. The only writer of `edition`, `edition_column` and `edition_note`.
package struct EditionStore: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Changes whenever an edition was added.
    package func version() async throws -> Int64 {
        try await database.read { reading in try reading.first("SELECT COALESCE(MAX(id), 0) FROM edition") { Int64(try $0.int(0)) } ?? 0 }
    }

    /// The figures in force: the newest edition of every source, where there is one a whole one.
    package func book() async throws -> FigureBook {
        try await database.read { reading in
            let frames = try Self.frames(reading) { _ in true }
            let newest = Dictionary(grouping: frames, by: \.edition.source).compactMapValues { editions in
                let whole = editions.filter { $0.edition.part == nil }
                return (whole.isEmpty ? editions : whole).max { $0.edition.number < $1.edition.number }
            }
            return try Self.book(of: Array(newest.values), reading)
        }
    }

    /// The figures of one edition as it was delivered, also when a newer one is in force; nil when there is no such edition.
    package func book(source: String, number: Int) async throws -> FigureBook? {
        try await database.read { reading in
            let frames = try Self.frames(reading) { $0.source == source && $0.number == number }
            return frames.isEmpty ? nil : try Self.book(of: frames, reading)
        }
    }

    /// All editions, the newest of each source first.
    package func editions() async throws -> [Edition] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT id, source, number, title, publisher, table_number, address, licence, attribution, boundary_year, retrieved_at, modified_at,
                    imported_at, digest, row_count, part FROM edition ORDER BY source, number DESC
                """, Self.edition)
        }
    }

    /// What was noticed when an edition came in, in the order it was found.
    package func notes(edition: Int64) async throws -> [Diagnostic] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT severity, source_row, source_column, value, reason_nl, reason_en, source FROM edition_note JOIN edition ON id = edition
                WHERE edition = \(edition) ORDER BY position
                """
            ) { row in
                Diagnostic(
                    Diagnostic.Severity(rawValue: try row.string(0)) ?? .note, source: try row.string(6), row: try row.optionalInt(1),
                    column: try row.optionalString(2),
                    value: try row.optionalString(3), reason: Localized(nl: try row.string(4), en: try row.string(5)))
            }
        }
    }

    private static func edition(_ row: Row) throws -> Edition {
        Edition(
            id: Int64(try row.int(0)), source: try row.string(1), number: try row.int(2), title: try row.string(3), publisher: try row.string(4),
            table: try row.optionalString(5), address: try row.optionalString(6), licence: try row.string(7), attribution: try row.string(8),
            boundaryYear: try row.int(9), retrievedAt: try row.optionalInt(10).map(Int64.init), modifiedAt: try row.optionalInt(11).map(Int64.init),
            importedAt: Int64(try row.int(12)), digest: try row.string(13), rows: try row.int(14), part: try row.optionalString(15))
    }

    private static func frames(_ reading: Reading, where wanted: (Edition) -> Bool) throws -> [EditionFrame] {
        try reading.all(
            """
            SELECT id, source, number, title, publisher, table_number, address, licence, attribution, boundary_year, retrieved_at, modified_at,
                imported_at, digest, row_count, part, codes FROM edition
            """
        ) { row -> EditionFrame? in
            let edition = try edition(row)
            return wanted(edition) ? EditionFrame(edition: edition, codes: CodeList.decode(try row.bytes(16))) : nil
        }.compactMap { $0 }
    }

    private struct Cells {
        var status = FigureStatus.definitive
        var value: PackedColumn?
        var lower: PackedColumn?
        var upper: PackedColumn?
        var reasons: [UInt8] = []
    }

    private struct Key: Hashable {
        let indicator: String
        let period: Period
    }

    private static func book(of frames: [EditionFrame], _ reading: Reading) throws -> FigureBook {
        var columns: [FigureColumn] = []
        let spreads = try spreads(reading)
        for frame in frames {
            for (key, cells) in try cells(of: frame.edition.id, reading) {
                guard let indicator = Catalogue.indicator(key.indicator), let values = cells.value, values.count == frame.codes.count else { continue }
                columns.append(
                    FigureColumn(
                        indicator: indicator, period: key.period, status: cells.status, frame: frame, values: values, lower: cells.lower,
                        upper: cells.upper, reasons: cells.reasons,
                        spreads: spreads[SpreadKey(edition: frame.edition.id, indicator: key.indicator, period: key.period)] ?? [:]))
            }
        }
        return FigureBook(columns, editions: frames.map(\.edition), spreads: spreads)
    }

    private static func spreads(_ reading: Reading) throws -> [SpreadKey: [AreaLevel: NationalSpread]] {
        var found: [SpreadKey: [AreaLevel: NationalSpread]] = [:]
        try reading.each("SELECT edition, indicator, period, level, missing, spread FROM edition_spread") { row in
            guard let period = Period(try row.string(2)), let level = AreaLevel(rawValue: try row.string(3)),
                let spread = NationalSpread(bytes: try row.bytes(5), missing: try row.int(4))
            else { return }
            found[SpreadKey(edition: Int64(try row.int(0)), indicator: try row.string(1), period: period), default: [:]][level] = spread
        }
        return found
    }

    private static func cells(of edition: Int64, _ reading: Reading) throws -> [Key: Cells] {
        var found: [Key: Cells] = [:]
        try reading.each("SELECT indicator, period, measure, status, cells, reasons FROM edition_column WHERE edition = \(edition)") { row in
            guard let period = Period(try row.string(1)), let packed = PackedColumn(bytes: try row.bytes(4)) else { return }
            let key = Key(indicator: try row.string(0), period: period)
            var cells = found[key] ?? Cells()
            switch try row.string(2) {
            case "lower": cells.lower = packed
            case "upper": cells.upper = packed
            default:
                cells.value = packed
                cells.status = FigureStatus(rawValue: try row.string(3)) ?? .provisional
                cells.reasons = try row.bytes(5)
            }
            found[key] = cells
        }
        return found
    }
}

/// A sorted list of codes as bytes: one per line.
package enum CodeList {
    package static func encode(_ codes: [AreaCode]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(codes.count * 11)
        for code in codes {
            bytes.append(contentsOf: code.description.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }

    package static func decode(_ bytes: [UInt8]) -> [AreaCode] {
        bytes.split(separator: 0x0A).compactMap { AreaCode(String(decoding: $0, as: UTF8.self)) }
    }
}
