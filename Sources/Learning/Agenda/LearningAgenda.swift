import Core
import People

/// What a programme or a part of it wants to learn together, in the order that its owners chose (AGD-01).
package struct LearningAgenda: Sendable {
    /// Whose agenda it is.
    package let place: AgendaPlace
    /// All items, in the order of the owners.
    package let items: [AgendaItem]
    package let departures: [AgendaDeparture]

    /// What stands on it for everyone: what was agreed and has not ended.
    package var living: [AgendaItem] { items.filter { $0.state.isLiving } }

    package func items(in state: AgendaItem.State) -> [AgendaItem] { items.filter { $0.state == state } }

    package func item(_ id: Identifier) -> AgendaItem? { items.first { $0.id == id } }
}

/// A programme, or a part of one, that has an agenda of its own (AGD-10).
package struct AgendaPlace: Sendable, Hashable {
    package let programme: Identifier
    /// Nil for the whole programme.
    package let part: Identifier?

    package init(programme: Identifier, part: Identifier? = nil) {
        self.programme = programme
        self.part = part
    }

    /// Of the agenda: that of the part, or of the programme.
    package var id: Identifier { part ?? programme }
}

/// One theme or learning question of an agenda.
package struct AgendaItem: Sendable, Hashable {
    package let id: Identifier
    package let agenda: Identifier
    /// Its place in the order, from 1.
    package let place: Int
    package let facts: Facts
    /// The organisation that proposed it; nil for one that the owners put on themselves.
    package let proposer: Identifier?
    /// All that happened to it, the oldest first; never empty.
    package let steps: [Step]
    /// Issues of the inventory that it comes from.
    package let issues: [Identifier]
    /// Of organisations, the oldest first.
    package let supports: [AgendaSupport]
    package let objections: [AgendaObjection]
    /// What it does to other items (AGD-16).
    package let effects: [AgendaEffect]

    package enum State: String, Sendable, Hashable, CaseIterable {
        case proposed = "voorgesteld"
        case agreed = "afgesproken"
        /// In a month.
        case planned = "gepland"
        case running = "bezig"
        case done = "klaar"
        case parked = "geparkeerd"
        case dropped = "vervallen"

        package var name: Localized {
            switch self {
            case .proposed: Localized(nl: "Voorgesteld", en: "Proposed")
            case .agreed: Localized(nl: "Afgesproken", en: "Agreed")
            case .planned: Localized(nl: "Gepland", en: "Planned")
            case .running: Localized(nl: "Bezig", en: "Running")
            case .done: Localized(nl: "Klaar", en: "Done")
            case .parked: Localized(nl: "Geparkeerd", en: "Parked")
            case .dropped: Localized(nl: "Vervallen", en: "Dropped")
            }
        }

        /// On the agenda now.
        package var isLiving: Bool { [.agreed, .planned, .running].contains(self) }

        /// What it may become. Planned again is another month.
        package var next: [State] {
            switch self {
            case .proposed: [.agreed, .parked, .dropped]
            case .agreed: [.planned, .parked, .dropped]
            case .planned: [.running, .planned, .parked, .dropped]
            case .running: [.done, .parked, .dropped]
            case .parked: [.agreed, .dropped]
            case .done, .dropped: []
            }
        }

        /// Whether it says why.
        package var needsReason: Bool { self == .parked || self == .dropped }
    }

    /// A dated row of what became of it.
    package struct Step: Sendable, Hashable {
        package let state: State
        /// Milliseconds since 1970.
        package let at: Int64
        package let reason: String
        /// The month that it starts in; with ``State/planned`` only.
        package let month: Period?
    }

    package struct Facts: Sendable, Hashable {
        package var title: String
        package var words: String
        /// Key of a theme of the vocabulary.
        package var theme: String?
        /// Below the theme, one a line (AGD-05).
        package var subjects: String
        /// One question a line (AGD-03).
        package var questions: String
        /// Keys of domains; there may be several (AGD-13).
        package var domains: [String]
        /// How its domains make each other stronger.
        package var reinforces: String
        package var level: Term.Scale?
        package var isTough: Bool
        /// Always there for a tough one (AGD-18).
        package var whyTough: String
        /// What you can do about it (AGD-15).
        package var perspective: String
        package var ownerOrganisation: Identifier?
        package var ownerPerson: Identifier?
        /// Why it was put on the agenda between rounds; empty for one that was not (AGD-09).
        package var adHocReason: String

        package init(
            title: String, words: String = "", theme: String? = nil, subjects: String = "", questions: String = "", domains: [String] = [],
            reinforces: String = "", level: Term.Scale? = nil, isTough: Bool = false, whyTough: String = "", perspective: String = "",
            ownerOrganisation: Identifier? = nil, ownerPerson: Identifier? = nil, adHocReason: String = ""
        ) {
            self.title = title
            self.words = words
            self.theme = theme
            self.subjects = subjects
            self.questions = questions
            self.domains = Array(Set(domains)).sorted()
            self.reinforces = reinforces
            self.level = level
            self.isTough = isTough
            self.whyTough = whyTough
            self.perspective = perspective
            self.ownerOrganisation = ownerOrganisation
            self.ownerPerson = ownerPerson
            self.adHocReason = adHocReason
        }
    }

    package var state: State { steps.last?.state ?? .proposed }
    /// When it came on the agenda as a proposal.
    package var addedAt: Int64 { steps.first?.at ?? 0 }
    /// The month that it starts or started in; nil while nobody planned it.
    package var month: Period? { state == .proposed || state == .agreed ? nil : steps.last { $0.month != nil }?.month }
    /// Whether everyone may see it: it was agreed once.
    package var isPublic: Bool { steps.contains { $0.state.isLiving } }

    package var thing: Event.Thing { Event.Thing("agenda-item", id.description) }
}

/// That an organisation supports an item, and what it brings (AGD-02).
package struct AgendaSupport: Sendable, Hashable {
    package let organisation: Identifier
    package let brings: String
    package let at: Int64
}

/// What an organisation has against an item.
package struct AgendaObjection: Sendable, Hashable {
    package let id: Identifier
    package let organisation: Identifier
    package let words: String
    package let at: Int64
    /// What the owners say to it; nil while they say nothing.
    package let answer: String?
}

/// What one item does to another.
package struct AgendaEffect: Sendable, Hashable {
    package let other: Identifier
    package let words: String
}

/// Why the order is another than the counts would give.
package struct AgendaDeparture: Sendable, Hashable {
    /// The item that was put higher.
    package let item: Identifier
    package let above: Identifier
    package let reason: String
    package let at: Int64
}

/// What is counted of an item. Nil is not known, which is not none.
package struct AgendaCounts: Sendable, Hashable {
    package let supports: Int
    /// People who named it in the inventory, as far as it was published.
    package let inputs: Int?

    package init(supports: Int, inputs: Int?) {
        self.supports = supports
        self.inputs = inputs
    }

    /// Whether all that is known speaks for the other: then putting this one higher needs a reason.
    package func isBehind(_ other: AgendaCounts) -> Bool {
        var isLess = supports < other.supports, isMore = supports > other.supports
        if let inputs, let others = other.inputs {
            isLess = isLess || inputs < others
            isMore = isMore || inputs > others
        }
        return isLess && !isMore
    }
}
