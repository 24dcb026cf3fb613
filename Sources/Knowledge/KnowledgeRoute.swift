import Core
import Web

/// Every address of the slice. Paths are Dutch nouns, the same in every language.
package enum KnowledgeRoute: Sendable, Hashable {
    case search(SearchQuestion)
    /// A few of what a question may become, as a short list.
    case suggestions(String)

    package var address: PageAddress {
        switch self {
        case .search(let question): PageAddress("zoeken", query: question.items)
        case .suggestions(let words): PageAddress("zoeken", "suggesties", query: words.isEmpty ? [] : [.init(SearchQuestion.Key.words, words)])
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        switch address.segments {
        case ["zoeken"]: self = .search(SearchQuestion(address))
        case ["zoeken", "suggesties"]: self = .suggestions(address.query.first { $0.name == SearchQuestion.Key.words }?.value ?? "")
        default: return nil
        }
    }
}
