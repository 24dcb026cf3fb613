/// Counts of values in bins of equal width, with the values outside the scale counted apart: the ground of a strip plot.
package struct Histogram: Sendable, Hashable {
    /// Ends of the scale.
    package let lower: Double
    package let upper: Double
    /// Values per bin, lowest bin first. A bin holds its lower end, the last bin both ends.
    package let counts: [Int]
    /// Values below the scale.
    package let below: Int
    /// Values above the scale.
    package let above: Int

    /// The fullest bin, at least 1, to scale by.
    package var peak: Int { max(1, counts.max() ?? 1) }
    package var outside: Int { below + above }

    /// Where a value lies on the scale, 0 to 1; nil where it is missing or outside. On a scale without width everything is in the middle.
    package func position(of value: Double) -> Double? {
        guard value >= lower, value <= upper else { return nil }
        guard lower < upper else { return 0.5 }
        // Halves first: the width of a scale from −1e308 to 1e308 is not a number.
        return (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    }
}

extension Distribution {
    /// A histogram between two quantiles, by default the 1st and the 97.5th percentile in 60 bins, so that a few extreme areas do not press the rest together.
    ///
    /// - Returns: nil where there are no values
    package func histogram(bins: Int = 60, from first: Double = 0.01, to last: Double = 0.975) -> Histogram? {
        guard let one = quantile(first), let other = quantile(last) else { return nil }
        let (lower, upper) = (min(one, other), max(one, other))
        let start = sorted.firstIndex(atLeast: lower)
        let end = max(start, sorted.firstIndex(above: upper))
        let empty = Histogram(lower: lower, upper: upper, counts: [], below: 0, above: 0)
        var counts = [Int](repeating: 0, count: min(max(1, bins), 10_000))
        let width = Double(counts.count)
        for value in sorted[start..<end] {
            guard let position = empty.position(of: value) else { continue }
            counts[min(Int(position * width), counts.count - 1)] += 1
        }
        return Histogram(lower: lower, upper: upper, counts: counts, below: start, above: count - end)
    }
}
