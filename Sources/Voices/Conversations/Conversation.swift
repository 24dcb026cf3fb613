import Core
import People

/// A conversation with residents about an area: what is asked, what is decided with it, and how people take part. Times are milliseconds since 1970.
package struct Conversation: Sendable, Hashable {
    package let id: Identifier
    /// The neighbourhood, district or municipality it is about.
    package let area: AreaCode
    /// The organisation that holds it.
    package let owner: Identifier
    package let facts: Facts
    package let openedAt: Int64?
    package let closedAt: Int64?
    package let addedAt: Int64

    package init(id: Identifier, area: AreaCode, owner: Identifier, facts: Facts, openedAt: Int64?, closedAt: Int64?, addedAt: Int64) {
        self.id = id
        self.area = area
        self.owner = owner
        self.facts = facts
        self.openedAt = openedAt
        self.closedAt = closedAt
        self.addedAt = addedAt
    }

    /// The announcement: the first page that everyone sees. A conversation does not open without it.
    package struct Facts: Sendable, Hashable {
        package var title: String
        /// What residents are asked.
        package var question: String
        /// What is decided with it, and what is not.
        package var decided: String
        package var notDecided: String
        package var influence: Influence
        /// Who decides, and by which day.
        package var decider: String
        package var decidedBy: DutchDay
        /// What happens with what people say.
        package var afterwards: String
        package var firstDay: DutchDay
        package var lastDay: DutchDay
        package var ways: Set<Way>
        /// How people are asked to take part: letter, door, school yard.
        package var invitation: String
        /// The languages in which people can take part, also on paper: `nl`, `ar`.
        package var languages: [String]
        package var houseRules: String
        package var contact: String
        package var level: Level
        package var moderation: Moderation
        /// The key of a theme; nil for the area as a whole.
        package var theme: String?
        /// Whether it is about how people live at home: then no place is kept exactly.
        package var isAboutHome: Bool

        package init(
            title: String, question: String, decided: String, notDecided: String, influence: Influence, decider: String, decidedBy: DutchDay,
            afterwards: String, firstDay: DutchDay, lastDay: DutchDay, ways: Set<Way>, invitation: String, languages: [String], houseRules: String,
            contact: String, level: Level, moderation: Moderation, theme: String? = nil, isAboutHome: Bool = false
        ) {
            self.title = title
            self.question = question
            self.decided = decided
            self.notDecided = notDecided
            self.influence = influence
            self.decider = decider
            self.decidedBy = decidedBy
            self.afterwards = afterwards
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.ways = ways
            self.invitation = invitation
            self.languages = languages
            self.houseRules = houseRules
            self.contact = contact
            self.level = level
            self.moderation = moderation
            self.theme = theme
            self.isAboutHome = isAboutHome
        }
    }

    /// How much say people have.
    package enum Influence: String, Sendable, Hashable, CaseIterable {
        case inform = "meeweten"
        case consult = "raadplegen"
        case advise = "adviseren"
        case decide = "meebeslissen"
    }

    package enum Way: String, Sendable, Hashable, CaseIterable {
        case screen = "scherm"
        case paper = "papier"
        case meeting = "bijeenkomst"
        case help = "hulp"
        case telephone = "telefoon"
    }

    /// Who can take part. It is shown with the results.
    package enum Level: String, Sendable, Hashable, CaseIterable {
        /// Everyone; how often from one address is watched.
        case open = "open"
        /// Who has a code that came by post.
        case code = "code"
        /// Who signed in.
        case account = "account"
    }

    /// When a moderator reads what people wrote.
    package enum Moderation: String, Sendable, Hashable, CaseIterable {
        case before = "vooraf"
        case after = "achteraf"
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case draft = "concept"
        /// Announced, and not begun.
        case coming = "komt"
        case open = "open"
        case closed = "gesloten"
    }

    package func state(at now: Int64) -> State {
        guard openedAt != nil else { return .draft }
        if closedAt.map({ $0 <= now }) ?? false || now >= facts.lastDay.end { return .closed }
        return now < facts.firstDay.start ? .coming : .open
    }

    /// Whether everyone may see it.
    package var isPublic: Bool { openedAt != nil }

    package func isOpen(at now: Int64) -> Bool { state(at: now) == .open }

    package var reference: ThingReference { ThingReference(.conversation, id.description) }

    /// Where someone can lead it: in the area or one around it, at the organisation, or in this conversation alone.
    package var scopes: Set<Scope> {
        Set(area.withParents.map(Scope.area)).union([.organisation(owner), .thing(kind: SearchEntry.Kind.conversation.rawValue, id: id)])
    }
}

extension AreaCode {
    /// Itself and the areas around it, each once: a district is its own district.
    var withParents: [AreaCode] {
        var seen: Set<AreaCode> = []
        return [self, district, municipality].compactMap(\.self).filter { seen.insert($0).inserted }
    }
}
