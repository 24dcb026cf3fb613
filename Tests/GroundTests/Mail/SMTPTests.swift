import Foundation
import TestSupport
import Testing

@testable import Mail

@Suite("Sending over SMTP, to a real server", .enabled(if: SMTPPeer.isPresent)) struct SMTPTests {
    private func message(to local: String = "jan", text: String = "Hallo\n", number: Int = 1) throws -> MailMessage {
        MailMessage(
            id: try #require(MessageID("m\(number)", domain: "leefkring.example")), date: 1_795_313_584_000,
            from: Mailbox(try MailAddress("post@leefkring.example"), name: "Leefkring"), to: Mailbox(try MailAddress("\(local)@voorbeeld.example")),
            subject: "Bericht \(number)", text: text)
    }

    @Test("STARTTLS: the message arrives as it was made, with dots at the start of lines, and the server's word is kept")
    func startTLS() async throws {
        let peer = try SMTPPeer("starttls")
        let sender = SMTPSender(try peer.server(.startTLS))
        var message = try message(text: ".\n..\nregel . \n\n.einde\n" + String(repeating: "lange tekst ", count: 20_000) + "\n")
        message.html = "<p>é</p>\n"
        message.attachments = [
            MailAttachment(name: "afspraak.ics", kind: .calendar(method: .request), bytes: Array("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8))
        ]
        let delivery = await sender.send(message, bounces: try MailAddress("terug@leefkring.example"))
        #expect(delivery.outcome == .accepted && delivery.code == 250 && delivery.answer == "250 2.0.0 Ok: queued as 1")
        #expect(delivery.transcript.first?.hasPrefix("220 ") == true && delivery.server == "127.0.0.1:\(peer.port) (starttls)")
        #expect(try peer.message(1) == message.bytes)
        #expect(try peer.envelope(1) == .init(from: "terug@leefkring.example", to: ["jan@voorbeeld.example"], tls: true, user: nil, name: "leefkring.example"))
        let read = try #require(try ReadMessage.read([peer.message(1)]).first)
        #expect(read.text == message.text && read.html == message.html && read.attachments.map { $0[0] } == ["afspraak.ics"] && read.defects.isEmpty)
    }

    @Test("TLS from the first byte, and many messages over one connection")
    func manyOverTLS() async throws {
        let peer = try SMTPPeer("tls")
        let sender = SMTPSender(try peer.server(.tls))
        for number in 1...20 {
            let delivery = await sender.send(try message(number: number))
            #expect(delivery.outcome == .accepted && delivery.answer.hasSuffix("queued as \(number)"))
            // The greeting came once: the connection stayed open.
            #expect(delivery.transcript.contains { $0.hasPrefix("220") } == (number == 1))
        }
        await sender.close()
        #expect(await sender.send(try message(number: 21)).transcript.contains { $0.hasPrefix("220") })
    }

    @Test("a server that nobody vouches for gets nothing")
    func untrusted() async throws {
        for (mode, security) in [("starttls", SMTPServer.Security.startTLS), ("tls", .tls)] {
            let peer = try SMTPPeer(mode)
            let delivery = await SMTPSender(try peer.server(security, isTrusted: false)).send(try message())
            #expect(delivery.outcome == .notSent)
            #expect(throws: (any Error).self) { try peer.message(1) }
        }
    }

    @Test("a server without TLS gets nothing, unless it is asked for on this machine itself")
    func plain() async throws {
        let peer = try SMTPPeer("plain")
        #expect(await SMTPSender(try #require(SMTPServer(host: "127.0.0.1", port: peer.port))).send(try message()).outcome == .notSent)
        #expect(throws: (any Error).self) { try peer.message(1) }
        let sender = SMTPSender(try #require(SMTPServer(host: "127.0.0.1", port: peer.port, security: .plain)))
        #expect(await sender.send(try message()).outcome == .accepted)
    }

    @Test("signing in; a wrong password is not the message's fault, and no password is in the proof")
    func signIn() async throws {
        let peer = try SMTPPeer("auth")
        let right = await SMTPSender(try peer.server(.startTLS, user: "leefkring", password: "geheim/é")).send(try message())
        #expect(right.outcome == .accepted && !right.transcript.joined().contains("geheim"))
        #expect(try peer.envelope(1).user == "leefkring")
        let wrong = await SMTPSender(try peer.server(.startTLS, user: "leefkring", password: "anders")).send(try message())
        #expect(wrong.outcome == .notSent && wrong.code == 535)
        let none = await SMTPSender(try peer.server(.startTLS)).send(try message())
        #expect(none.outcome == .notSent && none.code == 530)
        #expect(throws: (any Error).self) { try peer.message(2) }
    }

    @Test(
        "later is not never",
        arguments: [
            ("refused", SMTPDelivery.Outcome.permanent, 550, "550 5.1.1 No such user"), ("later", .temporary, 451, "451 4.7.1 Greylisted"),
            ("full", .temporary, 452, "452 4.2.2 Mailbox full"),
            ("spam", .permanent, 554, "554 5.7.1 Message refused"),
        ])
    func refusals(local: String, outcome: SMTPDelivery.Outcome, code: Int, answer: String) async throws {
        let peer = try SMTPPeer("starttls")
        let sender = SMTPSender(try peer.server(.startTLS))
        // On a fresh connection, on one that was open, and after a refusal.
        for first in [true, false] {
            let delivery = await sender.send(try message(to: local))
            #expect(delivery.outcome == outcome && delivery.code == code && delivery.answer == answer, "\(delivery)")
            #expect(await sender.send(try message(number: first ? 1 : 2)).outcome == .accepted)
        }
        #expect(throws: (any Error).self) { try peer.message(3) }
    }

    @Test("a refused sender is permanent, also on an open connection")
    func refusedSender() async throws {
        let peer = try SMTPPeer("starttls")
        let sender = SMTPSender(try peer.server(.startTLS))
        #expect(await sender.send(try message()).outcome == .accepted)
        let delivery = await sender.send(try message(), bounces: try MailAddress("refused-sender@leefkring.example"))
        #expect(delivery.outcome == .permanent && delivery.answer == "550 5.1.8 Sender refused")
    }

    @Test("a connection that drops before the message leaves nothing behind; one that drops after it leaves us in doubt")
    func dropped() async throws {
        let peer = try SMTPPeer("starttls")
        let sender = SMTPSender(try peer.server(.startTLS, timeout: 3))
        #expect(await sender.send(try message(to: "drop")).outcome == .notSent)
        #expect(await sender.send(try message(to: "lost")).outcome == .uncertain)
        #expect(await sender.send(try message(to: "silent")).outcome == .uncertain)
        #expect(await sender.send(try message()).outcome == .accepted)
    }

    @Test("no server at all is said at once")
    func absent() async throws {
        let server = try #require(SMTPServer(host: "127.0.0.1", port: 1, connectTimeout: 2, totalTimeout: 4))
        let delivery = await SMTPSender(server).send(try message())
        #expect(delivery.outcome == .notSent && delivery.code == nil && !delivery.answer.isEmpty && delivery.transcript.isEmpty)
    }

    @Test("senders side by side, each with its own server's word")
    func together() async throws {
        let peer = try SMTPPeer("starttls")
        let server = try peer.server(.startTLS)
        let senders = (0..<5).map { _ in SMTPSender(server) }
        let messages = try (1...30).map { try message(number: $0) }
        let answers = await withTaskGroup(of: SMTPDelivery.self) { group in
            for (number, message) in messages.enumerated() { group.addTask { await senders[number % 5].send(message) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.allSatisfy { $0.outcome == .accepted })
        #expect(Set(answers.map(\.answer)).count == 30)
    }
}
