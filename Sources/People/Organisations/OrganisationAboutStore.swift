import Core
import Mail
import SQL

extension PeopleMigrations {
    /// What organisations tell of themselves (EXP-07). Their subjects are labels.
    static let organisationPages = Migration("organisation-page-1", reason: "What organisations tell of themselves, and how they want to be reached") { _ in
        let isLink = "(link LIKE 'http://_%' OR link LIKE 'https://_%')"
        return [
            """
            CREATE TABLE organisation_page (
                organisation TEXT PRIMARY KEY REFERENCES organisation (id),
                contact_words TEXT NOT NULL CHECK (length(contact_words) <= 500),
                contact_mail TEXT,
                contact_mail_key TEXT,
                link TEXT CHECK \(isLink),
                is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
                changed_at BIGINT NOT NULL,
                CHECK ((contact_mail IS NULL) = (contact_mail_key IS NULL))
            )
            """,
            """
            CREATE TABLE organisation_product (
                organisation TEXT NOT NULL REFERENCES organisation_page (organisation),
                number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 20),
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                link TEXT CHECK \(isLink),
                PRIMARY KEY (organisation, number)
            )
            """,
            """
            CREATE TABLE organisation_platform (
                organisation TEXT NOT NULL REFERENCES organisation_page (organisation),
                number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 10),
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                link TEXT NOT NULL CHECK \(isLink),
                PRIMARY KEY (organisation, number)
            )
            """,
        ]
    }
}

// What organisations tell of themselves.
extension OrganisationStore {
    /// Keeps the whole page in one write: what is not in it goes.
    ///
    /// - Throws: ``Fault/unknownOrganisation``, ``Fault/unfit``, ``TermDraft/Fault/unknownTerm``
    package func describe(_ id: Identifier, as about: OrganisationAbout, from origin: Origin) async throws {
        guard about.fits else { throw Fault.unfit }
        let key = id.description, thing = Event.Thing("organisation", key)
        try await journal.write(from: origin) { transaction in
            // Changes nothing, but holds the row: of two who write the page at once the second waits, and it cannot end meanwhile.
            let held = try transaction.execute("UPDATE organisation SET ended_at = NULL WHERE id = \(key) AND ended_at IS NULL")
            guard held == 1 else { throw Fault.unknownOrganisation }
            try TermStore.label(thing, with: about.terms, at: origin.time, in: transaction)
            try Self.write(about.contact, of: key, at: origin.time, in: transaction)
            try transaction.execute("DELETE FROM organisation_product WHERE organisation = \(key)")
            try transaction.send("INSERT INTO organisation_product (organisation, number, title, link)", rows: Self.rows(about.products, of: key))
            try transaction.execute("DELETE FROM organisation_platform WHERE organisation = \(key)")
            try transaction.send("INSERT INTO organisation_platform (organisation, number, title, link)", rows: Self.rows(about.platforms, of: key))
            return ((), Event("organisation.described", thing))
        }
    }

    private static func rows(_ things: [OrganisationAbout.Entry], of organisation: String) -> [Query] {
        things.enumerated().map { "(\(organisation), \($0 + 1), \($1.title), \($1.link))" }
    }

    private static func write(_ contact: OrganisationAbout.Contact, of organisation: String, at now: Int64, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO organisation_page (organisation, contact_words, contact_mail, contact_mail_key, link, is_public, changed_at)
            VALUES (\(organisation), \(contact.words), \(contact.mail?.description), \(contact.mail?.key), \(contact.link), \(contact.isPublic ? 1 : 0), \(now))
            ON CONFLICT (organisation) DO UPDATE SET contact_words = excluded.contact_words, contact_mail = excluded.contact_mail,
                contact_mail_key = excluded.contact_mail_key, link = excluded.link, is_public = excluded.is_public, changed_at = excluded.changed_at
            """)
    }

    /// What an organisation tells of itself; empty where nobody wrote anything yet.
    package func about(_ id: Identifier) async throws -> OrganisationAbout {
        let key = id.description
        let found = try await database.read { reading in
            try Self.abouts(reading, pages: "organisation = \(key)", labels: "thing_id = \(key)")
        }
        return found[id] ?? OrganisationAbout()
    }

    /// Of all organisations that tell something.
    package func abouts() async throws -> [Identifier: OrganisationAbout] {
        try await database.read { try Self.abouts($0, pages: "1 = 1", labels: "1 = 1") }
    }

    private static func abouts(_ reading: Reading, pages: Query, labels: Query) throws -> [Identifier: OrganisationAbout] {
        var found: [Identifier: OrganisationAbout] = [:]
        try reading.each("SELECT organisation, contact_words, contact_mail, link, is_public FROM organisation_page WHERE \(pages)") { row in
            guard let id = Identifier(try row.string(0)) else { return }
            var contact = OrganisationAbout.Contact()
            contact.words = try row.string(1)
            contact.mail = try row.optionalString(2).flatMap { try? MailAddress($0) }
            contact.link = try row.optionalString(3)
            contact.isPublic = try row.bool(4)
            found[id, default: OrganisationAbout()].contact = contact
        }
        try reading.each("SELECT organisation, title, link FROM organisation_product WHERE \(pages) ORDER BY organisation, number") { row in
            guard let id = Identifier(try row.string(0)) else { return }
            found[id]?.products.append(OrganisationAbout.Entry(try row.string(1), link: try row.optionalString(2)))
        }
        try reading.each("SELECT organisation, title, link FROM organisation_platform WHERE \(pages) ORDER BY organisation, number") { row in
            guard let id = Identifier(try row.string(0)) else { return }
            found[id]?.platforms.append(OrganisationAbout.Entry(try row.string(1), link: try row.string(2)))
        }
        try reading.each("SELECT thing_id, term FROM labelling WHERE thing_kind = 'organisation' AND \(labels)") { row in
            guard let id = Identifier(try row.string(0)) else { return }
            found[id]?.terms.insert(try row.string(1))
        }
        return found
    }

    /// Takes the address of someone who is erased out of what organisations tell, before their own is gone.
    static func forgetContact(_ person: String, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE organisation_page SET contact_mail = NULL, contact_mail_key = NULL
            WHERE contact_mail_key = (SELECT mail_key FROM person WHERE id = \(person))
            """)
    }
}
