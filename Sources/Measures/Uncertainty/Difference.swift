/// A figure and, where its publisher gives one, its 95 % margin.
package struct Estimate: Sendable, Hashable {
    package let value: Double
    /// As published; never filled in by ourselves.
    package let margin: ClosedRange<Double>?

    package init(_ value: Double, margin: ClosedRange<Double>? = nil) {
        self.value = value
        self.margin = margin
    }
}

/// What one figure differs from another, between two areas or between two moments.
///
/// Overlapping margins do not mean "no difference": the interval of the difference itself decides.
package struct Difference: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        case higher, lower
        /// The interval holds 0.
        case unclear
        /// There is no interval to judge by.
        case unknown
    }

    /// First minus second.
    package let value: Double
    /// 95 % interval, where one can be given.
    package let interval: ClosedRange<Double>?
    /// True for margins of one model, whose errors hang together: read the interval as an indication.
    package let isIndicative: Bool

    /// Whether the difference is clear of 0.
    package var verdict: Verdict {
        guard let interval else { return .unknown }
        if interval.lowerBound > 0 { return .higher }
        return interval.upperBound < 0 ? .lower : .unclear
    }

    /// Two published figures. The interval is there only where both have a published margin: standard error (upper − lower) / (2 · 1.959964) each.
    ///
    /// - Returns: nil where a value is not a finite number
    package static func published(_ first: Estimate, minus second: Estimate) -> Difference? {
        let value = first.value - second.value
        guard value.isFinite else { return nil }
        guard let one = first.margin, let other = second.margin else { return Difference(value: value, interval: nil, isIndicative: false) }
        let width = one.upperBound - one.lowerBound
        let otherWidth = other.upperBound - other.lowerBound
        // z times the standard error of the difference; z falls away against that in the published margins.
        let reach = (width * width + otherWidth * otherWidth).squareRoot() / 2
        guard reach.isFinite else { return Difference(value: value, interval: nil, isIndicative: false) }
        return Difference(value: value, interval: ClosedRange(from: value - reach, to: value + reach), isIndicative: true)
    }

    /// Two proportions of counts, by Newcombe's method 10 (Wilson limits); values from −1 to 1.
    ///
    /// - Returns: nil unless 0 ≤ part ≤ whole and whole > 0 on both sides
    package static func proportions(
        _ part: Double, of whole: Double, minus otherPart: Double, of otherWhole: Double, _ confidence: Confidence = .percent95
    ) -> Difference? {
        guard let one = Intervals.wilson(part, of: whole, confidence), let other = Intervals.wilson(otherPart, of: otherWhole, confidence) else { return nil }
        let p = part / whole
        let q = otherPart / otherWhole
        let down = length(p - one.lowerBound, other.upperBound - q)
        let up = length(one.upperBound - p, q - other.lowerBound)
        return Difference(value: p - q, interval: ClosedRange(from: p - q - down, to: p - q + up), isIndicative: false)
    }

    private static func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}
