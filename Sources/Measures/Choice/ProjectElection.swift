/// A vote about projects and money: who approves what, what it costs, and what there is.
package struct ProjectElection: Sendable, Hashable {
    package struct Project: Sendable, Hashable {
        package let id: String
        /// Whole currency units, from 0. One that is dearer than the budget is never chosen; who puts projects to the vote refuses it.
        package let cost: Int
        package let name: String

        package init(id: String, cost: Int, name: String = "") {
            self.id = id
            self.cost = cost
            self.name = name
        }
    }

    /// Why there can be no such election.
    package enum Fault: Error, Sendable, Hashable {
        case budget
        /// Below 0, or more than a computer word takes.
        case cost(project: Int)
        case double(project: Int)
        /// Empty, or names a project that is not there, or one twice.
        case ballot(voter: Int)
        /// No ballots at all, or sums that no computer word holds.
        case size
    }

    /// Whole currency units, above 0.
    package let budget: Int
    /// In the order that decides the last of ties.
    package let projects: [Project]
    /// Of each voter the places of the projects they approve, ascending; never empty.
    package let ballots: [[Int]]
    /// Of each project who approves it.
    package let supporters: [[Int]]

    package init(budget: Int, projects: [Project], ballots: [[Int]]) throws(Fault) {
        guard budget > 0 else { throw .budget }
        // Costs times voters and the budget plus voters times steps must fit one machine word.
        let most = 1 << 36
        var seen: Set<String> = []
        for (place, project) in projects.enumerated() {
            guard (0..<most).contains(project.cost) else { throw .cost(project: place) }
            guard seen.insert(project.id).inserted else { throw .double(project: place) }
        }
        guard !ballots.isEmpty, ballots.count < 1 << 24, budget < most, projects.count < 1 << 20 else { throw .size }
        var supporters = [[Int]](repeating: [], count: projects.count), sorted: [[Int]] = []
        sorted.reserveCapacity(ballots.count)
        for (voter, ballot) in ballots.enumerated() {
            let own = ballot.sorted()
            guard let first = own.first, let last = own.last, first >= 0, last < projects.count, zip(own, own.dropFirst()).allSatisfy(<) else {
                throw .ballot(voter: voter)
            }
            for project in own { supporters[project].append(voter) }
            sorted.append(own)
        }
        self.budget = budget
        self.projects = projects
        self.ballots = sorted
        self.supporters = supporters
    }

    /// What a set of projects costs together.
    package func cost(of selected: some Sequence<Int>) -> Int { selected.reduce(0) { $0 + projects[$1].cost } }

    /// Most votes first, skipping what does not fit; of equal votes the cheaper, then the first.
    package func greedy() -> [Int] { fill([], by: votesFirst) }

    /// Supported projects by votes, most first; of equal votes the cheaper, then the first.
    package var votesFirst: [Int] {
        projects.indices.filter { !supporters[$0].isEmpty }.sorted { left, right in
            (-supporters[left].count, projects[left].cost, left) < (-supporters[right].count, projects[right].cost, right)
        }
    }

    /// Adds what still fits, in an order.
    package func fill(_ selected: [Int], by order: [Int]) -> [Int] {
        var chosen = selected, left = budget - cost(of: selected)
        let taken = Set(selected)
        for project in order where !taken.contains(project) && projects[project].cost <= left {
            chosen.append(project)
            left -= projects[project].cost
        }
        return chosen
    }
}
