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
            let wholes = (columns[denominator] ?? []).filter { candidate in
                candidate.period == part.period && candidate.frame.edition.boundaryYear == part.frame.edition.boundaryYear
            }
            guard !wholes.isEmpty else { return nil }
            // The denominator of the same delivery goes first; levels may have been delivered apart.
            let own = wholes.filter { $0.frame === part.frame }
            return column(indicator, derivation, part: part, wholes: own + wholes.filter { $0.frame !== part.frame }, spreads: spreads)
        }
    }

    private static func column(
        _ indicator: Indicator, _ derivation: Indicator.Derivation, part: FigureColumn, wholes: [FigureColumn],
        spreads: [SpreadKey: [AreaLevel: NationalSpread]]
    ) -> FigureColumn {
        let frame = part.frame
        var values: [Double] = [], lower: [Double] = [], upper: [Double] = [], reasons: [UInt8] = []
        values.reserveCapacity(frame.codes.count)
        for (position, code) in frame.codes.enumerated() {
            let cell = cell(derivation, part: part, at: position, of: place(of: code, at: position, in: frame, among: wholes))
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
            indicator: indicator, period: part.period, status: leastFinal(wholes.map(\.status) + [part.status]), frame: frame, values: PackedColumn(values),
            lower: PackedColumn(lower),
            upper: PackedColumn(upper), intervalKind: kind, reasons: ReasonRuns.encode(reasons),
            spreads: spreads[SpreadKey(edition: frame.edition.id, indicator: indicator.key, period: part.period)] ?? [:])
    }

    private static func leastFinal(_ statuses: [FigureStatus]) -> FigureStatus {
        [.provisional, .nearDefinitive].first(where: statuses.contains) ?? .definitive
    }

    private typealias Place = (column: FigureColumn, position: Int)

    /// Where the denominator of an area stands: in the first column that has a figure for it, else in the first that knows the area.
    private static func place(of code: AreaCode, at position: Int, in frame: EditionFrame, among wholes: [FigureColumn]) -> Place? {
        var empty: Place?
        for whole in wholes {
            guard let other = whole.frame === frame ? position : whole.frame.position(of: code) else { continue }
            if !whole.value(at: other).isNaN { return (whole, other) }
            if empty == nil { empty = (whole, other) }
        }
        return empty
    }

    private struct Cell {
        var value = Double.nan
        var limits: ClosedRange<Double>?
        var reason: MissingReason?
    }

    private static func cell(_ derivation: Indicator.Derivation, part: FigureColumn, at position: Int, of place: Place?) -> Cell {
        let a = part.value(at: position)
        guard !a.isNaN else { return Cell(reason: part.missing(at: position)) }
        guard let (whole, other) = place else { return Cell(reason: .notDelivered) }
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
            return Cell(
                value: Double(per) * a / b, limits: Double(per) * chance.lowerBound / bounds.upperBound...Double(per) * chance.upperBound / bounds.lowerBound)
        }
    }
}
