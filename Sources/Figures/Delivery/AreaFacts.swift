import Core

/// What a register table says of an area itself: its name, where it lies, how large it is.
package struct DeliveredArea: Sendable, Hashable {
    package let code: AreaCode
    package let name: String?
    /// Code or name of the province, as the source writes it; only for municipalities.
    package let province: String?
    package let postcode: String?
    package let landHectares: Double?
}

/// Collects facts of areas from the text columns that the mapping names under `area`.
struct AreaFacts {
    private let columns: Mapping.AreaColumns
    private let decimal: UInt8
    /// One per area of the table, in the order of its codes.
    private var found: [DeliveredArea?] = []

    init?(mapping: Mapping) {
        guard let columns = mapping.area else { return nil }
        self.columns = columns
        self.decimal = mapping.format.decimal
    }

    var areas: [DeliveredArea] { found.compactMap { $0 } }

    /// - Parameters:
    ///   - rows: row of each line in `codes`; below zero does not count
    mutating func add(_ sheet: Sheet, rows: [Int32], codes: [AreaCode]) {
        let finder = ColumnFinder(sheet.columns.map { ColumnDescription(header: $0) })
        let name = columns.name.flatMap { finder.all(named: $0).first }
        let province = columns.province.flatMap { finder.all(named: $0).first }
        let postcode = columns.postcode.flatMap { finder.all(named: $0).first }
        let land = columns.land.flatMap { finder.all(named: $0).first }
        while found.count < codes.count { found.append(nil) }
        for row in 0..<sheet.rowCount where rows[row] >= 0 {
            let area = Int(rows[row])
            guard found[area] == nil else { continue }
            let code = codes[area]
            found[area] = DeliveredArea(
                code: code, name: text(sheet, row, name), province: code.level == .municipality ? text(sheet, row, province) : nil,
                postcode: text(sheet, row, postcode).flatMap { $0.utf8.count == 4 ? $0 : nil }, landHectares: number(text(sheet, row, land)))
        }
    }

    private func text(_ sheet: Sheet, _ row: Int, _ column: Int?) -> String? {
        guard let column else { return nil }
        let text = sheet.text(row, column)
        return text.isEmpty || text == "." ? nil : text
    }

    private func number(_ text: String?) -> Double? {
        guard let text, let value = Double(decimal == 0x2C ? text.replacing(",", with: ".") : text), value >= 0, value < 1e9 else { return nil }
        return value
    }
}
