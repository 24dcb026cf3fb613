import Core
import Measures
import People

/// A theme by which stories of a conversation are sorted.
package struct CodingTheme: Sendable, Hashable {
    /// From 1, in the order in which they were made.
    package let number: Int
    package let name: String
    /// When a story belongs to it.
    package let meaning: String
    /// The ``AreaTheme`` of the profile that it belongs to; nil for none.
    package let subject: String?

    package init(number: Int, name: String, meaning: String, subject: String? = nil) {
        self.number = number
        self.name = name
        self.meaning = meaning
        self.subject = subject
    }

    package static let most = 60
    /// Signs of a quote.
    package static let quoteLimit = 400
}

/// What was found in one story.
package struct CodedStory: Sendable, Hashable {
    package let contribution: Contribution
    /// Themes by the number of the coder; a coder who found none has an empty set.
    package let given: [Int: Set<Int>]
    /// What coders decided together; nil before that.
    package let joint: Set<Int>?
    /// By theme: words of the story itself.
    package let quotes: [Int: String]

    /// As who leads the conversation reads it.
    package var words: String { (contribution.visibility == .everyone ? contribution.shown : contribution.words) ?? "" }

    /// Whether everyone may read it.
    package var isOpen: Bool { contribution.isOpen }

    /// Whether its giver lets others quote it, and everyone may read it.
    package var mayBeQuoted: Bool { isOpen && contribution.isQuotable }

    /// The themes that count: what was decided together, or what two coders or more all found; nil where that is still open.
    package var themes: Set<Int>? {
        if let joint { return joint }
        guard given.count > 1, let first = given.values.first else { return nil }
        return given.values.allSatisfy { $0 == first } ? first : nil
    }

    /// Coders differ, and did not decide yet.
    package var isDisputed: Bool { given.count > 1 && themes == nil }

    /// Quotes that hold now: words that its giver lets others quote, and that still stand in it.
    package var quotesInForce: [Int: String] { mayBeQuoted ? quotes.filter { words.contains($0.value) } : [:] }
}

/// Everything that was sorted in a conversation.
package struct CodingBook: Sendable, Hashable {
    package let themes: [CodingTheme]
    package let stories: [CodedStory]

    /// The first story that this coder did not do; nil where all are done.
    package func next(for coder: Int?) -> CodedStory? { stories.first { story in coder.map { story.given[$0] == nil } ?? true } }

    package func done(by coder: Int?) -> Int { coder.map { coder in stories.count { $0.given[coder] != nil } } ?? 0 }
}

/// Whether coders mean the same by one theme.
package struct CodingAgreement: Sendable, Hashable {
    package enum Measure: String, Sendable, Hashable {
        /// Cohen's, of two coders.
        case kappa
        /// Krippendorff's, of more.
        case alpha
    }

    package let measure: Measure
    /// 1 for full agreement, 0 for no more than chance.
    package let value: Double
    package let interval: ClosedRange<Double>?
    /// Stories that two coders or more did.
    package let stories: Int

    /// Stories below which a measure says nothing.
    package static let least = 20

    package enum Verdict: Sendable, Hashable { case good, fair, poor }

    /// By the limits of Krippendorff (2004): 0.8 to rely on, 0.667 for careful conclusions.
    package var verdict: Verdict { value >= 0.8 ? .good : value >= 2.0 / 3 ? .fair : .poor }

    /// - Parameter units: per story whether each coder found the theme; nil for a coder who did not do it
    /// - Returns: nil for fewer than ``least`` stories of two coders or more, and where all always gave the same answer
    package init?(_ units: [[Bool?]]) {
        let used = units.filter { $0.count { $0 != nil } > 1 }
        guard used.count >= Self.least else { return nil }
        let coders = Set(used.flatMap { unit in unit.indices.filter { unit[$0] != nil } }).sorted()
        stories = used.count
        if coders.count == 2 {
            let columns = coders.map { coder in used.map { unit in unit[coder].map { $0 ? 1 : 0 } } }
            guard let kappa = Agreement.cohensKappa(columns[0], columns[1]) else { return nil }
            (measure, value, interval) = (.kappa, kappa.value, kappa.interval)
        } else {
            guard let alpha = Agreement.krippendorffsAlpha(used) else { return nil }
            (measure, value, interval) = (.alpha, alpha.value, Agreement.alphaInterval(used, seed: 1))
        }
    }
}

/// What stories are about, as everyone may see it.
package struct CodingOutcome: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let theme: CodingTheme
        /// Published stories about it; nil for fewer than five, but not for none.
        package let stories: Int?
        /// With the story they come from.
        package let quotes: [Quote]
        package let agreement: CodingAgreement?
    }

    package struct Quote: Sendable, Hashable {
        package let story: Identifier
        package let words: String
        package let language: String
    }

    /// The theme with most stories first.
    package let lines: [Line]
    /// Published stories, and those among them of which the themes are decided.
    package let stories: Int
    package let decided: Int

    /// Quotes of one theme on a page.
    private static let quotesShown = 5

    package init(_ book: CodingBook) {
        let open = book.stories.filter(\.isOpen), counted = open.filter { $0.themes != nil }
        let coders = Set(book.stories.flatMap(\.given.keys)).sorted()
        stories = open.count
        decided = counted.count
        let lines = book.themes.map { theme in
            let about = counted.filter { $0.themes?.contains(theme.number) ?? false }
            let quotes = about.compactMap { story in
                story.quotesInForce[theme.number].map { Quote(story: story.contribution.id, words: $0, language: story.contribution.language) }
            }
            let units = book.stories.map { story in coders.map { coder in story.given[coder].map { $0.contains(theme.number) } } }
            return (
                count: about.count,
                line: Line(
                    theme: theme, stories: ShownPeople.told(about.count),
                    quotes: Array(quotes.prefix(Self.quotesShown)),
                    agreement: CodingAgreement(units))
            )
        }
        self.lines = lines.sorted { ($1.count, $0.line.theme.number) < ($0.count, $1.line.theme.number) }.map(\.line)
    }

    package func line(_ theme: Int) -> Line? { lines.first { $0.theme.number == theme } }
}
