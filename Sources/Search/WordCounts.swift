/// In how many entries each word stands, by who may see them.
struct WordCounts: Sendable {
    private var audiences: [UInt32] = []
    private var counts: [UInt32] = []
    /// Of word w: from `starts[w]` to `starts[w + 1]`.
    private var starts: [UInt32] = [0]

    init(words: Int, stream: [UInt32], starts documentStarts: [UInt32], audienceOf: [UInt32]) {
        var seen = [UInt32](repeating: .max, count: words)
        var found: [UInt64: UInt32] = [:]
        var first = [UInt32](repeating: 0, count: words)
        for document in 0..<audienceOf.count {
            let audience = audienceOf[document]
            for place in Int(documentStarts[document])..<Int(documentStarts[document + 1]) {
                let word = stream[place]
                guard word < Segment.nameEnd, seen[Int(word)] != UInt32(document) else { continue }
                seen[Int(word)] = UInt32(document)
                if audience == 0 { first[Int(word)] += 1 } else { found[UInt64(word) << 32 | UInt64(audience), default: 0] += 1 }
            }
        }
        let others = found.sorted { $0.key < $1.key }
        var place = 0
        for word in 0..<words {
            if first[word] > 0 {
                audiences.append(0)
                counts.append(first[word])
            }
            while place < others.count, Int(others[place].key >> 32) == word {
                audiences.append(UInt32(truncatingIfNeeded: others[place].key))
                counts.append(others[place].value)
                place += 1
            }
            starts.append(UInt32(audiences.count))
        }
    }

    var memory: Int { 4 * (audiences.count + counts.count + starts.count) }

    func each(of word: Int, _ body: (_ audience: Int, _ count: Int) -> Void) {
        for place in Int(starts[word])..<Int(starts[word + 1]) { body(Int(audiences[place]), Int(counts[place])) }
    }
}
