import Core
import Credentials
import Foundation
import Mail
import SQL
import Transfer

/// Who someone is at a provider.
package struct Identity: Sendable, Hashable {
    package let id: Identifier
    package let issuer: String
    package let subject: String
    package let addedAt: Int64
    /// When it was last signed in with; nil for never.
    package let usedAt: Int64?
}

/// Signing in at a provider: what is under way, and which person is who there (ASVS 5.0: 10.5).
///
/// A person is found by issuer and subject only, never by a mail address: addresses change hands, and not every provider looks at whose they are. Somebody
/// who has an account here adds the provider to it after proving who they are by the way they had.
package struct IdentityStore: Sendable {
    /// One sign-in that has left for a provider.
    package struct Flow: Sendable, Hashable {
        package let signIn: OpenIDSignIn
        /// Who adds the provider to their account; nil for signing in.
        package let person: Identifier?
        package let language: Language
        package let goal: String
    }

    /// What came of signing in.
    package enum Entry: Sendable, Hashable {
        case known(Identifier)
        /// An account was made.
        case added(Identifier)
        /// Nobody here is known by this identity.
        case unknown
        /// The account was closed.
        case closed
    }

    /// What came of adding a provider to an account.
    package enum Binding: Sendable, Hashable {
        case done
        /// This account had it already.
        case already
        /// It is of another account.
        case taken
        case closed
    }

    private let database: Database
    private let journal: Journal
    private let throttle: Throttle

    /// Milliseconds that a sign-in may take at the provider.
    static let term: Int64 = 600_000

    package init(_ database: Database, journal: Journal, key: SecretKey) {
        self.database = database
        self.journal = journal
        self.throttle = Throttle(key)
    }

    // MARK: Under way

    /// Keeps a sign-in that leaves for a provider, for the browser that it leaves from.
    ///
    /// - Parameters:
    ///   - provider: its key
    ///   - browser: the session that the browser holds
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func begin(_ flow: Flow, at provider: String, browser: String, client: String, from origin: Origin) async throws {
        // Without the state, of which only the digest is kept: who reads the database cannot answer in the place of the browser.
        let text = String(decoding: try JSONEncoder().encode(flow.signIn), as: UTF8.self).replacing(flow.signIn.state, with: ""), throttle = throttle
        let isTaken = try await database.write { transaction in
            guard try throttle.take(.asking, client, at: origin.time, in: transaction) else { return false }
            try Self.forget(before: origin.time, in: transaction)
            try Throttle.forget(before: origin.time, in: transaction)
            try transaction.execute(
                """
                INSERT INTO openid_flow (id, state_digest, browser_digest, provider, sign_in, person, language, goal, expires_at)
                VALUES (\(Identifier(at: origin.time).description), \(Digest.sha256(flow.signIn.state)), \(Digest.sha256(browser)), \(provider), \(text),
                    \(flow.person?.description), \(flow.language), \(flow.goal), \(origin.time + Self.term))
                """)
            return true
        }
        guard isTaken else { throw Problem.tooMany(retryAfter: 900) }
    }

    /// The sign-in that an answer belongs to. It is gone afterwards: the first answer is the last, right or wrong.
    ///
    /// - Returns: nil for a state that is not known, of another browser or provider, used before, or past its time
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func take(state: String, at provider: String, browser: String, client: String, now: Int64) async throws -> Flow? {
        let throttle = throttle
        let found: Flow?? = try await database.write { transaction in
            guard try throttle.take(.typing, client, at: now, in: transaction) else { return nil }
            let flow: Flow?? = try transaction.first(
                """
                DELETE FROM openid_flow WHERE state_digest = \(Digest.sha256(state)) AND browser_digest = \(Digest.sha256(browser)) AND provider = \(provider)
                RETURNING sign_in, person, language, goal, expires_at
                """
            ) { row in
                let text = try row.string(0).replacing("\"state\":\"\"", with: "\"state\":\"\(state)\"")
                guard Int64(try row.int(4)) > now, let signIn = try? JSONDecoder().decode(OpenIDSignIn.self, from: Data(text.utf8)) else { return nil }
                return Flow(
                    signIn: signIn, person: try row.optionalString(1).flatMap { Identifier($0) }, language: try row.raw(2), goal: try row.string(3))
            }
            return .some(flow ?? nil)
        }
        guard let found else { throw Problem.tooMany(retryAfter: 900) }
        return found
    }

    /// Forgets what never came back.
    ///
    /// - Returns: how many
    @discardableResult
    static func forget(before moment: Int64, in transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM openid_flow WHERE expires_at < \(moment)")
    }

    /// Writes down that an answer of a provider was not taken.
    package func refuse(_ reason: String, at provider: String, person: Identifier? = nil, from origin: Origin) async throws {
        let thing = person.map { Event.Thing("person", $0.description) }
        try await journal.write(from: origin) { _ in
            ((), Event("identity.refused", thing, details: ["provider": provider, "reason": reason], result: .refused))
        }
    }

    // MARK: Who someone is

    /// The person with this identity. Where the provider admits new people, and says itself that the mail address is theirs, an account is made; not where
    /// somebody here has that address.
    package func enter(_ proof: IdentityProof, at provider: IdentityProvider, in language: Language, from origin: Origin) async throws -> Entry {
        let journal = journal
        let newcomer = provider.admitsNewPeople ? Self.newcomer(proof, in: language, at: origin.time) : nil
        return try await database.write { transaction in
            let found = try transaction.first(
                "SELECT person FROM person_identity WHERE issuer = \(proof.issuer) AND subject = \(proof.subject)"
            ) { Identifier(try $0.string(0)) }
            if let person = found ?? nil {
                guard try PersonStore.isOpen(person, transaction) else { return .closed }
                try transaction.execute(
                    "UPDATE person_identity SET used_at = \(origin.time) WHERE issuer = \(proof.issuer) AND subject = \(proof.subject)")
                return .known(person)
            }
            guard let newcomer, try PersonStore.insert(newcomer, in: transaction) else { return .unknown }
            try Self.insert(proof, of: newcomer.id, usedAt: origin.time, at: origin.time, in: transaction)
            let own = Origin(
                person: newcomer.id, organisation: nil, request: origin.request, channel: origin.channel, time: origin.time)
            try journal.add(Event("person.added", Event.Thing("person", newcomer.id.description)), from: own, in: transaction)
            try journal.add(Self.added(provider, newcomer.id), from: own, in: transaction)
            return .added(newcomer.id)
        }
    }

    /// Nil where the provider does not say itself that the address is theirs.
    private static func newcomer(_ proof: IdentityProof, in language: Language, at now: Int64) -> Person? {
        guard proof.claims["email_verified"] == .truth(true), let mail = proof.claims["email"]?.text.flatMap({ try? MailAddress($0) }) else { return nil }
        let given = proof.claims["name"]?.text ?? ""
        let name = given.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let clean = String(String.UnicodeScalarView(name)).trimmingCharacters(in: .whitespaces).prefix(200)
        return Person(
            id: Identifier(at: now), name: clean.isEmpty ? mail.localPart : String(clean), mail: mail, language: language, addedAt: now, closedAt: nil)
    }

    /// Adds an identity to the account of someone who is signed in and proved who they are just before: ``FreshProof``.
    package func bind(_ proof: IdentityProof, at provider: IdentityProvider, to person: Identifier, from origin: Origin) async throws -> Binding {
        let journal = journal
        return try await database.write { transaction in
            guard try PersonStore.isOpen(person, transaction) else { return .closed }
            guard try Self.insert(proof, of: person, usedAt: nil, at: origin.time, in: transaction) else {
                let owner = try transaction.first(
                    "SELECT person FROM person_identity WHERE issuer = \(proof.issuer) AND subject = \(proof.subject)"
                ) { try $0.string(0) }
                return owner == person.description ? .already : .taken
            }
            try journal.add(Self.added(provider, person), from: origin, in: transaction)
            return .done
        }
    }

    @discardableResult
    private static func insert(
        _ proof: IdentityProof, of person: Identifier, usedAt: Int64?, at now: Int64, in transaction: Transaction
    ) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO person_identity (id, person, issuer, subject, added_at, used_at)
            VALUES (\(Identifier(at: now).description), \(person.description), \(proof.issuer), \(proof.subject), \(now), \(usedAt))
            ON CONFLICT (issuer, subject) DO NOTHING
            """) == 1
    }

    private static func added(_ provider: IdentityProvider, _ person: Identifier) -> Event {
        Event("identity.added", Event.Thing("person", person.description), details: ["provider": provider.key])
    }

    /// Takes an identity away from an account. The person must have proved who they are just before: ``FreshProof``.
    ///
    /// - Returns: false where this person has no such identity
    package func remove(_ id: Identifier, of person: Identifier, from origin: Origin) async throws -> Bool {
        guard let identity = try await all(of: person).first(where: { $0.id == id }) else { return false }
        let journal = journal
        return try await database.write { transaction in
            let changed = try transaction.execute(
                "DELETE FROM person_identity WHERE id = \(id.description) AND person = \(person.description)")
            guard changed == 1 else { return false }
            let event = Event("identity.removed", Event.Thing("person", person.description), details: ["issuer": identity.issuer])
            try journal.add(event, from: origin, in: transaction)
            return true
        }
    }

    /// The identities of someone, the oldest first.
    package func all(of person: Identifier) async throws -> [Identity] {
        try await database.read { reading in
            try reading.all(
                "SELECT id, issuer, subject, added_at, used_at FROM person_identity WHERE person = \(person.description) ORDER BY added_at, id"
            ) { row in
                guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is no identifier") }
                return Identity(
                    id: id, issuer: try row.string(1), subject: try row.string(2), addedAt: Int64(try row.int(3)),
                    usedAt: try row.optionalInt(4).map(Int64.init))
            }
        }
    }
}
