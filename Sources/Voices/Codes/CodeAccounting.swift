import Core
import People
import SQL

/// What staff do with codes after they were handed out, and the account of all of them.
extension CodeStore {
    /// Marks codes by their numbers: all of them, or none.
    ///
    /// - Parameters:
    ///   - state: ``CodeBatch/State/returned`` or ``CodeBatch/State/void``
    ///   - reason: of codes that hold no more; nil for what came back
    /// - Throws: ``Fault/unknown`` where a number is not there or not free any more, ``Fault/closed``
    package func mark(
        _ numbers: [Int], of batch: Identifier, as state: CodeBatch.State, reason: String?, in conversation: Identifier, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            try Self.check(batch, in: conversation, transaction)
            let day = DutchDay(at: origin.time).description
            let wanted = Set(numbers).sorted()
            for start in stride(from: 0, to: wanted.count, by: Self.together) {
                let some = Array(wanted[start..<min(start + Self.together, wanted.count)])
                let changed = try transaction.execute(
                    """
                    UPDATE voice_code SET state = \(state), state_on = \(day), reason = \(reason)
                    WHERE batch = \(batch.description) AND state = 'uitgegeven' AND number IN \(list: some)
                    """)
                guard changed == some.count else { throw Fault.unknown }
            }
            let event = ConversationStore.event("codes.marked", conversation, ["state": state.rawValue, "amount": String(wanted.count)])
            return ((), event)
        }
    }

    /// Numbers in one statement: far below what an engine can bind.
    private static let together = 512

    /// Gives a new code in the place of one that was not used: the old one holds no more.
    ///
    /// - Returns: the new one, told once
    /// - Throws: ``Fault/unknown`` where the number is not there, or was used; ``Fault/closed``
    package func replace(_ number: Int, of batch: Identifier, in conversation: Identifier, from origin: Origin) async throws -> CodeBatch.Print {
        let code = VoiceCode.random(), tag = marks.tag(code)
        return try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            try Self.check(batch, in: conversation, transaction)
            let day = DutchDay(at: origin.time).description
            // A letter that came back can go out again with another code.
            let changed = try transaction.execute(
                """
                UPDATE voice_code SET state = 'vervangen', state_on = \(day)
                WHERE batch = \(batch.description) AND number = \(number) AND state IN ('uitgegeven', 'retour')
                """)
            guard changed == 1 else { throw Fault.unknown }
            let last = try transaction.first("SELECT MAX(number) FROM voice_code WHERE batch = \(batch.description)") { try $0.int(0) } ?? 0
            try transaction.execute(
                """
                INSERT INTO voice_code (tag, batch, number, state, state_on, reason)
                VALUES (\(tag), \(batch.description), \(last + 1), 'uitgegeven', \(day), NULL)
                """)
            let print = CodeBatch.Print(number: last + 1, code: code)
            return (print, ConversationStore.event("codes.replaced", conversation))
        }
    }

    private static func check(_ batch: Identifier, in conversation: Identifier, _ reading: Reading) throws {
        let known = try reading.first("SELECT conversation FROM code_batch WHERE id = \(batch.description)") { try $0.identifier(0) }
        guard known == conversation else { throw Fault.unknown }
    }

    /// What was handed out, the newest first.
    package func batches(in conversation: Identifier) async throws -> [CodeBatch] {
        try await database.read { reading in
            try reading.all(
                "SELECT id, purpose, amount, note, issued_at FROM code_batch WHERE conversation = \(conversation.description) ORDER BY issued_at DESC, id DESC"
            ) { row in
                CodeBatch(
                    id: try row.identifier(0), conversation: conversation, purpose: try row.raw(1), amount: try row.int(2), note: try row.string(3),
                    issuedAt: Int64(try row.int(4)))
            }
        }
    }

    // MARK: The account

    package func account(of conversation: Identifier) async throws -> BallotProtocol { try await database.read { try Self.account(conversation, $0) } }

    private static func account(_ conversation: Identifier, _ reading: Reading) throws -> BallotProtocol {
        let made = try reading.all(
            "SELECT purpose, CAST(SUM(amount) AS BIGINT) FROM code_batch WHERE conversation = \(conversation.description) GROUP BY purpose"
        ) { (try $0.raw(0, as: CodeBatch.Purpose.self), try $0.int(1)) }
        var counts: [CodeBatch.Purpose: [CodeBatch.State: Int]] = [:]
        for (purpose, state, count) in try reading.all(
            """
            SELECT purpose, state, COUNT(*) FROM voice_code JOIN code_batch ON code_batch.id = voice_code.batch
            WHERE conversation = \(conversation.description) GROUP BY purpose, state
            """,
            { (try $0.raw(0, as: CodeBatch.Purpose.self), try $0.raw(1, as: CodeBatch.State.self), try $0.int(2)) })
        { counts[purpose, default: [:]][state] = count }
        let amounts = Dictionary(made, uniquingKeysWith: +)
        let lines = CodeBatch.Purpose.allCases.compactMap { purpose in
            amounts[purpose].map { amount in
                let states = counts[purpose] ?? [:]
                return BallotProtocol.Line(purpose, issued: amount + (states[.replaced] ?? 0), counts: states)
            }
        }
        let closedAt = try reading.first("SELECT closed_at FROM code_closing WHERE conversation = \(conversation.description)") { Int64(try $0.int(0)) }
        return BallotProtocol(lines, closedAt: closedAt)
    }

    /// Closes the account: from then on no code changes. Only after the conversation, and only where the numbers fit.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/closed``, ``Fault/notOpen(_:)`` while people can still take part, ``Fault/sums``
    package func close(_ conversation: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            guard let known = try ConversationStore.find(conversation, transaction) else { throw Fault.unknown }
            let state = known.state(at: origin.time)
            guard state == .closed else { throw Fault.notOpen(state) }
            guard try Self.account(conversation, transaction).fits else { throw Fault.sums }
            try transaction.execute(
                """
                INSERT INTO code_closing (conversation, closed_at, closed_by)
                VALUES (\(conversation.description), \(origin.time), \(origin.person?.description))
                """)
            return ((), ConversationStore.event("codes.closed", conversation))
        }
    }
}
