import SQL

/// The tables of places, beside their contributions. Appended to, never edited. Lengths are metres of the national grid.
package enum PlaceMigrations {
    package static let all: [Migration] = [
        Migration("place-1", reason: "Where people point at a place, no more exactly than they agreed to, and what they feel there") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE map_place (
                    contribution TEXT PRIMARY KEY REFERENCES contribution (id),
                    feeling TEXT NOT NULL CHECK (feeling IN ('goed', 'kan-beter', 'onveilig', 'idee')),
                    theme TEXT,
                    is_home INTEGER NOT NULL CHECK (is_home IN (0, 1)),
                    shape TEXT NOT NULL CHECK (shape IN ('punt', 'lijn', 'vlak')),
                    exactness TEXT NOT NULL CHECK (exactness IN ('punt', 'ruitje', 'vak', 'deel', 'woorden')),
                    words TEXT CHECK (length(words) BETWEEN 1 AND 200),
                    x INTEGER CHECK (x BETWEEN 0 AND 300000),
                    y INTEGER CHECK (y BETWEEN 300000 AND 650000),
                    CHECK ((x IS NULL) = (y IS NULL)),
                    CHECK (is_home = 0 OR exactness NOT IN ('punt', 'ruitje'))
                ) \(unordered)
                """,
                "CREATE INDEX map_place_ground ON map_place (x, y)",
                """
                CREATE TABLE map_place_point (
                    contribution TEXT NOT NULL REFERENCES map_place (contribution),
                    number INTEGER NOT NULL CHECK (number >= 0),
                    x INTEGER NOT NULL,
                    y INTEGER NOT NULL,
                    PRIMARY KEY (contribution, number)
                ) \(unordered)
                """,
            ]
        }
    ]
}
