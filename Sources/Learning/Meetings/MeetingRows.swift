import Core
import SQL

/// Reads meetings within a transaction: for the store, and for registration, which decides on the same rows.
package enum MeetingRows {
    private static let columns: Query = """
        id, programme, part, number, title, subject, purpose, kind, form, starts_at, ends_at, place, address, join_link, capacity, online_capacity, opens_at,
        CASE WHEN own_closing = 1 THEN closes_at END, closed_circle, price, preparation, subgroup_mode, balances, area, sequence, added_at, updated_at
        """

    /// Nil where there is none.
    package static func meeting(_ id: Identifier, _ reading: Reading) throws -> Meeting? {
        try meetings(where: "id = \(id.description)", reading).first
    }

    /// Changes nothing, but holds the row: who decides on places of this meeting at the same moment waits, and sees what was decided.
    ///
    /// - Returns: the meeting as it is now; nil where there is none
    package static func hold(_ id: Identifier, _ transaction: Transaction) throws -> Meeting? {
        try transaction.execute("UPDATE meeting SET updated_at = updated_at WHERE id = \(id.description)") == 1 ? meeting(id, transaction) : nil
    }

    /// In the order of their start.
    ///
    /// - Parameter condition: on the columns of `meeting`
    package static func meetings(where condition: Query, _ reading: Reading) throws -> [Meeting] {
        let inside: Query = "IN (SELECT id FROM meeting WHERE \(condition))"
        var steps: [String: [MeetingStep]] = [:], audience: [String: Set<Role>] = [:]
        try reading.each("SELECT meeting, state, at, actor, reason FROM meeting_state WHERE meeting \(inside) ORDER BY meeting, number") { row in
            let step = MeetingStep(
                try row.raw(1), at: Int64(try row.int(2)), by: try row.optionalString(3).flatMap { Identifier($0) }, reason: try row.string(4))
            steps[try row.string(0), default: []].append(step)
        }
        try reading.each("SELECT meeting, role FROM meeting_audience WHERE meeting \(inside)") { row in
            // A role that is no more does not close the meeting to everyone.
            if let role = Role(rawValue: try row.string(1)) { audience[try row.string(0), default: []].insert(role) }
        }
        return try reading.all("SELECT \(columns) FROM meeting WHERE \(condition) ORDER BY starts_at, id") { row in
            let id = try row.string(0)
            return try meeting(row, steps: steps[id] ?? [], audience: audience[id] ?? [])
        }
    }

    private static func meeting(_ row: Row, steps: [MeetingStep], audience: Set<Role>) throws -> Meeting {
        guard let id = Identifier(try row.string(0)), let programme = Identifier(try row.string(1)) else {
            throw SQLError.value(column: "meeting", "is not one")
        }
        let facts = Meeting.Facts(
            part: try row.optionalString(2).flatMap { Identifier($0) }, number: try row.optionalInt(3), title: try row.string(4), subject: try row.string(5),
            purpose: try row.string(6), kind: try row.raw(7), form: try row.raw(8), startsAt: Int64(try row.int(9)), endsAt: Int64(try row.int(10)),
            place: try row.string(11), address: try row.string(12), joinLink: try row.string(13), capacity: try row.optionalInt(14),
            onlineCapacity: try row.optionalInt(15), opensAt: try row.optionalInt(16).map(Int64.init), closesAt: try row.optionalInt(17).map(Int64.init),
            audience: audience, isClosedCircle: try row.bool(18), price: try row.string(19), preparation: try row.int(20), subgroups: try row.raw(21),
            balances: try row.bool(22), area: try row.optionalValue(23))
        return Meeting(
            id: id, programme: programme, facts: facts, sequence: try row.int(24), steps: steps, addedAt: Int64(try row.int(25)),
            updatedAt: Int64(try row.int(26)))
    }

    // MARK: Programme

    /// The programme in its order.
    package static func items(of meeting: Identifier, _ reading: Reading) throws -> [ProgrammeItem] {
        let id = meeting.description
        let inside: Query = "IN (SELECT id FROM programme_item WHERE meeting = \(id))"
        var speakers: [String: [Speaker]] = [:], needs: [String: Set<Identifier>] = [:], subgroups: [String: [Subgroup]] = [:]
        try reading.each(
            "SELECT item, name, person, organisation, organisation_name FROM item_speaker WHERE item \(inside) ORDER BY item, number"
        ) { speakers[try $0.string(0), default: []].append(try speaker($0, from: 1)) }
        try reading.each("SELECT item, need FROM item_need WHERE item \(inside)") { row in
            if let need = Identifier(try row.string(1)) { needs[try row.string(0), default: []].insert(need) }
        }
        try reading.each("SELECT \(subgroupColumns), item FROM subgroup WHERE meeting = \(id) ORDER BY item, number") { row in
            subgroups[try row.string("item"), default: []].append(try subgroup(row))
        }
        return try reading.all("SELECT id, kind, title, body, minutes FROM programme_item WHERE meeting = \(id) ORDER BY number") { row in
            let key = try row.string(0)
            guard let item = Identifier(key) else { throw SQLError.value(column: "programme_item", "is not one") }
            let facts = ProgrammeItem.Facts(kind: try row.raw(1), title: try row.string(2), text: try row.string(3), minutes: try row.int(4))
            return ProgrammeItem(id: item, facts: facts, speakers: speakers[key] ?? [], subgroups: subgroups[key] ?? [], needs: needs[key] ?? [])
        }
    }

    private static let subgroupColumns: Query =
        "id, meeting, title, question, place, join_link, maximum, leader, leader_person, organisation, organisation_name"

    /// Those of a meeting, in the order of its programme.
    package static func subgroups(of meeting: Identifier, _ reading: Reading) throws -> [Subgroup] {
        try reading.all(
            """
            SELECT \(subgroupColumns) FROM subgroup WHERE meeting = \(meeting.description)
            ORDER BY (SELECT number FROM programme_item WHERE programme_item.id = subgroup.item), number
            """, subgroup)
    }

    package static func subgroup(_ id: Identifier, _ reading: Reading) throws -> Subgroup? {
        try reading.first("SELECT \(subgroupColumns) FROM subgroup WHERE id = \(id.description)", subgroup)
    }

    private static func subgroup(_ row: Row) throws -> Subgroup {
        guard let id = Identifier(try row.string(0)), let meeting = Identifier(try row.string(1)) else {
            throw SQLError.value(column: "subgroup", "is not one")
        }
        let leader = try row.string(7).isEmpty ? nil : speaker(row, from: 7)
        let facts = Subgroup.Facts(
            title: try row.string(2), question: try row.string(3), leader: leader, place: try row.string(4), joinLink: try row.string(5),
            maximum: try row.optionalInt(6))
        return Subgroup(id: id, meeting: meeting, facts: facts)
    }

    private static func speaker(_ row: Row, from index: Int) throws -> Speaker {
        Speaker(
            name: try row.string(index), person: try row.optionalString(index + 1).flatMap { Identifier($0) },
            organisation: try row.optionalString(index + 2).flatMap { Identifier($0) }, organisationName: try row.string(index + 3))
    }
}
