import SQL

/// The tables of workshops. Appended to, never edited. Days are `2027-12-31`.
package enum WorkshopMigrations {
    package static let all: [Migration] = [
        Migration("workshop-1", reason: "Workshops with their options, and what each table brought in, every correction kept") { _ in
            [
                """
                CREATE TABLE workshop (
                    id TEXT PRIMARY KEY,
                    conversation TEXT NOT NULL REFERENCES conversation (id),
                    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
                    question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 600),
                    tables INTEGER NOT NULL CHECK (tables BETWEEN 1 AND 40),
                    closed_on TEXT CHECK (length(closed_on) = 10),
                    UNIQUE (conversation, number)
                )
                """,
                """
                CREATE TABLE workshop_option (
                    workshop TEXT NOT NULL REFERENCES workshop (id),
                    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 20),
                    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 300),
                    PRIMARY KEY (workshop, number)
                )
                """,
                """
                CREATE TABLE workshop_table (
                    workshop TEXT NOT NULL REFERENCES workshop (id),
                    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 40),
                    version INTEGER NOT NULL CHECK (version >= 1),
                    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 100),
                    entered_on TEXT NOT NULL CHECK (length(entered_on) = 10),
                    entered_by TEXT,
                    PRIMARY KEY (workshop, number, version)
                )
                """,
                """
                CREATE TABLE workshop_dots (
                    workshop TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    version INTEGER NOT NULL,
                    choice INTEGER NOT NULL,
                    dots INTEGER CHECK (dots BETWEEN 0 AND 500),
                    PRIMARY KEY (workshop, number, version, choice),
                    FOREIGN KEY (workshop, number, version) REFERENCES workshop_table (workshop, number, version),
                    FOREIGN KEY (workshop, choice) REFERENCES workshop_option (workshop, number)
                )
                """,
            ]
        }
    ]
}
