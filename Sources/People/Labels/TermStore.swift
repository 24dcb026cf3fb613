import Core
import SQL

/// Reads and writes the vocabulary, which begins with ``ShippedTerms``, and which thing has which label. The only writer of `term` and `labelling`.
package struct TermStore: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    private static let columns: Query = "id, vocabulary, parent, name_nl, name_en, scales, retired_at"

    /// All terms, themes first, those of one level by their Dutch name: the same on both engines.
    package func all(withRetired: Bool = false) async throws -> [Term] {
        try await database.read { try Self.all($0) }.filter { withRetired || $0.retiredAt == nil }
    }

    private static func all(_ reading: Reading) throws -> [Term] {
        let kept = try reading.all("SELECT \(columns) FROM term", term), changed = Set(kept.map(\.key))
        return (kept + ShippedTerms.all.filter { !changed.contains($0.key) }).sorted { left, right in
            let order = Term.Vocabulary.allCases
            let (one, other) = (order.firstIndex(of: left.vocabulary) ?? 0, order.firstIndex(of: right.vocabulary) ?? 0)
            return (one, left.name.nl.lowercased(), left.key) < (other, right.name.nl.lowercased(), right.key)
        }
    }

    private static func term(_ row: Row) throws -> Term {
        Term(
            key: try row.string(0), vocabulary: try row.raw(1), parent: try row.optionalString(2),
            name: Localized(nl: try row.string(3), en: try row.string(4)),
            scales: try row.string(5).split(separator: " ").compactMap { Term.Scale(rawValue: String($0)) }, retiredAt: try row.optionalInt(6).map(Int64.init))
    }

    /// Adds a term. Its key is made of its Dutch name.
    ///
    /// - Throws: ``TermDraft/Fault``
    @discardableResult
    package func add(_ draft: TermDraft, from origin: Origin) async throws -> Term {
        try await journal.write(from: origin) { transaction in
            let terms = try Self.all(transaction)
            if let fault = draft.fault(among: terms) { throw fault }
            let known = Set(terms.map(\.key)), plain = Term.key(of: draft.name.nl) ?? draft.vocabulary.rawValue
            let key = ([plain] + (2...1_000).map { "\(plain)-\($0)" }).first { !known.contains($0) } ?? plain
            let term = Term(key: key, vocabulary: draft.vocabulary, parent: draft.parent, name: draft.name, scales: draft.scales)
            let added = try transaction.execute(
                """
                INSERT INTO term (id, vocabulary, parent, name_nl, name_en, scales, added_at)
                VALUES (\(key), \(term.vocabulary), \(term.parent), \(term.name.nl), \(term.name.en), \(Self.text(term.scales)), \(origin.time))
                ON CONFLICT DO NOTHING
                """)
            // Another node added it just now.
            guard added == 1 else { throw TermDraft.Fault.nameTaken }
            return (term, Event("term.added", Event.Thing("term", key), details: ["vocabulary": term.vocabulary.rawValue]))
        }
    }

    /// Changes names, place and scales; the vocabulary and the key stay.
    ///
    /// - Throws: ``TermDraft/Fault``
    package func change(_ key: String, to draft: TermDraft, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let terms = try Self.all(transaction)
            guard let term = terms.first(where: { $0.key == key }), term.vocabulary == draft.vocabulary else { throw TermDraft.Fault.unknownTerm }
            if let fault = draft.fault(among: terms, changing: key) { throw fault }
            let new = Term(key: key, vocabulary: term.vocabulary, parent: draft.parent, name: draft.name, scales: draft.scales, retiredAt: term.retiredAt)
            try Self.keep(new, at: origin.time, in: transaction)
            return ((), Event("term.changed", Event.Thing("term", key)))
        }
    }

    /// Takes a term out of use: it is not offered any more, and what has it keeps it.
    ///
    /// - Throws: ``TermDraft/Fault/hasChildren`` while terms below it are in use, ``TermDraft/Fault/unknownTerm``
    package func retire(_ key: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let terms = try Self.all(transaction)
            guard let term = terms.first(where: { $0.key == key && $0.retiredAt == nil }) else { throw TermDraft.Fault.unknownTerm }
            guard !terms.contains(where: { $0.parent == key && $0.retiredAt == nil }) else { throw TermDraft.Fault.hasChildren }
            try Self.keep(term.retired(at: origin.time), at: origin.time, in: transaction)
            return ((), Event("term.retired", Event.Thing("term", key)))
        }
    }

    /// Takes a term into use again, where its name and its place are still free.
    ///
    /// - Throws: ``TermDraft/Fault``
    package func resume(_ key: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let terms = try Self.all(transaction)
            guard let term = terms.first(where: { $0.key == key && $0.retiredAt != nil }) else { throw TermDraft.Fault.unknownTerm }
            let draft = TermDraft(vocabulary: term.vocabulary, parent: term.parent, name: term.name, scales: term.scales)
            if let fault = draft.fault(among: terms, changing: key) { throw fault }
            try Self.keep(term.retired(at: nil), at: origin.time, in: transaction)
            return ((), Event("term.resumed", Event.Thing("term", key)))
        }
    }

    /// Writes a term over what was kept of it, or over the one that comes along.
    private static func keep(_ term: Term, at time: Int64, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO term (id, vocabulary, parent, name_nl, name_en, scales, added_at, retired_at)
            VALUES (\(term.key), \(term.vocabulary), \(term.parent), \(term.name.nl), \(term.name.en), \(text(term.scales)), \(time), \(term.retiredAt))
            ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, name_nl = excluded.name_nl, name_en = excluded.name_en, scales = excluded.scales,
                retired_at = excluded.retired_at
            """)
    }

    private static func text(_ scales: [Term.Scale]) -> String { Term.Scale.allCases.filter(scales.contains).map(\.rawValue).joined(separator: " ") }

    // MARK: Labels on things

    /// Whether a label can be given to things now; those that are shipped have no row of their own until someone changes them.
    package static func isInUse(_ key: String, _ reading: Reading) throws -> Bool {
        try all(reading).contains { $0.key == key && $0.retiredAt == nil }
    }

    /// Gives a thing these labels and no others, in the transaction of the write that says so: its event tells of it.
    ///
    /// - Throws: ``TermDraft/Fault/unknownTerm`` for a term that is not there, or is out of use and was not on the thing yet
    package static func label(_ thing: Event.Thing, with keys: Set<String>, at time: Int64, in transaction: Transaction) throws {
        let before = Set(try labels(of: thing, transaction))
        let usable = Set(try all(transaction).filter { $0.retiredAt == nil }.map(\.key))
        guard keys.isSubset(of: usable.union(before)) else { throw TermDraft.Fault.unknownTerm }
        for key in before.subtracting(keys).sorted() {
            try transaction.execute("DELETE FROM labelling WHERE thing_kind = \(thing.kind) AND thing_id = \(thing.id) AND term = \(key)")
        }
        for key in keys.subtracting(before).sorted() {
            try transaction.execute(
                """
                INSERT INTO labelling (thing_kind, thing_id, term, added_at) VALUES (\(thing.kind), \(thing.id), \(key), \(time)) ON CONFLICT DO NOTHING
                """)
        }
    }

    /// Gives a thing one more label, in the transaction of the write that says so.
    ///
    /// - Returns: whether it did not have it yet
    /// - Throws: ``TermDraft/Fault/unknownTerm`` for a term that is not there or is out of use
    package static func add(_ key: String, to thing: Event.Thing, at time: Int64, in transaction: Transaction) throws -> Bool {
        let before = Set(try labels(of: thing, transaction))
        guard !before.contains(key) else { return false }
        try label(thing, with: before.union([key]), at: time, in: transaction)
        return true
    }

    /// Takes a label off a thing, also one that is out of use, in the transaction of the write that says so.
    ///
    /// - Returns: whether it had it
    package static func remove(_ key: String, from thing: Event.Thing, in transaction: Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM labelling WHERE thing_kind = \(thing.kind) AND thing_id = \(thing.id) AND term = \(key)") == 1
    }

    /// The terms on a thing, also those that are out of use.
    package func labels(of thing: Event.Thing) async throws -> [Term] {
        try await database.read { reading in
            let keys = Set(try Self.labels(of: thing, reading))
            return try Self.all(reading).filter { keys.contains($0.key) }
        }
    }

    /// Keys of the themes and domains on a thing that are in use, for a write that goes by them.
    package static func subjects(of thing: Event.Thing, _ reading: Reading) throws -> Set<String> {
        let keys = Set(try labels(of: thing, reading))
        return Set(try all(reading).filter { keys.contains($0.key) && $0.vocabulary != .goal && $0.retiredAt == nil }.map(\.key))
    }

    private static func labels(of thing: Event.Thing, _ reading: Reading) throws -> [String] {
        try reading.all("SELECT term FROM labelling WHERE thing_kind = \(thing.kind) AND thing_id = \(thing.id) ORDER BY term") { try $0.string(0) }
    }

    /// The things of a kind that have every one of these labels (AGD-13, AGD-19); a theme counts with the subjects below it. By id.
    ///
    /// - Parameter keys: none gives every thing that has a label
    package func things(_ kind: String, with keys: Set<String>) async throws -> [String] {
        try await database.read { reading in
            let terms = try Self.all(reading)
            let parts: [Query] = keys.sorted().map { key in
                let wanted = [key] + terms.filter { $0.parent == key }.map(\.key)
                return "SELECT thing_id FROM labelling WHERE thing_kind = \(kind) AND term IN \(list: wanted)"
            }
            let any: Query = "SELECT DISTINCT thing_id FROM labelling WHERE thing_kind = \(kind)"
            return try reading.all(parts.isEmpty ? any : Query.join(parts, with: " INTERSECT ")) { try $0.string(0) }.sorted()
        }
    }
}
