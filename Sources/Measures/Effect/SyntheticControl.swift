/// A weighted mixture of comparison units that followed the treated units before the start, and how the two went apart after it
/// (Abadie, Diamond and Hainmueller, 2010; on the outcome alone).
package struct SyntheticControl: Sendable, Hashable {
    package struct Share: Sendable, Hashable {
        package let unit: Int
        /// Above 0; all together 1.
        package let weight: Double
    }

    /// The unit that was taken as treated in a placebo; nil for the treated units themselves.
    package let unit: Int?
    /// First treated period.
    package let start: Int
    /// Comparison units to choose from.
    package let donors: Int
    /// False where other weights would follow the treated units as well, as with more donors than periods: then the effect is not settled either.
    package let isUnique: Bool
    /// Donors with a weight, heaviest first.
    package let weights: [Share]
    /// Figures of the treated (the mean of several) and of the mixture, for each period.
    package let observed: [Double]
    package let synthetic: [Double]
    /// Mean squared gap before and after the start (MSPE).
    package let errorBefore: Double
    package let errorAfter: Double
    /// True where the mixture equals the treated before the start: nothing then tells how well it would have followed.
    package let isPerfect: Bool
    /// Gaps up to this size are rounding errors.
    private let rounding: Double

    init(
        unit: Int?, start: Int, donors: Int, isUnique: Bool, weights: [Share], observed: [Double], synthetic: [Double], rounding: Double
    ) {
        self.unit = unit
        self.start = start
        self.donors = donors
        self.isUnique = isUnique
        self.weights = weights
        self.observed = observed
        self.synthetic = synthetic
        let squares = zip(observed, synthetic).map { ($0 - $1) * ($0 - $1) }
        errorBefore = Moments.mean(squares[..<start])
        errorAfter = Moments.mean(squares[start...])
        self.rounding = rounding
        isPerfect = errorBefore.squareRoot() <= rounding
    }

    /// Observed minus synthetic, for each period.
    package var gaps: [Double] { zip(observed, synthetic).map { $0 - $1 } }
    /// Mean gap from the start on, in the unit of the outcome.
    package var effect: Double { Moments.mean(gaps[start...]) }
    /// Sum of squared gaps before the start.
    package var squaresBefore: Double { errorBefore * Double(start) }
    /// Root of the mean squared gap before the start (RMSPE).
    package var rootErrorBefore: Double { errorBefore.squareRoot() }
    /// Error after / error before; infinite after a perfect fit, 1 where there is no gap after it either.
    package var ratio: Double {
        guard isPerfect else { return errorAfter / errorBefore }
        return errorAfter.squareRoot() <= rounding ? 1 : .infinity
    }
}

/// The same analysis with every comparison unit in the place of the treated one: is the true gap exceptional?
package struct SyntheticPlaceboTest: Sendable, Hashable {
    package let treated: SyntheticControl
    /// One for each comparison unit, in the order of the panel.
    package let placebos: [SyntheticControl]

    /// Place of the treated by the ratio of errors, 1 is the largest; ties count against it.
    package var rank: Int { place(among: placebos) }
    /// Treated and placebos.
    package var count: Int { placebos.count + 1 }
    package var p: Double { Double(rank) / Double(count) }
    /// The lowest p that any effect could have reached.
    package var smallestP: Double { 1 / Double(count) }
    package var hasFewComparisons: Bool { placebos.count < ReassignmentTest.enoughComparisons }

    /// Rank, count and p against those placebos only whose error before the start is at most so many times that of the treated.
    package func amongGoodFits(factor: Double = 5) -> (rank: Int, count: Int, p: Double) {
        let good = placebos.filter { $0.errorBefore <= factor * treated.errorBefore || $0.isPerfect }
        let rank = place(among: good)
        return (rank, good.count + 1, Double(rank) / Double(good.count + 1))
    }

    private func place(among others: [SyntheticControl]) -> Int {
        // Equal up to rounding is equal; infinite ratios are equal too.
        let own = treated.ratio
        let bound = own.isFinite ? own * (1 - 1e-9) : own
        return 1 + others.count { $0.ratio >= bound }
    }
}

extension Panel {
    /// Synthetic control on the outcome alone: the weights w ≥ 0, Σw = 1 with the smallest ‖y_T,pre − Y_C,pre·w‖², exactly.
    ///
    /// - Returns: nil without a period after the start
    package func syntheticControl() -> SyntheticControl? {
        guard hasPeriodAfter else { return nil }
        let pool = DonorPool(self, before: start)
        return pool.fitTreated(from: Array(comparison.indices), end: times)
    }

    /// Synthetic control with a placebo for every comparison unit.
    ///
    /// - Returns: nil without a period after the start or with fewer than two comparison units
    package func syntheticPlaceboTest(execution: Execution = .plain) throws(Cancelled) -> SyntheticPlaceboTest? {
        guard hasPeriodAfter, comparison.count > 1 else { return nil }
        let pool = DonorPool(self, before: start)
        let placebos = try execution.blocks(of: comparison.count, size: 4) { donors in
            donors.map { pool.fitPlacebo($0, end: times) }
        }
        return SyntheticPlaceboTest(treated: pool.fitTreated(from: Array(comparison.indices), end: times), placebos: placebos)
    }
}
