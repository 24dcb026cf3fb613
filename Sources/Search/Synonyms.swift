import Dutch

/// Groups of words that mean the same: a question with one of them is answered with the others too.
package struct Synonyms: Sendable, Hashable {
    /// A word, or several that belong together, as people write them.
    package struct Word: Sendable, Hashable {
        package let text: String
        package let language: WordLanguage

        package init(_ text: String, in language: WordLanguage) {
            self.text = text
            self.language = language
        }
    }

    /// Longest run of words that counts as one: *wet maatschappelijke ondersteuning*.
    static let longest = 4

    private let groups: [[Word]]
    /// By the stems of a word, with its language before them, the groups it is in.
    private let places: [[UInt8]: [Int]]

    package static let none = Synonyms([])

    package init(_ groups: [[Word]]) {
        self.groups = groups
        var places: [[UInt8]: [Int]] = [:]
        for (number, group) in groups.enumerated() {
            for word in group {
                let words = Tokenizer().words(of: word.text)
                guard (1...Self.longest).contains(words.count) else { continue }
                let key = Self.key(words[...], in: word.language)
                if places[key]?.last != number { places[key, default: []].append(number) }
            }
        }
        self.places = places
    }

    private static func key(_ words: ArraySlice<String>, in language: WordLanguage) -> [UInt8] {
        words.reduce(into: [language.rawValue]) { key, word in key += [0x20] + Array(WordAnalysis.stem(word, in: language).utf8) }
    }

    /// What stands beside words of a question.
    struct Match: Sendable {
        /// Which words of the question.
        let words: Range<Int>
        let others: [Word]
    }

    /// The words of a question that have others beside them; of runs that begin at one place the longest counts.
    func matches(in words: [String]) -> [Match] {
        guard !places.isEmpty else { return [] }
        var found: [Match] = []
        var start = 0
        while start < words.count {
            let longest = (1...min(Self.longest, words.count - start)).reversed().lazy
                .compactMap { count -> Match? in
                    let others = others(of: words[start..<start + count])
                    return others.isEmpty ? nil : Match(words: start..<start + count, others: others)
                }.first
            if let longest { found.append(longest) }
            start = longest?.words.upperBound ?? start + 1
        }
        return found
    }

    private func others(of words: ArraySlice<String>) -> [Word] {
        var others: [Word] = []
        for language in WordLanguage.allCases {
            let key = Self.key(words, in: language)
            for number in places[key] ?? [] {
                for word in groups[number] where !others.contains(word) {
                    let isSame = Self.key(Tokenizer().words(of: word.text)[...], in: word.language) == key
                    if !isSame { others.append(word) }
                }
            }
        }
        return others
    }
}

extension SearchSnapshot {
    /// Adds what means the same as words of a question, and tells which words have something beside them that somebody used.
    ///
    /// The words of a synonym of several words share its weight: together they count as one.
    func addSynonyms(of question: Question, to plan: inout QueryPlan, visible: [[Bool]]) -> Set<Int> {
        var covered: Set<Int> = []
        // The last word is not finished: it may become another.
        let finished = question.endsInPrefix ? Array(question.words.dropLast()) : question.words
        for match in question.synonyms.matches(in: finished) {
            for other in match.others {
                let words = Tokenizer().words(of: other.text).filter { !StopWords.of(other.language).contains($0) }
                for word in words {
                    let weight = weights.synonyms / Double(words.count)
                    for stem in analysis.forms(of: word, in: other.language).stems {
                        plan.add([other.language.rawValue] + stem.utf8, weight: weight, shown: word)
                    }
                    if isKnown(word, visible: visible) { covered.formUnion(match.words) }
                }
            }
        }
        return covered
    }
}
