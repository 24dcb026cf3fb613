import Core
import SQL

extension PersonStore {
    /// Closes an account and takes out everything that tells who it was of (AVG art. 17).
    ///
    /// What stays, because the law asks for it: the events of the journal, which name nobody but hold the identifier; the lines of who read what, under a
    /// pseudonym; and of mail that it was sent, when and about what kind of thing. Copies made before, such as backups, are not reached.
    ///
    /// - Throws: ``Fault/unknownPerson``
    package func erase(_ person: Identifier, from origin: Origin) async throws {
        let id = person.description, nobody = "\(id)@verwijderd.invalid", now = origin.time
        try await journal.write(from: origin) { transaction in
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
            try transaction.execute("DELETE FROM second_factor WHERE person = \(id)")
            try transaction.execute("DELETE FROM sign_in WHERE person = \(id)")
            try transaction.execute(
                """
                UPDATE outbox SET recipient = '', recipient_name = '', subject = '', body_text = '', body_html = '', proof = '',
                    ended_at = COALESCE(ended_at, \(now)), outcome = COALESCE(outcome, 'expired')
                WHERE person = \(id)
                """)
            return ((), Event("person.erased", Event.Thing("person", id)))
        }
    }
}
