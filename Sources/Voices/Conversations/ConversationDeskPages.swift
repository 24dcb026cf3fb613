import Core
import HTML
import People
import Web

/// The conversations that someone organises.
struct ConversationDeskListPage: Component {
    let conversations: [Conversation]
    let names: [AreaCode: String]
    /// Whether someone can begin one here: who leads a single conversation cannot.
    let mayBegin: Bool
    let now: Int64
    let language: Language

    private var words: ConversationDeskWords { ConversationDeskWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead) {
            if mayBegin {
                p { a(.class("knop").href(ConversationRoute.new.address.url(in: language))) { words.add } }
            } else {
                p { words.noOwner }
            }
            if conversations.isEmpty { p { words.none } }
            ul {
                Each(conversations) { conversation in
                    li {
                        a(.href(ConversationRoute.desk(conversation.id).address.url(in: language))) { conversation.facts.title }
                        ", " + (names[conversation.area] ?? "") + " "
                        ConversationTag(state: conversation.state(at: now), language: language)
                    }
                }
            }
        }
    }
}

/// The form to begin a conversation.
struct ConversationNewPage: Component {
    let form: Form
    let choices: ConversationChoices
    let token: FormToken
    let language: Language

    private typealias Words = ConversationDeskWords

    var body: some HTML {
        TextColumn(Words(language).add, lead: Words(language).addLead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: ConversationRoute.new.address, in: language, token: token) {
                TextField(ConversationForm.area, Words.both(\.area), hint: Words.both(\.areaHint), autocomplete: "off", form: form, language: language)
                SelectField(ConversationForm.owner, Words.both(\.owner), choices: choices.ownerChoices, form: form, language: language)
                ConversationFields(form: form, choices: choices, language: language)
                button(.type("submit").class("knop")) { Words(language).save }
            }
        }
    }
}

/// What the desk of one conversation shows.
struct ConversationDeskState: Sendable {
    let conversation: Conversation
    let areaName: String
    let owner: String
    let doors: [ConversationDoor]
    let choices: ConversationChoices
    /// What was just done; nil for nothing.
    let notice: String?
    var facts: Form
    var longer = Form(items: [])

    var id: Identifier { conversation.id }

    /// The form with a fault: its faults stand above the page.
    var faulty: Form { longer.errors.isEmpty ? facts : longer }
}

/// One conversation: its announcement while it is a draft, and more time after that.
struct ConversationDeskPage: Component {
    let state: ConversationDeskState
    let token: FormToken
    let now: Int64
    let language: Language

    private typealias Words = ConversationDeskWords
    private var words: Words { Words(language) }
    private var conversation: Conversation { state.conversation }

    var body: some HTML {
        TextColumn(conversation.facts.title, faults: ErrorSummary(state.faulty.errors, language: language)) {
            if let notice = state.notice { div(.class("melding").role("status")) { p { notice } } }
            p {
                ConversationTag(state: conversation.state(at: now), language: language)
                " \(state.areaName), \(state.owner)"
            }
            p {
                a(.href(ConversationRoute.conversation(state.id).address.url(in: language))) { conversation.isPublic ? words.page : words.preview }
            }
            if !state.doors.isEmpty {
                section(.class("sectie").id("verder")) {
                    h2 { words.doors }
                    ConversationDoorList(doors: state.doors, language: language)
                }
            }
            if conversation.isPublic { ConversationLonger(state: state, now: now, token: token, language: language) } else { draft }
        }
    }

    private var draft: some HTML {
        Group {
            section(.class("sectie").id("tekst")) {
                h2 { words.text }
                p { words.areaIs }
                PostForm(to: ConversationRoute.desk(state.id).address, in: language, token: token) {
                    ConversationFields(form: state.facts, choices: state.choices, language: language)
                    button(.type("submit").class("knop")) { words.save }
                }
            }
            section(.class("sectie").id("aankondigen")) {
                h2 { words.announce }
                p { words.announceLead }
                if conversation.facts.ways == [.screen] { Notice(.caution) { p { words.onlyScreen } } }
                PostForm(to: ConversationRoute.announce(state.id).address, in: language, token: token) {
                    button(.type("submit").class("knop")) { words.announce }
                }
            }
        }
    }
}

/// More time for a conversation that was announced: the one thing that can still change.
struct ConversationLonger: Component {
    let state: ConversationDeskState
    let now: Int64
    let token: FormToken
    let language: Language

    private typealias Words = ConversationDeskWords
    private var words: Words { Words(language) }
    private var facts: Conversation.Facts { state.conversation.facts }

    var body: some HTML {
        section(.class("sectie").id("langer-geven")) {
            h2 { words.extend }
            p { words.fixed }
            p { ConversationWords(language).period(words.day(facts.firstDay.description), words.day(facts.lastDay.description)) }
            if state.conversation.closedAt == nil && facts.lastDay.start < facts.decidedBy.start {
                p { words.extendLead + " " + words.untilDecision + ": " + words.day(facts.decidedBy.description) + "." }
                PostForm(to: ConversationRoute.extend(state.id).address, in: language, token: token) {
                    TextField(ConversationForm.until, Words.both(\.lastDay), hint: Words.both(\.dayHint), form: state.longer, language: language)
                    button(.type("submit").class("knop")) { words.extend }
                }
            }
        }
    }
}
