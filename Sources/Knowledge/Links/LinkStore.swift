import Core
import People
import SQL

/// Reads and writes the links that people lay. The only writer of `thing_link`; links to labels are kept by ``TermStore``.
package struct LinkStore: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// Things of these kinds cannot stand to each other like this, or not by hand; or it is a thing and itself.
        case doesNotFit
        case already
        /// No such link, or it follows from what stands elsewhere.
        case unknown
        /// The label is not there, or no longer in use.
        case unknownTerm
    }

    /// Lays a link. Whether both ends are there, and are the actor's to link, is for the caller to know.
    ///
    /// - Throws: ``Fault``
    package func add(_ link: Link, from origin: Origin) async throws {
        guard link.fits, Relation.byHand.contains(link.relation) else { throw Fault.doesNotFit }
        try await journal.write(from: origin) { transaction in
            let isNew =
                if link.relation == .about {
                    try Self.label(link, at: origin.time, in: transaction)
                } else {
                    try transaction.execute(
                        """
                        INSERT INTO thing_link (from_kind, from_key, relation, to_kind, to_key, added_at)
                        VALUES (\(link.from.kind), \(link.from.key), \(link.relation), \(link.to.kind), \(link.to.key), \(origin.time)) ON CONFLICT DO NOTHING
                        """) == 1
                }
            guard isNew else { throw Fault.already }
            return ((), Self.event("link.added", link))
        }
    }

    private static func label(_ link: Link, at time: Int64, in transaction: Transaction) throws -> Bool {
        do {
            return try TermStore.add(link.to.key, to: thing(link.from), at: time, in: transaction)
        } catch TermDraft.Fault.unknownTerm {
            throw Fault.unknownTerm
        }
    }

    /// Takes a link away.
    ///
    /// - Throws: ``Fault/unknown``
    package func remove(_ link: Link, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let wasThere =
                if link.relation == .about {
                    try TermStore.remove(link.to.key, from: Self.thing(link.from), in: transaction)
                } else {
                    try transaction.execute(
                        """
                        DELETE FROM thing_link WHERE from_kind = \(link.from.kind) AND from_key = \(link.from.key) AND relation = \(link.relation)
                            AND to_kind = \(link.to.kind) AND to_key = \(link.to.key)
                        """) == 1
                }
            guard wasThere else { throw Fault.unknown }
            return ((), Self.event("link.removed", link))
        }
    }

    /// The ends stand in the details: they are names of things, never of people.
    private static func event(_ action: String, _ link: Link) -> Event {
        Event(action, Event.Thing("link", link.from.description), details: ["relation": link.relation.rawValue, "to": link.to.description])
    }

    private static func thing(_ reference: ThingReference) -> Event.Thing { Event.Thing(reference.kind.rawValue, reference.key) }

    // MARK: Reading

    /// Every link that people laid, with the labels they gave. What a later version left that is not known here is left out.
    package func all() async throws -> Set<Link> {
        try await database.read { reading in
            let links = try reading.all("SELECT from_kind, from_key, relation, to_kind, to_key FROM thing_link", Self.link)
            let labels = try reading.all("SELECT thing_kind, thing_id, 'gaat-over', 'onderwerp', term FROM labelling", Self.link)
            return Set((links + labels).compactMap(\.self).filter(\.fits))
        }
    }

    /// The links that people laid from or to a thing, as of now.
    package func all(of thing: ThingReference) async throws -> Set<Link> {
        try await database.read { reading in
            let links = try reading.all(
                """
                SELECT from_kind, from_key, relation, to_kind, to_key FROM thing_link
                WHERE (from_kind = \(thing.kind) AND from_key = \(thing.key)) OR (to_kind = \(thing.kind) AND to_key = \(thing.key))
                """, Self.link)
            let condition: Query =
                thing.kind == .term ? "term = \(thing.key)" : "thing_kind = \(thing.kind) AND thing_id = \(thing.key)"
            let labels = try reading.all("SELECT thing_kind, thing_id, 'gaat-over', 'onderwerp', term FROM labelling WHERE \(condition)", Self.link)
            return Set((links + labels).compactMap(\.self).filter(\.fits))
        }
    }

    private static func link(_ row: Row) throws -> Link? {
        guard let from = SearchEntry.Kind(rawValue: try row.string(0)), let relation = Relation(rawValue: try row.string(2)),
            let to = SearchEntry.Kind(rawValue: try row.string(3))
        else { return nil }
        return Link(ThingReference(from, try row.string(1)), relation, ThingReference(to, try row.string(4)))
    }
}
