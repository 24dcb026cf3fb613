import Core
import Foundation
import Mail
import SQL
import TestSupport
import Testing

@testable import People

@Suite("Outbox with appointments") struct OutboxCalendarTests {
    private static let start: Int64 = 1_795_313_584_000

    private static func mail(_ purpose: (CalendarFile.Parties) -> CalendarFile.Purpose) throws -> OutboxMail {
        let event = CalendarEvent(
            id: "01en5tm8000000000000000000@leefkring", sequence: 1, start: 1_605_186_000_000, end: 1_605_193_200_000, changedAt: 1_604_223_005_000,
            status: .confirmed, summary: "Café, groen; wandelen")
        var mail = try PeopleInDatabase.mail()
        let parties = CalendarFile.Parties(organizer: Mailbox(try MailAddress("post@leefkring.example")), attendee: mail.to)
        mail.calendar = MailCalendar(CalendarFile(event, for: purpose(parties)))
        return mail
    }

    /// What is left of the appointments of all mail.
    private func kept(_ people: PeopleInDatabase) async throws -> [String] {
        try await people.database.read { reading in
            try reading.all("SELECT COALESCE(calendar_method, '') || COALESCE(calendar, '') FROM outbox ORDER BY id") { try $0.string(0) }
        }
    }

    @Test("D-37: an appointment waits with its mail, goes out with it, and is wiped with its words", arguments: TestDatabase.engines)
    func sent(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let request = try Self.mail { .request($0) }, cancel = try Self.mail { .cancel($0) }
            for mail in [request, cancel, try PeopleInDatabase.mail()] { _ = try await people.add(mail, at: Self.start) }
            let before = try await kept(people)
            #expect(before.count == 3 && before.contains("REQUEST" + (request.calendar?.text ?? "-")) && before.contains(""))
            let (stream, continuation) = AsyncStream.makeStream(of: MailCalendar?.self)
            let sender = try people.sender(SetClock(Self.start)) { message in
                continuation.yield(message.calendar)
                return SMTPDelivery(outcome: .accepted, code: 250, answer: "250 Ok", transcript: [], server: "b")
            }
            #expect(try await sender.sendDue() == [.sent: 3])
            continuation.finish()
            var sent: [MailCalendar?] = []
            for await calendar in stream { sent.append(calendar) }
            #expect(sent.count == 3 && sent.contains(request.calendar) && sent.contains(cancel.calendar) && sent.contains(nil))
            #expect(try await kept(people) == ["", "", ""])
        }
    }

    @Test("D-37: who is forgotten leaves no appointment behind, as it holds name and address", arguments: TestDatabase.engines)
    func forgotten(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            _ = try await people.add(try Self.mail { .request($0) }, at: Self.start)
            try await people.database.write { try Outbox.forget(nil, mail: "jan@voorbeeld.example", at: Self.start, in: $0) }
            #expect(try await kept(people) == [""])
        }
    }

    @Test("a method that no calendar knows is refused by the table", arguments: TestDatabase.engines)
    func method(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            _ = try await people.add(try Self.mail { .cancel($0) }, at: Self.start)
            for method in CalendarMethod.allCases {
                let changed = try await people.database.write { try $0.execute("UPDATE outbox SET calendar_method = \(method.rawValue)") }
                #expect(changed == 1)
            }
            await #expect(throws: SQLError.self) { try await people.database.write { try $0.execute("UPDATE outbox SET calendar_method = 'COUNTER'") } }
        }
    }
}
