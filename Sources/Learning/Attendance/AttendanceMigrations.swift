import SQL

/// The table of codes to say that one is there. Who was there stands with registration. Appended to, never edited.
package enum AttendanceMigrations {
    package static let all: [Migration] = [
        Migration("attendance-1", reason: "A code for each meeting that says who is there") { _ in
            [
                """
                CREATE TABLE attendance_code (
                    meeting TEXT PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
                    code TEXT NOT NULL UNIQUE CHECK (length(code) = 6),
                    made_at BIGINT NOT NULL
                )
                """
            ]
        }
    ]
}
