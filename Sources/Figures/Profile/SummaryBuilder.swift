import Areas
import Core
import Measures

/// Picks what opens a profile: qualities, opportunities, bottlenecks and problems, from figures that have a good direction.
///
/// A figure counts only when its interval lies on one side: a place that chance or rounding can explain is no finding.
struct SummaryBuilder {
    let area: Area
    let map: AreaMap
    let book: FigureBook

    /// Lines per section at most, so that the page opens with what stands out.
    private static let limit = 4

    func summary(of figures: [Figure]) -> Summary {
        let judged = figures.compactMap(Judged.init)
        let best = judged.filter { $0.worseElsewhere >= 0.8 }.sorted { $0.worseElsewhere > $1.worseElsewhere }
        let worst = judged.filter { $0.betterElsewhere >= 0.8 }.sorted { $0.betterElsewhere > $1.betterElsewhere }
        let below = judged.filter { (0.6..<0.8).contains($0.betterElsewhere) }.sorted { $0.betterElsewhere > $1.betterElsewhere }
        return Summary(
            qualities: best.prefix(Self.limit).map { line($0.figure) }, opportunities: improvements(judged),
            bottlenecks: below.prefix(Self.limit).map { line($0.figure) },
            problems: worst.prefix(Self.limit).map { Summary.Problem(line: line($0.figure), places: places($0.figure)) })
    }

    private struct Judged {
        let figure: Figure
        /// Share of areas that are worse, or better, beyond the interval of this figure.
        let worseElsewhere: Double
        let betterElsewhere: Double

        init?(_ figure: Figure) {
            guard figure.indicator.direction != .none, let value = figure.latest.value, let strip = figure.strip else { return nil }
            let shape = strip.nation
            guard let here = figure.nation ?? shape.place(of: value) else { return nil }
            // An interval only makes it less: what is no outlier as a point needs no look at its ends.
            let range = max(here.lowerShare, here.higherShare) < 0.6 ? nil : figure.latest.interval?.range
            guard let low = range.map({ shape.place(of: $0.lowerBound) }) ?? here, let high = range.map({ shape.place(of: $0.upperBound) }) ?? here
            else { return nil }
            let isHigherBetter = figure.indicator.direction == .higherIsBetter
            self.figure = figure
            self.worseElsewhere = isHigherBetter ? low.lowerShare : high.higherShare
            self.betterElsewhere = isHigherBetter ? high.higherShare : low.lowerShare
        }
    }

    private func line(_ figure: Figure) -> Summary.Line {
        Summary.Line(figure: figure, kind: .standing(area.level))
    }

    /// Figures that got better here by more than in the middle area of the country, on the same borders and by the same method.
    private func improvements(_ judged: [Judged]) -> [Summary.Line] {
        let changes = judged.compactMap { item -> (Figure, FigureChange, Double)? in
            guard let change = item.figure.change, let here = change.difference, let there = change.medianDifference
            else {
                return nil
            }
            let sign = item.figure.indicator.direction == .higherIsBetter ? 1.0 : -1.0
            guard sign * here > 0, sign * (here - there) > 0, abs(here) >= 2 * abs(there) || there * here <= 0, change.isBeyondIntervals else { return nil }
            // A change that the printed digits do not show is no line.
            guard !change.isHidden(by: item.figure.indicator.unit) else { return nil }
            return (item.figure, change, abs(here) / max(abs(change.first.value ?? 1), 1e-9))
        }
        return changes.sorted { $0.2 > $1.2 }.prefix(Self.limit).map { figure, change, _ in
            Summary.Line(figure: figure, kind: .improvement(change, area.level))
        }
    }

    /// Where a problem is largest: the most unfavourable areas on the first level down that has the figure.
    private func places(_ figure: Figure) -> [Area] {
        let levels = [AreaLevel.municipality, .district, .neighbourhood].filter { $0 > area.level }
        let found = levels.firstResult { level in
            book.column(of: figure.indicator.key, level: level, boundaryYear: area.year, period: figure.latest.period).map { (level, $0) }
        }
        guard let (level, column) = found else { return [] }
        let values = map.areas(of: level, within: area.code).compactMap { child -> (Area, Double)? in
            guard let position = column.frame.position(of: child.code), !column.value(at: position).isNaN else { return nil }
            return (child, column.value(at: position))
        }
        let isHigherWorse = figure.indicator.direction == .lowerIsBetter
        return values.sorted { isHigherWorse ? $0.1 > $1.1 : $0.1 < $1.1 }.prefix(3).map(\.0)
    }
}

/// The change of a figure over its comparable series, beside what happened in the middle area of the country.
package struct FigureChange: Sendable {
    package let first: Observation
    package let last: Observation
    /// Median of all areas of the level in the country, then and now.
    package let medians: (first: Double, last: Double)?

    /// Nil without two comparable values by the same method.
    ///
    init?(_ indicator: Indicator, latest: Observation, series: FigureSeries, level: AreaLevel) {
        let year = latest.period.year
        let start = max(indicator.comparableSince ?? .min, indicator.breaks.map(\.year).filter { $0 <= year }.max() ?? .min)
        func isUsable(_ item: Observation) -> Bool { item.comparable == .same && item.value != nil && item.period.year >= start }
        let all = series.observations
        // From the newest: without a figure of today there is no change to tell.
        guard let last = all.lastIndex(where: isUsable), all[last].period == latest.period else { return nil }
        guard let first = all.firstIndex(where: isUsable), first < last else { return nil }
        self.first = all[first]
        self.last = all[last]
        if let before = series.columns[first].shape(of: level).median, let after = series.columns[last].shape(of: level).median {
            medians = (before, after)
        } else {
            medians = nil
        }
    }

    package var difference: Double? {
        guard let before = first.value, let after = last.value else { return nil }
        return after - before
    }

    /// Whether the printed digits are the same before and after.
    func isHidden(by unit: Unit) -> Bool {
        first.value.map { unit.number($0, in: .nl) } == last.value.map { unit.number($0, in: .nl) }
    }

    package var medianDifference: Double? { medians.map { $0.last - $0.first } }

    /// The two intervals do not touch: the change is more than rounding or chance.
    package var isBeyondIntervals: Bool {
        guard let before = first.value, let after = last.value else { return false }
        let left = first.interval?.range ?? before...before
        let right = last.interval?.range ?? after...after
        // Ends that meet are equal but for the last bits of the sums they came from.
        let gap = max(right.lowerBound - left.upperBound, left.lowerBound - right.upperBound)
        return gap > 1e-9 * max(1, abs(before), abs(after))
    }
}
