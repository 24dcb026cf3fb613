import Core
import Measures
import People

/// Something that people choose together: how to divide money over projects, or what comes first.
package struct SharedChoice: Sendable, Hashable {
    package let id: Identifier
    package let conversation: Identifier
    package let facts: Facts
    package let state: State
    package let projects: [Project]
    /// nil before it was counted.
    package let outcome: ChoiceOutcome?

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A budget, divided by the method of equal shares.
        case budget = "geld"
        /// An order, by how many approve each.
        case order = "volgorde"
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case draft = "ontwerp"
        /// People choose; nothing is told of how.
        case open = "open"
        case closed = "gesloten"
    }

    package struct Facts: Sendable, Hashable {
        package let kind: Kind
        package let title: String
        package let words: String
        /// Whole euros; 0 for an order.
        package let budget: Int
        /// Whether what is left is given to what still fits, most votes first.
        package let fills: Bool

        package init(kind: Kind, title: String, words: String, budget: Int, fills: Bool) {
            self.kind = kind
            self.title = title
            self.words = words
            self.budget = budget
            self.fills = fills
        }
    }

    package struct Project: Sendable, Hashable {
        /// From 1, in the order of the ballot; decides the last of ties.
        package let number: Int
        package let title: String
        package let words: String
        /// Whole euros; 0 for an order.
        package let cost: Int
        /// Why it cannot be chosen any more; nil where it can.
        package let withdrawn: String?

        package init(number: Int, title: String, words: String, cost: Int, withdrawn: String? = nil) {
            self.number = number
            self.title = title
            self.words = words
            self.cost = cost
            self.withdrawn = withdrawn
        }
    }

    package static let mostProjects = 200

    var open: [Project] { projects.filter { $0.withdrawn == nil } }
    var rule: EqualShares { EqualShares(fills: facts.fills) }

    func project(_ number: Int) -> Project? { projects.first { $0.number == number } }
}

/// What came of a choice: who else counts the published ballots finds the same.
package struct ChoiceOutcome: Sendable, Hashable, Codable {
    /// Ballots that count.
    package let voters: Int
    package let channels: [String: Int]
    /// By the number of the project; those without any are not in it.
    package let supporters: [Int: Int]
    /// In the order in which they were bought.
    package let bought: [Bought]
    package let filled: [Int]
    package let missed: [Missed]
    /// Whole euros that each voter got on top of their part.
    package let step: Int
    /// Whole euros.
    package let left: Int

    package struct Bought: Sendable, Hashable, Codable {
        package let project: Int
        /// What one supporter paid at most, in euros.
        package let payment: Double
    }

    package struct Missed: Sendable, Hashable, Codable {
        package let project: Int
        /// What its supporters had left together, in euros.
        package let held: Double
    }

    package var selected: [Int] { bought.map(\.project) + filled }

    /// How the part of one voter was spent: euros by project, in the order of buying.
    ///
    /// - Parameters:
    ///   - approvals: what that voter approves
    ///   - budget: in whole euros
    func spending(of approvals: Set<Int>, budget: Int) -> [(project: Int, paid: Double)] {
        var held = Double(budget) / Double(max(voters, 1)) + Double(step)
        return bought.filter { approvals.contains($0.project) }.map { one in
            let paid = min(held, one.payment)
            held -= paid
            return (one.project, paid)
        }
    }
}

/// From ballots to what came of them.
enum ChoiceCount {
    /// A ballot that counts, and how it came.
    typealias Ballot = (channel: String, approvals: [Int])

    static func election(of choice: SharedChoice, _ ballots: [Ballot]) throws(ProjectElection.Fault) -> ProjectElection {
        let open = choice.open, places = Dictionary(uniqueKeysWithValues: open.enumerated().map { ($0.element.number, $0.offset) })
        return try ProjectElection(
            budget: max(choice.facts.budget, 1),
            projects: open.map { ProjectElection.Project(id: String($0.number), cost: $0.cost, name: $0.title) },
            ballots: ballots.map { $0.approvals.compactMap { places[$0] } })
    }

    /// Ballots that still approve something that can be chosen.
    static func valid(_ ballots: [Ballot], of choice: SharedChoice) -> [Ballot] {
        let open = Set(choice.open.map(\.number))
        return ballots.map { ($0.channel, $0.approvals.filter(open.contains)) }.filter { !$0.approvals.isEmpty }
    }

    static func outcome(of choice: SharedChoice, _ all: [Ballot]) throws -> ChoiceOutcome {
        let ballots = valid(all, of: choice), numbers = choice.open.map(\.number)
        let channels = Dictionary(grouping: ballots, by: \.channel).mapValues(\.count)
        guard !ballots.isEmpty else {
            return ChoiceOutcome(voters: 0, channels: [:], supporters: [:], bought: [], filled: [], missed: [], step: 0, left: choice.facts.budget)
        }
        let election = try election(of: choice, ballots)
        let supporters = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($0.element, election.supporters[$0.offset].count) }).filter {
            $0.value > 0
        }
        guard choice.facts.kind == .budget else {
            return ChoiceOutcome(voters: ballots.count, channels: channels, supporters: supporters, bought: [], filled: [], missed: [], step: 0, left: 0)
        }
        let found = try choice.rule.outcome(of: election), filled = Set(found.filled)
        return ChoiceOutcome(
            voters: ballots.count, channels: channels, supporters: supporters,
            bought: found.purchases.map { .init(project: numbers[$0.project], payment: $0.payment.value) }, filled: found.filled.map { numbers[$0] },
            missed: found.missed.filter { !filled.contains($0.project) }.map { .init(project: numbers[$0.project], held: $0.held.value) }, step: found.step,
            left: found.left)
    }
}
