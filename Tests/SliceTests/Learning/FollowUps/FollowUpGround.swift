import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// Everything of learning together on a fresh database, with meetings that people registered for.
struct FollowUpGround: Sendable {
    let people: PeopleGround
    let registration: RegistrationGround
    let part: FollowUpPart
    let programme: Identifier

    static let start = PeopleGround.start
    static let day = PeopleGround.day
    /// Wednesday 21 October 2026, where the usual meeting is.
    static let meetingDay = "2026-10-21"

    /// Those of the slice, and of parts that may not be in it yet.
    static var migrations: [Migration] {
        let all = Learning.Slice.migrations, known = Set(all.map(\.id))
        return all + FollowUpPart.migrations.filter { !known.contains($0.id) }
    }

    static func with(_ engine: TestDatabase.Engine, _ body: (FollowUpGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: migrations) { people in
            let programme = try await people.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            try await body(FollowUpGround(people, programme.id))
        }
    }

    init(_ people: PeopleGround, _ programme: Identifier) {
        self.people = people
        self.programme = programme
        registration = RegistrationGround(people, programme: programme)
        part = FollowUpPart(people: people.slice)
    }

    var store: FollowUpStore { part.store }

    func origin(_ time: Int64, by person: Identifier? = nil) -> Origin { PeopleGround.origin(time, by: person) }

    /// So many days after the day of the usual meeting, at this hour in the Netherlands.
    static func moment(_ days: Int64, hour: Int64 = 9, minute: Int64 = 0) throws -> Int64 {
        let day = try #require(DutchDay(Self.meetingDay))
        return DutchDay(at: day.start + days * Self.day + Self.day / 2).start + hour * PeopleGround.hour + minute * PeopleGround.minute
    }

    @discardableResult
    func round(_ days: Int64, hour: Int64 = 9, minute: Int64 = 0) async throws -> Int {
        try await part.round(from: origin(Self.moment(days, hour: hour, minute: minute)))
    }

    func attendance(_ attendance: Attendance, of registration: Registration) async throws {
        try await people.database.write { transaction in
            try transaction.execute("UPDATE registration SET attendance = \(attendance) WHERE id = \(registration.id.description)")
        }
    }

    /// The mails that ask, the oldest first: to whom, and all their words.
    func mails() async throws -> [(to: String, subject: String, text: String)] {
        try await people.database.read { reading in
            try reading.all(
                "SELECT recipient, subject, body_text FROM outbox WHERE kind IN ('follow-up', 'notice-navraag') ORDER BY added_at, recipient, id"
            ) { row in (to: String(try row.string(0).prefix { $0 != "@" }), subject: try row.string(1), text: try row.string(2)) }
        }
    }

    /// The proof in the newest mail to someone.
    func proof(_ name: String) async throws -> String {
        let text = try #require(try await mails().last { $0.to == name }).text
        return String(try #require(text.firstMatch(of: /\/navraag\/([A-Za-z0-9_\-]+)/)).1)
    }

    /// A closed session of a group with these people, on the day of the usual meeting.
    func session(_ present: [Identifier]) async throws -> Identifier {
        let group = Identifier(at: Self.start), session = Identifier(at: Self.start), closed = try Self.moment(0, hour: 16)
        try await people.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO intervision_group (id, name, programme, attendance, confidentiality, facilitating, replacement, added_at)
                VALUES (\(group.description), 'Zwaluwgroep', \(programme.description), '', '', '', '', \(Self.start))
                """)
            try transaction.execute(
                """
                INSERT INTO intervision_session (id, group_id, method, question, planned_at, state, step, added, version, words, closed_at)
                VALUES (\(session.description), \(group.description), 'incident', 'Hoe zit het met zwaluwnest?', \(closed), 'gesloten', 0, 0, 1, 0, \(closed))
                """)
            for person in present {
                try transaction.execute(
                    "INSERT INTO intervision_presence (session, person, came_at) VALUES (\(session.description), \(person.description), \(closed))")
            }
        }
        return session
    }
}
