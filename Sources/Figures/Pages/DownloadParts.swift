import Core
import HTML
import Web

/// The same content as a file: for a spreadsheet and for programs.
struct FileButtons: Component {
    let csv: PageAddress
    let json: PageAddress
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("knoppen")) {
            a(.class("knop licht").href(csv.url(in: language))) { words.csv }
            a(.class("knop licht").href(json.url(in: language))) { words.json }
        }
    }
}

/// The deliveries that figures come from, each with its licence.
struct SourceList: Component {
    let editions: [Edition]
    let language: Language

    var body: some HTML {
        Group {
            h3 { FiguresWords(language).sourcesUsed }
            ul(.class("bronnen klein")) {
                Part { out in
                    for edition in editions {
                        out.raw("<li>")
                        EditionLink.to(edition, in: language).render(into: &out)
                        out.raw(" (")
                        out.text(edition.licence)
                        out.raw(")</li>")
                    }
                }
            }
        }
    }
}
