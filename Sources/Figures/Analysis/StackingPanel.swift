import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// The fields of a stacking: which figures, from where, how many.
struct StackingFields: Component {
    let question: StackingQuestion
    let offered: [Indicator]
    let form: Form
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        Group {
            FigurePicker(
                name: "cijfer", prompt: words.whichFigures, hint: words.whichFiguresHint(StackingQuestion.counts), indicators: offered, form: form,
                language: language)
            TextField("deel", FiguresWords.both(\.shareLabel), kind: .whole, form: form, language: language)
            TextField("vanaf", FiguresWords.both(\.leastLabel), kind: .whole, hint: FiguresWords.both(\.leastHint), form: form, language: language)
            details(.class("eigengrens").open(!question.cutoffs.isEmpty || form.errors.contains { $0.field.hasPrefix("grens-") })) {
                summary { words.ownCutoffs }
                p(.class("hint")) { words.ownCutoffHint }
                div(.class("velden")) {
                    Each(question.figures.compactMap(Catalogue.indicator)) { indicator in
                        TextField(StackingQuestion.field(indicator.key), indicator.name, isRequired: false, form: localised, language: language)
                    }
                }
            }
        }
    }

    /// Numbers as they are written in the language of the page.
    private var localised: Form {
        guard language == .nl else { return form }
        var shown = Form(items: form.items.map { $0.name.hasPrefix("grens-") ? .init($0.name, $0.value.replacing(".", with: ",")) : $0 })
        for error in form.errors { shown.fail(error.field, error.message) }
        return shown
    }
}

/// What came out of a stacking: sentences, a table per answer, a map, the figures one by one, three numbers.
struct StackingPanel: Component {
    let outcome: StackingOutcome
    let question: StackingQuestion
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        Group {
            StackingGaps(outcome: outcome, question: question, scene: scene)
            p(.class("kern")) {
                words.stackingSummary(outcome, scene.level) + " "
                words.stackingResidents(outcome)
            }
            if let rest = words.stackingRest(outcome, scene.level) { p { rest } }
            if !outcome.withoutMargin.isEmpty {
                Notice(.caution) { p { words.certainByLack(outcome.withoutMargin.count, of: outcome.themes.count) } }
            }
            p(.class("klein subtiel")) { words.sortedByName + " " + words.marksHelp }
            OnThisPage(
                parts: (scene.paths == nil ? [] : [("opkaart", words.onMap)]) + [
                    ("percijfer", words.perFigure), ("keuze", words.sensitivityTitle), ("duiding", words.interpretationTitle), ("meenemen", words.takeAlong),
                ], language: language)
            Each([StackingProbability.Label.clearly, .possibly, .unknown]) { label in answer(label) }
            notStacked
            if let paths = scene.paths { map(paths) }
            figures
            StackingSensitivity(outcome: outcome, question: question, scene: scene)
            numbers
        }
    }

    @HTMLBuilder private func answer(_ label: StackingProbability.Label) -> some HTML {
        let rows = outcome.rows(label)
        if !rows.isEmpty {
            h3 { words.labelCaption(label, rows.count, scene.level) }
            p(.class("klein subtiel")) { words.labelHelp(label, outcome.least) }
            StackingTable(rows: rows, label: label, outcome: outcome, scene: scene)
        }
    }

    /// Most areas: folded away.
    @HTMLBuilder private var notStacked: some HTML {
        let rows = outcome.rows(.not)
        if !rows.isEmpty {
            details {
                summary { words.showLabel(.not, rows.count, scene.level) }
                p(.class("klein subtiel")) { words.labelHelp(.not, outcome.least) }
                StackingTable(rows: rows, label: .not, outcome: outcome, scene: scene)
            }
        }
    }

    private var figures: some HTML {
        Group {
            h3(.id("percijfer")) { words.perFigure }
            table(.class("stapel")) {
                caption { words.perFigureCaption }
                thead {
                    tr {
                        th(.scope("col")) { words.figure }
                        th(.scope("col")) { words.cutoffHead }
                        th(.scope("col").class("n")) { words.beyondHead }
                        th(.scope("col").class("n")) { words.livingThere }
                        th(.scope("col").class("n")) { words.partOfStack }
                    }
                }
                tbody { Each(outcome.themes) { theme in row(theme) } }
            }
        }
    }

    private func row(_ theme: StackingOutcome.Theme) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(scene.url(.indicator(theme.indicator.key)))) { theme.indicator.name[language] }
                " "
                span(.class("jaar")) { words.period(theme.period) }
            }
            td(.data("kop", words.cutoffHead)) { words.cutoff(theme, question.share ?? StackingQuestion.usualShare) }
            td(.class("n").data("kop", words.beyondHead)) { words.problems(theme.beyond, of: theme.known, all: theme.known) }
            td(.class("n").data("kop", words.livingThere)) { Numbers.text(theme.residents, in: language) }
            td(.class("n").data("kop", words.partOfStack)) { words.percent(theme.contribution) }
        }
    }

    private var numbers: some HTML {
        Group {
            h3 { words.threeNumbers }
            dl(.class("over")) {
                Fact(words.headcountName, words.headcount(outcome))
                Fact(words.intensityName, words.intensity(outcome))
                Fact(words.adjustedName, words.adjusted(outcome))
            }
            p(.class("klein subtiel")) { words.asPublished }
        }
    }

    private func map(_ paths: MapPaths) -> some HTML {
        let labels: [StackingProbability.Label] = [.clearly, .possibly, .not, .unknown]
        let shapes = AreaShapes(
            outcome.rows.map { AreaShapes.Item(area: $0.area, colour: Self.colour($0.probability.label), title: words.stackingTitle($0)) })
        return Group {
            h3(.id("opkaart")) { words.onMap }
            AnalysisMap(
                label: words.stackingMap(scene.place.name), shapes: shapes, paths: paths, scene: scene,
                legend: labels.map { label in
                    let rows = outcome.rows(label)
                    return ClassLegend.Row(
                        class: Self.colour(label), text: words.label(label),
                        count: "\(words.count(rows.count, of: scene.level)), \(words.residentsCount(outcome.residents(rows)))")
                })
        }
    }

    private static func colour(_ label: StackingProbability.Label) -> Int? {
        switch label {
        case .clearly: 5
        case .possibly: 3
        case .not: 1
        case .unknown: nil
        }
    }
}
