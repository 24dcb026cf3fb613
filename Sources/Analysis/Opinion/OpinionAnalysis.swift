import Core
import Measures

extension OpinionDocument {
    /// - Parameter showsAll: groups also where the tests do not carry them
    init(_ result: OpinionResult, of file: VoteFile, showsAll: Bool) {
        let matrix = result.matrix
        let names = matrix.statements.map { file.statements[Int($0)] }
        (participants, statements, clusterable) = (matrix.rowCount, matrix.columnCount, result.clusterable.count)
        (shown, reason, plan) = (result.isShown, result.reason, result.plan)
        let isOpen = result.isShown || showsAll
        groups = isOpen ? Self.groups(result, names: names, voters: file.participants) : []
        k = groups.count
        silhouette = isOpen ? result.groups?.silhouette : nil
        candidate = result.groups.map { Candidate(k: $0.count, sizes: $0.sizes, silhouette: $0.silhouette) }
        consensus = isOpen ? result.statistics.map { Self.consensus($0, names: names) } ?? [] : []
        projection =
            result.map.map { map in
                (0..<matrix.rowCount).map { Place(voter: file.participants[Int(matrix.participants[$0])], x: map.points.x[$0], y: map.points.y[$0]) }
            } ?? []
        nullTest = result.nullTest.map { NullTest(p: $0.p, statistic: $0.statistic, permutations: $0.runs) }
        stability = result.stability?.median
        stabilityTest = result.stability.map { StabilityTest(median: $0.median, bound: $0.bound, halfSamples: $0.agreements.count) }
        results = result.findings.all.map { Statement($0, name: names[$0.statement]) }
    }

    private static func groups(_ result: OpinionResult, names: [String], voters: [String]) -> [Group] {
        guard let statistics = result.statistics else { return [] }
        return result.members.enumerated().map { group, members in
            let telling = statistics.representativeStatements(of: group).map { found in
                Representative(
                    statement: names[found.statement], direction: "\(found.direction)", repness: found.side.ratio, p: Normal.below(-found.side.ratioTest),
                    z: found.side.ratioTest, share: found.side.own.share, shareZ: found.side.own.test)
            }
            return Group(id: group + 1, size: members.count, members: members.map { voters[Int($0)] }, representative: telling)
        }
    }

    private static func consensus(_ statistics: OpinionStatistics, names: [String]) -> [Consensus] {
        let values = statistics.groupAwareConsensus(), means = statistics.sharedByAll()
        return names.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
            .map { Consensus(statement: names[$0], value: values[$0], mean: means[$0]) }
    }

    package var table: TextTable {
        var facts = [("participants", "\(participants)"), ("statements", "\(statements)"), ("in groups", "\(clusterable)")]
        facts.append(("groups", shown ? "shown" : "not shown: \(reason?.rawValue ?? "-")"))
        facts += groups.map { ("group \($0.id)", "\($0.size)") }
        if let nullTest { facts.append(("p of no structure", Figure.text(nullTest.p))) }
        if let stabilityTest { facts.append(("agreement of halves", Figure.text(stabilityTest.median))) }
        return TextTable(
            facts: facts, header: ["statement", "agree", "disagree", "pass", "shared", "telling of"],
            rows: results.map { result in
                let telling = groups.flatMap { group in
                    group.representative.filter { $0.statement == result.statement }.map { ($0.direction == "agree" ? "+" : "-") + "\(group.id)" }
                }
                let counts = [result.agree, result.disagree, result.pass].map(String.init)
                return [result.statement] + counts + [result.shared ?? "", telling.joined(separator: " ")]
            })
    }
}

extension OpinionDocument.Statement {
    fileprivate init(_ finding: StatementFinding, name: String) {
        self.init(
            statement: name, agree: finding.tally.agree, disagree: finding.tally.disagree, pass: finding.tally.pass, votes: finding.tally.votes,
            agreeLow: finding.agree?.lowerBound, agreeHigh: finding.agree?.upperBound, disagreeLow: finding.disagree?.lowerBound,
            disagreeHigh: finding.disagree?.upperBound, shared: finding.shared.map { "\($0)" })
    }
}

extension VoteFile {
    /// Map, statements and groups with their tests.
    ///
    /// - Parameter showsAll: groups also where the tests do not carry them, then marked as not shown
    /// - Throws: ``InputFailure``, `Cancelled`
    package func opinionGroups(_ run: OpinionRun, showsAll: Bool = false, execution: Execution = .plain) throws -> Analysed<OpinionDocument> {
        let result = try run.result(voteMatrix(), execution: execution)
        var notes: [Diagnostic] = []
        let dropped = isAdmitted.count { !$0 }
        if dropped > 0 {
            let reason = Localized(
                nl: "Door de moderator weggelaten: \(dropped) van de \(statements.count) stellingen.",
                en: "Moderated out: \(dropped) of \(statements.count) statements.")
            notes.append(Diagnostic(.note, source: name, reason: reason))
        }
        if showsAll, !result.isShown {
            let reason = Localized(
                nl: "De toetsen dragen deze groepen niet: maak ze niet openbaar.", en: "The tests do not carry these groups: do not publish them.")
            notes.append(Diagnostic(.warning, source: name, reason: reason))
        }
        return Analysed(OpinionDocument(result, of: self, showsAll: showsAll), notes: notes)
    }
}
