import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// People, meetings and registration on a fresh database.
struct RegistrationGround: Sendable {
    let people: PeopleGround
    let store: RegistrationStore
    let meetings: MeetingStore
    let programme: Identifier

    /// Monday 21 September 2026, 16:13 in the Netherlands.
    static let start = PeopleGround.start
    static let minute = PeopleGround.minute, hour = PeopleGround.hour, day = PeopleGround.day
    static let migrations = MeetingMigrations.all + RegistrationMigrations.all

    init(_ people: PeopleGround, programme: Identifier) {
        self.people = people
        self.programme = programme
        let slice = people.slice
        store = RegistrationStore(
            slice.database, journal: slice.journal, outbox: slice.outbox, installation: slice.installation, siteName: { "Buurtplein" })
        meetings = MeetingStore(slice.database, journal: slice.journal, taking: store.taking(now: { Self.start }))
    }

    static func with(_ engine: TestDatabase.Engine, _ body: (RegistrationGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: migrations) { people in
            let programme = try await people.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            let ground = RegistrationGround(people, programme: programme.id)
            try await body(ground)
            try await ground.expectWholeTally()
        }
    }

    static func withTwo(_ engine: TestDatabase.Engine, _ body: (RegistrationGround, RegistrationGround) async throws -> Void) async throws {
        try await PeopleGround.withTwo(engine, more: migrations) { first, second in
            let programme = try await first.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            let ground = RegistrationGround(first, programme: programme.id)
            try await body(ground, RegistrationGround(second, programme: programme.id))
            try await ground.expectWholeTally()
        }
    }

    /// Whatever a test did: what is kept of how many people stand where is what counting them gives.
    private func expectWholeTally() async throws {
        let place: Query = "meeting, standing, way"
        let (kept, counted) = try await people.database.read { reading in
            func lines(_ query: Query) throws -> [String] {
                try reading.all(query) { row in "\(try row.string(0)) \(try row.string(1)) \(try row.string(2)) \(try row.string(3)) \(try row.int(4))" }
            }
            return (
                try lines("SELECT \(place), subgroup, people FROM registration_tally WHERE people > 0 ORDER BY \(place), subgroup"),
                try lines(
                    """
                    SELECT \(place), COALESCE(subgroup, ''), COUNT(*) FROM registration WHERE standing IN \(list: RegistrationStanding.living)
                    GROUP BY \(place), COALESCE(subgroup, '') ORDER BY \(place), COALESCE(subgroup, '')
                    """)
            )
        }
        #expect(kept == counted)
    }

    static func origin(_ time: Int64 = start, by person: Identifier? = nil) -> Origin { PeopleGround.origin(time, by: person) }

    /// An announced meeting in thirty days, from 14:00; registration closes a day before.
    func meeting(_ capacity: Int?, startsIn: Int64 = 30 * day, _ change: (inout Meeting.Facts) -> Void = { _ in }) async throws -> Identifier {
        let starts = Self.start + startsIn
        var facts = Meeting.Facts(
            title: "Wijkprofielen", form: .physical, startsAt: starts, endsAt: starts + 2 * Self.hour, place: "Markt 11", capacity: capacity)
        change(&facts)
        let meeting = try await meetings.add(facts, to: programme, from: Self.origin())
        try await meetings.announce(meeting.id, from: Self.origin())
        return meeting.id
    }

    /// Subgroups as rows: how they are made is the matter of the programme of a meeting.
    func subgroups(_ maxima: [Int?], of meeting: Identifier) async throws -> [Identifier] {
        let item = Identifier(at: Self.start), ids = maxima.map { _ in Identifier(at: Self.start) }.sorted()
        try await people.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO programme_item (id, meeting, number, kind, title, body, minutes)
                VALUES (\(item.description), \(meeting.description), 1, 'subgroepen', 'In groepen', '', 30)
                """)
            for (index, id) in ids.enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO subgroup (id, meeting, item, number, title, question, leader, organisation_name, place, join_link, maximum)
                    VALUES (\(id.description), \(meeting.description), \(item.description), \(index + 1), \("Groep \(index + 1)"), '', '', '', '', '',
                        \(maxima[index]))
                    """)
            }
        }
        return ids
    }

    static func draft(_ name: String, role: Role = .official, municipality: String? = nil, subgroup: Identifier? = nil) throws -> RegistrationDraft {
        RegistrationDraft(
            name: name, mail: try MailAddress("\(name.lowercased())@voorbeeld.nl"), role: role, municipality: municipality, need: "Hoe begin je?",
            subgroup: subgroup)
    }

    /// One person by the form.
    @discardableResult
    func register(
        _ name: String, _ meeting: Identifier, subgroup: Identifier? = nil, by path: RegistrationPath = .form, at time: Int64 = start
    ) async throws -> Registration {
        let draft = try Self.draft(name, subgroup: subgroup)
        guard case .taken(let taken) = try await store.register([draft], for: meeting, by: path, from: Self.origin(time)) else {
            throw RegistrationStore.Fault.state
        }
        return try #require(taken.first)
    }

    func standing(_ registration: Registration) async throws -> RegistrationStanding? { try await store.find(registration.id)?.standing }

    func standings(_ meeting: Identifier) async throws -> [RegistrationStanding: Int] {
        Dictionary(grouping: try await store.participants(of: meeting), by: \.standing).mapValues(\.count)
    }

    /// The mails in the outbox, the oldest first: to whom, and the first words of the subject.
    func mails() async throws -> [String] {
        try await people.database.read { reading in
            try reading.all("SELECT recipient, subject FROM outbox WHERE kind = 'registration' ORDER BY added_at, id") { row in
                "\(try row.string(0).prefix { $0 != "@" }): \(try row.string(1).prefix { $0 != ":" })"
            }
        }
    }

    @discardableResult
    func round(at time: Int64) async throws -> Int { try await RegistrationRound(store).run(from: Self.origin(time)) }
}
