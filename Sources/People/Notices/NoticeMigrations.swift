import SQL

extension PeopleMigrations {
    /// What people are told, and how often they want mail about it.
    static let notices = Migration("notices-1", reason: "What someone is told on the site and by mail, what they chose, and what was told once for all") { _ in
        [
            """
            CREATE TABLE notice (
                id TEXT PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person (id),
                kind TEXT NOT NULL,
                pace TEXT NOT NULL CHECK (pace IN ('meteen', 'dag', 'week', 'niet')),
                title_nl TEXT NOT NULL,
                title_en TEXT NOT NULL,
                detail_nl TEXT NOT NULL,
                detail_en TEXT NOT NULL,
                address TEXT,
                made_at BIGINT NOT NULL,
                read_at BIGINT,
                mailed_at BIGINT
            )
            """,
            "CREATE INDEX notice_person ON notice (person, id)",
            "CREATE INDEX notice_waiting ON notice (pace, made_at) WHERE mailed_at IS NULL AND read_at IS NULL",
            """
            CREATE TABLE notice_choice (
                person TEXT NOT NULL REFERENCES person (id),
                kind TEXT NOT NULL,
                pace TEXT NOT NULL CHECK (pace IN ('meteen', 'dag', 'week', 'niet')),
                chosen_at BIGINT NOT NULL,
                PRIMARY KEY (person, kind)
            )
            """,
            """
            CREATE TABLE notice_once (
                occasion TEXT PRIMARY KEY,
                told_at BIGINT NOT NULL
            )
            """,
        ]
    }
}
