import Core
import HTML
import Measures
import People
import Web

/// The desk of votes on paper: printing, typing in, a second look, and how many there are.
struct SheetDeskPage: Component {
    let scene: SheetScene
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SheetWords
    private var words: Words { Words(language) }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            printing
            section(.class("sectie")) {
                h2 { words.entry }
                p { words.entryLead }
                p { a(.class("knop").href(SheetRoute.entry(id).address.url(in: language))) { words.entry } }
            }
            section(.class("sectie")) {
                h2 { words.check }
                p { words.checkLead(scene.count.due) }
                p { a(.class("knop licht").href(SheetRoute.check(id).address.url(in: language))) { words.check } }
            }
            counts
        }
    }

    private var printing: some HTML {
        section(.class("sectie")) {
            h2 { words.print }
            p { words.printLead }
            PostForm(to: SheetRoute.print(id).address, in: language, token: token) {
                TextField(SheetForm.amount, Words.both(\.amount), kind: .whole, hint: Words.both(\.amountHint), form: form, language: language)
                ChoiceField(SheetForm.size, Words.both(\.size), kind: .one, choices: Self.sizes, form: form, language: language)
                button(.type("submit").class("knop")) { words.print }
            }
        }
    }

    private static let sizes = [Choice(SheetForm.Size.normal.rawValue, Words.both(\.normal)), Choice(SheetForm.Size.large.rawValue, Words.both(\.large))]

    private var counts: some HTML {
        let count = scene.count
        let rows = [
            (words.sheets, String(count.sheets)), (words.rows, String(count.fields)), (words.unreadable, String(count.unreadable)),
            (words.checked, words.of(count.checked, count.due)), (words.errorRate, count.errorRate.map(words.percent) ?? "–"),
        ]
        return section(.class("sectie")) {
            h2 { words.counts }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.counts)) {
                table {
                    caption { words.counts }
                    ColumnHeads(words.what, words.number)
                    tbody {
                        Each(rows) { row in
                            tr {
                                th(.scope("row")) { row.0 }
                                td(.class("num")) { row.1 }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Sheets on paper: each for one person, with a code of its own, boxes for each statement and a strip to tear off.
struct SheetPrintPage: Component {
    let scene: SheetScene
    let issue: CodeIssue
    let size: SheetForm.Size
    /// Of the site: `https://buurt.example.nl`; nil where it is not set.
    let origin: String?
    let language: Language

    private var words: SheetWords { SheetWords(language) }

    var body: some HTML {
        TextColumn(words.print, lead: scene.conversation.facts.title) {
            Notice(.caution) { p { words.printOnce } }
            Each(issue.prints) { print in sheet(print) }
            p { a(.href(SheetRoute.desk(scene.conversation.id).address.url(in: language))) { words.title } }
        }
    }

    private func sheet(_ print: CodeBatch.Print) -> some HTML {
        let facts = scene.conversation.facts
        return section(.class("vel", "groot", when: size == .large)) {
            h2 { facts.title }
            p { facts.question }
            div(.class("velkop")) {
                div {
                    p { words.sheetCode }
                    p { strong { HTML::code { print.code.spaced } } }
                    p(.class("subtiel")) { words.sheetNumber(print.number, language.rawValue) }
                }
                CodePicture(code: print.code, origin: origin, language: language)
            }
            p { words.sheetUse }
            table {
                caption { words.sheetTable }
                ColumnHeads(words.statementHead, words.letter(.agree), words.letter(.disagree), words.letter(.pass))
                tbody { Each(scene.statements) { statement in row(statement) } }
            }
            p { words.sheetReturn(facts.contact, facts.lastDay.written) }
            div(.class("strook")) {
                p { words.stripLead }
                p { strong { words.stripWhere(VoteRoute.results(scene.conversation.id).address.url(in: language), origin) } }
            }
        }
    }

    private func row(_ statement: Statement) -> some HTML {
        tr {
            th(.scope("row")) {
                String(statement.number) + ". "
                span(.lang(statement.language).dir("auto")) { statement.words }
            }
            Each(Vote.Choice.allCases) { _ in td(.class("hokje")) { "☐" } }
        }
    }
}

/// Typing what stands on a sheet: the first time, or by a second person.
struct SheetTypingPage: Component {
    enum Turn: Sendable, Hashable {
        case entry
        case check
    }

    let scene: SheetScene
    let turn: Turn
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SheetWords
    private var words: Words { Words(language) }
    private var id: Identifier { scene.conversation.id }
    private var route: SheetRoute { turn == .entry ? .entry(id) : .check(id) }

    var body: some HTML {
        let title = turn == .entry ? words.entry : words.check
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: title, lead: words.typeLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { turn == .entry ? words.entered : words.same } } }
            if scene.statements.isEmpty { p { words.noStatements } } else { typing }
            p { a(.href(SheetRoute.desk(id).address.url(in: language))) { words.title } }
        }
    }

    private var typing: some HTML {
        PostForm(to: route.address, in: language, token: token) {
            TextField(SheetForm.code, CodeWords.both(\.code), hint: CodeWords.both(\.codeHint), autocomplete: "off", form: form, language: language)
            p { words.letters }
            Each(scene.statements) { statement in
                TextField(
                    SheetForm.row(statement.number), Localized("\(statement.number). \(statement.words)"), isRequired: false, autocomplete: "off", form: form,
                    language: language)
            }
            button(.type("submit").class("knop")) { words.save }
        }
    }
}

/// Where two people typed the same sheet differently: they look at the paper and decide.
struct SheetSettlePage: Component {
    let scene: SheetScene
    let differences: [SheetDifference]
    /// The code, hidden.
    let proof: String
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SheetWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.settle, lead: words.settleLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            p { words.letters }
            PostForm(to: SheetRoute.settle(scene.conversation.id).address, in: language, token: token) {
                input(.type("hidden").name(SheetForm.proof).value(proof))
                Each(differences) { difference in field(difference) }
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private func field(_ one: SheetDifference) -> some HTML {
        let text = scene.statements.first { $0.number == one.statement }?.words ?? ""
        return TextField(
            SheetForm.row(one.statement), Localized("\(one.statement). \(text)"), hint: Words.both { $0.difference(one) }, isRequired: false,
            autocomplete: "off", form: form, language: language)
    }
}
