/// One content line of a calendar file (RFC 5545, section 3.1): a name, parameters and a value, folded.
///
/// Whatever the texts hold, the result is one property: control characters are gone, and what has a meaning is escaped.
struct CalendarLine {
    let bytes: [UInt8]

    /// A value that was made here of safe signs.
    init(_ name: StaticString, _ parameters: [CalendarParameter] = [], safe value: String) {
        let name = name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        bytes = CalendarLine.folded(name + parameters.map { ";" + $0.text }.joined() + ":" + value)
    }

    /// Words for people.
    init(_ name: StaticString, text: String) {
        self.init(name, safe: CalendarLine.escaped(text))
    }

    /// Several words for people, between commas.
    init(_ name: StaticString, texts: [String]) {
        self.init(name, safe: texts.map(CalendarLine.escaped).joined(separator: ","))
    }

    /// RFC 5545, section 3.3.11: line breaks become `\n`; controls go, and signs that turn the direction of writing.
    private static func escaped(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": output += ["\\", scalar]
            // Of CR with LF the first has made the break.
            case "\n": if previous != "\r" { output += ["\\", "n"] }
            case "\r", "\u{2028}", "\u{2029}": output += ["\\", "n"]
            case "\t": output.append(" ")
            default: if isFit(scalar) { output.append(scalar) }
            }
            previous = scalar
        }
        return String(output)
    }

    static func isFit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory != .control && !HeaderField.isTurn(scalar) }

    /// Lines of at most 75 octets without the break. A line that goes on begins with a space; no letter is cut (UTF-8 of one scalar stays together).
    private static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.utf8.count + line.utf8.count / 25 + 2)
        var length = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if length + width > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes += scalar.utf8
            length += width
        }
        return bytes + [0x0D, 0x0A]
    }
}

/// A parameter of a property (RFC 5545, section 3.2).
struct CalendarParameter {
    let text: String

    /// A word that was made here: `RSVP=FALSE`.
    init(_ safe: StaticString) {
        text = safe.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// Words of people, always between quotes; quotes within them become single ones, as readers differ in how they read an escaped one (RFC 6868).
    init(_ name: StaticString, words: String) {
        var value = String.UnicodeScalarView()
        for scalar in words.unicodeScalars.prefix(500) {
            switch scalar {
            case "\"": value.append("'")
            // RFC 6868: `^n` would be read as a line break.
            case "^": value += ["^", "^"]
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": value.append(" ")
            default: if CalendarLine.isFit(scalar) { value.append(scalar) }
            }
        }
        text = name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } + "=\"" + String(value) + "\""
    }
}
