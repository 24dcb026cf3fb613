import Foundation
import Measures
import Testing

/// The matrix of ten people and eight statements with published results.
private struct GoldenOpinion {
    let values: [String: Any]
    let matrix: VoteMatrix

    init() throws {
        values = try Golden.json("polis_golden.json")
        let rows = try #require(values["matrix"] as? [[Any]])
        matrix = try VoteMatrix(rows.map { row in row.map { ($0 as? Int).flatMap { Vote.Choice(rawValue: Int8($0)) } } })
    }

    func numbers(_ key: String) throws -> [Double] { try #require(values[key] as? [Double]) }

    var result: OpinionResult {
        get throws { try OpinionRun(plan: OpinionTestPlan(floor: 1, permutations: 199, stopsEarly: false)).result(matrix) }
    }
}

private func areClose(_ one: [Double], _ other: [Double], _ tolerance: Double) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { isClose($0, $1, tolerance) }
}

@Suite("Opinion groups against published values", .enabled(if: Golden.isPresent))
struct OpinionGoldenTests {
    @Test("Centre, components, places and extremities of the published matrix")
    func map() throws {
        let golden = try GoldenOpinion(), map = try #require(OpinionMap(golden.matrix))
        #expect(areClose(map.means, try golden.numbers("center"), 1e-12))
        for (component, name) in zip(map.components, ["pc1", "pc2"]) { #expect(areClose(component, try golden.numbers(name), 1e-6)) }
        let places = try #require(golden.values["projection"] as? [[Double]])
        #expect(areClose(map.points.x, places.map { $0[0] }, 1e-6) && areClose(map.points.y, places.map { $0[1] }, 1e-6))
        #expect(isClose(map.points.x[0], 1.820962, 1e-6) && isClose(map.points.y[0], -0.748915, 1e-6))
        #expect(areClose(map.extremities, try golden.numbers("extremity"), 1e-6))
        #expect(isClose(map.eigenvalues[0], 30.913524, 1e-6) && isClose(map.eigenvalues[1], 4.382266, 1e-6))
        #expect(isClose(map.firstShare, 0.758296557, 1e-9))
    }

    @Test("Two groups: rows 1 to 5 and 6 to 10, with the published silhouette; all ten are clusterable")
    func groups() throws {
        let result = try GoldenOpinion().result, groups = try #require(result.groups)
        #expect(result.clusterable == Array(0..<10) && result.baseClusters == 10)
        #expect(groups.sizes == [5, 5] && isClose(groups.silhouette, 0.751917479, 1e-6))
        #expect(Set(groups.labels.prefix(5)).count == 1 && Set(groups.labels.suffix(5)).count == 1 && groups.labels[0] != groups.labels[9])
        #expect(isClose(try #require(result.nullTest).statistic, 0.758296557, 1e-9))
    }

    @Test("All sixteen entries of the statistics, all fields, to 1e-9")
    func statistics() throws {
        let golden = try GoldenOpinion(), result = try golden.result, statistics = try #require(result.statistics)
        let ours = try #require(result.groups?.labels)
        let published = try #require(golden.values["stats"] as? [String: [String: Double]])
        // In the file group 1 is rows 1 to 5.
        let group = [ours[9], ours[0]]
        #expect(published.count == 16)
        for (key, fields) in published {
            let place = key.split(separator: "/").compactMap { Int($0) }
            let entry = statistics.groups[group[place[0]]][place[1]]
            let found: [String: Double] = [
                "na": Double(entry.tally.agree), "nd": Double(entry.tally.disagree), "ns": Double(entry.tally.votes), "pa": entry.agree.own.share,
                "pd": entry.disagree.own.share, "pat": entry.agree.own.test, "pdt": entry.disagree.own.test, "ra": entry.agree.ratio,
                "rd": entry.disagree.ratio, "rat": entry.agree.ratioTest, "rdt": entry.disagree.ratioTest,
            ]
            #expect(Set(found.keys) == Set(fields.keys))
            for (name, value) in fields { #expect(isClose(found[name] ?? .nan, value, 1e-9), "\(key) \(name)") }
        }
    }

    @Test("Group-aware consensus and its geometric mean")
    func consensus() throws {
        let golden = try GoldenOpinion(), statistics = try #require(try golden.result.statistics)
        #expect(areClose(statistics.groupAwareConsensus(), try golden.numbers("group_aware_consensus"), 1e-12))
        #expect(areClose(statistics.sharedByAll(), [0.3499, 0.3194, 0.3499, 0.7715, 0.4082, 0.7454, 0.3333, 0.7715], 5e-5))
        #expect(statistics.groupAwareConsensus(.disagree).allSatisfy { $0 > 0 && $0 < 1 })
    }

    @Test("Representative statements in the published order, with the published metrics")
    func representative() throws {
        let result = try GoldenOpinion().result, statistics = try #require(result.statistics), labels = try #require(result.groups?.labels)
        let second = statistics.representativeStatements(of: labels[9]), first = statistics.representativeStatements(of: labels[0])
        func statements(_ list: [RepresentativeStatement], _ side: Vote.Choice) -> [Int] { list.filter { $0.direction == side }.map(\.statement) }
        #expect(statements(second, .agree) == [2, 4] && statements(second, .disagree) == [0, 1, 6])
        #expect(statements(first, .agree) == [0, 1, 6] && statements(first, .disagree) == [2])
        #expect(second.first { $0.isBestAgree }?.statement == 2 && first.first { $0.isBestAgree }?.statement == 0)
        for (statement, metric) in [4: 18.414239, 0: 36.881340, 1: 13.468701, 6: 9.643959] {
            #expect(isClose(second.first { $0.statement == statement }?.side.metric ?? 0, metric, 1e-6))
        }
        for (statement, metric) in [1: 13.468701, 6: 6.788225, 2: 13.468701] {
            #expect(isClose(first.first { $0.statement == statement }?.side.metric ?? 0, metric, 1e-6))
        }
    }

    @Test("Statements most agree with")
    func majority() throws {
        let findings = StatementFindings(try GoldenOpinion().matrix.tallies)
        #expect(findings.majority(.agree).map(\.statement) == [3, 7, 5] && findings.majority(.disagree).isEmpty)
        let best = OpinionShare(count: findings.all[3].tally.agree, votes: findings.all[3].tally.votes)
        #expect(isClose(best.share, 0.818182, 1e-6) && isClose(best.test, 2.529822, 1e-6))
        let third = OpinionShare(count: findings.all[5].tally.agree, votes: findings.all[5].tally.votes)
        #expect(isClose(third.share, 0.8, 1e-12) && isClose(third.test, 2.333333, 1e-6))
    }

    @Test("Priorities of the published matrix")
    func priorities() throws {
        let golden = try GoldenOpinion(), map = try #require(OpinionMap(golden.matrix))
        let priorities = zip(golden.matrix.tallies, map.extremities).map { StatementCandidate($0, extremity: $1).priority }
        #expect(areClose(priorities, try golden.numbers("priority"), 1e-6))
        #expect(areClose(priorities, [12.901382, 5.928072, 9.272842, 5.131345, 4.518470, 6.246225, 32.659095, 5.256449], 1e-6))
    }
}

@Suite("Opinion groups by hand")
struct OpinionHandTests {
    @Test("Unit values of both tests and of the adjusted Rand index")
    func unitValues() {
        #expect(isClose(OpinionShare(count: 5, votes: 5).test, 2.449490, 1e-6))
        let statement = GroupStatement(VoteTally(agree: 5, votes: 5), rest: VoteTally(disagree: 5, votes: 5))
        #expect(isClose(statement.agree.ratioTest, 2.927700, 1e-6) && isClose(statement.disagree.ratioTest, -2.927700, 1e-6))
        #expect(isClose(adjustedRandIndex([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]), 0.3243, 5e-5))
        #expect(adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0]) == 1 && adjustedRandIndex([0, 0, 0], [0, 0, 0]) == 1 && adjustedRandIndex([], []) == 1)
        // All in one against two pairs: as by chance.
        #expect(adjustedRandIndex([0, 0, 0, 0], [0, 0, 1, 1]) == 0)
    }

    @Test("Wilson intervals decide what is shared; dividing and unsure statements are ordered; few votes say nothing")
    func findings() {
        let findings = StatementFindings([
            VoteTally(agree: 8, disagree: 2, votes: 10), VoteTally(agree: 30, disagree: 30, votes: 60), VoteTally(agree: 1, disagree: 58, votes: 60),
            VoteTally(agree: 4, votes: 4), VoteTally(agree: 3, disagree: 2, votes: 20), VoteTally(agree: 29, votes: 30),
        ])
        #expect(isClose(findings.all[0].agree, 0.4902, 0.9433, 5e-5) && isClose(findings.all[1].agree, 0.3774, 0.6226, 5e-5))
        #expect(isClose(StatementFinding(statement: 0, tally: VoteTally(votes: 10)).agree, 0, 0.2775, 5e-5))
        #expect(findings.shared.map(\.statement) == [2, 5] && findings.all[2].shared == .disagree && findings.all[5].shared == .agree)
        #expect(findings.dividing.map(\.statement) == [1, 0, 4, 2, 5] && isClose(findings.all[0].division, 0.4, 1e-12))
        #expect(findings.unsure.first?.statement == 4 && findings.all[3].agree == nil && !findings.all[0].hasShares && findings.all[4].hasShares)
    }

    @Test("A group of which nothing is convincing gets the statement on which it differs most; or its best agree alone")
    func fallbacks() {
        let weak = OpinionStatistics([
            [VoteTally(agree: 1, disagree: 2, votes: 3), VoteTally(agree: 1, disagree: 1, votes: 3)],
            [VoteTally(agree: 2, disagree: 2, votes: 5), VoteTally(agree: 1, disagree: 2, votes: 4)],
        ])
        let found = weak.representativeStatements(of: 0)
        #expect(found.count == 1 && found.first.map { $0.side.ratioTest } == weak.groups[0].map { max($0.agree.ratioTest, $0.disagree.ratioTest) }.max())
        // Agreed on by all: no difference, but a best agree.
        let same = OpinionStatistics([[VoteTally(agree: 9, votes: 9)], [VoteTally(agree: 9, votes: 9)]])
        #expect(same.representativeStatements(of: 0).map(\.isBestAgree) == [true])
        #expect(OpinionStatistics([[], []]).representativeStatements(of: 0).isEmpty)
    }

    @Test("A group without votes on a statement counts one half in the consensus")
    func emptyGroup() {
        let statistics = OpinionStatistics([[VoteTally(agree: 8, votes: 8)], [VoteTally()]])
        #expect(statistics.groupAwareConsensus() == [0.45] && isClose(statistics.sharedByAll()[0], 0.45.squareRoot(), 1e-12))
    }

    @Test("Names follow the largest overlap; a new group gets the lowest free number")
    func names() {
        let then: [Int: Set<Int32>] = [0: [1, 2, 3, 4], 1: [5, 6, 7]]
        #expect(GroupNames.matched([[5, 6, 7, 1], [2, 3, 4]], to: then) == [1, 0])
        #expect(GroupNames.matched([[1, 2], [3, 4, 9], [8]], to: then) == [0, 1, 2])
        #expect(GroupNames.matched([[5], [6, 7]], to: then) == [0, 1] && GroupNames.matched([[1], [2]], to: [:]) == [0, 1])
    }

    @Test("A live view changes its number of groups after four runs with another")
    func live() {
        var count = LiveGroupCount()
        #expect(count.take(2) == 2 && count.take(3) == 2 && count.take(3) == 2 && count.take(2) == 2)
        #expect(count.take(3) == 2 && count.take(3) == 2 && count.take(3) == 2 && count.take(3) == 3 && count.take(3) == 3)
        #expect(count.take(nil) == 3 && count.take(2) == 3 && count.take(nil) == 3 && count.take(nil) == 3 && count.take(nil) == 3 && count.take(nil) == nil)
    }
}
