import Core
import Credentials
import Foundation
import Measures
import Transfer

/// The votes of who counts, as a search for groups reads them.
package struct GroupVotes: Sendable {
    /// Statements by their number less one.
    let matrix: VoteMatrix

    /// - Parameters:
    ///   - votes: by the place of the voter, and the number of the statement less one
    ///   - open: numbers of the statements that can be voted on
    init(_ votes: [Vote], voters: Int, open: Set<Int>) throws(VoteMatrixFault) {
        let most = max(open.max() ?? 0, votes.reduce(0) { max($0, Int($1.statement) + 1) })
        matrix = try VoteMatrix(votes, participants: voters, statements: most, isAdmitted: (0..<most).map { open.contains($0 + 1) })
    }

    var people: Int { matrix.rowCount }

    /// The same for the same votes alone.
    var digest: [UInt8] {
        var bytes: [UInt8] = []
        for number in matrix.participants + matrix.statements + matrix.starts.map({ Int32($0) }) + matrix.columns.map({ Int32($0) }) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return Digest.sha256(bytes + matrix.values.map { UInt8(bitPattern: $0) })
    }

    func number(_ column: Int) -> Int { Int(matrix.statements[column]) + 1 }
}

/// From votes to what is published.
enum GroupSearch {
    /// - Parameter earlier: the last one that was published with groups; letters stay as they were there
    /// - Returns: what is published, and how far each statement stands out, by its number
    static func found(
        _ votes: GroupVotes, plan: OpinionTestPlan, earlier: GroupRun?, execution: Execution = .plain
    ) throws(Cancelled) -> (run: GroupRun, extremities: [Int: Double]) {
        let result = try OpinionRun(plan: plan).result(votes.matrix, execution: execution)
        let groups = result.isShown ? self.groups(result, votes, earlier) : []
        let run = GroupRun(
            plan: plan, version: GroupRun.version, inGroups: GroupRun.rounded(Double(result.clusterable.count)), reason: result.reason,
            chance: result.nullTest?.p, median: result.stability?.median, halfSamples: result.stability?.agreements.count ?? 0,
            silhouette: result.isShown ? result.groups?.silhouette : nil, groups: groups, shared: result.isShown ? shared(result, votes) : [],
            agreed: result.findings.majority(.agree).map { votes.number($0.statement) },
            disagreed: result.findings.majority(.disagree).map { votes.number($0.statement) }, plane: plane(result, votes))
        let columns = votes.matrix.statements.indices
        let extremities = result.map.map { map in Dictionary(uniqueKeysWithValues: columns.map { (votes.number($0), map.extremities[$0]) }) }
        return (run, extremities ?? [:])
    }

    private static func plane(_ result: OpinionResult, _ votes: GroupVotes) -> GroupRun.Plane? {
        result.map.map { map in
            GroupRun.Plane(
                statements: votes.matrix.statements.indices.map(votes.number), means: map.means, first: map.components[0], second: map.components[1])
        }
    }

    // MARK: Groups

    private static func groups(_ result: OpinionResult, _ votes: GroupVotes, _ earlier: GroupRun?) -> [GroupRun.Group] {
        guard let map = result.map, let statistics = result.statistics, let found = result.groups else { return [] }
        let letters = letters(result, votes, earlier)
        return found.members.enumerated().map { group, members in
            let rows = members.map { result.clusterable[$0] }
            return GroupRun.Group(
                letter: letters[group], people: GroupRun.rounded(Double(rows.count)),
                outline: outline(rows.map { map.points.x[$0] }, rows.map { map.points.y[$0] }),
                statements: statistics.representativeStatements(of: group).compactMap { telling($0, group, statistics, votes) })
        }
        .sorted { $0.letter < $1.letter }
    }

    private static func telling(
        _ one: RepresentativeStatement, _ group: Int, _ statistics: OpinionStatistics, _ votes: GroupVotes
    ) -> GroupRun.Telling? {
        let own = statistics.groups[group][one.statement].tally
        let rest = statistics.groups.indices.filter { $0 != group }.reduce(VoteTally()) { $0 + statistics.groups[$1][one.statement].tally }
        let fewest = min(own.votes, rest.votes)
        guard fewest >= GroupRun.leastVotes else { return nil }
        let isAgree = one.direction == .agree
        func share(_ tally: VoteTally) -> Int? {
            guard fewest >= 2 * GroupRun.leastVotes else { return nil }
            return percent(Double(isAgree ? tally.agree : tally.disagree) / Double(tally.votes))
        }
        return GroupRun.Telling(statement: votes.number(one.statement), isAgree: isAgree, own: share(own), others: share(rest))
    }

    /// Never nothing and never all: either would tell what everyone in a group did.
    private static func percent(_ share: Double) -> Int { min(max(GroupRun.rounded(100 * share), GroupRun.step), 100 - GroupRun.step) }

    private static func shared(_ result: OpinionResult, _ votes: GroupVotes) -> [GroupRun.Shared] {
        guard let statistics = result.statistics else { return [] }
        let fewest = votes.matrix.statements.indices.map { column in statistics.groups.map { $0[column].tally.votes }.min() ?? 0 }
        return [Vote.Choice.agree, .disagree].flatMap { choice in
            statistics.sharedByAll(choice).enumerated()
                .filter { $0.element > 0.5 && fewest[$0.offset] >= GroupRun.leastVotes }
                .map { (column: $0.offset, isAgree: choice == .agree, mean: $0.element) }
        }
        .sorted { ($1.mean, $0.column) < ($0.mean, $1.column) }.prefix(5)
        .map { GroupRun.Shared(statement: votes.number($0.column), isAgree: $0.isAgree, share: percent($0.mean)) }
    }

    private static func outline(_ x: [Double], _ y: [Double]) -> GroupRun.Outline {
        let count = Double(x.count), (mx, my) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            xx += (a - mx) * (a - mx) / count
            xy += (a - mx) * (b - my) / count
            yy += (b - my) * (b - my) / count
        }
        let middle = (xx + yy) / 2, spread = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
        return GroupRun.Outline(
            x: mx, y: my, long: 2 * max(middle + spread, 0).squareRoot(), short: 2 * max(middle - spread, 0).squareRoot(),
            angle: atan2(2 * xy, xx - yy) / 2 * 180 / .pi)
    }

    // MARK: Letters

    /// The letter of the earlier group that most of the people would be in today: nobody's group was kept, so they are placed anew.
    private static func letters(_ result: OpinionResult, _ votes: GroupVotes, _ earlier: GroupRun?) -> [String] {
        var then: [Int: Set<Int32>] = [:]
        if let earlier, let plane = earlier.plane, !earlier.groups.isEmpty {
            let matrix = votes.matrix
            for row in result.clusterable {
                let places = matrix.starts[row]..<matrix.starts[row + 1]
                let choices = Dictionary(uniqueKeysWithValues: places.map { (votes.number(Int(matrix.columns[$0])), matrix.values[$0]) })
                guard let place = plane.place(of: choices), let group = earlier.nearest(place), let number = Self.number(group.letter) else { continue }
                then[number, default: []].insert(matrix.participants[row])
            }
        }
        return GroupNames.matched(result.members.map { Set($0) }, to: then).map(letter)
    }

    static let mostLetters = 26

    static func letter(_ number: Int) -> String { String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(number, mostLetters - 1)))) }

    private static func number(_ letter: String) -> Int? { letter.utf8.first.map { Int($0) - Int(UInt8(ascii: "A")) } }
}
