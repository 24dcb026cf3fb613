import Core
import People
import SQL

/// Reads and writes sessions and what is said in them. The only writer of these tables.
package struct IntervisionSessionStore: Sendable {
    let database: Database
    let journal: Journal
    let notices: NoticeStore

    package init(_ database: Database, journal: Journal, notices: NoticeStore) {
        self.database = database
        self.journal = journal
        self.notices = notices
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such session, or it is not in a state that allows this.
        case unknown
        /// Nobody brings the question yet.
        case noBringer
        /// Who brings the question does not facilitate as well.
        case sameRole
        /// Someone with a role is not in the group.
        case notMember
        /// Nothing came of it yet.
        case noYield
        case refused(SessionRules.Refusal)
    }

    // MARK: Planning

    /// Plans a session and tells the others of the group.
    package func plan(
        _ group: IntervisionGroup, method: String, question: String, practiceCase: Identifier? = nil, at plannedAt: Int64, day: String,
        roles: IntervisionSession.Roles, from origin: Origin
    ) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { [notices] transaction in
            try IntervisionGroupStore.hold(group.id, transaction)
            try Self.check(roles, in: group.id, transaction)
            try transaction.execute(
                """
                INSERT INTO intervision_session (id, group_id, method, question, practice_case, planned_at, bringer, facilitator, time_keeper, note_taker,
                    state, step, added, version, words)
                VALUES (\(id.description), \(group.id.description), \(method), \(question), \(practiceCase?.description), \(plannedAt),
                    \(roles.bringer?.description), \(roles.facilitator?.description), \(roles.timeKeeper?.description), \(roles.noteTaker?.description),
                    'gepland', 0, 0, 1, 0)
                """)
            let others = group.present.map(\.person).filter { $0 != origin.person }
            try notices.tell(IntervisionNotice.session.kind, IntervisionNotice.planned(id, day: day), to: others, from: origin, in: transaction)
            return (id, Self.event("intervision.session-planned", id))
        }
    }

    static func event(_ action: String, _ session: Identifier) -> Event { Event(action, Event.Thing("intervision-session", session.description)) }

    private static func check(_ roles: IntervisionSession.Roles, in group: Identifier, _ transaction: Transaction) throws {
        if let bringer = roles.bringer, bringer == roles.facilitator { throw Fault.sameRole }
        let people = Set([roles.bringer, roles.facilitator, roles.timeKeeper, roles.noteTaker].compactMap { $0?.description })
        let members = try transaction.all(
            "SELECT person FROM intervision_member WHERE group_id = \(group.description) AND state = 'lid' AND person IN \(list: people)"
        ) { try $0.string(0) }
        guard Set(members) == people else { throw Fault.notMember }
    }

    /// Divides the roles, also while it runs: somebody may have to leave.
    package func setRoles(_ roles: IntervisionSession.Roles, of session: Identifier, from origin: Origin) async throws {
        try await change(session, "intervision.roles-changed", from: origin) { transaction, known in
            guard known.state != .closed, roles.facilitator != nil else { throw Fault.unknown }
            // A step runs for somebody.
            if known.state.isOnStep && roles.bringer == nil { throw Fault.noBringer }
            try Self.check(roles, in: known.group, transaction)
            try transaction.execute(
                """
                UPDATE intervision_session SET bringer = \(roles.bringer?.description), facilitator = \(roles.facilitator?.description),
                    time_keeper = \(roles.timeKeeper?.description), note_taker = \(roles.noteTaker?.description) WHERE id = \(session.description)
                """)
        }
    }

    /// Holds the row, so that steps come one after the other whatever the number of nodes, and raises its version.
    func change(
        _ session: Identifier, _ action: String, from origin: Origin, _ body: @escaping @Sendable (Transaction, IntervisionSession) throws -> Void
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE intervision_session SET version = version + 1 WHERE id = \(session.description)")
            guard let known = try Self.sessions(where: "id = \(session.description)", transaction).first else { throw Fault.unknown }
            try body(transaction, known)
            return ((), Self.event(action, session))
        }
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> IntervisionSession? {
        try await database.read { try Self.sessions(where: "id = \(id.description)", $0).first }
    }

    /// The sessions of a group, the newest first.
    package func sessions(of group: Identifier) async throws -> [IntervisionSession] {
        try await database.read { try Self.sessions(where: "group_id = \(group.description)", $0) }.sorted { ($0.plannedAt, $0.id) > ($1.plannedAt, $1.id) }
    }

    private static let columns: Query =
        """
        id, group_id, method, question, practice_case, planned_at, bringer, facilitator, time_keeper, note_taker, state, step, started_at, added, paused_at,
        version, words, keeps_yields, closed_at
        """

    static func sessions(where condition: Query, _ reading: Reading) throws -> [IntervisionSession] {
        try reading.all("SELECT \(columns) FROM intervision_session WHERE \(condition) ORDER BY id") { row in
            func person(_ name: String) throws -> Identifier? { try row.optionalString(name).flatMap { Identifier($0) } }
            return IntervisionSession(
                id: try row.identifier(0), group: try row.identifier(1), method: try row.string("method"),
                question: try row.string("question"), practiceCase: try person("practice_case"), plannedAt: Int64(try row.int("planned_at")),
                roles: IntervisionSession.Roles(
                    bringer: try person("bringer"), facilitator: try person("facilitator"), timeKeeper: try person("time_keeper"),
                    noteTaker: try person("note_taker")),
                state: try row.raw("state"), step: try row.int("step"),
                clock: StepClock(
                    startedAt: try row.optionalInt("started_at").map(Int64.init), added: Int64(try row.int("added")),
                    pausedAt: try row.optionalInt("paused_at").map(Int64.init)),
                version: try row.int("version"), words: try row.int("words"), keepsYields: try row.optionalBool("keeps_yields"),
                closedAt: try row.optionalInt("closed_at").map(Int64.init))
        }
    }

    /// Who came into the session, the first first.
    package func present(in session: Identifier) async throws -> [Identifier] {
        try await database.read { try Self.present(session, $0) }
    }

    static func present(_ session: Identifier, _ reading: Reading) throws -> [Identifier] {
        try reading.all("SELECT person FROM intervision_presence WHERE session = \(session.description) ORDER BY came_at, person") {
            try $0.identifier(0)
        }
    }

    /// Who is ready with a step.
    package func ready(in session: Identifier, step: Int) async throws -> Set<Identifier> {
        try await database.read { try Self.ready(session, step, $0) }
    }

    static func ready(_ session: Identifier, _ step: Int, _ reading: Reading) throws -> Set<Identifier> {
        Set(
            try reading.all("SELECT person FROM intervision_ready WHERE session = \(session.description) AND step = \(step)") {
                try $0.identifier(0)
            })
    }

    /// The steps whose hidden words were opened.
    package func revealed(in session: Identifier) async throws -> Set<Int> {
        try await database.read { try Self.revealed(session, $0) }
    }

    static func revealed(_ session: Identifier, _ reading: Reading) throws -> Set<Int> {
        Set(try reading.all("SELECT step FROM intervision_reveal WHERE session = \(session.description)") { try $0.int(0) })
    }
}
