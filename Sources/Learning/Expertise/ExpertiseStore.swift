import Core
import People
import SQL

/// Reads and writes who knows about what and how people want to be asked. The only writer of these two tables.
package struct ExpertiseStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        case unknown
    }

    static func event(_ action: String, _ id: Identifier) -> Event { Event(action, Event.Thing("expertise-line", id.description)) }

    // MARK: Proposing

    /// A deed of someone or of an organisation, as another part tells of it.
    package struct Proof: Sendable, Hashable {
        package let owner: ExpertiseLine.Owner
        package let label: String
        package let kind: ExpertiseLine.Kind
        package let deed: ExpertiseLine.Deed
        package let region: AreaCode?

        package init(
            _ owner: ExpertiseLine.Owner, label: String, kind: ExpertiseLine.Kind = .professional, deed: ExpertiseLine.Deed, region: AreaCode? = nil
        ) {
            self.owner = owner
            self.label = label
            self.kind = kind
            self.deed = deed
            self.region = region
        }
    }

    /// Notes what a deed shows, in the transaction of that deed. A line that someone refused stays refused: nobody is asked again and again.
    package static func note(_ proof: Proof, at now: Int64, in transaction: Transaction) throws {
        let (person, organisation) = owners(proof.owner)
        try transaction.execute(
            """
            INSERT INTO expertise_line (id, person, organisation, label, kind, region, state, deed, deed_at, confirmed_at, added_at)
            VALUES (\(Identifier(at: now).description), \(person), \(organisation), \(proof.label), \(proof.kind), \(proof.region?.description),
                'voorgesteld', \(proof.deed), \(now), NULL, \(now))
            ON CONFLICT DO NOTHING
            """)
        // A later deed makes a line fresh; an earlier one, told later, does not take that back.
        try transaction.execute(
            """
            UPDATE expertise_line SET deed = \(proof.deed), deed_at = \(now)
            WHERE (person = \(person) OR organisation = \(organisation)) AND label = \(proof.label) AND kind = \(proof.kind) AND deed_at < \(now)
                AND state <> 'afgewezen'
            """)
    }

    private static func owners(_ owner: ExpertiseLine.Owner) -> (person: String?, organisation: String?) {
        switch owner {
        case .person(let id): (id.description, nil)
        case .organisation(let id): (nil, id.description)
        }
    }

    /// Someone says themselves what they, or their organisation, know about: one step, approved at once.
    package func add(_ owner: ExpertiseLine.Owner, label: String, kind: ExpertiseLine.Kind, region: AreaCode?, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard try TermStore.isInUse(label, transaction) else { throw Fault.unknown }
            try Self.note(Proof(owner, label: label, kind: kind, deed: .own, region: region), at: origin.time, in: transaction)
            let (person, organisation) = Self.owners(owner)
            let changed = try transaction.first(
                """
                UPDATE expertise_line SET state = 'goedgekeurd', confirmed_at = \(origin.time), region = COALESCE(\(region?.description), region)
                WHERE (person = \(person) OR organisation = \(organisation)) AND label = \(label) AND kind = \(kind) RETURNING id
                """
            ) { try $0.string(0) }
            guard let id = changed.flatMap({ Identifier($0) }) else { throw Fault.unknown }
            if case .person(let person) = owner { try Self.makeSetting(person, at: origin.time, transaction) }
            return ((), Self.event("expertise.added", id))
        }
    }

    /// Approves, refuses or confirms lines, all of one owner and in one go.
    package func decide(
        _ answers: [Identifier: ExpertiseLine.State], of owner: ExpertiseLine.Owner, from origin: Origin
    ) async throws {
        let sorted = answers.sorted { $0.key < $1.key }
        guard let first = sorted.first?.key else { return }
        let (person, organisation) = Self.owners(owner)
        try await journal.write(from: origin) { transaction in
            for (id, state) in sorted {
                let confirmed: Int64? = state == .approved ? origin.time : nil
                let changed = try transaction.execute(
                    """
                    UPDATE expertise_line SET state = \(state), confirmed_at = COALESCE(\(confirmed), confirmed_at)
                    WHERE id = \(id.description) AND (person = \(person) OR organisation = \(organisation))
                    """)
                guard changed == 1 else { throw Fault.unknown }
            }
            if case .person(let person) = owner { try Self.makeSetting(person, at: origin.time, transaction) }
            return ((), Event("expertise.decided", Event.Thing("expertise-line", first.description), details: ["count": String(sorted.count)]))
        }
    }

    // MARK: How someone wants to be asked

    private static func makeSetting(_ person: Identifier, at now: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO expertise_setting (person, cap, paused, holiday_until, is_open, helps, changed_at)
            VALUES (\(person.description), \(ExpertiseSetting.usualCap), 0, NULL, 1, '', \(now)) ON CONFLICT (person) DO NOTHING
            """)
    }

    package func set(_ setting: ExpertiseSetting, for person: Identifier, from origin: Origin) async throws {
        let helps = setting.helps.map(\.rawValue).sorted().joined(separator: " ")
        try await journal.write(from: origin) { transaction in
            try Self.makeSetting(person, at: origin.time, transaction)
            try transaction.execute(
                """
                UPDATE expertise_setting SET cap = \(setting.cap), paused = \(setting.isPaused), holiday_until = \(setting.holidayUntil),
                    is_open = \(setting.isOpen), helps = \(helps), changed_at = \(origin.time) WHERE person = \(person.description)
                """)
            return ((), Event("expertise.setting", Event.Thing("person", person.description)))
        }
    }

    package func setting(of person: Identifier) async throws -> ExpertiseSetting {
        try await database.read { try Self.settings("person = \(person.description)", $0)[person] ?? ExpertiseSetting() }
    }

    static func settings(_ condition: Query, _ reading: Reading) throws -> [Identifier: ExpertiseSetting] {
        var found: [Identifier: ExpertiseSetting] = [:]
        try reading.each("SELECT person, cap, paused, holiday_until, is_open, helps FROM expertise_setting WHERE \(condition)") { row in
            guard let id = Identifier(try row.string(0)) else { return }
            var setting = ExpertiseSetting()
            setting.cap = try row.int(1)
            setting.isPaused = try row.bool(2)
            setting.holidayUntil = try row.optionalInt(3).map(Int64.init)
            setting.isOpen = try row.bool(4)
            setting.helps = Set(try row.string(5).split(separator: " ").compactMap { HelpKind(rawValue: String($0)) })
            found[id] = setting
        }
        return found
    }

    // MARK: Reading lines

    package func lines(of owner: ExpertiseLine.Owner) async throws -> [ExpertiseLine] {
        let (person, organisation) = Self.owners(owner)
        return try await database.read { try Self.lines("person = \(person) OR organisation = \(organisation)", $0) }
    }

    static func lines(_ condition: Query, _ reading: Reading) throws -> [ExpertiseLine] {
        try reading.all(
            """
            SELECT id, person, organisation, label, kind, region, deed, deed_at, confirmed_at, state FROM expertise_line
            WHERE \(condition) ORDER BY label, kind, id
            """
        ) { row in
            guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
            let person = try row.optionalString(1).flatMap { Identifier($0) }, organisation = try row.optionalString(2).flatMap { Identifier($0) }
            guard let owner = person.map(ExpertiseLine.Owner.person) ?? organisation.map(ExpertiseLine.Owner.organisation) else {
                throw SQLError.value(column: "person", "is not an identifier")
            }
            return ExpertiseLine(
                id: id, owner: owner, label: try row.string(3), kind: try row.raw(4), region: try row.optionalString(5).flatMap { AreaCode($0) },
                deed: try row.raw(6), deedAt: Int64(try row.int(7)), confirmedAt: try row.optionalInt(8).map(Int64.init), state: try row.raw(9))
        }
    }
}
