import Core
import People
import SQL

/// What organisers do with the list of a meeting. They may raise the number of places, never go past it.
extension RegistrationStore {
    /// Takes someone off: of who had a place the place comes free, who waited or had an offer is off the list. They are told.
    package func remove(_ id: Identifier, from origin: Origin) async throws {
        _ = try await write(id, from: origin) { registration, door, transaction in
            guard origin.time < door.facts.startsAt else { throw Fault.over }
            let next: RegistrationStanding? =
                switch registration.standing {
                case .registered: .cancelled
                case .waiting: .left
                case .offered: .declined
                default: nil
                }
            guard let next, try Self.step(id, from: registration.standing, to: next, from: origin, in: transaction) else { throw Fault.state }
            if next == .declined, try entry(of: registration, standing: .offered, transaction).isEmpty {
                try end(registration.number, of: door.id, as: "afgewezen", in: transaction)
            }
            try Self.cause(.removed, of: id, from: origin, in: transaction)
            try giveTurns(of: door, from: origin, in: transaction)
            return Self.event("registration.removed", id, ["meeting": door.id.description])
        }
    }

    // MARK: Places

    /// Raises or lowers the number of places. Lowering takes nobody's place away; what is raised is offered in the order of the list.
    ///
    /// - Parameters:
    ///   - capacity: in the place, or online where the meeting is only there; nil for no limit
    ///   - online: where both are possible; nil for no limit
    package func setPlaces(_ capacity: Int?, online: Int?, of meeting: Identifier, from origin: Origin) async throws {
        try await changePlaces(of: meeting, "registration.places-changed", from: origin) { door, transaction in
            guard origin.time < door.facts.endsAt, !door.isCancelled else { throw Fault.over }
            let online = door.facts.form == .both ? online : nil
            try transaction.execute(
                """
                UPDATE meeting SET capacity = \(capacity), online_capacity = \(online), updated_at = \(origin.time) WHERE id = \(meeting.description)
                """)
        }
    }

    /// Keeps places for a group until a moment (D-06). What it had is replaced.
    package func reserve(_ group: ReservedGroup, _ places: Int, until: Int64, of meeting: Identifier, from origin: Origin) async throws {
        let (kind, key) = group.stored
        try await changePlaces(of: meeting, "registration.places-kept", from: origin) { door, transaction in
            guard places >= 1, until > origin.time, until <= door.facts.closing else { throw Fault.over }
            try transaction.execute(
                """
                INSERT INTO reserved_place (id, meeting, group_kind, group_key, places, until_at)
                VALUES (\(Identifier(at: origin.time).description), \(meeting.description), \(kind), \(key), \(places), \(until))
                ON CONFLICT (meeting, group_kind, group_key) DO UPDATE SET places = excluded.places, until_at = excluded.until_at
                """)
        }
    }

    package func unreserve(_ lot: Identifier, of meeting: Identifier, from origin: Origin) async throws {
        try await changePlaces(of: meeting, "registration.places-released", from: origin) { _, transaction in
            let gone = try transaction.execute("DELETE FROM reserved_place WHERE id = \(lot.description) AND meeting = \(meeting.description)")
            guard gone == 1 else { throw Fault.unknown }
        }
    }

    /// A write that may free places: with the meeting held, and those whose turn it is get their offer in the same transaction.
    private func changePlaces(
        of meeting: Identifier, _ action: String, from origin: Origin, _ body: @escaping @Sendable (MeetingDoor, Transaction) throws -> Void
    ) async throws {
        try await journal.write(from: origin) { transaction in
            guard let before = try MeetingDoor.hold(meeting, in: transaction) else { throw Fault.unknown }
            try body(before, transaction)
            guard let door = try MeetingDoor.find(meeting, transaction) else { throw Fault.unknown }
            try giveTurns(of: door, from: origin, in: transaction)
            return ((), Self.meetingEvent(action, meeting))
        }
    }

    // MARK: Subgroups

    /// Writes a division that organisers looked at: each of these people is in that group afterwards, and is told where that is another one.
    ///
    /// - Parameter pinned: who stays where they are when people are divided anew
    /// - Throws: ``Fault/full`` where a group would get more than its maximum, ``Fault/unknown`` for a group or person of another meeting
    package func assign(_ places: [Identifier: Identifier], pinned: Set<Identifier> = [], of meeting: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard let door = try MeetingDoor.hold(meeting, in: transaction) else { throw Fault.unknown }
            guard origin.time < door.facts.endsAt, door.facts.subgroups != .choice else { throw Fault.state }
            let groups = try Set(MeetingRows.subgroups(of: meeting, transaction).map(\.id))
            var moved = 0
            for (person, group) in places.sorted(by: { $0.key < $1.key }) {
                guard groups.contains(group) else { throw Fault.unknown }
                let isPinned = pinned.contains(person) ? 1 : 0
                let changed = try transaction.execute(
                    """
                    UPDATE registration SET subgroup = \(group.description), pinned = \(isPinned)
                    WHERE id = \(person.description) AND meeting = \(meeting.description) AND standing = 'ingeschreven'
                        AND (subgroup IS NULL OR subgroup <> \(group.description))
                    """)
                if changed == 1 {
                    moved += 1
                    try Self.cause(.subgroup, of: person, occasion: "\(group) \(origin.time)", from: origin, in: transaction)
                } else {
                    try transaction.execute(
                        "UPDATE registration SET pinned = \(isPinned) WHERE id = \(person.description) AND meeting = \(meeting.description)")
                }
            }
            try RegistrationTally.count(meeting, in: transaction)
            let isOver = try transaction.first(
                """
                SELECT subgroup.id FROM subgroup
                JOIN registration_tally ON registration_tally.subgroup = subgroup.id AND registration_tally.standing = 'ingeschreven'
                WHERE subgroup.meeting = \(meeting.description) AND subgroup.maximum IS NOT NULL
                GROUP BY subgroup.id, subgroup.maximum HAVING SUM(people) > subgroup.maximum
                """
            ) { try $0.string(0) }
            guard isOver == nil else { throw Fault.full }
            return ((), Self.meetingEvent("registration.divided", meeting, ["people": String(places.count), "moved": String(moved)]))
        }
    }

    // MARK: Attendance

    /// Notes who was there; from the start on. Who is not in it stays as they are.
    package func setAttendance(_ attendance: [Identifier: Attendance], of meeting: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard let door = try MeetingDoor.find(meeting, transaction) else { throw Fault.unknown }
            guard origin.time >= door.facts.startsAt else { throw Fault.state }
            var changed = 0
            for (id, attendance) in attendance.sorted(by: { $0.key < $1.key }) {
                changed += try transaction.execute(
                    """
                    UPDATE registration SET attendance = \(attendance) WHERE id = \(id.description) AND meeting = \(meeting.description)
                        AND standing = 'ingeschreven'
                    """)
            }
            return ((), Self.meetingEvent("registration.attended", meeting, ["people": String(changed)]))
        }
    }
}

extension ReservedGroup {
    /// What the database keeps.
    var stored: (kind: String, key: String) {
        switch self {
        case .role(let role): ("rol", role.rawValue)
        case .municipality(let code): ("gemeente", code)
        }
    }
}
