import Core
import HTML
import Web

/// All organisations, of one kind where that was chosen.
struct OrganisationListPage: Component {
    let organisations: [Organisation]
    let places: PlaceNames
    let form: Form
    let language: Language

    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead) {
            HTML::form(.action(OrganisationRoute.list().address.url(in: language)).method("get")) {
                SelectField("soort", OrganisationWords.both(\.kind), choices: Self.kinds, isRequired: true, form: form, language: language)
                ChoiceField(
                    "ook", OrganisationWords.both(\.state), kind: .any, choices: [Choice("beeindigd", OrganisationWords.both(\.withEnded))], isRequired: false,
                    form: form, language: language)
                button(.type("submit").class("knop licht")) { words.show }
            }
            p(.role("status")) { words.count(organisations.count) }
            if !organisations.isEmpty { table }
        }
    }

    private static let kinds =
        [Choice("", OrganisationWords.both(\.allKinds))] + OrganisationKind.allCases.map { Choice($0.rawValue, $0.name) }

    private var table: some HTML {
        HTML::table(.class("stapel")) {
            caption(.class("vh")) { words.title }
            ColumnHeads(words.name, words.kind, words.area)
            tbody { Each(organisations) { organisation in row(organisation) } }
        }
    }

    private func row(_ organisation: Organisation) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(OrganisationRoute.organisation(organisation.id).address.url(in: language))) { organisation.name }
                if let gone = words.gone(organisation) { span(.class("subtiel")) { " (\(gone))" } }
            }
            td(.data("kop", words.kind)) { organisation.kind.name[language] }
            td(.data("kop", words.area)) { organisation.area.map { places.areas[$0] ?? $0.description } ?? "" }
        }
    }
}

/// One organisation, as everyone sees it.
struct OrganisationPage: Component {
    let organisation: Organisation
    /// Of its area; nil where the area is not known here.
    let areaName: String?
    let about: OrganisationAbout
    /// Those of its subjects.
    let terms: [Term]
    let linked: LinkedThings
    /// Who shows everyone that they belong here.
    let profiles: [ProfileStore.Entry]
    let language: Language

    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        TextColumn(organisation.name, lead: organisation.kind.name[language]) {
            if let gone = words.gone(organisation) { Notice(.caution) { p { "\(gone)." } } }
            dl(.class("over")) {
                if let area = organisation.area {
                    div {
                        dt { words.area }
                        dd {
                            if let areaName {
                                a(.href(PageAddress("gebieden", area.description).url(in: language))) { "\(areaName) (\(area))" }
                            } else {
                                area.description
                            }
                        }
                    }
                }
                div {
                    dt { words.since }
                    dd { AccountWords(language).date(organisation.addedAt) }
                }
            }
            OrganisationAboutSections(about: about, terms: terms, language: language)
            section(.class("sectie").id("mensen")) {
                h2 { words.people }
                if !profiles.isEmpty {
                    ul { Each(profiles) { entry in li { a(.href(ProfileRoute.profile(entry.person).address.url(in: language))) { entry.name } } } }
                }
                p { words.peopleHint }
                p { a(.href(OrganisationRoute.people(organisation.id).address.url(in: language))) { words.peopleLink } }
            }
            LinkedThingsSection(linked, language: language)
            p { a(.href(OrganisationRoute.list(kind: organisation.kind).address.url(in: language))) { words.title } }
        }
    }
}

/// Who belongs to an organisation now, by name.
struct OrganisationPeoplePage: Component {
    let organisation: Organisation
    let members: [(name: String, membership: Membership)]
    /// Whose profile the reader may see.
    let profiles: Set<Identifier>
    let language: Language

    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        TextColumn(words.people, lead: organisation.name) {
            if members.isEmpty {
                p { words.noPeople }
            } else {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.people }
                    ColumnHeads(words.name, words.memberSince)
                    tbody {
                        Each(members) { member in
                            tr {
                                th(.scope("row")) { name(member) }
                                td(.data("kop", words.memberSince)) { AccountWords(language).date(member.membership.start) }
                            }
                        }
                    }
                }
            }
            p { a(.href(OrganisationRoute.organisation(organisation.id).address.url(in: language))) { organisation.name } }
        }
    }

    @HTMLBuilder private func name(_ member: (name: String, membership: Membership)) -> some HTML {
        if profiles.contains(member.membership.person) {
            a(.href(ProfileRoute.profile(member.membership.person).address.url(in: language))) { member.name }
        } else {
            member.name
        }
    }
}

/// The organisations that administrators keep, and the form to add one.
struct OrganisationAdministrationPage: Component {
    let organisations: [Organisation]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        TextColumn(
            words.administration, lead: words.administrationLead, faults: ErrorSummary(form.errors, language: language),
            menu: .administration(OrganisationRoute.administration.address, language)
        ) {
            section(.class("sectie").id("toevoegen")) {
                h2 { words.add }
                PostForm(to: OrganisationRoute.administration.address, in: language, token: token) {
                    TextField("naam", OrganisationWords.both(\.name), form: form, language: language)
                    SelectField("soort", OrganisationWords.both(\.kind), choices: Self.kinds, form: form, language: language)
                    OrganisationAreaField(form: form, language: language)
                    button(.type("submit").class("knop")) { words.add }
                }
            }
            section(.class("sectie").id("lijst")) {
                h2 { words.title }
                if organisations.isEmpty { p { words.none } }
                ul {
                    Each(organisations) { organisation in
                        li {
                            a(.href(OrganisationRoute.edit(organisation.id).address.url(in: language))) { organisation.name }
                            ", \(organisation.kind.name[language])" + (words.gone(organisation).map { " (\($0))" } ?? "")
                        }
                    }
                }
            }
        }
    }

    private static let kinds = [Choice("", OrganisationWords.both(\.kindEmpty))] + OrganisationKind.allCases.map { Choice($0.rawValue, $0.name) }
}

private struct OrganisationAreaField: Component {
    let form: Form
    let language: Language

    var body: some HTML {
        TextField(
            "gebied", OrganisationWords.both(\.areaCode), hint: OrganisationWords.both(\.areaHint), isRequired: false, form: form, language: language)
    }
}

/// One organisation, to change, end or resume.
struct OrganisationEditPage: Component {
    let organisation: Organisation
    /// Why it cannot be changed; nil where it can.
    let refusal: Localized?
    let form: Form
    let token: FormToken
    let language: Language

    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        TextColumn(
            organisation.name, lead: organisation.kind.name[language], faults: ErrorSummary(form.errors, language: language),
            menu: .administration(OrganisationRoute.administration.address, language)
        ) {
            if let gone = words.gone(organisation) { Notice(.caution) { p { "\(gone)." } } }
            if let refusal { Notice { p { refusal[language] } } } else { fields }
        }
    }

    private var fields: some HTML {
        Group {
            if organisation.endedAt == nil {
                p { a(.href(OrganisationRoute.describe(organisation.id).address.url(in: language))) { words.describe } }
            }
            PostForm(to: OrganisationRoute.edit(organisation.id).address, in: language, token: token) {
                TextField("naam", OrganisationWords.both(\.name), form: form, language: language)
                OrganisationAreaField(form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            section(.class("sectie").id("einde")) {
                if organisation.endedAt == nil {
                    h2 { words.end }
                    p { words.endLead }
                    PostForm(to: OrganisationRoute.end(organisation.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.end }
                    }
                } else {
                    h2 { words.resume }
                    PostForm(to: OrganisationRoute.resume(organisation.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.resume }
                    }
                }
            }
        }
    }
}
