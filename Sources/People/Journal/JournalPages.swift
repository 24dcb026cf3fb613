import Core
import HTML
import Web

/// What someone did, the newest on top, with when their data was read.
struct OwnJournalPage: Component {
    let lines: [JournalLine]
    /// The page with older lines; nil where there are none.
    let older: PageAddress?
    let read: [ReadLog.Line]
    /// The words of actions of other slices.
    let actions: [String: Localized]
    let language: Language

    private var words: AccountWords { AccountWords(language, actions: actions) }

    var body: some HTML {
        TextColumn(words.log, lead: words.logLead) {
            if lines.isEmpty {
                p { words.nothingYet }
            } else {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.log }
                    ColumnHeads(words.when, words.what, words.result)
                    tbody { Each(lines) { line in row(line) } }
                }
            }
            if let older { p { a(.href(older.url(in: language))) { words.older } } }
            ReadLinesSection(lines: read, language: language)
        }
    }

    private func row(_ line: JournalLine) -> some HTML {
        tr {
            th(.scope("row")) { words.time(line.origin.time) }
            td(.data("kop", words.what)) { words.action(line.event.action) }
            td(.data("kop", words.result)) { words.result(line.event.result) }
        }
    }
}

/// What stands in the lists of the form that searches the journal.
struct JournalChoices: Sendable {
    /// Everyone who has an account, by name.
    let people: [(id: Identifier, name: String)]
    /// Every action that happened here.
    let actions: [String]
    /// The words of those of other slices.
    let words: [String: Localized]
}

/// The journal of everyone, with a form to narrow it.
struct JournalPage: Component {
    let question: JournalQuestion
    let lines: [JournalLine]
    let names: [Identifier: String]
    let choices: JournalChoices
    let older: PageAddress?
    let form: Form
    let language: Language

    private var words: AccountWords { AccountWords(language, actions: choices.words) }
    private var own: JournalWords { JournalWords(language) }

    var body: some HTML {
        TextColumn(
            words.journal, lead: words.journalLead, faults: ErrorSummary(form.errors, language: language),
            menu: .administration(PeopleRoute.journal().address, language)
        ) {
            JournalForm(choices: choices, form: form, language: language)
            if question.thing != nil {
                p {
                    own.onlyThing + " "
                    a(.href(PeopleRoute.journal().address.url(in: language))) { own.all }
                }
            }
            if lines.isEmpty {
                p(.role("status")) { own.nothing }
            } else {
                table(.class("stapel").id("regels")) {
                    caption(.class("vh")) { words.journal }
                    ColumnHeads(words.when, words.who, words.what, own.thing, words.result, own.way)
                    tbody { Each(lines) { line in row(line) } }
                }
            }
            if let older { p { a(.href(older.url(in: language))) { words.older } } }
        }
    }

    private func row(_ line: JournalLine) -> some HTML {
        tr {
            th(.scope("row")) { words.time(line.origin.time) }
            td(.data("kop", words.who)) { line.origin.person.map { names[$0] ?? $0.description } ?? words.system }
            td(.data("kop", words.what)) { words.action(line.event.action) }
            td(.data("kop", own.thing)) { thing(line.event.thing) }
            td(.data("kop", words.result)) { words.result(line.event.result) }
            td(.data("kop", own.way)) { own.channel(line.origin.channel) }
        }
    }

    /// Someone by name, where there is one; each thing leads to all that happened to it.
    @HTMLBuilder private func thing(_ thing: Event.Thing?) -> some HTML {
        if let thing {
            let name = thing.kind == "person" ? Identifier(thing.id).flatMap { names[$0] } : nil
            if let name { name + " " }
            a(.href(PeopleRoute.journal(JournalQuestion(thing: thing)).address.url(in: language))) {
                own.ofThis
                span(.class("vh")) { " (\(name ?? thing.kind + " " + thing.id))" }
            }
        }
    }
}

/// Who, what, when and how it ended.
private struct JournalForm: Component {
    let choices: JournalChoices
    let form: Form
    let language: Language

    private typealias Words = JournalWords

    var body: some HTML {
        HTML::form(.class("naast-elkaar").action(PeopleRoute.journal().address.url(in: language)).method("get")) {
            SelectField("wie", Words.both(\.who), choices: people, isRequired: true, form: form, language: language)
            SelectField("wat", Words.both(\.what), choices: actions, isRequired: true, form: form, language: language)
            TextField("van", Words.both(\.first), hint: Words.both(\.dayHint), isRequired: false, form: form, language: language)
            TextField("tot", Words.both(\.last), hint: Words.both(\.dayHint), isRequired: false, form: form, language: language)
            SelectField("uitkomst", Words.both(\.result), choices: Self.results, isRequired: true, form: form, language: language)
            SelectField("langs", Words.both(\.channel), choices: Self.channels, isRequired: true, form: form, language: language)
            button(.type("submit").class("knop")) { Words(language).show }
        }
    }

    private var people: [Choice] {
        [Choice("", Words.both(\.everyone))] + choices.people.map { Choice($0.id.description, Localized($0.name)) }
    }

    private var actions: [Choice] {
        let named = choices.actions.map { action in Choice(action, choices.words[action] ?? AccountWords.both { $0.action(action) }) }
        return [Choice("", Words.both(\.everything))] + named.sorted { $0.title[language] < $1.title[language] }
    }

    private static let results =
        [Choice("", Words.both(\.allResults))]
        + [Event.Result.done, .refused].map { result in Choice(result.rawValue, AccountWords.both { $0.result(result) }) }

    private static let channels =
        [Choice("", Words.both(\.allChannels))]
        + [Origin.Channel.web, .commandLine, .job].map { way in Choice(way.rawValue, Words.both { $0.channel(way) }) }
}
