import Core
import SQL

/// What stands in a backup, block by block: a heading, rows of tables, and the numbers of rows at the end.
enum BackupBlock {
    case heading(migrations: [String], tables: [Table])
    /// Rows of the table at this place of the heading.
    case rows(table: Int, [[Value]])
    /// How many rows each table had.
    case end([Int])

    struct Table {
        let name: String
        let columns: [String]
    }

    func encoded() -> [UInt8] {
        var writer = ValueWriter()
        switch self {
        case .heading(let migrations, let tables):
            writer.count(0)
            writer.texts(migrations)
            writer.count(tables.count)
            for table in tables {
                writer.text(table.name)
                writer.texts(table.columns)
            }
        case .rows(let table, let rows):
            writer.count(1)
            writer.count(table)
            writer.count(rows.count)
            for row in rows { for value in row { writer.value(value) } }
        case .end(let counts):
            writer.count(2)
            writer.count(counts.count)
            for count in counts { writer.value(.integer(Int64(count))) }
        }
        return writer.bytes
    }

    /// Nil for bytes that ``encoded()`` did not write.
    ///
    /// - Parameter widths: columns of each table of the heading
    init?(_ bytes: [UInt8], widths: [Int]) {
        var reader = ValueReader(bytes)
        switch reader.unsigned() {
        case 0:
            guard let migrations = reader.texts(), let count = reader.count() else { return nil }
            var tables: [Table] = []
            for _ in 0..<count {
                guard let name = reader.text(), let columns = reader.texts() else { return nil }
                tables.append(Table(name: name, columns: columns))
            }
            self = .heading(migrations: migrations, tables: tables)
        case 1:
            guard let table = reader.unsigned().flatMap({ Int(exactly: $0) }), widths.indices.contains(table), let count = reader.count() else { return nil }
            var rows: [[Value]] = []
            for _ in 0..<count {
                guard let row = reader.row(widths[table]) else { return nil }
                rows.append(row)
            }
            self = .rows(table: table, rows)
        case 2:
            guard let count = reader.count(), let values = reader.row(count) else { return nil }
            self = .end(
                values.compactMap {
                    guard case .integer(let number) = $0 else { return nil }
                    return Int(number)
                })
        default: return nil
        }
        guard reader.isAtEnd else { return nil }
    }
}

/// Writes everything of a database to a file while the site goes on: the state of one moment, for either engine.
package struct Backup: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Values before a block is written.
    private static let blockSize = 20_000

    /// - Returns: the number of rows
    /// - Throws: ``ImportRefused`` when the file cannot be made
    package func write(to path: String, progress: WorkProgress = .silent) async throws -> Int {
        try await database.read { reading in
            let writer = try BackupWriter(path: path)
            let tables = try reading.tables().filter { $0.name != Migration.table }
            let migrations = try reading.all("SELECT id FROM schema_migration ORDER BY id") { try $0.string(0) }
            let heading = tables.map { table in BackupBlock.Table(name: table.name, columns: table.columns.map(\.name)) }
            try writer.write(BackupBlock.heading(migrations: migrations, tables: heading).encoded())
            var counts: [Int] = []
            for (place, table) in tables.enumerated() {
                progress(Localized(nl: "Tabellen opslaan", en: "Saving tables"), place, of: tables.count)
                counts.append(try Self.write(table, at: place, reading, writer))
            }
            try writer.write(BackupBlock.end(counts).encoded())
            try writer.finish()
            return counts.reduce(0, +)
        }
    }

    private static func write(_ table: SchemaTable, at place: Int, _ reading: Reading, _ writer: BackupWriter) throws -> Int {
        var rows: [[Value]] = [], count = 0, size = 0
        func flush() throws {
            if !rows.isEmpty { try writer.write(BackupBlock.rows(table: place, rows).encoded()) }
            (rows, size) = ([], 0)
        }
        try reading.rows(of: table) { row in
            rows.append(row)
            count += 1
            size += row.count + row.reduce(0) { $0 + $1.weight }
            if size > blockSize { try flush() }
        }
        try flush()
        return count
    }
}

extension Value {
    /// Long texts and bytes count for more, so that blocks stay a few megabytes at most.
    fileprivate var weight: Int {
        switch self {
        case .text(let text): text.utf8.count / 64
        case .bytes(let bytes): bytes.count / 64
        case .null, .integer, .real: 0
        }
    }
}
