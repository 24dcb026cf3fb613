import SQL

/// The tables of areas. Appended to, never edited.
package enum AreasMigrations {
    package static let all: [Migration] = [
        Migration("areas-1", reason: "Areas by boundary year, their shapes and neighbours, and a log of what was imported") { dialect in
            [
                """
                CREATE TABLE area (
                    year BIGINT NOT NULL CHECK (year BETWEEN 1900 AND 2200),
                    code TEXT NOT NULL CHECK (length(code) BETWEEN 4 AND 10),
                    level TEXT NOT NULL CHECK (level IN ('land', 'provincie', 'gemeente', 'wijk', 'buurt')),
                    name TEXT NOT NULL CHECK (name <> ''),
                    parent TEXT,
                    postcode TEXT,
                    land_hectares DOUBLE PRECISION CHECK (land_hectares >= 0),
                    PRIMARY KEY (year, code)
                )
                """,
                """
                CREATE TABLE area_shape (
                    year BIGINT NOT NULL,
                    code TEXT NOT NULL,
                    min_x DOUBLE PRECISION NOT NULL,
                    min_y DOUBLE PRECISION NOT NULL,
                    max_x DOUBLE PRECISION NOT NULL,
                    max_y DOUBLE PRECISION NOT NULL,
                    label_x DOUBLE PRECISION NOT NULL,
                    label_y DOUBLE PRECISION NOT NULL,
                    square_metres DOUBLE PRECISION NOT NULL CHECK (square_metres >= 0),
                    outline \(dialect.bytes) NOT NULL,
                    shape \(dialect.bytes) NOT NULL,
                    PRIMARY KEY (year, code),
                    FOREIGN KEY (year, code) REFERENCES area (year, code)
                )
                """,
                "CREATE INDEX area_shape_box ON area_shape (year, min_x, max_x, min_y, max_y)",
                """
                CREATE TABLE area_neighbours (
                    year BIGINT NOT NULL,
                    level TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('queen', 'rook')),
                    codes \(dialect.bytes) NOT NULL,
                    starts \(dialect.bytes) NOT NULL,
                    neighbours \(dialect.bytes) NOT NULL,
                    islands BIGINT NOT NULL,
                    PRIMARY KEY (year, level, kind)
                )
                """,
                """
                CREATE TABLE area_import (
                    id BIGINT PRIMARY KEY,
                    year BIGINT NOT NULL,
                    level TEXT,
                    source TEXT NOT NULL,
                    digest TEXT NOT NULL,
                    areas BIGINT NOT NULL,
                    repaired BIGINT NOT NULL DEFAULT 0,
                    licence TEXT,
                    attribution TEXT,
                    imported_at BIGINT NOT NULL
                )
                """,
            ]
        }
    ]
}
