import Dutch

extension SegmentBuilder {
    /// The parts of a segment, with words and terms numbered in sorted order.
    struct Finished {
        var entries: [StoredEntry]
        var words: ByteTable
        var wordTerms: [UInt32] = []
        var wordTermStarts: [UInt32] = [0]
        var terms: ByteTable
        var postings: Postings
        var publicFrequencies: [UInt32]
        var stream: [UInt32]
        var streamStarts: [UInt32]
        var lengths: [UInt16]
        var audiences: [[String]]
        var audienceOf: [UInt32]
        var facetValues: [FacetValue]
        var facets: [UInt32]
        var facetStarts: [UInt32]
        var wordCounts: WordCounts
        var completions: Completions
        var publicCount: Int
        var publicLength: Int
    }

    /// What was added, as a segment.
    consuming func finish() -> Segment {
        let (words, wordPlaces) = words.sorted()
        let (terms, termPlaces) = terms.sorted()
        for place in stream.indices where stream[place] < Segment.nameEnd { stream[place] = wordPlaces[Int(stream[place])] }
        let postings = Postings(terms: terms.count, found: foundTerms, weights: foundWeights, starts: foundStarts, places: termPlaces, lengths: lengths)
        var sets = [[String]](repeating: [], count: audiences.count)
        for (audience, number) in audiences { sets[Int(number)] = audience }
        let isPublic = audienceOf.map { sets[Int($0)].contains(SearchEntry.everyone) }
        var finished = Finished(
            entries: entries, words: words, terms: terms, postings: postings, publicFrequencies: postings.frequencies { isPublic[$0] }, stream: stream,
            streamStarts: streamStarts, lengths: lengths, audiences: sets, audienceOf: audienceOf, facetValues: facetValues, facets: facets,
            facetStarts: facetStarts,
            wordCounts: WordCounts(words: words.count, stream: stream, starts: streamStarts, audienceOf: audienceOf),
            completions: Completions(entries: entries), publicCount: isPublic.count { $0 },
            publicLength: zip(isPublic, lengths).reduce(0) { $0 + ($1.0 ? Int($1.1) : 0) })
        number(wordPlaces, termPlaces, into: &finished)
        return Segment(finished)
    }

    /// The terms of every word, in sorted numbers.
    private func number(_ wordPlaces: [UInt32], _ termPlaces: [UInt32], into finished: inout Finished) {
        var order = [Int](repeating: 0, count: wordPlaces.count)
        for (word, place) in wordPlaces.enumerated() { order[Int(place)] = word }
        for word in order {
            for index in Int(wordTermStarts[word])..<Int(wordTermStarts[word + 1]) {
                finished.wordTerms.append(termPlaces[Int(wordTerms[index] & ~Segment.partBit)] | wordTerms[index] & Segment.partBit)
            }
            finished.wordTermStarts.append(UInt32(finished.wordTerms.count))
        }
    }
}
