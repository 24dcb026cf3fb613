import Core
import People
import SQL

/// Reads and writes workshops and what their tables brought in. The only writer of these tables.
package struct WorkshopStore: Sendable {
    let database: Database
    let journal: Journal
    let contributions: ContributionStore

    package init(contributions: ContributionStore) {
        database = contributions.database
        journal = contributions.journal
        self.contributions = contributions
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such workshop, table or option.
        case unknown
        /// It is closed.
        case closed
        /// No table was typed in.
        case empty
        /// There are as many as a conversation can have.
        case full
    }

    // MARK: Writing

    /// - Parameter options: in ``Workshop/optionLimit``
    /// - Throws: ``Fault/full``
    package func add(_ facts: Workshop.Facts, options: [String], in conversation: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)")
            let newest = try transaction.first("SELECT MAX(number) FROM workshop WHERE conversation = \(conversation.description)") { try $0.optionalInt(0) }
            let number = ((newest ?? nil) ?? 0) + 1
            guard number <= 999 else { throw Fault.full }
            try transaction.execute(
                """
                INSERT INTO workshop (id, conversation, number, title, day, place, question, tables)
                VALUES (\(id.description), \(conversation.description), \(number), \(facts.title), \(facts.day.description), \(facts.place),
                    \(facts.question), \(facts.tables))
                """)
            try transaction.send(
                "INSERT INTO workshop_option (workshop, number, words)", rows: options.enumerated().map { "(\(id.description), \($0 + 1), \($1))" })
            return (id, ConversationStore.event("workshop.added", conversation, ["tables": String(facts.tables)]))
        }
    }

    /// Takes in the sheet of a table; what was typed before stays as an older version.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/closed``
    package func enter(_ yield: TableYield, of table: Int, in workshop: Workshop, from origin: Origin) async throws {
        let id = workshop.id.description
        guard (1...workshop.facts.tables).contains(table), yield.dots.keys.allSatisfy({ (1...workshop.options.count).contains($0) }) else {
            throw Fault.unknown
        }
        try await journal.write(from: origin) { transaction in
            try Self.hold(workshop.id, transaction)
            let newest = try transaction.first("SELECT MAX(version) FROM workshop_table WHERE workshop = \(id) AND number = \(table)") { try $0.optionalInt(0) }
            let version = ((newest ?? nil) ?? 0) + 1
            try transaction.execute(
                """
                INSERT INTO workshop_table (workshop, number, version, people, entered_on, entered_by)
                VALUES (\(id), \(table), \(version), \(yield.people), \(DutchDay(at: origin.time).description), \(origin.person?.description))
                """)
            try transaction.send(
                "INSERT INTO workshop_dots (workshop, number, version, choice, dots)",
                rows: yield.dots.sorted { $0.key < $1.key }.map { "(\(id), \(table), \(version), \($0.key), \($0.value))" })
            let details = ["workshop": id, "table": String(table), "version": String(version)]
            return ((), ConversationStore.event("workshop.entered", workshop.conversation, details))
        }
    }

    /// What somebody said at a table: a contribution with the people of that table behind it.
    ///
    /// - Parameter code: of the form: what was sent twice comes in once
    package func quote(
        _ words: String, isQuotable: Bool, people: Int, language: String, in conversation: Conversation, code: VoiceCode, by person: Identifier?, at time: Int64
    ) async throws -> ContributionStore.Receipt {
        let entry = Contribution.Entry(
            .story, words, channel: .workshop, language: language, isQuotable: isQuotable, people: people, enteredBy: person)
        return try await database.write { transaction in
            let (receipt, isNew) = try contributions.receive(
                entry, in: conversation.id, moderation: conversation.facts.moderation, code: code, at: time, transaction)
            if isNew { try journal.add(ContributionStore.added(.story, in: conversation.id), from: ContributionStore.nobody(time), in: transaction) }
            return receipt
        }
    }

    /// Nothing changes any more, and everyone sees it.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/closed``, ``Fault/empty``
    package func close(_ workshop: Workshop, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(workshop.id, transaction)
            let tables = try transaction.first("SELECT COUNT(*) FROM workshop_table WHERE workshop = \(workshop.id.description)") { try $0.int(0) }
            guard let tables, tables > 0 else { throw Fault.empty }
            try transaction.execute(
                "UPDATE workshop SET closed_on = \(DutchDay(at: origin.time).description) WHERE id = \(workshop.id.description)")
            return ((), ConversationStore.event("workshop.closed", workshop.conversation, ["workshop": workshop.id.description]))
        }
    }

    private static func hold(_ workshop: Identifier, _ transaction: Transaction) throws {
        guard try transaction.execute("UPDATE workshop SET title = title WHERE id = \(workshop.description)") == 1 else { throw Fault.unknown }
        let closed = try transaction.first("SELECT closed_on FROM workshop WHERE id = \(workshop.description)") { try $0.optionalString(0) }
        if closed != .some(nil) { throw Fault.closed }
    }

    // MARK: Reading

    /// Of a conversation, by their numbers.
    package func list(in conversation: Identifier) async throws -> [Workshop] {
        try await database.read { reading in
            let of: Query = "workshop IN (SELECT id FROM workshop WHERE conversation = \(conversation.description))"
            var options: [String: [String]] = [:], dots: [Key: [Int: Int?]] = [:], tables: [String: [Int: TableYield]] = [:]
            try reading.each("SELECT workshop, words FROM workshop_option WHERE \(of) ORDER BY workshop, number") {
                options[try $0.string(0), default: []].append(try $0.string(1))
            }
            try reading.each("SELECT workshop, number, version, choice, dots FROM workshop_dots WHERE \(of)") { row in
                dots[Key(workshop: try row.string(0), table: try row.int(1), version: try row.int(2)), default: [:]][try row.int(3)] =
                    .some(try row.optionalInt(4))
            }
            try reading.each("SELECT workshop, number, version, people FROM workshop_table WHERE \(of) ORDER BY workshop, number, version") { row in
                let key = Key(workshop: try row.string(0), table: try row.int(1), version: try row.int(2))
                tables[key.workshop, default: [:]][key.table] = TableYield(people: try row.int(3), dots: dots[key] ?? [:], version: key.version)
            }
            return try reading.all(
                """
                SELECT id, number, title, day, place, question, tables, closed_on FROM workshop WHERE conversation = \(conversation.description)
                ORDER BY number
                """
            ) { row in
                guard let day = DutchDay(try row.string(3)) else { throw Fault.unknown }
                let id = try row.string(0)
                return Workshop(
                    id: try row.identifier(0), conversation: conversation, number: try row.int(1),
                    facts: Workshop.Facts(
                        title: try row.string(2), day: day, place: try row.string(4), question: try row.string(5), tables: try row.int(6)),
                    options: options[id] ?? [], tables: tables[id] ?? [:], closedOn: try row.optionalString(7))
            }
        }
    }

    private struct Key: Hashable {
        let workshop: String
        let table: Int
        let version: Int
    }
}
