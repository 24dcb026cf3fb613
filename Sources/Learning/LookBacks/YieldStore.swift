import Core
import People
import SQL

/// Reads and writes yields of learning. The only writer of their tables.
package struct YieldStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        case unknown
        /// It was saved elsewhere meanwhile.
        case conflict
        /// The session is not closed, or who brought the question did not say that its yields may stay.
        case notAgreed
        /// This one was written down before.
        case taken
        /// Others would not know for whom, how to begin, under which licence or where from.
        case incomplete
        /// This cannot follow on the state that it has.
        case notNow
    }

    static func event(_ action: String, _ id: Identifier) -> Event { Event("yield.\(action)", Event.Thing("yield", id.description)) }

    // MARK: Writing

    /// Writes a yield down, for its makers alone. One of a session only where the bringer of the question agreed.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notAgreed``, ``Fault/taken``
    @discardableResult
    package func note(_ facts: LearningYield.Facts, of source: YieldSource, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            var lookBack: String?, session: String?, taken: String?
            switch source {
            case .lookBack(let known):
                guard try LookBackRows.lookBack(known, transaction) != nil else { throw Fault.unknown }
                lookBack = known.description
            case .session(let known, let yield):
                try Self.agree(known, yield, transaction)
                (session, taken) = (known.description, yield.description)
            }
            let added = try transaction.execute(
                """
                INSERT INTO learning_yield (id, look_back, session, session_yield, title, for_whom, steps, works, works_not, first_step, licence, source,
                    catalogue, added_at, added_by)
                VALUES (\(id.description), \(lookBack), \(session), \(taken), \(facts.title), \(facts.forWhom), \(facts.steps), \(facts.works),
                    \(facts.worksNot), \(facts.firstStep), \(facts.licence?.rawValue ?? ""), \(facts.source), '', \(origin.time),
                    \(origin.person?.description)) ON CONFLICT (session_yield) DO NOTHING
                """)
            guard added == 1 else { throw Fault.taken }
            try Self.step(.noted, id, from: origin, transaction)
            return (id, Self.event("noted", id))
        }
    }

    /// Holds the session, so that consent is not taken back meanwhile.
    private static func agree(_ session: Identifier, _ yield: Identifier?, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE intervision_session SET version = version WHERE id = \(session.description)")
        guard let held = try IntervisionSessionStore.sessions(where: "id = \(session.description)", transaction).first else { throw Fault.unknown }
        guard held.state == .closed, held.keepsYields == true else { throw Fault.notAgreed }
        guard let yield else { return }
        let found = try transaction.first(
            "SELECT 1 FROM intervision_yield WHERE id = \(yield.description) AND session = \(session.description)"
        ) { try $0.int(0) }
        guard found != nil else { throw Fault.unknown }
    }

    private static func step(_ state: LearningYield.State, _ id: Identifier, from origin: Origin, _ transaction: Transaction) throws {
        let added = try transaction.execute(
            """
            INSERT INTO learning_yield_state (yield, state, at, actor)
            VALUES (\(id.description), \(state), \(origin.time), \(origin.person?.description)) ON CONFLICT (yield, state) DO NOTHING
            """)
        guard added == 1 else { throw Fault.notNow }
    }

    /// Writes it anew.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/conflict``, ``Fault/incomplete`` where others see it already
    package func change(_ id: Identifier, to facts: LearningYield.Facts, version: Int, from origin: Origin) async throws {
        try await change(id, "changed", from: origin) { transaction, held in
            guard held.version == version else { throw Fault.conflict }
            guard !held.isPublic || facts.isWhole else { throw Fault.incomplete }
            try transaction.execute(
                """
                UPDATE learning_yield SET title = \(facts.title), for_whom = \(facts.forWhom), steps = \(facts.steps), works = \(facts.works),
                    works_not = \(facts.worksNot), first_step = \(facts.firstStep), licence = \(facts.licence?.rawValue ?? ""),
                    source = \(facts.source), version = version + 1 WHERE id = \(id.description)
                """)
        }
    }

    /// Lets everyone see it.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/incomplete``, ``Fault/notAgreed``, ``Fault/notNow``
    package func share(_ id: Identifier, from origin: Origin) async throws {
        try await change(id, "shared", from: origin) { transaction, held in
            guard held.facts.isWhole else { throw Fault.incomplete }
            if case .session(let session, _) = held.source { try Self.agree(session, nil, transaction) }
            try Self.step(.shareable, id, from: origin, transaction)
        }
    }

    /// Says where it stands in the catalogue.
    package func catalogue(_ id: Identifier, at address: String, from origin: Origin) async throws {
        try await change(id, "catalogued", from: origin) { transaction, held in
            guard held.isPublic else { throw Fault.notNow }
            try Self.step(.catalogued, id, from: origin, transaction)
            try transaction.execute("UPDATE learning_yield SET catalogue = \(address) WHERE id = \(id.description)")
        }
    }

    /// Says that an organisation used it; once more says anew how that went.
    package func use(
        _ id: Identifier, by organisation: Identifier, result: PracticeExperience.Result, words: String, from origin: Origin
    ) async throws {
        try await change(id, "reused", from: origin) { transaction, held in
            guard held.isPublic else { throw Fault.notNow }
            try transaction.execute(
                """
                INSERT INTO learning_yield_use (id, yield, organisation, person, result, words, at)
                VALUES (\(Identifier(at: origin.time).description), \(id.description), \(organisation.description), \(origin.person?.description),
                    \(result), \(words), \(origin.time))
                ON CONFLICT (yield, organisation) DO UPDATE SET result = excluded.result, words = excluded.words, person = excluded.person, at = excluded.at
                """)
        }
    }

    private func change(
        _ id: Identifier, _ action: String, from origin: Origin, _ body: @escaping @Sendable (Transaction, LearningYield) throws -> Void
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE learning_yield SET version = version WHERE id = \(id.description)")
            guard let held = try Self.yields("id = \(id.description)", transaction).first else { throw Fault.unknown }
            try body(transaction, held)
            return ((), Self.event(action, id))
        }
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> LearningYield? { try await database.read { try Self.yields("id = \(id.description)", $0).first } }

    /// Those of a look-back, the oldest first; none for nil.
    package func yields(of lookBack: Identifier?) async throws -> [LearningYield] {
        guard let lookBack else { return [] }
        return try await database.read { try Self.yields("look_back = \(lookBack.description)", $0) }
    }

    /// What everyone may see, the newest first.
    ///
    /// - Parameter since: when it was shared at the earliest; milliseconds since 1970
    package func shared(since: Int64 = 0) async throws -> [LearningYield] {
        let inside: Query = "SELECT learning_yield_state.yield FROM learning_yield_state WHERE state = 'deelbaar' AND at >= \(since)"
        return try await database.read { try Self.yields("id IN (\(inside))", $0) }
            .sorted { ($0.sharedAt ?? 0, $0.id) > ($1.sharedAt ?? 0, $1.id) }
    }

    /// What someone wrote down, or what came of a question that they brought.
    package func yields(of person: Identifier) async throws -> [LearningYield] {
        let sessions: Query = "SELECT intervision_session.id FROM intervision_session WHERE bringer = \(person.description)"
        return try await database.read { try Self.yields("added_by = \(person.description) OR session IN (\(sessions))", $0) }
    }

    /// What came of sessions of someone's groups and may stay, and nobody wrote down as a yield yet.
    package func untaken(for person: Identifier) async throws -> [(session: Identifier, yield: Identifier, words: String)] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT intervision_yield.session, intervision_yield.id, intervision_yield.words FROM intervision_yield
                JOIN intervision_session ON intervision_session.id = intervision_yield.session
                JOIN intervision_member ON intervision_member.group_id = intervision_session.group_id
                WHERE intervision_member.person = \(person.description) AND intervision_member.state = 'lid' AND intervision_session.state = 'gesloten'
                    AND intervision_session.keeps_yields = 1
                    AND NOT EXISTS (SELECT 1 FROM learning_yield WHERE learning_yield.session_yield = intervision_yield.id)
                ORDER BY intervision_yield.id
                """
            ) { (try $0.identifier(0), try $0.identifier(1), try $0.string(2)) }
        }
    }

    /// The oldest first.
    ///
    /// - Parameter condition: on the columns of `learning_yield`
    static func yields(_ condition: Query, _ reading: Reading) throws -> [LearningYield] {
        let inside: Query = "IN (SELECT learning_yield.id FROM learning_yield WHERE \(condition))"
        var states: [String: [String: Int64]] = [:], uses: [String: [YieldUse]] = [:]
        try reading.each("SELECT yield, state, at FROM learning_yield_state WHERE yield \(inside)") { row in
            states[try row.string(0), default: [:]][try row.string(1)] = Int64(try row.int(2))
        }
        try reading.each("SELECT yield, organisation, result, words, at FROM learning_yield_use WHERE yield \(inside) ORDER BY at, id") { row in
            let use = YieldUse(organisation: try row.identifier(1), result: try row.raw(2), words: try row.string(3), at: Int64(try row.int(4)))
            uses[try row.string(0), default: []].append(use)
        }
        return try reading.all(
            """
            SELECT id, look_back, session, session_yield, title, for_whom, steps, works, works_not, first_step, licence, source, catalogue, version, added_by
            FROM learning_yield WHERE \(condition) ORDER BY id
            """
        ) { row in
            let id = try row.string(0)
            return try yield(row, states: states[id] ?? [:], uses: uses[id] ?? [])
        }
    }

    private static func yield(_ row: Row, states: [String: Int64], uses: [YieldUse]) throws -> LearningYield {
        func id(_ index: Int) throws -> Identifier? { try row.optionalString(index).flatMap { Identifier($0) } }
        let source: YieldSource
        if let lookBack = try id(1) {
            source = .lookBack(lookBack)
        } else {
            source = .session(try row.identifier(2), yield: try row.identifier(3))
        }
        let facts = LearningYield.Facts(
            title: try row.string(4), forWhom: try row.string(5), steps: try row.string(6), works: try row.string(7), worksNot: try row.string(8),
            firstStep: try row.string(9), licence: LearningYield.Licence(rawValue: try row.string(10)), source: try row.string(11))
        return LearningYield(
            id: try row.identifier(0), source: source, facts: facts, catalogue: try row.string(12), version: try row.int(13), addedBy: try id(14),
            sharedAt: states[LearningYield.State.shareable.rawValue],
            cataloguedAt: states[LearningYield.State.catalogued.rawValue], uses: uses)
    }
}
