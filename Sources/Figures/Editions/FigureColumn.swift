import Areas
import Charts
import Core
import HTML
import Measures
import Synchronization

/// One indicator in one period for all areas of an edition, with what is needed to say what each value is worth.
package final class FigureColumn: Sendable {
    package let indicator: Indicator
    package let period: Period
    package let status: FigureStatus
    package let frame: EditionFrame
    private let values: PackedColumn
    private let lower: PackedColumn?
    private let upper: PackedColumn?
    /// Kind of the interval in `lower` and `upper`.
    private let intervalKind: Interval.Kind
    private let reasons: [UInt8]
    /// The values of the whole country per level, where the edition itself holds a part of it.
    private let spreads: [AreaLevel: NationalSpread]
    private let shapes = Mutex<[AreaLevel: NationalShape]>([:])

    /// - Parameters:
    ///   - lower, upper: published or computed limits, in the order of the frame; both or neither
    ///   - reasons: why values are missing, as ``ReasonRuns``
    package init(
        indicator: Indicator, period: Period, status: FigureStatus, frame: EditionFrame, values: PackedColumn, lower: PackedColumn? = nil,
        upper: PackedColumn? = nil, intervalKind: Interval.Kind = .published, reasons: [UInt8], spreads: [AreaLevel: NationalSpread] = [:]
    ) {
        self.indicator = indicator
        self.period = period
        self.status = status
        self.frame = frame
        self.values = values
        self.lower = lower
        self.upper = upper
        self.intervalKind = intervalKind
        self.reasons = reasons
        self.spreads = spreads
    }

    /// The value at a position of the frame, in the unit of the source; NaN where it is missing.
    package func value(at position: Int) -> Double { values.value(at: position) }

    /// Why there is no value at a position; nil when there is one.
    package func missing(at position: Int) -> MissingReason? {
        guard value(at: position).isNaN else { return nil }
        guard let reason = ReasonRuns.reason(at: position, in: reasons).flatMap(MissingReason.init(rawValue:)), reason != .none else { return .notDelivered }
        return reason
    }

    /// Where the true value may lie; nil when nothing is known about that, or when there is no value.
    package func interval(at position: Int) -> Interval? {
        let value = self.value(at: position)
        guard !value.isNaN else { return nil }
        if let lower, let upper {
            let limits = (lower.value(at: position), upper.value(at: position))
            guard !limits.0.isNaN, !limits.1.isNaN else { return nil }
            return Interval(lower: limits.0, upper: limits.1, kind: intervalKind)
        }
        switch indicator.uncertainty {
        case .count:
            return Intervals.poisson(value).map { Interval(lower: $0.lowerBound, upper: $0.upperBound, kind: .chance) }
        case .roundingOnly:
            return roundingInterval(of: value, level: frame.codes[position].level)
        case .publishedMargin, .sample, .notPublished:
            return nil
        }
    }

    private func roundingInterval(of value: Double, level: AreaLevel) -> Interval? {
        let rule = indicator.rounding.rule(for: level)
        guard rule != .exact, let bounds = rule.measure.bounds(of: value, whole: indicator.kind == .count, minimum: indicator.possible.lowerBound) else {
            return nil
        }
        return Interval(lower: bounds.lowerBound, upper: min(bounds.upperBound, indicator.possible.upperBound), kind: .rounding)
    }

    /// Whether the source gave this figure for any area of the level.
    package func isDelivered(for level: AreaLevel) -> Bool { shape(of: level).distribution.count > 0 }

    /// Whether both give this figure for areas of one level.
    func sharesLevel(with other: FigureColumn) -> Bool {
        AreaLevel.allCases.contains { isDelivered(for: $0) && other.isDelivered(for: $0) }
    }

    /// How the values of a level are spread over the country; made at first use.
    package func shape(of level: AreaLevel) -> NationalShape {
        if let known = shapes.withLock({ $0[level] }) { return known }
        let positions = frame.positions(of: level)
        let fresh = spreads[level].map(NationalShape.init) ?? NationalShape(values: positions.map(value(at:)), intervals: positions.map(interval(at:)))
        shapes.withLock { $0[level] = fresh }
        return fresh
    }
}

/// The values of all areas of one level in the country: ready for a place, a strip and a rank range.
package final class NationalShape: Sendable {
    package let distribution: Distribution
    /// 60 bins from the 1st to the 97.5th percentile; nil without values.
    package let histogram: Measures.Histogram?
    private let ranks: RankRanges?
    /// The lower half of every strip of this level, per language: made at first use.
    private let grounds = Mutex<[Language: StripGround]>([:])
    /// What stands below every figure of this level and is the same for all its areas, per language: made at first use.
    private let remarks = Mutex<[Language: Fragment]>([:])

    init(values: [Double], intervals: [Interval?]) {
        let distribution = Distribution(values)
        self.distribution = distribution
        self.histogram = distribution.histogram()
        guard intervals.contains(where: { $0 != nil }) else {
            self.ranks = nil
            return
        }
        self.ranks = RankRanges(zip(values, intervals).map { value, interval in value.isNaN ? nil : interval?.range ?? value...value })
    }

    /// From values alone: the country's intervals are not known, so no rank range can be said.
    init(_ spread: NationalSpread) {
        self.distribution = Distribution(spread.values + repeatElement(.nan, count: spread.missing))
        self.histogram = distribution.histogram()
        self.ranks = nil
    }

    /// The ground of strips in a language; `make` is asked once.
    func ground(_ language: Language, make: () -> StripGround) -> StripGround {
        if let known = grounds.withLock({ $0[language] }) { return known }
        let fresh = make()
        grounds.withLock { $0[language] = fresh }
        return fresh
    }

    /// The unchanging remarks in a language; `make` is asked once.
    func remark(_ language: Language, make: () -> Fragment) -> Fragment {
        if let known = remarks.withLock({ $0[language] }) { return known }
        let fresh = make()
        remarks.withLock { $0[language] = fresh }
        return fresh
    }

    /// - Parameter margin: the interval of the value, where known
    package func place(of value: Double, margin: Interval?) -> PlaceAmongAreas? {
        guard let standing = distribution.standing(of: value), let median = distribution.median else { return nil }
        let count = Double(max(1, standing.count))
        return PlaceAmongAreas(
            count: standing.count, missing: distribution.missing, lowerShare: Double(standing.lower) / count, higherShare: Double(standing.higher) / count,
            median: median, rankRange: margin.flatMap { ranks?.places(of: $0.range) })
    }
}

extension Indicator.Rounding.Rule {
    /// The same rule in the words of the mathematics.
    var measure: RoundingRule {
        switch self {
        case .decimals(let digits): .decimals(digits)
        case .nearest(let base): .nearest(base: base)
        case .random(let base): .random(base: base)
        case .unknown(let base): .unknown(base: base)
        case .exact: .none
        }
    }
}
