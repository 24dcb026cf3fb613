/// A rate as measured and as it is after small areas borrowed strength from the others.
package struct SmoothedRate: Sendable, Hashable {
    package let raw: Double
    package let smoothed: Double
    /// How much of the smoothed rate comes from the area itself, 0 to 1 ("29 % from the neighbourhood itself").
    package let weight: Double

    init(raw: Double, mean: Double, weight: Double) {
        self.raw = raw
        self.weight = weight
        // Both ends exactly: weight 0 gives the mean, weight 1 the raw rate.
        smoothed = weight * raw + (1 - weight) * mean
    }

    /// A smoothed rate that was computed on another scale.
    init(raw: Double, fixed smoothed: Double, weight: Double) {
        (self.raw, self.smoothed, self.weight) = (raw, smoothed, weight)
    }

    /// - Parameters:
    ///   - mean: rate the area is drawn to
    ///   - variance: between areas; at most 0 gives the mean
    init(raw: Double, population: Double, mean: Double, variance: Double) {
        let total = variance + mean / population
        self.init(raw: raw, mean: mean, weight: variance > 0 && total > 0 ? min(1, variance / total) : 0)
    }
}

/// Rates drawn to the mean of all areas, the more so the smaller the area (empirical Bayes; Marshall 1991).
package struct EmpiricalBayes: Sendable, Hashable {
    /// Rate of all areas together (b).
    package let mean: Double
    /// Variance of the true rates between areas (a), as computed; below 0 when areas differ less than chance makes them.
    package let unclippedVariance: Double
    /// Nil where the count or population is missing.
    package let areas: [SmoothedRate?]
    /// How many areas were used.
    package let used: Int

    /// Variance of the true rates between areas (a), 0 or more.
    package var variance: Double { max(0, unclippedVariance) }
    package var smoothed: [Double] { areas.map { $0?.smoothed ?? .nan } }
}

/// Methods for rates of areas of very different size.
package enum Rates {
    /// Global empirical Bayes smoothing (Marshall 1991): b = ΣO/ΣP, a = ΣP(r − b)²/ΣP − b/P̄, weight a/(a + b/P).
    ///
    /// - Parameters:
    ///   - counts: NaN for missing
    ///   - populations: NaN or 0 for missing
    /// - Returns: nil without areas or for lists of different length
    package static func empiricalBayes(_ counts: [Double], per populations: [Double]) -> EmpiricalBayes? {
        guard let input = RateInput(counts, per: populations) else { return nil }
        let (mean, variance) = (input.mean, input.variance)
        guard variance.isFinite else { return nil }
        var areas = [SmoothedRate?](repeating: nil, count: counts.count)
        for index in input.known {
            areas[index] = SmoothedRate(raw: input.rate(index), population: populations[index], mean: mean, variance: variance)
        }
        return EmpiricalBayes(mean: mean, unclippedVariance: variance, areas: areas, used: input.known.count)
    }

    /// Rates with the effect of their size on the spread taken out, for Moran's statistics (Assunção and Reis 1999).
    ///
    /// (r − b)/√(a + b/P) with a not clipped; where that variance is not above 0, b/P alone.
    ///
    /// - Returns: NaN for missing areas; nil where there are no areas, no events, or lists of different length
    package static func empiricalBayesStandardised(_ counts: [Double], per populations: [Double]) -> [Double]? {
        guard let input = RateInput(counts, per: populations), input.totalCount > 0 else { return nil }
        let (mean, variance) = (input.mean, input.variance)
        guard variance.isFinite else { return nil }
        var scores = [Double](repeating: .nan, count: counts.count)
        for index in input.known {
            let chance = mean / populations[index]
            let total = variance + chance > 0 ? variance + chance : chance
            let score = (input.rate(index) - mean) / total.squareRoot()
            scores[index] = score.isFinite ? score : .nan
        }
        return scores
    }
}

extension RateInput {
    /// Marshall's moment estimate of the variance between areas; may be below 0.
    fileprivate var variance: Double {
        let squares = known.reduce(0.0) { sum, index in
            let distance = rate(index) - mean
            return sum + populations[index] / totalPopulation * distance * distance
        }
        return squares - mean / (totalPopulation / Double(known.count))
    }
}
