import Core
import People
import SQL

/// Reads and writes worksheets and the sheets that people fill. The only writer of these tables.
package struct WorksheetStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such worksheet, sheet or meeting, or not of this person.
        case unknown
        /// Too long, too many questions, or none.
        case facts
        /// An item of another meeting, or of another kind.
        case item
        /// People wrote on it: its questions stay.
        case inUse
        /// The meeting has not begun, or was cancelled.
        case notNow
        /// It was saved elsewhere meanwhile.
        case conflict
        /// Nothing stands on it.
        case empty
        /// Only who signed in shares with everyone.
        case signIn
    }

    static func event(_ action: String, _ worksheet: Identifier) -> Event { Event(action, Event.Thing("worksheet", worksheet.description)) }

    // MARK: Worksheets

    /// - Parameter source: the worksheet that it is a copy of
    @discardableResult
    package func add(
        _ facts: Worksheet.Facts, to meeting: Identifier, copiedFrom source: Identifier? = nil, from origin: Origin
    ) async throws -> Worksheet {
        guard WorksheetRules.fits(facts) else { throw Fault.facts }
        let worksheet = Worksheet(id: Identifier(at: origin.time), meeting: meeting, facts: facts, addedAt: origin.time)
        return try await journal.write(from: origin) { transaction in
            // Held, so that the meeting is not taken away meanwhile.
            let held = try transaction.execute("UPDATE meeting SET updated_at = updated_at WHERE id = \(meeting.description)")
            guard held == 1 else { throw Fault.unknown }
            try Self.check(facts.item, of: meeting, transaction)
            try transaction.execute(
                """
                INSERT INTO worksheet (id, meeting, item, copied_from, title, intro, added_at, updated_at)
                VALUES (\(worksheet.id.description), \(meeting.description), \(facts.item?.description), \(source?.description), \(facts.title),
                    \(facts.intro), \(origin.time), \(origin.time))
                """)
            try Self.write(facts.questions, of: worksheet.id, transaction)
            return (worksheet, Self.event(source == nil ? "worksheet.added" : "worksheet.copied", worksheet.id))
        }
    }

    private static func check(_ item: Identifier?, of meeting: Identifier, _ reading: Reading) throws {
        guard let item else { return }
        let found = try reading.first(
            """
            SELECT 1 FROM programme_item WHERE id = \(item.description) AND meeting = \(meeting.description) AND kind = \(ProgrammeItem.Kind.application)
            """
        ) { try $0.int(0) }
        guard found != nil else { throw Fault.item }
    }

    private static func write(_ questions: [String], of worksheet: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM worksheet_question WHERE worksheet = \(worksheet.description)")
        for (index, question) in questions.enumerated() {
            try transaction.execute(
                "INSERT INTO worksheet_question (worksheet, number, body) VALUES (\(worksheet.description), \(index + 1), \(question))")
        }
    }

    /// Writes it anew. Once someone wrote on it the questions stay as they are: answers belong to the question that was asked.
    package func change(_ id: Identifier, to facts: Worksheet.Facts, from origin: Origin) async throws {
        guard WorksheetRules.fits(facts) else { throw Fault.facts }
        try await journal.write(from: origin) { transaction in
            let before = try Self.hold(id, transaction)
            if facts.questions != before.facts.questions {
                guard try !Self.hasSheets(id, transaction) else { throw Fault.inUse }
                try Self.write(facts.questions, of: id, transaction)
            }
            try Self.check(facts.item, of: before.meeting, transaction)
            try transaction.execute(
                """
                UPDATE worksheet SET title = \(facts.title), intro = \(facts.intro), item = \(facts.item?.description), updated_at = \(origin.time)
                WHERE id = \(id.description)
                """)
            return ((), Self.event("worksheet.changed", id))
        }
    }

    /// Takes a worksheet away that nobody wrote on.
    package func remove(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            _ = try Self.hold(id, transaction)
            guard try !Self.hasSheets(id, transaction) else { throw Fault.inUse }
            try transaction.execute("DELETE FROM worksheet WHERE id = \(id.description)")
            return ((), Self.event("worksheet.removed", id))
        }
    }

    /// Holds the worksheet, so that its questions and its first sheet do not cross.
    static func hold(_ id: Identifier, _ transaction: Transaction) throws -> Worksheet {
        try transaction.execute("UPDATE worksheet SET added_at = added_at WHERE id = \(id.description)")
        guard let found = try worksheets("id = \(id.description)", transaction).first else { throw Fault.unknown }
        return found
    }

    private static func hasSheets(_ id: Identifier, _ reading: Reading) throws -> Bool {
        try reading.first("SELECT 1 FROM worksheet_sheet WHERE worksheet = \(id.description)") { try $0.int(0) } != nil
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> Worksheet? { try await database.read { try Self.worksheets("id = \(id.description)", $0).first } }

    package func worksheets(of meeting: Identifier) async throws -> [Worksheet] {
        try await database.read { try Self.worksheets("meeting = \(meeting.description)", $0) }
    }

    /// Those of the other meetings of its series, or of the programme itself where it is in none: what can be used again.
    package func toCopy(for meeting: Meeting) async throws -> [Worksheet] {
        let place: Query =
            meeting.part.map { "part = \($0.description)" } ?? "programme = \(meeting.programme.description) AND part IS NULL"
        return try await database.read {
            try Self.worksheets("meeting IN (SELECT meeting.id FROM meeting WHERE \(place) AND meeting.id <> \(meeting.id.description))", $0)
        }
    }

    /// Whether anyone wrote on it.
    package func isUsed(_ id: Identifier) async throws -> Bool { try await database.read { try Self.hasSheets(id, $0) } }

    static func worksheets(_ condition: Query, _ reading: Reading) throws -> [Worksheet] {
        var questions: [String: [String]] = [:]
        try reading.each(
            """
            SELECT worksheet, body FROM worksheet_question WHERE worksheet IN (SELECT worksheet.id FROM worksheet WHERE \(condition))
            ORDER BY worksheet, number
            """
        ) { row in questions[try row.string(0), default: []].append(try row.string(1)) }
        return try reading.all("SELECT id, meeting, title, intro, item, added_at FROM worksheet WHERE \(condition) ORDER BY id") { row in
            let id = try row.identifier(0)
            let facts = Worksheet.Facts(
                title: try row.string(2), intro: try row.string(3), questions: questions[id.description] ?? [],
                item: try row.optionalString(4).flatMap { Identifier($0) })
            return Worksheet(id: id, meeting: try row.identifier(1), facts: facts, addedAt: Int64(try row.int(5)))
        }
    }
}
