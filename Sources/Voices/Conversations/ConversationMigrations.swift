import SQL

/// The tables of conversations. Appended to, never edited. Times are milliseconds since 1970, days are `2027-12-31`.
package enum ConversationMigrations {
    package static let all: [Migration] = [
        Migration("conversation-1", reason: "Conversations with residents: what is asked, what is decided with it, and how people take part") { _ in
            [conversation, ways, languages]
        }
    ]

    private static let conversation = """
        CREATE TABLE conversation (
            id TEXT PRIMARY KEY,
            area TEXT NOT NULL CHECK (length(area) BETWEEN 4 AND 10),
            owner TEXT NOT NULL REFERENCES organisation (id),
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 150),
            question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 300),
            decided TEXT NOT NULL CHECK (length(decided) BETWEEN 1 AND 2000),
            not_decided TEXT NOT NULL CHECK (length(not_decided) BETWEEN 1 AND 2000),
            influence TEXT NOT NULL CHECK (influence IN ('meeweten', 'raadplegen', 'adviseren', 'meebeslissen')),
            decider TEXT NOT NULL CHECK (length(decider) BETWEEN 1 AND 200),
            decided_by TEXT NOT NULL CHECK (length(decided_by) = 10),
            afterwards TEXT NOT NULL CHECK (length(afterwards) BETWEEN 1 AND 2000),
            first_day TEXT NOT NULL CHECK (length(first_day) = 10),
            last_day TEXT NOT NULL CHECK (length(last_day) = 10),
            invitation TEXT NOT NULL CHECK (length(invitation) <= 2000),
            house_rules TEXT NOT NULL CHECK (length(house_rules) <= 4000),
            contact TEXT NOT NULL CHECK (length(contact) BETWEEN 1 AND 300),
            level TEXT NOT NULL CHECK (level IN ('open', 'code', 'account')),
            moderation TEXT NOT NULL CHECK (moderation IN ('vooraf', 'achteraf')),
            theme TEXT,
            is_about_home INTEGER NOT NULL CHECK (is_about_home IN (0, 1)),
            opened_at BIGINT,
            closed_at BIGINT CHECK (closed_at >= opened_at),
            added_at BIGINT NOT NULL,
            CHECK (last_day >= first_day),
            CHECK (decided_by >= last_day)
        )
        """

    private static let ways = """
        CREATE TABLE conversation_way (
            conversation TEXT NOT NULL REFERENCES conversation (id),
            way TEXT NOT NULL CHECK (way IN ('scherm', 'papier', 'bijeenkomst', 'hulp', 'telefoon')),
            PRIMARY KEY (conversation, way)
        )
        """

    private static let languages = """
        CREATE TABLE conversation_language (
            conversation TEXT NOT NULL REFERENCES conversation (id),
            number INTEGER NOT NULL,
            language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
            PRIMARY KEY (conversation, language)
        )
        """
}
