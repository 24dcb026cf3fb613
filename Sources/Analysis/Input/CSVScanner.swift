import Core

/// Cuts a CSV file into rows and cells (RFC 4180). Rows end with a newline as in Unix, Windows or old Macintosh files.
struct CSVScanner {
    /// A cell as a range of bytes, without the quotes around it.
    struct Cell {
        let start: Int32
        let end: Int32
        /// Two quotes inside stand for one.
        let hasDoubledQuotes: Bool
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private let source: String
    private var position: Int
    /// Line of the file at the position, from 1.
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameters:
    ///   - bytes: at most as many as an Int32 can count
    ///   - start: behind the byte order mark
    init(_ bytes: [UInt8], start: Int, separator: UInt8, source: String) {
        (self.bytes, self.separator, self.source) = (bytes, separator, source)
        position = start
    }

    /// Adds the cells of the next row.
    ///
    /// - Returns: the line on which the row starts; nil at the end
    mutating func row(_ cells: inout [Cell]) throws(InputFailure) -> Int? {
        guard position < bytes.count else { return nil }
        let start = line
        while true {
            cells.append(try cell())
            guard position < bytes.count else { return start }
            if bytes[position] == separator {
                position += 1
            } else {
                newline()
                return start
            }
        }
    }

    private mutating func cell() throws(InputFailure) -> Cell {
        if position < bytes.count, bytes[position] == Self.quote { return try quotedCell() }
        let start = position
        while position < bytes.count, bytes[position] != separator, !isNewline { position += 1 }
        return Cell(start: Int32(start), end: Int32(position), hasDoubledQuotes: false)
    }

    private mutating func quotedCell() throws(InputFailure) -> Cell {
        let opening = line
        position += 1
        let start = position
        var hasDoubledQuotes = false
        while position < bytes.count {
            if bytes[position] == Self.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
                hasDoubledQuotes = true
                position += 2
            } else if isNewline {
                newline()
            } else {
                position += 1
            }
        }
        guard position < bytes.count else {
            throw InputFailure(source, row: opening, Localized(nl: "Een aanhalingsteken wordt niet gesloten.", en: "A quote is not closed."))
        }
        let end = position
        position += 1
        guard position == bytes.count || bytes[position] == separator || isNewline else {
            throw InputFailure(
                source, row: line, Localized(nl: "Er staat tekst achter een sluitend aanhalingsteken.", en: "There is text behind a closing quote."))
        }
        return Cell(start: Int32(start), end: Int32(end), hasDoubledQuotes: hasDoubledQuotes)
    }

    private var isNewline: Bool { bytes[position] == Self.newline || bytes[position] == Self.carriageReturn }

    /// Steps over the newline at the position.
    private mutating func newline() {
        let isPair = bytes[position] == Self.carriageReturn && position + 1 < bytes.count && bytes[position + 1] == Self.newline
        position += isPair ? 2 : 1
        line += 1
    }
}
