import Core

/// Rows of a CSV file one by one, without keeping them: votes come in millions.
struct VoteRows {
    let source: String
    let columns: [String]
    private let bytes: [UInt8]
    private var scanner: CSVScanner
    private var cells: [CSVScanner.Cell] = []
    /// Of the row at hand.
    private(set) var line = 1

    /// Reads the header.
    init(_ file: InputFile) throws(InputFailure) {
        let text = try file.utf8()
        let header = text.prefix { $0 != 0x0A && $0 != 0x0D }
        let semicolons = header.count { $0 == UInt8(ascii: ";") }, commas = header.count { $0 == UInt8(ascii: ",") }
        (source, bytes) = (file.name, file.bytes)
        scanner = CSVScanner(file.bytes, start: text.startIndex, separator: UInt8(ascii: semicolons > commas ? ";" : ","), source: file.name)
        guard try scanner.row(&cells) != nil else {
            throw InputFailure(file.name, row: 1, Localized(nl: "De regel met kolomnamen ontbreekt.", en: "The line with the names of the columns is missing."))
        }
        columns = cells.map { String(decoding: Self.trimmed(file.bytes, $0), as: UTF8.self) }
    }

    /// Which column has one of these names; the first that is there.
    ///
    /// - Throws: where there is none, or there are two
    func index(of names: String...) throws(InputFailure) -> Int {
        for name in names {
            guard let place = columns.firstIndex(of: name) else { continue }
            guard columns.lastIndex(of: name) == place else {
                throw InputFailure(source, row: 1, column: name, Localized(nl: "Deze kolom is er meer dan eens.", en: "There is more than one such column."))
            }
            return place
        }
        let list = columns.prefix(12).joined(separator: ", ") + (columns.count > 12 ? ", …" : "")
        let reason = Localized(nl: "Deze kolom is er niet. Er zijn: \(list).", en: "There is no such column. There are: \(list).")
        throw InputFailure(source, row: 1, column: names.first, reason)
    }

    /// Goes to the next row that is not empty.
    ///
    /// - Returns: false at the end
    /// - Throws: for a row that does not have as many cells as the header
    mutating func next() throws(InputFailure) -> Bool {
        while true {
            cells.removeAll(keepingCapacity: true)
            guard let start = try scanner.row(&cells) else { return false }
            line = start
            if cells.count == 1, columns.count > 1, cells[0].start == cells[0].end { continue }
            guard cells.count == columns.count else {
                let reason = Localized(
                    nl: "Het aantal cellen is \(cells.count), in de kop \(columns.count).",
                    en: "The number of cells is \(cells.count), in the header \(columns.count).")
                throw InputFailure(source, row: line, reason)
            }
            return true
        }
    }

    /// A cell of the row at hand, without white space around it.
    func cell(_ column: Int) -> ArraySlice<UInt8> { Self.trimmed(bytes, cells[column]) }

    func failure(_ column: Int, _ reason: Localized) -> InputFailure {
        InputFailure(source, row: line, column: columns[column], value: String(decoding: cell(column), as: UTF8.self), reason)
    }

    private static func trimmed(_ bytes: [UInt8], _ cell: CSVScanner.Cell) -> ArraySlice<UInt8> {
        var (start, end) = (Int(cell.start), Int(cell.end))
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return bytes[start..<end]
    }
}

/// Gives each name a number in the order in which they come.
struct NameNumbers {
    private(set) var names: [String] = []
    /// Names of up to seven bytes, with their length, as one number.
    private var short: [UInt64: Int32] = [:]
    private var long: [String: Int32] = [:]

    mutating func number(of name: ArraySlice<UInt8>) -> Int32 {
        let next = Int32(names.count)
        if name.count <= 7 {
            let key = name.reduce(UInt64(name.count)) { $0 << 8 | UInt64($1) }
            if let known = short[key] { return known }
            short[key] = next
            names.append(String(decoding: name, as: UTF8.self))
            return next
        }
        let text = String(decoding: name, as: UTF8.self)
        if let known = long[text] { return known }
        long[text] = next
        names.append(text)
        return next
    }

    /// Places of the names in the order of their numbers where all are whole numbers; otherwise as they came.
    var order: [Int] {
        let numbers = names.compactMap { name in name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(name) : nil }
        guard numbers.count == names.count else { return Array(names.indices) }
        return names.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    }
}
