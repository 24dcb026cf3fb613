import Core
import People
import SQL

/// Reads and writes conversations. The only writer of these tables.
package struct ConversationStore: Sendable {
    let database: Database
    let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such conversation or organisation.
        case unknown
        /// It was announced: what people were promised stays. A later last day is the one thing that can change.
        case announced
        /// Already open, or already closed.
        case state
    }

    static func event(_ action: String, _ conversation: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("conversation", conversation.description), details: details)
    }

    // MARK: Writing

    /// Begins a conversation as a draft.
    ///
    /// - Throws: ``Fault/unknown`` for an organisation that is not there
    @discardableResult
    package func add(_ facts: Conversation.Facts, about area: AreaCode, by owner: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            let known = try transaction.execute("UPDATE organisation SET name = name WHERE id = \(owner.description)")
            guard known == 1 else { throw Fault.unknown }
            try transaction.execute(
                """
                INSERT INTO conversation (id, area, owner, title, question, decided, not_decided, influence, decider, decided_by, afterwards, first_day,
                    last_day, invitation, house_rules, contact, level, moderation, theme, is_about_home, opened_at, closed_at, added_at)
                VALUES (\(id.description), \(area.description), \(owner.description), \(facts.title), \(facts.question), \(facts.decided),
                    \(facts.notDecided), \(facts.influence), \(facts.decider), \(facts.decidedBy.description), \(facts.afterwards),
                    \(facts.firstDay.description), \(facts.lastDay.description), \(facts.invitation), \(facts.houseRules), \(facts.contact), \(facts.level),
                    \(facts.moderation), \(facts.theme), \(facts.isAboutHome), NULL, NULL, \(origin.time))
                """)
            try Self.writeLists(facts, of: id, transaction)
            return (id, Self.event("conversation.added", id))
        }
    }

    /// Writes what a draft says.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/announced``
    package func change(_ id: Identifier, to facts: Conversation.Facts, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE conversation SET title = \(facts.title), question = \(facts.question), decided = \(facts.decided), not_decided = \(facts.notDecided),
                    influence = \(facts.influence), decider = \(facts.decider), decided_by = \(facts.decidedBy.description), afterwards = \(facts.afterwards),
                    first_day = \(facts.firstDay.description), last_day = \(facts.lastDay.description), invitation = \(facts.invitation),
                    house_rules = \(facts.houseRules), contact = \(facts.contact), level = \(facts.level), moderation = \(facts.moderation),
                    theme = \(facts.theme), is_about_home = \(facts.isAboutHome)
                WHERE id = \(id.description) AND opened_at IS NULL
                """)
            guard changed == 1 else { throw try Self.find(id, transaction) == nil ? Fault.unknown : Fault.announced }
            try Self.writeLists(facts, of: id, transaction)
            return ((), Self.event("conversation.changed", id))
        }
    }

    private static func writeLists(_ facts: Conversation.Facts, of id: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM conversation_way WHERE conversation = \(id.description)")
        try transaction.execute("DELETE FROM conversation_language WHERE conversation = \(id.description)")
        try transaction.send(
            "INSERT INTO conversation_way (conversation, way)", rows: facts.ways.map { "(\(id.description), \($0))" })
        try transaction.send(
            "INSERT INTO conversation_language (conversation, number, language)",
            rows: facts.languages.enumerated().map { "(\(id.description), \($0.offset + 1), \($0.element))" })
    }

    /// Announces it: from now on everyone sees it, and it opens on its first day.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/state``
    package func announce(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                "UPDATE conversation SET opened_at = \(origin.time) WHERE id = \(id.description) AND opened_at IS NULL")
            guard changed == 1 else { throw try Self.find(id, transaction) == nil ? Fault.unknown : Fault.state }
            return ((), Self.event("conversation.announced", id))
        }
    }

    /// Gives more time. Less is not possible: people were told a day.
    ///
    /// - Throws: ``Fault/unknown``; ``Fault/state`` for an earlier day, or one after the day of the decision
    package func extend(_ id: Identifier, to day: DutchDay, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE conversation SET last_day = \(day.description)
                WHERE id = \(id.description) AND opened_at IS NOT NULL AND closed_at IS NULL AND last_day < \(day.description)
                    AND decided_by >= \(day.description)
                """)
            guard changed == 1 else { throw try Self.find(id, transaction) == nil ? Fault.unknown : Fault.state }
            return ((), Self.event("conversation.extended", id, ["day": day.description]))
        }
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> Conversation? {
        try await database.read { try Self.find(id, $0) }
    }

    /// All, newest first.
    package func list() async throws -> [Conversation] {
        try await database.read { try Self.rows("TRUE", $0) }
    }

    /// Those that everyone may see, newest first.
    package func announced() async throws -> [Conversation] {
        try await database.read { try Self.rows("opened_at IS NOT NULL", $0) }
    }

    static func find(_ id: Identifier, _ reading: Reading) throws -> Conversation? {
        try rows("id = \(id.description)", reading).first
    }

    private static func rows(_ condition: Query, _ reading: Reading) throws -> [Conversation] {
        var ways: [String: Set<Conversation.Way>] = [:], languages: [String: [String]] = [:]
        let chosen: Query = "SELECT id FROM conversation WHERE \(condition)"
        try reading.each("SELECT conversation, way FROM conversation_way WHERE conversation IN (\(chosen))") { row in
            ways[try row.string(0), default: []].insert(try row.raw(1))
        }
        try reading.each("SELECT conversation, language FROM conversation_language WHERE conversation IN (\(chosen)) ORDER BY number") { row in
            languages[try row.string(0), default: []].append(try row.string(1))
        }
        return try reading.all(
            """
            SELECT id, area, owner, title, question, decided, not_decided, influence, decider, decided_by, afterwards, first_day, last_day, invitation,
                house_rules, contact, level, moderation, theme, is_about_home, opened_at, closed_at, added_at
            FROM conversation WHERE \(condition) ORDER BY added_at DESC, id DESC
            """
        ) { row in
            let key = try row.string(0)
            guard let area = AreaCode(try row.string(1)) else { throw Fault.unknown }
            func day(_ place: Int) throws -> DutchDay {
                guard let day = DutchDay(try row.string(place)) else { throw Fault.unknown }
                return day
            }
            let facts = Conversation.Facts(
                title: try row.string(3), question: try row.string(4), decided: try row.string(5), notDecided: try row.string(6), influence: try row.raw(7),
                decider: try row.string(8), decidedBy: try day(9), afterwards: try row.string(10), firstDay: try day(11), lastDay: try day(12),
                ways: ways[key] ?? [], invitation: try row.string(13), languages: languages[key] ?? [], houseRules: try row.string(14),
                contact: try row.string(15), level: try row.raw(16), moderation: try row.raw(17), theme: try row.optionalString(18),
                isAboutHome: try row.bool(19))
            return Conversation(
                id: try row.identifier(0), area: area, owner: try row.identifier(2), facts: facts, openedAt: try row.optionalInt(20).map { Int64($0) },
                closedAt: try row.optionalInt(21).map { Int64($0) }, addedAt: Int64(try row.int(22)))
        }
    }
}
