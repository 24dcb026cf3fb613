import Core
import Credentials
import HTML
import Web

/// The part of someone's own page about their second step.
struct SecondFactorSection: Component {
    let state: SecondFactorStore.State
    let language: Language

    private var words: SecondFactorWords { SecondFactorWords(language) }

    var body: some HTML {
        section(.class("sectie").id("tweede-stap")) {
            h2 { words.step }
            switch state {
            case .confirmed(let left):
                p { words.on + " " + words.recoveryLeft(left) }
                p { a(.class("knop licht").href(PeopleRoute.secondFactor().address.url(in: language))) { words.change } }
                p { a(.class("knop licht").href(CredentialRoute.recoveryCodes.address.url(in: language))) { words.renew } }
            case .none:
                p { words.off }
                p { a(.class("knop licht").href(PeopleRoute.secondFactor(back: "/mijn").address.url(in: language))) { words.set } }
            }
        }
    }
}

/// A secret for an app: as a picture and as letters, and the question for its first code.
struct SecondFactorPage: Component {
    let app: OneTimePassword
    let account: String
    let site: String
    /// Whether another app is in use, and whether it may be done without; nil where there is none yet.
    let turnOff: Decision?
    let form: Form
    let token: FormToken
    let back: String?
    let language: Language

    private var words: SecondFactorWords { SecondFactorWords(language) }
    private var isOther: Bool { turnOff != nil }

    var body: some HTML {
        TextColumn(
            isOther ? words.other : words.set, lead: isOther ? words.otherLead : words.lead, faults: ErrorSummary(form.errors, language: language)
        ) {
            if isOther {
                Notice {
                    p { words.oldWorks }
                    p { words.othersEnd }
                }
            }
            picture
            p { words.letters }
            p { HTML::code { app.readableSecret } }
            PostForm(to: PeopleRoute.secondFactor(back: back).address, in: language, token: token) {
                TextField("code", SecondFactorWords.both(\.code), kind: .whole, autocomplete: "one-time-code", form: form, language: language)
                button(.type("submit").class("knop")) { isOther ? words.useOther : words.set }
            }
            if let turnOff { removal(turnOff) }
            if isOther { p { a(.href(PeopleRoute.account.address.url(in: language))) { CredentialWords(language).back } } }
        }
    }

    @HTMLBuilder private var picture: some HTML {
        if let picture = QRCode(app.address(issuer: site, account: account)) {
            svg(
                .class("qr").role("img").ariaLabel(words.picture).width(240).height(240).viewBox(0, 0, Double(picture.size), Double(picture.size))
            ) {
                rect(.width(Double(picture.size)).height(Double(picture.size)).fill("#fff"))
                path(.d(picture.path).fill("#000"))
            }
        }
    }

    private func removal(_ decision: Decision) -> some HTML {
        section(.class("sectie").id("weg")) {
            h2 { words.remove }
            if case .refused(let reason) = decision {
                p { reason[language] }
            } else {
                p { words.removeLead + " " + words.othersEnd }
                PostForm(to: CredentialRoute.secondFactorRemoval.address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.remove }
                }
            }
        }
    }
}

/// Asks whether the recovery codes are to be made anew.
struct RenewalPage: Component {
    let left: Int
    let token: FormToken
    let language: Language

    private var words: SecondFactorWords { SecondFactorWords(language) }

    var body: some HTML {
        TextColumn(words.renew, lead: words.renewLead) {
            p { words.recoveryLeft(left) + " " + words.othersEnd }
            PostForm(to: CredentialRoute.recoveryCodes.address, in: language, token: token) {
                button(.type("submit").class("knop")) { words.renew }
            }
            p { a(.href(PeopleRoute.account.address.url(in: language))) { CredentialWords(language).back } }
        }
    }
}

/// The recovery codes, shown once.
struct RecoveryPage: Component {
    /// Why there are new ones.
    enum Reason: Sendable, Hashable {
        /// The second step was turned on.
        case set
        /// Another app came in the place of the one before.
        case changed
        case renewed
    }

    let codes: [String]
    let reason: Reason
    let back: PageAddress
    let language: Language

    private var words: SecondFactorWords { SecondFactorWords(language) }

    var body: some HTML {
        TextColumn(words.recoveryTitle, lead: words.recoveryLead(reason) + " " + words.recoveryUse) {
            ol { Each(codes) { one in li { HTML::code { one } } } }
            p { a(.class("knop").href(back.url(in: language))) { words.recoveryKept } }
        }
    }
}
