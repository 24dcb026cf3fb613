import Core
import Foundation
import People
import SQL

/// Puts a backup into an empty database of either engine: all of it or nothing.
package struct Restore: Sendable {
    private let path: String
    private let folder: FileFolder?

    /// - Parameter files: where the files of the backup go; nil is enough for a backup without
    package init(path: String, files folder: FileFolder? = nil) {
        self.path = path
        self.folder = folder
    }

    /// The whole file is read and proven before the database is touched. A backup of an older version is brought up to date.
    ///
    /// - Parameter migrations: those of this program
    /// - Throws: ``ImportRefused`` when the file is damaged, was made by a newer version, or the database is not empty
    package func run(into database: Database, migrations: [Migration], progress: WorkProgress = .silent) async throws -> BackupCount {
        let proven = try prove()
        let known = Set(migrations.map(\.id))
        if let newer = proven.migrations.first(where: { !known.contains($0) }) {
            throw BackupFault.refused(
                path, nl: "deze reservekopie is van een nieuwere versie van Leefkring (\(newer))",
                en: "this backup is of a newer version of Leefkring (\(newer))")
        }
        guard try await database.read({ try $0.tables() }).isEmpty else { throw notEmpty }
        // Before the rows that tell of them.
        let files = try restoreFiles(proven, progress)
        return try await database.write { transaction in
            guard try transaction.tables().isEmpty else { throw notEmpty }
            let then = Set(proven.migrations)
            try transaction.migrate(migrations.filter { then.contains($0.id) })
            let rows = try fill(transaction, proven, progress)
            try transaction.migrate(migrations)
            try AttachmentStore.forget(files: proven.gone, in: transaction)
            return BackupCount(rows: rows, files: files)
        }
    }

    private var notEmpty: ImportRefused {
        BackupFault.refused(path, nl: "de database is niet leeg; er is niets veranderd", en: "the database is not empty; nothing was changed")
    }

    private struct Proven {
        let migrations: [String]
        let tables: [BackupBlock.Table]
        let counts: [Int]
        var hasFiles = false
        var gone: [String] = []
    }

    /// Reads all blocks and counts their rows.
    private func prove() throws -> Proven {
        var reader = try BackupReader(path: path)
        guard let first = try reader.next(), case .heading(let migrations, let tables)? = BackupBlock(first, widths: []) else { throw reader.damaged() }
        let widths = tables.map(\.columns.count)
        var counts = [Int](repeating: 0, count: tables.count), hasRows = false, isEnded = false, hasFiles = false, gone: [String] = []
        while let bytes = try reader.next() {
            guard !isEnded, let block = BackupBlock(bytes, widths: widths) else { throw reader.damaged() }
            switch block {
            case .rows(let table, let rows) where !hasRows: counts[table] += rows.count
            case .end(let written) where !hasRows && written == counts:
                hasRows = true
                isEnded = !reader.hasFiles
            case .file where hasRows: hasFiles = true
            case .files(let names) where hasRows:
                gone = names
                isEnded = true
            default: throw reader.damaged()
            }
        }
        guard isEnded else { throw reader.damaged() }
        return Proven(migrations: migrations, tables: tables, counts: counts, hasFiles: hasFiles, gone: gone)
    }

    /// Writes the files of the backup, each proven by its name.
    ///
    /// - Returns: how many
    private func restoreFiles(_ proven: Proven, _ progress: WorkProgress) throws -> Int {
        guard proven.hasFiles else { return 0 }
        guard let folder else {
            throw BackupFault.refused(
                path, nl: "er zitten bestanden in; zeg met LEEFKRING_FILES in welke map ze moeten",
                en: "there are files in it; say with LEEFKRING_FILES where they go")
        }
        let widths = proven.tables.map(\.columns.count)
        var reader = try BackupReader(path: path), count = 0, current: FileOnItsWay?
        _ = try reader.next()
        while let bytes = try reader.next() {
            guard case .file(let digest, let piece)? = BackupBlock(bytes, widths: widths) else { continue }
            if current?.digest != digest {
                try current?.finish(in: folder, otherwise: reader.damaged())
                current = try FileOnItsWay(digest, in: folder)
                count += 1
                progress(Localized(nl: "Bestanden terugzetten", en: "Restoring files"), count, of: max(count, 1))
            }
            try current?.file.write(contentsOf: Data(piece))
        }
        try current?.finish(in: folder, otherwise: reader.damaged())
        return count
    }

    private func fill(_ transaction: Transaction, _ proven: Proven, _ progress: WorkProgress) throws -> Int {
        let present = Dictionary(uniqueKeysWithValues: try transaction.tables().map { ($0.name, $0) })
        let widths = proven.tables.map(\.columns.count)
        var reader = try BackupReader(path: path)
        _ = try reader.next()
        var waiting = try Self.rows(&reader, widths)
        for (place, table) in proven.tables.enumerated() {
            progress(Localized(nl: "Tabellen terugzetten", en: "Restoring tables"), place, of: proven.tables.count)
            guard let target = present[table.name].flatMap({ $0.arranged(table.columns) }) else { throw reader.damaged() }
            let count = try transaction.insert(into: target) {
                while let block = waiting, block.table == place {
                    if let row = block.rows.first {
                        waiting = (block.table, block.rows.dropFirst())
                        return row
                    }
                    waiting = try Self.rows(&reader, widths)
                }
                return nil
            }
            guard count == proven.counts[place] else { throw reader.damaged() }
        }
        return proven.counts.reduce(0, +)
    }

    /// The next block with rows; nil at the end.
    private static func rows(_ reader: inout BackupReader, _ widths: [Int]) throws -> (table: Int, rows: ArraySlice<[Value]>)? {
        guard let bytes = try reader.next(), case .rows(let table, let rows)? = BackupBlock(bytes, widths: widths) else { return nil }
        return (table, rows[...])
    }
}

/// A file that is written piece by piece.
private struct FileOnItsWay {
    let digest: String
    let path: String
    let file: FileHandle

    init(_ digest: String, in folder: FileFolder) throws {
        let path = try folder.fresh()
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw FileFolder.Fault(path: path, reason: "cannot be written") }
        self.digest = digest
        self.path = path
        self.file = file
    }

    func finish(in folder: FileFolder, otherwise fault: ImportRefused) throws {
        try file.synchronize()
        try file.close()
        guard try folder.settle(path, ifWhole: digest) else { throw fault }
    }
}
