import Core
import People

/// A figure or what a partner knows, laid beside what residents tell: how they stand to each other, and what is done with that.
///
/// Both sides stay apart. Nothing is added up or averaged, and nobody can delete it: it can only be talked over, solved or left as a difference, with a reason.
package struct Match: Sendable, Hashable {
    package let id: Identifier
    package let area: AreaCode
    /// The organisation in whose name it was noted.
    package let owner: Identifier
    package let facts: Facts
    package let addedOn: DutchDay
    /// The newest last.
    package let changes: [Change]

    package init(id: Identifier, area: AreaCode, owner: Identifier, facts: Facts, addedOn: DutchDay, changes: [Change]) {
        self.id = id
        self.area = area
        self.owner = owner
        self.facts = facts
        self.addedOn = addedOn
        self.changes = changes
    }

    package var state: State { changes.last?.state ?? .open }

    package struct Facts: Sendable, Hashable {
        package let title: String
        /// The key of an ``AreaTheme``.
        package let theme: String
        package let counting: Counting
        package let telling: Telling
        package let relation: Relation
        /// Why it is so, as far as known.
        package let explanation: String

        package init(title: String, theme: String, counting: Counting, telling: Telling, relation: Relation, explanation: String) {
            self.title = title
            self.theme = theme
            self.counting = counting
            self.telling = telling
            self.relation = relation
            self.explanation = explanation
        }
    }

    /// What the systems of organisations know.
    package enum Counting: Sendable, Hashable {
        case figure(FigureEvidence)
        /// What a partner knows, in its own words. The organisation is named; no person is.
        case partner(words: String, source: String, kind: Information)
        /// Nothing is measured.
        case nothing
    }

    /// Where knowledge comes from (WYK-18).
    package enum Information: String, Sendable, Hashable, CaseIterable {
        case system = "systeem"
        case street = "straat"
    }

    /// What residents know.
    package enum Telling: Sendable, Hashable {
        case stories(StorySelection)
        case statement(conversation: Identifier, contribution: Identifier)
        /// Nothing was told.
        case nothing

        package var conversation: Identifier? {
            switch self {
            case .stories(let selection): selection.conversation
            case .statement(let conversation, _): conversation
            case .nothing: nil
            }
        }
    }

    /// Stories of a conversation: all, of one kind, or of one theme; with words of one of them.
    package struct StorySelection: Sendable, Hashable {
        package let conversation: Identifier
        package let mark: Story.Mark?
        /// Of the themes by which its stories are sorted.
        package let theme: Int?
        package let quote: Quote?

        package init(conversation: Identifier, mark: Story.Mark? = nil, theme: Int? = nil, quote: Quote? = nil) {
            self.conversation = conversation
            self.mark = mark
            self.theme = theme
            self.quote = quote
        }
    }

    /// Words of a story, of which the giver agreed that it is quoted.
    package struct Quote: Sendable, Hashable {
        package let story: Identifier
        package let words: String

        package init(story: Identifier, words: String) {
            self.story = story
            self.words = words
        }

        package static let limit = 400
    }

    package enum Relation: String, Sendable, Hashable, CaseIterable {
        case contradicts = "spreekt-tegen"
        case confirms = "bevestigt"
        case explains = "verklaart"
        case notComparable = "niet-te-vergelijken"
        /// People tell of it, and nothing is measured.
        case notMeasured = "niet-gemeten"
        /// It is measured, and nobody told of it.
        case notTold = "niet-verteld"

        /// The relation that follows where one side is empty.
        package static func forced(_ counting: Counting, _ telling: Telling) -> Relation? {
            if counting == .nothing { return .notMeasured }
            return telling == .nothing ? .notTold : nil
        }

        /// Those that people choose between.
        package static let judged: [Relation] = [.contradicts, .confirms, .explains, .notComparable]
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case open = "open"
        case discussed = "besproken"
        case resolved = "opgelost"
        /// Both stand: the difference stays.
        case accepted = "verschil-blijft"
    }

    /// What was done with it, and why.
    package struct Change: Sendable, Hashable {
        package let state: State
        package let reason: String
        package let changedOn: DutchDay
    }
}

/// A group or organisation that knows an area well, and of what. Never one person.
package struct Knower: Sendable, Hashable {
    package let id: Identifier
    package let area: AreaCode
    package let facts: Facts

    package struct Facts: Sendable, Hashable {
        package let name: String
        package let kind: Kind
        /// What they know.
        package let knows: String
        /// How to reach them, as they tell everyone.
        package let contact: String

        package init(name: String, kind: Kind, knows: String, contact: String) {
            self.name = name
            self.kind = kind
            self.knows = knows
            self.contact = contact
        }
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case residents = "bewoners"
        case entrepreneurs = "ondernemers"
        case organisation = "organisatie"
        case volunteers = "vrijwilligers"
        case place = "plek"
    }
}

/// How much was told, as everyone may see it.
package enum TellingSummary: Sendable, Hashable {
    /// - Parameters:
    ///   - count: stories about it; nil for fewer than five, but not for none
    ///   - of: all that were published and of which it is known
    ///   - channels: how they came, where five or more came in that way
    case stories(count: Int?, of: Int, channels: [Contribution.Channel: Int])
    /// - Parameter outcome: nil for fewer than five votes
    case statement(number: Int, words: String, language: String, outcome: Localized?)
    /// It was taken back.
    case gone
    case nothing

    /// - Parameters:
    ///   - stories: of the conversation
    ///   - marked: those that have the mark of the selection
    init(_ selection: Match.StorySelection, stories: [CodedStory], marked: Set<Identifier>) {
        let open = stories.filter(\.isOpen), known = selection.theme == nil ? open : open.filter { $0.themes != nil }
        let about = known.filter { story in
            selection.theme.map { story.themes?.contains($0) ?? false } ?? true && (selection.mark == nil || marked.contains(story.contribution.id))
        }
        let channels = Dictionary(grouping: about) { $0.contribution.channel }.mapValues(\.count).filter { $0.value >= ShownPeople.least }
        let count = ShownPeople.told(about.count)
        self = .stories(count: count, of: known.count, channels: count == nil ? [:] : channels)
    }
}

/// A match with all that its page shows.
package struct MatchView: Sendable {
    package let match: Match
    package let owner: String
    package let areaName: String
    package let conversation: Conversation?
    package let summary: TellingSummary
    /// Where it still may be quoted.
    package let quote: Words?
    /// The same figure as it is now; nil where it is as it was then, or not known any more.
    package let newer: FigureEvidence?

    /// A quote with the language of its words.
    package struct Words: Sendable, Hashable {
        package let quote: Match.Quote
        package let language: String
    }
}

/// How much is known by counting and by telling of one theme.
package struct ThemeBalance: Sendable, Hashable {
    package let theme: AreaTheme
    /// Figures with a value.
    package let figures: Int
    /// Published stories; nil for fewer than five, but not for none.
    package let stories: Int?
}
