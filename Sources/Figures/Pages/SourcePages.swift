import Areas
import Core
import HTML
import Web

/// Every source with its newest delivery.
struct SourcesPage: Component {
    let editions: [Edition]
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.sourcesTitle }
            p(.class("inleiding")) { words.sourcesLead }
            if editions.isEmpty {
                p { words.noSources }
            } else {
                table(.class("stapel")) {
                    caption { words.newestDeliveries }
                    thead {
                        tr {
                            th(.scope("col")) { words.sourceHead }
                            th(.scope("col")) { words.publisher }
                            th(.scope("col")) { words.licence }
                            th(.scope("col")) { words.bordersHead }
                            th(.scope("col")) { words.retrieved }
                        }
                    }
                    tbody { Each(editions) { edition in row(edition) } }
                }
            }
        }
    }

    private func row(_ edition: Edition) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(FiguresRoute.source(edition.source).address.url(in: language))) { edition.title }
                if let table = edition.table { span(.class("subtiel")) { " " + table } }
            }
            td(.data("kop", words.publisher)) { edition.publisher }
            td(.data("kop", words.licence)) { edition.licence }
            td(.data("kop", words.bordersHead)) { String(edition.boundaryYear) }
            td(.data("kop", words.retrieved)) { edition.retrievedAt.map(words.day) ?? words.unknown }
        }
    }
}

/// All deliveries of one source, the newest first.
struct SourcePage: Component {
    let editions: [Edition]
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud smal")) {
            p(.class("klein")) { a(.href(FiguresRoute.sources.address.url(in: language))) { words.sourcesTitle } }
            h1(.none.dutch(on: language)) { editions.first?.title ?? "" }
            p(.class("inleiding")) { words.sourceLead }
            table(.class("stapel")) {
                caption { words.allDeliveries }
                thead {
                    tr {
                        th(.scope("col")) { words.deliveryHead }
                        th(.scope("col")) { words.imported }
                        th(.scope("col")) { words.retrieved }
                        th(.scope("col").class("n")) { words.rows }
                    }
                }
                tbody {
                    Each(editions) { edition in
                        tr {
                            th(.scope("row")) {
                                a(.href(FiguresRoute.edition(edition.source, edition.number).address.url(in: language))) { words.delivery(edition.number) }
                                if edition.number == editions.first?.number { " " + words.inForce }
                            }
                            td(.data("kop", words.imported)) { words.day(edition.importedAt) }
                            td(.data("kop", words.retrieved)) { edition.retrievedAt.map(words.day) ?? words.unknown }
                            td(.data("kop", words.rows).class("n")) { Numbers.text(Double(edition.rows), in: language) }
                        }
                    }
                }
            }
        }
    }
}

/// One delivery: its terms, what it holds, and what was noticed when it came in.
struct EditionPage: Component {
    let edition: Edition
    /// Number of the delivery in force.
    let newest: Int
    let notes: [Diagnostic]
    let columns: [(indicator: Indicator, period: Period)]
    /// An area to read this delivery for.
    let example: Area?
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    /// Notes beyond this are counted, not shown.
    private static let mostNotes = 200

    var body: some HTML {
        div(.class("wrap inhoud smal")) {
            p(.class("klein")) { a(.href(FiguresRoute.source(edition.source).address.url(in: language))) { words.allDeliveries } }
            h1 {
                span(.none.dutch(on: language)) { edition.title }
                ", " + words.delivery(edition.number)
            }
            if edition.number != newest { older } else { p { words.isInForce } }
            facts
            held
            remarks
        }
    }

    private var older: some HTML {
        Notice(.caution) {
            p { words.isOlder }
            p { a(.href(FiguresRoute.edition(edition.source, newest).address.url(in: language))) { words.toNewest } }
        }
    }

    private var facts: some HTML {
        Group {
            dl(.class("over")) {
                row(words.publisher, edition.publisher)
                if let table = edition.table { row(words.tableNumber, table) }
                row(words.licence, edition.licence)
                row(words.attribution, edition.attribution)
                row(words.bordersHead, String(edition.boundaryYear))
                row(words.retrieved, edition.retrievedAt.map(words.day) ?? words.unknown)
                if let modified = edition.modifiedAt { row(words.modified, words.day(modified)) }
                row(words.imported, words.day(edition.importedAt))
                row(words.rows, Numbers.text(Double(edition.rows), in: language))
                row(words.digest, edition.digest)
            }
            if let address = edition.address { p { a(.href(address).rel("external")) { words.atPublisher(edition.publisher) } } }
            if let example {
                p {
                    words.readProfile + " "
                    a(.href(AreasRoute.area(example.code).address.with(.init("editie", edition.name)).url(in: language))) { example.name }
                    ". " + words.readHow
                    code { "?editie=" + edition.name }
                    "."
                }
            }
        }
    }

    private func row(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }

    private var held: some HTML {
        section(.class("sectie").id("cijfers")) {
            h2 { words.heldFigures }
            if columns.isEmpty {
                p { words.noFigure }
            } else {
                ul {
                    Each(grouped) { item in
                        li {
                            a(.href(FiguresRoute.indicator(item.indicator.key).address.url(in: language))) { item.indicator.name[language] }
                            ": " + item.periods.map(words.period).joined(separator: ", ")
                        }
                    }
                }
            }
        }
    }

    private var grouped: [(indicator: Indicator, periods: [Period])] {
        Catalogue.all.compactMap { indicator in
            let periods = columns.filter { $0.indicator.key == indicator.key }.map(\.period).sorted()
            return periods.isEmpty ? nil : (indicator, periods)
        }
    }

    private var remarks: some HTML {
        section(.class("sectie").id("opmerkingen")) {
            h2 { words.notesHeading }
            if notes.isEmpty { p { words.noNotes } } else { noteTable }
            if notes.count > Self.mostNotes { p { words.moreNotes(notes.count - Self.mostNotes) } }
        }
    }

    private var noteTable: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.notesHeading)) {
            table {
                caption(.class("vh")) { words.notesHeading }
                thead {
                    tr {
                        th(.scope("col")) { words.noteKind }
                        th(.scope("col")) { words.notePlace }
                        th(.scope("col")) { words.noteReason }
                    }
                }
                tbody {
                    Each(notes.prefix(Self.mostNotes)) { note in
                        tr {
                            td { words.severity(note.severity) }
                            td { words.place(note) }
                            td { note.reason[language] }
                        }
                    }
                }
            }
        }
    }
}
