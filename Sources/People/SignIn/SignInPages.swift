import Core
import HTML
import Web

/// Asks for a mail address, and for the password of who has one: without it a code goes out by mail.
struct SignInPage: Component {
    let form: Form
    let token: FormToken
    let back: String?
    let providers: [IdentityProvider]
    let language: Language

    private var words: SignInWords { SignInWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: PeopleRoute.signIn(back: back).address, in: language, token: token) {
                TextField(
                    "mail", SignInWords.both(\.mail), kind: .email, hint: SignInWords.both(\.mailHint), autocomplete: "username", form: form,
                    language: language)
                CurrentPasswordField(hint: CredentialWords.both(\.signInHint), isRequired: false, form: form, language: language)
                button(.type("submit").class("knop")) { words.goOn }
            }
            ProviderButtons(providers: providers, token: token, back: back, language: language)
            p { words.readingIsOpen }
            p(.class("subtiel")) { words.noAccount }
        }
    }
}

/// Asks for the code that was sent.
struct SignInCodePage: Component {
    let attempt: Identifier
    let form: Form
    let token: FormToken
    let back: String?
    /// The code itself, on a site for development that sends no mail.
    let shown: String?
    let language: Language

    private var words: SignInWords { SignInWords(language) }

    var body: some HTML {
        TextColumn(words.codeTitle, lead: words.codeLead, faults: ErrorSummary(form.errors, language: language)) {
            if let shown {
                Notice(.caution) {
                    p {
                        words.development
                        " "
                        strong { shown }
                    }
                }
            }
            PostForm(to: PeopleRoute.code(attempt, back: back).address, in: language, token: token) {
                TextField(
                    "code", SignInWords.both(\.code), kind: .whole, hint: SignInWords.both(\.codeHint), autocomplete: "one-time-code", form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.title }
            }
            p { words.noMail }
            p { a(.href(PeopleRoute.signIn(back: back).address.url(in: language))) { words.newCode } }
        }
    }
}

/// A button for who came by the link: programs that look at the links in a mail press no buttons.
struct SignInLinkPage: Component {
    let attempt: Identifier
    let secret: String
    let token: FormToken
    let language: Language

    private var words: SignInWords { SignInWords(language) }

    var body: some HTML {
        TextColumn(words.linkTitle, lead: words.linkLead) {
            PostForm(to: PageAddress("aanmelden", "link"), in: language, token: token) {
                input(.type("hidden").name("poging").value(attempt.description))
                input(.type("hidden").name("sleutel").value(secret))
                button(.type("submit").class("knop")) { words.title }
            }
        }
    }
}

/// Asks for the code of the app, or a recovery code.
struct SecondStepPage: Component {
    let form: Form
    let token: FormToken
    let back: String?
    let language: Language

    private var words: SignInWords { SignInWords(language) }

    var body: some HTML {
        TextColumn(words.stepTitle, lead: words.stepLead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: PeopleRoute.secondStep(back: back).address, in: language, token: token) {
                TextField(
                    "code", SignInWords.both(\.stepCode), hint: SignInWords.both(\.stepHint), autocomplete: "one-time-code", form: form, language: language)
                button(.type("submit").class("knop")) { words.goOn }
            }
        }
    }
}
