import Core

/// Where on a sheet everything stands that the mapping asks for.
struct Layout {
    let code: Int
    let level: Int?
    /// Position of each row rule's column and the values that count, as bytes.
    let rules: [(position: Int, values: [[UInt8]])]
    let period: Int?
    let role: Int?
    /// Wide: position of the mapping's columns that are there.
    let figures: [(column: Int, position: Int)]
    /// Tidy: where measure and figures stand.
    let tidy: TidyPositions?

    struct TidyPositions {
        let measure: Int
        let value: Int
        let lower: Int?
        let upper: Int?
        let attribute: Int?
    }
}

/// Finds the layout of a sheet and reports what is missing, ambiguous, skipped and not mapped.
struct LayoutFinder {
    private let mapping: Mapping
    private let tidy: Mapping.Tidy?
    private let source: String
    private let finder: ColumnFinder
    private var used: Set<Int> = []

    init(mapping: Mapping, tidy: Mapping.Tidy?, descriptions: [ColumnDescription], source: String) {
        self.mapping = mapping
        self.tidy = tidy
        self.source = source
        finder = ColumnFinder(descriptions)
    }

    /// Nil when the sheet cannot be used; the reasons are in `findings` then.
    mutating func layout(_ findings: inout Findings) -> Layout? {
        guard let code = finder.first(of: mapping.code.columns) else {
            let names = mapping.code.columns.joined(separator: ", ")
            findings.error(
                source,
                Localized(
                    nl: "De kolom met gebiedscodes ontbreekt. Gezocht is naar: \(names).", en: "The column with area codes is missing. Looked for: \(names)."))
            return nil
        }
        for name in mapping.code.columns + (mapping.area?.all ?? []) { used.formUnion(finder.all(named: name)) }
        let before = findings.errorCount
        let level = position(mapping.level?.column, &findings)
        let rules = mapping.rows.compactMap { rule in position(rule.column, &findings).map { ($0, rule.values.map { Array($0.utf8) }) } }
        var period: Int?
        if case .column(let name) = mapping.period, mapping.columns.contains(where: { $0.period == nil }) { period = position(name, &findings) }
        let role = position(mapping.roles?.column, &findings)
        let tidyPositions = tidyPositions(&findings)
        let figures = tidy == nil ? figures(&findings) : []
        report(&findings)
        guard findings.errorCount == before else { return nil }
        return Layout(code: code, level: level, rules: rules, period: period, role: role, figures: figures, tidy: tidyPositions)
    }

    /// Position of a column that must be there; nil when none is asked.
    private mutating func position(_ name: String?, _ findings: inout Findings) -> Int? {
        guard let name else { return nil }
        switch finder.find(name: name) {
        case .found(let index):
            used.insert(index)
            return index
        case .ambiguous(let all): findings.error(source, column: name, LayoutFinder.ambiguous(all.map { finder.columns[$0] }))
        case .absent, .needsMetadata: findings.error(source, column: name, LayoutFinder.missing)
        }
        return nil
    }

    private mutating func tidyPositions(_ findings: inout Findings) -> Layout.TidyPositions? {
        guard let tidy, let measure = position(tidy.measure, &findings), let value = position(tidy.value, &findings) else { return nil }
        return Layout.TidyPositions(
            measure: measure, value: value, lower: position(tidy.lower, &findings), upper: position(tidy.upper, &findings),
            attribute: position(tidy.attribute, &findings))
    }

    private mutating func figures(_ findings: inout Findings) -> [(column: Int, position: Int)] {
        var figures: [(column: Int, position: Int)] = []
        for (index, column) in mapping.columns.enumerated() {
            if let position = LayoutFinder.find(column, in: finder, source: source, findings: &findings, used: &used) { figures.append((index, position)) }
        }
        return figures
    }

    /// Position of a mapped column; trouble is an error, or less for an optional column.
    static func find(_ column: Mapping.Column, in finder: ColumnFinder, source: String, findings: inout Findings, used: inout Set<Int>) -> Int? {
        let name = column.selector.description
        switch finder.find(column.selector) {
        case .found(let index):
            used.insert(index)
            return index
        case .absent:
            if column.isOptional { findings.note(source, column: name, missing) } else { findings.error(source, column: name, missing) }
        case .ambiguous(let all):
            used.formUnion(all)
            let reason = ambiguous(all.map { finder.columns[$0] })
            if column.isOptional { findings.warning(source, column: name, reason) } else { findings.error(source, column: name, reason) }
        case .needsMetadata:
            if column.isOptional { findings.warning(source, column: name, needsMetadata) } else { findings.error(source, column: name, needsMetadata) }
        }
        return nil
    }

    /// Notes on columns that are left out on purpose and on those that nobody mentions.
    private mutating func report(_ findings: inout Findings) {
        for skip in mapping.skip {
            for index in Set(skip.columns.flatMap { finder.all(named: $0) }).subtracting(used).sorted() {
                used.insert(index)
                findings.note(source, column: finder.columns[index].key, skip.reason)
            }
        }
        for index in finder.columns.indices where !used.contains(index) {
            findings.note(source, column: finder.columns[index].key, LayoutFinder.notMapped)
        }
    }

    static let missing = Localized(nl: "Deze kolom ontbreekt.", en: "This column is missing.")
    static let notMapped = Localized(nl: "Deze kolom staat niet in de mapping en wordt niet gelezen.", en: "This column is not in the mapping and is not read.")
    static let needsMetadata = Localized(
        nl: "Deze kolom is alleen op titel te vinden. Geef de metadata van de tabel erbij.",
        en: "This column can only be found by its title. Give the metadata of the table too.")

    static func ambiguous(_ columns: [ColumnDescription]) -> Localized {
        let names = columns.prefix(6).map { column in
            let place = (column.path + [column.title, column.unit.map { "(\($0))" }].compactMap { $0 }).joined(separator: " / ")
            return place.isEmpty ? column.key : "\(column.key) [\(place)]"
        }.joined(separator: ", ")
        return Localized(
            nl: "Meer dan een kolom past hierbij: \(names). Geef titel, eenheid of groep, en de metadata van de tabel.",
            en: "More than one column fits: \(names). Give title, unit or group, and the metadata of the table.")
    }
}
