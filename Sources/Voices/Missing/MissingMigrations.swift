import SQL

/// The tables of who is missing. Appended to, never edited. Days are `2027-12-31`.
package enum MissingMigrations {
    package static let all: [Migration] = [
        Migration("missing-1", reason: "What people told of their age, home and household, apart from what they said; and where to go to meet who is missing") {
            dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE background_question (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    question TEXT NOT NULL CHECK (question IN ('leeftijd', 'woning', 'huishouden')),
                    PRIMARY KEY (conversation, question)
                ) \(unordered)
                """,
                """
                CREATE TABLE background_answer (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    mark \(dialect.bytes) NOT NULL CHECK (length(mark) = 16),
                    question TEXT NOT NULL,
                    value TEXT NOT NULL,
                    PRIMARY KEY (conversation, mark, question)
                ) \(unordered)
                """,
                """
                CREATE TABLE background_count (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    question TEXT NOT NULL,
                    value TEXT NOT NULL,
                    people INTEGER NOT NULL CHECK (people >= 0),
                    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown >= 0),
                    PRIMARY KEY (conversation, question, value)
                ) \(unordered)
                """,
                """
                CREATE TABLE visit (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    people TEXT NOT NULL CHECK (length(people) BETWEEN 1 AND 400),
                    place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 400),
                    visitor TEXT NOT NULL CHECK (length(visitor) BETWEEN 1 AND 400),
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1))
                )
                """,
                "CREATE INDEX visit_conversation ON visit (conversation, day)",
            ]
        },
        Migration("missing-2", reason: "People can also tell in which part of the area they live") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                "ALTER TABLE background_question RENAME TO background_question_before",
                """
                CREATE TABLE background_question (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    question TEXT NOT NULL CHECK (question IN ('leeftijd', 'woning', 'huishouden', 'buurt')),
                    PRIMARY KEY (conversation, question)
                ) \(unordered)
                """,
                "INSERT INTO background_question (conversation, question) SELECT conversation, question FROM background_question_before",
                "DROP TABLE background_question_before",
            ]
        },
    ]
}
