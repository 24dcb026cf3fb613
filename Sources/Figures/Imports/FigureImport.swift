import Areas
import Core
import Foundation
import SQL
import Transfer

/// Stores a delivered table as a new edition, or changes nothing.
///
/// The same bytes with the same mapping are never stored twice. Reading and checking are done before the transaction begins, so
/// that it is short; a process that dies leaves the database as it was.
package struct FigureImport: Sendable {
    private let database: Database

    package struct Report: Sendable {
        package let source: String
        /// Nil when the newest edition came from the same bytes.
        package let edition: Int?
        package let rows: Int
        package let columns: Int
        package let cells: Int
        package let missing: Int
        package let notes: [Diagnostic]

        package var isUnchanged: Bool { edition == nil }
    }

    package init(_ database: Database) {
        self.database = database
    }

    /// Digest of what came in and how it was read.
    package static func digest(of bytes: [UInt8], mapping: [UInt8]) -> String {
        Digest.hex(Digest.sha256(Digest.sha256(bytes) + Digest.sha256(mapping)))
    }

    /// Whether the newest edition of a source came from the same bytes and mapping, and holds all of them: a bundle brings a part of the country.
    package func isKnown(source: String, digest: String, part: String? = nil) async throws -> Bool {
        try await database.read { reading in try Self.isKnown(source: source, digest: digest, part: part, in: reading) }
    }

    private static func isKnown(source: String, digest: String, part: String?, in reading: Reading) throws -> Bool {
        try reading.first("SELECT digest, part FROM edition WHERE source = \(source) ORDER BY number DESC LIMIT 1") { row in
            try row.string(0) == digest && row.optionalString(1) == part
        } ?? false
    }

    /// - Parameters:
    ///   - now: milliseconds since 1970
    ///   - part: codes of the areas when the table was fetched for these alone; such an edition never takes the place of one of the whole country
    /// - Throws: ``ImportRefused`` when other imports keep coming in between
    package func store(_ table: DeliveredTable, digest: String, at now: Int64, part: String? = nil, progress: WorkProgress = .silent) async throws -> Report {
        let source = table.mapping.id
        progress(Localized(nl: "\(source): bewaren", en: "\(source): storing"), 0, of: table.columns.count)
        let delivery = PackedDelivery(table)
        let notes = Array(table.notes.filter { $0.severity != .error })
        let number = try await write(delivery, table: table, digest: digest, part: part, notes: notes, at: now)
        progress(Localized(nl: "\(source): bewaren", en: "\(source): storing"), table.columns.count, of: table.columns.count)
        return Report(
            source: source, edition: number, rows: table.codes.count, columns: table.columns.count, cells: table.codes.count * table.columns.count,
            missing: table.columns.reduce(0) { $0 + $1.values.count(where: \.isNaN) }, notes: notes)
    }

    private static let attempts = 5

    /// Nodes that import at once meet in the keys of the tables: the later one looks again, and may find its work done.
    private func write(
        _ delivery: PackedDelivery, table: DeliveredTable, digest: String, part: String?, notes: [Diagnostic], at now: Int64
    ) async throws -> Int? {
        for _ in 0..<Self.attempts {
            do {
                return try await database.write { transaction in
                    try Self.write(delivery, table: table, digest: digest, part: part, notes: notes, at: now, in: transaction)
                }
            } catch let error as SQLError where error.isPassing {
                continue
            }
        }
        let reason = Localized(
            nl: "Andere imports kwamen er steeds tussen. Probeer het later nog eens.", en: "Other imports kept coming in between. Try again later.")
        throw ImportRefused([Diagnostic(.error, source: table.mapping.id, reason: reason)])
    }

    /// The number of the new edition; nil when the newest one came from the same bytes.
    private static func write(
        _ delivery: PackedDelivery, table: DeliveredTable, digest: String, part: String?, notes: [Diagnostic], at now: Int64, in transaction: Transaction
    ) throws -> Int? {
        let mapping = table.mapping
        let id = try transaction.first("SELECT COALESCE(MAX(id), 0) + 1 FROM edition") { try $0.int(0) } ?? 1
        let number = try transaction.first("SELECT COALESCE(MAX(number), 0) + 1 FROM edition WHERE source = \(mapping.id)") { try $0.int(0) } ?? 1
        // After the number was taken: whoever commits before this line is seen here, whoever commits later has taken the same number.
        if try isKnown(source: mapping.id, digest: digest, part: part, in: transaction) { return nil }
        let retrieved = Int64(table.retrieved.timeIntervalSince1970 * 1000)
        let modified = table.modified.flatMap(Self.milliseconds)
        try transaction.execute(
            """
            INSERT INTO edition (id, source, number, title, publisher, table_number, address, licence, attribution, boundary_year, retrieved_at,
                modified_at, imported_at, digest, row_count, part, codes)
            VALUES (\(id), \(mapping.id), \(number), \(mapping.title.nl), \(mapping.publisher), \(mapping.table), \(mapping.url), \(mapping.licence),
                \(mapping.attribution.nl), \(mapping.boundaryYear), \(retrieved), \(modified), \(now), \(digest), \(table.codes.count),
                \(part), \(CodeList.encode(delivery.codes)))
            """)
        try transaction.insert(
            into: "edition_column", columns: ["edition", "indicator", "period", "measure", "status", "cells", "reasons"],
            rows: delivery.columns.lazy.map { column in
                [
                    .integer(Int64(id)), .text(column.indicator), .text(column.period.description), .text(column.role.rawValue),
                    .text(column.status.rawValue), .bytes(column.cells), .bytes(column.reasons),
                ]
            })
        try transaction.insert(
            into: "edition_note", columns: ["edition", "position", "severity", "source_row", "source_column", "value", "reason_nl", "reason_en"],
            rows: notes.enumerated().lazy.map { position, note in
                [
                    .integer(Int64(id)), .integer(Int64(position)), .text(note.severity.rawValue), note.row.map { .integer(Int64($0)) } ?? .null,
                    note.column.map { .text(Self.storable($0)) } ?? .null, note.value.map { .text(Self.storable($0)) } ?? .null,
                    .text(Self.storable(note.reason.nl)), .text(Self.storable(note.reason.en)),
                ]
            })
        try registerAreas(of: table, digest: digest, at: now, in: transaction)
        return number
    }

    /// PostgreSQL keeps no NUL in a text; the sign for it says as much.
    private static func storable(_ text: String) -> String { text.replacing("\0", with: "\u{2400}") }

    /// The publisher's own time, in the forms CBS writes it: `2024-07-19T02:00:00` or a day.
    private static func milliseconds(_ text: String) -> Int64? {
        guard let period = Period(String(text.prefix(10))), period.day != nil else { return nil }
        return period.start.map { Int64($0.timeIntervalSince1970 * 1000) }
    }

    /// A register table (KWB) also says which areas there are in its boundary year, and what they are called.
    private static func registerAreas(of table: DeliveredTable, digest: String, at now: Int64, in transaction: Transaction) throws {
        guard !table.areas.isEmpty else { return }
        let year = table.mapping.boundaryYear
        let provinces = try AreaStore.provinces(in: transaction)
        let names = try table.areas.allSatisfy { $0.name != nil } ? [:] : knownNames(year, in: transaction)
        let areas = table.areas.map { item in
            Area(
                year: year, code: item.code, name: item.name.map(storable) ?? names[item.code.description] ?? item.code.description,
                parent: item.code.parent(province: item.province.flatMap { Provinces.code(for: $0) } ?? provinces[item.code.description]),
                postcode: item.postcode.map(storable), landHectares: item.landHectares)
        }
        try AreaStore.register(areas, in: transaction)
        try AreaStore.log(
            AreaImport(
                year: year, level: nil, source: table.mapping.id, digest: digest, areas: areas.count, licence: table.mapping.licence,
                attribution: table.mapping.attribution.nl, importedAt: now), in: transaction)
    }
}

extension FigureImport {
    /// The rows of StatLine hold no names: areas keep those that they have.
    private static func knownNames(_ year: Int, in reading: Reading) throws -> [String: String] {
        var names: [String: String] = [:]
        try reading.each("SELECT code, name FROM area WHERE year = \(year)") { row in names[try row.string(0)] = try row.string(1) }
        return names
    }
}

extension SQLError {
    /// Another transaction was first; the same work may succeed now.
    fileprivate var isPassing: Bool {
        if case .busy = self { true } else { isUniqueViolation }
    }
}

/// A delivered table in the form it is stored in: rows by code, columns packed.
struct PackedDelivery: Sendable {
    struct Column: Sendable {
        let indicator: String
        let period: Period
        let role: MeasureRole
        let status: FigureStatus
        let cells: [UInt8]
        let reasons: [UInt8]
    }

    let codes: [AreaCode]
    let columns: [Column]

    init(_ table: DeliveredTable) {
        let order = table.codes.indices.sorted { table.codes[$0] < table.codes[$1] }
        codes = order.map { table.codes[$0] }
        columns = table.columns.map { column in
            Column(
                indicator: column.indicator, period: column.period, role: column.role, status: column.status,
                cells: PackedColumn(order.map { column.values[$0] }).bytes, reasons: ReasonRuns.encode(order.map { column.missing[$0] }))
        }
    }
}
