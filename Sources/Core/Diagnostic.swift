/// Trouble found in delivered data: where it stands, what stood there, and why it cannot be used.
///
/// An import collects all of them and then changes everything or nothing.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable, Hashable {
        /// The import changes nothing.
        case error
        /// The import goes on; a person should look.
        case warning
        /// Worth knowing: a column that is not mapped, an area that is not known.
        case note
    }

    package let severity: Severity
    /// File, page or address the data came from.
    package let source: String
    /// Line in the file, counted from 1 with the header as line 1; nil where the trouble is not in one row.
    package let row: Int?
    /// Column name as it stands in the source.
    package let column: String?
    /// The value as received, at most 80 characters.
    package let value: String?
    package let reason: Localized

    package init(_ severity: Severity, source: String, row: Int? = nil, column: String? = nil, value: String? = nil, reason: Localized) {
        self.severity = severity
        self.source = source
        self.row = row
        self.column = column
        self.value = value.map { String($0.prefix(80)) }
        self.reason = reason
    }

    /// One line for a terminal: `kwb.csv, row 12, column inwoners, value "abc": not a number`. Control characters of a hostile file do not reach it.
    package func line(in language: Language) -> String {
        var place = [source]
        if let row { place.append(language == .nl ? "rij \(row)" : "row \(row)") }
        if let column { place.append(language == .nl ? "kolom \(column)" : "column \(column)") }
        if let value { place.append(language == .nl ? "waarde \"\(value)\"" : "value \"\(value)\"") }
        let line = (place.joined(separator: ", ") + ": " + reason[language]).unicodeScalars.map { scalar in
            let kind = scalar.properties.generalCategory
            return [.control, .format, .lineSeparator, .paragraphSeparator].contains(kind) ? "\u{FFFD}" : Character(scalar)
        }
        return String(line)
    }
}

/// An import that changed nothing, with every reason found.
package struct ImportRefused: Error, Sendable {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

/// Tells how far long work has come. Called often; the receiver decides how often to show it.
package struct WorkProgress: Sendable {
    package typealias Report = @Sendable (_ stage: Localized, _ done: Int, _ total: Int?) -> Void

    private let report: Report

    package init(_ report: @escaping Report) {
        self.report = report
    }

    /// Nobody watches.
    package static let silent = WorkProgress { _, _, _ in }

    /// - Parameters:
    ///   - done: units of work finished in this stage
    ///   - total: units in all, nil when not known beforehand
    package func callAsFunction(_ stage: Localized, _ done: Int, of total: Int? = nil) {
        report(stage, done, total)
    }
}
