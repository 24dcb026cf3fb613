import Areas
import Core
import Testing

@testable import Figures

@Suite struct SummaryTests {
    private typealias Sample = FigureSample

    private func summary(_ code: String, _ book: FigureBook) throws -> Summary {
        try #require(Sample.builder(code, book: book)?.profile()).summary
    }

    private func shops(_ value: @escaping (Int) -> Double) -> FigureBook {
        Sample.book(Sample.columns([.init(key: "afstand-supermarkt", period: 2024, cells: Sample.everywhere(value))]))
    }

    @Test("WYK-10: a profile opens with qualities, bottlenecks and problems: the place of a figure that has a good direction")
    func sections() throws {
        let book = shops { Double($0) }
        let near = try summary("BU99990005", book)
        #expect(near.qualities.map(\.indicator.key) == ["afstand-supermarkt"])
        #expect(near.bottlenecks.isEmpty && near.problems.isEmpty)
        let middle = try summary("BU99990050", book)
        #expect(middle.qualities.isEmpty && middle.bottlenecks.isEmpty && middle.problems.isEmpty && middle.opportunities.isEmpty)
        let far = try summary("BU99990070", book)
        #expect(far.bottlenecks.map(\.indicator.key) == ["afstand-supermarkt"])
        #expect(far.problems.isEmpty)
        let farthest = try summary("BU99990095", book)
        #expect(farthest.problems.map(\.line.indicator.key) == ["afstand-supermarkt"])
        #expect(farthest.qualities.isEmpty && farthest.bottlenecks.isEmpty)
        #expect(farthest.problems.allSatisfy { !$0.line.text(in: .nl).isEmpty && !$0.line.text(in: .en).isEmpty })
    }

    @Test("WYK-10: an opportunity is a figure that became better by more than the middle area, on the same land")
    func opportunities() throws {
        func book(_ before: @escaping (Int) -> Double, _ after: @escaping (Int) -> Double) -> FigureBook {
            Sample.book(
                Sample.columns("oud", year: 2020, [.init(key: "afstand-supermarkt", period: 2020, cells: Sample.everywhere(before))]),
                Sample.columns("nieuw", [.init(key: "afstand-supermarkt", period: 2024, cells: Sample.everywhere(after))]))
        }
        let better = book({ $0 == 50 ? 90 : Double($0) }, { Double($0) })
        #expect(try summary("BU99990050", better).opportunities.map(\.indicator.key) == ["afstand-supermarkt"])
        #expect(try summary("BU99990051", better).opportunities.isEmpty)
        #expect(try summary("BU99990050", book({ $0 == 50 ? 10 : Double($0) }, { Double($0) })).opportunities.isEmpty)
        // Everywhere the same gain: nothing of this area.
        #expect(try summary("BU99990050", book({ Double($0) + 5 }, { Double($0) })).opportunities.isEmpty)
        // Within what rounding leaves open.
        #expect(try summary("BU99990050", book({ Double($0) + ($0 == 50 ? 0.1 : 0) }, { Double($0) })).opportunities.isEmpty)
    }

    @Test("a figure without a good direction is never a quality or a problem")
    func noDirection() throws {
        let book = Sample.book(Sample.columns([.init(key: "inwoners", period: 2024, cells: Sample.everywhere { Double($0) * 1_000 })]))
        for code in ["BU99990000", "BU99990099"] {
            let found = try summary(code, book)
            #expect(found.qualities.isEmpty && found.opportunities.isEmpty && found.bottlenecks.isEmpty && found.problems.isEmpty)
        }
    }

    @Test("a place that rounding or chance can explain is no finding")
    func interval() throws {
        // 10 of 65 may be 7% or 24%: not clearly more than 12% elsewhere.
        func assistance(_ residents: Double) -> FigureBook {
            Sample.book(
                Sample.columns([
                    .init(key: "bijstand", period: 2020, cells: Sample.everywhere { $0 == 99 ? residents / 6.5 : 120 }),
                    .init(key: "inwoners", period: 2020, cells: Sample.everywhere { $0 == 99 ? residents : 1_000 }),
                ]))
        }
        #expect(try summary("BU99990099", assistance(65)).problems.isEmpty)
        #expect(try summary("BU99990099", assistance(6_500)).problems.map(\.line.indicator.key) == ["aandeel-bijstand"])
        let crimes = Sample.book(
            Sample.columns(
                "politie",
                [
                    .init(key: "misdrijven", period: 2024, cells: Sample.everywhere { $0 == 99 ? 6 : $0 == 98 ? 60 : 4 }),
                    .init(key: "inwoners", period: 2024, cells: Sample.everywhere { _ in 1_000 }),
                ]))
        #expect(try summary("BU99990099", crimes).problems.isEmpty)
        #expect(try summary("BU99990098", crimes).problems.map(\.line.indicator.key) == ["misdrijven-per-1000"])
    }

    @Test("equal values are on neither side: where half of all areas share the best value, none of them stands out")
    func equal() throws {
        let book = Sample.book(Sample.columns([.init(key: "leefbaarometer-klasse", period: 2024, cells: Sample.everywhere { $0 < 50 ? 9 : 5 })]))
        #expect(try summary("BU99990001", book).qualities.isEmpty)
        #expect(try summary("BU99990080", book).problems.isEmpty)
    }

    @Test("at most four lines in a section, the clearest first")
    func limit() throws {
        let keys = ["afstand-supermarkt", "afstand-huisarts", "afstand-school", "leefbaarometer-klasse", "goed-ervaren-gezondheid", "vrijwilligers"].filter {
            Catalogue.indicator($0) != nil
        }
        let columns = keys.map { key in
            let isHigherBetter = Sample.indicator(key).direction == .higherIsBetter
            return FigureSample.Figures(key: key, period: 2024, cells: Sample.everywhere { isHigherBetter ? Double($0) / 20 : Double(100 - $0) / 5 })
        }
        let found = try summary("BU99990099", Sample.book(Sample.columns(columns)))
        #expect(keys.count >= 5)
        #expect(found.qualities.count == 4)
    }

    @Test("WYK-32: a problem of a municipality says where: the areas below it that are worst off, on the first level that has the figure")
    func places() throws {
        var cells = Sample.everywhere { Double($0) }
        // Nineteen other municipalities, all better off; no source gives the figure per district.
        for number in 10..<29 { cells["GM00\(number)"] = 1 }
        cells["GM9999"] = 60
        let found = try summary("GM9999", Sample.book(Sample.columns([.init(key: "afstand-supermarkt", period: 2024, cells: cells)])))
        let problem = try #require(found.problems.first)
        #expect(problem.places.map(\.code.description) == ["BU99990099", "BU99990098", "BU99990097"])
        cells["WK999900"] = 60
        let withDistricts = try summary("GM9999", Sample.book(Sample.columns([.init(key: "afstand-supermarkt", period: 2024, cells: cells)])))
        #expect(withDistricts.problems.first?.places.map(\.code.description) == ["WK999900"])
        #expect(try summary("BU99990099", shops { Double($0) }).problems.first?.places.isEmpty == true)
    }
}
