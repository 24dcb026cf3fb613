import Core
import Mail
import People
import SQL

extension RegistrationStore {
    /// Mails what waits to be told, each cause once. What happens to all at once is gathered, so that one day brings one mail (5.3).
    ///
    /// Any node may do this at any time: what one took the others find done.
    /// - Parameter meeting: only of this one
    /// - Returns: how many mails were made
    @discardableResult
    package func post(of meeting: Identifier? = nil, from origin: Origin) async throws -> Int {
        // Asked of each cause that waits, which are few, and never of everyone at the meeting.
        let condition: Query =
            meeting.map { "AND (SELECT meeting FROM registration WHERE registration.id = registration_cause.registration) = \($0.description)" } ?? ""
        let waiting = try await database.read { reading in
            try reading.all(
                "SELECT DISTINCT registration FROM registration_cause WHERE mailed_at IS NULL \(condition) ORDER BY registration"
            ) { Identifier(try $0.string(0)) }.compactMap { $0 }
        }
        guard !waiting.isEmpty else { return 0 }
        let site = try await siteName()
        var count = 0
        for id in waiting where try await post(to: id, site: site, from: origin) { count += 1 }
        return count
    }

    private func post(to id: Identifier, site: String, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            guard let registration = try Self.find(id, transaction), let door = try MeetingDoor.find(registration.meeting, transaction),
                registration.mail.description != Self.forgotten
            else { return false }
            let waiting = try Self.waiting(id, transaction)
            guard !waiting.isEmpty, try isDue(waiting, of: registration, door, at: origin.time, transaction) else { return false }
            // Taken as the last look before sending: the second of two nodes finds none left.
            let taken = try transaction.execute(
                "UPDATE registration_cause SET mailed_at = \(origin.time) WHERE registration = \(id.description) AND mailed_at IS NULL")
            guard taken > 0 else { return false }
            let causes = Self.worthTelling(waiting.map(\.cause), registration, door, at: origin.time)
            guard !causes.isEmpty else {
                try journal.add(Self.event("registration.mailed", id, ["mails": "0"]), from: origin, in: transaction)
                return false
            }
            var mails = RegistrationMails(door: door, site: site, installation: installation, organizer: organizer)
            mails.reason = try Self.reason(causes, door, transaction)
            let facts = try Self.mailFacts(registration, transaction)
            try outbox.add(mails.mail(to: registration, causes.map { .cause($0) }, facts), from: origin, in: transaction)
            let kinds = causes.map(\.rawValue).joined(separator: " ")
            try journal.add(Self.event("registration.mailed", id, ["causes": kinds]), from: origin, in: transaction)
            return true
        }
    }

    private static func waiting(_ id: Identifier, _ reading: Reading) throws -> [(cause: RegistrationCause, at: Int64)] {
        try reading.all("SELECT kind, at FROM registration_cause WHERE registration = \(id.description) AND mailed_at IS NULL ORDER BY at, kind, occasion") {
            row in (try row.raw(0), Int64(try row.int(1)))
        }
    }

    /// Minutes that changes of a meeting wait for more of them.
    private static let gathering: Int64 = 10 * 60_000
    /// This long before the start nothing waits for a better moment.
    private static let urgency: Int64 = 36 * 3_600_000

    /// Whether it is time: at once for what is about this person alone; what happens to all waits until its maker is done, and on a day that brought a mail
    /// already until the next morning.
    private func isDue(
        _ waiting: [(cause: RegistrationCause, at: Int64)], of registration: Registration, _ door: MeetingDoor, at now: Int64, _ reading: Reading
    ) throws -> Bool {
        if waiting.contains(where: { !$0.cause.isGathered }) { return true }
        guard let newest = waiting.map(\.at).max(), now >= newest + Self.gathering else { return waiting.contains { $0.cause == .reminder } }
        if now >= door.facts.startsAt - Self.urgency { return true }
        let gathered = RegistrationCause.allCases.filter(\.isGathered)
        let last = try reading.first(
            "SELECT MAX(mailed_at) FROM registration_cause WHERE registration = \(registration.id.description) AND kind IN \(list: gathered)"
        ) { try $0.optionalInt(0).map(Int64.init) }
        guard let last, let told = last else { return true }
        return AmsterdamTime(at: told).day != AmsterdamTime(at: now).day
    }

    /// Without what is over, or what another cause says too.
    static func worthTelling(_ causes: [RegistrationCause], _ registration: Registration, _ door: MeetingDoor, at now: Int64) -> [RegistrationCause] {
        let distinct = causes.reduce(into: [RegistrationCause]()) { list, cause in if !list.contains(cause) { list.append(cause) } }
        if distinct.contains(.calledOff) { return [.calledOff] }
        return distinct.filter { cause in
            switch cause {
            case .registered, .subgroup, .definitive, .hours, .place: registration.standing.isLiving && now < door.facts.endsAt
            case .reminder: registration.standing == .registered && now < door.facts.startsAt
            case .offer: registration.standing == .offered
            case .expired: registration.standing == .expired
            case .lastHours, .closed: registration.standing == .waiting
            case .cancelled, .removed, .moved: !registration.standing.isLiving
            case .calledOff: true
            }
        }
    }

    /// Why it moved or was cancelled.
    private static func reason(_ causes: [RegistrationCause], _ door: MeetingDoor, _ reading: Reading) throws -> String {
        let state: String? = causes.contains(.calledOff) ? "afgelast" : causes.contains(.hours) || causes.contains(.place) ? "verplaatst" : nil
        guard let state else { return "" }
        return try reading.first(
            "SELECT reason FROM meeting_state WHERE meeting = \(door.id.description) AND state = \(state) ORDER BY number DESC"
        ) { try $0.string(0) } ?? ""
    }
}
