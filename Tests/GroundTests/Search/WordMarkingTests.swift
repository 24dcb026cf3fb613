import Dutch
import Testing

@testable import Search

@Suite("Showing what was found")
struct WordMarkingTests {
    private let snapshot: SearchSnapshot

    init() {
        let index = SearchIndex(words: SearchWorld.list)
        index.apply([
            .put(SearchEntry(id: "1", kind: "x", title: "Wijkprofielen", text: "Eenzaamheid in de wijk, en schulden.")),
            .put(SearchEntry(id: "2", kind: "x", language: .english, title: "Debts", text: "Learning about neighbourhoods.")),
            .put(SearchEntry(id: "3", kind: "x", title: "Verborgen", text: "geheimzinnig", audience: ["someone"])),
        ])
        snapshot = index.snapshot
    }

    private func marked(_ question: String, _ text: String, _ language: WordLanguage = .dutch) -> [String] {
        snapshot.marking(of: Question(question), for: SearchReader()).pieces(of: text, in: language).filter(\.isFound).map(\.text)
    }

    @Test("other forms, compounds and parts of compounds are shown as found; stop words and other words are not")
    func forms() {
        #expect(marked("profiel van de wijk", "Profielen van de Wijk, een wijkprofiel en de weg.") == ["Profielen", "Wijk", "wijkprofiel"])
        #expect(marked("schuld", "Geen schuld, veel schulden, geen boete.") == ["schuld", "schulden"])
        #expect(marked("wijkprofiel", "de wijk") == ["wijk"])
        #expect(marked("debt", "Debts and a debt.", .english) == ["Debts", "debt"])
        #expect(marked("wijk", "").isEmpty && marked("", "de wijk").isEmpty && marked("wijk", "— ☂ 12.5%").isEmpty)
    }

    @Test("words that were looked for in place of a mistyped one are shown too")
    func corrected() {
        #expect(marked("eenzaamhied", "Eenzaamheid komt voor.") == ["Eenzaamheid"])
        #expect(marked("gehiemzinnig", "geheimzinnig").isEmpty, "a word that only others may see corrects nothing")
    }

    @Test("the pieces are the text, letter for letter, for a thousand random texts", arguments: 0..<10)
    func whole(round: Int) {
        let alphabet = ["wijk", "profielen", "é", "👨‍👩‍👧", " ", ".", "\n", "-", "'", "schulden", "\u{0}", "ĳ", "ß", "<b>", "١"]
        let marking = snapshot.marking(of: Question("wijk schuld"), for: SearchReader())
        for _ in 0..<100 {
            let text = (0..<Int.random(in: 0...80)).compactMap { _ in alphabet.randomElement() }.joined()
            let pieces = marking.pieces(of: text, in: .dutch)
            #expect(pieces.map(\.text).joined() == text && pieces.allSatisfy { !$0.text.isEmpty })
            let excerpt = marking.excerpt(of: text, in: .dutch, length: 60)
            #expect(
                text.count <= 60 ? excerpt == pieces : excerpt.reduce(0) { $0 + $1.text.count } <= 64 + (text.split(separator: " ").map(\.count).max() ?? 0))
        }
    }

    @Test("of a long text the stretch with most of the words is shown, from the beginning of a word, with dots where it is cut")
    func excerpt() {
        let filler = String(repeating: "Dit gaat ergens anders over, en lang ook. ", count: 20)
        let text = filler + "Een wijk. " + filler + "In deze wijk zijn schulden een vraag. " + filler
        let marking = snapshot.marking(of: Question("schuld wijk"), for: SearchReader())
        let pieces = marking.excerpt(of: text, in: .dutch, length: 120)
        let shown = pieces.map(\.text).joined()
        #expect(pieces.filter(\.isFound).map(\.text) == ["wijk", "schulden"])
        #expect(shown.hasPrefix("… ") && shown.hasSuffix(" …") && shown.count <= 126)
        #expect(text.contains(shown.dropFirst(2).dropLast(2)))
        #expect(marking.excerpt(of: "De wijk.", in: .dutch).map(\.text) == ["De ", "wijk", "."])
        // Without any of the words: the beginning.
        #expect(marking.excerpt(of: filler, in: .dutch, length: 60).map(\.text).joined().hasPrefix("Dit gaat"))
    }

    @Test("a hundred thousand letters are cut, not looked through")
    func long() {
        let marking = snapshot.marking(of: Question("wijk"), for: SearchReader())
        let pieces = marking.pieces(of: String(repeating: "wijk ", count: 20_000), in: .dutch)
        #expect(pieces.reduce(0) { $0 + $1.text.count } == WordMarking.longest)
        #expect(marking.excerpt(of: String(repeating: "w", count: 100_000), in: .dutch).reduce(0) { $0 + $1.text.count } <= WordMarking.longest + 4)
    }
}
