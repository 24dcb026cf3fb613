import Core
import Web

/// How often someone wants mail about something.
package enum NoticePace: String, Sendable, Hashable, CaseIterable {
    case atOnce = "meteen"
    /// One mail a day with all of it.
    case daily = "dag"
    case weekly = "week"
    /// On the site only.
    case never = "niet"

    package var name: Localized {
        switch self {
        case .atOnce: Localized(nl: "Meteen een mail", en: "A mail at once")
        case .daily: Localized(nl: "Eén mail per dag", en: "One mail a day")
        case .weekly: Localized(nl: "Eén mail per week", en: "One mail a week")
        case .never: Localized(nl: "Geen mail, alleen op de site", en: "No mail, only on the site")
        }
    }
}

/// Something that people are told about. Every slice has a closed list of them; the site puts the lists together.
package struct NoticeKind: Sendable, Hashable {
    /// Stays for good: choices and addresses in mail hold it. Small letters and hyphens.
    package let key: String
    /// What it is about, as a choice: `Een rol die je krijgt`.
    package let name: Localized
    /// What holds for who chose nothing.
    package let usual: NoticePace
    /// For the safety of an account: always by mail at once, and never off.
    package let isSecurity: Bool

    package init(_ key: String, _ name: Localized, usual: NoticePace = .atOnce, isSecurity: Bool = false) {
        self.key = key
        self.name = name
        self.usual = isSecurity ? .atOnce : usual
        self.isSecurity = isSecurity
    }
}

/// What someone is told. No names and no words of others: a notice outlives what it tells about, and the page it leads to has them.
package struct NoticeText: Sendable, Hashable {
    package let title: Localized
    package let detail: Localized
    /// Where it leads to; nil for nowhere.
    package let address: PageAddress?

    package init(_ title: Localized, detail: Localized = Localized(""), address: PageAddress? = nil) {
        self.title = title
        self.detail = detail
        self.address = address
    }
}

/// What the slice of people tells about.
package enum PeopleNotice: String, Sendable, Hashable, CaseIterable {
    case roleGiven = "rol-gekregen"
    case roleEnded = "rol-beeindigd"
    case roleEnding = "rol-loopt-af"
    case organisationJoined = "organisatie"
    case question = "vraag"
    case reviewDue = "rollen-bekijken"
    case administrators = "beheerders"
    case newDevice = "nieuw-apparaat"
    case recoveryCode = "herstelcode"
    case credentials = "manier-van-aanmelden"

    package var kind: NoticeKind {
        switch self {
        case .roleGiven: NoticeKind(rawValue, Localized(nl: "Een rol die je krijgt", en: "A role that you get"))
        case .roleEnded: NoticeKind(rawValue, Localized(nl: "Een rol die stopt", en: "A role that stops"))
        case .roleEnding: NoticeKind(rawValue, Localized(nl: "Een rol die over een maand stopt", en: "A role that stops within a month"))
        case .organisationJoined: NoticeKind(rawValue, Localized(nl: "Een organisatie waar je bij komt", en: "An organisation that you join"), usual: .daily)
        case .question: NoticeKind(rawValue, Localized(nl: "Een vraag aan jou", en: "A question to you"))
        case .reviewDue: NoticeKind(rawValue, Localized(nl: "Rollen die je moet bekijken", en: "Roles that you have to look at"), usual: .weekly)
        case .administrators:
            NoticeKind(rawValue, Localized(nl: "Een andere beheerder erbij of eraf", en: "Another administrator more or less"), isSecurity: true)
        case .newDevice: NoticeKind(rawValue, Localized(nl: "Aanmelden met een nieuw apparaat", en: "Signing in with a new device"), isSecurity: true)
        case .recoveryCode: NoticeKind(rawValue, Localized(nl: "Een herstelcode die wordt gebruikt", en: "A recovery code that is used"), isSecurity: true)
        case .credentials: NoticeKind(rawValue, Localized(nl: "Een verandering in hoe je je aanmeldt", en: "A change in how you sign in"), isSecurity: true)
        }
    }

    package static var kinds: [NoticeKind] { allCases.map(\.kind) }
}
