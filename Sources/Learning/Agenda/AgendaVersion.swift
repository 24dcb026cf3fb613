import Core

/// The agenda as it stood on a day. Nothing of it changes afterwards.
package struct AgendaVersion: Sendable, Hashable {
    package let number: Int
    /// Milliseconds since 1970.
    package let at: Int64
    package let note: String
    /// In their order.
    package let items: [Item]
    /// Organisations that agreed to it, by name.
    package let agreed: [String]
    package let objections: [Objection]

    package struct Item: Sendable, Hashable {
        package let item: Identifier
        package let title: String
        package let words: String
        package let subjects: String
        package let questions: String
        package let state: AgendaItem.State
        package let month: Period?
        /// Name of the organisation; empty for none.
        package let owner: String
        package let adHocReason: String
        package let supports: Int
    }

    package struct Objection: Sendable, Hashable {
        package let title: String
        package let organisation: String
        package let words: String
        package let answer: String?
    }

    /// What differs from the version before.
    package enum Change: Sendable, Hashable {
        case added(String)
        case removed(String)
        case moved(String, from: Int, to: Int)
        case state(String, from: AgendaItem.State, to: AgendaItem.State)
        case month(String, from: Period?, to: Period?)
        case renamed(from: String, to: String)
        case words(String)
    }

    /// In the order of this version; what is gone comes last.
    ///
    /// A place counts among the items that stand in both: one that goes away moves nobody.
    package func changes(since before: AgendaVersion) -> [Change] {
        let old = Dictionary(before.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first }), now = Set(items.map(\.item))
        let stayed = items.filter { old[$0.item] != nil }.map(\.item), were = before.items.map(\.item).filter(now.contains)
        var found: [Change] = []
        for item in items {
            guard let earlier = old[item.item] else {
                found.append(.added(item.title))
                continue
            }
            if earlier.title != item.title { found.append(.renamed(from: earlier.title, to: item.title)) }
            if earlier.state != item.state { found.append(.state(item.title, from: earlier.state, to: item.state)) }
            if earlier.month != item.month { found.append(.month(item.title, from: earlier.month, to: item.month)) }
            if let from = were.firstIndex(of: item.item), let to = stayed.firstIndex(of: item.item), from != to {
                found.append(.moved(item.title, from: from + 1, to: to + 1))
            }
            if (earlier.words, earlier.subjects, earlier.questions) != (item.words, item.subjects, item.questions) { found.append(.words(item.title)) }
        }
        return found + before.items.filter { !now.contains($0.item) }.map { .removed($0.title) }
    }
}
