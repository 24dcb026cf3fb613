import Core
import HTML
import Web

/// The page of an area: where it lies, what the slices say of it, and the areas below.
package struct AreaPage: Component {
    let area: Area
    let lineage: [Area]
    let children: [Area]
    let newest: Int
    let existsInNewest: Bool
    let part: AreaPagePart
    let language: Language

    private var words: AreasWords { AreasWords(language) }

    package var body: some HTML {
        Group {
            band
            div(.class("wrap met-toc")) {
                contents
                div {
                    if area.year != newest { oldYear }
                    Each(part.panels) { panel in
                        section(.class("sectie").id(panel.anchor)) {
                            h2 { panel.title }
                            AnyHTML(panel.content)
                        }
                    }
                    if !children.isEmpty { below }
                }
            }
        }
    }

    private var band: some HTML {
        let within = lineage.dropLast().last { $0.level == .municipality || area.level <= .municipality }
        return TitleBand(
            area.name, lead: words.intro(area, within: within?.name), facts: part.facts.map { TitleBand.Fact($0.name, $0.value) }
        ) {
            PlaceTrail(
                lineage.map { step in
                    PlaceTrail.Step(step.name, kind: words.kind(step.level), address: step.code == area.code ? nil : step.address(newest: newest))
                }, language: language)
        }
    }

    private var contents: some HTML {
        nav(.class("toc").ariaLabelledBy("toct")) {
            h2(.id("toct")) { words.onThisPage }
            ol {
                Each(part.panels) { panel in li { a(.href("#" + panel.anchor)) { panel.title } } }
                if let level = children.first?.level { li { a(.href("#onder")) { words.below(level, in: area.name) } } }
            }
        }
    }

    private var oldYear: some HTML {
        Notice(.caution) {
            p { existsInNewest ? words.oldYear(area.year, newest: newest) : words.goneCode(area.year) }
            if existsInNewest { p { a(.href(AreasRoute.area(area.code).address.url(in: language))) { words.newestYear } } }
        }
    }

    private var below: some HTML {
        section(.class("sectie").id("onder")) {
            h2 { words.below(children.first?.level ?? .neighbourhood, in: area.name) }
            AreaList(areas: children, newest: newest, language: language)
        }
    }
}

/// Areas as a list of links, by name, in columns where there is room.
package struct AreaList: Component {
    let areas: [Area]
    let newest: Int?
    let language: Language

    /// A second line below a name, such as its municipality.
    let note: (Area) -> String?

    package init(areas: [Area], newest: Int?, language: Language, note: @escaping (Area) -> String? = { _ in nil }) {
        self.areas = areas.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        self.newest = newest
        self.language = language
        self.note = note
    }

    package var body: some HTML {
        ul(.class("kaal gebieden")) {
            Each(areas) { area in
                li {
                    a(.href(area.address(newest: newest).url(in: language))) { area.name }
                    if let note = note(area) { span(.class("bij")) { note } }
                }
            }
        }
    }
}
