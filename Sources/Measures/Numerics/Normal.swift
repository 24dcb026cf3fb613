import Foundation

/// The standard normal distribution.
package enum Normal {
    /// Part of the distribution below z.
    package static func below(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// The chance of a value at least this far from 0 on either side: the two-sided p-value of a z-score.
    package static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

    /// The z with this part of the distribution below it; infinite at 0 and 1. Acklam's approximation with one step of Halley: full precision.
    package static func quantile(_ part: Double) -> Double {
        guard part > 0 else { return -.infinity }
        guard part < 1 else { return .infinity }
        let start = approximate(part)
        // In the upper tail `below` would lose digits against 1.
        let error = part < 0.5 ? below(start) - part : (1 - part) - below(-start)
        let step = error * (2 * Double.pi).squareRoot() * exp(start * start / 2)
        return start - step / (1 + start * step / 2)
    }

    private static func approximate(_ part: Double) -> Double {
        if part > 0.97575 { return -approximate(1 - part) }
        if part >= 0.02425 {
            let q = part - 0.5, r = q * q
            let above = ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.3577518672690) * r - 30.66479806614716) * r
            let below = ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r
            return (above + 2.506628277459239) * q / (below + 1)
        }
        let q = (-2 * log(part)).squareRoot()
        let above = ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q
        let below = (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q
        return (above + 2.938163982698783) / (below + 1)
    }
}
