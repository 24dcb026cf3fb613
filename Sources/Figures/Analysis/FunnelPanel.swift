import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// The fields of a funnel, and the figures that cannot be in one.
struct FunnelFields: Component {
    let question: FunnelQuestion
    let scene: AnalysisScene
    let form: Form

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            FigureFields(question.figure, offered: FunnelQuestion.offered(scene), period: question.period, scene: scene, form: form)
            ChoiceField(
                "spreiding", FiguresWords.both(\.spreadLabel), kind: .one, choices: FunnelQuestion.Correction.allCases.map(FunnelWords.choice), form: form,
                language: scene.language)
        }
    }
}

/// What came out: sentences, the drawing, the areas outside the limits, all others, and which figures cannot be shown so.
struct FunnelPanel: Component {
    let outcome: FunnelOutcome
    let question: FunnelQuestion
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        Group {
            h3 { words.figureAndPeriod(outcome.indicator, outcome.counted.period) }
            p(.class("kern")) { words.funnelSummary(outcome, scene.level) }
            p { words.spread(outcome, question.correction ?? .multiplicative) }
            drawing
            part(words.aboveCaption, outcome.rows(.farAbove, .above), words.aboveHelp)
            part(words.belowCaption, outcome.rows(.farBelow, .below), words.belowHelp)
            unknown
            let within = outcome.rows(.within)
            if !within.isEmpty {
                details {
                    summary { words.showWithin(within.count, scene.level) }
                    FunnelTable(rows: within, caption: words.withinCaption, outcome: outcome, scene: scene)
                }
            }
            refused
        }
    }

    private var drawing: some HTML {
        figure {
            FunnelChart(
                label: words.funnelLabel(outcome, scene.place.name, scene.level), points: points, limits: outcome.limits,
                target: outcome.plot.target * outcome.counted.factor, values: outcome.axis,
                names: FunnelChart.Names(
                    size: outcome.counted.whole.name[language], value: outcome.indicator.name[language],
                    target: words.together(outcome.text(outcome.plot.target, language), scene.level)),
                sizeFormat: { Numbers.text($0, in: language) }, format: { outcome.tick($0, language) })
            figcaption {
                FunnelChart.Key(key)
                p(.class("klein subtiel")) { words.funnelScale }
            }
        }
    }

    private var points: [FunnelChart.Point] {
        outcome.rows.compactMap { row in
            guard let place = row.place, let whole = row.whole, let side = FunnelChart.Point.Side(row.status) else { return nil }
            return FunnelChart.Point(
                size: whole, value: place.value * outcome.counted.factor, side: side, mark: row.number.map(String.init) ?? "",
                title: "\(row.area.name): \(outcome.text(place.value, language))", isOwn: row.area.code == scene.area.code)
        }
    }

    private var key: [FunnelChart.Key.Row] {
        let sides: [(FunnelChart.Point.Side, FunnelPlot.Status)] = [
            (.farAbove, .farAbove), (.above, .above), (.within, .within), (.below, .below), (.farBelow, .farBelow),
        ]
        return sides.map { side, status in
            FunnelChart.Key.Row(side, text: words.status(status), count: words.count(outcome.rows(status).count, of: scene.level))
        }
    }

    @HTMLBuilder private func part(_ caption: String, _ rows: [FunnelOutcome.Row], _ help: String) -> some HTML {
        if !rows.isEmpty {
            h3 { "\(caption): \(words.count(rows.count, of: scene.level))" }
            p(.class("klein subtiel")) { help }
            FunnelTable(rows: rows, caption: caption, outcome: outcome, scene: scene)
        }
    }

    @HTMLBuilder private var unknown: some HTML {
        let rows = outcome.rows(.unknown)
        if !rows.isEmpty {
            h3 { "\(words.noFigureCaption): \(words.count(rows.count, of: scene.level))" }
            p { words.funnelUnknown(rows.map(\.area.name)) }
        }
    }

    private var refused: some HTML {
        let groups = FunnelQuestion.refused(scene)
        return details {
            summary { words.refusedTitle }
            p { words.refusedHelp }
            dl(.class("over")) {
                Each(groups) { group in
                    div {
                        dt { FunnelWords.reason(group.reason)[language] }
                        dd { group.indicators.map { $0.name[language].lowercasedFirst }.joined(separator: ", ") + "." }
                    }
                }
            }
        }
    }
}

/// Areas with their figure and the limits at their size, by name.
struct FunnelTable: Component {
    let rows: [FunnelOutcome.Row]
    let caption: String
    let outcome: FunnelOutcome
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var isOutside: Bool { rows.contains { $0.number != nil } }

    var body: some HTML {
        table(.class("stapel trechtertabel")) {
            HTML::caption(.class("vh")) { caption }
            thead {
                tr {
                    if isOutside { th(.scope("col").class("n")) { words.numberHead } }
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.value }
                    th(.scope("col").class("n")) { outcome.counted.whole.name[scene.language] }
                    th(.scope("col").class("n")) { words.limitsHead }
                    if isOutside { th(.scope("col")) { words.answerHead } }
                }
            }
            tbody { Each(rows) { item in row(item) } }
        }
    }

    private func row(_ item: FunnelOutcome.Row) -> some HTML {
        tr(item.area.code == scene.area.code ? .class("hier") : .none) {
            if isOutside { td(.class("n").data("kop", words.numberHead)) { item.number.map(String.init) ?? "" } }
            th(.scope("row")) { AreaNameLink(area: item.area, scene: scene) }
            td(.class("n").data("kop", words.value)) { item.place.map { outcome.text($0.value, scene.language) } ?? words.noFigure }
            td(.class("n").data("kop", outcome.counted.whole.name[scene.language])) { item.whole.map { Numbers.text($0, in: scene.language) } ?? "" }
            td(.class("n").data("kop", words.limitsHead)) { item.place.map { words.limits($0.limits95, outcome) } ?? "" }
            if isOutside { td(.data("kop", words.answerHead)) { words.status(item.status) } }
        }
    }
}
