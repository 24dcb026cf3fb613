import Core
import SQL
import Transfer

/// A part of the database in one compressed file: tables with their rows.
///
/// Layout: the line `LEEFKRING 1`, then zlib over: for each table its name, its columns and its rows. Counts and lengths are
/// unsigned LEB128, whole numbers zigzag LEB128, texts and bytes with their length before them.
package struct BundleFile: Sendable {
    package struct Table: Sendable {
        package let name: String
        package let columns: [String]
        package var rows: [[Value]]

        package init(_ name: String, _ columns: [String], rows: [[Value]] = []) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    package let tables: [Table]

    private static let mark = Array("LEEFKRING 1\n".utf8)
    /// Larger contents are refused: a file of this kind holds a province, not the world.
    private static let limit = 512 << 20

    package init(tables: [Table]) {
        self.tables = tables
    }

    package func encoded() throws -> [UInt8] {
        var writer = ValueWriter()
        writer.count(tables.count)
        for table in tables {
            writer.text(table.name)
            writer.count(table.columns.count)
            for column in table.columns { writer.text(column) }
            writer.count(table.rows.count)
            for row in table.rows { for value in row { writer.value(value) } }
        }
        return Self.mark + (try Deflate.compress(writer.bytes, as: .zlib, level: 9))
    }

    /// - Throws: ``ImportRefused`` for anything that ``encoded()`` did not write.
    package init(_ bytes: [UInt8], source: String) throws(ImportRefused) {
        func refused(_ nl: String, _ en: String) -> ImportRefused {
            ImportRefused([Diagnostic(.error, source: source, reason: Localized(nl: nl, en: en))])
        }
        guard bytes.starts(with: Self.mark) else { throw refused("Dit is geen bundel van Leefkring.", "This is not a bundle of Leefkring.") }
        guard let content = try? Deflate.decompress(Array(bytes.dropFirst(Self.mark.count)), as: .zlib, limit: Self.limit) else {
            throw refused("De bundel is beschadigd.", "The bundle is damaged.")
        }
        var reader = ValueReader(content)
        guard let tables = Self.tables(&reader) else { throw refused("De bundel is beschadigd.", "The bundle is damaged.") }
        self.tables = tables
    }

    /// Nil at the first thing that ``encoded()`` would not have written.
    private static func tables(_ reader: inout ValueReader) -> [Table]? {
        guard let count = reader.count(), count <= 100 else { return nil }
        var tables: [Table] = []
        for _ in 0..<count {
            guard let table = table(&reader) else { return nil }
            tables.append(table)
        }
        return reader.isAtEnd ? tables : nil
    }

    private static func table(_ reader: inout ValueReader) -> Table? {
        guard let name = reader.text(), let width = reader.count(), width >= 1, width <= 100 else { return nil }
        var columns: [String] = []
        for _ in 0..<width {
            guard let column = reader.text() else { return nil }
            columns.append(column)
        }
        guard let height = reader.count() else { return nil }
        var table = Table(name, columns)
        for _ in 0..<height {
            guard let row = reader.row(width) else { return nil }
            table.rows.append(row)
        }
        return table
    }
}
