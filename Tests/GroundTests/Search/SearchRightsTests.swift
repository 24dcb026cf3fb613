import Dutch
import TestSupport
import Testing

@testable import Search

@Suite("Rights inside the query")
struct SearchRightsTests {
    @Test("ZOE-02: nothing that a reader may not see changes an answer, a count, a correction, a suggestion or what is similar", arguments: 0..<30)
    func unseenEntriesDoNotTell(seed: Int) {
        var world = SearchWorld(UInt64(seed) + 500)
        let entries = (0..<80).map { world.entry($0) }
        let whole = SearchIndex(words: SearchWorld.list)
        whole.apply(entries.map { .put($0) })
        for _ in 0..<6 {
            let reader = world.reader()
            let seen = SearchIndex(words: SearchWorld.list)
            seen.apply(entries.filter { reader.sees($0.audience) }.map { .put($0) })
            for _ in 0..<12 {
                var question = world.question()
                question.words = question.words.map { Bool.random(using: &world.chance) ? $0 : String($0.dropLast()) + "x" }
                #expect(whole.snapshot.answer(question, for: reader) == seen.snapshot.answer(question, for: reader), "\(question)")
                let typed = String(world.text(2).prefix(4))
                #expect(whole.snapshot.suggestions(for: typed, reader: reader) == seen.snapshot.suggestions(for: typed, reader: reader))
            }
            for entry in entries.prefix(10) {
                #expect(whole.snapshot.similar(to: entry.id, reader: reader) == seen.snapshot.similar(to: entry.id, reader: reader))
            }
        }
    }

    @Test("an entry without an audience is found by nobody")
    func noAudience() {
        let index = SearchIndex(words: nil)
        index.apply([.put(SearchEntry(id: "a", kind: "case", title: "intervisie", audience: []))])
        let reader = SearchReader(keys: ["circle:1"])
        #expect(index.snapshot.answer(Question("intervisie"), for: reader) == SearchAnswer())
        #expect(index.snapshot.suggestions(for: "inter", reader: reader).isEmpty)
        #expect(index.snapshot.similar(to: "a", reader: reader).isEmpty)
    }

    @Test("a word that stands only in what a reader may not see is corrected as if it did not exist")
    func hiddenWordIsUnknown() {
        let index = SearchIndex(words: nil)
        index.apply([
            .put(SearchEntry(id: "open", kind: "case", title: "buurtagenda")),
            .put(SearchEntry(id: "closed", kind: "case", title: "buurtagendo", audience: ["circle:1"])),
        ])
        let outside = index.snapshot.answer(Question("buurtagendo"), for: SearchReader())
        #expect(outside.results.map(\.id) == ["open"] && outside.corrections.map(\.nearest) == [["buurtagenda"]])
        let inside = index.snapshot.answer(Question("buurtagendo"), for: SearchReader(keys: ["circle:1"]))
        #expect(inside.results.map(\.id) == ["closed"] && inside.corrections.isEmpty)
    }
}
