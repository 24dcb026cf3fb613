import SQL

/// The tables of surveys. Appended to, never edited. Days are `2027-12-31`.
package enum SurveyMigrations {
    package static let all: [Migration] = [
        Migration("survey-1", reason: "Surveys with their questions, answers, and what everyone may see of those") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            let channels = "('scherm', 'papier', 'tafel', 'hulp', 'telefoon', 'ingelezen')"
            return [
                """
                CREATE TABLE survey (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                    words TEXT NOT NULL CHECK (length(words) <= 4000),
                    state TEXT NOT NULL CHECK (state IN ('ontwerp', 'open', 'gesloten')),
                    added_on TEXT NOT NULL CHECK (length(added_on) = 10),
                    newest INTEGER NOT NULL DEFAULT 0 CHECK (newest >= 0)
                )
                """,
                "CREATE INDEX survey_conversation ON survey (conversation)",
                """
                CREATE TABLE survey_question (
                    survey TEXT NOT NULL REFERENCES survey (id),
                    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 200),
                    definition TEXT NOT NULL CHECK (length(definition) <= 60000),
                    PRIMARY KEY (survey, number)
                )
                """,
                """
                CREATE TABLE survey_set (
                    id TEXT PRIMARY KEY,
                    owner TEXT NOT NULL REFERENCES organisation (id),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                    questions TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE survey_draft (
                    survey TEXT NOT NULL REFERENCES survey (id),
                    mark \(dialect.bytes) NOT NULL CHECK (length(mark) = 16),
                    answers TEXT NOT NULL CHECK (length(answers) <= 200000),
                    kept_on TEXT NOT NULL CHECK (length(kept_on) = 10),
                    PRIMARY KEY (survey, mark)
                )
                """,
                """
                CREATE TABLE survey_response (
                    survey TEXT NOT NULL REFERENCES survey (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    mark \(dialect.bytes) CHECK (length(mark) = 16),
                    receipt \(dialect.bytes) UNIQUE CHECK (length(receipt) = 16),
                    channel TEXT NOT NULL CHECK (channel IN \(channels)),
                    PRIMARY KEY (survey, number),
                    UNIQUE (survey, mark)
                )
                """,
                """
                CREATE TABLE survey_value (
                    survey TEXT NOT NULL,
                    response INTEGER NOT NULL,
                    question INTEGER NOT NULL,
                    value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 4000),
                    PRIMARY KEY (survey, response, question, value),
                    FOREIGN KEY (survey, response) REFERENCES survey_response (survey, number),
                    FOREIGN KEY (survey, question) REFERENCES survey_question (survey, number)
                ) \(unordered)
                """,
                """
                CREATE TABLE survey_count (
                    survey TEXT NOT NULL REFERENCES survey (id),
                    question INTEGER NOT NULL CHECK (question >= 0),
                    value TEXT NOT NULL,
                    people INTEGER NOT NULL CHECK (people >= 0),
                    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown >= 0),
                    PRIMARY KEY (survey, question, value)
                ) \(unordered)
                """,
                "CREATE TABLE survey_split (survey TEXT PRIMARY KEY REFERENCES survey (id), found TEXT NOT NULL)",
            ]
        }
    ]
}
