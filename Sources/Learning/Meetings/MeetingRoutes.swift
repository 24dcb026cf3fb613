import Core
import HTML
import Hummingbird
import People
import Web

/// Handlers of the pages of meetings for everyone.
struct MeetingRoutes: Sendable {
    let part: MeetingPart

    private typealias Words = MeetingWords
    static let styles = ["learning.css"]

    var table: [Route] {
        [
            Route(.get, "/bijeenkomsten", name: "meetings.list", summary: Words.both(\.title)) { try await list($1) },
            // Whoever organises it sees a draft at the same address.
            Route(.get, "/bijeenkomsten/{bijeenkomst}", name: "meetings.meeting", readsSession: true, summary: Words.both(\.facts)) { try await show($1) },
            Route(.get, "/reeksen/{onderdeel}", name: "meetings.series", summary: Words.both(\.series)) { try await series($1) },
        ]
    }

    private func list(_ context: WebContext) async throws -> Answer {
        guard case .list(let filter)? = MeetingRoute(context.address) else { throw Problem.notFound }
        let outlines = try await part.people.programmes.outlines(), all = try await part.fitting(filter, outlines: outlines)
        let page = max(1, min(context.query["pagina"].flatMap { Int($0) } ?? 1, (all.count + MeetingListPage.size - 1) / MeetingListPage.size))
        let shown = Array(all.dropFirst((page - 1) * MeetingListPage.size).prefix(MeetingListPage.size))
        let lines = try await part.lines(shown, outlines: outlines)
        let choices = MeetingChoices(programmes: outlines.map(\.programme), terms: try await part.people.terms.all())
        let words = Words(context.language)
        return context.page(PageHead(words.title, description: words.lead, styles: Self.styles)) {
            MeetingListPage(lines: lines, filter: filter, total: all.count, page: page, choices: choices, language: context.language)
        }
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let (meeting, outline) = try await part.meeting(context)
        let sight = try await sight(meeting, outline, context)
        let description = meeting.facts.purpose.split(whereSeparator: \.isNewline).first.map(String.init)
        let head = PageHead(meeting.facts.title, description: description, isListed: meeting.isPublic, styles: Self.styles)
        // A draft is kept by nobody: who signs out must not find it again.
        return context.page(head, cache: meeting.isPublic ? .shared(maxAge: 60) : .noStore) { MeetingPage(sight: sight, language: context.language) }
    }

    private func sight(_ meeting: Meeting, _ outline: ProgrammeOutline, _ context: WebContext) async throws -> MeetingSight {
        let items = try await part.store.items(of: meeting.id)
        let counts = try await part.taking.counts([meeting.id] + items.flatMap(\.subgroups).map(\.id))
        var series: [Meeting] = []
        if let id = meeting.part { series = try await part.store.series(id).filter { $0.isPublic || $0.id == meeting.id } }
        let named = items.flatMap { $0.speakers + $0.subgroups.compactMap(\.facts.leader) }.compactMap(\.organisation)
        let organisers = outline.involvements.map(\.organisation)
        return MeetingSight(
            meeting: meeting, items: items, files: try await MeetingSlideRoutes(part: part).files(of: items), outline: outline, places: counts,
            state: meeting.registrationState(at: part.now, places: counts[meeting.id]), series: series,
            organisations: try await part.people.organisations.names(of: named + organisers),
            terms: try await part.people.terms.labels(of: MeetingStore.thing(meeting.id)),
            linked: try await context.linked(to: meeting.reference, besides: [.organisedBy, .about, .partOf]), form: part.taking.form(meeting.id))
    }

    private func series(_ context: WebContext) async throws -> Answer {
        let (outline, known) = try await part.series(context)
        let lines = try await part.lines(try await part.store.series(known.id), outlines: [outline])
        let isOpen = lines.contains { [.open, .few, .full].contains($0.state) }
        let head = PageHead(known.name, description: known.purpose.split(whereSeparator: \.isNewline).first.map(String.init), styles: Self.styles)
        return context.page(head) {
            SeriesPage(
                outline: outline, part: known, lines: lines, form: isOpen ? part.taking.seriesForm(known.id) : nil, language: context.language)
        }
    }
}

extension MeetingPart {
    /// The part of a programme that the path names.
    func series(_ context: WebContext) async throws -> (outline: ProgrammeOutline, part: ProgrammePart) {
        let id = try context.part("onderdeel", as: Identifier.self)
        for outline in try await people.programmes.outlines() {
            // Once more, with whom to ask.
            if let part = outline.part(id), let whole = try await people.programmes.outline(outline.programme.id) { return (whole, part) }
        }
        throw Problem.notFound
    }
}
