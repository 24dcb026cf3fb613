import Core

/// Input that cannot be used: which file, which row, which column, and why.
package struct InputFailure: Error, Sendable, Hashable {
    package let diagnostic: Diagnostic

    /// - Parameters:
    ///   - source: name of the file, or of an option
    ///   - row: line in the file, 1 for the header
    ///   - value: as it stands in the file
    package init(_ source: String, row: Int? = nil, column: String? = nil, value: String? = nil, _ reason: Localized) {
        diagnostic = Diagnostic(.error, source: source, row: row, column: column, value: value, reason: reason)
    }

    /// One line for a terminal.
    package func line(in language: Language) -> String { diagnostic.line(in: language) }
}

/// The result of an analysis, and what its reader must know about the input: what was left out, and why.
package struct Analysed<Document: Sendable>: Sendable {
    package let document: Document
    package let notes: [Diagnostic]

    package init(_ document: Document, notes: [Diagnostic] = []) {
        (self.document, self.notes) = (document, notes)
    }
}

extension Diagnostic {
    /// Values that take no part, where there are any.
    static func leftOut(_ count: Int, of total: Int, source: String, column: String) -> [Diagnostic] {
        guard count > 0 else { return [] }
        let reason = Localized(
            nl: "Zonder waarde, en dus niet mee: \(count) van de \(total) rijen.", en: "Without a value, and so left out: \(count) of \(total) rows.")
        return [Diagnostic(.note, source: source, column: column, reason: reason)]
    }
}
