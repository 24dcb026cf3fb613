import Core
import Transfer

/// An uploaded table as rows of texts, from CSV or from a workbook.
enum OwnSheet {
    /// Bytes of an uploaded file.
    static let mostBytes = 64 << 20

    /// - Parameters:
    ///   - needed: a column that must be there; the first row that has it is the header
    ///   - tab: name of the sheet of a workbook; nil for the first
    /// - Returns: nil when the file cannot be read; the reasons are in `findings` then
    static func read(_ file: [UInt8], name: String, needed: String, tab: String?, findings: inout Findings) -> Sheet? {
        guard file.count <= mostBytes else {
            findings.error(name, Localized(nl: "Dit bestand is groter dan 64 MB.", en: "This file is larger than 64 MB."))
            return nil
        }
        // Every ZIP archive, and so every workbook, begins with these letters.
        if file.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return workbook(file, name: name, needed: needed, tab: tab, findings: &findings) }
        if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            findings.error(
                name,
                Localized(
                    nl: "Dit is een oud Excel-bestand (.xls). Bewaar het als .xlsx of CSV.", en: "This is an old Excel file (.xls). Save it as .xlsx or CSV."))
            return nil
        }
        if tab != nil { findings.error(name, Localized(nl: "Een CSV-bestand heeft geen bladen.", en: "A CSV file has no sheets.")) }
        return CSVReader(codeColumns: [needed], format: Mapping.Format(), source: name).sheet(file, findings: &findings)
    }

    private static func workbook(_ file: [UInt8], name: String, needed: String, tab: String?, findings: inout Findings) -> Sheet? {
        do {
            let workbook = try Workbook(file)
            guard let sheet = tab.map({ wanted in workbook.names.firstIndex(of: wanted) }) ?? workbook.names.indices.first else {
                let names = workbook.names.joined(separator: ", ")
                findings.error(name, value: tab, Localized(nl: "Dit blad is er niet. Wel: \(names).", en: "There is no such sheet. There is: \(names)."))
                return nil
            }
            return table(try workbook.rows(of: sheet), name: name, needed: needed, findings: &findings)
        } catch {
            findings.error(name, words(error))
            return nil
        }
    }

    /// Cells right of the header are left out when they are empty, and are a fault when they are not.
    private static func table(_ rows: [Workbook.Row], name: String, needed: String, findings: inout Findings) -> Sheet? {
        let wanted = ColumnDescription.plain(needed)
        guard let header = rows.prefix(CSVReader.deepestHeader).firstIndex(where: { $0.cells.values.contains { ColumnDescription.plain($0) == wanted } }),
            let width = rows[header].cells.keys.max()
        else {
            findings.error(name, row: 1, Localized(nl: "De kolom \(needed) ontbreekt.", en: "The column \(needed) is missing."))
            return nil
        }
        guard width * (rows.count - header) <= Workbook.mostCells else {
            findings.error(name, words(.tooLarge))
            return nil
        }
        var bytes: [UInt8] = []
        var cells: [Sheet.Cell] = []
        var numbers: [Int] = []
        for row in rows[(header + 1)...] {
            guard row.cells.values.contains(where: { !$0.trimmed.isEmpty }) else { continue }
            if let column = row.cells.keys.filter({ $0 > width }).min() {
                findings.error(
                    name, row: row.number, value: row.cells[column],
                    Localized(nl: "Hier staat iets naast de tabel.", en: "There is something beside the table."))
            }
            numbers.append(row.number)
            for column in 1...width {
                let text = Array((row.cells[column] ?? "").utf8)
                cells.append(Sheet.Cell(start: UInt32(clamping: bytes.count), length: UInt32(clamping: text.count)))
                bytes += text
            }
        }
        guard bytes.count < Int(UInt32.max) / 2 else {
            findings.error(name, words(.tooLarge))
            return nil
        }
        return Sheet(bytes: bytes, columns: (1...width).map { (rows[header].cells[$0] ?? "").trimmed }, cells: cells, rowNumbers: numbers)
    }

    private static func words(_ error: ArchiveError) -> Localized {
        switch error {
        case .notAnArchive: Localized(nl: "Dit is geen goed Excel-bestand.", en: "This is not a sound Excel file.")
        case .missing(let part): Localized(nl: "In dit Excel-bestand ontbreekt een deel: \(part).", en: "A part of this Excel file is missing: \(part).")
        case .unreadable(let part):
            Localized(
                nl: "Een deel van dit Excel-bestand is niet te lezen: \(part). Heeft het een wachtwoord?",
                en: "A part of this Excel file cannot be read: \(part). Has it a password?")
        case .tooLarge:
            Localized(nl: "Dit Excel-bestand is te groot, ingepakt of uitgepakt.", en: "This Excel file is too large, packed or unpacked.")
        case .markup(let line):
            Localized(nl: "Dit Excel-bestand is beschadigd (XML, regel \(line)).", en: "This Excel file is damaged (XML, line \(line)).")
        }
    }
}
