import Core
import HTML
import People
import Web

/// Where people type the code.
struct LiveEnterPage: Component {
    let form: Form
    let token: FormToken
    let language: Language

    private var words: LiveWords { LiveWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: LiveRoute.enter.address, in: language, token: token) {
                TextField("code", LiveWords.both(\.code), hint: LiveWords.both(\.codeHint), autocomplete: "off", form: form, language: language)
                button(.type("submit").class("knop")) { words.enter }
            }
            p { words.noName }
        }
    }
}

/// All that is asked and chosen, as one browser sees it.
struct LiveView: Sendable {
    let session: LiveSession
    let title: String
    let questions: [LiveQuestion]
    let polls: [LivePoll]
    let isOpen: Bool
    /// Asked for by who has no script. Without boxes to type in, so that nothing typed is lost.
    let refreshes: Bool
    let now: Int64
}

/// The page of who takes part.
struct LivePage: Component {
    let view: LiveView
    let form: Form
    let token: FormToken
    let language: Language

    private var words: LiveWords { LiveWords(language) }
    private var code: AttendanceCode { view.session.code }
    private var here: PageAddress { LiveRoute.session(code).address }

    var body: some HTML {
        TextColumn(view.title, lead: view.isOpen ? words.noName : words.overLead, faults: ErrorSummary(form.errors, language: language)) {
            if !view.isOpen { Notice { p { words.over } } }
            div(frame) {
                section(.class("live-deel").id("peilingen")) {
                    Each(view.polls) { poll in
                        LivePollBlock(
                            poll: poll, address: view.isOpen && !view.refreshes ? LiveRoute.poll(code, poll.id).address : nil, form: form, token: token,
                            language: language)
                    }
                }
                section(.class("live-deel").id("vragen")) { list }
                if view.isOpen && !view.refreshes { asking }
            }
            refreshing
        }
    }

    private var frame: Attributes {
        let frame = Attributes.id("live")
        return view.isOpen && !view.refreshes ? frame.data("stroom", LiveRoute.stream(code).address.url(in: language)) : frame
    }

    private var list: some HTML {
        Group {
            h2 { words.questions }
            if view.questions.isEmpty { p { words.noQuestions } }
            ol(.class("live-vragen")) { Each(view.questions) { question in li { line(question) } } }
        }
    }

    @HTMLBuilder private func line(_ question: LiveQuestion) -> some HTML {
        p { question.body }
        if question.state == .answered { p { strong { question.answer.isEmpty ? words.answered : words.answered + ": " + question.answer } } }
        p(.class("hint")) { words.supports(question.supports) }
        if view.isOpen && !view.refreshes {
            PostForm(to: LiveRoute.support(code, question.id).address, in: language, token: token) {
                input(.type("hidden").name("steun").value(question.isMine ? "nee" : "ja"))
                button(.type("submit").class("knop licht")) { question.isMine ? words.unsupport : words.support }
            }
        }
    }

    private var asking: some HTML {
        PostForm(to: here, in: language, token: token) {
            TextField(
                "vraag", LiveWords.both(\.ask), kind: .paragraph(limit: LiveQuestion.limit), hint: LiveWords.both(\.askHint), form: form, language: language)
            button(.type("submit").class("knop")) { words.send }
        }
    }

    @HTMLBuilder private var refreshing: some HTML {
        p(.id("stand").aria("live", "polite")) { words.asOf(MeetingHours.clock(view.now, language)) }
        if view.isOpen {
            if view.refreshes {
                p {
                    words.refreshing + " "; a(.href(here.url(in: language))) { words.stop }
                }
            } else {
                p { a(.href(here.with(.init("ververs", "1")).url(in: language))) { words.refresh } }
            }
        }
    }
}

/// A poll: open with its boxes, closed with what came of it.
struct LivePollBlock: Component {
    let poll: LivePoll
    /// Where the answer goes; nil where there is none to give here.
    let address: PageAddress?
    let form: Form
    let token: FormToken
    let language: Language

    private var words: LiveWords { LiveWords(language) }

    var body: some HTML {
        h2 { words.poll + ": " + poll.question }
        if poll.isOpen, let address {
            if !poll.mine.isEmpty { p { words.kept } }
            PostForm(to: address, in: language, token: token) {
                boxes
                button(.type("submit").class("knop")) { words.keep }
            }
        } else if !poll.isOpen {
            p { words.pollClosed }
            result
        }
    }

    private var own: Form {
        form.errors.isEmpty ? Form(items: poll.mine.map { .init("keuze", poll.kind == .text ? $0.body : "\($0.number)") }) : form
    }

    @HTMLBuilder private var boxes: some HTML {
        if poll.kind == .text {
            TextField("keuze", LiveWords.both(\.yourWords), kind: .paragraph(limit: LivePoll.textLimit), form: own, language: language)
        } else {
            ChoiceField(
                "keuze", LiveWords.both(\.choose), kind: poll.kind == .multiple ? .any : .one, choices: choices, hint: hint, form: own, language: language)
        }
    }

    private var hint: Localized? {
        switch poll.kind {
        case .multiple: LiveWords.both(\.several)
        case .scale: LiveWords.both(\.scale)
        case .single, .text: nil
        }
    }

    private var titles: [String] { poll.kind == .scale ? (1...5).map { "\($0)" } : poll.options }

    private var choices: [Choice] { titles.enumerated().map { Choice("\($0.offset + 1)", Localized($0.element)) } }

    @HTMLBuilder private var result: some HTML {
        if let result = poll.result {
            p { words.people(result.people) }
            if poll.kind == .text {
                ul { Each(result.texts) { text in li { text } } }
            } else {
                div(.class("tabelkader")) {
                    table {
                        caption(.class("vh")) { poll.question }
                        thead {
                            tr {
                                th(.scope("col")) { words.option }; th(.scope("col")) { words.count }
                            }
                        }
                        tbody {
                            Each(titles.enumerated()) { index, title in
                                tr {
                                    th(.scope("row")) { title }; td { "\(result.counts[index + 1] ?? 0)" }
                                }
                            }
                        }
                    }
                }
            }
        } else {
            p { words.few }
        }
    }
}
