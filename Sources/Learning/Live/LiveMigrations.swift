import SQL

/// The tables of live sessions. Appended to, never edited. Times are milliseconds since 1970.
///
/// `mark` is a keyed digest of one browser in one session: it tells neither who it is nor that it was in another session.
package enum LiveMigrations {
    package static let all: [Migration] = [
        Migration("live-1", reason: "Questions and polls during a meeting") { _ in sessions + questions + polls }
    ]

    private static let sessions = [
        """
        CREATE TABLE live_session (
            id TEXT PRIMARY KEY,
            meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
            code TEXT NOT NULL UNIQUE CHECK (length(code) = 6),
            version BIGINT NOT NULL,
            opened_at BIGINT NOT NULL,
            ends_at BIGINT NOT NULL,
            closed_at BIGINT CHECK (closed_at >= opened_at)
        )
        """,
        "CREATE UNIQUE INDEX live_session_meeting ON live_session (meeting)",
    ]

    private static let questions = [
        """
        CREATE TABLE live_question (
            id TEXT PRIMARY KEY,
            session TEXT NOT NULL REFERENCES live_session (id) ON DELETE CASCADE,
            body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 500),
            state TEXT NOT NULL CHECK (state IN ('open', 'beantwoord', 'verborgen')),
            answer TEXT NOT NULL CHECK (length(answer) <= 1000),
            taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
            asked_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX live_question_session ON live_question (session)",
        """
        CREATE TABLE live_support (
            question TEXT NOT NULL REFERENCES live_question (id) ON DELETE CASCADE,
            mark TEXT NOT NULL,
            PRIMARY KEY (question, mark)
        )
        """,
    ]

    private static let polls = [
        """
        CREATE TABLE live_poll (
            id TEXT PRIMARY KEY,
            session TEXT NOT NULL REFERENCES live_session (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('een', 'meer', 'schaal', 'tekst')),
            question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 300),
            opened_at BIGINT NOT NULL,
            closed_at BIGINT CHECK (closed_at >= opened_at)
        )
        """,
        "CREATE INDEX live_poll_session ON live_poll (session)",
        """
        CREATE TABLE live_option (
            poll TEXT NOT NULL REFERENCES live_poll (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 10),
            body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 100),
            PRIMARY KEY (poll, number)
        )
        """,
        """
        CREATE TABLE live_answer (
            poll TEXT NOT NULL REFERENCES live_poll (id) ON DELETE CASCADE,
            mark TEXT NOT NULL,
            number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10),
            body TEXT NOT NULL CHECK (length(body) <= 300),
            PRIMARY KEY (poll, mark, number)
        )
        """,
    ]
}
