import Areas
import Core
import Measures

/// What one figure of all areas did between two periods, and whether that can be said.
struct ChangeTable: Sendable {
    typealias Basis = PeriodChange.Basis
    typealias Finding = PeriodChange.Finding

    struct Row: Sendable {
        let area: Area
        let before: MapValues.Item
        let after: MapValues.Item
        /// Nil where it cannot be said.
        let change: PeriodChange?
        let finding: Finding
        /// Change to expect from regression to the mean alone.
        let expected: Double?

        var difference: Double? { change?.difference }
        var interval: ClosedRange<Double>? { change?.interval }
        var p: Double? { change?.p }
    }

    /// The areas that were worst at the beginning, taken together.
    struct Selected: Sendable {
        let areas: [Area]
        let isHigh: Bool
        let change: Double
        /// Of all areas together.
        let overall: Double
        let expected: Double
    }

    let indicator: Indicator
    let from: Period
    let to: Period
    let basis: Basis
    let rows: [Row]
    let regression: RegressionToMean?
    let selected: Selected?
    /// Areas that took part in the correction.
    let family: Int
    let editions: [Edition]

    /// Nil where the areas do not have the figure in both periods.
    init?(_ indicator: Indicator, from: Period, to: Period, _ scene: AnalysisScene) {
        func values(_ period: Period) -> MapValues? {
            MapValues(indicator, areas: scene.areas, period: period, book: scene.book, gazetteer: scene.gazetteer)
        }
        func counted(_ period: Period) -> CountedFigure? {
            CountedFigure(indicator, areas: scene.areas, period: period, book: scene.book, gazetteer: scene.gazetteer)
        }
        guard let before = values(from), let after = values(to) else { return nil }
        let counts = counted(from).flatMap { first in counted(to).map { (first, $0) } }
        let changes = PeriodChanges(
            scene.areas.indices.map { index in
                counts.flatMap { Self.counted($0.0, $0.1, index) } ?? Self.change(indicator, before.items[index], after.items[index])
            })
        (self.indicator, self.from, self.to, self.regression) = (indicator, from, to, changes.regression)
        (basis, family) = (changes.basis, changes.family)
        editions = before.edition == after.edition ? [after.edition] : [after.edition, before.edition]
        rows = scene.areas.indices.map { index in
            Row(
                area: scene.areas[index], before: before.items[index], after: after.items[index], change: changes.changes[index],
                finding: changes.findings[index], expected: changes.expected(index))
        }
        selected = Self.selected(rows, indicator)
    }

    /// Fewer areas than this say nothing about a worst fifth.
    private static let fewest = 10

    private static func selected(_ rows: [Row], _ indicator: Indicator) -> Selected? {
        let known = rows.filter { $0.difference != nil && $0.expected != nil }
        guard known.count >= fewest else { return nil }
        let isHigh = indicator.direction != .higherIsBetter
        let order = known.sorted {
            let (left, right) = ($0.before.value ?? 0, $1.before.value ?? 0)
            return left == right ? $0.area.code < $1.area.code : isHigh ? left > right : left < right
        }
        let worst = Array(order.prefix(max(2, known.count / 5)))
        func mean(_ rows: [Row], _ value: (Row) -> Double?) -> Double { rows.reduce(0) { $0 + (value($1) ?? 0) } / Double(rows.count) }
        return Selected(
            areas: worst.map(\.area), isHigh: isHigh, change: mean(worst, \.difference), overall: mean(known, \.difference),
            expected: mean(worst, \.expected))
    }

    func rows(_ findings: Finding...) -> [Row] {
        rows.filter { findings.contains($0.finding) }.sorted { ($0.area.name, $0.area.code) < ($1.area.name, $1.area.code) }
    }

    func count(_ findings: Finding...) -> Int { rows.count { findings.contains($0.finding) } }
}

extension ChangeTable {
    /// From counts: the limits of chance at the lowest and the highest reading that rounding leaves.
    private static func counted(_ before: CountedFigure, _ after: CountedFigure, _ index: Int) -> PeriodChange? {
        guard let first = limits(before, index), let second = limits(after, index) else { return nil }
        return PeriodChange(from: before.rate(index) * before.factor, first, to: after.rate(index) * after.factor, second, basis: .chance)
    }

    /// From published values with what is known of their uncertainty.
    private static func change(_ indicator: Indicator, _ before: MapValues.Item, _ after: MapValues.Item) -> PeriodChange? {
        guard let first = before.value, let second = after.value else { return nil }
        let isUncertain = indicator.uncertainty == .notPublished || indicator.uncertainty == .sample
        let basis: Basis =
            switch (before.interval?.kind, after.interval?.kind) {
            case (.published?, .published?): .published
            case (.chance?, .chance?): .chance
            default: isUncertain ? .none : .rounding
            }
        return PeriodChange(from: first, before.interval?.range, to: second, after.interval?.range, basis: basis)
    }

    private static func limits(_ figure: CountedFigure, _ index: Int) -> ClosedRange<Double>? {
        guard figure.counts[index].isFinite, figure.wholes[index] > 0, let count = figure.countBounds[index], let whole = figure.wholeBounds[index],
            whole.lowerBound > 0
        else { return nil }
        let factor = figure.factor
        switch figure.kind {
        case .proportion:
            return Intervals.wilson(count, of: whole).map { $0.lowerBound * factor...$0.upperBound * factor }
        case .rate:
            return Intervals.poisson(count).map { $0.lowerBound / whole.upperBound * factor...$0.upperBound / whole.lowerBound * factor }
        }
    }
}

/// What changed: one figure in full, all others in short.
struct ChangeOutcome: Sendable {
    /// What another figure did, as numbers of areas.
    struct Other: Sendable {
        let indicator: Indicator
        let from: Period
        let to: Period
        let basis: ChangeTable.Basis
        let up: Int
        let down: Int
        let unclear: Int
        let cannotSay: Int
    }

    /// Nil where the two periods cannot be compared.
    let table: ChangeTable?
    let indicator: Indicator
    let from: Period
    let to: Period
    /// Why they cannot.
    let breaks: [Indicator.Break]
    let others: [Other]

    init?(_ question: ChangeQuestion, _ scene: AnalysisScene) {
        guard let indicator = question.figure.flatMap(Catalogue.indicator), let from = question.from, let to = question.to else { return nil }
        (self.indicator, self.from, self.to) = (indicator, from, to)
        breaks = indicator.breaks(between: from, and: to)
        table = breaks.isEmpty ? ChangeTable(indicator, from: from, to: to, scene) : nil
        if breaks.isEmpty, table == nil { return nil }
        others = ChangeQuestion.offered(scene).filter { $0 != indicator }.compactMap { other in
            guard let usual = ChangeQuestion.usual(other, scene), other.breaks(between: usual.from, and: usual.to).isEmpty,
                let table = ChangeTable(other, from: usual.from, to: usual.to, scene)
            else { return nil }
            return Other(
                indicator: other, from: usual.from, to: usual.to, basis: table.basis, up: table.count(.up), down: table.count(.down),
                unclear: table.count(.unclear, .upAlone, .downAlone), cannotSay: table.count(.cannotSay, .missing))
        }
    }
}
