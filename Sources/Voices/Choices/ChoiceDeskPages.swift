import Core
import HTML
import People
import Web

/// The desk of choices: all of them, a new one, and one from a file.
struct ChoiceDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let choices: [SharedChoice]
    let faulty: ChoiceRoute?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ChoiceDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if !choices.isEmpty {
                ul {
                    Each(choices) { choice in
                        li {
                            a(.href(ChoiceRoute.edit(id, choice: choice.id).address.url(in: language))) { choice.facts.title }
                            ": " + words.name(choice)
                        }
                    }
                }
            }
            adding
            reading
        }
    }

    private var adding: some HTML {
        let own = faulty == .desk(id) ? form : Form(items: [])
        return section(.class("sectie")) {
            h2 { words.add }
            PostForm(to: ChoiceRoute.desk(id).address, in: language, token: token) {
                ChoiceField(ChoiceForm.kind, Words.both(\.kind), kind: .one, choices: Self.kinds, form: own, language: language)
                TextField(ChoiceForm.title, Words.both(\.name), form: own, language: language)
                TextField(ChoiceForm.words, Words.both(\.words), kind: .paragraph(limit: 2000), isRequired: false, form: own, language: language)
                TextField(
                    ChoiceForm.budget, Words.both(\.budget), kind: .whole, hint: Words.both(\.budgetHint), isRequired: false, form: own, language: language)
                ChoiceField(
                    ChoiceForm.fills, Words.both(\.fills), kind: .any, choices: [Choice("ja", Words.both(\.fillsYes))], isRequired: false, form: own,
                    language: language)
                button(.type("submit").class("knop")) { words.add }
            }
        }
    }

    private static let kinds = SharedChoice.Kind.allCases.map { kind in Choice(kind.rawValue, Words.both { $0.name(kind) }) }

    private var reading: some HTML {
        section(.class("sectie")) {
            h2 { words.read }
            p { words.readLead }
            PostForm(to: ChoiceRoute.read(id).address, in: language, token: token, takesFiles: true) {
                FileField(
                    ChoiceForm.file, Words.both(\.file), accept: [".pb"], form: faulty == .read(id) ? form : Form(items: []), language: language)
                button(.type("submit").class("knop licht")) { words.read }
            }
        }
    }
}

/// One choice at the desk: its projects, and opening, closing and counting it.
struct ChoiceEditPage: Component {
    let conversation: Conversation
    let areaName: String
    let choice: SharedChoice
    let sheets: (once: Int, differing: Int, counted: Int)
    let faulty: ChoiceRoute?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ChoiceDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: choice.facts.title, lead: words.name(choice), language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            section(.class("sectie")) {
                h2 { words.projects }
                if choice.projects.isEmpty { p { words.projectsNone } } else { ChoiceProjects(choice: choice, language: language) }
            }
            if choice.state == .draft { adding }
            if choice.state != .closed, !choice.open.isEmpty { withdrawing }
            if choice.state == .open { paper }
            step
            p { a(.href(ChoiceRoute.desk(id).address.url(in: language))) { words.title } }
        }
    }

    private var adding: some HTML {
        let route = ChoiceRoute.project(id, choice: choice.id), own = faulty == route ? form : Form(items: [])
        return section(.class("sectie")) {
            h2 { words.addProject }
            PostForm(to: route.address, in: language, token: token) {
                TextField(ChoiceForm.title, Words.both(\.project), form: own, language: language)
                TextField(ChoiceForm.words, Words.both(\.words), kind: .paragraph(limit: 2000), isRequired: false, form: own, language: language)
                if choice.facts.kind == .budget {
                    TextField(ChoiceForm.cost, Words.both(\.cost), kind: .whole, hint: Words.both(\.costHint), form: own, language: language)
                }
                button(.type("submit").class("knop")) { words.addProject }
            }
        }
    }

    private var withdrawing: some HTML {
        let route = ChoiceRoute.withdraw(id, choice: choice.id), own = faulty == route ? form : Form(items: [])
        let projects = choice.open.map { Choice(String($0.number), Localized("\($0.number). \($0.title)")) }
        return section(.class("sectie")) {
            h2 { words.withdraw }
            p { choice.state == .open ? words.withdrawLead : words.withdrawDraft }
            PostForm(to: route.address, in: language, token: token) {
                SelectField(ChoiceForm.project, Words.both(\.project), choices: projects, form: own, language: language)
                TextField(ChoiceForm.reason, Words.both(\.reason), isRequired: choice.state == .open, form: own, language: language)
                button(.type("submit").class("knop licht")) { words.withdraw }
            }
        }
    }

    private var paper: some HTML {
        section(.class("sectie")) {
            h2 { words.paper }
            p { words.paperLead }
            p { words.sheets(once: sheets.once, differing: sheets.differing, counted: sheets.counted) }
            p { a(.class("knop licht").href(ChoiceRoute.paper(id, choice: choice.id).address.url(in: language))) { words.paper } }
        }
    }

    @HTMLBuilder private var step: some HTML {
        switch choice.state {
        case .draft: stepping(ChoiceRoute.open(id, choice: choice.id), words.open, words.openLead)
        case .open: stepping(ChoiceRoute.close(id, choice: choice.id), words.close, words.closeLead)
        case .closed:
            if choice.outcome == nil {
                stepping(ChoiceRoute.close(id, choice: choice.id), words.count, words.countLead)
            } else {
                p { a(.href(ChoiceRoute.one(id, choice: choice.id).address.url(in: language))) { words.toOutcome } }
            }
        }
    }

    private func stepping(_ route: ChoiceRoute, _ name: String, _ lead: String) -> some HTML {
        section(.class("sectie")) {
            p { lead }
            PostForm(to: route.address, in: language, token: token) { button(.type("submit").class("knop")) { name } }
        }
    }
}

/// Typing ballots from paper: each counts once two people typed the same.
struct ChoicePaperPage: Component {
    let conversation: Conversation
    let areaName: String
    let choice: SharedChoice
    let done: String?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ChoiceDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.paper, lead: words.paperLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let done { div(.class("melding").role("status")) { p { done == "telt" ? words.sheetCounts : words.sheetWaits } } }
            ChoiceProjects(choice: choice, language: language)
            PostForm(to: ChoiceRoute.paper(conversation.id, choice: choice.id).address, in: language, token: token) {
                TextField(ChoiceForm.code, CodeWords.both(\.code), hint: CodeWords.both(\.codeHint), autocomplete: "off", form: form, language: language)
                TextField(
                    ChoiceForm.numbers, Words.both(\.numbers), hint: Words.both(\.numbersHint), autocomplete: "off", form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            p { a(.href(ChoiceRoute.edit(conversation.id, choice: choice.id).address.url(in: language))) { choice.facts.title } }
        }
    }
}
