import Core
import Measures

/// How many problems come together where.
package struct StackingDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        /// Weighted number of known themes beyond their cut-off, and the same if all unknown ones were beyond theirs.
        package let count: Double
        package let highest: Double
        /// Part of the weight that is known, 0 to 1.
        package let known: Double
        /// Nil where less than 70 % of the weight is known.
        package let stacked: Bool?
        /// The themes beyond their cut-off.
        package let beyond: [String]
        /// `unknown` where too little is known; otherwise left out.
        package let state: String?

        private enum CodingKeys: String, CodingKey { case id, count, highest, known, stacked, beyond, state }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(count, forKey: .count)
            try container.encode(highest, forKey: .highest)
            try container.encode(known, forKey: .known)
            try container.encode(stacked, forKey: .stacked)
            try container.encode(beyond, forKey: .beyond)
            try container.encodeIfPresent(state, forKey: .state)
        }
    }

    /// Share of areas that are stacked (H), mean share of themes among them (A), and H·A (M0).
    package let headcount: Double
    package let intensity: Double
    package let adjusted: Double
    package let areas: [Area]

    private enum CodingKeys: String, CodingKey {
        case headcount = "H"
        case intensity = "A"
        case adjusted = "M0"
        case areas
    }

    package var table: TextTable {
        TextTable(
            facts: [("H", Figure.text(headcount)), ("A", Figure.text(intensity)), ("M0", Figure.text(adjusted))],
            header: ["id", "count", "highest", "known", "stacked", "beyond"],
            rows: areas.map { area in
                let numbers = [area.count, area.highest, area.known].map { Figure.text($0) }
                return [area.id] + numbers + [Figure.text(area.stacked), area.beyond.joined(separator: " ")]
            })
    }
}

extension ValueTable {
    /// Alkire and Foster's counting, each area counting once.
    ///
    /// - Parameters:
    ///   - k: stacked from this weighted number of themes
    ///   - cutoffs: see ``CutoffList``
    /// - Throws: ``InputFailure``
    package func stacking(id: String, cutoffs: CutoffList, k: Double) throws -> Analysed<StackingDocument> {
        let ids = try ids(id)
        guard k > 0, k <= Double(cutoffs.columns.count) else {
            let reason = Localized(nl: "Kies een getal boven 0, tot \(cutoffs.columns.count).", en: "Choose a number above 0, up to \(cutoffs.columns.count).")
            throw InputFailure("--k", value: "\(k)", reason)
        }
        let columns = try cutoffs.columns.map { try numbers($0) }
        let rows = ids.indices.map { row in columns.map { $0[row] } }
        guard let result = AlkireFoster(rows, themes: cutoffs.themes, cutoff: k) else {
            throw InputFailure(name, Localized(nl: "Te weinig rijen: van geen gebied is 70 % bekend.", en: "Too few rows: of no area 70 % is known."))
        }
        let areas = ids.indices.map { row in
            let area = result.areas[row]
            let beyond = cutoffs.columns.indices.filter { cutoffs.themes[$0].isBeyond(rows[row][$0]) }.map { cutoffs.columns[$0] }
            return StackingDocument.Area(
                id: ids[row], count: area.count, highest: area.highestCount, known: area.known, stacked: area.isStacked, beyond: beyond,
                state: area.isStacked == nil ? "unknown" : nil)
        }
        let document = StackingDocument(headcount: result.headcount, intensity: result.intensity, adjusted: result.adjusted, areas: areas)
        return Analysed(
            document,
            notes: zip(cutoffs.columns, columns).flatMap { column, values in
                Diagnostic.leftOut(values.count { $0.isNaN }, of: values.count, source: name, column: column)
            })
    }
}
