import Areas
import Core
import HTML
import Web

/// The frame of every analysis: place, title, choices, outcome, how to read it, files, other analyses.
struct AnalysisPage<Kind: Analysis>: Component {
    let analysis: Kind
    let scene: AnalysisScene
    let question: Kind.Question
    /// Nil where something is wrong in the form, or where there are no figures.
    let outcome: Kind.Outcome?
    let form: Form
    /// Analyses there are.
    let kinds: [AnalysisKind]

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }
    private var kind: AnalysisKind { Kind.Question.kind }

    var title: String { words.title(kind, scene.place.name) }

    var body: some HTML {
        div(.class("wrap inhoud analyse")) {
            ErrorSummary(form.errors, language: language)
            AnalysisTrail(scene: scene, kind: kind)
            h1 { title }
            p(.class("inleiding")) { words.sentence(kind) }
            choices
            if let outcome {
                section(.class("sectie").ariaLabelledBy("uitkomst")) {
                    h2(.id("uitkomst")) { words.outcome }
                    analysis.content(outcome, question, scene)
                }
            } else if form.errors.isEmpty {
                Notice { p { words.noAnalysis } }
            }
            InterpretationBlock(interpretation: analysis.interpretation(outcome, question, scene), language: language)
            if let outcome { download(outcome) }
            AnalysisList(title: words.otherAnalyses, kinds: kinds.filter { $0 != kind }, scene: scene)
        }
    }

    @HTMLBuilder private var choices: some HTML {
        if analysis.foldsChoices {
            details(.class("keuzes").open(!form.errors.isEmpty)) {
                summary { words.changeChoices }
                fields
            }
        } else {
            fields
        }
    }

    private var fields: some HTML {
        HTML::form(.class("analysekeuze").action(AnalysisRoute(scene.area.code, kind).address.url(in: language)).method("get").novalidate()) {
            analysis.choices(question, scene, form: filled)
            ScopeFields(scene: scene, form: form)
            button(.class("knop").type("submit")) { words.compute }
        }
    }

    /// What is shown now, and the person's own words where they could not be taken.
    private var filled: Form {
        let faulty = Set(form.errors.map(\.field))
        var filled = Form(items: question.items.filter { !faulty.contains($0.name) } + form.items.filter { faulty.contains($0.name) })
        for error in form.errors { filled.fail(error.field, error.message) }
        return filled
    }

    private func download(_ outcome: Kind.Outcome) -> some HTML {
        let recipe = analysis.recipe(question, scene)
        return AnalysisDownload(
            recipe: recipe, links: recipe.files.map { ($0, scene.address(question, file: $0).url(in: language)) },
            address: scene.address(question).url(in: language), sources: analysis.sources(outcome), language: language)
    }
}

/// From the country to the analysis.
struct AnalysisTrail: Component {
    let scene: AnalysisScene
    /// Nil on the overview.
    let kind: AnalysisKind?

    var body: some HTML {
        let words = scene.words
        let lineage = scene.map.lineage(of: scene.area.code).map {
            PlaceTrail.Step($0.name, kind: AreasWords(scene.language).kind($0.level), address: $0.address(newest: scene.newest))
        }
        let overview = AnalysisRoute(scene.area.code, items: scene.scope.items).address
        let end = kind.map { [PlaceTrail.Step(words.analysisTitle, address: overview), PlaceTrail.Step(words.name($0))] }
        return PlaceTrail(lineage + (end ?? [PlaceTrail.Step(words.analysisTitle)]), language: scene.language)
    }
}

/// Level and own choice of areas; the year goes along unseen.
struct ScopeFields: Component {
    let scene: AnalysisScene
    let form: Form

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            if scene.levels.count > 1 {
                SelectField(
                    "niveau", FiguresWords.both(\.per), choices: scene.levels.map { Choice($0.rawValue, FigureWords.areas($0)) },
                    form: field("niveau", [scene.level.rawValue]), language: scene.language)
            }
            if let year = scene.scope.year { input(.type("hidden").name("jaar").value(String(year))) }
            details(.class("gebiedskeuze").open(form.errors.contains { $0.field == "gebied" })) {
                summary { words.chooseAreas }
                ChoiceField(
                    "gebied", FiguresWords.both(\.chooseAreas), kind: .any,
                    choices: listed.map { Choice($0.code.description, Localized($0.name)) }, hint: FiguresWords.both(\.chooseAreasHint), isRequired: false,
                    form: field("gebied", scene.scope.areas.map(\.description)), language: scene.language)
            }
        }
    }

    /// Those of the place and those that were named from elsewhere.
    private var listed: [Area] {
        let inside = Set(scene.all.map(\.code))
        return (scene.all + scene.areas.filter { !inside.contains($0.code) }).sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    private func field(_ name: String, _ values: [String]) -> Form {
        var field = Form(items: values.map { .init(name, $0) })
        for error in form.errors where error.field == name { field.fail(name, error.message) }
        return field
    }
}

/// Analyses with one sentence each.
struct AnalysisList: Component {
    let title: String
    let kinds: [AnalysisKind]
    let scene: AnalysisScene

    var body: some HTML {
        if !kinds.isEmpty {
            section(.class("sectie").ariaLabelledBy("analyses")) {
                h2(.id("analyses")) { title }
                ul(.class("analyses")) {
                    Each(kinds) { kind in
                        li {
                            a(.href(scene.url(kind))) { scene.words.name(kind) }
                            p { scene.words.sentence(kind) }
                        }
                    }
                }
            }
        }
    }
}

/// All analyses of a place.
struct AnalysisOverviewPage: Component {
    let scene: AnalysisScene
    let form: Form
    let kinds: [AnalysisKind]

    private var words: FiguresWords { scene.words }

    var title: String { words.analysisOf(scene.place.name) }

    var body: some HTML {
        div(.class("wrap inhoud analyse")) {
            ErrorSummary(form.errors, language: scene.language)
            AnalysisTrail(scene: scene, kind: nil)
            h1 { title }
            p(.class("inleiding")) { words.analysisLead }
            p { words.analysedAreas(scene.areas.count, scene.level, own: scene.isOwnChoice) }
            AnalysisList(title: words.allAnalyses, kinds: kinds, scene: scene)
            Notice { p { words.analysisOutside } }
            details(.class("keuzes").open(!form.errors.isEmpty)) {
                summary { words.changeChoices }
                HTML::form(
                    .class("analysekeuze").action(AnalysisRoute(scene.area.code).address.url(in: scene.language)).method("get").novalidate()
                ) {
                    ScopeFields(scene: scene, form: form)
                    button(.class("knop").type("submit")) { words.showAnalyses }
                }
            }
        }
    }
}

/// While an outcome is computed for the first time.
struct AnalysisWaitPage: Component {
    let scene: AnalysisScene
    let kind: AnalysisKind
    let progress: AnalysisProgress
    /// The page that was asked for.
    let address: PageAddress

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        div(.class("wrap inhoud smal")) {
            AnalysisTrail(scene: scene, kind: kind)
            h1 { words.computing(kind) }
            p(.class("inleiding")) { words.computingHelp }
            div(.class("voortgang")) {
                label(.for("voortgang")) { words.computed(progress.part) }
                HTML::progress(.id("voortgang").max("100").value(String(Int(progress.part * 100)))) { words.computed(progress.part) }
            }
            p { a(.class("knop").href(address.url(in: scene.language))) { words.lookAgain } }
            p { a(.href(scene.url(.job(progress.id)))) { words.followJob } }
        }
    }
}

/// Short ways to the parts of a long outcome.
struct OnThisPage: Component {
    /// Ids and names.
    let parts: [(id: String, name: String)]
    let language: Language

    var body: some HTML {
        nav(.class("oppagina").ariaLabel(language == .nl ? "Op deze pagina" : "On this page")) {
            ul { Each(parts) { part in li { a(.href("#" + part.id)) { part.name } } } }
        }
    }
}
