import Core
import HTML
import Measures
import Testing
import Web

@testable import Areas
@testable import Figures

@Suite("What changed")
struct ChangeTests {
    private let analysis = ChangeAnalysis()

    private static func book(_ key: String, _ before: [String: FigureSample.Cell], _ after: [String: FigureSample.Cell]) -> FigureBook {
        FigureSample.book(
            FigureSample.columns("oud", [FigureSample.Figures(key: key, period: 2022, cells: before)]),
            FigureSample.columns("nieuw", [FigureSample.Figures(key: key, period: 2024, cells: after)]))
    }

    private func outcome(_ question: ChangeQuestion, _ scene: AnalysisScene) throws -> ChangeOutcome {
        let complete = GridSample.complete(analysis, question, scene)
        #expect(complete.form.errors.isEmpty)
        return try #require(try analysis.outcome(complete.question, scene, execution: .plain))
    }

    @Test(
        "every choice stands in the address and is read back the same",
        arguments: [ChangeQuestion(), ChangeQuestion(figure: "misdrijven", from: Period(year: 2021), to: Period(year: 2024, month: 3))])
    func roundTrip(question: ChangeQuestion) throws {
        let read = try #require(AnalysisRoute(AnalysisRoute(FigureSample.code("GM9999"), AnalysisScope(), question).address))
        var form = Form(items: read.items)
        #expect(ChangeQuestion(&form) == question && form.errors.isEmpty)
    }

    @Test("the difference of two counts has the interval of both, and what one area alone would show is told apart from what stays")
    func counts() throws {
        // One area doubles; five rise by what alone is just beyond chance; the others stay.
        let before = FigureSample.everywhere { _ in 100 }
        let after = FigureSample.everywhere { cell in cell == 0 ? 220 : cell <= 5 ? 131 : 100 }
        let table = try #require(try outcome(ChangeQuestion(), GridSample.scene(Self.book("misdrijven", before, after))).table)
        #expect(table.basis == .chance && table.family == 100)
        let chance = try #require(Intervals.poisson(100))
        for row in table.rows {
            let interval = try #require(row.interval), p = try #require(row.p), difference = try #require(row.difference)
            #expect(interval.contains(difference))
            if difference == 0 {
                let reach = ((chance.upperBound - 100) * (chance.upperBound - 100) + (100 - chance.lowerBound) * (100 - chance.lowerBound)).squareRoot()
                #expect(abs(interval.upperBound - reach) < 1e-9 && p == 1 && row.finding == .unclear)
            }
        }
        #expect(table.rows(.up).map(\.area.code.description) == [FigureSample.neighbourhood(0)])
        #expect(table.rows(.upAlone).count == 5, "clear alone, gone among a hundred")
    }

    @Test("shares are compared as counts, with chance and rounding")
    func shares() throws {
        func columns(_ source: String, _ year: Int, _ single: Double) -> [FigureColumn] {
            FigureSample.columns(
                source,
                [
                    FigureSample.Figures(key: "huishoudens", period: year, cells: FigureSample.everywhere { _ in 1_000 }),
                    FigureSample.Figures(key: "eenpersoonshuishoudens", period: year, cells: FigureSample.everywhere { _ in FigureSample.Cell(single).value }),
                ])
        }
        let scene = GridSample.scene(FigureSample.book(columns("oud", 2022, 400), columns("nieuw", 2024, 480)))
        let table = try #require(try outcome(ChangeQuestion(figure: "aandeel-eenpersoonshuishoudens"), scene).table)
        let exact = try #require(Difference.proportions(480, of: 1_000, minus: 400, of: 1_000)?.interval)
        for row in table.rows {
            let interval = try #require(row.interval)
            #expect(row.difference.map { abs($0 - 8) < 1e-9 } == true && row.finding == .up)
            #expect(interval.lowerBound < 100 * exact.lowerBound && interval.upperBound > 100 * exact.upperBound, "rounding widens the interval of chance")
        }
    }

    @Test("a figure with rounding only: beyond it is sure, within it nothing is said of chance")
    func rounding() throws {
        let before = FigureSample.everywhere { _ in 500 }, after = FigureSample.everywhere { cell in cell == 0 ? 520 : cell == 1 ? 505 : 500 }
        let table = try #require(try outcome(ChangeQuestion(figure: "inwoners"), GridSample.scene(Self.book("inwoners", before, after))).table)
        #expect(table.basis == .rounding && table.family == 0)
        #expect(table.rows[0].finding == .up && table.rows[0].interval == 12...28, "random rounding to 5: four to either side, twice")
        #expect(table.rows[1].finding == .unclear && table.rows[1].p == nil)
    }

    @Test("without a margin nothing is said, and the page tells so", arguments: Language.allCases)
    func noMargin(language: Language) throws {
        let before = FigureSample.everywhere { _ in 60 }, after = FigureSample.everywhere { 60 + Double($0 % 7) }
        let scene = GridSample.scene(Self.book("goed-ervaren-gezondheid", before, after), language: language)
        let outcome = try outcome(ChangeQuestion(), scene)
        let table = try #require(outcome.table)
        #expect(table.basis == .none && table.rows.allSatisfy { $0.finding == .cannotSay && $0.interval == nil })
        let html = String(decoding: analysis.content(outcome, ChangeQuestion(), scene).rendered(), as: UTF8.self)
        #expect(html.contains(FiguresWords(language).changeSummary(table, .neighbourhood)))
    }

    @Test("years with a break between them are not compared, and the reason is said")
    func breaks() throws {
        let indicator = FigureSample.indicator("misdrijven")
        #expect(indicator.breaks(between: Period(year: 2019), and: Period(year: 2022)).map(\.year) == [2021])
        #expect(indicator.breaks(between: Period(year: 2021), and: Period(year: 2022)).isEmpty)
        let cells = FigureSample.everywhere { _ in 100 }
        let scene = GridSample.scene(
            FigureSample.book(
                FigureSample.columns(
                    [2019, 2021, 2024].map { FigureSample.Figures(key: "misdrijven", period: $0, cells: cells) })))
        let usual = GridSample.complete(analysis, ChangeQuestion(), scene).question
        #expect(usual.from == Period(year: 2021) && usual.to == Period(year: 2024))
        let broken = try outcome(ChangeQuestion(figure: "misdrijven", from: Period(year: 2019), to: Period(year: 2024)), scene)
        #expect(broken.table == nil && broken.breaks.count == 1)
        let html = String(decoding: analysis.content(broken, ChangeQuestion(), scene).rendered(), as: UTF8.self)
        #expect(html.contains(FiguresWords(.nl).notComparable) && html.contains(broken.breaks[0].reason.nl))
    }

    @Test("an area with another border is not compared, though its code stayed")
    func borders() throws {
        let cells = FigureSample.everywhere { _ in 500 }
        let gazetteer = FigureSample.gazetteer([2020, 2024], land: [2020: [FigureSample.neighbourhood(3): 240]])
        let book = FigureSample.book(
            FigureSample.columns("oud", year: 2020, [FigureSample.Figures(key: "inwoners", period: 2020, cells: cells)]),
            FigureSample.columns("nieuw", [FigureSample.Figures(key: "inwoners", period: 2024, cells: cells)]))
        let table = try #require(try outcome(ChangeQuestion(), GridSample.scene(book, gazetteer: gazetteer)).table)
        #expect(table.rows[3].finding == .missing && table.rows[3].before.missing?.nl.contains("240") == true)
        #expect(table.count(.missing) == 1)
    }

    @Test("areas that were worst at the beginning are expected to move back to the middle, whatever happens")
    func regression() throws {
        // A lasting part and a passing part of equal size: about half of the distance comes back by itself.
        let lasting = { (cell: Int) in 200 * GridSample.noise(cell) }
        let before = FigureSample.everywhere { (1_000 + lasting($0) + 200 * GridSample.noise($0, salt: 1)).rounded() }
        let after = FigureSample.everywhere { (1_000 + lasting($0) + 200 * GridSample.noise($0, salt: 2)).rounded() }
        let table = try #require(try outcome(ChangeQuestion(), GridSample.scene(Self.book("misdrijven", before, after))).table)
        let selected = try #require(table.selected), regression = try #require(table.regression)
        #expect(selected.areas.count == 20 && selected.isHigh)
        #expect(selected.expected < 0 && selected.change < 0)
        #expect((0.3...0.7).contains(regression.correlation))
        let fall = selected.change - selected.overall
        #expect(abs(fall - selected.expected) < abs(fall) / 2, "most of the fall is nothing but the way they were selected")
        for row in table.rows {
            let first = try #require(row.before.value), expected = try #require(row.expected)
            #expect(abs(expected - (regression.correlation - 1) * (first - regression.mean)) < 1e-9)
        }
    }

    @Test("all other figures are counted by answer, and each leads to its own page")
    func others() throws {
        let cells = FigureSample.everywhere { _ in 100 }
        let book = FigureSample.book(
            FigureSample.columns(
                [2022, 2024].flatMap { year in
                    ["inwoners", "misdrijven"].map { FigureSample.Figures(key: $0, period: year, cells: cells) }
                }))
        let scene = GridSample.scene(book)
        let outcome = try outcome(ChangeQuestion(figure: "inwoners"), scene)
        #expect(outcome.others.map(\.indicator.key) == ["misdrijven", "misdrijven-per-1000"])
        #expect(outcome.others.allSatisfy { $0.up + $0.down + $0.unclear + $0.cannotSay == 100 })
        let html = String(decoding: analysis.content(outcome, ChangeQuestion(), scene).rendered(), as: UTF8.self)
        #expect(html.contains("analyse/veranderd?cijfer=misdrijven&amp;van=2022&amp;tot=2024"))
    }

    @Test("signs stand before differences, and nothing before no difference")
    func signs() {
        let words = FiguresWords(.nl), percent = FigureSample.indicator("goed-ervaren-gezondheid").unit
        #expect(words.signed(3, percent) == "+3 procentpunt" && words.signed(-3, percent) == "−3 procentpunt" && words.signed(0.2, percent) == "0 procentpunt")
        #expect(words.signedRange(-2...5, percent) == "−2 tot +5 procentpunt")
    }
}
