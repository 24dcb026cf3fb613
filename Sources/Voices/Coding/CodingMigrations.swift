import SQL

/// The tables of themes that stories are sorted by. Appended to, never edited.
///
/// Coders are numbers within a conversation; who a number is stands apart, and can go without the codes.
package enum CodingMigrations {
    package static let all: [Migration] = [
        Migration("coding-1", reason: "Themes of a conversation, which of them coders find in each story, what they decide together, and quotes") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE coding_theme (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                    meaning TEXT NOT NULL CHECK (length(meaning) <= 1000),
                    subject TEXT CHECK (length(subject) BETWEEN 1 AND 100),
                    PRIMARY KEY (conversation, number)
                ) \(unordered)
                """,
                """
                CREATE TABLE coding_coder (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    person TEXT,
                    PRIMARY KEY (conversation, number),
                    UNIQUE (conversation, person)
                ) \(unordered)
                """,
                "CREATE INDEX coding_coder_person ON coding_coder (person)",
                """
                CREATE TABLE coding_done (
                    contribution TEXT NOT NULL REFERENCES contribution (id),
                    coder INTEGER NOT NULL,
                    PRIMARY KEY (contribution, coder)
                ) \(unordered)
                """,
                """
                CREATE TABLE coding_given (
                    contribution TEXT NOT NULL,
                    coder INTEGER NOT NULL,
                    theme INTEGER NOT NULL,
                    PRIMARY KEY (contribution, coder, theme),
                    FOREIGN KEY (contribution, coder) REFERENCES coding_done (contribution, coder)
                ) \(unordered)
                """,
                "CREATE TABLE coding_joint (contribution TEXT PRIMARY KEY REFERENCES contribution (id), decided_by TEXT) \(unordered)",
                """
                CREATE TABLE coding_joint_theme (
                    contribution TEXT NOT NULL REFERENCES coding_joint (contribution),
                    theme INTEGER NOT NULL,
                    PRIMARY KEY (contribution, theme)
                ) \(unordered)
                """,
                """
                CREATE TABLE coding_quote (
                    contribution TEXT NOT NULL REFERENCES contribution (id),
                    theme INTEGER NOT NULL,
                    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
                    PRIMARY KEY (contribution, theme)
                ) \(unordered)
                """,
            ]
        }
    ]
}
