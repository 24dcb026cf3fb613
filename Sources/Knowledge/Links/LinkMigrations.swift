import SQL

/// The table of links that people lay. Appended, never edited.
enum LinkMigrations {
    static let all: [Migration] = [
        Migration("links-1", reason: "Links between things, laid by people; those that follow from what stands elsewhere are not kept") { _ in
            [
                """
                CREATE TABLE thing_link (
                    from_kind TEXT NOT NULL,
                    from_key TEXT NOT NULL,
                    relation TEXT NOT NULL,
                    to_kind TEXT NOT NULL,
                    to_key TEXT NOT NULL,
                    added_at BIGINT NOT NULL,
                    PRIMARY KEY (from_kind, from_key, relation, to_kind, to_key),
                    CHECK (from_kind <> to_kind OR from_key <> to_key)
                )
                """,
                "CREATE INDEX thing_link_back ON thing_link (to_kind, to_key)",
            ]
        }
    ]
}
