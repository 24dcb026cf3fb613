import Core
import SQL

/// Reads and writes organisations and who belongs to them. The only writer of these tables.
package struct OrganisationStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No name, or one of more than 200 signs.
        case name
        /// A municipality or province needs the code of what it governs; this is none, or of another level.
        case wrongArea
        /// There is a municipality or province with this code.
        case areaTaken
        /// No such organisation, or it has ended.
        case unknownOrganisation
        /// No such person, or the account is closed.
        case unknownPerson
        /// The person belongs to this organisation at this time already.
        case memberAlready
        /// It would end before it begins.
        case endsBefore
        /// No such membership of this person, or it has ended.
        case unknownMembership
        /// Nothing in the list: all municipalities would end.
        case emptyList
        /// More than a page holds, too long, or a link that is none.
        case unfit
    }

    static let columns: Query = "id, name, kind, area, added_at, ended_at, last_listed, first_missing"

    /// Adds an organisation.
    ///
    /// - Parameter area: what it governs, or where it is at work
    /// - Throws: ``Fault``
    @discardableResult
    package func add(name: String, kind: OrganisationKind, area: AreaCode? = nil, from origin: Origin) async throws -> Organisation {
        guard Self.isName(name) else { throw Fault.name }
        if let level = kind.governs, area?.level != level { throw Fault.wrongArea }
        let organisation = Organisation(id: Identifier(at: origin.time), name: name, kind: kind, area: area, addedAt: origin.time, endedAt: nil)
        return try await journal.write(from: origin) { transaction in
            guard try Self.insert(organisation, in: transaction) else { throw Fault.areaTaken }
            let thing = Event.Thing("organisation", organisation.id.description)
            return (organisation, Event("organisation.added", thing, details: ["kind": kind.rawValue]))
        }
    }

    /// - Returns: whether there was room for it
    static func insert(_ organisation: Organisation, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO organisation (id, name, kind, area, added_at, ended_at, last_listed, first_missing)
            VALUES (\(organisation.id.description), \(organisation.name), \(organisation.kind), \(organisation.area?.description), \(organisation.addedAt),
                \(organisation.endedAt), \(organisation.listed?.last), \(organisation.listed?.missing))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    static func isName(_ name: String) -> Bool {
        // As the engines count: by code points. NUL ends a text in SQLite and is refused by PostgreSQL.
        (1...200).contains(name.unicodeScalars.count) && !name.unicodeScalars.contains("\0")
    }

    /// Gives an organisation another name and place.
    ///
    /// - Throws: ``Fault``
    package func change(_ id: Identifier, name: String, area: AreaCode?, from origin: Origin) async throws {
        guard Self.isName(name) else { throw Fault.name }
        try await journal.write(from: origin) { transaction in
            let known = try transaction.first("SELECT \(Self.columns) FROM organisation WHERE id = \(id.description)", Self.organisation)
            guard let known else { throw Fault.unknownOrganisation }
            if let level = known.kind.governs {
                guard area?.level == level else { throw Fault.wrongArea }
                let other = try transaction.first(
                    "SELECT 1 FROM organisation WHERE kind = \(known.kind) AND area = \(area?.description) AND id <> \(id.description)"
                ) { try $0.int(0) }
                guard other == nil else { throw Fault.areaTaken }
            }
            try transaction.execute("UPDATE organisation SET name = \(name), area = \(area?.description) WHERE id = \(id.description)")
            return ((), Event("organisation.changed", Event.Thing("organisation", id.description)))
        }
    }

    /// Ends an organisation now. Who belongs to it, and what was done on its behalf, stays as it is.
    ///
    /// - Throws: ``Fault/unknownOrganisation``
    package func end(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute("UPDATE organisation SET ended_at = \(origin.time) WHERE id = \(id.description) AND ended_at IS NULL")
            guard changed == 1 else { throw Fault.unknownOrganisation }
            return ((), Event("organisation.ended", Event.Thing("organisation", id.description)))
        }
    }

    /// Takes an end back.
    ///
    /// - Throws: ``Fault/unknownOrganisation``
    package func resume(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute("UPDATE organisation SET ended_at = NULL WHERE id = \(id.description) AND ended_at IS NOT NULL")
            guard changed == 1 else { throw Fault.unknownOrganisation }
            return ((), Event("organisation.resumed", Event.Thing("organisation", id.description)))
        }
    }

    package func find(_ id: Identifier) async throws -> Organisation? {
        try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM organisation WHERE id = \(id.description)", Self.organisation)
        }
    }

    /// The names of these organisations, also of those that have ended.
    package func names(of organisations: some Sequence<Identifier>) async throws -> [Identifier: String] {
        let ids = Set(organisations.map(\.description))
        guard !ids.isEmpty else { return [:] }
        let found = try await database.read { reading in
            try reading.all("SELECT id, name FROM organisation WHERE id IN \(list: ids)") { (Identifier(try $0.string(0)), try $0.string(1)) }
        }
        return Dictionary(found.compactMap { id, name in id.map { ($0, name) } }, uniquingKeysWith: { first, _ in first })
    }

    /// The municipality or province that governs an area, also one that has ended.
    package func governing(_ area: AreaCode) async throws -> Organisation? {
        guard let kind = OrganisationKind.allCases.first(where: { $0.governs == area.level }) else { return nil }
        return try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM organisation WHERE kind = \(kind) AND area = \(area.description)", Self.organisation)
        }
    }

    /// By name, the same on both engines: their own orders differ.
    ///
    /// - Parameters:
    ///   - kind: nil for all kinds
    ///   - withEnded: also those that are no more
    package func list(kind: OrganisationKind? = nil, withEnded: Bool = false) async throws -> [Organisation] {
        var conditions: [Query] = ["1 = 1"]
        if let kind { conditions.append("kind = \(kind)") }
        if !withEnded { conditions.append("ended_at IS NULL") }
        let query: Query = "SELECT \(Self.columns) FROM organisation WHERE \(Query.join(conditions, with: " AND "))"
        let found = try await database.read { reading in try reading.all(query, Self.organisation) }
        return found.map { (key: $0.name.lowercased(), organisation: $0) }
            .sorted { ($0.key, $0.organisation.id) < ($1.key, $1.organisation.id) }.map(\.organisation)
    }

    static func organisation(_ row: Row) throws -> Organisation {
        guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
        let missing = try row.optionalInt(7)
        return Organisation(
            id: id, name: try row.string(1), kind: try row.raw(2), area: try row.optionalString(3).flatMap { AreaCode($0) },
            addedAt: Int64(try row.int(4)), endedAt: try row.optionalInt(5).map(Int64.init),
            listed: try row.optionalInt(6).map { Organisation.Listing(last: $0, missing: missing) })
    }
}

// MARK: Memberships

extension OrganisationStore {
    /// Makes someone a member.
    ///
    /// - Parameters:
    ///   - start: milliseconds since 1970; nil for now
    ///   - end: milliseconds since 1970; nil for no end
    /// - Throws: ``Fault``
    @discardableResult
    package func join(
        _ person: Identifier, _ organisation: Identifier, since start: Int64? = nil, until end: Int64? = nil, from origin: Origin
    ) async throws -> Membership {
        let now = origin.time
        let membership = Membership(id: Identifier(at: now), person: person, organisation: organisation, start: start ?? now, end: end)
        guard end ?? .max >= membership.start else { throw Fault.endsBefore }
        return try await journal.write(from: origin) { transaction in
            // Changes nothing, but holds the row: of two who add the same member at once, the second sees the first; and it cannot end meanwhile.
            let held = try transaction.execute(
                "UPDATE organisation SET ended_at = NULL WHERE id = \(organisation.description) AND ended_at IS NULL")
            guard held == 1 else { throw Fault.unknownOrganisation }
            guard try PersonStore.isOpen(person, transaction) else { throw Fault.unknownPerson }
            let already = try transaction.first(
                """
                SELECT 1 FROM membership WHERE person = \(person.description) AND organisation = \(organisation.description)
                    AND (ended_at IS NULL OR ended_at > \(now))
                """
            ) { try $0.int(0) }
            guard already == nil else { throw Fault.memberAlready }
            try transaction.execute(
                """
                INSERT INTO membership (id, person, organisation, started_at, ended_at)
                VALUES (\(membership.id.description), \(person.description), \(organisation.description), \(membership.start), \(end))
                """)
            let details = ["organisation": organisation.description, "membership": membership.id.description]
            return (membership, Event("membership.started", Event.Thing("person", person.description), details: details))
        }
    }

    /// Ends a membership now, or before it begins. What was done on behalf of the organisation stays as it is.
    ///
    /// - Throws: ``Fault/unknownMembership``
    package func leave(_ membership: Identifier, of person: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let ended = try transaction.execute(
                """
                UPDATE membership SET ended_at = CASE WHEN started_at > \(origin.time) THEN started_at ELSE \(origin.time) END
                WHERE id = \(membership.description) AND person = \(person.description) AND (ended_at IS NULL OR ended_at > \(origin.time))
                """)
            guard ended == 1 else { throw Fault.unknownMembership }
            return ((), Event("membership.ended", Event.Thing("person", person.description), details: ["membership": membership.description]))
        }
    }

    /// The organisations that someone belongs or belonged to, the oldest first.
    package func memberships(of person: Identifier) async throws -> [Membership] {
        try await memberships(where: "person = \(person.description)")
    }

    /// Who belongs or belonged to an organisation, the oldest first.
    package func members(of organisation: Identifier) async throws -> [Membership] {
        try await memberships(where: "organisation = \(organisation.description)")
    }

    func memberships(where condition: Query = "TRUE") async throws -> [Membership] {
        try await database.read { reading in
            try reading.all("SELECT id, person, organisation, started_at, ended_at FROM membership WHERE \(condition) ORDER BY started_at, id") { row in
                guard let id = Identifier(try row.string(0)), let person = Identifier(try row.string(1)), let organisation = Identifier(try row.string(2))
                else { throw SQLError.value(column: "membership", "is not one") }
                return Membership(
                    id: id, person: person, organisation: organisation, start: Int64(try row.int(3)), end: try row.optionalInt(4).map(Int64.init))
            }
        }
    }
}
