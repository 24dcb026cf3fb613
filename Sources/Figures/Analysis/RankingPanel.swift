import Areas
import Charts
import Core
import HTML
import Web

/// Figure and period of a ranking.
struct RankingFields: Component {
    let question: RankingQuestion
    let scene: AnalysisScene
    let form: Form

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            GroupedSelect(
                name: "cijfer", prompt: words.figure, indicators: RankingAnalysis.offered(scene), chosen: question.figure, form: form,
                language: scene.language)
            if let indicator = question.figure.flatMap(Catalogue.indicator) {
                let periods = RankingAnalysis.periods(indicator, scene)
                if periods.count > 1 || form.errors.contains(where: { $0.field == "periode" }) {
                    SelectField(
                        "periode", FiguresWords.both(\.periodHead),
                        choices: [Choice("", Localized(nl: "Nieuwste", en: "Newest"))] + periods.map { Choice($0.description, name($0)) }, isRequired: true,
                        form: form, language: scene.language)
                }
            }
        }
    }

    private func name(_ period: Period) -> Localized { Localized(nl: FiguresWords(.nl).period(period), en: FiguresWords(.en).period(period)) }
}

/// What came out of a ranking: what may be said of the order, and a row per area.
struct RankingPanel: Component {
    let outcome: RankingOutcome
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }
    private var indicator: Indicator { outcome.indicator }

    var body: some HTML {
        Group {
            p(.class("kern")) { words.rankingSummary(outcome, scene.level) }
            if !outcome.isRanked {
                Notice(.caution) { p { words.whyNoRanking(indicator) } }
            } else if !outcome.hasMargins {
                Notice(.caution) { p { words.noMargins } }
            } else {
                p { words.alikeHelp }
            }
            rows
            p { a(.href(scene.url(.map(scene.area.code, MapQuestion(figure: indicator.key, level: scene.level, year: scene.scope.year))))) { words.seeOnMap } }
            p { a(.href(scene.url(.indicator(indicator.key)))) { words.aboutFigure } }
        }
    }

    private var rows: some HTML {
        let axis = self.axis
        return table(.class("stapel rangtabel")) {
            caption { words.rankingCaption(indicator.name[language], words.period(outcome.values.period), isRanked: outcome.isRanked) }
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.value }
                    th(.scope("col")) { words.marginHead }
                    if outcome.isRanked {
                        th(.scope("col")) { words.placeHead(outcome.known) }
                        th(.scope("col")) { words.alikeHead }
                        if outcome.hasNation { th(.scope("col")) { words.nationHead(outcome.nationCount) } }
                    }
                }
            }
            tbody { Each(outcome.rows) { item in row(item, axis) } }
        }
    }

    private func row(_ row: RankingOutcome.Row, _ axis: Axis?) -> some HTML {
        let item = row.item
        return tr(item.area.code == scene.area.code ? .class("hier") : .none) {
            th(.scope("row")) { a(.href(scene.url(of: item.area))) { item.area.name } }
            td(.class("n").data("kop", words.value)) { item.value.map { indicator.unit.text($0, in: language) } ?? words.noFigure }
            td(.data("kop", words.marginHead)) {
                div {
                    if let value = item.value, let axis { RangeBar(value: value, range: item.interval?.range, axis: axis) }
                    span(.class("klein")) { margin(item) }
                }
            }
            if outcome.isRanked {
                td(.data("kop", words.placeHead(outcome.known))) { row.places.map(words.places) ?? "–" }
                td(.data("kop", words.alikeHead)) { row.places.map { words.alike($0.count - 1) } ?? "–" }
                if outcome.hasNation { td(.data("kop", words.nationHead(outcome.nationCount))) { row.nation.map(words.places) ?? "–" } }
            }
        }
    }

    private func margin(_ item: MapValues.Item) -> String {
        guard item.value != nil else { return item.missing?[language] ?? "" }
        return item.interval.map { words.visibleRange($0, indicator.unit) ?? words.roundingOnly } ?? words.noMargin
    }

    /// From the lowest to the highest end.
    private var axis: Axis? {
        let items = outcome.values.items
        let lows = items.compactMap { $0.interval?.lower ?? $0.value }, highs = items.compactMap { $0.interval?.upper ?? $0.value }
        guard let low = lows.min(), let high = highs.max(), low < high else { return nil }
        return Axis(low, high)
    }
}

/// A value on its margin, on the scale of all rows. The numbers stand beside it.
struct RangeBar: Component {
    let value: Double
    let range: ClosedRange<Double>?
    let axis: Axis

    var body: some HTML {
        svg(.class("rangbalk").ariaHidden().focusable("false")) {
            line(.class("as").x2(percent: 100).y1(9).y2(9))
            if let range {
                let start = axis.share(range.lowerBound) * 100
                rect(.class("marge").x(percent: start).width(percent: max(axis.share(range.upperBound) * 100 - start, 0.6)).y(4).height(10))
            }
            circle(.class("punt").cx(percent: axis.share(value) * 100).cy(9).r(4))
        }
    }
}
