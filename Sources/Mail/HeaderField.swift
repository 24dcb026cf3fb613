import Foundation

/// A line of a message's head, folded, in ASCII. Whatever the texts hold, the result is one field: line breaks and other control characters become spaces.
struct HeaderField {
    let bytes: [UInt8]

    /// A text for people (RFC 5322 `unstructured`), in encoded words where it is not plain ASCII (RFC 2047).
    init(_ name: StaticString, text: String) {
        let text = HeaderField.clean(text)
        self.init(name, words: HeaderField.isPlain(text) ? text.split(separator: " ").map(String.init) : EncodedWord.words(for: text))
    }

    /// Persons with their addresses.
    init(_ name: StaticString, mailboxes: [Mailbox]) {
        var words: [String] = []
        for (index, mailbox) in mailboxes.enumerated() {
            let end = index < mailboxes.count - 1 ? "," : ""
            let phrase = HeaderField.phrase(mailbox.name ?? "")
            words += phrase + [(phrase.isEmpty ? "\(mailbox.address)" : "<\(mailbox.address)>") + end]
        }
        self.init(name, words: words)
    }

    /// Words that were made here of safe parts; a line is broken only between them.
    init(_ name: StaticString, words: [String]) {
        var bytes = name.withUTF8Buffer { Array($0) } + [0x3A]
        var length = bytes.count
        for (index, word) in words.enumerated() {
            // 78 is what RFC 5322 advises; a first word stays with the name, so that no line is only white space.
            if index > 0 && length + 1 + word.utf8.count > 76 {
                bytes += [0x0D, 0x0A]
                length = 0
            }
            bytes.append(0x20)
            bytes += word.utf8
            length += 1 + word.utf8.count
        }
        self.bytes = bytes + [0x0D, 0x0A]
    }

    /// A name before an address: a quoted string, or encoded words.
    private static func phrase(_ name: String) -> [String] {
        let name = clean(name)
        guard !name.isEmpty else { return [] }
        let escaped = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        guard isPlain(name), escaped.count <= 58 else { return EncodedWord.words(for: name) }
        return ["\"" + String(escaped) + "\""]
    }

    /// One line, without control characters, signs that turn the direction of writing, or doubled spaces; at most 500 letters.
    private static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(2000).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
            default: isTurn(scalar) ? " " : scalar
            }
        }
        var cleaned = String.UnicodeScalarView()
        for scalar in scalars where scalar != " " || (cleaned.last ?? " ") != " " { cleaned.append(scalar) }
        while cleaned.last == " " { cleaned.removeLast() }
        return String(String.UnicodeScalarView(cleaned.prefix(500)))
    }

    /// The embeddings and isolates of Unicode, with which a name can be made to look like another.
    static func isTurn(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// Printable ASCII that nobody takes for an encoded word, in words that fit on a line.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && text.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
    }
}

/// RFC 2047: letters outside ASCII in the head of a message.
enum EncodedWord {
    /// Words of at most 60 signs, each of whole letters, which readers put together again without the spaces between them.
    static func words(for text: String) -> [String] {
        let plain = text.utf8.reduce(0) { $0 + (isSafe($1) ? 1 : 0) }
        let isMostlyPlain = plain * 3 > text.utf8.count * 2
        // 60 signs with `=?utf-8?q?` and `?=`, so that the first fits behind the name of its field; in base64 three bytes become four signs.
        let room = isMostlyPlain ? 48 : 36
        var words: [String] = []
        var bytes: [UInt8] = []
        var used = 0
        for scalar in text.unicodeScalars {
            let letter = Array(String(scalar).utf8)
            let size = isMostlyPlain ? letter.reduce(0) { $0 + (isSafe($1) || $1 == 0x20 ? 1 : 3) } : letter.count
            if used + size > room {
                words.append(word(bytes, isMostlyPlain))
                bytes = []
                used = 0
            }
            bytes += letter
            used += size
        }
        if !bytes.isEmpty { words.append(word(bytes, isMostlyPlain)) }
        return words
    }

    private static func word(_ bytes: [UInt8], _ isMostlyPlain: Bool) -> String {
        guard isMostlyPlain else { return "=?utf-8?b?" + Data(bytes).base64EncodedString() + "?=" }
        var output: [UInt8] = []
        for byte in bytes {
            if byte == 0x20 { output.append(UInt8(ascii: "_")) } else if isSafe(byte) { output.append(byte) } else { output += QuotedPrintable.escape(byte) }
        }
        return "=?utf-8?q?" + String(decoding: output, as: UTF8.self) + "?="
    }

    /// What may stand as it is in a name before an address (RFC 2047, section 5, rule 3); the narrowest of the three places.
    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!*+-/".utf8.contains(byte)
        }
    }
}
