import Core
import Learning
import Mail
import People
import SQL
import TestSupport
import Testing

/// Meetings on a fresh database, in a programme with a network and a series below it.
struct MeetingGround: Sendable {
    let people: PeopleGround
    let store: MeetingStore
    let programme: Identifier
    let network: Identifier
    let series: Identifier

    static let start = PeopleGround.start

    static func with(_ engine: TestDatabase.Engine, taking: MeetingTaking = .none, _ body: (MeetingGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: MeetingMigrations.all) { people in try await body(Self(people, taking)) }
    }

    private init(_ people: PeopleGround, _ taking: MeetingTaking) async throws {
        self.people = people
        store = MeetingStore(people.database, journal: people.slice.journal, taking: taking)
        let programmes = people.slice.programmes, origin = PeopleGround.origin()
        programme = try await programmes.add(Programme.Facts(name: "Samen leren", purpose: "Leren."), from: origin).id
        let track = try #require(try await programmes.outline(programme)?.parts.first).id
        network = try await programmes.addPart(.network, name: "Netwerk Oost", purpose: "", below: track, in: programme, from: origin).id
        series = try await programmes.addPart(.series, name: "Wijkprofielen maken", purpose: "", below: network, in: programme, from: origin).id
    }

    func origin(_ time: Int64 = start, by person: Identifier? = nil) -> Origin { PeopleGround.origin(time, by: person) }

    /// A meeting of two hours in the series.
    func facts(_ title: String = "Cijfers lezen", startsAt: Int64 = start + 30 * PeopleGround.day, _ change: (inout Meeting.Facts) -> Void = { _ in })
        -> Meeting.Facts
    {
        var facts = Meeting.Facts(part: series, title: title, form: .online, startsAt: startsAt, endsAt: startsAt + 2 * PeopleGround.hour)
        change(&facts)
        return facts
    }

    func add(_ facts: Meeting.Facts, announced: Bool = true, terms: Set<String> = []) async throws -> Meeting {
        let meeting = try await store.add(facts, to: programme, terms: terms, from: origin())
        if announced { try await store.announce(meeting.id, from: origin()) }
        return try #require(try await store.find(meeting.id))
    }

    func add(_ title: String = "Cijfers lezen", announced: Bool = true, _ change: (inout Meeting.Facts) -> Void = { _ in }) async throws -> Meeting {
        try await add(facts(title, change), announced: announced)
    }

    /// The moment that a clock in Amsterdam shows, by the rule that winter is an hour ahead of UTC.
    static func winter(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) throws -> Int64 {
        let day = try #require(CivilDay(year: year, month: month, day: day))
        return Int64(day.number) * 86_400_000 + Int64(hour - 1) * 3_600_000
    }
}
