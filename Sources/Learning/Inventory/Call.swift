import Core
import People

/// A call to say what one wants to learn, with what is asked and what was promised (INV-01). Times are milliseconds since 1970.
package struct Call: Sendable, Hashable {
    package let id: Identifier
    package let programme: Identifier
    /// A network or a series of the programme; nil for the whole programme.
    package let part: Identifier?
    package let facts: Facts
    /// Since when the anonymity is fixed; nil while no round was opened.
    package let promisedAt: Int64?
    package let addedAt: Int64

    /// What the organisers write of it.
    package struct Facts: Sendable, Hashable {
        package var title: String
        package var goal: String
        package var anonymity: Anonymity
        package var fields: [PersonalField: FieldRule]
        /// Who takes the answers along, by name.
        package var contact: String

        package init(title: String, goal: String, anonymity: Anonymity, fields: [PersonalField: FieldRule], contact: String) {
            self.title = title
            self.goal = goal
            self.anonymity = anonymity
            self.fields = fields
            self.contact = contact
        }

        package func rule(_ field: PersonalField) -> FieldRule {
            anonymity == .anonymous && field.tellsWho ? .absent : fields[field] ?? .absent
        }
    }

    package var reference: ThingReference { ThingReference(.call, id.description) }
}

/// What is promised about who answers. It is fixed before the first answer and never undone (D-11).
package enum Anonymity: String, Sendable, Hashable, CaseIterable {
    case anonymous = "anoniem"
    /// The facilitator alone sees the name.
    case confidential = "vertrouwelijk"
    case named = "op-naam"

    package var name: Localized {
        switch self {
        case .anonymous: Localized(nl: "Anoniem", en: "Anonymous")
        case .confidential: Localized(nl: "Vertrouwelijk", en: "Confidential")
        case .named: Localized(nl: "Met naam", en: "With a name")
        }
    }

    /// Told above the form.
    package var promise: Localized {
        switch self {
        case .anonymous:
            Localized(
                nl: "Je antwoord is anoniem. Wij bewaren geen naam, geen adres en geen tijd, alleen de dag. Niemand kan dat later veranderen.",
                en: "Your answer is anonymous. We keep no name, no address and no time, only the day. Nobody can change that later.")
        case .confidential:
            Localized(
                nl: "Je antwoord is vertrouwelijk. Alleen de begeleider ziet je naam. Niemand kan dat later veranderen.",
                en: "Your answer is confidential. Only the facilitator sees your name. Nobody can change that later.")
        case .named:
            Localized(
                nl: "Je antwoord heeft je naam erbij. Wie deze oproep regelt, ziet die naam. Op de site staat je naam niet.",
                en: "Your answer has your name with it. Who organises this call sees that name. Your name is not shown on the site.")
        }
    }
}

/// A fact about who answers; each is required, optional or not asked, and says who reads it (D-12).
package enum PersonalField: String, Sendable, Hashable, CaseIterable {
    case role = "rol"
    case municipality = "gemeente"
    case name = "naam"
    case mail = "mail"

    /// Whether it tells who someone is.
    package var tellsWho: Bool { self == .name || self == .mail }

    package var title: Localized {
        switch self {
        case .role: Localized(nl: "Je rol", en: "Your role")
        case .municipality: Localized(nl: "Je gemeente", en: "Your municipality")
        case .name: Localized(nl: "Je naam", en: "Your name")
        case .mail: Localized(nl: "Je mailadres", en: "Your mail address")
        }
    }

    /// In plain words who sees it.
    package func readers(_ anonymity: Anonymity) -> Localized {
        switch (self, anonymity) {
        case (.role, _), (.municipality, _):
            Localized(
                nl: "De begeleider ziet dit bij je antwoord. Op de site staan alleen aantallen, en nooit van een kleine groep.",
                en: "The facilitator sees this with your answer. The site shows numbers only, and never of a small group.")
        case (_, .named):
            Localized(nl: "Wie deze oproep regelt, ziet dit. Op de site staat het niet.", en: "Who organises this call sees this. It is not on the site.")
        default: Localized(nl: "Alleen de begeleider ziet dit.", en: "Only the facilitator sees this.")
        }
    }
}

package enum FieldRule: String, Sendable, Hashable, CaseIterable {
    case required = "verplicht"
    case optional = "vrij"
    case absent = "niet"

    package var name: Localized {
        switch self {
        case .required: Localized(nl: "Moet", en: "Required")
        case .optional: Localized(nl: "Mag", en: "Optional")
        case .absent: Localized(nl: "Vragen we niet", en: "Not asked")
        }
    }
}

/// One question of a call, in the words of its organisers.
package struct CallQuestion: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What is most urgent or toughest (INV-04, AGD-17).
        case issue = "vraagstuk"
        /// How someone gathers knowledge (INV-05).
        case sources = "bronnen"
        /// What to learn and what is needed for it: one pair (INV-06).
        case learning = "leren"
        /// What someone can teach others (INV-03).
        case offer = "aanbod"

        package var name: Localized {
            switch self {
            case .issue: Localized(nl: "Wat speelt er?", en: "What is going on?")
            case .sources: Localized(nl: "Hoe kom je aan kennis?", en: "How do you find knowledge?")
            case .learning: Localized(nl: "Wat wil je leren, en wat heb je nodig?", en: "What do you want to learn, and what do you need?")
            case .offer: Localized(nl: "Wat kun je anderen leren?", en: "What can you teach others?")
            }
        }

        /// On which page of the form it stands.
        package var step: Int { self == .issue ? 1 : 2 }
    }

    package let kind: Kind
    package var prompt: Localized
    package var isRequired: Bool

    package init(_ kind: Kind, _ prompt: Localized, isRequired: Bool = false) {
        self.kind = kind
        self.prompt = prompt
        self.isRequired = isRequired
    }

    /// What a call begins with: three open questions and one with boxes to tick (INV-15).
    package static let usual = [
        CallQuestion(
            .issue,
            Localized(
                nl: "Wat is in jouw gemeente nu het meest dringend, of het meest taai?",
                en: "What is most urgent, or toughest, in your municipality now?"), isRequired: true),
        CallQuestion(.sources, Localized(nl: "Hoe kom jij aan kennis en nieuwe ideeën?", en: "How do you find knowledge and new ideas?")),
        CallQuestion(.learning, Localized(nl: "Wat zou jij nog meer willen leren?", en: "What else would you like to learn?")),
        CallQuestion(.offer, Localized(nl: "Waar weet jij veel van, en wil je over vertellen?", en: "What do you know a lot about, and want to tell about?")),
    ]
}

/// A set of questions that can be used again.
package struct QuestionSet: Sendable, Hashable {
    package let id: Identifier
    package let name: String
    package let questions: [CallQuestion]
}

/// A link through which a call is spread (INV-09).
package struct CallChannel: Sendable, Hashable {
    package let id: Identifier
    package let name: String
    /// In the address: `?via=nieuwsbrief`.
    package let code: String

    /// That of who came without a link of a channel, and of answers on paper.
    package static let direct = "direct", paper = "papier"
}
