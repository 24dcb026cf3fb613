import Core
import People
import SQL

/// Reads and writes learning agendas. The only writer of their tables.
package struct AgendaStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such item, or it changed meanwhile.
        case unknown
        /// This cannot follow on the state that it has.
        case state(AgendaItem.State)
        case reasonMissing
        case monthMissing
        /// The counts speak for the other: say why.
        case departs
        /// Nothing stands on the agenda yet.
        case empty
    }

    // MARK: Items

    /// Puts an item on the agenda, as the last. Every item begins as a proposal.
    package func propose(
        _ facts: AgendaItem.Facts, issues: [Identifier] = [], at place: AgendaPlace, from origin: Origin
    ) async throws -> Identifier {
        let id = Identifier(at: origin.time)
        return try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO learning_agenda (id, programme, part, added_at)
                VALUES (\(place.id.description), \(place.programme.description), \(place.part?.description), \(origin.time)) ON CONFLICT (id) DO NOTHING
                """)
            let number = try transaction.first(
                "UPDATE learning_agenda SET last_place = last_place + 1 WHERE id = \(place.id.description) RETURNING last_place"
            ) { try $0.int(0) }
            guard let number else { throw Fault.unknown }
            try transaction.execute(
                """
                INSERT INTO agenda_item (id, agenda, place, title, words, subjects, questions, reinforces, tough, why_tough, perspective, ad_hoc_reason,
                    proposed_by, proposed_for)
                VALUES (\(id.description), \(place.id.description), \(number), \(facts.title), '', '', '', '', 0, '', '', '', \(origin.person?.description),
                    \(origin.organisation?.description))
                """)
            try Self.set(facts, issues, of: id, transaction)
            try Self.add(.proposed, to: id, number: 1, reason: "", month: nil, from: origin, transaction)
            return (id, Self.event("agenda-item.proposed", id))
        }
    }

    /// Writes anew what an item says.
    package func change(_ id: Identifier, to facts: AgendaItem.Facts, issues: [Identifier], from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try Self.hold(id, transaction) else { throw Fault.unknown }
            try Self.set(facts, issues, of: id, transaction)
            return ((), Self.event("agenda-item.changed", id))
        }
    }

    static func event(_ action: String, _ item: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("agenda-item", item.description), details: details)
    }

    /// Makes others wait who write to this item.
    static func hold(_ item: Identifier, _ transaction: Transaction) throws -> Bool {
        try transaction.execute("UPDATE agenda_item SET title = title WHERE id = \(item.description)") == 1
    }

    private static func set(_ facts: AgendaItem.Facts, _ issues: [Identifier], of id: Identifier, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE agenda_item SET title = \(facts.title), words = \(facts.words), theme = \(facts.theme), subjects = \(facts.subjects),
                questions = \(facts.questions), reinforces = \(facts.reinforces), level = \(facts.level), tough = \(facts.isTough),
                why_tough = \(facts.whyTough), perspective = \(facts.perspective), owner_organisation = \(facts.ownerOrganisation?.description),
                owner_person = \(facts.ownerPerson?.description), ad_hoc_reason = \(facts.adHocReason)
            WHERE id = \(id.description)
            """)
        try transaction.execute("DELETE FROM agenda_item_domain WHERE item = \(id.description)")
        for domain in Set(facts.domains).sorted() {
            try transaction.execute("INSERT INTO agenda_item_domain (item, term) VALUES (\(id.description), \(domain))")
        }
        try transaction.execute("DELETE FROM agenda_item_issue WHERE item = \(id.description)")
        for issue in Set(issues).sorted() {
            try transaction.execute("INSERT INTO agenda_item_issue (item, issue) VALUES (\(id.description), \(issue.description))")
        }
    }

    // MARK: States

    /// Brings an item to its next state.
    ///
    /// - Parameters:
    ///   - reason: needed to park or drop it
    ///   - month: needed to plan it
    package func take(_ id: Identifier, to state: AgendaItem.State, reason: String = "", month: Period? = nil, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try Self.hold(id, transaction) else { throw Fault.unknown }
            let last = try transaction.first(
                "SELECT state, number FROM agenda_item_state WHERE item = \(id.description) ORDER BY number DESC LIMIT 1"
            ) { (state: try $0.raw(0, as: AgendaItem.State.self), number: try $0.int(1)) }
            guard let last else { throw Fault.unknown }
            guard last.state.next.contains(state) else { throw Fault.state(last.state) }
            guard !state.needsReason || !reason.isEmpty else { throw Fault.reasonMissing }
            guard state != .planned || month?.month != nil else { throw Fault.monthMissing }
            try Self.add(
                state, to: id, number: last.number + 1, reason: reason, month: state == .planned ? month : nil, from: origin, transaction)
            return ((), Self.event("agenda-item.\(Self.verb(state))", id, ["from": last.state.rawValue, "to": state.rawValue]))
        }
    }

    private static func verb(_ state: AgendaItem.State) -> String {
        switch state {
        case .proposed: "proposed"
        case .agreed: "agreed"
        case .planned: "planned"
        case .running: "started"
        case .done: "done"
        case .parked: "parked"
        case .dropped: "dropped"
        }
    }

    private static func add(
        _ state: AgendaItem.State, to item: Identifier, number: Int, reason: String, month: Period?, from origin: Origin, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO agenda_item_state (item, number, state, at, actor, reason, month)
            VALUES (\(item.description), \(number), \(state), \(origin.time), \(origin.person?.description), \(reason), \(month?.description))
            """)
    }

    // MARK: The order

    package enum Direction: String, Sendable, Hashable, CaseIterable {
        case up = "omhoog"
        case down = "omlaag"
    }

    /// Changes places with the living item above or below. The owners decide the order; where the counts speak for the other they say why.
    ///
    /// - Parameter inputs: how many people named an item in the inventory; what is not published is not in it
    package func move(
        _ id: Identifier, _ direction: Direction, inputs: [Identifier: Int] = [:], reason: String = "", from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            let agenda = try transaction.first("SELECT agenda FROM agenda_item WHERE id = \(id.description)") { try $0.string(0) }
            guard let agenda, try transaction.execute("UPDATE learning_agenda SET last_place = last_place WHERE id = \(agenda)") == 1 else {
                throw Fault.unknown
            }
            let living = try Self.items(where: "agenda_item.agenda = \(agenda)", transaction).filter(\.state.isLiving)
            guard let here = living.firstIndex(where: { $0.id == id }) else { throw Fault.unknown }
            let there = direction == .up ? here - 1 : here + 1
            guard living.indices.contains(there) else { throw Fault.unknown }
            let (rising, falling) = direction == .up ? (living[here], living[there]) : (living[there], living[here])
            let counts = [rising, falling].map { AgendaCounts(supports: $0.supports.count, inputs: inputs[$0.id]) }
            if counts[0].isBehind(counts[1]) {
                guard !reason.isEmpty else { throw Fault.departs }
                try transaction.execute(
                    """
                    INSERT INTO agenda_departure (id, agenda, item, above, reason, at)
                    VALUES (\(Identifier(at: origin.time).description), \(agenda), \(rising.id.description), \(falling.id.description), \(reason),
                        \(origin.time))
                    """)
            }
            // No two have one place, not even for a moment.
            try Self.put(rising.id, at: -1, transaction)
            try Self.put(falling.id, at: rising.place, transaction)
            try Self.put(rising.id, at: falling.place, transaction)
            return ((), Self.event("agenda-item.moved", id, ["direction": direction.rawValue]))
        }
    }

    private static func put(_ item: Identifier, at place: Int, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE agenda_item SET place = \(place) WHERE id = \(item.description)")
    }
}
