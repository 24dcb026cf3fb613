import Core
import HTML
import People
import Web

/// The desk of an area: what to lay side by side, what is there, and who knows the area.
struct MatchDeskPage: Component {
    let scene: MatchScene
    /// Announced conversations about the area.
    let conversations: [Conversation]
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MatchDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.title, lead: scene.areaName + ". " + words.lead, faults: ErrorSummary(form.errors, language: language)) {
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            section(.class("sectie")) {
                h2 { words.begin }
                p { words.beginLead }
                ul {
                    Each(conversations) { conversation in
                        li { a(.href(MatchRoute.new(scene.area, conversation.id).address.url(in: language))) { conversation.facts.title } }
                    }
                    li { a(.href(MatchRoute.new(scene.area).address.url(in: language))) { words.noConversation } }
                }
            }
            if !scene.views.isEmpty { noted }
            knowers
            p { a(.href(MatchRoute.area(scene.area).address.url(in: language))) { MatchWords(language).all } }
        }
    }

    private var noted: some HTML {
        section(.class("sectie")) {
            h2 { words.noted }
            ul {
                Each(scene.views) { view in
                    li {
                        a(.href(MatchRoute.change(view.match.area, view.match.id).address.url(in: language))) { view.match.facts.title }
                        ". " + MatchWords(language).name(view.match.facts.relation) + ". " + MatchWords(language).name(view.match.state) + "."
                    }
                }
            }
        }
    }

    private var knowers: some HTML {
        section(.class("sectie")) {
            h2 { words.knower }
            p { words.knowerLead }
            Each(scene.knowers.filter { $0.area == scene.area }) { knower in
                div(.class("naast-elkaar")) {
                    p { knower.facts.name }
                    PostForm(to: MatchRoute.removeKnower(scene.area).address, in: language, token: token) {
                        input(.type("hidden").name(MatchForm.knower).value(knower.id.description))
                        button(.type("submit").class("knop licht").ariaLabel("\(words.remove): \(knower.facts.name)")) { words.remove }
                    }
                }
            }
            PostForm(to: MatchRoute.knower(scene.area).address, in: language, token: token) {
                TextField(MatchForm.name, Words.both(\.knowerName), form: form, language: language)
                ChoiceField(MatchForm.kind, Words.both(\.knowerKind), kind: .one, choices: Self.kinds, form: form, language: language)
                TextField(MatchForm.knows, Words.both(\.knowerKnows), kind: .paragraph(limit: 400), form: form, language: language)
                TextField(
                    MatchForm.contact, Words.both(\.knowerContact), hint: Words.both(\.knowerContactHint), isRequired: false, form: form, language: language)
                button(.type("submit").class("knop licht")) { words.add }
            }
        }
    }

    private static let kinds = Knower.Kind.allCases.map { kind in Choice(kind.rawValue, MatchWords.both { $0.name(kind) }) }
}

/// What can be chosen for one match.
struct MatchChoices: Sendable {
    let owners: [Organisation]
    let figures: [FigureEvidence]
    let themes: [AreaTheme]
    /// nil where nothing was told.
    let conversation: Conversation?
    let codingThemes: [CodingTheme]
    let statements: [Statement]
}

/// Laying something side by side.
struct MatchNewPage: Component {
    let area: AreaCode
    let areaName: String
    let choices: MatchChoices
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MatchDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.begin, lead: areaName, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: MatchRoute.new(area, choices.conversation?.id).address, in: language, token: token) {
                TextField(MatchForm.title, Words.both(\.name), hint: Words.both(\.nameHint), form: form, language: language)
                SelectField(
                    MatchForm.theme, Words.both(\.theme), choices: [Choice("", Words.both(\.themeEmpty))] + choices.themes.map { Choice($0.key, $0.name) },
                    form: form, language: language)
                SelectField(MatchForm.counting, Words.both(\.counting), choices: counting, form: form, language: language)
                partner
                if let conversation = choices.conversation { telling(conversation) }
                TextField(
                    MatchForm.explanation, Words.both(\.explanation), kind: .paragraph(limit: 2000), hint: Words.both(\.explanationHint), isRequired: false,
                    form: form, language: language)
                SelectField(
                    MatchForm.owner, Words.both(\.owner), choices: choices.owners.map { Choice($0.id.description, Localized($0.name)) }, form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            p { a(.href(MatchRoute.desk(area).address.url(in: language))) { words.title } }
        }
    }

    private var counting: [Choice] {
        let none = choices.conversation == nil ? [] : [Choice(MatchForm.nothing, Words.both(\.nothingCounted))]
        return [Choice("", Words.both(\.countingEmpty))] + none + [Choice(MatchForm.partner, Words.both(\.partnerKnows))]
            + choices.figures.map { figure in
                Choice(
                    figure.key,
                    Localized(
                        nl: "\(figure.name.nl): \(figure.value.nl) (\(figure.period))", en: "\(figure.name.en): \(figure.value.en) (\(figure.period))"))
            }
    }

    @HTMLBuilder private var partner: some HTML {
        TextField(
            MatchForm.partnerWords, Words.both(\.partnerWords), kind: .paragraph(limit: 2000), hint: Words.both(\.partnerHint), isRequired: false, form: form,
            language: language)
        TextField(MatchForm.partnerSource, Words.both(\.partnerSource), isRequired: false, form: form, language: language)
        ChoiceField(
            MatchForm.partnerKind, Words.both(\.partnerKind), kind: .one,
            choices: Match.Information.allCases.map { kind in Choice(kind.rawValue, Words.both { $0.name(kind) }) }, isRequired: false, form: form,
            language: language)
    }

    private func telling(_ conversation: Conversation) -> some HTML {
        Group {
            h2 { MatchWords(language).from(conversation.facts.title) }
            SelectField(MatchForm.telling, Words.both(\.telling), choices: told, form: form, language: language)
            TextField(
                MatchForm.quote, Words.both(\.quote), kind: .paragraph(limit: Match.Quote.limit), hint: Words.both(\.quoteHint), isRequired: false, form: form,
                language: language)
            ChoiceField(
                MatchForm.relation, Words.both(\.relation), kind: .one,
                choices: Match.Relation.judged.map { relation in Choice(relation.rawValue, MatchWords.both { $0.name(relation) }) },
                hint: Words.both(\.relationHint), isRequired: false, form: form, language: language)
        }
    }

    private var told: [Choice] {
        [Choice("", Words.both(\.tellingEmpty)), Choice(MatchForm.all, Words.both(\.allStories))]
            + choices.codingThemes.map { theme in Choice(MatchForm.value(theme: theme.number), Words.both { $0.stories(about: theme.name) }) }
            + Story.Mark.allCases.map { mark in
                Choice(
                    MatchForm.value(mark: mark), Localized(nl: Words(.nl).stories(of: mark.name.nl), en: Words(.en).stories(of: mark.name.en)))
            }
            + choices.statements.map { one in Choice(MatchForm.value(statement: one.number), Words.both { $0.statement(one.number, one.words) }) }
    }
}

/// What is done with one match.
struct MatchChangePage: Component {
    let view: MatchView
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MatchDeskWords
    private var words: Words { Words(language) }
    private var match: Match { view.match }

    var body: some HTML {
        TextColumn(words.change, lead: match.facts.title + ", " + view.areaName, faults: ErrorSummary(form.errors, language: language)) {
            MatchBlock(view: view, isHere: true, isLinked: true, language: language)
            PostForm(to: MatchRoute.change(match.area, match.id).address, in: language, token: token) {
                ChoiceField(
                    MatchForm.state, Words.both(\.state), kind: .one,
                    choices: Match.State.allCases.map { state in Choice(state.rawValue, MatchWords.both { $0.name(state) }) }, form: form, language: language)
                TextField(MatchForm.reason, Words.both(\.reason), kind: .paragraph(limit: 1000), form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            p { a(.href(MatchRoute.desk(match.area).address.url(in: language))) { words.title } }
        }
    }
}
