import Core
import HTML
import People
import Web

/// What the desk of codes shows.
struct CodeDeskState: Sendable {
    let conversation: Conversation
    let areaName: String
    let batches: [CodeBatch]
    let account: BallotProtocol
    let isOver: Bool
    let isDone: Bool
    /// Which form has the words of ``form``; the others are empty.
    let faulty: CodeRoute?
    let form: Form

    func form(_ route: CodeRoute) -> Form { faulty == route ? form : Form(items: []) }
}

/// Handing out codes, writing down what became of them, and their account.
struct CodeDeskPage: Component {
    let state: CodeDeskState
    let token: FormToken
    let language: Language

    private var words: CodeDeskWords { CodeDeskWords(language) }
    private var isClosed: Bool { state.account.closedAt != nil }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(state.conversation, areaName: state.areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(state.form.errors, language: language)
        ) {
            if state.isDone { div(.class("melding").role("status")) { p { words.done } } }
            list
            if !isClosed {
                CodeIssueSection(state: state, token: token, language: language)
                if !state.batches.isEmpty { CodeMarkSection(state: state, token: token, language: language) }
            }
            CodeAccountSection(state: state, token: token, language: language)
        }
    }

    private var list: some HTML {
        section(.class("sectie").id("lijst")) {
            h2 { words.batches }
            if state.batches.isEmpty {
                p { words.none }
            } else {
                div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.batches)) {
                    table {
                        caption { words.batches }
                        ColumnHeads(words.purpose, CodeWords(language).number, words.day, words.note)
                        tbody { Each(state.batches) { batch in row(batch) } }
                    }
                }
            }
        }
    }

    private func row(_ batch: CodeBatch) -> some HTML {
        tr {
            th(.scope("row")) { words.name(batch.purpose) }
            td(.class("num")) { String(batch.amount) }
            td { words.date(batch.issuedAt) }
            td { batch.note }
        }
    }
}

/// The form to hand out codes.
struct CodeIssueSection: Component {
    let state: CodeDeskState
    let token: FormToken
    let language: Language

    private typealias Words = CodeDeskWords
    private var words: Words { Words(language) }
    private var route: CodeRoute { .issue(state.conversation.id) }
    private var form: Form { state.form(route) }

    var body: some HTML {
        section(.class("sectie").id("uitgeven")) {
            h2 { words.issue }
            p { words.issueLead }
            PostForm(to: route.address, in: language, token: token) {
                ChoiceField(CodeForm.purpose, Words.both(\.purpose), kind: .one, choices: Self.purposes, form: form, language: language)
                TextField(CodeForm.amount, Words.both(\.amount), kind: .whole, hint: Words.both(\.amountHint), form: form, language: language)
                TextField(CodeForm.note, Words.both(\.note), hint: Words.both(\.noteHint), isRequired: false, form: form, language: language)
                ChoiceField(CodeForm.kind, Words.both(\.form), kind: .one, choices: Self.kinds, form: form, language: language)
                button(.type("submit").class("knop")) { words.issue }
            }
        }
    }

    private static let purposes = CodeBatch.Purpose.allCases.map { purpose in Choice(purpose.rawValue, Words.both { $0.name(purpose) }) }
    private static let kinds = [
        Choice(CodeForm.Kind.file.rawValue, Words.both(\.asFile)), Choice(CodeForm.Kind.cards.rawValue, Words.both(\.asCards)),
    ]
}

/// What became of codes: came back, void, replaced, on paper. One form for each, with names of its own.
struct CodeMarkSection: Component {
    let state: CodeDeskState
    let token: FormToken
    let language: Language

    private typealias Words = CodeDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { state.conversation.id }

    var body: some HTML {
        section(.class("sectie").id("papier")) {
            h2 { words.paper }
            p { words.paperLead }
            PostForm(to: CodeRoute.paper(id).address, in: language, token: token) {
                TextField(
                    CodeForm.sheet, CodeWords.both(\.code), hint: CodeWords.both(\.codeHint), autocomplete: "off", form: state.form(.paper(id)),
                    language: language)
                button(.type("submit").class("knop")) { words.paperSave }
            }
        }
        details(.class("sectie").open(state.faulty == .mark(id))) {
            summary { words.mark }
            PostForm(to: CodeRoute.mark(id).address, in: language, token: token) { marking(state.form(.mark(id))) }
        }
        details(.class("sectie").open(state.faulty == .replace(id))) {
            summary { words.replace }
            p { words.replaceLead }
            PostForm(to: CodeRoute.replace(id).address, in: language, token: token) {
                // The same choice stands in the form above: on a page an id is there once.
                SelectField(
                    CodeForm.oldBatch, Words.both(\.batch), choices: batches, form: state.form(.replace(id)), language: language)
                TextField(CodeForm.number, Words.both(\.number), kind: .whole, form: state.form(.replace(id)), language: language)
                button(.type("submit").class("knop licht")) { words.replace }
            }
        }
    }

    private func marking(_ form: Form) -> some HTML {
        Group {
            SelectField(CodeForm.batch, Words.both(\.batch), choices: batches, form: form, language: language)
            TextField(CodeForm.numbers, Words.both(\.numbers), hint: Words.both(\.numbersHint), form: form, language: language)
            ChoiceField(CodeForm.state, Words.both(\.state), kind: .one, choices: Self.states, form: form, language: language)
            TextField(CodeForm.reason, Words.both(\.reason), isRequired: false, form: form, language: language)
            button(.type("submit").class("knop licht")) { words.save }
        }
    }

    private var batches: [Choice] {
        state.batches.map { batch in
            Choice(
                batch.id.description,
                Words.both { "\($0.name(batch.purpose)), \($0.date(batch.issuedAt))" + (batch.note.isEmpty ? "" : ", " + batch.note) })
        }
    }

    private static let states = CodeForm.marks.map { state in Choice(state.rawValue, CodeWords.both { $0.name(state) }) }
}

/// The account with all numbers, for who leads the conversation.
struct CodeAccountSection: Component {
    let state: CodeDeskState
    let token: FormToken
    let language: Language

    private var words: CodeDeskWords { CodeDeskWords(language) }
    private var shared: CodeWords { CodeWords(language) }
    private var account: BallotProtocol { state.account }

    var body: some HTML {
        section(.class("sectie").id("telling")) {
            h2 { words.account }
            if !account.lines.isEmpty { counts }
            p { account.fits ? words.fits : words.fitsNot }
            if let closedAt = account.closedAt {
                p { shared.accountClosed(shared.date(closedAt)) }
            } else if state.isOver {
                p { words.closeLead }
                PostForm(to: CodeRoute.close(state.conversation.id).address, in: language, token: token) {
                    button(.type("submit").class("knop")) { words.close }
                }
            } else {
                p { words.closeLater }
            }
        }
    }

    private var counts: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.account)) {
            table {
                caption { words.account }
                thead {
                    tr {
                        th(.scope("col")) { shared.what }
                        th(.scope("col")) { shared.issued }
                        Each(CodeBatch.State.allCases) { state in th(.scope("col")) { shared.name(state) } }
                    }
                }
                tbody { Each(account.lines) { line in row(line) } }
            }
        }
    }

    private func row(_ line: BallotProtocol.Line) -> some HTML {
        tr {
            th(.scope("row")) { words.name(line.purpose) }
            td(.class("num")) { String(line.issued) }
            Each(CodeBatch.State.allCases) { state in td(.class("num")) { String(line.count(state)) } }
        }
    }
}
