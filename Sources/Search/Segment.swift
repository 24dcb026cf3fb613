import Dutch

/// What an index keeps of an entry, besides its words.
struct StoredEntry: Sendable {
    let id: String
    let kind: String
    let language: WordLanguage
    let title: String
    let labels: [SearchLabel]
    let dates: [Int]
}

/// A part of an index that does not change any more.
///
/// Documents are numbered from 0 in the order they came; words and terms are numbered in sorted order and begin with the byte
/// of their language. A *word* stands in a text; a *term* is what words are found by: a stem.
final class Segment: Sendable {
    /// Behind each field in a stream of words.
    static let fieldEnd = UInt32.max
    /// Behind each name of a label: words on either side are no phrase.
    static let nameEnd = UInt32.max - 1

    let entries: [StoredEntry]
    /// Numbers of the entries by their ids.
    let order: [UInt32]
    let words: ByteTable
    /// Term numbers of word w: `wordTerms[wordTermStarts[w]..<wordTermStarts[w + 1]]`; parts carry `partBit`.
    let wordTerms: [UInt32]
    let wordTermStarts: [UInt32]
    let terms: ByteTable
    let postings: Postings
    /// Entries for everyone that have a term.
    let publicFrequencies: [UInt32]
    /// Words of an entry in order: title, names of labels, text; a `fieldEnd` behind each.
    let stream: [UInt32]
    let streamStarts: [UInt32]
    let lengths: [UInt16]
    let audiences: [[String]]
    let audienceOf: [UInt32]
    let facetValues: [FacetValue]
    let facets: [UInt32]
    let facetStarts: [UInt32]
    let wordCounts: WordCounts
    let completions: Completions
    let signatures: [WordSignature]
    /// Entries for everyone, and the words in them.
    let publicCount: Int
    let publicLength: Int

    static let partBit: UInt32 = 0x8000_0000

    init(_ finished: SegmentBuilder.Finished) {
        let entries = finished.entries
        self.entries = entries
        order = entries.indices.map(UInt32.init).sorted { entries[Int($0)].id < entries[Int($1)].id }
        words = finished.words
        wordTerms = finished.wordTerms
        wordTermStarts = finished.wordTermStarts
        terms = finished.terms
        postings = finished.postings
        publicFrequencies = finished.publicFrequencies
        stream = finished.stream
        streamStarts = finished.streamStarts
        lengths = finished.lengths
        audiences = finished.audiences
        audienceOf = finished.audienceOf
        facetValues = finished.facetValues
        facets = finished.facets
        facetStarts = finished.facetStarts
        wordCounts = finished.wordCounts
        completions = finished.completions
        signatures = (0..<finished.words.count).map { WordSignature(finished.words.word($0)) }
        publicCount = finished.publicCount
        publicLength = finished.publicLength
    }

    var count: Int { entries.count }

    /// The number of the entry with an id.
    func document(_ id: String) -> Int? {
        let place = order.indices.firstPlace { entries[Int(order[$0])].id >= id }
        return place < order.count && entries[Int(order[place])].id == id ? Int(order[place]) : nil
    }

    func terms(of word: Int) -> ArraySlice<UInt32> { wordTerms[Int(wordTermStarts[word])..<Int(wordTermStarts[word + 1])] }
    func stream(of document: Int) -> ArraySlice<UInt32> { stream[Int(streamStarts[document])..<Int(streamStarts[document + 1])] }
    func facets(of document: Int) -> ArraySlice<UInt32> { facets[Int(facetStarts[document])..<Int(facetStarts[document + 1])] }
    func isPublic(_ document: Int) -> Bool { audiences[Int(audienceOf[document])].contains(SearchEntry.everyone) }

    /// Memory of the tables; texts of entries, such as titles, count with their bytes.
    var bytes: Int {
        let numbers = wordTerms.count + wordTermStarts.count + publicFrequencies.count + stream.count + streamStarts.count + audienceOf.count
        let more = facets.count + facetStarts.count + signatures.count + order.count
        let texts = entries.reduce(0) { $0 + MemoryLayout<StoredEntry>.stride + $1.title.utf8.count + $1.id.utf8.count }
        return 4 * (numbers + more) + 2 * lengths.count + texts + words.memory + terms.memory + postings.memory + wordCounts.memory + completions.memory
    }
}
