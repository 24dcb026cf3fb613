import Areas
import Core
import Mail
import People
import SQL
import Web

/// Registration for meetings: places, the waiting list, offers, and the page of one's own place. The table of contents of this part.
package struct RegistrationPart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    package let store: RegistrationStore
    package let feeds: CalendarFeedStore
    private let openings = Kept<Identifier, Snapshot<RegistrationStore.Opening?>>(most: 200)
    /// To be made every minute, on every node.
    package let round: RegistrationRound

    package static let migrations = RegistrationMigrations.all

    /// - Parameter organizer: the address that mail of this site comes from
    package init(areas: Areas.Slice, people: People.Slice, organizer: Mailbox? = nil) {
        self.areas = areas
        self.people = people
        let installation = people.installation, look = people.look
        store = RegistrationStore(
            people.database, journal: people.journal, outbox: people.outbox, installation: installation, organizer: organizer,
            siteName: { try await look.current()?.name ?? installation.name })
        feeds = CalendarFeedStore(people.database, journal: people.journal)
        round = RegistrationRound(store)
    }

    package var routes: [Route] {
        RegistrationRoutes(part: self).table + OwnPlaceRoutes(part: self).table + MyPlacesRoutes(part: self).table
            + ParticipantRoutes(part: self).table
    }

    /// What meetings want of registration.
    package var taking: MeetingTaking { store.taking(now: people.now) }

    // MARK: What its routes share

    var now: Int64 { people.now() }

    /// The meeting that the path names; a draft is not found, whoever asks: nobody registers for it.
    func meeting(_ context: WebContext) async throws -> Meeting {
        guard let meeting = try await known(context), meeting.isPublic else { throw Problem.notFound }
        return meeting
    }

    /// The same with what its form asks.
    func questions(isGroup: Bool, _ context: WebContext) async throws -> (Meeting, RegistrationForm.Questions) {
        try Self.questions(try await store.opening(try context.part("bijeenkomst", as: Identifier.self)), isGroup: isGroup)
    }

    /// The same as it was at most a second ago: on a busy morning all who register need it, and whether there is a place is decided on what is written.
    func recentQuestions(isGroup: Bool, _ context: WebContext) async throws -> (Meeting, RegistrationForm.Questions) {
        let id = try context.part("bijeenkomst", as: Identifier.self), store = store, journal = people.journal
        let recent = openings.value(for: id) { Snapshot(version: { try await journal.newest() }, load: { try await store.opening(id) }) }
        return try Self.questions(try await recent.current(), isGroup: isGroup)
    }

    private static func questions(_ opening: RegistrationStore.Opening?, isGroup: Bool) throws -> (Meeting, RegistrationForm.Questions) {
        guard let opening, opening.meeting.isPublic else { throw Problem.notFound }
        let meeting = opening.meeting
        var questions = RegistrationForm.Questions()
        questions.isGroup = isGroup
        questions.ways = meeting.facts.form == .both ? [.physical, .online] : [meeting.facts.form == .online ? .online : .physical]
        questions.mode = meeting.facts.subgroups
        questions.audience = meeting.facts.audience
        questions.subgroups = opening.subgroups
        return (meeting, questions)
    }

    /// The same with its programme, for who organises it; not found for others.
    func organised(_ context: WebContext) async throws -> Meeting {
        guard let meeting = try await known(context), let outline = try await people.programmes.outline(meeting.programme) else { throw Problem.notFound }
        try MeetingPolicy.organise(programme: meeting.programme, line: outline.line(to: meeting.part), by: context.actor).orProblem()
        return meeting
    }

    private func known(_ context: WebContext) async throws -> Meeting? {
        try await store.meeting(try context.part("bijeenkomst", as: Identifier.self))
    }

    /// The code of a municipality by its name, whatever its capitals; nil for one that is not known.
    func municipality(named name: String) async throws -> AreaCode? {
        guard !name.isEmpty else { return nil }
        let gazetteer = try await areas.gazetteer.current()
        guard let year = gazetteer.latestYear, let map = gazetteer.map(of: year) else { return nil }
        let wanted = name.lowercased()
        return map.areas(of: .municipality).first { $0.name.lowercased() == wanted }?.code
    }

    /// Sends what a step left to be told. Whatever goes wrong here is done by the next round: the step itself is done.
    func post(_ meeting: Identifier, _ context: WebContext) async {
        _ = try? await store.post(of: meeting, from: people.origin(context))
    }
}
