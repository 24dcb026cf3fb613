import Core
import HTML
import People
import Web

/// All conversations that everyone may see, with a choice of area and state.
struct ConversationListPage: Component {
    let conversations: [Conversation]
    let names: [AreaCode: String]
    let filter: ConversationFilter
    /// What was asked for, in the visitor's own words.
    let form: Form
    let now: Int64
    let language: Language

    private typealias Words = ConversationWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            choosing
            if form.errors.isEmpty {
                p(.role("status")) { conversations.isEmpty ? words.none : words.count(conversations.count) }
                Each(conversations) { conversation in
                    ConversationCard(conversation: conversation, areaName: names[conversation.area] ?? "", now: now, language: language)
                }
            }
            p(.class("subtiel")) {
                words.toDesks
                " "
                a(.href(ConversationRoute.desks.address.url(in: language))) { words.desks }
            }
        }
    }

    private var choosing: some HTML {
        HTML::form(
            .class("naast-elkaar").action(ConversationRoute.list().address.url(in: language)).method("get").novalidate().ariaLabel(words.choose)
        ) {
            TextField(ConversationForm.area, Words.both(\.area), hint: Words.both(\.areaHint), isRequired: false, form: form, language: language)
            SelectField("stand", Words.both(\.state), choices: Self.states, isRequired: false, form: form, language: language)
            button(.type("submit").class("knop")) { words.show }
            if filter != ConversationFilter() { p { a(.href(ConversationRoute.list().address.url(in: language))) { words.clear } } }
        }
    }

    private static let states =
        [Choice("", Words.both(\.all))] + Conversation.State.allCases.filter { $0 != .draft }.map { Choice($0.rawValue, $0.name) }
}

/// One conversation in a list.
struct ConversationCard: Component {
    let conversation: Conversation
    let areaName: String
    let now: Int64
    let language: Language

    private var words: ConversationWords { ConversationWords(language) }
    private var facts: Conversation.Facts { conversation.facts }

    var body: some HTML {
        section(.class("sectie")) {
            h2 { a(.href(ConversationRoute.conversation(conversation.id).address.url(in: language))) { facts.title } }
            p {
                ConversationTag(state: conversation.state(at: now), language: language)
                " " + areaName + ". " + words.period(words.day(facts.firstDay.description), words.day(facts.lastDay.description))
            }
            p { facts.question }
            p(.class("subtiel")) { words.say(facts.influence) }
        }
    }
}

/// The state of a conversation as a label.
struct ConversationTag: Component {
    let state: Conversation.State
    let language: Language

    var body: some HTML { span(.class("tag", "goed", when: state == .open)) { state.name[language] } }
}
