import SQL

extension PeopleMigrations {
    /// What someone changes of their own account while the old goes on working: another app for the second step, another mail address.
    static let ownAccount = Migration("people-11", reason: "Another app beside the one in use, and another mail address until it is proved") { dialect in
        [
            "ALTER TABLE second_factor ADD COLUMN pending \(dialect.bytes)",
            "ALTER TABLE second_factor ADD COLUMN pending_at BIGINT",
            """
            CREATE TABLE mail_change (
                person TEXT PRIMARY KEY REFERENCES person (id),
                mail TEXT NOT NULL,
                code_tag \(dialect.bytes),
                expires_at BIGINT NOT NULL,
                tries_left BIGINT NOT NULL CHECK (tries_left >= 0)
            )
            """,
            "CREATE INDEX mail_change_expiry ON mail_change (expires_at)",
        ]
    }

    /// A page that shows a secret for an app keeps it nowhere any more.
    static let secretsNotKept = Migration("people-12", reason: "Secrets for an app that nobody took into use are not kept") { _ in
        [
            "DELETE FROM second_factor WHERE confirmed_at IS NULL", "ALTER TABLE second_factor DROP COLUMN pending",
            "ALTER TABLE second_factor DROP COLUMN pending_at",
        ]
    }
}
