import Core
import Credentials
import Measures
import People
import SQL

/// Reads and writes sheets that came on paper: their code, their votes and the second look at them, each in one transaction.
package struct SheetStore: Sendable {
    let database: Database
    let journal: Journal
    let codes: CodeStore

    package init(codes: CodeStore) {
        database = codes.database
        journal = codes.journal
        self.codes = codes
    }

    /// What a write can be refused for; a code is refused with ``CodeStore/Fault``.
    package enum Fault: Error, Sendable, Hashable {
        /// No sheet with this code was typed in.
        case unknown
        /// Who typed it first cannot be the second.
        case samePerson
        /// A second person looked at it already.
        case checked
    }

    // MARK: Typing in

    /// Takes in what stands on one sheet: one code, one voter, by paper.
    ///
    /// - Returns: the mark of the voter
    /// - Throws: ``CodeStore/Fault``
    @discardableResult
    package func enter(_ entry: SheetEntry, code: VoiceCode, in conversation: Identifier, from origin: Origin) async throws -> [UInt8] {
        try await journal.write(from: origin) { transaction in
            let mark = try codes.useOnPaper(code, in: conversation, at: origin.time, transaction)
            let open = Set(try StatementBook.list(in: conversation, transaction).map(\.number)), choices = entry.choices.filter { open.contains($0.key) }
            try Self.cast(choices, by: mark, in: conversation, at: origin.time, transaction)
            try transaction.execute(
                """
                INSERT INTO paper_sheet (conversation, mark, entered_on, entered_by, fields, unreadable)
                VALUES (\(conversation.description), \(mark), \(DutchDay(at: origin.time).description), \(origin.person?.description),
                    \(entry.fields.count), \(entry.unreadable))
                """)
            return (mark, ConversationStore.event("codes.sheet", conversation))
        }
    }

    private static func cast(
        _ choices: [Int: Vote.Choice], by mark: [UInt8], in conversation: Identifier, at time: Int64, _ transaction: Transaction
    ) throws {
        guard !choices.isEmpty else { return }
        let votes = choices.sorted { $0.key < $1.key }.map { CastVote(mark: mark, statement: $0.key, choice: $0.value, channel: .paper, client: nil) }
        var turn = VoteTurn(conversation: conversation, newest: try VoteStore.hold(conversation, transaction))
        try turn.findVoters(votes, transaction)
        try turn.addVoters(votes, at: time, crowd: { _ in nil }, transaction)
        try turn.write(votes, transaction)
    }

    // MARK: The second look

    /// A second person typed the same sheet.
    ///
    /// - Returns: where they differ from the first
    /// - Throws: ``Fault``
    package func check(_ entry: SheetEntry, code: VoiceCode, in conversation: Identifier, from origin: Origin) async throws -> [SheetDifference] {
        let mark = codes.marks.tag(.code(code), in: conversation)
        return try await journal.write(from: origin) { transaction in
            try Self.hold(mark, by: origin, in: conversation, transaction)
            let first = try Self.votes(of: mark, in: conversation, transaction), second = entry.choices
            let found = entry.fields.keys.sorted().filter { first[$0] != second[$0] }
                .map { SheetDifference(statement: $0, first: first[$0], second: second[$0]) }
            let changed = try transaction.execute(
                """
                UPDATE paper_sheet SET checked_on = \(DutchDay(at: origin.time).description), checked_by = \(origin.person?.description),
                    checked_fields = \(entry.fields.count), differences = \(found.count)
                WHERE conversation = \(conversation.description) AND mark = \(mark) AND checked_on IS NULL
                """)
            guard changed == 1 else { throw Fault.checked }
            return (found, ConversationStore.event("codes.sheet-checked", conversation, ["differences": String(found.count)]))
        }
    }

    /// What the two found when they looked at the paper together counts from now on.
    ///
    /// - Parameter choices: by the number of the statement; nil where nothing can be read there
    /// - Throws: ``Fault/unknown``
    package func settle(_ choices: [Int: Vote.Choice?], code: VoiceCode, in conversation: Identifier, from origin: Origin) async throws {
        let mark = codes.marks.tag(.code(code), in: conversation)
        try await journal.write(from: origin) { transaction in
            let known = try transaction.first(
                "SELECT 1 FROM paper_sheet WHERE conversation = \(conversation.description) AND mark = \(mark) AND checked_on IS NOT NULL"
            ) { try $0.int(0) }
            guard known != nil else { throw Fault.unknown }
            let open = Set(try StatementBook.list(in: conversation, transaction).map(\.number)), valid = choices.filter { open.contains($0.key) }
            try Self.cast(valid.compactMapValues { $0 }, by: mark, in: conversation, at: origin.time, transaction)
            var turn = VoteTurn(conversation: conversation, newest: try VoteStore.hold(conversation, transaction))
            try turn.erase(valid.filter { $0.value == nil }.map(\.key), by: mark, transaction)
            return ((), ConversationStore.event("codes.sheet-settled", conversation, ["count": String(valid.count)]))
        }
    }

    private static func hold(_ mark: [UInt8], by origin: Origin, in conversation: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE paper_sheet SET fields = fields WHERE conversation = \(conversation.description) AND mark = \(mark)")
        let known = try transaction.first(
            "SELECT entered_by FROM paper_sheet WHERE conversation = \(conversation.description) AND mark = \(mark)"
        ) { try $0.optionalString(0) }
        guard let known else { throw Fault.unknown }
        guard known == nil || known != origin.person?.description else { throw Fault.samePerson }
    }

    private static func votes(of mark: [UInt8], in conversation: Identifier, _ reading: Reading) throws -> [Int: Vote.Choice] {
        var votes: [Int: Vote.Choice] = [:]
        try reading.each(
            """
            SELECT vote.statement, vote.value FROM vote
            JOIN voter_mark ON voter_mark.conversation = vote.conversation AND voter_mark.voter = vote.voter
            WHERE vote.conversation = \(conversation.description) AND voter_mark.mark = \(mark)
            """
        ) { votes[try $0.int(0)] = Vote.Choice(rawValue: Int8(clamping: try $0.int(1))) }
        return votes
    }

    // MARK: Counting

    package func count(in conversation: Identifier) async throws -> SheetCount {
        try await database.read { reading in
            try reading.first(
                """
                SELECT COUNT(*), COALESCE(SUM(fields), 0), COALESCE(SUM(unreadable), 0), COUNT(checked_on), COALESCE(SUM(checked_fields), 0),
                    COALESCE(SUM(differences), 0)
                FROM paper_sheet WHERE conversation = \(conversation.description)
                """
            ) { row in
                SheetCount(
                    sheets: try row.int(0), fields: try row.int(1), unreadable: try row.int(2), checked: try row.int(3), checkedFields: try row.int(4),
                    differences: try row.int(5))
            } ?? SheetCount()
        }
    }
}
