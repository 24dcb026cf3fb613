import Foundation

/// Student's t distribution, for intervals from few areas.
package enum StudentT {
    /// The chance of a value at least this far from 0 on either side.
    ///
    /// - Parameter freedom: degrees of freedom, above 0
    package static func twoSided(_ t: Double, freedom: Double) -> Double {
        guard t.isFinite else { return t.isNaN ? .nan : 0 }
        let square = t * t
        guard square.isFinite else { return 0 }
        return Beta.below(freedom / (freedom + square), freedom / 2, 0.5)
    }

    /// The distance from 0 within which the distribution has the part `level`: 1.96 for 0.95 and very many degrees of freedom.
    ///
    /// - Returns: nil without a degree of freedom or for a level outside 0 to 1
    package static func reach(level: Double, freedom: Double) -> Double? {
        guard freedom > 0, level > 0, level < 1 else { return nil }
        var low = 0.0
        var high = 2.0
        while twoSided(high, freedom: freedom) > 1 - level, high < 1e300 { high *= 2 }
        // Halving until the ends are neighbours: slow but sure, and asked a few times a page only.
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if twoSided(middle, freedom: freedom) > 1 - level { low = middle } else { high = middle }
        }
        return high
    }
}

/// The beta distribution: regularised incomplete beta function.
enum Beta {
    /// Part of the distribution with shapes a and b below x, by the continued fraction (Lentz) on the side where it converges fast.
    static func below(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exp(Gamma.logGamma(a + b) - Gamma.logGamma(a) - Gamma.logGamma(b) + a * log(x) + b * log(1 - x))
        if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
        return 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / safe(1 - (a + b) * x / (a + 1))
        var value = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / safe(1 + even * d)
            c = safe(1 + even / c)
            value *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / safe(1 + odd * d)
            c = safe(1 + odd / c)
            value *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return value
    }
}
