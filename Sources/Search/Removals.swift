/// Documents of a segment that are gone, and what they no longer count in.
struct Removals: Sendable {
    private(set) var bits: [UInt64]
    private(set) var count = 0
    private(set) var publicCount = 0
    private(set) var publicLength = 0
    /// By word and audience: entries that no longer have it.
    private var words: [UInt64: UInt32] = [:]
    /// By term: entries for everyone that no longer have it.
    private var terms: [UInt32: UInt32] = [:]

    init(documents: Int) {
        bits = [UInt64](repeating: 0, count: (documents + 63) / 64)
    }

    func contains(_ document: Int) -> Bool { bits[document >> 6] >> UInt64(document & 63) & 1 == 1 }

    mutating func insert(_ document: Int, of segment: Segment) {
        guard !contains(document) else { return }
        bits[document >> 6] |= 1 << UInt64(document & 63)
        count += 1
        let isPublic = segment.isPublic(document)
        let audience = UInt64(segment.audienceOf[document])
        var itsWords: Set<UInt32> = []
        var itsTerms: Set<UInt32> = []
        for word in segment.stream(of: document) where word < Segment.nameEnd && itsWords.insert(word).inserted {
            words[UInt64(word) << 32 | audience, default: 0] += 1
            guard isPublic else { continue }
            for term in segment.terms(of: Int(word)) { itsTerms.insert(term & ~Segment.partBit) }
        }
        guard isPublic else { return }
        for term in itsTerms { terms[term, default: 0] += 1 }
        publicCount += 1
        publicLength += Int(segment.lengths[document])
    }

    func entries(word: Int, audience: Int) -> Int { Int(words[UInt64(word) << 32 | UInt64(audience)] ?? 0) }
    func entries(term: Int) -> Int { Int(terms[UInt32(term)] ?? 0) }
}
