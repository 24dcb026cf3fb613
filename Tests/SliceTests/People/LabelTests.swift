import Core
import People
import SQL
import TestSupport
import Testing

@Suite("Labels")
struct LabelTests {
    private typealias Fault = TermDraft.Fault

    private func with(_ engine: TestDatabase.Engine, _ body: (TermStore, PeopleGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine, more: LabelMigrations.all) { try await body($0.slice.terms, $0) }
    }

    private func theme(_ nl: String, below parent: String? = nil) -> TermDraft {
        TermDraft(vocabulary: .theme, parent: parent, name: Localized(nl: nl, en: nl + " (en)"))
    }

    @Test(
        "AGD-05, AGD-06, AGD-07, AGD-08, AGD-14: the themes with their subjects and the domains are there from the start, in both languages",
        arguments: TestDatabase.engines)
    func shipped(engine: TestDatabase.Engine) async throws {
        try await with(engine) { store, _ in
            let terms = try await store.all()
            let themes = terms.filter { $0.vocabulary == .theme && $0.parent == nil }.map(\.name.en)
            #expect(
                Set(themes) == [
                    "Loneliness", "Transitions in social infrastructure", "Poverty and debts", "Effects of COVID-19", "Area-based and integral work",
                    "Resident participation", "Safety nearby", "Care", "Public facilities", "Rainbow policy",
                ])
            #expect(Set(terms.filter { $0.parent == "sociale-infrastructuur" }.map(\.name.nl)).count == 4)
            let domains = terms.filter { $0.vocabulary == .domain }.map(\.name.nl)
            #expect(Set(domains).isSuperset(of: ["Onderwijs", "Werk", "Participatie", "Wonen", "Veiligheid"]))
            #expect(terms.first { $0.key == "regenboogbeleid" }?.scales == [.neighbourhood, .district])
            #expect(terms.allSatisfy { term in term.parent == nil || terms.contains { $0.key == term.parent && $0.parent == nil } }, "two levels")
        }
    }

    @Test("a term is added, changed, taken out of use and into it again; each leaves one event", arguments: TestDatabase.engines)
    func life(engine: TestDatabase.Engine) async throws {
        try await with(engine) { store, ground in
            let origin = PeopleGround.origin()
            let added = try await store.add(theme("Wonen & zorg: één plan", below: "zorg"), from: origin)
            #expect(added.key == "wonen-zorg-een-plan" && added.label.key == "thema:wonen-zorg-een-plan")
            let changed = TermDraft(vocabulary: .theme, name: Localized(nl: "Wonen en zorg", en: "Housing and care"), scales: [.village, .neighbourhood])
            try await store.change(added.key, to: changed, from: origin)
            let found = try #require(try await store.all().first { $0.key == added.key })
            #expect(found.parent == nil && found.name.en == "Housing and care" && found.scales == [.neighbourhood, .village])
            try await store.retire(added.key, from: origin)
            #expect(try await store.all().allSatisfy { $0.key != added.key })
            #expect(try await store.all(withRetired: true).contains { $0.key == added.key && $0.retiredAt == origin.time })
            try await store.resume(added.key, from: origin)
            #expect(try await store.all().contains { $0.key == added.key })
            #expect(try await ground.actions() == ["term.added", "term.changed", "term.retired", "term.resumed"])
        }
    }

    @Test("there is no third level, no second term of one name, and no term without a name; a refusal changes nothing", arguments: TestDatabase.engines)
    func refusals(engine: TestDatabase.Engine) async throws {
        try await with(engine) { store, ground in
            let before = try await store.all(withRetired: true), origin = PeopleGround.origin()
            let refused: [(TermDraft, Fault)] = [
                (theme("Iets", below: "dorpshuizen"), .parent), (theme("Iets", below: "bestaat-niet"), .parent), (theme("Iets", below: "wonen"), .parent),
                (theme("EENZAAMHEID"), .nameTaken), (theme("Dorpshuizen", below: "sociale-infrastructuur"), .nameTaken), (theme(""), .name),
                (theme("!?"), .name), (theme(String(repeating: "é", count: 81)), .name), (theme("A\0B"), .name),
                (TermDraft(vocabulary: .theme, name: Localized(nl: "Iets", en: "")), .name),
            ]
            for (draft, fault) in refused { await #expect(throws: fault, "\(draft)") { try await store.add(draft, from: origin) } }
            await #expect(throws: Fault.hasChildren) { try await store.change("sociale-infrastructuur", to: theme("Iets", below: "zorg"), from: origin) }
            await #expect(throws: Fault.parent) { try await store.change("zorg", to: theme("Zorg", below: "zorg"), from: origin) }
            await #expect(throws: Fault.unknownTerm) { try await store.change("wonen", to: theme("Wonen"), from: origin) }
            await #expect(throws: Fault.hasChildren) { try await store.retire("sociale-infrastructuur", from: origin) }
            await #expect(throws: Fault.unknownTerm) { try await store.retire("bestaat-niet", from: origin) }
            await #expect(throws: Fault.unknownTerm) { try await store.resume("zorg", from: origin) }
            #expect(try await store.all(withRetired: true) == before)
            #expect(try await ground.actions().isEmpty)
            // The same name elsewhere is another term.
            #expect(try await store.add(theme("Dorpshuizen"), from: origin).key == "dorpshuizen-2")
        }
    }

    @Test("AGD-13, AGD-19: things are found by a combination of labels; a theme counts with the subjects below it", arguments: TestDatabase.engines)
    func combinations(engine: TestDatabase.Engine) async throws {
        try await with(engine) { store, ground in
            let labels: [String: Set<String>] = [
                "a": ["wonen", "gezondheid", "eenzaamheid"], "b": ["wonen", "dorpshuizen"], "c": ["gezondheid"], "d": ["wonen", "gezondheid", "veiligheid"],
            ]
            func put(_ labels: [String: Set<String>]) async throws {
                try await ground.database.write { transaction in
                    for (id, keys) in labels { try TermStore.label(Event.Thing("case", id), with: keys, at: 1, in: transaction) }
                    try TermStore.label(Event.Thing("pilot", "a"), with: ["wonen"], at: 1, in: transaction)
                }
            }
            try await put(labels)
            for (wanted, ids) in [
                (["wonen"], ["a", "b", "d"]), (["wonen", "gezondheid"], ["a", "d"]), (["wonen", "gezondheid", "veiligheid"], ["d"]),
                (["sociale-infrastructuur"], ["b"]), (["sociale-infrastructuur", "gezondheid"], []), ([], ["a", "b", "c", "d"]), (["bestaat-niet"], []),
            ] as [(Set<String>, [String])] {
                #expect(try await store.things("case", with: wanted) == ids, "\(wanted)")
            }
            #expect(try await store.labels(of: Event.Thing("case", "b")).map(\.key) == ["dorpshuizen", "wonen"])
            // Other labels take the place of those that were there.
            try await put(["b": ["zorg"], "c": []])
            #expect(try await store.labels(of: Event.Thing("case", "b")).map(\.key) == ["zorg"])
            #expect(try await store.things("case", with: []) == ["a", "b", "d"])
        }
    }

    @Test("what is out of use is not put on a thing any more, and stays where it is", arguments: TestDatabase.engines)
    func retired(engine: TestDatabase.Engine) async throws {
        try await with(engine) { store, ground in
            let thing = Event.Thing("case", "a")
            func put(_ thing: Event.Thing, _ keys: Set<String>) async throws {
                try await ground.database.write { try TermStore.label(thing, with: keys, at: 1, in: $0) }
            }
            try await put(thing, ["corona"])
            try await store.retire("corona", from: PeopleGround.origin())
            try await put(thing, ["corona", "zorg"])
            #expect(try await store.labels(of: thing).map(\.key) == ["corona", "zorg"])
            await #expect(throws: Fault.unknownTerm) { try await put(Event.Thing("case", "b"), ["corona"]) }
            await #expect(throws: Fault.unknownTerm) { try await put(thing, ["bestaat-niet"]) }
            #expect(try await store.labels(of: thing).count == 2)
            #expect(try await store.labels(of: Event.Thing("case", "b")).isEmpty)
        }
    }

    @Test("every address is read back from what it prints")
    func addresses() {
        for route in [LabelRoute.list, .term("eenzaamheid"), .retire("a-2"), .resume("a-2")] { #expect(LabelRoute(route.address) == route) }
    }
}
