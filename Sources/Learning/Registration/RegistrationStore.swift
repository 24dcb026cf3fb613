import Core
import Credentials
import Mail
import People
import SQL

/// Reads and writes registrations. The only writer of these tables, and of the queue number of a meeting.
///
/// Every write that gives or frees a place holds the meeting first, so that no two of them run beside each other (D-01).
package struct RegistrationStore: Sendable {
    let database: Database
    let journal: Journal
    let outbox: Outbox
    let installation: Installation
    let throttle: Throttle
    /// Whom invitations in calendars come from; nil for mail without them.
    let organizer: Mailbox?
    /// The name of the site, as it is now.
    let siteName: @Sendable () async throws -> String

    package init(
        _ database: Database, journal: Journal, outbox: Outbox, installation: Installation, organizer: Mailbox? = nil,
        siteName: @escaping @Sendable () async throws -> String
    ) {
        self.database = database
        self.journal = journal
        self.outbox = outbox
        self.installation = installation
        self.organizer = organizer
        self.siteName = siteName
        throttle = Throttle(installation.key)
        mark = RegistrationMark(installation.key)
    }

    private let mark: RegistrationMark
    let queue = RegistrationQueue()

    /// What a step can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such meeting or registration.
        case unknown
        /// It is not in a state that allows this: someone or something was faster.
        case state
        /// Too late: the meeting has begun, the offer has ended, registration is closed.
        case over
        /// No place for it.
        case full
        /// Already there with this address.
        case taken
    }

    func tag(_ mail: MailAddress) -> [UInt8] { mark.tag(key: mail.key) }

    func tag(key: String) -> [UInt8] { mark.tag(key: key) }

    static func event(_ action: String, _ registration: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("registration", registration.description), details: details)
    }

    static func meetingEvent(_ action: String, _ meeting: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("meeting", meeting.description), details: details)
    }

    // MARK: Rows

    static let columns: Query = """
        id, meeting, number, member, person, name, mail, language, role, municipality, municipality_name, way, need, case_text, extra, subgroup, pinned,
        standing, late, path, attendance, added_at
        """

    static func registration(_ row: Row) throws -> Registration {
        func identifier(_ name: String) throws -> Identifier? { try row.optionalString(name).flatMap { Identifier($0) } }
        guard let id = try identifier("id"), let meeting = try identifier("meeting") else { throw SQLError.value(column: "id", "is not an identifier") }
        let draft = RegistrationDraft(
            name: try row.string("name"), mail: try address(try row.string("mail")), person: try identifier("person"),
            language: Language(rawValue: try row.string("language")) ?? .nl, role: try row.raw("role"), municipality: try row.optionalString("municipality"),
            municipalityName: try row.string("municipality_name"), way: try row.raw("way"), need: try row.string("need"),
            caseText: try row.string("case_text"), subgroup: try identifier("subgroup"))
        return Registration(
            id: id, meeting: meeting, number: Int64(try row.int("number")), member: try row.int("member"), draft: draft, extra: try row.string("extra"),
            isPinned: try row.bool("pinned"), standing: try row.raw("standing"), isLate: try row.bool("late"), path: try row.raw("path"),
            attendance: try row.raw("attendance"), addedAt: Int64(try row.int("added_at")))
    }

    /// Who was forgotten has no address any more.
    private static func address(_ text: String) throws -> MailAddress {
        do throws(MailAddress.Fault) { return try MailAddress(text.isEmpty ? forgotten : text) } catch {
            throw SQLError.value(column: "mail", "is not a mail address")
        }
    }

    /// Stands in place of an address that is gone; nothing is ever sent there.
    static let forgotten = "niemand@verwijderd.invalid"

    static func find(_ id: Identifier, _ reading: Reading) throws -> Registration? {
        try reading.first("SELECT \(columns) FROM registration WHERE id = \(id.description)", registration)
    }

    package func find(_ id: Identifier) async throws -> Registration? { try await database.read { try Self.find(id, $0) } }

    /// The meeting as registration sees it; nil where there is none.
    package func door(_ meeting: Identifier) async throws -> MeetingDoor? { try await database.read { try MeetingDoor.find(meeting, $0) } }

    // MARK: Standing

    /// Takes one step of the state machine, with its dated row.
    ///
    /// - Returns: false where it is not in the state it is thought to be in
    static func step(
        _ registration: Identifier, from before: RegistrationStanding, to after: RegistrationStanding, isLate: Bool = false, from origin: Origin,
        in transaction: Transaction
    ) throws -> Bool {
        guard before.next.contains(after) else { return false }
        let place = try transaction.first(
            """
            UPDATE registration SET standing = \(after), late = \(isLate ? 1 : 0) WHERE id = \(registration.description) AND standing = \(before)
            RETURNING meeting, way, subgroup
            """
        ) { row in (try row.identifier(0), try row.raw(1, as: Presence.self), try row.optionalString(2).flatMap { Identifier($0) }) }
        guard let (meeting, way, subgroup) = place else { return false }
        try RegistrationTally.move(1, from: before, to: after, way, subgroup, of: meeting, in: transaction)
        try note(registration, after, from: origin, in: transaction)
        return true
    }

    static func note(_ registration: Identifier, _ standing: RegistrationStanding, from origin: Origin, in transaction: Transaction) throws {
        try transaction.send(stateColumns, rows: [stateRow(registration, standing, from: origin)])
    }

    static let stateColumns: Query = "INSERT INTO registration_state (registration, standing, at, actor)"

    static func stateRow(_ registration: Identifier, _ standing: RegistrationStanding, from origin: Origin) -> Query {
        "(\(registration.description), \(standing), \(origin.time), \(origin.person?.description))"
    }
}

/// Makes a mark of a mail address: the same for all its spellings. Only this installation can make it.
struct RegistrationMark: Sendable {
    private let key: SecretKey

    init(_ key: SecretKey) {
        self.key = key.derived(for: "leefkring registration 1")
    }

    /// - Parameter key: as `MailAddress.key`
    func tag(key text: String) -> [UInt8] {
        var message = CanonicalBytes("registration mail")
        message.add(text)
        return Array(key.tag(message).prefix(16))
    }
}
