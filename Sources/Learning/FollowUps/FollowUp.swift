import Core
import Mail

/// What someone is asked some time after they learned with others: what they used, and what came of it (KWA-07). Times are milliseconds since 1970.
package struct FollowUp: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case meeting = "bijeenkomst"
        /// A session of a closed group: what it was about is told nowhere.
        case session = "sessie"
    }

    /// After how long. Whole weeks, so that it comes on the same day of the week; the second comes a day before registration forgets who came.
    package enum Term: Int, Sendable, Hashable, CaseIterable {
        case quarter = 3
        case year = 12

        package var days: Int64 { self == .quarter ? 91 : 364 }
    }

    package enum Used: String, Sendable, Hashable, CaseIterable {
        case yes = "ja"
        case no = "nee"
        case notYet = "nog-niet"
    }

    /// Whether others may read the words.
    package enum Sharing: String, Sendable, Hashable, CaseIterable {
        case named = "naam"
        case unnamed = "zonder"
        case not = "niet"
    }

    /// What someone says; nothing stands here for who said nothing.
    package struct Said: Sendable, Hashable {
        package var used: Used
        /// What they used.
        package var words: String
        /// What came of it.
        package var outcome: String
        /// As they reckon themselves; nil for no number, which is not none.
        package var hours: Int?
        package var sharing: Sharing

        package init(used: Used, words: String = "", outcome: String = "", hours: Int? = nil, sharing: Sharing = .not) {
            self.used = used
            self.words = words
            self.outcome = outcome
            self.hours = hours
            self.sharing = sharing
        }
    }

    package let id: Identifier
    package let kind: Kind
    /// The meeting or session.
    package let thing: Identifier
    package let term: Term
    /// Of a meeting; empty for a session.
    package let title: String
    /// When it ended.
    package let happenedAt: Int64
    package let askedAt: Int64
    /// Nil while they said nothing: that is unknown, never no.
    package let said: Said?

    /// Until when it can be answered behind the link of a mail.
    package static let life: Int64 = 30 * 86_400_000
    /// How long after asking who said nothing is reminded, once.
    package static let reminder: Int64 = 14
    /// How many days late it may still be asked, for an installation that stood still.
    package static let late: Int64 = 14
    /// The hour of the day that it is asked at, so that all causes of a day come in one mail.
    package static let hour = 9
    /// Of one person; more is a mistake in typing.
    package static let mostHours = 2000
}

/// How many said what. Unknown are those who were asked and said nothing.
package struct FollowUpCount: Sendable, Hashable {
    package var asked = 0
    package var used: [FollowUp.Used: Int] = [:]
    /// Of those who gave a number.
    package var hours = 0
    package var hoursGiven = 0

    package init() {}

    package var answered: Int { used.values.reduce(0, +) }
    package var unknown: Int { asked - answered }

    package mutating func add(_ said: FollowUp.Said?) {
        asked += 1
        guard let said else { return }
        used[said.used, default: 0] += 1
        if let hours = said.hours {
            self.hours += hours
            hoursGiven += 1
        }
    }
}
