import Dutch
import TestSupport
import Testing

@testable import Search

@Suite("The index against looking at every entry")
struct SearchPropertyTests {
    @Test("ZOE-01: the same results in the same order with the same scores as scoring every entry", arguments: 0..<12)
    func sameAsModel(seed: Int) {
        var world = SearchWorld(UInt64(seed))
        let entries = (0..<Int.random(in: 1...120, using: &world.chance)).map { world.entry($0) }
        let index = SearchIndex(words: SearchWorld.list)
        var rest = entries[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Int.random(in: 1...40, using: &world.chance))
            index.apply(batch.map { .put($0) })
            rest = rest.dropFirst(batch.count)
        }
        let model = SearchModel(entries)
        for _ in 0..<40 {
            var question = world.question()
            question.corrects = false
            question.endsInPrefix = false
            let reader = world.reader()
            let answer = index.snapshot.answer(question, for: reader)
            let expected = model.answer(question, for: reader)
            #expect(answer.results.map(\.id) == expected.results.map(\.id), "\(question)")
            #expect(answer.results.map(\.score) == expected.results.map(\.score))
            #expect(answer.total == expected.total)
        }
    }

    @Test("only the entries count, not the order, the batches and the removals they came with", arguments: 0..<20)
    func orderOfChanges(seed: Int) {
        var world = SearchWorld(UInt64(seed) + 100)
        let index = SearchIndex(words: SearchWorld.list)
        var present: [String: SearchEntry] = [:]
        for _ in 0..<Int.random(in: 5...60, using: &world.chance) {
            var changes: [SearchChange] = []
            for _ in 0..<Int.random(in: 1...8, using: &world.chance) {
                let entry = world.entry(Int.random(in: 0..<40, using: &world.chance))
                let isRemoval = Int.random(in: 0..<3, using: &world.chance) == 0
                changes.append(isRemoval ? .remove(id: entry.id) : .put(entry))
                present[entry.id] = isRemoval ? nil : entry
            }
            index.apply(changes)
        }
        let fresh = SearchIndex(words: SearchWorld.list)
        fresh.apply(present.values.sorted { $0.id < $1.id }.map { .put($0) })
        #expect(index.snapshot.count == present.count)
        for _ in 0..<40 {
            let question = world.question()
            let reader = world.reader()
            #expect(index.snapshot.answer(question, for: reader) == fresh.snapshot.answer(question, for: reader), "\(question)")
            let typed = String(world.text(2).prefix(5))
            #expect(index.snapshot.suggestions(for: typed, reader: reader) == fresh.snapshot.suggestions(for: typed, reader: reader))
        }
        for id in present.keys.sorted().prefix(8) {
            let reader = world.reader()
            #expect(index.snapshot.similar(to: id, reader: reader) == fresh.snapshot.similar(to: id, reader: reader))
        }
    }

    @Test("windows in which many terms cannot win are skipped, and nothing changes by it")
    func manyWindows() {
        var chance = Chance(77)
        let rare = ["profiel", "agenda", "reünie", "schuld"]
        let entries = (0..<9_000).map { number -> SearchEntry in
            let common = (0..<Int.random(in: 1...6, using: &chance)).map { _ in ["wijk", "buurt", "bewoners"].randomElement(using: &chance) ?? "wijk" }
            let more = Int.random(in: 0..<40, using: &chance) == 0 ? [rare.randomElement(using: &chance) ?? "schuld"] : []
            return SearchEntry(id: "d\(number)", kind: "case", title: "x", text: (common + more).shuffled(using: &chance).joined(separator: " "))
        }
        let index = SearchIndex(words: SearchWorld.list)
        index.apply(entries.map { .put($0) })
        let model = SearchModel(entries)
        for text in ["wijk buurt profiel", "bewoners schuld agenda wijk", "wijk", "reünie wijk buurt bewoners"] {
            var question = Question(text)
            question.limit = 25
            let expected = model.answer(question, for: SearchReader())
            let answer = index.snapshot.answer(question, for: SearchReader())
            #expect(answer.results.map(\.id) == expected.results.map(\.id))
            #expect(answer.results.map(\.score) == expected.results.map(\.score))
            #expect(answer.total == expected.total)
        }
    }
}
