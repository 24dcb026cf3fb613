import Foundation

/// How a publisher rounded a figure, and so between which ends the true value lies.
///
/// Source: CBS, explanation of Kerncijfers wijken en buurten. Residents and households are rounded at random, other counts to the nearest multiple.
package enum RoundingRule: Sendable, Hashable {
    /// Published as counted.
    case none
    /// To the nearest multiple of the base.
    case nearest(base: Int)
    /// Up or down to a multiple of the base by chance, such that the expected value stays.
    case random(base: Int)
    /// To a multiple of the base in an unknown way: the widest reading, that of ``random(base:)``.
    case unknown(base: Int)
    /// A mean or a share printed with this number of decimals.
    case decimals(Int)

    /// Ends of the true value behind a published one.
    ///
    /// - Parameters:
    ///   - value: as published
    ///   - whole: true for counts of people or things, false for amounts that can take any value
    ///   - minimum: the true value is never below this; `-.infinity` for figures that can be negative. A published value below it lifts the limit.
    /// - Returns: nil where the value is not a finite number
    package func bounds(of value: Double, whole: Bool = true, minimum: Double = 0) -> ClosedRange<Double>? {
        guard value.isFinite else { return nil }
        let reach = reach(whole: whole)
        let lower = minimum <= value ? max(minimum, value - reach) : value - reach
        return ClosedRange(from: lower, to: value + reach)
    }

    /// How far the true value can lie from the published one.
    package func reach(whole: Bool = true) -> Double {
        switch self {
        case .none: 0
        case .nearest(let base):
            // Whole numbers and an odd base: 12 becomes 10 and 13 becomes 15, so a published 10 is at most 2 away.
            whole && base % 2 != 0 ? max(0, Double(base) - 1) / 2 : max(0, Double(base)) / 2
        case .random(let base), .unknown(let base): max(0, whole ? Double(base) - 1 : Double(base))
        case .decimals(let count): 0.5 * tenToTheMinus(count)
        }
    }

    /// Standard deviation of the rounding error of one value.
    ///
    /// Only an aid for simulations: errors inside one area may hang together, so readers see the ends.
    package func standardDeviation(whole: Bool = true) -> Double {
        switch self {
        case .none: 0
        case .nearest(let base): (variance(base: base, whole: whole) / 12).squareRoot()
        case .random(let base), .unknown(let base): (variance(base: base, whole: whole) / 6).squareRoot()
        case .decimals(let count): tenToTheMinus(count) / 12.0.squareRoot()
        }
    }

    /// Standard deviation of a sum of values that were rounded independently of each other.
    package func standardDeviation(ofSumOf count: Int, whole: Bool = true) -> Double {
        Double(max(0, count)).squareRoot() * standardDeviation(whole: whole)
    }

    private func variance(base: Int, whole: Bool) -> Double {
        let square = Double(max(0, base)) * Double(max(0, base))
        return whole ? max(0, square - 1) : square
    }

    private func tenToTheMinus(_ count: Int) -> Double { pow(10, -Double(min(max(count, -15), 15))) }
}
