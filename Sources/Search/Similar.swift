import Dutch

extension SearchSnapshot {
    static let similarTerms = 25
    /// Words of a text that are looked at.
    static let similarWords = 2_000

    /// Entries like another one, found on its words that say most; without the entry itself. Empty where the reader may not see it.
    package func similar(to id: String, reader: SearchReader, filters: [FacetDimension: Set<String>] = [:], limit: Int = 5) -> [SearchAnswer.Result] {
        for part in parts {
            guard let document = part.segment.document(id), part.sees(document, visible: part.visible(to: reader)) else {
                continue
            }
            let segment = part.segment
            var counts: [[UInt8]: (count: Double, shown: String)] = [:]
            for word in segment.stream(of: document) where word < Segment.nameEnd {
                let shown = segment.words.word(Int(word))
                let isStopWord = StopWords.dutch.contains(shown) || StopWords.english.contains(shown)
                guard !isStopWord else { continue }
                for term in segment.terms(of: Int(word)) where term & Segment.partBit == 0 {
                    counts[Array(segment.terms[Int(term)]), default: (0, shown)].count += 1
                }
            }
            return best(of: counts, for: reader, filters: filters, limit: limit, without: id)
        }
        return []
    }

    /// Entries like a text, such as a question that is being written.
    package func similar(
        toText text: String, in language: WordLanguage, reader: SearchReader, filters: [FacetDimension: Set<String>] = [:], limit: Int = 5
    ) -> [SearchAnswer.Result] {
        var counts: [[UInt8]: (count: Double, shown: String)] = [:]
        let stopWords = StopWords.of(language)
        for word in Tokenizer().words(of: text).prefix(Self.similarWords) where !stopWords.contains(word) {
            for stem in analysis.forms(of: word, in: language).stems { counts[[language.rawValue] + stem.utf8, default: (0, word)].count += 1 }
        }
        return best(of: counts, for: reader, filters: filters, limit: limit, without: nil)
    }

    /// The terms with the highest tf-idf as a question. A term that no entry for everyone has is left out: it would be the rarest.
    private func best(
        of counts: [[UInt8]: (count: Double, shown: String)], for reader: SearchReader, filters: [FacetDimension: Set<String>], limit: Int, without id: String?
    ) -> [SearchAnswer.Result] {
        let worth = counts.map { (key: $0.key, shown: $0.value.shown, worth: $0.value.count * rarity(of: $0.key)) }
        let chosen = worth.filter { publicEntries(term: $0.key) > 0 }.sorted {
            $0.worth != $1.worth ? $0.worth > $1.worth : $0.key.lexicographicallyPrecedes($1.key)
        }
        var plan = QueryPlan()
        for term in chosen.prefix(Self.similarTerms) { plan.add(term.key, weight: 1, shown: term.shown) }
        guard !plan.terms.isEmpty, limit > 0 else { return [] }
        var question = Question("")
        question.filters = filters
        let choices = parts.indices.map { choice(of: $0, question: question, visible: parts[$0].visible(to: reader)) }
        let hits = best(plan, choices.map(\.accepted), most: limit + 1)
        return Array(results(of: hits[...], plan: plan).filter { $0.id != id }.prefix(limit))
    }
}
