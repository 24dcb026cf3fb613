import Core
import Mail
import OpenAPI
import People
import Web

/// An agenda as a calendar, a table and JSON: what everyone may see.
struct AgendaDocument: Sendable {
    let scene: AgendaScene

    static let identifier = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"

    private var items: [AgendaItem] { scene.agenda.items.filter(\.isPublic) }

    // MARK: The calendar

    /// One event on the first day of its month for each item that is planned.
    ///
    /// - Parameter origin: of the site; nil leaves the page out
    func events(in language: Language, origin: String?) -> [CalendarEvent] {
        scene.calendar.flatMap { month -> [CalendarEvent] in
            guard let span = MeetingHours.span(of: Period(year: month.month.year, month: month.month.month, day: 1)) else { return [] }
            return month.items.map { item in
                var event = CalendarEvent(
                    // Each step is a version of the event: another month comes with one.
                    id: "\(item.id)@leefkring", sequence: item.steps.count, start: span.start, end: span.end, changedAt: item.steps.last?.at ?? 0,
                    status: item.state == .planned ? .tentative : .confirmed, summary: AgendaWords(language).starts(item.facts.title))
                event.description = [item.facts.words, item.facts.subjects].filter { !$0.isEmpty }.joined(separator: "\n")
                event.address = origin.map { $0 + AgendaRoute.item(scene.id, item.id).address.url(in: language) }
                return event
            }
        }
    }

    /// RFC 4180: CRLF, the first line is the header.
    var csv: [UInt8] {
        let heads = ["maand", "id", "titel", "onderwerpen", "stand", "trekker"]
        let rows = scene.calendar.flatMap { month in month.items.map { row(month.month, $0) } }
        return CSVTable.bytes([heads] + rows)
    }

    private func row(_ month: Period, _ item: AgendaItem) -> [String] {
        let subjects = item.facts.subjects.split(whereSeparator: \.isNewline).joined(separator: "; ")
        return [
            month.description, item.id.description, item.facts.title, subjects, item.state.rawValue,
            item.facts.ownerOrganisation.map(scene.organisation) ?? "",
        ]
    }

    var calendarNode: API.Node {
        let months = scene.calendar.map { month -> API.Node in
            .object([.init("maand", .string(month.month.description)), .init("begint", .array(month.items.map(node)))])
        }
        return .object([.init("agenda", .string(scene.id.description)), .init("maanden", .array(months))])
    }

    // MARK: JSON

    var summary: API.Node { .object(members + [links]) }

    var detail: API.Node { .object(members + [.init("punten", .array(items.map(node))), links]) }

    private var members: [API.Node.Member] {
        [
            .init("id", .string(scene.id.description)), .init("naam", .string(scene.name)),
            .init("programma", .string(scene.agenda.place.programme.description)), .init("onderdeel", .value(scene.agenda.place.part?.description)),
            .init("aantalPunten", .integer(items.filter(\.state.isLiving).count)),
        ]
    }

    private var links: API.Node.Member {
        .init(
            "_links",
            [
                "self": Links.link(PageAddress("api", "v1", "leeragendas", scene.id.description)),
                "pagina": Links.link(AgendaRoute.agenda(scene.id).address), "kalender": Links.link(AgendaRoute.calendar(scene.id).address),
            ])
    }

    private func node(_ item: AgendaItem) -> API.Node {
        let facts = item.facts
        func lines(_ text: String) -> API.Node { .array(text.split(whereSeparator: \.isNewline).map { .string(String($0)) }) }
        return .object([
            .init("id", .string(item.id.description)), .init("titel", .string(facts.title)), .init("tekst", .string(facts.words)),
            .init("stand", .string(item.state.rawValue)), .init("maand", .value(item.month?.description)), .init("thema", .value(facts.theme)),
            .init("onderwerpen", lines(facts.subjects)), .init("vragen", lines(facts.questions)),
            .init("domeinen", .array(facts.domains.map { .string($0) })), .init("versterken", .string(facts.reinforces)),
            .init("schaal", .value(facts.level?.rawValue)), .init("taai", .boolean(facts.isTough)), .init("waaromTaai", .string(facts.whyTough)),
            .init("handelen", .string(facts.perspective)), .init("trekker", .value(facts.ownerOrganisation?.description)),
            .init("tussendoor", .string(facts.adHocReason)), .init("steun", .integer(item.supports.count)), .init("mensen", .value(scene.inputs(of: item))),
            .init("vraagstukken", .array(scene.issues(of: item).map { .string($0.issue.id.description) })),
            .init("_links", ["pagina": Links.link(AgendaRoute.item(scene.id, item.id).address)]),
        ])
    }

    private static let text = API.Schema.string()
    private static let maybe = API.Schema.string().nullable
    private static let agenda: [API.Property] = [
        API.Property("id", .string(pattern: identifier)), API.Property("naam", text), API.Property("programma", .string(pattern: identifier)),
        API.Property("onderdeel", maybe), API.Property("aantalPunten", API.Schema.integer(minimum: 0).described("Wat er nu op staat")),
    ]
    private static let agendaLinks = API.Property("_links", Links.schema(["self", "pagina", "kalender"]))
    private static let item: [API.Property] = [
        API.Property("id", .string(pattern: identifier)), API.Property("titel", text), API.Property("tekst", text),
        API.Property("stand", .string(values: AgendaItem.State.allCases.map(\.rawValue))),
        API.Property("maand", API.Schema.string().nullable.described("Zoals 2027-06; null: niet gepland")), API.Property("thema", maybe),
        API.Property("onderwerpen", .array(of: text)), API.Property("vragen", .array(of: text)), API.Property("domeinen", .array(of: text)),
        API.Property("versterken", text.described("Hoe de domeinen elkaar sterker maken")), API.Property("schaal", maybe), API.Property("taai", .boolean),
        API.Property("waaromTaai", text), API.Property("handelen", text.described("Wat eraan te doen is")),
        API.Property("trekker", API.Schema.string().nullable.described("Kenmerk van een organisatie")),
        API.Property("tussendoor", text.described("Waarom het er tussendoor bij kwam; leeg: gewone ronde")),
        API.Property("steun", API.Schema.integer(minimum: 0).described("Organisaties")),
        API.Property(
            "mensen",
            API.Schema.integer(minimum: PublicCounts.leastTotal).nullable.described("Hoeveel mensen dit minstens noemden; null waar dat er geen 5 zijn")),
        API.Property("vraagstukken", .array(of: text)), API.Property("_links", Links.schema(["pagina"])),
    ]

    static let schemas: [API.Document.NamedSchema] = [
        .init("Leeragendas", Paging.schema("leeragendas", of: .reference("Leeragenda"))), .init("Leeragenda", .object(agenda + [agendaLinks])),
        .init("LeeragendaUitgebreid", .object(agenda + [API.Property("punten", .array(of: .reference("Leeragendapunt"))), agendaLinks])),
        .init("Leeragendapunt", .object(item)),
    ]
}
