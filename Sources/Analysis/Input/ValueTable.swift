import Core

/// A table of an analyst: CSV with one header line, separated by commas or semicolons (whichever the header has more of), quotes by RFC 4180, UTF-8.
///
/// Numbers have a decimal point; between semicolons a decimal comma will do as well, but not both in one column. An empty cell, `NA`, `NaN` and `.`
/// mean that the value is missing.
package struct ValueTable: Sendable {
    /// The name of the file.
    package let name: String
    /// As the header has them, without white space around them.
    package let columns: [String]
    /// Line in the file of each row.
    package let lines: [Int]
    private let bytes: [UInt8]
    /// Row after row, as many as there are columns.
    private let cells: [CSVScanner.Cell]
    private let allowsDecimalComma: Bool

    /// - Throws: for a file that is empty or not UTF-8, and for a row that does not have as many cells as the header
    package init(_ file: InputFile) throws(InputFailure) {
        let text = try file.utf8()
        let separator = Self.separator(text)
        var scanner = CSVScanner(file.bytes, start: text.startIndex, separator: separator, source: file.name)
        var header: [CSVScanner.Cell] = []
        guard try scanner.row(&header) != nil, header.count > 1 || header[0].start < header[0].end else {
            throw InputFailure(file.name, row: 1, Localized(nl: "De regel met kolomnamen ontbreekt.", en: "The line with the names of the columns is missing."))
        }
        var cells: [CSVScanner.Cell] = []
        var lines: [Int] = []
        while let line = try scanner.row(&cells) {
            let found = cells.count - lines.count * header.count
            if found == 1, let only = cells.last, only.start == only.end, header.count > 1 {
                cells.removeLast()
                continue
            }
            guard found == header.count else {
                let reason = Localized(
                    nl: "Het aantal cellen is \(found), in de kop \(header.count).", en: "The number of cells is \(found), in the header \(header.count).")
                throw InputFailure(file.name, row: line, reason)
            }
            lines.append(line)
        }
        columns = header.map { Self.text($0, in: file.bytes) }
        (name, bytes, self.cells, self.lines) = (file.name, file.bytes, cells, lines)
        allowsDecimalComma = separator == UInt8(ascii: ";")
    }

    /// Whichever of comma and semicolon the header has more of, outside quotes.
    private static func separator(_ text: ArraySlice<UInt8>) -> UInt8 {
        var (commas, semicolons, isQuoted) = (0, 0, false)
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: commas += 1
            case UInt8(ascii: ";") where !isQuoted: semicolons += 1
            case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted: return UInt8(ascii: semicolons > commas ? ";" : ",")
            default: break
            }
        }
        return UInt8(ascii: semicolons > commas ? ";" : ",")
    }

    package var count: Int { lines.count }

    /// Which column has this name.
    ///
    /// - Throws: where none has it, or several have
    package func index(of column: String) throws(InputFailure) -> Int {
        guard let first = columns.firstIndex(of: column) else {
            let names = columns.prefix(12).joined(separator: ", ") + (columns.count > 12 ? ", …" : "")
            let reason = Localized(nl: "Deze kolom is er niet. Er zijn: \(names).", en: "There is no such column. There are: \(names).")
            throw InputFailure(name, row: 1, column: column, reason)
        }
        guard columns.lastIndex(of: column) == first else {
            throw InputFailure(name, row: 1, column: column, Localized(nl: "Deze kolom is er meer dan eens.", en: "There is more than one such column."))
        }
        return first
    }

    /// A column as text, without white space around it.
    package func texts(_ column: String) throws(InputFailure) -> [String] {
        let index = try index(of: column)
        return (0..<count).map { text($0, index) }
    }

    /// A column in which every row has a text of its own.
    ///
    /// - Throws: for a row without, or with that of an earlier row
    package func ids(_ column: String) throws(InputFailure) -> [String] {
        let ids = try texts(column)
        var seen: [String: Int] = [:]
        for (row, id) in ids.enumerated() {
            guard !id.isEmpty else {
                throw InputFailure(
                    name, row: lines[row], column: column, Localized(nl: "Hier ontbreekt de code van het gebied.", en: "The id of the area is missing."))
            }
            guard let earlier = seen.updateValue(lines[row], forKey: id) else { continue }
            let reason = Localized(nl: "Deze code staat ook in rij \(earlier).", en: "This id is in row \(earlier) too.")
            throw InputFailure(name, row: lines[row], column: column, value: id, reason)
        }
        return ids
    }

    /// A column as numbers; NaN where missing.
    ///
    /// - Parameter least: numbers below it are refused
    /// - Throws: for text that is no number
    package func numbers(_ column: String, least: Double? = nil) throws(InputFailure) -> [Double] {
        let index = try index(of: column)
        var reader = NumberReader(allowsComma: allowsDecimalComma)
        var numbers: [Double] = []
        numbers.reserveCapacity(count)
        for row in 0..<count {
            let text = text(row, index)
            do throws(NumberReader.Fault) {
                let number = try reader.number(text)
                if let least, number < least { throw .below(least) }
                numbers.append(number)
            } catch {
                throw InputFailure(name, row: lines[row], column: column, value: text, error.reason)
            }
        }
        return numbers
    }

    private func text(_ row: Int, _ column: Int) -> String { Self.text(cells[row * columns.count + column], in: bytes) }

    private static func text(_ cell: CSVScanner.Cell, in bytes: [UInt8]) -> String {
        var range = bytes[Int(cell.start)..<Int(cell.end)]
        func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        while isBlank(range.first) { range.removeFirst() }
        while isBlank(range.last) { range.removeLast() }
        let text = String(decoding: range, as: UTF8.self)
        return cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }
}
