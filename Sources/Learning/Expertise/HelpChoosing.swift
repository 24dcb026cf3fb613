import Core
import People
import SQL

extension HelpStore {
    /// Everyone with a line and an open account, as matching wants to know them.
    static func candidates(
        for request: HelpRequest, known: Set<Identifier>, at now: Int64, _ reading: Reading
    ) throws -> [ExpertiseMatching.Candidate] {
        let lines = try ExpertiseStore.lines(
            "state = 'goedgekeurd' AND person IN (SELECT person.id FROM person WHERE person.closed_at IS NULL)", reading)
        let settings = try ExpertiseStore.settings("1 = 1", reading), homes = try ExpertiseStore.homes(at: now, reading)
        let members = try request.draft.programme.map { try ExpertiseStore.organisations(in: $0, reading) } ?? []
        var asked: [String: [Int64]] = [:], areas: [String: AreaCode] = [:]
        try reading.each("SELECT person, asked_at FROM help_ask WHERE asked_at > \(now - ExpertiseMatching.quarter)") { row in
            asked[try row.string(0), default: []].append(Int64(try row.int(1)))
        }
        try reading.each("SELECT id, area FROM organisation WHERE area IS NOT NULL") { areas[try $0.string(0)] = AreaCode(try $0.string(1)) }
        return Dictionary(grouping: lines, by: \.owner).compactMap { owner, lines in
            guard case .person(let person) = owner, let setting = settings[person] else { return nil }
            let home = homes[person.description]
            let isMember = home.map(members.contains) ?? false
            return ExpertiseMatching.Candidate(
                person: person, lines: lines, setting: setting, area: home.flatMap { areas[$0] },
                programmes: isMember ? Set([request.draft.programme].compactMap { $0 }) : [], asked: asked[person.description] ?? [],
                isKnown: known.contains(person))
        }
    }

    /// Requests whose next candidate is due: someone was silent, or there is room for more.
    package func waiting(at now: Int64) async throws -> [HelpRequest] {
        try await database.read { reading in
            try Self.requests(
                """
                state = 'open' AND asker IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM help_ask WHERE help_ask.request = help_request.id AND help_ask.state = 'ja')
                    AND (SELECT COUNT(*) FROM help_ask WHERE help_ask.request = help_request.id AND help_ask.state = 'gevraagd'
                        AND help_ask.due_at > \(now)) < \(Self.atOnce)
                """, reading)
        }
    }

    /// Takes the silent out of the way of one request and asks the next. Running it twice, or on two nodes, is running it once.
    ///
    /// - Returns: how many were asked
    @discardableResult
    package func advance(_ request: Identifier, _ around: Surroundings, from origin: Origin) async throws -> Int {
        try await database.write { transaction in
            try Self.hold(transaction)
            let silent = try transaction.execute(
                """
                UPDATE help_ask SET state = 'stil' WHERE request = \(request.description) AND state = 'gevraagd' AND due_at <= \(origin.time)
                """)
            let asked = try fill(request, around, from: origin, in: transaction)
            if silent + asked > 0 {
                let details = ["silent": String(silent), "people": String(asked)]
                try journal.add(Self.event("help.advanced", request, details), from: origin, in: transaction)
            }
            return asked
        }
    }

    // MARK: The log of help

    static func enter(
        _ ask: HelpAsk, _ request: HelpRequest, by person: Identifier, _ homes: [String: String], at now: Int64, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO help_entry (id, ask, helper, helper_organisation, helped, helped_organisation, label, entered_by, entered_at, confirmed_at)
            VALUES (\(Identifier(at: now).description), \(ask.id.description), \(ask.person.description), \(homes[ask.person.description]),
                \(request.asker?.description), \(request.organisation?.description), \(request.draft.label), \(person.description), \(now), NULL)
            ON CONFLICT (ask) DO NOTHING
            """)
    }

    /// Enters that help was given, by who gave it; only where the request was accepted.
    package func enter(_ ask: HelpAsk, by helper: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            guard let now = try Self.asks("id = \(ask.id.description) AND person = \(helper.description) AND state = 'ja'", transaction).first,
                let request = try Self.requests("id = \(now.request.description)", transaction).first
            else { throw Fault.unknown }
            try Self.enter(now, request, by: helper, ExpertiseStore.homes(at: origin.time, transaction), at: origin.time, transaction)
            return ((), Self.event("help.entered", now.request))
        }
    }

    /// Confirms an entry: the side that did not enter it.
    package func confirm(_ entry: Identifier, by person: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE help_entry SET confirmed_at = \(origin.time) WHERE id = \(entry.description) AND confirmed_at IS NULL
                    AND entered_by <> \(person.description) AND (helper = \(person.description) OR helped = \(person.description))
                """)
            guard changed == 1 else { throw Fault.unknown }
            return ((), Event("help.confirmed", Event.Thing("help-entry", entry.description)))
        }
    }

    package func entries(of person: Identifier) async throws -> [HelpEntry] {
        try await database.read { try Self.entries("helper = \(person.description) OR helped = \(person.description)", $0) }
    }

    /// Everything both sides agree on.
    package func confirmed() async throws -> [HelpEntry] { try await database.read { try Self.entries("confirmed_at IS NOT NULL", $0) } }

    static func entries(_ condition: Query, _ reading: Reading) throws -> [HelpEntry] {
        try reading.all(
            """
            SELECT id, ask, helper, helper_organisation, helped, helped_organisation, label, entered_by, confirmed_at, entered_at
            FROM help_entry WHERE \(condition) ORDER BY id DESC
            """
        ) { row in
            guard let id = Identifier(try row.string(0)), let ask = Identifier(try row.string(1)) else {
                throw SQLError.value(column: "id", "is not an identifier")
            }
            func other(_ index: Int) throws -> Identifier? { try row.optionalString(index).flatMap { Identifier($0) } }
            return HelpEntry(
                id: id, ask: ask, helper: try other(2), helperOrganisation: try other(3), helped: try other(4), helpedOrganisation: try other(5),
                label: try row.string(6), enteredBy: try other(7), confirmedAt: try row.optionalInt(8).map(Int64.init), enteredAt: Int64(try row.int(9)))
        }
    }
}
