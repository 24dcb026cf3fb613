import Core
import SQL

extension PeopleMigrations {
    /// What an installation is called and looks like (ORG-23).
    static let settings = Migration("people-8", reason: "The name, tagline, colours and language of the installation") { _ in
        [
            """
            CREATE TABLE installation_setting (
                id BIGINT PRIMARY KEY CHECK (id = 1),
                version BIGINT NOT NULL,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
                tagline_nl TEXT NOT NULL,
                tagline_en TEXT NOT NULL,
                main_colour TEXT,
                accent_colour TEXT,
                language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
                changed_at BIGINT NOT NULL
            )
            """
        ]
    }
}

/// What an installation is called and looks like.
package struct InstallationLook: Sendable, Hashable {
    package var name: String
    /// One line below the name; empty for none.
    package var tagline: Localized
    package var theme: Theme
    /// Of people who are added, and of who says nothing about the language they read.
    package var language: Language

    package init(name: String, tagline: Localized = Localized(""), theme: Theme = Theme(main: nil, accent: nil), language: Language = .nl) {
        self.name = name
        self.tagline = tagline
        self.theme = theme
        self.language = language
    }
}

/// Reads and writes the look of the installation. The only writer of that table.
package struct SettingsStore: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// Another number after every change; 0 before the first.
    package func version() async throws -> Int64 {
        try await database.read { reading in
            try reading.first("SELECT version FROM installation_setting WHERE id = 1") { Int64(try $0.int(0)) } ?? 0
        }
    }

    /// What was chosen; nil while nothing was.
    package func look() async throws -> InstallationLook? {
        try await database.read { try Self.look($0) }
    }

    static func look(_ reading: Reading) throws -> InstallationLook? {
        try reading.first("SELECT name, tagline_nl, tagline_en, main_colour, accent_colour, language FROM installation_setting WHERE id = 1") { row in
            let theme = Theme(main: try row.optionalString(3).flatMap { Colour($0) }, accent: try row.optionalString(4).flatMap { Colour($0) })
            return InstallationLook(
                name: try row.string(0), tagline: Localized(nl: try row.string(1), en: try row.string(2)), theme: theme, language: try row.raw(5))
        }
    }

    /// Writes the look, and in the journal which parts changed.
    package func save(_ look: InstallationLook, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let before = try Self.look(transaction)
            try transaction.execute(
                """
                INSERT INTO installation_setting (id, version, name, tagline_nl, tagline_en, main_colour, accent_colour, language, changed_at)
                VALUES (1, 1, \(look.name), \(look.tagline.nl), \(look.tagline.en), \(look.theme.main?.description), \(look.theme.accent?.description),
                    \(look.language), \(origin.time))
                ON CONFLICT (id) DO UPDATE SET version = installation_setting.version + 1, name = excluded.name, tagline_nl = excluded.tagline_nl,
                    tagline_en = excluded.tagline_en, main_colour = excluded.main_colour, accent_colour = excluded.accent_colour,
                    language = excluded.language, changed_at = excluded.changed_at
                """)
            let changed = [
                ("name", before?.name != look.name), ("tagline", before?.tagline != look.tagline), ("theme", before?.theme != look.theme),
                ("language", before?.language != look.language),
            ]
            let names = changed.filter(\.1).map(\.0).joined(separator: " ")
            return ((), Event("installation.changed", nil, details: names.isEmpty ? [:] : ["parts": names]))
        }
    }
}

extension Installation {
    /// What it is called now: as an administrator chose, or else as it was installed.
    func name(in reading: Reading) throws -> String { try SettingsStore.look(reading)?.name ?? name }
}
