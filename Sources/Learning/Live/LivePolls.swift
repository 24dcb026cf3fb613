import Core
import People
import SQL

extension LiveStore {
    // MARK: From who leads

    /// Opens a poll. One at a time: people look at one question.
    @discardableResult
    package func openPoll(_ kind: LivePoll.Kind, _ question: String, options: [String], in session: Identifier, from origin: Origin) async throws -> Identifier
    {
        let fits = kind.hasOptions ? (2...LivePoll.mostOptions).contains(options.count) : options.isEmpty
        guard fits, !question.isEmpty, question.unicodeScalars.count <= LivePoll.limit, Set(options).count == options.count,
            options.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= LivePoll.optionLimit })
        else { throw Fault.facts }
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            try Self.hold(session, at: origin.time, transaction)
            let open = try transaction.first("SELECT 1 FROM live_poll WHERE session = \(session.description) AND closed_at IS NULL") { try $0.int(0) }
            guard open == nil else { throw Fault.another }
            try transaction.execute(
                """
                INSERT INTO live_poll (id, session, kind, question, opened_at, closed_at)
                VALUES (\(id.description), \(session.description), \(kind), \(question), \(origin.time), NULL)
                """)
            for (index, option) in options.enumerated() {
                try transaction.execute("INSERT INTO live_option (poll, number, body) VALUES (\(id.description), \(index + 1), \(option))")
            }
            return (id, Self.event("live.poll-opened", session))
        }
    }

    /// Closes a poll for good: what was shown cannot change any more, so nobody can tell by the difference what one person chose.
    package func closePoll(_ id: Identifier, in session: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(session, at: origin.time, transaction)
            let closed = try transaction.execute(
                """
                UPDATE live_poll SET closed_at = \(origin.time)
                WHERE id = \(id.description) AND session = \(session.description) AND closed_at IS NULL
                """)
            guard closed == 1 else { throw Fault.closed }
            return ((), Self.event("live.poll-closed", session))
        }
    }

    // MARK: From who takes part

    /// Answers a poll, in the place of what this browser answered before.
    package func answer(
        _ poll: Identifier, _ answers: [LivePoll.Answer], in session: Identifier, by participant: Participant, at time: Int64
    ) async throws {
        try await send("live.answered", session, by: participant, at: time) { transaction in
            guard let found = try Self.polls(of: session, mark: "", transaction).first(where: { $0.id == poll }) else { throw Fault.unknown }
            guard found.isOpen else { throw Fault.closed }
            guard found.takes(answers) else { throw Fault.facts }
            try transaction.execute("DELETE FROM live_answer WHERE poll = \(poll.description) AND mark = \(participant.mark)")
            for answer in answers {
                try transaction.execute(
                    """
                    INSERT INTO live_answer (poll, mark, number, body)
                    VALUES (\(poll.description), \(participant.mark), \(answer.number), \(found.kind == .text ? answer.body : ""))
                    """)
            }
        }
    }

    // MARK: Reading

    /// The newest first.
    package func polls(of session: Identifier, mark: String?) async throws -> [LivePoll] {
        try await database.read { try Self.polls(of: session, mark: mark ?? "", $0) }
    }

    static func polls(of session: Identifier, mark: String, _ reading: Reading) throws -> [LivePoll] {
        let heads = try reading.all(
            """
            SELECT live_poll.id, kind, question, live_poll.closed_at IS NULL AND live_session.closed_at IS NULL
            FROM live_poll JOIN live_session ON live_session.id = live_poll.session
            WHERE session = \(session.description) ORDER BY live_poll.opened_at DESC, live_poll.id DESC
            """
        ) { (id: try $0.identifier(0), kind: try $0.raw(1, as: LivePoll.Kind.self), question: try $0.string(2), isOpen: try $0.bool(3)) }
        return try heads.map { head in
            let options = try reading.all("SELECT body FROM live_option WHERE poll = \(head.id.description) ORDER BY number") { try $0.string(0) }
            let answers = try reading.all("SELECT mark, number, body FROM live_answer WHERE poll = \(head.id.description)") {
                (mark: try $0.string(0), answer: LivePoll.Answer(number: try $0.int(1), body: try $0.string(2)))
            }
            let mine = mark.isEmpty ? [] : answers.filter { $0.mark == mark }.map(\.answer).sorted { $0.number < $1.number }
            let people = Set(answers.map(\.mark)).count
            return LivePoll(
                id: head.id, kind: head.kind, question: head.question, options: options, isOpen: head.isOpen, mine: mine,
                result: head.isOpen || people < LivePoll.least ? nil : result(answers.map(\.answer), people))
        }
    }

    private static func result(_ answers: [LivePoll.Answer], _ people: Int) -> LivePoll.Result {
        LivePoll.Result(
            people: people, counts: Dictionary(answers.map { ($0.number, 1) }, uniquingKeysWith: +), texts: answers.map(\.body).filter { !$0.isEmpty }.sorted())
    }
}
