import Core
import Transfer

/// A workbook of a spreadsheet (XLSX: Office Open XML, ECMA-376), read as far as a table of words and numbers needs.
///
/// Formulas count by the value that was saved with them. Styles are not read, so a date stays the number that it is.
struct Workbook {
    /// Names of the sheets, in the order of the tabs.
    let names: [String]
    private let archive: Archive
    private let parts: [String]
    private let shared: [String]

    /// Unpacked bytes of all parts together, and letters and cells of one sheet: enough for a million rows, too little to fill the memory.
    private static let mostBytes = 256 << 20
    static let mostCells = 5_000_000

    init(_ bytes: [UInt8]) throws(ArchiveError) {
        let archive = try Archive(bytes, limit: Self.mostBytes)
        let targets = try Self.targets(try archive.part("xl/_rels/workbook.xml.rels"))
        let sheets = try Self.sheets(try archive.part("xl/workbook.xml"))
        self.archive = archive
        self.names = sheets.map(\.name)
        self.parts = sheets.map { sheet in
            let target = targets[sheet.id] ?? ""
            return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        self.shared = archive.has("xl/sharedStrings.xml") ? try Self.strings(try archive.part("xl/sharedStrings.xml")) : []
    }

    /// A row of texts by column, with its number from 1.
    struct Row {
        let number: Int
        var cells: [Int: String] = [:]
    }

    /// The rows of a sheet that hold something.
    func rows(of sheet: Int) throws(ArchiveError) -> [Row] {
        let reading = SheetReading(shared: shared)
        try XMLStream.read(try archive.part(parts[sheet])) { event throws(ArchiveError) in try reading.take(event) }
        return reading.rows
    }

    /// Part names by relation.
    private static func targets(_ bytes: [UInt8]) throws(ArchiveError) -> [String: String] {
        let found = Collected<[String: String]>([:])
        try XMLStream.read(bytes) { event throws(ArchiveError) in
            if case .start("Relationship", let values) = event, let id = values["Id"], let target = values["Target"] { found.value[id] = target }
        }
        return found.value
    }

    private static func sheets(_ bytes: [UInt8]) throws(ArchiveError) -> [(name: String, id: String)] {
        let found = Collected<[(name: String, id: String)]>([])
        try XMLStream.read(bytes) { event throws(ArchiveError) in
            if case .start("sheet", let values) = event, let name = values["name"], let id = values["id"] { found.value.append((name, id)) }
        }
        return found.value
    }

    /// Shared texts; the pieces of one text are put together, what tells how to pronounce it is left out.
    private static func strings(_ bytes: [UInt8]) throws(ArchiveError) -> [String] {
        let found = Collected<[String]>([])
        let state = Collected<(isText: Bool, isSound: Bool)>((false, false))
        try XMLStream.read(bytes) { event throws(ArchiveError) in
            switch event {
            case .start("si", _):
                guard found.value.count < mostCells else { throw .tooLarge }
                found.value.append("")
            case .start("t", _): state.value.isText = true
            case .end("t"): state.value.isText = false
            case .start("rPh", _): state.value.isSound = true
            case .end("rPh"): state.value.isSound = false
            case .text(let text) where state.value.isText && !state.value.isSound && !found.value.isEmpty:
                found.value[found.value.count - 1] += text
            default: break
            }
        }
        return found.value
    }
}

/// What a stream of events is gathered in.
private final class Collected<Value> {
    var value: Value

    init(_ value: Value) { self.value = value }
}

/// The cells of one sheet while it is read.
private final class SheetReading {
    private(set) var rows: [Workbook.Row] = []
    private let shared: [String]
    private var row: Workbook.Row?
    private var column = 0
    private var kind = ""
    private var text = ""
    private var isValue = false
    private var cells = 0
    private var lastNumber = 0

    init(shared: [String]) {
        self.shared = shared
    }

    func take(_ event: XMLStream.Event) throws(ArchiveError) {
        switch event {
        case .start("row", let values):
            let number = values["r"].flatMap { Int($0) } ?? lastNumber &+ 1
            guard (1...1_048_576).contains(number) else { throw .tooLarge }
            lastNumber = number
            row = Workbook.Row(number: number)
            column = 0
        case .start("c", let values):
            column = try values["r"].map(Self.column) ?? column + 1
            (kind, text) = (values["t"] ?? "n", "")
        case .start("v", _), .start("t", _): isValue = true
        case .end("v"), .end("t"): isValue = false
        case .text(let piece) where isValue: text += piece
        case .end("c"): try close()
        case .end("row"):
            if let row, !row.cells.isEmpty { rows.append(row) }
            row = nil
        default: break
        }
    }

    private func close() throws(ArchiveError) {
        let value = kind == "s" ? Int(text).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? "" : text
        guard !value.isEmpty else { return }
        cells += 1
        guard cells <= Workbook.mostCells else { throw .tooLarge }
        row?.cells[column] = value
    }

    /// `B12` is column 2. At most three letters, as the format has them.
    private static func column(_ place: String) throws(ArchiveError) -> Int {
        let letters = place.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { throw .unreadable(place) }
        return letters.reduce(0) { $0 * 26 + Int($1 - 0x40) }
    }
}
