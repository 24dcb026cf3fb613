import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// A programme where someone asks people when they can, on a fresh database.
struct DatePollGround: Sendable {
    let people: PeopleGround
    let store: DatePollStore
    let meetings: MeetingStore
    let programme: Identifier

    static let start = PeopleGround.start
    static let hour = PeopleGround.hour, day = PeopleGround.day
    /// A week after it was asked.
    static let deadline = start + 7 * day
    static let migrations = RegistrationGround.migrations + DatePollPart.migrations

    init(_ people: PeopleGround, programme: Identifier) throws {
        self.people = people
        self.programme = programme
        let slice = people.slice
        let organizer = Mailbox(try MailAddress("agenda@buurt.example.nl"), name: "Buurtplein")
        let post = DatePollPost(outbox: slice.outbox, notices: slice.notices, installation: slice.installation, organizer: organizer)
        store = DatePollStore(database: slice.database, journal: slice.journal, post: post, mark: RegistrationMark(slice.installation.key))
        meetings = MeetingStore(slice.database, journal: slice.journal)
    }

    static func with(_ engine: TestDatabase.Engine, _ body: (DatePollGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: migrations) { people in
            let programme = try await people.slice.programmes.add(Programme.Facts(name: "Kring", purpose: "Leren."), from: PeopleGround.origin())
            try await body(DatePollGround(people, programme: programme.id))
        }
    }

    func origin(_ time: Int64 = start, by person: Identifier? = nil) -> Origin { PeopleGround.origin(time, by: person) }

    /// An hour on each of these days after the deadline.
    static func options(_ days: [Int64], maximum: Int? = nil) -> [DatePoll.Option] {
        days.enumerated().map { index, after in
            let starts = deadline + after * day
            return DatePoll.Option(number: index + 1, startsAt: starts, endsAt: starts + hour, maximum: maximum)
        }
    }

    static func guest(_ name: String, isRequired: Bool = false) throws -> DatePoll.Guest {
        DatePoll.Guest(mail: try MailAddress("\(name.lowercased())@voorbeeld.nl"), name: name, isRequired: isRequired)
    }

    func ask(_ options: [DatePoll.Option], _ guests: [DatePoll.Guest], by person: Identifier? = nil) async throws -> Identifier {
        let facts = DatePoll.Facts(
            title: "Wijkprofielen", about: "Samen kijken.", minutes: 60, form: .physical, location: "Markt 11", deadline: Self.deadline)
        return try await store.ask(facts, options, guests, at: DatePoll.Place(programme: programme), site: "Buurtplein", from: origin(by: person))
    }

    /// The mails to someone, the oldest first: subject, text, calendar.
    func mails(to name: String) async throws -> [(subject: String, text: String, calendar: String?)] {
        let address = "\(name.lowercased())@voorbeeld.nl"
        return try await people.database.read { reading in
            try reading.all(
                "SELECT subject, body_text, calendar FROM outbox WHERE kind = 'date-poll' AND recipient = \(address) ORDER BY added_at, id"
            ) { (try $0.string(0), try $0.string(1), try $0.optionalString(2)) }
        }
    }

    /// The secret in the link of the first mail to someone.
    func token(_ name: String) async throws -> String {
        try Self.token(in: try #require(try await mails(to: name).first).text)
    }

    static func token(in text: String) throws -> String {
        try #require(text.firstMatch(of: /\/datumprikker\/(\S+)/).map { String($0.1) })
    }

    func answer(_ name: String, _ answers: [Int: DatePoll.Answer], at time: Int64 = start + 1) async throws {
        try await store.answer(answers, token: try await token(name), from: origin(time))
    }
}
