/// Votes on one statement by some participants.
package struct VoteTally: Sendable, Hashable, Codable {
    package private(set) var agree: Int
    package private(set) var disagree: Int
    /// All votes, passes too.
    package private(set) var votes: Int

    package init(agree: Int = 0, disagree: Int = 0, votes: Int = 0) {
        (self.agree, self.disagree, self.votes) = (agree, disagree, votes)
    }

    package var pass: Int { votes - agree - disagree }
    /// Mean of the votes; 0 without any.
    var mean: Double { votes == 0 ? 0 : Double(agree - disagree) / Double(votes) }

    /// - Parameters:
    ///   - value: 1 agree, 0 pass, −1 disagree
    ///   - times: −1 takes a vote back
    mutating func add(_ value: Int8, times: Int = 1) {
        votes += times
        agree += value > 0 ? times : 0
        disagree += value < 0 ? times : 0
    }

    package static func + (left: VoteTally, right: VoteTally) -> VoteTally {
        VoteTally(agree: left.agree + right.agree, disagree: left.disagree + right.disagree, votes: left.votes + right.votes)
    }

    package static func - (left: VoteTally, right: VoteTally) -> VoteTally {
        VoteTally(agree: left.agree - right.agree, disagree: left.disagree - right.disagree, votes: left.votes - right.votes)
    }
}

/// How well people know a share: exact counts of those who voted, and Wilson's interval of 95 % where there are five votes or more.
package struct StatementFinding: Sendable, Hashable {
    /// Column of the matrix.
    package let statement: Int
    package let tally: VoteTally
    /// Of agree / votes and of disagree / votes; nil under five votes.
    package let agree: ClosedRange<Double>?
    package let disagree: ClosedRange<Double>?

    static let leastVotes = 5
    static let leastForShares = 20

    package init(statement: Int, tally: VoteTally) {
        (self.statement, self.tally) = (statement, tally)
        let isEnough = tally.votes >= Self.leastVotes
        agree = isEnough ? Intervals.wilson(Double(tally.agree), of: Double(tally.votes)) : nil
        disagree = isEnough ? Intervals.wilson(Double(tally.disagree), of: Double(tally.votes)) : nil
    }

    /// Whether there are enough votes to say percentages; under that, counts.
    package var hasShares: Bool { tally.votes >= Self.leastForShares }
    /// What more than half of the voters surely think: agree, disagree, or neither (nil).
    package var shared: Vote.Choice? {
        if let agree, agree.lowerBound > 0.5 { return .agree }
        if let disagree, disagree.lowerBound > 0.5 { return .disagree }
        return nil
    }
    /// Twice the smaller side as part of the votes: 1 where half agrees and half disagrees.
    package var division: Double { tally.votes == 0 ? 0 : 2 * Double(min(tally.agree, tally.disagree)) / Double(tally.votes) }
    /// Passes as part of the votes.
    package var doubt: Double { tally.votes == 0 ? 0 : Double(tally.pass) / Double(tally.votes) }
}

/// What can be said of statements without any groups.
package struct StatementFindings: Sendable, Hashable {
    /// One for each column.
    package let all: [StatementFinding]

    package init(_ tallies: [VoteTally]) {
        all = tallies.indices.map { StatementFinding(statement: $0, tally: tallies[$0]) }
    }

    /// Statements with enough votes.
    private var enough: [StatementFinding] { all.filter { $0.tally.votes >= StatementFinding.leastVotes } }

    /// Statements on which more than half surely agree, or surely disagree; in their order.
    package var shared: [StatementFinding] { enough.filter { $0.shared != nil } }
    /// The most divided first.
    package var dividing: [StatementFinding] { enough.sorted { ($1.division, $0.statement) < ($0.division, $1.statement) } }
    /// The most passed first.
    package var unsure: [StatementFinding] { enough.sorted { ($1.doubt, $0.statement) < ($0.doubt, $1.statement) } }

    /// Statements that most agree with, or disagree with (one-proportion test against one half, one-sided 90 %), the strongest first, at most five.
    package func majority(_ choice: Vote.Choice) -> [StatementFinding] {
        func strength(_ finding: StatementFinding) -> (share: Double, test: Double) {
            let count = choice == .agree ? finding.tally.agree : finding.tally.disagree
            let side = OpinionShare(count: count, votes: finding.tally.votes)
            return (side.share, side.test)
        }
        return all.filter { strength($0).share > 0.5 && strength($0).test > OpinionShare.critical }
            .sorted { one, other in
                let (a, b) = (strength(one), strength(other))
                return (b.share * b.test, one.statement) < (a.share * a.test, other.statement)
            }
            .prefix(5).map { $0 }
    }
}
