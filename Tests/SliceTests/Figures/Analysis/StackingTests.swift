import Areas
import Core
import Foundation
import HTML
import Measures
import Testing
import Web

@testable import Figures

@Suite("Stacking of problems in areas")
struct StackingTests {
    private let analysis = StackingAnalysis()
    private let book = FigureSample.book(FigureSample.columns(AnalysisSample.example))

    private func outcome(_ query: String) throws -> (StackingOutcome, StackingQuestion, AnalysisScene) {
        let scene = try AnalysisSample.scene(query, book: book)
        let question = try AnalysisSample.complete(analysis, query, scene)
        return (try #require(try analysis.outcome(question, scene, execution: .plain)), question, scene)
    }

    private func text(_ content: some HTML) -> String { String(decoding: content.rendered(), as: UTF8.self) }

    @Test("M11: the worked example gives H, A and M0 of Alkire and Foster", arguments: [(1, 0.75, 0.583333), (2, 0.5, 0.75), (3, 0.25, 1)])
    func workedExample(least: Int, headcount: Double, intensity: Double) throws {
        let (made, _, _) = try outcome(AnalysisSample.exampleQuery + "&" + AnalysisSample.firstFour + "&vanaf=\(least)")
        #expect(made.rows.count == 4)
        #expect(abs(made.total.headcount - headcount) < 1e-6)
        #expect(abs(made.total.intensity - intensity) < 1e-6)
        #expect(abs(made.total.adjusted - headcount * intensity) < 1e-6)
        #expect(abs(made.themes.reduce(0) { $0 + $1.contribution } - 1) < 1e-9)
    }

    @Test("AGD-19: a combination of problems is found by asking for all of the chosen ones")
    func combination() throws {
        let query = "cijfer=goed-ervaren-gezondheid&cijfer=beweegrichtlijn&grens-goed-ervaren-gezondheid=13&grens-beweegrichtlijn=12&vanaf=2&"
        let (made, _, _) = try outcome(query + AnalysisSample.firstFour)
        #expect(made.rows(.clearly).map(\.area.code.description) == [FigureSample.neighbourhood(2)])
    }

    @Test("an area without figures is unknown, never without problems, and both extremes are said")
    func unknown() throws {
        let (made, question, scene) = try outcome(AnalysisSample.exampleQuery + "&vanaf=2")
        let unknown = made.rows(.unknown)
        #expect(unknown.count == 96)
        #expect(unknown.allSatisfy { $0.probability.lowest == 0 && $0.probability.highest == 1 && $0.known == 0 })
        #expect(made.total.used == 4)
        let page = text(analysis.content(made, question, scene))
        #expect(page.contains("0% als wat ontbreekt goed is, 100% als het slecht is"))
        #expect(page.contains("Onbekend telt niet als"))
    }

    @Test("a value whose margin crosses the cut-off counts as a chance")
    func margins() throws {
        let cells = FigureSample.everywhere { Double($0 % 20) }
        let book = FigureSample.book(
            FigureSample.columns([
                FigureSample.Figures(key: "huishoudens-laag-inkomen", period: 2024, cells: cells),
                FigureSample.Figures(key: "aandeel-ww", period: 2024, cells: cells),
            ]))
        let scene = try AnalysisSample.scene(book: book)
        let question = try AnalysisSample.complete(
            analysis, "cijfer=huishoudens-laag-inkomen&cijfer=aandeel-ww&grens-huishoudens-laag-inkomen=10&grens-aandeel-ww=9&vanaf=2", scene)
        let made = try #require(try analysis.outcome(question, scene, execution: .plain))
        let ten = try #require(made.rows.first { $0.area.code.description == FigureSample.neighbourhood(10) })
        let hasMargin = made.input.columns[0].values.items[10].interval != nil
        #expect(ten.chances[0] == (hasMargin ? 0.5 : 0))
        #expect(made.rows(.clearly).allSatisfy { row in row.chances.allSatisfy { $0 >= 0.9 } })
    }

    @Test("without choices each part of life counts once, no figure is about origin, and the address says it all")
    func usual() throws {
        let keys = StackingQuestion.usual.flatMap { $0 } + IndexQuestion.usual.flatMap { $0 }
        for key in keys {
            let indicator = try #require(Catalogue.indicator(key))
            #expect(AnalysisFigures.isUsable(indicator), "\(key)")
        }
        #expect(Set(keys).isDisjoint(with: ["ongehuwd", "gehuwd"]))
        let scene = try AnalysisSample.scene(book: book)
        let question = try AnalysisSample.complete(analysis, "", scene)
        #expect(question.share == 20 && question.least == (question.figures.count + 1) / 2)
        var form = Form(items: question.items)
        #expect(StackingQuestion(&form) == question)
    }

    @Test("WYK-05, WYK-06, WYK-07: the page says what it yields, how to read it, advantages, limits, and always what it does not say")
    func interpretation() throws {
        let (made, question, scene) = try outcome(AnalysisSample.exampleQuery + "&vanaf=2")
        for language in Language.allCases {
            let block = text(InterpretationBlock(interpretation: analysis.interpretation(made, question, scene), language: language))
            let words = FiguresWords(language)
            for title in [words.yieldsTitle, words.readingTitle, words.advantagesTitle, words.limitsTitle, words.doesNotSayTitle] {
                #expect(block.contains(title))
            }
            // Before the first fold.
            let open = block.components(separatedBy: "<details").first ?? ""
            #expect(open.contains(words.caution(.ecologicalFallacy)) && open.contains(words.caution(.stigma)))
        }
    }

    @Test("WYK-32: the page says where problems are and which; areas stand by name, not from bad to good")
    func whereAndWhich() throws {
        let (made, question, scene) = try outcome(AnalysisSample.exampleQuery + "&vanaf=1&" + AnalysisSample.firstFour)
        let page = text(analysis.content(made, question, scene))
        #expect(page.contains("Buurt 00") && page.contains("regie over"))
        // Good health is no problem; too little of it is.
        #expect(page.contains("laag: goed") && !page.contains("· goed ervaren"))
        #expect(made.rows.map(\.area.name) == made.rows.map(\.area.name).sorted())
        #expect(page.components(separatedBy: "<caption").count >= 3)
    }

    @Test("the files hold the figures, the cut-offs and the outcome, and the command names them")
    func files() throws {
        let (made, question, scene) = try outcome(AnalysisSample.exampleQuery + "&vanaf=2&" + AnalysisSample.firstFour)
        func file(_ name: AnalysisFile) throws -> String {
            String(decoding: try #require(try analysis.file(name, made, question, scene)), as: UTF8.self)
        }
        let input = try file(.input).split(separator: "\r\n")
        #expect(input.count == 5)
        #expect(input[0].hasPrefix("code,naam,inwoners,goed-ervaren-gezondheid,goed-ervaren-gezondheid_ondergrens"))
        let cutoffs = try file(.cutoffs).split(separator: "\r\n")
        #expect(cutoffs[0] == "column,cutoff,direction,weight" && cutoffs[1] == "goed-ervaren-gezondheid,13,below,1")
        #expect(try file(.result).contains(",duidelijk,1,"))
        let json = try file(.document)
        #expect(json.contains(#""H":0.5"#) && json.contains(#""M0":0.375"#))
        #expect(analysis.recipe(question, scene).command == "leefkring analyse stacking --values invoer.csv --id code --cutoffs grenzen.csv --k 2 --json")
        #expect(try analysis.file(.weights, made, question, scene) == nil)
    }
}
