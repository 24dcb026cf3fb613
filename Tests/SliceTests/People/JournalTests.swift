import Core
import Credentials
import SQL
import TestSupport
import Testing

@testable import People

@Suite("Journal")
struct JournalTests {
    private static let notes = [Migration("journal-test-1", reason: "Something to write") { _ in ["CREATE TABLE note (id BIGINT PRIMARY KEY)"] }]

    private struct Broken: Error {}

    @Test("every event has the next number and the chain is whole", arguments: TestDatabase.engines)
    func chained(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let journal = people.slice.journal
            #expect(try await journal.check() == JournalCheck(events: 0, fault: nil))
            #expect(try await journal.lines().isEmpty)
            for number in 1...5 {
                try await journal.write(from: PeopleGround.origin(Int64(number))) { _ in ((), Event("note.added", Event.Thing("note", String(number)))) }
            }
            #expect(try await journal.check() == JournalCheck(events: 5, fault: nil))
            let lines = try await journal.lines()
            #expect(lines.map(\.number) == [5, 4, 3, 2, 1] && lines.map(\.origin.time) == [5, 4, 3, 2, 1])
            #expect(lines.map { $0.event.thing?.id } == ["5", "4", "3", "2", "1"])
        }
    }

    @Test("an event comes back as it was written, with and without person, organisation and thing", arguments: TestDatabase.engines)
    func roundTrip(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let origins = [
                Origin(person: Identifier(at: 1), organisation: Identifier(at: 2), request: "req-1", channel: .web, time: 11),
                Origin(person: nil, request: "user add", channel: .commandLine, time: 0), Origin(person: nil, request: "", channel: .job, time: -5),
            ]
            let events = [
                Event("person.added", Event.Thing("person", "x"), details: ["a": "1", "b": ""]), Event("job.ran", nil, result: .refused),
                Event("job.ran", nil, details: ["": "no name"]),
            ]
            for (event, origin) in zip(events, origins) { try await people.slice.journal.write(from: origin) { _ in ((), event) } }
            let lines = try await people.slice.journal.lines().reversed()
            #expect(lines.map(\.event) == events && lines.map(\.origin) == origins)
            #expect(try await people.slice.journal.check() == JournalCheck(events: 3, fault: nil))
        }
    }

    @Test("ASVS 2.3.3: a write and its event are done both or not at all", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine, more: Self.notes) { people async throws in
            let journal = people.slice.journal
            _ = try await journal.write(from: PeopleGround.origin()) { transaction in
                (try transaction.execute("INSERT INTO note (id) VALUES (1)"), Event("note.added", nil))
            }
            await #expect(throws: Broken.self) {
                try await journal.write(from: PeopleGround.origin()) { transaction -> (Int, Event) in
                    try transaction.execute("INSERT INTO note (id) VALUES (2)")
                    throw Broken()
                }
            }
            await #expect(throws: Broken.self) {
                try await people.database.write { transaction in
                    try transaction.execute("INSERT INTO note (id) VALUES (3)")
                    try journal.add(Event("note.added", nil), from: PeopleGround.origin(), in: transaction)
                    throw Broken()
                }
            }
            #expect(try await people.rows("note") == [[.integer(1)]])
            #expect(try await people.actions() == ["note.added"])
            // Where the next event should come stands another: it cannot be written down, so nothing is done.
            try await people.database.write { transaction in
                _ = try transaction.execute(
                    """
                    INSERT INTO journal (number, happened_at, action, result, channel, request, details, digest)
                    VALUES (2, 1, 'x', 'done', 'web', '', '', \([UInt8](repeating: 0, count: 32)))
                    """)
            }
            await #expect(throws: SQLError.self) {
                try await journal.write(from: PeopleGround.origin()) { transaction in
                    (try transaction.execute("INSERT INTO note (id) VALUES (4)"), Event("note.added", nil))
                }
            }
            #expect(try await people.rows("note") == [[.integer(1)]])
            #expect(try await people.rows("journal_head").map { $0[1] } == [.integer(1)])
        }
    }

    @Test("ASVS 2.3.4: eight writers at once on two nodes leave every event once, without gaps, in a whole chain", arguments: TestDatabase.engines)
    func concurrent(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine, more: Self.notes) { first, second async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    let journal = (writer % 2 == 0 ? first : second).slice.journal
                    group.addTask {
                        for turn in 0..<25 {
                            let id = writer * 100 + turn
                            _ = try await journal.write(from: PeopleGround.origin()) { transaction in
                                (try transaction.execute("INSERT INTO note (id) VALUES (\(id))"), Event("note.added", Event.Thing("note", String(id))))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let lines = try await second.slice.journal.lines(limit: 500)
            #expect(lines.map(\.number) == (1...200).reversed())
            #expect(Set(lines.compactMap { $0.event.thing?.id }).count == 200)
            #expect(try await first.rows("note").count == 200)
            for node in [first, second] { #expect(try await node.slice.journal.check() == JournalCheck(events: 200, fault: nil)) }
            // What one writer did stands in the order in which it was done.
            for writer in 0..<8 {
                let own = lines.reversed().compactMap { $0.event.thing.flatMap { Int($0.id) } }.filter { $0 / 100 == writer }
                #expect(own == own.sorted() && own.count == 25)
            }
        }
    }

    @Test("details come back the same, whatever signs they have, and the chain stays whole", arguments: TestDatabase.engines)
    func details(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let given: [[String: String]] = [
                ["a": "100%", "b%": "1=2", "c=d": "x\ny", "e\nf": "\r", "": "", "g": "%25%3D%0A%0D", "h": "%253D", "i": "\n\n=\n%"],
                ["emoji": "👩‍👩‍👧‍👦🇳🇱", "taal": "één café, naïef, ĳ, 日本", "combinerend": "e\u{301}"], ["regels": "een\r\ntwee\r\n"],
                ["=": "=", "%": "%", "\n": "\n"],
            ]
            for details in given { try await people.slice.journal.write(from: PeopleGround.origin()) { _ in ((), Event("note.added", nil, details: details)) } }
            let found = try await people.slice.journal.lines().reversed().map(\.event.details)
            for (found, given) in zip(found, given) {
                #expect(found.mapValues { Array($0.utf8) } == given.mapValues { Array($0.utf8) })
            }
            #expect(try await people.slice.journal.check() == JournalCheck(events: Int64(given.count), fault: nil))
        }
    }

    @Test("a detail that begins with a combining sign does not break the chain", arguments: TestDatabase.engines)
    func combining(engine: TestDatabase.Engine) async throws {
        for details in [["a": "\u{301}x"], ["a": "x=\u{338}"], ["a%\u{301}": "x"], ["a=\u{338}b": "c"]] {
            try await PeopleGround.with(engine) { people async throws in
                try await people.slice.journal.write(from: PeopleGround.origin()) { _ in ((), Event("note.added", nil, details: details)) }
                let lines = try await people.slice.journal.lines(), check = try await people.slice.journal.check()
                #expect(lines.map(\.event.details) == [details])
                #expect(check == JournalCheck(events: 1, fault: nil), "\(details)")
            }
        }
    }

    @Test("BIO2 8.15: events are found by what happened, when, by which way and how it ended", arguments: TestDatabase.engines)
    func search(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let journal = people.slice.journal
            let day = try #require(DutchDay("2026-03-29"))  // the day the clock goes forward: 23 hours
            #expect(day.end - day.start == 23 * 3_600_000)
            let moments = [day.start - 1, day.start, day.end - 1, day.end]
            for (number, moment) in moments.enumerated() {
                let origin = Origin(person: nil, request: "test", channel: number == 0 ? .job : .web, time: moment)
                let event = Event(number % 2 == 0 ? "note.added" : "note.changed", nil, result: number == 3 ? .refused : .done)
                try await journal.write(from: origin) { _ in ((), event) }
            }
            func numbers(_ question: JournalQuestion) async throws -> [Int64] { try await journal.lines(question).map(\.number) }
            #expect(try await numbers(JournalQuestion(first: day, last: day)) == [3, 2])
            #expect(try await numbers(JournalQuestion(first: day)) == [4, 3, 2])
            #expect(try await numbers(JournalQuestion(last: day)) == [3, 2, 1])
            #expect(try await numbers(JournalQuestion(action: "note.added")) == [3, 1])
            #expect(try await numbers(JournalQuestion(action: "note")) == [])
            #expect(try await numbers(JournalQuestion(result: .refused)) == [4])
            #expect(try await numbers(JournalQuestion(channel: .job)) == [1])
            #expect(try await numbers(JournalQuestion(action: "note.changed", result: .done, channel: .web, first: day, last: day)) == [2])
            #expect(try await journal.actions() == ["note.added", "note.changed"])
        }
    }

    @Test("events are found by person and by thing, page after page, the newest first", arguments: TestDatabase.engines)
    func pages(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let journal = people.slice.journal
            let anna = Identifier(at: 1), bert = Identifier(at: 2)
            for number in 1...12 {
                let thing = Event.Thing(number % 3 == 0 ? "circle" : "person", String(number % 2))
                try await journal.write(from: PeopleGround.origin(by: number % 2 == 0 ? anna : bert)) { _ in ((), Event("thing.changed", thing)) }
            }
            func numbers(of person: Identifier? = nil, about thing: Event.Thing? = nil, before: Int64? = nil, limit: Int = 50) async throws -> [Int64] {
                try await journal.lines(JournalQuestion(person: person, thing: thing, before: before), limit: limit).map(\.number)
            }
            #expect(try await numbers(limit: 5) == [12, 11, 10, 9, 8])
            #expect(try await numbers(before: 8, limit: 5) == [7, 6, 5, 4, 3])
            #expect(try await numbers(before: 3, limit: 5) == [2, 1])
            #expect(try await numbers(before: 1) == [])
            #expect(try await numbers(of: anna) == [12, 10, 8, 6, 4, 2])
            #expect(try await numbers(of: bert, before: 9, limit: 2) == [7, 5])
            #expect(try await numbers(about: Event.Thing("circle", "0")) == [12, 6])
            #expect(try await numbers(about: Event.Thing("circle", "1")) == [9, 3])
            #expect(try await numbers(of: anna, about: Event.Thing("person", "0"), before: 10) == [8, 4, 2])
            #expect(try await numbers(of: bert, about: Event.Thing("person", "0")) == [])
            #expect(try await numbers(of: Identifier(at: 3)) == [])
            #expect(try await numbers(limit: 0) == [12])
            #expect(try await numbers(limit: -7) == [12])
            #expect(try await numbers(limit: .max).count == 12)
        }
    }
}
