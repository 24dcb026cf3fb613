import Core
import Credentials
import SQL
import TestSupport
import Testing

@testable import People

/// Changes behind the back of the journal, as someone would make them who can write in the database but does not hold the key.
@Suite("Tampering with the journal")
struct JournalTamperingTests {
    private typealias Break = JournalChain.Break

    private static let other = Identifier(at: 99).description

    /// Events 1 to 5 have everything; 6 has no person, organisation, thing or details.
    private func withEvents(_ engine: TestDatabase.Engine, _ body: (PeopleGround) async throws -> Void) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let person = try #require(Identifier("01arz3ndektsv4rrffq69g5fav"))
            for number in 1...5 {
                let origin = Origin(person: person, organisation: person, request: "r\(number)", channel: .web, time: Int64(number))
                let event = Event("note.added", Event.Thing("note", String(number)), details: ["a": "1", "b": "2"])
                try await people.slice.journal.write(from: origin) { _ in ((), event) }
            }
            try await people.slice.journal.write(from: PeopleGround.origin(6)) { _ in ((), Event("job.ran", nil)) }
            try await body(people)
        }
    }

    /// What the check says after a change of the whole journal; afterwards all is as before.
    private func fault(_ people: PeopleGround, after changes: Query...) async throws -> Break? {
        try await fault(people, after: changes)
    }

    private func fault(_ people: PeopleGround, after changes: [Query]) async throws -> Break? {
        try await people.database.write { transaction in
            for change in ["CREATE TABLE kept AS SELECT * FROM journal", "CREATE TABLE kept_head AS SELECT * FROM journal_head"] as [Query] + changes {
                try transaction.execute(change)
            }
        }
        let check: Result<JournalCheck, any Error>
        do { check = .success(try await people.slice.journal.check()) } catch { check = .failure(error) }
        try await people.database.write { transaction in
            let back: [Query] = [
                "DELETE FROM journal", "INSERT INTO journal SELECT * FROM kept", "DELETE FROM journal_head", "INSERT INTO journal_head SELECT * FROM kept_head",
                "DROP TABLE kept", "DROP TABLE kept_head",
            ]
            for step in back { try transaction.execute(step) }
        }
        #expect(try await people.slice.journal.check() == JournalCheck(events: 6, fault: nil))
        return try check.get().fault
    }

    @Test("ASVS 16.4.2: a change of any one column of any one row is found, at its number", arguments: TestDatabase.engines)
    func columns(engine: TestDatabase.Engine) async throws {
        try await withEvents(engine) { people async throws in
            for number in [1, 3, 5] {
                let changes: [Query] = [
                    "happened_at = happened_at + 1", "person = \(Self.other)", "person = NULL", "organisation = \(Self.other)", "organisation = NULL",
                    "action = 'note.removed'", "action = ''", "thing_kind = 'person'", "thing_kind = NULL", "thing_id = '99'", "thing_id = NULL",
                    "result = 'refused'", "channel = 'job'", "request = ''", "details = ''", "details = 'a=1'", "details = 'a=1\nb=3'", "details = 'a=1\nc=2'",
                    "digest = \([UInt8](repeating: 1, count: 32))", "digest = \([UInt8]())",
                ]
                for change in changes {
                    let fault = try await fault(people, after: "UPDATE journal SET \(change) WHERE number = \(number)")
                    #expect(fault == .digest(number: Int64(number)), "\(change)")
                }
            }
            let changes: [Query] = [
                "person = \(Self.other)", "organisation = \(Self.other)", "thing_kind = 'note', thing_id = '6'", "details = 'a=1'", "request = 'x'",
            ]
            for change in changes {
                #expect(try await fault(people, after: "UPDATE journal SET \(change) WHERE number = 6") == .digest(number: 6), "\(change)")
            }
        }
    }

    @Test("another number, a row removed or put between, and two rows swapped are found at the first that is not right", arguments: TestDatabase.engines)
    func order(engine: TestDatabase.Engine) async throws {
        try await withEvents(engine) { people async throws in
            #expect(try await fault(people, after: "UPDATE journal SET number = 77 WHERE number = 3") == .order(expected: 3, found: 4))
            #expect(try await fault(people, after: "DELETE FROM journal WHERE number = 1") == .order(expected: 1, found: 2))
            #expect(try await fault(people, after: "DELETE FROM journal WHERE number = 4") == .order(expected: 4, found: 5))
            for (one, two) in [(1, 2), (2, 5), (5, 6)] {
                let fault = try await fault(
                    people, after: "UPDATE journal SET number = 99 WHERE number = \(one)", "UPDATE journal SET number = \(one) WHERE number = \(two)",
                    "UPDATE journal SET number = \(two) WHERE number = 99")
                #expect(fault == .digest(number: Int64(one)))
            }
            // A removed row whose gap is closed by renumbering.
            let closed = try await fault(
                people, after: "DELETE FROM journal WHERE number = 3", "UPDATE journal SET number = 3 WHERE number = 4",
                "UPDATE journal SET number = 4 WHERE number = 5", "UPDATE journal SET number = 5 WHERE number = 6")
            #expect(closed == .digest(number: 3))
            let copy: Query =
                """
                INSERT INTO journal SELECT 7, happened_at, person, organisation, action, thing_kind, thing_id, result, channel, request, details, digest
                FROM journal WHERE number = 5
                """
            #expect(try await fault(people, after: copy) == .digest(number: 7))
        }
    }

    @Test("newest events that were cut off are missed, and so is a head that was changed", arguments: TestDatabase.engines)
    func head(engine: TestDatabase.Engine) async throws {
        try await withEvents(engine) { people async throws in
            #expect(try await fault(people, after: "DELETE FROM journal WHERE number = 6") == .order(expected: 6, found: 5))
            #expect(try await fault(people, after: "DELETE FROM journal WHERE number > 2") == .order(expected: 6, found: 2))
            #expect(try await fault(people, after: "DELETE FROM journal") == .order(expected: 6, found: 0))
            #expect(try await fault(people, after: "UPDATE journal_head SET number = 5") == .order(expected: 5, found: 6))
            #expect(try await fault(people, after: "UPDATE journal_head SET digest = \([UInt8](repeating: 1, count: 32))") != nil)
        }
    }

    @Test("with another key, or none, no event is right", arguments: TestDatabase.engines)
    func key(engine: TestDatabase.Engine) async throws {
        try await withEvents(engine) { people async throws in
            for key in [SecretKey.random(), nil] {
                #expect(try await Journal(people.database, key: key).check() == JournalCheck(events: 0, fault: .digest(number: 1)))
            }
            #expect(try await people.slice.journal.check() == JournalCheck(events: 6, fault: nil))
        }
    }

    @Test("a change that reads as the same event is found too", arguments: TestDatabase.engines)
    func unread(engine: TestDatabase.Engine) async throws {
        try await withEvents(engine) { people async throws in
            let changes: [(change: Query, number: Int64)] = [
                ("person = UPPER(person)", 3), ("organisation = UPPER(organisation)", 3), ("details = 'b=2\na=1'", 3), ("details = 'a=1\nb=2\nc'", 3),
                ("details = 'a=1\nb=2\nb=3'", 3), ("person = 'nobody'", 6), ("organisation = 'nobody'", 6), ("thing_kind = 'note'", 6), ("thing_id = '1'", 6),
                ("details = 'x'", 6), ("channel = 'elsewhere'", 6),
            ]
            for (change, number) in changes {
                let fault = try await fault(people, after: "UPDATE journal SET \(change) WHERE number = \(number)")
                #expect(fault == .digest(number: number), "\(change)")
            }
        }
    }

    @Test("a head that was taken away is missed", arguments: TestDatabase.engines)
    func headless(engine: TestDatabase.Engine) async throws {
        try await withEvents(engine) { people async throws in
            let alone = try await fault(people, after: "DELETE FROM journal_head")
            let cut = try await fault(people, after: "DELETE FROM journal WHERE number > 2", "DELETE FROM journal_head")
            #expect(alone != nil)
            #expect(cut != nil)
        }
    }
}
