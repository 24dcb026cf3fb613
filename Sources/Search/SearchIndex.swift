import Dutch
import Synchronization

/// An index in memory: entries go in and out, questions are answered from snapshots that do not change.
///
/// Changes become a small segment at once; segments of about equal size are put together, so that there are few.
/// Answers depend on the entries alone, not on the order or the batches they came in.
package final class SearchIndex: Sendable {
    private struct Place {
        var segment: ObjectIdentifier
        var document: Int
    }

    /// Entries that are put together at most: a write waits less than a second for it.
    private static let mostMerged = 40_000

    private let analysis: WordAnalysis
    private let weights: SearchWeights
    /// Where every entry is; who holds it writes.
    private let places = Mutex<[String: Place]>([:])
    private let current: Mutex<SearchSnapshot>

    /// - Parameter words: the words compounds consist of; without it compounds stay whole
    package init(words: WordList?, weights: SearchWeights = .standard) {
        analysis = WordAnalysis(list: words)
        self.weights = weights
        current = Mutex(SearchSnapshot(parts: [], analysis: analysis, weights: weights))
    }

    /// The index as it is now.
    package var snapshot: SearchSnapshot { current.withLock { $0 } }

    /// Carries changes out, in order; when it returns they are in the snapshot.
    package func apply(_ changes: [SearchChange]) {
        places.withLock { places in
            var last: [String: Int] = [:]
            for (index, change) in changes.enumerated() { last[change.id] = index }
            var parts = snapshot.parts
            var builder = SegmentBuilder(analysis: analysis, weights: weights)
            for (index, change) in changes.enumerated() where last[change.id] == index {
                if let place = places.removeValue(forKey: change.id), let part = parts.firstIndex(where: { ObjectIdentifier($0.segment) == place.segment }) {
                    parts[part].remove(place.document)
                }
                if case .put(let entry) = change { builder.add(entry) }
            }
            if builder.count > 0 { parts.append(finished(builder, places: &places)) }
            publish(parts)
            merge(parts, places: &places)
        }
    }

    /// What a builder holds as a part, with where its entries are written down.
    private func finished(_ builder: consuming SegmentBuilder, places: inout [String: Place]) -> SearchSnapshot.Part {
        let segment = builder.finish()
        for (document, entry) in segment.entries.enumerated() {
            places[entry.id] = Place(segment: ObjectIdentifier(segment), document: document)
        }
        return SearchSnapshot.Part(segment: segment)
    }

    private func publish(_ parts: [SearchSnapshot.Part]) {
        let snapshot = SearchSnapshot(parts: parts, analysis: analysis, weights: weights)
        current.withLock { $0 = snapshot }
    }

    /// Puts the last segments together while they are not much smaller than the one before; writes anew what is mostly removed.
    private func merge(_ parts: [SearchSnapshot.Part], places: inout [String: Place]) {
        var merged = parts.filter { $0.count > 0 }
        for index in merged.indices where (merged[index].removals?.count ?? 0) > merged[index].count {
            merged[index] = joined(merged[index...index], places: &places)
        }
        var first = merged.count
        var size = 0
        for index in merged.indices.reversed() {
            guard size + merged[index].count <= Self.mostMerged else { break }
            if size > 0, merged[index].count < 3 * size { first = index }
            size += merged[index].count
        }
        if first < merged.count { merged.replaceSubrange(first..., with: [joined(merged[first...], places: &places)]) }
        if merged.map({ ObjectIdentifier($0.segment) }) != parts.map({ ObjectIdentifier($0.segment) }) { publish(merged) }
    }

    /// One segment of several, without what was removed.
    private func joined(_ parts: ArraySlice<SearchSnapshot.Part>, places: inout [String: Place]) -> SearchSnapshot.Part {
        var builder = SegmentBuilder(analysis: analysis, weights: weights)
        for part in parts { builder.add(part.segment, without: part.removals) }
        return finished(builder, places: &places)
    }
}
