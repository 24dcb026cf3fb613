/// Why groups are not shown.
package enum OpinionReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// No votes, one statement or one participant: there is no map.
    case noMap = "no_map"
    /// Fewer people with enough votes than two groups of the smallest size.
    case tooFewPeople = "too_few_people"
    /// Every division leaves a group that is too small, or all think alike.
    case noGroups = "no_groups"
    /// The null test: votes dealt out at random show as much structure.
    case noStructure = "no_structure"
    /// Half of the people gives other groups.
    case unstable = "unstable"
    /// The tests were not run.
    case notTested = "not_tested"
}

/// All that one cold run finds.
package struct OpinionResult: Sendable, Hashable {
    package let matrix: VoteMatrix
    package let plan: OpinionTestPlan
    /// Votes by all admitted participants on each statement.
    package let findings: StatementFindings
    /// Nil without two participants and two statements.
    package let map: OpinionMap?
    /// Rows of the people who were put in groups.
    package let clusterable: [Int]
    package let baseClusters: Int
    /// The best division, of the rows above; shown only if there is no reason not to.
    package let groups: OpinionGroups?
    /// By group.
    package let statistics: OpinionStatistics?
    package let nullTest: OpinionNullTest?
    package let stability: OpinionStability?
    /// Nil: groups are shown.
    package let reason: OpinionReason?

    package var isShown: Bool { reason == nil }
    /// Participants (by their numbers) in each group.
    package var members: [[Int32]] { groups?.members.map { $0.map { matrix.participants[clusterable[$0]] } } ?? [] }
}

/// One run from votes to groups with their tests.
package struct OpinionRun: Sendable {
    package let plan: OpinionTestPlan
    /// False: only the map, groups and statistics; groups then are not shown.
    package let hasTests: Bool

    package init(plan: OpinionTestPlan = OpinionTestPlan(), hasTests: Bool = true) {
        (self.plan, self.hasTests) = (plan, hasTests)
    }

    package func result(_ matrix: VoteMatrix, execution: Execution = .plain) throws(Cancelled) -> OpinionResult {
        let tallies = matrix.tallies
        return try result(matrix, tallies: tallies, map: OpinionMap(matrix), groupCount: nil, execution: execution)
    }

    /// - Parameter groupCount: chooses among the candidates; nil: the best
    func result(
        _ matrix: VoteMatrix, tallies: [VoteTally], map: OpinionMap?, groupCount: ((OpinionClustering) -> OpinionGroups?)?, execution: Execution = .plain
    ) throws(Cancelled) -> OpinionResult {
        let clusterable = matrix.clusterable
        let clustering = map.map { OpinionClustering($0.points.at(clusterable), floor: plan.floor) }
        let groups = clustering.flatMap { groupCount?($0) ?? (groupCount == nil ? $0.best : nil) }
        let statistics = groups.map { OpinionStatistics(matrix, rows: clusterable, groups: $0) }
        let (nullTest, stability) = hasTests && map != nil ? try tests(matrix.rows(clusterable), groups, execution) : (nil, nil)
        return OpinionResult(
            matrix: matrix, plan: plan, findings: StatementFindings(tallies), map: map, clusterable: clusterable,
            baseClusters: clustering?.baseClusters ?? 0, groups: groups, statistics: statistics, nullTest: nullTest, stability: stability,
            reason: reason(hasMap: map != nil, people: clusterable.count, groups, nullTest, stability))
    }

    private func tests(
        _ people: VoteMatrix, _ groups: OpinionGroups?, _ execution: Execution
    ) throws(Cancelled) -> (OpinionNullTest?, OpinionStability?) {
        if plan.stopsEarly, people.rowCount < plan.leastPeople || groups == nil { return (nil, nil) }
        let nullTest = try plan.nullTest(people, execution: execution.step(0, of: 2))
        if plan.stopsEarly, nullTest.p > plan.level { return (nullTest, nil) }
        guard let groups else { return (nullTest, nil) }
        return (nullTest, try plan.stability(people, groups: groups, execution: execution.step(1, of: 2)))
    }

    private func reason(
        hasMap: Bool, people: Int, _ groups: OpinionGroups?, _ nullTest: OpinionNullTest?, _ stability: OpinionStability?
    ) -> OpinionReason? {
        if !hasMap { return .noMap }
        if people < plan.leastPeople { return .tooFewPeople }
        if groups == nil { return .noGroups }
        guard let nullTest else { return .notTested }
        if nullTest.p > plan.level { return .noStructure }
        guard let stability else { return .notTested }
        return stability.bound.map { $0 >= plan.agreement } ?? false ? nil : .unstable
    }
}
