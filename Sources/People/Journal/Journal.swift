import Core
import Credentials
import SQL

/// The journal: one event for every write, in the same transaction, chained to all before it (BIO2 8.15).
///
/// What cannot be written down is not done: when the event fails, the write it tells about fails with it.
package struct Journal: Sendable {
    private let database: Database
    private let chain: JournalChain

    /// - Parameter key: of this installation; with it nobody who only has the database can make the chain anew
    package init(_ database: Database, key: SecretKey?) {
        self.database = database
        self.chain = JournalChain(key: key)
    }

    /// Adds an event in the transaction of what it tells about.
    ///
    /// The head of the chain is one row: other writers wait for it until this transaction ends. So add it last.
    package func add(_ event: Event, from origin: Origin, in transaction: Transaction) throws {
        let start = JournalChain.Head.start
        try transaction.execute("INSERT INTO journal_head (id, number, digest) VALUES (1, 0, \(start.digest)) ON CONFLICT (id) DO NOTHING")
        let head = try transaction.first("UPDATE journal_head SET number = number + 1 WHERE id = 1 RETURNING number, digest") { row in
            JournalChain.Head(number: Int64(try row.int(0)) - 1, digest: try row.bytes(1))
        }
        let line = JournalLine(number: (head ?? start).number + 1, event: event, origin: origin)
        let link = chain.link(after: head ?? start, event: line.canonical)
        let thing = event.thing
        try transaction.execute(
            """
            INSERT INTO journal (number, happened_at, person, organisation, action, thing_kind, thing_id, result, channel, request, details, digest)
            VALUES (\(link.number), \(origin.time), \(origin.person?.description), \(origin.organisation?.description), \(event.action), \(thing?.kind),
                \(thing?.id), \(event.result), \(origin.channel), \(origin.request), \(line.detailText), \(link.digest))
            """)
        try transaction.execute("UPDATE journal_head SET digest = \(link.digest) WHERE id = 1")
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
            try reading.each("SELECT \(JournalLine.columns), digest FROM journal ORDER BY number") { row in
                guard fault == nil else { return }
                let line = try JournalLine(row)
                let link = JournalChain.Link(number: line.number, event: line.canonical.bytes, digest: try row.bytes("digest"))
                do throws(JournalChain.Break) { head = try chain.follow([link], from: head) } catch { fault = error }
            }
            let kept = try reading.first("SELECT number, digest FROM journal_head WHERE id = 1") { row in
                JournalChain.Head(number: Int64(try row.int(0)), digest: try row.bytes(1))
            }
            if fault == nil, let kept, kept != head { fault = .order(expected: kept.number, found: head.number) }
            return JournalCheck(events: head.number, fault: fault)
        }
    }

    /// The newest events first.
    ///
    /// - Parameters:
    ///   - person: only what this person did
    ///   - thing: only what was done to this thing
    ///   - before: only events with a lower number, for the next page
    package func lines(of person: Identifier? = nil, about thing: Event.Thing? = nil, before: Int64? = nil, limit: Int = 50) async throws -> [JournalLine] {
        var conditions: [Query] = ["number < \(before ?? .max)"]
        if let person { conditions.append("person = \(person.description)") }
        if let thing { conditions.append("thing_kind = \(thing.kind) AND thing_id = \(thing.id)") }
        let query: Query =
            "SELECT \(JournalLine.columns) FROM journal WHERE \(Query.join(conditions, with: " AND ")) ORDER BY number DESC LIMIT \(min(max(limit, 1), 500))"
        return try await database.read { reading in try reading.all(query) { try JournalLine($0) } }
    }
}

/// What came of following the chain.
package struct JournalCheck: Sendable, Hashable {
    /// How many events were found whole, from the first.
    package let events: Int64
    /// The first place where it does not hold; nil for a whole chain.
    package let fault: JournalChain.Break?
}

/// One event as it stands in the journal.
package struct JournalLine: Sendable, Hashable {
    /// 1, 2, 3 … without gaps.
    package let number: Int64
    package let event: Event
    package let origin: Origin

    static let columns: Query = "number, happened_at, person, organisation, action, thing_kind, thing_id, result, channel, request, details"

    init(number: Int64, event: Event, origin: Origin) {
        self.number = number
        self.event = event
        self.origin = origin
    }

    init(_ row: Row) throws {
        let kind = try row.optionalString("thing_kind"), id = try row.optionalString("thing_id")
        number = Int64(try row.int("number"))
        event = Event(
            try row.string("action"), kind.flatMap { kind in id.map { Event.Thing(kind, $0) } }, details: Self.details(try row.string("details")),
            result: try row.raw("result"))
        origin = Origin(
            person: try row.optionalString("person").flatMap { Identifier($0) },
            organisation: try row.optionalString("organisation").flatMap { Identifier($0) },
            request: try row.string("request"), channel: try row.raw("channel"), time: Int64(try row.int("happened_at")))
    }

    /// Everything that the chain vouches for.
    var canonical: CanonicalBytes {
        var bytes = CanonicalBytes("leefkring event 1")
        bytes.add(origin.time)
        bytes.add(origin.person?.description)
        bytes.add(origin.organisation?.description)
        bytes.add(event.action)
        bytes.add(event.thing?.kind)
        bytes.add(event.thing?.id)
        bytes.add(event.result.rawValue)
        bytes.add(origin.channel.rawValue)
        bytes.add(origin.request)
        bytes.add(event.details)
        return bytes
    }

    /// Names and values, each on a line of its own: `name=value`, with `%`, `=` and line breaks percent-encoded.
    var detailText: String {
        event.details.sorted { $0.key < $1.key }.map { Self.escaped($0.key) + "=" + Self.escaped($0.value) }.joined(separator: "\n")
    }

    private static func details(_ text: String) -> [String: String] {
        Dictionary(
            text.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return parts.count == 2 ? (unescaped(parts[0]), unescaped(parts[1])) : nil
            }, uniquingKeysWith: { first, _ in first })
    }

    private static let escapes = [("%", "%25"), ("=", "%3D"), ("\n", "%0A"), ("\r", "%0D")]

    private static func escaped(_ text: String) -> String {
        escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private static func unescaped(_ text: String) -> String {
        escapes.reversed().reduce(text) { $0.replacing($1.1, with: $1.0) }
    }
}
