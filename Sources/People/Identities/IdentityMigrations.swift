import SQL

extension PeopleMigrations {
    /// Signing in at a provider: what is under way, and who somebody is there.
    static let identities = Migration("people-10", reason: "Signing in at a provider by OpenID Connect: what is under way, and who someone is there") {
        dialect in
        [
            """
            CREATE TABLE openid_flow (
                id TEXT PRIMARY KEY,
                state_digest \(dialect.bytes) NOT NULL UNIQUE,
                browser_digest \(dialect.bytes) NOT NULL,
                provider TEXT NOT NULL,
                sign_in TEXT NOT NULL,
                person TEXT REFERENCES person (id),
                language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
                goal TEXT NOT NULL,
                expires_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX openid_flow_expiry ON openid_flow (expires_at)",
            """
            CREATE TABLE person_identity (
                id TEXT PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person (id),
                issuer TEXT NOT NULL,
                subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
                added_at BIGINT NOT NULL,
                used_at BIGINT,
                UNIQUE (issuer, subject)
            )
            """,
            "CREATE INDEX person_identity_person ON person_identity (person)",
        ]
    }
}
