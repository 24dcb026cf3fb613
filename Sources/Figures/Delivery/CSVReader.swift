import Core

/// Reads a CSV file (RFC 4180 and what Dutch sources make of it) into a sheet: finds the header below title rows, leaves out the line with the source at the end.
struct CSVReader {
    /// Title rows above the header, at most.
    static let deepestHeader = 30

    /// The header is the first row that holds one of these.
    private let codeColumns: [String]
    private let format: Mapping.Format
    private let source: String

    init(codeColumns: [String], format: Mapping.Format, source: String) {
        self.codeColumns = codeColumns
        self.format = format
        self.source = source
    }

    init(mapping: Mapping, source: String) {
        self.init(codeColumns: mapping.code.columns, format: mapping.format, source: source)
    }

    /// Nil when the file cannot be read at all; the reasons are in `findings` then.
    func sheet(_ file: [UInt8], findings: inout Findings) -> Sheet? {
        // Places of cells are 32 bits wide, and rewritten cells stand behind the file.
        guard file.count < Int(UInt32.max) / 2 else {
            findings.error(source, Localized(nl: "Dit bestand is groter dan 2 GB.", en: "This file is larger than 2 GB."))
            return nil
        }
        guard let bytes = TextBytes.utf8(file, as: format.encoding, source: source, findings: &findings) else { return nil }
        guard let header = header(bytes) else {
            let first = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(200), as: UTF8.self)
            let names = codeColumns.joined(separator: ", ")
            findings.error(
                source, row: 1, value: first,
                Localized(
                    nl: "De kolom met gebiedscodes ontbreekt. Gezocht is naar: \(names).", en: "The column with area codes is missing. Looked for: \(names)."))
            return nil
        }
        return rows(header, findings: &findings)
    }

    private struct Header {
        var names: [String]
        var scanner: RowScanner
    }

    /// The first row that holds a code column, with the delimiter that gives the most columns.
    private func header(_ bytes: [UInt8]) -> Header? {
        var best: Header?
        for delimiter in format.delimiter.map({ [$0] }) ?? [0x3B, 0x2C, 0x09] {
            var scanner = RowScanner(bytes, delimiter: delimiter)
            for _ in 0..<CSVReader.deepestHeader {
                var cells: [Sheet.Cell] = []
                guard scanner.row(&cells) else { break }
                let names = cells.map { scanner.text($0).trimmed }
                guard ColumnFinder(names.map(ColumnDescription.init(header:))).first(of: codeColumns) != nil else { continue }
                if names.count > best?.names.count ?? 0 { best = Header(names: names, scanner: scanner) }
                break
            }
        }
        return best
    }

    private func rows(_ header: Header, findings: inout Findings) -> Sheet {
        var scanner = header.scanner
        let width = header.names.count
        var cells: [Sheet.Cell] = []
        cells.reserveCapacity(scanner.bytes.count / 4)
        var numbers: [Int] = []
        while true {
            let start = cells.count
            let line = scanner.line
            guard scanner.row(&cells) else { break }
            let count = cells.count - start
            if scanner.isMalformed {
                findings.error(
                    source, row: line, Localized(nl: "De aanhalingstekens in deze rij kloppen niet.", en: "The quotation marks in this row are wrong."))
            } else if !isEmpty(cells[start...], scanner), width == 1 || !isFooter(cells[start...], scanner) {
                if count == width {
                    numbers.append(line)
                    continue
                }
                findings.error(
                    source, row: line,
                    Localized(nl: "Deze rij heeft \(count) vakken en de kop heeft er \(width).", en: "This row has \(count) cells and the header has \(width).")
                )
            }
            cells.removeSubrange(start...)
        }
        return Sheet(bytes: scanner.bytes + scanner.pool, columns: header.names, cells: cells, rowNumbers: numbers)
    }

    private func isEmpty(_ cells: ArraySlice<Sheet.Cell>, _ scanner: RowScanner) -> Bool {
        cells.allSatisfy { cell in cell.length == 0 || scanner.text(cell).trimmed.isEmpty }
    }

    /// `Bron: CBS` and the like, with nothing behind it.
    private func isFooter(_ cells: ArraySlice<Sheet.Cell>, _ scanner: RowScanner) -> Bool {
        guard let first = cells.first, first.length >= 4, cells.dropFirst().allSatisfy({ $0.length == 0 }) else { return false }
        let text = scanner.text(first).trimmed
        return ["Bron:", "Source:", "©", "(c)"].contains { text.hasPrefix($0) }
    }
}

/// Walks over CSV bytes row by row and notes the places of cells.
struct RowScanner {
    let bytes: [UInt8]
    /// Cells with doubled quotation marks, rewritten; their places count on behind `bytes`.
    private(set) var pool: [UInt8] = []
    /// Line the next row starts on, counted from 1.
    private(set) var line = 1
    /// Whether the row read last has quotation marks that do not fit.
    private(set) var isMalformed = false
    private let delimiter: UInt8
    private var position = 0

    init(_ bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    func text(_ cell: Sheet.Cell) -> String {
        let range = cell.range
        guard range.lowerBound >= bytes.count, !range.isEmpty else { return String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self) }
        return String(decoding: pool[(range.lowerBound - bytes.count)..<(range.upperBound - bytes.count)], as: UTF8.self)
    }

    /// Appends the cells of the next row. False at the end of the file.
    mutating func row(_ cells: inout [Sheet.Cell]) -> Bool {
        guard position < bytes.count else { return false }
        isMalformed = false
        while true {
            if position < bytes.count, bytes[position] == 0x22 {
                cells.append(quoted())
            } else {
                let start = position
                skipPlain()
                cells.append(Sheet.Cell(start: UInt32(start), length: UInt32(position - start)))
            }
            guard position < bytes.count else { return true }
            let byte = bytes[position]
            position += 1
            if byte == delimiter { continue }
            if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            line += 1
            return true
        }
    }

    /// Goes on to the next delimiter or line end.
    private mutating func skipPlain() {
        let end = bytes.count
        var index = position
        while index < end {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
        }
        position = index
    }

    private mutating func quoted() -> Sheet.Cell {
        position += 1
        let start = position
        var hasDoubled = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0A { line += 1 }
            position += 1
            guard byte == 0x22 else { continue }
            if position < bytes.count, bytes[position] == 0x22 {
                hasDoubled = true
                position += 1
                continue
            }
            let end = position - 1
            let behind = position
            skipPlain()
            if position > behind { isMalformed = true }
            return hasDoubled ? rewritten(start..<end) : Sheet.Cell(start: UInt32(start), length: UInt32(end - start))
        }
        isMalformed = true
        return Sheet.Cell(start: UInt32(start), length: UInt32(position - start))
    }

    private mutating func rewritten(_ range: Range<Int>) -> Sheet.Cell {
        let start = bytes.count + pool.count
        var index = range.lowerBound
        while index < range.upperBound {
            pool.append(bytes[index])
            // The second of two quotation marks is left out.
            index += bytes[index] == 0x22 ? 2 : 1
        }
        return Sheet.Cell(start: UInt32(start), length: UInt32(bytes.count + pool.count - start))
    }
}
