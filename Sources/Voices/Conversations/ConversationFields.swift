import Core
import HTML
import People
import Web

/// What can be chosen in the form of a conversation.
struct ConversationChoices: Sendable {
    /// Organisations in whose name one can begin; empty for a conversation that is there.
    let owners: [Organisation]
    let themes: [Term]

    var ownerChoices: [Choice] { [Choice("", ConversationDeskWords.both(\.choose))] + owners.map { Choice($0.id.description, Localized($0.name)) } }

    var themeChoices: [Choice] { [Choice("", ConversationDeskWords.both(\.noTheme))] + themes.map { Choice($0.key, $0.name) } }
}

/// The fields of an announcement, in the order in which it is read.
struct ConversationFields: Component {
    let form: Form
    let choices: ConversationChoices
    let language: Language

    private typealias Words = ConversationDeskWords

    var body: some HTML {
        Group {
            TextField("titel", Words.both(\.name), hint: Words.both(\.nameHint), form: form, language: language)
            TextField("vraag", Words.both(\.question), hint: Words.both(\.questionHint), form: form, language: language)
            SelectField("thema", Words.both(\.theme), choices: choices.themeChoices, isRequired: false, form: form, language: language)
            decision
            days
            taking
            rules
        }
    }

    private var decision: some HTML {
        Group {
            TextField("wel", Words.both(\.decided), kind: .paragraph(limit: 2000), form: form, language: language)
            TextField("niet", Words.both(\.notDecided), kind: .paragraph(limit: 2000), hint: Words.both(\.notDecidedHint), form: form, language: language)
            ChoiceField("invloed", Words.both(\.influence), kind: .one, choices: Self.influences, form: form, language: language)
            TextField("beslist", Words.both(\.decider), hint: Words.both(\.deciderHint), form: form, language: language)
            TextField("daarna", Words.both(\.afterwards), kind: .paragraph(limit: 2000), hint: Words.both(\.afterwardsHint), form: form, language: language)
        }
    }

    private var days: some HTML {
        Group {
            TextField("van", Words.both(\.firstDay), hint: Words.both(\.dayHint), form: form, language: language)
            TextField("tot", Words.both(\.lastDay), hint: Words.both(\.dayHint), form: form, language: language)
            TextField("beslisdag", Words.both(\.decidedBy), hint: Words.both(\.dayHint), form: form, language: language)
        }
    }

    private var taking: some HTML {
        Group {
            ChoiceField("wegen", Words.both(\.ways), kind: .any, choices: Self.ways, hint: Words.both(\.waysHint), form: form, language: language)
            TextField(
                "uitnodiging", Words.both(\.invitation), kind: .paragraph(limit: 2000), hint: Words.both(\.invitationHint), isRequired: false, form: form,
                language: language)
            ChoiceField("talen", Words.both(\.languages), kind: .any, choices: Self.languages, form: form, language: language)
            ChoiceField("niveau", Words.both(\.level), kind: .one, choices: Self.levels, form: form, language: language)
        }
    }

    private var rules: some HTML {
        Group {
            ChoiceField("moderatie", Words.both(\.moderation), kind: .one, choices: Self.moderations, form: form, language: language)
            TextField("huisregels", Words.both(\.houseRules), kind: .paragraph(limit: 4000), isRequired: false, form: form, language: language)
            TextField("contact", Words.both(\.contact), hint: Words.both(\.contactHint), form: form, language: language)
            ChoiceField(
                "thuis", Words.both(\.home), kind: .any, choices: [Choice("ja", Words.both(\.homeYes))], isRequired: false, form: form, language: language)
        }
    }

    private static let influences = Conversation.Influence.allCases.map { Choice($0.rawValue, $0.name, hint: $0.meaning) }
    private static let ways = Conversation.Way.allCases.map { Choice($0.rawValue, $0.name) }
    private static let levels = Conversation.Level.allCases.map { Choice($0.rawValue, $0.name, hint: $0.meaning) }
    private static let moderations = Conversation.Moderation.allCases.map { Choice($0.rawValue, $0.name, hint: $0.meaning) }
    private static let languages = ConversationLanguages.all.map { Choice($0.code, Localized($0.name)) }
}
