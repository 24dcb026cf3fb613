import SQL

extension PeopleMigrations {
    /// Files that belong to things; the bytes are in a folder.
    static let files = Migration("files-1", reason: "Files that belong to things, with the smaller ones of pictures") { _ in
        [
            """
            CREATE TABLE attachment (
                id TEXT PRIMARY KEY,
                thing_kind TEXT,
                thing_id TEXT,
                person TEXT REFERENCES person (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                kind TEXT NOT NULL,
                alt TEXT NOT NULL,
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                size BIGINT NOT NULL CHECK (size > 0),
                width BIGINT,
                height BIGINT,
                added_at BIGINT NOT NULL,
                waits_until BIGINT,
                CHECK ((thing_kind IS NULL) = (thing_id IS NULL)),
                CHECK ((thing_kind IS NULL) = (waits_until IS NOT NULL)),
                CHECK ((width IS NULL) = (height IS NULL)),
                CHECK (thing_kind IS NULL OR width IS NULL OR length(alt) > 0)
            )
            """,
            "CREATE INDEX attachment_thing ON attachment (thing_kind, thing_id)",
            "CREATE INDEX attachment_person ON attachment (person)",
            "CREATE INDEX attachment_digest ON attachment (digest)",
            """
            CREATE TABLE attachment_thumbnail (
                attachment TEXT NOT NULL REFERENCES attachment (id),
                width BIGINT NOT NULL,
                height BIGINT NOT NULL,
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                size BIGINT NOT NULL CHECK (size > 0),
                PRIMARY KEY (attachment, width)
            )
            """,
            "CREATE INDEX attachment_thumbnail_digest ON attachment_thumbnail (digest)",
        ]
    }
}
