import Core
import Foundation

/// What one source delivered, checked and typed by column: every column has one entry for every area.
package struct DeliveredTable: Sendable {
    /// The mapping it was read with: source, licence, attribution, boundary year.
    package let mapping: Mapping
    /// The areas in the order of the source, without repeats; the country is always `NL00`.
    package let codes: [AreaCode]
    /// For each area the line (CSV) or row (OData, counted from 1) where it was first seen.
    package let rowNumbers: [Int]
    package let columns: [DeliveredColumn]
    /// When the bytes were fetched or the file was handed over.
    package let retrieved: Date
    /// The source's own time of its edition, as it writes it; nil when it does not say.
    package let modified: String?
    /// Notes and warnings: skipped and unmapped columns, rows left out, columns without figures.
    package let notes: [Diagnostic]
    /// What the table says of the areas themselves; empty unless the mapping names such columns.
    package let areas: [DeliveredArea]
}

/// One indicator in one period, for all areas of its table.
package struct DeliveredColumn: Sendable {
    /// Key in the catalogue of indicators.
    package let indicator: String
    package let period: Period
    package let role: MeasureRole
    package let status: FigureStatus
    /// Name of the column or measure at the source.
    package let sourceColumn: String
    /// Unit as the source's metadata write it; nil without metadata.
    package let sourceUnit: String?
    /// One per area; NaN where ``missing`` says why.
    package let values: [Double]
    /// One ``MissingReason`` per area as its raw value; 0 where there is a figure.
    package let missing: [UInt8]
    /// Most decimals found in the source's own digits.
    package let decimals: Int

    /// Why area `row` has no figure; `none` where it has one.
    package func reason(_ row: Int) -> MissingReason { MissingReason(rawValue: missing[row]) ?? .blank }
}

/// Rules from outside that a delivery is checked against.
package struct DeliveryChecks: Sendable {
    /// What values an indicator can have, nil for any: a share 0 to 100, a count from 0.
    package var range: @Sendable (_ indicator: String) -> ClosedRange<Double>?
    /// Whether an area exists in the boundaries of the year. An unknown one is a note, not an error.
    package var isKnown: @Sendable (AreaCode) -> Bool

    package init(
        range: @escaping @Sendable (_ indicator: String) -> ClosedRange<Double>? = { _ in nil }, isKnown: @escaping @Sendable (AreaCode) -> Bool = { _ in true }
    ) {
        self.range = range
        self.isKnown = isKnown
    }
}

/// Collects trouble; keeps the first of each kind and counts the rest, so that a broken file of a million rows does not fill the memory.
struct Findings {
    /// Kept errors, and kept notes and warnings.
    static let most = 1_000

    private(set) var errors: [Diagnostic] = []
    private(set) var notes: [Diagnostic] = []
    private(set) var errorCount = 0
    private var noteCount = 0

    mutating func add(_ diagnostic: @autoclosure () -> Diagnostic, isError: Bool) {
        if isError {
            errorCount += 1
            if errors.count < Findings.most { errors.append(diagnostic()) }
        } else {
            noteCount += 1
            if notes.count < Findings.most { notes.append(diagnostic()) }
        }
    }

    mutating func error(_ source: String, row: Int? = nil, column: String? = nil, value: String? = nil, _ reason: Localized) {
        add(Diagnostic(.error, source: source, row: row, column: column, value: value, reason: reason), isError: true)
    }

    mutating func warning(_ source: String, row: Int? = nil, column: String? = nil, value: String? = nil, _ reason: Localized) {
        add(Diagnostic(.warning, source: source, row: row, column: column, value: value, reason: reason), isError: false)
    }

    mutating func note(_ source: String, row: Int? = nil, column: String? = nil, value: String? = nil, _ reason: Localized) {
        add(Diagnostic(.note, source: source, row: row, column: column, value: value, reason: reason), isError: false)
    }

    /// The whole table is refused as soon as there is one error.
    func refusal(of source: String) -> ImportRefused? {
        guard errorCount > 0 else { return nil }
        var all = errors
        if errorCount > errors.count {
            let more = errorCount - errors.count
            all.append(
                Diagnostic(
                    .error, source: source,
                    reason: Localized(nl: "En nog \(more) fouten die niet in de lijst staan.", en: "And \(more) more errors that are not listed.")))
        }
        return ImportRefused(all + notes)
    }

    /// Notes and warnings, with a count of those that were not kept.
    func remarks(of source: String) -> [Diagnostic] {
        guard noteCount > notes.count else { return notes }
        let more = noteCount - notes.count
        let last = Localized(nl: "En nog \(more) opmerkingen die niet in de lijst staan.", en: "And \(more) more remarks that are not listed.")
        return notes + [Diagnostic(.note, source: source, reason: last)]
    }
}
