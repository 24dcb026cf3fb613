import SQL

/// The tables of people. Appended to, never edited. Times are milliseconds since 1970; a state is a dated row, never a flag.
package enum PeopleMigrations {
    package static let all: [Migration] = [
        Migration("people-1", reason: "Persons, organisations, memberships and the roles they were given") { _ in
            [
                """
                CREATE TABLE person (
                    id TEXT PRIMARY KEY,
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                    mail TEXT NOT NULL,
                    mail_key TEXT NOT NULL UNIQUE,
                    language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
                    added_at BIGINT NOT NULL,
                    closed_at BIGINT
                )
                """,
                """
                CREATE TABLE organisation (
                    id TEXT PRIMARY KEY,
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                    kind TEXT NOT NULL,
                    area TEXT,
                    added_at BIGINT NOT NULL,
                    ended_at BIGINT
                )
                """,
                "CREATE UNIQUE INDEX organisation_area ON organisation (kind, area) WHERE kind IN ('gemeente', 'provincie')",
                """
                CREATE TABLE membership (
                    id TEXT PRIMARY KEY,
                    person TEXT NOT NULL REFERENCES person (id),
                    organisation TEXT NOT NULL REFERENCES organisation (id),
                    started_at BIGINT NOT NULL,
                    ended_at BIGINT,
                    CHECK (ended_at IS NULL OR ended_at >= started_at)
                )
                """,
                "CREATE INDEX membership_person ON membership (person)",
                "CREATE INDEX membership_organisation ON membership (organisation)",
                """
                CREATE TABLE role_grant (
                    id TEXT PRIMARY KEY,
                    person TEXT NOT NULL REFERENCES person (id),
                    role TEXT NOT NULL,
                    sub_role TEXT CHECK (length(sub_role) BETWEEN 1 AND 100),
                    scope_kind TEXT NOT NULL,
                    scope_id TEXT NOT NULL,
                    started_at BIGINT NOT NULL,
                    ended_at BIGINT,
                    reviewed_at BIGINT NOT NULL,
                    granted_by TEXT,
                    CHECK (ended_at IS NULL OR ended_at >= started_at)
                )
                """,
                "CREATE INDEX role_grant_person ON role_grant (person)",
            ]
        },
        Migration("people-2", reason: "Ways to sign in, and sessions; secrets only as digests or encrypted") { dialect in
            [
                """
                CREATE TABLE sign_in (
                    id TEXT PRIMARY KEY,
                    person TEXT REFERENCES person (id),
                    code_tag \(dialect.bytes) NOT NULL,
                    link_tag \(dialect.bytes) NOT NULL,
                    expires_at BIGINT NOT NULL,
                    tries_left BIGINT NOT NULL CHECK (tries_left >= 0),
                    goal TEXT NOT NULL
                )
                """,
                "CREATE INDEX sign_in_expiry ON sign_in (expires_at)",
                """
                CREATE TABLE second_factor (
                    person TEXT PRIMARY KEY REFERENCES person (id),
                    secret \(dialect.bytes) NOT NULL,
                    last_counter BIGINT,
                    confirmed_at BIGINT,
                    recovery TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE session (
                    id TEXT PRIMARY KEY,
                    token_digest \(dialect.bytes) NOT NULL UNIQUE,
                    person TEXT NOT NULL REFERENCES person (id),
                    proof BIGINT NOT NULL CHECK (proof BETWEEN 1 AND 2),
                    device TEXT NOT NULL,
                    started_at BIGINT NOT NULL,
                    seen_at BIGINT NOT NULL,
                    ended_at BIGINT,
                    ended_because TEXT
                )
                """,
                "CREATE INDEX session_person ON session (person)",
                """
                CREATE TABLE sign_in_try (
                    id TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    subject \(dialect.bytes) NOT NULL,
                    tried_at BIGINT NOT NULL
                )
                """,
                "CREATE INDEX sign_in_try_subject ON sign_in_try (kind, subject, tried_at)",
            ]
        },
        Migration("people-3", reason: "The journal: every write leaves one event, chained to those before it; and who read what of whom") { dialect in
            [
                """
                CREATE TABLE journal (
                    number BIGINT PRIMARY KEY CHECK (number >= 1),
                    happened_at BIGINT NOT NULL,
                    person TEXT,
                    organisation TEXT,
                    action TEXT NOT NULL,
                    thing_kind TEXT,
                    thing_id TEXT,
                    result TEXT NOT NULL CHECK (result IN ('done', 'refused')),
                    channel TEXT NOT NULL,
                    request TEXT NOT NULL,
                    details TEXT NOT NULL,
                    digest \(dialect.bytes) NOT NULL
                )
                """,
                "CREATE INDEX journal_person ON journal (person, number)",
                "CREATE INDEX journal_thing ON journal (thing_kind, thing_id, number)",
                """
                CREATE TABLE journal_head (
                    id BIGINT PRIMARY KEY CHECK (id = 1),
                    number BIGINT NOT NULL CHECK (number >= 0),
                    digest \(dialect.bytes) NOT NULL
                )
                """,
                """
                CREATE TABLE read_line (
                    id TEXT PRIMARY KEY,
                    trace TEXT NOT NULL,
                    parent TEXT NOT NULL,
                    span TEXT NOT NULL,
                    name TEXT NOT NULL,
                    activity TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    subject_kind TEXT NOT NULL,
                    started_at BIGINT NOT NULL,
                    ended_at BIGINT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN ('Unset', 'Ok', 'Error'))
                )
                """,
                "CREATE INDEX read_line_subject ON read_line (subject, started_at)",
            ]
        },
        Migration("people-4", reason: "Mail that waits to be sent, with the word of the server about each") { _ in
            [
                """
                CREATE TABLE outbox (
                    id TEXT PRIMARY KEY,
                    kind TEXT NOT NULL,
                    person TEXT,
                    recipient TEXT NOT NULL,
                    recipient_name TEXT NOT NULL,
                    language TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    body_text TEXT NOT NULL,
                    body_html TEXT NOT NULL,
                    added_at BIGINT NOT NULL,
                    due_at BIGINT NOT NULL,
                    expires_at BIGINT,
                    tries BIGINT NOT NULL CHECK (tries >= 0),
                    taken_at BIGINT,
                    taken_by TEXT,
                    ended_at BIGINT,
                    outcome TEXT CHECK (outcome IN ('sent', 'refused', 'uncertain', 'expired')),
                    proof TEXT NOT NULL
                )
                """,
                "CREATE INDEX outbox_due ON outbox (due_at) WHERE outcome IS NULL",
                "CREATE INDEX outbox_person ON outbox (person)",
            ]
        },
        Migration("people-5", reason: "The secret of an installation that was given none") { dialect in
            [
                """
                CREATE TABLE installation (
                    id BIGINT PRIMARY KEY CHECK (id = 1),
                    secret \(dialect.bytes) NOT NULL,
                    made_at BIGINT NOT NULL
                )
                """
            ]
        },
        Migration("people-6", reason: "Since when a municipality is no more: the last year whose list has it, and the first that does not") { _ in
            ["ALTER TABLE organisation ADD COLUMN last_listed BIGINT", "ALTER TABLE organisation ADD COLUMN first_missing BIGINT"]
        },
        programmes, settings,
        Migration("journal-1", reason: "The journal is searched by what happened and by when") { _ in
            ["CREATE INDEX journal_action ON journal (action, number)", "CREATE INDEX journal_time ON journal (happened_at)"]
        },
        passwords, contact, notices, files, profiles, identities, ownAccount, mailCalendar, secretsNotKept, organisationPages,
    ]
}
