import Areas
import Core
import HTML
import Measures
import Testing
import Web

@testable import Figures

@Suite("Ranking of areas as ranges of places")
struct RankingTests {
    private let analysis = RankingAnalysis()
    /// Shares with one decimal, so with a rounding interval; two areas share each value.
    private let book = FigureSample.book(
        FigureSample.columns([
            FigureSample.Figures(key: "koopwoningen", period: 2024, cells: FigureSample.everywhere { Double($0 / 2) }),
            FigureSample.Figures(key: "huishoudens-laag-inkomen", period: 2024, cells: FigureSample.everywhere { Double($0) / 10 }),
        ]))

    private func outcome(_ query: String) throws -> (RankingOutcome, RankingQuestion, AnalysisScene) {
        let scene = try AnalysisSample.scene(book: book)
        let question = try AnalysisSample.complete(analysis, query, scene)
        return (try #require(try analysis.outcome(question, scene, execution: .plain)), question, scene)
    }

    @Test("M10: an area stands at every place that its margin allows, and areas whose margins overlap are not told apart")
    func places() throws {
        let (made, question, scene) = try outcome("cijfer=koopwoningen")
        #expect(made.isRanked && made.rows.count == 100)
        // Two with the same value share the first two places; margins of half a point touch those of the next value.
        let first = try #require(made.rows.first?.places)
        #expect(first.lowerBound == 1 && first.upperBound >= 2)
        #expect(made.rows.allSatisfy { ($0.places?.count ?? 0) >= 2 })
        #expect(made.certain == 0)
        let page = String(decoding: analysis.content(made, question, scene).rendered(), as: UTF8.self)
        #expect(page.contains("ander gebied") || page.contains("andere gebieden"))
        #expect(page.contains("Van geen van de 100 buurten"))
    }

    @Test("a figure that can brand a place gets no order: by name, and the page says why")
    func stigma() throws {
        let (made, question, scene) = try outcome("cijfer=huishoudens-laag-inkomen")
        #expect(!made.isRanked)
        #expect(made.rows.allSatisfy { $0.places == nil && $0.nation == nil })
        #expect(made.rows.map(\.item.area.name) == made.rows.map(\.item.area.name).sorted())
        let page = String(decoding: analysis.content(made, question, scene).rendered(), as: UTF8.self)
        #expect(page.contains("Wij maken hier geen rangorde"))
        let csv = String(decoding: try #require(try analysis.file(.result, made, question, scene)), as: UTF8.self)
        #expect(csv.split(separator: "\r\n")[1].hasSuffix(",,,,,"))
    }

    @Test("a figure that these areas do not have, and a year that is not there, are said beside their field")
    func faults() throws {
        let scene = try AnalysisSample.scene(book: book)
        for (query, field) in [
            ("cijfer=eenzaam", "cijfer"), ("cijfer=koopwoningen&periode=1999", "periode"), ("cijfer=zzz", "cijfer"), ("periode=ooit", "periode"),
        ] {
            var form = AnalysisSample.form(query)
            _ = analysis.complete(RankingQuestion(&form), scene, form: &form)
            #expect(form.errors.map(\.field) == [field], "\(query)")
        }
    }
}
