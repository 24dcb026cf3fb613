import Areas
import Charts
import Core
import HTML

/// The areas of an analysis with the colour of their answer.
struct AreaShapes: Sendable {
    struct Item: Sendable {
        let area: Area
        /// Nil for unknown.
        let colour: Int?
        let title: String
    }

    let items: [AreaCode: Item]

    init(_ items: [Item]) {
        self.items = Dictionary(items.map { ($0.area.code, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A map of answers with its legend. The table before it says the same.
struct AnalysisMap: Component {
    let label: String
    let shapes: AreaShapes
    let paths: MapPaths
    let scene: AnalysisScene
    let legend: [ClassLegend.Row]
    var palette = MapPalette.sequential
    /// Begins every id of this map; different for each map on a page.
    var prefix = "kaart"

    var body: some HTML {
        div(.class("kaartvak reeks-5")) {
            figure {
                Choropleth(
                    label: label, explanation: scene.words.analysisMapHelp, frame: paths.frame, shapes: drawn, palette: palette, own: own,
                    scaleBar: paths.scaleBar(scene.words), prefix: prefix)
            }
            div { ClassLegend(rows: legend, palette: palette, prefix: prefix) }
        }
    }

    private var drawn: [ShapeOnMap] {
        paths.paths.compactMap { path in
            shapes.items[path.code].map { item in
                ShapeOnMap(
                    code: path.code.description, name: item.area.name, path: path.d, class: item.colour, title: item.title, href: scene.url(of: item.area))
            }
        }
    }

    private var own: Choropleth.Own? {
        guard let item = shapes.items[scene.area.code], let path = paths.paths.first(where: { $0.code == scene.area.code }) else { return nil }
        return Choropleth.Own(code: path.code.description, name: item.area.name, point: path.label)
    }
}
