/// Which side of the mean an area and its neighbours are on. The raw values are those of GeoDa and esda.
package enum MoranQuadrant: Int, Sendable, Hashable, CaseIterable {
    /// High among high ones.
    case highHigh = 1
    /// Low among high ones.
    case lowHigh = 2
    /// Low among low ones.
    case lowLow = 3
    /// High among low ones.
    case highLow = 4

    /// The mean itself counts as low, as in esda.
    init(value: Double, lag: Double) {
        switch (value > 0, lag > 0) {
        case (true, true): self = .highHigh
        case (false, true): self = .lowHigh
        case (false, false): self = .lowLow
        case (true, false): self = .highLow
        }
    }
}

/// Local Moran of one area.
package struct LocalMoran: Sendable, Hashable {
    /// Distance from the mean in standard deviations (n − 1).
    package let value: Double
    /// The weighted sum of the neighbours' values, in the same unit: their mean where rows are standardised.
    package let lag: Double
    /// I_i = value · lag.
    package let statistic: Double
    package let quadrant: MoranQuadrant
    /// Distance of the statistic from its mean under conditional permutation, in standard deviations: exact moments, no simulation (Sokal, Oden and
    /// Thomson, 1998); 0 where nothing can vary.
    package let score: Double
    package let significance: LocalSignificance
}

extension SpatialField {
    /// Local Moran, I_i = (n − 1)·z_i·Σ_j w_ij z_j/Σz² (Anselin, 1995; with n − 1 as esda and GeoDa), tested by conditional permutation.
    ///
    /// - Parameters:
    ///   - level: part of the areas called significant that may be so by chance
    ///   - execution: the result is the same for any number of cores
    package func localMoran(
        _ permutations: Permutations, level: Double = 0.05, execution: Execution = .plain
    ) throws(Cancelled) -> LocalAutocorrelation<LocalMoran> {
        let tests = try ConditionalPermutation(self, weights: weights).tests(permutations, execution)
        // An area at the mean has I = 0 in every run.
        let adapted = tests.indices.map { place in
            let runs = permutations.runs
            return centred[place] == 0 ? PermutationTest(atLeast: runs, atMost: runs, runs: runs) : tests[place].turned(if: centred[place] < 0)
        }
        let others = LeaveOneOut(centred)
        let unit = (squares / Double(count - 1)).squareRoot()
        return local(adapted, permutations, level: level) { place, significance in
            let lag = weights.row(place).reduce(0) { $0 + weights.weights[$1] * centred[Int(weights.indices[$1])] }
            let score = conditionalScore(place, weights, others)
            let value = centred[place] / unit
            return LocalMoran(
                value: value, lag: lag / unit, statistic: value * (lag / unit), quadrant: MoranQuadrant(value: value, lag: lag),
                score: value == 0 ? 0 : value > 0 ? score : -score, significance: significance)
        }
    }
}

extension PermutationTest {
    /// The same test of the value with its sign turned.
    fileprivate func turned(if isTurned: Bool) -> PermutationTest {
        isTurned ? PermutationTest(atLeast: atMost, atMost: atLeast, runs: runs) : self
    }
}
