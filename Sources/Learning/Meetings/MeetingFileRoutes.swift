import Core
import Hummingbird
import Mail
import OpenAPI
import People
import Web

/// Handlers of what can be taken away: calendar files, the feed, and the list as table and as data (MTG-03, MTG-23). All of it public: never a link to join.
struct MeetingFileRoutes: Sendable {
    let part: MeetingPart

    private typealias Words = MeetingWords

    var table: [Route] {
        MeetingRoute.MeetingFile.allCases.map { file in
            Route(.get, "/bijeenkomsten/" + file.rawValue, name: "meetings." + file.rawValue, summary: Words.both { $0.file(file) }) {
                try await list(file, $1)
            }
        } + [
            Route(.get, "/bijeenkomsten/{bijeenkomst}/agenda.ics", name: "meetings.meeting.calendar", summary: Words.both(\.calendar)) { try await one($1) },
            Route(.get, "/reeksen/{onderdeel}/agenda.ics", name: "meetings.series.calendar", summary: Words.both(\.seriesCalendar)) { try await series($1) },
        ]
    }

    private func list(_ file: MeetingRoute.MeetingFile, _ context: WebContext) async throws -> Answer {
        guard case .file(_, let filter)? = MeetingRoute(context.address) else { throw Problem.notFound }
        let outlines = try await part.people.programmes.outlines()
        switch file {
        case .calendar:
            // A calendar keeps what is past; what was called off leaves it after a month.
            let meetings = try await part.fitting(filter.showing(.all), outlines: outlines).filter { $0.isInFeeds(at: part.now) }
            return calendar(meetings, Words(context.language).title, context)
        case .atom: return try await atom(try await part.fitting(filter.showing(.all), outlines: outlines), filter, context)
        case .csv, .json:
            let lines = try await part.lines(try await part.fitting(filter, outlines: outlines), outlines: outlines)
            let document = MeetingDocument(lines: lines, programmes: Dictionary(uniqueKeysWithValues: outlines.map { ($0.programme.id, $0.programme) }))
            return file == .csv
                ? Answer(document.csv, as: .csv, cache: .shared(maxAge: 60)).asDownload(named: file.rawValue)
                : Answer(document.node.bytes, as: .json, cache: .shared(maxAge: 60)).asDownload(named: file.rawValue)
        }
    }

    private func one(_ context: WebContext) async throws -> Answer {
        let (meeting, _) = try await part.meeting(context)
        let file = CalendarFile(meeting.event(in: context.language, origin: part.people.installation.origin))
        return Answer(file.bytes, as: .calendar, cache: .shared(maxAge: 60)).asDownload(named: "\(Slug(of: meeting.facts.title)).ics")
    }

    private func series(_ context: WebContext) async throws -> Answer {
        let (_, known) = try await part.series(context)
        return calendar(try await part.store.series(known.id).filter { $0.isInFeeds(at: part.now) }, known.name, context)
    }

    private func calendar(_ meetings: [Meeting], _ name: String, _ context: WebContext) -> Answer {
        let events = meetings.map { $0.event(in: context.language, origin: part.people.installation.origin) }
        return Answer(CalendarFile(feed: .init(name: name), events: events).bytes, as: .calendar, cache: .shared(maxAge: 300))
    }

    // MARK: The feed

    /// The newest that a reader gets.
    private static let most = 50

    private func atom(_ meetings: [Meeting], _ filter: MeetingFilter, _ context: WebContext) async throws -> Answer {
        let words = Words(context.language), origin = part.people.installation.origin ?? "http://localhost"
        let host = origin.split(separator: "/").last.map { String($0.split(separator: ":").first ?? $0) } ?? "localhost"
        func full(_ address: PageAddress) -> String { origin + address.url(in: context.language) }
        let newest = meetings.sorted { ($0.announcedChange, $0.id) > ($1.announcedChange, $1.id) }.prefix(Self.most)
        let entries = newest.map { meeting -> AtomFeed.Entry in
            let facts = meeting.facts, page = MeetingRoute.meeting(meeting.id).address
            var entry = AtomFeed.Entry(
                id: AtomFeed.tag(host, since: Self.year, meeting.reference.description), title: facts.title, address: full(page),
                updated: meeting.announcedChange)
            entry.published = meeting.at(.announced)
            let state = meeting.cancellation.map { words.cancelled($0.reason) }
            entry.summary = [state, MeetingHours.whole(facts.startsAt, facts.endsAt, context.language), MeetingFacts.placeLine(facts, context.language)]
                .compactMap(\.self).joined(separator: ". ")
            entry.categories = [facts.kind.name[context.language]]
            return entry
        }
        let feed = AtomFeed(
            id: AtomFeed.tag(host, since: Self.year, MeetingRoute.file(.atom, filter).address.url(in: context.language)), title: words.title,
            author: context.frame.name, language: context.language,
            address: full(MeetingRoute.file(.atom, filter).address), page: full(MeetingRoute.list(filter).address), since: 0, entries: Array(entries))
        return feed.answer(cache: .shared(maxAge: 300))
    }

    /// In which the ids of this feed began.
    private static let year = 2026
}

extension Meeting {
    /// The id that calendars know it by, for good; the same in files of registration.
    package var calendarID: String { "\(id)@leefkring" }

    /// As it stands in a calendar. Without the link to join: files are passed on.
    ///
    /// - Parameter origin: of the site; nil leaves its page out
    package func event(in language: Language, origin: String?) -> CalendarEvent {
        let status: CalendarEvent.Status =
            switch publication {
            case .cancelled: .cancelled
            case .draft, .announced: .tentative
            case .definitive, .held, .lookedBack: .confirmed
            }
        var event = CalendarEvent(
            id: calendarID, sequence: sequence, start: facts.startsAt, end: facts.endsAt, changedAt: updatedAt, status: status, summary: facts.title)
        event.description = [facts.subject, cancellation.map { MeetingWords(language).cancelled($0.reason) }, facts.purpose]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
        let place = [facts.place, facts.address.split(whereSeparator: \.isNewline).joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: ", ")
        event.place = place.isEmpty && facts.form != .physical ? MeetingWords(language).online : place
        event.address = origin.map { $0 + MeetingRoute.meeting(id).address.url(in: language) }
        event.categories = [facts.kind.name[language]]
        return event
    }

    /// The last moment at which something changed that readers of a feed want to know: announced, definitive, moved, cancelled.
    var announcedChange: Int64 { steps.filter { $0.kind != .draft && $0.kind != .held }.map(\.at).max() ?? addedAt }

    /// How long what was called off stays in calendars: 30 days.
    static let cancelledStays: Int64 = 30 * 86_400_000

    func isInFeeds(at now: Int64) -> Bool { cancellation.map { now - $0.at < Self.cancelledStays } ?? isPublic }
}
