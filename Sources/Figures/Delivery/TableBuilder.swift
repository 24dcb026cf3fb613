import Core
import Foundation

/// Turns pages into one ``DeliveredTable``: first understand the rows, then read column after column.
package struct TableBuilder {
    private let mapping: Mapping
    private let metadata: TableMetadata?
    private let tidy: Mapping.Tidy?
    private let checks: DeliveryChecks
    private let source: String
    private let signs: [SignReader]
    private var findings: Findings
    private var reader: RowReader
    private var layout: (columns: [String], layout: Layout)?
    private var buffers: [ColumnBuffer] = []
    private var bufferOf: [ColumnKey: Int] = [:]
    /// Per mapped column and role (value, lower, upper) and group: index in ``buffers``, −1 where not yet made.
    private var targets: [[Int32]]
    private var measures: MeasureFinder?
    private var attributes: AttributeReader
    private var facts: AreaFacts?

    private struct ColumnKey: Hashable {
        let indicator: String
        let period: Period
        let role: MeasureRole
    }

    /// - Parameters:
    ///   - tidy: layout of one row per measure, where the source has it by itself (OData v4); the mapping's own otherwise
    ///   - source: name of the file or address, for diagnostics
    init(mapping: Mapping, metadata: TableMetadata?, tidy: Mapping.Tidy? = nil, checks: DeliveryChecks, source: String, findings: Findings = Findings()) {
        self.mapping = mapping
        self.metadata = metadata
        self.tidy = tidy ?? mapping.tidy
        self.checks = checks
        self.source = source
        self.findings = findings
        signs = mapping.columns.map { SignReader(format: mapping.format, signs: mapping.missing, column: $0) }
        reader = RowReader(mapping: mapping, statuses: metadata?.statuses ?? [:], isKnown: checks.isKnown)
        targets = [[Int32]](repeating: [], count: mapping.columns.count * 3)
        attributes = AttributeReader(signs: mapping.missing)
        facts = AreaFacts(mapping: mapping)
        if self.tidy != nil { measures = MeasureFinder(mapping: mapping, metadata: metadata, source: source, findings: &self.findings) }
    }

    /// Adds the rows of a page. Trouble is collected and refuses the table at the end.
    mutating func add(_ sheet: Sheet, source page: String) {
        guard sheet.rowCount > 0, let layout = layout(of: sheet, page) else { return }
        let rows = reader.rows(of: sheet, layout: layout, source: page, findings: &findings)
        facts?.add(sheet, rows: rows.areas, codes: reader.areas.codes)
        if layout.tidy == nil { addWide(sheet, rows, layout, page) } else { addTidy(sheet, rows, layout, page) }
    }

    private mutating func layout(of sheet: Sheet, _ page: String) -> Layout? {
        if let layout, layout.columns == sheet.columns { return layout.layout }
        let descriptions = sheet.columns.map { name in metadata?.column(name) ?? ColumnDescription(header: name) }
        var finder = LayoutFinder(mapping: mapping, tidy: tidy, descriptions: descriptions, source: page)
        guard let found = finder.layout(&findings) else { return nil }
        layout = (sheet.columns, found)
        return found
    }

    // MARK: Wide: a column per measure

    /// Rows of a block are read column after column: its cells then stay in the processor's cache, which a whole page does not fit in.
    private mutating func addWide(_ sheet: Sheet, _ rows: RowReader.Rows, _ layout: Layout, _ page: String) {
        var isRepeated = [Bool](repeating: false, count: sheet.rowCount)
        for start in stride(from: 0, to: sheet.rowCount, by: 256) {
            let block = start..<min(start + 256, sheet.rowCount)
            for (column, position) in layout.figures {
                add(column, at: position, block, of: sheet, rows, code: layout.code, page, &isRepeated)
            }
        }
    }

    private mutating func add(
        _ column: Int, at position: Int, _ block: Range<Int>, of sheet: Sheet, _ rows: RowReader.Rows, code: Int, _ page: String, _ isRepeated: inout [Bool]
    ) {
        let bytes = sheet.bytes
        let count = reader.areas.codes.count
        let name = sheet.columns[position]
        let signs = signs[column]
        var group: Int32 = -1
        var target = 0
        for row in block where rows.areas[row] >= 0 {
            let area = Int(rows.areas[row])
            if rows.groups[row] != group {
                group = rows.groups[row]
                target = self.target(column, group: group, role: nil, key: name)
                buffers[target].grow(to: count)
            }
            guard buffers[target].missing[area] == ColumnBuffer.unseen else {
                if !isRepeated[row] { findings.error(page, row: sheet.rowNumbers[row], value: sheet.text(row, code), TableBuilder.repeated) }
                isRepeated[row] = true
                continue
            }
            if let trouble = buffers[target].put(signs.read(bytes, sheet.range(row, position)), at: area) {
                findings.error(page, row: sheet.rowNumbers[row], column: name, value: sheet.text(row, position), trouble)
            }
        }
    }

    // MARK: Tidy: a row per measure

    private mutating func addTidy(_ sheet: Sheet, _ rows: RowReader.Rows, _ layout: Layout, _ page: String) {
        guard let tidy = layout.tidy else { return }
        let bytes = sheet.bytes
        let parts: [(position: Int?, role: MeasureRole?)] = [(tidy.value, nil), (tidy.lower, .lower), (tidy.upper, .upper)]
        for row in 0..<sheet.rowCount where rows.areas[row] >= 0 {
            guard let column = measures?.column(bytes, sheet.range(row, tidy.measure) ?? 0..<0, source: page, findings: &findings) else { continue }
            let attribute = tidy.attribute.flatMap { attributes.reason(bytes, sheet.range(row, $0), source: page, findings: &findings) }
            for part in parts {
                guard let position = part.position else { continue }
                put(
                    sheet, row, position, column: column, area: Int(rows.areas[row]), group: rows.groups[row], role: part.role, attribute: attribute, layout,
                    page)
            }
        }
    }

    private mutating func put(
        _ sheet: Sheet, _ row: Int, _ position: Int, column: Int, area: Int, group: Int32, role: MeasureRole?, attribute: MissingReason?, _ layout: Layout,
        _ page: String
    ) {
        let target = target(column, group: group, role: role, key: measures?.key(of: column) ?? sheet.columns[position])
        buffers[target].grow(to: reader.areas.codes.count)
        guard buffers[target].missing[area] == ColumnBuffer.unseen else {
            findings.error(page, row: sheet.rowNumbers[row], value: sheet.text(row, layout.code), TableBuilder.repeated)
            return
        }
        var reading = signs[column].read(sheet.bytes, sheet.range(row, position))
        if let attribute, case .missing = reading { reading = .missing(attribute) }
        if let trouble = buffers[target].put(reading, at: area) {
            findings.error(page, row: sheet.rowNumbers[row], column: sheet.columns[position], value: sheet.text(row, position), trouble)
        }
    }

    // MARK: Columns

    /// Index of the buffer for a mapped column in a group of rows, made when it is not there yet.
    private mutating func target(_ column: Int, group: Int32, role: MeasureRole?, key: String) -> Int {
        let place = column * 3 + (role == .lower ? 1 : role == .upper ? 2 : 0)
        let group = Int(group)
        if group < targets[place].count, targets[place][group] >= 0 { return Int(targets[place][group]) }
        while targets[place].count <= group { targets[place].append(-1) }
        let spec = mapping.columns[column]
        let rows = reader.groups[group]
        let fixed: Period? = if case .fixed(let period) = mapping.period { period } else { nil }
        // The mapping is refused when there is neither; the boundary year is never reached.
        let period = spec.period ?? rows.period ?? fixed ?? Period(year: mapping.boundaryYear)
        let known = ColumnKey(indicator: spec.indicator, period: period, role: role ?? rows.role ?? spec.role ?? .value)
        let index: Int
        if let buffer = bufferOf[known] {
            index = buffer
        } else {
            index = buffers.count
            buffers.append(
                ColumnBuffer(
                    indicator: known.indicator, period: known.period, role: known.role,
                    status: rows.status ?? spec.status ?? metadata?.status(of: period) ?? mapping.status,
                    description: metadata?.column(key) ?? ColumnDescription(header: key), range: checks.range(known.indicator)))
            bufferOf[known] = index
        }
        targets[place][group] = Int32(index)
        return index
    }

    // MARK: The end

    /// Checks what can only be seen at the end, and gives the table or every reason against it.
    ///
    /// - Parameter retrieved: when the bytes were fetched
    mutating func finish(retrieved: Date) throws(ImportRefused) -> DeliveredTable {
        let codes = reader.areas.codes
        measures?.reportMissing(source: source, findings: &findings)
        if codes.isEmpty, findings.errorCount == 0 {
            findings.error(source, Localized(nl: "Er is geen enkele rij die telt.", en: "There is not a single row that counts."))
        }
        noteRowsLeftOut()
        let closer = ColumnCloser(codes: codes, source: source)
        var columns: [DeliveredColumn] = []
        for buffer in buffers { columns.append(closer.close(buffer, findings: &findings)) }
        closer.checkMargins(columns, rowNumbers: reader.areas.rowNumbers, findings: &findings)
        if let refusal = findings.refusal(of: source) { throw refusal }
        return DeliveredTable(
            mapping: mapping, codes: codes, rowNumbers: reader.areas.rowNumbers, columns: columns, retrieved: retrieved,
            modified: metadata?.modified ?? mapping.modified, notes: findings.remarks(of: source),
            areas: facts?.areas ?? [])
    }

    private mutating func noteRowsLeftOut() {
        for (rule, count) in zip(mapping.rows, reader.leftOut) where count > 0 {
            let reason = rule.reason ?? Localized("")
            let values = rule.values.joined(separator: ", ")
            findings.note(
                source, column: rule.column,
                Localized(
                    nl: "\(count) rijen tellen niet mee: alleen \(values) telt. \(reason.nl)".trimmed,
                    en: "\(count) rows do not count: only \(values) does. \(reason.en)".trimmed))
        }
        if reader.areas.ignored > 0 {
            let count = reader.areas.ignored
            findings.note(
                source,
                Localized(
                    nl: "\(count) rijen gaan over gebieden die Leefkring niet kent. Zij tellen niet mee.",
                    en: "\(count) rows are about areas that Leefkring does not know. They do not count."))
        }
    }

    private static let repeated = Localized(
        nl: "Dit gebied staat er twee keer in met hetzelfde cijfer en dezelfde periode.",
        en: "This area stands here twice with the same figure and the same period.")
}
