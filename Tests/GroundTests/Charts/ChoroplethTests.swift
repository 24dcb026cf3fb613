import Charts
import HTML
import Testing

@Suite struct ChoroplethTests {
    private let frame = MapFrame(x: 100, y: 200, width: 400, height: 200)

    private func shape(_ code: String, _ colourClass: Int?, at x: Double, _ y: Double, href: String? = nil) -> ShapeOnMap {
        ShapeOnMap(code: code, name: code, path: "M\(x) \(y)h20v20h-20Z", class: colourClass, title: "\(code): <5", href: href)
    }

    private func map(_ shapes: [ShapeOnMap], own: Choropleth.Own? = nil, scaleBar: Choropleth.ScaleBar? = nil, north: String? = nil, prefix: String = "a")
        -> Drawing
    {
        Drawing(
            Choropleth(label: "Kaart", explanation: "Zie de tabel.", frame: frame, shapes: shapes, own: own, scaleBar: scaleBar, north: north, prefix: prefix))
    }

    @Test("each area has the colour of its class, its name, and stripes where there is no figure")
    func areas() throws {
        let drawing = map([shape("A", 1, at: 120, 220), shape("B", 5, at: 150, 220), shape("C", nil, at: 200, 220)])
        #expect(drawing.nodes("path").compactMap { $0.attributes["class"] } == ["k1", "k5", "k0"])
        #expect(drawing.nodes("title").map(\.text) == ["A: &lt;5", "B: &lt;5", "C: &lt;5"])
        #expect(try drawing.node("path", class: "k0").attributes["fill"] == "url(#a-geen)")
        #expect(try drawing.node("pattern").attributes["id"] == "a-geen")
        #expect(map([shape("A", 1, at: 120, 220)]).nodes("pattern").isEmpty)
        let image = try drawing.node("svg", class: "vlakken")
        #expect(image.attributes["role"] == "img" && image.attributes["aria-label"] == "Kaart" && image.attributes["aria-describedby"] == "a-uitleg")
        #expect(image.attributes["viewBox"] == "100 200 400 200")
        #expect(try drawing.node("desc").text == "Zie de tabel.")
    }

    @Test("two maps and their legends on one page share no id")
    func ids() {
        let rows = [ClassLegend.Row(class: nil, text: "geen cijfer", count: "4")]
        let page = Group {
            for prefix in ["a", "b"] {
                Choropleth(label: "Kaart", explanation: "", frame: frame, shapes: [shape("A", nil, at: 120, 220)], prefix: prefix)
                ClassLegend(rows: rows, prefix: prefix)
            }
        }
        let drawing = Drawing(page)
        drawing.expectSound()
        #expect(drawing.nodes("pattern").count == 4)
    }

    @Test("the own area has a halo, an outline, and a line from its middle to its name")
    func ownArea() throws {
        let shapes = [shape("A", 1, at: 290, 290), shape("B", 2, at: 150, 220)]
        let drawing = map(shapes, own: .init(code: "A", name: "Malburgen & West", note: "67%"))
        #expect(try drawing.node("path", class: "halo").attributes["d"] == shapes[0].path)
        #expect(try drawing.node("path", class: "gekozen").attributes["d"] == shapes[0].path)
        #expect(try drawing.node("circle", class: "anker").number("cx") == 50 && drawing.node("circle", class: "anker").number("cy") == 50)
        #expect(try drawing.node("text", class: "naam eind").text == "Malburgen &amp; West")
        #expect(try drawing.node("svg", class: "opschrift").attributes["aria-hidden"] == "true")
        let exact = map(shapes, own: .init(code: "A", name: "x", point: MapPoint(200, 250)))
        #expect(try exact.node("circle", class: "anker").number("cx") == 25 && exact.node("circle", class: "anker").number("cy") == 25)
        let pointer = try exact.node("line", class: "wijzer")
        #expect(try pointer.number("x1") + exact.node("svg", class: "bijschrift").number("x") == 25)
        #expect(try pointer.number("y1") + exact.node("svg", class: "bijschrift").number("y") == 25)
        #expect(map(shapes, own: .init(code: "Z", name: "x")).nodes("circle").isEmpty)
    }

    @Test("the name stands in the corner with the fewest areas")
    func corner() throws {
        let crowd = (0..<8).map { shape("A\($0)", 1, at: 380 + Double($0), 375) } + [shape("A", 1, at: 110, 205)]
        let drawing = map(crowd, own: .init(code: "A", name: "x"))
        #expect(try drawing.node("svg", class: "bijschrift").number("x") == 98 && drawing.node("svg", class: "bijschrift").number("y") == 0)
        let withNorth = map(crowd, own: .init(code: "A", name: "x"), north: "N")
        #expect(try withNorth.node("svg", class: "bijschrift").number("x") == 2 && withNorth.node("svg", class: "bijschrift").number("y") == 100)
    }

    @Test("a map with links is a group, its links lead safely and are no stops for the tab key")
    func links() throws {
        let drawing = map([shape("A", 1, at: 120, 220, href: "/wijken/A"), shape("B", 1, at: 120, 220, href: "javascript:x")])
        #expect(try drawing.node("svg", class: "vlakken").attributes["role"] == "group")
        #expect(drawing.nodes("a").map { $0.attributes["href"] } == ["/wijken/A", "#"])
        #expect(drawing.nodes("a").allSatisfy { $0.attributes["tabindex"] == "-1" })
    }

    @Test("the scale bar is as long as its distance")
    func scaleBar() throws {
        let drawing = map([], scaleBar: .init(length: 100, text: "2 kilometer"), north: "N")
        #expect(try drawing.node("line", class: "meet").number("x2") == 25)
        #expect(drawing.nodes("text").map(\.text) == ["2 kilometer", "N"])
    }

    @Test("classes of two palettes, held within their ends")
    func palettes() {
        #expect([nil, 0, 1, 5, 9].map { MapPalette.sequential.name($0) } == ["k0", "k1", "k1", "k5", "k7"])
        #expect([nil, 1, 4, 7, 8].map { MapPalette.diverging.name($0) } == ["k0", "d1", "d4", "d7", "d7"])
    }

    @Test("a legend has a row per class with bounds and count")
    func legend() {
        let rows = [ClassLegend.Row(class: 1, text: "minder dan 60%", count: "11 buurten"), .init(class: nil, text: "geen cijfer", count: "4 buurten")]
        let drawing = Drawing(ClassLegend(rows: rows, prefix: "a"))
        #expect(drawing.nodes("span").map(\.text) == ["minder dan 60%", "11 buurten", "geen cijfer", "4 buurten"])
        #expect(drawing.nodes("rect").map { $0.attributes["class"] } == ["k1", "geenvlak", "k0"])
        #expect(drawing.nodes("svg").allSatisfy { $0.attributes["aria-hidden"] == "true" })
    }

    @Test(
        "broken path text and odd frames draw something sound",
        arguments: ["", "M", "M1", "M1 2L", "M-.5.5.5-.5", "Q1 2 3 4", "M1e99 2", "Mé", "M--1+-2", "M1 2 3", "M.....1"])
    func brokenPaths(path: String) {
        let shapes = [ShapeOnMap(code: "A", name: "A", path: path, class: 1, title: "A")]
        for frame in [frame, MapFrame(x: .nan, y: 0, width: 0, height: -.infinity), MapFrame(x: 1e308, y: -1e308, width: 1e308, height: 1e-300)] {
            Drawing(Choropleth(label: "Kaart", explanation: "", frame: frame, shapes: shapes, own: .init(code: "A", name: "A"), prefix: "a")).expectSound()
        }
    }
}
