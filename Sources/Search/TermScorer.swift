/// The postings of one term in one segment while documents are scored.
///
/// What a term adds to a document is a whole number (2^-16 of a point), so that sums are the same in any order.
struct TermScorer {
    static let unit = 65_536.0

    /// Place in the postings of the segment: next and past the last.
    var next: Int
    let end: Int
    private var range: Int
    private let rangeEnd: Int
    /// Rarity and weight in the question, in units.
    let scale: Float
    /// The most it adds anywhere in the segment.
    private let most: UInt32
    /// The most it adds in the window at hand, and its postings there.
    private(set) var bound: UInt32 = 0
    private(set) var window: Range<Int> = 0..<0

    init(postings: Range<Int>, ranges: Range<Int>, scale: Double, segment: Segment, normal: LengthNormal) {
        (next, end) = (postings.lowerBound, postings.upperBound)
        (range, rangeEnd) = (ranges.lowerBound, ranges.upperBound)
        self.scale = Float(min(scale, 100) * Self.unit)
        var most: UInt32 = 0
        if ranges.isEmpty {
            for place in postings {
                let length = segment.lengths[Int(segment.postings.documents[place])]
                most = max(most, normal.points(self.scale, segment.postings.weights[place], length) + 2)
            }
        }
        self.most = most
    }

    /// Moves to a window of documents. - Returns: whether there are postings in it
    mutating func enter(_ number: Int, documents: UnsafeBufferPointer<UInt32>, ranges: UnsafeBufferPointer<Postings.Range>, normal: LengthNormal) -> Bool {
        guard next < end, Int(documents[next]) >> Postings.rangeBits == number else { return false }
        let start = next
        if range < rangeEnd {
            let here = ranges[range]
            range += 1
            next = range < rangeEnd ? Int(ranges[range].start) : end
            bound = normal.points(scale, here.mostWeight, here.leastLength) + 2
        } else {
            while next < end, Int(documents[next]) >> Postings.rangeBits == number { next += 1 }
            bound = most
        }
        window = start..<next
        return true
    }
}

/// How the length of an entry tells in its score.
struct LengthNormal {
    /// In eighths, like the weights of postings.
    private let base: Float
    private let slope: Float

    init(_ weights: SearchWeights, averageLength: Double) {
        base = Float(weights.k1 * (1 - weights.b) * 8)
        slope = Float(weights.k1 * weights.b * 8 / averageLength)
    }

    @inline(__always)
    func points(_ scale: Float, _ weight: UInt16, _ length: UInt16) -> UInt32 {
        let weight = Float(weight)
        return UInt32(scale * weight / (weight + base + slope * Float(length)))
    }
}
