/// An election as a run of equal shares looks at it: voters with equal ballots are one with a weight, for they always hold the same.
struct ShareField: Sendable {
    let election: ProjectElection
    let utility: EqualShares.Utility
    /// How many voters have each ballot.
    let weights: [Int]
    /// Of each project the ballots that name it.
    let supporters: [[Int32]]
    /// The ballot of each voter.
    let ballotOfVoter: [Int32]
    /// Projects that someone approves.
    let supported: [Int]

    init(_ election: ProjectElection, _ utility: EqualShares.Utility) {
        var places: [[Int]: Int32] = [:], weights: [Int] = [], distinct: [[Int]] = [], ofVoter: [Int32] = []
        for ballot in election.ballots {
            let place = places[ballot] ?? Int32(distinct.count)
            if Int(place) == distinct.count {
                places[ballot] = place
                distinct.append(ballot)
                weights.append(0)
            }
            weights[Int(place)] += 1
            ofVoter.append(place)
        }
        var supporters = [[Int32]](repeating: [], count: election.projects.count)
        for (place, ballot) in distinct.enumerated() { for project in ballot { supporters[project].append(Int32(place)) } }
        self.election = election
        self.utility = utility
        self.weights = weights
        self.supporters = supporters
        ballotOfVoter = ofVoter
        supported = election.projects.indices.filter { !supporters[$0].isEmpty }
    }

    /// What a project is worth to who approves it; 1 for one that costs nothing, so that its price is 0.
    func worth(_ project: Int) -> Int { utility == .cost ? max(election.projects[project].cost, 1) : 1 }

    /// Whether a project goes before another of the same price: the cheaper, then the one with more supporters, then the first.
    func precedes(_ left: Int, _ right: Int) -> Bool {
        let projects = election.projects, votes = election.supporters
        return (projects[left].cost, -votes[left].count, left) < (projects[right].cost, -votes[right].count, right)
    }
}
