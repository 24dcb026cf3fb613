/// The name of a message, unique in the world (RFC 5322, section 3.6.4). A message that is sent again keeps its name, so that a reader's program sees one
/// message.
package struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// Without the angle brackets.
    package let description: String

    /// Nil for signs other than letters, digits, `.`, `-` and `_`, or more than 200 of them.
    ///
    /// - Parameters:
    ///   - id: the id of the message in the outbox
    ///   - domain: of the sender
    package init?(_ id: String, domain: String) {
        func isFit(_ text: String) -> Bool {
            (1...200).contains(text.utf8.count) && !text.hasPrefix(".") && !text.hasSuffix(".") && !text.contains("..")
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                    default: false
                    }
                }
        }
        guard isFit(id), isFit(domain) else { return nil }
        description = "\(id)@\(domain)"
    }
}

/// Where one click, or a POST by the reader's mail program, ends the messages of this kind (RFC 2369, RFC 8058).
package struct UnsubscribeLink: Sendable, Hashable {
    package let address: String

    /// Nil for anything but an https address of at most 900 signs of ASCII without spaces, commas and angle brackets.
    package init?(_ address: String) {
        guard address.hasPrefix("https://"), address.utf8.count <= 900,
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E && $0 != 0x2C })
        else { return nil }
        self.address = address
    }
}

/// What a calendar is to do with a file (RFC 5546).
package enum CalendarMethod: String, Sendable, Hashable, CaseIterable { case publish = "PUBLISH", request = "REQUEST", cancel = "CANCEL", reply = "REPLY" }

/// An appointment that a message brings: mail programs show it above the text, and as a file beside it for those that do not.
package struct MailCalendar: Sendable, Hashable {
    package let method: CalendarMethod
    /// The whole file, the same method in it.
    package let text: String

    package init(_ file: CalendarFile) {
        self.init(method: file.purpose.method, text: file.text)
    }

    /// A file that was made before, from where it was kept.
    package init(method: CalendarMethod, text: String) {
        self.method = method
        self.text = text
    }

    /// The last of the alternatives.
    var part: [UInt8] {
        // Base64, so that no line of the file is changed on the way.
        HeaderField("Content-Type", words: ["text/calendar;", "charset=utf-8;", "method=\(method.rawValue)"]).bytes
            + HeaderField("Content-Transfer-Encoding", words: ["base64"]).bytes + [0x0D, 0x0A] + EncodedLines.encode(Array(text.utf8))
    }

    var file: MailAttachment { MailAttachment(name: "agenda.ics", kind: .calendarCopy, bytes: Array(text.utf8)) }
}

/// A file that goes with a message.
package struct MailAttachment: Sendable, Hashable {
    /// What kind of file it is.
    package enum Kind: Sendable, Hashable {
        case pdf, png, jpeg, csv, plainText, json, zip
        /// An appointment (RFC 5545).
        ///
        /// - Parameter method: `PUBLISH`, `REQUEST` …, the same as in the file
        case calendar(method: CalendarMethod)
        /// The appointment of a ``MailCalendar`` once more, to be opened by hand. Of a kind that no program takes for a second invitation.
        case calendarCopy

        fileprivate var words: [String] {
            switch self {
            case .pdf: ["application/pdf;"]
            case .png: ["image/png;"]
            case .jpeg: ["image/jpeg;"]
            case .csv: ["text/csv;", "charset=utf-8;"]
            case .plainText: ["text/plain;", "charset=utf-8;"]
            case .json: ["application/json;"]
            case .zip: ["application/zip;"]
            case .calendar(let method): ["text/calendar;", "charset=utf-8;", "method=\(method.rawValue);"]
            case .calendarCopy: ["application/ics;"]
            }
        }
    }

    package let name: String
    package let kind: Kind
    package let bytes: [UInt8]

    package init(name: String, kind: Kind, bytes: [UInt8]) {
        self.name = name
        self.kind = kind
        self.bytes = bytes
    }

    var part: [UInt8] {
        var words = kind.words
        // The last word ends no parameter list: the semicolon goes.
        if var last = words.popLast() {
            last.removeLast()
            words.append(last)
        }
        return HeaderField("Content-Type", words: words).bytes + HeaderField("Content-Transfer-Encoding", words: ["base64"]).bytes
            + HeaderField("Content-Disposition", words: ["attachment;", fileName]).bytes + [0x0D, 0x0A] + EncodedLines.encode(bytes)
    }

    /// A plain name in quotes, any other by RFC 2231. Without folders and control characters, at most 100 letters, its ending kept.
    private var fileName: String {
        let letters = name.unicodeScalars.suffix(1000).map { scalar -> Unicode.Scalar in
            scalar == "/" || scalar == "\\" || scalar == ":" || scalar.properties.generalCategory == .control || HeaderField.isTurn(scalar)
                ? "-" : scalar
        }
        let cleaned = String(String.UnicodeScalarView(letters.suffix(100)))
        if cleaned.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 }) { return "filename=\"\(cleaned.isEmpty ? "attachment" : cleaned)\"" }
        let hex = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in cleaned.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: output.append(byte)
            default: output += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return "filename*=utf-8''" + String(decoding: output, as: UTF8.self)
    }
}
