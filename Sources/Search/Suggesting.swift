import Dutch

/// What a half-typed question may become.
package struct Suggestion: Sendable, Hashable {
    /// The kind of the entry; nil for the name of a label.
    package let kind: String?
    /// The id of the entry, or the key of the label.
    package let key: String
    package let text: String
}

extension SearchSnapshot {
    package static let shortestPrefix = 2

    /// Titles and names of labels of what the reader may see, with a word from which on they begin with what was typed; from two
    /// letters. Those that begin with it as a whole come first, then the shortest; grouped by kind, the kind of the best first.
    package func suggestions(for typed: String, reader: SearchReader, limit: Int = 8) -> [Suggestion] {
        let prefix = Completions.plain(typed)
        guard prefix.count >= Self.shortestPrefix, limit > 0 else { return [] }
        var found: [String: Ranked] = [:]
        for part in parts {
            let visible = part.visible(to: reader)
            part.segment.completions.matches(prefix) { owner, isStart, length in
                guard let suggestion = suggestion(of: owner, part: part, visible: visible) else { return }
                let ranked = Ranked(suggestion: suggestion, isStart: isStart, length: length)
                let name = (suggestion.kind ?? "") + "\u{0}" + suggestion.text
                if let other = found[name], !ranked.isBefore(other) { return }
                found[name] = ranked
            }
        }
        let best = found.values.sorted { $0.isBefore($1) }.prefix(limit).map(\.suggestion)
        var kinds: [String?] = []
        for suggestion in best where !kinds.contains(suggestion.kind) { kinds.append(suggestion.kind) }
        return kinds.flatMap { kind in best.filter { $0.kind == kind } }
    }

    private struct Ranked {
        let suggestion: Suggestion
        let isStart: Bool
        let length: Int

        func isBefore(_ other: Ranked) -> Bool {
            if isStart != other.isStart { return isStart }
            if length != other.length { return length < other.length }
            return (suggestion.text, suggestion.key) < (other.suggestion.text, other.suggestion.key)
        }
    }

    private func suggestion(of owner: Completions.Owner, part: Part, visible: [Bool]) -> Suggestion? {
        switch owner {
        case .document(let document):
            guard part.sees(document, visible: visible) else { return nil }
            let entry = part.segment.entries[document]
            return Suggestion(kind: entry.kind, key: entry.id, text: entry.title)
        case .label(let number, let name):
            let label = part.segment.completions.labels[number]
            guard label.documents.contains(where: { part.sees(Int($0), visible: visible) }) else { return nil }
            return Suggestion(kind: nil, key: label.key, text: name)
        }
    }
}

extension SearchSnapshot.Part {
    /// Whether a document is there and its audience is seen.
    func sees(_ document: Int, visible: [Bool]) -> Bool {
        visible[Int(segment.audienceOf[document])] && !(removals?.contains(document) ?? false)
    }
}
