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
            let range = figure.latest.interval?.range ?? value...value
            let shape = strip.nation
            guard let low = shape.place(of: range.lowerBound, margin: nil), let high = shape.place(of: range.upperBound, margin: nil) else { return nil }
            let isHigherBetter = figure.indicator.direction == .higherIsBetter
            self.figure = figure
            self.worseElsewhere = isHigherBetter ? low.lowerShare : high.higherShare
            self.betterElsewhere = isHigherBetter ? high.higherShare : low.lowerShare
        }
    }

    private func line(_ figure: Figure) -> Summary.Line {
        Summary.Line(indicator: figure.indicator, text: FigureWords.summaryLine(figure, level: area.level))
    }

    /// Figures that got better here by more than in the middle area of the country, on the same borders and by the same method.
    private func improvements(_ judged: [Judged]) -> [Summary.Line] {
        let changes = judged.compactMap { item -> (Figure, FigureChange, Double)? in
            guard let change = FigureChange(item.figure, level: area.level, book: book), let here = change.difference, let there = change.medianDifference
            else {
                return nil
            }
            let sign = item.figure.indicator.direction == .higherIsBetter ? 1.0 : -1.0
            let unit = item.figure.indicator.unit
            // A change that the printed digits do not show is no line.
            guard change.first.value.map({ unit.text($0, in: .nl) }) != change.last.value.map({ unit.text($0, in: .nl) }) else { return nil }
            guard sign * here > 0, sign * (here - there) > 0, abs(here) >= 2 * abs(there) || there * here <= 0, change.isBeyondIntervals else { return nil }
            return (item.figure, change, abs(here) / max(abs(change.first.value ?? 1), 1e-9))
        }
        return changes.sorted { $0.2 > $1.2 }.prefix(Self.limit).map { figure, change, _ in
            Summary.Line(indicator: figure.indicator, text: FigureWords.improvement(figure, change))
        }
    }

    /// Where a problem is largest: the most unfavourable areas on the first level down that has the figure.
    private func places(_ figure: Figure) -> [Area] {
        let levels = [AreaLevel.municipality, .district, .neighbourhood].filter { $0 > area.level }
        let found = levels.lazy.compactMap { level in
            book.column(of: figure.indicator.key, level: level, boundaryYear: area.year, period: figure.latest.period).map { (level, $0) }
        }
        guard let (level, column) = found.first else { return [] }
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
    package init?(_ figure: Figure, level: AreaLevel, book: FigureBook) {
        let year = figure.latest.period.year
        let start = max(figure.indicator.comparableSince ?? .min, figure.indicator.breaks.map(\.year).filter { $0 <= year }.max() ?? .min)
        let usable = figure.series.filter { $0.comparable == .same && $0.value != nil && $0.period.year >= start }
        guard let first = usable.first, let last = usable.last, first.period < last.period, last.period == figure.latest.period else { return nil }
        self.first = first
        self.last = last
        func median(_ observation: Observation) -> Double? {
            book.columns(of: figure.indicator.key).first { $0.period == observation.period && $0.frame.edition.id == observation.edition.id }?
                .shape(of: level).distribution.median
        }
        if let before = median(first), let after = median(last) { medians = (before, after) } else { medians = nil }
    }

    package var difference: Double? {
        guard let before = first.value, let after = last.value else { return nil }
        return after - before
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
