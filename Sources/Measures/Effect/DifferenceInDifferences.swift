/// The change of the treated units minus the change of the comparison units, with two ways to judge it.
package struct DifferenceInDifferences: Sendable, Hashable {
    /// Mean change after against before, of the treated and of the comparison units.
    package let treatedChange: Double
    package let comparisonChange: Double
    /// Standard error that lets the periods of one area hang together (Liang and Zeger, 1986), times n/(n − k) for the unit and period effects.
    /// With few treated areas it is too small. Nil where nothing is left to estimate it from.
    package let clusteredError: Double?
    /// n − k: figures minus unit effects, period effects and the effect itself.
    package let freedom: Int
    /// The test to go by.
    package let permutation: ReassignmentTest
    package let treatedAreas: Int
    package let comparisonAreas: Int

    /// In the unit of the outcome.
    package var effect: Double { treatedChange - comparisonChange }
    package var areas: Int { treatedAreas + comparisonAreas }

    /// 95 % interval from the clustered error.
    package var clusteredInterval: ClosedRange<Double>? {
        guard let clusteredError, let reach = StudentT.reach(level: 0.95, freedom: Double(freedom)) else { return nil }
        return ClosedRange(from: effect - reach * clusteredError, to: effect + reach * clusteredError)
    }

    /// Two-sided p from the clustered error.
    package var clusteredP: Double? {
        guard let clusteredError, clusteredError > 0 else { return nil }
        return StudentT.twoSided(effect / clusteredError, freedom: Double(freedom))
    }

    /// Below this many treated areas the clustered error misleads (MacKinnon and Webb, 2017): show the permutation only.
    package var clusteredErrorMisleads: Bool { treatedAreas < Self.fewTreated || comparisonAreas < Self.fewTreated }
    package static let fewTreated = 6
}

extension Panel {
    /// Difference-in-differences: (ȳ_T,post − ȳ_T,pre) − (ȳ_C,post − ȳ_C,pre), with its clustered error and a permutation test.
    ///
    /// - Parameters:
    ///   - draws: reassignments to draw where there are too many to try them all
    ///   - seed: of those draws
    /// - Returns: nil without a period after the start
    package func differenceInDifferences(draws: Int = 9_999, seed: UInt64 = 1) -> DifferenceInDifferences? {
        guard hasPeriodAfter else { return nil }
        let changes = changes(before: 0..<start, after: start..<times)
        let ours = changes.prefix(treated.count)
        let theirs = changes.dropFirst(treated.count)
        let freedom = areas * times - (areas + times)
        // In a balanced panel the sandwich formula comes down to the two groups' squared deviations of the changes.
        let spread =
            Moments.squares(ours) / Double(ours.count * ours.count) + Moments.squares(theirs) / Double(theirs.count * theirs.count)
        let factor = Double(areas * times) / Double(max(1, freedom))
        let isEstimable = freedom > 0 && theirs.count > 1
        return DifferenceInDifferences(
            treatedChange: Moments.mean(ours), comparisonChange: Moments.mean(theirs),
            clusteredError: isEstimable ? (spread * factor).squareRoot() : nil, freedom: freedom,
            permutation: ReassignmentTest(changes, treated: treated.count, units: comparison, draws: draws, seed: seed),
            treatedAreas: treated.count, comparisonAreas: comparison.count)
    }
}
