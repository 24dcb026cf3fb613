/// A message to one person, as values; `bytes` is what goes over the wire.
///
/// No text that is put in can add a field, a part or a recipient: addresses, names of messages and links are types that refuse dangerous signs, other texts are
/// encoded, and no encoded body can hold the boundary between parts.
package struct MailMessage: Sendable, Hashable {
    package var id: MessageID
    /// Milliseconds since 1970.
    package var date: Int64
    package var from: Mailbox
    package var to: Mailbox
    package var replyTo: Mailbox?
    package var subject: String
    /// Plain text, with any line breaks.
    package var text: String
    /// The same for programs that show HTML; a whole document.
    package var html: String?
    /// `nl`, `en`.
    package var language: String?
    package var attachments: [MailAttachment] = []
    /// An appointment, shown with the text and added as a file.
    package var calendar: MailCalendar?
    /// For everything that a person can switch off.
    package var unsubscribe: UnsubscribeLink?
    /// The message this one answers.
    package var inReplyTo: MessageID?
    /// Sent by a program and not by a person who waits for an answer: keeps absence notices away (RFC 3834).
    package var isAutomatic = true

    package init(id: MessageID, date: Int64, from: Mailbox, to: Mailbox, subject: String, text: String, html: String? = nil) {
        self.id = id
        self.date = date
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
    }

    /// The whole message in ASCII, with CRLF at the end of every line (RFC 5322, RFC 2045 to 2049).
    package var bytes: [UInt8] {
        head + content
    }

    private var head: [UInt8] {
        var fields: [HeaderField] = [
            HeaderField("Date", words: [MailDate.text(date)]), HeaderField("Message-ID", words: ["<\(id)>"]), HeaderField("From", mailboxes: [from]),
            HeaderField("To", mailboxes: [to]),
        ]
        if let replyTo { fields.append(HeaderField("Reply-To", mailboxes: [replyTo])) }
        fields.append(HeaderField("Subject", text: subject))
        if let inReplyTo {
            fields += [HeaderField("In-Reply-To", words: ["<\(inReplyTo)>"]), HeaderField("References", words: ["<\(inReplyTo)>"])]
        }
        if isAutomatic {
            // The second is what Microsoft Exchange looks at.
            fields += [HeaderField("Auto-Submitted", words: ["auto-generated"]), HeaderField("X-Auto-Response-Suppress", words: ["OOF, AutoReply"])]
        }
        if let unsubscribe {
            fields += [
                HeaderField("List-Unsubscribe", words: ["<\(unsubscribe.address)>"]),
                HeaderField("List-Unsubscribe-Post", words: ["List-Unsubscribe=One-Click"]),
            ]
        }
        if let language, MailMessage.isLanguage(language) { fields.append(HeaderField("Content-Language", words: [language])) }
        fields.append(HeaderField("MIME-Version", words: ["1.0"]))
        return fields.flatMap(\.bytes)
    }

    private var content: [UInt8] {
        let files = attachments + [calendar?.file].compactMap { $0 }
        guard !files.isEmpty else { return body }
        return MailMessage.multipart("mixed", boundary: "=_leefkring_mixed", [body] + files.map(\.part))
    }

    private var body: [UInt8] {
        var parts = [MailMessage.textPart("plain", text)]
        // The last is the one that is shown if it can be (RFC 2046, section 5.1.4).
        if let html { parts.append(MailMessage.textPart("html", html)) }
        if let calendar { parts.append(calendar.part) }
        return parts.count == 1 ? parts[0] : MailMessage.multipart("alternative", boundary: "=_leefkring_alternative", parts)
    }

    private static func textPart(_ kind: String, _ text: String) -> [UInt8] {
        HeaderField("Content-Type", words: ["text/\(kind);", "charset=utf-8"]).bytes
            + HeaderField("Content-Transfer-Encoding", words: ["quoted-printable"]).bytes + [0x0D, 0x0A] + QuotedPrintable.encode(text)
    }

    /// - Parameter boundary: with `=_`, which neither quoted-printable nor base64 ever holds (RFC 2045, section 6.7)
    private static func multipart(_ kind: String, boundary: String, _ parts: [[UInt8]]) -> [UInt8] {
        var output = HeaderField("Content-Type", words: ["multipart/\(kind);", "boundary=\"\(boundary)\""]).bytes
        for part in parts { output += Array("\r\n--\(boundary)\r\n".utf8) + part }
        return output + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    private static func isLanguage(_ text: String) -> Bool {
        (2...35).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

/// RFC 5322, section 3.3: `Sun, 22 Nov 2026 02:13:04 +0000`.
enum MailDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// - Parameter milliseconds: since 1970; taken as the nearest of 1970 to 9999
    static func text(_ milliseconds: Int64) -> String {
        let seconds = Int(min(max(milliseconds / 1000, 0), 253_402_300_799))
        let (day, second) = (CivilDay(number: seconds / 86_400), seconds % 86_400)
        let date = "\(days[day.weekday - 1]), \(two(day.day)) \(months[day.month - 1]) \(day.year)"
        return "\(date) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) +0000"
    }

    private static func two(_ number: Int) -> String { CivilDay.digits(number, 2) }
}
