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

    private let database: Database
    private let journal: Journal
    private let hashing: HashingQueue
    private let throttle: Throttle
    private let seal: SecretKey

    package init(
        _ database: Database, journal: Journal, hashing: HashingQueue, key: SecretKey
    ) {
        self.database = database
        self.journal = journal
        self.hashing = hashing
        self.throttle = Throttle(key)
        self.seal = key.derived(for: "leefkring second factor 1")
    }

    package func state(of person: Identifier) async throws -> State {
        try await database.read { reading in
            try reading.first("SELECT recovery FROM second_factor WHERE person = \(person.description) AND confirmed_at IS NOT NULL") { row in
                .confirmed(recoveryLeft: RecoveryCodes(text: try row.string(0))?.count ?? 0)
            } ?? .none
        }
    }

    /// A secret for an app to take in: the one that was shown before and not confirmed, so that a page shown twice shows the same; nil where one is in use.
    package func proposal(for person: Identifier, at now: Int64) async throws -> OneTimePassword? {
        let fresh = OneTimePassword.random(), sealed = sealed(fresh.secret, person)
        let kept: (sealed: [UInt8], isConfirmed: Bool)? = try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO second_factor (person, secret, recovery) VALUES (\(person.description), \(sealed), '') ON CONFLICT (person) DO NOTHING")
            return try transaction.first("SELECT secret, confirmed_at FROM second_factor WHERE person = \(person.description)") { row in
                (try row.bytes(0), try row.optionalInt(1) != nil)
            }
        }
        guard let kept, !kept.isConfirmed, let secret = opened(kept.sealed, person) else { return nil }
        return OneTimePassword(secret: secret)
    }

    /// Takes the secret into use when the app shows its code.
    ///
    /// - Returns: recovery codes, to be shown once; nil for a wrong code, too many tries, or no room to hash
    package func confirm(_ typed: String, for person: Identifier, from origin: Origin) async throws -> [String]? {
        let throttle = throttle
        let mayTry = try await database.write { try throttle.take(.factor, person.description, at: origin.time, in: $0) }
        guard mayTry, let app = try await proposal(for: person, at: origin.time), let counter = app.accept(typed, at: origin.time, after: nil),
            let recovery = await hashing.recoveryCodes()
        else { return nil }
        let journal = journal
        let isDone = try await database.write { transaction in
            let changed = try transaction.execute(
                """
                UPDATE second_factor SET confirmed_at = \(origin.time), last_counter = \(Int64(clamping: counter)), recovery = \(recovery.kept.text)
                WHERE person = \(person.description) AND confirmed_at IS NULL
                """)
            guard changed == 1 else { return false }
            try journal.add(Event("second-factor.confirmed", Event.Thing("person", person.description)), from: origin, in: transaction)
            return true
        }
        return isDone ? recovery.codes : nil
    }

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
        guard let kept, let secret = opened(kept.sealed, person), let app = OneTimePassword(secret: secret) else { return .wrong }
        if let counter = app.accept(typed, at: origin.time, after: kept.last.map { UInt64(max($0, 0)) }) {
            return try await use(counter: Int64(clamping: counter), of: person) ? .right : try await refuse(person, origin)
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

    private func use(counter: Int64, of person: Identifier) async throws -> Bool {
        try await database.write { transaction in
            try transaction.execute(
                """
                UPDATE second_factor SET last_counter = \(counter)
                WHERE person = \(person.description) AND (last_counter IS NULL OR last_counter < \(counter))
                """) == 1
        }
    }

    private func use(_ left: RecoveryCodes, insteadOf before: String, of person: Identifier, from origin: Origin) async throws -> Bool {
        let journal = journal
        return try await database.write { transaction in
            let changed = try transaction.execute(
                "UPDATE second_factor SET recovery = \(left.text) WHERE person = \(person.description) AND recovery = \(before)")
            guard changed == 1 else { return false }
            let used = Event("recovery-code.used", Event.Thing("person", person.description), details: ["left": String(left.count)])
            try journal.add(used, from: origin, in: transaction)
            return true
        }
    }

    private func refuse(_ person: Identifier, _ origin: Origin) async throws -> Outcome {
        try await journal.write(from: origin) { _ in ((), Event("second-factor.refused", Event.Thing("person", person.description), result: .refused)) }
        return .wrong
    }

    // MARK: The secret in the database

    /// A nonce, and the secret hidden by what only this installation can make of that nonce: a copy of the database alone shows no secret.
    private func sealed(_ secret: [UInt8], _ person: Identifier) -> [UInt8] {
        let nonce = Digest.randomBytes(16)
        return nonce + zip(secret, mask(nonce, person)).map { $0 ^ $1 }
    }

    private func opened(_ sealed: [UInt8], _ person: Identifier) -> [UInt8]? {
        guard sealed.count > 16, sealed.count <= 48 else { return nil }
        return zip(sealed.dropFirst(16), mask(Array(sealed.prefix(16)), person)).map { $0 ^ $1 }
    }

    private func mask(_ nonce: [UInt8], _ person: Identifier) -> [UInt8] {
        var message = CanonicalBytes("second factor")
        message.add(nonce)
        message.add(person.description)
        return seal.tag(message)
    }
}
