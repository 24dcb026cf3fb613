import Areas
import Core
import People
import SQL
import Web

/// Meetings: the series, the programme, the states and the lists of them. The table of contents of this part; registration stands apart.
package struct MeetingPart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    package let store: MeetingStore
    let taking: MeetingTaking

    package static let migrations = MeetingMigrations.all

    /// - Parameter taking: what registration does for meetings; ``MeetingTaking/none`` where nobody can register
    package init(areas: Areas.Slice, people: People.Slice, taking: MeetingTaking = .none, deeds: ExpertiseDeeds = .none) {
        self.areas = areas
        self.people = people
        self.taking = taking
        store = MeetingStore(people.database, journal: people.journal, taking: taking, deeds: deeds)
    }

    package var routes: [Route] {
        MeetingRoutes(part: self).table + MeetingFileRoutes(part: self).table + MeetingEditRoutes(part: self).table
            + MeetingProgrammeRoutes(part: self).table + MeetingFileEditRoutes(part: self).table
    }

    /// Who may see the slides of a programme, for the route that gives files.
    package var attachmentPolicies: [String: AttachmentPolicy] { [MeetingSlideRoutes.kind: MeetingSlideRoutes(part: self).policy] }

    package var searchSources: [SearchSource] { [searchSource] }
    package var linkSources: [LinkSource] { [linkSource] }

    // MARK: What its routes share

    var now: Int64 { people.now() }

    /// The meeting that the path names; not found for who may not see it.
    func meeting(_ context: WebContext) async throws -> (meeting: Meeting, outline: ProgrammeOutline) {
        let (meeting, outline) = try await known(context)
        try MeetingPolicy.see(meeting, line: outline.line(to: meeting.part), by: context.actor).orProblem()
        return (meeting, outline)
    }

    /// The same, for who may write it.
    func mine(_ context: WebContext) async throws -> (meeting: Meeting, outline: ProgrammeOutline) {
        let (meeting, outline) = try await known(context)
        try MeetingPolicy.organise(programme: meeting.programme, line: outline.line(to: meeting.part), by: context.actor).orProblem()
        return (meeting, outline)
    }

    /// Whoever asks: the route decides who may.
    func known(_ context: WebContext) async throws -> (meeting: Meeting, outline: ProgrammeOutline) {
        guard let meeting = try await store.find(try context.part("bijeenkomst", as: Identifier.self)),
            let outline = try await people.programmes.outline(meeting.programme)
        else { throw Problem.notFound }
        return (meeting, outline)
    }

    /// Meetings with what lists say of them.
    func lines(_ meetings: [Meeting], outlines: [ProgrammeOutline]) async throws -> [MeetingLine] {
        let counts = try await taking.counts(meetings.map(\.id)), now = now
        let parts = Dictionary(outlines.flatMap(\.parts).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return meetings.map { meeting in
            let places = counts[meeting.id]
            return MeetingLine(
                meeting: meeting, places: places, state: meeting.registrationState(at: now, places: places), part: meeting.part.flatMap { parts[$0] },
                form: taking.form(meeting.id))
        }
    }

    /// The meetings that fit a filter whole: also by label and area.
    func fitting(_ filter: MeetingFilter, outlines: [ProgrammeOutline], withDrafts: Bool = false) async throws -> [Meeting] {
        var found = try await store.list(filter, withDrafts: withDrafts, at: now)
        if let theme = filter.theme {
            let labelled = Set(try await people.terms.things(SearchEntry.Kind.meeting.rawValue, with: [theme]))
            found = found.filter { labelled.contains($0.id.description) }
        }
        guard filter.area != nil else { return found }
        let places = MeetingAreas(outlines, organisations: try await people.organisations.list(withEnded: true))
        return found.filter { filter.takes(places.areas(of: $0)) }
    }
}

/// Which areas meetings are about: their own, or those that the organisations behind them govern.
struct MeetingAreas: Sendable {
    private let outlines: [Identifier: ProgrammeOutline]
    private let governed: [Identifier: AreaCode]

    init(_ outlines: [ProgrammeOutline], organisations: [Organisation]) {
        self.outlines = Dictionary(outlines.map { ($0.programme.id, $0) }, uniquingKeysWith: { first, _ in first })
        governed = Dictionary(
            organisations.compactMap { one in one.kind.governs == nil ? nil : one.area.map { (one.id, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// Sorted; those of the nearest part that names any.
    func areas(of meeting: Meeting) -> [AreaCode] {
        if let area = meeting.facts.area { return [area] }
        guard let outline = outlines[meeting.programme] else { return [] }
        let line: [Identifier?] = [nil] + outline.line(to: meeting.part).map { $0 }
        for part in line.reversed() {
            var taking = outline.involvements.filter { $0.part == part }.map(\.organisation)
            if part == nil, let owner = outline.programme.facts.owner { taking.append(owner) }
            let areas = Set(taking.compactMap { governed[$0] })
            if !areas.isEmpty { return areas.sorted() }
        }
        return []
    }
}
