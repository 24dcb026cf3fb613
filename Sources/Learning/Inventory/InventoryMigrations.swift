import SQL

/// The tables of calls, of what people answer, and of the issues that are made of it.
enum InventoryMigrations {
    static let all = [calls, answers, issues, followers]

    /// Of an issue, so that nothing ties an address to an answer; without the time, and in no order.
    private static let followers = Migration("inventory-4", reason: "Addresses of who wants one mail when an issue reaches an agenda") { dialect in
        [
            """
            CREATE TABLE issue_follower (
                issue TEXT NOT NULL REFERENCES learning_issue (id),
                mail TEXT NOT NULL,
                mail_key TEXT NOT NULL,
                language TEXT NOT NULL,
                added_on TEXT NOT NULL,
                PRIMARY KEY (issue, mail_key)
            ) \(dialect == .sqlite ? "WITHOUT ROWID" : "")
            """
        ]
    }

    /// The promise of anonymity stands in a row of its own as soon as a round opens: the call can then not be given another, for that row refers to both.
    private static let calls = Migration("inventory-1", reason: "Calls to say what one wants to learn: questions, channels, rounds, and what was promised") {
        _ in
        [
            """
            CREATE TABLE learning_call (
                id TEXT PRIMARY KEY,
                programme TEXT NOT NULL REFERENCES programme (id),
                part TEXT REFERENCES programme_part (id),
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                goal TEXT NOT NULL CHECK (length(goal) BETWEEN 1 AND 4000),
                anonymity TEXT NOT NULL CHECK (anonymity IN ('anoniem', 'vertrouwelijk', 'op-naam')),
                role_field TEXT NOT NULL CHECK (role_field IN ('verplicht', 'vrij', 'niet')),
                municipality_field TEXT NOT NULL CHECK (municipality_field IN ('verplicht', 'vrij', 'niet')),
                name_field TEXT NOT NULL CHECK (name_field IN ('verplicht', 'vrij', 'niet')),
                mail_field TEXT NOT NULL CHECK (mail_field IN ('verplicht', 'vrij', 'niet')),
                contact_name TEXT NOT NULL CHECK (length(contact_name) BETWEEN 1 AND 200),
                steps BIGINT NOT NULL,
                added_at BIGINT NOT NULL,
                UNIQUE (id, anonymity),
                CHECK (anonymity <> 'anoniem' OR (name_field = 'niet' AND mail_field = 'niet'))
            )
            """,
            "CREATE INDEX learning_call_programme ON learning_call (programme)",
            """
            CREATE TABLE call_promise (
                call TEXT PRIMARY KEY,
                anonymity TEXT NOT NULL,
                made_at BIGINT NOT NULL,
                UNIQUE (call, anonymity),
                FOREIGN KEY (call, anonymity) REFERENCES learning_call (id, anonymity)
            )
            """,
            """
            CREATE TABLE call_question (
                call TEXT NOT NULL REFERENCES learning_call (id),
                number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 9),
                kind TEXT NOT NULL CHECK (kind IN ('vraagstuk', 'bronnen', 'leren', 'aanbod')),
                prompt_nl TEXT NOT NULL CHECK (length(prompt_nl) BETWEEN 1 AND 300),
                prompt_en TEXT NOT NULL CHECK (length(prompt_en) BETWEEN 1 AND 300),
                required BIGINT NOT NULL CHECK (required IN (0, 1)),
                PRIMARY KEY (call, kind),
                UNIQUE (call, number)
            )
            """,
            """
            CREATE TABLE question_set (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
                added_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE question_set_line (
                question_set TEXT NOT NULL REFERENCES question_set (id),
                number BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('vraagstuk', 'bronnen', 'leren', 'aanbod')),
                prompt_nl TEXT NOT NULL,
                prompt_en TEXT NOT NULL,
                required BIGINT NOT NULL CHECK (required IN (0, 1)),
                PRIMARY KEY (question_set, kind)
            )
            """,
            """
            CREATE TABLE call_channel (
                id TEXT PRIMARY KEY,
                call TEXT NOT NULL REFERENCES learning_call (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 80),
                UNIQUE (call, code)
            )
            """,
            """
            CREATE TABLE call_round (
                id TEXT PRIMARY KEY,
                call TEXT NOT NULL REFERENCES learning_call (id),
                number BIGINT NOT NULL CHECK (number >= 1),
                starts_at BIGINT NOT NULL,
                ends_at BIGINT NOT NULL,
                UNIQUE (call, number),
                CHECK (ends_at > starts_at)
            )
            """,
            """
            CREATE TABLE call_round_state (
                round TEXT NOT NULL REFERENCES call_round (id),
                state TEXT NOT NULL CHECK (state IN ('klaargezet', 'uitgewerkt', 'gepubliceerd')),
                set_at BIGINT NOT NULL,
                actor TEXT,
                reason TEXT NOT NULL,
                PRIMARY KEY (round, state)
            )
            """,
            """
            CREATE TABLE call_channel_count (
                round TEXT NOT NULL REFERENCES call_round (id),
                channel TEXT NOT NULL REFERENCES call_channel (id),
                handed BIGINT NOT NULL CHECK (handed >= 1),
                PRIMARY KEY (round, channel)
            )
            """,
        ]
    }

    /// What people answer. An answer holds nobody: no name, no session, no address, no channel, no draft, and a day in place of a time. A name stands beside
    /// it, in a table that takes none for an anonymous answer.
    ///
    /// SQLite keeps these rows in the order of their random names, so that the order in which they came is not kept either.
    private static let answers = Migration("inventory-2", reason: "What people answer, kept apart from who they are") { dialect in
        let unordered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return [
            """
            CREATE TABLE inventory_submission (
                id TEXT PRIMARY KEY,
                call TEXT NOT NULL,
                round TEXT NOT NULL REFERENCES call_round (id),
                anonymity TEXT NOT NULL,
                handed_on TEXT NOT NULL CHECK (length(handed_on) = 10),
                timing TEXT NOT NULL CHECK (timing IN ('op-tijd', 'uitloop', 'te-laat')),
                origin TEXT NOT NULL CHECK (origin IN ('formulier', 'papier')),
                role TEXT,
                municipality TEXT,
                municipality_name TEXT,
                quotable BIGINT NOT NULL CHECK (quotable IN (0, 1)),
                receipt \(dialect.bytes) NOT NULL UNIQUE,
                UNIQUE (id, anonymity),
                FOREIGN KEY (call, anonymity) REFERENCES call_promise (call, anonymity),
                CHECK ((municipality IS NULL) = (municipality_name IS NULL))
            ) \(unordered)
            """,
            "CREATE INDEX inventory_submission_round ON inventory_submission (round)",
            """
            CREATE TABLE inventory_name (
                submission TEXT PRIMARY KEY,
                anonymity TEXT NOT NULL CHECK (anonymity IN ('vertrouwelijk', 'op-naam')),
                name TEXT,
                mail TEXT,
                mail_key TEXT,
                giver TEXT NOT NULL,
                handed_at BIGINT NOT NULL,
                FOREIGN KEY (submission, anonymity) REFERENCES inventory_submission (id, anonymity)
            )
            """,
            "CREATE INDEX inventory_name_mail ON inventory_name (mail_key)",
            """
            CREATE TABLE inventory_entry (
                id TEXT PRIMARY KEY,
                submission TEXT NOT NULL REFERENCES inventory_submission (id),
                kind TEXT NOT NULL CHECK (kind IN ('aanbod', 'behoefte', 'leervraag')),
                words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 3000),
                needs TEXT NOT NULL,
                need_words TEXT NOT NULL,
                context TEXT NOT NULL,
                place TEXT NOT NULL,
                tried TEXT NOT NULL,
                urgent BIGINT NOT NULL CHECK (urgent IN (0, 1)),
                tough BIGINT NOT NULL CHECK (tough IN (0, 1)),
                why_tough TEXT NOT NULL,
                CHECK (kind = 'behoefte' OR (needs = '' AND need_words = '')),
                CHECK (kind = 'leervraag' OR (urgent = 0 AND tough = 0 AND context = '' AND place = '' AND tried = '' AND why_tough = ''))
            ) \(unordered)
            """,
            "CREATE INDEX inventory_entry_submission ON inventory_entry (submission)",
            """
            CREATE TABLE inventory_source (
                submission TEXT NOT NULL REFERENCES inventory_submission (id),
                source TEXT NOT NULL,
                PRIMARY KEY (submission, source)
            ) \(unordered)
            """,
            """
            CREATE TABLE inventory_draft (
                token \(dialect.bytes) PRIMARY KEY,
                call TEXT NOT NULL REFERENCES learning_call (id),
                round TEXT NOT NULL REFERENCES call_round (id),
                fields TEXT NOT NULL,
                saved_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX inventory_draft_saved ON inventory_draft (saved_at)",
            """
            CREATE TABLE inventory_follower (
                round TEXT NOT NULL REFERENCES call_round (id),
                mail TEXT NOT NULL,
                mail_key TEXT NOT NULL,
                language TEXT NOT NULL,
                added_on TEXT NOT NULL,
                PRIMARY KEY (round, mail_key)
            ) \(unordered)
            """,
            """
            CREATE TABLE network_join (
                id TEXT PRIMARY KEY,
                call TEXT NOT NULL REFERENCES learning_call (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                mail TEXT NOT NULL,
                mail_key TEXT NOT NULL,
                language TEXT NOT NULL,
                token \(dialect.bytes) NOT NULL UNIQUE,
                asked_at BIGINT NOT NULL,
                confirmed_at BIGINT,
                UNIQUE (call, mail_key)
            )
            """,
            """
            CREATE TABLE practice_tip (
                id TEXT PRIMARY KEY,
                call TEXT NOT NULL REFERENCES learning_call (id),
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                words TEXT NOT NULL,
                link TEXT NOT NULL,
                name TEXT,
                mail TEXT,
                mail_key TEXT,
                seal TEXT NOT NULL UNIQUE,
                tipped_at BIGINT NOT NULL
            )
            """,
        ]
    }

    /// From answers to issues. Every step is kept as the small changes it is made of, so that it can be taken back.
    private static let issues = Migration("inventory-3", reason: "Fragments of answers, the issues they belong to, and every step of the one who sorts them") {
        _ in
        [
            """
            CREATE TABLE learning_issue (
                id TEXT PRIMARY KEY,
                call TEXT NOT NULL REFERENCES learning_call (id),
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                theme TEXT,
                words TEXT NOT NULL,
                questions TEXT NOT NULL,
                level TEXT CHECK (level IN ('wijk', 'buurt', 'dorp')),
                tough BIGINT NOT NULL CHECK (tough IN (0, 1)),
                why_tough TEXT NOT NULL,
                reinforces TEXT NOT NULL,
                perspective TEXT NOT NULL,
                merged_into TEXT REFERENCES learning_issue (id),
                added_at BIGINT NOT NULL,
                removed_at BIGINT,
                CHECK (tough = 0 OR length(why_tough) > 0),
                CHECK (merged_into <> id)
            )
            """,
            "CREATE INDEX learning_issue_call ON learning_issue (call)",
            """
            CREATE TABLE issue_domain (
                issue TEXT NOT NULL REFERENCES learning_issue (id),
                term TEXT NOT NULL,
                PRIMARY KEY (issue, term)
            )
            """,
            """
            CREATE TABLE answer_fragment (
                id TEXT PRIMARY KEY,
                entry TEXT NOT NULL REFERENCES inventory_entry (id),
                words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 3000),
                marked_at BIGINT NOT NULL,
                aside TEXT CHECK (length(aside) BETWEEN 1 AND 500)
            )
            """,
            "CREATE INDEX answer_fragment_entry ON answer_fragment (entry)",
            """
            CREATE TABLE issue_fragment (
                issue TEXT NOT NULL REFERENCES learning_issue (id),
                fragment TEXT NOT NULL REFERENCES answer_fragment (id),
                PRIMARY KEY (issue, fragment)
            )
            """,
            "CREATE INDEX issue_fragment_fragment ON issue_fragment (fragment)",
            """
            CREATE TABLE issue_step (
                call TEXT NOT NULL REFERENCES learning_call (id),
                number BIGINT NOT NULL,
                kind TEXT NOT NULL,
                made_at BIGINT NOT NULL,
                actor TEXT,
                undone_at BIGINT,
                PRIMARY KEY (call, number)
            )
            """,
            """
            CREATE TABLE issue_change (
                call TEXT NOT NULL,
                step BIGINT NOT NULL,
                number BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('attach', 'detach', 'rename', 'merge', 'create', 'mark', 'aside', 'return')),
                issue TEXT,
                fragment TEXT,
                old_words TEXT,
                new_words TEXT,
                PRIMARY KEY (call, step, number),
                FOREIGN KEY (call, step) REFERENCES issue_step (call, number)
            )
            """,
        ]
    }
}
