import Core
import Mail
import SQL

/// How someone stands towards a meeting. The last five are ends: nothing comes after them (5.2, rule 3).
package enum RegistrationStanding: String, Sendable, Hashable, CaseIterable {
    case registered = "ingeschreven"
    case waiting = "wacht"
    /// A place is kept for them until their offer ends.
    case offered = "aangeboden"
    case cancelled = "afgemeld"
    /// Off the list by themselves, or taken off by an organiser.
    case left = "verlaten"
    case declined = "afgewezen"
    case expired = "verlopen"
    /// To another date.
    case moved = "verplaatst"

    /// Those of which a person has at most one for a meeting.
    package static let living: [RegistrationStanding] = [.registered, .waiting, .offered]

    /// The same as words of a statement: an index of only these rows is not found by values.
    static let livingWords: Query = "('ingeschreven', 'wacht', 'aangeboden')"

    package var isLiving: Bool { Self.living.contains(self) }

    /// What can follow.
    package var next: Set<RegistrationStanding> {
        switch self {
        case .registered: [.cancelled, .moved]
        // A place that is free in the last hours is taken without an offer.
        case .waiting: [.offered, .left, .registered]
        case .offered: [.registered, .declined, .expired]
        case .cancelled, .left, .declined, .expired, .moved: []
        }
    }
}

/// By which way someone came in; the same function decides on all of them (D-01).
package enum RegistrationPath: String, Sendable, Hashable, CaseIterable {
    case form = "formulier"
    case group = "groep"
    case series = "reeks"
    case organiser = "organisator"
    case otherDate = "andere-datum"
}

/// Whether someone was there. Not known is not absent.
package enum Attendance: String, Sendable, Hashable, CaseIterable {
    case unknown = "onbekend"
    case present = "aanwezig"
    case absent = "afwezig"
}

/// What someone says when they register: asked once.
package struct RegistrationDraft: Sendable, Hashable {
    package var name: String
    package var mail: MailAddress
    /// With an account; nil for someone without one.
    package var person: Identifier?
    package var language: Language
    package var role: Role
    /// The code of a municipality; nil for none that is known.
    package var municipality: String?
    /// Its name, or what someone wrote in its place; empty for nothing.
    package var municipalityName: String
    package var way: Presence
    /// What they want to learn here (AGD-11).
    package var need: String
    /// A situation they bring along.
    package var caseText: String
    /// Where people choose for themselves.
    package var subgroup: Identifier?
    /// Where they are divided afterwards: the first wish first, at most three.
    package var wishes: [Identifier]

    package init(
        name: String, mail: MailAddress, person: Identifier? = nil, language: Language = .nl, role: Role, municipality: String? = nil,
        municipalityName: String = "", way: Presence = .physical, need: String = "", caseText: String = "", subgroup: Identifier? = nil,
        wishes: [Identifier] = []
    ) {
        self.name = name
        self.mail = mail
        self.person = person
        self.language = language
        self.role = role
        self.municipality = municipality
        self.municipalityName = municipalityName
        self.way = way
        self.need = need
        self.caseText = caseText
        self.subgroup = subgroup
        self.wishes = wishes
    }
}

/// One person for one meeting. Times are milliseconds since 1970.
package struct Registration: Sendable, Hashable {
    package let id: Identifier
    package let meeting: Identifier
    /// Its place in the order of arrival. Those of a group share one.
    package let number: Int64
    /// 0 for one alone and for who filled in the form of a group.
    package let member: Int
    package let draft: RegistrationDraft
    /// Diet, access and what else the organisers must know; asked afterwards (D-09).
    package let extra: String
    /// Stays in this subgroup when people are divided anew.
    package let isPinned: Bool
    package let standing: RegistrationStanding
    /// Cancelled after closing.
    package let isLate: Bool
    package let path: RegistrationPath
    package let attendance: Attendance
    package let addedAt: Int64

    package init(
        id: Identifier, meeting: Identifier, number: Int64, member: Int, draft: RegistrationDraft, extra: String = "", isPinned: Bool = false,
        standing: RegistrationStanding, isLate: Bool = false, path: RegistrationPath, attendance: Attendance = .unknown, addedAt: Int64
    ) {
        self.id = id
        self.meeting = meeting
        self.number = number
        self.member = member
        self.draft = draft
        self.extra = extra
        self.isPinned = isPinned
        self.standing = standing
        self.isLate = isLate
        self.path = path
        self.attendance = attendance
        self.addedAt = addedAt
    }

    package var name: String { draft.name }
    package var mail: MailAddress { draft.mail }
    package var language: Language { draft.language }
}
