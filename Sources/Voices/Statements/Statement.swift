import Core
import Measures
import People

/// A statement on which people vote.
package struct Statement: Sendable, Hashable {
    /// From 1, in the order in which they came.
    package let number: Int
    package let contribution: Identifier
    /// As everyone reads it.
    package let words: String
    /// Of the words: `nl`, `ar`.
    package let language: String
    /// Written by who leads the conversation.
    package let isSeed: Bool
    /// To be seen by everyone.
    package let isForEveryone: Bool
    package let addedOn: DutchDay
    /// By all who count, now.
    package let tally: VoteTally
    /// What everyone may see of it: it moves by five people or more at a time.
    package let shown: VoteTally
    /// How far from the middle somebody would stand who only agrees with it, in the last search for groups; 0 before the first.
    package var extremity = 0.0

    /// Signs.
    package static let limit = 140
    package static let mostForEveryone = 3
    package static let most = 10_000

    /// By what everyone may see: who asks many times what comes next learns no more than that.
    var candidate: StatementCandidate { StatementCandidate(shown, extremity: extremity, isForEveryone: isForEveryone, age: Int(addedOn.start / 86_400_000)) }
}

extension Vote.Choice {
    /// As a button sends it.
    init?(sent: String?) {
        switch sent {
        case "eens": self = .agree
        case "oneens": self = .disagree
        case "pas": self = .pass
        default: return nil
        }
    }

    var sent: String {
        switch self {
        case .agree: "eens"
        case .disagree: "oneens"
        case .pass: "pas"
        }
    }
}

/// A vote as it waits to be written.
package struct CastVote: Sendable {
    package let mark: [UInt8]
    package let statement: Int
    package let choice: Vote.Choice
    package let channel: Contribution.Channel
    /// The visitor's address on the network; nil where a code or an account says that it is one person.
    package let client: String?

    package init(mark: [UInt8], statement: Int, choice: Vote.Choice, channel: Contribution.Channel, client: String?) {
        self.mark = mark
        self.statement = statement
        self.choice = choice
        self.channel = channel
        self.client = client
    }
}

/// What someone did in a conversation so far.
struct Ballot: Sendable, Hashable {
    /// nil before the first vote.
    var voter: Int?
    var choices: [Int: Vote.Choice] = [:]
    /// Statements that are their own.
    var own: Set<Int> = []
}

/// People who came from one place on the network in a short time.
package struct VoterCrowd: Sendable, Hashable {
    /// By chance; says nothing of the place.
    package let number: Int64
    package let people: Int
    package let isApart: Bool
}
