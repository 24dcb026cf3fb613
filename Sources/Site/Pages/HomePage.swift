import Areas
import Core
import Figures
import HTML
import Web

/// The start page: explains itself, and leads to a neighbourhood in two clicks.
struct HomePage: Component {
    let gazetteer: Gazetteer
    let book: FigureBook
    let language: Language

    private var words: HomeWords { HomeWords(language) }
    private var map: AreaMap? { gazetteer.latestYear.flatMap(gazetteer.map) }

    var body: some HTML {
        Group {
            TitleBand(words.title, lead: words.lead)
            div(.class("wrap inhoud")) {
                if let map { content(map) } else { Notice(.caution) { p { words.empty } } }
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
                AreaList(areas: Self.examples(map), newest: gazetteer.latestYear, language: language)
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
                ul(.class("kaal")) {
                    li { words.municipalities(Numbers.text(Double(map.areas(of: .municipality).count), in: language)) }
                    li { words.neighbourhoods(Numbers.text(Double(map.areas(of: .neighbourhood).count), in: language)) }
                    li { words.figures(Numbers.text(Double(book.indicators.count), in: language)) }
                    li { words.sources(Numbers.text(Double(book.editions.count), in: language)) }
                }
                p { a(.href(PageAddress("bronnen").url(in: language))) { words.sourcesLink } }
            }
        }
    }

    /// Six neighbourhoods, one each from municipalities spread evenly over the list from few to many neighbourhoods: the same at every visit.
    static func examples(_ map: AreaMap) -> [Area] {
        let municipalities = map.areas(of: .municipality).map { ($0, map.areas(of: .neighbourhood, within: $0.code)) }
            .filter { !$0.1.isEmpty }.sorted { ($0.1.count, $0.0.code) < ($1.1.count, $1.0.code) }
        guard !municipalities.isEmpty else { return [] }
        let picks = min(6, municipalities.count)
        return (0..<picks).map { pick in
            let neighbourhoods = municipalities[(2 * pick + 1) * municipalities.count / (2 * picks)].1
            return neighbourhoods[neighbourhoods.count / 2]
        }
    }
}
