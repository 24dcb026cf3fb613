import Core
import Credentials
import Mail
import SQL
import Transfer

/// A mail about another mail address.
package enum MailChangeLetter: Sendable {
    /// To the new address: the code that shows whose it is.
    ///
    /// - Parameter expiry: when it works no more; milliseconds since 1970
    case code(String, to: MailAddress, of: Person, expiry: Int64)
    /// To someone whose address another account asked for.
    case taken(Person)
    /// To the address of before.
    ///
    /// - Parameter before: with that address
    case changed(before: Person, at: Int64)
}

/// Another mail address for someone who has an account: asked for, proved with a code, and then changed. The only writer of its table.
///
/// Who asks is told the same whether or not someone else has the address (ASVS 5.0: 6.3.8): an address that is in use gets a mail, never a code.
package struct MailChangeStore: Sendable {
    /// Puts a letter in the outbox, in the transaction that it tells about.
    package typealias Post = @Sendable (MailChangeLetter, Origin, Transaction) throws -> Void

    /// What came of a code.
    package enum Outcome: Sendable, Hashable {
        case changed
        case wrong(left: Int)
        /// Too old, used, or tried too often: ask for a new one.
        case over
        /// The code was right, but someone else got the address meanwhile.
        case taken
    }

    private let database: Database
    private let journal: Journal
    private let key: SecretKey
    private let throttle: Throttle
    private let post: Post

    package init(_ database: Database, journal: Journal, key: SecretKey, post: @escaping Post) {
        self.database = database
        self.journal = journal
        self.key = key
        self.throttle = Throttle(key)
        self.post = post
    }

    /// Makes a code and sends it to the new address, in place of one that was asked for before. The person must have proved who they are just before:
    /// ``FreshProof``.
    ///
    /// - Parameter client: the visitor's address, as one subscriber
    /// - Returns: the code, for a development site that shows it
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func begin(_ mail: MailAddress, for person: Person, client: String, from origin: Origin) async throws -> String {
        let id = person.id.description, (throttle, journal, post) = (throttle, journal, post)
        let (kept, code, _) = SignInCode.issue(key: key, context: Self.context(person.id), at: origin.time)
        let isTaken = try await database.write { transaction in
            guard try throttle.take(.asking, client, at: origin.time, in: transaction), try throttle.take(.mailChange, id, at: origin.time, in: transaction)
            else { return false }
            let mayMail = try throttle.take(.mail, mail.key, at: origin.time, in: transaction)
            try Self.forget(before: origin.time, in: transaction)
            let owner = try PersonStore.holder(of: mail, transaction)
            // Without a tag no code is right: none was sent.
            let tag = mayMail && owner == nil ? kept.codeTag : nil
            try transaction.execute(
                """
                INSERT INTO mail_change (person, mail, code_tag, expires_at, tries_left)
                VALUES (\(id), \(mail.description), \(tag), \(kept.expiry), \(kept.triesLeft))
                ON CONFLICT (person) DO UPDATE SET mail = excluded.mail, code_tag = excluded.code_tag, expires_at = excluded.expires_at,
                    tries_left = excluded.tries_left
                """)
            if mayMail, owner == nil { try post(.code(code, to: mail, of: person, expiry: kept.expiry), origin, transaction) }
            if mayMail, let owner, owner.isOpen { try post(.taken(owner), origin, transaction) }
            try journal.add(Event("mail-change.asked", Event.Thing("person", id)), from: origin, in: transaction)
            return true
        }
        guard isTaken else { throw Problem.tooMany(retryAfter: 900) }
        return code
    }

    /// The address that someone asked for and did not prove yet; nil for none.
    package func pending(of person: Identifier) async throws -> MailAddress? {
        let found = try await database.read { reading in
            try reading.first("SELECT mail FROM mail_change WHERE person = \(person.description)") { try $0.string(0) }
        }
        return found.flatMap { try? MailAddress($0) }
    }

    /// Tries a code; a right one changes the address, tells the one of before, and makes codes worthless that are on their way to it.
    ///
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func attempt(_ typed: String, for person: Identifier, client: String, from origin: Origin) async throws -> Outcome {
        let throttle = throttle
        let outcome: Outcome?
        do {
            outcome = try await database.write { transaction in
                guard try throttle.take(.typing, client, at: origin.time, in: transaction) else { return nil }
                return try attempt(typed, for: person, from: origin, in: transaction)
            }
        } catch let error as SQLError where error.isUniqueViolation {
            // At the same moment, on another node, the address became someone else's.
            try await database.write { try Self.drop(person, $0) }
            return .taken
        }
        guard let outcome else { throw Problem.tooMany(retryAfter: 900) }
        return outcome
    }

    private func attempt(_ typed: String, for person: Identifier, from origin: Origin, in transaction: Transaction) throws -> Outcome {
        // Taking the try first holds the row: two tries at one moment cannot both be the last.
        let kept = try transaction.first(
            """
            UPDATE mail_change SET tries_left = tries_left - 1 WHERE person = \(person.description) AND tries_left > 0
            RETURNING mail, code_tag, expires_at, tries_left
            """
        ) { row in
            (
                mail: try row.string(0), left: try row.int(3),
                code: SignInCode(
                    codeTag: try row.optionalBytes(1) ?? Digest.randomBytes(32), linkTag: [], expiry: Int64(try row.int(2)), triesLeft: try row.int(3) + 1)
            )
        }
        guard var kept, let mail = try? MailAddress(kept.mail) else { return .over }
        switch kept.code.attempt(code: typed, key: key, context: Self.context(person), at: origin.time) {
        case .accepted:
            try Self.drop(person, transaction)
            return try change(person, to: mail, from: origin, in: transaction)
        case .wrong, .spent:
            let refused = Event("mail-change.refused", Event.Thing("person", person.description), result: .refused)
            try journal.add(refused, from: origin, in: transaction)
            return kept.left > 0 ? .wrong(left: kept.left) : .over
        case .expired: return .over
        }
    }

    private func change(_ person: Identifier, to mail: MailAddress, from origin: Origin, in transaction: Transaction) throws -> Outcome {
        guard let before = try PersonStore.open(person, transaction) else { return .over }
        guard try PersonStore.move(before, to: mail, in: transaction) else { return .taken }
        try SignInStore.forget(of: person, in: transaction)
        // Where others find them they stay found, and can be taken out when they leave.
        try ProgrammeStore.moveContacts(from: before.mail, to: mail, in: transaction)
        try ContactStore.move(from: before.mail, to: mail, in: transaction)
        try StatementStore.moveContact(from: before.mail, to: mail, in: transaction)
        try post(.changed(before: before, at: origin.time), origin, transaction)
        try journal.add(Event("person.mail-changed", Event.Thing("person", person.description)), from: origin, in: transaction)
        return .changed
    }

    private static func context(_ person: Identifier) -> String { "mail-change:" + person.description }

    private static func drop(_ person: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM mail_change WHERE person = \(person.description)")
    }

    /// Forgets someone who is erased: what they asked for, and that someone asked for their address.
    static func forget(_ person: String, mail key: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM mail_change WHERE person = \(person) OR LOWER(mail) = \(key)")
    }

    /// Forgets what was never proved.
    ///
    /// - Returns: how many
    @discardableResult
    static func forget(before moment: Int64, in transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM mail_change WHERE expires_at < \(moment - RetentionTerm.codes * RetentionTerm.hour)")
    }
}
