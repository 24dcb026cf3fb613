import Core
import Web

/// What someone asks the search. Everything stands in the address, so that an answer can be shared.
package struct SearchQuestion: Sendable, Hashable {
    package var words: String
    /// Nil for all kinds.
    package var kind: SearchEntry.Kind?
    /// Only what is about this municipality or lies in it.
    package var municipality: AreaCode?
    /// Keys of labels that a thing has all of: `thema:wonen`. At most ``mostLabels``, each once.
    package var labels: [String]
    /// From 1.
    package var page: Int
    /// Words that nobody used are not widened by those near to them.
    package var isLiteral: Bool

    package static let pages = 1...50
    package static let mostLabels = 5

    package enum Key {
        package static let words = "q"
        static let kind = "soort"
        static let municipality = "gemeente"
        static let label = "label"
        static let page = "pagina"
        static let literal = "letterlijk"
    }

    package init(
        _ words: String = "", kind: SearchEntry.Kind? = nil, municipality: AreaCode? = nil, labels: [String] = [], page: Int = 1, isLiteral: Bool = false
    ) {
        self.words = words
        self.kind = kind
        self.municipality = municipality
        self.labels = labels.reduce(into: []) { kept, label in if !kept.contains(label), kept.count < Self.mostLabels { kept.append(label) } }
        self.page = page
        self.isLiteral = isLiteral
    }

    /// Takes what can be read and leaves the rest: an old link still finds something.
    package init(_ address: PageAddress) {
        func value(_ key: String) -> String? { address.query.first { $0.name == key && !$0.value.isEmpty }?.value }
        self.init(
            value(Key.words) ?? "", kind: value(Key.kind).flatMap(SearchEntry.Kind.init),
            municipality: value(Key.municipality).flatMap { AreaCode($0) }.flatMap { $0.level == .municipality ? $0 : nil },
            labels: address.query.filter { $0.name == Key.label && !$0.value.isEmpty }.map(\.value),
            page: value(Key.page).flatMap { Int($0) }.flatMap { Self.pages.contains($0) ? $0 : nil } ?? 1, isLiteral: value(Key.literal) == "ja")
    }

    var items: [PageAddress.Item] {
        [
            (Key.words, words.isEmpty ? nil : words), (Key.kind, kind?.rawValue), (Key.municipality, municipality?.description),
        ].compactMap(Self.item) + labels.map { PageAddress.Item(Key.label, $0) }
            + [(Key.page, page == 1 ? nil : String(page)), (Key.literal, isLiteral ? "ja" : nil)].compactMap(Self.item)
    }

    private static func item(_ name: String, _ value: String?) -> PageAddress.Item? { value.map { PageAddress.Item(name, $0) } }

    /// Nothing is asked. A label alone asks for everything that has it (ORG-02).
    package var isEmpty: Bool { !hasWords && labels.isEmpty }

    var hasWords: Bool { !words.allSatisfy(\.isWhitespace) }

    var isNarrowed: Bool { kind != nil || municipality != nil || !labels.isEmpty }

    /// With this label, or without it where it was chosen.
    func toggling(_ label: String) -> SearchQuestion {
        with { $0.labels = $0.labels.contains(label) ? $0.labels.filter { $0 != label } : $0.labels + [label] }
    }

    /// The same from its first page on, with something changed.
    func with(_ change: (inout SearchQuestion) -> Void) -> SearchQuestion {
        var copy = self
        copy.page = 1
        change(&copy)
        return copy
    }
}
