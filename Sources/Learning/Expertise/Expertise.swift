import Core

/// What someone or an organisation knows about, under a term of the vocabulary (EXP-03). Times are milliseconds since 1970.
package struct ExpertiseLine: Sendable, Hashable {
    /// Both stand equal (EXP-08).
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case professional = "vak"
        case experience = "ervaring"
    }

    /// What shows it.
    package enum Deed: String, Sendable, Hashable, CaseIterable {
        case subgroup = "deelsessie"
        case practiceCase = "casus"
        case answer = "antwoord"
        case pilot = "pilot"
        case experience = "ervaring"
        case offer = "aanbod"
        /// They said so themselves.
        case own = "zelf"
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case proposed = "voorgesteld"
        case approved = "goedgekeurd"
        case refused = "afgewezen"
    }

    package enum Owner: Sendable, Hashable {
        case person(Identifier)
        case organisation(Identifier)
    }

    package let id: Identifier
    package let owner: Owner
    /// Key of a term.
    package let label: String
    package let kind: Kind
    /// Where it was learned or holds; nil for no place in particular.
    package let region: AreaCode?
    /// Of the newest deed.
    package let deed: Deed
    package let deedAt: Int64
    package let confirmedAt: Int64?
    package let state: State

    /// Months that a line counts without a new deed, as days.
    package static let term: Int64 = 730 * 86_400_000

    /// Its newest sign of life.
    package var freshAt: Int64 { max(deedAt, confirmedAt ?? deedAt) }

    /// Without a deed in 24 months it waits for one button.
    package func isStale(at now: Int64) -> Bool { now - freshAt >= Self.term }

    package func counts(at now: Int64) -> Bool { state == .approved && !isStale(at: now) }
}

/// What kind of help someone gives or asks.
package enum HelpKind: String, Sendable, Hashable, CaseIterable {
    case talk = "gesprek"
    case read = "meelezen"
    case visit = "bezoek"
    case story = "verhaal"
}

/// How someone wants to be asked. Times are milliseconds since 1970.
package struct ExpertiseSetting: Sendable, Hashable {
    /// Requests in 30 days, 0 to 10.
    package var cap = Self.usualCap
    package var isPaused = false
    package var holidayUntil: Int64?
    package var isOpen = true
    /// Nothing is everything.
    package var helps: Set<HelpKind> = []

    package static let usualCap = 3
    /// What the cap counts over.
    package static let month: Int64 = 30 * 86_400_000

    package init() {}

    package func isAvailable(at now: Int64) -> Bool { isOpen && !isPaused && cap > 0 && (holidayUntil ?? .min) <= now }

    package func gives(_ help: HelpKind) -> Bool { helps.isEmpty || helps.contains(help) }
}

/// A question to who knows (EXP-02, CAS-10). Times are milliseconds since 1970.
package struct HelpRequest: Sendable, Hashable {
    package enum Wanted: String, Sendable, Hashable, CaseIterable {
        case any = "beide"
        case professional = "vak"
        case experience = "ervaring"
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case open = "open"
        case closed = "gesloten"
        case withdrawn = "ingetrokken"
    }

    package struct Draft: Sendable, Hashable {
        package var question: String
        package var tried: String
        package var label: String
        package var wanted: Wanted
        package var help: HelpKind
        /// Stays inside this programme; nil for everyone.
        package var programme: Identifier?

        package init(
            question: String, tried: String = "", label: String, wanted: Wanted = .any, help: HelpKind = .talk, programme: Identifier? = nil
        ) {
            self.question = question
            self.tried = tried
            self.label = label
            self.wanted = wanted
            self.help = help
            self.programme = programme
        }
    }

    package let id: Identifier
    /// Nil once they were erased.
    package let asker: Identifier?
    package let organisation: Identifier?
    package let area: AreaCode?
    package let draft: Draft
    package let state: State
    package let outcome: String
    package let addedAt: Int64
    package let closedAt: Int64?
}

/// That one person was asked for one request. Times are milliseconds since 1970.
package struct HelpAsk: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case asked = "gevraagd"
        case accepted = "ja"
        case declined = "nee"
        case silent = "stil"
        /// The request ended first.
        case ended = "vervallen"
    }

    package let id: Identifier
    package let request: Identifier
    package let person: Identifier
    package let kind: ExpertiseLine.Kind
    package let reasons: [MatchReason]
    package let state: State
    package let askedAt: Int64
    package let dueAt: Int64
}

/// Five working days, as Monday to Friday in the Netherlands.
enum HelpTerm {
    static let days = 5
    private static let day: Int64 = 86_400_000

    /// The end of the fifth working day after this moment.
    static func due(after now: Int64, dayEnd: (Int64) -> Int64) -> Int64 {
        var moment = now, left = days
        while left > 0 {
            moment = dayEnd(moment) + day / 2
            // 1 January 1970 was a Thursday; noon is the same day there and in UTC.
            if ![2, 3].contains((moment / day) % 7) { left -= 1 }
        }
        return dayEnd(moment)
    }
}
