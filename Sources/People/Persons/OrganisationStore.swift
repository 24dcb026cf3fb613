import Core
import SQL

/// Reads and writes organisations and who belongs to them. The only writer of these tables.
package struct OrganisationStore: Sendable {
    private let database: Database
    private let journal: Journal

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
        /// No such membership of this person, or it has ended.
        case unknownMembership
        /// Nothing in the list: all municipalities would end.
        case emptyList
    }

    private static let columns: Query = "id, name, kind, area, added_at, ended_at"

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
    private static func insert(_ organisation: Organisation, in transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO organisation (id, name, kind, area, added_at)
            VALUES (\(organisation.id.description), \(organisation.name), \(organisation.kind), \(organisation.area?.description), \(organisation.addedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    private static func isName(_ name: String) -> Bool {
        // As the engines count: by code points. NUL ends a text in SQLite and is refused by PostgreSQL.
        (1...200).contains(name.unicodeScalars.count) && !name.unicodeScalars.contains("\0")
    }

    package func find(_ id: Identifier) async throws -> Organisation? {
        try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM organisation WHERE id = \(id.description)", Self.organisation)
        }
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

    private static func organisation(_ row: Row) throws -> Organisation {
        guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
        return Organisation(
            id: id, name: try row.string(1), kind: try row.raw(2), area: try row.optionalString(3).flatMap { AreaCode($0) },
            addedAt: Int64(try row.int(4)), endedAt: try row.optionalInt(5).map(Int64.init))
    }
}

// MARK: Municipalities

extension OrganisationStore {
    /// Makes the municipalities those of this list: adds who is missing, takes over names, ends who is gone (mergers) and lets who is back go on (ORG-09).
    ///
    /// Leaves nothing, also no event, where all is as it should be. Memberships of one that ends stay, until the people choose where they belong now.
    ///
    /// - Parameter municipalities: all of the country; of a code that occurs twice the first name counts
    /// - Throws: ``Fault``
    @discardableResult
    package func settle(_ municipalities: [(code: AreaCode, name: String)], from origin: Origin) async throws -> Settlement {
        guard !municipalities.isEmpty else { throw Fault.emptyList }
        guard municipalities.allSatisfy({ $0.code.level == .municipality }) else { throw Fault.wrongArea }
        guard municipalities.allSatisfy({ Self.isName($0.name) }) else { throw Fault.name }
        let wanted = Dictionary(municipalities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return try await database.write { transaction in
            // In one order, so that two nodes never wait for each other.
            let known = try transaction.all(
                "SELECT \(Self.columns) FROM organisation WHERE kind = \(OrganisationKind.municipality) ORDER BY area", Self.organisation)
            var settlement = Settlement()
            for organisation in known { try Self.settle(organisation, wanted, at: origin.time, in: transaction, &settlement) }
            let missing = wanted.filter { code, _ in !known.contains { $0.area == code } }.sorted { $0.key < $1.key }
            for (code, name) in missing {
                let new = Organisation(
                    id: Identifier(at: origin.time), name: name, kind: .municipality, area: code, addedAt: origin.time, endedAt: nil)
                // Another node may have added it just now.
                if try Self.insert(new, in: transaction) { settlement.added += 1 }
            }
            guard !settlement.isNothing else { return settlement }
            try journal.add(Self.event(settlement), from: origin, in: transaction)
            return settlement
        }
    }

    private static func settle(
        _ known: Organisation, _ wanted: [AreaCode: String], at now: Int64, in transaction: Transaction, _ settlement: inout Settlement
    ) throws {
        let id = known.id.description
        guard let name = known.area.flatMap({ wanted[$0] }) else {
            settlement.ended += try transaction.execute("UPDATE organisation SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
            return
        }
        if known.endedAt != nil {
            settlement.resumed += try transaction.execute("UPDATE organisation SET ended_at = NULL WHERE id = \(id) AND ended_at IS NOT NULL")
        }
        if known.name != name {
            settlement.renamed += try transaction.execute("UPDATE organisation SET name = \(name) WHERE id = \(id) AND name <> \(name)")
        }
    }

    private static func event(_ settlement: Settlement) -> Event {
        let counts = [("added", settlement.added), ("renamed", settlement.renamed), ("ended", settlement.ended), ("resumed", settlement.resumed)]
        let details = counts.filter { $0.1 > 0 }.map { ($0.0, String($0.1)) }
        return Event("municipalities.settled", nil, details: Dictionary(details, uniquingKeysWith: { first, _ in first }))
    }
}

// MARK: Memberships

extension OrganisationStore {
    /// Makes someone a member from now on.
    ///
    /// - Parameter end: milliseconds since 1970; nil for no end
    /// - Throws: ``Fault``
    @discardableResult
    package func join(_ person: Identifier, _ organisation: Identifier, until end: Int64? = nil, from origin: Origin) async throws -> Membership {
        let now = origin.time
        let membership = Membership(id: Identifier(at: now), person: person, organisation: organisation, start: now, end: end)
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
                VALUES (\(membership.id.description), \(person.description), \(organisation.description), \(now), \(end))
                """)
            let details = ["organisation": organisation.description, "membership": membership.id.description]
            return (membership, Event("membership.started", Event.Thing("person", person.description), details: details))
        }
    }

    /// Ends a membership now. What was done on behalf of the organisation stays as it is.
    ///
    /// - Throws: ``Fault/unknownMembership``
    package func leave(_ membership: Identifier, of person: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let ended = try transaction.execute(
                """
                UPDATE membership SET ended_at = \(origin.time)
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

    private func memberships(where condition: Query) async throws -> [Membership] {
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
