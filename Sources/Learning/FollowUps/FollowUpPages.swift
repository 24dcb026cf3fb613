import Core
import HTML
import People
import Web

/// The two questions, of each meeting or session that a mail was about; what was answered before stands there as it was said.
struct FollowUpPage: Component {
    let asked: [FollowUp]
    /// Where the answers go to.
    let target: PageAddress
    /// Where one button ends these mails; nil for who signed in and chooses that elsewhere.
    let stop: PageAddress?
    let isStopped: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: FollowUpWords { FollowUpWords(language) }
    private var isOpen: Bool { asked.contains { $0.said == nil } }

    var body: some HTML {
        TextColumn(words.title, lead: isOpen ? words.pageLead : nil, faults: ErrorSummary(form.errors, language: language)) {
            if asked.isEmpty { p { words.nothingAsked } }
            if asked.contains(where: { $0.said != nil }) { earlier }
            if isOpen { questions }
            if let stop { stopping(stop) }
        }
    }

    private var numbered: [(offset: Int, element: FollowUp)] { Array(asked.enumerated()) }

    private var questions: some HTML {
        PostForm(to: target, in: language, token: token) {
            Each(numbered.filter { $0.element.said == nil }) { place in
                FollowUpQuestions(followUp: place.element, number: place.offset + 1, form: form, language: language)
            }
            button(.type("submit").class("knop")) { words.send }
        }
    }

    private var earlier: some HTML {
        section(.class("sectie").id("gezegd")) {
            Notice { p { words.thanks } }
            Each(asked.filter { $0.said != nil }) { one in FollowUpSaid(followUp: one, language: language) }
        }
    }

    private func stopping(_ address: PageAddress) -> some HTML {
        section(.class("sectie").id("stop")) {
            if isStopped {
                p { words.stopped }
            } else {
                h2 { words.stopHead }
                PostForm(to: address, in: language, token: token) { button(.type("submit").class("knop licht")) { words.stop } }
            }
        }
    }
}

/// The questions about one meeting or session.
struct FollowUpQuestions: Component {
    let followUp: FollowUp
    let number: Int
    let form: Form
    let language: Language

    private typealias Words = FollowUpWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie")) {
            h2 { words.title(followUp) }
            p(.class("hint")) { words.when(followUp) }
            ChoiceField("gebruikt-\(number)", Words.both(\.usedLabel), kind: .one, choices: used, isRequired: false, form: form, language: language)
            text("wat", Words.both(\.wordsLabel), hint: nil)
            text("uitkomst", Words.both(\.outcomeLabel), hint: Words.both(\.outcomeHint))
            TextField(
                "uren-\(number)", Words.both(\.hoursLabel), kind: .whole, hint: Words.both(\.hoursHint), isRequired: false, form: form, language: language)
            ChoiceField(
                "delen-\(number)", Words.both(\.sharingLabel), kind: .one, choices: sharing, hint: Words.both(\.sharingHint), isRequired: false, form: form,
                language: language)
        }
    }

    private func text(_ name: String, _ label: Localized, hint: Localized?) -> TextField {
        TextField(
            "\(name)-\(number)", label, kind: .paragraph(limit: FollowUpForm.limit), hint: hint, isRequired: false, form: form, language: language)
    }

    private var used: [Choice] { FollowUp.Used.allCases.map { one in Choice(one.rawValue, Words.both { $0.used(one) }) } }
    private var sharing: [Choice] { FollowUp.Sharing.allCases.map { one in Choice(one.rawValue, Words.both { $0.sharing(one) }) } }
}

/// What someone said, for themselves.
struct FollowUpSaid: Component {
    let followUp: FollowUp
    let language: Language

    private var words: FollowUpWords { FollowUpWords(language) }

    var body: some HTML {
        h2 { words.title(followUp) }
        if let said = followUp.said {
            dl(.class("over")) {
                one(words.usedLabel, words.used(said.used))
                if !said.words.isEmpty { one(words.wordsLabel, said.words) }
                if !said.outcome.isEmpty { one(words.outcomeLabel, said.outcome) }
                if let hours = said.hours { one(words.saved, words.hours(hours)) }
                one(words.sharingLabel, words.sharing(said.sharing))
            }
        }
    }

    private func one(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }
}

/// What came of meetings and groups, for who organises them.
struct FollowUpResultsPage: Component {
    let programme: Programme
    let results: [FollowUpStore.Result]
    let language: Language

    private var words: FollowUpWords { FollowUpWords(language) }

    var body: some HTML {
        TextColumn(words.results(programme.name), lead: words.resultsLead) {
            if results.isEmpty { p { words.noResults } } else { table }
            if !results.isEmpty { quotes }
        }
    }

    private var table: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.results)) {
            HTML::table(.class("stapel")) {
                caption(.class("vh")) { words.results }
                thead { tr { Each(heads) { head in th(.scope("col")) { head } } } }
                tbody { Each(results) { result in row(result) } }
            }
        }
    }

    private var heads: [String] {
        [words.thing, words.after, words.asked] + FollowUp.Used.allCases.map { words.used($0) } + [words.unknown, words.hoursHead]
    }

    private func row(_ result: FollowUpStore.Result) -> some HTML {
        tr {
            th(.scope("row")) {
                if let meeting = result.meeting {
                    a(.href(MeetingRoute.meeting(meeting).address.url(in: language))) { result.title }
                } else {
                    words.groups
                }
            }
            td(.data("kop", words.after)) { words.after(result.term) }
            td(.data("kop", words.asked)) { String(result.count.asked) }
            Each(FollowUp.Used.allCases) { used in td(.data("kop", words.used(used))) { isTold(result) ? String(result.count.used[used] ?? 0) : words.few } }
            td(.data("kop", words.unknown)) { isTold(result) ? String(result.count.unknown) : words.few }
            td(.data("kop", words.hoursHead)) {
                isTold(result) ? words.hours(result.count.hours, of: result.count.hoursGiven) : words.few
            }
        }
    }

    /// Of groups that are closed few answers are not told: they would say what one person said.
    private func isTold(_ result: FollowUpStore.Result) -> Bool {
        result.kind == .meeting || PublicCounts.total(result.count.answered) != nil
    }

    private var quotes: some HTML {
        let all = results.flatMap { result in result.quotes.map { (result, $0) } }
        return section(.class("sectie").id("verhalen")) {
            h2 { words.quotes }
            if all.isEmpty { p { words.noQuotes } }
            Each(all) { one in
                figure {
                    blockquote {
                        if !one.1.words.isEmpty { p { one.1.words } }
                        if !one.1.outcome.isEmpty { p { one.1.outcome } }
                    }
                    figcaption { (one.1.name ?? words.unnamed) + (one.0.title.isEmpty ? "" : ", " + one.0.title) }
                }
            }
        }
    }
}
