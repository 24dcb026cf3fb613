/// Areas chosen because they scored far from the mean move towards it without any effect (Galton, 1886).
package struct RegressionToMean: Sendable, Hashable {
    /// Of all areas in the first period.
    package let mean: Double
    package let standardDeviation: Double
    /// Correlation between the two periods, over areas.
    package let correlation: Double
    /// Areas known in both periods; 0 where the numbers were given.
    package let areas: Int

    /// - Returns: nil unless the spread is above 0 and the correlation from −1 to 1
    package init?(mean: Double, standardDeviation: Double, correlation: Double) {
        self.init(mean: mean, standardDeviation: standardDeviation, correlation: correlation, areas: 0)
    }

    /// From two earlier periods as far apart as before and after are. NaN = missing: that area is left out.
    ///
    /// - Returns: nil with fewer than three areas or where one of the periods does not vary
    package init?(first: [Double], second: [Double]) {
        let pairs = zip(first, second).filter { $0.0.isFinite && $0.1.isFinite }
        guard pairs.count >= 3 else { return nil }
        let (one, other) = (pairs.map(\.0), pairs.map(\.1))
        self.init(
            mean: Moments.mean(one), standardDeviation: Moments.standardDeviation(one), correlation: Moments.correlation(one, other),
            areas: pairs.count)
    }

    private init?(mean: Double, standardDeviation: Double, correlation: Double, areas: Int) {
        guard mean.isFinite, standardDeviation > 0, standardDeviation.isFinite, correlation >= -1 - 1e-12, correlation <= 1 + 1e-12 else { return nil }
        self.mean = mean
        self.standardDeviation = standardDeviation
        self.correlation = min(max(correlation, -1), 1)
        self.areas = areas
    }

    /// (ρ − 1)z: the change, in standard deviations, to expect without effect for an area selected at z.
    package static func expectedChange(z: Double, correlation: Double) -> Double { (correlation - 1) * z }

    /// What stands beside every before–after difference.
    package func beside(before: Double, after: Double) -> BeforeAfter {
        let z = (before - mean) / standardDeviation
        return BeforeAfter(
            before: before, after: after, z: z,
            expectedChange: Self.expectedChange(z: z, correlation: correlation) * standardDeviation, correlation: correlation)
    }
}

/// A before–after difference of one area with the change to expect without any effect.
package struct BeforeAfter: Sendable, Hashable {
    package let before: Double
    package let after: Double
    /// How many standard deviations the area lay from the mean of all areas before.
    package let z: Double
    /// From regression to the mean alone, in the unit of the figure.
    package let expectedChange: Double
    package let correlation: Double

    package var change: Double { after - before }
    /// What regression to the mean does not account for. Not an effect yet: other things change too.
    package var remainder: Double { change - expectedChange }
}
