import Core
import Credentials
import HTML
import People
import Web

/// For who leads: opening, answering, and polls.
struct LiveDeskPage: Component {
    let meeting: Meeting
    let session: LiveSession?
    let questions: [LiveQuestion]
    let polls: [LivePoll]
    let isOpen: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: LiveWords { LiveWords(language) }

    var body: some HTML {
        TextColumn(words.desk, lead: words.deskLead, faults: ErrorSummary(form.errors, language: language)) {
            p { strong { meeting.facts.title } }
            if let session, isOpen {
                h2 { words.codeIs(session.code.spaced) }
                p { a(.href(LiveRoute.screen(session.code).address.url(in: language))) { words.screen } }
                act("sluit", words.close)
                polling
            } else {
                act("open", session == nil ? words.open : words.openAgain)
            }
            Each(polls.filter { !$0.isOpen }) { poll in
                LivePollBlock(poll: poll, address: nil, form: Form(items: []), token: token, language: language)
            }
            h2 { words.questions }
            if questions.isEmpty { p { words.noQuestions } }
            Each(questions) { question in moderation(question) }
        }
    }

    private func act(_ what: String, _ title: String) -> some HTML {
        PostForm(to: LiveRoute.desk(meeting.id).address, in: language, token: token) {
            input(.type("hidden").name("doe").value(what))
            button(.type("submit").class("knop")) { title }
        }
    }

    @HTMLBuilder private var polling: some HTML {
        if let poll = polls.first(where: { $0.isOpen }) {
            h2 { words.poll + ": " + poll.question }
            PostForm(to: LiveRoute.deskPoll(meeting.id, poll.id).address, in: language, token: token) {
                button(.type("submit").class("knop")) { words.closePoll }
            }
        } else {
            h2 { words.newPoll }
            PostForm(to: LiveRoute.deskPolls(meeting.id).address, in: language, token: token) {
                TextField("peiling", LiveWords.both(\.pollQuestion), form: form, language: language)
                SelectField(
                    "soort", LiveWords.both(\.kind), choices: LivePoll.Kind.allCases.map { kind in Choice(kind.rawValue, LiveWords.both { $0.kind(kind) }) },
                    form: form, language: language)
                TextField(
                    "keuzes", LiveWords.both(\.options), kind: .paragraph(limit: 1200), hint: LiveWords.both(\.optionsHint), isRequired: false, form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.begin }
            }
        }
    }

    /// Fields of each question have names of their own, for their ids.
    private func moderation(_ question: LiveQuestion) -> some HTML {
        let id = question.id.description
        let now = Form(items: [
            .init("stand-\(id)", question.state.rawValue), .init("antwoord-\(id)", question.answer), .init("mee-\(id)", question.isTaken ? "ja" : ""),
        ])
        return Group {
            h3 { question.body }
            p(.class("hint")) { words.supports(question.supports) }
            PostForm(to: LiveRoute.deskQuestion(meeting.id, question.id).address, in: language, token: token) {
                SelectField(
                    "stand-\(id)", LiveWords.both(\.state),
                    choices: LiveQuestion.State.allCases.map { state in Choice(state.rawValue, LiveWords.both { $0.state(state) }) }, form: now,
                    language: language)
                TextField(
                    "antwoord-\(id)", LiveWords.both(\.answer), kind: .paragraph(limit: LiveQuestion.answerLimit), isRequired: false, form: now,
                    language: language)
                ChoiceField(
                    "mee-\(id)", LiveWords.both(\.take), kind: .any, choices: [Choice("ja", LiveWords.both(\.take))], isRequired: false, form: now,
                    language: language)
                button(.type("submit").class("knop licht")) { words.save }
            }
        }
    }
}

/// For the screen in the room: the code, the poll and the first questions.
struct LiveScreenPage: Component {
    let view: LiveView
    /// Of the site; nil where it does not know its own.
    let origin: String?
    let token: FormToken
    let language: Language

    private var words: LiveWords { LiveWords(language) }
    private var code: AttendanceCode { view.session.code }

    var body: some HTML {
        div(.class("wrap inhoud").id("live").data("stroom", LiveRoute.stream(code).address.url(in: language))) {
            h1 { view.title }
            p(.class("live-code")) { words.codeIs(code.spaced) }
            if let origin { p { words.goTo(origin + LiveRoute.enter.address.url(in: language)) } }
            picture
            section(.class("live-deel").id("peilingen")) {
                if let poll = view.polls.first { LivePollBlock(poll: poll, address: nil, form: Form(items: []), token: token, language: language) }
            }
            section(.class("live-deel").id("vragen")) {
                h2 { words.questions }
                ol { Each(view.questions.filter { $0.state == .open }.prefix(5)) { question in li { question.body } } }
            }
            p(.id("stand").aria("live", "polite")) { words.asOf(MeetingHours.clock(view.now, language)) }
        }
    }

    @HTMLBuilder private var picture: some HTML {
        if let origin, let picture = QRCode(origin + LiveRoute.session(code).address.url(in: language)) {
            svg(.class("qr").role("img").ariaLabel(words.picture).width(240).height(240).viewBox(0, 0, Double(picture.size), Double(picture.size))) {
                rect(.width(Double(picture.size)).height(Double(picture.size)).fill("#fff"))
                path(.d(picture.path).fill("#000"))
            }
        }
    }
}
