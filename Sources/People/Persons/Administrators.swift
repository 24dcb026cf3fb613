import Core
import Mail
import SQL

extension PersonStore {
    /// Who keeps the installation running now, with an open account, in the order they came.
    static func administrators(at now: Int64, _ reading: Reading) throws -> [Person] {
        try reading.all(
            """
            SELECT \(columns) FROM person WHERE closed_at IS NULL AND EXISTS (
                SELECT 1 FROM role_grant WHERE role_grant.person = person.id AND \(administering) AND role_grant.started_at <= \(now)
                    AND (role_grant.ended_at IS NULL OR role_grant.ended_at > \(now)))
            ORDER BY id
            """, person)
    }

    /// The accounts with these mail addresses, by address in small letters.
    func identifiers(of mails: some Sequence<MailAddress>) async throws -> [String: Identifier] {
        let keys = Set(mails.map(\.key))
        guard !keys.isEmpty else { return [:] }
        let found = try await database.read { reading in
            try reading.all("SELECT mail_key, id FROM person WHERE mail_key IN \(list: keys)") { (try $0.string(0), Identifier(try $0.string(1))) }
        }
        return Dictionary(found.compactMap { key, id in id.map { (key, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
