import Core
import People
import Web

/// Reads what somebody lays side by side, and who knows an area.
enum MatchForm {
    static let title = "titel"
    static let theme = "thema"
    static let counting = "geteld"
    static let partnerWords = "partner"
    static let partnerSource = "partner-bron"
    static let partnerKind = "partner-soort"
    static let telling = "verteld"
    static let quote = "citaat"
    static let relation = "verhouding"
    static let explanation = "uitleg"
    static let owner = "eigenaar"
    static let state = "stand"
    static let reason = "reden"
    static let knower = "kenner"
    static let name = "naam"
    static let kind = "soort"
    static let knows = "weet"
    static let contact = "contact"

    /// Values of ``counting`` beside keys of figures.
    static let nothing = "geen-cijfer"
    static let partner = "van-een-partner"
    /// Values of ``telling``.
    static let all = "alle"
    static func value(theme: Int) -> String { "thema-\(theme)" }
    static func value(mark: Story.Mark) -> String { "soort-\(mark.rawValue)" }
    static func value(statement: Int) -> String { "stelling-\(statement)" }

    private typealias Words = MatchDeskWords

    /// - Parameter quotable: finds the story in which words stand that may be quoted
    static func facts(_ form: inout Form, _ choices: MatchChoices, quotable: (String) -> Identifier?) -> (facts: Match.Facts, owner: Identifier)? {
        let title = form.text(title, limit: 100, required: Words.both(\.nameEmpty)), explanation = form.text(explanation, limit: 2000)
        let theme = choices.themes.first { $0.key == form[Self.theme] }, owner = choices.owners.first { $0.id.description == form[Self.owner] }
        if theme == nil { form.fail(Self.theme, Words.both(\.themeEmpty)) }
        if owner == nil { form.fail(Self.owner, Words.both(\.ownerEmpty)) }
        let counting = counting(&form, choices), telling = telling(&form, choices, quotable)
        guard let counting, let telling else { return nil }
        let forced = Match.Relation.forced(counting, telling)
        let judged = forced == nil ? form.choice(relation, of: Match.Relation.self, required: Words.both(\.relationEmpty)) : nil
        if let judged, !Match.Relation.judged.contains(judged) { form.fail(relation, Words.both(\.relationEmpty)) }
        guard let title, let theme, let owner, let found = forced ?? judged, form.errors.isEmpty else { return nil }
        let facts = Match.Facts(
            title: title, theme: theme.key, counting: counting, telling: telling, relation: found, explanation: explanation ?? "")
        return (facts, owner.id)
    }

    private static func counting(_ form: inout Form, _ choices: MatchChoices) -> Match.Counting? {
        switch form[counting] {
        case nothing where choices.conversation != nil: return .nothing
        case partner:
            let words = form.text(partnerWords, limit: 2000, required: Words.both(\.partnerEmpty))
            let source = form.text(partnerSource, limit: 200, required: Words.both(\.partnerSourceEmpty))
            let kind = form.choice(partnerKind, of: Match.Information.self, required: Words.both(\.partnerKindEmpty))
            guard let words, let source, let kind else { return nil }
            return .partner(words: words, source: source, kind: kind)
        case let key:
            if let figure = choices.figures.first(where: { $0.key == key }) { return .figure(figure) }
            form.fail(counting, Words.both(\.countingEmpty))
            return nil
        }
    }

    private static func telling(_ form: inout Form, _ choices: MatchChoices, _ quotable: (String) -> Identifier?) -> Match.Telling? {
        guard let conversation = choices.conversation?.id else { return .nothing }
        let value = form[telling] ?? ""
        if let statement = choices.statements.first(where: { Self.value(statement: $0.number) == value }) {
            return .statement(conversation: conversation, contribution: statement.contribution)
        }
        let theme = choices.codingThemes.first { Self.value(theme: $0.number) == value }, mark = Story.Mark.allCases.first { Self.value(mark: $0) == value }
        guard value == all || theme != nil || mark != nil else {
            form.fail(telling, Words.both(\.tellingEmpty))
            return nil
        }
        var quote: Match.Quote?
        if let words = form.text(Self.quote, limit: Match.Quote.limit) {
            quote = quotable(words).map { Match.Quote(story: $0, words: words) }
            if quote == nil { form.fail(Self.quote, Words.both(\.quoteWrong)) }
        }
        return .stories(.init(conversation: conversation, mark: mark, theme: theme?.number, quote: quote))
    }

    static func change(_ form: inout Form) -> (state: Match.State, reason: String)? {
        let state = form.choice(state, of: Match.State.self, required: Words.both(\.stateEmpty))
        let reason = form.text(reason, limit: 1000, required: Words.both(\.reasonEmpty))
        guard let state, let reason, form.errors.isEmpty else { return nil }
        return (state, reason)
    }

    static func newKnower(_ form: inout Form) -> Knower.Facts? {
        let name = form.text(name, limit: 100, required: Words.both(\.knowerNameEmpty))
        let kind = form.choice(kind, of: Knower.Kind.self, required: Words.both(\.knowerKindEmpty))
        let knows = form.text(knows, limit: 400, required: Words.both(\.knowerKnowsEmpty)), contact = form.text(contact, limit: 200)
        guard let name, let kind, let knows, form.errors.isEmpty else { return nil }
        return Knower.Facts(name: name, kind: kind, knows: knows, contact: contact ?? "")
    }
}
