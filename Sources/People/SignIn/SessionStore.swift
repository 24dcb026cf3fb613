import Core
import SQL
import Transfer
import Web

/// Reads and writes the sessions of people who signed in. Only digests of what the browser holds are kept (ASVS 5.0: 7.2 to 7.5).
package struct SessionStore: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// How long a session lasts, in milliseconds.
    package struct Limits: Sendable {
        /// Without a request.
        let idle: Int64
        /// In all.
        let absolute: Int64

        /// Professionals see more, often on a shared desk.
        static let professional = Limits(idle: 3_600_000, absolute: 12 * 3_600_000)
        static let resident = Limits(idle: 7 * 86_400_000, absolute: 30 * 86_400_000)

        private init(idle: Int64, absolute: Int64) {
            self.idle = idle
            self.absolute = absolute
        }

        /// - Parameter grants: those that hold now
        init(_ grants: [RoleGrant]) {
            self = grants.contains { $0.role.isProfessional } ? .professional : .resident
        }

        func hold(started: Int64, seen: Int64, at now: Int64) -> Bool { now - seen < idle && now - started < absolute }
    }

    /// One session, as its owner sees it.
    package struct Session: Sendable, Hashable {
        package let id: Identifier
        package let proof: Actor.Proof
        /// The kind of browser and machine, in a few words.
        package let device: String
        package let startedAt: Int64
        package let seenAt: Int64
        package let endedAt: Int64?
    }

    /// Begins a session, in place of the one that led to it: an identifier from before signing in is worth nothing afterwards (7.2.4).
    ///
    /// - Parameters:
    ///   - earlier: the session to end, such as that with one factor
    ///   - provedAt: when the person proved who they are, where that was not now
    ///   - isSecondStep: the first factor was proved in the earlier session, and is as old as it was
    /// - Returns: the session and what the browser gets
    package func begin(
        _ person: Identifier, proof: Actor.Proof, device: String, inPlaceOf earlier: Identifier? = nil, provedAt given: Int64? = nil,
        isSecondStep: Bool = false, from origin: Origin
    ) async throws -> (id: Identifier, secret: String) {
        let id = Identifier(at: origin.time), secret = ForgeryTokens.newSession()
        try await journal.write(from: origin) { transaction in
            let provedAt = isSecondStep ? try earlier.flatMap { try Self.provedAt($0, transaction) } : given
            if let earlier { try end(earlier, of: person, because: "replaced", from: origin, in: transaction) }
            try transaction.execute(
                """
                INSERT INTO session (id, token_digest, person, proof, device, started_at, seen_at, proved_at)
                VALUES (\(id.description), \(Digest.sha256(secret)), \(person.description), \(proof.rawValue), \(device), \(origin.time), \(origin.time),
                    \(provedAt ?? origin.time))
                """)
            let details = ["factors": String(proof.rawValue), "session": id.description]
            return ((), Event("session.begun", Event.Thing("person", person.description), details: details))
        }
        return (id, secret)
    }

    /// When the first factor of a session was proved; 0 for a session that is not there.
    package func provedAt(_ session: Identifier) async throws -> Int64 {
        try await database.read { try Self.provedAt(session, $0) } ?? 0
    }

    private static func provedAt(_ session: Identifier, _ reading: Reading) throws -> Int64? {
        try reading.first("SELECT COALESCE(proved_at, started_at) FROM session WHERE id = \(session.description)") { Int64(try $0.int(0)) }
    }

    /// Who a session belongs to, with the roles that hold now; nil for none, or one that has ended. Notes that it was used.
    package func visit(_ secret: String, at now: Int64) async throws -> Visit? {
        guard !ForgeryTokens.isVisitor(secret) else { return nil }
        let digest = Digest.sha256(secret)
        let found = try await database.read { reading in
            try reading.first(
                """
                SELECT session.id, session.person, proof, started_at, seen_at, name FROM session JOIN person ON person.id = session.person
                WHERE token_digest = \(digest) AND ended_at IS NULL AND closed_at IS NULL
                """
            ) { row in try Self.read(row, reading, at: now) } ?? nil
        }
        guard let found else { return nil }
        // Once a minute is enough to know whether it is used.
        if now - found.seenAt >= 60_000 {
            let id = found.visit.session.description
            try await database.write { _ = try $0.execute("UPDATE session SET seen_at = \(now) WHERE id = \(id) AND ended_at IS NULL AND seen_at < \(now)") }
        }
        return found.visit
    }

    private static func read(_ row: Row, _ reading: Reading, at now: Int64) throws -> (visit: Visit, seenAt: Int64)? {
        guard let id = Identifier(try row.string(0)), let person = Identifier(try row.string(1)), let proof = Actor.Proof(rawValue: try row.int(2)) else {
            return nil
        }
        let started = Int64(try row.int(3)), seen = Int64(try row.int(4)), name = try row.string(5)
        let grants = try PersonStore.grants(of: person, reading).filter { $0.holds(at: now) }
        let organisation = try reading.first(
            """
            SELECT organisation FROM membership WHERE person = \(person.description) AND started_at <= \(now) AND (ended_at IS NULL OR ended_at > \(now))
            ORDER BY started_at DESC, id DESC
            """
        ) { Identifier(try $0.string(0)) }
        let actor = Actor(person: Actor.Person(id: person, name: name, organisation: organisation ?? nil), grants: grants, proof: proof)
        guard Limits(grants).hold(started: started, seen: seen, at: now) else { return nil }
        return (Visit(session: id, actor: actor), seen)
    }

    /// Ends a session of this person.
    ///
    /// - Returns: false where there is no such session or it has ended already
    @discardableResult
    package func end(_ session: Identifier, of person: Identifier, because reason: String, from origin: Origin) async throws -> Bool {
        try await database.write { try end(session, of: person, because: reason, from: origin, in: $0) }
    }

    @discardableResult
    private func end(_ session: Identifier, of person: Identifier, because reason: String, from origin: Origin, in transaction: Transaction) throws -> Bool {
        let changed = try transaction.execute(
            """
            UPDATE session SET ended_at = \(origin.time), ended_because = \(reason)
            WHERE id = \(session.description) AND person = \(person.description) AND ended_at IS NULL
            """)
        guard changed == 1 else { return false }
        let details = ["session": session.description, "because": reason]
        try journal.add(Event("session.ended", Event.Thing("person", person.description), details: details), from: origin, in: transaction)
        return true
    }

    /// Ends every session of this person but one, as after a change of what they sign in with.
    package func endOthers(than session: Identifier?, of person: Identifier, because reason: String, from origin: Origin) async throws {
        for other in try await sessions(of: person, at: origin.time) where other.id != session {
            try await end(other.id, of: person, because: reason, from: origin)
        }
    }

    /// The sessions that are open now, the one used last first.
    package func sessions(of person: Identifier, at now: Int64) async throws -> [Session] {
        let limits = Limits(
            try await database.read { reading in try PersonStore.grants(of: person, reading).filter { $0.holds(at: now) } })
        return try await history(of: person).filter { $0.endedAt == nil && limits.hold(started: $0.startedAt, seen: $0.seenAt, at: now) }
    }

    /// All sessions, the one used last first.
    package func history(of person: Identifier) async throws -> [Session] {
        try await database.read { reading in
            try reading.all(
                "SELECT id, proof, device, started_at, seen_at, ended_at FROM session WHERE person = \(person.description) ORDER BY seen_at DESC, id"
            ) { row in
                guard let id = Identifier(try row.string(0)), let proof = Actor.Proof(rawValue: try row.int(1)) else {
                    throw SQLError.value(column: "id", "is not a session")
                }
                return Session(
                    id: id, proof: proof, device: try row.string(2), startedAt: Int64(try row.int(3)), seenAt: Int64(try row.int(4)),
                    endedAt: try row.optionalInt(5).map(Int64.init))
            }
        }
    }
}
