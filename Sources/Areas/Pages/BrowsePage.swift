import Core
import HTML
import Web

/// All provinces and their municipalities: the way in for who rather looks than types.
package struct BrowsePage: Component {
    let year: Int
    let provinces: [(province: Area, municipalities: [Area])]
    /// Municipalities whose province no source gave.
    let others: [Area]
    let language: Language

    private var words: AreasWords { AreasWords(language) }

    package var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.browseTitle }
            p(.class("inleiding")) { words.browseLead + " " + words.boundaryYear(year) }
            AreaSearchBox(language: language)
            Each(provinces) { item in
                section(.class("sectie").id(item.province.code.description)) {
                    h2 { a(.href(item.province.address(newest: year).url(in: language))) { item.province.name } }
                    AreaList(areas: item.municipalities, newest: year, language: language)
                }
            }
            if !others.isEmpty {
                section(.class("sectie")) {
                    h2 { words.allMunicipalities }
                    AreaList(areas: others, newest: year, language: language)
                }
            }
        }
    }
}
