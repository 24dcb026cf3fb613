import Areas
import Charts
import Core
import HTML

/// A map of one figure with its legend and its table, for all areas on it: everything but the marks of the area a page is about.
///
/// Drawn once, used on the page of every area it shows.
final class MapSheet: Sendable {
    let indicator: Indicator
    fileprivate let count: Int
    fileprivate let ground: ChoroplethGround
    /// Where each area has its name, and what its value is as text.
    fileprivate let points: [String: MapPoint]
    fileprivate let texts: [String: String]
    fileprivate let classes: Int
    fileprivate let lead: Fragment
    fileprivate let legend: Fragment
    fileprivate let tableLead: Fragment
    fileprivate let tableHead: Fragment
    /// The rows of the table, and where the opening of each stands: that of the own area is marked.
    fileprivate let rows: Fragment
    fileprivate let openings: [AreaCode: Range<Int>]
    fileprivate let language: Language

    /// - Parameters:
    ///   - place: the area the map is of
    ///   - link: addresses of the areas
    ///   - isLinked: whether each shape links to its area too; the table always does
    init(values: MapValues, classes: MapClasses, paths: MapPaths, place: Area, link: @escaping (Area) -> String, isLinked: Bool, language: Language) {
        let parts = MapSheetParts(values: values, classes: classes, place: place, language: language)
        self.indicator = values.indicator
        self.language = language
        self.count = values.items.count
        self.classes = classes.count
        self.points = Dictionary(paths.paths.map { ($0.code.description, $0.label) }, uniquingKeysWith: { first, _ in first })
        self.texts = Dictionary(values.items.map { ($0.area.code.description, parts.text($0)) }, uniquingKeysWith: { first, _ in first })
        self.ground = parts.ground(paths, link: isLinked ? link : nil)
        self.lead = Fragment { parts.lead }
        self.legend = Fragment { parts.legend }
        self.tableLead = Fragment { parts.tableLead }
        self.tableHead = Fragment { parts.tableHead }
        (self.rows, self.openings) = parts.rows(link)
    }
}

/// A map with the area a page is about outlined, named and marked in the table. Used small on a profile and large on its own page.
struct MapFigure: Component {
    let sheet: MapSheet
    let own: Area
    let isTableOpen: Bool

    var body: some HTML {
        Group {
            sheet.lead
            div(.class("kaartvak reeks-\(sheet.classes)")) {
                figure { Choropleth(ground: sheet.ground, own: mark) }
                sheet.legend
            }
            details(.open(isTableOpen)) {
                sheet.tableLead
                table
            }
        }
    }

    private var mark: Choropleth.Own? {
        let code = own.code.description
        return sheet.points[code].map { point in
            Choropleth.Own(code: code, name: own.name, note: sheet.texts[code] ?? FiguresWords(sheet.language).noFigure, point: point)
        }
    }

    private var table: some HTML {
        Part { [sheet, own] out in
            sheet.tableHead.render(into: &out)
            if let opening = sheet.openings[own.code] {
                sheet.rows.render(0..<opening.lowerBound, into: &out)
                out.raw("<tr class=\"hier\">")
                sheet.rows.render(opening.upperBound..<sheet.rows.count, into: &out)
            } else {
                sheet.rows.render(into: &out)
            }
            out.raw("</tbody></table></div>")
        }
    }
}

/// The pieces of a map sheet, as values.
private struct MapSheetParts {
    let values: MapValues
    let classes: MapClasses
    let place: Area
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    private var indicator: Indicator { values.indicator }

    func text(_ item: MapValues.Item) -> String { item.value.map { indicator.unit.text($0, in: language) } ?? words.noFigure }

    @HTMLBuilder var lead: some HTML {
        if values.missing * 3 > values.items.count { p { strong { words.manyMissing(values.missing, of: values.items.count) } } }
    }

    var legend: some HTML {
        div {
            p(.class("klein")) { strong { "\(indicator.name[language]), \(words.period(values.period))" } }
            ClassLegend(rows: classes.legend, palette: classes.palette, prefix: "kaart")
            p(.class("klein subtiel")) { words.methodSentence(classes, indicator.unit) }
            if values.missing > 0 { p(.class("klein subtiel")) { words.fullyHatched } }
            p(.class("klein subtiel")) {
                words.sourcePrefix
                span(.none.dutch(on: language)) { values.edition.attribution }
                ". " + words.mapSource(place.year)
            }
        }
    }

    /// - Parameter link: addresses of the areas; nil for shapes without links
    func ground(_ paths: MapPaths, link: ((Area) -> String)?) -> ChoroplethGround {
        let byCode = Dictionary(values.items.map { ($0.area.code, $0) }, uniquingKeysWith: { first, _ in first })
        let shapes = paths.paths.compactMap { path -> ShapeOnMap? in
            guard let item = byCode[path.code] else { return nil }
            return ShapeOnMap(
                code: path.code.description, name: item.area.name, path: path.d, class: classes.colour(of: item), title: "\(item.area.name): \(text(item))",
                href: link?(item.area))
        }
        return ChoroplethGround(
            label: words.mapLabel(indicator.name[language], place.name, words.period(values.period), values.level), explanation: words.mapExplanation,
            frame: paths.frame, shapes: shapes, palette: classes.palette, scaleBar: paths.scaleBar(words), prefix: "kaart")
    }

    @HTMLBuilder var tableLead: some HTML {
        summary { words.mapTable(values.items.count, values.level) }
        if indicator.sensitivity == .stigmaProne { p(.class("klein")) { words.noRanking } }
    }

    /// Up to the first row.
    var tableHead: Part {
        Part { out in
            out.raw("<div")
            Attributes.class("tabelvak hoog").tabindex(0).role("region").ariaLabel(words.mapCaption(values, in: place.name)).render(into: &out)
            out.raw("><table>")
            caption { words.mapCaption(values, in: place.name) }.render(into: &out)
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.value }
                    if hasRemarks { th(.scope("col")) { words.remarkHead } }
                }
            }.render(into: &out)
            out.raw("<tbody>")
        }
    }

    func rows(_ link: (Area) -> String) -> (rows: Fragment, openings: [AreaCode: Range<Int>]) {
        let hasRemarks = hasRemarks
        var openings: [AreaCode: Range<Int>] = [:]
        let rows = Fragment { out in
            for item in values.sorted {
                let start = out.count
                out.raw("<tr>")
                openings[item.area.code] = start..<out.count
                th(.scope("row")) { a(.href(link(item.area))) { item.area.name } }.render(into: &out)
                td(.class("n")) { text(item) }.render(into: &out)
                if hasRemarks { td { remark(item) }.render(into: &out) }
                out.raw("</tr>")
            }
        }
        return (rows, openings)
    }

    /// The margin, or why there is no figure.
    private func remark(_ item: MapValues.Item) -> String {
        item.value == nil ? item.missing?[language] ?? "" : words.visibleRange(item.interval, indicator.unit) ?? ""
    }

    private var hasRemarks: Bool { values.items.contains { !remark($0).isEmpty } }
}
