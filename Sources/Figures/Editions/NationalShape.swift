import Charts
import Core
import Measures

/// The values of all areas of one level in the country: ready for a place, a strip and a rank range.
package final class NationalShape: Sendable {
    package let distribution: Distribution
    /// 60 bins from the 1st to the 97.5th percentile; nil without values.
    package let histogram: Measures.Histogram?
    package let median: Double?
    private let ranks: RankRanges?

    init(values: [Double], intervals: [Interval?]) {
        let distribution = Distribution(values)
        self.distribution = distribution
        self.histogram = distribution.histogram()
        self.median = distribution.median
        guard intervals.contains(where: { $0 != nil }) else {
            self.ranks = nil
            return
        }
        self.ranks = RankRanges(zip(values, intervals).map { value, interval in value.isNaN ? nil : interval?.range ?? value...value })
    }

    /// From values alone: the country's intervals are not known, so no rank range can be said.
    init(_ spread: NationalSpread) {
        self.distribution = Distribution(spread.values + repeatElement(.nan, count: spread.missing))
        self.histogram = distribution.histogram()
        self.median = distribution.median
        self.ranks = nil
    }

    /// The scale of strips of this level; nil without values.
    package var axis: Axis? { histogram.map { Axis($0.lower, $0.upper) } }

    /// Where a value stands in the country; nil where the country has no values.
    package func place(of value: Double) -> PlaceAmongAreas? {
        guard let standing = distribution.standing(of: value), let median else { return nil }
        let count = Double(max(1, standing.count))
        return PlaceAmongAreas(
            count: standing.count, missing: distribution.missing, lowerShare: Double(standing.lower) / count, higherShare: Double(standing.higher) / count,
            median: median)
    }

    /// Best and worst rank that the intervals of all areas allow, 1 = highest value; nil where they are not known.
    package func ranks(of margin: Interval?) -> ClosedRange<Int>? { margin.flatMap { interval in ranks.map { $0.places(of: interval.range) } } }
}

/// The values of the areas of one level in a municipality: ready for a place among them and for the dots of a strip.
package final class LocalShape: Sendable {
    package let distribution: Distribution
    /// How many values lie outside the scale of the country.
    package let outside: Int
    let dots: StripDots?
    /// What stands above the dots, per language.
    let captions = KeptFew<Language, String>()

    /// - Parameters:
    ///   - values: NaN where an area has none
    ///   - axis: the scale of the country
    init(_ values: [Double], on axis: Axis?) {
        self.distribution = Distribution(values)
        self.outside = axis?.outside(distribution.sorted) ?? 0
        self.dots = axis.map { StripDots(values, on: $0) }
    }

    /// Place of one of the areas among the others; nil with fewer than four others, where a share says nothing.
    func place(of value: Double) -> PlaceAmongAreas? {
        let others = distribution.count - 1
        guard others >= 4, let standing = distribution.standing(of: value), let median = distribution.median else { return nil }
        return PlaceAmongAreas(
            count: others, missing: 0, lowerShare: Double(standing.lower) / Double(others), higherShare: Double(standing.higher) / Double(others),
            median: median)
    }
}
