import Analysis
import Areas
import Core
import Foundation
import Measures
import Testing

@testable import Figures

/// From the files of a page, by the command that the page names, to the numbers of the page.
@Suite("An outcome is made again from its files")
struct AnalysisReproductionTests {
    /// The options of a command by their name, and its files.
    private struct Command {
        let name: String
        let options: [String: String]
        let tables: [String: ValueTable]

        init<Kind: Figures.Analysis>(_ analysis: Kind, _ outcome: Kind.Outcome, _ question: Kind.Question, _ scene: AnalysisScene) throws {
            let recipe = analysis.recipe(question, scene)
            name = try #require(recipe.arguments.first)
            #expect(recipe.arguments.last == "--json" && recipe.arguments.count % 2 == 0)
            let words = recipe.arguments.dropFirst().dropLast()
            options = Dictionary(uniqueKeysWithValues: stride(from: words.startIndex, to: words.endIndex, by: 2).map { (words[$0], words[$0 + 1]) })
            var tables: [String: ValueTable] = [:]
            for file in [AnalysisFile.input] + recipe.further {
                let bytes = try #require(try analysis.file(file, outcome, question, scene))
                tables[file.rawValue] = try ValueTable(InputFile(name: file.rawValue, bytes: bytes))
            }
            self.tables = tables
        }

        func word(_ option: String) throws -> String { try #require(options[option], "\(option)") }
        func number(_ option: String) throws -> Double { try #require(Double(word(option)), "\(option)") }
        func table(_ option: String) throws -> ValueTable { try #require(tables[word(option)], "\(option)") }
        func margins(_ lower: String, _ upper: String) throws -> MarginColumns { MarginColumns(lower: try word(lower), upper: try word(upper)) }
    }

    @Test("WYK-07: ranges of places, in the place and in the country", arguments: ["koopwoningen", "inwoners", "goed-ervaren-gezondheid"])
    func ranking(figure: String) throws {
        let analysis = RankingAnalysis()
        let book = FigureSample.book(
            FigureSample.columns([FigureSample.Figures(key: figure, period: 2024, cells: FigureSample.everywhere { Double(5 * ($0 / 5)) })]))
        let scene = try AnalysisSample.scene(book: book)
        let question = try AnalysisSample.complete(analysis, "cijfer=\(figure)", scene)
        let outcome = try #require(try analysis.outcome(question, scene, execution: .plain))
        let command = try Command(analysis, outcome, question, scene)
        #expect(command.name == "ranking")
        let made = try command.table("--values").ranking(
            id: command.word("--id"), column: command.word("--column"), margins: command.margins("--lower", "--upper"), step: command.number("--step"),
            among: command.options["--among"] == nil ? nil : command.table("--among")
        ).document
        let areas = Dictionary(uniqueKeysWithValues: made.areas.map { ($0.id, $0) })
        #expect(made.n == outcome.known && made.among == (outcome.hasNation ? outcome.nationCount : nil))
        for row in outcome.rows {
            let area = try #require(areas[row.item.area.code.description])
            #expect(area.value == row.item.value && area.bestRank == row.places?.lowerBound && area.worstRank == row.places?.upperBound)
            #expect(area.bestAmong == row.nation?.lowerBound && area.worstAmong == row.nation?.upperBound)
        }
    }

    @Test("WYK-07: no order is made, so there is no command for one, where it could brand a place")
    func noOrder() throws {
        let book = FigureSample.book(
            FigureSample.columns([FigureSample.Figures(key: "huishoudens-laag-inkomen", period: 2024, cells: FigureSample.everywhere { Double($0) / 10 })]))
        let recipe = RankingAnalysis().recipe(RankingQuestion(figure: "huishoudens-laag-inkomen"), try AnalysisSample.scene(book: book))
        #expect(recipe.command == nil && recipe.further.isEmpty)
    }

    @Test("WYK-07: limits of a funnel with each correction, for rates and for shares", arguments: FunnelQuestion.Correction.allCases, [true, false])
    func funnel(correction: FunnelQuestion.Correction, isRate: Bool) throws {
        let analysis = FunnelAnalysis()
        let (part, whole, figure) =
            isRate ? ("misdrijven", "inwoners", "misdrijven-per-1000") : ("eenpersoonshuishoudens", "huishoudens", "aandeel-eenpersoonshuishoudens")
        let book = FigureSample.book(
            FigureSample.columns([
                FigureSample.Figures(key: whole, period: 2024, cells: FigureSample.everywhere { 400 + 30 * Double($0) }),
                FigureSample.Figures(
                    key: part, period: 2024,
                    cells: FigureSample.everywhere { cell in ((400 + 30 * Double(cell)) * (0.05 + 0.1 * GridSample.noise(cell))).rounded() }),
            ]))
        let scene = GridSample.scene(book)
        let question = GridSample.complete(analysis, FunnelQuestion(figure: figure, correction: correction), scene).question
        let outcome = try #require(try analysis.outcome(question, scene, execution: .plain))
        let command = try Command(analysis, outcome, question, scene)
        #expect(command.name == "funnel")
        let measure: FunnelPlot.Correction? = ["multiplicative": .multiplicative, "additive": .additive, "none": FunnelPlot.Correction.none][
            try command.word("--correction")]
        let choices = FunnelChoices(
            kind: try command.word("--kind") == "rate" ? .rate : .proportion, correction: try #require(measure), per: try command.number("--per"))
        let made = try command.table("--values").funnel(
            id: command.word("--id"), events: command.word("--events"), population: command.word("--population"), choices
        ).document
        let factor = outcome.counted.factor, areas = Dictionary(uniqueKeysWithValues: made.areas.map { ($0.id, $0) })
        #expect(made.target == outcome.plot.target * factor && made.phi == outcome.plot.overdispersion.winsorised)
        #expect(made.tau2 == outcome.plot.overdispersion.variance)
        for row in outcome.rows {
            let area = try #require(areas[row.area.code.description]), place = try #require(row.place)
            #expect(area.value == place.value * factor && area.z == place.z && area.correctedZ == place.correctedZ)
            #expect(area.lower95 == place.limits95.lowerBound * factor && area.upper998 == place.limits998.upperBound * factor)
        }
    }

    @Test(
        "WYK-07: differences from counts, from margins of the source, from rounding, and those of which nothing can be said",
        arguments: ["misdrijven", "aandeel-eenpersoonshuishoudens", "inwoners", "goed-ervaren-gezondheid"])
    func change(figure: String) throws {
        let analysis = ChangeAnalysis()
        func columns(_ source: String, _ year: Int, _ salt: Int) -> [FigureColumn] {
            let keys = figure.hasPrefix("aandeel") ? ["eenpersoonshuishoudens", "huishoudens"] : [figure]
            return FigureSample.columns(
                source,
                keys.enumerated().map { place, key in
                    FigureSample.Figures(
                        key: key, period: year,
                        cells: FigureSample.everywhere { cell in (40 * Double(1 + 4 * place) + 40 * GridSample.noise(cell, salt: salt)).rounded() })
                })
        }
        let scene = GridSample.scene(FigureSample.book(columns("oud", 2022, 1), columns("nieuw", 2024, 2)))
        let question = GridSample.complete(analysis, ChangeQuestion(figure: figure), scene).question
        let outcome = try #require(try analysis.outcome(question, scene, execution: .plain)), table = try #require(outcome.table)
        let command = try Command(analysis, outcome, question, scene)
        #expect(command.name == "change")
        let made = try command.table("--values").change(
            id: command.word("--id"),
            ChangeColumns(
                before: command.word("--before"), after: command.word("--after"), beforeMargins: command.margins("--before-lower", "--before-upper"),
                afterMargins: command.margins("--after-lower", "--after-upper"), basis: .column(command.word("--basis-column")))
        ).document
        let areas = Dictionary(uniqueKeysWithValues: made.areas.map { ($0.id, $0) })
        #expect(made.family == table.family && made.correlation == table.regression?.correlation)
        for row in table.rows {
            let area = try #require(areas[row.area.code.description])
            #expect(area.difference == row.difference && area.p == row.p && area.expected == row.expected)
            #expect(area.lower == row.interval?.lowerBound && area.upper == row.interval?.upperBound)
            #expect(area.finding == Self.names[row.finding])
        }
    }

    private static let names: [ChangeTable.Finding: String] = [
        .up: "up", .down: "down", .upAlone: "up_alone", .downAlone: "down_alone", .unclear: "unclear", .cannotSay: "cannot_say", .missing: "missing",
    ]

    @Test("WYK-07: two years that cannot be compared have no command")
    func broken() {
        let cells = FigureSample.everywhere { _ in 100 }
        let scene = GridSample.scene(
            FigureSample.book(FigureSample.columns([2019, 2024].map { FigureSample.Figures(key: "misdrijven", period: $0, cells: cells) })))
        let question = ChangeQuestion(figure: "misdrijven", from: Period(year: 2019), to: Period(year: 2024))
        #expect(ChangeAnalysis().recipe(question, scene).command == nil)
    }
}
