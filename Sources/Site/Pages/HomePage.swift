import Areas
import Core
import Figures
import HTML
import Learning
import Web

/// The start page: explains itself, and leads to a neighbourhood in two clicks.
struct HomePage: Component {
    let gazetteer: Gazetteer
    let book: FigureBook
    let news: NetworkNews
    let language: Language

    private var words: HomeWords { HomeWords(language) }
    private var map: AreaMap? { gazetteer.latestYear.flatMap(gazetteer.map) }

    var body: some HTML {
        Group {
            TitleBand(words.title, lead: words.lead)
            div(.class("wrap inhoud")) {
                if let map { content(map) } else { Notice(.caution) { p { words.empty } } }
                NetworkTeaser(news, language: language)
            }
        }
    }

    private func content(_ map: AreaMap) -> some HTML {
        Group {
            section(.class("sectie")) {
                h2 { words.start }
                AreaSearchBox(language: language, isLarge: true)
            }
            section(.class("sectie")) {
                h2 { words.examples }
                p { words.examplesLead }
                AreaList(areas: examples(map), newest: gazetteer.latestYear, language: language) { area in
                    area.code.municipality.flatMap(map.area)?.name
                }
                p { a(.href(AreasRoute.browse.address.url(in: language))) { words.browse } }
            }
            section(.class("sectie")) {
                h2 { words.what }
                ol(.class("sporen")) {
                    Each(words.points) { point in
                        li {
                            h3 { point.0 }
                            p { point.1 }
                        }
                    }
                }
            }
            section(.class("sectie")) {
                h2 { words.known }
                dl(.class("cijferrij")) {
                    Each(words.counts(map, book)) { line in
                        div {
                            dt { line.name }
                            dd { Numbers.text(Double(line.count), in: language) }
                        }
                    }
                }
                p { a(.href(PageAddress("bronnen").url(in: language))) { words.sourcesLink } }
            }
        }
    }

    /// Six neighbourhoods, from municipalities spread evenly over the list from few to many neighbourhoods; in each the one with most residents.
    /// The same at every visit, and not chosen by anything that counts for or against a place.
    private func examples(_ map: AreaMap) -> [Area] {
        let municipalities = map.areas(of: .municipality).map { ($0, map.areas(of: .neighbourhood, within: $0.code)) }
            .filter { !$0.1.isEmpty }.sorted { ($0.1.count, $0.0.code) < ($1.1.count, $1.0.code) }
        guard !municipalities.isEmpty, let year = gazetteer.latestYear else { return [] }
        let residents = book.column(of: "inwoners", level: .neighbourhood, boundaryYear: year)
        let picks = min(6, municipalities.count)
        return (0..<picks).compactMap { pick in
            municipalities[(2 * pick + 1) * municipalities.count / (2 * picks)].1.max { left, right in
                count(left, in: residents) < count(right, in: residents)
            }
        }
    }

    private func count(_ area: Area, in residents: FigureColumn?) -> Double {
        guard let residents, let position = residents.frame.position(of: area.code) else { return 0 }
        let value = residents.value(at: position)
        return value.isNaN ? 0 : value
    }
}
