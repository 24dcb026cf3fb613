import Foundation

/// A share of votes for one side, with pseudo-counts, and its test against one half.
package struct OpinionShare: Sendable, Hashable {
    /// One-sided 90 %.
    package static let critical = 1.2816

    /// (count + 1) / (votes + 2).
    package let share: Double
    /// One-proportion test: 2·√(S + 1)·((count + 1)/(S + 1) − ½).
    package let test: Double

    package init(count: Int, votes: Int) {
        share = Double(count + 1) / Double(votes + 2)
        let more = Double(votes + 1)
        test = 2 * more.squareRoot() * (Double(count + 1) / more - 0.5)
    }
}

/// One side (agree, or disagree) of a statement in a group beside all other groups together.
package struct OpinionSide: Sendable, Hashable {
    package let own: OpinionShare
    /// Share in the group / share in the rest.
    package let ratio: Double
    /// Two-proportion test, with pseudo-counts.
    package let ratioTest: Double

    init(_ count: Int, of votes: Int, rest: Int, of restVotes: Int) {
        own = OpinionShare(count: count, votes: votes)
        ratio = own.share / OpinionShare(count: rest, votes: restVotes).share
        let (n1, n2) = (Double(votes + 1), Double(restVotes + 1))
        let (p1, p2) = (Double(count + 1) / n1, Double(rest + 1) / n2)
        let p = Double(count + rest + 2) / (n1 + n2)
        ratioTest = p == 1 ? 0 : (p1 - p2) / (p * (1 - p) * (1 / n1 + 1 / n2)).squareRoot()
    }

    /// Both tests pass.
    var isSufficient: Bool { ratioTest > OpinionShare.critical && own.test > OpinionShare.critical }
    /// How much the statement says of the group.
    package var metric: Double { ratio * ratioTest * own.share * own.test }
}

/// One statement in one group.
package struct GroupStatement: Sendable, Hashable {
    /// Of the group.
    package let tally: VoteTally
    package let agree: OpinionSide
    package let disagree: OpinionSide

    package init(_ tally: VoteTally, rest: VoteTally) {
        self.tally = tally
        agree = OpinionSide(tally.agree, of: tally.votes, rest: rest.agree, of: rest.votes)
        disagree = OpinionSide(tally.disagree, of: tally.votes, rest: rest.disagree, of: rest.votes)
    }

    var isSufficient: Bool { agree.isSufficient || disagree.isSufficient }
    var direction: Vote.Choice { agree.ratioTest > disagree.ratioTest ? .agree : .disagree }
    func side(_ direction: Vote.Choice) -> OpinionSide { direction == .agree ? agree : disagree }
}

/// A statement that says something of a group.
package struct RepresentativeStatement: Sendable, Hashable {
    /// Column of the matrix.
    package let statement: Int
    /// Agree or disagree.
    package let direction: Vote.Choice
    package let side: OpinionSide
    package let isBestAgree: Bool
}

/// How groups voted on each statement.
package struct OpinionStatistics: Sendable, Hashable {
    /// For each group, for each column.
    package let groups: [[GroupStatement]]

    /// - Parameters:
    ///   - rows: rows of the matrix that are in a group
    ///   - groups: group of each of those rows
    package init(_ matrix: VoteMatrix, rows: [Int], groups: OpinionGroups) {
        var tallies = [VoteTally](repeating: VoteTally(), count: groups.count * matrix.columnCount)
        for (row, group) in zip(rows, groups.labels) {
            let line = group * matrix.columnCount
            for place in matrix.starts[row]..<matrix.starts[row + 1] { tallies[line + Int(matrix.columns[place])].add(matrix.values[place]) }
        }
        self.init((0..<groups.count).map { Array(tallies[$0 * matrix.columnCount..<($0 + 1) * matrix.columnCount]) })
    }

    /// - Parameter tallies: for each group, for each column
    package init(_ tallies: [[VoteTally]]) {
        let all = (tallies.first ?? []).indices.map { column in tallies.reduce(VoteTally()) { $0 + $1[column] } }
        groups = tallies.map { own in own.indices.map { GroupStatement(own[$0], rest: all[$0] - own[$0]) } }
    }

    /// Product over groups of the share that agrees (or disagrees) on each statement: above 0, below 1.
    ///
    /// It shrinks as there are more groups: compare it within one run only, and show people its root, ``sharedByAll(_:)``.
    package func groupAwareConsensus(_ choice: Vote.Choice = .agree) -> [Double] {
        (groups.first ?? []).indices.map { column in groups.reduce(1) { $0 * $1[column].side(choice).own.share } }
    }

    /// The geometric mean over groups of the share that agrees (or disagrees).
    package func sharedByAll(_ choice: Vote.Choice = .agree) -> [Double] {
        groupAwareConsensus(choice).map { pow($0, 1 / Double(max(1, groups.count))) }
    }

    static let mostRepresentative = 5

    /// The statements that tell a group from the rest, at most five: agrees first, in each the best agree first and then the most telling.
    package func representativeStatements(of group: Int) -> [RepresentativeStatement] {
        let statements = groups[group]
        let best = Self.bestAgree(statements)
        let others = statements.indices.filter { $0 != best && statements[$0].isSufficient }
            .map { RepresentativeStatement(statements[$0], at: $0, direction: statements[$0].direction) }
            .sorted { ($1.side.metric, $0.statement) < ($0.side.metric, $1.statement) }
        let first = best.map { [RepresentativeStatement(statements[$0], at: $0, direction: .agree, isBestAgree: true)] } ?? []
        guard statements.contains(where: \.isSufficient) || best != nil else { return Self.strongest(statements).map { [$0] } ?? [] }
        guard statements.contains(where: \.isSufficient) else { return first }
        let found = (first + others).prefix(Self.mostRepresentative)
        return found.filter { $0.direction == .agree } + found.filter { $0.direction != .agree }
    }

    private static func bestAgree(_ statements: [GroupStatement]) -> Int? {
        var best: Int?
        for (place, statement) in statements.enumerated() where statement.tally.agree + statement.tally.disagree > 0 {
            let side = statement.agree
            if let current = best.map({ statements[$0].agree }) {
                let isBetter =
                    current.ratio > 1 ? side.metric > current.metric : side.own.share * side.own.test > current.own.share * current.own.test
                if isBetter { best = place }
            } else if side.own.test > OpinionShare.critical || (side.ratio > 1 && side.own.share > 0.5) {
                best = place
            }
        }
        return best
    }

    /// Where nothing is convincing: the statement on which the group differs most.
    private static func strongest(_ statements: [GroupStatement]) -> RepresentativeStatement? {
        func test(_ place: Int) -> Double { max(statements[place].agree.ratioTest, statements[place].disagree.ratioTest) }
        var best: Int?
        for place in statements.indices where best.map({ test(place) > test($0) }) ?? true { best = place }
        return best.map { RepresentativeStatement(statements[$0], at: $0, direction: statements[$0].direction) }
    }
}

extension RepresentativeStatement {
    init(_ statement: GroupStatement, at place: Int, direction: Vote.Choice, isBestAgree: Bool = false) {
        self.init(statement: place, direction: direction, side: statement.side(direction), isBestAgree: isBestAgree)
    }
}
