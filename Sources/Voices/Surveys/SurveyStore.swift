import Core
import Credentials
import People
import SQL

/// Reads and writes surveys and their questions. The only writer of these tables, with ``SurveyResponses``.
package struct SurveyStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such survey, question, set or code.
        case unknown
        /// Not in this state.
        case state
        /// There are as many questions as there can be, or none.
        case questions
        /// Another question depends on it.
        case needed
        /// This person, or this code, answered already.
        case answered
    }

    // MARK: Writing

    package func add(_ title: String, words: String, in conversation: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO survey (id, conversation, title, words, state, added_on)
                VALUES (\(id.description), \(conversation.description), \(title), \(words), 'ontwerp', \(DutchDay(at: origin.time).description))
                """)
            return (id, ConversationStore.event("survey.added", conversation))
        }
    }

    /// Puts questions behind those that are there.
    ///
    /// - Throws: ``Fault/state``, ``Fault/questions``
    package func append(_ questions: [SurveyQuestion], to survey: Survey, from origin: Origin) async throws {
        try await rewrite(survey, from: origin) { known in
            guard known.count + questions.count <= Survey.mostQuestions else { throw Fault.questions }
            // What a set asks only after another question of that set.
            return known
                + questions.map { question in
                    var moved = question
                    if let condition = question.condition, questions.count > 1 {
                        moved.condition = SurveyQuestion.Condition(question: condition.question + known.count, value: condition.value)
                    }
                    return moved
                }
        }
    }

    /// - Throws: ``Fault/state``, ``Fault/unknown``, ``Fault/needed``
    package func remove(_ number: Int, from survey: Survey, by origin: Origin) async throws {
        try await rewrite(survey, from: origin) { known in
            guard known.indices.contains(number - 1) else { throw Fault.unknown }
            guard !known.contains(where: { $0.condition?.question == number }) else { throw Fault.needed }
            var left = known
            left.remove(at: number - 1)
            return left.map { Self.renumbered($0) { $0 > number ? $0 - 1 : $0 } }
        }
    }

    /// One place up, unless it depends on the one above.
    ///
    /// - Throws: ``Fault/state``, ``Fault/unknown``, ``Fault/needed``
    package func raise(_ number: Int, in survey: Survey, by origin: Origin) async throws {
        try await rewrite(survey, from: origin) { known in
            guard number > 1, known.indices.contains(number - 1) else { throw Fault.unknown }
            guard known[number - 1].condition?.question != number - 1 else { throw Fault.needed }
            var moved = known
            moved.swapAt(number - 1, number - 2)
            return moved.map { Self.renumbered($0) { $0 == number ? number - 1 : $0 == number - 1 ? number : $0 } }
        }
    }

    private static func renumbered(_ question: SurveyQuestion, _ number: (Int) -> Int) -> SurveyQuestion {
        var moved = question
        moved.condition = question.condition.map { SurveyQuestion.Condition(question: number($0.question), value: $0.value) }
        return moved
    }

    private func rewrite(
        _ survey: Survey, from origin: Origin, _ change: @escaping @Sendable ([SurveyQuestion]) throws -> [SurveyQuestion]
    ) async throws {
        try await journal.write(from: origin) { transaction in
            guard try Self.hold(survey.id, transaction) == .draft else { throw Fault.state }
            let questions = try change(try Self.questions(survey.id, transaction)), id = survey.id.description
            try transaction.execute("DELETE FROM survey_question WHERE survey = \(id)")
            for (place, question) in questions.enumerated() {
                try transaction.send(
                    "INSERT INTO survey_question (survey, number, definition) VALUES (\(id), \(place + 1), \(try KeptText.of(question)))")
            }
            return ((), ConversationStore.event("survey.changed", survey.conversation, ["survey": id, "questions": String(questions.count)]))
        }
    }

    /// From now on people answer, and no question changes.
    ///
    /// - Throws: ``Fault/state``, ``Fault/questions``
    package func open(_ survey: Survey, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try Self.hold(survey.id, transaction) == .draft else { throw Fault.state }
            guard try !Self.questions(survey.id, transaction).isEmpty else { throw Fault.questions }
            try transaction.execute("UPDATE survey SET state = 'open' WHERE id = \(survey.id.description)")
            return ((), ConversationStore.event("survey.opened", survey.conversation, ["survey": survey.id.description]))
        }
    }

    /// Nobody answers any more; from now on results can be split, for they change no more.
    ///
    /// - Throws: ``Fault/state``
    package func close(_ survey: Survey, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try Self.hold(survey.id, transaction) == .open else { throw Fault.state }
            try transaction.execute("UPDATE survey SET state = 'gesloten' WHERE id = \(survey.id.description)")
            try transaction.execute("DELETE FROM survey_draft WHERE survey = \(survey.id.description)")
            let splits = try KeptText.of(SurveySplit.all(of: survey, try SurveyResponses.answers(to: survey.id, transaction)))
            try transaction.execute("INSERT INTO survey_split (survey, found) VALUES (\(survey.id.description), \(splits))")
            return ((), ConversationStore.event("survey.closed", survey.conversation, ["survey": survey.id.description]))
        }
    }

    static func hold(_ survey: Identifier, _ transaction: Transaction) throws -> Survey.State {
        try transaction.execute("UPDATE survey SET title = title WHERE id = \(survey.description)")
        guard let state: Survey.State = try transaction.first("SELECT state FROM survey WHERE id = \(survey.description)", { try $0.raw(0) }) else {
            throw Fault.unknown
        }
        return state
    }

    // MARK: Sets

    /// Keeps the questions of a survey for the next one of the same organisation.
    package func keep(_ survey: Survey, as title: String, of owner: Identifier, from origin: Origin) async throws {
        let text = try KeptText.of(survey.questions), id = Identifier(at: origin.time)
        try await journal.write(from: origin) { transaction in
            try transaction.execute(
                "INSERT INTO survey_set (id, owner, title, questions) VALUES (\(id.description), \(owner.description), \(title), \(text))")
            return ((), ConversationStore.event("survey.set-kept", survey.conversation))
        }
    }

    /// Those that come with the product, and those that the organisation kept.
    package func sets(of owner: Identifier) async throws -> [SurveySet] {
        try await database.read { reading in
            let own = try reading.all("SELECT id, title, questions FROM survey_set WHERE owner = \(owner.description) ORDER BY title, id") { row in
                SurveySet(
                    key: try row.string(0), title: Localized(try row.string(1)),
                    questions: try KeptText.value(try row.string(2)))
            }
            return SurveySet.builtIn + own
        }
    }

    // MARK: Reading

    /// Whether everyone can see any.
    static func isAnyShown(in conversation: Identifier, _ database: Database) async throws -> Bool {
        try await database.read { reading in
            try reading.first("SELECT 1 FROM survey WHERE conversation = \(conversation.description) AND state <> 'ontwerp' LIMIT 1") { try $0.int(0) } != nil
        }
    }

    /// Of a conversation, in the order in which they came.
    package func list(in conversation: Identifier) async throws -> [Survey] {
        try await database.read { reading in
            try reading.all("SELECT id, title, words, state FROM survey WHERE conversation = \(conversation.description) ORDER BY added_on, id") {
                (try $0.identifier(0), try $0.string(1), try $0.string(2), try $0.raw(3, as: Survey.State.self))
            }
            .map { id, title, words, state in
                Survey(id: id, conversation: conversation, title: title, words: words, state: state, questions: try Self.questions(id, reading))
            }
        }
    }

    static func questions(_ survey: Identifier, _ reading: Reading) throws -> [SurveyQuestion] {
        try reading.all("SELECT definition FROM survey_question WHERE survey = \(survey.description) ORDER BY number") {
            try KeptText.value(try $0.string(0))
        }
    }
}
