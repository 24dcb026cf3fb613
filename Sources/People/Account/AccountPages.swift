import Core
import Credentials
import HTML
import Mail
import Web

/// What someone sees of themselves: roles, sessions, second step.
struct AccountPage: Component {
    let person: Person
    let visit: Visit
    let sessions: [SessionStore.Session]
    let factor: SecondFactorStore.State
    /// When the password was set or changed; nil where there is none.
    let passwordAt: Int64?
    /// The names of the providers that they sign in with.
    let identities: [Localized]
    let hasProviders: Bool
    let places: PlaceNames
    let token: FormToken
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead(person.name), menu: menu) {
            dl(.class("over")) {
                div {
                    dt { words.mail }
                    dd { "\(person.mail) (\(words.mailPrivate))" }
                }
            }
            PostForm(to: PeopleRoute.signOut.address, in: language, token: token) { button(.type("submit").class("knop licht")) { words.signOut } }
            section(.class("sectie").id("rollen")) {
                h2 { words.roles }
                roles
            }
            section(.class("sectie").id("aanmeldingen")) {
                h2 { words.sessions }
                p { words.sessionsLead }
                SessionTable(sessions: sessions, here: visit.session, token: token, language: language)
            }
            PasswordSection(changedAt: passwordAt, language: language)
            IdentitySection(names: identities, hasProviders: hasProviders, language: language)
            section(.class("sectie").id("tweede-stap")) {
                h2 { words.step }
                secondStep
            }
            p { a(.href(NoticeRoute.list.address.url(in: language))) { NoticeWords(language).title } }
            p { a(.href(ProfileRoute.edit.address.url(in: language))) { ProfileWords(language).edit } }
            p { a(.href(AttachmentRoute.own.address.url(in: language))) { AttachmentWords(language).own } }
            p { a(.href(PeopleRoute.log().address.url(in: language))) { words.log } }
            p { a(.href(PeopleRoute.archive.address.url(in: language))) { words.archive } }
            p { a(.href(PeopleRoute.file.address.url(in: language))) { words.file } }
        }
    }

    private var menu: SideMenu? {
        visit.actor.decide([.functionalAdministrator]).isAllowed ? .administration(PeopleRoute.account.address, language) : nil
    }

    @HTMLBuilder private var roles: some HTML {
        if visit.actor.grants.isEmpty { p { words.noRoles } } else { ul { Each(visit.actor.grants) { grant in li { role(grant) } } } }
        if visit.actor.needsTwoFactors && visit.actor.proof < .twoFactors {
            Notice(.caution) { p { a(.href(PeopleRoute.secondStep(back: "/mijn").address.url(in: language))) { words.needsStep } } }
        }
    }

    private func role(_ grant: RoleGrant) -> some HTML {
        let kind = [grant.role.name[language], grant.subRole].compactMap { $0 }.joined(separator: ", ")
        let end = grant.end.map { ", " + words.until(words.date($0)) } ?? ""
        return Group {
            strong { kind }
            ", " + places.text(grant.scope, language) + end
        }
    }

    @HTMLBuilder private var secondStep: some HTML {
        switch factor {
        case .confirmed(let left):
            p { words.stepOn + " " + words.recoveryLeft(left) }
        case .none:
            p { words.stepOff }
            p { a(.class("knop licht").href(PeopleRoute.secondFactor(back: "/mijn").address.url(in: language))) { words.stepSet } }
        }
    }
}

/// The sessions that are open, each with a button to end it.
struct SessionTable: Component {
    let sessions: [SessionStore.Session]
    let here: Identifier
    let token: FormToken
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        table(.class("stapel")) {
            caption(.class("vh")) { words.sessions }
            ColumnHeads(words.device, words.since, words.lastSeen, words.action)
            tbody { Each(sessions) { session in row(session) } }
        }
    }

    private func row(_ session: SessionStore.Session) -> some HTML {
        let device = session.device.isEmpty ? words.unknownDevice : session.device
        return tr {
            th(.scope("row")) { device }
            td(.data("kop", words.since)) { words.time(session.startedAt) }
            td(.data("kop", words.lastSeen)) { words.time(session.seenAt) }
            td(.data("kop", words.action)) {
                if session.id == here {
                    words.thisOne
                } else {
                    PostForm(to: PeopleRoute.sessionEnd(session.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) {
                            words.end
                            span(.class("vh")) { ": \(device), \(words.time(session.startedAt))" }
                        }
                    }
                }
            }
        }
    }
}

/// A secret for an app: as a picture and as letters, and the question for its first code.
struct SecondFactorPage: Component {
    let app: OneTimePassword
    let account: String
    let site: String
    let form: Form
    let token: FormToken
    let back: String?
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        TextColumn(words.stepSet, lead: words.stepLead, faults: ErrorSummary(form.errors, language: language)) {
            if let picture = QRCode(app.address(issuer: site, account: account)) {
                svg(
                    .class("qr").role("img").ariaLabel(words.stepPicture).width(240).height(240)
                        .viewBox(0, 0, Double(picture.size), Double(picture.size))
                ) {
                    rect(.width(Double(picture.size)).height(Double(picture.size)).fill("#fff"))
                    path(.d(picture.path).fill("#000"))
                }
            }
            p { words.stepLetters }
            p { HTML::code { app.readableSecret } }
            PostForm(to: PeopleRoute.secondFactor(back: back).address, in: language, token: token) {
                TextField("code", AccountWords.both(\.stepCode), kind: .whole, autocomplete: "one-time-code", form: form, language: language)
                button(.type("submit").class("knop")) { words.stepSet }
            }
        }
    }
}

/// The recovery codes, shown once.
struct RecoveryPage: Component {
    let codes: [String]
    let back: PageAddress
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        TextColumn(words.recoveryTitle, lead: words.recoveryLead) {
            ol { Each(codes) { one in li { HTML::code { one } } } }
            p { a(.class("knop").href(back.url(in: language))) { words.recoveryKept } }
        }
    }
}
