import Dutch

/// Makes a segment of entries, or of the documents of other segments.
struct SegmentBuilder {
    let analysis: WordAnalysis
    let tokenizer = Tokenizer()
    /// In eighths, by field.
    let fieldWeights: [UInt32]
    let partWeight: UInt32

    var words = ByteInterner()
    var wordTerms: [UInt32] = []
    var wordTermStarts: [UInt32] = [0]
    var terms = ByteInterner()
    var entries: [StoredEntry] = []
    var stream: [UInt32] = []
    var streamStarts: [UInt32] = [0]
    var lengths: [UInt16] = []
    /// What each document is found by, one after the other.
    var foundTerms: [UInt32] = []
    var foundWeights: [UInt16] = []
    var foundStarts: [UInt32] = [0]
    /// Weight of every term in the document at hand; all 0 between documents.
    var weightOf: [UInt32] = []
    var touched: [UInt32] = []
    var audiences: [[String]: UInt32] = [:]
    var audienceOf: [UInt32] = []
    var facetNumbers: [FacetValue: UInt32] = [:]
    var facetValues: [FacetValue] = []
    var facets: [UInt32] = []
    var facetStarts: [UInt32] = [0]

    init(analysis: WordAnalysis, weights: SearchWeights) {
        self.analysis = analysis
        fieldWeights = [weights.title, weights.labels, weights.text].map { UInt32(max(0, min(1000, $0)) * 8) }
        partWeight = UInt32(max(0, min(1000, weights.parts)) * 8)
    }

    var count: Int { entries.count }

    // MARK: Documents

    mutating func add(_ entry: SearchEntry) {
        append(entry.title, in: entry.language)
        for label in entry.labels {
            for name in label.names { append(name.text, in: name.language, endsField: false) }
        }
        stream.append(Segment.fieldEnd)
        append(entry.text, in: entry.language)
        let stored = StoredEntry(
            id: entry.id, kind: entry.kind, language: entry.language, title: entry.title, labels: entry.labels, dates: entry.dates)
        close(stored, audience: Set(entry.audience).sorted(), facets: Self.facets(of: entry))
    }

    private mutating func append(_ text: String, in language: WordLanguage, endsField: Bool = true) {
        tokenizer.forEachWord(of: text) { bytes in
            let (word, isNew) = words.intern(language.rawValue, bytes)
            if isNew { analyse(String(decoding: bytes, as: UTF8.self), in: language) }
            stream.append(UInt32(word))
        }
        if endsField { stream.append(Segment.fieldEnd) } else { stream.append(Segment.nameEnd) }
    }

    private mutating func analyse(_ word: String, in language: WordLanguage) {
        let forms = analysis.forms(of: word, in: language)
        for stem in forms.stems { wordTerms.append(term(stem, in: language)) }
        for part in forms.parts { wordTerms.append(term(part.stem, in: language) | Segment.partBit) }
        wordTermStarts.append(UInt32(wordTerms.count))
    }

    private mutating func term(_ stem: String, in language: WordLanguage) -> UInt32 {
        intern(term: [language.rawValue] + stem.utf8)
    }

    private mutating func intern(term: [UInt8]) -> UInt32 {
        let (number, isNew) = terms.intern(term)
        if isNew { weightOf.append(0) }
        return UInt32(number)
    }

    /// Documents of another segment, but for the removed ones; their words are not analysed again.
    mutating func add(_ segment: Segment, without removals: Removals?) {
        var numbers = [UInt32](repeating: .max, count: segment.words.count)
        for document in 0..<segment.count where !(removals?.contains(document) ?? false) {
            for word in segment.stream(of: document) {
                guard word < Segment.nameEnd else {
                    stream.append(word)
                    continue
                }
                if numbers[Int(word)] == .max { numbers[Int(word)] = take(Int(word), from: segment) }
                stream.append(numbers[Int(word)])
            }
            let values = segment.facets(of: document).map { segment.facetValues[Int($0)] }
            close(segment.entries[document], audience: segment.audiences[Int(segment.audienceOf[document])], facets: values)
        }
    }

    private mutating func take(_ word: Int, from segment: Segment) -> UInt32 {
        let (number, isNew) = words.intern(segment.words[word])
        if isNew {
            for term in segment.terms(of: word) {
                let mine = intern(term: Array(segment.terms[Int(term & ~Segment.partBit)]))
                wordTerms.append(mine | term & Segment.partBit)
            }
            wordTermStarts.append(UInt32(wordTerms.count))
        }
        return UInt32(number)
    }

    /// Ends a document whose words are at the end of the stream.
    private mutating func close(_ entry: StoredEntry, audience: [String], facets values: [FacetValue]) {
        weigh()
        entries.append(entry)
        streamStarts.append(UInt32(stream.count))
        let next = UInt32(audiences.count)
        audienceOf.append(audiences[audience, default: next])
        if audiences[audience] == nil { audiences[audience] = next }
        for value in values {
            let next = UInt32(facetValues.count)
            let number = facetNumbers[value, default: next]
            if number == next {
                facetNumbers[value] = next
                facetValues.append(value)
            }
            facets.append(number)
        }
        facetStarts.append(UInt32(facets.count))
    }

    private mutating func weigh() {
        var field = 0
        var length = 0
        for place in Int(streamStarts[entries.count])..<stream.count {
            let word = stream[place]
            guard word < Segment.nameEnd else {
                if word == Segment.fieldEnd { field = min(field + 1, 2) }
                continue
            }
            length += 1
            for index in Int(wordTermStarts[Int(word)])..<Int(wordTermStarts[Int(word) + 1]) {
                let term = Int(wordTerms[index] & ~Segment.partBit)
                if weightOf[term] == 0 { touched.append(UInt32(term)) }
                weightOf[term] &+= wordTerms[index] & Segment.partBit == 0 ? fieldWeights[field] : partWeight
            }
        }
        for term in touched {
            if weightOf[Int(term)] > 0 {
                foundTerms.append(term)
                foundWeights.append(UInt16(min(weightOf[Int(term)], 65_535)))
            }
            weightOf[Int(term)] = 0
        }
        touched.removeAll(keepingCapacity: true)
        foundStarts.append(UInt32(foundTerms.count))
        lengths.append(UInt16(min(length, 65_535)))
    }

    private static func facets(of entry: SearchEntry) -> [FacetValue] {
        let years = Set(entry.dates.map(CivilYear.year)).sorted()
        return [FacetValue(.kind, entry.kind), FacetValue(.language, entry.language == .dutch ? "nl" : "en")]
            + Set(entry.labels.map(\.key)).sorted().map { FacetValue(.label, $0) } + Set(entry.areas).sorted().map { FacetValue(.area, $0) }
            + Set(entry.scopes).sorted().map { FacetValue(.scope, $0) } + years.map { FacetValue(.year, String($0)) }
    }
}
