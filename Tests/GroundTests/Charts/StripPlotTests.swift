import Charts
import HTML
import TestSupport
import Testing

@Suite struct StripPlotTests {
    private func strip(
        local: [Double] = [3, 14.5, 26], bins: [Int] = [1, 0, 4, 2], median: Double? = 12.4, mark: StripPlot.Mark? = nil, axis: Axis = Axis(3, 26)
    ) -> Drawing {
        Drawing(
            StripPlot(
                label: "Rondkomen: 21%", local: local, localCaption: "Arnhem", bins: bins, nationalCaption: "Nederland", median: median, mark: mark, axis: axis,
                unit: "%", format: { "\($0)" }))
    }

    @Test("WYK-06: a strip is an image with a name, and shows both ends of its scale")
    func names() throws {
        let drawing = strip()
        let image = drawing.nodes[0]
        #expect(image.attributes["role"] == "img" && image.attributes["aria-label"] == "Rondkomen: 21%")
        #expect(drawing.nodes("text").map(\.text) == ["Arnhem", "Nederland", "3.0", "26.0%"])
    }

    @Test("dots, middle and mark stand at their share of the width")
    func places() throws {
        let drawing = strip(mark: StripPlot.Mark(20.9))
        #expect(drawing.nodes("path", class: "punt").compactMap { $0.attributes["d"] } == ["M0 0h0", "M500 0h0", "M1000 0h0"])
        #expect(try abs(drawing.node("line", class: "midden").number("x1") - (12.4 - 3) / 23 * 100) < 0.006)
        for ring in drawing.nodes("circle", class: "merkring") { #expect(try abs(ring.number("cx") - 77.826) < 0.006) }
        #expect(drawing.nodes("circle", class: "merkring").count == 2)
        let bars = try drawing.node("path", class: "verdeling").attributes["d"]
        #expect(bars == "M0 0V-4.5M2 0V-18M3 0V-9")
    }

    @Test("equal dots are drawn once and values outside the scale not at all")
    func dropped() {
        let drawing = strip(local: [5, 5, 5.001, 2.9, 26.1, .nan, .infinity, 20])
        #expect(drawing.source.matches(of: /h0/).count == 2)
        #expect(Axis(3, 26).outside([5, 2.9, 26.1, .nan, .infinity]) == 3)
    }

    @Test("words stand on the side where the mark is not")
    func captionSide() {
        #expect(strip(mark: StripPlot.Mark(5)).nodes("text").prefix(2).allSatisfy { $0.attributes["class"] == "eind" && $0.attributes["x"] == "100%" })
        #expect(strip(mark: StripPlot.Mark(22)).nodes("text").prefix(2).allSatisfy { $0.attributes["class"] == nil && $0.attributes["x"] == nil })
    }

    @Test("a model estimate has a dashed ring, a count a solid one, no figure none")
    func kinds() {
        #expect(strip(mark: StripPlot.Mark(9, isEstimate: true)).nodes("circle", class: "merkring schatting").count == 2)
        #expect(!strip(mark: StripPlot.Mark(9)).source.contains("schatting"))
        #expect(strip(mark: nil).nodes("circle").isEmpty)
        #expect(strip(mark: StripPlot.Mark(.nan)).nodes("circle").isEmpty)
    }

    @Test("a margin is a bar behind the mark, cut off where the scale ends")
    func margin() throws {
        let drawing = strip(mark: StripPlot.Mark(15, interval: 12.2...99))
        let bars = drawing.nodes("rect", class: "marge")
        #expect(bars.count == 2)
        #expect(try abs(bars[0].number("x") - 40) < 0.006 && abs(bars[0].number("width") - 60) < 0.006)
        let (bar, ring) = (try #require(drawing.source.firstRange(of: "marge")), try #require(drawing.source.firstRange(of: "merkring")))
        #expect(bar.lowerBound < ring.lowerBound)
    }

    @Test("a value beyond the scale stands at its end with an arrow")
    func beyond() throws {
        let drawing = strip(mark: StripPlot.Mark(40))
        #expect(try drawing.node("circle", class: "merkring").number("cx") == 100)
        #expect(try drawing.node("svg", class: "voorbij").number("x") == 100)
        #expect(strip(mark: StripPlot.Mark(26)).nodes("svg", class: "voorbij").isEmpty)
    }

    @Test("100 dots fit in 2.5 kB, and 800 dots are a few elements")
    func size() {
        let axis = Axis(0, 100)
        var random = Chance(4)
        let values = (0..<800).map { _ in Double.random(in: 0...100, using: &random) }
        let bins = (0..<60).map { _ in Int.random(in: 0...900, using: &random) }
        let mark = StripPlot.Mark(33.3, isEstimate: true, interval: 30...37)
        let hundred = strip(local: Array(values.prefix(100)), bins: bins, mark: mark, axis: axis)
        #expect(hundred.source.utf8.count <= 2_500)
        let all = strip(local: values, bins: bins, mark: mark, axis: axis)
        #expect(all.nodes.count <= 24)
        #expect(all.nodes("path", class: "punt fijn").count == 3)
        #expect(all.source.utf8.count < 7_500)
    }
}
