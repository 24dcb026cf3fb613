import Dutch
import Search
import Testing

@Suite("Synonyms in a search")
struct SynonymTests {
    private typealias Word = Synonyms.Word

    private static let groups: [[Word]] = [
        [Word("uitkering", in: .dutch), Word("bijstand", in: .dutch), Word("social assistance", in: .english)],
        [Word("wmo", in: .dutch), Word("wet maatschappelijke ondersteuning", in: .dutch)], [Word("alleen", in: .dutch)],
    ]

    private func index(_ titles: [String]) -> SearchSnapshot {
        let index = SearchIndex(words: nil)
        index.apply(titles.enumerated().map { .put(SearchEntry(id: "\($0)", kind: "x", title: $1)) })
        return index.snapshot
    }

    private func found(_ words: String, _ snapshot: SearchSnapshot, prefix: Bool = false) -> [String] {
        var question = Question(words)
        question.synonyms = Synonyms(Self.groups)
        question.endsInPrefix = prefix
        return snapshot.answer(question, for: SearchReader()).results.map(\.title)
    }

    @Test("ZOE-02: a question with one word of a group finds the others, below the word itself; in any form and from both languages")
    func groups() {
        let snapshot = index(["Mensen met bijstand", "Een uitkering aanvragen", "Voetbal"])
        #expect(found("uitkering", snapshot) == ["Een uitkering aanvragen", "Mensen met bijstand"])
        #expect(found("bijstand", snapshot) == ["Mensen met bijstand", "Een uitkering aanvragen"])
        #expect(found("uitkeringen", snapshot).first == "Een uitkering aanvragen" && found("uitkeringen", snapshot).count == 2)
        #expect(Set(found("social assistance", snapshot)) == ["Een uitkering aanvragen", "Mensen met bijstand"])
        #expect(found("voetbal", snapshot) == ["Voetbal"] && found("social", snapshot).isEmpty)
    }

    @Test("a few words that belong together count as one, in both directions; a word that is not finished has no synonyms yet")
    func phrases() {
        let snapshot = index(["De wet maatschappelijke ondersteuning", "Alles over de wmo"])
        #expect(Set(found("wmo", snapshot)).count == 2 && found("wmo", snapshot).first == "Alles over de wmo")
        #expect(found("wet maatschappelijke ondersteuning", snapshot).count == 2)
        #expect(found("wmo", snapshot, prefix: true) == ["Alles over de wmo"])
    }

    @Test("a word that nobody used is not taken for a typing error where a synonym of it is used")
    func noCorrection() {
        let snapshot = index(["Mensen met bijstand", "Uitkiering"])
        var question = Question("uitkering")
        #expect(snapshot.answer(question, for: SearchReader()).corrections.map(\.nearest) == [["uitkiering"]])
        question.synonyms = Synonyms(Self.groups)
        let answer = snapshot.answer(question, for: SearchReader())
        #expect(answer.corrections.isEmpty && answer.results.map(\.foundOn) == [["bijstand"]])
    }

    @Test("AGD-13, AGD-19: with several labels a thing has them all, and is counted so; without words everything with the labels is found")
    func labels() {
        let index = SearchIndex(words: nil)
        let labels: [String: [String]] = ["a": ["x", "y"], "b": ["x"], "c": ["x", "y", "z"], "d": []]
        index.apply(
            labels.map { id, keys in
                .put(SearchEntry(id: id, kind: "x", title: "wijk \(id)", labels: keys.map { SearchLabel(key: $0, names: [.init($0, in: .dutch)]) }))
            })
        for words in ["", "wijk"] {
            var question = Question(words)
            question.labels = ["x", "y"]
            let answer = index.snapshot.answer(question, for: SearchReader())
            #expect(Set(answer.results.map(\.id)) == ["a", "c"] && answer.total == 2)
            let counts = Dictionary(uniqueKeysWithValues: answer.facets.filter { $0.value.dimension == .label }.map { ($0.value.key, $0.count) })
            #expect(counts == ["x": 2, "y": 2, "z": 1])
            question.labels = ["x", "nergens"]
            #expect(index.snapshot.answer(question, for: SearchReader()).results.isEmpty)
        }
    }

    @Test("a thousand random questions with random groups break nothing, and give what they gave before besides")
    func random() {
        let letters = ["wijk", "buurt", "", "-", "é", "\u{0}", "de", "het", "wmo", "x y", String(repeating: "a", count: 500)]
        let snapshot = index(["De wijk", "Een buurt", "Wmo"])
        for _ in 0..<1000 {
            let groups = (0..<3).map { _ in (0..<3).map { _ in Word((letters.randomElement() ?? "") + " " + (letters.randomElement() ?? ""), in: .dutch) } }
            var question = Question((0..<4).map { _ in letters.randomElement() ?? "" }.joined(separator: " "))
            let before = snapshot.answer(question, for: SearchReader())
            question.synonyms = Synonyms(groups)
            let after = snapshot.answer(question, for: SearchReader())
            #expect(Set(after.results.map(\.id)).isSuperset(of: before.corrections.isEmpty ? before.results.map(\.id) : []))
        }
    }
}
