import Areas
import Core
import Measures

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
    private let shapes = KeptFew<AreaLevel, NationalShape>()
    /// What pages write of this figure and is the same for every area of a level.
    let templates = KeptFew<TemplateKey, FigureTemplate>()
    /// A bit for each level that has a value.
    private let delivered: UInt8

    struct TemplateKey: Numbered {
        let level: AreaLevel
        let language: Language

        static var count: Int { AreaLevel.count * Language.count }
        var number: Int { level.number * Language.count + language.number }
    }

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
        self.delivered = AreaLevel.allCases.reduce(0) { bits, level in
            let isGiven = spreads[level].map { !$0.values.isEmpty } ?? frame.positions(of: level).contains { !values.value(at: $0).isNaN }
            return isGiven ? bits | 1 << UInt8(level.depth) : bits
        }
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
    package func isDelivered(for level: AreaLevel) -> Bool { delivered >> UInt8(level.depth) & 1 != 0 }

    /// Whether both give this figure for areas of one level.
    func sharesLevel(with other: FigureColumn) -> Bool {
        AreaLevel.allCases.contains { isDelivered(for: $0) && other.isDelivered(for: $0) }
    }

    /// How the values of a level are spread over the country; made at first use.
    package func shape(of level: AreaLevel) -> NationalShape {
        shapes.value(for: level) {
            if let spread = spreads[level] { return NationalShape(spread) }
            let positions = frame.positions(of: level)
            return NationalShape(values: positions.map(value(at:)), intervals: positions.map(interval(at:)))
        }
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
