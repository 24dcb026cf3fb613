import Core
import Mail

/// Someone to ask about a thing: the same for a programme, for the installation, and for whatever names someone later.
package typealias ContactPoint = ProgrammeContact

/// What a question is about: support has two sides (ORG-06).
package enum ContactTopic: String, Sendable, Hashable, CaseIterable {
    /// Dates, places, signing up, access: the side of the process.
    case practical = "praktisch"
    case content = "inhoud"

    /// The kind of person who answers it.
    var kind: ContactPoint.Kind {
        switch self {
        case .practical: .practical
        case .content: .content
        }
    }

    package var name: Localized {
        switch self {
        case .practical: Localized(nl: "Iets praktisch", en: "Something practical")
        case .content: Localized(nl: "De inhoud", en: "The content")
        }
    }

    var hint: Localized {
        switch self {
        case .practical: Localized(nl: "Zoals een datum, een plek of je toegang.", en: "Such as a date, a place or your access.")
        case .content: Localized(nl: "Zoals een cijfer, een idee of iets uit de wijk.", en: "Such as a figure, an idea or something in the neighbourhood.")
        }
    }
}

/// How far a question has come. What is kept are the dates; the last step that was taken is the state.
package enum ContactState: String, Sendable, Hashable, CaseIterable {
    case new = "nieuw"
    case taken = "opgepakt"
    case answered = "beantwoord"
    case closed = "gesloten"

    package var name: Localized {
        switch self {
        case .new: Localized(nl: "Nieuw", en: "New")
        case .taken: Localized(nl: "Opgepakt", en: "Taken up")
        case .answered: Localized(nl: "Beantwoord", en: "Answered")
        case .closed: Localized(nl: "Gesloten", en: "Closed")
        }
    }

    /// Nothing more has to be done.
    package var isDone: Bool { self == .answered || self == .closed }
}

/// A question as someone wrote it.
package struct ContactDraft: Sendable, Hashable {
    package let topic: ContactTopic
    package let name: String
    package let mail: MailAddress
    package let phone: String?
    package let subject: String
    package let body: String
    /// That the receipt is written in.
    package let language: Language

    package init(topic: ContactTopic, name: String, mail: MailAddress, phone: String?, subject: String, body: String, language: Language) {
        self.topic = topic
        self.name = name
        self.mail = mail
        self.phone = phone
        self.subject = subject
        self.body = body
        self.language = language
    }
}

/// A question that was sent. Times are milliseconds since 1970.
package struct ContactMessage: Sendable, Hashable {
    package let id: Identifier
    /// What it is about: `installation` without an id, `programme`, or another kind of thing.
    package let thing: Event.Thing
    package let draft: ContactDraft
    /// Whom it went to; nil for the administrators of the installation.
    package let point: Identifier?
    /// Their account, where they have one.
    package let assigned: Identifier?
    /// Why it may be advertising, although who wrote it says that it is not.
    package let doubts: [ContactSign]
    package let sentAt: Int64
    /// By when there is to be an answer.
    package let promisedAt: Int64
    package let takenBy: Identifier?
    package let takenAt: Int64?
    package let answeredAt: Int64?
    package let closedAt: Int64?

    package var state: ContactState {
        if closedAt != nil { return .closed }
        if answeredAt != nil { return .answered }
        return takenAt == nil ? .new : .taken
    }

    package func isLate(at now: Int64) -> Bool { !state.isDone && now > promisedAt }
}
