import Core
import People
import SQL

/// What time does to registration: offers end, kept places come free, lists close, people are reminded. To be made every minute.
///
/// Any node may make a round at any time: what one does the others find done.
package struct RegistrationRound: Sendable {
    let store: RegistrationStore

    package init(_ store: RegistrationStore) {
        self.store = store
    }

    /// How long before the start people are reminded.
    static let reminder: Int64 = 24 * 3_600_000

    /// - Returns: how many mails were made
    @discardableResult
    package func run(from origin: Origin) async throws -> Int {
        for meeting in try await moving(at: origin.time) { try await moveOn(meeting, from: origin) }
        for meeting in try await starting(at: origin.time) { try await remind(meeting, from: origin) }
        return try await store.post(from: origin)
    }

    // MARK: Offers and lists

    /// Meetings with an offer that ended, or with people who wait.
    private func moving(at now: Int64) async throws -> [Identifier] {
        try await store.database.read { reading in
            let ended = try reading.all(
                """
                SELECT DISTINCT registration_offer.meeting FROM registration_offer JOIN meeting ON meeting.id = registration_offer.meeting
                WHERE registration_offer.state = 'open' AND (registration_offer.ends_at <= \(now) OR meeting.closes_at <= \(now) OR EXISTS (
                    SELECT 1 FROM meeting_state WHERE meeting_state.meeting = meeting.id AND meeting_state.state = 'afgelast'))
                """
            ) { try $0.string(0) }
            let waiting = try reading.all(
                """
                SELECT meeting.id FROM meeting WHERE ends_at > \(now)
                    AND EXISTS (SELECT 1 FROM registration WHERE registration.meeting = meeting.id AND standing = 'wacht')
                """
            ) { try $0.string(0) }
            return try Set(ended + waiting).sorted().compactMap { Identifier($0) }.filter { try isMoving($0, at: now, reading) }
        }
    }

    /// Whether there is anything to do, as far as can be seen without holding the meeting: most minutes there is not.
    private func isMoving(_ meeting: Identifier, at now: Int64, _ reading: Reading) throws -> Bool {
        guard let door = try MeetingDoor.find(meeting, reading) else { return false }
        let isShut = door.isCancelled || now >= door.facts.closing
        let ended = try reading.first(
            """
            SELECT 1 FROM registration_offer WHERE meeting = \(meeting.description) AND state = 'open' AND ends_at <= \(isShut ? Int64.max : now)
            """
        ) { try $0.int(0) }
        if ended != nil { return true }
        let state = try PlaceState(door, reading)
        if let cause = Self.telling(state, at: now), try Self.isUntold(cause, meeting, reading) { return true }
        guard door.shut(at: now) == nil else { return false }
        let list = WaitingList(of: meeting, reading)
        return try !RegistrationDesk.turns(state.rules, state.tally, at: now) { try list.next() }.isEmpty
    }

    /// What those who wait are told once: that there are no more offers, or that it is closed.
    private static func telling(_ state: PlaceState, at now: Int64) -> RegistrationCause? {
        guard !state.waiting.isEmpty, !state.door.isCancelled, now < state.door.facts.endsAt else { return nil }
        if now >= state.door.facts.closing { return .closed }
        return state.rules.makesOffers(at: now) ? nil : .lastHours
    }

    private static func isUntold(_ cause: RegistrationCause, _ meeting: Identifier, _ reading: Reading) throws -> Bool {
        try reading.first(
            """
            SELECT 1 FROM registration WHERE meeting = \(meeting.description) AND standing = 'wacht' AND NOT EXISTS (
                SELECT 1 FROM registration_cause WHERE registration_cause.registration = registration.id AND kind = \(cause))
            """
        ) { try $0.int(0) } != nil
    }

    private func moveOn(_ meeting: Identifier, from origin: Origin) async throws {
        try await store.database.write { [store] transaction in
            guard let door = try MeetingDoor.hold(meeting, in: transaction) else { return }
            let expired = try store.expire(door, from: origin, in: transaction)
            let state = try PlaceState(door, transaction)
            let turns = try store.giveTurns(state, from: origin, in: transaction)
            var told = 0
            if let cause = Self.telling(state, at: origin.time) {
                told = try RegistrationStore.cause(cause, ofAll: [.waiting], at: meeting, from: origin, in: transaction)
            }
            guard expired + turns.count + told > 0 else { return }
            let details = ["expired": String(expired), "offered": String(turns.count), "told": String(told)]
            try store.journal.add(RegistrationStore.meetingEvent("registration.moved-on", meeting, details), from: origin, in: transaction)
        }
    }

    // MARK: Reminders

    /// Meetings that begin within a day and have people who were not reminded. Who registered within that day knows it.
    private func starting(at now: Int64) async throws -> [Identifier] {
        try await store.database.read { reading in
            try reading.all(
                """
                SELECT meeting.id FROM meeting WHERE starts_at > \(now) AND starts_at <= \(now + Self.reminder)
                    AND NOT EXISTS (SELECT 1 FROM meeting_state WHERE meeting_state.meeting = meeting.id AND meeting_state.state = 'afgelast')
                    AND EXISTS (SELECT 1 FROM registration WHERE registration.meeting = meeting.id AND standing = 'ingeschreven'
                        AND added_at < meeting.starts_at - \(Self.reminder) AND NOT EXISTS (
                            SELECT 1 FROM registration_cause WHERE registration_cause.registration = registration.id AND kind = 'herinnering'))
                ORDER BY meeting.id
                """
            ) { Identifier(try $0.string(0)) }.compactMap { $0 }
        }
    }

    private func remind(_ meeting: Identifier, from origin: Origin) async throws {
        try await store.database.write { [store] transaction in
            let count = try transaction.execute(
                """
                INSERT INTO registration_cause (registration, kind, occasion, at)
                SELECT registration.id, 'herinnering', '', \(origin.time) FROM registration JOIN meeting ON meeting.id = registration.meeting
                WHERE registration.meeting = \(meeting.description) AND standing = 'ingeschreven'
                    AND registration.added_at < meeting.starts_at - \(Self.reminder)
                ON CONFLICT (registration, kind, occasion) DO NOTHING
                """)
            guard count > 0 else { return }
            let details = ["people": String(count)]
            try store.journal.add(RegistrationStore.meetingEvent("registration.reminded", meeting, details), from: origin, in: transaction)
        }
    }
}
