import Areas
import Core
import HTML
import Web

/// Every custom area.
struct CustomAreasPage: Component {
    let areas: [CustomArea]
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.customTitle }
            p(.class("inleiding")) { words.customLead }
            if areas.isEmpty { p { words.noCustomAreas } } else { list }
            p { a(.href(OwnRoute.tables.address.url(in: language))) { words.ownTitle } }
        }
    }

    private var list: some HTML {
        table(.class("stapel")) {
            caption { words.allCustomAreas }
            thead {
                tr {
                    th(.scope("col")) { words.areaHead }
                    th(.scope("col")) { words.madeOf }
                    th(.scope("col")) { words.bordersHead }
                    th(.scope("col")) { words.madeOn }
                }
            }
            tbody {
                Each(areas) { area in
                    tr {
                        th(.scope("row")) { a(.href(OwnRoute.area(area.key).address.url(in: language))) { area.name[language] } }
                        td(.data("kop", words.madeOf)) { words.neighbourhoods(area.members.count) }
                        td(.data("kop", words.bordersHead)) { String(area.boundaryYear) }
                        td(.data("kop", words.madeOn)) { words.day(area.createdAt) }
                    }
                }
            }
        }
    }
}

/// One custom area: the open figures put together, the own figures that may be shown, and what it is made of.
struct CustomAreaPage: Component {
    let figures: CustomFigures
    /// Own tables on the same borders, and those of them that have the area.
    let tables: [OwnTable]
    let members: [Area]
    let newest: Int?
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    private var area: CustomArea { figures.area }
    private var place: OwnPlace { .custom(area.id) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            p(.class("klein")) { a(.href(OwnRoute.areas.address.url(in: language))) { words.customTitle } }
            h1 { area.name[language] }
            p(.class("inleiding")) { words.customIntro(area.members.count, area.boundaryYear) }
            Notice(.caution) {
                h2 { words.ownSaysNotTitle }
                ul { Each(words.customSaysNot) { line in li { line } } }
            }
            section(.class("sectie").id("cijfers")) {
                h2 { words.openFigures }
                p { words.openFiguresLead }
                open
            }
            own
            made
            download
        }
    }

    @HTMLBuilder private var open: some HTML {
        if figures.figures.isEmpty {
            p { words.noFigure }
        } else {
            table(.class("stapel")) {
                caption { words.openFigures }
                thead {
                    tr {
                        th(.scope("col")) { words.figure }
                        th(.scope("col")) { words.periodHead }
                        th(.scope("col").class("n")) { words.value }
                        th(.scope("col")) { words.roundingMargin }
                    }
                }
                tbody { Each(figures.figures) { figure in row(figure) } }
            }
        }
    }

    private func row(_ figure: CustomFigures.Figure) -> some HTML {
        let unit = figure.indicator.unit
        return tr {
            th(.scope("row")) {
                a(.href(FiguresRoute.indicator(figure.indicator.key).address.url(in: language))) { figure.indicator.name[language] }
            }
            td(.data("kop", words.periodHead)) { words.period(figure.period) }
            switch figure.outcome {
            case .value(let value, let bounds):
                td(.class("n").data("kop", words.value)) { unit.text(value, in: language) }
                td(.data("kop", words.roundingMargin)) {
                    bounds.map { words.range(Interval(lower: $0.lowerBound, upper: $0.upperBound, kind: .rounding), unit) } ?? "–"
                }
            case .missing(let count, let all): reason(words.partsMissing(count, of: all))
            case .unweighed(let count, let all): reason(words.partsUnweighed(count, of: all))
            case .refused(let why): reason(why[language])
            }
        }
    }

    private func reason(_ text: String) -> some HTML {
        td(.colspan(2).class("subtiel").data("kop", words.value)) { text }
    }

    @HTMLBuilder private var own: some HTML {
        if !tables.isEmpty {
            section(.class("sectie").id("eigen-cijfers")) {
                h2 { words.ownTitle }
                Each(tables) { table in
                    if table.has(place) {
                        OwnTableView(table, of: place, name: area.name[language], language: language)
                        p(.class("klein")) {
                            words.whyWithheld(table.revision.threshold) + " "
                            a(.href(OwnRoute.table(table.revision.key).address.url(in: language))) { table.revision.title[language] }
                        }
                    } else {
                        p { table.revision.title[language] + ": " + words.notInTable }
                    }
                }
            }
        }
    }

    private var made: some HTML {
        section(.class("sectie").id("buurten")) {
            h2 { words.madeOf }
            ul { Each(members) { member in li { a(.href(member.address(newest: newest).url(in: language))) { member.name } } } }
            p(.class("klein")) { "\(words.customVersion) \(area.version), \(words.madeOn.lowercased()) \(words.day(area.createdAt))." }
        }
    }

    private var download: some HTML {
        section(.class("sectie").id("meenemen")) {
            h2 { words.ownDownload }
            FileButtons(csv: OwnRoute.areaFile(area.key, .csv).address, json: OwnRoute.areaFile(area.key, .json).address, language: language)
            p { a(.href(OwnAPIRoute.area(area.key).address.url(in: language))) { words.ownAPI } }
            if !figures.editions.isEmpty { SourceList(editions: figures.editions, language: language) }
        }
    }
}
