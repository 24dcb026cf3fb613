import Dutch

extension SearchSnapshot {
    /// Results, counts and facets of a question, of what the reader may see and nothing else.
    ///
    /// Any word may match; a result with the higher score comes first, then the one with the first id. A question with filters
    /// and no words gives all that passes them, by id.
    package func answer(_ question: Question, for reader: SearchReader) -> SearchAnswer {
        let visible = parts.map { $0.visible(to: reader) }
        let (plan, corrections) = plan(question, visible: visible)
        var answer = SearchAnswer()
        answer.corrections = corrections
        guard !plan.terms.isEmpty || (question.words.isEmpty && !question.isEmpty) else { return answer }
        let choices = parts.indices.map { choice(of: $0, question: question, visible: visible[$0]) }
        if question.counts { count(plan, choices, into: &answer) }
        let hits = best(plan, choices.map(\.accepted), most: max(0, question.offset) + max(0, min(question.limit, 1_000)))
        answer.results = results(of: hits.dropFirst(max(0, question.offset)), plan: plan)
        return answer
    }

    /// The best documents of all parts.
    func best(_ plan: QueryPlan, _ accepted: [DocumentSet?], most: Int) -> [TopEntries.Hit] {
        let parts = parts
        var top = TopEntries(most: most) { parts[$0.part].segment.entries[$0.document].id }
        let normal = LengthNormal(weights, averageLength: averageLength)
        let scales = plan.terms.map { $0.weight * rarity(of: $0.key) }
        for (number, part) in parts.enumerated() {
            guard !plan.terms.isEmpty else {
                (accepted[number] ?? DocumentSet(count: part.segment.count, isFull: true)).forEach {
                    top.offer(TopEntries.Hit(score: 0, part: number, document: $0))
                }
                continue
            }
            let scorers = zip(plan.terms, scales).compactMap { term, scale -> TermScorer? in
                guard let index = part.segment.terms.index(of: term.key) else { return nil }
                let postings = part.segment.postings
                return TermScorer(
                    postings: postings.postings(of: index), ranges: postings.ranges(of: index), scale: scale, segment: part.segment, normal: normal)
            }
            var scoring = SegmentScoring(segment: part.segment, part: number, accepted: accepted[number], normal: normal)
            scoring.run(scorers, into: &top)
        }
        return top.sorted
    }

    func results(of hits: ArraySlice<TopEntries.Hit>, plan: QueryPlan) -> [SearchAnswer.Result] {
        var numbers: [Int: [(term: Int, shown: String)]] = [:]
        return hits.map { hit in
            let segment = parts[hit.part].segment
            let terms = numbers[hit.part] ?? plan.terms.compactMap { term in segment.terms.index(of: term.key).map { ($0, term.shown) } }
            numbers[hit.part] = terms
            var foundOn: [String] = []
            for (term, shown) in terms where segment.postings.contains(hit.document, of: term) && !foundOn.contains(shown) { foundOn.append(shown) }
            let entry = segment.entries[hit.document]
            return SearchAnswer.Result(id: entry.id, kind: entry.kind, title: entry.title, score: Double(hit.score) / TermScorer.unit, foundOn: foundOn)
        }
    }
}
