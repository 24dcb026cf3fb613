import Core
import HTML
import People
import Web

/// The calls that someone organises, and the form to begin one.
struct CallDeskListPage: Component {
    let views: [CallView]
    let places: [Choice]
    let form: Form
    let token: FormToken
    let now: Int64
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            if views.isEmpty { p { words.none } }
            ul {
                Each(views) { view in
                    li {
                        a(.href(CallDeskRoute.call(view.id).address.url(in: language))) { view.facts.title }
                        " "
                        CallTag(state: view.state(at: now), language: language)
                    }
                }
            }
            section(.class("sectie")) {
                h2 { words.add }
                PostForm(to: CallDeskRoute.list.address, in: language, token: token) {
                    SelectField("programma", CallDeskWords.both(\.programme), choices: places, form: form, language: language)
                    CallFactsFields(form: form, isFixed: false, language: language)
                    button(.type("submit").class("knop")) { words.add }
                }
            }
        }
    }
}

/// The fields of a call; those that were promised are only shown.
struct CallFactsFields: Component {
    let form: Form
    let isFixed: Bool
    let language: Language

    private typealias Words = CallDeskWords

    var body: some HTML {
        Group {
            TextField("titel", Words.both(\.callTitle), form: form, language: language)
            TextField("doel", Words.both(\.goal), kind: .paragraph(limit: 4000), hint: Words.both(\.goalHint), form: form, language: language)
            TextField("wie", Words.both(\.contact), hint: Words.both(\.contactHint), form: form, language: language)
            if !isFixed { promised }
        }
    }

    private var promised: some HTML {
        Group {
            ChoiceField(
                "belofte", Words.both(\.anonymity), kind: .one, choices: Self.promises, hint: Words.both(\.anonymityHint), form: form, language: language)
            Each(PersonalField.allCases) { field in
                SelectField("veld-" + field.rawValue, Words.both { $0.field(field) }, choices: Self.rules, form: form, language: language)
            }
        }
    }

    private static let promises = Anonymity.allCases.map { Choice($0.rawValue, $0.name, hint: $0.promise) }
    private static let rules = FieldRule.allCases.map { Choice($0.rawValue, $0.name) }
}

/// What a call's own desk shows.
struct CallDeskState {
    let view: CallView
    let counts: [ChannelCount]
    let sets: [QuestionSet]
    var facts: Form
    var round = Form(items: [])
    var channel = Form(items: [])
    var keep = Form(items: [])
    /// `https://…` of the site; nil where it is not known.
    let origin: String?

    /// The first form with a fault: its faults stand above the page.
    var faulty: Form { [facts, round, channel, keep].first { !$0.errors.isEmpty } ?? facts }
}

/// One call: what it says, its questions, rounds and channels.
struct CallDeskPage: Component {
    let state: CallDeskState
    let token: FormToken
    let now: Int64
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }
    private var view: CallView { state.view }
    private var isFixed: Bool { view.call.promisedAt != nil }

    var body: some HTML {
        TextColumn(view.facts.title, faults: ErrorSummary(state.faulty.errors, language: language)) {
            links
            CallRoundsSection(state: state, token: token, now: now, language: language)
            CallChannelsSection(state: state, token: token, language: language)
            section(.class("sectie").id("over")) {
                h2 { words.about }
                if isFixed { Notice { p { words.fixed } } }
                PostForm(to: CallDeskRoute.call(view.id).address, in: language, token: token) {
                    CallFactsFields(form: state.facts, isFixed: isFixed, language: language)
                    if !isFixed { CallQuestionFields(form: state.facts, language: language) }
                    button(.type("submit").class("knop")) { words.save }
                }
            }
            CallSetsSection(state: state, token: token, isFixed: isFixed, language: language)
        }
    }

    private var links: some HTML {
        ul(.class("kaal")) {
            if view.isPublic { li { a(.href(InventoryRoute.call(view.id).address.url(in: language))) { words.page } } }
            li { a(.href(CallDeskRoute.workbench(view.id).address.url(in: language))) { words.toWorkbench } }
            li { a(.href(CallDeskRoute.report(view.id).address.url(in: language))) { words.toReport } }
            li { a(.href(CallDeskRoute.paper(view.id).address.url(in: language))) { words.toPaper } }
            li { a(.href(CallDeskRoute.people(view.id).address.url(in: language))) { words.toPeople } }
            Each(AnswerEntry.Kind.allCases) { kind in
                li { a(.href(CallDeskRoute.file(view.id, kind).address.url(in: language))) { kind.name[language] + " (CSV)" } }
            }
        }
    }
}

/// Each question in both languages.
private struct CallQuestionFields: Component {
    let form: Form
    let language: Language

    var body: some HTML {
        Group {
            h3 { CallDeskWords(language).questions }
            p { CallDeskWords(language).questionsLead }
            Each(CallQuestion.Kind.allCases) { kind in
                TextField("nl-" + kind.rawValue, CallDeskWords(language).asked(kind, .nl), isRequired: false, form: form, language: language)
                TextField("en-" + kind.rawValue, CallDeskWords(language).asked(kind, .en), isRequired: false, form: form, language: language)
            }
            ChoiceField("moet", CallDeskWords.both(\.mustAnswer), kind: .any, choices: Self.kinds, isRequired: false, form: form, language: language)
        }
    }

    private static let kinds = CallQuestion.Kind.allCases.map { Choice($0.rawValue, $0.name) }
}

/// Questions that can be used again.
private struct CallSetsSection: Component {
    let state: CallDeskState
    let token: FormToken
    let isFixed: Bool
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        section(.class("sectie").id("vragen")) {
            h2 { words.keepSet }
            PostForm(to: CallDeskRoute.questions(state.view.id).address, in: language, token: token) {
                TextField("set-naam", CallDeskWords.both(\.setName), form: state.keep, language: language)
                button(.type("submit").class("knop licht").name("doe").value("bewaar")) { words.keepSet }
            }
            if !isFixed {
                PostForm(to: CallDeskRoute.questions(state.view.id).address, in: language, token: token) {
                    SelectField("set", CallDeskWords.both(\.useSet), choices: choices, form: state.keep, language: language)
                    button(.type("submit").class("knop licht").name("doe").value("gebruik")) { words.useSet }
                }
            }
        }
    }

    private var choices: [Choice] {
        [Choice("", CallDeskWords.both(\.usualSet))] + state.sets.map { Choice($0.id.description, Localized($0.name)) }
    }
}

/// The rounds with the step that each can take now.
private struct CallRoundsSection: Component {
    let state: CallDeskState
    let token: FormToken
    let now: Int64
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }
    private var call: CallWords { CallWords(language) }
    private var view: CallView { state.view }

    var body: some HTML {
        section(.class("sectie").id("rondes")) {
            h2 { call.rounds }
            Each(view.rounds) { round in one(round) }
            h3 { words.addRound }
            PostForm(to: CallDeskRoute.rounds(view.id).address, in: language, token: token) {
                TextField("van", CallDeskWords.both(\.firstDay), hint: CallDeskWords.both(\.dayHint), form: state.round, language: language)
                TextField("tot", CallDeskWords.both(\.lastDay), hint: CallDeskWords.both(\.dayHint), form: state.round, language: language)
                button(.type("submit").class("knop")) { words.addRound }
            }
        }
    }

    private func one(_ round: CallRound) -> some HTML {
        Group {
            h3 { call.round(round.number) }
            p {
                CallTag(state: round.state(at: now), language: language)
                " " + call.period(call.moment(round.start), call.moment(round.end))
            }
            if let step = step(round) {
                PostForm(to: CallDeskRoute.round(view.id, round.id).address, in: language, token: token) {
                    button(.type("submit").class("knop").name("doe").value(step.value)) {
                        step.words
                        span(.class("vh")) { " (" + call.round(round.number) + ")" }
                    }
                }
            }
            if now < round.end { move(round) }
        }
    }

    private func move(_ round: CallRound) -> some HTML {
        PostForm(to: CallDeskRoute.round(view.id, round.id).address, in: language, token: token) {
            TextField(
                "einde-\(round.number)", CallDeskWords.both(\.moveEnd), hint: CallDeskWords.both(\.dayHint), form: state.round, language: language)
            button(.type("submit").class("knop licht").name("doe").value("einde")) { words.moveEnd }
        }
    }

    private func step(_ round: CallRound) -> (value: String, words: String)? {
        switch round.state(at: now) {
        case .draft: ("klaar", words.makeReady)
        case .closed: ("uitgewerkt", words.workOut)
        case .workedOut: ("gepubliceerd", words.publish)
        case .coming, .open, .published: nil
        }
    }
}

/// A link for each channel with what came in through it, and the block for other sites (INV-09).
private struct CallChannelsSection: Component {
    let state: CallDeskState
    let token: FormToken
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }
    private var view: CallView { state.view }

    var body: some HTML {
        section(.class("sectie").id("kanalen")) {
            h2 { words.channels }
            p { words.channelsLead }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.channels)) {
                table {
                    caption(.class("vh")) { words.channels }
                    thead {
                        tr {
                            th(.scope("col")) { words.channel }
                            th(.scope("col")) { words.link }
                            Each(view.shown) { round in th(.scope("col")) { CallWords(language).round(round.number) } }
                        }
                    }
                    tbody { Each(view.channels) { channel in tr { cells(channel) } } }
                }
            }
            PostForm(to: CallDeskRoute.channels(view.id).address, in: language, token: token) {
                TextField("kanaal", CallDeskWords.both(\.channelName), form: state.channel, language: language)
                button(.type("submit").class("knop")) { words.addChannel }
            }
            h3 { words.block }
            p { words.blockLead }
            pre(.class("blokcode").tabindex(0)) { code { block } }
        }
    }

    private func cells(_ channel: CallChannel) -> some HTML {
        Group {
            th(.scope("row")) { channel.name }
            td(.class("adres")) { channel.code == CallChannel.paper ? "–" : address(channel.code) }
            Each(view.shown) { round in td { String(count(channel, round)) } }
        }
    }

    private func count(_ channel: CallChannel, _ round: CallRound) -> Int {
        state.counts.first { $0.channel == channel.id && $0.round == round.id }?.count ?? 0
    }

    private func address(_ code: String) -> String {
        (state.origin ?? "") + InventoryRoute.answer(view.id, via: code == CallChannel.direct ? nil : code).address.url(in: language)
    }

    /// Markup as text: a paragraph with a plain link, which asks nothing of the other site.
    private var block: String {
        let link = "<a href=\"\(address(CallChannel.direct))\">\(CallWords(language).takePart)</a>"
        let title = String(decoding: view.facts.title.rendered(), as: UTF8.self)
        return "<p>\(words.blockText(title, CallWords(language).minutes)) \(link)</p>"
    }
}
