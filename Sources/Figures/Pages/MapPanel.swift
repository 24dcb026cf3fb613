import Areas
import Core
import HTML
import Web

/// A small map on the page of an area: the area among those around it, with the same as a table.
struct MapPanel: Component {
    let scene: ProfileScene
    /// The area the map is of: the municipality for a neighbourhood or district, the area itself otherwise.
    let place: Area
    let paths: MapPaths?
    let values: MapValues?
    /// Figures that can be chosen: those that this profile has.
    let choices: [Indicator]
    /// The key in the address, when it is not one of them.
    let unknown: String?

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        Group {
            if let values, let paths { shown(values, paths) } else { p { paths == nil ? words.noMap : words.noMapFigures } }
        }
    }

    @HTMLBuilder private func shown(_ values: MapValues, _ paths: MapPaths) -> some HTML {
        h3 { words.mapHeading(values.indicator.name[scene.language], place.name) }
        p { values.indicator.question[scene.language] }
        chooser(values.indicator)
        if let classes = MapClasses(values, method: .fixed, classes: MapClasses.usualClasses, book: scene.book, language: scene.language) {
            MapFigure(
                values: values, classes: classes, paths: paths, own: scene.area, place: place, link: scene.url(of:), isLinked: false, isTableOpen: false,
                language: scene.language)
        }
        p {
            a(.href(scene.url(.map(scene.area.code, MapQuestion(figure: values.indicator.key, year: scene.year))))) { words.largeMap }
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
        Theme.allCases.map { theme in (theme: theme, indicators: indicators.filter { $0.theme == theme }) }.filter { !$0.indicators.isEmpty }
    }

    /// What a map shows when nothing is chosen: a figure that describes, or else the first there is.
    static let first = ["goed-ervaren-gezondheid", "aandeel-65-plus", "inwoners"]

    static func usual(_ indicators: [Indicator]) -> [Indicator] {
        first.compactMap { key in indicators.first { $0.key == key } } + indicators.filter { !first.contains($0.key) }
    }
}
