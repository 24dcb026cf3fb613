import Core
import Foundation
import Measures

/// An index with what is left of its ranking when its maker had chosen otherwise.
package struct IndexDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let score: Double?
        /// 1 for the highest score, ties at the best place.
        package let rank: Int?
        /// Best and worst place, in 5 to 95 % of the runs.
        package let rankLow: Int?
        package let rankHigh: Int?
        /// Part of the runs in which the area is in the worst tenth, 0 to 1.
        package let worstTenth: Double?
        /// `unknown` where less than 70 % of the weight is known; otherwise left out.
        package let state: String?

        private enum CodingKeys: String, CodingKey {
            case id, score, rank, state
            case rankLow = "rank_low"
            case rankHigh = "rank_high"
            case worstTenth = "worst_tenth"
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(score, forKey: .score)
            try container.encode(rank, forKey: .rank)
            try container.encode(rankLow, forKey: .rankLow)
            try container.encode(rankHigh, forKey: .rankHigh)
            try container.encode(worstTenth, forKey: .worstTenth)
            try container.encodeIfPresent(state, forKey: .state)
        }
    }

    package let areas: [Area]

    package var table: TextTable {
        TextTable(
            header: ["id", "score", "rank", "rank_low", "rank_high", "worst_tenth"],
            rows: areas.map { area in
                [area.id, Figure.text(area.score)] + [area.rank, area.rankLow, area.rankHigh].map { Figure.text($0) } + [Figure.text(area.worstTenth)]
            })
    }
}

extension ValueTable {
    /// - Parameters:
    ///   - runs: 1 to 50,000
    /// - Throws: ``InputFailure``, `Cancelled`
    package func index(id: String, _ file: IndexFile, runs: Int, seed: UInt64, execution: Execution = .plain) throws -> Analysed<IndexDocument> {
        let ids = try ids(id)
        let columns = try file.indicators.map { try PreparedIndicator($0, of: self, file) }
        let normalised = zip(file.indicators, columns).map { $0.normalisation($1.values, higherIsBetter: $0.isHigherBetter) }
        if file.mean != .arithmetic, let place = normalised.firstIndex(where: { $0.contains { $0 <= 0 } }) {
            let reason = Localized(
                nl: "Dit gemiddelde vraagt om waarden boven 0. Neem bijvoorbeeld scale: [1, 100].",
                en: "This mean needs values above 0. Use for example scale: [1, 100].")
            throw InputFailure(file.source, column: file.indicators[place].column, reason)
        }
        var choices = file.choices
        (choices.runs, choices.seed) = (runs, seed)
        guard let index = CompositeIndex(normalised, framework: file.framework, mean: file.mean), index.used > 0,
            let runs = try indexUncertainty(columns.map(\.indicator), framework: file.framework, choices: choices, execution: execution)
        else {
            throw InputFailure(name, Localized(nl: "Te weinig rijen: van geen gebied is 70 % bekend.", en: "Too few rows: of no area 70 % is known."))
        }
        let ranking = Distribution(index.scores)
        let areas = ids.indices.map { row in
            let (score, run) = (index.scores[row].known, runs.areas[row])
            return IndexDocument.Area(
                id: ids[row], score: score, rank: score.flatMap { ranking.standing(of: $0) }.map { $0.higher + 1 }, rankLow: run?.range.lowerBound,
                rankHigh: run?.range.upperBound, worstTenth: run?.worstShare, state: score == nil ? "unknown" : nil)
        }
        return Analysed(IndexDocument(areas: areas), notes: columns.flatMap(\.notes) + overlaps(index, file))
    }

    private func overlaps(_ index: CompositeIndex, _ file: IndexFile) -> [Diagnostic] {
        guard let first = index.overlaps.max(by: { abs($0.correlation) < abs($1.correlation) }) else { return [] }
        let pair = "\(file.indicators[first.first].column), \(file.indicators[first.second].column)"
        let reason = Localized(
            nl: "\(index.overlaps.count) paren indicatoren zeggen bijna hetzelfde en tellen dubbel; het meest: \(pair).",
            en: "\(index.overlaps.count) pairs of indicators say nearly the same and count double; most of all: \(pair).")
        return [Diagnostic(.note, source: file.source, reason: reason)]
    }
}

/// A column divided, filled in and freed of outliers, with its ends.
private struct PreparedIndicator {
    let values: [Double]
    let indicator: IndexIndicator
    let notes: [Diagnostic]

    init(_ indicator: IndexFile.Indicator, of table: ValueTable, _ file: IndexFile) throws(InputFailure) {
        let raw = try Self.divided(indicator.column, indicator, table)
        var values = raw
        if file.imputes { values = Self.filled(raw, groups: try file.imputationGroup.map { group throws(InputFailure) in try table.texts(group) }) }
        notes = Diagnostic.leftOut(raw.count { !$0.isFinite }, of: raw.count, source: table.name, column: indicator.column)
        var bounds: [ClosedRange<Double>?] = []
        if let lower = indicator.lower, let upper = indicator.upper {
            let ends = (try Self.divided(lower, indicator, table), try Self.divided(upper, indicator, table))
            for row in raw.indices {
                let isKnown = raw[row].isFinite && ends.0[row].isFinite && ends.1[row].isFinite
                bounds.append(isKnown ? min(ends.0[row], ends.1[row])...max(ends.0[row], ends.1[row]) : nil)
            }
        }
        if file.treatsOutliers {
            let treatment = OutlierTreatment(values)
            bounds = Self.moved(bounds, treatment, values)
            values = treatment.values
        }
        self.values = values
        self.indicator = IndexIndicator(values, bounds: bounds, draw: indicator.draw, higherIsBetter: indicator.isHigherBetter)
    }

    private static func divided(_ column: String, _ indicator: IndexFile.Indicator, _ table: ValueTable) throws(InputFailure) -> [Double] {
        let values = try table.numbers(column)
        guard let denominator = indicator.denominator else { return values }
        return zip(values, try table.numbers(denominator)).map { value, whole in (value / whole).known ?? .nan }
    }

    /// With the mean of the known values, or of those in the same group.
    private static func filled(_ values: [Double], groups: [String]?) -> [Double] {
        var sums: [String: (sum: Double, count: Double)] = [:]
        for (row, value) in values.enumerated() where value.isFinite {
            let group = groups?[row] ?? ""
            let so = sums[group] ?? (0, 0)
            sums[group] = (so.sum + value, so.count + 1)
        }
        return values.enumerated().map { row, value in
            guard !value.isFinite, let known = sums[groups?[row] ?? ""] else { return value }
            return known.sum / known.count
        }
    }

    /// Ends treated as their values were.
    private static func moved(_ bounds: [ClosedRange<Double>?], _ treatment: OutlierTreatment, _ original: [Double]) -> [ClosedRange<Double>?] {
        let known = Distribution(treatment.action == .logarithm ? original : treatment.values)
        guard treatment.action != .none, let low = known.lowest, let high = known.highest else { return bounds }
        return bounds.map { bounds in
            guard let bounds else { return nil }
            let ends = (min(max(bounds.lowerBound, low), high), min(max(bounds.upperBound, low), high))
            guard treatment.action == .logarithm else { return ends.0...ends.1 }
            let floor = 0.01 * (high - low)
            return log(ends.0 - low + floor)...log(ends.1 - low + floor)
        }
    }
}
