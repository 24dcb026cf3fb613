import Core

/// Reads per row of a sheet which area, period and role it is about, and whether it counts.
struct RowReader {
    /// Period, status and role shared by rows.
    struct Group: Hashable {
        let period: Period?
        let status: FigureStatus?
        let role: MeasureRole?
    }

    /// One entry per row of a sheet.
    struct Rows {
        /// Row in ``AreaRows``; below zero: does not count.
        var areas: [Int32] = []
        /// Index in ``RowReader/groups``.
        var groups: [Int32] = []
    }

    private(set) var areas: AreaRows
    private(set) var groups: [Group] = []
    /// Per row rule how many rows it left out.
    private(set) var leftOut: [Int]
    private let mapping: Mapping
    private let statuses: [String: FigureStatus]
    private var groupOf: [Group: Int32] = [:]
    private var periodTexts = Interner()
    private var periods: [(period: Period, status: FigureStatus?)?] = []
    private var roleTexts = Interner()
    private var levelTexts = Interner()
    private var lastGroup: (period: Int, role: Int, group: Int32)?

    /// - Parameter statuses: status per period code, from the source's metadata
    init(mapping: Mapping, statuses: [String: FigureStatus], isKnown: @escaping @Sendable (AreaCode) -> Bool) {
        self.mapping = mapping
        self.statuses = statuses
        areas = AreaRows(code: mapping.code, isKnown: isKnown)
        leftOut = mapping.rows.map { _ in 0 }
    }

    mutating func rows(of sheet: Sheet, layout: Layout, source: String, findings: inout Findings) -> Rows {
        var rows = Rows()
        rows.areas.reserveCapacity(sheet.rowCount)
        rows.groups.reserveCapacity(sheet.rowCount)
        let bytes = sheet.bytes
        let codeName = sheet.columns[layout.code]
        for row in 0..<sheet.rowCount {
            var area: Int32 = -1
            var group: Int32 = 0
            if counts(row, sheet, bytes, layout) {
                let number = sheet.rowNumbers[row]
                area = areas.row(bytes, sheet.range(row, layout.code), number: number, column: codeName, source: source, findings: &findings)
                if area >= 0, !hasLevel(row, sheet, bytes, layout, area: Int(area), source: source, findings: &findings) { area = -1 }
                if area >= 0 {
                    group = self.group(row, sheet, bytes, layout, source: source, findings: &findings) ?? -1
                    if group < 0 { area = -1 }
                }
            }
            rows.areas.append(area)
            rows.groups.append(group)
        }
        return rows
    }

    private mutating func counts(_ row: Int, _ sheet: Sheet, _ bytes: [UInt8], _ layout: Layout) -> Bool {
        for (index, rule) in layout.rules.enumerated() {
            let range = sheet.range(row, rule.position) ?? 0..<0
            if !rule.values.contains(where: { $0.count == range.count && $0.elementsEqual(bytes[range]) }) {
                leftOut[index] += 1
                return false
            }
        }
        return true
    }

    private mutating func hasLevel(
        _ row: Int, _ sheet: Sheet, _ bytes: [UInt8], _ layout: Layout, area: Int, source: String, findings: inout Findings
    ) -> Bool {
        guard let position = layout.level, let level = mapping.level else { return true }
        let text = levelTexts.text(bytes, sheet.range(row, position) ?? 0..<0)
        let code = areas.codes[area]
        if level.values[text] == code.level { return true }
        let reason =
            level.values[text] == nil
            ? Localized(nl: "Dit niveau staat niet in de mapping.", en: "This level is not in the mapping.")
            : Localized(nl: "De code \(code) is van een ander niveau.", en: "The code \(code) is of another level.")
        findings.error(source, row: sheet.rowNumbers[row], column: level.column, value: text, reason)
        return false
    }

    private mutating func group(_ row: Int, _ sheet: Sheet, _ bytes: [UInt8], _ layout: Layout, source: String, findings: inout Findings) -> Int32? {
        let periodText = layout.period.map { periodTexts.number(bytes, sheet.range(row, $0) ?? 0..<0) } ?? -1
        let roleText = layout.role.map { roleTexts.number(bytes, sheet.range(row, $0) ?? 0..<0) } ?? -1
        if let lastGroup, lastGroup.period == periodText, lastGroup.role == roleText { return lastGroup.group }
        var period: (period: Period, status: FigureStatus?)?
        if periodText >= 0 {
            if periodText == periods.count { periods.append(self.period(periodTexts.texts[periodText])) }
            guard let known = periods[periodText] else {
                let name = layout.period.map { sheet.columns[$0] }
                let value = periodTexts.texts[periodText]
                findings.error(
                    source, row: sheet.rowNumbers[row], column: name, value: value, Localized(nl: "Dit is geen periode.", en: "This is not a period."))
                return nil
            }
            period = known
        } else if case .fixed(let fixed) = mapping.period {
            period = (fixed, nil)
        }
        var role: MeasureRole?
        if roleText >= 0, let roles = mapping.roles {
            role = roles.values[roleTexts.texts[roleText]]
            guard role != nil else {
                let value = roleTexts.texts[roleText]
                let reason = Localized(nl: "Deze waarde staat niet bij 'roles' in de mapping.", en: "This value is not under 'roles' in the mapping.")
                findings.error(source, row: sheet.rowNumbers[row], column: roles.column, value: value, reason)
                return nil
            }
        }
        let number = number(of: Group(period: period?.period, status: period?.status, role: role))
        lastGroup = (periodText, roleText, number)
        return number
    }

    private mutating func number(of group: Group) -> Int32 {
        if let known = groupOf[group] { return known }
        let number = Int32(groups.count)
        groups.append(group)
        groupOf[group] = number
        return number
    }

    /// `2024`, `2024JJ00`, and with the stars of StatLine `2024*` (provisional) and `2024**` (near-definitive).
    private func period(_ text: String) -> (period: Period, status: FigureStatus?)? {
        let stars = text.reversed().prefix { $0 == "*" }.count
        guard stars <= 2, let period = Period(String(text.dropLast(stars)).trimmed) else { return nil }
        switch stars {
        case 1: return (period, .provisional)
        case 2: return (period, .nearDefinitive)
        default: return (period, statuses[text])
        }
    }
}
