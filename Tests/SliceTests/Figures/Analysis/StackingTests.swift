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

    @Test("WYK-35: many unknown areas are explained by the figures they lack, and a link leaves these out", arguments: Language.allCases)
    func gaps(language: Language) throws {
        // Two figures on borders of 2020; since then 60 of the 100 neighbourhoods got other ones. A third figure is secret in 40, a fourth is everywhere.
        let changed = Dictionary(uniqueKeysWithValues: (0..<60).map { (FigureSample.neighbourhood($0), 240.0) })
        let secret = Dictionary(
            uniqueKeysWithValues: (0..<100).map { (FigureSample.neighbourhood($0), $0 < 40 ? FigureSample.Cell.secret : FigureSample.Cell(7)) })
        let old = ["ernstig-eenzaam", "moeite-met-rondkomen"].map {
            FigureSample.Figures(key: $0, period: 2020, cells: FigureSample.everywhere { Double($0 % 20) })
        }
        let new = [
            FigureSample.Figures(key: "aandeel-ww", period: 2024, cells: secret),
            FigureSample.Figures(key: "goed-ervaren-gezondheid", period: 2024, cells: FigureSample.everywhere { 50 + Double($0 % 30) }),
            FigureSample.Figures(key: "beweegrichtlijn", period: 2024, cells: FigureSample.everywhere { 40 + Double($0 % 30) }),
        ]
        let book = FigureSample.book(FigureSample.columns("oud", year: 2020, old), FigureSample.columns("nieuw", new))
        let scene = try AnalysisSample.scene(book: book, gazetteer: FigureSample.gazetteer(land: [2020: changed]), language: language)
        let keys = ["ernstig-eenzaam", "moeite-met-rondkomen", "aandeel-ww", "goed-ervaren-gezondheid", "beweegrichtlijn"]
        let question = try AnalysisSample.complete(analysis, keys.map { "cijfer=\($0)" }.joined(separator: "&") + "&grens-ernstig-eenzaam=9", scene)
        let made = try #require(try analysis.outcome(question, scene, execution: .plain))
        #expect(made.rows(.unknown).count == 60)
        #expect(made.gaps.map(\.theme.indicator.key) == ["ernstig-eenzaam", "moeite-met-rondkomen", "aandeel-ww"])
        #expect(made.gaps.map(\.missing) == [60, 60, 40] && made.gaps.map(\.otherLand) == [60, 60, 0] && made.gaps.map(\.borders) == [2020, 2020, 2024])
        #expect(made.gaps.last?.reason == MissingReason.secret.explanation)
        let page = text(analysis.content(made, question, scene)), words = FiguresWords(language)
        #expect(page.contains(words.manyUnknown(60, of: 100, .neighbourhood)) && page.contains(words.withoutGaps(3)))
        for gap in made.gaps { #expect(page.contains(words.gap(gap, of: 100, .neighbourhood))) }
        let other = try #require(question.without(Set(made.gaps.map(\.theme.indicator.key))))
        #expect(other.figures == ["goed-ervaren-gezondheid", "beweegrichtlijn"] && other.cutoffs.isEmpty && other.share == question.share)
        #expect(page.contains(scene.address(other).url(in: language).replacing("&", with: "&amp;")))
        let again = GridSample.complete(analysis, other, scene)
        #expect(again.form.errors.isEmpty)
        #expect(try #require(try analysis.outcome(again.question, scene, execution: .plain)).rows(.unknown).isEmpty)
        #expect(question.without(Set(keys.prefix(4))) == nil && question.without([]) == nil)
    }
}
