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
        let compound = language == .dutch ? splitter?.parts(of: word) ?? [] : []
        var stems = [stem(word, compound: compound, in: language)]
        let folded = Tokenizer.folded(word)
        if folded != word {
            let second = Self.stem(folded, in: language)
            if second != stems[0] { stems.append(second) }
        }
        var seen = Set(stems)
        var parts: [WordForms.Part] = []
        for part in compound {
            let stem = Self.stem(part.word, in: .dutch)
            if seen.insert(stem).inserted { parts.append(WordForms.Part(word: part.word, stem: stem)) }
        }
        return WordForms(stems: stems, parts: parts)
    }

    /// A compound that ends in a word of the domain has that word's stem at its end: *praktijkvoorbeelden*, *praktijkvoorbeeld*.
    private func stem(_ word: String, compound: [CompoundSplitter.Part], in language: WordLanguage) -> String {
        for part in compound.dropFirst() where word.hasSuffix(part.word) {
            if let stem = DomainStems.stem[part.word] { return Tokenizer.folded(String(word.dropLast(part.word.count))) + stem }
        }
        return Self.stem(word, in: language)
    }

    /// The stem of a word in lower case, without accents.
    package static func stem(_ word: String, in language: WordLanguage) -> String {
        switch language {
        case .dutch: DomainStems.stem[word] ?? Inflection.withoutE(Tokenizer.folded(KraaijPohlmann.stem(word)))
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
