import Core
import HTML
import People
import Web

/// What stands on the desk of one issue.
struct IssueDeskState {
    let view: CallView
    let desk: Workbench
    let issue: LearningIssue
    let terms: [Term]
    var facts: Form
    var name = Form(items: [])
    var split = Form(items: [])

    var faulty: Form { [facts, name, split].first { !$0.errors.isEmpty } ?? facts }
}

/// One issue: its fragments, and everything that can be done with it.
struct IssueDeskPage: Component {
    let state: IssueDeskState
    let token: FormToken
    let language: Language

    private typealias Words = CallDeskWords
    private var words: CallDeskWords { CallDeskWords(language) }
    private var address: PageAddress { CallDeskRoute.issue(state.view.id, state.issue.id).address }
    private var own: [AnswerFragment] { state.desk.fragments(of: state.issue.id) }

    var body: some HTML {
        TextColumn(state.issue.title, faults: ErrorSummary(state.faulty.errors, language: language)) {
            p { a(.href(CallDeskRoute.workbench(state.view.id).address.url(in: language))) { words.toWorkbench } }
            fragments
            section(.class("sectie").id("beschrijf")) {
                h2 { words.describe }
                PostForm(to: address, in: language, token: token) {
                    input(.type("hidden").name("doe").value("beschrijf"))
                    IssueFactsFields(form: state.facts, terms: state.terms, language: language)
                    button(.type("submit").class("knop")) { words.describe }
                }
            }
            renaming
            merging
            splitting
        }
    }

    /// From the issue back to the answers it was made of.
    private var fragments: some HTML {
        section(.class("sectie").id("stukken")) {
            h2 { words.fragments }
            Each(own) { fragment in
                article(.class("stuk")) {
                    if let entry = state.desk.entry(fragment.entry) { EntryFacts(view: state.view, entry: entry, language: language) }
                    blockquote(.class("citaat").dir("auto")) { Paragraphs(fragment.words) }
                    PostForm(to: address, in: language, token: token) {
                        input(.type("hidden").name("doe").value("los"))
                        input(.type("hidden").name("stuk").value(fragment.id.description))
                        button(.type("submit").class("knop licht")) { words.detach }
                    }
                }
            }
        }
    }

    private var renaming: some HTML {
        section(.class("sectie").id("naam-geven")) {
            h2 { words.rename }
            PostForm(to: address, in: language, token: token) {
                input(.type("hidden").name("doe").value("noem"))
                TextField("naam", Words.both(\.name), form: state.name, language: language)
                button(.type("submit").class("knop licht")) { words.rename }
            }
        }
    }

    private var merging: some HTML {
        section(.class("sectie").id("samen")) {
            h2 { words.merge }
            PostForm(to: address, in: language, token: token) {
                input(.type("hidden").name("doe").value("voeg-samen"))
                SelectField("naar", Words.both(\.mergeInto), choices: others, form: state.split, language: language)
                button(.type("submit").class("knop licht")) { words.merge }
            }
        }
    }

    private var others: [Choice] {
        [Choice("", Words.both(\.chooseIssue))]
            + state.desk.issues.filter { $0.id != state.issue.id }.map { Choice($0.id.description, Localized($0.title)) }
    }

    private var splitting: some HTML {
        section(.class("sectie").id("splitsen")) {
            h2 { words.split }
            PostForm(to: address, in: language, token: token) {
                input(.type("hidden").name("doe").value("splits"))
                ChoiceField("stukken-weg", Words.both(\.splitLead), kind: .any, choices: pieces, form: state.split, language: language)
                TextField("nieuw", Words.both(\.name), form: state.split, language: language)
                button(.type("submit").class("knop licht")) { words.split }
            }
        }
    }

    private var pieces: [Choice] { own.map { Choice($0.id.description, Localized(String($0.words.prefix(120)))) } }
}

/// What the facilitator writes of an issue.
private struct IssueFactsFields: Component {
    let form: Form
    let terms: [Term]
    let language: Language

    private typealias Words = CallDeskWords

    var body: some HTML {
        Group {
            SelectField("thema", Words.both(\.theme), choices: themes, isRequired: false, form: form, language: language)
            ChoiceField("domein", Words.both(\.domains), kind: .any, choices: domains, isRequired: false, form: form, language: language)
            long("versterken", \.reinforces)
            long("tekst", \.description)
            long("vragen", \.issueQuestions)
            more
        }
    }

    private var more: some HTML {
        Group {
            SelectField("schaal", Words.both(\.level), choices: Self.levels, isRequired: false, form: form, language: language)
            ChoiceField(
                "taai", Words.both(\.tough), kind: .any, choices: [Choice("ja", Words.both(\.toughYes))], isRequired: false, form: form, language: language)
            long("waarom", \.whyTough)
            long("handelen", \.perspective)
        }
    }

    private func long(_ name: String, _ label: KeyPath<CallDeskWords, String>) -> TextField {
        TextField(name, Words.both { $0[keyPath: label] }, kind: .paragraph(limit: 2000), isRequired: false, form: form, language: language)
    }

    private var themes: [Choice] { [Choice("", Words.both(\.noTheme))] + terms.filter { $0.vocabulary == .theme }.map { Choice($0.key, $0.name) } }
    private var domains: [Choice] { terms.filter { $0.vocabulary == .domain }.map { Choice($0.key, $0.name) } }
    private static let levels = [Choice("", Words.both(\.anyLevel))] + Term.Scale.allCases.map { Choice($0.rawValue, $0.name) }
}

/// One whole answer, with a name only for who may see it.
struct SubmissionPage: Component {
    let view: CallView
    let submission: Submission
    let entries: [AnswerEntry]
    /// Nil where there is none, or where it may not be seen.
    let name: AnswerName?
    /// Whether this reader sees names of this call.
    let seesNames: Bool
    let desk: Workbench
    let language: Language

    private var words: CallDeskWords { CallDeskWords(language) }

    var body: some HTML {
        TextColumn(words.submission) {
            p { a(.href(CallDeskRoute.workbench(view.id).address.url(in: language))) { words.toWorkbench } }
            dl(.class("vraagfeiten")) {
                Each(facts) { fact in
                    div {
                        dt { fact.0 }
                        dd { fact.1 }
                    }
                }
            }
            p { whose }
            Each(entries) { entry in
                section(.class("sectie")) {
                    h2 { entry.content.kind.name[language] }
                    blockquote(.class("citaat").dir("auto")) { Paragraphs(entry.content.words) }
                    Each(details(entry.content)) { detail in
                        p {
                            strong { detail.0 + ": " }
                            detail.1
                        }
                    }
                    issues(entry)
                }
            }
        }
    }

    private var whose: String {
        if view.facts.anonymity == .anonymous { return words.nobody }
        guard seesNames else { return words.hiddenName }
        return ([name?.name, name?.mail] as [String?]).compactMap { $0 }.joined(separator: ", ")
    }

    private var facts: [(String, String)] {
        let rows: [(String, String?)] = [
            (words.day, CallWords(language).day(submission.day)), (CallWords(language).role, submission.role?.name[language]),
            (CallWords(language).municipality, submission.municipality?.name), (words.came, submission.timing.name[language]),
        ]
        return rows.compactMap { row in row.1.map { (row.0, $0) } }
    }

    private func details(_ content: AnswerEntry.Content) -> [(String, String)] {
        let answer = AnswerWords(language)
        switch content {
        case .offer: return []
        case .need(let need):
            let list = KnowledgeNeed.Kind.allCases.filter(need.needs.contains).map { $0.name[language] } + [need.words]
            return [(words.needs, list.filter { !$0.isEmpty }.joined(separator: ", "))].filter { !$0.1.isEmpty }
        case .question(let question):
            return [(answer.context, question.context), (answer.place, question.place), (answer.tried, question.tried), (answer.why, question.whyTough)]
                .filter { !$0.1.isEmpty }
        }
    }

    private func issues(_ entry: AnswerEntry) -> some HTML {
        let found = Set(desk.fragments(in: entry.id).flatMap(\.issues)).compactMap { desk.issue($0) }.sorted { $0.title < $1.title }
        return ul {
            Each(found) { issue in li { a(.href(CallDeskRoute.issue(view.id, issue.id).address.url(in: language))) { issue.title } } }
        }
    }
}
