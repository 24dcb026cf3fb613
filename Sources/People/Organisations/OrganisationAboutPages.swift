import Core
import HTML
import Mail
import Web

/// What an organisation tells of itself, on its page (EXP-07). What is empty is not there.
struct OrganisationAboutSections: Component {
    let about: OrganisationAbout
    /// Those of its subjects.
    let terms: [Term]
    let language: Language

    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        Group {
            if !terms.isEmpty {
                section(.class("sectie").id("onderwerpen")) {
                    h2 { words.subjects }
                    ul(.class("tags")) {
                        Each(terms) { term in
                            li { a(.class("tag info").href(LabelRoute.subject(term.key).address.url(in: language))) { term.name[language] } }
                        }
                    }
                }
            }
            list("producten", words.products, about.products)
            list("platforms", words.platforms, about.platforms)
            if let contact = about.publicContact { reach(contact) }
        }
    }

    @HTMLBuilder private func list(_ id: String, _ title: String, _ entries: [OrganisationAbout.Entry]) -> some HTML {
        if !entries.isEmpty {
            section(.class("sectie").id(id)) {
                h2 { title }
                ul { Each(entries) { entry in li { line(entry) } } }
            }
        }
    }

    @HTMLBuilder private func line(_ entry: OrganisationAbout.Entry) -> some HTML {
        if let link = entry.link { a(.href(link).rel("external")) { entry.title } } else { entry.title }
    }

    private func reach(_ contact: OrganisationAbout.Contact) -> some HTML {
        section(.class("sectie").id("contact")) {
            h2 { words.reach }
            Each(contact.words.split(whereSeparator: \.isNewline).map(String.init)) { paragraph in p { paragraph } }
            if let mail = contact.mail { p { a(.href("mailto:" + mail.description)) { mail.description } } }
            if let link = contact.link { p { a(.href(link).rel("external")) { link } } }
        }
    }
}

/// The form in which an administrator writes the page of an organisation.
struct OrganisationDescribePage: Component {
    let organisation: Organisation
    /// Those in use, and those that are chosen.
    let terms: [Term]
    let isSaved: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = OrganisationWords
    private var words: OrganisationWords { OrganisationWords(language) }

    var body: some HTML {
        TextColumn(
            words.describe, lead: organisation.name, faults: ErrorSummary(form.errors, language: language),
            menu: .administration(OrganisationRoute.administration.address, language)
        ) {
            if isSaved { saved }
            p { words.describeLead }
            PostForm(to: OrganisationRoute.describe(organisation.id).address, in: language, token: token) {
                made
                reach
                button(.type("submit").class("knop")) { words.save }
            }
            p { a(.href(OrganisationRoute.edit(organisation.id).address.url(in: language))) { organisation.name } }
        }
    }

    private var saved: some HTML {
        Notice {
            p {
                Icon(.check)
                " " + words.saved + " "
                a(.href(OrganisationRoute.organisation(organisation.id).address.url(in: language))) { words.look }
            }
        }
    }

    private var made: some HTML {
        Group {
            details(form.has("onderwerp") ? .class("keuzelijst").custom("open", "") : .class("keuzelijst")) {
                summary { words.subjects }
                ChoiceField("onderwerp", Words.both(\.subjects), kind: .any, choices: choices, isRequired: false, form: form, language: language)
            }
            TextField(
                "producten", Words.both(\.products), kind: .paragraph(limit: OrganisationAbout.room(for: OrganisationAbout.mostProducts)),
                hint: Words.both(\.productsHint), isRequired: false, form: form, language: language)
            TextField(
                "platforms", Words.both(\.platforms), kind: .paragraph(limit: OrganisationAbout.room(for: OrganisationAbout.mostPlatforms)),
                hint: Words.both(\.platformsHint), isRequired: false, form: form, language: language)
        }
    }

    private var reach: some HTML {
        section(.class("sectie").id("bereik")) {
            h2 { words.reach }
            TextField(
                "bereiken", Words.both(\.reachWords), kind: .paragraph(limit: OrganisationAbout.longestWords), isRequired: false, form: form,
                language: language)
            TextField("mail", Words.both(\.reachMail), kind: .email, hint: Words.both(\.reachMailHint), isRequired: false, form: form, language: language)
            TextField("link", Words.both(\.reachLink), isRequired: false, form: form, language: language)
            ChoiceField(
                "openbaar", Words.both(\.reachWho), kind: .any, choices: [Choice("ja", Words.both(\.reachPublic))], hint: Words.both(\.reachHint),
                isRequired: false, form: form, language: language)
        }
    }

    /// A subject behind the theme it is below.
    private var choices: [Choice] {
        let names = Dictionary(terms.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
        let titled = terms.map { term in
            let above = term.parent.flatMap { names[$0] }
            return Choice(term.key, above.map { Localized(nl: "\($0.nl): \(term.name.nl)", en: "\($0.en): \(term.name.en)") } ?? term.name)
        }
        return titled.sorted { ($0.title[language].lowercased(), $0.value) < ($1.title[language].lowercased(), $1.value) }
    }
}
