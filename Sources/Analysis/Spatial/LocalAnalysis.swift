import Core
import Measures

/// A local measure for every area.
package struct LocalDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let statistic: Double?
        /// Distance from what is expected by chance, in standard deviations.
        package let z: Double?
        /// Two-sided, by conditional permutation.
        package let p: Double?
        /// The p-value adjusted for the number of areas (Benjamini and Hochberg).
        package let q: Double?
        /// 1 high among high, 2 low among high, 3 low among low, 4 high among low. Gi*: 1 hot spot, 3 cold spot.
        package let quadrant: Int?
        /// Whether it is convincing among all areas, at the level that was asked for.
        package let significant: Bool
        /// Why there is no result: `missing` (no value) or `no_neighbours` (none with a value); otherwise left out.
        package let state: String?

        private enum CodingKeys: String, CodingKey { case id, statistic, z, p, q, quadrant, significant, state }

        /// With null for what is not known: the keys are always there, but for the state.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(statistic, forKey: .statistic)
            try container.encode(z, forKey: .z)
            try container.encode(p, forKey: .p)
            try container.encode(q, forKey: .q)
            try container.encode(quadrant, forKey: .quadrant)
            try container.encode(significant, forKey: .significant)
            try container.encodeIfPresent(state, forKey: .state)
        }
    }

    /// Areas with a value.
    package let n: Int
    package let areas: [Area]

    package var table: TextTable {
        let names = [1: "HH", 2: "LH", 3: "LL", 4: "HL"]
        return TextTable(
            facts: [("n", "\(n)"), ("significant", "\(areas.count { $0.significant })")],
            header: ["id", "statistic", "z", "p", "q", "quadrant", "significant"],
            rows: areas.map { area in
                let quadrant = area.quadrant.flatMap { names[$0] } ?? area.state ?? "-"
                let numbers = [area.statistic, area.z, area.p, area.q].map { Figure.text($0) }
                return [area.id] + numbers + [quadrant, Figure.text(area.significant)]
            })
    }
}

extension SpatialTable {
    /// Local Moran with row-standardised weights.
    ///
    /// - Parameter level: part of the areas called significant that may be so by chance
    /// - Throws: ``InputFailure``, `Cancelled`
    package func localMoran(_ permutations: Permutations, level: Double, execution: Execution = .plain) throws -> Analysed<LocalDocument> {
        let result = try field(.rowStandardised).localMoran(permutations, level: level, execution: execution)
        return document(result) { ($0.statistic, $0.score, $0.quadrant.rawValue, $0.significance) }
    }

    /// Gi*: links count 1, an area counts among its own neighbours; the statistic is a z-score itself.
    ///
    /// - Parameter level: part of the areas called significant that may be so by chance
    /// - Throws: ``InputFailure``, `Cancelled`
    package func giStar(_ permutations: Permutations, level: Double, execution: Execution = .plain) throws -> Analysed<LocalDocument> {
        let result = try field(.binary).getisOrdGiStar(permutations, level: level, execution: execution)
        return document(result) { area in
            (area.score, area.score, area.spot.map { $0 == .hot ? 1 : 3 }, area.significance)
        }
    }

    private func document<Values>(
        _ result: LocalAutocorrelation<Values>, _ parts: (Values) -> (statistic: Double, z: Double, quadrant: Int?, significance: LocalSignificance)
    ) -> Analysed<LocalDocument> {
        let areas = zip(ids, result.areas).map { id, area in
            guard let values = area.values else {
                let state = area == .undefined ? "missing" : "no_neighbours"
                return LocalDocument.Area(id: id, statistic: nil, z: nil, p: nil, q: nil, quadrant: nil, significant: false, state: state)
            }
            let part = parts(values)
            return LocalDocument.Area(
                id: id, statistic: part.statistic, z: part.z, p: part.significance.p, q: part.significance.q, quadrant: part.quadrant,
                significant: part.significance.isSignificant, state: nil)
        }
        return Analysed(LocalDocument(n: result.used, areas: areas), notes: notes)
    }
}
