import Core
import Credentials
import SQL

/// The journal: one event for every write, in the same transaction, chained to all before it (BIO2 8.15).
///
/// What cannot be written down is not done: when the event fails, the write it tells about fails with it.
package struct Journal: Sendable {
    let database: Database
    private let chain: JournalChain
    /// What else happens in the transaction of an event, such as telling people about it.
    private let follow: @Sendable (Event, Origin, Transaction) throws -> Void

    /// - Parameters:
    ///   - key: of this installation; with it nobody who only has the database can make the chain anew
    ///   - follow: what else happens in the transaction of an event; it adds no events itself
    package init(
        _ database: Database, key: SecretKey?, follow: @escaping @Sendable (Event, Origin, Transaction) throws -> Void = { _, _, _ in }
    ) {
        self.database = database
        self.chain = JournalChain(key: key)
        self.follow = follow
    }

    /// Adds an event in the transaction of what it tells about.
    ///
    /// The head of the chain is one row: other writers wait for it until this transaction ends. So add it last.
    package func add(_ event: Event, from origin: Origin, in transaction: Transaction) throws { try add([(event, origin)], in: transaction) }

    /// The same for several, in their order.
    package func add(_ events: [(event: Event, origin: Origin)], in transaction: Transaction) throws {
        guard !events.isEmpty else { return }
        // Before the head is held: others wait for it.
        for (event, origin) in events { try follow(event, origin, transaction) }
        var head = try Self.nextHead(events.count, transaction) ?? Self.firstHead(events.count, transaction)
        let rows: [Query] = events.map { event, origin in
            let record = JournalRecord(event, from: origin), link = chain.link(after: head, event: record.canonical)
            head = JournalChain.Head(number: link.number, digest: link.digest)
            return """
                (\(link.number), \(record.time), \(record.person), \(record.organisation), \(record.action), \(record.kind), \(record.thing),
                \(record.result), \(record.channel), \(record.request), \(record.details), \(link.digest))
                """
        }
        try transaction.send(
            """
            INSERT INTO journal (number, happened_at, person, organisation, action, thing_kind, thing_id, result, channel, request, details, digest)
            """, rows: rows)
        try transaction.send("UPDATE journal_head SET digest = \(head.digest) WHERE id = 1")
    }

    /// Holds the head; nil where there is none yet.
    private static func nextHead(_ count: Int, _ transaction: Transaction) throws -> JournalChain.Head? {
        try transaction.first("UPDATE journal_head SET number = number + \(count) WHERE id = 1 RETURNING number, digest") { row in
            JournalChain.Head(number: Int64(try row.int(0) - count), digest: try row.bytes(1))
        }
    }

    /// Only of two that begin a journal together the second finds a head after all.
    private static func firstHead(_ count: Int, _ transaction: Transaction) throws -> JournalChain.Head {
        let start = JournalChain.Head.start
        try transaction.send("INSERT INTO journal_head (id, number, digest) VALUES (1, 0, \(start.digest)) ON CONFLICT (id) DO NOTHING")
        return try nextHead(count, transaction) ?? start
    }

    /// Does a write and leaves its event.
    ///
    /// - Parameter body: what is done; gives its result and the event
    package func write<Result: Sendable>(
        from origin: Origin, _ body: @escaping @Sendable (Transaction) throws -> (Result, Event)
    ) async throws -> Result {
        try await database.write { transaction in
            let (result, event) = try body(transaction)
            try add(event, from: origin, in: transaction)
            return result
        }
    }

    /// Follows the whole chain.
    ///
    /// - Returns: how many events there are and that the chain is whole, or where it breaks
    package func check() async throws -> JournalCheck {
        let chain = chain
        return try await database.read { reading in
            var head = JournalChain.Head.start
            var fault: JournalChain.Break?
            try reading.scroll("SELECT \(JournalRecord.columns), digest FROM journal ORDER BY number") { row in
                guard fault == nil else { return }
                let record = try JournalRecord(row), number = Int64(try row.int("number"))
                let link = JournalChain.Link(number: number, event: record.canonical.bytes, digest: try row.bytes("digest"))
                do throws(JournalChain.Break) { head = try chain.follow([link], from: head) } catch { fault = error }
            }
            let kept = try reading.first("SELECT number, digest FROM journal_head WHERE id = 1") { row in
                JournalChain.Head(number: Int64(try row.int(0)), digest: try row.bytes(1))
            }
            if fault == nil, (kept ?? .start) != head {
                let expected = (kept ?? .start).number
                fault = expected == head.number ? .digest(number: expected) : .order(expected: expected, found: head.number)
            }
            return JournalCheck(events: head.number, fault: fault)
        }
    }

    /// All events by someone or about something, the newest first.
    package func all(of person: Identifier? = nil, about thing: Event.Thing? = nil) async throws -> [JournalLine] {
        var found: [JournalLine] = [], before: Int64?
        repeat {
            let page = try await lines(JournalQuestion(person: person, thing: thing, before: before), limit: 500)
            found += page
            before = page.count == 500 ? page.last?.number : nil
        } while before != nil
        return found
    }

    /// The newest events first.
    ///
    /// - Parameter limit: 1 to 500; what is outside is brought within
    package func lines(_ question: JournalQuestion = JournalQuestion(), limit: Int = 50) async throws -> [JournalLine] {
        let query: Query =
            "SELECT \(JournalRecord.columns) FROM journal WHERE \(question.condition) ORDER BY number DESC LIMIT \(min(max(limit, 1), 500))"
        return try await database.read { reading in try reading.all(query) { try JournalLine($0) } }
    }

    /// The number of the newest event: another after every write, on whatever node. 0 before the first.
    package func newest() async throws -> Int64 {
        try await database.read { reading in try reading.first("SELECT number FROM journal_head WHERE id = 1") { Int64(try $0.int(0)) } ?? 0 }
    }

    /// Every action that stands in the journal, in the order of its name.
    ///
    /// Steps from one name to the next along the index, so that a long journal is not read through.
    package func actions() async throws -> [String] {
        try await database.read { reading in
            var found: [String] = []
            func next(_ last: String) throws -> String? {
                try reading.first("SELECT MIN(action) FROM journal WHERE action > \(last)") { try $0.optionalString(0) } ?? nil
            }
            while let action = try next(found.last ?? "") { found.append(action) }
            return found
        }
    }
}

/// What came of following the chain.
package struct JournalCheck: Sendable, Hashable {
    /// How many events were found whole, from the first.
    package let events: Int64
    /// The first place where it does not hold; nil for a whole chain.
    package let fault: JournalChain.Break?
}
