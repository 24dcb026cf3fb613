import Core
import HTML
import Web

/// What stands on a page of the form.
struct AnswerPageState {
    let view: CallView
    let step: Int
    var form: Form
    let seal: String
    let via: String
    /// Of the draft; nil on the first page before anything was kept.
    let token: String?
    let places: [AnswerPlace]
    /// To be said above the form; nil for nothing.
    var notice: String?
    /// `https://…` of the site; nil where it is not known.
    var origin: String?
}

/// One page of the form (INV-02, INV-15). Complete without script, without an account and without a cookie.
struct AnswerPage: Component {
    let state: AnswerPageState
    let language: Language

    private typealias Names = AnswerForm
    private var words: AnswerWords { AnswerWords(language) }
    private var call: Call { state.view.call }
    private var target: InventoryRoute {
        state.token.map { .draft($0, step: state.step) } ?? .answer(call.id, via: state.via == CallChannel.direct ? nil : state.via)
    }

    var body: some HTML {
        TextColumn(call.facts.title, lead: words.progress(state.step) + ". " + words.minutes, faults: ErrorSummary(state.form.errors, language: language)) {
            if let notice = state.notice { div(.class("melding let-op").role("status")) { p { notice } } }
            if state.step == 1 { AnswerPromise(facts: call.facts, language: language) }
            form(.action(target.address.url(in: language)).method("post").novalidate().id("antwoord").class("antwoord").data("oproep", draftName)) {
                carried
                h2 { state.step == 1 ? words.stepOne : words.stepTwo }
                if state.step == 1 { AnswerStepOne(state: state, language: language) } else { AnswerStepTwo(state: state, language: language) }
                buttons
            }
            p(.class("hint script-nodig").hidden()) { words.localNote }
            if let token = state.token { AnswerLater(token: token, step: state.step, form: state.form, origin: state.origin, language: language) }
        }
    }

    private var draftName: String { "\(call.id)-\(state.step)" }

    private var carried: some HTML {
        Group {
            input(.type("hidden").name(Names.seal).value(state.seal))
            input(.type("hidden").name(Names.via).value(state.via))
            TrapField(language: language)
        }
    }

    private var buttons: some HTML {
        div(.class("knoppen")) {
            if state.step < Names.steps {
                button(.type("submit").class("knop").name(Names.button).value("verder").id("verder")) { words.next }
            } else {
                button(.type("submit").class("knop").name(Names.button).value("inleveren").id("inleveren")) { words.handIn }
                button(.type("submit").class("knop licht").name(Names.button).value("terug")) { words.back }
            }
            button(.type("submit").class("knop licht").name(Names.button).value("bewaar")) { words.later }
            button(.type("submit").class("knop licht").name(Names.button).value("taal").lang(language == .nl ? "en" : "nl")) { words.other }
        }
    }
}

/// A form that acts for nobody: it needs no token and so no cookie.
struct OpenForm<Content: HTML>: Component {
    private let target: String
    private let content: Content

    init(to route: InventoryRoute, language: Language, @HTMLBuilder content: () -> Content) {
        target = route.address.url(in: language)
        self.content = content()
    }

    var body: some HTML { form(.action(target).method("post").novalidate()) { content } }
}

/// What is promised, above the form (D-11).
struct AnswerPromise: Component {
    let facts: Call.Facts
    let language: Language

    var body: some HTML {
        aside(.class("melding").ariaLabelledBy("belofte")) {
            h2(.id("belofte")) { AnswerWords(language).yourPromise }
            p {
                strong { facts.anonymity.name[language] + ". " }
                facts.anonymity.promise[language]
            }
        }
    }
}

private struct AnswerStepOne: Component {
    let state: AnswerPageState
    let language: Language

    private typealias Names = AnswerForm
    private typealias Words = AnswerWords
    private var facts: Call.Facts { state.view.facts }

    var body: some HTML {
        Group {
            if facts.rule(.role) != .absent {
                SelectField(
                    Names.role, PersonalField.role.title, choices: Self.roles, hint: PersonalField.role.readers(facts.anonymity),
                    isRequired: facts.rule(.role) == .required, form: state.form, language: language)
            }
            if facts.rule(.municipality) != .absent, !state.places.isEmpty {
                SelectField(
                    Names.municipality, PersonalField.municipality.title, choices: places, hint: PersonalField.municipality.readers(facts.anonymity),
                    isRequired: facts.rule(.municipality) == .required, form: state.form, language: language)
            }
            if let question = state.view.question(.issue) { issue(question) }
        }
    }

    private func issue(_ question: CallQuestion) -> some HTML {
        Group {
            TextField(
                Names.issue, question.prompt, kind: .paragraph(limit: 2000), hint: Words.both(\.plainHint), isRequired: question.isRequired,
                form: state.form, language: language)
            ChoiceField(Names.traits, Words.both(\.traits), kind: .any, choices: Self.traits, isRequired: false, form: state.form, language: language)
            details(.class("meer-vertellen")) {
                summary { Words(language).more }
                more(Names.why, \.why)
                more(Names.context, \.context)
                TextField(Names.place, Words.both(\.place), isRequired: false, form: state.form, language: language)
                more(Names.tried, \.tried)
            }
        }
    }

    private func more(_ name: String, _ label: KeyPath<AnswerWords, String>) -> TextField {
        TextField(
            name, Words.both { $0[keyPath: label] }, kind: .paragraph(limit: 2000), isRequired: false, form: state.form, language: language)
    }

    private var places: [Choice] {
        [Choice("", Words.both(\.chooseMunicipality))] + state.places.map { Choice($0.code.description, Localized($0.name)) }
    }

    private static let roles = [Choice("", Words.both(\.chooseRole))] + Contribution.roles.map { Choice($0.rawValue, $0.name) }
    private static let traits = [Choice("urgent", Words.both(\.urgent)), Choice("taai", Words.both(\.tough))]
}

private struct AnswerStepTwo: Component {
    let state: AnswerPageState
    let language: Language

    private typealias Names = AnswerForm
    private typealias Words = AnswerWords
    private var facts: Call.Facts { state.view.facts }

    var body: some HTML {
        Group {
            Each(state.view.questions.filter { $0.kind.step == 2 }) { question in asked(question) }
            ChoiceField(
                Names.quote, Words.both(\.quoting), kind: .any, choices: [Choice("ja", Words.both(\.quoteYes))], hint: Words.both(\.quoteHint),
                isRequired: false, form: state.form, language: language)
            if facts.rule(.name) != .absent {
                TextField(
                    Names.name, PersonalField.name.title, hint: PersonalField.name.readers(facts.anonymity), isRequired: facts.rule(.name) == .required,
                    autocomplete: "name", form: state.form, language: language)
            }
            if facts.rule(.mail) != .absent {
                TextField(
                    Names.mail, PersonalField.mail.title, kind: .email, hint: PersonalField.mail.readers(facts.anonymity),
                    isRequired: facts.rule(.mail) == .required, autocomplete: "email", form: state.form, language: language)
            }
        }
    }

    private func asked(_ question: CallQuestion) -> AnyHTML {
        switch question.kind {
        case .issue: AnyHTML(Empty())
        case .sources:
            AnyHTML(
                ChoiceField(
                    Names.sources, question.prompt, kind: .any, choices: Self.sources, isRequired: question.isRequired, form: state.form, language: language))
        case .learning: AnyHTML(learning(question))
        case .offer: AnyHTML(text(Names.offer, question))
        }
    }

    private func learning(_ question: CallQuestion) -> some HTML {
        Group {
            text(Names.learn, question)
            ChoiceField(Names.needs, Words.both(\.needs), kind: .any, choices: Self.needs, isRequired: false, form: state.form, language: language)
            TextField(Names.needWords, Words.both(\.needWords), isRequired: false, form: state.form, language: language)
        }
    }

    private func text(_ name: String, _ question: CallQuestion) -> TextField {
        TextField(
            name, question.prompt, kind: .paragraph(limit: 2000), hint: Words.both(\.plainHint), isRequired: question.isRequired, form: state.form,
            language: language)
    }

    private static let sources = KnowledgeSource.allCases.map { Choice($0.rawValue, $0.name) }
    private static let needs = KnowledgeNeed.Kind.allCases.map { Choice($0.rawValue, $0.name) }
}

/// The link with which one goes on later, and the small form that mails it.
private struct AnswerLater: Component {
    let token: String
    let step: Int
    let form: Form
    let origin: String?
    let language: Language

    private var words: AnswerWords { AnswerWords(language) }

    var body: some HTML {
        section(.class("sectie").id("later")) {
            h2 { words.laterTitle }
            p { words.laterLead }
            p(.class("adres")) {
                a(.href(InventoryRoute.draft(token).address.url(in: language))) { (origin ?? "") + InventoryRoute.draft(token).address.url(in: language) }
            }
            OpenForm(to: InventoryRoute.draftMail(token), language: language) {
                input(.type("hidden").name("stap").value(String(step)))
                TextField(
                    "mail-link", AnswerWords.both(\.yourMail), kind: .email, hint: AnswerWords.both(\.laterMailHint), autocomplete: "email", form: form,
                    language: language)
                button(.type("submit").class("knop licht")) { words.laterMail }
            }
            OpenForm(to: InventoryRoute.draftEnd(token), language: language) {
                button(.type("submit").class("knop licht")) { words.forget }
            }
        }
    }
}
