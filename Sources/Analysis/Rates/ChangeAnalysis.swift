import Core
import Measures

/// What a figure of areas did between two periods, and whether that can be said.
package struct ChangeDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let before: Double?
        package let after: Double?
        package let difference: Double?
        /// Interval of the difference.
        package let lower: Double?
        package let upper: Double?
        package let p: Double?
        /// `up`, `down`, `up_alone`, `down_alone`, `unclear`, `cannot_say`, `missing`.
        package let finding: String
        /// Change to expect from regression to the mean alone.
        package let expected: Double?

        private enum CodingKeys: String, CodingKey { case id, before, after, difference, lower, upper, p, finding, expected }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(before, forKey: .before)
            try container.encode(after, forKey: .after)
            try container.encode(difference, forKey: .difference)
            try container.encode(lower, forKey: .lower)
            try container.encode(upper, forKey: .upper)
            try container.encode(p, forKey: .p)
            try container.encode(finding, forKey: .finding)
            try container.encode(expected, forKey: .expected)
        }
    }

    /// Areas with both values.
    package let n: Int
    /// Areas that took part in the correction for many areas.
    package let family: Int
    /// Correlation between the two periods; nil where it cannot be said.
    package let correlation: Double?
    package let areas: [Area]

    private enum CodingKeys: String, CodingKey {
        case n, family
        case correlation = "rho"
        case areas
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(n, forKey: .n)
        try container.encode(family, forKey: .family)
        try container.encode(correlation, forKey: .correlation)
        try container.encode(areas, forKey: .areas)
    }

    package var table: TextTable {
        TextTable(
            facts: [("n", String(n)), ("family", String(family)), ("rho", Figure.text(correlation))],
            header: ["id", "before", "after", "difference", "lower", "upper", "p", "finding", "expected"],
            rows: areas.map { area in
                let numbers = [area.before, area.after, area.difference, area.lower, area.upper, area.p]
                return [area.id] + numbers.map { Figure.text($0) } + [area.finding, Figure.text(area.expected)]
            })
    }

    static func name(_ finding: PeriodChange.Finding) -> String {
        switch finding {
        case .up: "up"
        case .down: "down"
        case .upAlone: "up_alone"
        case .downAlone: "down_alone"
        case .unclear: "unclear"
        case .cannotSay: "cannot_say"
        case .missing: "missing"
        }
    }
}

/// The columns of a comparison of two periods.
package struct ChangeColumns: Sendable, Hashable {
    package enum Basis: Sendable, Hashable {
        /// The same for every row.
        case all(PeriodChange.Basis)
        /// A column that says it row by row; empty means none.
        case column(String)
    }

    package var before: String
    package var after: String
    package var beforeMargins: MarginColumns?
    package var afterMargins: MarginColumns?
    package var basis: Basis

    package init(
        before: String, after: String, beforeMargins: MarginColumns? = nil, afterMargins: MarginColumns? = nil, basis: Basis = .all(.chance)
    ) {
        (self.before, self.after, self.beforeMargins, self.afterMargins, self.basis) = (before, after, beforeMargins, afterMargins, basis)
    }
}

extension ValueTable {
    /// Differences with their interval (Newcombe), corrected for many areas (Benjamini and Hochberg, 5 %), beside the change to expect from regression
    /// to the mean alone.
    ///
    /// - Throws: ``InputFailure``
    package func change(id: String, _ columns: ChangeColumns) throws -> Analysed<ChangeDocument> {
        let ids = try ids(id)
        let before = try numbers(columns.before), after = try numbers(columns.after)
        let beforeMargins = try columns.beforeMargins.map { try margins($0) }, afterMargins = try columns.afterMargins.map { try margins($0) }
        let basis = try self.basis(columns.basis)
        let found = PeriodChanges(
            ids.indices.map { row in
                PeriodChange(from: before[row], beforeMargins?[row], to: after[row], afterMargins?[row], basis: basis[row])
            })
        let used = found.changes.count { $0 != nil }
        guard used > 0 else {
            throw InputFailure(
                name, column: columns.after, Localized(nl: "Te weinig rijen: geen gebied met beide waarden.", en: "Too few rows: no area with both values."))
        }
        let areas = ids.indices.map { row in
            let change = found.changes[row]
            return ChangeDocument.Area(
                id: ids[row], before: before[row].known, after: after[row].known, difference: change?.difference.known,
                lower: change?.interval?.lowerBound.known, upper: change?.interval?.upperBound.known, p: change?.p?.known,
                finding: ChangeDocument.name(found.findings[row]), expected: found.expected(row)?.known)
        }
        return Analysed(
            ChangeDocument(n: used, family: found.family, correlation: found.regression?.correlation, areas: areas),
            notes: Diagnostic.leftOut(count - used, of: count, source: name, column: columns.after))
    }

    private func basis(_ basis: ChangeColumns.Basis) throws(InputFailure) -> [PeriodChange.Basis] {
        switch basis {
        case .all(let basis): return Array(repeating: basis, count: count)
        case .column(let column):
            var found: [PeriodChange.Basis] = []
            for (row, word) in try texts(column).enumerated() {
                guard let basis = word.isEmpty ? PeriodChange.Basis.none : PeriodChange.Basis(rawValue: word) else {
                    let words = PeriodChange.Basis.allCases.map(\.rawValue).joined(separator: ", ")
                    throw InputFailure(
                        name, row: lines[row], column: column, value: word, Localized(nl: "Kies uit: \(words).", en: "Choose from: \(words)."))
                }
                found.append(basis)
            }
            return found
        }
    }
}
