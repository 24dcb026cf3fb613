import Core
import Credentials
import People
import SQL
import Transfer

/// Reads and writes calls, what people answer, and the issues that are made of it. The only writer of these tables.
package struct InventoryStore: Sendable {
    let database: Database
    let journal: Journal
    let outbox: Outbox
    let installation: Installation
    let throttle: Throttle
    /// The name of the site, as it is now.
    let siteName: @Sendable () async throws -> String

    package init(_ people: People.Slice) {
        database = people.database
        journal = people.journal
        outbox = people.outbox
        installation = people.installation
        throttle = Throttle(people.installation.key)
        siteName = { try await people.look.current()?.name ?? people.installation.name }
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such thing here, or it is not in a state that allows this.
        case unknown
        /// The promise was made: anonymity, personal fields and questions stay.
        case promised
        /// A round begins before the one before it ends, or has no time at all.
        case roundTimes
        /// A channel or a set has this name already.
        case nameTaken
        /// Answers still have to be placed.
        case unplaced
        /// The words do not stand in the answer.
        case notInAnswer
        /// Nothing to take back.
        case nothingToUndo
    }

    static func event(_ action: String, _ call: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("call", call.description), details: details)
    }

    static func issueEvent(_ action: String, _ issue: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("issue", issue.description), details: details)
    }

    // MARK: Calls

    /// Adds a call with its questions.
    ///
    /// - Throws: ``Fault/unknown`` for a programme or part that is not there
    @discardableResult
    package func add(
        _ facts: Call.Facts, programme: Identifier, part: Identifier? = nil, questions: [CallQuestion] = CallQuestion.usual, from origin: Origin
    ) async throws -> Call {
        let call = Call(id: Identifier(at: origin.time), programme: programme, part: part, facts: facts, promisedAt: nil, addedAt: origin.time)
        return try await journal.write(from: origin) { transaction in
            try Self.hold(programme, part, transaction)
            try transaction.execute(
                """
                INSERT INTO learning_call (id, programme, part, title, goal, anonymity, role_field, municipality_field, name_field, mail_field, contact_name,
                    steps, added_at)
                VALUES (\(call.id.description), \(programme.description), \(part?.description), \(facts.title), \(facts.goal), \(facts.anonymity),
                    \(facts.rule(.role)), \(facts.rule(.municipality)), \(facts.rule(.name)), \(facts.rule(.mail)), \(facts.contact), 0, \(origin.time))
                """)
            try Self.write(questions, of: call.id, transaction)
            for (name, code) in [("Zonder kanaal", CallChannel.direct), ("Op papier", CallChannel.paper)] {
                try transaction.execute(
                    """
                    INSERT INTO call_channel (id, call, name, code) VALUES (\(Identifier(at: origin.time).description), \(call.id.description), \(name), \(code))
                    """)
            }
            return (call, Self.event("call.added", call.id))
        }
    }

    /// Holds the programme, so that a part cannot go to another meanwhile.
    private static func hold(_ programme: Identifier, _ part: Identifier?, _ transaction: Transaction) throws {
        let held = try transaction.execute("UPDATE programme SET name = name WHERE id = \(programme.description)")
        guard held == 1 else { throw Fault.unknown }
        guard let part else { return }
        let fitting = try transaction.first(
            "SELECT COUNT(*) FROM programme_part WHERE id = \(part.description) AND programme = \(programme.description)"
        ) { try $0.int(0) }
        guard fitting == 1 else { throw Fault.unknown }
    }

    private static func write(_ questions: [CallQuestion], of call: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM call_question WHERE call = \(call.description)")
        for (index, question) in questions.enumerated() {
            try transaction.execute(
                """
                INSERT INTO call_question (call, number, kind, prompt_nl, prompt_en, required)
                VALUES (\(call.description), \(index + 1), \(question.kind), \(question.prompt.nl), \(question.prompt.en), \(question.isRequired))
                """)
        }
    }

    /// Writes what the organisers say of a call. What was promised stays: the database itself refuses another anonymity.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/promised``
    package func change(_ call: Identifier, to facts: Call.Facts, questions: [CallQuestion], from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            // Holds the row before looking at the promise.
            let held = try transaction.execute(
                "UPDATE learning_call SET title = \(facts.title), goal = \(facts.goal), contact_name = \(facts.contact) WHERE id = \(call.description)")
            guard held == 1, let known = try Self.find(call, transaction) else { throw Fault.unknown }
            let isSame = PersonalField.allCases.allSatisfy { known.call.facts.rule($0) == facts.rule($0) } && known.questions == questions
            if known.call.promisedAt != nil {
                guard isSame, known.call.facts.anonymity == facts.anonymity else { throw Fault.promised }
            } else {
                try transaction.execute(
                    """
                    UPDATE learning_call SET anonymity = \(facts.anonymity), role_field = \(facts.rule(.role)),
                        municipality_field = \(facts.rule(.municipality)), name_field = \(facts.rule(.name)), mail_field = \(facts.rule(.mail))
                    WHERE id = \(call.description)
                    """)
                try Self.write(questions, of: call, transaction)
            }
            return ((), Self.event("call.changed", call))
        }
    }

    // MARK: Channels and sets

    /// Adds a link through which a call is spread.
    ///
    /// - Throws: ``Fault/nameTaken``, ``Fault/unknown``
    @discardableResult
    package func addChannel(_ name: String, to call: Identifier, from origin: Origin) async throws -> CallChannel {
        let channel = CallChannel(id: Identifier(at: origin.time), name: name, code: Slug(of: name).description)
        return try await journal.write(from: origin) { transaction in
            guard try transaction.execute("UPDATE learning_call SET steps = steps WHERE id = \(call.description)") == 1 else { throw Fault.unknown }
            let added = try transaction.execute(
                """
                INSERT INTO call_channel (id, call, name, code) VALUES (\(channel.id.description), \(call.description), \(name), \(channel.code))
                ON CONFLICT (call, code) DO NOTHING
                """)
            guard added == 1 else { throw Fault.nameTaken }
            return (channel, Self.event("call.channel-added", call))
        }
    }

    /// Keeps questions under a name, for other calls.
    ///
    /// - Throws: ``Fault/nameTaken``
    package func keep(_ questions: [CallQuestion], as name: String, from origin: Origin) async throws {
        let id = Identifier(at: origin.time)
        try await journal.write(from: origin) { transaction in
            let added = try transaction.execute(
                "INSERT INTO question_set (id, name, added_at) VALUES (\(id.description), \(name), \(origin.time)) ON CONFLICT (name) DO NOTHING")
            guard added == 1 else { throw Fault.nameTaken }
            for (index, question) in questions.enumerated() {
                try transaction.execute(
                    """
                    INSERT INTO question_set_line (question_set, number, kind, prompt_nl, prompt_en, required)
                    VALUES (\(id.description), \(index + 1), \(question.kind), \(question.prompt.nl), \(question.prompt.en), \(question.isRequired))
                    """)
            }
            return ((), Event("call.questions-kept", Event.Thing("question-set", id.description)))
        }
    }

    /// All sets by name.
    package func sets() async throws -> [QuestionSet] {
        try await database.read { reading in
            var lines: [String: [CallQuestion]] = [:]
            try reading.each("SELECT question_set, kind, prompt_nl, prompt_en, required FROM question_set_line ORDER BY question_set, number") { row in
                lines[try row.string(0), default: []].append(
                    CallQuestion(try row.raw(1), Localized(nl: try row.string(2), en: try row.string(3)), isRequired: try row.bool(4)))
            }
            return try reading.all("SELECT id, name FROM question_set ORDER BY name, id") { row in
                QuestionSet(id: try row.identifier(0), name: try row.string(1), questions: lines[try row.string(0)] ?? [])
            }
        }
    }
}
