import Foundation

/// Cuts a text into words: runs of letters and digits, in lower case, composed (NFC), with *ij* for *ĳ* and one kind of apostrophe.
///
/// An apostrophe stays inside a word before an ending (*foto's*, *auto'tje*); elsewhere it separates.
package struct Tokenizer: Sendable {
    /// Longer runs are no words; they are cut here so that one entry cannot fill the vocabulary.
    package static let longest = 64

    package init() {}

    /// Words of a text in order.
    package func words(of text: String) -> [String] {
        var words: [String] = []
        forEachWord(of: text) { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
    }

    /// Hands over the UTF-8 of every word in order; the bytes are valid only during the call.
    package func forEachWord(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.makeContiguousUTF8()
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            plainWords(of: bytes, body)
            return true
        }
        if isPlain == true { return }
        var plain = Self.plainLetters(of: text)
        plain.withUTF8 { anyWords(of: $0, body) }
    }

    /// ASCII only.
    private func plainWords(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { word in
            var place = 0
            while place < bytes.count {
                var length = 0
                while place < bytes.count {
                    let byte = bytes[place]
                    let isUpper = byte &- 0x41 < 26
                    if !isUpper && byte &- 0x61 >= 26 && byte &- 0x30 >= 10 {
                        guard byte == 0x27, length > 0, Self.isEnding(after: place, in: bytes) else { break }
                    }
                    if length < Self.longest {
                        word[length] = isUpper ? byte | 0x20 : byte
                        length += 1
                    }
                    place += 1
                }
                if length > 0 { body(UnsafeBufferPointer(rebasing: word[0..<length])) }
                place += 1
            }
        }
    }

    /// After ``plainLetters(of:)``: every letter is in lower case, every separator is a space, apostrophes are ASCII.
    private func anyWords(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var place = 0
        while place < bytes.count {
            let start = place
            while place < bytes.count, bytes[place] != 0x20 {
                if bytes[place] == 0x27, place == start || !Self.isEnding(after: place, in: bytes) { break }
                place += 1
            }
            var end = min(place, start + Self.longest)
            while end < place, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            if end > start { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
            place += 1
        }
    }

    /// Letters and digits in lower case, spaces for the rest.
    private static func plainLetters(of text: String) -> String {
        let composed = text.precomposedStringWithCanonicalMapping
        var plain = String.UnicodeScalarView()
        for scalar in composed.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x27: plain.append(scalar)
            case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: plain.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
            case 0..<0x80: plain.append(" ")
            case 0x132, 0x133: plain.append(contentsOf: "ij".unicodeScalars)
            case 0x2018, 0x2019, 0x2BC, 0xB4: plain.append("'")
            case 0xAD, 0x200B...0x200D: continue  // soft hyphen and zero width: no letters, no separators
            default:
                let properties = scalar.properties
                let isLetter = properties.isAlphabetic || properties.numericType != nil || (0x300...0x36F).contains(scalar.value)
                if isLetter { plain.append(contentsOf: properties.lowercaseMapping.unicodeScalars) } else { plain.append(" ") }
            }
        }
        return String(plain)
    }

    private static let endings: [[UInt8]] = ["s", "t", "n", "tje", "tjes", "je", "jes", "er", "ers", "en"].map { Array($0.utf8) }

    /// Whether an ending stands behind the apostrophe, and nothing more.
    private static func isEnding(after apostrophe: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = apostrophe + 1
        while end < bytes.count, end - apostrophe <= 5, isWordByte(bytes[end]) { end += 1 }
        let ending = bytes[(apostrophe + 1)..<end]
        return endings.contains { $0.count == ending.count && zip($0, ending).allSatisfy { $0 == $1 | 0x20 } }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// The word without accents: *reünie* to *reunie*.
    package static func folded(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        return word.folding(options: .diacriticInsensitive, locale: nil)
    }
}
