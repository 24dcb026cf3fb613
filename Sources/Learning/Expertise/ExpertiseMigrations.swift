import SQL

/// The tables of who knows about what, of asking and of introductions.
package enum ExpertiseMigrations {
    package static let all: [Migration] = [
        Migration("expertise-1", reason: "Who knows about what, shown by what they did") { _ in lines },
        Migration("expertise-2", reason: "Requests to who knows, and the log of help") { requests($0) },
        Migration("expertise-3", reason: "Introductions between organisations") { introductions($0) },
    ]

    private static let lines = [
        """
        CREATE TABLE expertise_line (
            id TEXT PRIMARY KEY,
            person TEXT REFERENCES person (id),
            organisation TEXT REFERENCES organisation (id),
            label TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('vak', 'ervaring')),
            region TEXT,
            state TEXT NOT NULL CHECK (state IN ('voorgesteld', 'goedgekeurd', 'afgewezen')),
            deed TEXT NOT NULL CHECK (deed IN ('deelsessie', 'casus', 'antwoord', 'pilot', 'ervaring', 'aanbod', 'zelf')),
            deed_at BIGINT NOT NULL,
            confirmed_at BIGINT,
            added_at BIGINT NOT NULL,
            CHECK ((person IS NULL) <> (organisation IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX expertise_line_person ON expertise_line (person, label, kind) WHERE person IS NOT NULL",
        "CREATE UNIQUE INDEX expertise_line_organisation ON expertise_line (organisation, label, kind) WHERE organisation IS NOT NULL",
        "CREATE INDEX expertise_line_label ON expertise_line (label)",
        """
        CREATE TABLE expertise_setting (
            person TEXT PRIMARY KEY REFERENCES person (id),
            cap BIGINT NOT NULL CHECK (cap BETWEEN 0 AND 10),
            paused BIGINT NOT NULL CHECK (paused IN (0, 1)),
            holiday_until BIGINT,
            is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
            helps TEXT NOT NULL,
            changed_at BIGINT NOT NULL
        )
        """,
        // Held by who chooses whom to ask, so that nobody is asked beyond their cap by two requests at once.
        "CREATE TABLE expertise_turn (id BIGINT PRIMARY KEY CHECK (id = 1), number BIGINT NOT NULL)",
    ]

    private static func requests(_ dialect: Dialect) -> [String] {
        [
            """
            CREATE TABLE help_request (
                id TEXT PRIMARY KEY,
                asker TEXT REFERENCES person (id),
                organisation TEXT REFERENCES organisation (id),
                area TEXT,
                question TEXT NOT NULL,
                tried TEXT NOT NULL,
                label TEXT NOT NULL,
                wanted TEXT NOT NULL CHECK (wanted IN ('beide', 'vak', 'ervaring')),
                help TEXT NOT NULL CHECK (help IN ('gesprek', 'meelezen', 'bezoek', 'verhaal')),
                programme TEXT REFERENCES programme (id),
                state TEXT NOT NULL CHECK (state IN ('open', 'gesloten', 'ingetrokken')),
                outcome TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                closed_at BIGINT,
                CHECK ((closed_at IS NULL) = (state = 'open'))
            )
            """,
            "CREATE INDEX help_request_asker ON help_request (asker)",
            "CREATE INDEX help_request_label ON help_request (label)",
            """
            CREATE TABLE help_ask (
                id TEXT PRIMARY KEY,
                request TEXT NOT NULL REFERENCES help_request (id),
                person TEXT NOT NULL REFERENCES person (id),
                kind TEXT NOT NULL CHECK (kind IN ('vak', 'ervaring')),
                reasons TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('gevraagd', 'ja', 'nee', 'stil', 'vervallen')),
                token \(dialect.bytes) NOT NULL UNIQUE,
                asked_at BIGINT NOT NULL,
                due_at BIGINT NOT NULL,
                answered_at BIGINT,
                UNIQUE (request, person)
            )
            """,
            "CREATE INDEX help_ask_person ON help_ask (person, asked_at)",
            "CREATE INDEX help_ask_due ON help_ask (state, due_at)",
            """
            CREATE TABLE help_entry (
                id TEXT PRIMARY KEY,
                ask TEXT NOT NULL UNIQUE,
                helper TEXT REFERENCES person (id),
                helper_organisation TEXT REFERENCES organisation (id),
                helped TEXT REFERENCES person (id),
                helped_organisation TEXT REFERENCES organisation (id),
                label TEXT NOT NULL,
                entered_by TEXT REFERENCES person (id),
                entered_at BIGINT NOT NULL,
                confirmed_at BIGINT
            )
            """,
        ]
    }

    private static func introductions(_ dialect: Dialect) -> [String] {
        [
            """
            CREATE TABLE introduction (
                id TEXT PRIMARY KEY,
                label TEXT NOT NULL,
                programme TEXT REFERENCES programme (id),
                alike BIGINT NOT NULL CHECK (alike IN (0, 1)),
                state TEXT NOT NULL CHECK (state IN ('gevraagd', 'gedeeld', 'niet-nu')),
                added_at BIGINT NOT NULL,
                due_at BIGINT NOT NULL,
                ended_at BIGINT,
                CHECK ((ended_at IS NULL) = (state = 'gevraagd'))
            )
            """,
            "CREATE INDEX introduction_due ON introduction (state, due_at)",
            """
            CREATE TABLE introduction_side (
                introduction TEXT NOT NULL REFERENCES introduction (id),
                organisation TEXT NOT NULL REFERENCES organisation (id),
                person TEXT REFERENCES person (id),
                answer TEXT NOT NULL CHECK (answer IN ('open', 'ja', 'nee')),
                token \(dialect.bytes) NOT NULL UNIQUE,
                answered_at BIGINT,
                PRIMARY KEY (introduction, organisation)
            )
            """,
            "CREATE INDEX introduction_side_organisation ON introduction_side (organisation)",
            "CREATE INDEX introduction_side_person ON introduction_side (person)",
        ]
    }
}
