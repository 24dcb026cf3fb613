/// The documents of every term with its weight in them, and upper bounds by range of documents.
struct Postings: Sendable {
    /// Documents in a range that has its own upper bounds.
    static let rangeBits = 11
    /// Terms in fewer documents have no ranges: their bounds are found by looking at all.
    static let fewest = 256

    struct Range: Sendable {
        let number: UInt32
        /// Of the first posting in it.
        let start: UInt32
        let mostWeight: UInt16
        let leastLength: UInt16
    }

    /// Postings of term t: from `starts[t]` to `starts[t + 1]`, by document.
    private(set) var starts: [UInt32]
    private(set) var documents: [UInt32]
    /// In eighths.
    private(set) var weights: [UInt16]
    private(set) var ranges: [Range] = []
    private(set) var rangeStarts: [UInt32] = [0]

    /// - Parameters:
    ///   - found, weights: terms of the documents one after the other; document d from `starts[d]` to `starts[d + 1]`
    ///   - places: number of each term in sorted order
    init(terms: Int, found: [UInt32], weights foundWeights: [UInt16], starts documentStarts: [UInt32], places: [UInt32], lengths: [UInt16]) {
        starts = [UInt32](repeating: 0, count: terms + 1)
        for term in found { starts[Int(places[Int(term)]) + 1] += 1 }
        for term in 0..<terms { starts[term + 1] += starts[term] }
        var next = starts
        documents = [UInt32](repeating: 0, count: found.count)
        weights = [UInt16](repeating: 0, count: found.count)
        for document in 0..<max(0, documentStarts.count - 1) {
            for index in Int(documentStarts[document])..<Int(documentStarts[document + 1]) {
                let term = Int(places[Int(found[index])])
                documents[Int(next[term])] = UInt32(document)
                weights[Int(next[term])] = foundWeights[index]
                next[term] += 1
            }
        }
        for term in 0..<terms {
            addRanges(of: term, lengths: lengths)
            rangeStarts.append(UInt32(ranges.count))
        }
    }

    private mutating func addRanges(of term: Int, lengths: [UInt16]) {
        let postings = postings(of: term)
        guard postings.count >= Self.fewest else { return }
        var place = postings.lowerBound
        while place < postings.upperBound {
            let number = documents[place] >> Self.rangeBits
            let start = place
            var (most, least) = (UInt16(0), UInt16.max)
            while place < postings.upperBound, documents[place] >> Self.rangeBits == number {
                most = max(most, weights[place])
                least = min(least, lengths[Int(documents[place])])
                place += 1
            }
            ranges.append(Range(number: number, start: UInt32(start), mostWeight: most, leastLength: least))
        }
    }

    var memory: Int {
        4 * (starts.count + documents.count + rangeStarts.count) + 2 * weights.count + ranges.count * MemoryLayout<Range>.stride
    }

    func postings(of term: Int) -> Swift.Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

    /// In how many of the documents that `counts` takes each term is.
    func frequencies(_ counts: (Int) -> Bool) -> [UInt32] {
        (0..<starts.count - 1).map { term in
            postings(of: term).reduce(0) { $0 + (counts(Int(documents[$1])) ? 1 : 0) }
        }
    }
}
