import Areas
import Core
import HTML
import Web

/// The cells of places in an own table, with hidden ones named.
struct OwnTableView: Component {
    struct Line: Sendable {
        let name: String
        /// Nil where there is no page of it.
        let address: PageAddress?
        let place: OwnPlace
    }

    let table: OwnTable
    let title: String
    let firstHead: String
    let lines: [Line]
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title)) {
            HTML::table(.class("stapel eigen")) {
                caption { title }
                thead {
                    tr {
                        th(.scope("col")) { firstHead }
                        Each(table.columns) { column in th(.scope("col").class("n").dutch(on: head(column) == nil ? .nl : language)) { name(column) } }
                    }
                }
                tbody {
                    Each(lines) { line in
                        tr {
                            th(.scope("row")) {
                                if let address = line.address { a(.href(address.url(in: language))) { line.name } } else { line.name }
                            }
                            Each(table.columns) { column in td(.class("n").data("kop", name(column))) { content(table.cell(line.place, column)) } }
                        }
                    }
                }
            }
        }
    }

    /// The name of a category as it was delivered; nil for the total.
    private func head(_ column: Int) -> String? { table.revision.categories.indices.contains(column) ? table.revision.categories[column] : nil }

    private func name(_ column: Int) -> String { head(column) ?? words.ownTotal }

    @HTMLBuilder private func content(_ cell: OwnCell) -> some HTML {
        if let shown = cell.shown {
            Numbers.text(Double(shown), in: language)
            if let number = cell.number, number != table.revision.number { span(.class("klein subtiel")) { " (\(words.ofDelivery(number)))" } }
        } else {
            span(.class("subtiel")) { words.withheld }
        }
    }
}

extension OwnTableView {
    /// One place, under the name of the table.
    init(_ table: OwnTable, of place: OwnPlace, name: String, language: Language) {
        let words = FiguresWords(language)
        self.init(
            table: table, title: "\(table.revision.title[language]), \(words.period(table.revision.period))", firstHead: words.areaHead,
            lines: [Line(name: name, address: nil, place: place)], language: language)
    }
}

/// Why cells are hidden, and what own figures do not say.
struct OwnExplanation: Component {
    let table: OwnTable
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        Notice(.caution) {
            h2 { words.ownSaysNotTitle }
            ul { Each(words.ownSaysNot(records: table.revision.isOfRecords)) { line in li { line } } }
            h2 { words.whyWithheldTitle }
            p { words.whyWithheld(table.revision.threshold) }
            if hasOlder { p { words.whyOlder } }
        }
    }

    private var hasOlder: Bool { table.cells.values.contains { $0.values.contains { $0.number != nil && $0.number != table.revision.number } } }
}
