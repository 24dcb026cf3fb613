import Core
import People
import SQL

// What organisations say of items, and what items do to each other.
extension AgendaStore {
    /// Says that an organisation supports an item, and what it brings: one support each, whoever of its members says so (AGD-02).
    package func support(_ item: Identifier, by organisation: Identifier, brings: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.open(item, transaction)
            try transaction.execute(
                """
                INSERT INTO agenda_support (item, organisation, brings, person, at)
                VALUES (\(item.description), \(organisation.description), \(brings), \(origin.person?.description), \(origin.time))
                ON CONFLICT (item, organisation) DO UPDATE SET brings = excluded.brings, person = excluded.person
                """)
            return ((), Self.event("agenda-item.supported", item, ["organisation": organisation.description]))
        }
    }

    /// Takes a support back.
    package func withdrawSupport(_ item: Identifier, of organisation: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.open(item, transaction)
            let gone = try transaction.execute(
                "DELETE FROM agenda_support WHERE item = \(item.description) AND organisation = \(organisation.description)")
            guard gone == 1 else { throw Fault.unknown }
            return ((), Self.event("agenda-item.support-withdrawn", item, ["organisation": organisation.description]))
        }
    }

    package func object(_ item: Identifier, by organisation: Identifier, words: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.open(item, transaction)
            try transaction.execute(
                """
                INSERT INTO agenda_objection (id, item, organisation, words, person, at)
                VALUES (\(Identifier(at: origin.time).description), \(item.description), \(organisation.description), \(words),
                    \(origin.person?.description), \(origin.time))
                """)
            return ((), Self.event("agenda-item.objected", item, ["organisation": organisation.description]))
        }
    }

    /// What the owners say to an objection.
    package func answer(_ objection: Identifier, of item: Identifier, words: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                "UPDATE agenda_objection SET answer = \(words) WHERE id = \(objection.description) AND item = \(item.description)")
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event("agenda-item.objection-answered", item))
        }
    }

    /// Only what has not ended can still be spoken of.
    private static func open(_ item: Identifier, _ transaction: Transaction) throws {
        guard try hold(item, transaction), let state = try items(where: "agenda_item.id = \(item.description)", transaction).first?.state else {
            throw Fault.unknown
        }
        guard state != .done, state != .dropped else { throw Fault.state(state) }
    }

    /// Says what an item does to another of the same agenda; empty words take it away (AGD-16).
    package func setEffect(of item: Identifier, on other: Identifier, words: String, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard item != other, try Self.hold(item, transaction) else { throw Fault.unknown }
            let agendas = try transaction.all(
                "SELECT DISTINCT agenda FROM agenda_item WHERE id IN (\(item.description), \(other.description))"
            ) { try $0.string(0) }
            let both = try transaction.first("SELECT COUNT(*) FROM agenda_item WHERE id IN (\(item.description), \(other.description))") { try $0.int(0) }
            guard agendas.count == 1, both == 2 else { throw Fault.unknown }
            if words.isEmpty {
                try transaction.execute("DELETE FROM agenda_effect WHERE item = \(item.description) AND other = \(other.description)")
            } else {
                try transaction.execute(
                    """
                    INSERT INTO agenda_effect (item, other, words) VALUES (\(item.description), \(other.description), \(words))
                    ON CONFLICT (item, other) DO UPDATE SET words = excluded.words
                    """)
            }
            return ((), Self.event("agenda-item.effect-set", item, ["other": other.description]))
        }
    }
}
