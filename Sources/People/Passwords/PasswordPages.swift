import Core
import Credentials
import HTML
import Web

/// The field for the password that someone has.
struct CurrentPasswordField: Component {
    var label: Localized = CredentialWords.both(\.password)
    var hint: Localized?
    var isRequired = true
    let form: Form
    let language: Language

    /// The name of the field.
    static let name = "wachtwoord"
    /// Makes what is typed visible; pages are complete without it.
    static let scripts = ["password.js"]

    var body: some HTML {
        TextField(
            Self.name, label, kind: .password, hint: hint, isRequired: isRequired, autocomplete: "current-password", form: form, language: language)
    }
}

/// What someone who is signed in is asked before a change of what they sign in with.
struct ProofPage: Component {
    let mail: String
    let hasPassword: Bool
    let form: Form
    let token: FormToken
    let back: String?
    let language: Language

    private var words: CredentialWords { CredentialWords(language) }

    var body: some HTML {
        TextColumn(words.proofTitle, lead: words.proofLead, faults: ErrorSummary(form.errors, language: language)) {
            if hasPassword {
                PostForm(to: CredentialRoute.proof(back: back).address, in: language, token: token) {
                    AccountName(mail: mail)
                    CurrentPasswordField(form: form, language: language)
                    button(.type("submit").class("knop")) { words.goOn }
                }
                h2 { words.proofOr }
            }
            p { words.proofCode(mail) }
            PostForm(to: CredentialRoute.proofCode(back: back).address, in: language, token: token) {
                button(.type("submit").class("knop", "licht", when: hasPassword)) { SignInWords(language).sendCode }
            }
        }
    }
}

/// The mail address for programs that keep passwords, which look for it beside the password; nobody has to see it.
struct AccountName: Component {
    let mail: String

    var body: some HTML { input(.type("text").name("mail").value(mail).autocomplete("username").hidden()) }
}

/// Sets, changes or removes the password.
struct PasswordPage: Component {
    let mail: String
    let hasPassword: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: CredentialWords { CredentialWords(language) }

    var body: some HTML {
        TextColumn(hasPassword ? words.change : words.set, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: CredentialRoute.password.address, in: language, token: token) {
                AccountName(mail: mail)
                if hasPassword { CurrentPasswordField(label: CredentialWords.both(\.current), form: form, language: language) }
                TextField(
                    PasswordRoutes.newName, CredentialWords.both(\.new), kind: .password, hint: CredentialWords.both(\.newHint),
                    autocomplete: "new-password", form: form, language: language)
                ChoiceField(
                    PasswordRoutes.othersName, CredentialWords.both(\.others), kind: .any, choices: [Choice("ja", CredentialWords.both(\.othersEnd))],
                    isRequired: false, form: form, language: language)
                button(.type("submit").class("knop")) { words.keep }
            }
            if hasPassword {
                section(.class("sectie").id("weg")) {
                    h2 { words.remove }
                    p { words.removeLead }
                    PostForm(to: CredentialRoute.passwordRemoval.address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.remove }
                    }
                }
            }
            p { a(.href(PeopleRoute.account.address.url(in: language))) { words.back } }
        }
    }
}

/// The part of someone's own page about their password.
struct PasswordSection: Component {
    /// Milliseconds since 1970; nil where they have none.
    let changedAt: Int64?
    let language: Language

    private var words: CredentialWords { CredentialWords(language) }

    var body: some HTML {
        section(.class("sectie").id("wachtwoord")) {
            h2 { words.password }
            p { changedAt.map { words.has(since: AccountWords(language).date($0)) } ?? words.none }
            p {
                a(.class("knop licht").href(CredentialRoute.password.address.url(in: language))) { changedAt == nil ? words.set : words.changeOrRemove }
            }
        }
    }
}
