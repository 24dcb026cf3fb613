import Core
import People

/// What someone said in a conversation: a story, a statement, an idea. Votes, dots and answers to questions are counted elsewhere.
package struct Contribution: Sendable, Hashable {
    package let id: Identifier
    package let conversation: Identifier
    package let kind: Kind
    package let channel: Channel
    /// Of the words: `nl`, `ar`.
    package let language: String
    /// The giver's own words, for moderators alone; nil once they were taken back.
    package let words: String?
    /// The words as everyone may read them; nil before that was decided, and once they were taken back.
    package let shown: String?
    package let visibility: Visibility
    /// Whether the giver agreed that it is quoted in what others write.
    package let isQuotable: Bool
    /// How many people stand behind it: 1, or more for a table.
    package let people: Int
    /// The moment is not kept, only the day.
    package let addedOn: DutchDay
    package let state: State

    /// Whether everyone may read it.
    package var isOpen: Bool { visibility == .everyone && state.isShown }

    package init(
        id: Identifier, conversation: Identifier, kind: Kind, channel: Channel, language: String, words: String?, shown: String?, visibility: Visibility,
        isQuotable: Bool, people: Int, addedOn: DutchDay, state: State
    ) {
        self.id = id
        self.conversation = conversation
        self.kind = kind
        self.channel = channel
        self.language = language
        self.words = words
        self.shown = shown
        self.visibility = visibility
        self.isQuotable = isQuotable
        self.people = people
        self.addedOn = addedOn
        self.state = state
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case story = "verhaal"
        case statement = "stelling"
        case idea = "idee"
        case place = "plek"
    }

    /// How it came. Results show it, and never weigh by it.
    package enum Channel: String, Sendable, Hashable, CaseIterable {
        case screen = "scherm"
        case paper = "papier"
        case workshop = "tafel"
        case assisted = "hulp"
        case telephone = "telefoon"
        case imported = "ingelezen"
    }

    package enum Visibility: String, Sendable, Hashable, CaseIterable {
        case everyone = "iedereen"
        /// Who leads the conversation, and nobody else.
        case team = "team"
    }

    /// Where it stands with moderators and its giver.
    package enum State: String, Sendable, Hashable, CaseIterable {
        case waiting = "wacht"
        case published = "geplaatst"
        /// With parts left out.
        case masked = "deels-geplaatst"
        /// The giver was asked something.
        case returned = "teruggelegd"
        /// Kept by the team, with a reason for the giver.
        case refused = "niet-geplaatst"
        case withdrawn = "teruggenomen"

        /// Whether everyone may read it, where the giver wanted that.
        package var isShown: Bool { self == .published || self == .masked }
    }

    /// What someone hands in.
    package struct Entry: Sendable, Hashable {
        package let kind: Kind
        package let words: String
        package let channel: Channel
        package let language: String
        package let visibility: Visibility
        package let isQuotable: Bool
        package let people: Int
        /// Who typed it for somebody else.
        package let enteredBy: Identifier?
        /// Who signed in and gave it; kept apart from it.
        package let giver: Identifier?

        package init(
            _ kind: Kind, _ words: String, channel: Channel = .screen, language: String = "nl", visibility: Visibility = .everyone, isQuotable: Bool = false,
            people: Int = 1, enteredBy: Identifier? = nil, giver: Identifier? = nil
        ) {
            self.kind = kind
            self.words = words
            self.channel = channel
            self.language = language
            self.visibility = visibility
            self.isQuotable = isQuotable
            self.people = people
            self.enteredBy = enteredBy
            self.giver = giver
        }
    }

    /// What a moderator decided, with the reason that the giver reads.
    package struct Ruling: Sendable, Hashable {
        package let state: State
        /// The words for everyone, where parts were left out; nil for the giver's own.
        package let shown: String?
        /// A reason of the list; nil for something that was published as it was.
        package let reason: Reason?
        /// In the moderator's own words, to the giver.
        package let words: String
        /// Whether the place is taken away for good.
        package let hidesPlace: Bool
        /// Whether the photo is taken away for good.
        package let hidesPhoto: Bool

        package init(
            _ state: State, shown: String? = nil, reason: Reason? = nil, words: String = "", hidesPlace: Bool = false, hidesPhoto: Bool = false
        ) {
            self.state = state
            self.shown = shown
            self.reason = reason
            self.words = words
            self.hidesPlace = hidesPlace
            self.hidesPhoto = hidesPhoto
        }
    }

    /// Why something was not published as it was.
    package enum Reason: String, Sendable, Hashable, CaseIterable {
        case personalData = "persoonsgegevens"
        case aboutPerson = "over-een-persoon"
        case hurtful = "kwetsend"
        case offTopic = "hoort-hier-niet"
        case double = "staat-er-al"
        case unclear = "niet-duidelijk"
        case commercial = "reclame"
    }
}
