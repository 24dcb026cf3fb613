import Core
import Credentials
import Measures
import People
import SQL

/// Reads and writes choices, their projects and ballots. The only writer of these tables.
package struct ChoiceStore: Sendable {
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
        /// No such choice or project.
        case unknown
        /// Not in this state.
        case state
        /// There are as many projects as there can be, or fewer than two.
        case projects
        /// Dearer than the budget.
        case cost
        /// Nothing is chosen.
        case empty
        /// Who typed it before cannot type it again.
        case samePerson
        /// It is counted already.
        case counted
    }

    // MARK: Making one

    package func add(_ facts: SharedChoice.Facts, in conversation: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            try Self.insert(facts, as: id, state: .draft, in: conversation, at: origin.time, transaction)
            return (id, ConversationStore.event("choice.added", conversation, ["kind": facts.kind.rawValue]))
        }
    }

    private static func insert(
        _ facts: SharedChoice.Facts, as id: Identifier, state: SharedChoice.State, in conversation: Identifier, at time: Int64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO shared_choice (id, conversation, kind, title, words, budget, fills, state, added_on)
            VALUES (\(id.description), \(conversation.description), \(facts.kind), \(facts.title), \(facts.words), \(facts.budget), \(facts.fills),
                \(state), \(DutchDay(at: time).description))
            """)
    }

    /// - Throws: ``Fault/state``, ``Fault/projects``, ``Fault/cost``
    package func addProject(_ title: String, words: String, cost: Int, to choice: SharedChoice, from origin: Origin) async throws {
        try await write(choice, from: origin, "choice.project") { transaction, state in
            guard state == .draft else { throw Fault.state }
            guard choice.facts.kind == .order || cost <= choice.facts.budget else { throw Fault.cost }
            let newest = try transaction.first("SELECT MAX(number) FROM choice_project WHERE choice = \(choice.id.description)") { try $0.optionalInt(0) }
            let number = ((newest ?? nil) ?? 0) + 1
            guard number <= SharedChoice.mostProjects else { throw Fault.projects }
            try transaction.execute(
                """
                INSERT INTO choice_project (choice, number, title, words, cost)
                VALUES (\(choice.id.description), \(number), \(title), \(words), \(choice.facts.kind == .order ? 0 : cost))
                """)
        }
    }

    /// Takes a project away: before people choose without a trace, after that it stays in sight with the reason.
    ///
    /// - Throws: ``Fault/state``, ``Fault/unknown``
    package func withdraw(_ project: Int, because reason: String, from choice: SharedChoice, by origin: Origin) async throws {
        try await write(choice, from: origin, "choice.withdrawn") { transaction, state in
            guard state != .closed else { throw Fault.state }
            let these: Query = "choice = \(choice.id.description) AND number = \(project) AND withdrawn IS NULL"
            let changed =
                state == .draft
                ? try transaction.execute("DELETE FROM choice_project WHERE \(these)")
                : try transaction.execute("UPDATE choice_project SET withdrawn = \(reason) WHERE \(these)")
            guard changed == 1 else { throw Fault.unknown }
        }
    }

    /// From now on people choose, and nothing else changes.
    ///
    /// - Throws: ``Fault/state``, ``Fault/projects``
    package func open(_ choice: SharedChoice, from origin: Origin) async throws {
        try await write(choice, from: origin, "choice.opened") { transaction, state in
            guard state == .draft else { throw Fault.state }
            let count = try transaction.first("SELECT COUNT(*) FROM choice_project WHERE choice = \(choice.id.description)") { try $0.int(0) } ?? 0
            guard count >= 2 else { throw Fault.projects }
            try transaction.execute("UPDATE shared_choice SET state = 'open' WHERE id = \(choice.id.description)")
        }
    }

    /// Nobody can choose any more.
    ///
    /// - Throws: ``Fault/state``
    package func close(_ choice: SharedChoice, from origin: Origin) async throws {
        try await write(choice, from: origin, "choice.closed") { transaction, state in
            guard state == .open else { throw Fault.state }
            try transaction.execute("UPDATE shared_choice SET state = 'gesloten' WHERE id = \(choice.id.description)")
        }
    }

    private func write(
        _ choice: SharedChoice, from origin: Origin, _ action: String, _ body: @escaping @Sendable (Transaction, SharedChoice.State) throws -> Void
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try body(transaction, try Self.hold(choice.id, transaction))
            return ((), ConversationStore.event(action, choice.conversation, ["choice": choice.id.description]))
        }
    }

    private static func hold(_ choice: Identifier, _ transaction: Transaction) throws -> SharedChoice.State {
        try transaction.execute("UPDATE shared_choice SET title = title WHERE id = \(choice.description)")
        guard let state: SharedChoice.State = try transaction.first("SELECT state FROM shared_choice WHERE id = \(choice.description)", { try $0.raw(0) })
        else { throw Fault.unknown }
        return state
    }

    // MARK: Choosing

    /// Writes somebody's ballot, or replaces it. Only what can still be chosen is in it.
    ///
    /// - Throws: ``Fault/state``, ``Fault/empty``
    package func vote(_ approvals: Set<Int>, by mark: [UInt8], channel: Contribution.Channel, on choice: SharedChoice, at time: Int64) async throws {
        try await journal.write(from: ContributionStore.nobody(time)) { transaction in
            guard try Self.hold(choice.id, transaction) == .open else { throw Fault.state }
            try Self.cast(approvals, by: mark, channel: channel, on: choice.id, transaction)
            return ((), ConversationStore.event("voices.chosen", choice.conversation))
        }
    }

    private static func cast(
        _ approvals: Set<Int>, by mark: [UInt8], channel: Contribution.Channel, on choice: Identifier, _ transaction: Transaction
    ) throws {
        let id = choice.description
        let open = Set(try transaction.all("SELECT number FROM choice_project WHERE choice = \(id) AND withdrawn IS NULL") { try $0.int(0) })
        let valid = approvals.intersection(open)
        guard !valid.isEmpty else { throw Fault.empty }
        var number = try transaction.first("SELECT number FROM choice_ballot WHERE choice = \(id) AND mark = \(mark)") { try $0.int(0) }
        if let number {
            try transaction.execute("DELETE FROM choice_approval WHERE choice = \(id) AND ballot = \(number)")
        } else {
            let newest = try transaction.first("SELECT MAX(number) FROM choice_ballot WHERE choice = \(id)") { try $0.optionalInt(0) }
            let next = ((newest ?? nil) ?? 0) + 1
            try transaction.execute("INSERT INTO choice_ballot (choice, number, mark, channel) VALUES (\(id), \(next), \(mark), \(channel))")
            number = next
        }
        try transaction.send(
            "INSERT INTO choice_approval (choice, ballot, project)", rows: valid.sorted().map { "(\(id), \(number ?? 0), \($0))" })
    }

    /// What somebody chose so far.
    package func ballot(of mark: [UInt8], on choice: Identifier) async throws -> Set<Int> {
        try await database.read { reading in
            Set(
                try reading.all(
                    """
                    SELECT project FROM choice_approval
                    JOIN choice_ballot ON choice_ballot.choice = choice_approval.choice AND choice_ballot.number = choice_approval.ballot
                    WHERE choice_approval.choice = \(choice.description) AND mark = \(mark)
                    """
                ) { try $0.int(0) })
        }
    }

    // MARK: Paper

    /// A ballot on paper, typed by one person: it counts once two people typed the same.
    ///
    /// - Returns: whether it counts now
    /// - Throws: ``CodeStore/Fault``, ``Fault/state``, ``Fault/empty``, ``Fault/samePerson``, ``Fault/counted``
    package func enter(_ approvals: Set<Int>, code: VoiceCode, on choice: SharedChoice, from origin: Origin) async throws -> Bool {
        let mark = codes.marks.tag(.code(code), in: choice.conversation), id = choice.id.description
        let text = approvals.sorted().map(String.init).joined(separator: ",")
        return try await journal.write(from: origin) { transaction in
            guard try Self.hold(choice.id, transaction) == .open else { throw Fault.state }
            guard !approvals.isEmpty else { throw Fault.empty }
            let known = try transaction.all("SELECT approvals, entered_by, is_counted FROM choice_sheet WHERE choice = \(id) AND mark = \(mark) ORDER BY turn")
            {
                (approvals: try $0.string(0), by: try $0.optionalString(1), isCounted: try $0.bool(2))
            }
            if known.isEmpty { _ = try codes.useOnPaper(code, in: choice.conversation, at: origin.time, transaction) }
            guard !known.contains(where: \.isCounted) else { throw Fault.counted }
            // The third who looks may be one of the first two: what they find must equal what somebody else found.
            guard known.count != 1 || known[0].by != origin.person?.description else { throw Fault.samePerson }
            let counts = known.contains { $0.approvals == text && $0.by != origin.person?.description }
            try transaction.execute(
                """
                INSERT INTO choice_sheet (choice, mark, turn, approvals, entered_by, is_counted)
                VALUES (\(id), \(mark), \(known.count + 1), \(text), \(origin.person?.description), \(counts))
                """)
            if counts { try Self.cast(approvals, by: mark, channel: .paper, on: choice.id, transaction) }
            return (counts, ConversationStore.event("choice.sheet", choice.conversation, ["choice": id, "counts": counts ? "ja" : "nee"]))
        }
    }

    /// Ballots on paper: typed once, of which two people found something else, and counted.
    package func sheets(on choice: Identifier) async throws -> (once: Int, differing: Int, counted: Int) {
        try await database.read { reading in
            var counts = (once: 0, differing: 0, counted: 0)
            try reading.each("SELECT COUNT(*), MAX(is_counted) FROM choice_sheet WHERE choice = \(choice.description) GROUP BY mark") { row in
                if try row.int(1) == 1 { counts.counted += 1 } else if try row.int(0) == 1 { counts.once += 1 } else { counts.differing += 1 }
            }
            return counts
        }
    }

    // MARK: Counting

    /// The ballots in their order.
    func ballots(on choice: Identifier) async throws -> [ChoiceCount.Ballot] {
        try await database.read { reading in
            var ballots: [Int: (channel: String, approvals: [Int])] = [:]
            try reading.each(
                """
                SELECT choice_ballot.number, channel, project FROM choice_ballot
                JOIN choice_approval ON choice_approval.choice = choice_ballot.choice AND choice_approval.ballot = choice_ballot.number
                WHERE choice_ballot.choice = \(choice.description) ORDER BY choice_ballot.number, project
                """
            ) { row in
                let channel = try row.string(1)
                ballots[try row.int(0), default: (channel, [])].approvals.append(try row.int(2))
            }
            return ballots.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// Keeps what came of it. A second count of the same ballots changes nothing.
    ///
    /// - Throws: ``Fault/state``
    package func keep(_ outcome: ChoiceOutcome, of choice: SharedChoice, from origin: Origin) async throws {
        let text = try KeptText.of(outcome)
        try await write(choice, from: origin, "choice.counted") { transaction, state in
            guard state == .closed else { throw Fault.state }
            try transaction.execute("UPDATE shared_choice SET outcome = \(text) WHERE id = \(choice.id.description)")
        }
    }

    /// A whole election of a file: projects and ballots, closed at once.
    package func read(_ file: PabulibFile, title: String, in conversation: Identifier, from origin: Origin) async throws -> Identifier {
        let id = Identifier(at: origin.time), election = file.election, name = id.description
        let facts = SharedChoice.Facts(kind: .budget, title: title, words: "", budget: election.budget, fills: false)
        return try await journal.write(from: origin) { transaction in
            try Self.insert(facts, as: id, state: .closed, in: conversation, at: origin.time, transaction)
            try transaction.insert(
                into: "choice_project", columns: ["choice", "number", "title", "words", "cost"],
                rows: election.projects.enumerated().lazy.map { place, project in
                    let title = String((project.name.isEmpty ? project.id : project.name).prefix(200))
                    return [.text(name), .integer(Int64(place + 1)), .text(title), .text(""), .integer(Int64(project.cost))]
                })
            try transaction.insert(
                into: "choice_ballot", columns: ["choice", "number", "mark", "channel"],
                rows: election.ballots.indices.lazy.map { [.text(name), .integer(Int64($0 + 1)), .null, .text(Contribution.Channel.imported.rawValue)] })
            try transaction.insert(
                into: "choice_approval", columns: ["choice", "ballot", "project"],
                rows: election.ballots.enumerated().lazy.flatMap { voter, ballot in
                    ballot.map { [.text(name), .integer(Int64(voter + 1)), .integer(Int64($0 + 1))] }
                })
            return (id, ConversationStore.event("choice.read", conversation, ["choice": name, "ballots": String(election.ballots.count)]))
        }
    }

    // MARK: Reading

    /// Whether everyone can see any.
    static func isAnyShown(in conversation: Identifier, _ database: Database) async throws -> Bool {
        try await database.read { reading in
            try reading.first(
                "SELECT 1 FROM shared_choice WHERE conversation = \(conversation.description) AND (state = 'open' OR outcome IS NOT NULL) LIMIT 1"
            ) { try $0.int(0) } != nil
        }
    }

    /// Of a conversation, in the order in which they came.
    package func list(in conversation: Identifier) async throws -> [SharedChoice] {
        try await database.read { reading in
            var projects: [String: [SharedChoice.Project]] = [:]
            try reading.each(
                """
                SELECT choice, number, title, words, cost, withdrawn FROM choice_project
                WHERE choice IN (SELECT id FROM shared_choice WHERE conversation = \(conversation.description)) ORDER BY choice, number
                """
            ) { row in
                projects[try row.string(0), default: []].append(
                    SharedChoice.Project(
                        number: try row.int(1), title: try row.string(2), words: try row.string(3), cost: try row.int(4),
                        withdrawn: try row.optionalString(5)))
            }
            return try reading.all(
                """
                SELECT id, kind, title, words, budget, fills, state, outcome FROM shared_choice WHERE conversation = \(conversation.description)
                ORDER BY added_on, id
                """
            ) { row in
                SharedChoice(
                    id: try row.identifier(0), conversation: conversation,
                    facts: SharedChoice.Facts(
                        kind: try row.raw(1), title: try row.string(2), words: try row.string(3), budget: try row.int(4), fills: try row.bool(5)),
                    state: try row.raw(6), projects: projects[try row.string(0)] ?? [],
                    outcome: try row.optionalString(7).map { try KeptText.value($0) })
            }
        }
    }
}
