import SQL

extension PeopleMigrations {
    /// Programmes with everything that hangs below them (ORG-01, ORG-19).
    static let programmes = Migration("people-7", reason: "Programmes: tracks, networks, projects and series, goals, organisations, contact") { _ in
        [
            """
            CREATE TABLE programme (
                id TEXT PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                purpose TEXT NOT NULL,
                owner TEXT REFERENCES organisation (id),
                start_year BIGINT,
                end_year BIGINT,
                postal TEXT NOT NULL,
                visiting TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                ended_at BIGINT,
                CHECK (end_year >= start_year)
            )
            """,
            """
            CREATE TABLE programme_part (
                id TEXT PRIMARY KEY,
                programme TEXT NOT NULL REFERENCES programme (id),
                parent TEXT REFERENCES programme_part (id),
                kind TEXT NOT NULL CHECK (kind IN ('spoor', 'netwerk', 'project', 'reeks')),
                number BIGINT NOT NULL,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                purpose TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                ended_at BIGINT,
                CHECK ((kind = 'spoor') = (parent IS NULL))
            )
            """,
            "CREATE INDEX programme_part_programme ON programme_part (programme)",
            """
            CREATE TABLE programme_goal (
                programme TEXT NOT NULL REFERENCES programme (id),
                number BIGINT NOT NULL,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                PRIMARY KEY (programme, number)
            )
            """,
            """
            CREATE TABLE programme_organisation (
                id TEXT PRIMARY KEY,
                programme TEXT NOT NULL REFERENCES programme (id),
                part TEXT REFERENCES programme_part (id),
                organisation TEXT NOT NULL REFERENCES organisation (id),
                capacity TEXT NOT NULL CHECK (capacity IN ('partner', 'organisator'))
            )
            """,
            // Nothing for the whole programme: two empty places would not be the same to an index.
            "CREATE UNIQUE INDEX programme_organisation_once ON programme_organisation (programme, COALESCE(part, ''), organisation, capacity)",
            """
            CREATE TABLE programme_contact (
                id TEXT PRIMARY KEY,
                programme TEXT NOT NULL REFERENCES programme (id),
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
            "CREATE INDEX programme_contact_programme ON programme_contact (programme)",
        ]
    }
}
