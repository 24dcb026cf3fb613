import Dutch
import Foundation
import TestSupport

@testable import Search

/// Entries, questions and readers by chance, from few words, so that much happens in little text.
struct SearchWorld {
    static let list = WordListBuilder.list(
        from: """
            wijk\nprofiel\nprofielen\nbuurt\nagenda\nhuizen\ndorp\naanpak\narmoede\nbewoners\nwijkprofiel\nbuurtagenda\ndorpshuizen
            armoedeaanpak\nwijkagenda\nwijkhuizen\nbuurtprofiel\nbuurtaanpak\ndorpsagenda
            """)
    static let words = [
        "wijk", "wijken", "wijkprofielen", "profiel", "buurt", "buurtagenda", "agenda", "dorpshuizen", "huis", "huizen", "armoede", "armoedeaanpak",
        "aanpak", "bewoners", "bewoner", "reünie", "reunie", "schuld", "schulden", "de", "het", "van", "neighbourhood", "neighbourhoods", "learning",
        "foto's", "2020", "kennisnetwerk",
    ]
    static let keys = ["public", "circle:1", "circle:2", "person:9"]
    var chance: Chance

    init(_ seed: UInt64) { chance = Chance(seed) }

    mutating func text(_ most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &chance)).map { _ in
            Self.words[min(Int.random(in: 0..<28, using: &chance), Int.random(in: 0..<28, using: &chance))]
        }
        .joined(separator: Bool.random(using: &chance) ? " " : ", ")
    }

    mutating func entry(_ id: Int) -> SearchEntry {
        let keys = Self.keys.filter { _ in Int.random(in: 0..<3, using: &chance) == 0 }
        let labels = ["a", "b"].filter { _ in Bool.random(using: &chance) }.map {
            SearchLabel(key: $0, names: [.init(text(1), in: .dutch), .init(text(1), in: .english)])
        }
        return SearchEntry(
            id: "e\(id)", kind: ["case", "person", "article"].randomElement(using: &chance) ?? "case",
            language: Int.random(in: 0..<4, using: &chance) == 0 ? .english : .dutch, title: text(4), text: text(40), labels: labels,
            areas: ["GM0344", "GM0363"].filter { _ in Bool.random(using: &chance) }, scopes: ["net:1"].filter { _ in Bool.random(using: &chance) },
            dates: [Int.random(in: 18_000..<20_000, using: &chance)], audience: Int.random(in: 0..<5, using: &chance) < 3 ? ["public"] + keys : keys)
    }

    mutating func question() -> Question {
        var question = Question(text(4))
        question.limit = Int.random(in: 1...30, using: &chance)
        if Int.random(in: 0..<4, using: &chance) == 0 { question.filters[.kind] = ["case", "person"] }
        if Int.random(in: 0..<4, using: &chance) == 0 { question.filters[.area] = ["GM0344"] }
        if Int.random(in: 0..<6, using: &chance) == 0 { question.filters[.label] = ["a"] }
        if Int.random(in: 0..<6, using: &chance) == 0 { question.excluded = [Self.words.randomElement(using: &chance) ?? "wijk"] }
        if Int.random(in: 0..<6, using: &chance) == 0 { question.phrases = [["wijk", "buurt"]] }
        if Int.random(in: 0..<6, using: &chance) == 0 { question.days = 18_500...19_500 }
        question.endsInPrefix = Int.random(in: 0..<5, using: &chance) == 0
        question.offset = Int.random(in: 0..<6, using: &chance) == 0 ? 3 : 0
        return question
    }

    mutating func reader() -> SearchReader { SearchReader(keys: Set(Self.keys.filter { _ in Bool.random(using: &chance) })) }
}

/// What the index should answer, by looking at every entry. Without corrections and prefixes.
struct SearchModel {
    let weights = SearchWeights.standard
    private let analysis = WordAnalysis(list: SearchWorld.list)
    private var all: [(entry: SearchEntry, counted: Counted)] = []

    init(_ entries: [SearchEntry]) {
        var known: [String: WordForms] = [:]
        all = entries.map { ($0, counted($0, &known)) }
    }

    private struct Counted {
        var weights: [[UInt8]: Float] = [:]
        var length = 0
    }

    private func counted(_ entry: SearchEntry, _ known: inout [String: WordForms]) -> Counted {
        var counted = Counted()
        func add(_ text: String, _ language: WordLanguage, _ weight: Double) {
            for word in Tokenizer().words(of: text) {
                counted.length += 1
                let forms = known[word + "\(language)"] ?? analysis.forms(of: word, in: language)
                known[word + "\(language)"] = forms
                for stem in forms.stems { counted.weights[[language.rawValue] + stem.utf8, default: 0] += Float(weight * 8) }
                for part in forms.parts { counted.weights[[language.rawValue] + part.stem.utf8, default: 0] += Float(weights.parts * 8) }
            }
        }
        add(entry.title, entry.language, weights.title)
        for name in entry.labels.flatMap(\.names) { add(name.text, name.language, weights.labels) }
        add(entry.text, entry.language, weights.text)
        return counted
    }

    private func terms(_ question: Question) -> [[UInt8]: Double] {
        var terms: [[UInt8]: Double] = [:]
        for word in question.words {
            for language in WordLanguage.allCases {
                let stopWords = language == .dutch ? StopWords.dutch : StopWords.english
                if stopWords.contains(word), !question.words.allSatisfy(stopWords.contains) { continue }
                let forms = analysis.forms(of: word, in: language)
                for stem in forms.stems { terms[[language.rawValue] + stem.utf8] = 1 }
                for part in forms.parts {
                    let key = [language.rawValue] + part.stem.utf8
                    terms[key] = max(terms[key] ?? 0, weights.askedParts)
                }
            }
        }
        return terms
    }

    private func passes(_ entry: SearchEntry, _ question: Question, _ reader: SearchReader) -> Bool {
        func has(_ dimension: FacetDimension, _ values: [String]) -> Bool {
            question.filters[dimension].map { wanted in values.contains(where: wanted.contains) } ?? true
        }
        let fields = [(entry.title, entry.language)] + entry.labels.flatMap(\.names).map { ($0.text, $0.language) } + [(entry.text, entry.language)]
        func holds(_ phrase: [String]) -> Bool {
            fields.contains { text, _ in
                let words = Tokenizer().words(of: text)
                return words.count >= phrase.count && (0...(words.count - phrase.count)).contains { Array(words[$0..<$0 + phrase.count]) == phrase }
            }
        }
        let stems = Set(
            question.excluded.flatMap { word in
                WordLanguage.allCases.flatMap { language in analysis.forms(of: word, in: language).stems.map { [language.rawValue] + $0.utf8 } }
            })
        let hasExcluded =
            !stems.isEmpty
            && fields.contains { text, language in
                Tokenizer().words(of: text).contains { word in
                    analysis.forms(of: word, in: language).stems.contains { stems.contains([language.rawValue] + $0.utf8) }
                }
            }
        return reader.sees(entry.audience) && has(.kind, [entry.kind]) && has(.area, entry.areas) && has(.label, entry.labels.map(\.key))
            && has(.scope, entry.scopes) && !hasExcluded && question.phrases.allSatisfy(holds)
            && (question.days.map { days in entry.dates.contains(where: days.contains) } ?? true)
    }

    /// Ids with scores, best first, and how many there are.
    func answer(_ question: Question, for reader: SearchReader) -> (results: [(id: String, score: Double)], total: Int) {
        let open = all.filter { $0.entry.audience.contains("public") }
        let average = max(1, Double(open.reduce(0) { $0 + $1.counted.length }) / Double(max(1, open.count)))
        let terms = terms(question)
        let scales = terms.map { key, weight -> (key: [UInt8], scale: Float) in
            let frequency = Double(open.count { $0.counted.weights[key] != nil })
            return (key, Float(weight * log(1 + (Double(open.count) - frequency + 0.5) / (frequency + 0.5)) * 65_536))
        }
        let base = Float(weights.k1 * (1 - weights.b) * 8)
        let slope = Float(weights.k1 * weights.b * 8 / (open.isEmpty ? 1 : average))
        var found: [(id: String, score: Double)] = []
        for (entry, counted) in all where passes(entry, question, reader) {
            var score: UInt32 = 0
            var matches = false
            for (key, scale) in scales {
                guard let weight = counted.weights[key] else { continue }
                matches = true
                score += UInt32(scale * weight / (weight + base + slope * Float(counted.length)))
            }
            if matches || (terms.isEmpty && question.words.isEmpty && !question.isEmpty) { found.append((entry.id, Double(score) / 65_536)) }
        }
        found.sort { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
        return (Array(found.dropFirst(question.offset).prefix(question.limit)), found.count)
    }
}
