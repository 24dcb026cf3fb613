/// One number from many indicators, with what it hides beside it.
///
/// Source: OECD and JRC, Handbook on constructing composite indicators (2008).
package struct CompositeIndex: Sendable, Hashable {
    /// Two indicators that say nearly the same, so that their concept weighs double.
    package struct Overlap: Sendable, Hashable {
        package let first: Int
        package let second: Int
        package let correlation: Double
    }

    /// Above this |r| two indicators overlap.
    package static let overlapping = 0.9

    /// Per area; NaN where less than 70 % of the weight is known, or where a value does not allow the mean.
    package let scores: [Double]
    /// Per area: part of the weight that is known, 0 to 1.
    package let known: [Double]
    /// Per group of the framework, the same for each area.
    package let groups: [[Double]]
    package let nominalWeights: [Double]
    /// Correlation of each indicator with the index: what its weight comes to. NaN without spread.
    package let effectiveWeights: [Double]
    package let overlaps: [Overlap]
    /// How many areas have a score.
    package let used: Int

    /// - Parameters:
    ///   - indicators: one list per indicator of the framework, normalised and directed, one value per area, NaN for missing
    /// - Returns: nil where the lists do not fit the framework or each other
    package init?(_ indicators: [[Double]], framework: IndexFramework, mean: WeightedMean = .arithmetic) {
        guard indicators.count == framework.indicators.count, let count = indicators.first?.count,
            indicators.allSatisfy({ $0.count == count })
        else { return nil }
        let nominal = framework.nominalWeights
        let members = framework.groups.indices.map { framework.members(of: $0) }
        var (scores, known) = ([Double](), [Double]())
        var groups = [[Double]](repeating: [], count: members.count)
        for area in 0..<count {
            let values = indicators.map { $0[area] }
            let isComplete = values.allSatisfy(\.isFinite)
            let weights = isComplete ? nominal : framework.weights { values[$0].isFinite }
            let share = zip(values, nominal).reduce(0) { $0 + ($1.0.isFinite ? $1.1 : 0) }
            known.append(share)
            scores.append(share >= WeightedMean.leastKnown - 1e-12 ? mean(values, weights: weights, leastKnown: 0).mean : .nan)
            for (group, members) in members.enumerated() {
                let part = members.reduce(0) { $0 + (values[$1].isFinite ? nominal[$1] : 0) }
                let whole = members.reduce(0) { $0 + nominal[$1] }
                let isEnough = part >= (WeightedMean.leastKnown - 1e-12) * whole
                groups[group].append(isEnough ? mean(members.map { values[$0] }, weights: members.map { weights[$0] }, leastKnown: 0).mean : .nan)
            }
        }
        (self.scores, self.known, self.groups, nominalWeights) = (scores, known, groups, nominal)
        used = scores.count { $0.isFinite }
        let final = scores
        effectiveWeights = indicators.map { Self.correlation($0, final) }
        overlaps = indicators.indices.flatMap { second in
            (0..<second).compactMap { first in
                let correlation = Self.correlation(indicators[first], indicators[second])
                return abs(correlation) > Self.overlapping ? Overlap(first: first, second: second, correlation: correlation) : nil
            }
        }
    }

    /// Over the areas that have both.
    private static func correlation(_ left: [Double], _ right: [Double]) -> Double {
        let both = left.indices.filter { left[$0].isFinite && right[$0].isFinite }
        let value = both.count > 1 ? Moments.correlation(both.map { left[$0] }, both.map { right[$0] }) : .nan
        return value.isFinite ? min(1, max(-1, value)) : .nan
    }
}
