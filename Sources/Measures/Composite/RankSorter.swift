/// Orders many scores again and again: three passes of a radix sort on keys of 33 bits, the index packed below them.
///
/// Scores closer than 10⁻¹⁰ of their range count as equal, so that rounding errors make no places.
struct RankSorter: Sendable {
    private var packed: [UInt64]
    private var spare: [UInt64]
    private var starts: [Int32]

    private static let digit = 11
    private static let buckets = 1 << digit
    private static let indexBits = 31
    private static let indexMask: UInt64 = (1 << 31) - 1
    private static let highestKey = Double((1 << 33) - 1)

    /// - Parameter count: most scores, below 2³¹
    init(count: Int) {
        packed = [UInt64](repeating: 0, count: count)
        spare = packed
        starts = [Int32](repeating: 0, count: 3 * Self.buckets)
    }

    /// Calls the body with each run of equal scores, lowest first: the place it starts, the place it ends, and the indices in it.
    mutating func forEachTie(_ scores: UnsafeBufferPointer<Double>, _ body: (_ start: Int, _ end: Int, UnsafeBufferPointer<UInt64>) -> Void) {
        let count = scores.count
        guard count > 0 else { return }
        pack(scores)
        for pass in 0..<3 { scatter(pass, count: count) }
        packed.withUnsafeMutableBufferPointer { packed in
            var start = 0
            while start < count {
                let key = packed[start] >> UInt64(Self.indexBits)
                var end = start
                while end < count, packed[end] >> UInt64(Self.indexBits) == key {
                    packed[end] &= Self.indexMask
                    end &+= 1
                }
                body(start, end, UnsafeBufferPointer(rebasing: packed[start..<end]))
                start = end
            }
        }
    }

    private mutating func pack(_ scores: UnsafeBufferPointer<Double>) {
        var (low, high) = (Double.infinity, -Double.infinity)
        for score in scores {
            low = score < low ? score : low
            high = score > high ? score : high
        }
        let scale = high > low ? Self.highestKey / (high - low) : 0
        packed.withUnsafeMutableBufferPointer { packed in
            starts.withUnsafeMutableBufferPointer { starts in
                for place in starts.indices { starts[place] = 0 }
                for index in scores.indices {
                    let level = (scores[index] - low) * scale
                    // A score that is no number counts as the lowest.
                    let key = level >= 0 ? UInt64(min(level, Self.highestKey).rounded()) : 0
                    packed[index] = key << UInt64(Self.indexBits) | UInt64(truncatingIfNeeded: index)
                    for pass in 0..<3 { starts[pass &* Self.buckets &+ Self.place(key, pass)] &+= 1 }
                }
                for pass in 0..<3 {
                    var sum: Int32 = 0
                    for bucket in 0..<Self.buckets {
                        let size = starts[pass &* Self.buckets &+ bucket]
                        starts[pass &* Self.buckets &+ bucket] = sum
                        sum &+= size
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func place(_ key: UInt64, _ pass: Int) -> Int {
        Int(truncatingIfNeeded: key >> UInt64(truncatingIfNeeded: pass &* digit)) & (buckets &- 1)
    }

    private mutating func scatter(_ pass: Int, count: Int) {
        packed.withUnsafeBufferPointer { packed in
            spare.withUnsafeMutableBufferPointer { spare in
                starts.withUnsafeMutableBufferPointer { starts in
                    for index in 0..<count {
                        let value = packed[index]
                        let bucket = pass &* Self.buckets &+ Self.place(value >> UInt64(Self.indexBits), pass)
                        spare[Int(starts[bucket])] = value
                        starts[bucket] &+= 1
                    }
                }
            }
        }
        swap(&packed, &spare)
    }
}
