/// The part of the number line a figure shows, from its left end to its right end.
package struct Axis: Sendable, Hashable {
    package let lower: Double
    package let upper: Double

    /// The ends in either order; an end that is not finite makes the axis 0 to 1.
    package init(_ lower: Double, _ upper: Double) {
        let known = lower.isFinite && upper.isFinite
        self.lower = known ? min(lower, upper) : 0
        self.upper = known ? max(lower, upper) : 1
    }

    /// Place on the axis from 0 (lower end) to 1 (upper end); what lies outside is put at the end it passes.
    ///
    /// In the middle for an axis without length and for NaN.
    package func share(_ value: Double) -> Double {
        // Halves, because upper - lower may be more than a Double holds.
        let length = upper / 2 - lower / 2
        guard length > 0, !value.isNaN else { return 0.5 }
        return min(max((value / 2 - lower / 2) / length, 0), 1)
    }

    package func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

    /// How many values lie outside the axis; said in the caption of a strip.
    package func outside(_ values: some Sequence<Double>) -> Int {
        values.reduce(0) { $0 + (!$1.isNaN && !contains($1) ? 1 : 0) }
    }

    /// How many values fall in each of `count` bins of equal width; values outside the axis are left out.
    package func bins(_ values: some Sequence<Double>, count: Int = 60) -> [Int] {
        var bins = [Int](repeating: 0, count: max(count, 1))
        for value in values where contains(value) {
            bins[min(Int(share(value) * Double(bins.count)), bins.count - 1)] += 1
        }
        return bins
    }

    /// Two to five round values on the axis, lowest first; none for an axis without length.
    package var ticks: [Double] {
        let length = upper - lower
        guard length > 0, length.isFinite else { return [] }
        var step = 1.0
        while step > length { step /= 10 }
        while step * 10 <= length { step *= 10 }
        let count = length / step
        step *= count < 2 ? 0.5 : count < 5 ? 1 : count < 8.5 ? 2 : 5
        guard abs(lower / step) < 1e9 else { return [] }
        let first = Int(lower / step) - 1
        return (first..<first + 8).map { Double($0) * step }.filter { contains($0) }
    }
}
