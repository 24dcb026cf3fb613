import Core

/// Tells for a file with one row per measure which mapped column a row belongs to.
struct MeasureFinder {
    private enum Place {
        case mapped(Int)
        case leftOut
    }

    private let mapping: Mapping
    private var texts = Interner()
    private var places: [Place] = []
    /// Code or name of the measure per mapped column, as far as it is found.
    private var keys: [Int: String] = [:]
    /// With metadata every measure is known beforehand.
    private var known: [String: Int]?
    private var descriptions: [String: ColumnDescription] = [:]

    init(mapping: Mapping, metadata: TableMetadata?, source: String, findings: inout Findings) {
        self.mapping = mapping
        guard let metadata, !metadata.columns.isEmpty else { return }
        let finder = ColumnFinder(metadata.columns)
        var known: [String: Int] = [:]
        var used: Set<Int> = []
        for (index, column) in mapping.columns.enumerated() {
            if let place = LayoutFinder.find(column, in: finder, source: source, findings: &findings, used: &used) {
                known[metadata.columns[place].key] = index
                keys[index] = metadata.columns[place].key
            }
        }
        self.known = known
        for column in metadata.columns { descriptions[column.key] = column }
    }

    func key(of column: Int) -> String? { keys[column] }

    /// Index of the mapped column, nil for a measure that is not mapped (a note, once).
    mutating func column(_ bytes: [UInt8], _ range: Range<Int>, source: String, findings: inout Findings) -> Int? {
        let text = texts.number(bytes, range)
        if text == places.count { places.append(place(of: texts.texts[text], source: source, findings: &findings)) }
        if case .mapped(let column) = places[text] { return column }
        return nil
    }

    private mutating func place(of text: String, source: String, findings: inout Findings) -> Place {
        if let known {
            if let column = known[text] { return .mapped(column) }
        } else if let column = columnNamed(text) {
            keys[column] = text
            return .mapped(column)
        }
        let description = descriptions[text]
        let finder = ColumnFinder([description ?? ColumnDescription(key: text)])
        let skip = mapping.skip.first { skip in skip.columns.contains { !finder.all(named: $0).isEmpty } }
        let name = description?.title.map { "\(text) \($0)" } ?? text
        findings.note(source, column: name, skip?.reason ?? LayoutFinder.notMapped)
        return .leftOut
    }

    /// Without metadata the measure is found by its name alone.
    private func columnNamed(_ text: String) -> Int? {
        let finder = ColumnFinder([ColumnDescription(key: text)])
        let exact = ColumnDescription.plain(text)
        let fits = mapping.columns.indices.filter { index in
            mapping.columns[index].selector.name.map { finder.find(name: $0) == .found(0) } ?? false
        }
        return fits.first { mapping.columns[$0].selector.name.map(ColumnDescription.plain) == exact } ?? fits.first
    }

    /// Mapped columns that no row was about; with metadata that was reported at the start, and the source may have had nothing to say.
    func reportMissing(source: String, findings: inout Findings) {
        guard known == nil else { return }
        for (index, column) in mapping.columns.enumerated() where keys[index] == nil {
            let name = column.selector.description
            if column.isOptional {
                findings.note(source, column: name, LayoutFinder.missing)
            } else {
                findings.error(source, column: name, LayoutFinder.missing)
            }
        }
    }
}

/// Understands the `ValueAttribute` of OData v4: why a value is missing.
struct AttributeReader {
    private let signs: [String: Mapping.Meaning]
    private var texts = Interner()
    private var reasons: [MissingReason?] = []

    init(signs: [String: Mapping.Meaning]) {
        self.signs = signs
    }

    /// Nil for a plain figure.
    mutating func reason(_ bytes: [UInt8], _ range: Range<Int>?, source: String, findings: inout Findings) -> MissingReason? {
        let text = texts.number(bytes, range ?? 0..<0)
        if text == reasons.count { reasons.append(understand(texts.texts[text], source: source, findings: &findings)) }
        return reasons[text]
    }

    private func understand(_ text: String, source: String, findings: inout Findings) -> MissingReason? {
        if case .missing(let reason)? = signs["attribute:\(text)"] { return reason }
        switch text.lowercased() {
        case "", "none": return nil
        case "impossible", "notapplicable": return .notApplicable
        case "confidential", "secret": return .secret
        case "missing", "unknown", "unreliable": return .unknownOrSecret
        case "notavailable", "notyetavailable": return .notAvailable
        default:
            findings.note(
                source, value: text,
                Localized(
                    nl: "De bron geeft een reden die Leefkring niet kent. Die telt als onbekend of geheim.",
                    en: "The source gives a reason that Leefkring does not know. It counts as unknown or secret."))
            return .unknownOrSecret
        }
    }
}
