import Core
import People
import SQL

extension LiveStore {
    // MARK: From who takes part

    @discardableResult
    package func ask(_ body: String, in session: Identifier, by participant: Participant, at time: Int64) async throws -> Identifier {
        guard !body.isEmpty, body.unicodeScalars.count <= LiveQuestion.limit else { throw Fault.facts }
        let id = Identifier(at: time)
        return try await send("live.asked", session, by: participant, Self.asking, at: time) { transaction in
            try transaction.execute(
                """
                INSERT INTO live_question (id, session, body, state, answer, taken, asked_at)
                VALUES (\(id.description), \(session.description), \(body), \(LiveQuestion.State.open), '', 0, \(time))
                """)
            return id
        }
    }

    /// Supports a question, or takes that back. A second time changes nothing.
    package func support(_ question: Identifier, _ wants: Bool, in session: Identifier, by participant: Participant, at time: Int64) async throws {
        try await send("live.supported", session, by: participant, at: time) { transaction in
            let state = try transaction.first(
                "SELECT state FROM live_question WHERE id = \(question.description) AND session = \(session.description)"
            ) { try $0.raw(0, as: LiveQuestion.State.self) }
            guard let state, state != .hidden else { throw Fault.unknown }
            if wants {
                try transaction.execute(
                    "INSERT INTO live_support (question, mark) VALUES (\(question.description), \(participant.mark)) ON CONFLICT (question, mark) DO NOTHING")
            } else {
                try transaction.execute("DELETE FROM live_support WHERE question = \(question.description) AND mark = \(participant.mark)")
            }
        }
    }

    // MARK: From who leads

    /// Answers, hides or opens a question, and says whether it goes along to look back on. Also after the session.
    package func set(
        _ question: Identifier, to state: LiveQuestion.State, answer: String, isTaken: Bool, in session: Identifier, from origin: Origin
    ) async throws {
        guard answer.unicodeScalars.count <= LiveQuestion.answerLimit else { throw Fault.facts }
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE live_session SET version = version + 1 WHERE id = \(session.description)")
            let changed = try transaction.execute(
                """
                UPDATE live_question SET state = \(state), answer = \(answer), taken = \(isTaken ? 1 : 0)
                WHERE id = \(question.description) AND session = \(session.description)
                """)
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event("live.question-set", session))
        }
    }

    // MARK: Reading

    /// The most supported first, then the earliest; those answered come after.
    ///
    /// - Parameters:
    ///   - mark: of the browser that reads; nil for none
    ///   - withHidden: for who leads
    package func questions(of session: Identifier, mark: String?, withHidden: Bool = false) async throws -> [LiveQuestion] {
        let all = try await database.read { reading in
            try reading.all(
                """
                SELECT id, body, state, answer, taken,
                    (SELECT COUNT(*) FROM live_support WHERE question = live_question.id) AS supports,
                    (SELECT COUNT(*) FROM live_support WHERE question = live_question.id AND mark = \(mark ?? "")) AS own
                FROM live_question WHERE session = \(session.description) ORDER BY asked_at, id
                """
            ) { row in
                LiveQuestion(
                    id: try row.identifier(0), body: try row.string(1), state: try row.raw(2), answer: try row.string(3), isTaken: try row.bool(4),
                    supports: try row.int(5), isMine: try row.int(6) > 0)
            }
        }
        let seen = all.enumerated().filter { withHidden || $0.element.state != .hidden }
        return seen.sorted { left, right in
            let order = (Self.rank(left.element.state), -left.element.supports, left.offset)
            return order < (Self.rank(right.element.state), -right.element.supports, right.offset)
        }.map(\.element)
    }

    private static func rank(_ state: LiveQuestion.State) -> Int { LiveQuestion.State.allCases.firstIndex(of: state) ?? 0 }

    /// What the look-back of a meeting can use: questions that were taken along, with the answer where there is one.
    package func taken(from meeting: Identifier) async throws -> [LiveQuestion] {
        guard let session = try await session(of: meeting) else { return [] }
        return try await questions(of: session.id, mark: nil).filter(\.isTaken)
    }

    /// The same, each with its answer on a line.
    package func takenLines(from meeting: Identifier) async throws -> [String] {
        try await taken(from: meeting).map { RoomQuestions.line($0.body, answer: $0.answer) }
    }
}
