import Core
import Mail

/// What someone answers to a call.
package struct Contribution: Sendable, Hashable {
    package var role: Role?
    package var municipality: AnswerPlace?
    package var question: PracticeQuestion?
    package var need: KnowledgeNeed?
    /// What they can teach others.
    package var offer: String?
    package var sources: Set<KnowledgeSource>
    /// Whether their words may be shown, without a name.
    package var isQuotable: Bool
    package var name: String?
    package var mail: MailAddress?

    package init(
        role: Role? = nil, municipality: AnswerPlace? = nil, question: PracticeQuestion? = nil, need: KnowledgeNeed? = nil, offer: String? = nil,
        sources: Set<KnowledgeSource> = [], isQuotable: Bool = false, name: String? = nil, mail: MailAddress? = nil
    ) {
        self.role = role
        self.municipality = municipality
        self.question = question
        self.need = need
        self.offer = offer
        self.sources = sources
        self.isQuotable = isQuotable
        self.name = name
        self.mail = mail
    }

    /// The roles that someone can answer in: who runs things here is not asked what they want to learn by role.
    package static let roles: [Role] = [
        .resident, .entrepreneur, .neighbourhoodMaker, .communityBuilder, .partner, .neighbourhoodProfessional, .official, .administrator,
        .nationalGovernment, .knowledgeOrganisation, .adviser,
    ]

    /// The things it holds, each in its own list (INV-03).
    var entries: [AnswerEntry.Content] {
        ([question.map { .question($0) }, need.map { .need($0) }, offer.map { .offer($0) }] as [AnswerEntry.Content?]).compactMap { $0 }
    }
}

/// A municipality as it was called when someone chose it.
package struct AnswerPlace: Sendable, Hashable {
    package let code: AreaCode
    package let name: String

    package init(code: AreaCode, name: String) {
        self.code = code
        self.name = name
    }
}

/// A learning question from practice: where it plays, what was tried, what is asked (AGD-17).
package struct PracticeQuestion: Sendable, Hashable {
    package var asked: String
    package var context: String
    package var place: String
    package var tried: String
    package var isUrgent: Bool
    package var isTough: Bool
    package var whyTough: String

    package init(
        asked: String, context: String = "", place: String = "", tried: String = "", isUrgent: Bool = false, isTough: Bool = false, whyTough: String = ""
    ) {
        self.asked = asked
        self.context = context
        self.place = place
        self.tried = tried
        self.isUrgent = isUrgent
        self.isTough = isTough
        self.whyTough = whyTough
    }
}

/// What someone wants to learn and what they need for it: always together (INV-06).
package struct KnowledgeNeed: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case time = "tijd"
        case form = "vorm"
        case partner = "partner"
        case money = "geld"

        package var name: Localized {
            switch self {
            case .time: Localized(nl: "Tijd", en: "Time")
            case .form: Localized(nl: "Een vorm die past, zoals een avond of een bezoek", en: "A form that fits, such as an evening or a visit")
            case .partner: Localized(nl: "Iemand om het mee te doen", en: "Someone to do it with")
            case .money: Localized(nl: "Geld", en: "Money")
            }
        }
    }

    package var learn: String
    package var needs: Set<Kind>
    package var words: String

    package init(learn: String, needs: Set<Kind> = [], words: String = "") {
        self.learn = learn
        self.needs = needs
        self.words = words
    }
}

/// How people gather knowledge (INV-05); says which channels to choose.
package enum KnowledgeSource: String, Sendable, Hashable, CaseIterable {
    case colleagues = "collegas"
    case meetings = "bijeenkomsten"
    case residents = "bewoners"
    case newsletters = "nieuwsbrieven"
    case social = "sociale-media"
    case films = "filmpjes"
    case research = "onderzoek"
    case courses = "cursussen"
    case visits = "werkbezoeken"

    package var name: Localized {
        switch self {
        case .colleagues: Localized(nl: "Van collega’s", en: "From colleagues")
        case .meetings: Localized(nl: "Op bijeenkomsten", en: "At meetings")
        case .residents: Localized(nl: "Van mensen in de buurt", en: "From people in the neighbourhood")
        case .newsletters: Localized(nl: "Uit nieuwsbrieven", en: "From newsletters")
        case .social: Localized(nl: "Op sociale media", en: "On social media")
        case .films: Localized(nl: "Uit filmpjes en podcasts", en: "From films and podcasts")
        case .research: Localized(nl: "Uit cijfers en onderzoek", en: "From figures and research")
        case .courses: Localized(nl: "Op een cursus", en: "On a course")
        case .visits: Localized(nl: "Door ergens te gaan kijken", en: "By going to see")
        }
    }
}

/// One of the three things that an answer can hold, as it is kept.
package struct AnswerEntry: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case offer = "aanbod"
        case need = "behoefte"
        case question = "leervraag"

        package var name: Localized {
            switch self {
            case .offer: Localized(nl: "Wat mensen anderen kunnen leren", en: "What people can teach others")
            case .need: Localized(nl: "Wat mensen willen leren", en: "What people want to learn")
            case .question: Localized(nl: "Leervragen uit de praktijk", en: "Learning questions from practice")
            }
        }

        /// Whether the facilitator must place it before anything is published.
        package var isPlaced: Bool { self != .offer }
    }

    package enum Content: Sendable, Hashable {
        case offer(String)
        case need(KnowledgeNeed)
        case question(PracticeQuestion)

        package var kind: Kind {
            switch self {
            case .offer: .offer
            case .need: .need
            case .question: .question
            }
        }

        /// The words in which the facilitator marks fragments.
        package var words: String {
            switch self {
            case .offer(let words): words
            case .need(let need): need.learn
            case .question(let question): question.asked
            }
        }
    }

    package let id: Identifier
    package let submission: Submission
    package let content: Content
}

/// One answer as it is kept: without anyone's name.
package struct Submission: Sendable, Hashable {
    package let id: Identifier
    package let round: Identifier
    /// `2026-11-21`.
    package let day: String
    package let timing: AnswerTiming
    package let isPaper: Bool
    package let role: Role?
    package let municipality: AnswerPlace?
    package let isQuotable: Bool
    /// Who gave it, as far as answers of one person are to count once: the answer itself in an anonymous call.
    package let giver: String
}

/// Whose an answer is, where the call is not anonymous.
package struct AnswerName: Sendable, Hashable {
    package let name: String?
    package let mail: String?
}
