/// Areas of different size against one target, with the limits that chance allows at each size.
///
/// Source: Spiegelhalter 2005; limits and labels as in Public Health England's indicator methods.
package struct FunnelPlot: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Part of a population, 0 to 1: normal limits, clipped to 0 and 1.
        case proportion
        /// Events per unit of population, or observed against expected: exact Poisson limits around the expected count.
        case rate
    }

    /// What is done about areas that differ more than chance explains.
    package enum Correction: Sendable, Hashable {
        case none
        /// Standard errors times √φ, when φ is above 1.
        case multiplicative
        /// A variance between areas added to each.
        case additive
    }

    package enum Status: Sendable, Hashable {
        /// Beyond 99.8 % or 95 %.
        case farAbove, above
        case within
        case below, farBelow
        case unknown
    }

    package struct Area: Sendable, Hashable {
        package let value: Double
        /// Distance from the target in standard errors, before and after the correction.
        package let z: Double
        package let correctedZ: Double
        package let limits95: ClosedRange<Double>
        package let limits998: ClosedRange<Double>
        package let status: Status
    }

    package let kind: Kind
    package let correction: Correction
    /// Rate of all areas together, unless another was asked for.
    package let target: Double
    package let overdispersion: Overdispersion
    /// Nil where the count or population is missing.
    package private(set) var areas: [Area?] = []
    /// How many areas were used.
    package let used: Int

    /// - Parameters:
    ///   - counts: NaN for missing
    ///   - populations: NaN for missing; expected counts where the ratio to them is asked (with `target` 1)
    ///   - correction: on by default; the page says so
    ///   - target: nil for the rate of all areas together
    /// - Returns: nil without areas, for lists of different length, or for a target no area can differ from by chance (0; 1 for proportions)
    package init?(
        _ counts: [Double], of populations: [Double], kind: Kind = .proportion, correction: Correction = .multiplicative, target: Double? = nil
    ) {
        guard let input = RateInput(counts, per: populations, atMostOne: kind == .proportion) else { return nil }
        let target = target ?? input.mean
        guard target > 0, target.isFinite, kind == .rate || target < 1 else { return nil }
        (self.kind, self.correction, self.target, used) = (kind, correction, target, input.known.count)
        let errors = input.known.map { Self.error(target, kind, population: populations[$0]) }
        let scores = zip(input.known, errors).map { index, error in (input.rate(index) - target) / error }
        guard let overdispersion = Overdispersion(scores: scores, errors: errors) else { return nil }
        self.overdispersion = overdispersion
        var areas = [Area?](repeating: nil, count: counts.count)
        for (index, score) in zip(input.known, scores) { areas[index] = area(input.rate(index), population: populations[index], z: score) }
        self.areas = areas
    }

    /// Areas beyond the limits: 95 % (those beyond 99.8 % among them) and 99.8 %.
    package var outside95: (above: Int, below: Int) {
        (count(.above) + count(.farAbove), count(.below) + count(.farBelow))
    }
    package var outside998: (above: Int, below: Int) { (count(.farAbove), count(.farBelow)) }

    /// The funnel at a size, for the drawn curve and for an area; nil unless the population is above 0.
    package func limits(at population: Double, _ confidence: Confidence = .percent95) -> ClosedRange<Double>? {
        guard population > 0, population.isFinite else { return nil }
        let stretch = stretch(at: population)
        switch kind {
        case .proportion:
            let reach = confidence.z * Self.error(target, kind, population: population) * stretch
            return ClosedRange(from: max(0, target - reach), to: min(1, target + reach))
        case .rate:
            guard let exact = Intervals.poisson(target * population, confidence) else { return nil }
            let lower = target - (target - exact.lowerBound / population) * stretch
            return ClosedRange(from: max(0, lower), to: target + (exact.upperBound / population - target) * stretch)
        }
    }

    private func count(_ status: Status) -> Int { areas.count { $0?.status == status } }

    private func area(_ value: Double, population: Double, z: Double) -> Area? {
        guard let inner = limits(at: population, .percent95), let outer = limits(at: population, .percent998) else { return nil }
        let status: Status
        if value > inner.upperBound {
            status = value > outer.upperBound ? .farAbove : .above
        } else if value < inner.lowerBound {
            status = value < outer.lowerBound ? .farBelow : .below
        } else {
            status = .within
        }
        return Area(value: value, z: z, correctedZ: z / stretch(at: population), limits95: inner, limits998: outer, status: status)
    }

    /// By how much the correction widens the limits at a size.
    private func stretch(at population: Double) -> Double {
        switch correction {
        case .none: return 1
        case .multiplicative: return max(1, overdispersion.winsorised).squareRoot()
        case .additive:
            let error = Self.error(target, kind, population: population)
            return (1 + overdispersion.variance / (error * error)).squareRoot()
        }
    }

    private static func error(_ target: Double, _ kind: Kind, population: Double) -> Double {
        (target * (kind == .proportion ? 1 - target : 1) / population).squareRoot()
    }
}
