import SQL

/// The tables of choosing together. Appended to, never edited. Days are `2027-12-31`; a ballot keeps no moment.
package enum ChoiceMigrations {
    package static let all: [Migration] = [
        Migration("choice-1", reason: "Choices about a budget or an order, with their projects, ballots and what came of them") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            let channels = "('scherm', 'papier', 'tafel', 'hulp', 'telefoon', 'ingelezen')"
            return [
                """
                CREATE TABLE shared_choice (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    kind TEXT NOT NULL CHECK (kind IN ('geld', 'volgorde')),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                    words TEXT NOT NULL CHECK (length(words) <= 4000),
                    budget BIGINT NOT NULL CHECK (budget >= 0),
                    fills INTEGER NOT NULL CHECK (fills IN (0, 1)),
                    state TEXT NOT NULL CHECK (state IN ('ontwerp', 'open', 'gesloten')),
                    outcome TEXT,
                    added_on TEXT NOT NULL CHECK (length(added_on) = 10),
                    CHECK (outcome IS NULL OR state = 'gesloten'),
                    CHECK (kind <> 'geld' OR budget > 0)
                )
                """,
                "CREATE INDEX shared_choice_conversation ON shared_choice (conversation)",
                """
                CREATE TABLE choice_project (
                    choice TEXT NOT NULL REFERENCES shared_choice (id),
                    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 400),
                    words TEXT NOT NULL CHECK (length(words) <= 4000),
                    cost BIGINT NOT NULL CHECK (cost >= 0),
                    withdrawn TEXT CHECK (length(withdrawn) BETWEEN 1 AND 600),
                    PRIMARY KEY (choice, number)
                )
                """,
                """
                CREATE TABLE choice_ballot (
                    choice TEXT NOT NULL REFERENCES shared_choice (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    mark \(dialect.bytes) CHECK (length(mark) = 16),
                    channel TEXT NOT NULL CHECK (channel IN \(channels)),
                    PRIMARY KEY (choice, number),
                    UNIQUE (choice, mark)
                )
                """,
                """
                CREATE TABLE choice_approval (
                    choice TEXT NOT NULL,
                    ballot INTEGER NOT NULL,
                    project INTEGER NOT NULL,
                    PRIMARY KEY (choice, ballot, project),
                    FOREIGN KEY (choice, ballot) REFERENCES choice_ballot (choice, number),
                    FOREIGN KEY (choice, project) REFERENCES choice_project (choice, number)
                ) \(unordered)
                """,
                """
                CREATE TABLE choice_sheet (
                    choice TEXT NOT NULL REFERENCES shared_choice (id),
                    mark \(dialect.bytes) NOT NULL CHECK (length(mark) = 16),
                    turn INTEGER NOT NULL CHECK (turn >= 1),
                    approvals TEXT NOT NULL CHECK (length(approvals) <= 4000),
                    entered_by TEXT,
                    is_counted INTEGER NOT NULL CHECK (is_counted IN (0, 1)),
                    PRIMARY KEY (choice, mark, turn)
                )
                """,
            ]
        }
    ]
}
