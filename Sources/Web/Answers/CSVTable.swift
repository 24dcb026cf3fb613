/// A table as comma-separated values by RFC 4180: lines end in CR LF, the first line is the header.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are ours and stay numbers.
package struct CSVTable: Sendable {
    package enum Field: Sendable {
        case text(String)
        case number(Double)
        case whole(Int)
        case empty

        package static func optional(_ value: Double?) -> Field { value.map { .number($0) } ?? .empty }
        package static func optional(_ value: String?) -> Field { value.map { .text($0) } ?? .empty }
    }

    package private(set) var bytes: [UInt8] = []

    package init(_ heads: [String]) {
        row(heads.map { .text($0) })
    }

    /// Rows of texts, the first of them the header.
    package static func bytes(_ rows: [[String]]) -> [UInt8] {
        var table = CSVTable(rows.first ?? [])
        for row in rows.dropFirst() { table.row(row.map { .text($0) }) }
        return table.bytes
    }

    package mutating func row(_ fields: [Field]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            switch field {
            case .text(let text): append(text)
            // The shortest digits that give the same number back, with a point.
            case .number(let value): if value.isFinite { bytes.append(contentsOf: Self.digits(value).utf8) }
            case .whole(let value): bytes.append(contentsOf: String(value).utf8)
            case .empty: break
            }
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private static func digits(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private mutating func append(_ text: String) {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let isQuoted = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B }
        if isQuoted { bytes.append(0x22) }
        if isFormula { bytes.append(0x27) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(0x22) }
    }
}
