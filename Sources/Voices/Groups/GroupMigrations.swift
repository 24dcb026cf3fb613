import SQL

/// The tables of opinion groups. Appended to, never edited. Nowhere stands who is in which group.
package enum GroupMigrations {
    package static let all: [Migration] = [
        Migration("group-1", reason: "What a search for groups found, with its settings; names of groups; how far each statement stands out") { dialect in
            [
                """
                CREATE TABLE opinion_run (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    made_on TEXT NOT NULL CHECK (length(made_on) = 10),
                    made_by TEXT,
                    floor INTEGER NOT NULL CHECK (floor >= 5),
                    reason TEXT CHECK (length(reason) BETWEEN 1 AND 600),
                    people INTEGER NOT NULL CHECK (people >= 0),
                    votes_digest \(dialect.bytes) NOT NULL CHECK (length(votes_digest) = 32),
                    found TEXT NOT NULL,
                    PRIMARY KEY (conversation, number)
                )
                """,
                """
                CREATE TABLE opinion_group_name (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    letter TEXT NOT NULL CHECK (length(letter) = 1),
                    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 80),
                    PRIMARY KEY (conversation, letter)
                )
                """,
                "ALTER TABLE statement_tally ADD COLUMN extremity DOUBLE PRECISION NOT NULL DEFAULT 0",
            ]
        }
    ]
}
