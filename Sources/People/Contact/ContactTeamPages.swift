import Core
import HTML
import Mail
import Web

/// A question with the names that belong to it.
struct ContactQuestionView {
    let message: ContactMessage
    /// What it is about; nil where that is no more.
    let place: ContactPlace?
    /// Who took it up.
    let takenBy: String?
    /// The name of the site.
    let site: String

    var about: String { place?.name ?? site }

    func with(_ words: ContactWords) -> String {
        guard let point = message.point else { return words.administrators }
        return place?.point(point)?.details.name ?? words.unknownPoint
    }
}

/// The questions that someone may answer.
struct ContactQuestionsPage: Component {
    let questions: [ContactQuestionView]
    let filter: ContactFilter
    /// There may be more after the second factor.
    let needsStep: Bool
    let now: Int64
    let language: Language

    private var words: ContactWords { ContactWords(language) }

    var body: some HTML {
        TextColumn(words.questions, lead: words.questionsLead) {
            if needsStep {
                Notice(.caution) { p { a(.href(PeopleRoute.secondStep(back: "/vragen").address.url(in: language))) { words.stepNeeded } } }
            }
            nav(.ariaLabel(words.state)) {
                ul(.class("tags")) {
                    Each(ContactFilter.allCases) { one in
                        li {
                            a(.class("tag").href(ContactRoute.questions(one).address.url(in: language)).ariaCurrent(one == filter ? "page" : nil)) {
                                one.name[language]
                            }
                        }
                    }
                }
            }
            if questions.isEmpty { p { words.noQuestions } } else { list }
        }
    }

    private var list: some HTML {
        table(.class("stapel")) {
            caption(.class("vh")) { words.questions }
            ColumnHeads(words.subject, words.topic, words.goesTo, words.state, words.answerBefore)
            tbody { Each(questions) { question in row(question) } }
        }
    }

    private func row(_ question: ContactQuestionView) -> some HTML {
        let message = question.message
        return tr {
            th(.scope("row")) { a(.href(ContactRoute.question(message.id).address.url(in: language)).dir("auto")) { message.draft.subject } }
            td(.data("kop", words.topic)) { question.about }
            td(.data("kop", words.goesTo)) { question.with(words) }
            td(.data("kop", words.state)) { ContactStateTags(message: message, now: now, language: language) }
            td(.data("kop", words.answerBefore)) { words.day(message.promisedAt) }
        }
    }
}

/// How far a question is, in labels.
private struct ContactStateTags: Component {
    let message: ContactMessage
    let now: Int64
    let language: Language

    var body: some HTML {
        span(.class("tag", message.state.isDone ? "goed" : "info", when: message.state != .new)) { message.state.name[language] }
        if message.isLate(at: now) {
            " "
            span(.class("tag let-op")) { ContactWords(language).late }
        }
        if !message.doubts.isEmpty {
            " "
            span(.class("tag")) { ContactWords(language).maybeAdvertising }
        }
    }
}

/// One question with what can be done with it.
struct ContactQuestionPage: Component {
    let question: ContactQuestionView
    let form: Form
    let token: FormToken
    let now: Int64
    let language: Language

    private typealias Words = ContactWords
    private var words: Words { Words(language) }
    private var message: ContactMessage { question.message }
    private var draft: ContactDraft { message.draft }

    var body: some HTML {
        TextColumn(draft.subject, lead: words.sent(AccountWords(language).time(message.sentAt)), faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(ContactRoute.questions().address.url(in: language))) { words.questions } }
            p { ContactStateTags(message: message, now: now, language: language) }
            facts
            blockquote(.class("citaat").dir("auto")) { Paragraphs(draft.body) }
            p { a(.class("knop").href(Self.answerLink(draft))) { words.answerByMail } }
            section(.class("sectie").id("stand")) {
                h2 { words.howFar }
                div(.class("knoppen")) { Each(steps) { step in button(step) } }
            }
            if !message.state.isDone && !others.isEmpty {
                section(.class("sectie").id("doorgeven")) {
                    h2 { words.passTitle }
                    PostForm(to: ContactRoute.question(message.id).address, in: language, token: token) {
                        SelectField("naar", Words.both(\.passTo), choices: others, form: form, language: language)
                        HTML::button(.type("submit").class("knop licht").name("besluit").value("geef-door")) { words.pass }
                    }
                }
            }
            p { a(.href(ContactRoute.questionErasure(message.id).address.url(in: language))) { words.erase } }
        }
    }

    private var facts: some HTML {
        let rows: [(String, String)] = [
            (words.from, draft.name), (words.mail, draft.mail.description), (words.phone, draft.phone ?? ""),
            (words.topic, "\(question.about), \(draft.topic.name[language].lowercased())"), (words.goesTo, question.with(words)),
            (words.takenBy, question.takenBy ?? ""), (words.answerBefore, words.day(message.promisedAt)),
        ].filter { !$0.1.isEmpty }
        return dl(.class("vraagfeiten")) {
            Each(rows) { row in
                div {
                    dt { row.0 }
                    dd(.dir("auto")) { row.1 }
                }
            }
        }
    }

    /// The person's own mail program writes the answer.
    private static func answerLink(_ draft: ContactDraft) -> String {
        "mailto:\(draft.mail)?" + PageAddress("x", query: [.init("subject", "Re: " + draft.subject)]).url(in: .nl).dropFirst(3).replacing("+", with: "%20")
    }

    private var steps: [ContactStore.Step] { message.state.isDone ? [.reopen] : message.takenAt == nil ? [.take, .answer, .close] : [.answer, .close] }

    private func button(_ step: ContactStore.Step) -> some HTML {
        PostForm(to: ContactRoute.question(message.id).address, in: language, token: token) {
            HTML::button(.type("submit").class("knop licht").name("besluit").value(step.rawValue)) { words.step(step) }
        }
    }

    private var others: [Choice] {
        guard let place = question.place else { return [] }
        return (place.points + place.desk).filter { $0.details.mail != nil && $0.id != message.point }.map { point in
            Choice(
                point.id.description,
                Localized(
                    nl: "\(point.details.name) (\(point.details.kind.name.nl.lowercased()))",
                    en: "\(point.details.name) (\(point.details.kind.name.en.lowercased()))"))
        }
    }
}

/// Asks whether a question may go for good.
struct ContactErasurePage: Component {
    let message: ContactMessage
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ContactWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.erase, lead: words.eraseLead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: ContactRoute.questionErasure(message.id).address, in: language, token: token) {
                ChoiceField("zeker", Words.both(\.eraseSure), kind: .any, choices: [Choice("ja", Words.both(\.eraseYes))], form: form, language: language)
                button(.type("submit").class("knop")) { words.erase }
            }
            p { a(.href(ContactRoute.question(message.id).address.url(in: language))) { words.questions } }
        }
    }
}

/// Whom to ask at this installation, for its administrators.
struct ContactAdministrationPage: Component {
    let points: [ContactPoint]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ContactWords { ContactWords(language) }

    var body: some HTML {
        TextColumn(words.administration, lead: words.administrationLead, faults: ErrorSummary(form.errors, language: language)) {
            ContactPointEditing(
                points: points, add: ContactRoute.administration.address, remove: { ContactRoute.pointRemoval($0).address }, form: form, token: token,
                language: language)
            p { a(.href(ContactRoute.site().address.url(in: language))) { words.title } }
        }
    }
}
