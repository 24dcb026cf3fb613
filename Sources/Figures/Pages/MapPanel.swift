import Areas
import Core
import HTML
import Web

/// A small map on the page of an area: the area among those around it, with the same as a table.
struct MapPanel: Component {
    let scene: ProfileScene
    /// The area the map is of: the municipality for a neighbourhood or district, the area itself otherwise.
    let place: Area
    /// Nil when there is nothing to draw.
    let sheet: MapSheet?
    let hasOutlines: Bool
    /// Figures that can be chosen: those that this profile has.
    let choices: [Indicator]
    /// The key in the address, when it is not one of them.
    let unknown: String?

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        if let sheet { shown(sheet) } else { p { hasOutlines ? words.noMapFigures : words.noMap } }
    }

    @HTMLBuilder private func shown(_ sheet: MapSheet) -> some HTML {
        h3 { words.mapHeading(sheet.indicator.name[scene.language], place.name) }
        p { sheet.indicator.question[scene.language] }
        chooser(sheet.indicator)
        MapFigure(sheet: sheet, own: scene.area, isTableOpen: false)
        p {
            a(.href(scene.url(.map(scene.area.code, MapQuestion(figure: sheet.indicator.key, year: scene.year))))) { words.largeMap }
        }
        p {
            a(.href(AnalysisRoute(scene.area.code, items: AnalysisScope(year: scene.year).items).address.url(in: scene.language))) {
                words.toAnalysis(place.name)
            }
        }
    }

    private func chooser(_ chosen: Indicator) -> some HTML {
        form(.class("kies").action(scene.address.keeping().url(in: scene.language) + "#kaart").method("get")) {
            GroupedSelect(
                name: "cijfer", prompt: words.chooseFigure, indicators: choices, chosen: chosen.key, form: faulty, language: scene.language)
            Each(kept) { item in input(.type("hidden").name(item.name).value(item.value)) }
            button(.class("knop licht").type("submit")) { words.showMap }
        }
    }

    private var faulty: Form {
        guard let unknown else { return Form(items: []) }
        var form = Form(items: [.init("cijfer", unknown)])
        form.fail("cijfer", FiguresWords.both(\.unknownFigure))
        return form
    }

    /// What else is asked for: an older year or delivery.
    private var kept: [PageAddress.Item] {
        (scene.year.map { [.init("jaar", String($0))] } ?? []) + (scene.edition.map { [.init("editie", $0.name)] } ?? [])
    }
}

/// Indicators by theme, for a drop-down list.
enum FigureChoices {
    static func groups(_ indicators: [Indicator]) -> [(theme: Theme, indicators: [Indicator])] {
        let byTheme = Dictionary(grouping: indicators, by: \.theme)
        return Theme.allCases.compactMap { theme in byTheme[theme].map { (theme: theme, indicators: $0) } }
    }

    /// What a map shows when nothing is chosen: a figure that describes, or else the first there is.
    static let first = ["goed-ervaren-gezondheid", "aandeel-65-plus", "inwoners"]

    static func usual(_ indicators: [Indicator]) -> [Indicator] {
        first.compactMap { key in indicators.first { $0.key == key } } + indicators.filter { !first.contains($0.key) }
    }
}
