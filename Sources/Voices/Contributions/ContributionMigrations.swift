import SQL

/// The tables of what people say. Appended to, never edited. Times are milliseconds since 1970, days are `2027-12-31`.
///
/// A contribution holds nobody: its giver, where one signed in, stands in a row apart; the code to find it again is kept as a keyed digest. SQLite keeps the rows
/// in the order of their random names, so that the order in which they came is not kept either.
package enum ContributionMigrations {
    package static let all: [Migration] = [
        Migration("contribution-1", reason: "What residents say in a conversation, what moderators decide about it, and its giver apart from it") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE contribution (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    kind TEXT NOT NULL CHECK (kind IN ('verhaal', 'stelling', 'idee', 'plek')),
                    channel TEXT NOT NULL CHECK (channel IN ('scherm', 'papier', 'tafel', 'hulp', 'telefoon', 'ingelezen')),
                    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
                    words TEXT CHECK (length(words) BETWEEN 1 AND 10000),
                    shown TEXT CHECK (length(shown) BETWEEN 1 AND 10000),
                    visibility TEXT NOT NULL CHECK (visibility IN ('iedereen', 'team')),
                    is_quotable INTEGER NOT NULL CHECK (is_quotable IN (0, 1)),
                    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 1000),
                    entered_by TEXT,
                    added_on TEXT NOT NULL CHECK (length(added_on) = 10),
                    receipt \(dialect.bytes) NOT NULL UNIQUE,
                    state TEXT NOT NULL CHECK (state IN ('wacht', 'geplaatst', 'deels-geplaatst', 'teruggelegd', 'niet-geplaatst', 'teruggenomen')),
                    CHECK ((words IS NULL) = (state = 'teruggenomen')),
                    CHECK (shown IS NULL OR state IN ('geplaatst', 'deels-geplaatst')),
                    CHECK (shown IS NOT NULL OR state NOT IN ('geplaatst', 'deels-geplaatst'))
                ) \(unordered)
                """,
                "CREATE INDEX contribution_conversation ON contribution (conversation, kind, state)",
                """
                CREATE TABLE contribution_giver (
                    contribution TEXT PRIMARY KEY REFERENCES contribution (id),
                    person TEXT NOT NULL
                ) \(unordered)
                """,
                "CREATE INDEX contribution_giver_person ON contribution_giver (person)",
                """
                CREATE TABLE contribution_ruling (
                    contribution TEXT NOT NULL REFERENCES contribution (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    state TEXT NOT NULL,
                    reason TEXT,
                    words TEXT NOT NULL CHECK (length(words) <= 2000),
                    ruled_by TEXT,
                    ruled_at BIGINT NOT NULL,
                    PRIMARY KEY (contribution, number)
                )
                """,
            ]
        }
    ]
}
