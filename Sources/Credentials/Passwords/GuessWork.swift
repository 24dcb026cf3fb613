import Foundation

/// How many guesses an attacker needs who tries the likely first, as a power of two: the cheapest way to write the password as known words, years, rows of
/// keys, repetitions and loose signs.
///
/// The idea is that of zxcvbn (D. Wheeler, 2016, USENIX Security), made small: what a published list of common passwords holds is mostly made of such
/// parts, and so are the many variants that no list holds.
struct GuessWork {
    /// A loose letter, digit or other sign: the frequent ones come first, so a little under the logarithm of their number.
    private static let letter = 4.2
    /// A vowel behind a consonant or the other way round: so go the words of a language, of which there are far fewer than rows of letters.
    private static let syllable = 2.2
    private static let digit = 3.2
    private static let other = 5.0
    /// Between words.
    private static let separator = 3.0

    private let personal: Set<ArraySlice<UInt8>>
    private let longest: Int

    /// - Parameter personal: words that belong to the person or the place, lower case; they cost nearly nothing
    init(personal: Set<String> = []) {
        self.personal = Set(personal.map { Array($0.utf8)[...] })
        longest = self.personal.reduce(CommonWords.longest) { max($0, $1.count) }
    }

    /// The base-2 logarithm of the guesses. Looks at the first 128 bytes: the work grows with the third power of the length.
    func bits(of text: String) -> Double {
        // Upper case and accents are the first thing that is tried: half a bit for the whole of them.
        let plain = Array(text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).utf8.prefix(128))
        let unmasked = plain.map(GuessWork.unmasked)
        let extra = plain.elementsEqual(text.utf8.prefix(128)) ? 0 : 0.5
        return min(cheapest(plain, unmasked), cheapest(reversed: plain)) + extra
    }

    private func cheapest(reversed plain: [UInt8]) -> Double { cheapest(plain.reversed(), plain.reversed().map(GuessWork.unmasked)) + 1 }

    /// The cheapest cost of every front of the text, each found from the shorter ones.
    private func cheapest(_ plain: [UInt8], _ unmasked: [UInt8]) -> Double {
        var costs = [0.0]
        for end in 1...max(plain.count, 1) where end <= plain.count {
            var best = costs[end - 1] + GuessWork.loose(plain[end - 1], after: end > 1 ? plain[end - 2] : 0)
            for start in max(0, end - max(longest, 40))..<end {
                if let cost = part(plain, unmasked, start..<end) { best = min(best, costs[start] + cost) }
            }
            best = min(best, repeated(plain, end, costs))
            costs.append(best)
        }
        return costs[plain.count]
    }

    private func part(_ plain: [UInt8], _ unmasked: [UInt8], _ range: Range<Int>) -> Double? {
        guard range.count >= 2 else { return nil }
        let piece = plain[range]
        if GuessWork.isYear(piece) { return 6 }
        if CommonWords.runs.contains(piece) { return 5 }
        guard range.count <= longest else { return nil }
        if personal.contains(piece) { return 2 }
        if CommonWords.all.contains(piece) { return 8 }
        let clear = unmasked[range]
        if personal.contains(clear) { return 3 }
        return CommonWords.all.contains(clear) ? 9 : nil
    }

    /// A block that stands twice or more, up to the end: the cost of the first one and a little for the count.
    private func repeated(_ plain: [UInt8], _ end: Int, _ costs: [Double]) -> Double {
        var best = Double.infinity
        for size in 1...max(1, end / 2) where size * 2 <= end {
            let block = plain[(end - size)..<end]
            var count = 1
            while (count + 1) * size <= end, plain[(end - (count + 1) * size)..<(end - count * size)].elementsEqual(block) { count += 1 }
            // Two equal letters are in many words; three or more are a repetition.
            guard count >= 2, count * size >= 3 else { continue }
            let before = end - (count - 1) * size
            best = min(best, costs[before] + 2)
        }
        return best
    }

    private static func loose(_ byte: UInt8, after previous: UInt8) -> Double {
        switch byte {
        case 0x61...0x7A: (0x61...0x7A).contains(previous) && isVowel(byte) != isVowel(previous) ? syllable : letter
        case 0x80...0xFF: letter
        case 0x30...0x39: digit
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): separator
        default: other
        }
    }

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }

    private static func isYear(_ piece: ArraySlice<UInt8>) -> Bool {
        guard piece.count == 4, piece.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let front = piece.prefix(2)
        return front.elementsEqual("19".utf8) || front.elementsEqual("20".utf8)
    }

    /// The letter behind a sign that people put in its place.
    private static func unmasked(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: "i")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        case UInt8(ascii: "7"): UInt8(ascii: "t")
        case UInt8(ascii: "8"): UInt8(ascii: "b")
        default: byte
        }
    }
}
