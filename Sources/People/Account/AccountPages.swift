import Core
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
    /// Pages of one's own in other parts of the site.
    let doors: [MenuItem]
    let token: FormToken
    let language: Language

    private var words: AccountWords { AccountWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead(person.name), menu: menu) {
            dl(.class("over").id("mailadres")) {
                div {
                    dt { words.mail }
                    dd { "\(person.mail) (\(words.mailPrivate))" }
                }
            }
            p { a(.href(CredentialRoute.mail.address.url(in: language))) { MailChangeWords(language).title } }
            PostForm(to: PeopleRoute.signOut.address, in: language, token: token) { button(.type("submit").class("knop licht")) { words.signOut } }
            if !doors.isEmpty {
                nav(.class("sectie").id("van-jou").ariaLabel(words.yours)) {
                    h2 { words.yours }
                    ul { Each(doors) { door in li { a(.href(door.address.url(in: language))) { door.title[language] } } } }
                }
            }
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
            SecondFactorSection(state: factor, language: language)
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
