import Core
import SQL

extension PersonStore {
    /// Closes an account and takes out everything that tells who it was of (AVG art. 17).
    ///
    /// What stays, because the law asks for it: the events of the journal, which name nobody but hold the identifier; the lines of who read what, under a
    /// pseudonym; and of mail that it was sent, when and about what kind of thing. Copies made before, such as backups, are not reached.
    ///
    /// - Parameter policy: sees whether it is an administrator and how many others last as long, as it is within the transaction; nil asks nobody
    /// - Throws: ``Fault/unknownPerson``, ``Fault/refused(_:)``
    package func erase(
        _ person: Identifier, from origin: Origin, if policy: (@Sendable (_ administers: Bool, _ others: Int) -> Decision)? = nil
    ) async throws {
        let records = records
        let files = try await journal.write(from: origin) { transaction in
            if let policy { try Self.ask(policy, about: person, at: origin.time, transaction) }
            let before = Set(try AttachmentStore.digests(transaction).keys)
            try AttachmentStore.forget(person.description, in: transaction)
            try ProfileStore.forget(person.description, in: transaction)
            try OrganisationStore.forgetContact(person.description, in: transaction)
            try Self.erase(records, of: person, at: origin.time, in: transaction)
            try Self.erase(person.description, at: origin.time, in: transaction)
            // What other slices took away with it goes too.
            let files = before.subtracting(try AttachmentStore.digests(transaction).keys)
            return (files, Event("person.erased", Event.Thing("person", person.description)))
        }
        await attachments?.letGo(files)
        // Who is erased is erased, also where a reader holds the log a moment longer: the next time it is emptied that is gone too.
        try? await journal.database.sweep()
    }

    private static func ask(
        _ policy: (_ administers: Bool, _ others: Int) -> Decision, about person: Identifier, at now: Int64, _ transaction: Transaction
    ) throws {
        try holdAdministrators(transaction)
        let roles = try grants(of: person, transaction).filter { $0.role == .functionalAdministrator && $0.scope == .installation && $0.holds(at: now) }
        // The one that lasts longest.
        let longest = roles.max { ($0.end ?? .max) < ($1.end ?? .max) }
        let others = try administrators(lasting: longest?.end, otherThan: "role_grant.person = \(person.description)", at: now, transaction)
        let decision = policy(longest != nil, others)
        guard decision.isAllowed else { throw Fault.refused(decision) }
    }

    /// What other slices keep, while it is still known who it is of.
    private static func erase(_ records: [PersonalRecords], of person: Identifier, at now: Int64, in transaction: Transaction) throws {
        let key = try transaction.first("SELECT mail_key FROM person WHERE id = \(person.description)") { try $0.string(0) }
        guard let key else { throw Fault.unknownPerson }
        for kind in records { try kind.erase(PersonalRecords.Subject(person: person, mailKey: key), now, transaction) }
    }

    private static func erase(_ id: String, at now: Int64, in transaction: Transaction) throws {
        let nobody = "\(id)@verwijderd.invalid"
        // First, while it is still known who it is.
        try ProgrammeStore.forgetContacts(of: id, in: transaction)
        if let key = try transaction.first("SELECT mail_key FROM person WHERE id = \(id)", { try $0.string(0) }) {
            try ContactStore.forget(mail: key, in: transaction)
            try NoticeStore.forget(id, in: transaction)
            try MailChangeStore.forget(id, mail: key, in: transaction)
            try Outbox.forget(Identifier(id), mail: key, at: now, in: transaction)
        }
        try StatementStore.forgetContact(of: id, in: transaction)
        let changed = try transaction.execute(
            """
            UPDATE person SET name = 'verwijderd', mail = \(nobody), mail_key = \(nobody), closed_at = COALESCE(closed_at, \(now)) WHERE id = \(id)
            """)
        guard changed == 1 else { throw Fault.unknownPerson }
        try transaction.execute(
            """
            UPDATE role_grant SET sub_role = NULL, ended_at = CASE WHEN ended_at IS NULL OR ended_at > \(now) THEN \(now) ELSE ended_at END
            WHERE person = \(id) AND started_at <= \(now)
            """)
        try transaction.execute("DELETE FROM role_grant WHERE person = \(id) AND started_at > \(now)")
        try transaction.execute(
            "UPDATE membership SET ended_at = \(now) WHERE person = \(id) AND started_at <= \(now) AND (ended_at IS NULL OR ended_at > \(now))")
        try transaction.execute("DELETE FROM membership WHERE person = \(id) AND started_at > \(now)")
        try transaction.execute(
            """
            UPDATE session SET device = '', ended_because = COALESCE(ended_because, 'erased'), ended_at = COALESCE(ended_at, \(now)) WHERE person = \(id)
            """)
        try transaction.execute("DELETE FROM person_password WHERE person = \(id)")
        try transaction.execute("DELETE FROM person_identity WHERE person = \(id)")
        try transaction.execute("DELETE FROM openid_flow WHERE person = \(id)")
        try transaction.execute("DELETE FROM second_factor WHERE person = \(id)")
        try transaction.execute("DELETE FROM sign_in WHERE person = \(id)")
    }
}
