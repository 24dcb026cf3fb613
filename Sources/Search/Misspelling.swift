import Dutch

extension SearchSnapshot {
    /// The words nearest to one that nobody used: at the least distance there is, the three most frequent that the reader may see.
    ///
    /// One edit for 5 to 8 letters, two from 9 on, the first letter the same; a swap is one edit (optimal string alignment).
    func nearestWords(to word: String, visible: [[Bool]]) -> [(String, WordLanguage)] {
        let letters = Array(Tokenizer.folded(word).unicodeScalars)
        guard letters.count >= 5, let first = word.utf8.first else { return [] }
        let most = letters.count >= 9 ? 2 : 1
        let wanted = WordSignature(word)
        var least = most
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for language in WordLanguage.allCases {
            for (part, visible) in zip(parts, visible) {
                let words = part.segment.words
                for number in words.range(prefix: [language.rawValue, first])
                where abs(words.length(number) - 1 - word.utf8.count) <= 2 * most && wanted.mayBeNear(part.segment.signatures[number], edits: least) {
                    let distance = EditDistance.between(letters, Array(Tokenizer.folded(words.word(number)).unicodeScalars), most: least)
                    guard let distance, distance <= least else { continue }
                    let count = part.entries(word: number, visible: visible)
                    guard count > 0 else { continue }
                    if distance < least {
                        least = distance
                        counts.removeAll()
                    }
                    counts[words[number], default: 0] += count
                }
            }
        }
        return mostFrequent(counts, 3)
    }
}

/// Which letters a word has, accents apart: words at a small distance differ in few.
struct WordSignature: Sendable {
    private let bits: UInt32

    init(_ word: String) {
        bits = Tokenizer.folded(word).unicodeScalars.reduce(0) { $0 | 1 << ($1.isASCII ? $1.value & 31 : 31) }
    }

    /// False only where more edits are needed: an edit takes away a letter and adds one.
    func mayBeNear(_ other: WordSignature, edits: Int) -> Bool {
        (bits ^ other.bits).nonzeroBitCount <= 2 * edits
    }
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
enum EditDistance {
    /// The distance, or nil where it is more than `most`.
    static func between(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], most: Int) -> Int? {
        guard abs(one.count - other.count) <= most else { return nil }
        var before: [Int] = []
        var above = Array(0...other.count)
        for row in 0..<one.count {
            var line = [row + 1]
            line.reserveCapacity(other.count + 1)
            var least = row + 1
            for column in 0..<other.count {
                var cost = min(line[column] + 1, above[column + 1] + 1, above[column] + (one[row] == other[column] ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] { cost = min(cost, before[column - 1] + 1) }
                line.append(cost)
                least = min(least, cost)
            }
            if least > most { return nil }
            (before, above) = (above, line)
        }
        return above[other.count] <= most ? above[other.count] : nil
    }
}
