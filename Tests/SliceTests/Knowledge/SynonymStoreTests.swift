import Core
import People
import SQL
import Search
import TestSupport
import Testing
import Web

@testable import Knowledge

@Suite("Words that mean the same")
struct SynonymStoreTests {
    private typealias Words = SynonymGroup.Words
    private typealias Fault = SynonymGroup.Words.Fault

    @Test("what comes along is sound: every group has two words or more, no key twice, and no word in two groups of its language")
    func shipped() {
        let all = ShippedSynonyms.all
        #expect(all.count > 50 && Set(all.map(\.key)).count == all.count)
        for group in all { #expect(group.words.fault == nil && !group.words.nl.isEmpty && !group.words.en.isEmpty, "\(group.key)") }
        for side in [\Words.nl, \Words.en] {
            let words = all.flatMap { $0.words[keyPath: side] }
            let doubles = Dictionary(grouping: words) { $0.lowercased() }.filter { $0.value.count > 1 }.keys.sorted()
            #expect(doubles.isEmpty || side == \Words.en, "\(doubles)")
        }
    }

    @Test("a group is added, changed, taken out of use and into it again; one that comes along too; each leaves one event", arguments: TestDatabase.engines)
    func life(engine: TestDatabase.Engine) async throws {
        try await KnowledgeSample.with(engine, town: false) { sample in
            let store = sample.slice.synonyms, origin = PeopleGround.origin()
            let added = try await store.add(Words(nl: " stoep \n\ntrottoir\nSTOEP", en: "pavement"), from: origin)
            #expect(added.words == Words(nl: ["stoep", "trottoir"], en: ["pavement"]))
            try await store.change("uitkering", to: Words(nl: ["uitkering", "steun"], en: []), from: origin)
            #expect(try await store.all().first { $0.key == "uitkering" }?.words.nl == ["uitkering", "steun"])
            try await store.setRetired(true, "uitkering", from: origin)
            await #expect(throws: Fault.unknown) { try await store.setRetired(true, "uitkering", from: origin) }
            await #expect(throws: Fault.unknown) { try await store.change("uitkering", to: Words(nl: ["a", "b"], en: []), from: origin) }
            #expect(try await !store.all().contains { $0.key == "uitkering" })
            try await store.setRetired(false, "uitkering", from: origin)
            #expect(try await store.all().contains { $0.key == "uitkering" })
            #expect(try await store.all().count == ShippedSynonyms.all.count + 1)
            let refused: [(Words, Fault)] = [
                (Words(nl: ["een"], en: []), .few), (Words(nl: [], en: []), .few), (Words(nl: ["a", "!?"], en: []), .word("!?")),
                (Words(nl: ["a", "een twee drie vier vijf"], en: []), .word("een twee drie vier vijf")),
                (Words(nl: (0..<21).map { "w\($0)" }, en: []), .many),
                (Words(nl: ["a", String(repeating: "b", count: 81)], en: []), .word(String(repeating: "b", count: 81))),
            ]
            for (words, fault) in refused { await #expect(throws: fault) { try await store.add(words, from: origin) } }
            let actions = try await sample.people.journal.all().map(\.event.action)
            #expect(actions.reversed() == ["synonym.added", "synonym.changed", "synonym.retired", "synonym.resumed"])
        }
    }

    @Test("ZOE-02: a synonym counts on every node within two seconds, the same on both engines, and is gone as soon", arguments: TestDatabase.engines)
    func inForce(engine: TestDatabase.Engine) async throws {
        try await KnowledgeSample.with(engine, town: false) { sample in
            sample.shelf.put(KnowledgeSample.figure("stoep", "Brede stoepen", "Wide pavements"))
            // Another node, that knows of the write by the database alone.
            let other = Knowledge.Slice(
                areas: sample.slice.areas, people: sample.people, sources: [sample.shelf.source], words: { CompoundWords.small })
            func found(_ slice: Knowledge.Slice) async throws -> [String] {
                try await slice.finding(for: .visitor, in: .nl).findings(SearchQuestion("trottoir"), range: 0..<10).hits.map(\.entry.id)
            }
            for slice in [sample.slice, other] { #expect(try await found(slice).isEmpty) }
            let origin = PeopleGround.origin(), start = ContinuousClock.now
            let group = try await sample.slice.synonyms.add(Words(nl: ["stoep", "trottoir"], en: []), from: origin)
            for slice in [sample.slice, other] {
                while try await found(slice).isEmpty, ContinuousClock.now - start < .seconds(2) { try await Task.sleep(for: .milliseconds(50)) }
                #expect(try await found(slice) == ["cijfer/stoep"])
            }
            let literal = try await sample.slice.finding(for: .visitor, in: .nl).findings(SearchQuestion("trottoir", isLiteral: true), range: 0..<10)
            #expect(literal.isEmpty)
            try await sample.slice.synonyms.setRetired(true, group.key, from: origin)
            try await sample.slice.desk.refresh()
            #expect(try await found(sample.slice).isEmpty)
        }
    }

    @Test("addresses are read as they were printed")
    func routes() {
        for route in [SynonymRoute.list, .group("x"), .retire("x y"), .resume("é")] {
            #expect(SynonymRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        }
        for target in ["/", "/beheer", "/beheer/labels", "/beheer/synoniemen/x/y", "/beheer/synoniemen/x/einde/y"] {
            #expect(SynonymRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
