import Core
import Foundation
import Mail
import SQL
import Synchronization
import TestSupport
import Testing

@testable import People

/// A clock that a test sets.
final class SetClock: Sendable {
    private let milliseconds: Mutex<Int64>

    init(_ milliseconds: Int64) { self.milliseconds = Mutex(milliseconds) }

    var now: Int64 { milliseconds.withLock { $0 } }

    func advance(minutes: Int64) { milliseconds.withLock { $0 += minutes * 60_000 } }
}

extension PeopleInDatabase {
    static func mail(to local: String = "jan", number: Int = 1) throws -> OutboxMail {
        OutboxMail(
            kind: "sign-in", person: nil, to: Mailbox(try MailAddress("\(local)@voorbeeld.example"), name: "Jan Jansen"), language: .nl,
            subject: "Je code \(number)", text: "Je code is 123456.\n", html: "<p>Je code is 123456.</p>\n")
    }

    func add(_ mail: OutboxMail, due: Int64? = nil, at time: Int64) async throws -> Identifier {
        let outbox = outbox
        return try await journal.write(from: Self.origin(time)) { transaction in
            let id = try outbox.add(mail, due: due, from: Self.origin(time), in: transaction)
            return (id, Event("sign-in.asked", nil))
        }
    }

    func sender(
        _ clock: SetClock, node: String = "een", close: @escaping @Sendable () async -> Void = {}, send: @escaping OutboxSender.Send
    ) throws -> OutboxSender {
        let from = Mailbox(try MailAddress("post@leefkring.example"), name: "Leefkring")
        return OutboxSender(outbox, node: node, from: from, now: { clock.now }, send: send, close: close)
    }

    /// What is left of the words of a mail.
    func words(_ id: Identifier) async throws -> String? {
        try await database.read { reading in
            try reading.first("SELECT body_text || body_html FROM outbox WHERE id = \(id.description)") { try $0.string(0) }
        }
    }
}

@Suite("Outbox") struct OutboxTests {
    private static let start: Int64 = 1_795_313_584_000

    @Test("a mail is there if and only if what it tells about has happened", arguments: TestDatabase.engines)
    func transaction(engine: TestDatabase.Engine) async throws {
        struct Refusal: Error {}
        try await PeopleInDatabase.with(engine) { people in
            let outbox = people.outbox, mail = try PeopleInDatabase.mail()
            await #expect(throws: Refusal.self) {
                try await people.database.write { transaction in
                    try outbox.add(mail, from: PeopleInDatabase.origin(1), in: transaction)
                    throw Refusal()
                }
            }
            #expect(try await outbox.waiting() == (0, nil))
            let id = try await people.add(mail, at: 5)
            #expect(try await outbox.waiting() == (1, 5))
            let entry = OutboxEntry(
                id: id, kind: "sign-in", person: nil, recipient: "jan@voorbeeld.example", subject: "Je code 1", addedAt: 5, dueAt: 5, tries: 0, takenAt: nil,
                endedAt: nil, outcome: nil, proof: "")
            #expect(try await outbox.find(id) == entry)
            #expect(try await outbox.newest() == [entry])
            #expect(try await outbox.newest(outcome: .sent).isEmpty)
            #expect(try await outbox.newest(for: id).isEmpty)
            #expect(try await people.actions() == ["sign-in.asked"])
        }
    }

    @Test("tried again after 1, 5, 15 and 60 minutes, 6 hours, then every 12 hours within 4 days")
    func pauses() {
        var now: Int64 = 0, tries = 1
        var pauses: [Int64] = []
        while let next = OutboxSender.nextTry(after: tries, now: now) {
            pauses.append((next - now) / 60_000)
            now = next
            tries += 1
        }
        #expect(pauses.prefix(5) == [1, 5, 15, 60, 360] && pauses.dropFirst(5).allSatisfy { $0 == 720 })
        #expect(now <= 4 * 86_400_000 && now + 720 * 60_000 > 4 * 86_400_000)
    }

    @Test("a mail that cannot be delivered is tried until its time is over; the words are wiped then", arguments: TestDatabase.engines)
    func expiry(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let clock = SetClock(Self.start)
            let server = try #require(SMTPServer(host: "127.0.0.1", port: 1, security: .plain, connectTimeout: 2, totalTimeout: 4))
            let sender = try people.sender(clock, send: { await SMTPSender(server).send($0) })
            let id = try await people.add(try PeopleInDatabase.mail(), at: Self.start)
            #expect(try await sender.sendDue() == [nil: 1])
            let delayed = try #require(try await people.outbox.find(id))
            #expect((delayed.dueAt, delayed.tries, delayed.takenAt, delayed.outcome) == (Self.start + 60_000, 1, nil, nil))
            #expect(delayed.proof.hasPrefix("127.0.0.1:1 (plain): ") && delayed.proof.count > 25)
            // Not before its time.
            #expect(try await sender.sendDue().isEmpty)
            for minutes: Int64 in [1, 5, 15, 60, 360] + Array(repeating: 720, count: 6) {
                clock.advance(minutes: minutes)
                #expect(try await sender.sendDue() == [nil: 1])
            }
            #expect(try await people.words(id)?.contains("123456") == true)
            clock.advance(minutes: 720)
            #expect(try await sender.sendDue() == [.expired: 1])
            clock.advance(minutes: 100_000)
            #expect(try await sender.sendDue().isEmpty)
            let expired = try #require(try await people.outbox.find(id))
            #expect((expired.outcome, expired.tries) == (.expired, 13))
            #expect(try await people.words(id) == "")
            #expect(try await people.actions() == ["sign-in.asked"] + Array(repeating: "mail.delayed", count: 12) + ["mail.expired"])
        }
    }

    @Test("a mail that is worthless after ten minutes is not tried after them", arguments: TestDatabase.engines)
    func worth(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let clock = SetClock(Self.start)
            let sender = try people.sender(clock) { _ in SMTPDelivery(outcome: .temporary, code: 451, answer: "451 later", transcript: [], server: "b") }
            let usual = try PeopleInDatabase.mail()
            let id = try await people.add(
                OutboxMail(
                    kind: usual.kind, person: nil, to: usual.to, language: .nl, subject: usual.subject, text: usual.text, expiry: Self.start + 600_000),
                at: Self.start)
            for minutes: Int64 in [0, 1] {
                clock.advance(minutes: minutes)
                #expect(try await sender.sendDue() == [nil: 1])
            }
            clock.advance(minutes: 5)
            // The next time would be a quarter of an hour later.
            #expect(try await sender.sendDue() == [.expired: 1])
            #expect(try await people.outbox.find(id)?.tries == 3)
            #expect(try await people.words(id) == "")
        }
    }

    @Test("a mail whose node died is never sent again by itself; the server's word counts when it comes late", arguments: TestDatabase.engines)
    func died(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let clock = SetClock(Self.start)
            let id = try await people.add(try PeopleInDatabase.mail(), at: Self.start)
            let sent = Mutex<[String]>([])
            let other = try people.sender(clock, node: "twee") { message in
                sent.withLock { $0.append(message.id.description) }
                return SMTPDelivery(outcome: .temporary, code: 451, answer: "451 later", transcript: [], server: "b")
            }
            let slow = try people.sender(clock) { message in
                sent.withLock { $0.append(message.id.description) }
                clock.advance(minutes: 10)
                #expect(await (try? other.sendDue()) == [:])
                clock.advance(minutes: 1)
                #expect(await (try? other.sendDue()) == [.uncertain: 1])
                let lost = try? await people.outbox.find(id)
                #expect(lost?.outcome == .uncertain && lost?.proof == "een: took it and was not heard of again" && lost?.tries == 1)
                return SMTPDelivery(outcome: .accepted, code: 250, answer: "250 queued as 7", transcript: [], server: "a")
            }
            #expect(try await slow.sendDue() == [.sent: 1])
            #expect(try await people.outbox.find(id)?.proof == "a: 250 queued as 7")
            #expect(sent.withLock { $0 } == ["\(id)@leefkring.example"])
            clock.advance(minutes: 100_000)
            #expect(try await other.sendDue().isEmpty)
            #expect(try await people.actions() == ["sign-in.asked", "mail.uncertain", "mail.sent"])
        }
    }

    @Test("an uncertain mail is sent again when someone asks for it, under the same name", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let clock = SetClock(Self.start)
            let id = try await people.add(try PeopleInDatabase.mail(), at: Self.start)
            let messages = Mutex<[MailMessage]>([])
            let sender = try people.sender(clock) { message in
                let isFirst = messages.withLock {
                    $0.append(message)
                    return $0.count == 1
                }
                return SMTPDelivery(outcome: isFirst ? .uncertain : .accepted, code: nil, answer: "", transcript: [], server: "a")
            }
            await #expect(throws: Outbox.Fault.notUncertain) { try await people.outbox.sendAgain(id, from: PeopleInDatabase.origin(Self.start)) }
            #expect(try await sender.sendDue() == [.uncertain: 1])
            #expect(try await sender.sendDue().isEmpty)
            clock.advance(minutes: 60)
            try await people.outbox.sendAgain(id, from: PeopleInDatabase.origin(clock.now))
            #expect(try await sender.sendDue() == [.sent: 1])
            let both = messages.withLock { $0 }
            #expect(both.count == 2 && both[0].bytes == both[1].bytes)
            await #expect(throws: Outbox.Fault.notUncertain) { try await people.outbox.sendAgain(id, from: PeopleInDatabase.origin(clock.now)) }
            #expect(try await people.actions() == ["sign-in.asked", "mail.uncertain", "mail.released", "mail.sent"])
        }
    }

    @Test("a sender that is stopped brings the mail on its way to its end and takes no other", arguments: TestDatabase.engines)
    func stopping(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let clock = SetClock(Self.start)
            for number in 1...3 { _ = try await people.add(try PeopleInDatabase.mail(number: number), at: Self.start) }
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            let closed = Mutex(0)
            let sender = try people.sender(clock, close: { closed.withLock { $0 += 1 } }) { _ in
                begin.yield()
                try? await Task.sleep(for: .seconds(60))
                return SMTPDelivery(outcome: .accepted, code: 250, answer: "250 Ok", transcript: [], server: "a")
            }
            let running = Task { await sender.run(every: .milliseconds(10)) { Issue.record($0) } }
            for await _ in begun { break }
            running.cancel()
            await running.value
            #expect(try await people.outbox.newest(outcome: .sent).count == 1)
            #expect(try await people.outbox.newest().count { $0.outcome == nil && $0.takenAt == nil } == 2)
            #expect(closed.withLock { $0 } == 1)
        }
    }
}
