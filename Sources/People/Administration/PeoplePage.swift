import Core
import HTML
import Mail
import Web

/// Everyone with access, and the form to add someone.
struct PeoplePage: Component {
    let entries: [(person: Person, grants: [RoleGrant])]
    let places: PlaceNames
    let now: Int64
    let form: Form
    let token: FormToken
    let language: Language

    private var words: AccountWords { AccountWords(language) }
    private var own: AdministrationWords { AdministrationWords(language) }

    var body: some HTML {
        TextColumn(
            words.people, lead: words.peopleLead, faults: ErrorSummary(form.errors, language: language),
            menu: .administration(PeopleRoute.people.address, language)
        ) {
            table(.class("stapel")) {
                caption(.class("vh")) { words.people }
                ColumnHeads(words.name, words.mail, words.roles)
                tbody { Each(entries) { entry in row(entry.person, entry.grants) } }
            }
            section(.class("sectie").id("toevoegen")) {
                h2 { own.add }
                p { own.addLead }
                PostForm(to: PeopleRoute.people.address, in: language, token: token) {
                    TextField("naam", AdministrationWords.both(\.name), form: form, language: language)
                    TextField(
                        "mail", AdministrationWords.both(\.mail), kind: .email, hint: AdministrationWords.both(\.mailHint), form: form, language: language)
                    ChoiceField("taal", AdministrationWords.both(\.mailLanguage), kind: .one, choices: Self.languages, form: form, language: language)
                    button(.type("submit").class("knop")) { own.add }
                }
            }
        }
    }

    /// The form before anything was filled in.
    static func empty(_ language: Language) -> Form { Form(items: [Form.Item("taal", language.rawValue)]) }

    private static let languages = Language.allCases.map { Choice($0.rawValue, Localized($0.ownName)) }

    private func row(_ person: Person, _ grants: [RoleGrant]) -> some HTML {
        tr {
            th(.scope("row")) { a(.href(AdministrationRoute.person(person.id).address.url(in: language))) { person.name } }
            td(.data("kop", words.mail)) { person.mail.description }
            td(.data("kop", words.roles)) {
                if grants.isEmpty {
                    words.noAction
                } else {
                    ul(.class("kaal")) { Each(grants) { grant in li { line(grant) } } }
                }
            }
        }
    }

    private func line(_ grant: RoleGrant) -> String {
        "\(grant.role.name[language]), \(places.text(grant.scope, language))" + (grant.isDueForReview(at: now) ? " (\(words.dueForReview))" : "")
    }
}

extension SideMenu {
    /// All that administrators keep.
    package static func administration(_ here: PageAddress, _ language: Language) -> SideMenu {
        SideMenu(AdministrationWords(language).administration, administrationItems, here: here, language: language)
    }

    private static let administrationItems = [
        MenuItem(AccountWords.both(\.people), PeopleRoute.people.address),
        MenuItem(AdministrationWords.both(\.review), AdministrationRoute.review.address),
        MenuItem(OrganisationWords.both(\.title), OrganisationRoute.administration.address),
        MenuItem(ProgrammeWords.both(\.title), ProgrammeRoute.administration.address),
        MenuItem(ContactWords.both(\.questions), ContactRoute.questions().address),
        MenuItem(ContactWords.both(\.administration), ContactRoute.administration.address),
        MenuItem(LabelWords.both(\.title), LabelRoute.list.address),
        MenuItem(Localized(nl: "Synoniemen", en: "Synonyms"), PageAddress("beheer", "synoniemen")),
        MenuItem(SettingsWords.both(\.title), SettingsPage.address), MenuItem(StatementFormWords.both(\.title), StatementEditPage.address),
        MenuItem(AccountWords.both(\.journal), PeopleRoute.journal().address),
    ]
}
