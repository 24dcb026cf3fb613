import Core
import HTML
import Measures
import Testing
import Web

@testable import Areas
@testable import Figures

@Suite("Clusters on the map")
struct ClusterTests {
    private let analysis = ClusterAnalysis()

    /// A block of four by four high values in a square of ten by ten.
    private static func isInBlock(_ cell: Int) -> Bool { (2...5).contains(cell / 10) && (2...5).contains(cell % 10) }

    private static func book(_ cells: [String: FigureSample.Cell]) -> FigureBook {
        FigureSample.book(FigureSample.columns([FigureSample.Figures(key: "goed-ervaren-gezondheid", period: 2024, cells: cells)]))
    }

    private static let block = book(FigureSample.everywhere { (isInBlock($0) ? 80 : 60) + 6 * GridSample.noise($0) })

    private func outcome(_ question: ClusterQuestion, _ scene: AnalysisScene) throws -> ClusterOutcome {
        let complete = GridSample.complete(analysis, question, scene)
        #expect(complete.form.errors.isEmpty)
        return try #require(try analysis.outcome(complete.question, scene, execution: .plain))
    }

    @Test(
        "every choice stands in the address and is read back the same",
        arguments: [
            ClusterQuestion(), ClusterQuestion(figure: "koopwoningen"),
            ClusterQuestion(
                figure: "misdrijven-per-1000", period: Period(year: 2023), method: .giStar, values: .published, runs: 99_999, seed: .max, level: 10),
        ])
    func roundTrip(question: ClusterQuestion) throws {
        let code = FigureSample.code("GM9999")
        let route = AnalysisRoute(code, AnalysisScope(level: .district, year: 2020), question)
        let read = try #require(AnalysisRoute(route.address))
        var form = Form(items: read.items)
        #expect(ClusterQuestion(&form) == question)
        #expect(form.errors.isEmpty && read == route && read.kind == .clusters)
    }

    @Test("what is left open is filled in: 9,999 draws, because 999 could never pass the correction over many areas")
    func defaults() {
        let complete = GridSample.complete(analysis, ClusterQuestion(), GridSample.scene(Self.block)).question
        #expect(complete.figure == "goed-ervaren-gezondheid" && complete.period == Period(year: 2024))
        #expect(complete.permutations.runs == 9_999 && complete.permutations.seed == 1 && complete.method == .moran && complete.level == 5)
    }

    @Test("WYK-32: high areas that lie together are found, and areas that stay after correction are among those found without it")
    func block() throws {
        let outcome = try outcome(ClusterQuestion(), GridSample.scene(Self.block))
        let certain = outcome.rows(.certain(.highAmongHigh))
        let codes = Set(certain.map(\.area.code.description))
        for cell in [33, 34, 43, 44] { #expect(codes.contains(FigureSample.neighbourhood(cell)), "in the middle of the block") }
        #expect(certain.allSatisfy { row in Int(row.area.code.description.suffix(2)).map(Self.isInBlock) ?? false })
        for row in outcome.rows {
            let p = try #require(row.p), q = try #require(row.q)
            #expect(q >= p)
            if case .certain = row.state { #expect(q <= 0.05) }
            if case .perhaps = row.state { #expect(p < 0.05 && q > 0.05) }
            if row.state == .none { #expect(p >= 0.05) }
        }
        #expect(try #require(outcome.global).value > 0.5)
    }

    @Test("the numbers are those of the method itself, with the same neighbours and seed")
    func sameAsMeasures() throws {
        let scene = GridSample.scene(Self.block)
        let found = try outcome(ClusterQuestion(runs: 999, seed: 7), scene)
        let weights = try SpatialWeights.grid(rows: 10, columns: 10, .queen).rowStandardised
        let direct = try SpatialField(found.rows.map(\.tested), weights: weights).localMoran(Permutations(runs: 999, seed: 7))
        #expect(found.weights.rowStandardised == weights)
        #expect(found.rows.map(\.p) == direct.areas.map { $0.values?.significance.p })
        #expect(found.rows.map(\.statistic) == direct.areas.map { $0.values?.statistic })
        let again = try outcome(ClusterQuestion(runs: 999, seed: 7), scene)
        #expect(again.rows.map(\.p) == found.rows.map(\.p))
    }

    @Test("an area without a figure and an island have a state of their own, and are outside the family of the correction")
    func states() throws {
        var cells = FigureSample.everywhere { (Self.isInBlock($0) ? 80 : 60) + 6 * GridSample.noise($0) }
        cells[FigureSample.neighbourhood(44)] = .secret
        let outcome = try outcome(ClusterQuestion(), GridSample.scene(Self.book(cells), islands: [0]))
        #expect(outcome.rows[44].state == .noFigure && outcome.rows[44].p == nil)
        #expect(outcome.rows[0].state == .noNeighbours && outcome.rows[0].p == nil)
        #expect(outcome.family == 98)
        #expect(outcome.rows[33].state.pattern == .highAmongHigh, "the missing neighbour does not count as low")
    }

    @Test("rates of areas of different size are standardised, so that small areas do not draw the map")
    func standardised() throws {
        let residents = FigureSample.everywhere { cell in cell % 7 == 0 ? 60 : 3_000 }
        let crimes = FigureSample.everywhere { cell in (cell % 7 == 0 ? 60.0 : 3_000) * 0.05 * (1 + 0.4 * (GridSample.noise(cell) - 0.5)) }
        let book = FigureSample.book(
            FigureSample.columns([
                FigureSample.Figures(key: "inwoners", period: 2024, cells: residents), FigureSample.Figures(key: "misdrijven", period: 2024, cells: crimes),
            ]))
        let scene = GridSample.scene(book)
        let smoothed = try outcome(ClusterQuestion(figure: "misdrijven-per-1000"), scene)
        let counted = try #require(smoothed.counted)
        let expected = try #require(Rates.empiricalBayesStandardised(counted.counts, per: counted.wholes))
        #expect(smoothed.rows.map(\.tested) == expected)
        let raw = try outcome(ClusterQuestion(figure: "misdrijven-per-1000", values: .published), scene)
        #expect(raw.counted == nil && raw.rows.map(\.tested) == raw.rows.map { $0.item.value ?? .nan })
    }

    @Test("areas that cannot be compared with their neighbours get a reason, never a number")
    func failures() throws {
        let same = try outcome(ClusterQuestion(), GridSample.scene(Self.book(FigureSample.everywhere { _ in 70 })))
        #expect(same.failure == .noVariation && same.global == nil && same.rows.allSatisfy { $0.p == nil })
        let page = String(decoding: ClusterPanel(outcome: same, question: ClusterQuestion(), scene: GridSample.scene(Self.block)).rendered(), as: UTF8.self)
        #expect(page.contains(FiguresWords(.nl).noClusters(.noVariation)))
    }

    @Test("the page tells what stays after correction from what does not, in both languages", arguments: Language.allCases)
    func page(language: Language) throws {
        let scene = GridSample.scene(Self.block, language: language)
        let words = FiguresWords(language)
        let outcome = try outcome(ClusterQuestion(), scene)
        let html = String(decoding: analysis.content(outcome, ClusterQuestion(), scene).rendered(), as: UTF8.self)
        for text in [words.certainCaption, words.aloneHead, words.correctedHead, words.testedValues(outcome)] { #expect(html.contains(text)) }
        let interpretation = analysis.interpretation(outcome, ClusterQuestion(), scene)
        #expect(interpretation.seed == 1 && interpretation.doesNotSay.count >= 3 && !interpretation.parameters.isEmpty)
    }

    @Test("the files hold the neighbours and the tested values, so that the command line gives the same")
    func files() throws {
        let scene = GridSample.scene(Self.block)
        let question = GridSample.complete(analysis, ClusterQuestion(), scene).question
        let outcome = try outcome(question, scene)
        for file in analysis.recipe(question, scene).files { #expect(try analysis.file(file, outcome, question, scene)?.isEmpty == false, "\(file)") }
        let bytes = try #require(try analysis.file(.weights, outcome, question, scene))
        let read = try GALFile.read(bytes)
        #expect(read.ids == outcome.rows.map(\.area.code.description) && read.weights == outcome.weights)
        #expect(analysis.recipe(question, scene).command?.contains("--permutations 9999 --seed 1") == true)
    }
}
