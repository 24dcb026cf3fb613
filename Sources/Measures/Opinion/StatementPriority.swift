import Foundation

/// A statement as one that may be asked next.
package struct StatementCandidate: Sendable, Hashable {
    /// By all admitted participants, now.
    package let tally: VoteTally
    /// From the last run; 0 before the first.
    package let extremity: Double
    /// Chosen by the facilitator to be seen by everyone.
    package let isForEveryone: Bool
    /// Statements of the same age can be compared in how often they were shown; such as the hour or day they came.
    package let age: Int

    package init(_ tally: VoteTally, extremity: Double = 0, isForEveryone: Bool = false, age: Int = 0) {
        (self.tally, self.extremity, self.isForEveryone, self.age) = (tally, extremity, isForEveryone, age)
    }

    static let priorityForEveryone = 49.0

    /// Weight in the draw: high for statements that are new, that get agreement, and that tell people apart.
    package var priority: Double {
        guard !isForEveryone else { return Self.priorityForEveryone }
        let votes = Double(tally.votes)
        let pass = Double(tally.pass + 1) / (votes + 2), agree = Double(tally.agree + 1) / (votes + 2)
        let root = (1 - pass) * (extremity + 1) * agree * (1 + 8 * exp2(-votes / 5))
        return root * root
    }
}

/// What a facilitator must look at in how statements are shown.
package enum PriorityWarning: Sendable, Hashable {
    /// Of one age, the most shown statement has more than ten times the votes of the least shown one. Places in the list.
    case uneven(most: Int, least: Int)
    /// All priorities are the same though the votes differ: something is broken.
    case allEqual
}

package enum StatementPriority {
    /// Draws the next statement with a chance proportional to its priority.
    ///
    /// - Parameters:
    ///   - offered: places in the list that this participant may be asked: admitted, not yet seen, not their own
    ///   - number: evenly from 0 up to but not including 1
    /// - Returns: nil where nothing is offered
    package static func draw(_ list: [StatementCandidate], offered: [Int], number: Double) -> Int? {
        let weights = offered.map { list.indices.contains($0) ? list[$0].priority : 0 }
        var rest = weights.reduce(0, +) * min(max(0, number), 1)
        for (place, weight) in zip(offered, weights) where weight > 0 {
            rest -= weight
            if rest < 0 { return place }
        }
        return offered.indices.last { weights[$0] > 0 }.map { offered[$0] }
    }

    /// The same with a generator.
    package static func draw(_ list: [StatementCandidate], offered: [Int], using generator: inout Xoshiro256) -> Int? {
        draw(list, offered: offered, number: generator.uniform())
    }

    static let unevenFactor = 10

    package static func warnings(_ list: [StatementCandidate]) -> [PriorityWarning] {
        var warnings: [PriorityWarning] = []
        for age in Set(list.map(\.age)).sorted() {
            let same = list.indices.filter { list[$0].age == age }
            guard let least = same.min(by: { list[$0].tally.votes < list[$1].tally.votes }),
                let most = same.max(by: { list[$0].tally.votes < list[$1].tally.votes })
            else { continue }
            if list[most].tally.votes > unevenFactor * list[least].tally.votes { warnings.append(.uneven(most: most, least: least)) }
        }
        if Set(list.map(\.priority)).count == 1, Set(list.map(\.tally)).count > 1 { warnings.append(.allEqual) }
        return warnings
    }
}
