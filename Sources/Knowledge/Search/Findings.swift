import Areas
import Core
import Search

/// What a question gave: areas with that name first, then everything else by how well it fits.
package struct Findings: Sendable {
    /// A thing that was found.
    package struct Hit: Sendable {
        package let entry: Core.SearchEntry
        /// The words it was found on.
        package let foundOn: [String]
        let title: [WordMarking.Piece]
        let excerpt: [WordMarking.Piece]
    }

    /// How many there are of one kind, in one municipality, with one label.
    package struct Choice<Value: Sendable>: Sendable {
        package let value: Value
        package let name: Localized
        package let count: Int
    }

    /// On this page: areas with the name, postcode or place that was asked.
    package let areas: [AreaSearch.Hit]
    /// How many areas have that name, shown or not.
    package let areaCount: Int
    /// Those areas were only found by forgiving a typing error.
    package let areGuesses: Bool
    /// On this page: other things.
    package let hits: [Hit]
    /// How many other things there are.
    package let otherCount: Int
    /// All that there is to leaf through.
    package let total: Int
    package let corrections: [SearchAnswer.Correction]
    package let kinds: [Choice<Core.SearchEntry.Kind>]
    package let municipalities: [Choice<AreaCode>]
    package let labels: [Choice<String>]

    package var isEmpty: Bool { total == 0 }
}

/// Looks for the answer to a question in what one reader may see.
struct Finding {
    let shelf: SearchShelf
    /// Over the newest borders, as ``map``; nil where there are none.
    let areaSearch: AreaSearch?
    let map: AreaMap?
    let reader: SearchReader
    let language: Language

    /// Areas that stand before other results.
    static let areasFirst = 10
    /// Areas that are counted.
    private static let mostAreas = 1_000
    private static let mostChoices = 8

    /// Results are the areas that have the name, and after them the others.
    ///
    /// - Parameters:
    ///   - range: which of the results are wanted
    ///   - allAreas: with every area that has the name; else a few where other things are asked too
    func findings(_ asked: SearchQuestion, range: Range<Int>, allAreas: Bool = false) -> Findings {
        // The names of areas know nothing of labels: with one, the index answers.
        let named = !asked.hasWords || !asked.labels.isEmpty ? [] : areaSearch?.find(asked.words, limit: Self.mostAreas) ?? []
        if named.first?.isGuess == false { return findings(asked, named: named, range: range, allAreas: allAreas) }
        let plain = findings(asked, named: [], range: range, allAreas: allAreas)
        // A name with a typing error may be meant where the words are not known, or say nothing.
        guard !named.isEmpty, !asked.isLiteral, plain.total == 0 || !plain.corrections.isEmpty else { return plain }
        return findings(asked, named: named, range: range, allAreas: allAreas)
    }

    /// - Parameter named: areas by their own search; without any the index gives areas too
    private func findings(_ asked: SearchQuestion, named: [AreaSearch.Hit], range: Range<Int>, allAreas: Bool) -> Findings {
        let inside = named.filter { asked.municipality == nil || $0.area.code.municipality == asked.municipality }
        let shown: [AreaSearch.Hit] =
            switch asked.kind {
            case .area: inside
            case nil: allAreas ? inside : Array(inside.prefix(Self.areasFirst))
            default: []
            }
        let isOnlyAreas = asked.kind == .area && !named.isEmpty
        var question = question(asked, withAreas: named.isEmpty)
        question.offset = max(0, range.lowerBound - shown.count)
        question.limit = isOnlyAreas ? 0 : max(0, range.upperBound - shown.count - question.offset)
        let snapshot = shelf.snapshot(in: language)
        let answer = asked.isEmpty ? SearchAnswer() : snapshot.answer(question, for: reader)
        let others = isOnlyAreas ? 0 : answer.total
        let ofPlaces = asked.kind == nil || asked.kind == .area ? named : []
        return Findings(
            areas: Array(shown[min(range.lowerBound, shown.count)..<min(range.upperBound, shown.count)]), areaCount: inside.count,
            areGuesses: named.first?.isGuess ?? false, hits: hits(answer.results, question, snapshot), otherCount: others, total: shown.count + others,
            corrections: answer.corrections, kinds: kinds(answer, named: inside.count),
            municipalities: municipalities(isOnlyAreas ? [] : answer.facets, ofPlaces),
            labels: labels(answer.facets))
    }

    private func question(_ asked: SearchQuestion, withAreas: Bool) -> Question {
        var question = Question(asked.words)
        question.corrects = !asked.isLiteral
        if let kind = asked.kind {
            question.filters[.kind] = [kind.rawValue]
        } else if !withAreas {
            question.filters[.kind] = Set(Core.SearchEntry.Kind.allCases.filter { $0 != .area }.map(\.rawValue))
        }
        if let municipality = asked.municipality { question.filters[.area] = [municipality.description] }
        question.labels = Set(asked.labels)
        if !asked.isLiteral { question.synonyms = shelf.synonyms }
        return question
    }

    private func hits(_ results: [SearchAnswer.Result], _ question: Question, _ snapshot: SearchSnapshot) -> [Findings.Hit] {
        guard !results.isEmpty else { return [] }
        let marking = snapshot.marking(of: question, for: reader)
        return results.compactMap { result in
            guard let entry = shelf.entries[result.id] else { return nil }
            let text = entry.kind == .area ? "" : entry.text[language]
            return Findings.Hit(
                entry: entry, foundOn: result.foundOn, title: marking.pieces(of: entry.title[language], in: language.words),
                excerpt: text.isEmpty ? [] : marking.excerpt(of: text, in: language.words))
        }
    }

    // MARK: What can be chosen

    private func kinds(_ answer: SearchAnswer, named: Int) -> [Findings.Choice<Core.SearchEntry.Kind>] {
        Core.SearchEntry.Kind.allCases.compactMap { kind in
            let indexed = answer.facets.first { $0.value == FacetValue(.kind, kind.rawValue) }?.count ?? 0
            let count = kind == .area && named > 0 ? named : indexed
            return count > 0 ? Findings.Choice(value: kind, name: KnowledgeWords.kinds(kind), count: count) : nil
        }
    }

    private func municipalities(_ facets: [SearchAnswer.FacetCount], _ named: [AreaSearch.Hit]) -> [Findings.Choice<AreaCode>] {
        var counts: [AreaCode: Int] = [:]
        for facet in facets where facet.value.dimension == .area {
            if let code = AreaCode(facet.value.key), code.level == .municipality { counts[code, default: 0] += facet.count }
        }
        for hit in named { if let code = hit.area.code.municipality { counts[code, default: 0] += 1 } }
        let choices = counts.compactMap { code, count in map?.area(code).map { Findings.Choice(value: code, name: Localized($0.name), count: count) } }
        return Self.first(choices) { $0.value.description }
    }

    private func labels(_ facets: [SearchAnswer.FacetCount]) -> [Findings.Choice<String>] {
        let choices = facets.compactMap { facet -> Findings.Choice<String>? in
            guard facet.value.dimension == .label, let name = shelf.labels[facet.value.key] else { return nil }
            return Findings.Choice(value: facet.value.key, name: name, count: facet.count)
        }
        // Of each vocabulary the most frequent: they are shown apart.
        return Dictionary(grouping: choices) { $0.value.prefix { $0 != ":" } }.sorted { $0.key < $1.key }.flatMap { Self.first($0.value) { $0.value } }
    }

    /// The most frequent.
    private static func first<Value>(_ choices: [Findings.Choice<Value>], key: (Findings.Choice<Value>) -> String) -> [Findings.Choice<Value>] {
        Array(choices.sorted { ($1.count, $0.name.nl, key($0)) < ($0.count, $1.name.nl, key($1)) }.prefix(mostChoices))
    }
}
