import Dutch

/// What may come out of a part: who asks, what was removed, filters, phrases, words left out.
struct Choice {
    /// Passes everything; nil where all documents do.
    let accepted: DocumentSet?
    /// Passes everything but possibly the filters.
    let allowed: DocumentSet?
    /// By filtered dimension, the numbers of the part's facet values that pass.
    let filters: [FacetDimension: Set<UInt32>]
}

extension SearchSnapshot {
    func choice(of number: Int, question: Question, visible: [Bool]) -> Choice {
        let part = parts[number]
        let segment = part.segment
        var allowed: DocumentSet?
        if !visible.allSatisfy({ $0 }) {
            var set = DocumentSet(count: segment.count, isFull: false)
            for document in 0..<segment.count where visible[Int(segment.audienceOf[document])] { set.insert(document) }
            allowed = set
        }
        if let removals = part.removals {
            var set = allowed ?? DocumentSet(count: segment.count, isFull: true)
            set.subtract(removals.bits)
            allowed = set
        }
        if !question.phrases.isEmpty || !question.excluded.isEmpty || question.days != nil || !question.labels.isEmpty {
            var set = allowed ?? DocumentSet(count: segment.count, isFull: true)
            keepMatching(question, in: segment, &set)
            allowed = set
        }
        let wanted = Dictionary(
            uniqueKeysWithValues: question.filters.map { dimension, keys in
                let values = segment.facetValues.indices.filter {
                    segment.facetValues[$0].dimension == dimension && keys.contains(segment.facetValues[$0].key)
                }
                return (dimension, Set(values.map(UInt32.init)))
            })
        var accepted = allowed
        if !wanted.isEmpty {
            var set = allowed ?? DocumentSet(count: segment.count, isFull: true)
            let before = set
            before.forEach { document in
                if !wanted.values.allSatisfy({ values in segment.facets(of: document).contains(where: values.contains) }) { set.remove(document) }
            }
            accepted = set
        }
        return Choice(accepted: accepted, allowed: allowed, filters: wanted)
    }

    /// Leaves the documents that have every phrase, none of the excluded words, and a date in the range.
    private func keepMatching(_ question: Question, in segment: Segment, _ set: inout DocumentSet) {
        if let days = question.days {
            let before = set
            before.forEach { if !segment.entries[$0].dates.contains(where: days.contains) { set.remove($0) } }
        }
        for label in question.labels {
            let number = segment.facetValues.firstIndex(of: FacetValue(.label, label)).map(UInt32.init)
            let before = set
            before.forEach { document in if !segment.facets(of: document).contains(where: { $0 == number }) { set.remove(document) } }
        }
        for phrase in question.phrases {
            let before = set
            set = DocumentSet(count: segment.count, isFull: false)
            for language in WordLanguage.allCases {
                let numbers = phrase.map { segment.words.index(of: [language.rawValue] + $0.utf8).map { UInt32($0) } }
                let words = numbers.compactMap { $0 }
                guard words.count == phrase.count, let candidates = documents(with: words, in: segment) else { continue }
                for document in candidates where before.contains(document) && segment.stream(of: document).holds(words) { set.insert(document) }
            }
        }
        for word in question.excluded {
            for language in WordLanguage.allCases { leaveOut(word, in: language, segment: segment, &set) }
        }
    }

    /// Documents with the rarest of the words, or a word with its stem.
    private func documents(with words: [UInt32], in segment: Segment) -> [Int]? {
        let lists = words.compactMap { segment.terms(of: Int($0)).first }.map { segment.postings.postings(of: Int($0 & ~Segment.partBit)) }
        return lists.min { $0.count < $1.count }?.map { Int(segment.postings.documents[$0]) }
    }

    /// Takes documents out that have the word itself or another form of it; as part of a compound it does not count.
    private func leaveOut(_ word: String, in language: WordLanguage, segment: Segment, _ set: inout DocumentSet) {
        let stems = analysis.forms(of: word, in: language).stems
        for stem in stems {
            guard let term = segment.terms.index(of: [language.rawValue] + stem.utf8) else { continue }
            for posting in segment.postings.postings(of: term) {
                let document = Int(segment.postings.documents[posting])
                let hasIt =
                    set.contains(document)
                    && segment.stream(of: document).contains { $0 < Segment.nameEnd && segment.terms(of: Int($0)).contains(UInt32(term)) }
                if hasIt { set.remove(document) }
            }
        }
    }
}

extension ArraySlice<UInt32> {
    /// Whether these words stand behind each other.
    func holds(_ words: [UInt32]) -> Bool {
        guard let first = words.first, count >= words.count else { return false }
        for place in startIndex...(endIndex - words.count) where self[place] == first && self[place..<place + words.count].elementsEqual(words) {
            return true
        }
        return false
    }
}
