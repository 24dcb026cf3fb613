import SQL

/// The tables of the learning agenda.
package enum AgendaMigrations {
    package static let all: [Migration] = [
        Migration("agenda-1", reason: "Learning agendas with their items, supports and objections") { _ in items + voices },
        Migration("agenda-2", reason: "Versions of learning agendas, which stay as they were") { _ in versions },
    ]

    private static let items = [
        """
        CREATE TABLE learning_agenda (
            id TEXT PRIMARY KEY,
            programme TEXT NOT NULL REFERENCES programme (id),
            part TEXT REFERENCES programme_part (id),
            last_place BIGINT NOT NULL DEFAULT 0 CHECK (last_place >= 0),
            last_version BIGINT NOT NULL DEFAULT 0 CHECK (last_version >= 0),
            added_at BIGINT NOT NULL,
            CHECK (id = COALESCE(part, programme))
        )
        """,
        """
        CREATE TABLE agenda_item (
            id TEXT PRIMARY KEY,
            agenda TEXT NOT NULL REFERENCES learning_agenda (id),
            place BIGINT NOT NULL,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            words TEXT NOT NULL,
            theme TEXT,
            subjects TEXT NOT NULL,
            questions TEXT NOT NULL,
            reinforces TEXT NOT NULL,
            level TEXT CHECK (level IN ('buurt', 'wijk', 'dorp')),
            tough BIGINT NOT NULL CHECK (tough IN (0, 1)),
            why_tough TEXT NOT NULL,
            perspective TEXT NOT NULL,
            owner_organisation TEXT REFERENCES organisation (id),
            owner_person TEXT REFERENCES person (id),
            ad_hoc_reason TEXT NOT NULL,
            proposed_by TEXT REFERENCES person (id),
            proposed_for TEXT REFERENCES organisation (id),
            CHECK (tough = 0 OR length(why_tough) > 0)
        )
        """,
        "CREATE UNIQUE INDEX agenda_item_place ON agenda_item (agenda, place)",
        """
        CREATE TABLE agenda_item_state (
            item TEXT NOT NULL REFERENCES agenda_item (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            state TEXT NOT NULL CHECK (state IN ('voorgesteld', 'afgesproken', 'gepland', 'bezig', 'klaar', 'geparkeerd', 'vervallen')),
            at BIGINT NOT NULL,
            actor TEXT,
            reason TEXT NOT NULL CHECK (length(reason) <= 1000),
            month TEXT,
            PRIMARY KEY (item, number),
            CHECK ((state = 'gepland') = (month IS NOT NULL)),
            CHECK (state NOT IN ('geparkeerd', 'vervallen') OR length(reason) > 0)
        )
        """,
        """
        CREATE TABLE agenda_item_domain (
            item TEXT NOT NULL REFERENCES agenda_item (id),
            term TEXT NOT NULL,
            PRIMARY KEY (item, term)
        )
        """,
        """
        CREATE TABLE agenda_item_issue (
            item TEXT NOT NULL REFERENCES agenda_item (id),
            issue TEXT NOT NULL REFERENCES learning_issue (id),
            PRIMARY KEY (item, issue)
        )
        """,
        "CREATE INDEX agenda_item_issue_back ON agenda_item_issue (issue)",
        """
        CREATE TABLE agenda_effect (
            item TEXT NOT NULL REFERENCES agenda_item (id),
            other TEXT NOT NULL REFERENCES agenda_item (id),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
            PRIMARY KEY (item, other),
            CHECK (item <> other)
        )
        """,
    ]

    private static let voices = [
        """
        CREATE TABLE agenda_support (
            item TEXT NOT NULL REFERENCES agenda_item (id),
            organisation TEXT NOT NULL REFERENCES organisation (id),
            brings TEXT NOT NULL CHECK (length(brings) BETWEEN 1 AND 500),
            person TEXT REFERENCES person (id),
            at BIGINT NOT NULL,
            PRIMARY KEY (item, organisation)
        )
        """,
        """
        CREATE TABLE agenda_objection (
            id TEXT PRIMARY KEY,
            item TEXT NOT NULL REFERENCES agenda_item (id),
            organisation TEXT NOT NULL REFERENCES organisation (id),
            words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
            person TEXT REFERENCES person (id),
            at BIGINT NOT NULL,
            answer TEXT CHECK (length(answer) BETWEEN 1 AND 1000)
        )
        """,
        "CREATE INDEX agenda_objection_item ON agenda_objection (item)",
        """
        CREATE TABLE agenda_departure (
            id TEXT PRIMARY KEY,
            agenda TEXT NOT NULL REFERENCES learning_agenda (id),
            item TEXT NOT NULL REFERENCES agenda_item (id),
            above TEXT NOT NULL REFERENCES agenda_item (id),
            reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
            at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX agenda_departure_agenda ON agenda_departure (agenda)",
    ]

    private static let versions = [
        """
        CREATE TABLE agenda_version (
            agenda TEXT NOT NULL REFERENCES learning_agenda (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            at BIGINT NOT NULL,
            note TEXT NOT NULL CHECK (length(note) <= 1000),
            PRIMARY KEY (agenda, number)
        )
        """,
        """
        CREATE TABLE agenda_version_item (
            agenda TEXT NOT NULL,
            version BIGINT NOT NULL,
            place BIGINT NOT NULL CHECK (place >= 1),
            item TEXT NOT NULL,
            title TEXT NOT NULL,
            words TEXT NOT NULL,
            subjects TEXT NOT NULL,
            questions TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('afgesproken', 'gepland', 'bezig', 'klaar')),
            month TEXT,
            owner TEXT NOT NULL,
            ad_hoc_reason TEXT NOT NULL,
            supports BIGINT NOT NULL CHECK (supports >= 0),
            PRIMARY KEY (agenda, version, place),
            FOREIGN KEY (agenda, version) REFERENCES agenda_version (agenda, number)
        )
        """,
        """
        CREATE TABLE agenda_version_agreed (
            agenda TEXT NOT NULL,
            version BIGINT NOT NULL,
            organisation TEXT NOT NULL REFERENCES organisation (id),
            name TEXT NOT NULL,
            PRIMARY KEY (agenda, version, organisation),
            FOREIGN KEY (agenda, version) REFERENCES agenda_version (agenda, number)
        )
        """,
        """
        CREATE TABLE agenda_version_objection (
            agenda TEXT NOT NULL,
            version BIGINT NOT NULL,
            number BIGINT NOT NULL CHECK (number >= 1),
            title TEXT NOT NULL,
            name TEXT NOT NULL,
            words TEXT NOT NULL,
            answer TEXT,
            PRIMARY KEY (agenda, version, number),
            FOREIGN KEY (agenda, version) REFERENCES agenda_version (agenda, number)
        )
        """,
    ]
}
