import Core
import Credentials
import People
import SQL

/// Reads and writes codes and what became of them. The only writer of these tables.
package struct CodeStore: Sendable {
    let database: Database
    let journal: Journal
    let marks: VoiceMarks
    let throttle: Throttle

    package init(database: Database, journal: Journal, key: SecretKey) {
        self.database = database
        self.journal = journal
        marks = VoiceMarks(key)
        throttle = Throttle(key)
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such conversation, batch, number or code here.
        case unknown
        /// The code was used, came back, was replaced or holds no more.
        case used(CodeBatch.State)
        /// The account of the codes is closed.
        case closed
        /// The conversation takes nothing now.
        case notOpen(Conversation.State)
        /// The numbers of the account do not fit.
        case sums
        /// Too many tries from one address.
        case tooMany
    }

    /// Tries of one address. A code itself is never locked: who guesses would shut out who holds it. A building can stand behind one address.
    static let typing = Throttle.Rule(kind: "voices-code-typing", most: 100, window: 900_000)

    // MARK: Handing out

    /// Makes codes. They are in the answer and nowhere else.
    ///
    /// - Parameter amount: in ``CodeBatch/amounts``
    /// - Throws: ``Fault/unknown``, ``Fault/closed``
    package func issue(
        _ amount: Int, for purpose: CodeBatch.Purpose, note: String, in conversation: Identifier, from origin: Origin
    ) async throws -> CodeIssue {
        let batch = CodeBatch(
            id: Identifier(at: origin.time), conversation: conversation, purpose: purpose, amount: amount, note: note, issuedAt: origin.time)
        let prints = Self.fresh(amount), tags = prints.map { (number: $0.number, tag: marks.tag($0.code)) }, day = DutchDay(at: origin.time).description
        return try await journal.write(from: origin) { transaction in
            try Self.hold(conversation, transaction)
            try transaction.execute(
                """
                INSERT INTO code_batch (id, conversation, purpose, amount, note, issued_at, issued_by)
                VALUES (\(batch.id.description), \(conversation.description), \(purpose), \(amount), \(note), \(origin.time), \(origin.person?.description))
                """)
            // In the order of their digests: the file tells nothing of the order of the letters.
            let rows = tags.sorted { $0.tag.lexicographicallyPrecedes($1.tag) }
            try transaction.insert(
                into: "voice_code", columns: ["tag", "batch", "number", "state", "state_on", "reason"],
                rows: rows.lazy.map { row in
                    [
                        .bytes(row.tag), .text(batch.id.description), .integer(Int64(row.number)), .text(CodeBatch.State.issued.rawValue), .text(day), .null,
                    ]
                })
            let event = ConversationStore.event("codes.issued", conversation, ["purpose": purpose.rawValue, "amount": String(amount)])
            return (CodeIssue(batch: batch, prints: prints), event)
        }
    }

    /// Different ones: two the same would need more tries than there are letters in the world.
    private static func fresh(_ amount: Int) -> [CodeBatch.Print] {
        var known: Set<VoiceCode> = []
        while known.count < amount { known.insert(VoiceCode.random()) }
        return known.enumerated().map { CodeBatch.Print(number: $0.offset + 1, code: $0.element) }
    }

    /// Holds the account of the conversation: nothing changes in it while it closes.
    static func hold(_ conversation: Identifier, _ transaction: Transaction) throws {
        guard try transaction.execute("UPDATE conversation SET title = title WHERE id = \(conversation.description)") == 1 else { throw Fault.unknown }
        let closed = try transaction.first("SELECT 1 FROM code_closing WHERE conversation = \(conversation.description)") { try $0.int(0) }
        guard closed == nil else { throw Fault.closed }
    }

    // MARK: Coming in

    /// Someone types a code at a screen. The first time uses it; later the same code is the same participant, also in another browser.
    ///
    /// - Parameters:
    ///   - session: the secret that guards the forms of this browser
    ///   - expected: the conversation of the page; nil where the code itself says
    /// - Returns: the conversation
    /// - Throws: ``Fault/unknown``, ``Fault/used(_:)``, ``Fault/notOpen(_:)``, ``Fault/tooMany``
    package func enter(
        _ code: VoiceCode, session: String, in expected: Identifier?, client: String, at now: Int64
    ) async throws -> Identifier {
        // Kept apart from the rest: a refusal must not undo the count.
        guard try await database.write({ try throttle.take(Self.typing, client, at: now, in: $0) }) else { throw Fault.tooMany }
        let tag = marks.tag(code)
        return try await database.write { transaction in
            guard let known = try Self.find(tag, transaction), expected == nil || known == expected,
                let conversation = try ConversationStore.find(known, transaction)
            else { throw Fault.unknown }
            let state = conversation.state(at: now)
            guard state == .open else { throw Fault.notOpen(state) }
            let isFirst = try Self.use(tag, on: .screen, at: now, transaction)
            if !isFirst, let after = try Self.state(tag, transaction), after != .screen { throw Fault.used(after) }
            try tie(session, to: code, in: known, transaction)
            if isFirst {
                try journal.add(ConversationStore.event("codes.used", known, ["channel": "scherm"]), from: ContributionStore.nobody(now), in: transaction)
            }
            return known
        }
    }

    private func tie(_ session: String, to code: VoiceCode, in conversation: Identifier, _ transaction: Transaction) throws {
        let browser = marks.tag(.browser(session), in: conversation), participant = marks.tag(.code(code), in: conversation)
        try transaction.execute(
            """
            INSERT INTO code_browser (conversation, browser, participant) VALUES (\(conversation.description), \(browser), \(participant))
            ON CONFLICT (conversation, browser) DO UPDATE SET participant = excluded.participant
            """)
    }

    /// The mark of the one who came in with a code in this browser; nil where nobody did.
    ///
    /// - Parameter browser: mark of the browser in this conversation
    package func admission(_ browser: [UInt8], _ conversation: Conversation) async throws -> [UInt8]? {
        try await database.read { reading in
            try reading.first("SELECT participant FROM code_browser WHERE conversation = \(conversation.id.description) AND browser = \(browser)") {
                try $0.bytes(0)
            }
        }
    }

    /// Staff enter a sheet with a code. One code is one sheet, and never a screen too.
    ///
    /// - Returns: the mark of the participant
    /// - Throws: ``Fault/unknown``, ``Fault/used(_:)``, ``Fault/closed``
    @discardableResult
    package func useOnPaper(_ code: VoiceCode, in conversation: Identifier, from origin: Origin) async throws -> [UInt8] {
        try await journal.write(from: origin) { transaction in
            let mark = try useOnPaper(code, in: conversation, at: origin.time, transaction)
            return (mark, ConversationStore.event("codes.used", conversation, ["channel": "papier"]))
        }
    }

    /// The same inside the transaction of who writes what stands on the sheet; the caller adds the event.
    func useOnPaper(_ code: VoiceCode, in conversation: Identifier, at now: Int64, _ transaction: Transaction) throws -> [UInt8] {
        let tag = marks.tag(code)
        try Self.hold(conversation, transaction)
        guard try Self.find(tag, transaction) == conversation else { throw Fault.unknown }
        guard try Self.use(tag, on: .paper, at: now, transaction) else { throw Fault.used(try Self.state(tag, transaction) ?? .void) }
        return marks.tag(.code(code), in: conversation)
    }

    /// One of many at the same moment: the condition stands in the statement that changes the row.
    private static func use(_ tag: [UInt8], on state: CodeBatch.State, at now: Int64, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE voice_code SET state = \(state), state_on = \(DutchDay(at: now).description) WHERE tag = \(tag) AND state = 'uitgegeven'") == 1
    }

    private static func find(_ tag: [UInt8], _ reading: Reading) throws -> Identifier? {
        try reading.first("SELECT conversation FROM code_batch JOIN voice_code ON voice_code.batch = code_batch.id WHERE tag = \(tag)") {
            try $0.identifier(0)
        }
    }

    static func state(_ tag: [UInt8], _ reading: Reading) throws -> CodeBatch.State? {
        try reading.first("SELECT state FROM voice_code WHERE tag = \(tag)") { try $0.raw(0) }
    }
}
