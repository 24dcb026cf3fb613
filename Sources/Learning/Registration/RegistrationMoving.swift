import Core
import People
import SQL

extension RegistrationStore {
    /// Goes to another date in one transaction: the old place goes only when the new one is certain (5.2, rule 9; MTG-22).
    ///
    /// - Returns: the registration for the other date
    /// - Throws: ``Fault/full`` where there is no place at once, and then nothing changes; ``Fault/taken`` for who has a place there; ``Fault/over``,
    ///   ``Fault/state``, ``Fault/unknown``
    package func move(_ id: Identifier, to meeting: Identifier, from origin: Origin) async throws -> Registration {
        guard let old = try await find(id)?.meeting, old != meeting else { throw Fault.unknown }
        let site = try await siteName()
        return try await journal.write(from: origin) { transaction in
            // Both in one order, so that two people who change places never wait for each other.
            var doors: [Identifier: MeetingDoor] = [:]
            for held in [old, meeting].sorted() { doors[held] = try MeetingDoor.hold(held, next: held == meeting ? 1 : 0, in: transaction) }
            guard let here = doors[old], let there = doors[meeting],
                let registration = try Self.find(id, transaction), Self.areOfOne(here, there)
            else { throw Fault.unknown }
            guard registration.standing == .registered, origin.time < here.facts.startsAt else { throw Fault.state }
            guard there.shut(at: origin.time) == nil else { throw Fault.over }
            guard try living([registration.mail], at: meeting, transaction).isEmpty else { throw Fault.taken }
            let moved = try take(registration, at: there, site: site, from: origin, in: transaction)
            guard try Self.step(id, from: .registered, to: .moved, from: origin, in: transaction) else { throw Fault.state }
            try Self.cause(.moved, of: id, from: origin, in: transaction)
            try giveTurns(of: here, from: origin, in: transaction)
            return (moved, Self.event("registration.moved", id, ["from": old.description, "to": meeting.description]))
        }
    }

    /// Meetings that can stand in for each other: of one part of a programme, or of the programme itself.
    private static func areOfOne(_ here: MeetingDoor, _ there: MeetingDoor) -> Bool {
        here.programme == there.programme && here.facts.part == there.facts.part
    }

    private func take(
        _ registration: Registration, at door: MeetingDoor, site: String, from origin: Origin, in transaction: Transaction
    ) throws -> Registration {
        var state = try PlaceState(door, transaction)
        var draft = registration.draft
        // Groups belong to one meeting.
        draft.subgroup = nil
        let way = door.ways.contains(draft.way) ? draft.way : door.mainWay
        let entry = PlaceEntry(number: door.lastNumber, way: way, role: draft.role, municipality: draft.municipality)
        let list = WaitingList(of: door.id, transaction)
        var waiting: [PlaceEntry] = []
        while let other = try list.next() { waiting.append(other) }
        guard RegistrationDesk.admit(entry, state.rules, state.tally, list: waiting, at: origin.time) == .registered else { throw Fault.full }
        let mails = RegistrationMails(door: door, site: site, installation: installation, organizer: organizer)
        var rows = RegistrationRows(self)
        let moved = try admit([draft], number: door.lastNumber, path: .otherDate, &state, mails, &rows, from: origin, in: transaction).first
        guard let moved, moved.standing == .registered else { throw Fault.full }
        try rows.finish(in: transaction)
        return moved
    }

    /// Where someone can go instead: other meetings of the same part that are open, the earliest first.
    package func otherDates(for registration: Registration, at now: Int64) async throws -> [MeetingDoor] {
        try await database.read { reading in
            guard let here = try MeetingDoor.find(registration.meeting, reading) else { return [] }
            let doors = try reading.all(
                """
                SELECT \(MeetingDoor.columns) FROM meeting WHERE programme = \(here.programme.description)
                    AND COALESCE(part, '') = \(here.facts.part?.description ?? "") AND starts_at > \(now) AND id <> \(here.id.description)
                ORDER BY starts_at, id LIMIT 50
                """
            ) { try MeetingDoor($0) }
            return try doors.filter { door in try door.shut(at: now) == nil && living([registration.mail], at: door.id, reading).isEmpty }
        }
    }
}
