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
        var candidates: [Candidate] = []
        for (number, part) in parts.enumerated() {
            let visible = part.visible(to: reader)
            part.segment.completions.matches(prefix) { owner, isStart, length in
                guard part.sees(owner, visible: visible) else { return }
                candidates.append(Candidate(rank: length + (isStart ? 0 : Self.notAtStart), part: number, owner: owner))
            }
        }
        candidates.sort { $0.rank < $1.rank }
        // What has a higher rank than the last that is needed is not looked at any further.
        var found: [String: Ranked] = [:]
        var rank = -1
        for candidate in candidates {
            if candidate.rank > rank, found.count >= limit { break }
            rank = candidate.rank
            let suggestion = suggestion(of: candidate)
            let ranked = Ranked(suggestion: suggestion, rank: rank)
            let name = (suggestion.kind ?? "") + "\u{0}" + suggestion.text
            if let other = found[name], !ranked.isBefore(other) { continue }
            found[name] = ranked
        }
        let best = found.values.sorted { $0.isBefore($1) }.prefix(limit).map(\.suggestion)
        var kinds: [String?] = []
        for suggestion in best where !kinds.contains(suggestion.kind) { kinds.append(suggestion.kind) }
        return kinds.flatMap { kind in best.filter { $0.kind == kind } }
    }

    /// Added to the length of a text that does not begin with what was typed.
    private static let notAtStart = 1 << 40

    private struct Candidate {
        let rank: Int
        let part: Int
        let owner: Completions.Owner
    }

    private struct Ranked {
        let suggestion: Suggestion
        let rank: Int

        func isBefore(_ other: Ranked) -> Bool {
            if rank != other.rank { return rank < other.rank }
            return (suggestion.text, suggestion.key) < (other.suggestion.text, other.suggestion.key)
        }
    }

    private func suggestion(of candidate: Candidate) -> Suggestion {
        let segment = parts[candidate.part].segment
        switch candidate.owner {
        case .document(let document):
            let entry = segment.entries[document]
            return Suggestion(kind: entry.kind, key: entry.id, text: entry.title)
        case .label(let number, let name):
            let label = segment.completions.labels[number]
            return Suggestion(kind: nil, key: label.key, text: label.names[name])
        }
    }
}

extension SearchSnapshot.Part {
    /// Whether a document is there and its audience is seen.
    func sees(_ document: Int, visible: [Bool]) -> Bool {
        visible[Int(segment.audienceOf[document])] && !(removals?.contains(document) ?? false)
    }

    /// Whether an entry, or one that has a label, is seen.
    fileprivate func sees(_ owner: Completions.Owner, visible: [Bool]) -> Bool {
        switch owner {
        case .document(let document): sees(document, visible: visible)
        case .label(let number, _): segment.completions.labels[number].documents.contains { sees(Int($0), visible: visible) }
        }
    }
}
