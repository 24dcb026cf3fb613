import Core
import Dutch
import HTML
import People
import Web

/// Lists that a form of cases offers.
enum CaseFields {
    static func sizes(_ none: Localized) -> [Choice] { [Choice("", none)] + PracticeCase.Size.allCases.map { Choice($0.rawValue, $0.name) } }
    static func urbanities(_ none: Localized) -> [Choice] { [Choice("", none)] + PracticeCase.Urbanity.allCases.map { Choice($0.rawValue, $0.name) } }
}

/// The form of a case or of a version of one.
struct CaseEditPage: Component {
    /// Nil for a new one.
    let one: PracticeCase?
    let choices: CaseForm.Choices
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CaseWords
    private var words: CaseWords { CaseWords(language) }
    private var isVersion: Bool { one?.original != nil }

    var body: some HTML {
        TextColumn(
            one?.title ?? words.add, lead: isVersion ? words.shareLead : words.addLead, faults: ErrorSummary(form.errors, language: language)
        ) {
            PostForm(to: (one.map { CaseRoute.edit($0.id) } ?? .new).address, in: language, token: token) {
                Each(PracticeCase.Field.allCases) { field in text(field) }
                wherever
                about
                if isVersion {
                    TextField(
                        "namen", Words.both(\.names), kind: .paragraph(limit: 2000), hint: Words.both(\.namesHint), isRequired: false, form: form,
                        language: language)
                }
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private func text(_ field: PracticeCase.Field) -> TextField {
        TextField(
            field.rawValue, Words.both { $0.field(field) }, kind: field == .title ? .line : .paragraph(limit: field.limit),
            hint: words.hint(field) == nil ? nil : Words.both { $0.hint(field) ?? "" }, isRequired: field.isRequired, form: form, language: language)
    }

    private var wherever: some HTML {
        Group {
            SelectField(
                "gemeente", Words.both(\.municipality), choices: [Choice("", Words.both(\.notNamed))] + choices.municipalities, isRequired: false, form: form,
                language: language)
            SelectField(
                "grootte", Words.both(\.size), choices: CaseFields.sizes(Words.both(\.unknown)), isRequired: false, form: form, language: language)
            SelectField(
                "stedelijk", Words.both(\.urbanity), choices: CaseFields.urbanities(Words.both(\.unknown)), isRequired: false, form: form, language: language)
        }
    }

    private var about: some HTML {
        Group {
            ChoiceField(
                "soort", Words.both(\.fit), kind: .one, choices: IntervisionMethod.Fit.allCases.map { Choice($0.rawValue, $0.name) }, form: form,
                language: language)
            ChoiceField("domein", Words.both(\.domains), kind: .any, choices: choices.domains, isRequired: false, form: form, language: language)
            SelectField(
                "voorbeeld", Words.both(\.inspired), choices: [Choice("", Words.both(\.nothing))] + choices.examples, isRequired: false, form: form,
                language: language)
            ChoiceField(
                "extern", Words.both(\.external), kind: .any, choices: [Choice("ja", Words.both(\.externalYes))], isRequired: false, form: form,
                language: language)
            TextField("bron", Words.both(\.source), isRequired: false, form: form, language: language)
            if one == nil {
                SelectField(
                    "groep", Words.both(\.group), choices: [Choice("", Words.both(\.noGroup))] + choices.groups, isRequired: false, form: form,
                    language: language)
            }
        }
    }
}

/// The check of a version: every mark in its place, and then the approval of who brought it.
struct CaseCheckPage: Component {
    struct Found: Sendable {
        let field: PracticeCase.Field
        let kind: PersonalDataCheck.Kind
        let before: String
        let text: String
        let after: String
    }

    let one: PracticeCase
    let found: [Found]
    /// Says which words the page shows.
    let digest: String
    let mayApprove: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CaseWords
    private var words: CaseWords { CaseWords(language) }

    var body: some HTML {
        TextColumn(words.check, lead: words.checkLead, faults: ErrorSummary(form.errors, language: language)) {
            p { strong { words.marks(found.count) } }
            if !found.isEmpty { marked }
            p { a(.href(CaseRoute.edit(one.id).address.url(in: language))) { words.edit } }
            CaseText(facts: one.facts, language: language)
            if one.state == .draft { looking }
            if one.state == .checked && mayApprove { approving }
            if one.state == .checked && !mayApprove { p { words.waitBringer } }
        }
    }

    private var marked: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.marksCaption)) {
            CaseMarkTable(found: found, language: language)
        }
    }

    private var looking: some HTML {
        PostForm(to: CaseRoute.check(one.id).address, in: language, token: token) {
            input(.type("hidden").name("woorden").value(digest))
            ChoiceField("bekeken", Words.both(\.check), kind: .any, choices: [Choice("ja", Words.both(\.lookedThrough))], form: form, language: language)
            button(.type("submit").name("doe").value("nagekeken").class("knop")) { words.save }
        }
    }

    private var approving: some HTML {
        section(.class("sectie").id("delen")) {
            h2 { words.approve }
            p { words.approveLead }
            PostForm(to: CaseRoute.check(one.id).address, in: language, token: token) {
                input(.type("hidden").name("woorden").value(digest))
                ChoiceField("anderen", Words.both(\.approval), kind: .any, choices: [Choice("ja", Words.both(\.consentOthers))], form: form, language: language)
                button(.type("submit").name("doe").value("delen").class("knop")) { words.approve }
            }
        }
    }
}

/// The marks, each with the words around it.
struct CaseMarkTable: Component {
    let found: [CaseCheckPage.Found]
    let language: Language

    private var words: CaseWords { CaseWords(language) }

    var body: some HTML {
        table {
            caption { words.marksCaption }
            ColumnHeads(words.text, words.why, words.place)
            tbody {
                Each(found) { one in
                    tr {
                        td {
                            one.before
                            mark { one.text }
                            one.after
                        }
                        td { words.kind(one.kind) }
                        td { words.field(one.field) }
                    }
                }
            }
        }
    }
}
