/// How hard a Dutch text is to read, by what can be counted, with hints for the writer.
///
/// A measure of form: it does not know whether what is said is clear or true. The limits follow the advice of the Dutch government for level B1
/// (communicatierijk.nl: short, active sentences of words that nearly everyone uses) and were set so that plain texts pass and official ones fail;
/// the tests hold both.
package struct Readability: Sendable, Hashable {
    /// A limit that a text can be beyond.
    package enum Limit: Sendable, Hashable, CaseIterable {
        /// The sentences are too long on average.
        case meanSentence
        /// One sentence is too long.
        case longestSentence
        /// The reading ease is too low.
        case readingEase
        /// Too many long words.
        case longWords
        /// Too many passive constructions.
        case passives
        /// Words of offices or statistics without explanation.
        case hardWords
    }

    /// Most words per sentence on average. Advice for B1 ranges from 10 to 15.
    package static let meanForB1 = 15.0
    /// Most words in one sentence.
    package static let longestForB1 = 25
    /// Least reading ease: the lower end of what Douma calls normal, that is for readers who left school early.
    package static let easeForB1 = 60.0
    /// Shorter texts have no reading ease to judge by: one long word decides it.
    package static let leastWordsForEase = 30
    /// Words of this many syllables are long.
    package static let longSyllables = 5
    /// Largest part of long words. One is always allowed.
    package static let longShareForB1 = 0.06
    /// Largest part of the sentences that are passive. One is always allowed.
    package static let passiveShareForB1 = 0.2
    /// One hard word is allowed in so many words: none in a short text.
    package static let wordsPerHardWord = 60

    package let sentences: [Sentence]
    /// Numbers too.
    package let words: Int
    package let syllables: Int
    /// Words per sentence; 0 for a text without words.
    package let meanSentence: Double
    /// Words in the longest sentence.
    package let longestSentence: Int
    /// Flesch–Douma: 206.84 − 0.77 · syllables per 100 words − 0.93 · words per sentence. 100 is very easy, 0 very hard; nil without words.
    ///
    /// Numbers count as words of a sentence and not by their syllables, as Flesch advises for texts with many of them.
    /// Source: W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960, after R. Flesch, A new readability yardstick, 1948.
    package let readingEase: Double?
    package let longWords: Int
    package let passives: Int
    package let hardWords: Int
    /// By place in the text.
    package let hints: [ReadabilityHint]
    /// What keeps the text from being B1.
    package let beyond: Set<Limit>

    /// Whether the text keeps all limits. A text without words does.
    package var isB1: Bool { beyond.isEmpty }

    /// Part of the words that is long, 0 to 1.
    package var longWordShare: Double { words == 0 ? 0 : Double(longWords) / Double(words) }

    /// - Parameters:
    ///   - text: running text; headings and items of lists count as sentences
    ///   - explained: words in small letters that the reader was told, such as the name of what a page is about
    package init(_ text: String, explained: Set<String> = []) {
        sentences = Sentence.all(of: text)
        let all = sentences.lazy.flatMap(\.words), spoken = sentences.reduce(0) { $0 + $1.words.count { !$0.isNumber } }
        words = sentences.reduce(0) { $0 + $1.words.count }
        syllables = all.reduce(0) { $0 + $1.syllables }
        meanSentence = sentences.isEmpty ? 0 : Double(words) / Double(sentences.count)
        longestSentence = sentences.map(\.words.count).max() ?? 0
        readingEase = spoken == 0 ? nil : 206.84 - 77 * Double(syllables) / Double(spoken) - 0.93 * meanSentence
        var hints: [ReadabilityHint] = [], passiveSentences = 0
        for sentence in sentences {
            let found = Self.hints(in: sentence, explained)
            hints += found
            passiveSentences += found.contains { $0.kind == .passive } ? 1 : 0
        }
        self.hints = hints
        passives = passiveSentences
        longWords = hints.count { if case .longWord = $0.kind { true } else { false } }
        hardWords = hints.count { if case .hardWord = $0.kind { true } else { false } }
        var beyond: Set<Limit> = []
        if meanSentence > Self.meanForB1 { beyond.insert(.meanSentence) }
        if longestSentence > Self.longestForB1 { beyond.insert(.longestSentence) }
        if let readingEase, words >= Self.leastWordsForEase, readingEase < Self.easeForB1 { beyond.insert(.readingEase) }
        if longWords > max(1, Int(Double(words) * Self.longShareForB1)) { beyond.insert(.longWords) }
        if passives > max(1, Int(Double(sentences.count) * Self.passiveShareForB1)) { beyond.insert(.passives) }
        if hardWords > words / Self.wordsPerHardWord { beyond.insert(.hardWords) }
        self.beyond = beyond
    }

    private static func hints(in sentence: Sentence, _ explained: Set<String>) -> [ReadabilityHint] {
        let words = sentence.words
        var hints: [ReadabilityHint] = []
        if words.count > longestForB1 {
            let start = words.prefix(5).map(\.text).joined(separator: " ") + " …"
            hints.append(ReadabilityHint(kind: .longSentence(words: words.count), place: sentence.place, text: start))
        }
        for pair in Passive.pairs(in: words) {
            let (first, last) = (words[min(pair.auxiliary, pair.participle)], words[max(pair.auxiliary, pair.participle)])
            let place = TextPlace(start: first.place.start, length: last.place.start + last.place.length - first.place.start)
            hints.append(ReadabilityHint(kind: .passive, place: place, text: "\(words[pair.auxiliary].text) \(words[pair.participle].text)"))
        }
        var place = 0
        while place < words.count {
            let word = words[place]
            if !word.isNumber, !explained.contains(word.text) {
                if let match = HardWords.match(words, place) {
                    let last = words[place + match.count - 1].place
                    let stretch = TextPlace(start: word.place.start, length: last.start + last.length - word.place.start)
                    let text = words[place..<place + match.count].map(\.text).joined(separator: " ")
                    hints.append(ReadabilityHint(kind: .hardWord(instead: match.instead), place: stretch, text: text))
                    place += match.count
                    continue
                }
                if word.syllables >= longSyllables {
                    hints.append(ReadabilityHint(kind: .longWord(syllables: word.syllables), place: word.place, text: word.text))
                }
            }
            place += 1
        }
        return hints.sorted { ($0.place.start, $0.place.length) < ($1.place.start, $1.place.length) }
    }
}
