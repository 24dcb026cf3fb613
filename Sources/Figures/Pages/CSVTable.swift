import Core

/// A table as comma-separated values by RFC 4180: lines end in CR LF, the first line is the header.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are ours and stay numbers.
struct CSVTable {
    enum Field {
        case text(String)
        case number(Double)
        case whole(Int)
        case empty

        static func optional(_ value: Double?) -> Field { value.map { .number($0) } ?? .empty }
        static func optional(_ value: String?) -> Field { value.map { .text($0) } ?? .empty }
    }

    private(set) var bytes: [UInt8] = []

    init(_ heads: [String]) {
        row(heads.map { .text($0) })
    }

    mutating func row(_ fields: [Field]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            switch field {
            case .text(let text): append(text)
            // The shortest digits that give the same number back, with a point.
            case .number(let value): if value.isFinite { bytes.append(contentsOf: Self.digits(value).utf8) }
            case .whole(let value): bytes.append(contentsOf: String(value).utf8)
            case .empty: break
            }
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    private static func digits(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private mutating func append(_ text: String) {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let isQuoted = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B }
        if isQuoted { bytes.append(0x22) }
        if isFormula { bytes.append(0x27) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(0x22) }
    }
}

/// Figures of areas as rows: one per area, figure and period.
struct FigureRows {
    private var table = CSVTable([
        "code", "gebied", "niveau", "indeling", "sleutel", "cijfer", "thema", "periode", "waarde", "ondergrens", "bovengrens", "soort_marge", "stand", "reden",
        "vergelijkbaar", "eenheid", "uitgever", "tabel", "levering", "opgehaald", "licentie", "naamsvermelding",
    ])

    var bytes: [UInt8] { table.bytes }

    mutating func add(_ profile: ProfileDocument) {
        let sources = Dictionary(profile.sources.map { ("\($0.key):\($0.number)", $0) }, uniquingKeysWith: { first, _ in first })
        for figure in profile.figures {
            for observation in figure.observations { table.row(Self.row(profile.area, figure, observation, sources[observation.source])) }
        }
    }

    private static func row(
        _ area: ProfileDocument.AreaItem, _ figure: ProfileDocument.FigureItem, _ item: ProfileDocument.ObservationItem, _ source: ProfileDocument.SourceItem?
    ) -> [CSVTable.Field] {
        [
            .text(area.code), .text(area.name), .text(area.level.rawValue), .whole(area.year), .text(figure.key), .text(figure.name.nl), .text(figure.theme),
            .text(item.period), .optional(item.value), .optional(item.margin?.lower), .optional(item.margin?.upper), .optional(item.margin?.kind),
            .text(item.status), .optional(item.reason?.code), .text(item.isComparable ? "ja" : "nee"), .text(unit(figure.unit)),
            .optional(source?.publisher), .optional(source?.table), .text(item.source), .optional(source?.retrieved), .optional(source?.licence),
            .optional(source?.attribution),
        ]
    }

    /// The unit of the source: `x 1000 €`, `%`, `km`.
    private static func unit(_ unit: ProfileDocument.UnitItem) -> String {
        let words = (unit.prefix + unit.suffix.nl).split(separator: " ").joined(separator: " ")
        return unit.factor == 1 ? words : "x \(Int(unit.factor)) " + words
    }
}
