import Core
import Credentials
import Mail
import SQL
import Web

/// Reads and writes what people are told. The only writer of these tables.
package struct NoticeStore: Sendable {
    let database: Database
    let journal: Journal
    let outbox: Outbox
    let installation: Installation
    /// Everything that anyone can be told about, in the order of the slices.
    package let kinds: [NoticeKind]

    package init(_ database: Database, journal: Journal, outbox: Outbox, installation: Installation, kinds: [NoticeKind]) {
        self.database = database
        self.journal = journal
        self.outbox = outbox
        self.installation = installation
        self.kinds = kinds
    }

    package func kind(_ key: String) -> NoticeKind? { kinds.first { $0.key == key } }

    /// What someone was told. Times are milliseconds since 1970.
    package struct Entry: Sendable, Hashable {
        package let id: Identifier
        package let kind: String
        package let text: NoticeText
        package let madeAt: Int64
        package let readAt: Int64?
    }

    /// Makes a mail of its own for who wants one at once; nil for the usual one.
    package typealias OwnMail = @Sendable (Person) -> OutboxMail

    // MARK: Telling

    /// Tells people something, in the transaction of the write it is about; the event of that transaction stands for it too.
    ///
    /// It stands on the site for each of them, and goes by mail as they chose. Who has no open account is left out.
    ///
    /// - Parameters:
    ///   - mail: where the usual mail will not do, such as one that can be answered
    package func tell(
        _ kind: NoticeKind, _ text: NoticeText, to people: some Sequence<Identifier>, mail: OwnMail? = nil, from origin: Origin, in transaction: Transaction
    ) throws {
        var told: Set<Identifier> = []
        for id in people where told.insert(id).inserted {
            guard let person = try PersonStore.open(id, transaction) else { continue }
            let pace = try pace(of: kind, for: id, transaction)
            try insert(kind, text, pace, to: id, from: origin, in: transaction)
            guard pace == .atOnce else { continue }
            var letter = try mail.map { $0(person) } ?? usualMail(kind, text, to: person, transaction)
            letter.unsubscribe = kind.isSecurity ? nil : unsubscribing.link(person.id, .kind(kind.key), in: person.language)
            try outbox.add(letter, from: origin, in: transaction)
        }
    }

    /// Holds an occasion, so that it is told of once, whatever nodes see it.
    ///
    /// - Returns: whether this was the first
    func hold(_ occasion: String, at now: Int64, in transaction: Transaction) throws -> Bool {
        try transaction.execute("INSERT INTO notice_once (occasion, told_at) VALUES (\(occasion), \(now)) ON CONFLICT (occasion) DO NOTHING") == 1
    }

    private func insert(_ kind: NoticeKind, _ text: NoticeText, _ pace: NoticePace, to person: Identifier, from origin: Origin, in transaction: Transaction)
        throws
    {
        try transaction.execute(
            """
            INSERT INTO notice (id, person, kind, pace, title_nl, title_en, detail_nl, detail_en, address, made_at, mailed_at)
            VALUES (\(Identifier(at: origin.time).description), \(person.description), \(kind.key), \(pace), \(text.title.nl), \(text.title.en),
                \(text.detail.nl), \(text.detail.en), \(text.address?.url(in: .nl)), \(origin.time), \(pace == .atOnce ? origin.time : nil))
            """)
    }

    private func usualMail(_ kind: NoticeKind, _ text: NoticeText, to person: Person, _ reading: Reading) throws -> OutboxMail {
        let site = try installation.name(in: reading)
        let letter = NoticeMails(installation: installation, site: site, person: person, unsubscribing: unsubscribing).letter(kind, text)
        return OutboxMail(kind: "notice-" + kind.key, person: person.id, to: Mailbox(person.mail, name: person.name), letter: letter)
    }

    var unsubscribing: Unsubscribing { Unsubscribing(key: installation.key, origin: installation.origin) }

    // MARK: Choosing

    private func pace(of kind: NoticeKind, for person: Identifier, _ reading: Reading) throws -> NoticePace {
        if kind.isSecurity { return .atOnce }
        return try reading.first("SELECT pace FROM notice_choice WHERE person = \(person.description) AND kind = \(kind.key)") { try $0.raw(0) } ?? kind.usual
    }

    /// What someone chose, and what holds where they chose nothing.
    package func paces(of person: Identifier) async throws -> [String: NoticePace] {
        let chosen = try await database.read { reading in
            try reading.all("SELECT kind, pace FROM notice_choice WHERE person = \(person.description)") { (try $0.string(0), try $0.raw(1) as NoticePace) }
        }
        let usual = Dictionary(kinds.map { ($0.key, $0.usual) }, uniquingKeysWith: { first, _ in first })
        return usual.merging(chosen.filter { kind($0.0)?.isSecurity == false }, uniquingKeysWith: { $1 })
    }

    /// Writes what someone chose; what cannot be off stays on. What waits for a mail follows the choice.
    ///
    /// - Parameter reason: `notices.chosen`, or `notices.stopped` for one click in a mail
    package func choose(_ paces: [String: NoticePace], for person: Identifier, as reason: String = "notices.chosen", from origin: Origin) async throws {
        let fitting = paces.filter { kind($0.key)?.isSecurity == false }.sorted { $0.key < $1.key }
        try await journal.write(from: origin) { transaction in
            for (key, pace) in fitting {
                try transaction.execute(
                    """
                    INSERT INTO notice_choice (person, kind, pace, chosen_at) VALUES (\(person.description), \(key), \(pace), \(origin.time))
                    ON CONFLICT (person, kind) DO UPDATE SET pace = excluded.pace, chosen_at = excluded.chosen_at
                    """)
                // What was to come with others and now should come at once comes with the mail of that day.
                let waiting: NoticePace = pace == .atOnce ? .daily : pace
                try transaction.execute(
                    "UPDATE notice SET pace = \(waiting) WHERE person = \(person.description) AND kind = \(key) AND mailed_at IS NULL")
            }
            return ((), Event(reason, Event.Thing("person", person.description), details: Dictionary(fitting.map { ($0.key, $0.value.rawValue) }) { $1 }))
        }
    }

    // MARK: Reading

    private static let columns: Query = "id, kind, title_nl, title_en, detail_nl, detail_en, address, made_at, read_at"

    static func entry(_ row: Row) throws -> Entry {
        guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
        let text = NoticeText(
            Localized(nl: try row.string(2), en: try row.string(3)), detail: Localized(nl: try row.string(4), en: try row.string(5)),
            address: try row.optionalString(6).map { path in
                let parts = path.split(separator: "#", maxSplits: 1).map(String.init), place = PageAddress(target: parts.first ?? "")
                return parts.count > 1 ? place.at(parts[1]) : place
            })
        return Entry(id: id, kind: try row.string(1), text: text, madeAt: Int64(try row.int(7)), readAt: try row.optionalInt(8).map(Int64.init))
    }

    /// What someone was told, the newest first.
    package func list(of person: Identifier, limit: Int = 100) async throws -> [Entry] {
        try await database.read { reading in
            try reading.all("SELECT \(Self.columns) FROM notice WHERE person = \(person.description) ORDER BY id DESC LIMIT \(limit)", Self.entry)
        }
    }

    /// Notes that someone read a notice, or all of them.
    ///
    /// - Returns: how many were new
    @discardableResult
    package func read(_ id: Identifier?, of person: Identifier, from origin: Origin) async throws -> Int {
        let one: Query = id.map { "id = \($0.description)" } ?? "1 = 1"
        return try await database.write { transaction in
            let changed = try transaction.execute(
                "UPDATE notice SET read_at = \(origin.time) WHERE person = \(person.description) AND read_at IS NULL AND \(one)")
            guard changed > 0 else { return 0 }
            let event = Event("notices.read", Event.Thing("person", person.description), details: ["count": String(changed)])
            try journal.add(event, from: origin, in: transaction)
            return changed
        }
    }

    // MARK: Going

    static func forget(_ person: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM notice WHERE person = \(person)")
        try transaction.execute("DELETE FROM notice_choice WHERE person = \(person)")
    }

    /// Takes away what is past its term.
    ///
    /// - Returns: how many
    static func forget(before now: Int64, in transaction: Transaction) throws -> Int {
        let moment = now - RetentionTerm.notices * RetentionTerm.day
        // Occasions are of no person; they are kept a little longer than what they tell of, so that nothing is told twice.
        try transaction.execute("DELETE FROM notice_once WHERE told_at < \(moment - 30 * RetentionTerm.day)")
        return try transaction.execute("DELETE FROM notice WHERE made_at < \(moment)")
    }
}

// MARK: One click

extension NoticeStore {
    /// Ends mail about one kind of thing, or about everything that comes once a day or week. Doing it twice is doing it once.
    func stop(_ what: Unsubscribing.What, for person: Identifier, from origin: Origin) async throws {
        guard try await database.read({ try PersonStore.isOpen(person, $0) }) else { return }
        let paces = try await paces(of: person)
        let ending: [String] =
            switch what {
            case .kind(let key): paces[key] == nil ? [] : [key]
            case .digest(let pace): paces.filter { $0.value == pace }.map(\.key)
            }
        let changed = ending.filter { paces[$0] != .never && kind($0)?.isSecurity == false }
        guard !changed.isEmpty else { return }
        try await choose(Dictionary(changed.map { ($0, .never) }) { $1 }, for: person, as: "notices.stopped", from: origin)
    }
}
