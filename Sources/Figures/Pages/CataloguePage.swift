import Core
import HTML
import Web

/// Every kind of figure by theme (WYK-17), also those that no delivery holds yet.
struct CataloguePage: Component {
    let indicators: [Indicator]
    let book: FigureBook
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.catalogueTitle }
            p(.class("inleiding")) { words.catalogueLead }
            nav(.ariaLabel(words.themes)) {
                ul(.class("kaal themas")) {
                    Each(groups) { group in li { a(.href("#" + group.theme.rawValue)) { group.theme.name[language] } } }
                }
            }
            Each(groups) { group in
                section(.class("sectie").id(group.theme.rawValue)) {
                    h2 { group.theme.name[language] }
                    list(group.indicators, caption: group.theme.name[language])
                }
            }
        }
    }

    private var groups: [(theme: Theme, indicators: [Indicator])] { FigureChoices.groups(indicators) }

    private func list(_ indicators: [Indicator], caption name: String) -> some HTML {
        table(.class("stapel catalogus")) {
            caption(.class("vh")) { name }
            thead {
                tr {
                    th(.scope("col")) { words.figure }
                    th(.scope("col")) { words.question }
                    th(.scope("col")) { words.howMade }
                    th(.scope("col")) { words.newestHead }
                }
            }
            tbody {
                Each(indicators) { indicator in
                    tr {
                        th(.scope("row")) { a(.href(FiguresRoute.indicator(indicator.key).address.url(in: language))) { indicator.name[language] } }
                        td(.data("kop", words.question)) { indicator.question[language] }
                        td(.data("kop", words.howMade)) { words.basis(indicator.basis) }
                        td(.data("kop", words.newestHead)) { newest(indicator) }
                    }
                }
            }
        }
    }

    private func newest(_ indicator: Indicator) -> String {
        book.columns(of: indicator.key).last.map { words.period($0.period) } ?? words.notYet
    }
}
