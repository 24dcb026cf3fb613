import SQL

/// The tables of what is asked later. Times are milliseconds since 1970.
package enum FollowUpMigrations {
    package static let all: [Migration] = [
        Migration("follow-ups-1", reason: "What people used of a meeting or a session, asked after 3 and 12 months") { dialect in
            [
                """
                CREATE TABLE follow_up (
                    id TEXT PRIMARY KEY,
                    thing_kind TEXT NOT NULL CHECK (thing_kind IN ('bijeenkomst', 'sessie')),
                    thing TEXT NOT NULL,
                    months BIGINT NOT NULL CHECK (months IN (3, 12)),
                    programme TEXT NOT NULL REFERENCES programme (id),
                    title TEXT NOT NULL,
                    happened_at BIGINT NOT NULL,
                    mail_key \(dialect.bytes) NOT NULL,
                    person TEXT REFERENCES person (id),
                    mail TEXT NOT NULL,
                    name TEXT NOT NULL,
                    language TEXT NOT NULL,
                    asked_at BIGINT NOT NULL,
                    reminded_at BIGINT,
                    answered_at BIGINT,
                    used TEXT CHECK (used IN ('ja', 'nee', 'nog-niet')),
                    used_words TEXT NOT NULL CHECK (length(used_words) <= 2000),
                    outcome TEXT NOT NULL CHECK (length(outcome) <= 2000),
                    hours BIGINT CHECK (hours BETWEEN 0 AND 2000),
                    sharing TEXT NOT NULL CHECK (sharing IN ('naam', 'zonder', 'niet')),
                    CHECK ((answered_at IS NULL) = (used IS NULL)),
                    CHECK (used IS NOT NULL OR (used_words = '' AND outcome = '' AND hours IS NULL AND sharing = 'niet')),
                    CHECK (thing_kind = 'bijeenkomst' OR title = '')
                )
                """,
                // Each is asked once, whatever nodes ask.
                "CREATE UNIQUE INDEX follow_up_once ON follow_up (thing, months, mail_key)",
                "CREATE INDEX follow_up_person ON follow_up (person)",
                "CREATE INDEX follow_up_mail_key ON follow_up (mail_key)",
                "CREATE INDEX follow_up_programme ON follow_up (programme, asked_at)",
                "CREATE INDEX follow_up_waiting ON follow_up (asked_at) WHERE answered_at IS NULL AND reminded_at IS NULL",
                """
                CREATE TABLE follow_up_proof (
                    token \(dialect.bytes) NOT NULL PRIMARY KEY,
                    mail_key \(dialect.bytes) NOT NULL,
                    made_at BIGINT NOT NULL,
                    ends_at BIGINT NOT NULL CHECK (ends_at > made_at)
                )
                """,
                """
                CREATE TABLE follow_up_proof_line (
                    token \(dialect.bytes) NOT NULL REFERENCES follow_up_proof (token) ON DELETE CASCADE,
                    follow_up TEXT NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
                    PRIMARY KEY (token, follow_up)
                )
                """,
                // Who wants no more of these mails, with or without an account.
                "CREATE TABLE follow_up_stop (mail_key \(dialect.bytes) NOT NULL PRIMARY KEY, stopped_at BIGINT NOT NULL)",
            ]
        }
    ]
}
