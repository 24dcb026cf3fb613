import Foundation
import TestSupport
import Testing

@testable import Mail

@Suite("Mail with an appointment") struct CalendarMailTests {
    private static func message(html: String? = nil, purpose: CalendarFile.Purpose? = nil) throws -> MailMessage {
        var message = try MailMessageTests.message(text: "Je plaats is zeker.\n", html: html)
        message.calendar = MailCalendar(CalendarFile(CalendarFileTests.event(), for: try purpose ?? .request(CalendarFileTests.parties())))
        return message
    }

    @Test("D-37: the appointment is the last of the alternatives, and a file beside them that is no second invitation")
    func exact() throws {
        let message = try Self.message(html: "<p>Je plaats is zeker.</p>\n")
        let text = String(decoding: message.bytes, as: UTF8.self)
        let body = try #require(text.range(of: "MIME-Version: 1.0\r\n")).upperBound
        let encoded = { (calendar: MailCalendar) in String(decoding: EncodedLines.encode(Array(calendar.text.utf8)), as: UTF8.self) }
        let file = encoded(try #require(message.calendar)).replacing("\r\n", with: "\n")
        let expected = """
            Content-Type: multipart/mixed; boundary="=_leefkring_mixed"

            --=_leefkring_mixed
            Content-Type: multipart/alternative; boundary="=_leefkring_alternative"

            --=_leefkring_alternative
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Je plaats is zeker.

            --=_leefkring_alternative
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Je plaats is zeker.</p>

            --=_leefkring_alternative
            Content-Type: text/calendar; charset=utf-8; method=REQUEST
            Content-Transfer-Encoding: base64

            \(file)
            --=_leefkring_alternative--

            --=_leefkring_mixed
            Content-Type: application/ics
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename="agenda.ics"

            \(file)
            --=_leefkring_mixed--

            """
        #expect(text[body...].replacing("\r\n", with: "\n") == expected)
    }

    @Test("a mail without HTML has two alternatives; other files come before that of the appointment")
    func plain() throws {
        var message = try Self.message()
        message.attachments = [MailAttachment(name: "programma.pdf", kind: .pdf, bytes: [1, 2, 3])]
        let types = String(decoding: message.bytes, as: UTF8.self).split(separator: "\r\n").filter { $0.hasPrefix("Content-Type: ") }
        #expect(
            types.map { $0.dropFirst(14).prefix { $0 != ";" } } == [
                "multipart/mixed", "multipart/alternative", "text/plain", "text/calendar", "application/pdf", "application/ics",
            ])
    }

    private struct Read: Decodable, Equatable {
        let types: [String]
        let method: String
        let charset: String
        let disposition: String
        let name: String
        let text: String
        let same: Bool
        let uid: String
        let defects: [String]
    }

    private func read(_ messages: [[UInt8]]) throws -> [Read] {
        let folder = try TestFolder()
        for (number, bytes) in messages.enumerated() { try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(number).eml")) }
        return try PythonPeer.output("calendars.py", ["mails", folder.path]).split(separator: 0x0A).map { try JSONDecoder().decode(Read.self, from: $0) }
    }

    @Test(
        "D-37: over SMTP the appointment arrives to the byte, and Python's email package takes it for an invitation or its cancelling",
        .enabled(if: SMTPPeer.isPresent && PythonPeer.has("icalendar")))
    func arrives() async throws {
        let peer = try SMTPPeer("starttls")
        let sender = SMTPSender(try peer.server(.startTLS))
        let parties = try CalendarFileTests.parties()
        let messages = [try Self.message(html: "<p>é</p>\n"), try Self.message(purpose: .cancel(parties)), try Self.message(purpose: .publish)]
        for message in messages { #expect(await sender.send(message).outcome == .accepted) }
        let read = try read(try (1...messages.count).map { try peer.message($0) })
        #expect(read.map(\.method) == ["REQUEST", "CANCEL", "PUBLISH"])
        #expect(read[0].types == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"])
        for (message, read) in zip(messages, read) {
            #expect(read.text == message.calendar?.text && read.same && read.defects.isEmpty)
            #expect(read.charset == "utf-8" && read.disposition.isEmpty && read.name == "agenda.ics" && read.uid == CalendarFileTests.event().id)
        }
    }
}
