import Core
import Credentials
import People
import SQL
import Transfer

/// The secret calendars of people. Only the digest of a secret is kept: who reads the database finds no calendar with it.
package struct CalendarFeedStore: Sendable {
    private let database: Database
    private let journal: Journal

    init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// Makes a new secret; the one before it works no more.
    package func make(for person: Identifier, from origin: Origin) async throws -> String {
        let secret = RandomText.token(bits: 128)
        try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO calendar_feed (person, digest, made_at) VALUES (\(person.description), \(Digest.sha256(secret)), \(origin.time))
                ON CONFLICT (person) DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at
                """)
            return ((), Event("calendar.made", Event.Thing("person", person.description)))
        }
        return secret
    }

    /// Switches it off; nothing happens where there is none.
    package func end(for person: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("DELETE FROM calendar_feed WHERE person = \(person.description)")
            return ((), Event("calendar.ended", Event.Thing("person", person.description)))
        }
    }

    package func has(_ person: Identifier) async throws -> Bool {
        try await database.read { reading in
            try reading.first("SELECT 1 FROM calendar_feed WHERE person = \(person.description)") { try $0.int(0) } != nil
        }
    }

    /// Whose calendar it is; nil for a secret that does not work any more, or of an account that was closed.
    package func person(_ secret: String) async throws -> Identifier? {
        guard (20...100).contains(secret.utf8.count) else { return nil }
        let digest = Digest.sha256(secret)
        return try await database.read { reading in
            try reading.first("SELECT person FROM calendar_feed WHERE digest = \(digest)") { Identifier(try $0.string(0)) } ?? nil
        }
    }
}
