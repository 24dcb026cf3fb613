import Core
import HTML
import People
import Web

/// The published list of a round: issues below their themes, with how many named them (INV-07, INV-17).
struct OutcomePage: Component {
    let view: CallView
    let outcome: RoundOutcome
    let terms: [Term]
    let language: Language

    private var words: CallWords { CallWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.outcomeTitle(view.facts.title), lead: words.outcomeLead, facts: facts) { trail }
            div(.class("wrap inhoud")) {
                others
                if view.facts.anonymity == .anonymous { p { words.oneAnswer } }
                Each(themes) { theme in section(.class("sectie")) { themePart(theme) } }
                Breakdown(
                    heading: words.byRole, column: words.role, rows: outcome.roles.shown.map { ($0.key.name[language], $0.count) }, rest: outcome.roles.rest,
                    language: language)
                Breakdown(
                    heading: words.byPlace, column: words.municipality, rows: outcome.places.shown.map { ($0.key.name, $0.count) }, rest: outcome.places.rest,
                    language: language)
                if view.question(.sources) != nil {
                    Breakdown(
                        heading: words.bySource, column: words.source, rows: outcome.sources.map { ($0.key.name[language], $0.count) }, rest: nil,
                        note: words.severalNote, language: language)
                }
                p(.class("subtiel")) { words.protectedNote }
                if outcome.published.count > 1 { RoundComparison(outcome: outcome, language: language) }
                p { a(.href(InventoryRoute.outcomeFile(view.id, round: outcome.round.number).address.url(in: language))) { words.file } }
            }
        }
    }

    private var facts: [TitleBand.Fact] {
        [
            TitleBand.Fact(words.round, String(outcome.round.number)),
            TitleBand.Fact(words.people, outcome.answers.map(words.number) ?? words.fewer(PublicCounts.leastTotal)),
            TitleBand.Fact(words.issues, words.number(outcome.lines.count)),
        ]
    }

    private var trail: some HTML {
        PlaceTrail(
            [
                PlaceTrail.Step(words.title, address: InventoryRoute.calls.address),
                PlaceTrail.Step(view.facts.title, address: InventoryRoute.call(view.id).address), PlaceTrail.Step(words.round(outcome.round.number)),
            ], label: CallWords.both(\.trail), language: language)
    }

    @HTMLBuilder private var others: some HTML {
        if outcome.published.count > 1 {
            ul(.class("tags")) {
                Each(outcome.published) { round in
                    li { a(.class("tag").href(InventoryRoute.outcome(view.id, round: round.number).address.url(in: language))) { words.round(round.number) } }
                }
            }
        }
    }

    /// The theme of the first issue first: that is the one most people named.
    private var themes: [String?] {
        var seen: Set<String?> = []
        return outcome.lines.map(\.issue.facts.theme).filter { seen.insert($0).inserted }
    }

    private func themePart(_ theme: String?) -> some HTML {
        Group {
            h2 { theme.map { IssueTerms(terms).name($0, language) } ?? words.noTheme }
            Each(outcome.lines.filter { $0.issue.facts.theme == theme }) { line in
                article(.class("vraagstuk")) {
                    h3 { a(.href(InventoryRoute.issue(line.issue.id).address.url(in: language))) { line.issue.title } }
                    p { words.named(line.givers.map(words.number) ?? words.fewer(PublicCounts.leastTotal)) }
                    Quotes(quotes: Array(line.quotes.prefix(3)), language: language)
                }
            }
        }
    }
}

/// Names of labels, also of those that are no longer in use.
struct IssueTerms {
    private let names: [String: Localized]

    init(_ terms: [Term]) {
        names = Dictionary(terms.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ key: String, _ language: Language) -> String { names[key]?[language] ?? key }
}

/// Words of people who agreed that they are shown.
struct Quotes: Component {
    let quotes: [String]
    let language: Language

    var body: some HTML { Each(quotes) { quote in blockquote(.class("citaat").dir("auto")) { Paragraphs(quote) } } }
}

/// How many of each group, as far as that may be shown.
struct Breakdown: Component {
    let heading: String
    let column: String
    let rows: [(name: String, count: Int)]
    let rest: Int?
    var note: String?
    let language: Language

    private var words: CallWords { CallWords(language) }

    var body: some HTML {
        section(.class("sectie")) {
            h2 { heading }
            if rows.isEmpty {
                p { words.tooSmall }
            } else {
                if let note { p { note } }
                div(.class("tabelvak").tabindex(0).role("region").ariaLabel(heading)) {
                    table {
                        caption(.class("vh")) { heading }
                        ColumnHeads(column, words.people)
                        tbody {
                            Each(rows) { row in line(row.name, row.count) }
                            if let rest, rest > 0 { line(words.rest, rest) }
                        }
                    }
                }
            }
        }
    }

    private func line(_ name: String, _ count: Int) -> some HTML {
        tr {
            th(.scope("row")) { name }
            td { words.number(count) }
        }
    }
}

/// Every issue with how many named it in each round.
private struct RoundComparison: Component {
    let outcome: RoundOutcome
    let language: Language

    private var words: CallWords { CallWords(language) }

    var body: some HTML {
        section(.class("sectie").id("rondes")) {
            h2 { words.compare }
            p { words.compareLead }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.compare)) {
                table {
                    caption(.class("vh")) { words.compare }
                    thead {
                        tr {
                            th(.scope("col")) { words.issue }
                            Each(outcome.published) { round in th(.scope("col")) { words.round(round.number) } }
                        }
                    }
                    tbody {
                        Each(outcome.lines) { line in
                            tr {
                                th(.scope("row")) { line.issue.title }
                                Each(line.perRound) { count in td { count.map(words.number) ?? words.fewer(PublicCounts.leastTotal) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Issues that everyone may see, by theme and by domains together (AGD-13).
struct IssueListPage: Component {
    let issues: [LearningIssue]
    let filter: IssueFilter
    let terms: [Term]
    let language: Language

    private var words: CallWords { CallWords(language) }
    private var names: IssueTerms { IssueTerms(terms) }

    var body: some HTML {
        TextColumn(words.issues, lead: words.issuesLead) {
            form(.action(InventoryRoute.issues().address.url(in: language)).method("get").class("filter")) {
                SelectField("thema", CallWords.both(\.theme), choices: themes, isRequired: false, form: Form(items: filter.items), language: language)
                ChoiceField(
                    "domein", CallWords.both(\.domains), kind: .any, choices: domains, hint: CallWords.both(\.domainsHint), isRequired: false,
                    form: Form(items: filter.items), language: language)
                button(.type("submit").class("knop licht")) { words.filter }
            }
            if issues.isEmpty { p { words.noIssues } }
            Each(issues) { issue in
                section(.class("sectie")) {
                    h2 { a(.href(InventoryRoute.issue(issue.id).address.url(in: language))) { issue.title } }
                    IssueTags(facts: issue.facts, names: names, language: language)
                    p { issue.facts.words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
                }
            }
        }
    }

    private var themes: [Choice] {
        [Choice("", CallWords.both(\.allThemes))] + terms.filter { $0.vocabulary == .theme && $0.retiredAt == nil }.map { Choice($0.key, $0.name) }
    }

    private var domains: [Choice] { terms.filter { $0.vocabulary == .domain && $0.retiredAt == nil }.map { Choice($0.key, $0.name) } }
}
