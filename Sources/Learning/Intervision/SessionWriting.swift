import Core
import People
import SQL

/// What is written in a session, and what came of it.
extension IntervisionSessionStore {
    /// Keeps what someone wrote in a step, in place of what they wrote before; nothing takes it away.
    ///
    /// - Throws: ``Fault/refused(_:)`` for words for the group that may not come now
    package func write(
        _ body: String?, _ kind: SessionNote.Kind, by person: Identifier, in session: Identifier, step: Int, method: IntervisionMethod, from origin: Origin
    ) async throws {
        try await quietChange(session, "intervision.session-written", from: origin) { transaction, known in
            guard method.steps.indices.contains(step), step <= known.step else { throw Fault.unknown }
            let isPresent = try Self.present(session, transaction).contains(person)
            if kind == .shared {
                guard step == known.step else { throw Fault.unknown }
                let isOpen = try Self.revealed(session, transaction).contains(step)
                let refusal = SessionRules.refusal(of: person, in: known, on: method.steps[step], isPresent: isPresent, isOpen: isOpen)
                if let refusal { throw Fault.refused(refusal) }
            } else if !isPresent || !(known.state.isOnStep || known.state == .yields) {
                throw Fault.refused(isPresent ? .notRunning : .notPresent)
            }
            try Self.keep(body, kind, by: person, in: session, step: step, at: origin.time, transaction)
            // Others read it only where it is open: then their page tells that there is something new.
            if kind == .shared && !method.steps[step].isHidden && method.steps[step].visibility == .all {
                try transaction.execute("UPDATE intervision_session SET words = words + 1 WHERE id = \(session.description)")
            }
        }
    }

    private static func keep(
        _ body: String?, _ kind: SessionNote.Kind, by person: Identifier, in session: Identifier, step: Int, at now: Int64, _ transaction: Transaction
    ) throws {
        guard let body else {
            try transaction.execute(
                """
                DELETE FROM intervision_note WHERE session = \(session.description) AND step = \(step) AND person = \(person.description) AND kind = \(kind)
                """)
            return
        }
        try transaction.execute(
            """
            INSERT INTO intervision_note (session, step, person, kind, body, written_at)
            VALUES (\(session.description), \(step), \(person.description), \(kind), \(body), \(now))
            ON CONFLICT (session, step, person, kind) DO UPDATE SET body = excluded.body, written_at = excluded.written_at
            """)
    }

    /// What this person may read now, and nothing else: what is hidden does not leave the database.
    package func notes(in session: IntervisionSession, for person: Identifier, method: IntervisionMethod) async throws -> [SessionNote] {
        let id = session.id.description, upTo = session.state == .yields || session.state == .closed ? method.steps.count - 1 : session.step
        return try await database.read { reading in
            let open = SessionRules.open(method, upTo: upTo, revealed: try Self.revealed(session.id, reading))
            return try reading.all(
                """
                SELECT step, person, kind, body FROM intervision_note
                WHERE session = \(id) AND (person = \(person.description) OR (kind = 'gedeeld' AND step IN \(list: open.sorted())))
                ORDER BY step, written_at, person
                """
            ) { row in
                SessionNote(step: try row.int(0), person: try row.identifier(1), kind: try row.raw(2), body: try row.string(3))
            }
        }
    }

    // MARK: What came of it

    package func addYield(
        _ kind: SessionYield.Kind, words: String, address: String?, owner: Identifier, due: String, to session: Identifier, from origin: Origin
    ) async throws {
        let id = Identifier(at: origin.time)
        try await change(session, "intervision.yield-added", from: origin) { transaction, known in
            guard known.state.isOnStep || known.state == .yields else { throw Fault.unknown }
            let holds = try transaction.first(
                """
                SELECT 1 FROM intervision_member WHERE group_id = \(known.group.description) AND person = \(owner.description) AND state = 'lid'
                """
            ) { try $0.int(0) }
            guard holds != nil else { throw Fault.notMember }
            try transaction.execute(
                """
                INSERT INTO intervision_yield (id, session, kind, words, address, owner, due, added_at)
                VALUES (\(id.description), \(session.description), \(kind), \(words), \(address), \(owner.description), \(due), \(origin.time))
                """)
        }
    }

    package func removeYield(_ yield: Identifier, from session: Identifier, origin: Origin) async throws {
        try await change(session, "intervision.yield-removed", from: origin) { transaction, known in
            guard known.state != .closed else { throw Fault.unknown }
            let gone = try transaction.execute("DELETE FROM intervision_yield WHERE id = \(yield.description) AND session = \(session.description)")
            guard gone == 1 else { throw Fault.unknown }
        }
    }

    package func yields(of session: Identifier) async throws -> [SessionYield] {
        try await database.read { reading in
            try reading.all("SELECT id, kind, words, address, owner, due FROM intervision_yield WHERE session = \(session.description) ORDER BY added_at, id") {
                row in
                SessionYield(
                    id: try row.identifier(0), kind: try row.raw(1), words: try row.string(2), address: try row.optionalString(3),
                    owner: try row.optionalString(4).flatMap { Identifier($0) }, due: try row.string(5))
            }
        }
    }

    /// Whether what came of it may stay when the notes go: the one who brought the question says so.
    package func setKeepsYields(_ keeps: Bool, by person: Identifier, of session: Identifier, from origin: Origin) async throws {
        try await change(session, "intervision.yields-consent", from: origin) { transaction, known in
            guard known.bringer == person, known.state == .yields || known.state == .closed else { throw Fault.unknown }
            try transaction.execute("UPDATE intervision_session SET keeps_yields = \(keeps) WHERE id = \(session.description)")
        }
    }
}
