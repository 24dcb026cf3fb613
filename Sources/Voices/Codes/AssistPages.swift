import Core
import HTML
import Web

/// On every page that someone uses while helping: that it is for somebody else, until when, and how to end it.
package struct AssistBanner: Component {
    let session: AssistSession
    let token: FormToken
    let language: Language

    package init(_ session: AssistSession, token: FormToken, language: Language) {
        self.session = session
        self.token = token
        self.language = language
    }

    private var words: CodeDeskWords { CodeDeskWords(language) }

    package var body: some HTML {
        aside(.class("melding let-op").ariaLabel(words.assist)) {
            p { words.banner(words.moment(session.endsAt)) }
            PostForm(to: CodeRoute.assistEnd(session.conversation).address, in: language, token: token) {
                button(.type("submit").class("knop licht")) { words.end }
            }
        }
    }
}

/// Beginning and ending half an hour of help.
struct AssistPage: Component {
    let conversation: Conversation
    let areaName: String
    let session: AssistSession?
    let isEnded: Bool
    let isOpen: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CodeDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.assist, lead: words.assistLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let session {
                AssistBanner(session, token: token, language: language)
                p { a(.class("knop").href(ConversationRoute.conversation(conversation.id).address.url(in: language))) { CodeWords(language).toConversation } }
                p { words.strip }
            } else {
                if isEnded {
                    div(.class("melding").role("status")) {
                        p { words.ended }
                        p { words.strip }
                    }
                }
                if isOpen { beginning } else { p { CodeWords(language).closed } }
            }
        }
    }

    private var beginning: some HTML {
        PostForm(to: CodeRoute.assist(conversation.id).address, in: language, token: token) {
            p { words.assistRule }
            ChoiceField(CodeForm.help, Words.both(\.assistReason), kind: .one, choices: Self.reasons, form: form, language: language)
            button(.type("submit").class("knop")) { words.begin }
        }
    }

    private static let reasons = AssistSession.Reason.allCases.map { reason in Choice(reason.rawValue, Words.both { $0.name(reason) }) }
}
