import Core
import SQL

/// Reads and writes programmes and all that hangs below them. The only writer of these tables, but for what an erasure takes out.
package struct ProgrammeStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such programme, part, organisation or contact here.
        case unknown
        /// The owner, partner or organiser is no organisation that is there.
        case unknownOrganisation
        /// A part of this kind cannot hang below that one, or one that has ended.
        case wrongParent
        /// This organisation takes part in this way already.
        case involvedAlready
        /// Parts below it still run.
        case hasParts
    }

    static let columns: Query = "id, slug, name, purpose, owner, start_year, end_year, postal, visiting, added_at, ended_at"

    /// The tracks that a new programme begins with (ORG-24).
    package static let usualTracks = ["(Leer)netwerk", "Pilots", "Inspiratie en inzicht"]

    /// Adds a programme with the usual tracks.
    ///
    /// - Throws: ``Fault/unknownOrganisation``
    @discardableResult
    package func add(_ facts: Programme.Facts, tracks: [String] = usualTracks, from origin: Origin) async throws -> Programme {
        let id = Identifier(at: origin.time), now = origin.time
        return try await journal.write(from: origin) { transaction in
            try Self.hold(facts.owner, transaction)
            let slug = try Self.insert(id, facts, at: now, in: transaction)
            try Self.write(goals: facts.goals, of: id, in: transaction)
            for (index, name) in tracks.enumerated() {
                let part = ProgrammePart(
                    id: Identifier(at: now), programme: id, parent: nil, kind: .track, number: index + 1, name: name, purpose: "", endedAt: nil)
                try Self.insert(part, at: now, in: transaction)
            }
            let programme = Programme(id: id, slug: slug, facts: facts, addedAt: now, endedAt: nil)
            return (programme, Self.event("programme.added", id))
        }
    }

    static func event(_ action: String, _ programme: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("programme", programme.description), details: details)
    }

    /// Takes the first name in addresses that is free, also when someone else takes one at the same moment.
    private static func insert(_ id: Identifier, _ facts: Programme.Facts, at now: Int64, in transaction: Transaction) throws -> Slug {
        let wanted = Slug(of: facts.name)
        var slug = wanted, number = 2
        while try transaction.execute(
            """
            INSERT INTO programme (id, slug, name, purpose, owner, start_year, end_year, postal, visiting, added_at)
            VALUES (\(id.description), \(slug.description), \(facts.name), \(facts.purpose), \(facts.owner?.description), \(facts.firstYear),
                \(facts.lastYear), \(facts.postalAddress), \(facts.visitingAddress), \(now))
            ON CONFLICT (slug) DO NOTHING
            """) == 0
        {
            slug = wanted.numbered(number)
            number += 1
        }
        return slug
    }

    /// Changes nothing, but holds the row, so that the organisation cannot end meanwhile.
    static func hold(_ organisation: Identifier?, _ transaction: Transaction) throws {
        guard let organisation else { return }
        let held = try transaction.execute("UPDATE organisation SET ended_at = NULL WHERE id = \(organisation.description) AND ended_at IS NULL")
        guard held == 1 else { throw Fault.unknownOrganisation }
    }

    private static func write(goals: [String], of programme: Identifier, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM programme_goal WHERE programme = \(programme.description)")
        for (index, goal) in goals.enumerated() {
            try transaction.execute("INSERT INTO programme_goal (programme, number, name) VALUES (\(programme.description), \(index + 1), \(goal))")
        }
    }

    /// Writes what the team says of a programme. Its name in addresses stays.
    ///
    /// - Throws: ``Fault``
    package func change(_ programme: Identifier, to facts: Programme.Facts, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let known = try transaction.first("SELECT owner FROM programme WHERE id = \(programme.description)") { try $0.optionalString(0) }
            guard let known else { throw Fault.unknown }
            // An owner that has ended since may stay.
            if facts.owner?.description != known { try Self.hold(facts.owner, transaction) }
            try transaction.execute(
                """
                UPDATE programme SET name = \(facts.name), purpose = \(facts.purpose), owner = \(facts.owner?.description), start_year = \(facts.firstYear),
                    end_year = \(facts.lastYear), postal = \(facts.postalAddress), visiting = \(facts.visitingAddress)
                WHERE id = \(programme.description)
                """)
            try Self.write(goals: facts.goals, of: programme, in: transaction)
            return ((), Self.event("programme.changed", programme))
        }
    }

    /// Ends a programme, or lets it go on.
    ///
    /// - Throws: ``Fault/unknown``
    package func setEnded(_ isEnded: Bool, _ programme: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let end: Int64? = isEnded ? origin.time : nil
            let changed = try transaction.execute(
                "UPDATE programme SET ended_at = \(end) WHERE id = \(programme.description) AND (ended_at IS NULL) = \(raw: isEnded ? "TRUE" : "FALSE")")
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event(isEnded ? "programme.ended" : "programme.resumed", programme))
        }
    }

    // MARK: Reading

    /// All programmes by name, those that have ended too.
    package func list() async throws -> [Programme] {
        try await database.read { reading in
            let goals = try Self.goals(reading)
            let found = try reading.all("SELECT \(Self.columns) FROM programme") { try Self.programme($0, goals) }
            return found.map { (key: $0.name.lowercased(), programme: $0) }.sorted { ($0.key, $0.programme.id) < ($1.key, $1.programme.id) }.map(\.programme)
        }
    }

    /// The names of these programmes.
    package func names(of programmes: some Sequence<Identifier>) async throws -> [Identifier: String] {
        let ids = Set(programmes.map(\.description))
        guard !ids.isEmpty else { return [:] }
        let found = try await database.read { reading in
            try reading.all("SELECT id, name FROM programme WHERE id IN \(list: ids)") { (Identifier(try $0.string(0)), try $0.string(1)) }
        }
        return Dictionary(found.compactMap { id, name in id.map { ($0, name) } }, uniquingKeysWith: { first, _ in first })
    }

    /// A programme with everything below it; nil where there is none.
    package func outline(_ slug: Slug) async throws -> ProgrammeOutline? { try await outline(where: "slug = \(slug.description)") }

    /// The same by its permanent name.
    package func outline(_ id: Identifier) async throws -> ProgrammeOutline? { try await outline(where: "id = \(id.description)") }

    private func outline(where condition: Query) async throws -> ProgrammeOutline? {
        try await database.read { reading in
            let goals = try Self.goals(reading, of: "programme = (SELECT id FROM programme WHERE \(condition))")
            let found = try reading.first("SELECT \(Self.columns) FROM programme WHERE \(condition)") { try Self.programme($0, goals) }
            guard let programme = found else { return nil }
            return ProgrammeOutline(
                programme: programme, parts: try Self.parts(of: programme.id, reading), involvements: try Self.involvements(in: programme.id, reading),
                contacts: try Self.contacts(of: programme.id, reading))
        }
    }

    private static func goals(_ reading: Reading, of condition: Query = "TRUE") throws -> [String: [String]] {
        var goals: [String: [String]] = [:]
        try reading.each("SELECT programme, name FROM programme_goal WHERE \(condition) ORDER BY programme, number") {
            goals[try $0.string(0), default: []].append(try $0.string(1))
        }
        return goals
    }

    private static func programme(_ row: Row, _ goals: [String: [String]]) throws -> Programme {
        guard let id = Identifier(try row.string(0)), let slug = Slug(try row.string(1)) else { throw SQLError.value(column: "slug", "is not one") }
        let facts = Programme.Facts(
            name: try row.string(2), purpose: try row.string(3), owner: try row.optionalString(4).flatMap { Identifier($0) },
            firstYear: try row.optionalInt(5), lastYear: try row.optionalInt(6), goals: goals[id.description] ?? [], postalAddress: try row.string(7),
            visitingAddress: try row.string(8))
        return Programme(id: id, slug: slug, facts: facts, addedAt: Int64(try row.int(9)), endedAt: try row.optionalInt(10).map(Int64.init))
    }
}
