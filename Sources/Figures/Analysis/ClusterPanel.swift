import Areas
import Charts
import Core
import HTML
import Web

/// The fields of a map of clusters.
struct ClusterFields: Component {
    let question: ClusterQuestion
    let scene: AnalysisScene
    let form: Form

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            FigureFields(question.figure, offered: ClusterQuestion.offered(scene), period: question.period, scene: scene, form: form)
            ChoiceField(
                "methode", FiguresWords.both(\.clusterMethodLabel), kind: .one, choices: ClusterQuestion.Method.allCases.map(ClusterWords.choice),
                form: form, language: scene.language)
            ChoiceField(
                "waarden", FiguresWords.both(\.clusterValuesLabel), kind: .one, choices: ClusterQuestion.Values.allCases.map(ClusterWords.choice),
                form: form, language: scene.language)
            div(.class("velden")) {
                TextField("trekkingen", FiguresWords.both(\.drawsLabel), kind: .whole, form: form, language: scene.language)
                TextField("startgetal", FiguresWords.both(\.seedName), kind: .whole, form: form, language: scene.language)
                TextField("fout", FiguresWords.both(\.falseLabel), kind: .whole, form: form, language: scene.language)
            }
        }
    }
}

/// The choice of one figure and its period.
struct FigureFields: Component {
    let chosen: String?
    let offered: [Indicator]
    let periods: [(name: String, prompt: Localized)]
    let scene: AnalysisScene
    let form: Form

    /// - Parameter period: under the name `periode`
    init(_ chosen: String?, offered: [Indicator], period: Period?, scene: AnalysisScene, form: Form) {
        self.init(chosen, offered: offered, periods: [("periode", FiguresWords.both(\.periodHead))], scene: scene, form: form)
    }

    init(_ chosen: String?, offered: [Indicator], periods: [(name: String, prompt: Localized)], scene: AnalysisScene, form: Form) {
        (self.chosen, self.offered, self.periods, self.scene, self.form) = (chosen, offered, periods, scene, form)
    }

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            GroupedSelect(name: "cijfer", prompt: words.figure, indicators: offered, chosen: chosen, form: form, language: scene.language)
            Each(periods) { field in
                SelectField(field.name, field.prompt, choices: choices, isRequired: true, form: form, language: scene.language)
            }
        }
    }

    private var choices: [Choice] {
        (chosen.map { FigureQuestion.periods($0, scene) } ?? []).map { period in
            Choice(period.description, Localized(nl: FiguresWords(.nl).period(period), en: FiguresWords(.en).period(period)))
        }
    }
}

/// The name of an area as a link; with its municipality where the areas are of more than one.
struct AreaNameLink: Component {
    let area: Area
    let scene: AnalysisScene

    var body: some HTML {
        a(.href(scene.url(of: area))) { area.name }
        if scene.place.level < .municipality, area.level > .municipality, let municipality = area.code.municipality.flatMap(scene.map.area) {
            " "
            span(.class("jaar")) { municipality.name }
        }
    }
}

/// What came out: a sentence on the whole, the areas found with and without the correction, the map.
struct ClusterPanel: Component {
    let outcome: ClusterOutcome
    let question: ClusterQuestion
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        Group {
            h3 { words.figureAndPeriod(outcome.indicator, outcome.values.period) }
            if let failure = outcome.failure {
                Notice { p { words.noClusters(failure) } }
            } else {
                p(.class("kern")) { words.globalMoran(outcome, scene.level) }
                p { words.clusterSummary(outcome, scene.level) }
                p(.class("klein subtiel")) { words.testedValues(outcome) }
                if outcome.indicator.basis == .model { Notice(.caution) { p { words.modelledClusters } } }
                if let paths = scene.paths { map(paths) }
                tables
            }
        }
    }

    @HTMLBuilder private var tables: some HTML {
        part(words.certainCaption, words.certainHelp(question.level ?? ClusterQuestion.usualLevel)) { if case .certain = $0 { true } else { false } }
        part(words.perhapsCaption, words.perhapsHelp(outcome)) { if case .perhaps = $0 { true } else { false } }
        part(words.noNeighboursCaption, words.noNeighboursHelp) { $0 == .noNeighbours }
        part(words.noFigureCaption, words.noFigureHelp) { $0 == .noFigure }
        let rest = outcome.rows(.none)
        if !rest.isEmpty {
            details {
                summary { words.showRest(rest.count, scene.level) }
                ClusterTable(rows: rest, caption: words.nothingCaption, outcome: outcome, scene: scene)
            }
        }
    }

    @HTMLBuilder private func part(_ caption: String, _ help: String, _ isWanted: (ClusterOutcome.State) -> Bool) -> some HTML {
        let rows = outcome.rows(where: isWanted)
        if !rows.isEmpty {
            h3 { "\(caption): \(words.count(rows.count, of: scene.level))" }
            p(.class("klein subtiel")) { help }
            ClusterTable(rows: rows, caption: caption, outcome: outcome, scene: scene)
        }
    }

    private func map(_ paths: MapPaths) -> some HTML {
        let shapes = AreaShapes(
            outcome.rows.map { AreaShapes.Item(area: $0.area, colour: ClusterWords.colour($0.state), title: words.clusterTitle($0, outcome.indicator)) })
        return Group {
            h3 { words.onMap }
            AnalysisMap(
                label: words.clusterMap(outcome.indicator.name[language], scene.place.name, words.period(outcome.values.period)), shapes: shapes,
                paths: paths, scene: scene, legend: legend, palette: .clusters)
            p(.class("klein subtiel")) { words.clusterLegend }
        }
    }

    /// Every answer there is, with how many areas have it; those that none has are left out, but the corrected ones always stand there.
    private var legend: [ClassLegend.Row] {
        let patterns = question.method == .giStar ? [ClusterOutcome.Pattern.highAmongHigh, .lowAmongLow] : ClusterOutcome.Pattern.allCases
        let states = patterns.flatMap { [ClusterOutcome.State.certain($0), .perhaps($0)] } + [.none, .noNeighbours, .noFigure]
        return states.compactMap { state in
            let rows = outcome.rows(state)
            if rows.isEmpty, state.pattern == nil || state.pattern == .highAmongLow || state.pattern == .lowAmongHigh { return nil }
            return ClassLegend.Row(
                class: ClusterWords.colour(state), text: words.state(state, question.method ?? .moran), count: words.count(rows.count, of: scene.level))
        }
    }
}

/// Areas with their answer, by name.
struct ClusterTable: Component {
    let rows: [ClusterOutcome.Row]
    let caption: String
    let outcome: ClusterOutcome
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var hasTest: Bool { rows.contains { $0.p != nil } }

    var body: some HTML {
        table(.class("stapel clustertabel")) {
            HTML::caption(.class("vh")) { caption }
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.value }
                    if hasTest {
                        th(.scope("col")) { words.patternHead }
                        th(.scope("col").class("n")) { words.aloneHead }
                        th(.scope("col").class("n")) { words.correctedHead }
                    } else {
                        th(.scope("col")) { words.whyHead }
                    }
                }
            }
            tbody { Each(rows) { item in row(item) } }
        }
    }

    private func row(_ item: ClusterOutcome.Row) -> some HTML {
        tr(item.area.code == scene.area.code ? .class("hier") : .none) {
            th(.scope("row")) { AreaNameLink(area: item.area, scene: scene) }
            td(.class("n").data("kop", words.value)) {
                item.item.value.map { outcome.indicator.unit.text($0, in: scene.language) } ?? words.noFigure
            }
            if hasTest {
                td(.data("kop", words.patternHead)) { words.pattern(item.state.pattern) }
                td(.class("n").data("kop", words.aloneHead)) { words.probability(item.p) }
                td(.class("n").data("kop", words.correctedHead)) { words.probability(item.q) }
            } else {
                td(.data("kop", words.whyHead)) { why(item) }
            }
        }
    }

    private func why(_ item: ClusterOutcome.Row) -> String {
        item.state == .noNeighbours ? words.noNeighboursShort : item.item.missing?[scene.language] ?? words.noCount
    }
}
