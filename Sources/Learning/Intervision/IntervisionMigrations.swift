import SQL

/// The tables of groups, sessions and methods of groups.
package enum IntervisionMigrations {
    package static let all: [Migration] = [groups, sessions, words, ExperienceStore.migration]

    static let groups = Migration("intervision-1", reason: "Closed groups, who is in them, and methods of their own") { _ in
        [
            """
            CREATE TABLE intervision_group (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                programme TEXT NOT NULL REFERENCES programme (id),
                part TEXT,
                attendance TEXT NOT NULL,
                confidentiality TEXT NOT NULL,
                facilitating TEXT NOT NULL,
                replacement TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                ended_at BIGINT
            )
            """,
            """
            CREATE TABLE intervision_member (
                group_id TEXT NOT NULL REFERENCES intervision_group (id),
                person TEXT NOT NULL REFERENCES person (id),
                facilitates BIGINT NOT NULL CHECK (facilitates IN (0, 1)),
                state TEXT NOT NULL CHECK (state IN ('gevraagd', 'lid', 'afgeslagen', 'weg')),
                invited_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                PRIMARY KEY (group_id, person)
            )
            """,
            "CREATE INDEX intervision_member_person ON intervision_member (person)",
            """
            CREATE TABLE intervision_method (
                id TEXT PRIMARY KEY,
                group_id TEXT NOT NULL REFERENCES intervision_group (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                lead TEXT NOT NULL,
                least BIGINT NOT NULL CHECK (least BETWEEN 2 AND 20),
                most BIGINT NOT NULL CHECK (most BETWEEN least AND 30),
                experience TEXT NOT NULL CHECK (experience IN ('beginner', 'gemiddeld', 'ervaren')),
                trust TEXT NOT NULL CHECK (trust IN ('gewoon', 'hoog')),
                fit TEXT NOT NULL CHECK (fit IN ('inhoud', 'eigen-aandeel', 'dilemma')),
                added_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX intervision_method_group ON intervision_method (group_id)",
            """
            CREATE TABLE intervision_method_step (
                method TEXT NOT NULL REFERENCES intervision_method (id),
                number BIGINT NOT NULL,
                words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 300),
                minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 90),
                visibility TEXT NOT NULL CHECK (visibility IN ('eigen', 'verborgen', 'allen')),
                bringer TEXT NOT NULL CHECK (bringer IN ('spreekt', 'stil', 'buiten')),
                PRIMARY KEY (method, number)
            )
            """,
        ]
    }

    static let sessions = Migration("intervision-2", reason: "Sessions with their state and clock, so that a reload, a restart or another node goes on") { _ in
        [
            """
            CREATE TABLE intervision_session (
                id TEXT PRIMARY KEY,
                group_id TEXT NOT NULL REFERENCES intervision_group (id),
                method TEXT NOT NULL,
                question TEXT NOT NULL,
                practice_case TEXT,
                planned_at BIGINT NOT NULL,
                bringer TEXT,
                facilitator TEXT,
                time_keeper TEXT,
                note_taker TEXT,
                state TEXT NOT NULL CHECK (state IN ('gepland', 'lobby', 'bezig', 'pauze', 'opbrengst', 'gesloten')),
                step BIGINT NOT NULL CHECK (step >= 0),
                started_at BIGINT CHECK (started_at IS NOT NULL OR state NOT IN ('bezig', 'pauze')),
                added BIGINT NOT NULL CHECK (added >= 0),
                paused_at BIGINT CHECK ((paused_at IS NOT NULL) = (state = 'pauze')),
                version BIGINT NOT NULL,
                words BIGINT NOT NULL,
                keeps_yields BIGINT CHECK (keeps_yields IN (0, 1)),
                closed_at BIGINT CHECK ((closed_at IS NOT NULL) = (state = 'gesloten')),
                emptied_at BIGINT
            )
            """,
            "CREATE INDEX intervision_session_group ON intervision_session (group_id, planned_at)",
            """
            CREATE TABLE intervision_presence (
                session TEXT NOT NULL REFERENCES intervision_session (id),
                person TEXT NOT NULL REFERENCES person (id),
                came_at BIGINT NOT NULL,
                PRIMARY KEY (session, person)
            )
            """,
            """
            CREATE TABLE intervision_reminder (
                session TEXT NOT NULL REFERENCES intervision_session (id),
                days BIGINT NOT NULL,
                told_at BIGINT NOT NULL,
                PRIMARY KEY (session, days)
            )
            """,
        ]
    }

    static let words = Migration("intervision-3", reason: "What is written in a session, who is ready, what was opened, and what came of it") { _ in
        [
            """
            CREATE TABLE intervision_note (
                session TEXT NOT NULL REFERENCES intervision_session (id),
                step BIGINT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id),
                kind TEXT NOT NULL CHECK (kind IN ('gedeeld', 'eigen')),
                body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
                written_at BIGINT NOT NULL,
                PRIMARY KEY (session, step, person, kind)
            )
            """,
            """
            CREATE TABLE intervision_ready (
                session TEXT NOT NULL REFERENCES intervision_session (id),
                step BIGINT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (session, step, person)
            )
            """,
            """
            CREATE TABLE intervision_reveal (
                session TEXT NOT NULL REFERENCES intervision_session (id),
                step BIGINT NOT NULL,
                revealed_at BIGINT NOT NULL,
                PRIMARY KEY (session, step)
            )
            """,
            """
            CREATE TABLE intervision_yield (
                id TEXT PRIMARY KEY,
                session TEXT NOT NULL REFERENCES intervision_session (id),
                kind TEXT NOT NULL CHECK (kind IN ('actie', 'hulpmiddel', 'inzicht', 'link')),
                words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
                address TEXT CHECK ((address IS NOT NULL) OR kind <> 'link'),
                owner TEXT,
                due TEXT NOT NULL CHECK (length(due) = 10),
                added_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX intervision_yield_session ON intervision_yield (session)",
        ]
    }
}
