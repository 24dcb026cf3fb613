import Core
import SQL

/// Puts a backup into an empty database of either engine: all of it or nothing.
package struct Restore: Sendable {
    private let path: String

    package init(path: String) {
        self.path = path
    }

    /// The whole file is read and proven before the database is touched. A backup of an older version is brought up to date.
    ///
    /// - Parameter migrations: those of this program
    /// - Returns: the number of rows
    /// - Throws: ``ImportRefused`` when the file is damaged, was made by a newer version, or the database is not empty
    package func run(into database: Database, migrations: [Migration], progress: WorkProgress = .silent) async throws -> Int {
        let proven = try prove()
        let known = Set(migrations.map(\.id))
        if let newer = proven.migrations.first(where: { !known.contains($0) }) {
            throw BackupFault.refused(
                path, nl: "deze reservekopie is van een nieuwere versie van Leefkring (\(newer))",
                en: "this backup is of a newer version of Leefkring (\(newer))")
        }
        return try await database.write { transaction in
            guard try transaction.tables().isEmpty else {
                throw BackupFault.refused(path, nl: "de database is niet leeg; er is niets veranderd", en: "the database is not empty; nothing was changed")
            }
            let then = Set(proven.migrations)
            try transaction.migrate(migrations.filter { then.contains($0.id) })
            let rows = try fill(transaction, proven, progress)
            try transaction.migrate(migrations)
            return rows
        }
    }

    private struct Proven {
        let migrations: [String]
        let tables: [BackupBlock.Table]
        let counts: [Int]
    }

    /// Reads all blocks and counts their rows.
    private func prove() throws -> Proven {
        var reader = try BackupReader(path: path)
        guard let first = try reader.next(), case .heading(let migrations, let tables)? = BackupBlock(first, widths: []) else { throw reader.damaged() }
        let widths = tables.map(\.columns.count)
        var counts = [Int](repeating: 0, count: tables.count), isEnded = false
        while let bytes = try reader.next() {
            guard !isEnded, let block = BackupBlock(bytes, widths: widths) else { throw reader.damaged() }
            switch block {
            case .heading: throw reader.damaged()
            case .rows(let table, let rows): counts[table] += rows.count
            case .end(let written):
                guard written == counts else { throw reader.damaged() }
                isEnded = true
            }
        }
        guard isEnded else { throw reader.damaged() }
        return Proven(migrations: migrations, tables: tables, counts: counts)
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
