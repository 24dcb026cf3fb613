import Core
import SQL

/// The regular look at whether people still need the roles they have (BIO2 5.18.02).
package struct RoleReview: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// A role that must be looked at, with whose it is.
    package struct Due: Sendable, Hashable {
        package let person: Identifier
        package let name: String
        package let grant: RoleGrant
    }

    /// What a review can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such role of this person, or it has ended.
        case unknownGrant
    }

    /// Roles that hold or will hold, of people with an open account, that were not looked at for too long; the longest waiting first.
    ///
    /// - Parameter now: milliseconds since 1970
    package func due(at now: Int64) async throws -> [Due] {
        let all = try await database.read { reading in
            try reading.all(
                """
                SELECT \(RoleGrant.columns), person.id, person.name FROM role_grant JOIN person ON person.id = role_grant.person
                WHERE person.closed_at IS NULL AND (ended_at IS NULL OR ended_at > \(now)) AND reviewed_at <= \(now - RoleGrant.shortestReview)
                ORDER BY reviewed_at, role_grant.id
                """
            ) { row in
                guard let person = Identifier(try row.string(8)) else { throw SQLError.value(column: "person", "is not an identifier") }
                return Due(person: person, name: try row.string(9), grant: try RoleGrant(row))
            }
        }
        return all.filter { $0.grant.isDueForReview(at: now) }
    }

    /// Notes that someone looked at a role and that it stays. A role that is no longer needed is ended instead.
    ///
    /// - Throws: ``Fault/unknownGrant``
    package func review(_ grant: Identifier, of person: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE role_grant SET reviewed_at = \(origin.time)
                WHERE id = \(grant.description) AND person = \(person.description) AND (ended_at IS NULL OR ended_at > \(origin.time))
                """)
            guard changed == 1 else { throw Fault.unknownGrant }
            return ((), Event("role.reviewed", Event.Thing("person", person.description), details: ["grant": grant.description]))
        }
    }
}

extension RoleGrant {
    /// Milliseconds; no role has to be looked at more often (see ``isDueForReview(at:)``).
    static let shortestReview: Int64 = 92 * 86_400_000

    /// What ``init(_:)`` reads, from the first place on.
    static let columns: Query =
        """
        role_grant.id, role_grant.role, role_grant.sub_role, role_grant.scope_kind, role_grant.scope_id, role_grant.started_at, role_grant.ended_at,
        role_grant.reviewed_at
        """

    init(_ row: Row) throws {
        guard let id = Identifier(try row.string(0)), let scope = Scope(kind: try row.string(3), id: try row.string(4)) else {
            throw SQLError.value(column: "scope_kind", "is not a scope")
        }
        self.init(
            id: id, role: try row.raw(1), subRole: try row.optionalString(2), scope: scope, start: Int64(try row.int(5)),
            end: try row.optionalInt(6).map(Int64.init), reviewed: Int64(try row.int(7)))
    }
}
