import Core
import Mail
import People
import SQL
import TestSupport
import Testing

/// The stores of people on a fresh database.
struct PeopleInDatabase: Sendable {
    let database: Database
    let journal: Journal
    let persons: PersonStore
    let organisations: OrganisationStore
    let outbox: Outbox

    init(_ database: Database) {
        self.database = database
        journal = Journal(database, key: nil)
        persons = PersonStore(database, journal: journal)
        organisations = OrganisationStore(database, journal: journal)
        outbox = Outbox(database, journal: journal)
    }

    static func with(_ engine: TestDatabase.Engine, _ body: (PeopleInDatabase) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: People.Slice.migrations) { try await body(PeopleInDatabase($0)) }
    }

    /// The same database for a second node.
    static func withTwo(_ engine: TestDatabase.Engine, _ body: (PeopleInDatabase, PeopleInDatabase) async throws -> Void) async throws {
        try await TestDatabase.withAddress(engine) { address in
            let first = try await Database.open(address), second = try await Database.open(address)
            do {
                try await first.migrate(People.Slice.migrations)
                try await body(PeopleInDatabase(first), PeopleInDatabase(second))
            } catch {
                await first.close()
                await second.close()
                throw error
            }
            await first.close()
            await second.close()
        }
    }

    static func origin(_ time: Int64) -> Origin { Origin(person: nil, request: "test", channel: .commandLine, time: time) }

    func person(_ name: String, at time: Int64 = 1000) async throws -> Person {
        try await persons.add(name: name, mail: try MailAddress("\(name.lowercased())@voorbeeld.nl"), from: Self.origin(time))
    }

    /// The actions in the journal, the oldest first; checks that the chain is whole.
    func actions() async throws -> [String] {
        let check = try await journal.check()
        let lines = try await journal.lines(limit: 500)
        #expect(check.fault == nil && check.events == Int64(lines.count))
        return lines.reversed().map(\.event.action)
    }
}
