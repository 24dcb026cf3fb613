/// What a figure is, as far as putting areas together is concerned.
package enum FigureKind: Sendable, Hashable, CaseIterable {
    /// Adds up.
    case count
    /// Weighted by its own denominator.
    case share, rate
    /// Weighted by the number it is a mean of.
    case mean
    /// Cannot be put together from the figures of parts.
    case median, spread, index, category, modelled
}

/// The figure of one part of a custom area.
package struct FigurePart: Sendable, Hashable {
    /// NaN for missing.
    package let value: Double
    /// Ends from rounding or margins; nil for the value as it is.
    package let bounds: ClosedRange<Double>?
    /// Denominator of a share or rate, number of a mean; not used for counts.
    package let weight: Double
    package let weightBounds: ClosedRange<Double>?

    package init(_ value: Double, bounds: ClosedRange<Double>? = nil, weight: Double = .nan, weightBounds: ClosedRange<Double>? = nil) {
        (self.value, self.bounds, self.weight, self.weightBounds) = (value, bounds, weight, weightBounds)
    }
}

/// Why a figure of a custom area is not given.
package enum AggregationRefusal: Error, Hashable {
    /// Figures of this kind cannot be computed from those of parts.
    case kind(FigureKind)
    case noParts
    case missingValue(part: Int)
    /// The figure's own denominator is missing or below 0.
    case missingWeight(part: Int)
    /// All denominators are 0.
    case emptyWhole
    /// The sum is too large for a number.
    case tooLarge
}

/// A figure of a custom area.
package struct Aggregate: Sendable, Hashable {
    package let value: Double
    /// Between which ends the true value lies, given those of the parts.
    package let bounds: ClosedRange<Double>
    /// Sum of the denominators; NaN for counts.
    package let weight: Double
    /// How many parts were used. Parts with a denominator of 0 have nothing to add.
    package let used: Int

    /// Puts the figures of parts together; nothing missing is filled in.
    ///
    /// - Parameter parts: every part of the custom area, each once
    package init(_ parts: [FigurePart], kind: FigureKind) throws(AggregationRefusal) {
        switch kind {
        case .count: try self.init(adding: parts)
        case .share, .rate, .mean: try self.init(weighing: parts)
        case .median, .spread, .index, .category, .modelled: throw .kind(kind)
        }
    }

    private init(adding parts: [FigurePart]) throws(AggregationRefusal) {
        guard !parts.isEmpty else { throw .noParts }
        for (index, part) in parts.enumerated() where !part.value.isFinite { throw .missingValue(part: index) }
        value = parts.reduce(0) { $0 + $1.value }
        guard value.isFinite else { throw .tooLarge }
        bounds = ClosedRange.sum(of: parts.map { $0.bounds ?? $0.value...$0.value })
        (weight, used) = (.nan, parts.count)
    }

    private init(weighing parts: [FigurePart]) throws(AggregationRefusal) {
        guard !parts.isEmpty else { throw .noParts }
        var terms: [WeightedEnds] = []
        var (sum, total) = (0.0, 0.0)
        for (index, part) in parts.enumerated() {
            guard part.weight >= 0, part.weight.isFinite else { throw .missingWeight(part: index) }
            let weights = part.weightBounds ?? part.weight...part.weight
            if part.weight == 0, weights.upperBound <= 0 { continue }
            guard part.value.isFinite else { throw .missingValue(part: index) }
            terms.append(WeightedEnds(value: part.bounds ?? part.value...part.value, weight: max(0, weights.lowerBound)...max(0, weights.upperBound)))
            sum += part.value * part.weight
            total += part.weight
        }
        guard total > 0 else { throw .emptyWhole }
        value = sum / total
        guard value.isFinite, let bounds = WeightedEnds.mean(terms) else { throw .tooLarge }
        (self.bounds, weight, used) = (bounds.hull(with: value...value), total, terms.count)
    }
}

/// A value and a weight, both between ends.
private struct WeightedEnds {
    let value: ClosedRange<Double>
    let weight: ClosedRange<Double>

    /// Ends of the weighted mean, exactly: at the lower end the lowest values weigh the most, and where that turns is tried everywhere.
    static func mean(_ terms: [WeightedEnds]) -> ClosedRange<Double>? {
        guard let lower = lowest(terms),
            let upper = lowest(terms.map { WeightedEnds(value: -$0.value.upperBound ... -$0.value.lowerBound, weight: $0.weight) })
        else { return nil }
        return ClosedRange(from: lower, to: -upper)
    }

    private static func lowest(_ terms: [WeightedEnds]) -> Double? {
        let sorted = terms.sorted { $0.value.lowerBound < $1.value.lowerBound }
        var sum = sorted.reduce(0) { $0 + $1.value.lowerBound * $1.weight.lowerBound }
        var total = sorted.reduce(0) { $0 + $1.weight.lowerBound }
        var best: Double?
        for term in sorted {
            let added = term.weight.upperBound - term.weight.lowerBound
            sum += term.value.lowerBound * added
            total += added
            if total > 0, sum.isFinite { best = min(best ?? .infinity, sum / total) }
        }
        return best
    }
}
