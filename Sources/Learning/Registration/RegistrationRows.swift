import Core
import Mail
import People
import SQL

/// The rows of those who are written together, until they are sent: many rows of one table go in one statement.
///
/// Whatever reads registrations in between sends them first.
struct RegistrationRows {
    /// How many people are decided on before what they bring is sent, so that the database works on it meanwhile.
    private static let portion = 4

    private struct Place: Hashable {
        let meeting: Identifier
        let standing: RegistrationStanding
        let way: Presence
        let subgroup: Identifier?
    }

    private let store: RegistrationStore
    private var registrations: [Query] = []
    private var wishes: [Query] = []
    private var states: [Query] = []
    private var mails: [(mail: OutboxMail, origin: Origin)] = []
    private var people: [Place: Int] = [:]

    init(_ store: RegistrationStore) {
        self.store = store
    }

    /// - Parameter states: every one it came through, the last is where it stands
    mutating func add(_ registration: Registration, through states: [RegistrationStanding], _ mail: OutboxMail, from origin: Origin) {
        let draft = registration.draft, id = registration.id.description
        registrations.append(
            """
            (\(id), \(registration.meeting.description), \(registration.number), \(registration.member), \(draft.person?.description), \(draft.name),
            \(draft.mail.description), \(store.tag(draft.mail)), \(draft.language), \(draft.role), \(draft.municipality), \(draft.municipalityName),
            \(draft.way), \(draft.need), \(draft.caseText), '', \(draft.subgroup?.description), 0, \(registration.standing), 0, \(registration.path),
            'onbekend', \(registration.addedAt))
            """)
        for (index, wish) in draft.wishes.enumerated() { wishes.append("(\(id), \(index + 1), \(wish.description))") }
        self.states += states.map { RegistrationStore.stateRow(registration.id, $0, from: origin) }
        mails.append((mail, origin))
        people[Place(meeting: registration.meeting, standing: registration.standing, way: draft.way, subgroup: draft.subgroup), default: 0] += 1
    }

    mutating func sendPortion(in transaction: Transaction) throws {
        if registrations.count >= Self.portion { try send(in: transaction) }
    }

    /// Sends all; how many stand where is added once, see ``finish(in:)``.
    private mutating func send(in transaction: Transaction) throws {
        try transaction.send(
            """
            INSERT INTO registration (id, meeting, number, member, person, name, mail, mail_key, language, role, municipality, municipality_name, way, need,
                case_text, extra, subgroup, pinned, standing, late, path, attendance, added_at)
            """, rows: registrations)
        try transaction.send("INSERT INTO registration_wish (registration, wish, subgroup)", rows: wishes)
        try transaction.send(RegistrationStore.stateColumns, rows: states)
        try store.outbox.add(mails, in: transaction)
        (registrations, wishes, states, mails) = ([], [], [], [])
    }

    /// Sends what there is, and how many came to stand where.
    mutating func finish(in transaction: Transaction) throws {
        try send(in: transaction)
        for (place, count) in people {
            try RegistrationTally.add(count, place.standing, place.way, place.subgroup, of: place.meeting, in: transaction)
        }
        people = [:]
    }
}
