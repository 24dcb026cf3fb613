import Core
import People
import SQL

/// Reads and writes meetings with all that belongs to them. The only writer of these tables, but for the numbers of the queue, which registration gives.
package struct MeetingStore: Sendable {
    let database: Database
    let journal: Journal
    let taking: MeetingTaking
    /// Told of who led a subgroup, when the meeting was held.
    package let deeds: ExpertiseDeeds

    package init(_ database: Database, journal: Journal, taking: MeetingTaking = .none, deeds: ExpertiseDeeds = .none) {
        self.database = database
        self.journal = journal
        self.taking = taking
        self.deeds = deeds
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such meeting, item or subgroup.
        case unknown
        /// No such programme, or one that has ended.
        case unknownProgramme
        /// No such part of it, or one that has ended.
        case unknownPart
        /// Another meeting of the part has this number.
        case numberTaken
        case facts(MeetingRules.Fault)
        /// It cannot become this now.
        case notNow
        /// Cancelled, or over: hours, place and capacity stay as they are.
        case over
        /// A label that is not there.
        case unknownTerm
        /// An organisation or person that is not there.
        case unknownSpeaker
        /// People have chosen this subgroup, or the kind of item has no place for it.
        case inUse
    }

    /// As labels name it.
    static func thing(_ meeting: Identifier) -> Event.Thing { Event.Thing(SearchEntry.Kind.meeting.rawValue, meeting.description) }

    static func event(_ action: String, _ meeting: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("meeting", meeting.description), details: details)
    }

    // MARK: Writing

    /// Adds a draft, as the last of its part where no number is given.
    ///
    /// - Parameter terms: keys of the labels it gets
    /// - Throws: ``Fault``
    @discardableResult
    package func add(_ facts: Meeting.Facts, to programme: Identifier, terms: Set<String> = [], from origin: Origin) async throws -> Meeting {
        let facts = MeetingRules.tidy(facts), id = Identifier(at: origin.time)
        if let fault = MeetingRules.fault(facts) { throw Fault.facts(fault) }
        return try await journal.write(from: origin) { transaction in
            let meeting = try Self.insert(id, facts, programme, transaction, origin)
            try Self.label(id, terms, at: origin.time, transaction)
            return (meeting, Self.event("meeting.added", id, ["programme": programme.description]))
        }
    }

    static func insert(
        _ id: Identifier, _ facts: Meeting.Facts, _ programme: Identifier, _ transaction: Transaction, _ origin: Origin
    ) throws -> Meeting {
        let held = try transaction.execute("UPDATE programme SET added_at = added_at WHERE id = \(programme.description) AND ended_at IS NULL")
        guard held == 1 else { throw Fault.unknownProgramme }
        var facts = facts
        facts.number = try facts.part.map { try number(facts.number, in: $0, of: programme, transaction) }
        let now = origin.time
        try transaction.execute(
            """
            INSERT INTO meeting (id, programme, part, number, title, subject, purpose, kind, form, starts_at, ends_at, place, address, join_link, capacity,
                online_capacity, opens_at, closes_at, own_closing, closed_circle, price, preparation, subgroup_mode, balances, area, sequence, added_at,
                updated_at)
            VALUES (\(id.description), \(programme.description), \(facts.part?.description), \(facts.number), \(facts.title), \(facts.subject),
                \(facts.purpose), \(facts.kind), \(facts.form), \(facts.startsAt), \(facts.endsAt), \(facts.place), \(facts.address), \(facts.joinLink),
                \(facts.capacity), \(facts.onlineCapacity), \(facts.opensAt), \(facts.closing), \(facts.closesAt != nil), \(facts.isClosedCircle),
                \(facts.price), \(facts.preparation), \(facts.subgroups), \(facts.balances), \(facts.area?.description), 0, \(now), \(now))
            """)
        try write(audience: facts.audience, of: id, transaction)
        let step = MeetingStep(.draft, at: now, by: origin.person)
        try insert(step, number: 1, of: id, transaction)
        return Meeting(id: id, programme: programme, facts: facts, sequence: 0, steps: [step], addedAt: now, updatedAt: now)
    }

    /// The number that it gets in a part that runs; holds the part, so that no two get the same.
    private static func number(_ wanted: Int?, in part: Identifier, of programme: Identifier, _ transaction: Transaction) throws -> Int {
        let held = try transaction.execute(
            """
            UPDATE programme_part SET added_at = added_at
            WHERE id = \(part.description) AND programme = \(programme.description) AND ended_at IS NULL
            """)
        guard held == 1 else { throw Fault.unknownPart }
        guard let wanted else {
            return try transaction.first("SELECT COALESCE(MAX(number), 0) + 1 FROM meeting WHERE part = \(part.description)") { try $0.int(0) } ?? 1
        }
        let other = try transaction.first("SELECT 1 FROM meeting WHERE part = \(part.description) AND number = \(wanted)") { try $0.int(0) }
        guard wanted >= 1, other == nil else { throw Fault.numberTaken }
        return wanted
    }

    /// Writes what its organisers say of a meeting. Its programme and part stay. Other hours or another place of a public meeting are a move, which those who
    /// registered are told.
    ///
    /// - Parameters:
    ///   - terms: nil leaves the labels as they are
    ///   - reason: why it moves, for those who registered
    /// - Throws: ``Fault``
    @discardableResult
    package func change(
        _ id: Identifier, to facts: Meeting.Facts, terms: Set<String>? = nil, reason: String = "", from origin: Origin
    ) async throws -> Meeting {
        let facts = MeetingRules.tidy(facts)
        if let fault = MeetingRules.fault(facts) { throw Fault.facts(fault) }
        guard MeetingRules.fits(reason, 0...1000) else { throw Fault.facts(.text) }
        return try await journal.write(from: origin) { [facts, taking] transaction in
            guard let before = try MeetingRows.hold(id, transaction) else { throw Fault.unknown }
            var facts = facts
            (facts.part, facts.number) = (before.facts.part, before.facts.part == nil ? nil : facts.number ?? before.facts.number)
            if let part = facts.part, let wanted = facts.number, wanted != before.facts.number {
                _ = try Self.number(wanted, in: part, of: before.programme, transaction)
            }
            let kinds = MeetingRules.kinds(from: before.facts, to: facts), moves = !kinds.isDisjoint(with: [.hours, .place])
            if before.publication == .cancelled || (!kinds.isEmpty && before.isPublic && origin.time >= before.facts.endsAt) { throw Fault.over }
            try Self.update(id, facts, sequence: before.sequence + (moves ? 1 : 0), at: origin.time, transaction)
            if let terms { try Self.label(id, terms, at: origin.time, transaction) }
            // Of other hours its organisers are reminded anew.
            if kinds.contains(.hours) { try transaction.execute("DELETE FROM meeting_reminder WHERE meeting = \(id.description)") }
            if moves && before.isPublic {
                let step = MeetingStep(.moved, at: origin.time, by: origin.person, reason: reason)
                try Self.insert(step, number: before.steps.count + 1, of: id, transaction)
            }
            guard let after = try MeetingRows.meeting(id, transaction) else { throw Fault.unknown }
            if !kinds.isEmpty { try taking.changed(MeetingChange(kinds, before: before, after: after, reason: reason), origin, transaction) }
            let changed = kinds.map(\.rawValue).sorted().joined(separator: " ")
            return (after, Self.event("meeting.changed", id, changed.isEmpty ? [:] : ["changed": changed]))
        }
    }

    private static func update(_ id: Identifier, _ facts: Meeting.Facts, sequence: Int, at now: Int64, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE meeting SET number = \(facts.number), title = \(facts.title), subject = \(facts.subject), purpose = \(facts.purpose), kind = \(facts.kind),
                form = \(facts.form), starts_at = \(facts.startsAt), ends_at = \(facts.endsAt), place = \(facts.place), address = \(facts.address),
                join_link = \(facts.joinLink), capacity = \(facts.capacity), online_capacity = \(facts.onlineCapacity), opens_at = \(facts.opensAt),
                closes_at = \(facts.closing), own_closing = \(facts.closesAt != nil), closed_circle = \(facts.isClosedCircle), price = \(facts.price),
                preparation = \(facts.preparation), subgroup_mode = \(facts.subgroups), balances = \(facts.balances), area = \(facts.area?.description),
                sequence = \(sequence), updated_at = \(now)
            WHERE id = \(id.description)
            """)
        try write(audience: facts.audience, of: id, transaction)
    }

    private static func write(audience: Set<Role>, of meeting: Identifier, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM meeting_audience WHERE meeting = \(meeting.description)")
        for role in audience.map(\.rawValue).sorted() {
            try transaction.execute("INSERT INTO meeting_audience (meeting, role) VALUES (\(meeting.description), \(role))")
        }
    }

    static func label(_ meeting: Identifier, _ terms: Set<String>, at now: Int64, _ transaction: Transaction) throws {
        do { try TermStore.label(thing(meeting), with: terms, at: now, in: transaction) } catch TermDraft.Fault.unknownTerm { throw Fault.unknownTerm }
    }

    static func insert(_ step: MeetingStep, number: Int, of meeting: Identifier, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO meeting_state (meeting, number, state, at, actor, reason)
            VALUES (\(meeting.description), \(number), \(step.kind), \(step.at), \(step.by?.description), \(step.reason))
            """)
    }
}
