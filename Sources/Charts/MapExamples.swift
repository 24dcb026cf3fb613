import HTML

extension Choropleth {
    /// A small town of blocks: one colour, with its own area named; and two colours, with links and a north arrow.
    package static var examples: [ChartExample] {
        let frame = MapFrame(x: 0, y: 0, width: 640, height: 330)
        return [
            ChartExample(
                "kaart",
                Choropleth(
                    label: "Kaart van Lindenmeer: goed ervaren gezondheid per buurt", explanation: "Alle getallen staan in de tabel onder de kaart.",
                    frame: frame, shapes: blocks(most: 5, links: false), own: Own(code: "BU9", name: "Waterkers", note: "67% goede gezondheid"),
                    scaleBar: ScaleBar(length: 130, text: "2 kilometer"), prefix: "kaart1")),
            ChartExample(
                "kaart naar twee kanten",
                Choropleth(
                    label: "Kaart van Lindenmeer: verschil met Nederland", explanation: "Alle getallen staan in de tabel onder de kaart.", frame: frame,
                    shapes: blocks(most: 7, links: true), palette: .diverging, own: Own(code: "BU12", name: "Hoge Linde", point: MapPoint(120, 190)),
                    north: "N", prefix: "kaart2")),
        ]
    }

    private static func blocks(most: Int, links: Bool) -> [ShapeOnMap] {
        func corner(_ row: Int, _ column: Int) -> MapPoint {
            MapPoint(60 + Double(column) * 84 + Double((row * 37 + column * 11) % 29), 30 + Double(row) * 62 + Double((row * 13 + column * 41) % 23))
        }
        return (0..<24).filter { $0 != 5 && $0 != 23 && $0 != 22 && $0 != 17 }.map { index in
            let (row, column) = (index / 6, index % 6)
            var data = PathData()
            data.move(corner(row, column).x, corner(row, column).y)
            for next in [corner(row, column + 1), corner(row + 1, column + 1), corner(row + 1, column)] { data.line(next.x, next.y) }
            data.close()
            let colour = index % 8 == 3 ? nil : (index * 5 + row) % most + 1
            let value = colour.map { "\(48 + $0 * 5)%" } ?? "geen cijfer"
            return ShapeOnMap(
                code: "BU\(index)", name: "Buurt \(index)", path: data.text, class: colour, title: "Buurt \(index): \(value)",
                href: links ? "/wijken/BU\(index)" : nil)
        }
    }
}

extension ClassLegend {
    /// Five classes and the areas without a figure; seven classes around a middle.
    package static var examples: [ChartExample] {
        let bounds = ["minder dan 60%", "60 tot en met 66%", "67 tot en met 73%", "74 tot en met 79%", "80% of meer"]
        let rows = bounds.enumerated().map { Row(class: $0.offset + 1, text: $0.element, count: "\(11 + $0.offset) buurten") }
        let sides = ["veel lager", "lager", "iets lager", "geen duidelijk verschil", "iets hoger", "hoger", "veel hoger"]
        return [
            ChartExample("legenda", ClassLegend(rows: rows + [Row(class: nil, text: "geen cijfer", count: "4 buurten")], prefix: "kaart1")),
            ChartExample(
                "legenda naar twee kanten",
                ClassLegend(
                    rows: sides.enumerated().map { Row(class: $0.offset + 1, text: $0.element, count: "\(3 + $0.offset)") }, palette: .diverging,
                    prefix: "kaart2")),
        ]
    }
}
