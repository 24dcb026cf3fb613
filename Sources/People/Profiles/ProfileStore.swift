import Core
import SQL

extension PeopleMigrations {
    /// What people tell of themselves (ORG-08).
    static let profiles = Migration("profile-1", reason: "Profiles: what people tell of themselves, and whom they let see it") { _ in
        [
            """
            CREATE TABLE profile (
                person TEXT PRIMARY KEY REFERENCES person (id),
                work TEXT NOT NULL,
                expertise TEXT NOT NULL,
                region TEXT NOT NULL,
                languages TEXT NOT NULL,
                telephone TEXT NOT NULL,
                shows_organisation BIGINT NOT NULL CHECK (shows_organisation IN (0, 1)),
                visibility TEXT NOT NULL CHECK (visibility IN ('niemand', 'aangemeld', 'iedereen')),
                mail_visibility TEXT NOT NULL CHECK (mail_visibility IN ('niemand', 'aangemeld', 'iedereen')),
                telephone_visibility TEXT NOT NULL CHECK (telephone_visibility IN ('niemand', 'aangemeld', 'iedereen')),
                photo TEXT,
                changed_at BIGINT NOT NULL
            )
            """
        ]
    }
}

/// Reads and writes what people tell of themselves. The only writer of `profile`.
package struct ProfileStore: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// A profile with whose it is.
    package struct Entry: Sendable, Hashable {
        package let person: Identifier
        package let name: String
        package let profile: Profile
        /// Keys of the terms of what they know of.
        package let terms: [String]
    }

    private static let columns: Query =
        """
        work, expertise, region, languages, telephone, shows_organisation, visibility, mail_visibility, telephone_visibility, photo
        """

    /// Nil where someone never told anything.
    package func find(_ person: Identifier) async throws -> Profile? {
        try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM profile WHERE person = \(person.description)") { try Self.profile($0) }
        }
    }

    /// All that are seen by others, of people with an open account.
    package func shown() async throws -> [Entry] { try await entries("profile.visibility <> 'niemand'") }

    /// Who shows everyone that they belong to an organisation now, by name.
    package func shown(of organisation: Identifier, at now: Int64) async throws -> [Entry] {
        try await entries(
            """
            profile.visibility = 'iedereen' AND shows_organisation = 1 AND person IN (
                SELECT membership.person FROM membership
                WHERE organisation = \(organisation.description) AND started_at <= \(now) AND (ended_at IS NULL OR ended_at > \(now)))
            """)
    }

    private func entries(_ condition: Query) async throws -> [Entry] {
        try await database.read { reading in
            var terms: [String: [String]] = [:]
            try reading.each("SELECT thing_id, term FROM labelling WHERE thing_kind = 'person' ORDER BY term") { row in
                terms[try row.string(0), default: []].append(try row.string(1))
            }
            return try reading.all(
                """
                SELECT \(Self.columns), person.id, person.name FROM profile JOIN person ON person.id = profile.person
                WHERE person.closed_at IS NULL AND (\(condition)) ORDER BY person.name, person.id
                """
            ) { row in
                guard let id = Identifier(try row.string(10)) else { throw SQLError.value(column: "person", "is not an identifier") }
                return Entry(person: id, name: try row.string(11), profile: try Self.profile(row), terms: terms[id.description] ?? [])
            }
        }
    }

    private static func profile(_ row: Row) throws -> Profile {
        var profile = Profile()
        profile.work = try row.string(0)
        profile.expertise = try row.string(1)
        profile.region = try row.string(2)
        profile.languages = try row.string(3)
        profile.telephone = try row.string(4)
        profile.showsOrganisation = try row.int(5) == 1
        profile.visibility = try row.raw(6)
        profile.mailVisibility = try row.raw(7)
        profile.telephoneVisibility = try row.raw(8)
        profile.photo = try row.optionalString(9).flatMap { Identifier($0) }
        return profile
    }

    /// What becomes of the picture.
    package enum Photo: Sendable, Hashable {
        /// Stays, with these words for who does not see it.
        case same(alt: String)
        /// A picture that waits, in place of the one that was.
        case new(Identifier, alt: String)
        case none
    }

    /// Keeps all of it in one write.
    ///
    /// - Parameter terms: keys of what they know of
    /// - Returns: the digests of a picture that went
    /// - Throws: ``UploadFault``, ``TermDraft/Fault/unknownTerm``
    func save(_ profile: Profile, terms: Set<String>, photo: Photo, limits: AttachmentLimits, from origin: Origin) async throws -> Set<String> {
        guard let person = origin.person else { return [] }
        let thing = Event.Thing("person", person.description), key = person.description
        return try await journal.write(from: origin) { transaction in
            try AttachmentStore.hold(transaction)
            let found: String?? = try transaction.first("SELECT photo FROM profile WHERE person = \(key)") { try $0.optionalString(0) }
            let before = (found ?? nil).flatMap { Identifier($0) }
            var after = before, gone: Set<String> = []
            switch photo {
            case .same(let alt): if let before { try AttachmentStore.describe(before, as: alt, in: transaction) }
            case .new(let id, let alt):
                // First out, then in: the new one may need the room of the old.
                if let before { gone = try AttachmentStore.remove(before, of: thing, in: transaction) }
                try AttachmentStore.attach(id, to: thing, alt: alt, of: person, limits: limits, at: origin.time, in: transaction)
                after = id
            case .none:
                if let before { gone = try AttachmentStore.remove(before, of: thing, in: transaction) }
                after = nil
            }
            try TermStore.label(thing, with: terms, at: origin.time, in: transaction)
            try Self.write(profile, of: key, photo: after, at: origin.time, in: transaction)
            return (gone, Event("profile.changed", thing, details: ["visibility": profile.visibility.rawValue]))
        }
    }

    private static func write(_ profile: Profile, of person: String, photo: Identifier?, at now: Int64, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO profile (person, work, expertise, region, languages, telephone, shows_organisation, visibility, mail_visibility,
                telephone_visibility, photo, changed_at)
            VALUES (\(person), \(profile.work), \(profile.expertise), \(profile.region), \(profile.languages), \(profile.telephone),
                \(profile.showsOrganisation ? 1 : 0), \(profile.visibility), \(profile.mailVisibility), \(profile.telephoneVisibility),
                \(photo?.description), \(now))
            ON CONFLICT (person) DO UPDATE SET work = excluded.work, expertise = excluded.expertise, region = excluded.region,
                languages = excluded.languages, telephone = excluded.telephone, shows_organisation = excluded.shows_organisation,
                visibility = excluded.visibility, mail_visibility = excluded.mail_visibility, telephone_visibility = excluded.telephone_visibility,
                photo = excluded.photo, changed_at = excluded.changed_at
            """)
    }

    /// Takes out someone who is erased.
    static func forget(_ person: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM profile WHERE person = \(person)")
        try transaction.execute("DELETE FROM labelling WHERE thing_kind = 'person' AND thing_id = \(person)")
    }
}
