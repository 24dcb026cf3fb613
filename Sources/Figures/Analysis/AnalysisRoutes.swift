import Areas
import Core
import HTML
import Hummingbird
import Jobs
import Measures
import Web

/// Every address of the area analysis.
struct AnalysisTable: Sendable {
    let slice: Slice
    let jobs: JobStore

    /// The analyses there are, in the order of the overview.
    static let kinds: [AnalysisKind] = [.stacking, .ranking, .index, .clusters, .funnel, .change, .comparable]

    var table: [Route] {
        [
            Route(
                .get, AnalysisRoute.pattern(), name: "figures.analysis",
                summary: Localized(nl: "Gebiedsanalyse: overzicht", en: "Area analysis: overview")
            ) { try await overview($1) }
        ] + AnalysisRoutes(StackingAnalysis(), slice: slice, jobs: jobs).table + AnalysisRoutes(RankingAnalysis(), slice: slice, jobs: jobs).table
            + AnalysisRoutes(IndexAnalysis(), slice: slice, jobs: jobs).table + AnalysisRoutes(ClusterAnalysis(), slice: slice, jobs: jobs).table
            + AnalysisRoutes(FunnelAnalysis(), slice: slice, jobs: jobs).table + AnalysisRoutes(ChangeAnalysis(), slice: slice, jobs: jobs).table
            + AnalysisRoutes(ComparableAnalysis(), slice: slice, jobs: jobs).table
    }

    private func overview(_ context: WebContext) async throws -> Answer {
        var form = context.query
        let scene = try await slice.analysisScene(context, &form)
        let page = AnalysisOverviewPage(scene: scene, form: form, kinds: Self.kinds)
        let head = PageHead(
            page.title, section: AreasRoute.browse.address, hasErrors: !form.errors.isEmpty, isListed: context.address.query.isEmpty,
            styles: AnalysisStyle.sheets)
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .shared(maxAge: 300)) { page }
    }
}

enum AnalysisStyle {
    static let sheets = FiguresStyle.sheets + ["analysis.css", "analysis-charts.css"]
}

extension Slice {
    /// The area, areas and figures an address of an analysis asks for. Faults in the scope are said in the form.
    ///
    /// - Parameter withNeighbours: whether who borders on whom is needed
    func analysisScene(_ context: WebContext, _ form: inout Form, withNeighbours: Bool = false) async throws -> AnalysisScene {
        let gazetteer = try await areas.gazetteer.current()
        let area = try area(of: context, in: gazetteer)
        let book = try await book.current()
        guard var scene = AnalysisScene(area: area, form: &form, gazetteer: gazetteer, book: book, language: context.language) else { throw Problem.notFound }
        let shelf = try await maps.current()
        scene.boundaries = shelf.identity
        scene.paths = try await shelf.paths(of: scene.level, within: scene.place, map: scene.map, shapes: areas.shapes)
        if withNeighbours { scene.neighbours = try await shelf.neighbours(of: scene.level, year: scene.place.year, shapes: areas.shapes) }
        return scene
    }
}

/// The page and the files of one analysis.
struct AnalysisRoutes<Kind: Analysis>: Sendable {
    private let analysis: Kind
    private let slice: Slice
    private let shelf: AnalysisShelf<Kind.Question, Kind.Outcome>

    private var kind: AnalysisKind { Kind.Question.kind }

    init(_ analysis: Kind, slice: Slice, jobs: JobStore) {
        self.analysis = analysis
        self.slice = slice
        self.shelf = AnalysisShelf(jobs: jobs)
    }

    var table: [Route] {
        let nl = FiguresWords(.nl).name(kind), en = FiguresWords(.en).name(kind)
        return [
            Route(
                .get, AnalysisRoute.pattern(kind), name: "figures.analysis.\(kind.rawValue)",
                summary: Localized(nl: "Gebiedsanalyse: \(nl)", en: "Area analysis: \(en)")
            ) { try await page($1) },
            Route(
                .get, AnalysisRoute.pattern(kind, files: true), name: "figures.analysis.\(kind.rawValue).file",
                summary: Localized(nl: "Gebiedsanalyse: bestanden bij \(nl)", en: "Area analysis: files of \(en)")
            ) { try await file($1) },
        ]
    }

    /// What an address asks for, with its faults in the form.
    private func read(_ context: WebContext) async throws -> (scene: AnalysisScene, question: Kind.Question, form: Form) {
        var form = context.query
        let scene = try await slice.analysisScene(context, &form, withNeighbours: analysis.needsNeighbours)
        let question = Kind.Question(&form)
        return (scene, analysis.complete(question, scene, form: &form), form)
    }

    private func key(_ question: Kind.Question, _ scene: AnalysisScene) -> AnalysisShelf<Kind.Question, Kind.Outcome>.Key {
        .init(question: question, ground: scene.key)
    }

    private func title(_ scene: AnalysisScene) -> String { FiguresWords(.nl).title(kind, scene.place.name) }

    private func page(_ context: WebContext) async throws -> Answer {
        let (scene, question, form) = try await read(context)
        guard form.errors.isEmpty else { return shown(nil, question, scene, form, context) }
        guard analysis.isLong(question, scene) else {
            let outcome = try shelf.direct(key(question, scene)) { execution throws(Cancelled) in
                try analysis.outcome(question, scene, execution: execution)
            }
            return shown(outcome, question, scene, form, context)
        }
        let state = try await shelf.state(key(question, scene), title: title(scene)) { [analysis] execution throws(Cancelled) in
            try analysis.outcome(question, scene, execution: execution)
        }
        switch state {
        case .ready(let outcome): return shown(outcome, question, scene, form, context)
        case .working(let progress):
            let page = AnalysisWaitPage(scene: scene, kind: kind, progress: progress, address: context.address)
            let head = PageHead(scene.words.computing(kind), section: AreasRoute.browse.address, isListed: false, styles: AnalysisStyle.sheets)
            return context.page(head, cache: .noStore) { page }
        }
    }

    private func shown(
        _ outcome: Kind.Outcome?, _ question: Kind.Question, _ scene: AnalysisScene, _ form: Form, _ context: WebContext
    ) -> Answer {
        let page = AnalysisPage(analysis: analysis, scene: scene, question: question, outcome: outcome, form: form, kinds: AnalysisTable.kinds)
        let head = PageHead(
            page.title, section: AreasRoute.browse.address, hasErrors: !form.errors.isEmpty, isListed: context.address.query.isEmpty,
            styles: AnalysisStyle.sheets)
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: .shared(maxAge: 300)) { page }
    }

    private func file(_ context: WebContext) async throws -> Answer {
        guard let file = AnalysisFile(rawValue: try context.part("bestand")) else { throw Problem.notFound }
        let (scene, question, form) = try await read(context)
        try form.check()
        let outcome = try await shelf.whole(key(question, scene), title: title(scene)) { [analysis] execution throws(Cancelled) in
            try analysis.outcome(question, scene, execution: execution)
        }
        guard let outcome, let bytes = try analysis.file(file, outcome, question, scene) else { throw Problem.notFound }
        return Answer(bytes, as: file.media, cache: .shared(maxAge: 300)).asDownload(named: file.rawValue)
    }
}
