import SQL

/// The tables of look-backs and of what learning yields.
package enum LookBackMigrations {
    package static let all: [Migration] = [
        Migration("look-back-1", reason: "Look-backs on meetings: working text, parts, figures, points of attention, experiences") { _ in working },
        Migration("look-back-2", reason: "Editions of look-backs, which stay as they were") { _ in editions },
        Migration("look-back-3", reason: "What learning yields, how far it came, and who used it again") { _ in yields },
    ]

    private static let working = [
        """
        CREATE TABLE look_back (
            id TEXT PRIMARY KEY,
            meeting TEXT NOT NULL UNIQUE REFERENCES meeting (id),
            tomorrow TEXT NOT NULL CHECK (length(tomorrow) <= 1500),
            main TEXT NOT NULL CHECK (length(main) <= 6000),
            about_author TEXT NOT NULL CHECK (length(about_author) <= 1000),
            author TEXT REFERENCES person (id),
            due TEXT NOT NULL CHECK (length(due) = 10),
            version BIGINT NOT NULL DEFAULT 0 CHECK (version >= 0),
            last_number BIGINT NOT NULL DEFAULT 0 CHECK (last_number >= 0),
            late_told_at BIGINT,
            added_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE look_back_state (
            look_back TEXT NOT NULL REFERENCES look_back (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            state TEXT NOT NULL CHECK (state IN ('gemaakt', 'geschreven', 'samengevoegd', 'gepubliceerd', 'herzien')),
            at BIGINT NOT NULL,
            actor TEXT,
            reason TEXT NOT NULL CHECK (length(reason) <= 1000),
            PRIMARY KEY (look_back, number),
            CHECK (state <> 'herzien' OR length(reason) > 0)
        )
        """,
        // Each is said once; only revisions come again.
        "CREATE UNIQUE INDEX look_back_state_once ON look_back_state (look_back, state) WHERE state <> 'herzien'",
        """
        CREATE TABLE look_back_piece (
            id TEXT PRIMARY KEY,
            look_back TEXT NOT NULL REFERENCES look_back (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            item TEXT NOT NULL,
            subgroup TEXT REFERENCES subgroup (id),
            topic TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 200),
            asked TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (length(outcome) <= 3000),
            steps TEXT NOT NULL CHECK (length(steps) <= 1500),
            works TEXT NOT NULL CHECK (length(works) <= 1500),
            works_not TEXT NOT NULL CHECK (length(works_not) <= 1500),
            version BIGINT NOT NULL DEFAULT 0,
            written_at BIGINT,
            written_by TEXT REFERENCES person (id)
        )
        """,
        "CREATE UNIQUE INDEX look_back_piece_number ON look_back_piece (look_back, number)",
        "CREATE UNIQUE INDEX look_back_piece_subgroup ON look_back_piece (subgroup) WHERE subgroup IS NOT NULL",
        "CREATE UNIQUE INDEX look_back_piece_item ON look_back_piece (look_back, item) WHERE subgroup IS NULL",
        """
        CREATE TABLE look_back_figure (
            id TEXT PRIMARY KEY,
            look_back TEXT NOT NULL REFERENCES look_back (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
            value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 100),
            unit TEXT NOT NULL CHECK (length(unit) <= 100),
            period TEXT NOT NULL CHECK (length(period) BETWEEN 1 AND 100),
            source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
            day TEXT NOT NULL CHECK (length(day) = 10)
        )
        """,
        "CREATE UNIQUE INDEX look_back_figure_number ON look_back_figure (look_back, number)",
        """
        CREATE TABLE look_back_experience (
            look_back TEXT NOT NULL REFERENCES look_back (id),
            experience TEXT NOT NULL REFERENCES practice_experience (id),
            PRIMARY KEY (look_back, experience)
        )
        """,
        """
        CREATE TABLE attention_point (
            id TEXT PRIMARY KEY,
            look_back TEXT NOT NULL REFERENCES look_back (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
            added_at BIGINT NOT NULL,
            published_at BIGINT,
            withdrawn_at BIGINT,
            CHECK (withdrawn_at IS NULL OR published_at IS NOT NULL)
        )
        """,
        "CREATE UNIQUE INDEX attention_point_number ON attention_point (look_back, number)",
    ]

    private static let editions = [
        """
        CREATE TABLE look_back_edition (
            look_back TEXT NOT NULL REFERENCES look_back (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            at BIGINT NOT NULL,
            reason TEXT NOT NULL CHECK (length(reason) <= 1000),
            tomorrow TEXT NOT NULL CHECK (length(tomorrow) > 0),
            main TEXT NOT NULL,
            about_author TEXT NOT NULL,
            author TEXT REFERENCES person (id),
            PRIMARY KEY (look_back, number),
            CHECK (number = 1 OR length(reason) > 0)
        )
        """,
        """
        CREATE TABLE look_back_edition_piece (
            look_back TEXT NOT NULL,
            edition BIGINT NOT NULL,
            number BIGINT NOT NULL CHECK (number >= 1),
            id TEXT NOT NULL,
            item TEXT NOT NULL,
            subgroup TEXT REFERENCES subgroup (id),
            topic TEXT NOT NULL,
            asked TEXT NOT NULL,
            outcome TEXT NOT NULL,
            steps TEXT NOT NULL,
            works TEXT NOT NULL,
            works_not TEXT NOT NULL,
            version BIGINT NOT NULL,
            written_at BIGINT,
            PRIMARY KEY (look_back, edition, number),
            FOREIGN KEY (look_back, edition) REFERENCES look_back_edition (look_back, number)
        )
        """,
        """
        CREATE TABLE look_back_edition_figure (
            look_back TEXT NOT NULL,
            edition BIGINT NOT NULL,
            number BIGINT NOT NULL CHECK (number >= 1),
            label TEXT NOT NULL,
            value TEXT NOT NULL,
            unit TEXT NOT NULL,
            period TEXT NOT NULL,
            source TEXT NOT NULL CHECK (length(source) > 0),
            day TEXT NOT NULL CHECK (length(day) = 10),
            PRIMARY KEY (look_back, edition, number),
            FOREIGN KEY (look_back, edition) REFERENCES look_back_edition (look_back, number)
        )
        """,
    ]

    private static let yields = [
        """
        CREATE TABLE learning_yield (
            id TEXT PRIMARY KEY,
            look_back TEXT REFERENCES look_back (id),
            session TEXT REFERENCES intervision_session (id),
            session_yield TEXT UNIQUE,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            for_whom TEXT NOT NULL CHECK (length(for_whom) <= 500),
            steps TEXT NOT NULL CHECK (length(steps) <= 1500),
            works TEXT NOT NULL CHECK (length(works) <= 1500),
            works_not TEXT NOT NULL CHECK (length(works_not) <= 1500),
            first_step TEXT NOT NULL CHECK (length(first_step) <= 500),
            licence TEXT NOT NULL CHECK (licence IN ('', 'cc0', 'cc-by', 'cc-by-sa')),
            source TEXT NOT NULL CHECK (length(source) <= 500),
            catalogue TEXT NOT NULL CHECK (length(catalogue) <= 500),
            version BIGINT NOT NULL DEFAULT 0,
            added_at BIGINT NOT NULL,
            added_by TEXT REFERENCES person (id),
            CHECK ((look_back IS NULL) <> (session IS NULL)),
            CHECK ((session IS NULL) = (session_yield IS NULL))
        )
        """,
        "CREATE INDEX learning_yield_look_back ON learning_yield (look_back)",
        """
        CREATE TABLE learning_yield_state (
            yield TEXT NOT NULL REFERENCES learning_yield (id),
            state TEXT NOT NULL CHECK (state IN ('genoteerd', 'deelbaar', 'catalogus')),
            at BIGINT NOT NULL,
            actor TEXT,
            PRIMARY KEY (yield, state)
        )
        """,
        """
        CREATE TABLE learning_yield_use (
            id TEXT PRIMARY KEY,
            yield TEXT NOT NULL REFERENCES learning_yield (id),
            organisation TEXT NOT NULL REFERENCES organisation (id),
            person TEXT REFERENCES person (id),
            result TEXT NOT NULL CHECK (result IN ('werkte', 'deels', 'niet')),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
            at BIGINT NOT NULL
        )
        """,
        "CREATE UNIQUE INDEX learning_yield_use_once ON learning_yield_use (yield, organisation)",
    ]
}
