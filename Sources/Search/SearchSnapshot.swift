import Dutch
import Foundation

/// Who asks: the keys that say what one may see.
package struct SearchReader: Sendable, Hashable {
    package let keys: Set<String>

    /// - Parameter keys: besides ``SearchEntry/everyone``, which every reader has
    package init(keys: Set<String> = []) {
        self.keys = keys.union([SearchEntry.everyone])
    }

    func sees(_ audience: [String]) -> Bool { audience.contains(where: keys.contains) }
}

/// An index at one moment.
package struct SearchSnapshot: Sendable {
    /// A segment and what was removed from it.
    struct Part: Sendable {
        let segment: Segment
        private(set) var removals: Removals?

        init(segment: Segment) { self.segment = segment }

        /// Documents that are there.
        var count: Int { segment.count - (removals?.count ?? 0) }

        mutating func remove(_ document: Int) {
            var removals = removals ?? Removals(documents: segment.count)
            self.removals = nil
            removals.insert(document, of: segment)
            self.removals = removals
        }

        /// Which audiences of the segment a reader is in.
        func visible(to reader: SearchReader) -> [Bool] { segment.audiences.map(reader.sees) }

        /// In how many entries that the reader may see a word stands.
        func entries(word: Int, visible: [Bool]) -> Int {
            var total = 0
            segment.wordCounts.each(of: word) { audience, count in
                if visible[audience] { total += count - (removals?.entries(word: word, audience: audience) ?? 0) }
            }
            return total
        }

        /// In how many entries for everyone a term is.
        func publicEntries(term: Int) -> Int { Int(segment.publicFrequencies[term]) - (removals?.entries(term: term) ?? 0) }
    }

    let parts: [Part]
    let analysis: WordAnalysis
    let weights: SearchWeights
    /// Entries for everyone: what is rare and what is long is judged by these alone, so that nothing hidden changes an answer.
    let publicCount: Int
    let averageLength: Double

    init(parts: [Part], analysis: WordAnalysis, weights: SearchWeights) {
        self.parts = parts
        self.analysis = analysis
        self.weights = weights
        publicCount = parts.reduce(0) { $0 + $1.segment.publicCount - ($1.removals?.publicCount ?? 0) }
        let length = parts.reduce(0) { $0 + $1.segment.publicLength - ($1.removals?.publicLength ?? 0) }
        averageLength = publicCount > 0 ? max(1, Double(length) / Double(publicCount)) : 1
    }

    /// Entries in the index, for whomever.
    package var count: Int { parts.reduce(0) { $0 + $1.count } }

    /// Memory that the index takes, in bytes.
    package var bytes: Int { parts.reduce(0) { $0 + $1.segment.bytes } }

    /// In how many entries for everyone a term is.
    func publicEntries(term: [UInt8]) -> Int {
        parts.reduce(0) { total, part in total + (part.segment.terms.index(of: term).map(part.publicEntries) ?? 0) }
    }

    /// How much a term says: BM25's inverse document frequency.
    func rarity(of term: [UInt8]) -> Double {
        let frequency = Double(publicEntries(term: term))
        return log(1 + (max(0, Double(publicCount) - frequency) + 0.5) / (frequency + 0.5))
    }
}
