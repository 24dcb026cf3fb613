import Core
import People
import SQL

/// Reads and writes groups, who is in them and their own methods. The only writer of these tables.
package struct IntervisionGroupStore: Sendable {
    let database: Database
    let journal: Journal
    let notices: NoticeStore

    package init(_ database: Database, journal: Journal, notices: NoticeStore) {
        self.database = database
        self.journal = journal
        self.notices = notices
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such group or member, or the group has ended.
        case unknown
        /// In it or asked already.
        case already
        /// Somebody has to facilitate.
        case lastFacilitator
    }

    // MARK: Groups

    /// Makes a group. Who makes it facilitates it.
    package func add(
        name: String, programme: Identifier, part: Identifier?, agreements: IntervisionGroup.Agreements, by person: Identifier, from origin: Origin
    ) async throws -> Identifier {
        let id = Identifier(at: origin.time), now = origin.time
        return try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO intervision_group (id, name, programme, part, attendance, confidentiality, facilitating, replacement, added_at)
                VALUES (\(id.description), \(name), \(programme.description), \(part?.description), \(agreements.attendance), \(agreements.confidentiality),
                    \(agreements.facilitating), \(agreements.replacement), \(now))
                """)
            try Self.put(person, in: id, facilitates: true, .member, at: now, transaction)
            return (id, Self.event("intervision.group-added", id))
        }
    }

    static func event(_ action: String, _ group: Identifier) -> Event { Event(action, Event.Thing("intervision-group", group.description)) }

    private static func put(
        _ person: Identifier, in group: Identifier, facilitates: Bool, _ state: IntervisionMember.State, at now: Int64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO intervision_member (group_id, person, facilitates, state, invited_at, changed_at)
            VALUES (\(group.description), \(person.description), \(facilitates), \(state), \(now), \(now))
            ON CONFLICT (group_id, person) DO UPDATE SET facilitates = excluded.facilitates, state = excluded.state, invited_at = excluded.invited_at,
                changed_at = excluded.changed_at
            """)
    }

    /// Changes nothing, but holds the group, so that it does not end and nobody comes or goes meanwhile.
    static func hold(_ group: Identifier, _ transaction: Transaction) throws {
        let held = try transaction.execute("UPDATE intervision_group SET ended_at = NULL WHERE id = \(group.description) AND ended_at IS NULL")
        guard held == 1 else { throw Fault.unknown }
    }

    package func change(_ group: Identifier, name: String, agreements: IntervisionGroup.Agreements, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(group, transaction)
            try transaction.execute(
                """
                UPDATE intervision_group SET name = \(name), attendance = \(agreements.attendance), confidentiality = \(agreements.confidentiality),
                    facilitating = \(agreements.facilitating), replacement = \(agreements.replacement) WHERE id = \(group.description)
                """)
            return ((), Self.event("intervision.group-changed", group))
        }
    }

    /// Ends a group: nothing new is planned, and it can still be read.
    package func end(_ group: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(group, transaction)
            try transaction.execute("UPDATE intervision_group SET ended_at = \(origin.time) WHERE id = \(group.description)")
            return ((), Self.event("intervision.group-ended", group))
        }
    }

    // MARK: Members

    /// Asks someone. Whoever declined or left may be asked again.
    ///
    /// - Throws: ``Fault``
    package func invite(_ person: Identifier, to group: Identifier, facilitates: Bool = false, from origin: Origin) async throws {
        try await journal.write(from: origin) { [notices] transaction in
            try Self.hold(group, transaction)
            let state = try Self.state(of: person, in: group, transaction)
            guard state != .member && state != .invited else { throw Fault.already }
            try Self.put(person, in: group, facilitates: facilitates, .invited, at: origin.time, transaction)
            try notices.tell(IntervisionNotice.invitation.kind, IntervisionNotice.invited(group), to: [person], from: origin, in: transaction)
            return ((), Self.event("intervision.member-invited", group))
        }
    }

    private static func state(of person: Identifier, in group: Identifier, _ reading: Reading) throws -> IntervisionMember.State? {
        try reading.first("SELECT state FROM intervision_member WHERE group_id = \(group.description) AND person = \(person.description)") { try $0.raw(0) }
    }

    /// What someone who was asked says.
    package func answer(_ accepts: Bool, _ person: Identifier, in group: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(group, transaction)
            let state: IntervisionMember.State = accepts ? .member : .declined
            let changed = try transaction.execute(
                """
                UPDATE intervision_member SET state = \(state), changed_at = \(origin.time)
                WHERE group_id = \(group.description) AND person = \(person.description) AND state = 'gevraagd'
                """)
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event(accepts ? "intervision.member-joined" : "intervision.member-declined", group))
        }
    }

    /// Someone leaves, or is taken out or not asked any more by who facilitates.
    package func remove(_ person: Identifier, from group: Identifier, origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(group, transaction)
            let facilitators = try transaction.all(
                "SELECT person FROM intervision_member WHERE group_id = \(group.description) AND state = 'lid' AND facilitates = 1"
            ) { try $0.string(0) }
            guard facilitators != [person.description] else { throw Fault.lastFacilitator }
            let changed = try transaction.execute(
                """
                UPDATE intervision_member SET state = 'weg', changed_at = \(origin.time)
                WHERE group_id = \(group.description) AND person = \(person.description) AND state IN ('lid', 'gevraagd')
                """)
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event("intervision.member-left", group))
        }
    }

    /// Lets a member facilitate as well, or no longer.
    package func setFacilitates(_ facilitates: Bool, _ person: Identifier, in group: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(group, transaction)
            let others =
                try transaction.first(
                    """
                    SELECT COUNT(*) FROM intervision_member
                    WHERE group_id = \(group.description) AND state = 'lid' AND facilitates = 1 AND person <> \(person.description)
                    """
                ) { try $0.int(0) } ?? 0
            guard facilitates || others > 0 else { throw Fault.lastFacilitator }
            let changed = try transaction.execute(
                """
                UPDATE intervision_member SET facilitates = \(facilitates), changed_at = \(origin.time)
                WHERE group_id = \(group.description) AND person = \(person.description) AND state = 'lid'
                """)
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event("intervision.member-changed", group))
        }
    }
}

// MARK: Reading

extension IntervisionGroupStore {
    package func find(_ id: Identifier) async throws -> IntervisionGroup? {
        try await database.read { try Self.groups(where: "id = \(id.description)", $0).first }
    }

    /// The groups that someone is in or was asked for, by name.
    package func groups(of person: Identifier) async throws -> [IntervisionGroup] {
        try await database.read { reading in
            let found = try Self.groups(
                where: "id IN (SELECT group_id FROM intervision_member WHERE person = \(person.description) AND state IN ('lid', 'gevraagd'))", reading)
            return found.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
        }
    }

    private static func groups(where condition: Query, _ reading: Reading) throws -> [IntervisionGroup] {
        let members = try reading.all(
            """
            SELECT group_id, person, facilitates, state, invited_at FROM intervision_member
            WHERE group_id IN (SELECT id FROM intervision_group WHERE \(condition)) ORDER BY invited_at, person
            """
        ) { row in
            (
                try row.string(0),
                IntervisionMember(
                    person: try row.identifier(1), isFacilitator: try row.bool(2), state: try row.raw(3), invitedAt: Int64(try row.int(4)))
            )
        }
        let byGroup = Dictionary(grouping: members, by: \.0)
        return try reading.all(
            """
            SELECT id, name, programme, part, attendance, confidentiality, facilitating, replacement, added_at, ended_at FROM intervision_group
            WHERE \(condition) ORDER BY id
            """
        ) { row in
            let id = try row.identifier(0)
            return IntervisionGroup(
                id: id, name: try row.string(1), programme: try row.identifier(2), part: try row.optionalString(3).flatMap { Identifier($0) },
                agreements: IntervisionGroup.Agreements(
                    attendance: try row.string(4), confidentiality: try row.string(5), facilitating: try row.string(6), replacement: try row.string(7)),
                addedAt: Int64(try row.int(8)), endedAt: try row.optionalInt(9).map(Int64.init), members: byGroup[id.description]?.map(\.1) ?? [])
        }
    }
}
