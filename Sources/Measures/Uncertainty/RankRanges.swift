/// The places areas can have in a list from high to low when their figures are only known between margins.
///
/// Best place 1 + #{j: lower_j > upper_i}, worst place n − #{j: upper_j < lower_i}.
package struct RankRanges: Sendable {
    private let lowers: [Double]
    private let uppers: [Double]

    /// - Parameter margins: one per area; areas without a figure are nil and take no place
    package init(_ margins: some Sequence<ClosedRange<Double>?>) {
        let known = margins.compactMap { $0 }
        lowers = known.map(\.lowerBound).sorted()
        uppers = known.map(\.upperBound).sorted()
    }

    /// How many areas take a place.
    package var count: Int { lowers.count }

    /// Best to worst place of an area with this margin, 1 for the highest figure.
    ///
    /// - Parameter margin: of one of the areas that were given
    package func places(of margin: ClosedRange<Double>) -> ClosedRange<Int> {
        let best = 1 + count - lowers.firstIndex(above: margin.upperBound)
        let worst = count - uppers.firstIndex(atLeast: margin.lowerBound)
        return best...max(best, worst)
    }

    /// What a value without a margin may stand for: all that is written with the same digits, so that equal digits share their places.
    ///
    /// - Parameter step: of the last digit; not above 0 makes the value exact
    package static func margin(ofPrinted value: Double, step: Double) -> ClosedRange<Double> {
        let half = step / 2, shown = (value / step).rounded() * step
        guard shown.isFinite, half > 0 else { return value...value }
        // A touch smaller, so that 41 and 42 do not meet at 41.5.
        return min(value, shown - half * 0.999)...max(value, shown + half * 0.999)
    }
}
