import Dutch

/// One thing that can be found: a person, a question, a meeting, an article, an area.
package struct SearchEntry: Sendable, Hashable {
    /// Who is in here may see every entry that is for all.
    package static let everyone = "public"

    /// The same thing always has the same id; a second entry with it takes the place of the first.
    package var id: String
    /// What it is: one word that pages know.
    package var kind: String
    package var language: WordLanguage
    package var title: String
    package var text: String
    package var labels: [SearchLabel]
    /// Codes of the areas it is about.
    package var areas: [String]
    /// What it belongs to: programme, network, circle. A search inside one of them stays inside.
    package var scopes: [String]
    /// Days since 1 January 1970.
    package var dates: [Int]
    /// Who may find it: ``everyone``, or keys of persons, circles, organisations, programmes. Empty: nobody.
    package var audience: [String]

    package init(
        id: String, kind: String, language: WordLanguage = .dutch, title: String, text: String = "", labels: [SearchLabel] = [], areas: [String] = [],
        scopes: [String] = [], dates: [Int] = [], audience: [String] = [everyone]
    ) {
        self.id = id
        self.kind = kind
        self.language = language
        self.title = title
        self.text = text
        self.labels = labels
        self.areas = areas
        self.scopes = scopes
        self.dates = dates
        self.audience = audience
    }
}

/// A term of a vocabulary on an entry, with all the names it has in both languages, synonyms included.
package struct SearchLabel: Sendable, Hashable {
    package struct Name: Sendable, Hashable {
        package var text: String
        package var language: WordLanguage

        package init(_ text: String, in language: WordLanguage) {
            self.text = text
            self.language = language
        }
    }

    package var key: String
    /// The first is the one that is shown.
    package var names: [Name]

    package init(key: String, names: [Name]) {
        self.key = key
        self.names = names
    }
}

/// What happens to an index.
package enum SearchChange: Sendable, Hashable {
    case put(SearchEntry)
    case remove(id: String)

    var id: String {
        switch self {
        case .put(let entry): entry.id
        case .remove(let id): id
        }
    }
}

/// How much a word counts, by where it stands, and how fast repetition and length stop counting (BM25).
package struct SearchWeights: Sendable, Hashable {
    package var title = 8.0
    package var labels = 5.0
    package var text = 1.0
    /// Parts of compounds, wherever they stand.
    package var parts = 0.375
    /// Parts of compounds in a question, against its words.
    package var askedParts = 0.5
    /// Words that mean the same as one of the question, against its words.
    package var synonyms = 0.6
    /// Words near a mistyped word, against words as typed.
    package var corrected = 1.0
    package var k1 = 2.0
    package var b = 0.6

    package init() {}

    package static let standard = SearchWeights()
}

/// A dimension results can be narrowed by.
package enum FacetDimension: UInt8, Sendable, Hashable, CaseIterable {
    case kind, language, label, area, scope, year
}

/// One value of a dimension.
package struct FacetValue: Sendable, Hashable {
    package let dimension: FacetDimension
    package let key: String

    package init(_ dimension: FacetDimension, _ key: String) {
        self.dimension = dimension
        self.key = key
    }
}
