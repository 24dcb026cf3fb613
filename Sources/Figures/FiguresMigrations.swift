import SQL

/// The tables of figures. Appended to, never edited.
package enum FiguresMigrations {
    package static let all: [Migration] = [
        Migration("figures-1", reason: "Editions of sources with their packed columns, what was noticed at import, and fetched pages") { dialect in
            [
                """
                CREATE TABLE edition (
                    id BIGINT PRIMARY KEY,
                    source TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number >= 1),
                    title TEXT NOT NULL,
                    publisher TEXT NOT NULL,
                    table_number TEXT,
                    address TEXT,
                    licence TEXT NOT NULL,
                    attribution TEXT NOT NULL,
                    boundary_year BIGINT NOT NULL,
                    retrieved_at BIGINT,
                    modified_at BIGINT,
                    imported_at BIGINT NOT NULL,
                    digest TEXT NOT NULL,
                    row_count BIGINT NOT NULL CHECK (row_count >= 0),
                    part TEXT,
                    codes \(dialect.bytes) NOT NULL,
                    UNIQUE (source, number)
                )
                """,
                """
                CREATE TABLE edition_column (
                    edition BIGINT NOT NULL REFERENCES edition (id),
                    indicator TEXT NOT NULL,
                    period TEXT NOT NULL,
                    measure TEXT NOT NULL CHECK (measure IN ('value', 'lower', 'upper')),
                    status TEXT NOT NULL,
                    cells \(dialect.bytes) NOT NULL,
                    reasons \(dialect.bytes) NOT NULL,
                    PRIMARY KEY (edition, indicator, period, measure)
                )
                """,
                """
                CREATE TABLE edition_spread (
                    edition BIGINT NOT NULL REFERENCES edition (id),
                    indicator TEXT NOT NULL,
                    period TEXT NOT NULL,
                    level TEXT NOT NULL,
                    missing BIGINT NOT NULL CHECK (missing >= 0),
                    spread \(dialect.bytes) NOT NULL,
                    PRIMARY KEY (edition, indicator, period, level)
                )
                """,
                """
                CREATE TABLE edition_note (
                    edition BIGINT NOT NULL REFERENCES edition (id),
                    position BIGINT NOT NULL,
                    severity TEXT NOT NULL CHECK (severity IN ('warning', 'note')),
                    source_row BIGINT,
                    source_column TEXT,
                    value TEXT,
                    reason_nl TEXT NOT NULL,
                    reason_en TEXT NOT NULL,
                    PRIMARY KEY (edition, position)
                )
                """,
                """
                CREATE TABLE fetched_page (
                    page TEXT PRIMARY KEY,
                    body \(dialect.bytes) NOT NULL,
                    fetched_at BIGINT NOT NULL
                )
                """,
            ]
        }
    ]
}
