import Charts
import Foundation
import HTML
import TestSupport
import Testing

@Suite struct ChartTests {
    @Test("every example is sound: named, whole, without style or script")
    func examples() {
        #expect(Set(ChartExample.all.map(\.name)).count == ChartExample.all.count)
        for example in ChartExample.all { Drawing(example.figure).expectSound(Comment(rawValue: example.name)) }
    }

    @Test("every class of every example has a rule in the stylesheet of the charts")
    func stylesheet() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let rules = try ["charts", "analysis-charts"].map { try String(contentsOf: root.appending(path: "Public/\($0).css"), encoding: .utf8) }.joined()
        // Words of the whole site, and those that only name a part.
        let elsewhere: Set<String> = ["vh", "n", "stapel", "subtiel", "begin", "noord", "schaal", "bijschrift", "k0", "plus", "plek", "eigen"]
        let used = Set(ChartExample.all.flatMap { Drawing($0.figure).nodes.flatMap { ($0.attributes["class"] ?? "").split(separator: " ").map(String.init) } })
        for name in used.subtracting(elsewhere) { #expect(rules.contains("." + name), "\(name)") }
        #expect(rules.matches(of: /{/).count == rules.matches(of: /}/).count)
        #expect(!rules.contains("http"))
    }

    @Test("whatever numbers come in, the drawing stays sound")
    func randomInput() {
        var random = Chance(99)
        let odd: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, 1e308, -1e308, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e-9, 5, 50, -3.7]
        func number() -> Double {
            Bool.random(using: &random) ? odd[Int.random(in: 0..<odd.count, using: &random)] : Double.random(in: -1e3...1e3, using: &random)
        }
        func numbers(_ most: Int) -> [Double] { (0..<Int.random(in: 0...most, using: &random)).map { _ in number() } }
        func range() -> ClosedRange<Double>? {
            let (one, other) = (number(), number())
            return one <= other ? one...other : nil
        }
        func points() -> [TrendPoint] {
            numbers(9).map { TrendPoint(number(), $0, interval: range(), method: Bool.random(using: &random) ? "a" : "b", isEstimate: true) }
        }
        for _ in 0..<100 {
            let axis = Axis(number(), number())
            let mark = StripPlot.Mark(number(), isEstimate: Bool.random(using: &random), interval: range())
            let counts = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int.random(in: 0...1_000_000, using: &random) }
            let print: (Double) -> String = { "\($0 > 0)" }
            Drawing(
                StripPlot(
                    label: "a", local: numbers(40), localCaption: "<", bins: counts, nationalCaption: "&", median: number(), mark: mark, axis: axis,
                    format: print)
            ).expectSound()
            Drawing(Histogram(label: "a", bins: counts, median: number(), mark: number(), axis: axis, format: print)).expectSound()
            Drawing(IntervalBar(label: "a", mark: mark, reference: number(), referenceName: "\"", axis: axis, format: print)).expectSound()
            Drawing(Sparkline(label: "a", points: points(), height: .number, time: print, format: print)).expectSound()
            Drawing(TrendLine(label: "a", points: points(), others: points(), otherName: "n", height: .percentage, time: print, format: print)).expectSound()
            let rows = numbers(5).map { DivergingBars.Row("r", $0, meaning: "") }
            let heads = DivergingBars.Heads(name: "a", bar: "b", number: "c", meaning: "d")
            Drawing(DivergingBars(caption: "t", heads: heads, rows: rows, extent: number(), missing: "geen", format: print)).expectSound()
        }
    }

    @Test("a place on an axis is a share from 0 to 1")
    func shares() {
        #expect(Axis(0, 10).share(2.5) == 0.25 && Axis(10, 0).share(2.5) == 0.25)
        #expect(Axis(5, 5).share(7) == 0.5 && Axis(0, 10).share(.nan) == 0.5)
        #expect(Axis(0, 10).share(-1) == 0 && Axis(0, 10).share(.infinity) == 1)
        #expect(Axis(-1e308, 1e308).share(0) == 0.5)
        #expect(Axis(.nan, 3) == Axis(0, 1))
    }

    @Test("bins hold every value on the axis once")
    func bins() {
        #expect(Axis(0, 60).bins([0, 0.9, 1, 59.9, 60, 61, -1, .nan]) == [2, 1] + [Int](repeating: 0, count: 57) + [2])
        var random = Chance(5)
        let values = (0..<2_000).map { _ in Double.random(in: -20...120, using: &random) }
        let axis = Axis(0, 100)
        #expect(axis.bins(values).reduce(0, +) + axis.outside(values) == values.count)
    }

    @Test(
        "ticks are round and few",
        arguments: [
            (Axis(0, 100), [0, 50, 100]), (Axis(64.5, 77.5), [65, 70, 75]), (Axis(0.1, 0.9), [0.2, 0.4, 0.6, 0.8]), (Axis(-3, 3), [-2, 0, 2]),
            (Axis(4_420, 4_990), [4_600, 4_800]), (Axis(5, 5), []), (Axis(-1e308, 1e308), []), (Axis(1e15, 1e15 + 8), []),
        ])
    func ticks(axis: Axis, expected: [Double]) {
        let ticks = axis.ticks
        #expect(ticks.count <= 6 && ticks.allSatisfy { axis.contains($0) })
        #expect(ticks.count == expected.count && zip(ticks, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(ticks)")
    }

    @Test("a path is written without a space or digit too many")
    func paths() {
        var data = PathData(decimals: 1)
        data.move(1, -2.04)
        data.line(10.55, 0.5)
        data.vertical(-3)
        data.close()
        #expect(data.text == "M1-2L10.6 0.5V-3Z")
    }

    @Test("contributions run left and right of the middle in proportion, a missing one has no bar")
    func divergingBars() throws {
        let rows = [DivergingBars.Row("a", -0.12, meaning: "<"), .init("b", 0.06, meaning: "x"), .init("c", nil, meaning: "y")]
        let heads = DivergingBars.Heads(name: "Deel", bar: "Verschil", number: "Getal", meaning: "Betekent")
        let drawing = Drawing(DivergingBars(caption: "Delen", heads: heads, rows: rows, missing: "geen cijfer", format: { "\($0)" }))
        let (left, right) = (try drawing.node("rect", class: "min"), try drawing.node("rect", class: "plus"))
        #expect(try left.number("x") == 0 && left.number("width") == 50)
        #expect(try right.number("x") == 50 && right.number("width") == 25)
        #expect(drawing.nodes("td", class: "n").map(\.text) == ["-0.12", "0.06", "geen cijfer"])
        #expect(drawing.nodes("svg").allSatisfy { $0.attributes["aria-hidden"] == "true" })
        #expect(try drawing.node("caption").text == "Delen" && drawing.nodes("th").count == 7)
    }

    @Test("an interval bar shows its margin, its reference, and a dashed ring for an estimate")
    func intervalBar() throws {
        let bar = IntervalBar(
            label: "43%", mark: StripPlot.Mark(40, isEstimate: true, interval: 30...70), reference: 25, referenceName: "Arnhem", axis: Axis(20, 60), unit: "%",
            format: { "\(Int($0))" })
        let drawing = Drawing(bar)
        #expect(try drawing.node("rect", class: "marge").number("x") == 25 && drawing.node("rect", class: "marge").number("width") == 75)
        #expect(drawing.nodes("line", class: "lijn").count == 1)
        #expect(try drawing.node("line", class: "midden").number("x1") == 12.5)
        #expect(try drawing.node("circle", class: "merkring schatting").number("cx") == 50)
        #expect(drawing.nodes("text").map(\.text) == ["Arnhem", "20", "60%"])
    }
}
