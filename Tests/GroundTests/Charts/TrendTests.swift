import Charts
import HTML
import Testing

@Suite struct TrendTests {
    private func spark(_ points: [TrendPoint], _ height: TrendHeight = .percentage) -> Drawing {
        Drawing(Sparkline(label: "Verloop", points: points, height: height, time: { "\(Int($0))" }, format: { "\(Int($0))%" }))
    }

    private func trend(_ points: [TrendPoint], others: [TrendPoint] = []) -> Drawing {
        Drawing(
            TrendLine(
                label: "Verloop", points: points, others: others, otherName: "Nederland", height: .percentage, time: { "\(Int($0))" }, format: { "\(Int($0))%" }
            ))
    }

    @Test("first and last moment stand below with their values")
    func labels() {
        #expect(spark([TrendPoint(2020, 21), TrendPoint(2016, 31)]).nodes("span").map(\.text) == ["2016: 31%", "2020: 21%"])
        #expect(spark([TrendPoint(2024, 43)]).nodes("span").map(\.text) == ["2024: 43%"])
        #expect(spark([]).nodes("span").isEmpty)
    }

    @Test("a change larger than 8 points fills the height, a smaller one its share")
    func percentageHeight() throws {
        #expect(try spark([TrendPoint(2016, 31), TrendPoint(2020, 21)]).nodes("circle").map { try $0.number("cy") } == [6, 34])
        let small = try spark([TrendPoint(2016, 31), TrendPoint(2020, 29)]).nodes("circle").map { try $0.number("cy") }
        #expect(small == [20 - 3.5, 20 + 3.5])
    }

    @Test("a number needs a change of 12 % of its value to fill the height")
    func numberHeight() throws {
        let heights = try spark([TrendPoint(2020, 4_470), TrendPoint(2024, 4_510)], .number).nodes("circle").map { try $0.number("cy") }
        #expect(heights == [21.03, 18.97])
    }

    @Test("moments stand at their distance in time")
    func distances() throws {
        let places = try spark([TrendPoint(2012, 1), TrendPoint(2022, 1), TrendPoint(2032, 1), TrendPoint(2037, 1)]).nodes("circle").map { try $0.number("cx") }
        #expect(places == [6, 46, 86, 106])
    }

    @Test("WYK-06: no line crosses a missing year or a change of method")
    func breaks() throws {
        let points = [
            TrendPoint(2018, 10, method: "a"), TrendPoint(2019, 11, method: "a"), TrendPoint(2020, 12, method: "b"), TrendPoint(2021, 13, method: "b"),
            TrendPoint(2022, nil), TrendPoint(2023, 14, method: "b"), TrendPoint(2024, 15, method: "b"), TrendPoint(2025, nil),
        ]
        for drawing in [spark(points), trend(points)] {
            let lines = try #require(drawing.node("path", class: "loop").attributes["d"])
            #expect(lines.matches(of: /M/).count == 3 && lines.matches(of: /L/).count == 3)
            #expect(drawing.nodes("line", class: "breuk").count == 1)
            #expect(drawing.nodes("circle").count == 6)
        }
        #expect(abs(try spark(points).node("line", class: "breuk").number("x1") - (6 + 100 * 1.5 / 7)) < 0.006)
    }

    @Test("a gap between two methods is a break as well")
    func gapAndBreak() {
        let drawing = spark([TrendPoint(2018, 10, method: "a"), TrendPoint(2019, nil), TrendPoint(2020, 12, method: "b")])
        #expect(drawing.nodes("line", class: "breuk").count == 1)
        #expect(drawing.nodes("path", class: "loop").allSatisfy { $0.attributes["d"] == "" })
    }

    @Test("margins are a band, and the height makes room for them")
    func bands() throws {
        let drawing = spark([TrendPoint(2020, 40, interval: 30...50), TrendPoint(2022, 41, interval: 31...50), TrendPoint(2024, 40)])
        let band = try #require(drawing.node("path", class: "band").attributes["d"])
        #expect(band.hasPrefix("M6 6L") && band.hasSuffix("Z") && band.matches(of: /L/).count == 3)
        #expect(try drawing.nodes("circle")[0].number("cy") == 20)
        let alone = try #require(spark([TrendPoint(2020, 40, interval: 30...50)]).node("path", class: "band").attributes["d"])
        #expect(alone == "M105 6L107 6L107 34L105 34Z")
    }

    @Test("the last point is open, and dashed when it is an estimate")
    func lastPoint() {
        #expect(spark([TrendPoint(2020, 1), TrendPoint(2024, 2)]).nodes("circle", class: "open").count == 1)
        #expect(spark([TrendPoint(2020, 1), TrendPoint(2024, 2, isEstimate: true)]).nodes("circle", class: "open schatting").count == 1)
    }

    @Test("a wide trend names its moments, round values, and the area beside it")
    func wide() throws {
        let drawing = trend([TrendPoint(2012, 70), TrendPoint(2016, 72), TrendPoint(2020, 67)], others: [TrendPoint(2012, 76), TrendPoint(2020, 74)])
        let words = drawing.nodes("text").map(\.text)
        for word in ["2012", "2016", "2020", "70%", "75%", "67%", "Nederland"] { #expect(words.contains(word)) }
        #expect(!words.contains("72%"))
        #expect(drawing.nodes("path", class: "ander").count == 1)
        #expect(drawing.nodes("line", class: "raster").count == 2)
        let many = trend((2000..<2020).map { TrendPoint(Double($0), Double($0 - 1990)) }).nodes("text").map(\.text)
        #expect(many.contains("2000") && many.contains("2019") && !many.contains("2001") && many.filter { $0.hasPrefix("20") && $0.count == 4 }.count == 6)
    }
}
