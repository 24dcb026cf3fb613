import Core
import People
import SQL

// MARK: The programme of a meeting: composed per meeting, from no fixed template (AGD-10)

extension MeetingStore {
    /// Which way something goes in its order.
    package enum Way: String, Sendable, Hashable, CaseIterable {
        case up = "omhoog"
        case down = "omlaag"
    }

    /// Adds an item as the last.
    ///
    /// - Parameter needs: of participants that it answers (AGD-11)
    /// - Throws: ``Fault``
    @discardableResult
    package func addItem(
        _ facts: ProgrammeItem.Facts, speakers: [Speaker] = [], needs: Set<Identifier> = [], to meeting: Identifier, from origin: Origin
    ) async throws -> Identifier {
        try Self.check(facts)
        let id = Identifier(at: origin.time)
        return try await compose(meeting, "item-added", from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO programme_item (id, meeting, number, kind, title, body, minutes)
                VALUES (\(id.description), \(meeting.description),
                    (SELECT COALESCE(MAX(number), 0) + 1 FROM programme_item WHERE meeting = \(meeting.description)), \(facts.kind), \(facts.title),
                    \(facts.text), \(facts.minutes))
                """)
            try Self.write(speakers, needs, of: id, transaction)
            return id
        }
    }

    /// Writes an item anew. One with subgroups stays of its kind.
    ///
    /// - Throws: ``Fault``
    package func changeItem(
        _ item: Identifier, to facts: ProgrammeItem.Facts, speakers: [Speaker], needs: Set<Identifier>, of meeting: Identifier, from origin: Origin
    ) async throws {
        try Self.check(facts)
        try await compose(meeting, "item-changed", from: origin) { transaction in
            if facts.kind != .subgroups, try Self.count("subgroup", of: item, transaction) > 0 { throw Fault.inUse }
            let changed = try transaction.execute(
                """
                UPDATE programme_item SET kind = \(facts.kind), title = \(facts.title), body = \(facts.text), minutes = \(facts.minutes)
                WHERE id = \(item.description) AND meeting = \(meeting.description)
                """)
            guard changed == 1 else { throw Fault.unknown }
            try Self.write(speakers, needs, of: item, transaction)
        }
    }

    /// Takes an item out; one with subgroups only after these.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/inUse``
    package func removeItem(_ item: Identifier, of meeting: Identifier, from origin: Origin) async throws {
        try await compose(meeting, "item-removed", from: origin) { transaction in
            guard try Self.count("subgroup", of: item, transaction) == 0 else { throw Fault.inUse }
            try transaction.execute("DELETE FROM item_speaker WHERE item = \(item.description)")
            try transaction.execute("DELETE FROM item_need WHERE item = \(item.description)")
            let removed = try transaction.execute("DELETE FROM programme_item WHERE id = \(item.description) AND meeting = \(meeting.description)")
            guard removed == 1 else { throw Fault.unknown }
        }
    }

    /// Changes places with the one before or behind it; the first does not go up.
    ///
    /// - Throws: ``Fault/unknown``
    package func moveItem(_ item: Identifier, _ way: Way, in meeting: Identifier, from origin: Origin) async throws {
        try await compose(meeting, "item-moved", from: origin) { transaction in
            let order = try transaction.all("SELECT id, number FROM programme_item WHERE meeting = \(meeting.description) ORDER BY number") {
                (id: try $0.string(0), number: try $0.int(1))
            }
            guard let here = order.firstIndex(where: { $0.id == item.description }) else { throw Fault.unknown }
            let there = way == .up ? here - 1 : here + 1
            guard order.indices.contains(there) else { return }
            // Never two with one number: the index looks after every statement.
            try transaction.execute("UPDATE programme_item SET number = 0 WHERE id = \(order[here].id)")
            try transaction.execute("UPDATE programme_item SET number = \(order[here].number) WHERE id = \(order[there].id)")
            try transaction.execute("UPDATE programme_item SET number = \(order[there].number) WHERE id = \(order[here].id)")
        }
    }

    // MARK: Subgroups

    /// Adds a group to an item of that kind.
    ///
    /// - Throws: ``Fault``
    @discardableResult
    package func addSubgroup(_ facts: Subgroup.Facts, to item: Identifier, of meeting: Identifier, from origin: Origin) async throws -> Identifier {
        try Self.check(facts)
        let id = Identifier(at: origin.time)
        return try await compose(meeting, "subgroup-added", from: origin) { transaction in
            let kind = try transaction.first(
                "SELECT kind FROM programme_item WHERE id = \(item.description) AND meeting = \(meeting.description)"
            ) { try $0.string(0) }
            guard let kind else { throw Fault.unknown }
            guard kind == ProgrammeItem.Kind.subgroups.rawValue else { throw Fault.inUse }
            try Self.check([facts.leader].compactMap(\.self), transaction)
            try transaction.execute(
                """
                INSERT INTO subgroup (id, meeting, item, number, title, question, leader, leader_person, organisation, organisation_name, place, join_link,
                    maximum)
                VALUES (\(id.description), \(meeting.description), \(item.description),
                    (SELECT COALESCE(MAX(number), 0) + 1 FROM subgroup WHERE item = \(item.description)), \(facts.title), \(facts.question),
                    \(facts.leader?.name ?? ""), \(facts.leader?.person?.description), \(facts.leader?.organisation?.description),
                    \(facts.leader?.organisationName ?? ""), \(facts.place), \(facts.joinLink), \(facts.maximum))
                """)
            return id
        }
    }

    /// Writes a group anew. Registration is told, as its maximum may have been raised.
    ///
    /// - Throws: ``Fault``
    package func changeSubgroup(_ subgroup: Identifier, to facts: Subgroup.Facts, of meeting: Identifier, from origin: Origin) async throws {
        try Self.check(facts)
        try await compose(meeting, "subgroup-changed", tells: true, from: origin) { transaction in
            try Self.check([facts.leader].compactMap(\.self), transaction)
            let changed = try transaction.execute(
                """
                UPDATE subgroup SET title = \(facts.title), question = \(facts.question), leader = \(facts.leader?.name ?? ""),
                    leader_person = \(facts.leader?.person?.description), organisation = \(facts.leader?.organisation?.description),
                    organisation_name = \(facts.leader?.organisationName ?? ""), place = \(facts.place), join_link = \(facts.joinLink),
                    maximum = \(facts.maximum)
                WHERE id = \(subgroup.description) AND meeting = \(meeting.description)
                """)
            guard changed == 1 else { throw Fault.unknown }
        }
    }

    /// Takes a group away that nobody has chosen.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/inUse``
    package func removeSubgroup(_ subgroup: Identifier, of meeting: Identifier, from origin: Origin) async throws {
        do {
            try await compose(meeting, "subgroup-removed", from: origin) { transaction in
                let removed = try transaction.execute("DELETE FROM subgroup WHERE id = \(subgroup.description) AND meeting = \(meeting.description)")
                guard removed == 1 else { throw Fault.unknown }
            }
        } catch SQLError.constraint(.foreignKey, _, _) {
            throw Fault.inUse
        }
    }

    // MARK: All writes together

    /// Writes in the programme of a meeting that still can be changed, with one event.
    ///
    /// - Parameter tells: whether places may have come free
    @discardableResult
    private func compose<Result: Sendable>(
        _ meeting: Identifier, _ action: String, tells: Bool = false, from origin: Origin, _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        try await journal.write(from: origin) { [taking] transaction in
            guard let held = try MeetingRows.hold(meeting, transaction) else { throw Fault.unknown }
            guard held.publication != .cancelled else { throw Fault.over }
            let result = try body(transaction)
            try transaction.execute("UPDATE meeting SET updated_at = \(origin.time) WHERE id = \(meeting.description)")
            if tells { try taking.changed(MeetingChange([.capacity], before: held, after: held), origin, transaction) }
            return (result, Self.event("meeting.\(action)", meeting))
        }
    }

    private static func check(_ facts: ProgrammeItem.Facts) throws {
        guard MeetingRules.fits(facts.title, 1...200), MeetingRules.fits(facts.text, 0...4000), (1...1440).contains(facts.minutes) else {
            throw Fault.facts(.text)
        }
    }

    private static func check(_ facts: Subgroup.Facts) throws {
        guard MeetingRules.fits(facts.title, 1...200), MeetingRules.fits(facts.question, 0...1000), MeetingRules.fits(facts.place, 0...200) else {
            throw Fault.facts(.text)
        }
        guard facts.joinLink.isEmpty || MeetingRules.isLink(facts.joinLink) else { throw Fault.facts(.link) }
        guard facts.maximum.map({ (1...MeetingRules.most).contains($0) }) ?? true else { throw Fault.facts(.capacity) }
    }

    /// Everyone named is there, or is nobody in particular.
    private static func check(_ speakers: [Speaker], _ transaction: Transaction) throws {
        for speaker in speakers {
            guard MeetingRules.fits(speaker.name, 1...200), MeetingRules.fits(speaker.organisationName, 0...200) else { throw Fault.facts(.text) }
            if let person = speaker.person?.description {
                let found = try transaction.first("SELECT 1 FROM person WHERE id = \(person) AND closed_at IS NULL") { try $0.int(0) }
                guard found != nil else { throw Fault.unknownSpeaker }
            }
            if let organisation = speaker.organisation?.description {
                let found = try transaction.first("SELECT 1 FROM organisation WHERE id = \(organisation)") { try $0.int(0) }
                guard found != nil else { throw Fault.unknownSpeaker }
            }
        }
    }

    private static func write(_ speakers: [Speaker], _ needs: Set<Identifier>, of item: Identifier, _ transaction: Transaction) throws {
        try check(speakers, transaction)
        try transaction.execute("DELETE FROM item_speaker WHERE item = \(item.description)")
        for (index, speaker) in speakers.enumerated() {
            try transaction.execute(
                """
                INSERT INTO item_speaker (item, number, name, person, organisation, organisation_name)
                VALUES (\(item.description), \(index + 1), \(speaker.name), \(speaker.person?.description), \(speaker.organisation?.description),
                    \(speaker.organisationName))
                """)
        }
        try transaction.execute("DELETE FROM item_need WHERE item = \(item.description)")
        for need in needs.sorted() {
            try transaction.execute("INSERT INTO item_need (item, need) VALUES (\(item.description), \(need.description))")
        }
    }

    private static func count(_ table: StaticString, of item: Identifier, _ reading: Reading) throws -> Int {
        try reading.first("SELECT COUNT(*) FROM \(raw: table) WHERE item = \(item.description)") { try $0.int(0) } ?? 0
    }
}
