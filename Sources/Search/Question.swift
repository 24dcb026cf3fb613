import Dutch

/// What somebody looks for.
package struct Question: Sendable, Hashable {
    /// More words than this are not looked at.
    static let mostWords = 32
    /// Nor more letters.
    static let longest = 2_000

    /// Words in lower case, in order; those of phrases too.
    package var words: [String]
    /// Between quotes: these words in this order, as written.
    package var phrases: [[String]] = []
    /// After a minus: entries with this word are left out.
    package var excluded: [String] = []
    /// The last word is not finished: it is the beginning of a word.
    package var endsInPrefix = false
    /// Words that nobody used are widened by the nearest ones.
    package var corrects = true
    /// By dimension: one of these.
    package var filters: [FacetDimension: Set<String>] = [:]
    /// An entry has all of these labels: problems that stack up are a combination of them.
    package var labels: Set<String> = []
    /// Words that mean the same are looked for too.
    package var synonyms = Synonyms.none
    /// An entry has a date in it. Days since 1 January 1970.
    package var days: ClosedRange<Int>?
    package var offset = 0
    package var limit = 20
    /// Facets and the number of results are counted.
    package var counts = true

    /// A question as typed: words, "phrases", -without.
    package init(_ text: String) {
        let tokenizer = Tokenizer()
        words = []
        let unified = text.prefix(Self.longest).map { "“”„«»".contains($0) ? "\"" : $0 }
        for (number, piece) in unified.split(separator: "\"", maxSplits: 40, omittingEmptySubsequences: false).enumerated() {
            if number % 2 == 1 {
                let phrase = tokenizer.words(of: String(piece))
                if phrase.count > 1 { phrases.append(phrase) }
                words += phrase
                continue
            }
            for run in piece.split(whereSeparator: \.isWhitespace) {
                let isExcluded = run.count > 2 && (run.first == "-" || run.first == "−")
                if isExcluded { excluded += tokenizer.words(of: String(run)) } else { words += tokenizer.words(of: String(run)) }
            }
        }
        words = Array(words.prefix(Self.mostWords))
        excluded = Array(excluded.prefix(Self.mostWords))
    }

    /// No words and nothing to narrow by.
    package var isEmpty: Bool { words.isEmpty && filters.isEmpty && labels.isEmpty && days == nil }
}

/// What a question gave.
package struct SearchAnswer: Sendable, Hashable {
    package struct Result: Sendable, Hashable {
        package let id: String
        package let kind: String
        package let title: String
        package let score: Double
        /// The words of the question, or parts of them, that it was found on.
        package let foundOn: [String]
    }

    /// A word of the question and the words that were looked for beside it.
    package struct Correction: Sendable, Hashable {
        package let asked: String
        package let nearest: [String]
    }

    package struct FacetCount: Sendable, Hashable {
        package let value: FacetValue
        package let count: Int
    }

    package var results: [Result] = []
    /// All results that the reader may see; 0 where it was not counted.
    package var total = 0
    /// Per dimension the most frequent first; counted as if nothing were chosen in its own dimension.
    package var facets: [FacetCount] = []
    package var corrections: [Correction] = []

    package init() {}
}
