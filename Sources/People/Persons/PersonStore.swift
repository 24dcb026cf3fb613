import Core
import Mail
import SQL

/// Reads and writes persons and their roles. The only writer of these tables, but for what ``RoleReview`` notes.
package struct PersonStore: Sendable {
    let database: Database
    let journal: Journal
    /// Takes away the bytes of files of who is erased.
    let attachments: AttachmentDesk?
    /// What other slices keep of people.
    let records: [PersonalRecords]

    package init(_ database: Database, journal: Journal, attachments: AttachmentDesk? = nil, records: [PersonalRecords] = []) {
        self.database = database
        self.journal = journal
        self.attachments = attachments
        self.records = records
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// Someone else has this address.
        case mailTaken
        case unknownPerson
        /// No such role of this person, or it has ended.
        case unknownGrant
        /// It would end before it begins.
        case endsBefore
        /// The policy that was asked does not allow it.
        case refused(Decision)
    }

    static let columns: Query = "id, name, mail, language, added_at, closed_at"

    /// Adds someone.
    ///
    /// - Throws: ``Fault/mailTaken``
    @discardableResult
    package func add(name: String, mail: MailAddress, language: Language = .nl, from origin: Origin) async throws -> Person {
        let person = Person(id: Identifier(at: origin.time), name: name, mail: mail, language: language, addedAt: origin.time, closedAt: nil)
        return try await journal.write(from: origin) { transaction in
            guard try Self.insert(person, in: transaction) else { throw Fault.mailTaken }
            return (person, Event("person.added", Event.Thing("person", person.id.description)))
        }
    }

    /// - Returns: false where someone else has this address
    static func insert(_ person: Person, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO person (id, name, mail, mail_key, language, added_at)
            VALUES (\(person.id.description), \(person.name), \(person.mail.description), \(person.mail.key), \(person.language), \(person.addedAt))
            ON CONFLICT (mail_key) DO NOTHING
            """) == 1
    }

    package func find(_ id: Identifier) async throws -> Person? {
        try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM person WHERE id = \(id.description)", Self.person)
        }
    }

    /// By mail address, whatever its capitals.
    package func find(_ mail: MailAddress) async throws -> Person? {
        try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM person WHERE mail_key = \(mail.key)", Self.person)
        }
    }

    /// Who has this address, also with an account that was closed.
    static func holder(of mail: MailAddress, _ reading: Reading) throws -> Person? {
        try reading.first("SELECT \(columns) FROM person WHERE mail_key = \(mail.key)", person)
    }

    /// Gives someone another mail address.
    ///
    /// - Parameter person: as they are, with the address of before
    /// - Returns: false where someone else has the new one, or they changed it meanwhile
    /// - Throws: a unique violation where someone else gets it at the same moment
    static func move(_ person: Person, to mail: MailAddress, in transaction: Transaction) throws -> Bool {
        guard try holder(of: mail, transaction) == nil else { return false }
        return try transaction.execute(
            """
            UPDATE person SET mail = \(mail.description), mail_key = \(mail.key)
            WHERE id = \(person.id.description) AND mail_key = \(person.mail.key) AND closed_at IS NULL
            """) == 1
    }

    /// Someone whose account is open, within a transaction.
    static func open(_ mail: MailAddress, _ reading: Reading) throws -> Person? {
        try reading.first("SELECT \(columns) FROM person WHERE mail_key = \(mail.key) AND closed_at IS NULL", person)
    }

    static func open(_ id: Identifier, _ reading: Reading) throws -> Person? {
        try reading.first("SELECT \(columns) FROM person WHERE id = \(id.description) AND closed_at IS NULL", person)
    }

    static func isOpen(_ id: Identifier, _ reading: Reading) throws -> Bool {
        try reading.first("SELECT 1 FROM person WHERE id = \(id.description) AND closed_at IS NULL") { try $0.int(0) } != nil
    }

    /// Everyone with the roles that hold now, by name.
    package func all(withRolesAt now: Int64) async throws -> [(person: Person, grants: [RoleGrant])] {
        try await database.read { reading in
            var grants: [String: [RoleGrant]] = [:]
            try reading.each("SELECT \(RoleGrant.columns), role_grant.person FROM role_grant ORDER BY id") { row in
                let grant = try RoleGrant(row)
                if grant.holds(at: now) { grants[try row.string(8), default: []].append(grant) }
            }
            return try reading.all("SELECT \(Self.columns) FROM person ORDER BY name, id", Self.person).map { ($0, grants[$0.id.description] ?? []) }
        }
    }

    /// The names of these people.
    package func names(of people: some Sequence<Identifier>) async throws -> [Identifier: String] {
        let ids = Set(people.map(\.description))
        return try await database.read { reading in
            let found = try reading.all("SELECT id, name FROM person WHERE id IN \(list: ids)") { (Identifier(try $0.string(0)), try $0.string(1)) }
            return Dictionary(found.compactMap { id, name in id.map { ($0, name) } }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Everyone whose account is open, by name.
    package func everyone() async throws -> [(id: Identifier, name: String)] {
        try await database.read { reading in
            try reading.all("SELECT id, name FROM person WHERE closed_at IS NULL ORDER BY name, id") { (Identifier(try $0.string(0)), try $0.string(1)) }
                .compactMap { id, name in id.map { ($0, name) } }
        }
    }

    static func person(_ row: Row) throws -> Person {
        guard let id = Identifier(try row.string(0)), let mail = try? MailAddress(try row.string(2)) else {
            throw SQLError.value(column: "person", "is not one")
        }
        return Person(
            id: id, name: try row.string(1), mail: mail, language: try row.raw(3), addedAt: Int64(try row.int(4)),
            closedAt: try row.optionalInt(5).map(Int64.init))
    }

    // MARK: Roles

    /// Gives someone a role.
    ///
    /// - Parameters:
    ///   - end: milliseconds since 1970; nil for no end
    /// - Throws: ``Fault/unknownPerson``, ``Fault/endsBefore``
    @discardableResult
    package func grant(
        _ role: Role, subRole: String? = nil, at scope: Scope, to person: Identifier, until end: Int64? = nil, from origin: Origin
    ) async throws -> RoleGrant {
        let grant = RoleGrant(
            id: Identifier(at: origin.time), role: role, subRole: subRole, scope: scope, start: origin.time, end: end, reviewed: origin.time)
        let stored = scope.stored
        guard end ?? .max >= grant.start else { throw Fault.endsBefore }
        return try await journal.write(from: origin) { transaction in
            guard try Self.isOpen(person, transaction) else { throw Fault.unknownPerson }
            try transaction.execute(
                """
                INSERT INTO role_grant (id, person, role, sub_role, scope_kind, scope_id, started_at, ended_at, reviewed_at, granted_by)
                VALUES (\(grant.id.description), \(person.description), \(role), \(subRole), \(stored.kind), \(stored.id), \(grant.start), \(end),
                    \(grant.reviewed), \(origin.person?.description))
                """)
            let details = ["role": role.rawValue, "scope": stored.kind, "scope-id": stored.id, "grant": grant.id.description]
            return (grant, Event("role.granted", Event.Thing("person", person.description), details: details))
        }
    }

    /// Ends a role now. What was done with it stays as it is.
    ///
    /// - Parameter policy: sees the role and how many other roles of administrators last as long, as they are within the transaction; nil asks nobody
    /// - Throws: ``Fault/unknownGrant``, ``Fault/refused(_:)``
    package func end(
        _ grant: Identifier, of person: Identifier, from origin: Origin, if policy: (@Sendable (_ grant: RoleGrant, _ others: Int) -> Decision)? = nil
    ) async throws {
        let now = origin.time
        try await journal.write(from: origin) { transaction in
            if let policy {
                try Self.holdAdministrators(transaction)
                let found = try Self.grants(of: person, transaction).first { $0.id == grant && now < $0.end ?? .max }
                guard let found else { throw Fault.unknownGrant }
                let others = try Self.administrators(lasting: found.end, otherThan: "role_grant.id = \(grant.description)", at: now, transaction)
                let decision = policy(found, others)
                guard decision.isAllowed else { throw Fault.refused(decision) }
            }
            let changed = try transaction.execute(
                """
                UPDATE role_grant SET ended_at = \(now)
                WHERE id = \(grant.description) AND person = \(person.description) AND (ended_at IS NULL OR ended_at > \(now))
                """)
            guard changed == 1 else { throw Fault.unknownGrant }
            return ((), Event("role.ended", Event.Thing("person", person.description), details: ["grant": grant.description]))
        }
    }

    /// The roles that someone has or had, the oldest first.
    package func grants(of person: Identifier) async throws -> [RoleGrant] {
        try await database.read { reading in try Self.grants(of: person, reading) }
    }

    static func grants(of person: Identifier, _ reading: Reading) throws -> [RoleGrant] {
        try reading.all("SELECT \(RoleGrant.columns) FROM role_grant WHERE person = \(person.description) ORDER BY id") { try RoleGrant($0) }
    }
}

// MARK: Administrators

extension PersonStore {
    static let administering: Query =
        "role_grant.role = \(Role.functionalAdministrator) AND role_grant.scope_kind = \(Scope.installation.stored.kind)"

    /// Changes nothing, but holds the rows: of two administrators who end each other at once, the second sees what the first did.
    static func holdAdministrators(_ transaction: Transaction) throws {
        try transaction.execute("UPDATE role_grant SET reviewed_at = reviewed_at WHERE \(administering)")
    }

    /// How many roles of administrators hold now, of people with an open account, and last at least until this time.
    ///
    /// - Parameters:
    ///   - end: milliseconds since 1970; nil for those without an end only
    ///   - left: the roles that do not count
    static func administrators(lasting end: Int64?, otherThan left: Query, at now: Int64, _ reading: Reading) throws -> Int {
        try reading.first(
            """
            SELECT COUNT(*) FROM role_grant JOIN person ON person.id = role_grant.person
            WHERE \(administering) AND person.closed_at IS NULL AND role_grant.started_at <= \(now)
                AND (role_grant.ended_at IS NULL OR (role_grant.ended_at > \(now) AND role_grant.ended_at >= \(end ?? .max))) AND NOT (\(left))
            """
        ) { try $0.int(0) } ?? 0
    }
}
