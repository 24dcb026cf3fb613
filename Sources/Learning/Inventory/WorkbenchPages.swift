import Core
import HTML
import People
import Web

/// What the workbench shows besides what stands on it.
struct WorkbenchState {
    let view: CallView
    let desk: Workbench
    /// Only answers of this round; nil for all.
    let round: CallRound?
    /// The form that had a fault, and the answer or fragment that it is about.
    var form = Form(items: [])
    var about: Identifier?

    var waiting: Int { desk.untouched(in: round?.id).count + desk.unplaced(in: round?.id).count }
}

/// Where answers get a place with an issue (section 3).
struct WorkbenchPage: Component {
    let state: WorkbenchState
    let token: FormToken
    let language: Language

    /// More than a page can hold in sight: the rest comes when these have a place.
    private static let most = 25

    private var words: CallDeskWords { CallDeskWords(language) }
    private var desk: Workbench { state.desk }

    var body: some HTML {
        TextColumn(words.workbench, lead: words.workbenchLead, faults: ErrorSummary(state.form.errors, language: language)) {
            p {
                a(.href(CallDeskRoute.call(state.view.id).address.url(in: language))) { state.view.facts.title }
            }
            rounds
            p { strong(.id("nog")) { state.waiting == 0 ? words.allPlaced : words.waiting(state.waiting) } }
            if let last = desk.last { undo(last) }
            untouched
            loose
            IssueTable(state: state, language: language)
            aside
        }
    }

    private var rounds: some HTML {
        ul(.class("tags")) {
            Each(state.view.rounds) { round in
                li {
                    a(.class("tag").href(CallDeskRoute.workbench(state.view.id, round: round.number).address.url(in: language))) {
                        CallWords(language).round(round.number)
                    }
                }
            }
        }
    }

    private func undo(_ last: Workbench.Step) -> some HTML {
        PostForm(to: target, in: language, token: token) {
            input(.type("hidden").name("stap").value("ongedaan"))
            button(.type("submit").class("knop licht")) { words.undo + " (" + words.step(last.kind) + ")" }
        }
    }

    private var target: PageAddress { CallDeskRoute.workbench(state.view.id, round: state.round?.number).address }

    private var untouched: some HTML {
        let entries = desk.untouched(in: state.round?.id), twins = Set(NearAnswers.doubles(entries).flatMap { [$0.entry, $0.other] })
        return section(.class("sectie").id("antwoorden")) {
            h2 { words.untouched }
            Each(entries.prefix(Self.most)) { entry in
                WorkbenchCard(
                    state: state, id: entry.id, words: entry.content.words, entry: entry, isTwin: twins.contains(entry.id), token: token, language: language)
            }
        }
    }

    @HTMLBuilder private var loose: some HTML {
        let fragments = desk.unplaced(in: state.round?.id)
        if !fragments.isEmpty {
            section(.class("sectie").id("stukken")) {
                h2 { words.loose }
                Each(fragments.prefix(Self.most)) { fragment in
                    WorkbenchCard(
                        state: state, id: fragment.id, words: fragment.words, entry: nil, isTwin: false, token: token, language: language)
                }
            }
        }
    }

    @HTMLBuilder private var aside: some HTML {
        let fragments = desk.fragments.filter { $0.aside != nil }
        if !fragments.isEmpty {
            section(.class("sectie").id("apart")) {
                h2 { words.asideTitle }
                Each(fragments) { fragment in
                    article(.class("stuk")) {
                        blockquote(.class("citaat").dir("auto")) { Paragraphs(fragment.words) }
                        p { fragment.aside ?? "" }
                        PlaceForm(state: state, id: fragment.id, isFragment: true, words: nil, token: token, language: language)
                    }
                }
            }
        }
    }
}

/// One answer, or one fragment, that needs a place.
private struct WorkbenchCard: Component {
    let state: WorkbenchState
    let id: Identifier
    let words: String
    /// Nil for a fragment.
    let entry: AnswerEntry?
    let isTwin: Bool
    let token: FormToken
    let language: Language

    private var say: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        article(.class("stuk").id("s-" + id.description)) {
            if let entry { EntryFacts(view: state.view, entry: entry, language: language) }
            blockquote(.class("citaat").dir("auto")) { Paragraphs(words) }
            if isTwin { p(.class("hint")) { say.twin } }
            Each(NearAnswers.issues(for: words, among: state.desk)) { proposal in
                p(.class("hint")) { say.maybe(state.desk.issue(proposal.issue)?.title ?? "", proposal.words) }
            }
            PlaceForm(state: state, id: id, isFragment: entry == nil, words: entry == nil ? nil : words, token: token, language: language)
        }
    }
}

/// Gives words a place: an issue, a new one, or aside with a reason.
private struct PlaceForm: Component {
    let state: WorkbenchState
    let id: Identifier
    let isFragment: Bool
    /// What can be marked; nil for what is marked already.
    let words: String?
    let token: FormToken
    let language: Language

    private typealias Words = CallDeskWords
    private var form: Form { state.about == id ? state.form : Form(items: [Form.Item(name("woorden"), words ?? "")]) }
    private var target: PageAddress { CallDeskRoute.workbench(state.view.id, round: state.round?.number).address }

    /// Each card has the same fields: their ids must differ.
    private func name(_ field: String) -> String { CallDeskForms.name(field, id) }

    var body: some HTML {
        Group {
            // A fault must be in sight.
            if state.about == id {
                fields
            } else {
                details(.class("plaats")) {
                    summary { Words(language).place }
                    fields
                }
            }
        }
    }

    private var fields: some HTML {
        PostForm(to: target, in: language, token: token) {
            input(.type("hidden").name("stap").value(isFragment ? "hang" : "merk"))
            input(.type("hidden").name("wat").value(id.description))
            if words != nil {
                TextField(name("woorden"), Words.both(\.words), kind: .paragraph(limit: 3000), hint: Words.both(\.wordsHint), form: form, language: language)
            }
            SelectField(name("bij"), Words.both(\.toIssue), choices: issues, isRequired: false, form: form, language: language)
            TextField(name("nieuw"), Words.both(\.newIssue), isRequired: false, form: form, language: language)
            TextField(name("reden"), Words.both(\.asideReason), hint: Words.both(\.asideHint), isRequired: false, form: form, language: language)
            button(.type("submit").class("knop")) { Words(language).place }
        }
    }

    private var issues: [Choice] {
        [Choice("", Words.both(\.chooseIssue))] + state.desk.issues.map { Choice($0.id.description, Localized($0.title)) }
    }
}

/// From whom and when, without a name.
struct EntryFacts: Component {
    let view: CallView
    let entry: AnswerEntry
    let language: Language

    var body: some HTML {
        p(.class("subtiel")) {
            facts.joined(separator: ", ")
            " "
            a(.href(CallDeskRoute.submission(view.id, entry.submission.id).address.url(in: language))) { CallDeskWords(language).answer }
        }
    }

    private var facts: [String] {
        let submission = entry.submission
        var facts = [
            view.round(submission.round).map { CallWords(language).round($0.number) }, submission.role?.name[language], submission.municipality?.name,
            submission.timing == .inTime ? nil : submission.timing.name[language], submission.isPaper ? CallDeskWords(language).paper : nil,
        ].compactMap { $0 }
        if case .question(let question) = entry.content {
            facts += [
                question.isUrgent ? CallDeskWords(language).urgent.lowercased() : nil, question.isTough ? CallDeskWords(language).toughs.lowercased() : nil,
            ]
            .compactMap { $0 }
        }
        return facts
    }
}

/// The issues so far, with how many people and fragments stand behind each.
private struct IssueTable: Component {
    let state: WorkbenchState
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        section(.class("sectie").id("vraagstukken")) {
            h2 { words.issues }
            if state.desk.issues.isEmpty { p { words.noIssues } } else { list }
        }
    }

    private var list: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.issues)) {
            table {
                caption(.class("vh")) { words.issues }
                ColumnHeads(words.issue, words.givers, words.fragments)
                tbody {
                    Each(state.desk.issues) { issue in
                        tr {
                            th(.scope("row")) {
                                a(.href(CallDeskRoute.issue(state.view.id, issue.id).address.url(in: language))) { issue.title }
                            }
                            td { String(state.desk.givers(of: issue.id).count) }
                            td { String(state.desk.fragments(of: issue.id).count) }
                        }
                    }
                }
            }
        }
    }
}
