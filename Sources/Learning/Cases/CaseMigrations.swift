import SQL

/// The table of cases and of the versions of them that are shared.
package enum CaseMigrations {
    package static let all: [Migration] = [
        Migration("cases-1", reason: "Cases from practice, and versions of them to share") { _ in
            [
                """
                CREATE TABLE practice_case (
                    id TEXT PRIMARY KEY,
                    bringer TEXT REFERENCES person (id),
                    group_id TEXT REFERENCES intervision_group (id),
                    original TEXT REFERENCES practice_case (id),
                    state TEXT NOT NULL CHECK (state IN ('besloten', 'concept', 'gecontroleerd', 'gedeeld', 'ingetrokken')),
                    titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 150),
                    situatie TEXT NOT NULL,
                    vraag TEXT NOT NULL,
                    aanpak TEXT NOT NULL,
                    methoden TEXT NOT NULL,
                    samenwerking TEXT NOT NULL,
                    rol TEXT NOT NULL,
                    stappen TEXT NOT NULL,
                    werkt TEXT NOT NULL,
                    werkt_niet TEXT NOT NULL,
                    uitkomst TEXT NOT NULL,
                    overgenomen TEXT NOT NULL,
                    area TEXT,
                    size_class TEXT CHECK (size_class IN ('tot-20000', 'tot-50000', 'tot-100000', 'tot-250000', 'vanaf-250000')),
                    urbanity TEXT CHECK (urbanity IN ('1', '2', '3', '4', '5')),
                    fit TEXT NOT NULL CHECK (fit IN ('inhoud', 'eigen-aandeel', 'dilemma')),
                    domains TEXT NOT NULL,
                    external BIGINT NOT NULL CHECK (external IN (0, 1)),
                    source TEXT,
                    inspired_by TEXT,
                    names TEXT NOT NULL,
                    added_at BIGINT NOT NULL,
                    published_at BIGINT CHECK (published_at IS NOT NULL OR state NOT IN ('gedeeld', 'ingetrokken')),
                    CHECK ((original IS NULL) = (state = 'besloten'))
                )
                """,
                // One version of a case is being written or is shared; what was taken back stays out of the way.
                "CREATE UNIQUE INDEX practice_case_version ON practice_case (original) WHERE original IS NOT NULL AND state <> 'ingetrokken'",
                "CREATE INDEX practice_case_group ON practice_case (group_id)",
                "CREATE INDEX practice_case_bringer ON practice_case (bringer)",
                "CREATE INDEX practice_case_state ON practice_case (state)",
            ]
        }
    ]
}
