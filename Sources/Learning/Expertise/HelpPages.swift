import Core
import HTML
import People
import Web

/// Asking, and what one asked before.
struct HelpRequestsPage: Component {
    let requests: [HelpRequest]
    let names: [String: Localized]
    let labels: [Choice]
    let programmes: [Choice]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ExpertiseWords
    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.requests, lead: words.requestsLead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: ExpertiseRoute.requests.address, in: language, token: token) {
                TextField("vraag", Words.both(\.question), kind: .paragraph(limit: 2000), hint: Words.both(\.questionHint), form: form, language: language)
                SelectField("onderwerp", Words.both(\.subject), choices: labels, form: form, language: language)
                ChoiceField("wie", Words.both(\.wantedLabel), kind: .one, choices: wanted, form: form, language: language)
                ChoiceField("hulp", Words.both(\.helpWanted), kind: .one, choices: helps, form: form, language: language)
                TextField("geprobeerd", Words.both(\.tried), kind: .paragraph(limit: 2000), isRequired: false, form: form, language: language)
                if !programmes.isEmpty {
                    SelectField(
                        "programma", Words.both(\.network), choices: [Choice("", Words.both(\.everyone))] + programmes, isRequired: false, form: form,
                        language: language)
                }
                button(.type("submit").class("knop")) { words.send }
            }
            if !requests.isEmpty { earlier }
        }
    }

    private var wanted: [Choice] { HelpRequest.Wanted.allCases.map { one in Choice(one.rawValue, Words.both { $0.wanted(one) }) } }
    private var helps: [Choice] { HelpKind.allCases.map { help in Choice(help.rawValue, Words.both { $0.help(help) }) } }

    private var earlier: some HTML {
        section(.class("sectie").id("eerder")) {
            h2 { words.mineAsked }
            ul {
                Each(requests) { one in
                    li {
                        a(.href(ExpertiseRoute.request(one.id).address.url(in: language))) {
                            (names[one.draft.label]?[language] ?? one.draft.label) + ", " + DutchDay(at: one.addedAt).written
                        }
                        " (" + words.requestState(one.state) + ")"
                    }
                }
            }
        }
    }
}

/// What a request shows to who was asked: the question and the organisation, not the person.
struct HelpSight: Sendable {
    let request: HelpRequest
    let ask: HelpAsk
    /// Of the asker; nil for someone without.
    let organisation: String?
    let label: String
}

/// A request, for who was asked. Behind the proof of a mail it never says who asks.
struct HelpAskPage: Component {
    let sight: HelpSight
    /// Where yes and no go to.
    let target: PageAddress
    /// The asker, once this person said yes and signed in.
    let card: ContactCard?
    /// Whether who looks signed in.
    let isSignedIn: Bool
    let entry: HelpEntry?
    let token: FormToken
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }
    private var isOpen: Bool { sight.request.state == .open && (sight.ask.state == .asked || sight.ask.state == .silent) }

    var body: some HTML {
        TextColumn(words.requestTitle, lead: sight.label) {
            if isOpen || sight.ask.state == .accepted { HelpQuestion(sight: sight, language: language) }
            if isOpen { answering } else { standing }
            if let card { ReachBlock(cards: [card], language: language) }
            if isSignedIn && sight.ask.state == .accepted {
                HelpNote(
                    entry: entry, mine: sight.ask.person, target: ExpertiseRoute.help(sight.ask.id).address, mayEnter: true, token: token,
                    language: language)
            }
        }
    }

    private var answering: some HTML {
        PostForm(to: target, in: language, token: token) {
            p { words.acceptLead }
            p(.class("hint")) { words.noReason + " " + TaskTime.words(20, language) }
            div(.class("knoppen")) {
                button(.type("submit").name("antwoord").value("ja").class("knop")) { words.accept }
                button(.type("submit").name("antwoord").value("nee").class("knop licht")) { words.decline }
            }
        }
    }

    @HTMLBuilder private var standing: some HTML {
        switch sight.ask.state {
        case .accepted:
            if !isSignedIn {
                p { words.saidYes }
                p { a(.href(ExpertiseRoute.request(sight.request.id).address.url(in: language)).class("knop")) { words.toQuestion } }
            }
        case .declined: p { words.saidNo }
        case .asked, .silent, .ended: p { words.over }
        }
    }
}

struct HelpQuestion: Component {
    let sight: HelpSight
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        dl(.class("over")) {
            one(words.from, sight.organisation ?? words.fromPerson)
            one(words.question, sight.request.draft.question)
            if !sight.request.draft.tried.isEmpty { one(words.tried, sight.request.draft.tried) }
            one(words.helpWanted, words.help(sight.request.draft.help))
            div {
                dt { words.whyYou }
                dd { ReasonList(reasons: sight.ask.reasons, language: language) }
            }
        }
    }

    private func one(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { Paragraphs(value) }
        }
    }
}

struct ReasonList: Component {
    let reasons: [MatchReason]
    let language: Language

    var body: some HTML {
        ul { Each(reasons) { reason in li { ExpertiseWords(language).reason(reason) } } }
    }
}

/// How to reach who said yes.
struct ReachBlock: Component {
    let cards: [ContactCard]
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        dl(.class("over")) {
            Each(cards) { card in
                div {
                    dt { card.name }
                    dd { a(.href("mailto:" + card.mail)) { card.mail } }
                }
            }
        }
    }
}

/// Whether both sides say that there was help.
struct HelpNote: Component {
    let entry: HelpEntry?
    let mine: Identifier
    let target: PageAddress
    let mayEnter: Bool
    let token: FormToken
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    @HTMLBuilder var body: some HTML {
        if let entry {
            if entry.confirmedAt != nil {
                p { words.confirmed }
            } else if entry.enteredBy == mine {
                p { words.entered }
            } else {
                PostForm(to: ExpertiseRoute.entry(entry.id).address, in: language, token: token) {
                    p { words.confirmLead }
                    button(.type("submit").class("knop licht")) { words.confirm }
                }
            }
        } else if mayEnter {
            PostForm(to: target, in: language, token: token) { button(.type("submit").class("knop licht")) { words.iHelped } }
        }
    }
}

/// Someone who said yes, for the asker.
struct Willing: Sendable {
    let ask: HelpAsk
    let card: ContactCard?
    let entry: HelpEntry?
}

/// A request, for who asked it: who said yes, never who said no.
struct OwnRequestPage: Component {
    let request: HelpRequest
    let label: String
    let willing: [Willing]
    /// Nobody was asked so far.
    let isUnsent: Bool
    let asker: Identifier
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ExpertiseWords
    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.requestTitle, lead: label, faults: ErrorSummary(form.errors, language: language)) {
            Paragraphs(request.draft.question)
            if !request.draft.tried.isEmpty {
                h2 { words.tried }
                Paragraphs(request.draft.tried)
            }
            if request.state != .open {
                p { words.requestState(request.state) }
                Paragraphs(request.outcome)
            } else if willing.isEmpty {
                p { isUnsent ? words.noneFits : words.waiting }
            }
            if !willing.isEmpty { people }
            if request.state == .open { closing }
        }
    }

    private var people: some HTML {
        section(.class("sectie").id("mensen")) {
            h2 { words.willing }
            Each(willing) { one in
                div {
                    if let card = one.card { ReachBlock(cards: [card], language: language) } else { p { words.gone } }
                    p { words.why }
                    ReasonList(reasons: one.ask.reasons, language: language)
                    HelpNote(
                        entry: one.entry, mine: asker, target: ExpertiseRoute.request(request.id).address, mayEnter: false, token: token,
                        language: language)
                }
            }
        }
    }

    private var closing: some HTML {
        section(.class("sectie").id("klaar")) {
            h2 { words.close }
            PostForm(to: ExpertiseRoute.close(request.id).address, in: language, token: token) {
                p { words.closeLead }
                if !willing.isEmpty {
                    ChoiceField("hielp", Words.both(\.whoHelped), kind: .any, choices: helpers, isRequired: false, form: form, language: language)
                }
                TextField("opbrengst", Words.both(\.outcome), kind: .paragraph(limit: 2000), isRequired: false, form: form, language: language)
                button(.type("submit").class("knop licht")) { words.closeButton }
            }
        }
    }

    private var helpers: [Choice] {
        willing.map { one in Choice(one.ask.id.description, one.card.map { Localized($0.name) } ?? Words.both(\.gone)) }
    }
}

/// Who helped whom, by organisation.
struct HelpLogPage: Component {
    struct Row: Sendable {
        let helper: String
        let helped: String
        let label: String
        let count: Int
    }

    let rows: [Row]
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.log, lead: words.logLead) {
            if rows.isEmpty { p { words.noHelp } } else { list }
        }
    }

    private var list: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.log)) {
            table {
                caption { words.log }
                ColumnHeads(words.helper, words.helped, words.subject, words.times)
                tbody {
                    Each(rows) { row in
                        tr {
                            th(.scope("row")) { row.helper }
                            td { row.helped }
                            td { row.label }
                            td { String(row.count) }
                        }
                    }
                }
            }
        }
    }
}
