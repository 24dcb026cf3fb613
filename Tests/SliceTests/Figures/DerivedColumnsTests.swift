import Areas
import Core
import Testing

@testable import Figures

@Suite struct DerivedColumnsTests {
    private typealias Sample = FigureSample

    private func near(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-3) -> Bool { left.map { abs($0 - right) <= tolerance } ?? false }

    private func cell(_ book: FigureBook, _ key: String, _ code: String, year: Int? = nil) throws -> (
        value: Double, interval: Interval?, missing: MissingReason?
    ) {
        let column = try #require(book.columns(of: key).first { year == nil || $0.period.year == year })
        let position = try #require(column.frame.position(of: Sample.code(code)))
        return (column.value(at: position), column.interval(at: position), column.missing(at: position))
    }

    @Test("M1: 10 people of 65 residents, one rounded to the nearest ten and the other at random to five, is a share between 5/69 and 15/61")
    func share() throws {
        let book = Sample.book(
            Sample.columns([
                .init(key: "bijstand", period: 2020, cells: ["BU99990001": 10]), .init(key: "inwoners", period: 2020, cells: ["BU99990001": 65]),
            ]))
        let share = try cell(book, "aandeel-bijstand", "BU99990001")
        #expect(near(share.value, 100 * 10.0 / 65, 1e-9))
        #expect(near(share.interval?.lower, 7.246))
        #expect(near(share.interval?.upper, 24.590))
        #expect(share.interval?.kind == .rounding)
    }

    @Test("in a municipality residents are exact: only the rounding of the other number stays")
    func municipality() throws {
        let book = Sample.book(
            Sample.columns([.init(key: "bijstand", period: 2020, cells: ["GM9999": 10]), .init(key: "inwoners", period: 2020, cells: ["GM9999": 65])]))
        let share = try cell(book, "aandeel-bijstand", "GM9999")
        #expect(near(share.interval?.lower, 100 * 5.0 / 65))
        #expect(near(share.interval?.upper, 100 * 15.0 / 65))
    }

    @Test("a rate has the interval of its count by chance (Garwood), widened by the rounding of the residents")
    func rate() throws {
        let book = Sample.book(
            Sample.columns("politie", [.init(key: "misdrijven", period: 2024, cells: ["BU99990001": 12, "BU99990002": 0, "BU99990003": 7])]),
            Sample.columns("kwb", [.init(key: "inwoners", period: 2024, cells: ["BU99990001": 1_000, "BU99990002": 1_000, "BU99990003": 0])]))
        let rate = try cell(book, "misdrijven-per-1000", "BU99990001")
        #expect(near(rate.value, 12, 1e-9))
        #expect(near(rate.interval?.lower, 6.2006 * 1_000 / 1_004, 1e-3))
        #expect(near(rate.interval?.upper, 20.9616 * 1_000 / 996, 1e-3))
        #expect(rate.interval?.kind == .chance)
        let none = try cell(book, "misdrijven-per-1000", "BU99990002")
        #expect(none.value == 0)
        #expect(near(none.interval?.upper, 3.6889 * 1_000 / 996, 1e-3))
        // Nobody lives there: a rate cannot be.
        #expect(try cell(book, "misdrijven-per-1000", "BU99990003").missing == .notApplicable)
    }

    @Test("what is missing in a part is missing in the share, for the same reason")
    func missing() throws {
        let book = Sample.book(
            Sample.columns([
                .init(key: "bijstand", period: 2020, cells: ["BU99990001": .secret, "BU99990002": 10, "BU99990003": 10]),
                .init(key: "inwoners", period: 2020, cells: ["BU99990001": 50, "BU99990002": .init(.zeroOrSecret)]),
            ]))
        #expect(try cell(book, "aandeel-bijstand", "BU99990001").missing == .secret)
        #expect(try cell(book, "aandeel-bijstand", "BU99990002").missing == .zeroOrSecret)
        #expect(try cell(book, "aandeel-bijstand", "BU99990003").missing == .notDelivered)
        #expect(try cell(book, "aandeel-bijstand", "BU99990003").interval == nil)
    }

    @Test("only numbers of the same year and the same borders are divided by each other")
    func sameYear() throws {
        let crimes = [2023, 2024].map { FigureSample.Figures(key: "misdrijven", period: $0, cells: ["BU99990001": 10]) }
        let book = Sample.book(
            Sample.columns("politie", crimes), Sample.columns("kwb-2024", [.init(key: "inwoners", period: 2024, cells: ["BU99990001": 500])]),
            Sample.columns("kwb-2023", year: 2023, [.init(key: "inwoners", period: 2023, cells: ["BU99990001": 400])]))
        #expect(book.columns(of: "misdrijven-per-1000").map(\.period.year) == [2024])
    }

    @Test("levels that were delivered apart find each other; the denominator of the same delivery goes first")
    func apart() throws {
        let book = Sample.book(
            Sample.columns("a-gemeente", [.init(key: "inwoners", period: 2024, cells: ["GM9999": 1_000])]),
            Sample.columns("b-buurt", [.init(key: "inwoners", period: 2024, cells: ["BU99990001": 100])]),
            Sample.columns("c-politie", [.init(key: "misdrijven", period: 2024, cells: ["GM9999": 20, "BU99990001": 5])]))
        #expect(try cell(book, "misdrijven-per-1000", "GM9999").value == 20)
        #expect(try cell(book, "misdrijven-per-1000", "BU99990001").value == 50)
        let own = Sample.book(
            Sample.columns("a", [.init(key: "inwoners", period: 2024, cells: ["GM9999": 1_000])]),
            Sample.columns(
                "b", [.init(key: "inwoners", period: 2024, cells: ["GM9999": 2_000]), .init(key: "misdrijven", period: 2024, cells: ["GM9999": 20])]))
        #expect(try cell(own, "misdrijven-per-1000", "GM9999").value == 10)
    }

    @Test("what a source delivers itself goes before what is computed, level by level")
    func delivered() throws {
        let parts = Sample.columns(
            "kwb",
            [
                .init(key: "inwoners-65-plus", period: 2024, cells: ["GM9999": 20, "BU99990001": 30]),
                .init(key: "inwoners", period: 2024, cells: ["GM9999": 100, "BU99990001": 100]),
            ])
        let all = Sample.book(parts, Sample.columns("los", [.init(key: "aandeel-65-plus", period: 2024, cells: ["GM9999": 21, "BU99990001": 31])]))
        #expect(all.columns(of: "aandeel-65-plus").map(\.frame.edition.source) == ["los"])
        let other = Sample.book(parts, Sample.columns("los", [.init(key: "aandeel-65-plus", period: 2023, cells: ["GM9999": 21])]))
        #expect(other.columns(of: "aandeel-65-plus").map(\.frame.edition.source) == ["los", "kwb"])
    }

    @Test("a share is as final as the least final of its parts")
    func status() throws {
        let book = Sample.book(
            Sample.columns([
                .init(key: "inwoners-65-plus", period: 2024, cells: ["GM9999": 20]),
                .init(key: "inwoners", period: 2024, status: .provisional, cells: ["GM9999": 100]),
            ]))
        #expect(book.columns(of: "aandeel-65-plus").map(\.status) == [.provisional])
    }

    @Test("the book answers the same whatever the order in which columns come in")
    func order() {
        let parts = ["c", "a", "b"].map { Sample.columns($0, [.init(key: "inwoners", period: 2024, cells: ["GM9999": 1])]) }
        #expect(Sample.book(parts[0], parts[1], parts[2]).columns(of: "inwoners").map(\.frame.edition.source) == ["a", "b", "c"])
        #expect(Sample.book(parts[2], parts[0], parts[1]).columns(of: "inwoners").map(\.frame.edition.source) == ["a", "b", "c"])
    }
}

@Suite struct FigureColumnTests {
    private typealias Sample = FigureSample

    @Test("the values of a level are held apart from those of other levels, and so are those within a municipality")
    func frame() {
        let frame = EditionFrame(
            edition: Sample.edition("x"),
            codes: ["BU99980001", "BU99990001", "BU99990A01", "GM9998", "GM9999", "NL00", "WK999900", "WK99990A"].map(Sample.code).sorted())
        #expect(frame.positions(of: .neighbourhood).map { frame.codes[$0].description } == ["BU99980001", "BU99990001", "BU99990A01"])
        #expect(frame.positions(of: .neighbourhood, within: Sample.code("GM9999")).count == 2)
        #expect(frame.positions(of: .neighbourhood, within: Sample.code("WK99990A")).map { frame.codes[$0].description } == ["BU99990A01"])
        #expect(frame.positions(of: .province).isEmpty)
        #expect(frame.position(of: Sample.code("GM0001")) == nil)
    }

    @Test("WYK-06: a rank is a range where rounding leaves more than one place open")
    func ranks() throws {
        let column = Sample.columns([.init(key: "inwoners", period: 2024, cells: ["BU99990001": 10, "BU99990002": 15, "BU99990003": 50, "BU99990004": 100])])[0]
        let shape = column.shape(of: .neighbourhood)
        let ranges = (0..<4).map { shape.ranks(of: column.interval(at: $0)) }
        // 10 is 6 to 14 and 15 is 11 to 19: either may be the larger.
        #expect(ranges == [3...4, 3...4, 2...2, 1...1])
        #expect(shape.ranks(of: nil) == nil)
    }

    @Test("WYK-06: equal values count for neither side, areas without the figure are counted apart")
    func equal() throws {
        let column = Sample.columns([
            .init(key: "afstand-huisarts", period: 2024, cells: ["BU99990001": 1, "BU99990002": 1, "BU99990003": 2, "BU99990004": 0.5, "BU99990005": .secret])
        ])[0]
        let place = try #require(column.shape(of: .neighbourhood).place(of: 1))
        #expect((place.count, place.missing, place.lowerShare, place.higherShare, place.median) == (4, 1, 0.25, 0.25, 1))
    }

    @Test("a cell without value and without reason says that nothing was delivered")
    func noReason() {
        let frame = EditionFrame(edition: Sample.edition("x"), codes: [Sample.code("GM9999")])
        for reasons in [[], ReasonRuns.encode([0]), ReasonRuns.encode([200])] {
            let column = FigureColumn(
                indicator: Sample.indicator("inwoners"), period: Period(year: 2024), status: .definitive, frame: frame, values: PackedColumn([.nan]),
                reasons: reasons)
            #expect(column.missing(at: 0) == .notDelivered)
            #expect(column.interval(at: 0) == nil)
        }
    }

    @Test("a spread of the whole country stands in for the part that an edition holds")
    func spread() throws {
        let frame = EditionFrame(edition: Sample.edition("x"), codes: [Sample.code("BU99990001")])
        let column = FigureColumn(
            indicator: Sample.indicator("inwoners"), period: Period(year: 2024), status: .definitive, frame: frame, values: PackedColumn([30]),
            reasons: [1, 0],
            spreads: [.neighbourhood: NationalSpread(sorted: [10, 20, 30, 40], missing: 3)])
        let place = try #require(column.shape(of: .neighbourhood).place(of: 30))
        #expect((place.count, place.missing, place.lowerShare, place.higherShare) == (4, 3, 0.5, 0.25))
        #expect(column.shape(of: .neighbourhood).ranks(of: column.interval(at: 0)) == nil)
    }
}
