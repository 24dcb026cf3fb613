import SQL

/// The tables of stories, beside their contributions. Appended to, never edited.
package enum StoryMigrations {
    package static let all: [Migration] = [
        Migration("story-1", reason: "What kind of experience a story tells, and its place as far as the giver wants") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE story_mark (
                    contribution TEXT NOT NULL REFERENCES contribution (id),
                    mark TEXT NOT NULL CHECK (mark IN ('kwaliteit', 'kans', 'knelpunt', 'probleem', 'bedreiging', 'droom')),
                    PRIMARY KEY (contribution, mark)
                ) \(unordered)
                """,
                """
                CREATE TABLE story_place (
                    contribution TEXT PRIMARY KEY REFERENCES contribution (id),
                    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 200),
                    cell_x INTEGER CHECK (cell_x BETWEEN 0 AND 3000),
                    cell_y INTEGER CHECK (cell_y BETWEEN 3000 AND 6500),
                    exactness TEXT NOT NULL CHECK (exactness IN ('straat', 'vak')),
                    CHECK ((cell_x IS NULL) = (cell_y IS NULL)),
                    CHECK ((exactness = 'vak') = (cell_x IS NOT NULL))
                ) \(unordered)
                """,
            ]
        }
    ]
}
