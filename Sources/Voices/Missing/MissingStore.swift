import Core
import Credentials
import People
import SQL

/// Reads and writes what people told of themselves, and visits. The only writer of these tables.
package struct MissingStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What everyone sees moves by this many people at least: as many as a group must have to be told.
    static let step = MissingOutcome.floor

    // MARK: Asking

    /// Chooses what is asked in a conversation; what was told before stays until it goes with time.
    package func ask(_ questions: Set<Background>, in conversation: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("DELETE FROM background_question WHERE conversation = \(conversation.description)")
            try transaction.send(
                "INSERT INTO background_question (conversation, question)",
                rows: Background.allCases.filter(questions.contains).map { "(\(conversation.description), \($0))" })
            let asked = Background.allCases.filter(questions.contains).map(\.rawValue).joined(separator: ",")
            return ((), ConversationStore.event("missing.asked", conversation, ["questions": asked]))
        }
    }

    package func questions(in conversation: Identifier) async throws -> [Background] {
        try await database.read { reading in
            let found = Set(
                try reading.all("SELECT question FROM background_question WHERE conversation = \(conversation.description)") {
                    try $0.raw(0, as: Background.self)
                })
            return Background.allCases.filter(found.contains)
        }
    }

    /// Whether anything is asked.
    static func isAnyAsked(in conversation: Identifier, _ database: Database) async throws -> Bool {
        try await database.read { reading in
            try reading.first("SELECT 1 FROM background_question WHERE conversation = \(conversation.description) LIMIT 1") { try $0.int(0) } != nil
        }
    }

    // MARK: Telling

    /// Keeps what somebody tells of themselves; a question that is not in it is wiped.
    package func tell(_ answers: [Background: String], by mark: [UInt8], in conversation: Identifier, at time: Int64) async throws {
        let id = conversation.description
        try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            try transaction.execute("UPDATE conversation SET title = title WHERE id = \(id)")
            let before = try Self.told(by: mark, in: conversation, transaction)
            for question in Background.allCases where before[question] != answers[question] {
                if let old = before[question] {
                    try transaction.execute("DELETE FROM background_answer WHERE conversation = \(id) AND mark = \(mark) AND question = \(question)")
                    try Self.count(question, old, -1, in: conversation, transaction)
                }
                if let new = answers[question] {
                    try transaction.execute("INSERT INTO background_answer (conversation, mark, question, value) VALUES (\(id), \(mark), \(question), \(new))")
                    try Self.count(question, new, 1, in: conversation, transaction)
                }
                try Self.move(question, in: conversation, transaction)
            }
            return ((), ConversationStore.event("voices.background", conversation))
        }
    }

    private static func count(_ question: Background, _ value: String, _ change: Int, in conversation: Identifier, _ transaction: Transaction) throws {
        let id = conversation.description
        try transaction.execute(
            """
            INSERT INTO background_count (conversation, question, value, people) VALUES (\(id), \(question), \(value), 0)
            ON CONFLICT (conversation, question, value) DO NOTHING
            """)
        try transaction.execute(
            "UPDATE background_count SET people = people + \(change) WHERE conversation = \(id) AND question = \(question) AND value = \(value)")
    }

    private static func move(_ question: Background, in conversation: Identifier, _ transaction: Transaction) throws {
        let of: Query = "conversation = \(conversation.description) AND question = \(question)"
        try transaction.execute(
            """
            UPDATE background_count SET shown = people WHERE \(of)
                AND (SELECT ABS(SUM(people) - SUM(shown)) FROM background_count WHERE \(of)) >= \(step)
            """)
    }

    /// What somebody told of themselves.
    package func told(by mark: [UInt8], in conversation: Identifier) async throws -> [Background: String] {
        try await database.read { try Self.told(by: mark, in: conversation, $0) }
    }

    private static func told(by mark: [UInt8], in conversation: Identifier, _ reading: Reading) throws -> [Background: String] {
        var told: [Background: String] = [:]
        try reading.each("SELECT question, value FROM background_answer WHERE conversation = \(conversation.description) AND mark = \(mark)") {
            told[try $0.raw(0)] = try $0.string(1)
        }
        return told
    }

    /// Counts as everyone may see them.
    package func shown(in conversation: Identifier) async throws -> [Background: [String: Int]] {
        try await database.read { reading in
            var counts: [Background: [String: Int]] = [:]
            try reading.each("SELECT question, value, shown FROM background_count WHERE conversation = \(conversation.description)") {
                counts[try $0.raw(0), default: [:]][try $0.string(1)] = try $0.int(2)
            }
            return counts
        }
    }

    // MARK: Visits

    package func plan(_ people: String, place: String, visitor: String, day: DutchDay, in conversation: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO visit (id, conversation, people, place, visitor, day, is_done)
                VALUES (\(Identifier(at: origin.time).description), \(conversation.description), \(people), \(place), \(visitor), \(day.description), 0)
                """)
            return ((), ConversationStore.event("missing.visit", conversation))
        }
    }

    /// - Returns: whether there is such a visit
    package func finish(_ visit: Identifier, in conversation: Identifier, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            let changed = try transaction.execute(
                "UPDATE visit SET is_done = 1 WHERE id = \(visit.description) AND conversation = \(conversation.description) AND is_done = 0")
            guard changed == 1 else { return false }
            try journal.add(ConversationStore.event("missing.visited", conversation), from: origin, in: transaction)
            return true
        }
    }

    package func visits(in conversation: Identifier) async throws -> [Visit] {
        try await database.read { reading in
            try reading.all(
                "SELECT id, people, place, visitor, day, is_done FROM visit WHERE conversation = \(conversation.description) ORDER BY day, id"
            ) { row -> Visit? in
                guard let day = DutchDay(try row.string(4)) else { return nil }
                return Visit(
                    id: try row.identifier(0), people: try row.string(1), place: try row.string(2), visitor: try row.string(3), day: day,
                    isDone: try row.bool(5))
            }
            .compactMap { $0 }
        }
    }
}
