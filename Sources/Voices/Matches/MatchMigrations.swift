import SQL

/// The tables of figures beside stories. Appended to, never edited. Days are `2027-12-31`.
package enum MatchMigrations {
    package static let all: [Migration] = [
        Migration("matches-1", reason: "Figures laid beside what people tell, what is done with that, and who knows an area well") { dialect in
            let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return [
                """
                CREATE TABLE ring_match (
                    id TEXT PRIMARY KEY,
                    area TEXT NOT NULL,
                    owner TEXT NOT NULL REFERENCES organisation (id),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                    theme TEXT NOT NULL,
                    relation TEXT NOT NULL CHECK (relation IN
                        ('spreekt-tegen', 'bevestigt', 'verklaart', 'niet-te-vergelijken', 'niet-gemeten', 'niet-verteld')),
                    explanation TEXT NOT NULL CHECK (length(explanation) <= 4000),
                    figure TEXT,
                    partner_words TEXT CHECK (length(partner_words) BETWEEN 1 AND 4000),
                    partner_source TEXT CHECK (length(partner_source) BETWEEN 1 AND 400),
                    partner_kind TEXT CHECK (partner_kind IN ('systeem', 'straat')),
                    conversation TEXT REFERENCES conversation (id),
                    mark TEXT,
                    coding_theme INTEGER,
                    statement TEXT REFERENCES contribution (id),
                    added_on TEXT NOT NULL CHECK (length(added_on) = 10),
                    added_by TEXT,
                    CHECK (figure IS NULL OR partner_words IS NULL),
                    CHECK ((partner_words IS NULL) = (partner_source IS NULL) AND (partner_words IS NULL) = (partner_kind IS NULL)),
                    CHECK (statement IS NULL OR conversation IS NOT NULL),
                    CHECK (figure IS NOT NULL OR partner_words IS NOT NULL OR relation = 'niet-gemeten'),
                    CHECK (conversation IS NOT NULL OR relation = 'niet-verteld')
                ) \(unordered)
                """,
                "CREATE INDEX ring_match_area ON ring_match (area)",
                """
                CREATE TABLE ring_match_quote (
                    match_id TEXT PRIMARY KEY REFERENCES ring_match (id),
                    contribution TEXT NOT NULL REFERENCES contribution (id),
                    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1000)
                ) \(unordered)
                """,
                "CREATE INDEX ring_match_quote_contribution ON ring_match_quote (contribution)",
                """
                CREATE TABLE ring_match_change (
                    match_id TEXT NOT NULL REFERENCES ring_match (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    state TEXT NOT NULL CHECK (state IN ('open', 'besproken', 'opgelost', 'verschil-blijft')),
                    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
                    changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
                    changed_by TEXT,
                    PRIMARY KEY (match_id, number)
                ) \(unordered)
                """,
                """
                CREATE TABLE area_knower (
                    id TEXT PRIMARY KEY,
                    area TEXT NOT NULL,
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                    kind TEXT NOT NULL CHECK (kind IN ('bewoners', 'ondernemers', 'organisatie', 'vrijwilligers', 'plek')),
                    knows TEXT NOT NULL CHECK (length(knows) BETWEEN 1 AND 1000),
                    contact TEXT NOT NULL CHECK (length(contact) <= 400),
                    added_by TEXT
                ) \(unordered)
                """,
                "CREATE INDEX area_knower_area ON area_knower (area)",
            ]
        }
    ]
}
