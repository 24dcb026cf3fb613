import Core
import Foundation
import Mail
import People
import SQL
import TestSupport
import Testing

@Suite("Outbox, to a real server", .enabled(if: SMTPPeer.isPresent)) struct OutboxServerTests {
    private static let start: Int64 = 1_795_313_584_000

    private func plain(_ peer: SMTPPeer, timeout: Int = 20) throws -> SMTPSender { SMTPSender(try peer.server(.plain, timeout: timeout)) }

    @Test("a mail arrives as it was put in, with the server's word as proof; its words are wiped", arguments: TestDatabase.engines)
    func sent(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let peer = try SMTPPeer("starttls")
            let server = SMTPSender(try peer.server(.startTLS))
            let clock = SetClock(Self.start)
            let sender = try people.sender(clock, close: { await server.close() }, send: { await server.send($0) })
            let id = try await people.add(try PeopleInDatabase.mail(), at: Self.start)
            let later = try await people.add(try PeopleInDatabase.mail(number: 2), due: Self.start + 60_000, at: Self.start)
            #expect(try await sender.sendDue() == [.sent: 1])
            let read = try #require(try ReadMessage.read([peer.message(1)]).first)
            #expect(read.subject == "Je code 1" && read.text == "Je code is 123456.\n" && read.html == "<p>Je code is 123456.</p>\n")
            #expect(read.from == ["Leefkring", "post@leefkring.example"] && read.to == ["Jan Jansen", "jan@voorbeeld.example"] && read.defects.isEmpty)
            #expect(read.date == Double(Self.start / 1000))
            let bytes = String(decoding: try peer.message(1), as: UTF8.self)
            #expect(bytes.contains("Message-ID: <\(id)@leefkring.example>\r\n") && bytes.contains("Content-Language: nl\r\n"))
            let entry = try #require(try await people.outbox.find(id))
            #expect((entry.outcome, entry.endedAt, entry.tries) == (.sent, Self.start, 1))
            #expect(entry.proof == "127.0.0.1:\(peer.port) (starttls): 250 2.0.0 Ok: queued as 1")
            #expect(try await people.words(id) == "")
            #expect(try await people.outbox.find(later)?.tries == 0)
            clock.advance(minutes: 1)
            #expect(try await sender.sendDue() == [.sent: 1])
            let lines = try await people.journal.lines(JournalQuestion(thing: Event.Thing("mail", id.description)))
            #expect(lines.map(\.event.action) == ["mail.sent"] && lines[0].event.details == ["kind": "sign-in", "tries": "1", "code": "250"])
            #expect(lines[0].origin == Origin(person: nil, request: "outbox een", channel: .job, time: Self.start))
        }
    }

    @Test("two nodes side by side send fifty mails once each", arguments: TestDatabase.engines)
    func twoNodes(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.withTwo(engine) { first, second in
            let peer = try SMTPPeer("plain")
            let clock = SetClock(Self.start)
            let (one, two) = (try plain(peer), try plain(peer))
            let senders = [
                try first.sender(clock, node: "een", send: { await one.send($0) }), try second.sender(clock, node: "twee", send: { await two.send($0) }),
            ]
            var ids: Set<String> = []
            for number in 1...50 { ids.insert(try await first.add(try PeopleInDatabase.mail(number: number), at: Self.start).description) }
            let counts = try await withThrowingTaskGroup(of: [OutboxEntry.Outcome?: Int].self) { group in
                for sender in senders { group.addTask { try await sender.sendDue() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.allSatisfy { ($0[.sent] ?? 0) > 0 } && counts.reduce(0) { $0 + ($1[.sent] ?? 0) } == 50)
            let messages = try (1...50).map { String(decoding: try peer.message($0), as: UTF8.self) }
            #expect(throws: (any Error).self) { try peer.message(51) }
            #expect(ids.allSatisfy { id in messages.count { $0.contains("Message-ID: <\(id)@") } == 1 })
            let entries = try await first.outbox.newest(limit: 500)
            #expect(entries.count == 50 && entries.allSatisfy { $0.outcome == .sent && $0.tries == 1 })
            // Each with the server's word about that very mail.
            #expect(Set(entries.map(\.proof)).count == 50)
            #expect(try await first.actions().count { $0 == "mail.sent" } == 50)
        }
    }

    @Test("put off by the server, sent a minute later", arguments: TestDatabase.engines)
    func putOff(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let peer = try SMTPPeer("plain")
            let server = try plain(peer)
            let clock = SetClock(Self.start)
            let sender = try people.sender(clock, send: { await server.send($0) })
            let id = try await people.add(try PeopleInDatabase.mail(to: "once"), at: Self.start)
            #expect(try await sender.sendDue() == [nil: 1])
            let delayed = try #require(try await people.outbox.find(id))
            #expect((delayed.outcome, delayed.dueAt, delayed.tries) == (nil, Self.start + 60_000, 1))
            #expect(delayed.proof.hasSuffix(": 451 4.7.1 Greylisted"))
            clock.advance(minutes: 1)
            #expect(try await sender.sendDue() == [.sent: 1])
            let sent = try #require(try await people.outbox.find(id))
            #expect((sent.outcome, sent.tries, sent.endedAt) == (.sent, 2, Self.start + 60_000))
            #expect(try await people.actions() == ["sign-in.asked", "mail.delayed", "mail.sent"])
        }
    }

    @Test("refused for good, in doubt, and a mail after them; each is tried once", arguments: TestDatabase.engines)
    func refused(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let peer = try SMTPPeer("plain")
            let server = try plain(peer)
            let clock = SetClock(Self.start)
            let sender = try people.sender(clock, send: { await server.send($0) })
            let names = ["refused", "spam", "lost", "jan"]
            var ids: [Identifier] = []
            for (number, name) in names.enumerated() { ids.append(try await people.add(try PeopleInDatabase.mail(to: name), at: Self.start + Int64(number))) }
            clock.advance(minutes: 1)
            #expect(try await sender.sendDue() == [.refused: 2, .uncertain: 1, .sent: 1])
            clock.advance(minutes: 100_000)
            #expect(try await sender.sendDue().isEmpty)
            var entries: [OutboxEntry] = []
            for id in ids { entries.append(try #require(try await people.outbox.find(id))) }
            #expect(entries.map(\.outcome) == [.refused, .refused, .uncertain, .sent] && entries.allSatisfy { $0.tries == 1 })
            #expect(entries[0].proof.hasSuffix(": 550 5.1.1 No such user") && entries[1].proof.hasSuffix(": 554 5.7.1 Message refused"))
            // Only of the one in doubt the words are kept, as it may be asked for again.
            var words: [Bool] = []
            for id in ids { words.append(try await people.words(id) != "") }
            #expect(words == [false, false, true, false])
            #expect(throws: (any Error).self) { try peer.message(2) }
            // Nothing of the address in the journal, also not by way of the server's words.
            #expect(try await people.journal.lines().allSatisfy { Set($0.event.details.keys).isSubset(of: ["kind", "tries", "code"]) })
        }
    }

    @Test("while the server is away one mail is tried, not all; when it is back all are sent", arguments: TestDatabase.engines)
    func away(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let clock = SetClock(Self.start)
            for number in 1...3 { _ = try await people.add(try PeopleInDatabase.mail(number: number), at: Self.start) }
            let nowhere = SMTPSender(try #require(SMTPServer(host: "127.0.0.1", port: 1, security: .plain, connectTimeout: 2, totalTimeout: 4)))
            #expect(try await people.sender(clock, send: { await nowhere.send($0) }).sendDue() == [nil: 1])
            #expect(try await people.outbox.newest().map(\.tries).sorted() == [0, 0, 1])
            let peer = try SMTPPeer("plain")
            let server = try plain(peer)
            clock.advance(minutes: 1)
            #expect(try await people.sender(clock, send: { await server.send($0) }).sendDue() == [.sent: 3])
        }
    }
}
