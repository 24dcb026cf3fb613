import Core
import HTML
import Mail
import Web

/// What can be chosen in the forms of a programme.
struct ProgrammeChoices: Sendable {
    let organisations: [Organisation]
    /// The names of every organisation that occurs, also of those that have ended.
    let names: [Identifier: String]

    var all: [Choice] { organisations.map { Choice($0.id.description, Localized($0.name)) } }
}

/// All programmes for the administrator, and the form to begin one.
struct ProgrammeAdministrationPage: Component {
    let programmes: [Programme]
    let choices: ProgrammeChoices
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }

    var body: some HTML {
        TextColumn(
            words.administration, lead: words.administrationLead, faults: ErrorSummary(form.errors, language: language),
            menu: .administration(ProgrammeRoute.administration.address, language)
        ) {
            section(.class("sectie").id("lijst")) {
                h2 { words.title }
                if programmes.isEmpty { p { words.none } }
                ul {
                    Each(programmes) { programme in
                        li {
                            a(.href(ProgrammeRoute.edit(programme.slug).address.url(in: language))) { programme.name }
                            programme.endedAt == nil ? "" : " (\(words.ended.lowercased()))"
                        }
                    }
                }
            }
            section(.class("sectie").id("toevoegen")) {
                h2 { words.add }
                PostForm(to: ProgrammeRoute.administration.address, in: language, token: token) {
                    ProgrammeFields(choices: choices, form: form, language: language)
                    button(.type("submit").class("knop")) { words.add }
                }
            }
        }
    }
}

/// What the team says of a programme.
private struct ProgrammeFields: Component {
    let choices: ProgrammeChoices
    let form: Form
    let language: Language

    private typealias Words = ProgrammeWords

    var body: some HTML {
        Group {
            TextField("naam", Words.both(\.name), form: form, language: language)
            TextField("doel", Words.both(\.purpose), kind: .paragraph(limit: 4000), form: form, language: language)
            SelectField("eigenaar", Words.both(\.ownerField), choices: owners, isRequired: false, form: form, language: language)
            TextField("van", Words.both(\.firstYear), kind: .whole, isRequired: false, form: form, language: language)
            TextField("tot", Words.both(\.lastYear), kind: .whole, isRequired: false, form: form, language: language)
            TextField(
                "doelen", Words.both(\.goals), kind: .paragraph(limit: 2500), hint: Words.both(\.goalsHint), isRequired: false, form: form, language: language)
            TextField("post", Words.both(\.postal), kind: .paragraph(limit: 300), isRequired: false, form: form, language: language)
            TextField("bezoek", Words.both(\.visiting), kind: .paragraph(limit: 300), isRequired: false, form: form, language: language)
        }
    }

    /// The owner of now can be kept, also when it has ended.
    private var owners: [Choice] {
        let all = choices.all
        let kept = form["eigenaar"].flatMap { Identifier($0) }.flatMap { id in
            choices.names[id].flatMap { name in all.contains { $0.value == id.description } ? nil : Choice(id.description, Localized(name)) }
        }
        return [Choice("", Words.both(\.noOwner))] + all + (kept.map { [$0] } ?? [])
    }
}

/// The forms of one edit page, each with what was sent to it.
struct ProgrammeEditForms: Sendable {
    var facts: Form
    var part = Form(items: [])
    var organisation = Form(items: [])
    var contact = Form(items: [])

    /// The one that has faults; else the first.
    var faulty: Form { [part, organisation, contact].first { !$0.errors.isEmpty } ?? facts }
}

/// Everything of a programme, to be changed by its team.
struct ProgrammeEditPage: Component {
    let outline: ProgrammeOutline
    let choices: ProgrammeChoices
    let forms: ProgrammeEditForms
    /// Whether the reader may end it.
    let governs: Bool
    let token: FormToken
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }
    private var programme: Programme { outline.programme }
    private var slug: Slug { programme.slug }

    var body: some HTML {
        TextColumn(words.editTitle(programme.name), faults: ErrorSummary(forms.faulty.errors, language: language)) {
            p { a(.href(ProgrammeRoute.programme(slug).address.url(in: language))) { programme.name } }
            section(.class("sectie").id("over")) {
                h2 { words.facts }
                PostForm(to: ProgrammeRoute.edit(slug).address, in: language, token: token) {
                    ProgrammeFields(choices: choices, form: forms.facts, language: language)
                    button(.type("submit").class("knop")) { words.save }
                }
            }
            parts
            InvolvementSection(outline: outline, choices: choices, form: forms.organisation, token: token, language: language)
            ContactEditSection(outline: outline, form: forms.contact, token: token, language: language)
            if governs { end }
        }
    }

    private var parts: some HTML {
        section(.class("sectie").id("onderdelen")) {
            h2 { words.parts }
            PartEditList(outline: outline, parent: nil, language: language)
            h3 { words.addPart }
            PostForm(to: ProgrammeRoute.parts(slug).address, in: language, token: token) {
                SelectField("deel-soort", ProgrammeWords.both(\.kind), choices: Self.kinds, form: forms.part, language: language)
                SelectField(
                    "deel-onder", ProgrammeWords.both(\.under), choices: Choice.parts(of: outline, first: ProgrammeWords.both(\.underProgramme)),
                    hint: ProgrammeWords.both(\.underHint), form: forms.part, language: language)
                PartFields(form: forms.part, language: language)
                button(.type("submit").class("knop")) { words.addPart }
            }
        }
    }

    private static let kinds = [Choice("", ProgrammeWords.both(\.kindEmpty))] + ProgrammePart.Kind.allCases.map { Choice($0.rawValue, $0.name) }

    private var end: some HTML {
        section(.class("sectie").id("einde")) {
            h2 { words.finishProgramme }
            p { words.finishLead }
            PostForm(to: ProgrammeRoute.end(slug).address, in: language, token: token) {
                button(.type("submit").class("knop licht")) { programme.endedAt == nil ? words.finishProgramme : words.goOn }
            }
        }
    }
}

extension Choice {
    /// The parts of a programme that run, after the programme itself.
    static func parts(of outline: ProgrammeOutline, first: Localized) -> [Choice] {
        [Choice("", first)]
            + outline.parts.filter { $0.endedAt == nil }.map { part in
                let line = outline.lineage(of: part).map(\.name).joined(separator: " › ")
                return Choice(part.id.description, Localized(nl: "\(part.kind.name.nl): \(line)", en: "\(part.kind.name.en): \(line)"))
            }
    }
}

private struct PartFields: Component {
    let form: Form
    let language: Language

    var body: some HTML {
        Group {
            TextField("deel-naam", ProgrammeWords.both(\.name), form: form, language: language)
            TextField("deel-doel", ProgrammeWords.both(\.partPurpose), kind: .paragraph(limit: 4000), isRequired: false, form: form, language: language)
        }
    }
}

/// The parts as links to where they are changed.
private struct PartEditList: Component {
    let outline: ProgrammeOutline
    let parent: Identifier?
    let language: Language
    var levels = 4

    var body: some HTML {
        ul { Each(outline.parts(below: parent)) { part in li { item(part) } } }
    }

    private func item(_ part: ProgrammePart) -> some HTML {
        let words = ProgrammeWords(language), more = outline.parts(below: part.id)
        return Group {
            a(.href(ProgrammeRoute.partEdit(outline.programme.slug, part.id).address.url(in: language))) { words.heading(part) }
            part.kind == .track ? "" : " (\(part.kind.name[language].lowercased()))"
            part.endedAt == nil ? "" : " (\(words.ended.lowercased()))"
            if !more.isEmpty && levels > 1 { AnyHTML(PartEditList(outline: outline, parent: part.id, language: language, levels: levels - 1)) }
        }
    }
}

/// The organisations that take part, and the form to add one.
private struct InvolvementSection: Component {
    let outline: ProgrammeOutline
    let choices: ProgrammeChoices
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ProgrammeWords
    private var words: Words { Words(language) }
    private var slug: Slug { outline.programme.slug }

    var body: some HTML {
        section(.class("sectie").id("organisaties")) {
            h2 { words.organisations }
            if !outline.involvements.isEmpty { table }
            h3 { words.addOrganisation }
            PostForm(to: ProgrammeRoute.organisations(slug).address, in: language, token: token) {
                SelectField(
                    "organisatie", Words.both(\.organisation), choices: [Choice("", Words.both(\.organisationEmpty))] + choices.all, form: form,
                    language: language)
                ChoiceField("hoedanigheid", Words.both(\.capacity), kind: .one, choices: Self.capacities, form: form, language: language)
                SelectField(
                    "waarbij", Words.both(\.involvedIn), choices: Choice.parts(of: outline, first: Words.both(\.wholeProgramme)), form: form,
                    language: language)
                button(.type("submit").class("knop")) { words.addOrganisation }
            }
        }
    }

    private static let capacities = Involvement.Capacity.allCases.map { Choice($0.rawValue, $0.name) }

    private var table: some HTML {
        HTML::table(.class("stapel")) {
            caption(.class("vh")) { words.organisations }
            ColumnHeads(words.organisation, words.involvedIn, words.action)
            tbody { Each(outline.involvements) { involvement in row(involvement) } }
        }
    }

    private func row(_ involvement: Involvement) -> some HTML {
        let name = choices.names[involvement.organisation] ?? involvement.organisation.description
        let place = involvement.part.flatMap { outline.part($0) }?.name ?? words.wholeProgramme
        return tr {
            th(.scope("row")) { name }
            td(.data("kop", words.involvedIn)) { "\(involvement.capacity.name[language]), \(place)" }
            td(.data("kop", words.action)) {
                PostForm(to: ProgrammeRoute.organisationRemoval(slug, involvement.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) {
                        words.remove
                        span(.class("vh")) { ": \(name), \(place)" }
                    }
                }
            }
        }
    }
}

/// Whom to ask, also what is not shown, and the form to add someone.
private struct ContactEditSection: Component {
    let outline: ProgrammeOutline
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ProgrammeWords
    private var words: Words { Words(language) }
    private var slug: Slug { outline.programme.slug }

    var body: some HTML {
        section(.class("sectie").id("contact")) {
            h2 { words.contact }
            p { words.contactLead }
            ContactPointEditing(
                points: outline.contacts, add: ProgrammeRoute.contacts(slug).address, remove: { ProgrammeRoute.contactRemoval(slug, $0).address }, form: form,
                token: token, language: language)
        }
    }
}

/// One part, to be changed.
struct ProgrammePartEditPage: Component {
    let outline: ProgrammeOutline
    let part: ProgrammePart
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ProgrammeWords { ProgrammeWords(language) }
    private var slug: Slug { outline.programme.slug }

    var body: some HTML {
        TextColumn(words.editTitle(part.name), lead: part.kind.name[language], faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(ProgrammeRoute.edit(slug).address.url(in: language))) { words.editTitle(outline.programme.name) } }
            PostForm(to: ProgrammeRoute.partEdit(slug, part.id).address, in: language, token: token) {
                PartFields(form: form, language: language)
                TextField(
                    "deel-nummer", ProgrammeWords.both(\.number), kind: .whole, hint: ProgrammeWords.both(\.numberHint), form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            section(.class("sectie").id("einde")) {
                h2 { words.finish }
                PostForm(to: ProgrammeRoute.partEnd(slug, part.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { part.endedAt == nil ? words.finish : words.goOn }
                }
            }
        }
    }
}
