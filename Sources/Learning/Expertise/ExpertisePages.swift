import Core
import HTML
import People
import Web

/// What can be chosen to look for.
struct DirectoryChoices: Sendable {
    let labels: [Choice]
    let places: [Choice]
    let programmes: [Choice]
}

/// Who knows about what: never anything to reach them by.
struct DirectoryPage: Component {
    let entries: [ExpertiseEntry]
    /// What people tell of themselves, as far as the reader may see it.
    let profiles: [Identifier: Profile]
    let names: [String: Localized]
    let choices: DirectoryChoices
    let form: Form
    let isSignedIn: Bool
    let language: Language

    private typealias Words = ExpertiseWords
    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.directory, lead: words.directoryLead) {
            if isSignedIn {
                p { a(.href(ExpertiseRoute.requests.address.url(in: language)).class("knop")) { words.askHere } }
            } else {
                Notice { p { words.signInLead } }
            }
            searching
            section(.class("sectie").id("gevonden")) {
                h2 { words.found(entries.count) }
                if entries.isEmpty { p { words.nobody } }
                Each(entries) { entry in DirectoryEntry(entry: entry, profile: profile(of: entry), names: names, language: language) }
            }
        }
    }

    private func profile(of entry: ExpertiseEntry) -> Profile? {
        if case .person(let id) = entry.owner { profiles[id] } else { nil }
    }

    private var any: [Choice] { [Choice("", Words.both(\.all))] }

    private var searching: some HTML {
        HTML::form(.action(ExpertiseRoute.directory.address.url(in: language)).method("get").novalidate()) {
            SelectField("onderwerp", Words.both(\.subject), choices: any + choices.labels, isRequired: false, form: form, language: language)
            SelectField("soort", Words.both(\.kindLabel), choices: any + kinds, isRequired: false, form: form, language: language)
            SelectField("hulp", Words.both(\.helpLabel), choices: any + helps, isRequired: false, form: form, language: language)
            SelectField("gemeente", Words.both(\.regionLabel), choices: any + choices.places, isRequired: false, form: form, language: language)
            if isSignedIn {
                SelectField("rol", Words.both(\.roleLabel), choices: any + roles, isRequired: false, form: form, language: language)
                if !choices.programmes.isEmpty {
                    SelectField("programma", Words.both(\.network), choices: any + choices.programmes, isRequired: false, form: form, language: language)
                }
            }
            button(.type("submit").class("knop licht")) { words.search }
        }
    }

    private var kinds: [Choice] { ExpertiseLine.Kind.allCases.map { kind in Choice(kind.rawValue, Words.both { $0.kind(kind) }) } }
    private var helps: [Choice] { HelpKind.allCases.map { help in Choice(help.rawValue, Words.both { $0.help(help) }) } }
    private var roles: [Choice] { Role.allCases.map { Choice($0.rawValue, $0.name) } }
}

struct DirectoryEntry: Component {
    let entry: ExpertiseEntry
    let profile: Profile?
    let names: [String: Localized]
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        div {
            h3 { heading }
            if !note.isEmpty { p(.class("hint")) { note } }
            if let profile, !profile.work.isEmpty { p { words.worksOn + profile.work } }
            ul { Each(entry.lines) { line in li { (names[line.label]?[language] ?? line.label) + ": " + words.kind(line.kind) } } }
            if !entry.helps.isEmpty { p { helps } }
        }
    }

    @HTMLBuilder private var heading: some HTML {
        switch entry.owner {
        case .organisation(let id): a(.href(OrganisationRoute.organisation(id).address.url(in: language))) { entry.name }
        case .person(let id):
            if profile == nil { entry.name } else { a(.href(ProfileRoute.profile(id).address.url(in: language))) { entry.name } }
        }
    }

    private var note: String {
        if case .organisation = entry.owner { return words.isOrganisation }
        let roles = entry.roles.sorted { $0.rawValue < $1.rawValue }.map { $0.name[language] }
        return ([entry.organisation].filter { !$0.isEmpty } + roles).joined(separator: ", ")
    }

    private var helps: String { HelpKind.allCases.filter(entry.helps.contains).map { words.help($0) }.joined(separator: ", ") }
}

/// Everything of someone's own page.
struct OwnExpertise: Sendable {
    let lines: [ExpertiseLine]
    let organisationLines: [ExpertiseLine]
    let organisation: String?
    let names: [String: Localized]
    let labels: [Choice]
    let asks: [HelpAsk]
    let introductions: [Introduction]
    let settings: Form
    let adding: Form
    let now: Int64
}

/// One's own lines and choices.
struct OwnExpertisePage: Component {
    let own: OwnExpertise
    let token: FormToken
    let language: Language

    private typealias Words = ExpertiseWords
    private var words: ExpertiseWords { ExpertiseWords(language) }

    var body: some HTML {
        TextColumn(words.mine, lead: words.mineLead, faults: ErrorSummary(own.settings.errors + own.adding.errors, language: language)) {
            OwnAsks(asks: own.asks, introductions: own.introductions, language: language)
            section(.class("sectie").id("regels")) {
                h2 { words.lines }
                if own.lines.isEmpty && own.organisationLines.isEmpty { p { words.noLines } } else { deciding }
            }
            adding
            settings
        }
    }

    private var deciding: some HTML {
        PostForm(to: ExpertiseRoute.decisions.address, in: language, token: token) {
            p { words.linesLead + " " + TaskTime.words(30, language) }
            Each(own.lines) { line in LineChoice(line: line, names: own.names, now: own.now, language: language) }
            if !own.organisationLines.isEmpty {
                h3 { words.organisationLines }
                Each(own.organisationLines) { line in LineChoice(line: line, names: own.names, now: own.now, language: language) }
            }
            button(.type("submit").class("knop")) { words.save }
        }
    }

    private var adding: some HTML {
        section(.class("sectie").id("zelf")) {
            h2 { words.addTitle }
            PostForm(to: ExpertiseRoute.lines.address, in: language, token: token) {
                SelectField("onderwerp", Words.both(\.subject), choices: own.labels, form: own.adding, language: language)
                ChoiceField("soort", Words.both(\.kindLabel), kind: .one, choices: kinds, form: own.adding, language: language)
                if own.organisation != nil {
                    ChoiceField("voor", Words.both(\.forWhom), kind: .one, choices: whom, form: own.adding, language: language)
                }
                button(.type("submit").class("knop licht")) { words.add }
            }
        }
    }

    private var kinds: [Choice] { ExpertiseLine.Kind.allCases.map { kind in Choice(kind.rawValue, Words.both { $0.kind(kind) }) } }
    private var whom: [Choice] { [Choice("mij", Words.both(\.me)), Choice("organisatie", Words.both(\.myOrganisation))] }

    private var settings: some HTML {
        section(.class("sectie").id("instellingen")) {
            h2 { words.settings }
            PostForm(to: ExpertiseRoute.settings.address, in: language, token: token) {
                TextField("aantal", Words.both(\.cap), kind: .whole, hint: Words.both(\.capHint), form: own.settings, language: language)
                TextField("weg", Words.both(\.holiday), hint: Words.both(\.holidayHint), isRequired: false, form: own.settings, language: language)
                ChoiceField("wil", Words.both(\.choices), kind: .any, choices: wishes, isRequired: false, form: own.settings, language: language)
                ChoiceField("hulp", Words.both(\.helps), kind: .any, choices: helps, isRequired: false, form: own.settings, language: language)
                button(.type("submit").class("knop licht")) { words.save }
            }
        }
    }

    private var wishes: [Choice] { [Choice("open", Words.both(\.open)), Choice("pauze", Words.both(\.paused))] }
    private var helps: [Choice] { HelpKind.allCases.map { help in Choice(help.rawValue, Words.both { $0.help(help) }) } }
}

/// What waits for an answer, and what was answered: for themselves alone.
struct OwnAsks: Component {
    let asks: [HelpAsk]
    let introductions: [Introduction]
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }
    private var waiting: [HelpAsk] { asks.filter { $0.state == .asked || $0.state == .accepted } }
    private var past: [HelpAsk] { asks.filter { $0.state != .asked && $0.state != .accepted } }

    var body: some HTML {
        section(.class("sectie").id("vragen")) {
            if !waiting.isEmpty || !introductions.isEmpty {
                h2 { words.asked }
                ul {
                    Each(waiting) { ask in link(ExpertiseRoute.request(ask.request), words.look, words.askState(ask.state)) }
                    Each(introductions) { one in link(ExpertiseRoute.introduction(one.id), words.introduction, words.introductionState(one.state)) }
                }
            }
            if !past.isEmpty {
                details {
                    summary { words.history }
                    ul { Each(past) { ask in link(ExpertiseRoute.request(ask.request), DutchDay(at: ask.askedAt).written, words.askState(ask.state)) } }
                }
            }
        }
    }

    private func link(_ route: ExpertiseRoute, _ title: String, _ state: String) -> some HTML {
        li {
            a(.href(route.address.url(in: language))) { title }
            " (" + state + ")"
        }
    }
}

/// One line with yes and no; nothing is chosen for anyone.
struct LineChoice: Component {
    let line: ExpertiseLine
    let names: [String: Localized]
    let now: Int64
    let language: Language

    private var words: ExpertiseWords { ExpertiseWords(language) }
    private var name: String { "regel-" + line.id.description }

    var body: some HTML {
        fieldset(.class("veld")) {
            legend { (names[line.label]?[language] ?? line.label) + ": " + words.kind(line.kind) }
            p(.class("hint")) { words.seen(line, DutchDay(at: line.freshAt).written) + ". " + words.state(line.state) + "." }
            if line.state == .approved && line.isStale(at: now) { p { words.stale } }
            box("ja", words.approve, isChosen: line.counts(at: now))
            box("nee", words.refuse, isChosen: line.state == .refused)
        }
    }

    private func box(_ value: String, _ title: String, isChosen: Bool) -> some HTML {
        div(.class("keuze")) {
            input(.type("radio").id(name + "-" + value).name(name).value(value).checked(isChosen))
            label(.for(name + "-" + value)) { title }
        }
    }
}
