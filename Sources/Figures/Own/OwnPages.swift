import Areas
import Core
import HTML
import Web

/// Every own table with its newest delivery.
struct OwnTablesPage: Component {
    let shelf: OwnShelf
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.ownTitle }
            p(.class("inleiding")) { words.ownLead }
            if shelf.tables.isEmpty { p { words.noOwnTables } } else { list }
            p { a(.href(OwnRoute.areas.address.url(in: language))) { words.customTitle } }
        }
    }

    private var list: some HTML {
        table(.class("stapel")) {
            caption { words.ownTables }
            thead {
                tr {
                    th(.scope("col")) { words.ownTableHead }
                    th(.scope("col")) { words.periodHead }
                    th(.scope("col")) { words.countedBy }
                    th(.scope("col")) { words.countedPer }
                    th(.scope("col")) { words.imported }
                }
            }
            tbody {
                Each(shelf.tables.map(\.revision)) { revision in
                    tr {
                        th(.scope("row")) { a(.href(OwnRoute.table(revision.key).address.url(in: language))) { revision.title[language] } }
                        td(.data("kop", words.periodHead)) { words.period(revision.period) }
                        td(.data("kop", words.countedBy)) { revision.source.isEmpty ? words.unnamedSource : revision.source }
                        td(.data("kop", words.countedPer)) { AreasWords(language).kind(revision.level) }
                        td(.data("kop", words.imported)) { words.day(revision.importedAt) }
                    }
                }
            }
        }
    }
}

/// One own table: the areas of a level, in a municipality where there are more.
struct OwnTablePage: Component {
    let table: OwnTable
    let municipalities: [Area]
    let within: Area?
    let level: AreaLevel
    let areas: [Area]
    /// Names of areas above that cannot be added up.
    let incomplete: [String]
    let newest: Int?
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    private var revision: OwnRevision { table.revision }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            p(.class("klein")) { a(.href(OwnRoute.tables.address.url(in: language))) { words.ownTitle } }
            h1 { revision.title[language] }
            facts
            if table.levels.count > 1 { levels }
            if municipalities.count > 1 && level != .municipality { places }
            OwnTableView(
                table: table, title: words.ownCaption(revision.title[language], level, level == .municipality ? nil : within?.name), firstHead: words.areaHead,
                lines: areas.map { OwnTableView.Line(name: $0.name, address: $0.address(newest: newest), place: .area($0.code)) }, language: language)
            if !incomplete.isEmpty { p { words.whyNotAddedUp(incomplete.joined(separator: ", ")) } }
            OwnExplanation(table: table, language: language)
            download
        }
    }

    private var facts: some HTML {
        dl(.class("over")) {
            Fact(words.periodHead, words.period(revision.period))
            Fact(words.countedBy, revision.source.isEmpty ? words.unnamedSource : revision.source)
            Fact(words.countedPer, "\(AreasWords(language).kind(revision.level)), \(words.bordersOf(revision.boundaryYear))")
            Fact(words.ownNumber, "\(revision.number) (\(words.day(revision.importedAt)))")
            Fact(words.ownThreshold, words.thresholdText(revision.threshold))
            Fact(words.ownRounding, words.roundingText)
        }
    }

    private var levels: some HTML {
        nav(.class("eigen-keuze").ariaLabel(words.chooseLevel)) {
            ul {
                Each(table.levels) { one in
                    li {
                        a(
                            .href(OwnRoute.table(revision.key, within: within?.code, level: one).address.url(in: language)).ariaCurrent(
                                one == level ? "true" : nil)
                        ) {
                            AreasWords(language).kinds(one)
                        }
                    }
                }
            }
        }
    }

    private var places: some HTML {
        details {
            summary { words.chooseMunicipality }
            ul {
                Each(municipalities) { one in
                    li {
                        a(
                            .href(OwnRoute.table(revision.key, within: one.code, level: level).address.url(in: language))
                                .ariaCurrent(one.code == within?.code ? "true" : nil)
                        ) { one.name }
                    }
                }
            }
        }
    }

    private var download: some HTML {
        section(.class("sectie")) {
            h2 { words.ownDownload }
            FileButtons(
                csv: OwnRoute.tableFile(revision.key, .csv).address, json: OwnRoute.tableFile(revision.key, .json).address, language: language)
            p { a(.href(OwnAPIRoute.table(revision.key).address.url(in: language))) { words.ownAPI } }
        }
    }
}
