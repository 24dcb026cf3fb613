import SQL

/// The tables of worksheets. Appended to, never edited. Times are milliseconds since 1970.
package enum WorksheetMigrations {
    package static let all: [Migration] = [
        Migration("worksheets-1", reason: "Worksheets of meetings, and what participants write on them") { dialect in questions + sheets(dialect) }
    ]

    private static let questions = [
        """
        CREATE TABLE worksheet (
            id TEXT PRIMARY KEY,
            meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
            item TEXT REFERENCES programme_item (id) ON DELETE SET NULL,
            copied_from TEXT,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            intro TEXT NOT NULL CHECK (length(intro) <= 2000),
            added_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX worksheet_meeting ON worksheet (meeting, id)",
        """
        CREATE TABLE worksheet_question (
            worksheet TEXT NOT NULL REFERENCES worksheet (id) ON DELETE CASCADE,
            number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 8),
            body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 500),
            PRIMARY KEY (worksheet, number)
        )
        """,
    ]

    /// `mail_key` is the mark of the owner's address that registration made. What is public has an owner with an account.
    private static func sheets(_ dialect: Dialect) -> [String] {
        [
            """
            CREATE TABLE worksheet_sheet (
                id TEXT PRIMARY KEY,
                worksheet TEXT NOT NULL REFERENCES worksheet (id) ON DELETE CASCADE,
                registration TEXT NOT NULL REFERENCES registration (id),
                person TEXT REFERENCES person (id),
                mail_key \(dialect.bytes) NOT NULL,
                sharing TEXT NOT NULL CHECK (sharing IN ('zelf', 'begeleider', 'kring', 'openbaar')),
                shown_name TEXT NOT NULL CHECK (length(shown_name) <= 200),
                version BIGINT NOT NULL CHECK (version >= 0),
                added_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                mailed_at BIGINT,
                UNIQUE (worksheet, registration),
                CHECK (sharing <> 'openbaar' OR person IS NOT NULL),
                CHECK (sharing <> 'zelf' OR shown_name = '')
            )
            """,
            "CREATE INDEX worksheet_sheet_person ON worksheet_sheet (person)",
            "CREATE INDEX worksheet_sheet_mail ON worksheet_sheet (mail_key)",
            "CREATE INDEX worksheet_sheet_unmailed ON worksheet_sheet (added_at) WHERE mailed_at IS NULL",
            """
            CREATE TABLE worksheet_answer (
                sheet TEXT NOT NULL REFERENCES worksheet_sheet (id) ON DELETE CASCADE,
                number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 8),
                body TEXT NOT NULL CHECK (length(body) <= 4000),
                PRIMARY KEY (sheet, number)
            )
            """,
        ]
    }
}
