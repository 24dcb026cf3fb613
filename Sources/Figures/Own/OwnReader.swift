import Areas
import Core
import Geo

/// Counts the rows of an uploaded table by area and category, and collects every fault.
struct OwnReader {
    let upload: OwnUpload
    /// File name, for diagnostics.
    let name: String
    let year: Int
    let map: AreaMap
    /// Neighbourhoods by postcode, for tables by postcode.
    let postcodes: [String: AreaCode]
    /// Finds the neighbourhood of a place in RD metres, for tables by point.
    let locate: (Point) -> AreaCode?

    /// Beyond this a column is no category but tells people apart.
    static let mostCategories = 30

    func counts(_ sheet: Sheet, findings: inout Findings) -> OwnCounts? {
        let first = findings.errorCount
        let place = column(upload.column, sheet, &findings)
        let second = upload.secondColumn.flatMap { column($0, sheet, &findings) }
        let wanted: [String] =
            switch upload.form {
            case .records(let category): category.map { [$0] } ?? []
            case .counts(let columns): columns
            }
        let columns = wanted.compactMap { column($0, sheet, &findings) }
        if case .counts(let columns) = upload.form, columns.isEmpty || columns.count > Self.mostCategories {
            findings.error(name, Localized(nl: "Noem 1 tot 30 kolommen met aantallen.", en: "Name 1 to 30 columns with counts."))
        }
        if sheet.rowCount == 0 { findings.error(name, Localized(nl: "Er staan geen rijen onder de kop.", en: "There are no rows below the header.")) }
        guard findings.errorCount == first, let place else { return nil }
        var tally = Tally()
        for row in 0..<sheet.rowCount {
            guard let area = area(sheet, row, place, second, &findings) else { continue }
            switch upload.form {
            case .records: addRecord(sheet, row, area, columns.first, to: &tally, &findings)
            case .counts: addCounts(sheet, row, area, columns, to: &tally, &findings)
            }
        }
        if tally.categories.count > Self.mostCategories {
            findings.error(
                name, column: wanted.first,
                Localized(
                    nl: "Deze kolom heeft meer dan 30 verschillende waarden. Zo worden mensen herkenbaar.",
                    en: "This column has more than 30 different values. That makes people recognisable."))
        }
        guard findings.errorCount == first else { return nil }
        noteUnused(sheet, used: [place] + columns + (second.map { [$0] } ?? []), &findings)
        return tally.counts(year: year, areas: areas(of: tally), names: columns.map { sheet.columns[$0] }, upload: upload, rows: sheet.rowCount)
    }

    private func column(_ wanted: String, _ sheet: Sheet, _ findings: inout Findings) -> Int? {
        if let found = sheet.column(named: wanted) { return found }
        let there = sheet.columns.joined(separator: ", ")
        findings.error(
            name, row: 1, column: wanted, Localized(nl: "Deze kolom ontbreekt. Wel: \(there).", en: "This column is missing. There is: \(there)."))
        return nil
    }

    private func area(_ sheet: Sheet, _ row: Int, _ column: Int, _ second: Int?, _ findings: inout Findings) -> AreaCode? {
        let text = sheet.text(row, column), number = sheet.rowNumbers[row], header = sheet.columns[column]
        func fault(_ reason: Localized, value: String? = nil) -> AreaCode? {
            findings.error(name, row: number, column: header, value: value ?? text, reason)
            return nil
        }
        switch upload.unit {
        case .neighbourhood, .district, .municipality:
            guard let code = AreaCode(text) else { return fault(Localized(nl: "Dit is geen gebiedscode.", en: "This is not the code of an area.")) }
            guard code.level == upload.unit.level else {
                return fault(Localized(nl: "Deze code is van een ander niveau.", en: "This code is of another level."))
            }
            guard map.area(code) != nil else {
                return fault(Localized(nl: "Dit gebied bestaat niet in de indeling van \(year).", en: "This area does not exist in the borders of \(year)."))
            }
            return code
        case .postcode:
            if let code = postcodes[Self.postcode(text)] { return code }
            return fault(Localized(nl: "Deze postcode staat niet in de tabel met postcodes.", en: "This postcode is not in the table of postcodes."))
        case .point:
            let other = second.map { sheet.text(row, $0) } ?? ""
            guard let point = OwnPoint.read(text, other) else {
                return fault(
                    Localized(nl: "Dit is geen plek in Nederland, in RD of in graden.", en: "This is no place in the Netherlands, in RD or in degrees."),
                    value: "\(text) \(other)")
            }
            if let code = locate(point) { return code }
            return fault(Localized(nl: "Deze plek ligt in geen enkele buurt.", en: "This place lies in no neighbourhood."), value: "\(text) \(other)")
        }
    }

    /// `1234 ab` becomes `1234AB`.
    static func postcode(_ text: String) -> String { text.uppercased().filter { !$0.isWhitespace } }

    private func addRecord(_ sheet: Sheet, _ row: Int, _ area: AreaCode, _ column: Int?, to tally: inout Tally, _ findings: inout Findings) {
        var category = ""
        if let column {
            category = sheet.text(row, column)
            if category.isEmpty || category.count > 100 {
                findings.error(
                    name, row: sheet.rowNumbers[row], column: sheet.columns[column], value: category,
                    Localized(
                        nl: "Geef een categorie van 1 tot 100 tekens, bijvoorbeeld: onbekend.", en: "Give a category of 1 to 100 characters, such as: unknown.")
                )
                return
            }
        }
        tally.add(1, area, category)
    }

    private func addCounts(_ sheet: Sheet, _ row: Int, _ area: AreaCode, _ columns: [Int], to tally: inout Tally, _ findings: inout Findings) {
        guard tally.areas[area] == nil else {
            findings.error(
                name, row: sheet.rowNumbers[row], column: upload.column, value: area.description,
                Localized(nl: "Dit gebied staat er twee keer in.", en: "This area is there twice."))
            return
        }
        for column in columns {
            let text = sheet.text(row, column)
            guard let count = Self.whole(text) else {
                findings.error(
                    name, row: sheet.rowNumbers[row], column: sheet.columns[column], value: text,
                    Localized(nl: "Dit is geen heel getal van 0 of meer.", en: "This is not a whole number of 0 or more."))
                continue
            }
            tally.add(count, area, sheet.columns[column])
        }
    }

    /// Digits only; a workbook may write `12.0`.
    static func whole(_ text: String) -> Int? {
        let digits = text.hasSuffix(".0") ? text.dropLast(2) : Substring(text)
        guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits)
    }

    /// The smallest areas of the table: those of the file; for records all of the municipalities in it, where no record means 0.
    private func areas(of tally: Tally) -> [AreaCode] {
        guard case .records = upload.form else { return tally.areas.keys.sorted() }
        let municipalities = Set(tally.areas.keys.compactMap(\.municipality)).sorted()
        if upload.unit.level == .municipality { return municipalities }
        return municipalities.flatMap { map.areas(of: upload.unit.level, within: $0).map(\.code) }.sorted()
    }

    private func noteUnused(_ sheet: Sheet, used: [Int], _ findings: inout Findings) {
        let unused = sheet.columns.indices.filter { !used.contains($0) && !sheet.columns[$0].isEmpty }.map { sheet.columns[$0] }
        guard !unused.isEmpty else { return }
        let list = unused.joined(separator: ", ")
        findings.note(name, Localized(nl: "Niet gebruikt en niet bewaard: \(list).", en: "Not used and not kept: \(list)."))
    }
}

/// Counts while rows are read.
private struct Tally {
    private(set) var areas: [AreaCode: [String: Int]] = [:]
    private(set) var categories: Set<String> = []

    mutating func add(_ count: Int, _ area: AreaCode, _ category: String) {
        areas[area, default: [:]][category, default: 0] += count
        categories.insert(category)
    }

    /// - Parameter names: columns of counts, whose order is kept; categories of records go by name
    func counts(year: Int, areas order: [AreaCode], names: [String], upload: OwnUpload, rows: Int) -> OwnCounts {
        var all = categories.sorted()
        if case .counts = upload.form { all = names }
        let kept = all.count >= 2 ? all : []
        let atoms = order.map { code in (kept.isEmpty ? all : kept).map { areas[code]?[$0] ?? 0 } }
        return OwnCounts(boundaryYear: year, leaves: order, categories: kept, atoms: atoms, rows: rows)
    }
}

/// Positions as people write them: RD metres or degrees, with a point or a comma.
enum OwnPoint {
    static func read(_ first: String, _ second: String) -> Point? {
        guard let x = number(first), let y = number(second) else { return nil }
        let point = Point(x: x, y: y)
        if Projection.rangeInDegrees.contains(point) { return try? Projection().toRD(point) }
        return Projection.rangeInMetres.contains(point) && abs(x) > 100 ? point : nil
    }

    private static func number(_ text: String) -> Double? {
        guard text.utf8.count <= 40, let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
        return value
    }
}
