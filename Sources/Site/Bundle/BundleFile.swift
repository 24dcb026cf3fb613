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
        var writer = BundleWriter()
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
        var reader = BundleReader(content)
        guard let tables = reader.tables() else { throw refused("De bundel is beschadigd.", "The bundle is damaged.") }
        self.tables = tables
    }
}

private struct BundleWriter {
    var bytes: [UInt8] = []

    mutating func count(_ number: Int) { unsigned(UInt64(number)) }

    mutating func unsigned(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func blob(_ blob: some Collection<UInt8>) {
        count(blob.count)
        bytes.append(contentsOf: blob)
    }

    mutating func text(_ text: String) { blob(text.utf8) }

    mutating func value(_ value: Value) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            unsigned(UInt64(bitPattern: number << 1 ^ number >> 63))
        case .real(let number):
            bytes.append(2)
            withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        case .text(let text):
            bytes.append(3)
            self.text(text)
        case .bytes(let blob):
            bytes.append(4)
            self.blob(blob)
        }
    }
}

/// Reads what the writer wrote; every method gives nil at the first thing that is not so.
private struct BundleReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func tables() -> [BundleFile.Table]? {
        guard let count = count(), count <= 100 else { return nil }
        var tables: [BundleFile.Table] = []
        for _ in 0..<count {
            guard let table = table() else { return nil }
            tables.append(table)
        }
        return index == bytes.count ? tables : nil
    }

    private mutating func table() -> BundleFile.Table? {
        guard let name = text(), let width = count(), width >= 1, width <= 100 else { return nil }
        var columns: [String] = []
        for _ in 0..<width {
            guard let column = text() else { return nil }
            columns.append(column)
        }
        guard let height = count(), height <= bytes.count else { return nil }
        var table = BundleFile.Table(name, columns)
        for _ in 0..<height {
            var row: [Value] = []
            for _ in 0..<width {
                guard let value = value() else { return nil }
                row.append(value)
            }
            table.rows.append(row)
        }
        return table
    }

    private mutating func unsigned() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return number }
        }
        return nil
    }

    private mutating func count() -> Int? {
        unsigned().flatMap { $0 <= UInt64(bytes.count) ? Int($0) : nil }
    }

    private mutating func blob() -> ArraySlice<UInt8>? {
        guard let length = count(), index + length <= bytes.count else { return nil }
        defer { index += length }
        return bytes[index..<index + length]
    }

    private mutating func text() -> String? {
        blob().flatMap { String(validating: $0, as: UTF8.self) }
    }

    private mutating func value() -> Value? {
        guard index < bytes.count else { return nil }
        index += 1
        switch bytes[index - 1] {
        case 0: return .null
        case 1: return unsigned().map { .integer(Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1)) }
        case 2:
            guard index + 8 <= bytes.count else { return nil }
            defer { index += 8 }
            return .real(Double(bitPattern: bytes[index..<index + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }))
        case 3: return text().map { .text($0) }
        case 4: return blob().map { .bytes(Array($0)) }
        default: return nil
        }
    }
}
