import Core
import HTML
import Mail
import Web

/// What an administrator sees of one person.
struct PersonView: Sendable {
    let person: Person
    /// Also those that have ended, the newest first.
    let grants: [RoleGrant]
    let memberships: [Membership]
    /// Those that can be chosen.
    let organisations: [Organisation]
    let programmes: [Programme]
    let places: PlaceNames
    let openSessions: Int
    /// Whether the administrator may take the second step away; nil where it is not on.
    let resetStep: Decision?
    /// What happened to this person, the newest first.
    let lines: [JournalLine]
    let names: [Identifier: String]
    /// Why the administrator may give this person nothing; nil where they may.
    let ownRefusal: Localized?
    let now: Int64
}

/// One person: roles, organisations, sessions, what happened, and the way out.
struct PersonPage: Component {
    let view: PersonView
    let roleForm: Form
    let memberForm: Form
    let token: FormToken
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }
    private var account: AccountWords { AccountWords(language) }
    private var person: Person { view.person }

    var body: some HTML {
        TextColumn(
            person.name, faults: ErrorSummary(roleForm.errors + memberForm.errors, language: language),
            menu: .administration(PeopleRoute.people.address, language)
        ) {
            p { a(.href(PeopleRoute.people.address.url(in: language))) { account.people } }
            dl(.class("over")) {
                fact(words.mail, person.mail.description)
                fact(words.mailLanguage, person.language.ownName)
                fact(words.since, account.date(person.addedAt))
            }
            section(.class("sectie").id("rollen")) {
                h2 { words.roles }
                if view.grants.isEmpty { p { words.noRoles } } else { RoleTable(view: view, token: token, language: language) }
                h3 { words.give }
                if let refusal = view.ownRefusal {
                    Notice { p { refusal[language] } }
                } else {
                    RoleFields(view: view, form: roleForm, token: token, language: language)
                }
            }
            section(.class("sectie").id("organisaties")) {
                h2 { words.organisations }
                if view.memberships.isEmpty { p { words.noOrganisations } } else { MembershipTable(view: view, token: token, language: language) }
                if view.ownRefusal == nil { membershipFields }
            }
            section(.class("sectie").id("aanmeldingen")) {
                h2 { words.sessions }
                p { words.openSessions(view.openSessions) }
                if view.openSessions > 0 {
                    PostForm(to: AdministrationRoute.sessionsEnd(person.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.closeSessions }
                    }
                }
            }
            PersonStep(view: view, token: token, language: language)
            PersonJournal(view: view, language: language)
            section(.class("sectie").id("wissen")) {
                h2 { words.erase }
                p { words.eraseLead }
                p { a(.class("knop licht").href(AdministrationRoute.erasure(person.id).address.url(in: language))) { words.eraseTitle(person.name) } }
            }
        }
    }

    private func fact(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }

    private var membershipFields: some HTML {
        Group {
            h3 { words.join }
            PostForm(to: AdministrationRoute.memberships(person.id).address, in: language, token: token) {
                SelectField(
                    "lid-organisatie", AdministrationWords.both(\.organisation), choices: Choice.list(view.organisations), form: memberForm, language: language)
                TextField(
                    "lid-vanaf", AdministrationWords.both(\.joinSince), hint: AdministrationWords.both(\.joinSinceHint), isRequired: false, form: memberForm,
                    language: language)
                button(.type("submit").class("knop")) { words.join }
            }
        }
    }
}

extension Choice {
    /// Organisations to choose from, after the request to choose.
    static func list(_ organisations: [Organisation]) -> [Choice] {
        [Choice("", AdministrationWords.both(\.choose))] + organisations.map { Choice($0.id.description, Localized($0.name)) }
    }
}

/// The roles of someone, those of before too, each that holds with a button to end it.
private struct RoleTable: Component {
    let view: PersonView
    let token: FormToken
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }
    private var account: AccountWords { AccountWords(language) }

    var body: some HTML {
        table(.class("stapel")) {
            caption(.class("vh")) { words.roles }
            ColumnHeads(words.role, words.place, words.from, words.until, words.action)
            tbody { Each(view.grants) { grant in row(grant) } }
        }
    }

    private func row(_ grant: RoleGrant) -> some HTML {
        let name = [grant.role.name[language], grant.subRole].compactMap { $0 }.joined(separator: ", ")
        let place = view.places.text(grant.scope, language)
        return tr {
            th(.scope("row")) { name }
            td(.data("kop", words.place)) { place }
            td(.data("kop", words.from)) { account.date(grant.start) }
            td(.data("kop", words.until)) { grant.end.map { account.date($0 - 1) } ?? words.noEnd }
            td(.data("kop", words.action)) {
                if view.now < grant.end ?? .max {
                    PostForm(to: AdministrationRoute.roleEnd(view.person.id, role: grant.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) {
                            words.end
                            span(.class("vh")) { ": \(name), \(place)" }
                        }
                    }
                } else {
                    words.ended
                }
            }
        }
    }
}

/// The questions about a new role.
private struct RoleFields: Component {
    let view: PersonView
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = AdministrationWords

    var body: some HTML {
        PostForm(to: AdministrationRoute.roles(view.person.id).address, in: language, token: token) {
            SelectField("rol", Words.both(\.role), choices: Self.roles, form: form, language: language)
            TextField("soort-werk", Words.both(\.subRole), hint: Words.both(\.subRoleHint), isRequired: false, form: form, language: language)
            ChoiceField("waar", Words.both(\.where_), kind: .one, choices: Self.places, form: form, language: language)
            TextField("gebied", Words.both(\.area), hint: Words.both(\.areaHint), isRequired: false, form: form, language: language)
            SelectField(
                "organisatie", Words.both(\.organisation), choices: Choice.list(view.organisations), hint: Words.both(\.organisationHint), isRequired: false,
                form: form, language: language)
            SelectField(
                "programma", Words.both(\.programme), choices: Self.choose + view.programmes.map { Choice($0.id.description, Localized($0.name)) },
                hint: Words.both(\.programmeHint), isRequired: false, form: form, language: language)
            TextField("tot", Words.both(\.lastDay), hint: Words.both(\.lastDayHint), isRequired: false, form: form, language: language)
            button(.type("submit").class("knop")) { AdministrationWords(language).give }
        }
    }

    private static let choose = [Choice("", Words.both(\.choose))]
    private static let roles = choose + Role.allCases.map { Choice($0.rawValue, $0.name) }

    private static let places = [
        Choice(RoleForm.Place.everywhere.rawValue, Words.both(\.everywhere)), Choice(RoleForm.Place.area.rawValue, Words.both(\.inArea)),
        Choice(RoleForm.Place.organisation.rawValue, Words.both(\.inOrganisation)),
        Choice(RoleForm.Place.programme.rawValue, Words.both(\.inProgramme)),
    ]
}

/// The organisations someone belongs or belonged to.
private struct MembershipTable: Component {
    let view: PersonView
    let token: FormToken
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }
    private var account: AccountWords { AccountWords(language) }

    var body: some HTML {
        table(.class("stapel")) {
            caption(.class("vh")) { words.organisations }
            ColumnHeads(words.organisation, words.from, words.until, words.action)
            tbody { Each(view.memberships) { membership in row(membership) } }
        }
    }

    private func row(_ membership: Membership) -> some HTML {
        let name = view.places.organisations[membership.organisation] ?? membership.organisation.description
        return tr {
            th(.scope("row")) { name }
            td(.data("kop", words.from)) { account.date(membership.start) }
            td(.data("kop", words.until)) { membership.end.map { account.date($0 - 1) } ?? words.noEnd }
            td(.data("kop", words.action)) {
                if view.now < membership.end ?? .max {
                    PostForm(to: AdministrationRoute.membershipEnd(view.person.id, membership: membership.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) {
                            words.leave
                            span(.class("vh")) { ": \(name)" }
                        }
                    }
                } else {
                    words.ended
                }
            }
        }
    }
}

/// The second step of someone, and the way out for who lost it.
private struct PersonStep: Component {
    let view: PersonView
    let token: FormToken
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }

    var body: some HTML {
        section(.class("sectie").id("tweede-stap")) {
            h2 { words.step }
            switch view.resetStep {
            case nil: p { words.stepOff }
            case .refused(let reason)?:
                p { words.stepOn }
                Notice { p { reason[language] } }
            default:
                p { words.stepOn + " " + words.resetStepLead }
                PostForm(to: AdministrationRoute.secondFactorReset(view.person.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.resetStep }
                }
            }
        }
    }
}

/// What happened to someone, and who did it.
private struct PersonJournal: Component {
    let view: PersonView
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }
    private var account: AccountWords { AccountWords(language) }

    var body: some HTML {
        section(.class("sectie").id("logboek")) {
            h2 { words.journal }
            if view.lines.isEmpty {
                p { account.nothingYet }
            } else {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.journal }
                    ColumnHeads(account.when, account.what, words.by)
                    tbody { Each(view.lines) { line in row(line) } }
                }
            }
        }
    }

    private func row(_ line: JournalLine) -> some HTML {
        tr {
            th(.scope("row")) { account.time(line.origin.time) }
            td(.data("kop", account.what)) { [account.action(line.event.action), detail(line.event)].compactMap { $0 }.joined(separator: ": ") }
            td(.data("kop", words.by)) { line.origin.person.map { view.names[$0] ?? $0.description } ?? account.system }
        }
    }

    /// Which role or organisation it was about.
    private func detail(_ event: Event) -> String? {
        if let grant = event.details["grant"], let found = view.grants.first(where: { $0.id.description == grant }) { return found.role.name[language] }
        guard let membership = event.details["membership"],
            let found = view.memberships.first(where: { $0.id.description == membership })
        else { return nil }
        return view.places.organisations[found.organisation]
    }
}

/// Asks whether someone is really to be erased.
struct ErasurePage: Component {
    let person: Person
    let form: Form
    let token: FormToken
    let language: Language

    private var words: AdministrationWords { AdministrationWords(language) }

    var body: some HTML {
        TextColumn(
            words.eraseTitle(person.name), lead: words.eraseLead, faults: ErrorSummary(form.errors, language: language),
            menu: .administration(PeopleRoute.people.address, language)
        ) {
            p { words.eraseStays }
            PostForm(to: AdministrationRoute.erasure(person.id).address, in: language, token: token) {
                ChoiceField(
                    "zeker", AdministrationWords.both(\.erase), kind: .any,
                    choices: [Choice("ja", AdministrationWords.both { $0.eraseSure(person.name) })], form: form, language: language)
                button(.type("submit").class("knop")) { words.erase }
            }
            p { a(.href(AdministrationRoute.person(person.id).address.url(in: language))) { words.backToPerson } }
        }
    }
}
