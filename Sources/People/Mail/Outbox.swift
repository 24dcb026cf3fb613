import Core
import Mail
import SQL

/// A mail that is to be sent, in the language of who reads it.
package struct OutboxMail: Sendable, Hashable {
    /// What it is about, for lists and the journal: `sign-in`.
    package let kind: String
    /// Whom it is for; nil for someone without an account.
    package let person: Identifier?
    package let to: Mailbox
    package let language: Language
    package let subject: String
    /// Plain text.
    package let text: String
    /// The same as a whole document; nil for text only.
    package let html: String?
    /// Worthless from then on, and not tried again, as a code to sign in with; nil for what keeps its worth.
    package let expiry: Int64?
    /// Whom an answer goes to; nil for nobody.
    package var replyTo: Mailbox?
    /// Where one click ends mail of this kind; nil for what cannot be switched off.
    package var unsubscribe: UnsubscribeLink?
    /// An appointment that goes with it.
    package var calendar: MailCalendar?

    package init(kind: String, person: Identifier?, to: Mailbox, language: Language, subject: String, text: String, html: String? = nil, expiry: Int64? = nil) {
        self.kind = kind
        self.person = person
        self.to = to
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
        self.expiry = expiry
    }

    package init(kind: String, person: Identifier?, to: Mailbox, letter: MailLetter, expiry: Int64? = nil) {
        self.init(
            kind: kind, person: person, to: to, language: letter.language, subject: letter.subject, text: letter.text, html: letter.html, expiry: expiry)
    }
}

/// What came of a mail. Times are milliseconds since 1970.
package struct OutboxEntry: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// The server has taken it over.
        case sent
        /// The server will never take it.
        case refused
        /// It may have been sent. It is not sent again unless someone asks for it: better not at all than twice.
        case uncertain
        /// The server could not be reached, or put it off, for days.
        case expired

        package var name: Localized {
            switch self {
            case .sent: Localized(nl: "verstuurd", en: "sent")
            case .refused: Localized(nl: "geweigerd", en: "refused")
            case .uncertain: Localized(nl: "misschien verstuurd", en: "possibly sent")
            case .expired: Localized(nl: "niet gelukt", en: "given up")
            }
        }
    }

    /// Also the first part of the Message-ID.
    package let id: Identifier
    package let kind: String
    package let person: Identifier?
    package let recipient: String
    package let subject: String
    package let addedAt: Int64
    /// Not to be sent before this time.
    package let dueAt: Int64
    /// How often it was taken up to be sent.
    package let tries: Int
    /// When a node took it up to send it; nil while it waits.
    package let takenAt: Int64?
    package let endedAt: Int64?
    /// Nil until the end.
    package let outcome: Outcome?
    /// The last word of the server about it, behind the server's name; empty before the first try.
    package let proof: String
}

/// Mail that waits in the database until it is sent, so that it is there if and only if what it tells about has happened.
///
/// The words of a mail, which can hold a code to sign in with, are wiped when they are of no use any more; what was sent to whom stays, with the server's word.
package struct Outbox: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such mail, or it is not uncertain.
        case notUncertain
    }

    /// Puts a mail in, in the transaction of what it tells about; the event of that transaction stands for both.
    ///
    /// - Parameter due: not to be sent before; nil for at once
    /// - Returns: its id
    @discardableResult
    package func add(_ mail: OutboxMail, due: Int64? = nil, from origin: Origin, in transaction: Transaction) throws -> Identifier {
        let id = Identifier(at: origin.time)
        try transaction.send(Self.insert, rows: [Self.row(id, mail, due: due ?? origin.time, from: origin)])
        return id
    }

    /// The same for several, to be sent at once.
    package func add(_ mails: [(mail: OutboxMail, origin: Origin)], in transaction: Transaction) throws {
        try transaction.send(Self.insert, rows: mails.map { Self.row(Identifier(at: $1.time), $0, due: $1.time, from: $1) })
    }

    private static let insert: Query = """
        INSERT INTO outbox (id, kind, person, recipient, recipient_name, language, subject, body_text, body_html, added_at, due_at, expires_at,
            tries, proof, reply_to, reply_name, unsubscribe, calendar, calendar_method)
        """

    private static func row(_ id: Identifier, _ mail: OutboxMail, due: Int64, from origin: Origin) -> Query {
        """
        (\(id.description), \(mail.kind), \(mail.person?.description), \(mail.to.address.description), \(mail.to.name ?? ""), \(mail.language),
        \(mail.subject), \(mail.text), \(mail.html ?? ""), \(origin.time), \(due), \(mail.expiry), 0, '',
        \(mail.replyTo?.address.description), \(mail.replyTo?.name), \(mail.unsubscribe?.address),
        \(mail.calendar?.text), \(mail.calendar?.method.rawValue))
        """
    }

    /// Sends a mail again that may have been sent already, because someone asks for it.
    ///
    /// - Throws: ``Fault/notUncertain``
    package func sendAgain(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE outbox SET outcome = NULL, ended_at = NULL, taken_at = NULL, taken_by = NULL, due_at = \(origin.time)
                WHERE id = \(id.description) AND outcome = 'uncertain'
                """)
            guard changed == 1 else { throw Fault.notUncertain }
            return ((), Event("mail.released", Event.Thing("mail", id.description)))
        }
    }

    /// Takes out everything that tells who someone is: mail to them, and mail that an answer to would go to them.
    ///
    /// - Parameters:
    ///   - person: the account; nil for someone without one
    ///   - key: their address in small letters
    static func forget(_ person: Identifier?, mail key: String, at now: Int64, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE outbox SET recipient = '', recipient_name = '', subject = '', body_text = '', body_html = '', proof = '', reply_to = NULL,
                reply_name = NULL, unsubscribe = NULL, calendar = NULL, calendar_method = NULL, ended_at = COALESCE(ended_at, \(now)),
                outcome = COALESCE(outcome, 'expired')
            WHERE person = \(person?.description) OR LOWER(recipient) = \(key) OR LOWER(reply_to) = \(key)
            """)
    }

    private static let columns: Query = "id, kind, person, recipient, subject, added_at, due_at, tries, taken_at, ended_at, outcome, proof"

    package func find(_ id: Identifier) async throws -> OutboxEntry? {
        try await database.read { reading in
            try reading.first("SELECT \(Self.columns) FROM outbox WHERE id = \(id.description)", Self.entry)
        }
    }

    /// The newest first.
    ///
    /// - Parameters:
    ///   - person: only mail for this person
    ///   - outcome: only mail that ended so
    package func newest(for person: Identifier? = nil, outcome: OutboxEntry.Outcome? = nil, limit: Int = 50) async throws -> [OutboxEntry] {
        var conditions: [Query] = ["1 = 1"]
        if let person { conditions.append("person = \(person.description)") }
        if let outcome { conditions.append("outcome = \(outcome)") }
        let query: Query =
            "SELECT \(Self.columns) FROM outbox WHERE \(Query.join(conditions, with: " AND ")) ORDER BY id DESC LIMIT \(min(max(limit, 1), 500))"
        return try await database.read { reading in try reading.all(query, Self.entry) }
    }

    /// How many have not ended, for a look at whether mail goes out.
    ///
    /// - Returns: their number, and since when the oldest waits
    package func waiting() async throws -> (count: Int, since: Int64?) {
        try await database.read { reading in
            try reading.first("SELECT COUNT(*), MIN(added_at) FROM outbox WHERE outcome IS NULL") { row in
                (try row.int(0), try row.optionalInt(1).map(Int64.init))
            } ?? (0, nil)
        }
    }

    private static func entry(_ row: Row) throws -> OutboxEntry {
        guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
        return OutboxEntry(
            id: id, kind: try row.string(1), person: try row.optionalString(2).flatMap { Identifier($0) }, recipient: try row.string(3),
            subject: try row.string(4), addedAt: Int64(try row.int(5)), dueAt: Int64(try row.int(6)), tries: try row.int(7),
            takenAt: try row.optionalInt(8).map(Int64.init), endedAt: try row.optionalInt(9).map(Int64.init), outcome: try row.optionalRaw(10),
            proof: try row.string(11))
    }
}
