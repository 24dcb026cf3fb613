/// Syllables of Dutch words as said aloud, from their spelling.
///
/// Dutch spelling marks where two vowels are apart (trema, hyphen), so counting groups of vowels that belong together comes close. What is borrowed
/// from English with a silent e is listed.
package enum Syllables {
    /// - Parameter word: one word, in any case; letters that are not Latin count as consonants
    /// - Returns: at least 1
    package static func count(_ word: String) -> Int {
        if let letters = spelled(word) { return letters }
        let signs = word.lowercased().unicodeScalars.compactMap(Sign.init)
        var (count, place) = (0, 0)
        while place < signs.count {
            let length = nucleus(signs, place)
            count += length > 0 ? 1 : 0
            place += max(1, length)
        }
        return max(1, count - silent(signs))
    }

    /// A letter without its accent, so that `é` is `e`.
    private struct Sign {
        let letter: UInt8
        /// A trema: begins a syllable of its own.
        let isApart: Bool

        init?(_ scalar: Unicode.Scalar) {
            if scalar.value < 0x80 {
                (letter, isApart) = (UInt8(scalar.value), false)
                return
            }
            switch scalar {
            case "ä": (letter, isApart) = (UInt8(ascii: "a"), true)
            case "ë": (letter, isApart) = (UInt8(ascii: "e"), true)
            case "ï": (letter, isApart) = (UInt8(ascii: "i"), true)
            case "ö": (letter, isApart) = (UInt8(ascii: "o"), true)
            case "ü": (letter, isApart) = (UInt8(ascii: "u"), true)
            case "à", "á", "â", "å", "ã": (letter, isApart) = (UInt8(ascii: "a"), false)
            case "è", "é", "ê": (letter, isApart) = (UInt8(ascii: "e"), false)
            case "ì", "í", "î": (letter, isApart) = (UInt8(ascii: "i"), false)
            case "ò", "ó", "ô": (letter, isApart) = (UInt8(ascii: "o"), false)
            case "ù", "ú", "û": (letter, isApart) = (UInt8(ascii: "u"), false)
            // One sign for ij.
            case "ĳ": (letter, isApart) = (UInt8(ascii: "y"), false)
            default:
                if scalar.properties.generalCategory == .nonspacingMark { return nil }
                (letter, isApart) = (0x7F, false)
            }
        }
    }

    private static let vowels = Set("aeiou".utf8)
    private static let threes = Set(["aai", "ooi", "oei", "eeu", "ieu", "eau", "oeu"].map { Array($0.utf8) })
    private static let twos = Set(
        ["aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou", "au", "ei", "ij", "ai", "oi", "ay", "ey", "oy", "uy"].map { Array($0.utf8) })

    /// Letters that sound as one vowel from here; 0 for a consonant.
    private static func nucleus(_ signs: [Sign], _ place: Int) -> Int {
        func letter(_ step: Int) -> UInt8 { signs.indices.contains(place + step) ? signs[place + step].letter : 0 }
        func letters(_ length: Int) -> [UInt8]? {
            guard place + length <= signs.count else { return nil }
            let part = signs[place..<place + length]
            return part.dropFirst().contains(where: \.isApart) ? nil : part.map(\.letter)
        }
        let first = letter(0)
        if first == UInt8(ascii: "y") { return vowels.contains(letter(1)) ? 0 : 1 }
        guard vowels.contains(first) else { return 0 }
        if first == UInt8(ascii: "u") && letter(-1) == UInt8(ascii: "q") { return 0 }
        if let three = letters(3), threes.contains(three) { return 3 }
        guard let two = letters(2), twos.contains(two) else { return 1 }
        let third = letter(2), isPlainThird = signs.indices.contains(place + 2) && !signs[place + 2].isApart
        switch two {
        // di-eet, zo-iets, ge-uit, muse-um; ro-yaal.
        case Array("ie".utf8), Array("oi".utf8): return third == UInt8(ascii: "e") && isPlainThird ? 1 : 2
        case Array("eu".utf8): return third == UInt8(ascii: "i") || (third == UInt8(ascii: "m") && isEnd(signs, place + 3)) ? 1 : 2
        case Array("ay".utf8), Array("ey".utf8), Array("oy".utf8), Array("uy".utf8): return vowels.contains(third) ? 1 : 2
        default: return 2
        }
    }

    private static func isEnd(_ signs: [Sign], _ place: Int) -> Bool {
        place >= signs.count || (place == signs.count - 1 && signs[place].letter == UInt8(ascii: "s"))
    }

    /// Said as one syllable less than spelled, wherever they stand in a word.
    private static let shorter = [
        "online", "offline", "deadline", "website", "software", "hardware", "update", "upgrade", "stakeholder", "baseline", "timeline", "team", "coach",
        "board",
        "load", "leas", "deal", "toast", "dead", "mainstream", "lifestyle", "freelance", "template", "helpline",
    ].map { Array($0.utf8) }

    private static func silent(_ signs: [Sign]) -> Int {
        guard signs.count >= 4 else { return 0 }
        let letters = signs.map(\.letter)
        return shorter.reduce(0) { sum, part in
            guard part.count <= letters.count else { return sum }
            return sum + ((0...letters.count - part.count).contains { letters[$0] == part[0] && letters[$0..<$0 + part.count].elementsEqual(part) } ? 1 : 0)
        }
    }

    /// Names of letters that are said as a word.
    private static let said: Set<String> = ["woz", "navo", "havo", "mavo", "oeso", "duo", "vinex", "suwi", "wao"]

    /// `CBS` is said letter by letter; nil for other words.
    private static func spelled(_ word: String) -> Int? {
        let letters = word.unicodeScalars
        guard (2...5).contains(letters.count), letters.allSatisfy({ $0.value >= 0x41 && $0.value <= 0x5A }) else { return nil }
        return said.contains(word.lowercased()) ? nil : letters.count
    }
}
