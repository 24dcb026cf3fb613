import Foundation

/// How sure an interval is.
package struct Confidence: Sendable, Hashable {
    /// Part of the cases in which the interval holds the true value, 0 to 1.
    package let level: Double
    /// Two-sided standard normal quantile of that level.
    package let z: Double

    private init(level: Double, z: Double) {
        (self.level, self.z) = (level, z)
    }

    /// Any level; nil unless it lies between 0 and 1.
    package init?(level: Double) {
        guard level > 0, level < 1 else { return nil }
        // The upper tail keeps the digits that a level close to 1 would lose.
        self.init(level: level, z: -Normal.quantile((1 - level) / 2))
    }

    package static let percent95 = Confidence(level: 0.95, z: 1.959963984540054)
    package static let percent998 = Confidence(level: 0.998, z: 3.090232306167813)
}

/// Intervals for one figure and for the ratio of two rates.
///
/// Register data are a full count: the interval then describes chance in an underlying rate, not a sample. The words on the page must say so.
package enum Intervals {
    /// Wilson's interval for a proportion, 0 to 1.
    ///
    /// - Returns: nil unless 0 ≤ part ≤ whole and whole > 0
    package static func wilson(_ part: Double, of whole: Double, _ confidence: Confidence = .percent95) -> ClosedRange<Double>? {
        guard part >= 0, part <= whole, whole > 0, whole.isFinite else { return nil }
        let square = confidence.z * confidence.z
        let centre = (part + square / 2) / (whole + square)
        let half = confidence.z * (part * ((whole - part) / whole) + square / 4).squareRoot() / (whole + square)
        return ClosedRange(from: part == 0 ? 0 : max(0, centre - half), to: part == whole ? 1 : min(1, centre + half))
    }

    /// Wilson's interval for a proportion of rounded counts: lower limit at the lowest reading, upper limit at the highest.
    package static func wilson(
        _ part: ClosedRange<Double>, of whole: ClosedRange<Double>, _ confidence: Confidence = .percent95
    ) -> ClosedRange<Double>? {
        guard whole.lowerBound > 0, part.lowerBound >= 0, part.lowerBound <= whole.upperBound else { return nil }
        guard let low = wilson(part.lowerBound, of: whole.upperBound, confidence),
            let high = wilson(min(part.upperBound, whole.lowerBound), of: whole.lowerBound, confidence)
        else { return nil }
        return low.hull(with: high)
    }

    /// The exact interval for the mean behind a count (Garwood). From 10 million upwards ``byar(_:_:)``, which then has the same digits.
    ///
    /// - Returns: nil for a negative or unknown count
    package static func poisson(_ count: Double, _ confidence: Confidence = .percent95) -> ClosedRange<Double>? {
        guard count >= 0, let near = byar(count, confidence) else { return nil }
        guard count < 1e7 else { return near }
        let tail = (1 - confidence.level) / 2
        let start = max(near.lowerBound, count * 1e-3)
        let lower = count == 0 ? 0 : Gamma.quantile(shape: count, below: tail, start: start)
        let upper = Gamma.quantile(shape: count + 1, below: 1 - tail, start: near.upperBound)
        return ClosedRange(from: lower, to: upper)
    }

    /// The exact interval for the mean behind a rounded count: lower limit at the lowest reading, upper limit at the highest.
    package static func poisson(_ count: ClosedRange<Double>, _ confidence: Confidence = .percent95) -> ClosedRange<Double>? {
        guard let low = poisson(count.lowerBound, confidence), let high = poisson(count.upperBound, confidence) else { return nil }
        return low.hull(with: high)
    }

    /// Byar's fast approximation of the interval for the mean behind a count; meant for counts of 10 and more.
    ///
    /// - Returns: nil for a negative or unknown count
    package static func byar(_ count: Double, _ confidence: Confidence = .percent95) -> ClosedRange<Double>? {
        guard count >= 0, count.isFinite else { return nil }
        func limit(_ number: Double, _ z: Double) -> Double {
            let root = 1 - 1 / (9 * number) + z / (3 * number.squareRoot())
            return max(0, number * root * root * root)
        }
        return ClosedRange(from: count == 0 ? 0 : limit(count, -confidence.z), to: limit(count + 1, confidence.z))
    }

    /// The exact interval for a rate: the limits of the count, divided by the population.
    package static func rate(_ count: Double, per population: Double, _ confidence: Confidence = .percent95) -> ClosedRange<Double>? {
        guard population > 0, population.isFinite, let limits = poisson(count, confidence) else { return nil }
        return ClosedRange(from: limits.lowerBound / population, to: limits.upperBound / population)
    }

    /// The ratio of two rates with its interval: log-normal, and exact conditional binomial where one of the counts is 0.
    ///
    /// - Returns: nil where both counts are 0 or a population is not above 0. The upper end is infinite where the second count is 0.
    package static func rateRatio(
        _ count: Double, per population: Double, to other: Double, per otherPopulation: Double, _ confidence: Confidence = .percent95
    ) -> ClosedRange<Double>? {
        let all = [count, population, other, otherPopulation]
        guard all.allSatisfy(\.isFinite), count >= 0, other >= 0, count + other > 0, population > 0, otherPopulation > 0 else { return nil }
        let exposure = otherPopulation / population
        let tail = (1 - confidence.level) / 2
        if count == 0 {
            // All n events fell in the second area: the chance p of the first solves (1 − p)ⁿ = tail.
            return ClosedRange(from: 0, to: (pow(tail, -1 / other) - 1) * exposure)
        }
        if other == 0 {
            return ClosedRange(from: exposure / (pow(tail, -1 / count) - 1), to: .infinity)
        }
        let ratio = count / other * exposure
        let reach = exp(confidence.z * (1 / count + 1 / other).squareRoot())
        return ClosedRange(from: ratio / reach, to: ratio * reach)
    }
}
