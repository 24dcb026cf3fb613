import SQL

/// The tables of registration. Appended to, never edited. Times are milliseconds since 1970.
package enum RegistrationMigrations {
    package static let all: [Migration] = [
        Migration("registration-1", reason: "Registration for meetings: places, the waiting list, offers, wishes, kept places and what is mailed") { dialect in
            registration(dialect) + around(dialect)
        },
        Migration("registration-2", reason: "How many people stand where is kept, so that a long waiting list is not counted at every registration") { _ in
            tally
        },
    ]

    /// `mail_key` is a tag of the address that only this installation can make. Those of a group share their number.
    private static func registration(_ dialect: Dialect) -> [String] {
        [
            """
            CREATE TABLE registration (
                id TEXT PRIMARY KEY,
                meeting TEXT NOT NULL REFERENCES meeting (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                member BIGINT NOT NULL CHECK (member BETWEEN 0 AND 7),
                person TEXT REFERENCES person (id),
                name TEXT NOT NULL CHECK (length(name) <= 200),
                mail TEXT NOT NULL,
                mail_key \(dialect.bytes) NOT NULL,
                language TEXT NOT NULL,
                role TEXT NOT NULL,
                municipality TEXT,
                municipality_name TEXT NOT NULL CHECK (length(municipality_name) <= 200),
                way TEXT NOT NULL CHECK (way IN ('fysiek', 'online')),
                need TEXT NOT NULL CHECK (length(need) <= 2000),
                case_text TEXT NOT NULL CHECK (length(case_text) <= 5000),
                extra TEXT NOT NULL CHECK (length(extra) <= 2000),
                subgroup TEXT,
                pinned BIGINT NOT NULL CHECK (pinned IN (0, 1)),
                standing TEXT NOT NULL
                    CHECK (standing IN ('ingeschreven', 'wacht', 'aangeboden', 'afgemeld', 'verlaten', 'afgewezen', 'verlopen', 'verplaatst')),
                late BIGINT NOT NULL CHECK (late IN (0, 1)),
                path TEXT NOT NULL CHECK (path IN ('formulier', 'groep', 'reeks', 'organisator', 'andere-datum')),
                attendance TEXT NOT NULL CHECK (attendance IN ('onbekend', 'aanwezig', 'afwezig')),
                added_at BIGINT NOT NULL,
                CHECK (late = 0 OR standing = 'afgemeld')
            )
            """,
            """
            CREATE UNIQUE INDEX registration_living ON registration (meeting, mail_key) WHERE standing IN ('ingeschreven', 'wacht', 'aangeboden')
            """,
            "CREATE UNIQUE INDEX registration_number ON registration (meeting, number, member)",
            "CREATE INDEX registration_count ON registration (meeting, standing, way, subgroup)",
            "CREATE INDEX registration_list ON registration (meeting, number, member) WHERE standing = 'wacht'",
            "CREATE INDEX registration_subgroup ON registration (subgroup, standing)",
            "CREATE INDEX registration_person ON registration (person)",
            "CREATE INDEX registration_mail ON registration (mail_key)",
            """
            CREATE TABLE registration_state (
                registration TEXT NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
                standing TEXT NOT NULL,
                at BIGINT NOT NULL,
                actor TEXT,
                PRIMARY KEY (registration, standing)
            )
            """,
        ]
    }

    /// Of those who have a place, an offer of one, or wait. Without a subgroup it is empty.
    private static let tally = [
        """
        CREATE TABLE registration_tally (
            meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
            standing TEXT NOT NULL CHECK (standing IN ('ingeschreven', 'wacht', 'aangeboden')),
            way TEXT NOT NULL,
            subgroup TEXT NOT NULL,
            people BIGINT NOT NULL CHECK (people >= 0),
            PRIMARY KEY (meeting, standing, way, subgroup)
        )
        """,
        "CREATE INDEX registration_tally_subgroup ON registration_tally (subgroup)",
        "DROP INDEX registration_subgroup",
        "DROP INDEX registration_count",
        """
        INSERT INTO registration_tally (meeting, standing, way, subgroup, people)
        SELECT meeting, standing, way, COALESCE(subgroup, ''), COUNT(*) FROM registration
        WHERE standing IN ('ingeschreven', 'wacht', 'aangeboden') GROUP BY meeting, standing, way, COALESCE(subgroup, '')
        """,
    ]

    private static func around(_ dialect: Dialect) -> [String] {
        [
            // An entry of the list gets one offer at most: who does not take it is off the list.
            """
            CREATE TABLE registration_offer (
                meeting TEXT NOT NULL REFERENCES meeting (id),
                number BIGINT NOT NULL,
                made_at BIGINT NOT NULL,
                ends_at BIGINT NOT NULL CHECK (ends_at > made_at),
                state TEXT NOT NULL CHECK (state IN ('open', 'aangenomen', 'afgewezen', 'verlopen')),
                PRIMARY KEY (meeting, number)
            )
            """,
            "CREATE INDEX registration_offer_end ON registration_offer (ends_at) WHERE state = 'open'",
            """
            CREATE TABLE registration_wish (
                registration TEXT NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
                wish BIGINT NOT NULL CHECK (wish BETWEEN 1 AND 3),
                subgroup TEXT NOT NULL,
                PRIMARY KEY (registration, wish)
            )
            """,
            "CREATE UNIQUE INDEX registration_wish_subgroup ON registration_wish (registration, subgroup)",
            """
            CREATE TABLE reserved_place (
                id TEXT PRIMARY KEY,
                meeting TEXT NOT NULL REFERENCES meeting (id),
                group_kind TEXT NOT NULL CHECK (group_kind IN ('rol', 'gemeente')),
                group_key TEXT NOT NULL,
                places BIGINT NOT NULL CHECK (places >= 1),
                until_at BIGINT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX reserved_place_group ON reserved_place (meeting, group_kind, group_key)",
            // Each cause is mailed once.
            """
            CREATE TABLE registration_cause (
                registration TEXT NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                occasion TEXT NOT NULL,
                at BIGINT NOT NULL,
                mailed_at BIGINT,
                PRIMARY KEY (registration, kind, occasion)
            )
            """,
            "CREATE INDEX registration_cause_waiting ON registration_cause (at) WHERE mailed_at IS NULL",
            """
            CREATE TABLE calendar_feed (
                person TEXT PRIMARY KEY REFERENCES person (id),
                digest \(dialect.bytes) NOT NULL UNIQUE,
                made_at BIGINT NOT NULL
            )
            """,
        ]
    }
}
