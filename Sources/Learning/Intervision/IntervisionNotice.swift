import Core
import People
import Web

/// What people are told about groups: never a name, a question or a word of anyone.
package enum IntervisionNotice: String, Sendable, Hashable, CaseIterable {
    case invitation = "intervisie-uitnodiging"
    case session = "intervisie-sessie"

    package var kind: NoticeKind {
        switch self {
        case .invitation: NoticeKind(rawValue, Localized(nl: "Een groep die je vraagt om mee te doen", en: "A group that asks you to join"))
        case .session: NoticeKind(rawValue, Localized(nl: "Een bijeenkomst van je groep voor intervisie", en: "A session of your intervision group"))
        }
    }

    package static var kinds: [NoticeKind] { allCases.map(\.kind) }

    static func invited(_ group: Identifier) -> NoticeText {
        NoticeText(
            Localized(nl: "Een groep vraagt of je meedoet", en: "A group asks you to join"),
            detail: Localized(
                nl: "Op de pagina zie je wat de groep afspreekt. Daar zeg je ja of nee.", en: "The page shows what the group agrees. There you say yes or no."),
            address: IntervisionRoute.group(group).address)
    }

    static func planned(_ session: Identifier, day: String) -> NoticeText {
        NoticeText(
            Localized(nl: "Je groep komt bij elkaar", en: "Your group meets"),
            detail: Localized(nl: "De dag is \(day). Op de pagina zie je hoe en waarmee.", en: "The day is \(day). The page shows how and with what."),
            address: IntervisionRoute.session(session).address)
    }

    static func coming(_ session: Identifier, days: Int) -> NoticeText {
        let detail =
            switch days {
            case 28: Localized(nl: "Denk alvast na over een vraag die je wilt inbrengen.", en: "Think of a question that you could bring.")
            case 14: Localized(nl: "Lees de doelen en de afspraken van de vorige keer na.", en: "Read the goals and agreements of the last time.")
            default:
                Localized(nl: "Op de pagina staan de doelen en de afspraken van de vorige keer.", en: "The page has the goals and agreements of the last time.")
            }
        let title =
            days == 1
            ? Localized(nl: "Morgen komt je groep bij elkaar", en: "Tomorrow your group meets")
            : Localized(nl: "Over \(days / 7) weken komt je groep bij elkaar", en: "In \(days / 7) weeks your group meets")
        return NoticeText(title, detail: detail, address: IntervisionRoute.session(session).address)
    }
}
