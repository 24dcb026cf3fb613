import Core
import People
import SQL

/// What stands in a backup, block by block: a heading, rows of tables, and the numbers of rows at the end.
enum BackupBlock {
    case heading(migrations: [String], tables: [Table])
    /// Rows of the table at this place of the heading.
    case rows(table: Int, [[Value]])
    /// How many rows each table had.
    case end([Int])
    /// A piece of a file; the pieces of one file follow each other.
    case file(digest: String, [UInt8])
    /// The end of the files: those of the rows that were taken away while the backup was made.
    case files(gone: [String])

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
        case .file(let digest, let piece):
            writer.count(3)
            writer.text(digest)
            writer.blob(piece)
        case .files(let gone):
            writer.count(4)
            writer.texts(gone)
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
        case 3:
            guard let digest = reader.text(), FileFolder.isDigest(digest), let piece = reader.blob() else { return nil }
            self = .file(digest: digest, Array(piece))
        case 4:
            guard let gone = reader.texts() else { return nil }
            self = .files(gone: gone)
        default: return nil
        }
        guard reader.isAtEnd else { return nil }
    }
}

/// What a backup holds.
package struct BackupCount: Sendable, Hashable {
    package var rows = 0
    package var files = 0
    /// Files that rows tell of and that are not in the folder, or not whole: they are not in the backup.
    package var missing: [String] = []

    package init(rows: Int = 0, files: Int = 0) {
        self.rows = rows
        self.files = files
    }
}

/// Writes everything of a database to a file while the site goes on: the state of one moment, for either engine, with the files that belong to it.
package struct Backup: Sendable {
    private let database: Database
    private let folder: FileFolder?

    /// - Parameter files: the folder of the files of this database
    package init(_ database: Database, files folder: FileFolder? = nil) {
        self.database = database
        self.folder = folder
    }

    /// Values before a block is written.
    private static let blockSize = 20_000
    /// Bytes of a file in one block.
    private static let pieceSize = 1 << 20

    /// - Throws: ``ImportRefused`` when the file cannot be made
    package func write(to path: String, progress: WorkProgress = .silent) async throws -> BackupCount {
        let folder = folder
        let (writer, count) = try await database.read { reading in
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
            var count = BackupCount(rows: counts.reduce(0, +))
            guard tables.contains(where: { $0.name == "attachment" }) else { return (writer, count) }
            let digests = try AttachmentStore.digests(reading).keys.sorted()
            for (place, digest) in digests.enumerated() {
                progress(Localized(nl: "Bestanden opslaan", en: "Saving files"), place, of: digests.count)
                if try Self.write(digest, of: folder, writer) { count.files += 1 } else { count.missing.append(digest) }
            }
            return (writer, count)
        }
        return try await finish(writer, count)
    }

    /// What was not there may have been taken away since the moment of the backup: then its rows go too when this is put back.
    private func finish(_ writer: BackupWriter, _ count: BackupCount) async throws -> BackupCount {
        var count = count
        let used = count.missing.isEmpty ? [] : try await database.read { reading in Set(try AttachmentStore.digests(reading).keys) }
        let gone = count.missing.filter { !used.contains($0) }
        count.missing.removeAll { !used.contains($0) }
        try writer.write(BackupBlock.files(gone: gone).encoded())
        try writer.finish()
        return count
    }

    /// - Returns: false for a file that is not there or not whole
    private static func write(_ digest: String, of folder: FileFolder?, _ writer: BackupWriter) throws -> Bool {
        guard let folder, folder.isWhole(digest) else { return false }
        var start = 0
        while let piece = try folder.read(digest, from: start, count: pieceSize), !piece.isEmpty {
            try writer.write(BackupBlock.file(digest: digest, piece).encoded())
            start += piece.count
        }
        return true
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
