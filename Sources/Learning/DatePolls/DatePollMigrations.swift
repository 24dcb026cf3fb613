import SQL

/// The tables of date polls. Appended to, never edited. Times are milliseconds since 1970.
package enum DatePollMigrations {
    package static let all: [Migration] = [
        Migration("date-polls-1", reason: "Questions when people can, their moments, who was asked and what they said") { dialect in polls + people(dialect) },
        Migration("date-polls-2", reason: "Who was reminded of a date poll, and by which link") { dialect in reminders(dialect) },
    ]

    private static let polls = [
        """
        CREATE TABLE date_poll (
            id TEXT PRIMARY KEY,
            programme TEXT NOT NULL REFERENCES programme (id),
            part TEXT REFERENCES programme_part (id),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            about TEXT NOT NULL CHECK (length(about) <= 2000),
            minutes BIGINT NOT NULL CHECK (minutes BETWEEN 5 AND 1440),
            form TEXT NOT NULL CHECK (form IN ('online', 'fysiek', 'beide')),
            location TEXT NOT NULL CHECK (length(location) <= 200),
            deadline BIGINT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'gesloten', 'gekozen')),
            organiser TEXT REFERENCES person (id),
            chosen BIGINT,
            meeting TEXT REFERENCES meeting (id) ON DELETE SET NULL,
            added_at BIGINT NOT NULL,
            closed_at BIGINT,
            CHECK ((closed_at IS NULL) = (state = 'open')),
            CHECK ((chosen IS NOT NULL) = (state = 'gekozen')),
            CHECK (meeting IS NULL OR state = 'gekozen')
        )
        """,
        "CREATE INDEX date_poll_programme ON date_poll (programme, id)",
        "CREATE INDEX date_poll_due ON date_poll (deadline) WHERE state = 'open'",
        """
        CREATE TABLE date_poll_option (
            poll TEXT NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
            number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 12),
            starts_at BIGINT NOT NULL,
            ends_at BIGINT NOT NULL,
            maximum BIGINT CHECK (maximum >= 1),
            PRIMARY KEY (poll, number),
            UNIQUE (poll, starts_at),
            CHECK (ends_at > starts_at)
        )
        """,
    ]

    /// `mail_key` is a mark of the address that only this installation can make; of the personal link only the digest is kept.
    private static func people(_ dialect: Dialect) -> [String] {
        [
            """
            CREATE TABLE date_poll_person (
                id TEXT PRIMARY KEY,
                poll TEXT NOT NULL REFERENCES date_poll (id) ON DELETE CASCADE,
                person TEXT REFERENCES person (id),
                name TEXT NOT NULL CHECK (length(name) <= 200),
                mail TEXT NOT NULL,
                mail_key \(dialect.bytes) NOT NULL,
                language TEXT NOT NULL,
                required BIGINT NOT NULL CHECK (required IN (0, 1)),
                token \(dialect.bytes) NOT NULL UNIQUE,
                answered_at BIGINT,
                UNIQUE (poll, mail_key)
            )
            """,
            "CREATE INDEX date_poll_person_person ON date_poll_person (person)",
            "CREATE INDEX date_poll_person_mail ON date_poll_person (mail_key)",
            """
            CREATE TABLE date_poll_answer (
                invitee TEXT NOT NULL REFERENCES date_poll_person (id) ON DELETE CASCADE,
                number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 12),
                answer TEXT NOT NULL CHECK (answer IN ('ja', 'als-het-moet', 'nee')),
                PRIMARY KEY (invitee, number)
            )
            """,
        ]
    }

    /// Nobody is reminded twice. `asked_at` is empty of who was asked before it was noted: with the poll.
    private static func reminders(_ dialect: Dialect) -> [String] {
        [
            "ALTER TABLE date_poll_person ADD COLUMN asked_at BIGINT",
            "ALTER TABLE date_poll_person ADD COLUMN reminded_at BIGINT",
            "ALTER TABLE date_poll_person ADD COLUMN reminder_token \(dialect.bytes)",
            "CREATE UNIQUE INDEX date_poll_person_reminder ON date_poll_person (reminder_token) WHERE reminder_token IS NOT NULL",
        ]
    }
}
