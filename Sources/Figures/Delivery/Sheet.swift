/// Cells of one page as places in its bytes: no text is made before it is needed.
struct Sheet {
    /// A place in the bytes; ``null`` where the source has nothing at all (JSON null, or no such key).
    struct Cell {
        let start: UInt32
        let length: UInt32

        static let null = Cell(start: 0, length: .max)

        var isNull: Bool { length == .max }
        var range: Range<Int> { isNull ? 0..<0 : Int(start)..<Int(start) + Int(length) }
    }

    /// The page, and behind it the cells that had to be rewritten because of escapes.
    private(set) var bytes: [UInt8]
    let columns: [String]
    /// Row after row.
    private var cells: [Cell]
    /// Line or row number at the source, one per row.
    private(set) var rowNumbers: [Int]

    /// - Precondition: every cell lies within `bytes`, and there are `columns.count` of them for each row number.
    init(bytes: [UInt8], columns: [String], cells: [Cell], rowNumbers: [Int]) {
        self.bytes = bytes
        self.columns = columns
        self.cells = cells
        self.rowNumbers = rowNumbers
    }

    var rowCount: Int { rowNumbers.count }

    func cell(_ row: Int, _ column: Int) -> Cell { cells[row * columns.count + column] }

    /// The place of the cell without white space around it; nil for null.
    func range(_ row: Int, _ column: Int) -> Range<Int>? {
        let cell = cell(row, column)
        return cell.isNull ? nil : Sheet.trimmed(bytes, cell.range)
    }

    /// The cell as text without white space around it; empty for null.
    func text(_ row: Int, _ column: Int) -> String {
        range(row, column).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }

    /// Position of the first column with this name, white space and capitals aside.
    func column(named name: String) -> Int? {
        let wanted = ColumnDescription.plain(name)
        return columns.firstIndex { ColumnDescription.plain($0) == wanted }
    }

    /// Without spaces, tabs and line ends on both sides.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        // Most cells have none.
        if start < end, bytes[start] > 0x20, bytes[end - 1] > 0x20 { return range }
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Gives every different short text a number, so that codes, periods and measures are understood once and not once per cell.
struct Interner {
    private(set) var texts: [String] = []
    private var numbers: [Packed: Int] = [:]
    private var longNumbers: [String: Int] = [:]
    private var last: (packed: Packed, number: Int)?

    /// Up to sixteen bytes in two machine words.
    private struct Packed: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var count: UInt8 = 0

        init(_ bytes: [UInt8], _ range: Range<Int>) {
            for index in range {
                high = high << 8 | low >> 56
                low = low << 8 | UInt64(bytes[index])
            }
            count = UInt8(truncatingIfNeeded: range.count)
        }
    }

    mutating func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        guard range.count <= 16 else { return longNumber(String(decoding: bytes[range], as: UTF8.self)) }
        let packed = Packed(bytes, range)
        if let last, last.packed == packed { return last.number }
        let number: Int
        if let known = numbers[packed] {
            number = known
        } else {
            number = texts.count
            texts.append(String(decoding: bytes[range], as: UTF8.self))
            numbers[packed] = number
        }
        last = (packed, number)
        return number
    }

    /// The text itself, made only the first time.
    mutating func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        let number = number(bytes, range)
        return texts[number]
    }

    private mutating func longNumber(_ text: String) -> Int {
        if let known = longNumbers[text] { return known }
        texts.append(text)
        longNumbers[text] = texts.count - 1
        return texts.count - 1
    }
}
