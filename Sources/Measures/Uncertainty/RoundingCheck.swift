/// A published total and the published parts it was counted from, such as a wijk and its buurten.
package struct RoundedFamily: Sendable, Hashable {
    package let total: Double
    package let parts: [Double]

    package init(total: Double, parts: [Double]) {
        (self.total, self.parts) = (total, parts)
    }
}

/// How a column was rounded, judged from sums that do not come out.
///
/// For each family (Σ parts − total)²/(parts + 1) estimates the variance of one rounding: (b² − 1)/12 when rounded to the nearest
/// multiple of b, (b² − 1)/6 when rounded at random.
package struct RoundingCheck: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        /// Sums come out.
        case exact
        case nearest, random
        /// More than random rounding explains: errors inside an area hang together, or parts were changed after the count.
        case more
        /// Too few families to tell.
        case unclear
    }

    /// Fewest families for a verdict.
    package static let fewestFamilies = 30

    package let base: Int
    /// Mean estimate of the variance per rounding, and its standard error.
    package let variance: Double
    package let standardError: Double
    /// Families used: a known total and at least two parts, all known.
    package let used: Int

    /// - Returns: nil for a base below 2 or without any usable family
    package init?(_ families: [RoundedFamily], base: Int) {
        let usable = families.filter { $0.parts.count > 1 && $0.total.isFinite && $0.parts.allSatisfy(\.isFinite) }
        let estimates = usable.map { family in
            let error = family.parts.reduce(-family.total, +)
            return error * error / Double(family.parts.count + 1)
        }
        guard base > 1, !estimates.isEmpty, Moments.mean(estimates).isFinite else { return nil }
        self.base = base
        variance = Moments.mean(estimates)
        standardError = (Moments.variance(estimates) / Double(estimates.count)).squareRoot()
        used = estimates.count
    }

    /// Variance of one rounding that each rule leads to.
    package var nearestVariance: Double { RoundingRule.nearest(base: base).variance }
    package var randomVariance: Double { RoundingRule.random(base: base).variance }

    /// The rule whose variance is nearest on a scale of ratios.
    package var verdict: Verdict {
        guard used >= Self.fewestFamilies else { return .unclear }
        let half = 2.0.squareRoot()
        if variance < nearestVariance / 2 { return .exact }
        if variance <= nearestVariance * half { return .nearest }
        return variance <= randomVariance * half ? .random : .more
    }

    /// What to compute with: the widest reading unless the check says nearest. Errors that hang together still lie between the ends of
    /// random rounding.
    package var rule: RoundingRule {
        switch verdict {
        case .exact: .none
        case .nearest: .nearest(base: base)
        case .random, .more: .random(base: base)
        case .unclear: .unknown(base: base)
        }
    }
}

extension RoundingRule {
    fileprivate var variance: Double { standardDeviation() * standardDeviation() }
}
