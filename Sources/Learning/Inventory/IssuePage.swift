import Core
import HTML
import People
import Web

/// Theme, domains, level and toughness as labels.
struct IssueTags: Component {
    let facts: LearningIssue.Facts
    let names: IssueTerms
    let language: Language

    var body: some HTML { ul(.class("tags")) { Each(tags) { tag in li { span(.class("tag")) { tag } } } } }

    private var tags: [String] {
        let labels = ([facts.theme] + facts.domains.map { $0 }).compactMap { $0 }.map { names.name($0, language) }
        return labels + [facts.level?.name[language], facts.isTough ? CallWords(language).tough : nil].compactMap { $0 }
    }
}

/// The page of an issue: what it is, why it is tough, what can be done, and where it comes from.
struct IssuePage: Component {
    let found: PublishedIssue
    /// Of every agenda that it stands on.
    let items: [AgendaItem]
    let terms: [Term]
    let linked: LinkedThings
    let form: Form
    let isFollowed: Bool
    let language: Language

    private var words: CallWords { CallWords(language) }
    private var issue: LearningIssue { found.issue }
    private var view: CallView { found.view }
    private var quotes: [String] { found.quotes }
    private var facts: LearningIssue.Facts { issue.facts }

    private var givers: String {
        guard let count = found.givers else { return words.fewerInRound(PublicCounts.leastTotal) }
        return found.isWhole ? words.number(count) : words.atLeast(words.number(count))
    }

    var body: some HTML {
        Group {
            TitleBand(issue.title, facts: [TitleBand.Fact(words.people, givers)]) { trail }
            div(.class("wrap inhoud smal")) {
                ErrorSummary(form.errors, language: language)
                if isFollowed { div(.class("melding").role("status")) { p { words.followed } } }
                IssueTags(facts: facts, names: IssueTerms(terms), language: language)
                Paragraphs(facts.words)
                part(words.questions, facts.questions)
                part(words.reinforces, facts.reinforces)
                if facts.isTough { part(words.whyTough, facts.whyTough) }
                part(words.perspective, facts.perspective)
                if !quotes.isEmpty {
                    section(.class("sectie").id("citaten")) {
                        h2 { words.quotes }
                        p { words.quotesLead }
                        Quotes(quotes: quotes, language: language)
                    }
                }
                section(.class("sectie")) {
                    h2 { words.comesFrom }
                    ul {
                        Each(view.published) { round in
                            li {
                                a(.href(InventoryRoute.outcome(view.id, round: round.number).address.url(in: language))) {
                                    view.facts.title + ", " + words.round(round.number).lowercased()
                                }
                            }
                        }
                    }
                }
                IssueAgenda(issue: issue, items: items, form: form, language: language)
                LinkedThingsSection(linked, language: language)
            }
        }
    }

    private var trail: some HTML {
        PlaceTrail(
            [PlaceTrail.Step(words.issues, address: InventoryRoute.issues().address), PlaceTrail.Step(issue.title)], label: CallWords.both(\.trail),
            language: language)
    }

    private func part(_ heading: String, _ text: String) -> some HTML {
        Group {
            if !text.isEmpty {
                section(.class("sectie")) {
                    h2 { heading }
                    Paragraphs(text)
                }
            }
        }
    }
}

/// On which agendas an issue stands (INV-10); where on none yet, one mail when it does.
private struct IssueAgenda: Component {
    let issue: LearningIssue
    let items: [AgendaItem]
    let form: Form
    let language: Language

    private var words: CallWords { CallWords(language) }

    var body: some HTML {
        section(.class("sectie").id("agenda")) {
            if items.isEmpty {
                h2 { words.followTitle }
                p { words.followLead }
                OpenForm(to: InventoryRoute.issueFollow(issue.id), language: language) {
                    TrapField(language: language)
                    TextField("mail", AnswerWords.both(\.yourMail), kind: .email, autocomplete: "email", form: form, language: language)
                    button(.type("submit").class("knop")) { AnswerWords(language).follow }
                }
            } else {
                h2 { words.onAgenda }
                ul {
                    Each(items) { item in
                        li {
                            a(.href(AgendaRoute.item(item.agenda, item.id).address.url(in: language))) { item.facts.title }
                            " "
                            AgendaStateTag(state: item.state, language: language)
                        }
                    }
                }
            }
        }
    }
}
