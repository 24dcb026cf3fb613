import Core
import People
import SQL

/// The steps of a session. The server holds the clock; who facilitates goes on, back, and gives more time.
extension IntervisionSessionStore {
    /// What who facilitates can do.
    package enum Move: String, Sendable, Hashable, CaseIterable {
        case openLobby = "lobby"
        case begin = "begin"
        case next = "verder"
        case back = "terug"
        case moreTime = "erbij"
        case pause = "pauze"
        case resume = "door"
        /// Opens what everyone wrote, although not everyone is ready.
        case reveal = "onthul"
        case close = "sluit"
    }

    /// - Throws: ``Fault``
    package func move(_ move: Move, _ session: Identifier, by method: IntervisionMethod, from origin: Origin) async throws {
        let now = origin.time, action = "intervision.session-" + move.rawValue
        try await change(session, action, from: origin) { transaction, known in
            switch move {
            case .openLobby: try Self.openLobby(known, transaction)
            case .begin: try Self.begin(known, at: now, transaction)
            case .next: try Self.next(known, method, at: now, transaction)
            case .back: try Self.back(known, method, at: now, transaction)
            case .moreTime: try Self.moreTime(known, transaction)
            case .pause: try Self.pause(known, at: now, transaction)
            case .resume: try Self.resume(known, at: now, transaction)
            case .reveal: try Self.reveal(known, method, at: now, transaction)
            case .close: try Self.close(known, at: now, transaction)
            }
        }
    }

    private static func openLobby(_ session: IntervisionSession, _ transaction: Transaction) throws {
        guard session.state == .planned else { throw Fault.unknown }
        try transaction.execute("UPDATE intervision_session SET state = 'lobby' WHERE id = \(session.id.description)")
    }

    private static func begin(_ session: IntervisionSession, at now: Int64, _ transaction: Transaction) throws {
        guard session.state == .lobby else { throw Fault.unknown }
        guard session.bringer != nil else { throw Fault.noBringer }
        try start(0, session, at: now, transaction)
    }

    private static func start(_ step: Int, _ session: IntervisionSession, at now: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE intervision_session SET state = 'bezig', step = \(step), started_at = \(now), added = 0, paused_at = NULL
            WHERE id = \(session.id.description)
            """)
    }

    /// Going on opens what was written: the next step is about it.
    private static func next(_ session: IntervisionSession, _ method: IntervisionMethod, at now: Int64, _ transaction: Transaction) throws {
        guard session.state.isOnStep else { throw Fault.unknown }
        if method.steps.indices.contains(session.step), method.steps[session.step].isHidden { try open(session, at: now, transaction) }
        guard session.step + 1 < method.steps.count else {
            try transaction.execute(
                "UPDATE intervision_session SET state = 'opbrengst', paused_at = NULL WHERE id = \(session.id.description)")
            return
        }
        try start(session.step + 1, session, at: now, transaction)
    }

    private static func back(_ session: IntervisionSession, _ method: IntervisionMethod, at now: Int64, _ transaction: Transaction) throws {
        if session.state == .yields {
            try start(max(0, method.steps.count - 1), session, at: now, transaction)
        } else {
            guard session.state.isOnStep, session.step > 0 else { throw Fault.unknown }
            try start(session.step - 1, session, at: now, transaction)
        }
    }

    private static func moreTime(_ session: IntervisionSession, _ transaction: Transaction) throws {
        guard session.state.isOnStep else { throw Fault.unknown }
        try transaction.execute("UPDATE intervision_session SET added = added + \(StepClock.extra) WHERE id = \(session.id.description)")
    }

    private static func pause(_ session: IntervisionSession, at now: Int64, _ transaction: Transaction) throws {
        guard session.state == .running else { throw Fault.unknown }
        try transaction.execute("UPDATE intervision_session SET state = 'pauze', paused_at = \(now) WHERE id = \(session.id.description)")
    }

    /// The clock goes on where it stood.
    private static func resume(_ session: IntervisionSession, at now: Int64, _ transaction: Transaction) throws {
        guard session.state == .paused, let pausedAt = session.clock.pausedAt else { throw Fault.unknown }
        try transaction.execute(
            """
            UPDATE intervision_session SET state = 'bezig', started_at = started_at + \(max(0, now - pausedAt)), paused_at = NULL
            WHERE id = \(session.id.description)
            """)
    }

    private static func reveal(_ session: IntervisionSession, _ method: IntervisionMethod, at now: Int64, _ transaction: Transaction) throws {
        guard session.state.isOnStep, method.steps.indices.contains(session.step), method.steps[session.step].isHidden else { throw Fault.unknown }
        try open(session, at: now, transaction)
    }

    private static func open(_ session: IntervisionSession, at now: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO intervision_reveal (session, step, revealed_at) VALUES (\(session.id.description), \(session.step), \(now))
            ON CONFLICT (session, step) DO NOTHING
            """)
    }

    private static func close(_ session: IntervisionSession, at now: Int64, _ transaction: Transaction) throws {
        guard session.state == .yields else { throw Fault.unknown }
        let yields = try transaction.first("SELECT COUNT(*) FROM intervision_yield WHERE session = \(session.id.description)") { try $0.int(0) } ?? 0
        guard yields > 0 else { throw Fault.noYield }
        try transaction.execute("UPDATE intervision_session SET state = 'gesloten', closed_at = \(now) WHERE id = \(session.id.description)")
    }

    // MARK: Taking part

    /// Someone of the group comes in.
    package func join(_ person: Identifier, _ session: Identifier, from origin: Origin) async throws {
        try await change(session, "intervision.session-joined", from: origin) { transaction, known in
            guard known.state == .lobby || known.state.isOnStep || known.state == .yields else { throw Fault.unknown }
            try transaction.execute(
                """
                INSERT INTO intervision_presence (session, person, came_at) VALUES (\(session.description), \(person.description), \(origin.time))
                ON CONFLICT (session, person) DO NOTHING
                """)
        }
    }

    /// Someone goes: nobody waits for them any more.
    package func leave(_ person: Identifier, _ session: Identifier, by method: IntervisionMethod, from origin: Origin) async throws {
        try await change(session, "intervision.session-left", from: origin) { transaction, known in
            guard known.state != .closed else { throw Fault.unknown }
            try transaction.execute("DELETE FROM intervision_presence WHERE session = \(session.description) AND person = \(person.description)")
            try Self.openWhenReady(known, method, at: origin.time, transaction)
        }
    }

    /// Someone is ready with the step on the screen, or not yet. When all are, what was written is opened.
    package func setReady(_ isReady: Bool, _ person: Identifier, _ session: Identifier, step: Int, by method: IntervisionMethod, from origin: Origin)
        async throws
    {
        try await quietChange(session, "intervision.session-ready", from: origin) { transaction, known in
            guard known.state.isOnStep, known.step == step, method.steps.indices.contains(step), method.steps[step].isHidden else { throw Fault.unknown }
            guard try Self.present(session, transaction).contains(person) else { throw Fault.refused(.notPresent) }
            if isReady {
                try transaction.execute(
                    """
                    INSERT INTO intervision_ready (session, step, person) VALUES (\(session.description), \(step), \(person.description))
                    ON CONFLICT (session, step, person) DO NOTHING
                    """)
            } else {
                try transaction.execute(
                    "DELETE FROM intervision_ready WHERE session = \(session.description) AND step = \(step) AND person = \(person.description)")
            }
            try Self.openWhenReady(known, method, at: origin.time, transaction)
        }
    }

    /// As ``change(_:_:from:_:)``, for what gives nobody another page: the version stays until something opens.
    func quietChange(
        _ session: Identifier, _ action: String, from origin: Origin, _ body: @escaping @Sendable (Transaction, IntervisionSession) throws -> Void
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE intervision_session SET version = version WHERE id = \(session.description)")
            guard let known = try Self.sessions(where: "id = \(session.description)", transaction).first else { throw Fault.unknown }
            try body(transaction, known)
            return ((), Self.event(action, session))
        }
    }

    private static func openWhenReady(_ session: IntervisionSession, _ method: IntervisionMethod, at now: Int64, _ transaction: Transaction) throws {
        guard session.state.isOnStep, method.steps.indices.contains(session.step), method.steps[session.step].isHidden else { return }
        guard try !revealed(session.id, transaction).contains(session.step) else { return }
        let present = Set(try present(session.id, transaction))
        guard !present.isEmpty, try ready(session.id, session.step, transaction).isSuperset(of: present) else { return }
        try open(session, at: now, transaction)
        try transaction.execute("UPDATE intervision_session SET version = version + 1 WHERE id = \(session.id.description)")
    }
}
