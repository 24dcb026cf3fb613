/// Counting of problems that come together (Alkire and Foster 2011). Stacking in an area is not stacking in households.
package struct AlkireFoster: Sendable, Hashable {
    /// One theme: its cut-off and weight.
    package struct Theme: Sendable, Hashable {
        package let cutoff: Double
        /// Above 0; weights are scaled to sum to the number of themes.
        package let weight: Double
        /// True where a value above the cut-off is a problem, false where one below it is. The cut-off itself is none.
        package let problemIsAbove: Bool

        package init(cutoff: Double, weight: Double = 1, problemIsAbove: Bool = true) {
            (self.cutoff, self.weight, self.problemIsAbove) = (cutoff, weight, problemIsAbove)
        }

        package func isBeyond(_ value: Double) -> Bool { problemIsAbove ? value > cutoff : value < cutoff }
    }

    /// How an area stands, with what is unknown left open.
    package struct Area: Sendable, Hashable {
        /// Weighted number of themes beyond their cut-off among the known ones (c).
        package let count: Double
        /// The same if all unknown themes were beyond theirs.
        package let highestCount: Double
        /// Part of the weight that is known, 0 to 1.
        package let known: Double
        /// Nil where less than 70 % of the weight is known.
        package let isStacked: Bool?
        /// What the area adds to M0, before its share of all residents: c/d when stacked, else 0. NaN where unknown.
        package let contribution: Double
    }

    package let areas: [Area]
    /// Share of areas, or of residents, that are stacked (H), mean share of themes among them (A; 0 without any), and H·A (M0).
    package let headcount: Double
    package let intensity: Double
    package let adjusted: Double
    /// M0 if every unknown theme were beyond its cut-off, over all areas.
    package let highestAdjusted: Double
    /// M0 if none were, over all areas.
    package let lowestAdjusted: Double
    /// What each theme adds to M0; they sum to it.
    package let themes: [Double]
    /// How many areas were used.
    package let used: Int

    /// - Parameters:
    ///   - values: one row per area, one value per theme, NaN for missing
    ///   - cutoff: stacked from this weighted number of themes (k), above 0
    ///   - residents: weight of each area; nil for one each
    /// - Returns: nil where the lists do not fit, a weight is not above 0, or no area is known well enough
    package init?(_ values: [[Double]], themes: [Theme], cutoff k: Double, residents: [Double]? = nil) {
        let sum = themes.reduce(0) { $0 + $1.weight }
        let people = residents ?? values.map { _ in 1 }
        guard !themes.isEmpty, themes.allSatisfy({ $0.weight > 0 }), sum.isFinite, k > 0, values.allSatisfy({ $0.count == themes.count }),
            people.count == values.count, people.allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        let size = Double(themes.count)
        let weights = themes.map { $0.weight / sum * size }
        let areas = values.map { Area($0, themes: themes, weights: weights, k: k) }
        let inside = areas.indices.filter { areas[$0].isStacked != nil && people[$0] > 0 }
        let total = inside.reduce(0) { $0 + people[$1] }
        guard total > 0, total.isFinite else { return nil }
        let stacked = inside.filter { areas[$0].isStacked == true }
        let headcount = stacked.reduce(0) { $0 + people[$1] / total }
        let adjusted = stacked.reduce(0) { $0 + people[$1] / total * areas[$1].contribution }
        (self.areas, self.headcount, self.adjusted, used) = (areas, headcount, adjusted, inside.count)
        intensity = headcount > 0 ? adjusted / headcount : 0
        self.themes = themes.indices.map { theme in
            stacked.reduce(0) { sum, area in
                let value = values[area][theme]
                return value.isFinite && themes[theme].isBeyond(value) ? sum + people[area] / total * weights[theme] / size * areas[area].scale : sum
            }
        }
        let everyone = people.reduce(0, +)
        func extreme(_ counts: [Double]) -> Double {
            zip(counts, people).reduce(0) { sum, area in Self.reaches(area.0, k) ? sum + area.1 / everyone * area.0 / size : sum }
        }
        (lowestAdjusted, highestAdjusted) = (extreme(areas.map(\.count)), extreme(areas.map(\.highestCount)))
    }

    /// Sums of weights as fractions may fall a rounding error short of a whole number.
    fileprivate static func reaches(_ count: Double, _ k: Double) -> Bool { count >= k - 1e-9 }
}

extension AlkireFoster.Area {
    fileprivate init(_ values: [Double], themes: [AlkireFoster.Theme], weights: [Double], k: Double) {
        var (count, unknown) = (0.0, 0.0)
        for (index, value) in values.enumerated() {
            if !value.isFinite { unknown += weights[index] } else if themes[index].isBeyond(value) { count += weights[index] }
        }
        let size = Double(weights.count)
        self.count = count
        highestCount = count + unknown
        known = 1 - unknown / size
        let isKnown = known >= WeightedMean.leastKnown - 1e-12
        // Over the known themes: the count is raised to all themes in proportion, so that a gap is not a strength.
        let scaled = known > 0 ? count / known : 0
        isStacked = isKnown ? AlkireFoster.reaches(scaled, k) : nil
        contribution = isKnown ? (isStacked == true ? scaled / size : 0) : .nan
    }

    /// From counted themes to all themes.
    fileprivate var scale: Double { known > 0 ? 1 / known : 0 }
}
