import SQL

/// The tables of meetings. Appended to, never edited. Times are milliseconds since 1970; a state is a dated row, never a flag.
package enum MeetingMigrations {
    package static let all: [Migration] = [
        Migration("meetings-1", reason: "Meetings with their states, audience and programme: items, speakers and subgroups") { _ in
            [meeting] + rows + programme
        },
        Migration("meetings-2", reason: "Which reminders organisers had, so that each comes once") { _ in
            [
                """
                CREATE TABLE meeting_reminder (
                    meeting TEXT NOT NULL REFERENCES meeting (id),
                    kind TEXT NOT NULL CHECK (kind IN ('early', 'soon', 'late')),
                    told_at BIGINT NOT NULL,
                    PRIMARY KEY (meeting, kind)
                )
                """
            ]
        },
    ]

    /// `closes_at` always holds the moment that counts; `own_closing` says whether organisers chose it. `last_number` is the last number given in the queue.
    private static let meeting = """
        CREATE TABLE meeting (
            id TEXT PRIMARY KEY,
            programme TEXT NOT NULL REFERENCES programme (id),
            part TEXT REFERENCES programme_part (id),
            number BIGINT CHECK (number >= 1),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            subject TEXT NOT NULL CHECK (length(subject) <= 200),
            purpose TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('bijeenkomst', 'intervisie', 'leerkring', 'werkbezoek')),
            form TEXT NOT NULL CHECK (form IN ('online', 'fysiek', 'beide')),
            starts_at BIGINT NOT NULL,
            ends_at BIGINT NOT NULL,
            place TEXT NOT NULL,
            address TEXT NOT NULL,
            join_link TEXT NOT NULL,
            capacity BIGINT CHECK (capacity >= 0),
            online_capacity BIGINT CHECK (online_capacity >= 0),
            opens_at BIGINT,
            closes_at BIGINT NOT NULL,
            own_closing BIGINT NOT NULL CHECK (own_closing IN (0, 1)),
            closed_circle BIGINT NOT NULL CHECK (closed_circle IN (0, 1)),
            price TEXT NOT NULL CHECK (length(price) <= 200),
            preparation BIGINT NOT NULL CHECK (preparation BETWEEN 0 AND 1440),
            subgroup_mode TEXT NOT NULL CHECK (subgroup_mode IN ('keuze', 'wensen', 'toegewezen')),
            balances BIGINT NOT NULL CHECK (balances IN (0, 1)),
            area TEXT,
            sequence BIGINT NOT NULL CHECK (sequence >= 0),
            last_number BIGINT NOT NULL DEFAULT 0 CHECK (last_number >= 0),
            added_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            CHECK (ends_at > starts_at),
            CHECK (closes_at <= ends_at),
            CHECK (opens_at IS NULL OR opens_at < closes_at),
            CHECK ((part IS NULL) = (number IS NULL)),
            CHECK (online_capacity IS NULL OR form = 'beide'),
            CHECK (form <> 'fysiek' OR join_link = '')
        )
        """

    private static let rows = [
        "CREATE INDEX meeting_programme ON meeting (programme, starts_at)",
        "CREATE INDEX meeting_start ON meeting (starts_at)",
        "CREATE UNIQUE INDEX meeting_number ON meeting (part, number)",
        """
        CREATE TABLE meeting_audience (
            meeting TEXT NOT NULL REFERENCES meeting (id),
            role TEXT NOT NULL,
            PRIMARY KEY (meeting, role)
        )
        """,
        """
        CREATE TABLE meeting_state (
            meeting TEXT NOT NULL REFERENCES meeting (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            state TEXT NOT NULL
                CHECK (state IN ('concept', 'voorlopig', 'definitief', 'gehouden', 'teruggeblikt', 'verplaatst', 'afgelast')),
            at BIGINT NOT NULL,
            actor TEXT,
            reason TEXT NOT NULL CHECK (length(reason) <= 1000),
            PRIMARY KEY (meeting, number),
            CHECK (state <> 'afgelast' OR length(reason) > 0)
        )
        """,
        // Each is said once; only moves come again.
        "CREATE UNIQUE INDEX meeting_state_once ON meeting_state (meeting, state) WHERE state <> 'verplaatst'",
    ]

    private static let programme = [
        """
        CREATE TABLE programme_item (
            id TEXT PRIMARY KEY,
            meeting TEXT NOT NULL REFERENCES meeting (id),
            number BIGINT NOT NULL CHECK (number >= 0),
            kind TEXT NOT NULL CHECK (kind IN
                ('plenair', 'pauze', 'subgroepen', 'voortgang', 'inzichten', 'instrument', 'expert', 'uitwisseling', 'toepassing')),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            body TEXT NOT NULL,
            minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 1440)
        )
        """,
        "CREATE UNIQUE INDEX programme_item_number ON programme_item (meeting, number)",
        """
        CREATE TABLE item_speaker (
            item TEXT NOT NULL REFERENCES programme_item (id),
            number BIGINT NOT NULL CHECK (number >= 1),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
            person TEXT REFERENCES person (id),
            organisation TEXT REFERENCES organisation (id),
            organisation_name TEXT NOT NULL CHECK (length(organisation_name) <= 200),
            PRIMARY KEY (item, number)
        )
        """,
        """
        CREATE TABLE subgroup (
            id TEXT PRIMARY KEY,
            meeting TEXT NOT NULL REFERENCES meeting (id),
            item TEXT NOT NULL REFERENCES programme_item (id),
            number BIGINT NOT NULL CHECK (number >= 0),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            question TEXT NOT NULL,
            leader TEXT NOT NULL CHECK (length(leader) <= 200),
            leader_person TEXT REFERENCES person (id),
            organisation TEXT REFERENCES organisation (id),
            organisation_name TEXT NOT NULL CHECK (length(organisation_name) <= 200),
            place TEXT NOT NULL,
            join_link TEXT NOT NULL,
            maximum BIGINT CHECK (maximum >= 1),
            last_number BIGINT NOT NULL DEFAULT 0 CHECK (last_number >= 0)
        )
        """,
        "CREATE UNIQUE INDEX subgroup_number ON subgroup (item, number)",
        "CREATE INDEX subgroup_meeting ON subgroup (meeting)",
        // The needs of participants that an item answers (AGD-11): the needs themselves are kept by registration.
        """
        CREATE TABLE item_need (
            item TEXT NOT NULL REFERENCES programme_item (id),
            need TEXT NOT NULL,
            PRIMARY KEY (item, need)
        )
        """,
    ]
}
