import Areas
import Core
import Measures

/// Makes figures from two others: shares with the bounds that rounding leaves, rates with the chance of small numbers.
enum DerivedColumns {
    static func make(
        _ indicator: Indicator, _ derivation: Indicator.Derivation, from columns: [String: [FigureColumn]], spreads: [SpreadKey: [AreaLevel: NationalSpread]]
    ) -> [FigureColumn] {
        let (numerator, denominator): (String, String) =
            switch derivation {
            case .share(let part, let whole): (part, whole)
            case .rate(let events, _, let population): (events, population)
            }
        return (columns[numerator] ?? []).compactMap { part in
            let whole = (columns[denominator] ?? []).first { candidate in
                candidate.period == part.period && candidate.frame.edition.boundaryYear == part.frame.edition.boundaryYear
            }
            return whole.map { column(indicator, derivation, part: part, whole: $0, spreads: spreads) }
        }
    }

    private static func column(
        _ indicator: Indicator, _ derivation: Indicator.Derivation, part: FigureColumn, whole: FigureColumn,
        spreads: [SpreadKey: [AreaLevel: NationalSpread]]
    ) -> FigureColumn {
        let frame = part.frame
        var values: [Double] = [], lower: [Double] = [], upper: [Double] = [], reasons: [UInt8] = []
        values.reserveCapacity(frame.codes.count)
        for (position, code) in frame.codes.enumerated() {
            let other = whole.frame === frame ? position : whole.frame.position(of: code)
            let cell = cell(derivation, part: part, at: position, whole: whole, at: other)
            values.append(cell.value)
            lower.append(cell.limits?.lowerBound ?? .nan)
            upper.append(cell.limits?.upperBound ?? .nan)
            reasons.append(cell.reason?.rawValue ?? 0)
        }
        let kind: Interval.Kind =
            switch derivation {
            case .share: .rounding
            case .rate: .chance
            }
        return FigureColumn(
            indicator: indicator, period: part.period, status: part.status, frame: frame, values: PackedColumn(values), lower: PackedColumn(lower),
            upper: PackedColumn(upper), intervalKind: kind, reasons: ReasonRuns.encode(reasons),
            spreads: spreads[SpreadKey(edition: frame.edition.id, indicator: indicator.key, period: part.period)] ?? [:])
    }

    private struct Cell {
        var value = Double.nan
        var limits: ClosedRange<Double>?
        var reason: MissingReason?
    }

    private static func cell(
        _ derivation: Indicator.Derivation, part: FigureColumn, at position: Int, whole: FigureColumn, at other: Int?
    ) -> Cell {
        let a = part.value(at: position)
        guard !a.isNaN else { return Cell(reason: part.missing(at: position)) }
        guard let other else { return Cell(reason: .notDelivered) }
        let b = whole.value(at: other)
        guard !b.isNaN else { return Cell(reason: whole.missing(at: other)) }
        guard b > 0 else { return Cell(reason: .notApplicable) }
        let bounds = whole.interval(at: other).map { $0.lower...$0.upper } ?? b...b
        switch derivation {
        case .share:
            let partBounds = part.interval(at: position).map { $0.lower...$0.upper } ?? a...a
            return Cell(value: min(100, 100 * a / b), limits: partBounds.percentage(of: bounds))
        case .rate(_, let per, _):
            let chance = Intervals.poisson(a) ?? a...a
            guard bounds.lowerBound > 0 else { return Cell(value: Double(per) * a / b) }
            return Cell(value: Double(per) * a / b, limits: Double(per) * chance.lowerBound / bounds.upperBound...Double(per) * chance.upperBound / bounds.lowerBound)
        }
    }
}
