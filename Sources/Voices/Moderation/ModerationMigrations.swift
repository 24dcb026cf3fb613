import SQL

/// The tables of reports and objections. Appended to, never edited. Who reports something is not kept.
package enum ModerationMigrations {
    package static let all: [Migration] = [
        Migration("moderation-1", reason: "Reports of visitors about what was published, and the one objection of its giver") { _ in
            [
                """
                CREATE TABLE contribution_report (
                    id TEXT PRIMARY KEY,
                    contribution TEXT NOT NULL REFERENCES contribution (id),
                    reason TEXT NOT NULL,
                    words TEXT NOT NULL CHECK (length(words) <= 1000),
                    reported_on TEXT NOT NULL CHECK (length(reported_on) = 10),
                    is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1))
                )
                """,
                "CREATE INDEX contribution_report_contribution ON contribution_report (contribution, is_settled)",
                """
                CREATE TABLE contribution_objection (
                    contribution TEXT PRIMARY KEY REFERENCES contribution (id),
                    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
                    objected_on TEXT NOT NULL CHECK (length(objected_on) = 10),
                    is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1))
                )
                """,
            ]
        }
    ]
}
