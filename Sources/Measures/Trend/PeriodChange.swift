/// The difference of one figure of one area between two periods, with what is known of its margin.
package struct PeriodChange: Sendable, Hashable {
    /// What the margins of the two figures allow for, and so the interval of their difference.
    package enum Basis: String, Sendable, Hashable, CaseIterable {
        /// Chance in counts, and rounding: 95 %.
        case chance
        /// Published margins of one model or survey: 95 %, an indication.
        case published
        /// Rounding only: the true difference lies within it for certain.
        case rounding
        /// No margin is known though the figure is uncertain.
        case none
    }

    package enum Finding: Sendable, Hashable {
        /// Clear of 0, also among all areas together.
        case up, down
        /// Clear of 0 for this area alone; gone when all are looked at together.
        case upAlone, downAlone
        /// May be chance or rounding.
        case unclear
        /// Values without a margin.
        case cannotSay
        /// One of the values is missing or is about other land.
        case missing
    }

    package let before: Double
    package let after: Double
    package let beforeMargin: ClosedRange<Double>?
    package let afterMargin: ClosedRange<Double>?
    package let basis: Basis
    package let interval: ClosedRange<Double>?
    /// Two-sided; nil where chance is not what the interval is about.
    package let p: Double?

    package var difference: Double { after - before }

    /// A figure of `chance` or `published` without a margin has no interval; one of `rounding` without a margin is exact.
    ///
    /// - Returns: nil unless both values are finite numbers
    package init?(
        from before: Double, _ beforeMargin: ClosedRange<Double>? = nil, to after: Double, _ afterMargin: ClosedRange<Double>? = nil, basis: Basis
    ) {
        guard before.isFinite, after.isFinite else { return nil }
        (self.before, self.after, self.beforeMargin, self.afterMargin, self.basis) = (before, after, beforeMargin, afterMargin, basis)
        switch basis {
        case .chance: interval = Self.byLimits(before, beforeMargin, after, afterMargin)
        case .published: interval = Difference.published(Estimate(after, margin: afterMargin), minus: Estimate(before, margin: beforeMargin))?.interval
        case .rounding: interval = (afterMargin ?? after...after).minus(beforeMargin ?? before...before)
        case .none: interval = nil
        }
        p = basis == .chance || basis == .published ? Self.chance(after - before, interval) : nil
    }

    /// The limits of two independent figures taken together by squares (Newcombe, 1998, method 10; Zou and Donner, 2008, for any limits).
    private static func byLimits(_ first: Double, _ one: ClosedRange<Double>?, _ second: Double, _ other: ClosedRange<Double>?) -> ClosedRange<Double>? {
        guard let one, let other else { return nil }
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        let down = length(second - other.lowerBound, one.upperBound - first), up = length(other.upperBound - second, first - one.lowerBound)
        return ClosedRange(from: second - first - down, to: second - first + up)
    }

    /// The two-sided p-value that goes with the interval: the side towards 0 as 1.96 standard errors.
    private static func chance(_ difference: Double, _ interval: ClosedRange<Double>?) -> Double? {
        guard let interval else { return nil }
        let reach = difference > 0 ? difference - interval.lowerBound : interval.upperBound - difference
        guard reach > 0 else { return difference == 0 ? 1 : 0 }
        return Normal.twoSided(difference / (reach / Confidence.percent95.z))
    }
}

/// The changes of many areas, read together.
package struct PeriodChanges: Sendable, Hashable {
    /// In the order of the areas; nil where one of the values is missing.
    package let changes: [PeriodChange?]
    package let findings: [PeriodChange.Finding]
    /// Areas that took part in the correction for many areas (Benjamini and Hochberg, 5 %).
    package let family: Int
    /// Over the areas with both values; nil where there are fewer than three, or one of the periods does not vary.
    package let regression: RegressionToMean?

    package init(_ changes: [PeriodChange?]) {
        let discoveries = BenjaminiHochberg(changes.map { $0?.p ?? .nan })
        self.changes = changes
        family = discoveries.family
        findings = changes.map { Self.finding($0, discoveries) }
        regression = RegressionToMean(first: changes.map { $0?.before ?? .nan }, second: changes.map { $0?.after ?? .nan })
    }

    /// What the intervals of most areas allow for.
    package var basis: PeriodChange.Basis { changes.lazy.compactMap { $0?.basis }.first ?? .none }

    /// Change to expect of an area from regression to the mean alone.
    package func expected(_ area: Int) -> Double? {
        regression.flatMap { regression in changes[area].map { regression.beside(before: $0.before, after: $0.after).expectedChange } }
    }

    private static func finding(_ change: PeriodChange?, _ discoveries: BenjaminiHochberg) -> PeriodChange.Finding {
        guard let change else { return .missing }
        guard let interval = change.interval else { return .cannotSay }
        guard interval.lowerBound > 0 || interval.upperBound < 0 else { return .unclear }
        let isUp = interval.lowerBound > 0
        guard let p = change.p, !discoveries.rejects(p) else { return isUp ? .up : .down }
        return isUp ? .upAlone : .downAlone
    }
}
