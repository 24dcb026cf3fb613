import Core
import HTML
import People
import Web

/// What the report needs to be written.
struct DemandState {
    let view: CallView
    let report: DemandReport
    let desk: Workbench
    let terms: IssueTerms
}

/// What is asked for, by theme, role and municipality, for who makes the programme (INV-11).
struct DemandPage: Component {
    let state: DemandState
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }
    private var report: DemandReport { state.report }

    var body: some HTML {
        TextColumn(words.report, lead: words.reportLead) {
            p { a(.href(CallDeskRoute.call(state.view.id).address.url(in: language))) { state.view.facts.title } }
            p { "\(words.answers): \(report.answers). \(words.ofWhichLate): \(report.late)." }
            missed
            themes
            places
            DemandTable(heading: words.byRole, rows: report.roles.map { ($0.role.name[language], $0.count) }, language: language)
            DemandTable(heading: words.byNeed, rows: KnowledgeNeed.Kind.allCases.map { ($0.name[language], report.needs[$0] ?? 0) }, language: language)
            DemandTable(heading: words.bySource, rows: report.sources.map { ($0.source.name[language], $0.count) }, language: language)
            rounds
        }
    }

    @HTMLBuilder private var missed: some HTML {
        if !report.missed.isEmpty {
            Notice(.caution) {
                h2 { words.missedTitle }
                ul { Each(report.missed) { line in li { words.missed(line.role.name[language], line.count) } } }
            }
        }
    }

    private var themes: some HTML {
        section(.class("sectie").id("themas")) {
            h2 { words.byTheme }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.byTheme)) {
                table {
                    caption(.class("vh")) { words.byTheme }
                    ColumnHeads(words.theme, words.givers, words.byRole, words.byPlace, words.issues)
                    tbody { Each(report.themes) { line in tr { theme(line) } } }
                }
            }
        }
    }

    private func theme(_ line: DemandReport.ThemeLine) -> some HTML {
        Group {
            th(.scope("row")) { line.theme.map { state.terms.name($0, language) } ?? words.noTheme }
            td { String(line.givers) }
            td { Self.list(line.roles.map { ($0.key.name[language], $0.value) }) }
            td { Self.list(line.places.map { ($0.key.name, $0.value) }) }
            td { line.issues.map(\.title).joined(separator: ", ") }
        }
    }

    private static func list(_ counts: [(String, Int)]) -> String {
        counts.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private var places: some HTML {
        section(.class("sectie").id("gemeenten")) {
            h2 { words.byPlace }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.byPlace)) {
                table {
                    caption(.class("vh")) { words.byPlace }
                    ColumnHeads(CallWords(language).municipality, words.answers, words.urgent, words.toughs)
                    tbody { Each(report.places) { line in tr { place(line) } } }
                }
            }
        }
    }

    private func place(_ line: DemandReport.PlaceLine) -> some HTML {
        Group {
            th(.scope("row")) { line.place.name }
            td { String(line.answers) }
            td { String(line.urgent) }
            td { String(line.tough) }
        }
    }

    private var rounds: some HTML {
        section(.class("sectie").id("rondes")) {
            h2 { words.perRound }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.perRound)) {
                table {
                    caption(.class("vh")) { words.perRound }
                    thead {
                        tr {
                            th(.scope("col")) { words.issue }
                            Each(state.view.rounds) { round in th(.scope("col")) { CallWords(language).round(round.number) } }
                        }
                    }
                    tbody {
                        Each(state.desk.issues) { issue in
                            tr {
                                th(.scope("row")) { issue.title }
                                Each(state.view.rounds) { round in td { String(state.desk.givers(of: issue.id, in: [round.id]).count) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Names with numbers.
private struct DemandTable: Component {
    let heading: String
    let rows: [(String, Int)]
    let language: Language

    var body: some HTML {
        section(.class("sectie")) {
            h2 { heading }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(heading)) {
                table {
                    caption(.class("vh")) { heading }
                    ColumnHeads(heading, CallDeskWords(language).givers)
                    tbody {
                        Each(rows) { row in
                            tr {
                                th(.scope("row")) { row.0 }
                                td { String(row.1) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the page for answers on paper holds.
struct PaperState {
    let view: CallView
    var taken: Int?
    var form = Form(items: [])
    var faults: [Diagnostic] = []
}

/// Answers on paper, typed over in a spreadsheet: all rows or none.
struct PaperPage: Component {
    let state: PaperState
    let token: FormToken
    let now: Int64
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        TextColumn(words.paperTitle, lead: words.paperLead, faults: ErrorSummary(state.form.errors, language: language)) {
            if let taken = state.taken { div(.class("melding").role("status")) { p { words.takenIn(taken) } } }
            if !state.faults.isEmpty { faults }
            p {
                words.paperColumns + " "
                code { PaperImport.Column.allCases.map(\.rawValue).joined(separator: ", ") }
            }
            PostForm(to: CallDeskRoute.paper(state.view.id).address, in: language, token: token) {
                SelectField("ronde", CallDeskWords.both(\.whichRound), choices: rounds, form: state.form, language: language)
                TextField("regels", CallDeskWords.both(\.rows), kind: .paragraph(limit: 1_000_000), form: state.form, language: language)
                button(.type("submit").class("knop")) { words.takeIn }
            }
        }
    }

    private var rounds: [Choice] {
        [Choice("", CallDeskWords.both(\.whichRound))]
            + state.view.shown.filter { !$0.isPublished && $0.start <= now }.map { round in
                Choice(round.id.description, CallWords.both { $0.round(round.number) })
            }
    }

    private var faults: some HTML {
        div(.class("tabelvak").id("fouten-regels")) {
            table {
                caption { words.faultsTitle }
                ColumnHeads(words.faultRow, words.faultColumn, words.faultValue, words.faultReason)
                tbody { Each(state.faults.prefix(200)) { fault in tr { cells(fault) } } }
            }
        }
    }

    private func cells(_ fault: Diagnostic) -> some HTML {
        Group {
            td { fault.row.map { String($0) } ?? "–" }
            td { fault.column ?? "–" }
            td { fault.value ?? "–" }
            td { fault.reason[language] }
        }
    }
}

/// Who joined, and the tips that came in: drafts with the tipster as their source.
struct CallPeoplePage: Component {
    let view: CallView
    let joins: [NetworkJoin]
    let tips: [PracticeTip]
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        TextColumn(words.people) {
            p { a(.href(CallDeskRoute.call(view.id).address.url(in: language))) { view.facts.title } }
            section(.class("sectie")) {
                h2 { words.joined }
                if joins.isEmpty { p { words.noJoins } }
                ul { Each(joins) { join in li { join.name + ", " + join.mail } } }
            }
            section(.class("sectie").id("tips")) {
                h2 { words.tips }
                if tips.isEmpty { p { words.noTips } }
                Each(tips) { tip in article(.class("stuk")) { one(tip) } }
            }
        }
    }

    private func one(_ tip: PracticeTip) -> some HTML {
        Group {
            h3 {
                tip.title
                " "
                span(.class("tag")) { words.draft }
            }
            Paragraphs(tip.words)
            if !tip.link.isEmpty { p { a(.href(tip.link).rel("nofollow")) { tip.link } } }
            p(.class("subtiel")) {
                ([tip.name.map(words.tipFrom) ?? words.tipUnknown, tip.mail] as [String?]).compactMap { $0 }.joined(separator: ", ")
            }
        }
    }
}
