import Core
import Credentials
import People
import SQL

/// Reads and writes what people say. The only writer of these tables; what a kind of contribution has more stands in a table of its own, written in the same
/// transaction (``receive(_:in:moderation:at:_:)``).
package struct ContributionStore: Sendable {
    let database: Database
    let journal: Journal
    let marks: VoiceMarks
    private let throttle: Throttle
    /// Takes away the bytes of photos whose rows are gone.
    private let release: @Sendable (_ digests: Set<String>) async -> Void

    package init(database: Database, journal: Journal, key: SecretKey, release: @escaping @Sendable (_ digests: Set<String>) async -> Void = { _ in }) {
        self.database = database
        self.journal = journal
        marks = VoiceMarks(key)
        throttle = Throttle(key)
        self.release = release
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such contribution, or it was taken back.
        case unknown
        /// A ruling that does not fit: publishing what was meant for the team, or no reason where one is due.
        case ruling
        /// An objection is decided by another moderator than the one it is about.
        case sameModerator
        /// The giver cannot answer or object now.
        case notNow
    }

    /// What a giver gets: the contribution and the code to see and take it back. The code is told once and not kept.
    package struct Receipt: Sendable, Hashable {
        package let id: Identifier
        package let code: VoiceCode
    }

    static func event(_ action: String, _ contribution: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("contribution", contribution.description), details: details)
    }

    /// Who gives something is not in the journal, also where they signed in.
    static func nobody(_ time: Int64) -> Origin { Origin(person: nil, request: "voices", channel: .web, time: time) }

    /// Follows what everyone may read of what people say, and conversations; and more kinds. Votes are left out: they come by the thousand.
    static func follower(_ database: Database, more kinds: [String] = []) -> JournalFollower {
        JournalFollower(
            database, kinds: ["conversation"] + kinds, actions: ["voices.added", "voices.ruled", "voices.answered", "voices.withdrawn", "person.erased"])
    }

    /// What of the table `contribution` everyone may read.
    static let isOpen: Query = "visibility = 'iedereen' AND state IN ('geplaatst', 'deels-geplaatst')"

    /// - Returns: whether this visitor may try once more
    func mayTry(_ rule: Throttle.Rule, _ client: String, at now: Int64) async throws -> Bool {
        try await database.write { try throttle.take(rule, client, at: now, in: $0) }
    }

    // MARK: Giving

    /// Takes in what someone said, inside the transaction of the part whose kind it is; the caller adds the event ``added(_:in:)``.
    ///
    /// - Parameters:
    ///   - moderation: of the conversation; what is read afterwards is there for everyone at once
    ///   - code: of the form: what was sent twice comes in once
    /// - Returns: and whether it is new
    func receive(
        _ entry: Contribution.Entry, in conversation: Identifier, moderation: Conversation.Moderation, code: VoiceCode = .random(), at time: Int64,
        _ transaction: Transaction
    ) throws -> (receipt: Receipt, isNew: Bool) {
        // A name holds a time, and everyone sees the name of what is published: it tells the month and no more.
        let receipt = Receipt(id: Identifier(at: DutchMonth.start(of: time)), code: code)
        let isShown = moderation == .after && entry.visibility == .everyone
        let added = try transaction.execute(
            """
            INSERT INTO contribution (id, conversation, kind, channel, language, words, shown, visibility, is_quotable, people, entered_by, added_on, receipt, state)
            VALUES (\(receipt.id.description), \(conversation.description), \(entry.kind), \(entry.channel), \(entry.language), \(entry.words),
                \(isShown ? entry.words : nil), \(entry.visibility), \(entry.isQuotable), \(entry.people), \(entry.enteredBy?.description),
                \(DutchDay(at: time).description), \(marks.tag(receipt.code)), \(isShown ? Contribution.State.published : .waiting))
            ON CONFLICT (receipt) DO NOTHING
            """)
        guard added == 1 else {
            let known = try Self.find("receipt = \(marks.tag(code))", transaction)
            if let known, known.words == entry.words { return (Receipt(id: known.id, code: code), false) }
            // The same page was changed and sent again: that is another contribution.
            return try receive(entry, in: conversation, moderation: moderation, at: time, transaction)
        }
        if let giver = entry.giver {
            try transaction.execute("INSERT INTO contribution_giver (contribution, person) VALUES (\(receipt.id.description), \(giver.description))")
        }
        return (receipt, true)
    }

    /// Of the conversation: an event has a time, and a contribution only a day.
    static func added(_ kind: Contribution.Kind, in conversation: Identifier) -> Event {
        ConversationStore.event("voices.added", conversation, ["kind": kind.rawValue])
    }

    // MARK: Ruling

    /// A moderator decides.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/ruling``
    package func rule(_ ruling: Contribution.Ruling, on id: Identifier, from origin: Origin) async throws {
        let digests = try await journal.write(from: origin) { transaction in
            (try Self.rule(ruling, on: id, from: origin, transaction), Self.event("voices.ruled", id, ["state": ruling.state.rawValue]))
        }
        await release(digests)
    }

    /// - Returns: digests of a photo that was taken away
    @discardableResult
    static func rule(_ ruling: Contribution.Ruling, on id: Identifier, from origin: Origin, _ transaction: Transaction) throws -> Set<String> {
        // Holds the row before looking at it.
        try transaction.execute("UPDATE contribution SET people = people WHERE id = \(id.description)")
        guard let known = try find("id = \(id.description)", transaction), let words = known.words else { throw Fault.unknown }
        let shown = ruling.state.isShown ? ruling.shown ?? words : nil
        let needsReason = ruling.state != .published
        guard ruling.state != .withdrawn, ruling.state != .waiting, !needsReason || ruling.reason != nil,
            !(ruling.state == .masked && shown == words && !ruling.hidesPlace && !ruling.hidesPhoto)
        else {
            throw Fault.ruling
        }
        try settle(id, by: origin, transaction)
        if ruling.hidesPlace {
            try transaction.execute("DELETE FROM story_place WHERE contribution = \(id.description)")
            try PlaceStore.clear(id, transaction)
        }
        try transaction.execute("UPDATE contribution SET state = \(ruling.state), shown = \(shown) WHERE id = \(id.description)")
        let number = try transaction.first("SELECT COUNT(*) FROM contribution_ruling WHERE contribution = \(id.description)") { try $0.int(0) } ?? 0
        try transaction.execute(
            """
            INSERT INTO contribution_ruling (contribution, number, state, reason, words, ruled_by, ruled_at)
            VALUES (\(id.description), \(number + 1), \(ruling.state), \(ruling.reason), \(ruling.words), \(origin.person?.description), \(origin.time))
            """)
        return ruling.hidesPhoto ? try AttachmentStore.removeAll(of: ContributionPhotos.thing(id), in: transaction) : []
    }

    // MARK: Taking back

    /// The giver takes it back: the words go everywhere, a row that counts stays.
    ///
    /// - Returns: the contribution as it was; nil where there is none, or it was taken back already
    @discardableResult
    package func withdraw(_ id: Identifier, at time: Int64) async throws -> Contribution? {
        let (known, digests): (Contribution?, Set<String>) = try await database.write { transaction in
            // Holds the row before its files, as everyone does.
            try transaction.execute("UPDATE contribution SET people = people WHERE id = \(id.description)")
            let digests = try AttachmentStore.removeAll(of: ContributionPhotos.thing(id), in: transaction)
            guard let known = try Self.find("id = \(id.description)", transaction), try Self.empty(known.id, transaction) else { return (nil, digests) }
            try journal.add(ConversationStore.event("voices.withdrawn", known.conversation), from: Self.nobody(time), in: transaction)
            return (known, digests)
        }
        await release(digests)
        return known
    }

    /// - Returns: whether there was anything to take back
    static func empty(_ id: Identifier, _ transaction: Transaction) throws -> Bool {
        let emptied = try transaction.execute(
            "UPDATE contribution SET words = NULL, shown = NULL, state = 'teruggenomen' WHERE id = \(id.description) AND state <> 'teruggenomen'")
        try transaction.execute("DELETE FROM story_place WHERE contribution = \(id.description)")
        try PlaceStore.remove(id, transaction)
        try AftermathStore.empty(id, transaction)
        try CodingStore.empty(id, transaction)
        try MatchStore.empty(id, transaction)
        try transaction.execute("DELETE FROM contribution_report WHERE contribution = \(id.description)")
        try transaction.execute("DELETE FROM contribution_objection WHERE contribution = \(id.description)")
        try AttachmentStore.removeAll(of: ContributionPhotos.thing(id), in: transaction)
        // What a moderator wrote may quote it.
        try transaction.execute("UPDATE contribution_ruling SET words = '' WHERE contribution = \(id.description)")
        return emptied == 1
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> Contribution? { try await database.read { try Self.find("id = \(id.description)", $0) } }

    /// By the code of its giver.
    package func find(_ code: VoiceCode) async throws -> Contribution? {
        let tag = marks.tag(code)
        return try await database.read { try Self.find("receipt = \(tag)", $0) }
    }

    /// What someone gave who was signed in, newest day first.
    package func given(by person: Identifier) async throws -> [Contribution] {
        try await database.read { reading in
            try Self.rows("id IN (SELECT contribution FROM contribution_giver WHERE person = \(person.description))", reading).reversed()
        }
    }

    /// All of a conversation in one state, for moderators: oldest day first.
    package func list(_ state: Contribution.State, in conversation: Identifier) async throws -> [Contribution] {
        try await database.read { try Self.rows("conversation = \(conversation.description) AND state = \(state)", $0) }
    }

    /// What moderators decided about it, first decision first.
    package func rulings(on id: Identifier) async throws -> [(ruling: Contribution.Ruling, at: Int64)] {
        try await database.read { reading in
            try reading.all("SELECT state, reason, words, ruled_at FROM contribution_ruling WHERE contribution = \(id.description) ORDER BY number") { row in
                (Contribution.Ruling(try row.raw(0), reason: try row.optionalRaw(1), words: try row.string(2)), Int64(try row.int(3)))
            }
        }
    }

    static func find(_ condition: Query, _ reading: Reading) throws -> Contribution? { try rows(condition, reading).first }

    static func rows(_ condition: Query, _ reading: Reading) throws -> [Contribution] {
        try reading.all(
            """
            SELECT id, conversation, kind, channel, language, words, shown, visibility, is_quotable, people, added_on, state
            FROM contribution WHERE \(condition) ORDER BY added_on, id
            """
        ) { row in
            guard let day = DutchDay(try row.string(10)) else { throw Fault.unknown }
            return Contribution(
                id: try row.identifier(0), conversation: try row.identifier(1), kind: try row.raw(2), channel: try row.raw(3), language: try row.string(4),
                words: try row.optionalString(5), shown: try row.optionalString(6), visibility: try row.raw(7), isQuotable: try row.bool(8),
                people: try row.int(9), addedOn: day, state: try row.raw(11))
        }
    }
}
