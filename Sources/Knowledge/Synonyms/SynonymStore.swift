import Core
import People
import SQL

/// Reads and writes the synonyms, which begin with ``ShippedSynonyms``. The only writer of `synonym`.
package struct SynonymStore: Sendable {
    private let database: Database
    private let journal: Journal

    package typealias Fault = SynonymGroup.Words.Fault

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    static let migrations: [Migration] = [
        Migration("words-1", reason: "Words that mean the same, where they differ from those that come along") { _ in
            [
                """
                CREATE TABLE synonym (
                    id TEXT PRIMARY KEY,
                    words_nl TEXT NOT NULL,
                    words_en TEXT NOT NULL,
                    changed_at BIGINT NOT NULL,
                    retired_at BIGINT
                )
                """
            ]
        }
    ]

    /// All groups, by their first word: the same on both engines.
    package func all(withRetired: Bool = false) async throws -> [SynonymGroup] {
        try await database.read { try Self.all($0) }.filter { withRetired || $0.retiredAt == nil }
    }

    private static func all(_ reading: Reading) throws -> [SynonymGroup] {
        let kept = try reading.all("SELECT id, words_nl, words_en, retired_at FROM synonym") { row in
            SynonymGroup(
                key: try row.string(0), words: .init(nl: try row.string(1), en: try row.string(2)), retiredAt: try row.optionalInt(3).map(Int64.init))
        }
        let changed = Set(kept.map(\.key))
        let all = (kept + ShippedSynonyms.all.filter { !changed.contains($0.key) }).map { (first: ($0.words.all.first ?? "").lowercased(), group: $0) }
        return all.sorted { ($0.first, $0.group.key) < ($1.first, $1.group.key) }.map(\.group)
    }

    /// - Throws: ``Fault``
    @discardableResult
    package func add(_ words: SynonymGroup.Words, from origin: Origin) async throws -> SynonymGroup {
        if let fault = words.fault { throw fault }
        let group = SynonymGroup(key: Identifier(at: origin.time).description, words: words)
        try await keep("synonym.added", from: origin) { _ in group }
        return group
    }

    /// - Throws: ``Fault``
    package func change(_ key: String, to words: SynonymGroup.Words, from origin: Origin) async throws {
        if let fault = words.fault { throw fault }
        try await keep("synonym.changed", from: origin) { groups in
            guard let group = groups.first(where: { $0.key == key && $0.retiredAt == nil }) else { throw Fault.unknown }
            return SynonymGroup(key: group.key, words: words)
        }
    }

    /// Takes a group out of use, or into it again.
    ///
    /// - Throws: ``Fault/unknown``
    package func setRetired(_ isRetired: Bool, _ key: String, from origin: Origin) async throws {
        try await keep(isRetired ? "synonym.retired" : "synonym.resumed", from: origin) { groups in
            guard let group = groups.first(where: { $0.key == key && ($0.retiredAt == nil) == isRetired }) else { throw Fault.unknown }
            return group.retired(at: isRetired ? origin.time : nil)
        }
    }

    /// Writes a group over what was kept of it, or over the one that comes along.
    private func keep(_ action: String, from origin: Origin, _ make: @escaping @Sendable ([SynonymGroup]) throws -> SynonymGroup) async throws {
        try await journal.write(from: origin) { transaction in
            let group = try make(try Self.all(transaction))
            let nl = group.words.nl.joined(separator: "\n"), en = group.words.en.joined(separator: "\n")
            try transaction.execute(
                """
                INSERT INTO synonym (id, words_nl, words_en, changed_at, retired_at)
                VALUES (\(group.key), \(nl), \(en), \(origin.time), \(group.retiredAt))
                ON CONFLICT (id) DO UPDATE SET words_nl = excluded.words_nl, words_en = excluded.words_en, changed_at = excluded.changed_at,
                    retired_at = excluded.retired_at
                """)
            return ((), Event(action, Event.Thing("synonym", group.key)))
        }
    }
}
