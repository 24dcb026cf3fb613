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
        },
        Migration("figures-2", reason: "Own data of a municipality: counts by area and category, what of them may be shown, and custom areas") { dialect in
            [
                """
                CREATE TABLE own_state (
                    id BIGINT PRIMARY KEY CHECK (id = 1),
                    version BIGINT NOT NULL,
                    rounding_key \(dialect.bytes) NOT NULL
                )
                """,
                """
                CREATE TABLE own_revision (
                    id BIGINT PRIMARY KEY,
                    own_table TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number >= 1),
                    title_nl TEXT NOT NULL,
                    title_en TEXT NOT NULL,
                    period TEXT NOT NULL,
                    source TEXT NOT NULL,
                    level TEXT NOT NULL,
                    of_records BIGINT NOT NULL CHECK (of_records IN (0, 1)),
                    boundary_year BIGINT NOT NULL,
                    threshold BIGINT NOT NULL CHECK (threshold >= 1),
                    row_count BIGINT NOT NULL CHECK (row_count >= 0),
                    digest TEXT NOT NULL,
                    imported_at BIGINT NOT NULL,
                    categories TEXT NOT NULL,
                    codes \(dialect.bytes) NOT NULL,
                    UNIQUE (own_table, number)
                )
                """,
                """
                CREATE TABLE own_count (
                    revision BIGINT NOT NULL REFERENCES own_revision (id),
                    area TEXT NOT NULL,
                    category BIGINT NOT NULL CHECK (category >= 0),
                    count BIGINT NOT NULL CHECK (count > 0),
                    PRIMARY KEY (revision, area, category)
                )
                """,
                """
                CREATE TABLE own_cell (
                    revision BIGINT NOT NULL REFERENCES own_revision (id),
                    place TEXT NOT NULL,
                    category BIGINT NOT NULL,
                    shown BIGINT CHECK (shown >= 0),
                    of_number BIGINT,
                    PRIMARY KEY (revision, place, category),
                    CHECK ((shown IS NULL) = (of_number IS NULL))
                )
                """,
                """
                CREATE TABLE own_area (
                    id BIGINT PRIMARY KEY,
                    name TEXT NOT NULL,
                    version BIGINT NOT NULL CHECK (version >= 1),
                    title_nl TEXT NOT NULL,
                    title_en TEXT NOT NULL,
                    boundary_year BIGINT NOT NULL,
                    codes \(dialect.bytes) NOT NULL,
                    created_at BIGINT NOT NULL,
                    removed_at BIGINT,
                    UNIQUE (name, version)
                )
                """,
            ]
        },
    ]
}
