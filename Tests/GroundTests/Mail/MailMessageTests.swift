import Foundation
import TestSupport
import Testing

@testable import Mail

@Suite("Messages") struct MailMessageTests {
    static func message(subject: String = "Onderwerp", text: String = "Tekst", html: String? = nil, name: String? = nil) throws -> MailMessage {
        MailMessage(
            id: try #require(MessageID("17", domain: "leefkring.example")), date: 1_795_313_584_000,
            from: Mailbox(try MailAddress("post@leefkring.example"), name: name ?? "Leefkring"),
            to: Mailbox(try MailAddress("jan@voorbeeld.example"), name: name),
            subject: subject, text: text, html: html)
    }

    @Test("a small message is written exactly so")
    func exact() throws {
        var message = try Self.message(subject: "Café open", text: "Hoi,\nprijs: 5 €\n.\nFrom hier ")
        message.language = "nl"
        message.unsubscribe = UnsubscribeLink("https://leefkring.example/uit/abc")
        let expected = """
            Date: Sun, 22 Nov 2026 02:13:04 +0000
            Message-ID: <17@leefkring.example>
            From: "Leefkring" <post@leefkring.example>
            To: jan@voorbeeld.example
            Subject: =?utf-8?q?Caf=C3=A9_open?=
            Auto-Submitted: auto-generated
            X-Auto-Response-Suppress: OOF, AutoReply
            List-Unsubscribe: <https://leefkring.example/uit/abc>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            Content-Language: nl
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Hoi,
            prijs: 5 =E2=82=AC
            =2E
            =46rom hier=20

            """
        #expect(String(decoding: message.bytes, as: UTF8.self) == expected.replacing("\n", with: "\r\n"))
    }

    @Test(
        "the encoded words of RFC 2047, section 8, are what we write, but for the space between two words",
        arguments: [
            ("a", "a"), ("é", "=?utf-8?b?w6k=?="), ("Keld Jørn Simonsen", "=?utf-8?q?Keld_J=C3=B8rn_Simonsen?="),
            ("=?utf-8?q?a?=", "=?utf-8?b?PT91dGYtOD9xP2E/PQ==?="),
        ])
    func encodedWords(text: String, expected: String) {
        #expect(String(decoding: HeaderField("Subject", text: text).bytes, as: UTF8.self) == "Subject: \(expected)\r\n")
    }

    @Test(
        "dates are those of the calendar",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_399_999, "Mon, 28 Feb 2000 23:59:59 +0000"), (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (1_835_481_599_000, "Tue, 29 Feb 2028 23:59:59 +0000"), (4_107_542_400_000, "Mon, 01 Mar 2100 00:00:00 +0000"),
            (-5, "Thu, 01 Jan 1970 00:00:00 +0000"),
        ] as [(Int64, String)])
    func dates(milliseconds: Int64, expected: String) {
        #expect(MailDate.text(milliseconds) == expected)
    }

    @Test("ASVS 1.3.11: no subject, name, text or file name can add a field or a part")
    func injection() throws {
        let evil = "x\r\nBcc: all@voorbeeld.example\r\n\r\n--=_leefkring_mixed\r\nContent-Type: text/html\u{2028}Evil: 1\u{85}Evil: 2\u{0}\n.\r\n"
        var message = try Self.message(subject: evil, text: evil, html: evil, name: evil)
        message.replyTo = Mailbox(message.from.address, name: evil)
        message.language = "nl\r\nEvil: 3"
        message.attachments = [MailAttachment(name: evil + ".ics", kind: .calendar(method: .publish), bytes: Array(evil.utf8))]
        let lines = String(decoding: message.bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        let head = lines.prefix { !$0.isEmpty }
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "Message-ID", "From", "To", "Reply-To", "Subject", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type",
            ])
        #expect(lines.filter { $0.hasPrefix("--=_leefkring_mixed") } == ["--=_leefkring_mixed", "--=_leefkring_mixed", "--=_leefkring_mixed--"])
        #expect(!lines.contains("."))
    }

    @Test("any texts give lines of ASCII of at most 76 signs and two that end them")
    func shape() throws {
        var chance = Chance(52)
        for _ in 0..<Fuzz.strings / 4 {
            func text(_ most: Int) -> String { String(decoding: chance.bytes(most), as: UTF8.self) }
            var message = try Self.message(subject: text(300), text: text(400), html: text(400), name: text(120))
            message.attachments = [MailAttachment(name: text(20), kind: .csv, bytes: chance.bytes(300))]
            let bytes = message.bytes
            #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 })
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
            // A name of a file is not folded (RFC 2231 would need numbered pieces): at most 100 letters of at most four bytes.
            let long = lines.first { !($0.utf8.count <= 76 || $0.hasPrefix(" filename*=") && $0.utf8.count < 998) }
            #expect(long == nil)
            #expect(lines.allSatisfy { !$0.utf8.contains(0x0D) && !$0.utf8.contains(0x0A) })
            #expect(bytes.suffix(2) == [0x0D, 0x0A])
        }
    }

    @Test("Python's email package reads back what was put in, without a complaint", .enabled(if: PythonPeer.has("email")))
    func readBack() throws {
        var chance = Chance(53)
        let words = [
            "wijk", "café", "Ĳsselstein", "日本", "👩‍👩‍👧", "=?x?=", "a,b", "\"q\"", "\\", "<b>", "=20",
            "lang" + String(repeating: "a", count: 90), ".", "From", "&",
            "–",
        ]
        func phrase(_ most: Int, _ separator: String) -> String {
            (0..<Int.random(in: 1...most, using: &chance)).map { _ in words.randomElement(using: &chance) ?? "" }.joined(separator: separator)
        }
        var messages: [MailMessage] = []
        for number in 0..<Fuzz.mutations * 2 {
            var message = try Self.message(
                subject: phrase(5, " "), text: phrase(60, [" ", "\n", "\r\n", "  \n"].randomElement(using: &chance) ?? "") + "\n", name: phrase(4, " "))
            message.html = number % 2 == 0 ? "<!doctype html>\n<p>\(phrase(40, " "))</p>\n" : nil
            message.date = Int64.random(in: 0...4_000_000_000, using: &chance) * 1000
            message.attachments = (0..<number % 3).map { index in
                MailAttachment(
                    name: "\(phrase(2, "_").filter { !"\\\"<>".contains($0) }.suffix(40)).ics", kind: index == 0 ? .calendar(method: .request) : .pdf,
                    bytes: chance.bytes(500))
            }
            messages.append(message)
        }
        let read = try ReadMessage.read(messages.map(\.bytes))
        #expect(read.count == messages.count)
        for (message, read) in zip(messages, read) { Self.compare(message, read) }
    }

    static func compare(_ message: MailMessage, _ read: ReadMessage) {
        #expect(read.defects.isEmpty, "\(read.defects)")
        #expect(read.subject == message.subject)
        #expect(read.from == [message.from.name ?? "", "\(message.from.address)"])
        #expect(read.to == [message.to.name ?? "", "\(message.to.address)"])
        #expect(Int64(read.date) * 1000 == message.date)
        #expect(read.text == message.text.replacing("\r\n", with: "\n"))
        #expect(read.html == message.html)
        #expect(read.bare == 0 && read.longest < 998)
        let kinds = ["text/calendar", "application/pdf"]
        #expect(read.attachments.map { $0[0] } == message.attachments.map(\.name))
        #expect(read.attachments.map { $0[1] } == Array(kinds.prefix(message.attachments.count)))
        #expect(read.attachments.first.map { $0[2] } == (message.attachments.isEmpty ? nil : "REQUEST"))
        #expect(read.attachments.map { Data(base64Encoded: $0[3]) } == message.attachments.map { Data($0.bytes) })
        #expect(Set(read.fields).count == read.fields.count)
    }
}
