import SQL

extension PeopleMigrations {
    /// Passwords, for who wants one; and when someone last proved who they are, apart from when the session changed.
    static let passwords = Migration("people-9", reason: "Passwords as scrypt keeps them, and when someone last proved who they are") { _ in
        [
            """
            CREATE TABLE person_password (
                person TEXT PRIMARY KEY REFERENCES person (id),
                hash TEXT NOT NULL CHECK (length(hash) BETWEEN 40 AND 256),
                changed_at BIGINT NOT NULL
            )
            """,
            "ALTER TABLE session ADD COLUMN proved_at BIGINT",
            "UPDATE session SET proved_at = started_at",
        ]
    }
}
