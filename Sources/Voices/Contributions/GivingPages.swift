import Core
import HTML
import People
import Web

/// Why someone cannot take part now, and where they can go.
struct RefusalNotice: Component {
    let answer: Entrance.Answer
    let conversation: Identifier
    let language: Language

    private var words: GivingWords { GivingWords(language) }

    @HTMLBuilder var body: some HTML {
        switch answer {
        case .open, .fresh: Group {}
        case .needsCode: notice(words.needsCode, words.toCode, CodeRoute.enter(conversation).address)
        case .needsAccount:
            notice(
                words.needsAccount, words.toAccount, PeopleRoute.signIn(back: ConversationRoute.conversation(conversation).address.url(in: language)).address)
        case .closed: Notice(.caution) { p { words.closed } }
        }
    }

    private func notice(_ reason: String, _ way: String, _ address: PageAddress) -> some HTML {
        Notice(.caution) {
            p { reason }
            p { a(.class("knop").href(address.url(in: language))) { way } }
        }
    }
}

/// A text comes back once, because parts of it look to be personal data: those are marked, and it can be sent as it is.
struct PersonalDataHint: Component {
    /// Of the field with the text.
    let field: String
    let text: String
    let language: Language

    private var words: GivingWords { GivingWords(language) }

    var body: some HTML {
        div(.class("melding let-op").role("status")) {
            h2 { words.hintTitle }
            p { words.hintLead }
            MarkedText(text: text, language: language)
            p { a(.href("#" + field)) { words.change } }
            button(.type("submit").class("knop licht").name(GivingForm.button).value(GivingForm.anyway)) { words.sendAnyway }
        }
    }
}

/// The code of what someone gave, on a strip that prints.
struct CodeStrip: Component {
    /// nil where the proof is old or false.
    let code: VoiceCode?
    /// Whether a moderator reads it first.
    let isWaiting: Bool
    let language: Language

    private var words: GivingWords { GivingWords(language) }

    var body: some HTML {
        if let code {
            if isWaiting { p { words.waits } }
            section(.class("sectie strook")) {
                p { words.code }
                p { strong { code.spaced } }
                p { words.codeUse }
            }
        } else {
            Notice(.caution) { p { words.proofGone } }
        }
        p { a(.href(ModerationRoute.mine().address.url(in: language))) { words.follow } }
    }
}
