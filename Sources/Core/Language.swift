/// A language the interface speaks. Dutch is the default; content keeps its own language.
package enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case nl, en

    /// As a yes or no: hashing by name would read letters for every look into a dictionary.
    package func hash(into hasher: inout Hasher) { hasher.combine(self == .nl) }

    /// The name of the language in that language itself.
    package var ownName: String {
        switch self {
        case .nl: "Nederlands"
        case .en: "English"
        }
    }
}

/// A text in every language of the interface: a missing translation does not compile.
package struct Localized: Sendable, Hashable, Codable {
    package let nl: String
    package let en: String

    package init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// The same in both languages: proper names, codes.
    package init(_ both: String) {
        self.init(nl: both, en: both)
    }

    package subscript(_ language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}
