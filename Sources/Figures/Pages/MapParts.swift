import Areas
import Charts
import Core
import HTML

/// A map with its legend and, below, the same as a table. Used small on a profile and large on its own page.
struct MapFigure: Component {
    let values: MapValues
    let classes: MapClasses
    let paths: MapPaths
    /// The area the page is about: outlined and marked, where it is on the map.
    let own: Area
    /// The area the map is of.
    let place: Area
    /// Addresses of the areas.
    let link: (Area) -> String
    /// Whether each shape links to its area too; the table always does.
    let isLinked: Bool
    let isTableOpen: Bool
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    private var indicator: Indicator { values.indicator }

    var body: some HTML {
        Group {
            if values.missing * 3 > values.items.count { p { strong { words.manyMissing(values.missing, of: values.items.count) } } }
            div(.class("kaartvak reeks-\(classes.count)")) {
                figure { drawing }
                div {
                    p(.class("klein")) { strong { "\(indicator.name[language]), \(words.period(values.period))" } }
                    ClassLegend(rows: classes.legend, palette: classes.palette, prefix: "kaart")
                    p(.class("klein subtiel")) { words.methodSentence(classes, indicator.unit) }
                    if values.missing > 0 { p(.class("klein subtiel")) { words.fullyHatched } }
                    p(.class("klein subtiel")) {
                        words.sourcePrefix
                        span(language == .nl ? .none : .lang("nl")) { values.edition.attribution }
                        ". " + words.mapSource(own.year)
                    }
                }
            }
            details(.open(isTableOpen)) {
                summary { words.mapTable(values.items.count, values.level) }
                if indicator.sensitivity == .stigmaProne { p(.class("klein")) { words.noRanking } }
                table
            }
        }
    }

    private var drawing: some HTML {
        let byCode = Dictionary(values.items.map { ($0.area.code, $0) }, uniquingKeysWith: { first, _ in first })
        let shapes = paths.paths.compactMap { path -> ShapeOnMap? in
            guard let item = byCode[path.code] else { return nil }
            return ShapeOnMap(
                code: path.code.description, name: item.area.name, path: path.d, class: classes.colour(of: item), title: "\(item.area.name): \(text(item))",
                href: isLinked ? link(item.area) : nil)
        }
        let mark = paths.paths.first { $0.code == own.code }.map { path in
            Choropleth.Own(
                code: path.code.description, name: own.name, note: byCode[own.code].map(text) ?? words.noFigure, point: path.label)
        }
        return Choropleth(
            label: words.mapLabel(indicator.name[language], place.name, words.period(values.period), values.level), explanation: words.mapExplanation,
            frame: paths.frame, shapes: shapes, palette: classes.palette, own: mark, scaleBar: paths.scaleBar(words), prefix: "kaart")
    }

    private func text(_ item: MapValues.Item) -> String { item.value.map { indicator.unit.text($0, in: language) } ?? words.noFigure }

    private var table: some HTML {
        let hasRemarks = hasRemarks
        return div(.class("tabelvak hoog").tabindex(0).role("region").ariaLabel(words.mapCaption(values, in: place.name))) {
            HTML::table {
                caption { words.mapCaption(values, in: place.name) }
                thead {
                    tr {
                        th(.scope("col")) { words.area }
                        th(.scope("col").class("n")) { words.value }
                        if hasRemarks { th(.scope("col")) { words.remarkHead } }
                    }
                }
                tbody { Each(values.sorted) { item in row(item, hasRemarks: hasRemarks) } }
            }
        }
    }

    /// The margin, or why there is no figure.
    private func remark(_ item: MapValues.Item) -> String {
        item.value == nil ? item.missing?[language] ?? "" : words.visibleRange(item.interval, indicator.unit) ?? ""
    }

    private var hasRemarks: Bool { values.items.contains { !remark($0).isEmpty } }

    private func row(_ item: MapValues.Item, hasRemarks: Bool) -> some HTML {
        tr(item.area.code == own.code ? .class("hier") : .none) {
            th(.scope("row")) { a(.href(link(item.area))) { item.area.name } }
            td(.class("n")) { text(item) }
            if hasRemarks { td { remark(item) } }
        }
    }
}
