import Areas
import Core
import Measures

/// What one figure of all areas did between two periods, and whether that can be said.
struct ChangeTable: Sendable {
    /// What the interval of a difference allows for.
    enum Basis: Sendable, Hashable {
        /// Chance in counts, and rounding: 95 %.
        case chance
        /// Published margins of one model or survey: 95 %, an indication.
        case published
        /// Rounding only: the true difference lies within it for certain.
        case rounding
        /// No margin is known though the figure is uncertain.
        case none
    }

    enum Finding: Sendable, Hashable {
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

    struct Row: Sendable {
        let area: Area
        let before: MapValues.Item
        let after: MapValues.Item
        let difference: Double?
        let interval: ClosedRange<Double>?
        /// Two-sided; nil where chance is not what the interval is about.
        let p: Double?
        let finding: Finding
        /// Change to expect from regression to the mean alone.
        let expected: Double?
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
        let changes = scene.areas.indices.map { index -> Change? in
            if let counts, let change = Change(counts.0, counts.1, index) { return change }
            return Change(indicator, before.items[index], after.items[index])
        }
        let discoveries = BenjaminiHochberg(changes.map { $0?.p ?? .nan })
        let regression = RegressionToMean(first: before.items.map { $0.value ?? .nan }, second: after.items.map { $0.value ?? .nan })
        (self.indicator, self.from, self.to, self.regression) = (indicator, from, to, regression)
        basis = changes.lazy.compactMap { $0?.basis }.first ?? .none
        family = discoveries.family
        editions = before.edition == after.edition ? [after.edition] : [after.edition, before.edition]
        rows = scene.areas.indices.map { index in
            let change = changes[index]
            let beside = regression.flatMap { regression in
                before.items[index].value.flatMap { first in after.items[index].value.map { regression.beside(before: first, after: $0) } }
            }
            return Row(
                area: scene.areas[index], before: before.items[index], after: after.items[index], difference: change?.difference,
                interval: change?.interval, p: change?.p, finding: Self.finding(change, discoveries), expected: beside?.expectedChange)
        }
        selected = Self.selected(rows, indicator)
    }

    private static func finding(_ change: Change?, _ discoveries: BenjaminiHochberg) -> Finding {
        guard let change else { return .missing }
        guard let interval = change.interval else { return .cannotSay }
        guard interval.lowerBound > 0 || interval.upperBound < 0 else { return .unclear }
        let isUp = interval.lowerBound > 0
        guard let p = change.p, !discoveries.rejects(p) else { return isUp ? .up : .down }
        return isUp ? .upAlone : .downAlone
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

/// The difference of one figure of one area between two periods.
private struct Change {
    let difference: Double
    let interval: ClosedRange<Double>?
    let p: Double?
    let basis: ChangeTable.Basis

    private init(difference: Double, interval: ClosedRange<Double>?, p: Double?, basis: ChangeTable.Basis) {
        (self.difference, self.interval, self.p, self.basis) = (difference, interval, p, basis)
    }

    /// From counts: the limits of chance at the lowest and the highest reading that rounding leaves.
    init?(_ before: CountedFigure, _ after: CountedFigure, _ index: Int) {
        guard let first = Self.limits(before, index), let second = Self.limits(after, index) else { return nil }
        self.init(before.rate(index) * before.factor, first, after.rate(index) * after.factor, second)
    }

    /// From published values with what is known of their uncertainty.
    init?(_ indicator: Indicator, _ before: MapValues.Item, _ after: MapValues.Item) {
        guard let first = before.value, let second = after.value else { return nil }
        switch (before.interval?.kind, after.interval?.kind) {
        case (.published?, .published?):
            let found = Difference.published(Estimate(second, margin: after.interval?.range), minus: Estimate(first, margin: before.interval?.range))
            self.init(difference: second - first, interval: found?.interval, p: Self.chance(second - first, found?.interval), basis: .published)
        case (.chance?, .chance?):
            guard let one = before.interval?.range, let other = after.interval?.range else { return nil }
            self.init(first, one, second, other)
        default:
            let isUncertain = indicator.uncertainty == .notPublished || indicator.uncertainty == .sample
            let one = before.interval?.range ?? first...first, other = after.interval?.range ?? second...second
            self.init(
                difference: second - first, interval: isUncertain ? nil : other.minus(one), p: nil, basis: isUncertain ? .none : .rounding)
        }
    }

    /// The limits of two independent figures taken together by squares (Newcombe, 1998, method 10; Zou and Donner, 2008, for any limits).
    private init(_ first: Double, _ one: ClosedRange<Double>, _ second: Double, _ other: ClosedRange<Double>) {
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        let down = length(second - other.lowerBound, one.upperBound - first), up = length(other.upperBound - second, first - one.lowerBound)
        let difference = second - first, interval = ClosedRange(from: difference - down, to: difference + up)
        self.init(difference: difference, interval: interval, p: Self.chance(difference, interval), basis: .chance)
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

    /// The two-sided p-value that goes with the interval: the side towards 0 as 1.96 standard errors.
    private static func chance(_ difference: Double, _ interval: ClosedRange<Double>?) -> Double? {
        guard let interval else { return nil }
        let reach = difference > 0 ? difference - interval.lowerBound : interval.upperBound - difference
        guard reach > 0 else { return difference == 0 ? 1 : 0 }
        return Normal.twoSided(difference / (reach / Confidence.percent95.z))
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
