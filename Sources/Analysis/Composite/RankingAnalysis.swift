import Core
import Measures

/// The places that areas can have in a list from high to low.
package struct RankingDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let value: Double?
        /// What the places were worked out from.
        package let lower: Double?
        package let upper: Double?
        /// Best and worst place, 1 for the highest value.
        package let bestRank: Int?
        package let worstRank: Int?
        /// The same among the areas of another table.
        package let bestAmong: Int?
        package let worstAmong: Int?
        /// `missing` where there is no value; otherwise left out.
        package let state: String?

        private enum CodingKeys: String, CodingKey {
            case id, value, lower, upper
            case bestRank = "rank_low"
            case worstRank = "rank_high"
            case bestAmong = "among_low"
            case worstAmong = "among_high"
            case state
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(value, forKey: .value)
            try container.encode(lower, forKey: .lower)
            try container.encode(upper, forKey: .upper)
            try container.encode(bestRank, forKey: .bestRank)
            try container.encode(worstRank, forKey: .worstRank)
            try container.encode(bestAmong, forKey: .bestAmong)
            try container.encode(worstAmong, forKey: .worstAmong)
            try container.encodeIfPresent(state, forKey: .state)
        }
    }

    /// Areas with a value.
    package let n: Int
    /// Areas of the other table with a value; nil without such a table.
    package let among: Int?
    package let areas: [Area]

    private enum CodingKeys: String, CodingKey { case n, among, areas }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(n, forKey: .n)
        try container.encode(among, forKey: .among)
        try container.encode(areas, forKey: .areas)
    }

    package var table: TextTable {
        let isAmong = among != nil
        return TextTable(
            facts: [("n", String(n))] + (isAmong ? [("among", Figure.text(among))] : []),
            header: ["id", "value", "lower", "upper", "rank_low", "rank_high"] + (isAmong ? ["among_low", "among_high"] : []),
            rows: areas.map { area in
                [area.id] + [area.value, area.lower, area.upper].map { Figure.text($0) } + [area.bestRank, area.worstRank].map { Figure.text($0) }
                    + (isAmong ? [area.bestAmong, area.worstAmong].map { Figure.text($0) } : [])
            })
    }
}

extension ValueTable {
    /// Best place: 1 + the areas that surely stand higher; worst place: n − the areas that surely stand lower.
    ///
    /// - Parameters:
    ///   - margins: columns with the ends of each value's margin
    ///   - step: of the last digit; a value without a margin stands for all that are written with the same digits. Nil: it is exact
    ///   - among: a table with the same columns, for the places of areas with a margin among its areas
    /// - Throws: ``InputFailure``
    package func ranking(
        id: String, column: String, margins: MarginColumns? = nil, step: Double? = nil, among other: ValueTable? = nil
    ) throws -> Analysed<RankingDocument> {
        let ids = try ids(id), values = try numbers(column)
        if let step, !(step > 0 && step.isFinite) {
            throw InputFailure("--step", value: "\(step)", Localized(nl: "Kies een getal boven 0.", en: "Choose a number above 0."))
        }
        let given = try margins.map { try self.margins($0) } ?? ids.map { _ in nil }
        let used = zip(values, given).map { value, margin -> ClosedRange<Double>? in
            value.isNaN ? nil : margin ?? RankRanges.margin(ofPrinted: value, step: step ?? 0)
        }
        let ranges = RankRanges(used)
        guard ranges.count > 0 else {
            throw InputFailure(name, column: column, Localized(nl: "Te weinig rijen: geen waarden.", en: "Too few rows: no values."))
        }
        let country = try other.map { try RankRanges($0.exactMargins(column, margins)) }
        let areas = ids.indices.map { row in
            let places = used[row].map(ranges.places)
            let among = country.flatMap { country in used[row] != nil ? given[row].map(country.places) : nil }
            return RankingDocument.Area(
                id: ids[row], value: values[row].known, lower: used[row]?.lowerBound, upper: used[row]?.upperBound, bestRank: places?.lowerBound,
                worstRank: places?.upperBound, bestAmong: among?.lowerBound, worstAmong: among?.upperBound, state: used[row] == nil ? "missing" : nil)
        }
        return Analysed(
            RankingDocument(n: ranges.count, among: country?.count, areas: areas),
            notes: Diagnostic.leftOut(count - ranges.count, of: count, source: name, column: column))
    }

    /// The margin of each value; the value itself where it has none.
    private func exactMargins(_ column: String, _ margins: MarginColumns?) throws(InputFailure) -> [ClosedRange<Double>?] {
        let values = try numbers(column)
        let given: [ClosedRange<Double>?] = if let margins { try self.margins(margins) } else { values.map { _ in nil } }
        return zip(values, given).map { value, margin in value.isNaN ? nil : margin ?? value...value }
    }
}
