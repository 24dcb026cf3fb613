import Core
import People
import SQL

// Answers and issues as they are read.
extension InventoryStore {
    /// All that stands on the desk of a call.
    package func workbench(of call: Identifier) async throws -> Workbench {
        try await database.read { reading in
            let entries = try Self.entries(where: "inventory_submission.call = \(call.description)", reading)
            let fragments = try Self.fragments(of: call, reading)
            let issues = try Self.issues(where: "call = \(call.description) AND merged_into IS NULL AND removed_at IS NULL", reading)
            let last = try reading.first(
                "SELECT number, kind FROM issue_step WHERE call = \(call.description) AND undone_at IS NULL ORDER BY number DESC LIMIT 1"
            ) { row in Workbench.Step(number: try row.int(0), kind: try row.raw(1)) }
            return Workbench(entries: entries, fragments: fragments, issues: issues, last: last)
        }
    }

    /// Every answer of a call, also those without any words.
    package func submissions(of call: Identifier) async throws -> [Submission] {
        try await database.read { try Self.submissions(where: "inventory_submission.call = \(call.description)", $0) }
    }

    /// Whose an answer is; nil for an anonymous one, and where nothing was given.
    package func name(of submission: Identifier) async throws -> AnswerName? {
        try await database.read { reading in
            try reading.first("SELECT name, mail FROM inventory_name WHERE submission = \(submission.description)") { row in
                AnswerName(name: try row.optionalString(0), mail: try row.optionalString(1))
            }
        }
    }

    /// The ways of gathering knowledge that each answer names; answers that name none are not there (INV-05).
    package func sources(of call: Identifier) async throws -> [Identifier: Set<KnowledgeSource>] {
        var found: [Identifier: Set<KnowledgeSource>] = [:]
        try await database.read { reading in
            try reading.all(
                """
                SELECT submission, source FROM inventory_source JOIN inventory_submission ON inventory_submission.id = inventory_source.submission
                WHERE inventory_submission.call = \(call.description)
                """
            ) { row in (try row.identifier(0), try row.raw(1, as: KnowledgeSource.self)) }
        }
        .forEach { submission, source in found[submission, default: []].insert(source) }
        return found
    }

    /// An issue by its permanent name, wherever it went: what was merged leads to what it became.
    package func issue(_ id: Identifier) async throws -> LearningIssue? {
        try await database.read { reading in try Self.issues(where: "id = \(id.description) AND removed_at IS NULL", reading).first }
    }

    private static let lookRule = Throttle.Rule(kind: "inventory-look", most: 60, window: 3_600_000)

    /// Counts a look at what became of an answer, so that nobody can try numbers.
    package func mayLook(_ client: String, at now: Int64) async throws -> Bool {
        try await database.write { [throttle] in try throttle.take(Self.lookRule, client, at: now, in: $0) }
    }

    /// How each answer tells of itself to its giver.
    package func standing(of receipt: String) async throws -> AnswerStanding? {
        let tag = tag(receipt)
        return try await database.read { reading in
            guard let submission = try Self.submissions(where: "inventory_submission.receipt = \(tag)", reading).first,
                let round = try Self.rounds(where: "call_round.id = \(submission.round.description)", reading).first,
                let view = try Self.find(round.call, reading)
            else { return nil }
            let own = try Self.fragments(of: round.call, reading, and: "inventory_entry.submission = \(submission.id.description)")
            let ids = Set(own.flatMap(\.issues)).map(\.description)
            let issues = try Self.issues(where: "id IN \(list: ids) AND removed_at IS NULL", reading)
            let all = try Self.entries(where: "inventory_submission.id = \(submission.id.description)", reading)
            let waits = all.contains { entry in entry.content.kind.isPlaced && !own.contains { $0.entry == entry.id } } || own.contains { !$0.isPlaced }
            return AnswerStanding(view: view, round: round, day: submission.day, issues: issues, reasons: own.compactMap(\.aside), waits: waits)
        }
    }

    // MARK: Rows

    private static let submissionColumns: Query = """
        inventory_submission.id, inventory_submission.round, inventory_submission.handed_on, inventory_submission.timing, inventory_submission.origin,
        inventory_submission.role, inventory_submission.municipality, inventory_submission.municipality_name, inventory_submission.quotable,
        COALESCE(inventory_name.giver, inventory_submission.id)
        """

    static func submissions(where condition: Query, _ reading: Reading) throws -> [Submission] {
        try reading.all(
            """
            SELECT \(submissionColumns) FROM inventory_submission LEFT JOIN inventory_name ON inventory_name.submission = inventory_submission.id
            WHERE \(condition) ORDER BY inventory_submission.handed_on, inventory_submission.id
            """, submission)
    }

    private static func submission(_ row: Row) throws -> Submission {
        let code = try row.optionalString(6).flatMap { AreaCode($0) }, name = try row.optionalString(7) ?? ""
        return Submission(
            id: try row.identifier(0), round: try row.identifier(1), day: try row.string(2), timing: try row.raw(3), isPaper: try row.string(4) == "papier",
            role: try row.optionalString(5).flatMap { Role(rawValue: $0) }, municipality: code.map { AnswerPlace(code: $0, name: name) },
            isQuotable: try row.bool(8), giver: try row.string(9))
    }

    private static func entries(where condition: Query, _ reading: Reading) throws -> [AnswerEntry] {
        try reading.all(
            """
            SELECT \(submissionColumns), inventory_entry.id, inventory_entry.kind, inventory_entry.words, inventory_entry.needs, inventory_entry.need_words,
                inventory_entry.context, inventory_entry.place, inventory_entry.tried, inventory_entry.urgent, inventory_entry.tough,
                inventory_entry.why_tough
            FROM inventory_entry JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            JOIN call_round ON call_round.id = inventory_submission.round
            LEFT JOIN inventory_name ON inventory_name.submission = inventory_submission.id
            WHERE \(condition) ORDER BY call_round.number, inventory_submission.handed_on, inventory_entry.id
            """
        ) { row in AnswerEntry(id: try row.identifier(10), submission: try submission(row), content: try content(row)) }
    }

    private static func content(_ row: Row) throws -> AnswerEntry.Content {
        let words = try row.string(12)
        switch try row.raw(11, as: AnswerEntry.Kind.self) {
        case .offer: return .offer(words)
        case .need:
            let needs = try row.string(13).split(separator: " ").compactMap { KnowledgeNeed.Kind(rawValue: String($0)) }
            return .need(KnowledgeNeed(learn: words, needs: Set(needs), words: try row.string(14)))
        case .question:
            return .question(
                PracticeQuestion(
                    asked: words, context: try row.string(15), place: try row.string(16), tried: try row.string(17), isUrgent: try row.bool(18),
                    isTough: try row.bool(19), whyTough: try row.string(20)))
        }
    }

    private static func fragments(of call: Identifier, _ reading: Reading, and condition: Query = "1 = 1") throws -> [AnswerFragment] {
        var issues: [String: [Identifier]] = [:]
        try reading.each(
            """
            SELECT fragment, issue FROM issue_fragment JOIN learning_issue ON learning_issue.id = issue_fragment.issue
            WHERE learning_issue.call = \(call.description) ORDER BY fragment, issue
            """
        ) { row in issues[try row.string(0), default: []].append(try row.identifier(1)) }
        return try reading.all(
            """
            SELECT answer_fragment.id, answer_fragment.entry, answer_fragment.words, answer_fragment.aside FROM answer_fragment
            JOIN inventory_entry ON inventory_entry.id = answer_fragment.entry
            JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            WHERE inventory_submission.call = \(call.description) AND \(condition) ORDER BY answer_fragment.id
            """
        ) { row in
            AnswerFragment(
                id: try row.identifier(0), entry: try row.identifier(1), words: try row.string(2), aside: try row.optionalString(3),
                issues: issues[try row.string(0)] ?? [])
        }
    }

    /// By title.
    static func issues(where condition: Query, _ reading: Reading) throws -> [LearningIssue] {
        var domains: [String: [String]] = [:]
        try reading.each(
            "SELECT issue, term FROM issue_domain JOIN learning_issue ON learning_issue.id = issue_domain.issue WHERE \(condition) ORDER BY issue, term"
        ) { row in domains[try row.string(0), default: []].append(try row.string(1)) }
        return try reading.all(
            """
            SELECT id, call, title, theme, words, questions, level, tough, why_tough, reinforces, perspective, merged_into FROM learning_issue
            WHERE \(condition) ORDER BY title, id
            """
        ) { row in
            let facts = LearningIssue.Facts(
                title: try row.string(2), theme: try row.optionalString(3), domains: domains[try row.string(0)] ?? [], words: try row.string(4),
                questions: try row.string(5), level: try row.optionalRaw(6), isTough: try row.bool(7), whyTough: try row.string(8),
                reinforces: try row.string(9), perspective: try row.string(10))
            return LearningIssue(
                id: try row.identifier(0), call: try row.identifier(1), facts: facts, mergedInto: try row.optionalString(11).flatMap { Identifier($0) })
        }
    }
}

/// Where an answer stands, for who has its receipt (INV-10, INV-13).
package struct AnswerStanding: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case open = "open"
        /// In one or more issues.
        case taken = "meegenomen"
        /// Not taken along, and it says why.
        case closed = "gesloten"

        package var name: Localized {
            switch self {
            case .open: Localized(nl: "Nog niet bekeken", en: "Not looked at yet")
            case .taken: Localized(nl: "Meegenomen", en: "Taken along")
            case .closed: Localized(nl: "Gesloten", en: "Closed")
            }
        }
    }

    package let view: CallView
    package let round: CallRound
    package let day: String
    package let issues: [LearningIssue]
    package let reasons: [String]
    /// Something of it was not looked at yet.
    package let waits: Bool

    package var state: State { !issues.isEmpty ? .taken : !reasons.isEmpty && !waits ? .closed : .open }
}
