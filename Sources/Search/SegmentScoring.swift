/// Scores the documents of one segment, a window of documents at a time (block-max MaxScore).
///
/// In a window the terms that together cannot lift a document above the worst of the best are not walked through: they are
/// looked up for the documents that the other terms found. The result is the same as that of scoring every document.
struct SegmentScoring {
    let segment: Segment
    let part: Int
    let accepted: DocumentSet?
    let normal: LengthNormal
    private var scores = [UInt32](repeating: 0, count: 1 << Postings.rangeBits)
    private var touched = [UInt64](repeating: 0, count: 1 << (Postings.rangeBits - 6))

    init(segment: Segment, part: Int, accepted: DocumentSet?, normal: LengthNormal) {
        (self.segment, self.part, self.accepted, self.normal) = (segment, part, accepted, normal)
    }

    mutating func run(_ scorers: [TermScorer], into top: inout TopEntries) {
        var scorers = scorers
        let segment = segment
        segment.postings.documents.withUnsafeBufferPointer { documents in
            segment.postings.weights.withUnsafeBufferPointer { weights in
                segment.lengths.withUnsafeBufferPointer { lengths in
                    segment.postings.ranges.withUnsafeBufferPointer { ranges in
                        let table = Table(documents: documents, weights: weights, lengths: lengths)
                        while let number = scorers.compactMap({ $0.next < $0.end ? Int(documents[$0.next]) >> Postings.rangeBits : nil }).min() {
                            var here: [TermScorer] = []
                            for index in scorers.indices where scorers[index].enter(number, documents: documents, ranges: ranges, normal: normal) {
                                here.append(scorers[index])
                            }
                            score(&here, first: number << Postings.rangeBits, table: table, into: &top)
                        }
                    }
                }
            }
        }
    }

    private struct Table {
        let documents: UnsafeBufferPointer<UInt32>
        let weights: UnsafeBufferPointer<UInt16>
        let lengths: UnsafeBufferPointer<UInt16>
    }

    private mutating func score(_ terms: inout [TermScorer], first: Int, table: Table, into top: inout TopEntries) {
        terms.sort { $0.bound < $1.bound }
        var optional = 0
        var optionalBound: UInt32 = 0
        while optional < terms.count, optionalBound + terms[optional].bound < top.threshold {
            optionalBound += terms[optional].bound
            optional += 1
        }
        if optional == terms.count { return }
        for term in terms[optional...] { walk(term, first: first, table: table) }
        for word in touched.indices where touched[word] != 0 {
            var bits = touched[word]
            if let accepted { bits &= accepted.bits[(first >> 6) + word] }
            touched[word] = 0
            while bits != 0 {
                let place = (word << 6) + bits.trailingZeroBitCount
                bits &= bits - 1
                consider(place, first: first, optional: terms[..<optional], bound: optionalBound, table: table, into: &top)
            }
        }
        scores.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }

    private mutating func walk(_ term: TermScorer, first: Int, table: Table) {
        let normal = normal
        scores.withUnsafeMutableBufferPointer { scores in
            touched.withUnsafeMutableBufferPointer { touched in
                for posting in term.window {
                    let document = Int(table.documents[posting])
                    let place = document - first
                    scores[place] &+= normal.points(term.scale, table.weights[posting], table.lengths[document])
                    touched[place >> 6] |= 1 << UInt64(place & 63)
                }
            }
        }
    }

    /// Adds what the optional terms give, the strongest first, as long as the document can still come in.
    private func consider(
        _ place: Int, first: Int, optional: ArraySlice<TermScorer>, bound: UInt32, table: Table, into top: inout TopEntries
    ) {
        var score = scores[place]
        var bound = bound
        let document = UInt32(first + place)
        for term in optional.reversed() {
            guard score + bound >= top.threshold else { return }
            bound -= term.bound
            if let posting = Self.posting(of: document, in: term.window, table.documents) {
                score &+= normal.points(term.scale, table.weights[posting], table.lengths[Int(document)])
            }
        }
        guard score > 0, score >= top.threshold else { return }
        top.offer(TopEntries.Hit(score: score, part: part, document: Int(document)))
    }

    private static func posting(of document: UInt32, in window: Range<Int>, _ documents: UnsafeBufferPointer<UInt32>) -> Int? {
        var (low, high) = (window.lowerBound, window.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if documents[middle] < document { low = middle + 1 } else { high = middle }
        }
        return low < window.upperBound && documents[low] == document ? low : nil
    }
}

/// A set of documents of a segment.
struct DocumentSet: Sendable {
    var bits: [UInt64]

    init(count: Int, isFull: Bool) {
        bits = [UInt64](repeating: isFull ? .max : 0, count: (count + 63) / 64)
        if isFull, count & 63 != 0 { bits[bits.count - 1] = (1 << UInt64(count & 63)) - 1 }
    }

    func contains(_ document: Int) -> Bool { bits[document >> 6] >> UInt64(document & 63) & 1 == 1 }
    mutating func insert(_ document: Int) { bits[document >> 6] |= 1 << UInt64(document & 63) }
    mutating func remove(_ document: Int) { bits[document >> 6] &= ~(1 << UInt64(document & 63)) }

    mutating func formIntersection(_ other: DocumentSet) {
        for index in bits.indices { bits[index] &= other.bits[index] }
    }

    mutating func subtract(_ other: [UInt64]) {
        for index in bits.indices { bits[index] &= ~other[index] }
    }

    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    func forEach(_ body: (Int) -> Void) {
        for index in bits.indices {
            var word = bits[index]
            while word != 0 {
                body((index << 6) + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
