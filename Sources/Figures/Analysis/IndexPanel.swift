import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// The fields of an own index: figures, then weight and good end of each, then the draws.
struct IndexFields: Component {
    let question: IndexQuestion
    let offered: [Indicator]
    let form: Form
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        Group {
            FigurePicker(
                name: "cijfer", prompt: words.whichIndexFigures, hint: words.whichIndexHint(IndexQuestion.counts), indicators: offered, form: form,
                language: language)
            fieldset(.class("veld")) {
                legend { words.weightsTitle }
                p(.class("hint")) { words.weightsHint }
                div(.class("gewichten")) { Each(question.figures.compactMap(Catalogue.indicator)) { indicator in pair(indicator) } }
            }
            div(.class("velden")) {
                TextField("rondes", FiguresWords.both(\.runsLabel), kind: .whole, hint: FiguresWords.both(\.runsHint), form: form, language: language)
                TextField("startgetal", FiguresWords.both(\.seedLabel), kind: .whole, hint: FiguresWords.both(\.seedHelp), form: form, language: language)
            }
        }
    }

    private func pair(_ indicator: Indicator) -> some HTML {
        let weight = IndexQuestion.weight(indicator.key), side = IndexQuestion.side(indicator.key)
        let number = Numbers.text(question.weight(of: indicator), decimals: 2, in: language)
        return div(.class("gewicht").role("group").ariaLabel(indicator.name[language])) {
            p { indicator.name[language] }
            TextField(
                weight, FiguresWords.both(\.weightLabel), kind: .whole, isRequired: true, form: field(weight, number), language: language)
            SelectField(
                side, FiguresWords.both(\.goodLabel),
                choices: [
                    Choice("hoog", Localized(nl: "hoog is goed", en: "high is good")), Choice("laag", Localized(nl: "laag is goed", en: "low is good")),
                ], form: field(side, question.isHighGood(indicator) ? "hoog" : "laag"), language: language)
        }
    }

    /// The person's own words where they could not be taken, else what is used now.
    private func field(_ name: String, _ value: String) -> Form {
        let faults = form.errors.filter { $0.field == name }
        var field = Form(items: [.init(name, faults.isEmpty ? value : form[name] ?? value)])
        for fault in faults { field.fail(name, fault.message) }
        return field
    }
}

/// What came out of an index: a row per area with its range of places, a map, and the figures one by one.
struct IndexPanel: Component {
    let outcome: IndexOutcome
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        Group {
            p(.class("kern")) { words.indexSummary(outcome, scene.level) }
            p { words.indexShift(outcome) }
            if !outcome.isRanked { Notice(.caution) { p { words.indexByName } } }
            Each(outcome.overlaps) { overlap in
                Notice(.caution) {
                    p { words.overlap(outcome.themes[overlap.first].indicator, outcome.themes[overlap.second].indicator) }
                }
            }
            areas
            if let paths = scene.paths { map(paths) }
            figures
        }
    }

    private var areas: some HTML {
        let axis = Axis(1, Double(max(2, outcome.uncertainty.used)))
        return table(.class("stapel rangtabel")) {
            caption { words.indexCaption }
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.score }
                    th(.scope("col")) { words.placeRangeHead(outcome.uncertainty.used) }
                    th(.scope("col")) { words.nominalHead }
                    th(.scope("col")) { words.worstHead }
                    th(.scope("col")) { words.knownHead }
                }
            }
            tbody { Each(outcome.rows) { item in row(item, axis) } }
        }
    }

    private func row(_ row: IndexOutcome.Row, _ axis: Axis) -> some HTML {
        tr(row.area.code == scene.area.code ? .class("hier") : .none) {
            th(.scope("row")) { a(.href(scene.url(of: row.area))) { row.area.name } }
            td(.class("n").data("kop", words.score)) { row.score.map { Numbers.text($0, in: language) } ?? words.tooLittle }
            td(.data("kop", words.placeRangeHead(outcome.uncertainty.used))) {
                div {
                    if let place = row.place {
                        RangeBar(
                            value: Double(place.nominalRank), range: Double(place.range.lowerBound)...Double(place.range.upperBound), axis: axis)
                    }
                    span(.class("klein")) { row.place.map { words.places($0.range) } ?? "–" }
                }
            }
            td(.data("kop", words.nominalHead)) { row.place.map { String($0.nominalRank) } ?? "–" }
            td(.data("kop", words.worstHead)) { row.place.map { words.worst($0.worstShare) } ?? "–" }
            td(.data("kop", words.knownHead)) { words.percent(row.known) }
        }
    }

    private var figures: some HTML {
        Group {
            h3 { words.perFigure }
            table(.class("stapel")) {
                caption { words.weightsCaption }
                thead {
                    tr {
                        th(.scope("col")) { words.figure }
                        th(.scope("col")) { words.goodLabel }
                        th(.scope("col").class("n")) { words.nominalWeight }
                        th(.scope("col").class("n")) { words.effectiveWeight }
                    }
                }
                tbody {
                    Each(outcome.themes) { theme in
                        tr {
                            th(.scope("row")) {
                                a(.href(scene.url(.indicator(theme.indicator.key)))) { theme.indicator.name[language] }
                                " "
                                span(.class("jaar")) { words.period(theme.period) }
                            }
                            td(.data("kop", words.goodLabel)) { words.good(theme.isHighGood) }
                            td(.class("n").data("kop", words.nominalWeight)) { words.percent(theme.weight) }
                            td(.class("n").data("kop", words.effectiveWeight)) {
                                theme.effect.isFinite ? Numbers.text(theme.effect, decimals: 2, in: language) : "–"
                            }
                        }
                    }
                }
            }
            p(.class("klein subtiel")) { words.effectiveHelp }
        }
    }

    /// How often an area is among the worst tenth, in four classes.
    private func map(_ paths: MapPaths) -> some HTML {
        let items = outcome.rows.map { row in
            AreaShapes.Item(
                area: row.area, colour: row.place.map { IndexPanel.colour($0.worstShare) },
                title: "\(row.area.name): \(row.place.map { words.worst($0.worstShare) } ?? words.tooLittle)")
        }
        return Group {
            h3 { words.onMap }
            AnalysisMap(
                label: words.indexMap(scene.place.name), shapes: AreaShapes(items), paths: paths, scene: scene,
                legend: [5, 4, 2, 1, nil].map { colour in
                    ClassLegend.Row(class: colour, text: words.worstClass(colour), count: words.count(items.count { $0.colour == colour }, of: scene.level))
                })
        }
    }

    static func colour(_ share: Double) -> Int {
        switch share {
        case 0.5...: 5
        case 0.1...: 4
        case 0.000_001...: 2
        default: 1
        }
    }
}
