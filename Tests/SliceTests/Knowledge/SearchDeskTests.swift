import Core
import Dutch
import People
import SQL
import Search
import Synchronization
import TestSupport
import Testing

@testable import Knowledge

@Suite("The index of a node")
struct SearchDeskTests {
    private typealias Sample = KnowledgeSample

    private func found(_ words: String, _ desk: SearchDesk, _ language: Language = .nl) async throws -> [String] {
        try await desk.refresh()
        let answer = try await desk.current().snapshot(in: language).answer(Question(words), for: SearchReader())
        return answer.results.map(\.id)
    }

    private func desk(_ shelves: Sample.Shelf...) -> SearchDesk { SearchDesk(sources: shelves.map(\.source), words: { CompoundWords.small }) }

    @Test("what is put there, changed and taken away is found, found anew and not found any more; what did not change is not read again")
    func changes() async throws {
        let shelf = Sample.Shelf()
        let desk = desk(shelf)
        #expect(try await found("eenzaamheid", desk).isEmpty)
        shelf.put(Sample.figure("eenzaam", "Eenzaamheid", "Loneliness"), Sample.figure("schuld", "Schulden", "Debts"))
        #expect(try await found("eenzaam", desk) == ["cijfer/eenzaam"])
        shelf.put(Sample.figure("eenzaam", "Alleen zijn", "Being alone"))
        #expect(try await found("eenzaam", desk).isEmpty)
        #expect(try await found("alleen", desk) == ["cijfer/eenzaam"])
        shelf.take("cijfer/eenzaam")
        #expect(try await found("alleen", desk).isEmpty)
        #expect(try await found("schuld", desk) == ["cijfer/schuld"])
        #expect(shelf.reads == 4, "once for each version: \(shelf.reads)")
        #expect(try await desk.current().entries.keys.sorted() == ["cijfer/schuld"])
    }

    @Test("in each language a thing is found by its name in both, and shown in that language")
    func languages() async throws {
        let shelf = Sample.Shelf()
        shelf.put(Sample.figure("eenzaam", "Eenzame ouderen", "Lonely older people"))
        let desk = desk(shelf)
        for language in Language.allCases {
            #expect(try await found("eenzaam", desk, language) == ["cijfer/eenzaam"], "\(language)")
            #expect(try await found("lonely", desk, language) == ["cijfer/eenzaam"], "\(language)")
            let title = language == .nl ? "Eenzame ouderen" : "Lonely older people"
            #expect(try await desk.current().snapshot(in: language).answer(Question("eenzaam"), for: SearchReader()).results.map(\.title) == [title])
        }
    }

    @Test("a source that fails takes nothing away and is asked again; the others go on once it answers")
    func failure() async throws {
        struct Trouble: Error {}
        let shelf = Sample.Shelf(), fails = Mutex(false)
        shelf.put(Sample.figure("schuld", "Schulden", "Debts"))
        let broken = SearchSource("broken") {
            1
        } entries: {
            if fails.withLock({ $0 }) { throw Trouble() } else { return [Sample.figure("a", "Armoede", "Poverty")] }
        }
        let desk = SearchDesk(sources: [shelf.source, broken], words: { nil })
        fails.withLock { $0 = true }
        await #expect(throws: Trouble.self) { try await desk.refresh() }
        await #expect(throws: Trouble.self) { try await desk.current() }
        fails.withLock { $0 = false }
        #expect(try await found("schulden armoede", desk).sorted() == ["cijfer/a", "cijfer/schuld"])
    }

    @Test("of two things with one id one counts; a thing for nobody is found by nobody")
    func odd() async throws {
        let first = Sample.Shelf(), second = Sample.Shelf()
        first.put(Sample.figure("x", "Schulden", "Debts", for: []))
        second.put(Sample.figure("y", "Schulden", "Debts"))
        let desk = SearchDesk(
            sources: [
                first.source,
                SearchSource("other") {
                    1
                } entries: {
                    [Sample.figure("y", "Schulden", "Debts"), Sample.figure("y", "Schulden", "Debts")]
                },
            ],
            words: { nil })
        #expect(try await found("schulden", desk) == ["cijfer/y"])
        #expect(try await found("debts", desk, .en) == ["cijfer/y"])
    }

    @Test("forty things at once, asked by forty at once, are read once", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await Sample.with(engine) { sample in
            for number in 0..<40 { sample.shelf.put(Sample.figure("f\(number)", "Schulden \(number)", "Debts \(number)")) }
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    group.addTask { try await sample.slice.desk.current().snapshot(in: .nl).answer(Question("schuld"), for: SearchReader()).total }
                }
                for try await total in group { #expect(total == 40) }
            }
            #expect(sample.shelf.reads == 1)
        }
    }

    @Test("municipalities, districts and neighbourhoods are found by name and with their municipality; organisations by name", arguments: TestDatabase.engines)
    func realSources(engine: TestDatabase.Engine) async throws {
        try await Sample.with(engine) { sample in
            let origin = PeopleGround.origin()
            try await sample.people.organisations.add(name: "Stichting Samen Verder", kind: .civilSociety, from: origin)
            let added = try await sample.people.organisations.add(name: "Tijdelijk Bureau", kind: .advisoryFirm, from: origin)
            #expect(try await found("haveneiland", sample.slice.desk) == ["gebied/BU99990003"])
            #expect(try await found("samen", sample.slice.desk).count == 1)
            #expect(try await found("bureau", sample.slice.desk) == ["organisatie/\(added.id)"])
            #expect(try await found("lindenmeer", sample.slice.desk).first == "gebied/GM9999")
        }
    }

    @Test(
        "the journal tells of changes to the kinds that are followed, and of nothing else; also after it was put back from a copy",
        arguments: TestDatabase.engines)
    func follower(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            let follower = JournalFollower(ground.database, kinds: ["organisation", "person"])
            let start = try await follower.version()
            #expect(try await follower.version() == start)
            try await ground.slice.organisations.add(name: "Samen Verder", kind: .civilSociety, from: PeopleGround.origin())
            let first = try await follower.version()
            #expect(first > start)
            let person = try await ground.person("Bo", .resident)
            let second = try await follower.version()
            #expect(second > first)
            // A session is of no kind that is followed, although someone began it.
            _ = try await ground.slice.sessions.begin(person.id, proof: .oneFactor, device: "", from: PeopleGround.origin())
            #expect(try await follower.version() == second)
            try await ground.database.write { transaction in
                try transaction.execute("DELETE FROM journal WHERE number > 1")
                try transaction.execute("UPDATE journal_head SET number = 1 WHERE id = 1")
            }
            #expect(try await follower.version() != second)
        }
    }
}
