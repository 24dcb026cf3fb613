import Dutch
import Foundation
import TestSupport
import Testing

@testable import Search

@Suite("Asking and answering")
struct SearchTests {
    private static let entries = [
        SearchEntry(
            id: "case/1", kind: "case", title: "Wijkprofielen maken met bewoners", text: "Hoe maak je een profiel van de wijk?",
            labels: [SearchLabel(key: "participation", names: [.init("participatie", in: .dutch), .init("citizen participation", in: .english)])],
            areas: ["GM0344"], scopes: ["network:1"], dates: [18_500]),
        SearchEntry(id: "case/2", kind: "case", title: "Eenzame ouderen", text: "Een aanpak van eenzaamheid in het dorp.", areas: ["GM0363"], dates: [19_000]),
        SearchEntry(id: "person/1", kind: "person", title: "Réné de Wijk", text: "Werkt aan schulden."),
        SearchEntry(id: "article/1", kind: "article", language: .english, title: "Neighbourhood profiles", text: "Learning with residents about debts."),
    ]

    private let index: SearchIndex

    init() {
        index = SearchIndex(words: SearchWorld.list)
        index.apply(Self.entries.map { .put($0) })
    }

    private func found(_ text: String, _ change: (inout Question) -> Void = { _ in }) -> [String] {
        var question = Question(text)
        change(&question)
        return index.snapshot.answer(question, for: SearchReader()).results.map(\.id)
    }

    @Test("any word may match, other forms and parts of compounds too, and a result says on what")
    func anyWord() {
        let answer = index.snapshot.answer(Question("wijkprofiel onzinwoord"), for: SearchReader())
        #expect(answer.results.map(\.id) == ["case/1", "person/1"])
        #expect(answer.results.map(\.foundOn) == [["wijkprofiel", "wijk", "profiel"], ["wijk"]])
        #expect(found("eenzaam") == ["case/2"] && found("schuld") == ["person/1"] && found("rene") == ["person/1"])
        #expect(found("debt") == ["article/1"] && found("participation") == ["case/1"])
    }

    @Test("quotes ask for the words as written behind each other; a minus leaves out")
    func phrasesAndMinus() {
        #expect(found("\"profiel van de wijk\"") == ["case/1"] && found("“van de wijk”") == ["case/1"] && found("\"wijk van de profiel\"").isEmpty)
        #expect(found("wijk -schuld") == ["case/1"] && found("wijk -profielen") == ["person/1"])
        #expect(Set(found("\"wijk")) == ["person/1", "case/1"])
    }

    @Test("stop words leave the question unless nothing remains")
    func stopWords() {
        #expect(Set(found("de het van")) == ["case/1", "case/2", "person/1"])
        #expect(found("de eenzaamheid") == ["case/2"])
    }

    @Test("the last word is the beginning of a word while somebody types")
    func prefix() {
        #expect(found("eenz") { $0.endsInPrefix = true } == ["case/2"])
        #expect(found("eenz") { $0.corrects = false }.isEmpty)
    }

    @Test(
        "a mistyped word is widened by the nearest there are; a known word never is",
        arguments: [("eenzaamhied", "case/2"), ("shculden", "person/1"), ("neighborhood", "article/1"), ("wijkprofielenn", "case/1")])
    func typingErrors(typed: String, id: String) {
        #expect(found(typed).first == id)
        #expect(found(typed) { $0.corrects = false }.isEmpty)
        let answer = index.snapshot.answer(Question("wijk profiel"), for: SearchReader())
        #expect(answer.corrections.isEmpty)
    }

    @Test("short words, another first letter and too many errors are not corrected", arguments: ["wjk", "xenzaamheid", "eenzmhieed", "bxwxnxrs"])
    func noCorrection(typed: String) {
        #expect(index.snapshot.answer(Question(typed), for: SearchReader()).corrections.isEmpty)
    }

    @Test("facets count what is found, and in their own dimension as if nothing were chosen there; a count of 0 is not offered")
    func facets() {
        var question = Question("wijk eenzaam schuld")
        func counts(_ dimension: FacetDimension) -> [String: Int] {
            let facets = index.snapshot.answer(question, for: SearchReader()).facets.filter { $0.value.dimension == dimension }
            return Dictionary(uniqueKeysWithValues: facets.map { ($0.value.key, $0.count) })
        }
        #expect(counts(.kind) == ["case": 2, "person": 1] && counts(.area) == ["GM0344": 1, "GM0363": 1])
        #expect(counts(.label) == ["participation": 1] && counts(.year) == ["2020": 1, "2022": 1])
        question.filters[.kind] = ["case"]
        #expect(counts(.kind) == ["case": 2, "person": 1] && counts(.language) == ["nl": 2])
        question.filters[.area] = ["GM0363"]
        #expect(counts(.kind) == ["case": 1] && counts(.area) == ["GM0344": 1, "GM0363": 1])
        #expect(index.snapshot.answer(question, for: SearchReader()).total == 1)
        question.filters = [.scope: ["network:1"]]
        #expect(index.snapshot.answer(question, for: SearchReader()).results.map(\.id) == ["case/1"])
    }

    @Test("filters alone give all that passes them; nothing asked gives nothing")
    func filtersAlone() {
        #expect(found("") { $0.filters[.kind] = ["case"] } == ["case/1", "case/2"])
        #expect(found("") { $0.days = 18_900...19_100 } == ["case/2"])
        #expect(found("").isEmpty && found("!!!").isEmpty && found("wijk") { $0.limit = 0 }.isEmpty)
    }

    @Test("suggestions begin at any word of a title or label, from two letters")
    func suggestions() {
        let reader = SearchReader()
        #expect(index.snapshot.suggestions(for: "wi", reader: reader).map(\.key) == ["case/1", "person/1"])
        #expect(index.snapshot.suggestions(for: "Rene d", reader: reader).map(\.text) == ["Réné de Wijk"])
        #expect(index.snapshot.suggestions(for: "partic", reader: reader).map(\.kind) == [nil, nil])
        #expect(index.snapshot.suggestions(for: "w", reader: reader).isEmpty && index.snapshot.suggestions(for: "zz", reader: reader).isEmpty)
    }

    @Test("similar entries share the words that say most; the entry itself is not among them")
    func similar() {
        index.apply([.put(SearchEntry(id: "case/3", kind: "case", title: "Profiel van een wijk", text: "bewoners maken het"))])
        #expect(index.snapshot.similar(to: "case/1", reader: SearchReader()).first?.id == "case/3")
        #expect(index.snapshot.similar(toText: "eenzame mensen", in: .dutch, reader: SearchReader()).map(\.id) == ["case/2"])
    }

    @Test("a change is found as soon as it is carried out, in an index of any size; an older snapshot stays as it was")
    func changes() {
        let large = SearchIndex(words: nil)
        large.apply((0..<20_000).map { .put(SearchEntry(id: "\($0)", kind: "case", title: "entry \($0)", text: "wijk buurt \($0 % 97)")) })
        let before = large.snapshot
        let clock = ContinuousClock()
        let taken = clock.measure { large.apply([.put(SearchEntry(id: "7", kind: "case", title: "zonnepanelen")), .remove(id: "8")]) }
        #expect(large.snapshot.answer(Question("zonnepaneel"), for: SearchReader()).results.map(\.id) == ["7"])
        #expect(taken < .seconds(2))
        #expect(before.answer(Question("zonnepaneel"), for: SearchReader()).results.isEmpty && before.count == 20_000 && large.snapshot.count == 19_999)
    }

    @Test("many ask while entries come and go")
    func together() async {
        let index = SearchIndex(words: SearchWorld.list)
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var world = SearchWorld(UInt64(task) + 900)
                    for round in 0..<60 {
                        if task < 2 {
                            index.apply((0..<5).map { .put(world.entry(round * 5 + $0)) } + [.remove(id: "e\(round)")])
                        } else {
                            let answer = index.snapshot.answer(world.question(), for: world.reader())
                            if answer.results.contains(where: { $0.id.isEmpty }) { return false }
                        }
                    }
                    return true
                }
            }
            for await isWhole in group { #expect(isWhole) }
        }
    }

    @Test("any bytes can be an entry or a question")
    func oddBytes() {
        var chance = Chance(21)
        let index = SearchIndex(words: SearchWorld.list)
        for number in 0..<120 {
            func text(_ most: Int) -> String { String(decoding: chance.bytes(most), as: UTF8.self) }
            index.apply([.put(SearchEntry(id: text(3), kind: text(2), title: text(40), text: text(300), areas: [text(3)], dates: [Int.min, Int.max, number]))])
            var question = Question(text(60))
            question.endsInPrefix = true
            question.days = Int.min...Int.max
            question.offset = -3
            _ = index.snapshot.answer(question, for: SearchReader())
            _ = index.snapshot.suggestions(for: text(6), reader: SearchReader())
            _ = index.snapshot.similar(toText: text(200), in: .english, reader: SearchReader(keys: [text(3)]))
        }
        #expect(index.snapshot.count > 0)
    }
}
