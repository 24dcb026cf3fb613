import Charts
import Core
import HTML
import Measures
import Testing
import Web

@testable import Areas
@testable import Figures

@Suite("The funnel")
struct FunnelTests {
    private let analysis = FunnelAnalysis()

    /// Rates around 5 %, but one large area at 15 % and one at 1 %.
    private static let book: FigureBook = {
        let size = { (cell: Int) in 400.0 + 30 * Double(cell) }
        let residents = FigureSample.everywhere(size)
        let crimes = FigureSample.everywhere { cell in
            (size(cell) * (cell == 90 ? 0.15 : cell == 80 ? 0.01 : 0.05 + 0.012 * (GridSample.noise(cell) - 0.5))).rounded()
        }
        return FigureSample.book(
            FigureSample.columns([
                FigureSample.Figures(key: "inwoners", period: 2024, cells: residents), FigureSample.Figures(key: "misdrijven", period: 2024, cells: crimes),
                FigureSample.Figures(key: "woningwaarde", period: 2024, cells: FigureSample.everywhere { 200 + Double($0) }),
                FigureSample.Figures(key: "goed-ervaren-gezondheid", period: 2024, cells: FigureSample.everywhere { _ in 70 }),
            ]))
    }()

    private func outcome(_ question: FunnelQuestion, _ scene: AnalysisScene) throws -> FunnelOutcome {
        let complete = GridSample.complete(analysis, question, scene)
        #expect(complete.form.errors.isEmpty)
        return try #require(try analysis.outcome(complete.question, scene, execution: .plain))
    }

    @Test(
        "every choice stands in the address and is read back the same",
        arguments: [FunnelQuestion(), FunnelQuestion(figure: "aandeel-65-plus", period: Period(year: 2020), correction: FunnelQuestion.Correction.none)])
    func roundTrip(question: FunnelQuestion) throws {
        let read = try #require(AnalysisRoute(AnalysisRoute(FigureSample.code("GM9999"), AnalysisScope(), question).address))
        var form = Form(items: read.items)
        #expect(FunnelQuestion(&form) == question && form.errors.isEmpty)
    }

    @Test("areas that differ more than chance are outside, the others within")
    func outside() throws {
        let outcome = try outcome(FunnelQuestion(), GridSample.scene(Self.book))
        #expect(outcome.indicator.key == "misdrijven-per-1000" && outcome.plot.kind == .rate)
        #expect(outcome.rows(.farAbove).map(\.area.code.description) == [FigureSample.neighbourhood(90)])
        #expect(outcome.rows(.farBelow).map(\.area.code.description) == [FigureSample.neighbourhood(80)])
        #expect(Set(outcome.rows.compactMap(\.number)).count == outcome.plot.outside95.above + outcome.plot.outside95.below)
        for row in outcome.rows {
            let place = try #require(row.place), count = try #require(row.count), whole = try #require(row.whole)
            #expect(place.value == count / whole)
        }
    }

    @Test("every figure can be in a funnel or has a reason why not, and its reason is said in the form")
    func refusals() throws {
        for indicator in Catalogue.all { #expect((CountedFigure.parts(indicator) == nil) == (CountedFigure.refusal(indicator) != nil), "\(indicator.key)") }
        let scene = GridSample.scene(Self.book)
        let offered = FunnelQuestion.offered(scene).map(\.key)
        #expect(offered == ["misdrijven-per-1000"])
        let refused = Dictionary(uniqueKeysWithValues: FunnelQuestion.refused(scene).map { ($0.reason, $0.indicators.map(\.key)) })
        #expect(refused[.mean] == ["woningwaarde"] && refused[.modelled] == ["goed-ervaren-gezondheid"])
        let form = GridSample.complete(analysis, FunnelQuestion(figure: "woningwaarde"), scene).form
        #expect(form.errors.map(\.field) == ["cijfer"] && form.errors[0].message.nl.contains(FunnelWords.reason(.mean).nl))
    }

    @Test("extra spread is allowed for by default, and the page says so", arguments: Language.allCases)
    func overdispersion(language: Language) throws {
        let scene = GridSample.scene(Self.book, language: language)
        let usual = try outcome(FunnelQuestion(), scene)
        #expect(usual.plot.correction == .multiplicative)
        let plain = try outcome(FunnelQuestion(correction: FunnelQuestion.Correction.none), scene)
        #expect(plain.plot.correction == .none)
        for (left, right) in zip(usual.rows, plain.rows) {
            let wide = try #require(left.place?.limits95), narrow = try #require(right.place?.limits95)
            #expect(wide.upperBound >= narrow.upperBound && wide.lowerBound <= narrow.lowerBound)
        }
        let html = String(decoding: analysis.content(usual, FunnelQuestion(), scene).rendered(), as: UTF8.self)
        #expect(html.contains(FiguresWords(language).spread(usual, .multiplicative)) && html.contains("class=\"trechter\""))
        #expect(html.contains(FiguresWords(language).refusedTitle))
    }

    @Test("the drawn part of the scale holds nearly all areas, and far ones do not press the others together")
    func axis() throws {
        let outcome = try outcome(FunnelQuestion(), GridSample.scene(Self.book))
        let values = outcome.rows.compactMap { $0.place?.value }.map { $0 * 1000 }
        #expect(outcome.axis.outside(values) <= 4 && outcome.axis.lower >= 0 && outcome.axis.upper < 150)
        #expect(outcome.limits.count == 60 && outcome.limits.allSatisfy { $0.inner.upperBound <= $0.outer.upperBound })
    }

    @Test("a share is a proportion with limits from 0 to 100, and rounding never makes a count larger than its whole")
    func share() throws {
        let book = FigureSample.book(
            FigureSample.columns([
                FigureSample.Figures(key: "huishoudens", period: 2024, cells: FigureSample.everywhere { Double(5 + 5 * $0) }),
                FigureSample.Figures(key: "eenpersoonshuishoudens", period: 2024, cells: FigureSample.everywhere { Double($0 == 0 ? 10 : 2 * $0) }),
            ]))
        let outcome = try outcome(FunnelQuestion(figure: "aandeel-eenpersoonshuishoudens"), GridSample.scene(book))
        #expect(outcome.plot.kind == .proportion && outcome.rows.allSatisfy { $0.place != nil })
        #expect(outcome.rows.first { $0.area.code.description == FigureSample.neighbourhood(0) }?.place?.value == 1)
    }

    @Test("all files are there")
    func files() throws {
        let scene = GridSample.scene(Self.book)
        let question = GridSample.complete(analysis, FunnelQuestion(), scene).question
        let outcome = try outcome(question, scene)
        for file in analysis.recipe(question, scene).files { #expect(try analysis.file(file, outcome, question, scene)?.isEmpty == false, "\(file)") }
    }
}
