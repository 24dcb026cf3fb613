import Core
import HTML
import Mail
import Web

/// Asks for another mail address.
struct MailChangePage: Component {
    let mail: MailAddress
    let form: Form
    let token: FormToken
    let language: Language

    private var words: MailChangeWords { MailChangeWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead(mail.description), faults: ErrorSummary(form.errors, language: language)) {
            p { words.oldWorks }
            p { words.also }
            PostForm(to: CredentialRoute.mail.address, in: language, token: token) {
                TextField(
                    "mail", MailChangeWords.both(\.new), kind: .email, hint: SignInWords.both(\.mailHint), autocomplete: "email", form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.send }
            }
            p { a(.href(PeopleRoute.account.address.url(in: language))) { CredentialWords(language).back } }
        }
    }
}

/// Asks for the code that went to the new address.
struct MailCodePage: Component {
    /// The new one.
    let mail: MailAddress
    let form: Form
    let token: FormToken
    /// The code itself, on a site for development that sends no mail.
    let shown: String?
    let language: Language

    private var words: MailChangeWords { MailChangeWords(language) }

    var body: some HTML {
        TextColumn(words.codeTitle, lead: words.codeLead(mail.description), faults: ErrorSummary(form.errors, language: language)) {
            if let shown {
                Notice(.caution) {
                    p {
                        SignInWords(language).development
                        " "
                        strong { shown }
                    }
                }
            }
            PostForm(to: CredentialRoute.mailCode.address, in: language, token: token) {
                TextField(
                    "code", SignInWords.both(\.code), kind: .whole, hint: SignInWords.both(\.codeHint), autocomplete: "one-time-code", form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.title }
            }
            p { words.noCode }
            p { a(.href(CredentialRoute.mail.address.url(in: language))) { words.again } }
        }
    }
}
