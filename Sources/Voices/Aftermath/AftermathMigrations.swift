import SQL

/// The tables of what became of what people said. Appended to, never edited. Days are `2027-12-31`.
package enum AftermathMigrations {
    package static let all: [Migration] = [
        Migration("aftermath-1", reason: "What became of each contribution, with the reason that its giver reads; and conversations that are done with") { _ in
            [
                """
                CREATE TABLE contribution_outcome (
                    contribution TEXT PRIMARY KEY REFERENCES contribution (id),
                    outcome TEXT NOT NULL CHECK (outcome IN ('overgenomen', 'samengevoegd', 'doorgegeven', 'beantwoord', 'niet-overgenomen')),
                    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
                    next_on TEXT CHECK (length(next_on) = 10),
                    told_on TEXT NOT NULL CHECK (length(told_on) = 10),
                    told_by TEXT
                )
                """,
                "CREATE TABLE conversation_finish (conversation TEXT PRIMARY KEY REFERENCES conversation (id), finished_on TEXT NOT NULL CHECK (length(finished_on) = 10))",
            ]
        }
    ]
}
