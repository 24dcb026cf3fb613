/// How often values are dealt out anew, and from which seed, so that anyone can repeat it.
package struct Permutations: Sendable, Hashable {
    /// 999 by default; 9,999 for a publication. Between 1 and 999,999.
    package let runs: Int
    package let seed: UInt64

    package init(runs: Int = 999, seed: UInt64) {
        self.runs = min(max(runs, 1), 999_999)
        self.seed = seed
    }
}

/// Where an observed value stands among values from permutations.
package struct PermutationTest: Sendable, Hashable {
    /// How many runs gave at least the observed value. Those that differ by no more than rounding count as equal, here and below.
    package let atLeast: Int
    /// How many runs gave at most the observed value.
    package let atMost: Int
    package let runs: Int

    package init(atLeast: Int, atMost: Int, runs: Int) {
        self.atLeast = atLeast
        self.atMost = atMost
        self.runs = runs
    }

    /// The two-sided p-value: min(1, 2(min(#≤, #≥) + 1)/(R + 1)).
    package var p: Double { min(1, 2 * directed) }

    /// (min(#≤, #≥) + 1)/(R + 1), in the direction that was observed, as esda and GeoDa print it; too small as a p-value.
    package var directed: Double { Double(min(atLeast, atMost) + 1) / Double(runs + 1) }
}

/// How far a value is from what is expected without any pattern.
package struct Deviate: Sendable, Hashable {
    package let expected: Double
    package let variance: Double
    /// Distance from the expected value in standard deviations.
    package let z: Double

    /// - Parameter difference: the value minus the expected one
    /// - Returns: nil where the value cannot vary, as when all areas are neighbours of all; a variance that is nothing but rounding is none
    init?(difference: Double, expected: Double, variance: Double, rounding: Double) {
        guard variance > rounding, variance.isFinite, difference.isFinite else { return nil }
        self.expected = expected
        self.variance = variance
        z = difference / variance.squareRoot()
    }

    /// Part of the normal distribution at least this far on the observed side.
    package var oneSided: Double { Normal.below(-abs(z)) }
    /// Part of the normal distribution at least this far on either side.
    package var twoSided: Double { Normal.twoSided(z) }
}
