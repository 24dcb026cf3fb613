import Core

/// Lines of comma-separated values by RFC 4180, for a spreadsheet: a text that would be taken for a formula gets an apostrophe in front.
struct AnswerSheet {
    private(set) var bytes: [UInt8] = []

    init(_ heads: [String]) {
        row(heads)
    }

    mutating func row(_ fields: [String]) {
        bytes += Array(fields.map(Self.field).joined(separator: ",").utf8) + [0x0D, 0x0A]
    }

    private static func field(_ text: String) -> String {
        let safe = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",;\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Reads rows with commas, semicolons or tabs between the fields, whichever the first line has most of. Quoted fields may hold line ends.
    ///
    /// - Returns: each row with the line that it begins on, from 1; empty rows are left out
    static func rows(_ text: String) -> [(line: Int, fields: [String])] {
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let scalars = Array(plain.replacing("\r\n", with: "\n").unicodeScalars)
        let head = scalars.prefix { $0 != "\n" }
        let separators: [Unicode.Scalar] = [",", ";", "\t"]
        let separator = separators.max { left, right in head.count { $0 == left } < head.count { $0 == right } } ?? ","
        var reader = Reader(separator: separator)
        for scalar in scalars { reader.take(scalar) }
        reader.finish()
        return reader.rows
    }

    private struct Reader {
        let separator: Unicode.Scalar
        var rows: [(line: Int, fields: [String])] = []
        private var fields: [String] = []
        private var field = String.UnicodeScalarView()
        private var isQuoted = false, isClosed = false
        private var line = 1, start = 1

        init(separator: Unicode.Scalar) {
            self.separator = separator
        }

        mutating func take(_ scalar: Unicode.Scalar) {
            if scalar == "\n" { line += 1 }
            if isQuoted {
                if scalar == "\"" { (isQuoted, isClosed) = (false, true) } else { field.append(scalar) }
            } else if scalar == "\"" {
                // Two within quotes are one; a first one opens them.
                if isClosed { field.append(scalar) }
                isQuoted = isClosed || field.isEmpty
                if !isQuoted { field.append(scalar) }
                isClosed = false
            } else if scalar == separator {
                endField()
            } else if scalar == "\n" {
                endRow()
            } else {
                field.append(scalar)
            }
        }

        mutating func finish() { if !field.isEmpty || !fields.isEmpty || isClosed { endRow() } }

        private mutating func endField() {
            fields.append(String(field).split(whereSeparator: \.isWhitespace).isEmpty ? "" : String(field))
            field = String.UnicodeScalarView()
            isClosed = false
        }

        private mutating func endRow() {
            endField()
            if fields.contains(where: { !$0.isEmpty }) { rows.append((start, fields)) }
            fields = []
            start = line
        }
    }
}
