import Core
import SQL

/// Why someone gets a mail about their place. Each cause is mailed once.
package enum RegistrationCause: String, Sendable, Hashable, CaseIterable {
    /// An offer or a free place was taken: a place for sure.
    case registered = "ingeschreven"
    case offer = "aanbod"
    case expired = "verlopen"
    case cancelled = "afgemeld"
    /// Taken off by an organiser.
    case removed = "uitgeschreven"
    case moved = "verplaatst"
    /// Put in a subgroup, or in another one.
    case subgroup = "groep"
    /// No offers any more: what is free is for who is first.
    case lastHours = "laatste-uren"
    /// Closed, without a place.
    case closed = "gesloten"
    case definitive = "programma"
    case hours = "uren"
    case place = "plek"
    case calledOff = "afgelast"
    case reminder = "herinnering"

    /// Waits for others of the same day, so that they come in one mail (5.3).
    var isGathered: Bool {
        switch self {
        case .definitive, .hours, .place, .subgroup, .reminder: true
        default: false
        }
    }
}

extension RegistrationStore {
    /// Notes that someone is to be mailed; the second time of the same occasion does nothing.
    ///
    /// - Parameter occasion: tells causes of one kind apart: the version of a meeting, a subgroup
    static func cause(
        _ cause: RegistrationCause, of registration: Identifier, occasion: String = "", from origin: Origin, in transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO registration_cause (registration, kind, occasion, at) VALUES (\(registration.description), \(cause), \(occasion), \(origin.time))
            ON CONFLICT (registration, kind, occasion) DO NOTHING
            """)
    }

    /// The same for all of a meeting who stand so.
    ///
    /// - Returns: how many
    @discardableResult
    static func cause(
        _ cause: RegistrationCause, ofAll standings: [RegistrationStanding], at meeting: Identifier, occasion: String = "", from origin: Origin,
        in transaction: Transaction
    ) throws -> Int {
        try transaction.execute(
            """
            INSERT INTO registration_cause (registration, kind, occasion, at)
            SELECT id, \(cause.rawValue), \(occasion), \(origin.time) FROM registration
            WHERE meeting = \(meeting.description) AND standing IN \(list: standings)
            ON CONFLICT (registration, kind, occasion) DO NOTHING
            """)
    }

    /// What the mail of someone says besides the meeting.
    static func mailFacts(_ registration: Registration, _ reading: Reading) throws -> RegistrationMails.Facts {
        var facts = RegistrationMails.Facts()
        switch registration.standing {
        case .waiting: facts.ahead = try ahead(of: registration, reading)
        case .offered:
            facts.offerEnd = try reading.first(
                """
                SELECT ends_at FROM registration_offer WHERE meeting = \(registration.meeting.description) AND number = \(registration.number)
                """
            ) { Int64(try $0.int(0)) }
        default: break
        }
        if let subgroup = registration.draft.subgroup {
            facts.subgroup = try reading.first("SELECT title FROM subgroup WHERE id = \(subgroup.description)") { try $0.string(0) }
        }
        return facts
    }

    /// How many people wait for the same before this one.
    static func ahead(of registration: Registration, _ reading: Reading) throws -> Int {
        try reading.first(
            """
            SELECT COUNT(*) FROM registration WHERE meeting = \(registration.meeting.description) AND standing = 'wacht' AND way = \(registration.draft.way)
                AND COALESCE(subgroup, '') = \(registration.draft.subgroup?.description ?? "") AND number < \(registration.number)
            """
        ) { try $0.int(0) } ?? 0
    }
}
