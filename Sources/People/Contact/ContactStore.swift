import Core
import Credentials
import Mail
import SQL
import Transfer

/// Reads and writes questions and whom to ask. The only writer of these tables.
package struct ContactStore: Sendable {
    let database: Database
    let journal: Journal
    let outbox: Outbox
    let notices: NoticeStore
    private let throttle: Throttle

    package init(_ database: Database, journal: Journal, outbox: Outbox, notices: NoticeStore) {
        self.database = database
        self.journal = journal
        self.outbox = outbox
        self.notices = notices
        throttle = Throttle(notices.installation.key)
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such question or person to ask, or it is not in a state that allows this.
        case unknown
    }

    /// What came of sending.
    package enum Sending: Sendable, Hashable {
        case sent(ContactMessage)
        /// The same words from the same address are there already: someone pressed twice.
        case already(ContactMessage)
        /// This form was sent before, with other words.
        case used
        /// Too many from this address on the network.
        case tooMany
    }

    // MARK: Counting

    /// Counts a look at a mail address, or a try to send that was not taken.
    ///
    /// - Returns: whether it is within the rule
    package func take(_ rule: ContactRule, client: String, at now: Int64) async throws -> Bool {
        try await database.write { [throttle] in try throttle.take(rule.rule, client, at: now, in: $0) }
    }

    /// How often these words came from other mail addresses in a day.
    package func repeats(of draft: ContactDraft, at now: Int64) async throws -> Int {
        let words = words(draft)
        return try await database.read { reading in
            try reading.first(
                "SELECT COUNT(*) FROM contact_message WHERE words = \(words) AND sent_at > \(now - Self.day) AND mail_key <> \(draft.mail.key)"
            ) { try $0.int(0) } ?? 0
        }
    }

    private static let day: Int64 = 86_400_000

    /// A mark of what was asked: the same for the same words, whatever capitals and spaces are between them. Only this installation can make it.
    private func words(_ draft: ContactDraft) -> [UInt8] {
        var message = CanonicalBytes("contact words")
        message.add(ContactSigns.fold(draft.body).split(whereSeparator: \.isWhitespace).joined(separator: " "))
        return Array(notices.installation.key.derived(for: "leefkring contact 1").tag(message).prefix(16))
    }

    // MARK: Sending

    /// Takes a question in and sends it on: its row, both mails and the event at once or not at all.
    ///
    /// - Parameters:
    ///   - seal: the number of the form
    ///   - wanted: someone the visitor chose
    ///   - client: the visitor's address on the network as one subscriber
    func send(
        _ draft: ContactDraft, about place: ContactPlace, seal: String, wanted: Identifier? = nil, doubts: [ContactSign] = [], client: String,
        from origin: Origin
    ) async throws -> Sending {
        let words = words(draft), now = origin.time
        return try await database.write { transaction in
            if let same = try Self.same(words, mail: draft.mail.key, since: now - Self.day, transaction) { return .already(same) }
            let rule: ContactRule = doubts.isEmpty ? .sending : .doubtful
            guard try throttle.take(rule.rule, client, at: now, in: transaction) else { return .tooMany }
            let open = try Self.open(transaction)
            let point = ContactRouting.choose(draft.topic, at: place, wanted: wanted, open: open)
            let assigned = try point?.details.mail.flatMap { try PersonStore.open($0, transaction) }
            let message = ContactMessage(
                id: Identifier(at: now), thing: place.thing, draft: draft, point: point?.id, assigned: assigned?.id, doubts: doubts, sentAt: now,
                promisedAt: ContactTerm.promise(from: now), takenBy: nil, takenAt: nil, answeredAt: nil, closedAt: nil)
            guard try Self.insert(message, seal: seal, words: words, transaction) else { return .used }
            try post(message, about: place, to: point, account: assigned, from: origin, in: transaction)
            let details = ["about": place.thing.kind, "thing": place.thing.id, "topic": draft.topic.rawValue]
            try journal.add(Self.event("contact.sent", message.id, details.filter { !$0.value.isEmpty }), from: origin, in: transaction)
            return .sent(message)
        }
    }

    static func event(_ action: String, _ message: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("question", message.description), details: details)
    }

    private static func same(_ words: [UInt8], mail: String, since: Int64, _ reading: Reading) throws -> ContactMessage? {
        try reading.first(
            "SELECT \(columns) FROM contact_message WHERE words = \(words) AND mail_key = \(mail) AND sent_at > \(since) ORDER BY id", message)
    }

    /// How many questions are open with each.
    private static func open(_ reading: Reading) throws -> [Identifier: Int] {
        let counts = try reading.all(
            "SELECT point, COUNT(*) FROM contact_message WHERE point IS NOT NULL AND answered_at IS NULL AND closed_at IS NULL GROUP BY point"
        ) { (Identifier(try $0.string(0)), try $0.int(1)) }
        return Dictionary(counts.compactMap { id, count in id.map { ($0, count) } }, uniquingKeysWith: { first, _ in first })
    }

    /// - Returns: false when the form was sent before
    private static func insert(_ message: ContactMessage, seal: String, words: [UInt8], _ transaction: Transaction) throws -> Bool {
        let draft = message.draft
        return try transaction.execute(
            """
            INSERT INTO contact_message (id, seal, thing_kind, thing_id, topic, name, mail, mail_key, phone, language, subject, body, words, point, assigned,
                doubts, sent_at, promised_at)
            VALUES (\(message.id.description), \(seal), \(message.thing.kind), \(message.thing.id), \(draft.topic), \(draft.name),
                \(draft.mail.description), \(draft.mail.key), \(draft.phone), \(draft.language), \(draft.subject), \(draft.body), \(words),
                \(message.point?.description), \(message.assigned?.description), \(message.doubts.map(\.rawValue).joined(separator: " ")),
                \(message.sentAt), \(message.promisedAt))
            ON CONFLICT (seal) DO NOTHING
            """) == 1
    }

    // MARK: Mail

    /// To the one who answers, and the receipt to the one who asks.
    private func post(
        _ message: ContactMessage, about place: ContactPlace, to point: ContactPoint?, account: Person?, from origin: Origin, in transaction: Transaction
    ) throws {
        let mails = try mails(message, place, transaction)
        if let point, account == nil {
            try outbox.add(mails.question(to: point, in: try SettingsStore.look(transaction)?.language ?? .nl), from: origin, in: transaction)
        } else {
            let people = try account.map { [$0] } ?? PersonStore.administrators(at: origin.time, transaction)
            try tell(people, mails, from: origin, in: transaction)
        }
        // Nobody's mailbox can be filled from here.
        guard try throttle.take(ContactRule.receipt.rule, message.draft.mail.key, at: origin.time, in: transaction) else { return }
        let receipt = mails.receipt(from: point?.details.name)
        try outbox.add(
            OutboxMail(kind: "contact-receipt", person: nil, to: Mailbox(message.draft.mail), letter: receipt), from: origin, in: transaction)
    }

    func mails(_ message: ContactMessage, _ place: ContactPlace, _ reading: Reading) throws -> ContactMails {
        let site = try notices.installation.name(in: reading)
        return ContactMails(message: message, place: place, site: site, origin: notices.installation.origin)
    }

    /// People with an account have it on the site too, and choose how often they want mail about it.
    func tell(_ people: [Person], _ mails: ContactMails, from origin: Origin, in transaction: Transaction) throws {
        try notices.tell(
            PeopleNotice.question.kind, mails.notice, to: people.map(\.id), mail: { mails.question(to: $0) }, from: origin, in: transaction)
    }
}

/// How often something may be done from one address on the network, or to one mailbox.
package enum ContactRule: Sendable {
    /// Questions; a library has many people behind one address.
    case sending
    /// Questions that look like advertising and are said to be meant.
    case doubtful
    /// Forms that were sent and not taken.
    case trying
    /// Mail addresses that are shown.
    case showing
    /// Receipts to one mail address.
    case receipt

    var rule: Throttle.Rule {
        let hour: Int64 = 3_600_000
        return switch self {
        case .sending: Throttle.Rule(kind: "contact", most: 20, window: hour)
        case .doubtful: Throttle.Rule(kind: "contact-doubt", most: 3, window: hour)
        case .trying: Throttle.Rule(kind: "contact-try", most: 60, window: hour)
        case .showing: Throttle.Rule(kind: "contact-show", most: 20, window: hour)
        case .receipt: Throttle.Rule(kind: "contact-receipt", most: 5, window: 24 * hour)
        }
    }
}

/// By when there is an answer.
enum ContactTerm {
    /// Working days.
    static let days = 5

    /// The end of the fifth working day after this moment, in Dutch time.
    static func promise(from now: Int64) -> Int64 {
        var moment = now, left = days
        while left > 0 {
            moment = DutchDay(at: moment).end + 12 * 3_600_000
            if !isWeekend(moment) { left -= 1 }
        }
        return DutchDay(at: moment).end
    }

    /// 1 January 1970 was a Thursday; noon is the same day in the Netherlands and in UTC.
    private static func isWeekend(_ moment: Int64) -> Bool { [2, 3].contains((moment / 86_400_000) % 7) }
}
