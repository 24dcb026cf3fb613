import Core
import Credentials
import Mail
import SQL

/// A code and a link, on their way to someone who wants to sign in.
package struct SignInLetter: Sendable {
    package let person: Person
    package let attempt: Identifier
    package let code: String
    package let link: String
    /// When neither works any more; milliseconds since 1970.
    package let expiry: Int64
}

/// Signing in with a code or link that comes by mail.
///
/// Whoever types an address gets the same answer, whether someone with that address is known or not (ASVS 5.0: 6.3.8).
package struct SignInStore: Sendable {
    /// Puts a letter in the outbox, in the transaction that makes its code.
    package typealias Post = @Sendable (SignInLetter, Origin, Transaction) throws -> Void

    /// What came of a code or link.
    package enum Outcome: Sendable, Hashable {
        case accepted(person: Identifier, goal: String)
        case wrong(left: Int)
        /// Too old, used, or tried too often: ask for a new one.
        case over
    }

    /// What someone signs in with.
    package enum Proof: Sendable {
        case code(String)
        case link(String)
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

    /// Makes a code and sends it to the person with this address, where there is one.
    ///
    /// - Parameters:
    ///   - goal: the page of this site to go to afterwards
    ///   - client: the visitor's address, as one subscriber
    /// - Returns: the name of the attempt, and its code for a development site that shows it
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func begin(_ mail: MailAddress, goal: String, client: String, from origin: Origin) async throws -> (id: Identifier, code: String) {
        let id = Identifier(at: origin.time)
        let issued = SignInCode.issue(key: key, context: Self.context(id), at: origin.time)
        let (throttle, post) = (throttle, post)
        let isTaken = try await database.write { transaction in
            guard try throttle.take(.asking, client, at: origin.time, in: transaction) else { return false }
            let mayMail = try throttle.take(.mail, mail.key, at: origin.time, in: transaction)
            let person = try PersonStore.open(mail, transaction)
            try Self.forget(before: origin.time, in: transaction)
            try Throttle.forget(before: origin.time, in: transaction)
            try transaction.execute(
                """
                INSERT INTO sign_in (id, person, code_tag, link_tag, expires_at, tries_left, goal)
                VALUES (\(id.description), \(mayMail ? person?.id.description : nil), \(issued.kept.codeTag), \(issued.kept.linkTag),
                    \(issued.kept.expiry), \(issued.kept.triesLeft), \(goal))
                """)
            if mayMail, let person {
                try post(SignInLetter(person: person, attempt: id, code: issued.code, link: issued.link, expiry: issued.kept.expiry), origin, transaction)
            }
            return true
        }
        guard isTaken else { throw Problem.tooMany(retryAfter: 900) }
        return (id, issued.code)
    }

    /// Tries a code or a link.
    ///
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func attempt(_ id: Identifier, with proof: Proof, client: String, from origin: Origin) async throws -> Outcome {
        let (key, throttle, journal) = (key, throttle, journal)
        let outcome: Outcome? = try await database.write { transaction in
            guard try throttle.take(.typing, client, at: origin.time, in: transaction) else { return nil }
            // Taking the try first holds the row: two tries at one moment cannot both be the last.
            let kept = try transaction.first(
                """
                UPDATE sign_in SET tries_left = tries_left - 1 WHERE id = \(id.description) AND tries_left > 0
                RETURNING person, code_tag, link_tag, expires_at, tries_left, goal
                """
            ) { row in
                (
                    person: try row.optionalString(0).flatMap { Identifier($0) }, goal: try row.string(5), left: try row.int(4),
                    code: SignInCode(
                        codeTag: try row.bytes(1), linkTag: try row.bytes(2), expiry: Int64(try row.int(3)), triesLeft: try row.int(4) + 1)
                )
            }
            guard var kept else { return .over }
            let result =
                switch proof {
                case .code(let typed): kept.code.attempt(code: typed, key: key, context: Self.context(id), at: origin.time)
                case .link(let token): kept.code.attempt(link: token, at: origin.time)
                }
            switch (result, kept.person) {
            case (.accepted, let person?):
                try transaction.execute("UPDATE sign_in SET tries_left = 0 WHERE id = \(id.description)")
                // The account may have been closed since the code was sent.
                guard try PersonStore.isOpen(person, transaction) else { return .over }
                return .accepted(person: person, goal: kept.goal)
            // The code of nobody is never right; what is tried last is spent by it.
            case (.accepted, nil), (.wrong, _), (.spent, _):
                if let person = kept.person {
                    let refused = Event("sign-in.refused", Event.Thing("person", person.description), result: .refused)
                    try journal.add(refused, from: origin, in: transaction)
                }
                return kept.left > 0 ? .wrong(left: kept.left) : .over
            case (.expired, _): return .over
            }
        }
        guard let outcome else { throw Problem.tooMany(retryAfter: 900) }
        return outcome
    }

    private static func context(_ id: Identifier) -> String { "sign-in:" + id.description }

    /// Forgets the codes of someone: those on their way to an address that is theirs no longer must not let anyone in.
    static func forget(of person: Identifier, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM sign_in WHERE person = \(person.description)")
    }

    /// Forgets codes that are past their time.
    ///
    /// - Returns: how many
    @discardableResult
    static func forget(before moment: Int64, in transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM sign_in WHERE expires_at < \(moment - RetentionTerm.codes * RetentionTerm.hour)")
    }
}
