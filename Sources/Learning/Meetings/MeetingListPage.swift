import Core
import HTML
import People
import Web

/// What can be chosen above the list.
struct MeetingChoices: Sendable {
    let programmes: [Programme]
    let terms: [Term]

    func choices(of terms: [Term], _ language: Language) -> [Choice] {
        let known = Dictionary(terms.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return terms.map { term in
            let above = term.parent.flatMap { known[$0]?.name }
            return Choice(term.key, Localized(nl: Self.name(term.name.nl, above?.nl), en: Self.name(term.name.en, above?.en)))
        }
    }

    private static func name(_ name: String, _ above: String?) -> String { above.map { "\($0) › \(name)" } ?? name }
}

/// One list of coming and past meetings, with filters and feeds (MTG-23).
struct MeetingListPage: Component {
    let lines: [MeetingLine]
    let filter: MeetingFilter
    /// How many fit in all, and which of them are shown.
    let total: Int
    let page: Int
    let choices: MeetingChoices
    let language: Language

    /// How many stand on one page.
    static let size = 50

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            h1 { words.title }
            p(.class("inleiding")) { words.lead }
            MeetingFilterForm(filter: filter, choices: choices, language: language)
            section(.class("sectie").id("lijst")) {
                p(.role("status")) { lines.isEmpty ? words.none : words.count(total) }
                MeetingCards(lines: lines, language: language)
                pages
            }
            section(.class("sectie").id("volgen")) {
                h2 { words.follow }
                p { words.followLead }
                ul {
                    Each(MeetingRoute.MeetingFile.allCases) { file in
                        li { a(.href(MeetingRoute.file(file, filter).address.url(in: language))) { words.file(file) } }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var pages: some HTML {
        if total > Self.size {
            nav(.class("knoppen").ariaLabel(words.pages)) {
                if page > 1 { link(page - 1, filter.when == .past ? words.later : words.earlier) }
                if page * Self.size < total { link(page + 1, filter.when == .past ? words.earlier : words.later) }
            }
        }
    }

    private func link(_ number: Int, _ name: String) -> some HTML {
        a(.class("knop licht").href(MeetingRoute.list(filter).address.with(.init("pagina", "\(number)")).url(in: language))) { name }
    }
}

/// The questions that narrow the list. A link to a filter is a link to keep: nothing is asked by script.
private struct MeetingFilterForm: Component {
    let filter: MeetingFilter
    let choices: MeetingChoices
    let language: Language

    private typealias Words = MeetingWords
    private var words: Words { Words(language) }
    private var form: Form { Form(items: [.init("wanneer", filter.when.rawValue)] + filter.query) }

    var body: some HTML {
        HTML::form(
            .class("naast-elkaar").action(MeetingRoute.list().address.url(in: language)).method("get").novalidate().ariaLabel(words.choose)
        ) {
            SelectField("wanneer", Words.both(\.whenField), choices: Self.times, form: form, language: language)
            SelectField(
                "thema", Words.both(\.themeField), choices: first + choices.choices(of: choices.terms.filter { $0.vocabulary == .theme }, language), form: form,
                language: language)
            SelectField("rol", Words.both(\.roleField), choices: first + Self.roles, form: form, language: language)
            SelectField("vorm", Words.both(\.formField), choices: first + Self.forms, form: form, language: language)
            SelectField("soort", Words.both(\.kindField), choices: first + Self.kinds, form: form, language: language)
            SelectField("programma", Words.both(\.programmeField), choices: first + programmes, form: form, language: language)
            TextField("gebied", Words.both(\.areaField), hint: MeetingEditWords.both(\.areaShape), isRequired: false, form: form, language: language)
            TextField("periode", Words.both(\.periodField), hint: Words.both(\.periodHint), isRequired: false, form: form, language: language)
            button(.type("submit").class("knop")) { words.show }
            if filter.narrows { p { a(.href(MeetingRoute.list().address.url(in: language))) { words.clear } } }
        }
    }

    private var first: [Choice] { [Choice("", Words.both(\.all))] }
    private var programmes: [Choice] { choices.programmes.map { Choice($0.id.description, Localized($0.name)) } }
    private static let times = MeetingFilter.When.allCases.map { Choice($0.rawValue, $0.name) }
    private static let roles = Role.audiences.map { Choice($0.rawValue, $0.name) }
    private static let forms = Meeting.Form.allCases.map { Choice($0.rawValue, $0.name) }
    private static let kinds = Meeting.Kind.allCases.map { Choice($0.rawValue, $0.name) }
}

extension Role {
    /// Those that a meeting can be for: what people are, not what they do on this site.
    static let audiences = allCases.filter { ![.functionalAdministrator, .subgroupLeader, .author, .partnerEditor].contains($0) }
}

/// The meetings of a series by number, with one way to join all of them.
struct SeriesPage: Component {
    let outline: ProgrammeOutline
    let part: ProgrammePart
    let lines: [MeetingLine]
    let form: PageAddress?
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        Group {
            TitleBand(part.name, lead: words.seriesLead(lines.count)) { trail }
            div(.class("wrap inhoud")) {
                Paragraphs(part.purpose)
                if let form { div(.class("knoppen")) { a(.class("knop").href(form.url(in: language))) { words.registerSeries } } }
                section(.class("sectie").id("lijst")) {
                    h2 { words.title }
                    if lines.isEmpty { p { words.none } }
                    MeetingCards(lines: lines, language: language, isBelowSection: true)
                }
                p { a(.class("knop licht").href(MeetingRoute.seriesCalendar(part.id).address.url(in: language))) { words.seriesCalendar } }
            }
        }
    }

    private var trail: some HTML {
        let slug = outline.programme.slug
        let above = outline.lineage(of: part).dropLast().map { one in
            PlaceTrail.Step(one.name, kind: one.kind.name[language].lowercased(), address: ProgrammeRoute.part(slug, one.id).address)
        }
        return PlaceTrail(
            [PlaceTrail.Step(outline.programme.name, address: ProgrammeRoute.programme(slug).address)] + above + [PlaceTrail.Step(part.name)],
            label: words.place, language: language)
    }
}
