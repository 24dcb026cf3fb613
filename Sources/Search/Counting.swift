extension SearchSnapshot {
    /// Counts results and facets: of all documents with a term that the reader may see.
    func count(_ plan: QueryPlan, _ choices: [Choice], into answer: inout SearchAnswer) {
        var totals: [FacetValue: Int] = [:]
        for (part, choice) in zip(parts, choices) {
            let segment = part.segment
            var matching = DocumentSet(count: segment.count, isFull: plan.terms.isEmpty)
            for term in plan.terms {
                if let index = segment.terms.index(of: term.key) { segment.postings.mark(index, in: &matching) }
            }
            if let allowed = choice.allowed { matching.formIntersection(allowed) }
            var counts = [Int](repeating: 0, count: segment.facetValues.count)
            if choice.filters.isEmpty {
                answer.total += matching.count
                segment.countFacets(of: matching, into: &counts)
            } else {
                answer.total += segment.countNarrowed(matching, filters: choice.filters, into: &counts)
            }
            for (value, count) in zip(segment.facetValues, counts) where count > 0 { totals[value, default: 0] += count }
        }
        answer.facets = totals.map { SearchAnswer.FacetCount(value: $0.key, count: $0.value) }.sorted {
            if $0.value.dimension != $1.value.dimension { return $0.value.dimension.rawValue < $1.value.dimension.rawValue }
            return $0.count != $1.count ? $0.count > $1.count : $0.value.key < $1.value.key
        }
    }
}

extension Segment {
    fileprivate func countFacets(of matching: DocumentSet, into counts: inout [Int]) {
        facets.withUnsafeBufferPointer { facets in
            facetStarts.withUnsafeBufferPointer { starts in
                counts.withUnsafeMutableBufferPointer { counts in
                    matching.forEach { document in
                        for place in Int(starts[document])..<Int(starts[document + 1]) { counts[Int(facets[place])] += 1 }
                    }
                }
            }
        }
    }

    /// A document that fails only the filter of one dimension counts in the values of that dimension. - Returns: how many pass all
    fileprivate func countNarrowed(_ matching: DocumentSet, filters: [FacetDimension: Set<UInt32>], into counts: inout [Int]) -> Int {
        var total = 0
        matching.forEach { document in
            let values = facets(of: document)
            let failed = filters.filter { !values.contains(where: $0.value.contains) }.map(\.key)
            if failed.isEmpty { total += 1 }
            guard failed.count <= 1 else { return }
            for value in values where failed.isEmpty || facetValues[Int(value)].dimension == failed[0] { counts[Int(value)] += 1 }
        }
        return total
    }
}

extension Postings {
    fileprivate func mark(_ term: Int, in set: inout DocumentSet) {
        documents.withUnsafeBufferPointer { documents in
            set.bits.withUnsafeMutableBufferPointer { bits in
                for place in postings(of: term) { bits[Int(documents[place] >> 6)] |= 1 << UInt64(documents[place] & 63) }
            }
        }
    }

    func ranges(of term: Int) -> Swift.Range<Int> { Int(rangeStarts[term])..<Int(rangeStarts[term + 1]) }

    func contains(_ document: Int, of term: Int) -> Bool {
        let all = postings(of: term)
        let place = all.firstPlace { Int(documents[$0]) >= document }
        return place < all.upperBound && Int(documents[place]) == document
    }
}
