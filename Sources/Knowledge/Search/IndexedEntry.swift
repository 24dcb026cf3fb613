import Core
import Dutch
import Search

extension Core.SearchEntry {
    /// As the index of a language takes it: in the words of that language, and with its name in the other, so that both are found.
    ///
    /// - Parameter language: of the pages that this index answers for
    func indexed(in language: Language) -> Search.SearchEntry {
        let other: Language = language == .nl ? .en : .nl
        var labels = labels.map { label in SearchLabel(key: label.key, names: Self.names(label.name, first: language)) }
        if title[other] != title[language] {
            labels.append(SearchLabel(key: Self.ownLabel + id, names: [.init(title[other], in: other.words)]))
        }
        return Search.SearchEntry(
            id: id, kind: kind.rawValue, language: isName ? .dutch : language.words, title: title[language], text: text[language], labels: labels,
            areas: areas.map(\.description), audience: audienceKeys)
    }

    /// Before the id, as the key of the label that holds the name of a thing in the other language.
    static let ownLabel = "="

    /// A proper name, the same in both languages.
    private var isName: Bool { title.nl == title.en && text.nl == text.en }

    private var audienceKeys: [String] {
        audience.contains(.everyone) ? [Search.SearchEntry.everyone] : SearchAudience.keys(of: audience).sorted()
    }

    private static func names(_ name: Localized, first: Language) -> [SearchLabel.Name] {
        let second: Language = first == .nl ? .en : .nl
        return [SearchLabel.Name(name[first], in: first.words)] + (name.nl == name.en ? [] : [SearchLabel.Name(name[second], in: second.words)])
    }
}

extension Language {
    var words: WordLanguage { self == .nl ? .dutch : .english }
}

extension SearchReader {
    init(_ actor: Actor) {
        self.init(keys: Set(SearchAudience.containing(actor).map(\.key)))
    }
}
