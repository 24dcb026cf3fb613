import Core
import Credentials
import Mail
import SQL

/// Passwords, for who wants one beside the code by mail. What is kept is what scrypt makes of them; nobody but the person sets one (ASVS 5.0: 6.2, 11.4.2).
package struct PasswordStore: Sendable {
    /// What came of signing in with one. The same for an address that nobody has and for someone without a password (6.3.8).
    package enum Outcome: Sendable, Hashable {
        case accepted(Identifier)
        case wrong
        /// Too many tries; the code by mail is still open, so nobody is locked out by another (6.3.1).
        case tooMany
        /// The machine has no room to check it now.
        case busy
    }

    /// What came of a change.
    package enum Change: Sendable, Hashable {
        case done
        /// The current one is not right.
        case wrongCurrent
        /// What is wrong with the new one.
        case faulty([PasswordRules.Fault])
        case tooMany
        case busy
        /// There is none, or it was changed meanwhile.
        case overtaken
    }

    private let database: Database
    private let journal: Journal
    private let hashing: HashingQueue
    private let throttle: Throttle
    private let rules: PasswordRules

    package init(
        _ database: Database, journal: Journal, hashing: HashingQueue, key: SecretKey, rules: PasswordRules
    ) {
        self.database = database
        self.journal = journal
        self.hashing = hashing
        self.throttle = Throttle(key)
        self.rules = rules
    }

    /// When someone's password was set or changed; nil where there is none.
    package func changedAt(of person: Identifier) async throws -> Int64? {
        try await database.read { reading in
            try reading.first("SELECT changed_at FROM person_password WHERE person = \(person.description)") { Int64(try $0.int(0)) }
        }
    }

    // MARK: Signing in

    /// Tries a password. Whoever's it is or nobody's, the same is read, hashed and written, so that the time of the answer tells nothing.
    ///
    /// - Parameter client: the visitor's address, as one subscriber
    package func attempt(_ typed: String, of mail: MailAddress, client: String, from origin: Origin) async throws -> Outcome {
        guard let found = try await take(mail, client: client, at: origin.time) else { return .tooMany }
        guard let password = Password(typed) else { return try await refuse(found.person, origin) }
        switch await hashing.verify(password, against: found.hash.flatMap { PasswordHash(text: $0) }) {
        case .busy: return .busy
        case .wrong: return try await refuse(found.person, origin)
        case .right(let isStale):
            guard let person = found.person, let hash = found.hash else { return .wrong }
            if isStale { await renew(password, hash, of: person, from: origin) }
            return .accepted(person)
        }
    }

    /// Counts the try, and finds whom it is for; nil where there were too many.
    private func take(_ mail: MailAddress, client: String, at now: Int64) async throws -> (person: Identifier?, hash: String?)? {
        let throttle = throttle
        return try await database.write { transaction in
            try Throttle.forget(before: now, in: transaction)
            guard try throttle.take(.passwordFrom, client, at: now, in: transaction),
                try throttle.take(.passwordPair, "\(mail.key) \(client)", at: now, in: transaction),
                try throttle.take(.passwordOf, mail.key, at: now, in: transaction)
            else { return nil }
            let found = try transaction.first(
                """
                SELECT person.id, hash FROM person LEFT JOIN person_password ON person_password.person = person.id
                WHERE mail_key = \(mail.key) AND closed_at IS NULL
                """
            ) { row in (Identifier(try row.string(0)), try row.optionalString(1)) }
            return found ?? (nil, nil)
        }
    }

    private func refuse(_ person: Identifier?, _ origin: Origin) async throws -> Outcome {
        let thing = person.map { Event.Thing("person", $0.description) }
        try await journal.write(from: origin) { _ in ((), Event("password.refused", thing, result: .refused)) }
        return .wrong
    }

    /// Hashes anew at today's cost: now is the only moment that the password is known. That it did not come off changes nothing for who signs in.
    private func renew(_ password: Password, _ before: String, of person: Identifier, from origin: Origin) async {
        guard let hash = await hashing.hash(password) else { return }
        let journal = journal
        try? await database.write { transaction in
            let changed = try transaction.execute(
                "UPDATE person_password SET hash = \(hash.text) WHERE person = \(person.description) AND hash = \(before)")
            guard changed == 1 else { return }
            try journal.add(Event("password.rehashed", Event.Thing("person", person.description)), from: origin, in: transaction)
        }
    }

    // MARK: Changing

    /// Sets a password, or changes it, for which the current one is asked (6.2.3). The person must have proved who they are just before: ``FreshProof``.
    ///
    /// - Parameters:
    ///   - context: words that make a password no stronger: names of organisations and of the site
    package func set(
        _ typed: String, current: String?, of person: Person, context: [String], client: String, from origin: Origin
    ) async throws -> Change {
        let before = try await hash(of: person.id)
        if let before {
            guard try await take(person.mail, client: client, at: origin.time) != nil else { return .tooMany }
            guard let current = current.flatMap({ Password($0) }) else { return .wrongCurrent }
            switch await hashing.verify(current, against: PasswordHash(text: before)) {
            case .busy: return .busy
            case .wrong:
                _ = try await refuse(person.id, origin)
                return .wrongCurrent
            case .right: break
            }
        }
        guard let faults = await hashing.faults(in: typed, by: rules, context: [person.name, person.mail.description] + context) else { return .busy }
        guard faults.isEmpty, let password = Password(typed) else { return .faulty(faults) }
        guard let hash = await hashing.hash(password) else { return .busy }
        return try await keep(hash.text, insteadOf: before, of: person.id, from: origin) ? .done : .overtaken
    }

    private func hash(of person: Identifier) async throws -> String? {
        try await database.read { reading in
            try reading.first("SELECT hash FROM person_password WHERE person = \(person.description)") { try $0.string(0) }
        }
    }

    private func keep(_ hash: String, insteadOf before: String?, of person: Identifier, from origin: Origin) async throws -> Bool {
        let journal = journal
        return try await database.write { transaction in
            guard try PersonStore.isOpen(person, transaction) else { return false }
            let changed =
                if let before {
                    try transaction.execute(
                        """
                        UPDATE person_password SET hash = \(hash), changed_at = \(origin.time) WHERE person = \(person.description) AND hash = \(before)
                        """)
                } else {
                    try transaction.execute(
                        """
                        INSERT INTO person_password (person, hash, changed_at) VALUES (\(person.description), \(hash), \(origin.time))
                        ON CONFLICT (person) DO NOTHING
                        """)
                }
            guard changed == 1 else { return false }
            let event = Event(before == nil ? "password.set" : "password.changed", Event.Thing("person", person.description))
            try journal.add(event, from: origin, in: transaction)
            return true
        }
    }

    /// Takes the password away: the code by mail is left. The person must have proved who they are just before: ``FreshProof``.
    package func remove(of person: Identifier, from origin: Origin) async throws -> Change {
        let journal = journal
        return try await database.write { transaction in
            guard try transaction.execute("DELETE FROM person_password WHERE person = \(person.description)") == 1 else { return .overtaken }
            try journal.add(Event("password.removed", Event.Thing("person", person.description)), from: origin, in: transaction)
            return .done
        }
    }
}
