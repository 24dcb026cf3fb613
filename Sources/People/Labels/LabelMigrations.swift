import SQL

/// The tables of labels. Appended, never edited.
package enum LabelMigrations {
    package static let all: [Migration] = [
        Migration("labels-1", reason: "Words to label things with, where they differ from those that come along, and which thing has which") { _ in
            [
                """
                CREATE TABLE term (
                    id TEXT PRIMARY KEY,
                    vocabulary TEXT NOT NULL CHECK (vocabulary IN ('thema', 'domein')),
                    parent TEXT,
                    name_nl TEXT NOT NULL CHECK (LENGTH(name_nl) BETWEEN 1 AND 80),
                    name_en TEXT NOT NULL CHECK (LENGTH(name_en) BETWEEN 1 AND 80),
                    scales TEXT NOT NULL,
                    added_at BIGINT NOT NULL,
                    retired_at BIGINT
                )
                """,
                """
                CREATE TABLE labelling (
                    thing_kind TEXT NOT NULL,
                    thing_id TEXT NOT NULL,
                    term TEXT NOT NULL,
                    added_at BIGINT NOT NULL,
                    PRIMARY KEY (thing_kind, thing_id, term)
                )
                """,
                "CREATE INDEX labelling_term ON labelling (term, thing_kind)",
            ]
        },
        Migration("labels-2", reason: "Goals are labels too (ORG-02)") { _ in
            [
                "ALTER TABLE term RENAME TO term_before",
                """
                CREATE TABLE term (
                    id TEXT PRIMARY KEY,
                    vocabulary TEXT NOT NULL CHECK (vocabulary IN ('thema', 'domein', 'doel')),
                    parent TEXT,
                    name_nl TEXT NOT NULL CHECK (LENGTH(name_nl) BETWEEN 1 AND 80),
                    name_en TEXT NOT NULL CHECK (LENGTH(name_en) BETWEEN 1 AND 80),
                    scales TEXT NOT NULL,
                    added_at BIGINT NOT NULL,
                    retired_at BIGINT
                )
                """,
                """
                INSERT INTO term (id, vocabulary, parent, name_nl, name_en, scales, added_at, retired_at)
                SELECT id, vocabulary, parent, name_nl, name_en, scales, added_at, retired_at FROM term_before
                """,
                "DROP TABLE term_before",
            ]
        },
    ]
}
