import Core
import Measures
import People

/// What people can tell of themselves, so that it can be seen who is missing. Never where somebody comes from.
package enum Background: String, Sendable, Hashable, CaseIterable {
    case age = "leeftijd"
    case home = "woning"
    case household = "huishouden"
    /// In which part of the area.
    case neighbourhood = "buurt"

    /// The answers, in their order; none where the area itself says which there are (``AskedBackground``).
    package var values: [String] {
        switch self {
        case .age: ["15-25", "25-45", "45-65", "65-plus"]
        case .home: ["koop", "huur"]
        case .household: ["alleen", "zonder-kinderen", "met-kinderen"]
        case .neighbourhood: []
        }
    }
}

/// A question with its answers in one conversation.
package struct AskedBackground: Sendable, Hashable {
    package struct Answer: Sendable, Hashable {
        package let value: String
        package let name: Localized
    }

    package let question: Background
    package let answers: [Answer]
}

/// Parts of who lives in an area, by the answers of a question: 0 to 1, together 1.
package struct PopulationShares: Sendable, Hashable {
    package let shares: [String: Double]
    package let source: String
    package let period: String

    package init(shares: [String: Double], source: String, period: String) {
        self.shares = shares
        self.source = source
        self.period = period
    }
}

/// Finds them; nil where they are not known, or secret.
package typealias PopulationSource = @Sendable (AreaCode, Background) async throws -> PopulationShares?

/// One group beside its part of who lives there.
package struct MissingGroup: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        /// The upper bound lies below half of its part.
        case missing
        /// The upper bound lies below its part.
        case under
        /// The lower bound lies above its part.
        case over
        case unclear
        /// Nobody of this group lives there, or everybody does: there is nothing to compare.
        case alone
    }

    package let value: String
    package let people: Int
    package let answered: Int
    /// Of who lives there, 0 to 1.
    package let population: Double

    package init(value: String, people: Int, answered: Int, population: Double) {
        self.value = value
        self.people = people
        self.answered = answered
        self.population = population
    }

    /// 95 %, by Wilson.
    package var interval: ClosedRange<Double>? { Intervals.wilson(Double(people), of: Double(answered)) }

    package var verdict: Verdict {
        guard population > 0, population < 1, let interval else { return .alone }
        if interval.upperBound < population / 2 { return .missing }
        if interval.upperBound < population { return .under }
        return interval.lowerBound > population ? .over : .unclear
    }

    /// How many more must take part for its part: ⌈(π·r − r_g) / (1 − π)⌉; nil where none, or where it cannot be said.
    package var toReach: Int? {
        guard population > 0, population < 1 else { return nil }
        let needed = (population * Double(answered) - Double(people)) / (1 - population)
        return needed > 0 ? Int(needed.rounded(.up)) : nil
    }

    /// The same as a range: parts of who lives there come from counts that are rounded to 5.
    ///
    /// - Parameter rounding: half of what one part can be off
    package func toReach(rounding: Double) -> ClosedRange<Int>? {
        func other(_ share: Double) -> Int? {
            MissingGroup(value: value, people: people, answered: answered, population: min(max(share, 0.0001), 0.9999)).toReach
        }
        guard toReach != nil else { return nil }
        let low = other(population - rounding) ?? 1, high = other(population + rounding) ?? low
        return low...max(low, high)
    }
}

/// Who took part by one question, as everyone may see it.
package struct MissingOutcome: Sendable, Hashable {
    package let question: Background
    /// Of the answers, by value.
    let names: [String: Localized]
    package let answered: Int
    /// How many took part in all; nil where fewer than five.
    package let participants: Int?
    package let population: PopulationShares?
    /// Of the answers with people, and of those that live there.
    package let groups: [MissingGroup]

    /// People who answered, below which nothing is told.
    package static let least = 20
    /// Of a group, and of what is left of it.
    package static let floor = 10

    init(_ asked: AskedBackground, counts: [String: Int], participants: Int, population: PopulationShares?) {
        let values = asked.answers.map(\.value), answered = values.reduce(0) { $0 + (counts[$1] ?? 0) }
        question = asked.question
        names = Dictionary(asked.answers.map { ($0.value, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.answered = answered
        self.participants = participants >= ShownPeople.least ? participants : nil
        self.population = population
        groups = values.map { MissingGroup(value: $0, people: counts[$0] ?? 0, answered: answered, population: population?.shares[$0] ?? 0) }
    }

    var isTold: Bool { answered >= Self.least }

    /// Groups of which the number is told: each and what is left of it has ten people, and none follows from the others.
    var counted: Set<String> {
        guard isTold else { return [] }
        var told = groups.filter { $0.people == 0 || ($0.people >= Self.floor && answered - $0.people >= Self.floor) }
        let untold = groups.count - told.count
        // One that is not told would follow from the others: the smallest of those goes too.
        if untold == 1, let smallest = told.filter({ $0.people > 0 }).min(by: { $0.people < $1.people }) { told.removeAll { $0 == smallest } }
        return Set(told.map(\.value))
    }

    /// The part of who took part that did not answer, 0 to 1.
    var unanswered: Double? { participants.flatMap { $0 > answered ? Double($0 - answered) / Double($0) : nil } }
}

/// Where somebody goes to meet who is missing.
package struct Visit: Sendable, Hashable {
    package let id: Identifier
    package let people: String
    package let place: String
    /// An organisation or a role, no person.
    package let visitor: String
    package let day: DutchDay
    package let isDone: Bool
}
