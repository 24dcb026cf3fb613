/// The languages words are analysed in.
package enum WordLanguage: UInt8, Sendable, Hashable, CaseIterable {
    case dutch = 0x6E
    case english = 0x65
}

/// What a word is found by.
package struct WordForms: Sendable, Hashable {
    /// Stems without accents; a second one where the word with accents has another stem than the word without.
    package let stems: [String]
    /// Parts of a Dutch compound, with the stem of each; other than `stems`, each stem once.
    package let parts: [Part]

    package struct Part: Sendable, Hashable {
        /// The word as it is read: *huizen* of *dorpshuizen*.
        package let word: String
        package let stem: String
    }
}

/// Turns a word in lower case into what it is found by; the same for entries and questions, on every machine.
package struct WordAnalysis: Sendable {
    private let splitter: CompoundSplitter?

    /// - Parameter list: words that compounds consist of; without it compounds stay whole
    package init(list: WordList?) {
        splitter = list.map { CompoundSplitter(list: $0) }
    }

    /// Whether compounds are split.
    package var splitsCompounds: Bool { splitter != nil }

    /// Stems and parts of a word.
    package func forms(of word: String, in language: WordLanguage) -> WordForms {
        var stems = [Self.stem(word, in: language)]
        let folded = Tokenizer.folded(word)
        if folded != word {
            let second = Self.stem(folded, in: language)
            if second != stems[0] { stems.append(second) }
        }
        guard language == .dutch, let splitter else { return WordForms(stems: stems, parts: []) }
        var seen = Set(stems)
        var parts: [WordForms.Part] = []
        for part in splitter.parts(of: word) {
            let stem = Self.stem(part.word, in: .dutch)
            if seen.insert(stem).inserted { parts.append(WordForms.Part(word: part.word, stem: stem)) }
        }
        return WordForms(stems: stems, parts: parts)
    }

    /// The stem of a word in lower case, without accents.
    package static func stem(_ word: String, in language: WordLanguage) -> String {
        switch language {
        case .dutch: Tokenizer.folded(DomainStems.stem[word] ?? KraaijPohlmann.stem(word))
        case .english: Tokenizer.folded(EnglishStems.stem(word))
        }
    }
}

extension WordAnalysis {
    /// The published stem of a word: without exceptions, accents kept.
    package static func published(_ word: String, in language: WordLanguage) -> String {
        language == .dutch ? KraaijPohlmann.stem(word) : EnglishStems.stem(word)
    }
}
