import Core
import Credentials
import SQL
import Transfer

/// The second factor of professionals: codes of an app on their phone, and recovery codes for when it is lost (ASVS 5.0: 6.5, 6.6).
package struct SecondFactorStore: Sendable {
    /// How far someone is with it.
    package enum State: Sendable, Hashable {
        case none
        /// - Parameter recoveryLeft: recovery codes that were not used
        case confirmed(recoveryLeft: Int)
    }

    /// What came of a code.
    package enum Outcome: Sendable, Hashable {
        case right
        case wrong
        /// Too many wrong ones in a quarter of an hour.
        case tooMany
        /// The machine has no room to check a recovery code now.
        case busy
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// The policy that was asked does not allow it.
        case refused(Decision)
    }

    /// Milliseconds that a secret for an app is shown, and then still taken for as long: someone else may have seen an older one.
    private static let showing: Int64 = 3_600_000

    private let database: Database
    private let journal: Journal
    private let hashing: HashingQueue
    private let throttle: Throttle
    /// A copy of the database alone shows no secret.
    private let seal: SecretMask
    private let proposing: SecretKey

    package init(
        _ database: Database, journal: Journal, hashing: HashingQueue, key: SecretKey
    ) {
        self.database = database
        self.journal = journal
        self.hashing = hashing
        self.throttle = Throttle(key)
        self.seal = SecretMask(key.derived(for: "leefkring second factor 1"), kind: "second factor")
        self.proposing = key.derived(for: "leefkring second factor proposal 1")
    }

    package func state(of person: Identifier) async throws -> State {
        try await database.read { reading in
            try reading.first("SELECT recovery FROM second_factor WHERE person = \(person.description) AND confirmed_at IS NOT NULL") { row in
                .confirmed(recoveryLeft: RecoveryCodes(text: try row.string(0))?.count ?? 0)
            } ?? .none
        }
    }

    /// A secret for an app to take in. Looking at it writes nothing: it is made of what this installation alone knows, so that a page shown twice within the
    /// hour shows the same. Where an app is in use this is for another one, and the first goes on working until ``confirm(_:for:in:from:)``.
    package func proposal(for person: Identifier, in session: Identifier, at now: Int64) async throws -> OneTimePassword? {
        proposed(for: person, in: session, after: try await row(of: person)?.sealed, at: now)
    }

    /// Another for each person, session and hour, and after every app that was taken into use or away: nobody can use what they saw before.
    ///
    /// - Parameter sealed: the secret that the database keeps, in use or not
    private func proposed(for person: Identifier, in session: Identifier, after sealed: [UInt8]?, at now: Int64) -> OneTimePassword? {
        var message = CanonicalBytes("proposal")
        message.add(person.description)
        message.add(session.description)
        message.add(sealed ?? [])
        message.add(String(now / Self.showing))
        return OneTimePassword(secret: Array(proposing.tag(message).prefix(20)))
    }

    private func row(of person: Identifier) async throws -> (sealed: [UInt8], isInUse: Bool)? {
        try await database.read { reading in
            try reading.first("SELECT secret, confirmed_at FROM second_factor WHERE person = \(person.description)") { row in
                (try row.bytes(0), try row.optionalInt(1) != nil)
            }
        }
    }

    /// Takes the secret into use when the app shows its code, in place of that of an app before: all at once, or nothing of it.
    ///
    /// - Parameter session: the one that was shown the secret
    /// - Returns: recovery codes, to be shown once; nil for a wrong code, too many tries, or no room to hash
    package func confirm(_ typed: String, for person: Identifier, in session: Identifier, from origin: Origin) async throws -> [String]? {
        let throttle = throttle
        let mayTry = try await database.write { try throttle.take(.factor, person.description, at: origin.time, in: $0) }
        guard mayTry else { return nil }
        let kept = try await row(of: person)
        let apps = [origin.time, origin.time - Self.showing].compactMap { proposed(for: person, in: session, after: kept?.sealed, at: $0) }
        let right = apps.lazy.compactMap { app in app.accept(typed, at: origin.time, after: nil).map { (app, Int64(clamping: $0)) } }.first
        guard let (app, counter) = right, let recovery = await hashing.recoveryCodes() else { return nil }
        let codes = recovery.kept.text, fresh = seal.hide(app.secret, for: person.description)
        // Only over what the secret was made after: of two who confirm at once one comes first.
        let change: Query =
            kept.map { kept in
                """
                UPDATE second_factor SET secret = \(fresh), confirmed_at = \(origin.time), last_counter = \(counter), recovery = \(codes)
                WHERE person = \(person.description) AND secret = \(kept.sealed)
                """
            } ?? """
                INSERT INTO second_factor (person, secret, confirmed_at, last_counter, recovery)
                VALUES (\(person.description), \(fresh), \(origin.time), \(counter), \(codes)) ON CONFLICT (person) DO NOTHING
                """
        let isOther = kept?.isInUse ?? false
        let event = Self.event(isOther ? "second-factor.changed" : "second-factor.confirmed", person)
        return try await write(change, event, from: origin) ? recovery.codes : nil
    }

    /// Makes recovery codes anew; those of before are void. The person must have proved who they are just before: ``FreshProof``.
    ///
    /// - Returns: the codes, to be shown once; nil where no app is in use or there is no room to hash
    /// - Throws: ``Problem/tooMany(retryAfter:)``
    package func renewRecovery(of person: Identifier, from origin: Origin) async throws -> [String]? {
        let throttle = throttle
        guard try await database.write({ try throttle.take(.factor, person.description, at: origin.time, in: $0) }) else {
            throw Problem.tooMany(retryAfter: 900)
        }
        guard let recovery = await hashing.recoveryCodes() else { return nil }
        let change: Query =
            "UPDATE second_factor SET recovery = \(recovery.kept.text) WHERE person = \(person.description) AND confirmed_at IS NOT NULL"
        return try await write(change, Self.event("recovery-codes.renewed", person), from: origin) ? recovery.codes : nil
    }

    /// One change of one row with its event.
    ///
    /// - Parameter check: comes first, in the same transaction
    /// - Returns: false where there was nothing to change
    private func write(
        _ change: Query, _ event: Event, from origin: Origin, after check: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws -> Bool {
        let journal = journal
        return try await database.write { transaction in
            try check(transaction)
            guard try transaction.execute(change) == 1 else { return false }
            try journal.add(event, from: origin, in: transaction)
            return true
        }
    }

    private static func event(_ action: String, _ person: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("person", person.description), details: details)
    }

    // MARK: Taking it away

    /// Turns the second step off. The person must have proved who they are just before: ``FreshProof``.
    ///
    /// - Parameter policy: sees the roles that hold now, as they are within the transaction
    /// - Returns: false where it was not on
    /// - Throws: ``Fault/refused(_:)``
    package func remove(of person: Identifier, from origin: Origin, if policy: @escaping @Sendable ([RoleGrant]) -> Decision) async throws -> Bool {
        try await write(removal(of: person), Self.event("second-factor.removed", person), from: origin) { transaction in
            let decision = policy(try PersonStore.grants(of: person, transaction).filter { $0.holds(at: origin.time) })
            guard decision.isAllowed else { throw Fault.refused(decision) }
        }
    }

    /// Takes the second step away from someone who lost their phone and their recovery codes; the next sign-in asks to set it up anew where a role needs it.
    ///
    /// - Returns: false where it was not on
    package func reset(of person: Identifier, from origin: Origin) async throws -> Bool {
        try await write(removal(of: person), Self.event("second-factor.reset", person), from: origin)
    }

    /// What stays is a secret that nobody was ever shown: what is proposed next is made after it, and is not what was proposed before.
    private func removal(of person: Identifier) -> Query {
        """
        UPDATE second_factor SET secret = \(seal.hide(OneTimePassword.random().secret, for: person.description)), confirmed_at = NULL, last_counter = NULL, recovery = ''
        WHERE person = \(person.description) AND confirmed_at IS NOT NULL
        """
    }

    // MARK: Signing in

    /// Tries a code of the app or a recovery code. Each is good for one time, on all nodes together.
    package func attempt(_ typed: String, for person: Identifier, from origin: Origin) async throws -> Outcome {
        let throttle = throttle
        let kept: (sealed: [UInt8], last: Int64?)?? = try await database.write { transaction in
            guard try throttle.take(.factor, person.description, at: origin.time, in: transaction) else { return nil }
            let query: Query =
                "SELECT secret, last_counter FROM second_factor WHERE person = \(person.description) AND confirmed_at IS NOT NULL"
            return .some(
                try transaction.first(query) { row in (try row.bytes(0), try row.optionalInt(1).map(Int64.init)) })
        }
        guard let kept else { return .tooMany }
        guard let kept, let secret = seal.show(kept.sealed, for: person.description), let app = OneTimePassword(secret: secret) else { return .wrong }
        if let counter = app.accept(typed, at: origin.time, after: kept.last.map { UInt64(max($0, 0)) }) {
            return try await use(counter: Int64(clamping: counter), with: kept.sealed, of: person) ? .right : try await refuse(person, origin)
        }
        guard typed.filter({ $0.isLetter || $0.isNumber }).count == 12 else { return try await refuse(person, origin) }
        return try await attempt(recovery: typed, for: person, from: origin)
    }

    /// Another code of the same person may be used up meanwhile: then the codes are read again.
    private func attempt(recovery typed: String, for person: Identifier, from origin: Origin) async throws -> Outcome {
        for _ in 0..<10 {
            let kept = try await database.read { reading in
                try reading.first("SELECT recovery FROM second_factor WHERE person = \(person.description)") { try $0.string(0) }
            }
            guard let kept, let codes = RecoveryCodes(text: kept) else { return try await refuse(person, origin) }
            switch await hashing.use(typed, of: codes) {
            case .busy: return .busy
            case .wrong: return try await refuse(person, origin)
            case .right(let left): if try await use(left, insteadOf: kept, of: person, from: origin) { return .right }
            }
        }
        return .busy
    }

    /// - Parameter sealed: the secret that made the code: another app may have come in its place meanwhile
    private func use(counter: Int64, with sealed: [UInt8], of person: Identifier) async throws -> Bool {
        try await database.write { transaction in
            try transaction.execute(
                """
                UPDATE second_factor SET last_counter = \(counter)
                WHERE person = \(person.description) AND (last_counter IS NULL OR last_counter < \(counter)) AND secret = \(sealed)
                """) == 1
        }
    }

    private func use(_ left: RecoveryCodes, insteadOf before: String, of person: Identifier, from origin: Origin) async throws -> Bool {
        try await write(
            "UPDATE second_factor SET recovery = \(left.text) WHERE person = \(person.description) AND recovery = \(before)",
            Self.event("recovery-code.used", person, ["left": String(left.count)]), from: origin)
    }

    private func refuse(_ person: Identifier, _ origin: Origin) async throws -> Outcome {
        try await journal.write(from: origin) { _ in ((), Event("second-factor.refused", Event.Thing("person", person.description), result: .refused)) }
        return .wrong
    }
}
