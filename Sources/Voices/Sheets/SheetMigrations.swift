import SQL

/// The table of sheets with votes that came on paper. Appended to, never edited. Days are `2027-12-31`.
package enum SheetMigrations {
    package static let all: [Migration] = [
        Migration("sheet-1", reason: "Sheets with votes that were typed in by hand, who did, and what a second person found") { dialect in
            [
                """
                CREATE TABLE paper_sheet (
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    mark \(dialect.bytes) NOT NULL CHECK (length(mark) = 16),
                    entered_on TEXT NOT NULL CHECK (length(entered_on) = 10),
                    entered_by TEXT,
                    fields INTEGER NOT NULL CHECK (fields >= 0),
                    unreadable INTEGER NOT NULL CHECK (unreadable BETWEEN 0 AND fields),
                    checked_on TEXT CHECK (length(checked_on) = 10),
                    checked_by TEXT,
                    checked_fields INTEGER CHECK (checked_fields >= 0),
                    differences INTEGER CHECK (differences BETWEEN 0 AND checked_fields),
                    PRIMARY KEY (conversation, mark),
                    CHECK ((checked_on IS NULL) = (differences IS NULL) AND (differences IS NULL) = (checked_fields IS NULL))
                )
                """
            ]
        }
    ]
}
