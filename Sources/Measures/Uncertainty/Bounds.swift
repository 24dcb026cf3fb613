/// Arithmetic with intervals: the ends a figure can have when its parts are known only between ends.
extension ClosedRange<Double> {
    /// The range between two numbers; nil where one is not a number or they are in the wrong order, so that no input can stop the program.
    package init?(from lower: Double, to upper: Double) {
        guard lower <= upper else { return nil }
        self = lower...upper
    }

    /// Ends add: the sum of values that may all err to the same side. An empty list sums to 0...0.
    package static func sum(of parts: some Sequence<ClosedRange<Double>>) -> ClosedRange<Double> {
        var lower = 0.0
        var upper = 0.0
        for part in parts {
            lower += part.lowerBound
            upper += part.upperBound
        }
        return ClosedRange(from: lower, to: upper) ?? -Double.infinity ... .infinity
    }

    /// This minus the other: from the lowest end minus the highest to the highest minus the lowest.
    package func minus(_ other: ClosedRange<Double>) -> ClosedRange<Double> {
        ClosedRange(from: lowerBound - other.upperBound, to: upperBound - other.lowerBound) ?? -Double.infinity ... .infinity
    }

    /// This as a percentage of a whole, never above 100.
    ///
    /// - Returns: nil where the whole may be 0, or where the part is above the whole beyond any rounding
    package func percentage(of whole: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard whole.lowerBound > 0, lowerBound <= whole.upperBound else { return nil }
        let lower = 100 * lowerBound / (lowerBound < 0 ? whole.lowerBound : whole.upperBound)
        let upper = 100 * upperBound / (upperBound < 0 ? whole.upperBound : whole.lowerBound)
        return ClosedRange(from: lower, to: Swift.min(100, upper))
    }

    /// The smallest range that holds both.
    package func hull(with other: ClosedRange<Double>) -> ClosedRange<Double> {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
