import Areas
import Core
import HTML
import Measures
import Testing
import Web

@testable import Figures

@Suite("An own index and what other choices would have given")
struct IndexTests {
    private let analysis = IndexAnalysis()
    private let keys = ["goed-ervaren-gezondheid", "vrijwilligers", "eenzaam"]
    private let book = FigureSample.book(
        FigureSample.columns([
            FigureSample.Figures(key: "goed-ervaren-gezondheid", period: 2024, cells: FigureSample.everywhere { 50 + Double($0) / 4 }),
            FigureSample.Figures(key: "vrijwilligers", period: 2024, cells: FigureSample.everywhere { Double(($0 * 37) % 100) / 4 }),
            FigureSample.Figures(key: "eenzaam", period: 2024, cells: FigureSample.everywhere { 60 - Double($0) / 5 }),
            FigureSample.Figures(key: "huishoudens-laag-inkomen", period: 2024, cells: FigureSample.everywhere { Double(($0 * 13) % 100) / 5 }),
        ]))
    private var query: String { keys.map { "cijfer=\($0)" }.joined(separator: "&") + "&rondes=200" }

    private func outcome(_ query: String) throws -> (IndexOutcome, IndexQuestion, AnalysisScene) {
        let scene = try AnalysisSample.scene(book: book)
        let question = try AnalysisSample.complete(analysis, query, scene)
        return (try #require(try analysis.outcome(question, scene, execution: .plain)), question, scene)
    }

    @Test("M10: every area has its place, a range around it and the share of runs in the lowest tenth")
    func ranges() throws {
        let (made, _, _) = try outcome(query)
        #expect(made.isRanked && made.rows.count == 100 && made.uncertainty.runs == 200)
        #expect(made.rows.map { $0.place?.nominalRank ?? 0 } == made.rows.map { $0.place?.nominalRank ?? 0 }.sorted())
        let shares = made.rows.reduce(0) { $0 + ($1.place?.worstShare ?? 0) }
        #expect(abs(shares - 10) < 1.5)
        let last = try #require(made.rows.last?.place)
        #expect(last.worstShare > 0.9 && last.range.upperBound == 100)
    }

    @Test("the same address gives the same outcome on any number of cores; another seed another one")
    func seed() throws {
        let (first, question, scene) = try outcome(query + "&startgetal=7")
        let again = try #require(try analysis.outcome(question, scene, execution: Execution(cores: 2)))
        #expect(first.uncertainty == again.uncertainty)
        let (other, _, _) = try outcome(query + "&startgetal=8")
        #expect(first.uncertainty != other.uncertainty)
        #expect(first.rows.map(\.score) == other.rows.map(\.score))
    }

    @Test("a weight and a direction change the outcome; two figures that say the same are warned of")
    func choices() throws {
        let (plain, _, _) = try outcome(query)
        let (heavy, question, _) = try outcome(query + "&gewicht-vrijwilligers=10")
        #expect(question.weights == ["vrijwilligers": 10])
        #expect(heavy.themes[1].weight > 0.8 && heavy.themes[1].effect > plain.themes[1].effect)
        let (turned, _, _) = try outcome(query + "&goed-eenzaam=hoog")
        #expect(turned.rows.map(\.area.code) != plain.rows.map(\.area.code))
        #expect(plain.overlaps.contains { $0.first == 0 && $0.second == 2 })
    }

    @Test("with a figure that can brand a place the areas stand by name")
    func stigma() throws {
        let (made, question, scene) = try outcome(query + "&cijfer=huishoudens-laag-inkomen")
        #expect(!made.isRanked)
        #expect(made.rows.map(\.area.name) == made.rows.map(\.area.name).sorted())
        #expect(String(decoding: analysis.content(made, question, scene).rendered(), as: UTF8.self).contains("De gebieden staan op alfabet"))
    }

    @Test("the set-up names every figure with its direction, weight and margin")
    func config() throws {
        let (made, question, scene) = try outcome(query + "&gewicht-eenzaam=2,5&startgetal=3")
        let text = String(decoding: try #require(try analysis.file(.index, made, question, scene)), as: UTF8.self)
        #expect(text.contains("  - column: eenzaam\n    direction: down\n    weight: 2.5\n"))
        #expect(text.contains("aggregation: arithmetic"))
        let command = "leefkring analyse index --values invoer.csv --id code --config index.yml --runs 200 --seed 3 --json"
        #expect(analysis.recipe(question, scene).command == command)
        let json = String(decoding: try #require(try analysis.file(.document, made, question, scene)), as: UTF8.self)
        #expect(json.contains(#""startgetal":3"#) && json.contains(#""versie":1"#))
    }

    @Test(
        "values out of bounds are said beside their field",
        arguments: [
            ("rondes=1", "rondes"), ("startgetal=0", "startgetal"), ("cijfer=eenzaam&gewicht-eenzaam=0", "gewicht-eenzaam"),
            ("cijfer=eenzaam&goed-eenzaam=midden", "goed-eenzaam"), ("cijfer=eenzaam&cijfer=vrijwilligers", "cijfer"),
        ])
    func faults(query: String, field: String) throws {
        let scene = try AnalysisSample.scene(book: book)
        var form = AnalysisSample.form(query)
        _ = analysis.complete(IndexQuestion(&form), scene, form: &form)
        #expect(form.errors.map(\.field) == [field])
    }
}
