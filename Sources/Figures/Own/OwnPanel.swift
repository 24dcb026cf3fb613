import Areas
import Core
import HTML
import Web

/// The own figures of an area, on its page.
struct OwnPanel: Component {
    let area: Area
    let tables: [OwnTable]
    let language: Language

    /// Nil where the area has none.
    init?(_ area: Area, tables: [OwnTable], in language: Language) {
        guard !tables.isEmpty else { return nil }
        (self.area, self.tables, self.language) = (area, tables, language)
    }

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        Group {
            p { words.ownPanelLead }
            Each(tables) { table in
                OwnTableView(table, of: .area(area.code), name: area.name, language: language)
                p(.class("klein")) { a(.href(OwnRoute.table(table.revision.key).address.url(in: language))) { table.revision.title[language] } }
            }
        }
    }
}
