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
        var text = Self.needsComposing(text) ? text.precomposedStringWithCanonicalMapping : text
        text.withUTF8 { bytes in
            // No letter's lower case is twice as long in UTF-8.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * bytes.count + 1) { plain in
                let count = Self.writePlain(bytes, to: plain)
                cut(UnsafeBufferPointer(rebasing: plain[..<count]), body)
            }
        }
    }

    /// Whether a text may have letters in pieces. What lies below U+0300 and general punctuation is never one.
    private static func needsComposing(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for place in bytes.indices where bytes[place] >= 0xCC {
                let isPunctuation = bytes[place] == 0xE2 && place + 1 < bytes.count && (0x80...0x82).contains(bytes[place + 1])
                if !isPunctuation { return true }
            }
            return false
        }
    }

    /// Cuts at spaces; every letter is in lower case, every separator a space, every apostrophe ASCII.
    private func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
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

    /// Writes letters and digits in lower case, spaces for the rest. - Returns: bytes written
    private static func writePlain(_ bytes: UnsafeBufferPointer<UInt8>, to plain: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let ascii = ascii
        var count = 0
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                plain[count] = ascii[Int(byte)]
                count += 1
                place += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard place + length <= bytes.count else { break }
            var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
            for next in 1..<length { value = value << 6 | UInt32(bytes[place + next] & 0x3F) }
            place += length
            for lower in plainForm(value).utf8 where count < plain.count {
                plain[count] = lower
                count += 1
            }
        }
        return count
    }

    /// A letter outside ASCII as it counts in words: lower case, a space, or nothing.
    private static func plainForm(_ value: UInt32) -> String {
        switch value {
        case 0xE0...0xF6, 0xF8...0xFF, 0xDF: return String(Character(Unicode.Scalar(UInt8(value))))
        case 0xC0...0xD6, 0xD8...0xDE: return String(Character(Unicode.Scalar(UInt8(value + 0x20))))
        case 0x132, 0x133: return "ij"
        case 0x2018, 0x2019, 0x2BC, 0xB4: return "'"
        case 0xAD, 0x200B...0x200D: return ""  // soft hyphen and zero width: no letters, no separators
        case 0x2000...0x206F, 0x80...0xA9, 0xAB...0xB1, 0xD7, 0xF7: return " "
        default:
            guard let scalar = Unicode.Scalar(value) else { return " " }
            let properties = scalar.properties
            let isLetter = properties.isAlphabetic || properties.numericType != nil || (0x300...0x36F).contains(value)
            return isLetter ? properties.lowercaseMapping : " "
        }
    }

    /// By byte: itself in lower case for letters and digits and the apostrophe, a space for the rest.
    private static let ascii: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0x41...0x5A: UInt8(byte) + 0x20
        case 0x61...0x7A, 0x30...0x39, 0x27: UInt8(byte)
        default: 0x20
        }
    }

    private static let endings: [[UInt8]] = ["s", "t", "n", "tje", "tjes", "je", "jes", "er", "ers", "en"].map { Array($0.utf8) }

    /// Whether an ending stands behind the apostrophe, and nothing more.
    private static func isEnding(after apostrophe: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = apostrophe + 1
        while end < bytes.count, end - apostrophe <= 5, isWordByte(bytes[end]) { end += 1 }
        let ending = bytes[(apostrophe + 1)..<end]
        return endings.contains { $0.count == ending.count && $0.elementsEqual(ending) }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte != 0x20 && byte != 0x27
    }

    /// The word without accents: *reünie* to *reunie*.
    package static func folded(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        return word.folding(options: .diacriticInsensitive, locale: nil)
    }
}
