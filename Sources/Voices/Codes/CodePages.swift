import Core
import Credentials
import HTML
import People
import Web

/// Where a code is typed.
struct CodeEntryPage: Component {
    /// Nil where someone does not know which conversation the code is of.
    let conversation: Conversation?
    let areaName: String
    let isIn: Bool
    let isOpen: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = CodeWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ErrorSummary(form.errors, language: language)
        if let conversation {
            ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)
        } else {
            TitleBand(words.title, lead: words.lead)
        }
        div(.class("wrap inhoud smal")) {
            if let conversation, isIn { welcome(conversation) }
            if isOpen { asking } else { p { words.closed } }
        }
    }

    private func welcome(_ conversation: Conversation) -> some HTML {
        Group {
            div(.class("melding").role("status")) { p { words.isIn } }
            p { a(.class("knop").href(ConversationRoute.conversation(conversation.id).address.url(in: language))) { words.toConversation } }
            p { words.otherCode }
        }
    }

    private var asking: some HTML {
        Group {
            PostForm(to: CodeRoute.enter(conversation?.id).address, in: language, token: token) {
                TrapField(form, language: language)
                TextField(CodeForm.code, Words.both(\.code), hint: Words.both(\.codeHint), autocomplete: "off", form: form, language: language)
                button(.type("submit").class("knop")) { words.enter }
            }
            p(.class("subtiel")) { words.noName }
        }
    }
}

/// The account of all codes, as everyone sees it after the conversation.
struct CodeAccountPage: Component {
    let conversation: Conversation
    let areaName: String
    let account: BallotProtocol
    let language: Language

    private var words: CodeWords { CodeWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.account, lead: words.accountLead, language: language)
        ) {
            if let closedAt = account.closedAt {
                p { words.accountClosed(words.date(closedAt)) }
                if account.lines.isEmpty { p { words.none } } else { counts }
            } else {
                // Numbers that still change would tell, from one look to the next, what one sheet did.
                p { words.accountOpen }
            }
        }
    }

    private var counts: some HTML {
        let shown = account.shown
        return Group {
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.account)) {
                table {
                    caption { words.account }
                    ColumnHeads(words.what, words.number)
                    tbody {
                        tr {
                            th(.scope("row")) { words.issued }
                            td(.class("num")) { words.shown(shown.issued) }
                        }
                        Each(CodeBatch.State.allCases) { state in
                            tr {
                                th(.scope("row")) { words.name(state) }
                                td(.class("num")) { words.shown(shown.states[state] ?? .exact(0)) }
                            }
                        }
                    }
                }
            }
            p(.class("subtiel")) { words.protection }
        }
    }
}

/// Codes as cards to cut out: in the answer to handing them out, and never again.
struct CodeCardsPage: Component {
    let conversation: Conversation
    let issue: CodeIssue
    /// Of the site: `https://buurt.example.nl`; nil where it is not set.
    let origin: String?
    let language: Language

    private var words: CodeDeskWords { CodeDeskWords(language) }

    var body: some HTML {
        TextColumn(words.cards, lead: conversation.facts.title) {
            Notice(.caution) { p { words.cardsLead } }
            ul(.class("kaartjes")) { Each(issue.prints) { print in card(print) } }
            p { a(.href(CodeRoute.desk(conversation.id).address.url(in: language))) { words.title } }
        }
    }

    private var site: String { CodeRoute.enter(nil).address.url(in: language) }

    private func card(_ print: CodeBatch.Print) -> some HTML {
        li(.class("kaartje")) {
            p { conversation.facts.title }
            p { words.cardUse + " " + (origin.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? "") + site }
            p { strong { HTML::code { print.code.spaced } } }
            CodePicture(code: print.code, origin: origin, language: language)
            p(.class("subtiel")) { words.cardNumber(print.number) }
        }
    }
}

/// A code as a picture for a telephone. Behind the `#`: what stands there is not sent to a server, so that no log gets to know the code.
struct CodePicture: Component {
    let code: VoiceCode
    /// Of the site: `https://buurt.example.nl`; nil where it is not set, and then there is no picture.
    let origin: String?
    let language: Language

    @HTMLBuilder var body: some HTML {
        if let origin, let picture = QRCode(origin + CodeRoute.enter(nil).address.url(in: language) + "#" + code.description) {
            svg(
                .class("qr").role("img").ariaLabel(CodeDeskWords(language).picture).width(160).height(160)
                    .viewBox(0, 0, Double(picture.size), Double(picture.size))
            ) {
                rect(.width(Double(picture.size)).height(Double(picture.size)).fill("#fff"))
                path(.d(picture.path).fill("#000"))
            }
        }
    }
}
