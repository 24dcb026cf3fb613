import Areas
import Core
import HTML
import Measures
import Web

/// The fields of a search for comparable areas.
struct ComparableFields: Component {
    let question: ComparableQuestion
    let scene: AnalysisScene
    let form: Form

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            SelectField("voor", FiguresWords.both(\.comparableFor), choices: areas, form: form, language: scene.language)
            FigurePicker(
                name: "kenmerk", prompt: words.traitsLabel, hint: words.traitsHint,
                indicators: ComparableQuestion.offered(question.area?.level ?? scene.level, scene.book), form: form, language: scene.language)
            ChoiceField(
                "afstand", FiguresWords.both(\.distanceLabel), kind: .one, choices: ComparableQuestion.Distance.allCases.map(ComparableWords.choice),
                form: form, language: scene.language)
            SelectField(
                "cijfer", FiguresWords.both(\.besideLabel), choices: figures, hint: FiguresWords.both(\.besideHint), isRequired: false, form: form,
                language: scene.language)
            ChoiceField(
                "elders", FiguresWords.both(\.elsewhereLabel), kind: .any, choices: [Choice("ja", FiguresWords.both(\.elsewhereChoice))],
                isRequired: false, form: form, language: scene.language)
        }
    }

    private var areas: [Choice] { ComparableQuestion.areas(scene).map { Choice($0.code.description, Localized($0.name)) } }

    private var figures: [Choice] {
        let level = question.area?.level ?? scene.level
        let offered = scene.book.indicators.filter { indicator in
            !question.traits.contains(indicator.key) && indicator.kind != .count
                && scene.book.columns(of: indicator.key).contains { $0.isDelivered(for: level) }
        }
        return [Choice("", FiguresWords.both(\.noneBeside))] + offered.map { Choice($0.key, $0.name) }
    }
}

/// What came out: whether a real comparison exists, the nearest areas with what differs most, the traits.
struct ComparablePanel: Component {
    let outcome: ComparableOutcome
    let question: ComparableQuestion
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        Group {
            h3 { words.alikeTitle(outcome.area.name) }
            if outcome.isReal == false {
                Notice(.caution) {
                    p { strong { words.noRealComparison } }
                    p { words.noRealComparisonHelp(outcome.area.level) }
                }
            } else {
                p(.class("kern")) { words.realComparison(outcome) }
            }
            p { words.comparedOn(outcome) }
            nearest
            if let beside = outcome.outcome, let own = beside.own { p { besideSentence(beside.indicator, beside.period, own) } }
            traits
        }
    }

    private var nearest: some HTML {
        table(.class("stapel vergelijktabel")) {
            caption(.class("vh")) { words.alikeTitle(outcome.area.name) }
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.distanceHead }
                    th(.scope("col")) { words.differsHead }
                    if let beside = outcome.outcome { th(.scope("col").class("n")) { beside.indicator.name[language] } }
                }
            }
            tbody { Each(outcome.rows) { item in row(item) } }
        }
    }

    private func row(_ item: ComparableOutcome.Row) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(scene.url(of: item.area))) { item.area.name }
                if let municipality = item.municipality, municipality.code != item.area.code {
                    " "
                    span(.class("jaar")) { municipality.name }
                }
            }
            td(.class("n").data("kop", words.distanceHead)) {
                Numbers.text(item.distance, decimals: 2, in: language)
                if item.isReal == false { " (\(words.tooFar))" }
            }
            td(.data("kop", words.differsHead)) { differs(item) }
            if let beside = outcome.outcome {
                td(.class("n").data("kop", beside.indicator.name[language])) { text(item.outcome, beside.indicator) }
            }
        }
    }

    /// Without what the printed digits do not show.
    private func differs(_ item: ComparableOutcome.Row) -> String {
        let visible = item.differences.filter { difference in
            let unit = difference.indicator.unit
            return unit.text(difference.own, in: language) != unit.text(difference.other, in: language)
        }
        return visible.isEmpty ? words.hardlyDiffers : visible.map { words.differs($0) }.joined(separator: "; ")
    }

    private func text(_ item: MapValues.Item?, _ indicator: Indicator) -> String {
        guard let value = item?.value else { return words.noFigure }
        let range = words.visibleRange(item?.interval, indicator.unit)
        return indicator.unit.text(value, in: language) + (range.map { " (\($0))" } ?? "")
    }

    private func besideSentence(_ indicator: Indicator, _ period: Period, _ own: MapValues.Item) -> String {
        let known = outcome.rows.compactMap { $0.outcome?.value }
        return words.beside(indicator, period, outcome.area.name, text(own, indicator), known)
    }

    private var traits: some HTML {
        details {
            summary { words.traitsTable(outcome.ground.traits.count) }
            table(.class("stapel")) {
                caption(.class("vh")) { words.traitsCaption(outcome.area.name) }
                thead {
                    tr {
                        th(.scope("col")) { words.traitHead }
                        th(.scope("col").class("n")) { outcome.area.name }
                    }
                }
                tbody { Each(zip(outcome.ground.traits, outcome.own)) { trait, value in self.trait(trait, value) } }
            }
        }
    }

    private func trait(_ trait: ComparableGround.Trait, _ value: Double?) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(scene.url(.indicator(trait.indicator.key)))) { trait.indicator.name[language] }
                " "
                span(.class("jaar")) { words.period(trait.period) }
            }
            td(.class("n").data("kop", outcome.area.name)) { value.map { trait.indicator.unit.text($0, in: language) } ?? words.noFigure }
        }
    }
}
