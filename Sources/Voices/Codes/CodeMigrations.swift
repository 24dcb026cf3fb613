import SQL

/// The tables of codes by post and of help at a screen. Appended to, never edited. Times are milliseconds since 1970, days are `2027-12-31`.
///
/// A code is kept as a keyed digest. Nobody is written at a code: the municipality alone knows which address got which number.
package enum CodeMigrations {
    package static let all: [Migration] = [
        Migration("code-1", reason: "Codes to take part with: how they were handed out, what became of each, and the closed account of them") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE code_batch (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    purpose TEXT NOT NULL CHECK (purpose IN ('brieven', 'uitgereikt', 'werkbladen', 'stroken')),
                    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 20000),
                    note TEXT NOT NULL CHECK (length(note) <= 200),
                    issued_at BIGINT NOT NULL,
                    issued_by TEXT
                )
                """,
                "CREATE INDEX code_batch_conversation ON code_batch (conversation, issued_at)",
                """
                CREATE TABLE voice_code (
                    tag \(dialect.bytes) PRIMARY KEY CHECK (length(tag) = 16),
                    batch TEXT NOT NULL REFERENCES code_batch (id),
                    number INTEGER CHECK (number >= 1),
                    state TEXT NOT NULL CHECK (state IN ('uitgegeven', 'scherm', 'papier', 'retour', 'vervangen', 'vervallen')),
                    state_on TEXT NOT NULL CHECK (length(state_on) = 10),
                    reason TEXT CHECK (length(reason) BETWEEN 1 AND 200),
                    UNIQUE (batch, number),
                    CHECK ((reason IS NOT NULL) = (state = 'vervallen'))
                ) \(unordered)
                """,
                """
                CREATE TABLE code_browser (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    browser \(dialect.bytes) NOT NULL CHECK (length(browser) = 16),
                    participant \(dialect.bytes) NOT NULL CHECK (length(participant) = 16),
                    PRIMARY KEY (conversation, browser)
                ) \(unordered)
                """,
                """
                CREATE TABLE code_closing (
                    conversation TEXT PRIMARY KEY REFERENCES conversation (id),
                    closed_at BIGINT NOT NULL,
                    closed_by TEXT
                )
                """,
            ]
        },
        Migration("code-2", reason: "Help at a screen: who helps somebody present, why, and until when") { _ in
            [
                """
                CREATE TABLE assist_session (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    helper TEXT,
                    reason TEXT NOT NULL CHECK (reason IN ('scherm', 'taal', 'lezen', 'anders')),
                    begun_at BIGINT NOT NULL,
                    ends_at BIGINT NOT NULL CHECK (ends_at > begun_at AND ends_at <= begun_at + 1800000),
                    ended_at BIGINT CHECK (ended_at BETWEEN begun_at AND ends_at)
                )
                """,
                "CREATE UNIQUE INDEX assist_session_helper ON assist_session (helper) WHERE ended_at IS NULL",
            ]
        },
        Migration("code-3", reason: "Help to someone who calls") { _ in
            ["ALTER TABLE assist_session ADD COLUMN by_telephone INTEGER NOT NULL DEFAULT 0 CHECK (by_telephone IN (0, 1))"]
        },
    ]
}
