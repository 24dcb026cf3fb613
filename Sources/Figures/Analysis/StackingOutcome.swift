import Areas
import Core
import Measures

/// Which areas have so many problems at once, and how sure that is.
struct StackingOutcome: Sendable {
    /// One figure with its cut-off.
    struct Theme: Sendable {
        let indicator: Indicator
        let period: Period
        let cutoff: AlkireFoster.Theme
        /// Filled in by the person who asked.
        let isOwn: Bool
        /// Areas that are beyond it, of those with a figure.
        let beyond: Int
        let known: Int
        /// People who live in those areas.
        let residents: Double
        /// Part of all that is stacked, 0 to 1.
        let contribution: Double
    }

    struct Row: Sendable {
        let area: Area
        let residents: Double?
        /// Per theme the chance that the area is beyond its cut-off; NaN for unknown.
        let chances: [Double]
        let probability: StackingProbability
        /// Themes beyond their cut-off by the figures as published, and themes with a figure.
        let count: Int
        let known: Int
    }

    let themes: [Theme]
    /// By name.
    let rows: [Row]
    let least: Int
    let total: AlkireFoster
    /// Weighted by residents; nil where they are not known.
    let people: AlkireFoster?
    let input: AnalysisInput
    /// How many areas are clearly stacked with stricter and looser choices.
    let sensitivity: [Variant]

    /// The same with another choice.
    struct Variant: Sendable {
        /// Worst so many percent of the country.
        let share: Int
        let least: Int
        let clearly: Int
    }

    init?(_ question: StackingQuestion, _ scene: AnalysisScene) {
        let input = AnalysisInput(question.figures, scene)
        let least = question.least ?? 1
        guard input.columns.count >= StackingQuestion.counts.lowerBound, least <= input.columns.count,
            let themes = Self.cutoffs(input, question, scene)
        else { return nil }
        let values = input.areas.indices.map { area in input.columns.map { $0.values.items[area].value ?? .nan } }
        guard let total = AlkireFoster(values, themes: themes, cutoff: Double(least)) else { return nil }
        self.input = input
        self.least = least
        self.total = total
        people = AlkireFoster(values, themes: themes, cutoff: Double(least), residents: input.residents.map { $0 ?? 0 })
        self.themes = input.columns.enumerated().map { index, column in
            let beyond = input.areas.indices.filter { column.values.items[$0].value.map(themes[index].isBeyond) ?? false }
            return Theme(
                indicator: column.indicator, period: column.values.period, cutoff: themes[index], isOwn: question.cutoffs[column.indicator.key] != nil,
                beyond: beyond.count, known: column.values.items.count - column.values.missing,
                residents: beyond.reduce(0) { $0 + (input.residents[$1] ?? 0) },
                contribution: total.adjusted > 0 ? total.themes[index] / total.adjusted : 0)
        }
        rows = input.areas.indices.compactMap { Self.row($0, input, themes, values[$0], least) }
            .sorted { ($0.area.name, $0.area.code) < ($1.area.name, $1.area.code) }
        sensitivity = Self.variants(question, input, scene)
    }

    /// Three cut-offs by three numbers of problems around what was asked.
    private static func variants(_ question: StackingQuestion, _ input: AnalysisInput, _ scene: AnalysisScene) -> [Variant] {
        let share = question.share ?? StackingQuestion.usualShare, least = question.least ?? 1
        return Set([max(StackingQuestion.shares.lowerBound, share / 2), share, min(StackingQuestion.shares.upperBound, share * 3 / 2)]).sorted()
            .flatMap { share -> [Variant] in
                var asked = question
                asked.share = share
                guard let themes = cutoffs(input, asked, scene) else { return [] }
                let chances = input.areas.indices.map { Self.chances($0, input, themes) }
                return (max(1, least - 1)...min(input.columns.count, least + 1)).map { least in
                    let labels = chances.map { StackingProbability($0, cutoff: Double(least))?.label }
                    return Variant(share: share, least: least, clearly: labels.count { $0 == .clearly })
                }
            }
    }

    private static func chances(_ index: Int, _ input: AnalysisInput, _ themes: [AlkireFoster.Theme]) -> [Double] {
        zip(input.columns, themes).map { column, theme in
            let item = column.values.items[index]
            guard let value = item.value else { return .nan }
            let draw: IndexIndicator.Draw = item.interval?.kind == .rounding ? .evenly : .normally
            return StackingProbability.beyond(theme, Estimate(value, margin: item.interval?.range), draw: draw)
        }
    }

    private static func row(_ index: Int, _ input: AnalysisInput, _ themes: [AlkireFoster.Theme], _ values: [Double], _ least: Int) -> Row? {
        let chances = Self.chances(index, input, themes)
        guard let probability = StackingProbability(chances, cutoff: Double(least)) else { return nil }
        return Row(
            area: input.areas[index], residents: input.residents[index], chances: chances, probability: probability,
            count: zip(values, themes).count { $0.isFinite && $1.isBeyond($0) }, known: values.count { $0.isFinite })
    }

    /// Nil where one of them cannot be said.
    private static func cutoffs(_ input: AnalysisInput, _ question: StackingQuestion, _ scene: AnalysisScene) -> [AlkireFoster.Theme]? {
        let found = input.columns.compactMap { cutoff($0, question, scene) }
        return found.count == input.columns.count ? found : nil
    }

    /// An own cut-off, or where the worst part of the country begins.
    private static func cutoff(_ column: AnalysisInput.Column, _ question: StackingQuestion, _ scene: AnalysisScene) -> AlkireFoster.Theme? {
        let indicator = column.indicator
        let isAbove = indicator.direction == .lowerIsBetter
        if let own = question.cutoffs[indicator.key] { return AlkireFoster.Theme(cutoff: own / indicator.unit.factor, problemIsAbove: isAbove) }
        let part = Double(question.share ?? StackingQuestion.usualShare) / 100
        let country = scene.book.columns(of: indicator.key).last { $0.period == column.values.period && $0.isDelivered(for: scene.level) }
        return country?.shape(of: scene.level).distribution.quantile(isAbove ? 1 - part : part).map {
            AlkireFoster.Theme(cutoff: $0, problemIsAbove: isAbove)
        }
    }

    /// Figures for which the source says nothing of their margin: their chances are 0 or 1.
    var withoutMargin: [Theme] { zip(themes, input.columns).filter { !$1.hasMargins }.map(\.0) }

    func rows(_ label: StackingProbability.Label) -> [Row] { rows.filter { $0.probability.label == label } }

    func residents(_ rows: [Row]) -> Double { rows.reduce(0) { $0 + ($1.residents ?? 0) } }

    /// People in all areas, as far as known.
    var everyone: Double { residents(rows) }
}
