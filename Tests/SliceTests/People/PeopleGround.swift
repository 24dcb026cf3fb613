import Core
import Credentials
import Mail
import People
import SQL
import TestSupport
import Testing

/// The whole slice on a fresh database, with a secret of its own and cheap hashes.
struct PeopleGround: Sendable {
    let database: Database
    let slice: People.Slice

    /// A moment to begin at: milliseconds since 1970.
    static let start: Int64 = 1_790_000_000_000
    static let minute: Int64 = 60_000
    static let hour: Int64 = 3_600_000
    static let day: Int64 = 86_400_000

    init(_ database: Database, key: SecretKey, records: [PersonalRecords] = []) throws {
        self.database = database
        let hashing = HashingQueue(cost: try #require(Scrypt.Cost(logN: 4)))
        let installation = Installation(key: key, name: "Buurtplein", origin: "https://buurt.example.nl")
        slice = People.Slice(database: database, installation: installation, hashing: hashing, now: { Self.start }, personalRecords: records)
    }

    static func with(_ engine: TestDatabase.Engine, more: [Migration] = [], _ body: (PeopleGround) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: Self.migrations(more)) { try await body(PeopleGround($0, key: .random())) }
    }

    /// Those of the slice, and what a test adds.
    private static func migrations(_ more: [Migration]) -> [Migration] {
        let known = Set(People.Slice.migrations.map(\.id))
        return People.Slice.migrations + more.filter { !known.contains($0.id) }
    }

    /// Two nodes of one installation.
    static func withTwo(_ engine: TestDatabase.Engine, more: [Migration] = [], _ body: (PeopleGround, PeopleGround) async throws -> Void) async throws {
        try await TestDatabase.withAddress(engine, migrations: Self.migrations(more)) { address in
            let key = SecretKey.random()
            let first = try await Database.open(address, connections: 4), second = try await Database.open(address, connections: 4)
            do {
                try await body(PeopleGround(first, key: key), PeopleGround(second, key: key))
            } catch {
                await first.close()
                await second.close()
                throw error
            }
            await first.close()
            await second.close()
        }
    }

    static func origin(_ time: Int64 = start, by person: Identifier? = nil) -> Origin {
        Origin(person: person, request: "test", channel: .web, time: time)
    }

    func person(_ name: String) async throws -> Person {
        try await slice.persons.add(name: name, mail: try MailAddress("\(name.lowercased())@voorbeeld.nl"), from: Self.origin())
    }

    /// Someone with a role in the whole installation.
    func person(_ name: String, _ role: Role) async throws -> Person {
        let person = try await person(name)
        try await slice.persons.grant(role, at: .installation, to: person.id, from: Self.origin())
        return person
    }

    /// There is no page for it yet.
    func close(_ person: Identifier, at time: Int64 = start) async throws {
        let changed = try await database.write { try $0.execute("UPDATE person SET closed_at = \(time) WHERE id = \(person.description)") }
        #expect(changed == 1)
    }

    /// The actions in the journal, the oldest first; checks that the chain is whole.
    func actions() async throws -> [String] {
        let check = try await slice.journal.check()
        let lines = try await slice.journal.lines(limit: 500)
        #expect(check.fault == nil && check.events == Int64(lines.count))
        return lines.reversed().map(\.event.action)
    }

    func rows(_ table: String) async throws -> [[Value]] {
        try await database.read { reading in
            try reading.all("SELECT * FROM \(identifier: table)") { row in try (0..<row.count).map { try row.value($0) } }
        }
    }

    /// Whether these bytes stand in any column of any row, whatever the capitals.
    func holds(_ table: String, _ bytes: some Sequence<UInt8>) async throws -> Bool {
        let wanted = Self.folded(bytes)
        return try await rows(table).joined().contains { value in
            switch value {
            case .null: false
            case .integer(let number): Self.contains(Array(String(number).utf8), wanted)
            case .real(let number): Self.contains(Array(String(number).utf8), wanted)
            case .text(let text): Self.contains(Self.folded(text.utf8), wanted)
            case .bytes(let bytes): Self.contains(Self.folded(bytes), wanted)
            }
        }
    }

    func holds(_ table: String, _ text: String) async throws -> Bool { try await holds(table, text.utf8) }

    private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 } }

    private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard !wanted.isEmpty, wanted.count <= bytes.count else { return false }
        return (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}

extension SecondFactorStore {
    /// Of one and the same session.
    private static let session = Identifier(at: 1)

    func proposal(for person: Identifier, at now: Int64) async throws -> OneTimePassword? {
        try await proposal(for: person, in: Self.session, at: now)
    }

    func confirm(_ typed: String, for person: Identifier, from origin: Origin) async throws -> [String]? {
        try await confirm(typed, for: person, in: Self.session, from: origin)
    }
}
