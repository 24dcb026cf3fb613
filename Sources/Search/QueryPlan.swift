import Dutch

/// The terms of a question, with what each is worth and which word it came from.
struct QueryPlan: Sendable {
    struct Term: Sendable {
        let key: [UInt8]
        var weight: Double
        /// The word that is shown when an entry is found on it.
        let shown: String
    }

    static let mostTerms = 64
    private(set) var terms: [Term] = []
    private var numbers: [[UInt8]: Int] = [:]

    /// A term that is there already keeps the higher weight.
    mutating func add(_ key: [UInt8], weight: Double, shown: String) {
        if let number = numbers[key] {
            terms[number].weight = max(terms[number].weight, weight)
        } else if terms.count < Self.mostTerms {
            numbers[key] = terms.count
            terms.append(Term(key: key, weight: weight, shown: shown))
        }
    }

    mutating func add(_ word: String, in language: WordLanguage, weight: Double, snapshot: SearchSnapshot) {
        let forms = snapshot.analysis.forms(of: word, in: language)
        for stem in forms.stems { add([language.rawValue] + stem.utf8, weight: weight, shown: word) }
        for part in forms.parts { add([language.rawValue] + part.stem.utf8, weight: weight * snapshot.weights.askedParts, shown: part.word) }
    }
}

extension SearchSnapshot {
    /// The terms of a question for a reader, and the words that were corrected.
    func plan(_ question: Question, visible: [[Bool]]) -> (plan: QueryPlan, corrections: [SearchAnswer.Correction]) {
        var plan = QueryPlan()
        var corrections: [SearchAnswer.Correction] = []
        var synonyms = QueryPlan()
        let covered = addSynonyms(of: question, to: &synonyms, visible: visible)
        for (index, word) in question.words.enumerated() {
            let isPrefix = question.endsInPrefix && index == question.words.count - 1
            for language in WordLanguage.allCases where isAsked(word, in: language, of: question) || isPrefix {
                plan.add(word, in: language, weight: 1, snapshot: self)
            }
            if isPrefix {
                for (completed, language) in completions(of: word, visible: visible) { plan.add(completed, in: language, weight: 1, snapshot: self) }
            } else if question.corrects, !covered.contains(index), !isKnown(word, visible: visible) {
                let nearest = nearestWords(to: word, visible: visible)
                for (near, language) in nearest { plan.add(near, in: language, weight: weights.corrected, snapshot: self) }
                if !nearest.isEmpty { corrections.append(SearchAnswer.Correction(asked: word, nearest: unique(nearest.map(\.0)))) }
            }
        }
        // What was asked itself comes first: there is room for so many terms only.
        for term in synonyms.terms { plan.add(term.key, weight: term.weight, shown: term.shown) }
        return (plan, corrections)
    }

    /// Stop words of a language leave the question unless nothing remains.
    private func isAsked(_ word: String, in language: WordLanguage, of question: Question) -> Bool {
        let stopWords = StopWords.of(language)
        return !stopWords.contains(word) || question.words.allSatisfy(stopWords.contains)
    }

    private func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    /// In how many entries the reader may see a word stands, in either language.
    func isKnown(_ word: String, visible: [[Bool]]) -> Bool {
        for language in WordLanguage.allCases {
            let key = [language.rawValue] + word.utf8
            for (part, visible) in zip(parts, visible) {
                if let number = part.segment.words.index(of: key), part.entries(word: number, visible: visible) > 0 { return true }
            }
        }
        return false
    }

    /// The most frequent words that begin with `prefix`, in what the reader may see.
    private func completions(of prefix: String, visible: [[Bool]]) -> [(String, WordLanguage)] {
        guard prefix.utf8.count >= Self.shortestPrefix else { return [] }
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for language in WordLanguage.allCases {
            for (part, visible) in zip(parts, visible) {
                for word in part.segment.words.range(prefix: [language.rawValue] + prefix.utf8) {
                    let count = part.entries(word: word, visible: visible)
                    if count > 0 { counts[part.segment.words[word], default: 0] += count }
                }
            }
        }
        return mostFrequent(counts, 20)
    }

    func mostFrequent(_ counts: [ArraySlice<UInt8>: Int], _ most: Int) -> [(String, WordLanguage)] {
        let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key) }
        return sorted.prefix(most).compactMap { key, _ in
            guard let first = key.first, let language = WordLanguage(rawValue: first) else { return nil }
            return (String(decoding: key.dropFirst(), as: UTF8.self), language)
        }
    }
}
