import Core
import People
import SQL

// MARK: The next of a series

extension MeetingStore {
    /// Begins the next meeting of a series from one before it: the same facts, audience and programme, at other hours and without speakers and subgroups, as
    /// these are of that day.
    ///
    /// - Parameters:
    ///   - start: milliseconds since 1970; it lasts as long as the one it is copied from
    ///   - terms: keys of the labels it gets
    /// - Throws: ``Fault``
    @discardableResult
    package func copy(_ id: Identifier, startingAt start: Int64, terms: Set<String> = [], from origin: Origin) async throws -> Meeting {
        try await journal.write(from: origin) { transaction in
            guard let known = try MeetingRows.meeting(id, transaction) else { throw Fault.unknown }
            var facts = known.facts
            let shift = start - facts.startsAt
            (facts.number, facts.subject) = (nil, "")
            (facts.startsAt, facts.endsAt) = (facts.startsAt + shift, facts.endsAt + shift)
            facts.closesAt = facts.closesAt.map { $0 + shift }
            facts.opensAt = facts.opensAt.map { $0 + shift }
            let new = Identifier(at: origin.time), meeting = try Self.insert(new, facts, known.programme, transaction, origin)
            try Self.label(new, terms, at: origin.time, transaction)
            try Self.copyItems(from: id, to: new, at: origin.time, transaction)
            return (meeting, Self.event("meeting.added", new, ["programme": known.programme.description, "from": id.description]))
        }
    }

    private static func copyItems(from meeting: Identifier, to new: Identifier, at now: Int64, _ transaction: Transaction) throws {
        for (index, item) in try MeetingRows.items(of: meeting, transaction).enumerated() {
            try transaction.execute(
                """
                INSERT INTO programme_item (id, meeting, number, kind, title, body, minutes)
                VALUES (\(Identifier(at: now).description), \(new.description), \(index + 1), \(item.facts.kind), \(item.facts.title), \(item.facts.text),
                    \(item.facts.minutes))
                """)
        }
    }

    /// Takes a draft away, with all of it: nobody has seen it yet.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow`` for one that is public
    package func removeDraft(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard let meeting = try MeetingRows.hold(id, transaction) else { throw Fault.unknown }
            guard !meeting.isPublic else { throw Fault.notNow }
            try Self.label(id, [], at: origin.time, transaction)
            let items: Query = "SELECT id FROM programme_item WHERE meeting = \(id.description)"
            try transaction.execute("DELETE FROM item_speaker WHERE item IN (\(items))")
            try transaction.execute("DELETE FROM item_need WHERE item IN (\(items))")
            try transaction.execute("DELETE FROM subgroup WHERE meeting = \(id.description)")
            try transaction.execute("DELETE FROM programme_item WHERE meeting = \(id.description)")
            try transaction.execute("DELETE FROM meeting_audience WHERE meeting = \(id.description)")
            try transaction.execute("DELETE FROM meeting_state WHERE meeting = \(id.description)")
            try transaction.execute("DELETE FROM meeting WHERE id = \(id.description)")
            return ((), Self.event("meeting.removed", id))
        }
    }

    /// Takes out who was erased: as speaker, as leader, and as who did something (AVG art. 17). What was said on a programme in their name goes too.
    package static func forget(_ person: Identifier, in transaction: Transaction) throws {
        let id = person.description
        try transaction.execute("DELETE FROM item_speaker WHERE person = \(id)")
        try transaction.execute("UPDATE subgroup SET leader = '', leader_person = NULL WHERE leader_person = \(id)")
        try transaction.execute("UPDATE meeting_state SET actor = NULL WHERE actor = \(id)")
    }
}
