import SQL

/// The tables of statements and votes. Appended to, never edited. Days are `2027-12-31`; a vote keeps no moment at all.
package enum VoteMigrations {
    package static let all: [Migration] = [
        Migration("vote-1", reason: "Statements of a conversation, and their writers apart from them as long as that is needed") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE statement (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 10000),
                    contribution TEXT NOT NULL UNIQUE REFERENCES contribution (id),
                    is_seed INTEGER NOT NULL CHECK (is_seed IN (0, 1)),
                    must_see INTEGER NOT NULL CHECK (must_see IN (0, 1)),
                    added_on TEXT NOT NULL CHECK (length(added_on) = 10),
                    PRIMARY KEY (conversation, number)
                ) \(unordered)
                """,
                """
                CREATE TABLE statement_author (
                    conversation TEXT NOT NULL,
                    statement INTEGER NOT NULL,
                    mark \(dialect.bytes) NOT NULL CHECK (length(mark) = 16),
                    PRIMARY KEY (conversation, statement),
                    FOREIGN KEY (conversation, statement) REFERENCES statement (conversation, number)
                ) \(unordered)
                """,
                "CREATE INDEX statement_author_mark ON statement_author (conversation, mark)",
                """
                CREATE TABLE statement_tally (
                    conversation TEXT NOT NULL,
                    statement INTEGER NOT NULL,
                    agree INTEGER NOT NULL CHECK (agree >= 0),
                    disagree INTEGER NOT NULL CHECK (disagree >= 0),
                    pass INTEGER NOT NULL CHECK (pass >= 0),
                    shown_agree INTEGER NOT NULL DEFAULT 0 CHECK (shown_agree >= 0),
                    shown_disagree INTEGER NOT NULL DEFAULT 0 CHECK (shown_disagree >= 0),
                    shown_pass INTEGER NOT NULL DEFAULT 0 CHECK (shown_pass >= 0),
                    PRIMARY KEY (conversation, statement),
                    FOREIGN KEY (conversation, statement) REFERENCES statement (conversation, number)
                ) \(unordered)
                """,
            ]
        },
        Migration("vote-2", reason: "Who votes, as a number; the marks they are known by, apart; and their votes") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            let channels = "('scherm', 'papier', 'tafel', 'hulp', 'telefoon', 'ingelezen')"
            return [
                """
                CREATE TABLE voter_count (
                    conversation TEXT PRIMARY KEY REFERENCES conversation (id),
                    newest INTEGER NOT NULL CHECK (newest >= 0),
                    shown_people INTEGER NOT NULL DEFAULT 0 CHECK (shown_people >= 0)
                )
                """,
                """
                CREATE TABLE voter_channel (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    channel TEXT NOT NULL CHECK (channel IN \(channels)),
                    people INTEGER NOT NULL CHECK (people >= 0),
                    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown >= 0),
                    PRIMARY KEY (conversation, channel)
                ) \(unordered)
                """,
                """
                CREATE TABLE voter (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    channel TEXT NOT NULL CHECK (channel IN \(channels)),
                    joined_on TEXT NOT NULL CHECK (length(joined_on) = 10),
                    resume \(dialect.bytes) UNIQUE,
                    crowd BIGINT,
                    is_apart INTEGER NOT NULL CHECK (is_apart IN (0, 1)),
                    CHECK (crowd IS NOT NULL OR is_apart = 0),
                    PRIMARY KEY (conversation, number)
                ) \(unordered)
                """,
                "CREATE INDEX voter_crowd ON voter (conversation, crowd) WHERE crowd IS NOT NULL",
                """
                CREATE TABLE voter_mark (
                    conversation TEXT NOT NULL,
                    mark \(dialect.bytes) NOT NULL CHECK (length(mark) = 16),
                    voter INTEGER NOT NULL,
                    PRIMARY KEY (conversation, mark),
                    FOREIGN KEY (conversation, voter) REFERENCES voter (conversation, number)
                ) \(unordered)
                """,
                "CREATE INDEX voter_mark_voter ON voter_mark (conversation, voter)",
                """
                CREATE TABLE vote (
                    conversation TEXT NOT NULL,
                    voter INTEGER NOT NULL,
                    statement INTEGER NOT NULL,
                    value INTEGER NOT NULL CHECK (value IN (-1, 0, 1)),
                    PRIMARY KEY (conversation, voter, statement),
                    FOREIGN KEY (conversation, voter) REFERENCES voter (conversation, number),
                    FOREIGN KEY (conversation, statement) REFERENCES statement (conversation, number)
                ) \(unordered)
                """,
            ]
        },
    ]
}
