import SQL

extension PeopleMigrations {
    /// Whom to ask, and what was asked.
    static let contact = Migration("contact-1", reason: "Questions to the people behind a thing, whom to ask, and mail that is answered to who wrote it") {
        dialect in
        [
            """
            CREATE TABLE contact_point (
                id TEXT PRIMARY KEY,
                thing_kind TEXT NOT NULL,
                thing_id TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('praktisch', 'inhoud', 'loket')),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                mail TEXT,
                mail_key TEXT,
                phone TEXT CHECK (length(phone) BETWEEN 1 AND 40),
                shows_mail BIGINT NOT NULL CHECK (shows_mail IN (0, 1)),
                shows_phone BIGINT NOT NULL CHECK (shows_phone IN (0, 1)),
                added_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX contact_point_thing ON contact_point (thing_kind, thing_id)",
            """
            CREATE TABLE contact_message (
                id TEXT PRIMARY KEY,
                seal TEXT NOT NULL UNIQUE,
                thing_kind TEXT NOT NULL,
                thing_id TEXT NOT NULL,
                topic TEXT NOT NULL CHECK (topic IN ('praktisch', 'inhoud')),
                name TEXT NOT NULL,
                mail TEXT NOT NULL,
                mail_key TEXT NOT NULL,
                phone TEXT,
                language TEXT NOT NULL,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                words \(dialect.bytes) NOT NULL,
                point TEXT,
                assigned TEXT,
                doubts TEXT NOT NULL,
                sent_at BIGINT NOT NULL,
                promised_at BIGINT NOT NULL,
                taken_by TEXT,
                taken_at BIGINT,
                answered_at BIGINT,
                closed_at BIGINT
            )
            """,
            "CREATE INDEX contact_message_words ON contact_message (words, sent_at)",
            "CREATE INDEX contact_message_mail ON contact_message (mail_key)",
            "CREATE INDEX contact_message_thing ON contact_message (thing_kind, thing_id)",
            "ALTER TABLE outbox ADD COLUMN reply_to TEXT",
            "ALTER TABLE outbox ADD COLUMN reply_name TEXT",
            "ALTER TABLE outbox ADD COLUMN unsubscribe TEXT",
        ]
    }
}
