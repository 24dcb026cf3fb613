import Foundation
import Measures
import Testing

private let isLong = ProcessInfo.processInfo.environment["LEEFKRING_LONG"] == "1"

@Suite("Opinion groups: what always holds")
struct OpinionPropertyTests {
    private func votes(_ matrix: VoteMatrix) -> [Vote] {
        (0..<matrix.rowCount).flatMap { row in
            (matrix.starts[row]..<matrix.starts[row + 1]).map { place in
                Vote(
                    participant: matrix.participants[row], statement: matrix.statements[Int(matrix.columns[place])],
                    choice: Vote.Choice(rawValue: matrix.values[place]) ?? .pass)
            }
        }
    }

    @Test("Of two votes on one statement the later counts; moderated statements and banned people change nothing; empty columns are dropped")
    func rules() throws {
        let list = [
            Vote(participant: 2, statement: 3, choice: .agree), Vote(participant: 0, statement: 1, choice: .agree),
            Vote(participant: 0, statement: 1, choice: .disagree), Vote(participant: 1, statement: 0, choice: .pass),
            Vote(participant: 0, statement: 3, choice: .pass),
        ]
        let matrix = try VoteMatrix(list, participants: 4, statements: 6)
        #expect(matrix.participants == [0, 1, 2] && matrix.statements == [0, 1, 3] && matrix.starts == [0, 2, 3, 4])
        #expect(matrix.columns == [1, 2, 0, 2] && matrix.values == [-1, 0, 0, 1])
        let isAdmitted = [true, false, true, true, true, true], isBanned = [false, true, false, false]
        let moderated = try VoteMatrix(list, participants: 4, statements: 6, isAdmitted: isAdmitted, isBanned: isBanned)
        #expect(moderated.participants == [0, 2] && moderated.statements == [3] && moderated.values == [0, 1])
        #expect(matrix.rows([2, 0]).statements == [1, 3] && matrix.rows([2, 0]).values == [1, -1, 0] && matrix.rows([2, 0]).participants == [2, 0])
        #expect(throws: VoteMatrixFault.unknown(vote: 0)) { try VoteMatrix(list, participants: 2, statements: 6) }
        #expect(throws: VoteMatrixFault.tooManyStatements(10_001)) { try VoteMatrix(list, participants: 4, statements: 10_001) }
        #expect(throws: VoteMatrixFault.tooManyParticipants(100_001)) { try VoteMatrix(list, participants: 100_001, statements: 6) }
    }

    @Test("Seven votes make clusterable, or all there are; fewer than fifteen people are topped up by those with most votes")
    func clusterable() throws {
        let table: [[Vote.Choice?]] = (0..<30).map { row in (0..<10).map { $0 < (row < 12 ? 8 : row - 11) ? .agree : nil } }
        let matrix = try VoteMatrix(table)
        #expect(matrix.clusterable == Array(0..<12) + Array(18..<30))
        let few = try VoteMatrix((0..<20).map { row in (0..<10).map { $0 < (row % 5) + 1 ? .agree : nil } })
        // Nobody has seven: four each with 5, 4, 3 votes, then three of those with 2.
        #expect(few.clusterable == (0..<20).filter { $0 % 5 >= 2 || ($0 % 5 == 1 && $0 < 15) })
        #expect(try VoteMatrix([[.agree, .pass], [.agree, nil]]).clusterable == [0, 1])
    }

    @Test("Components are unit eigenvectors of C'C at right angles, in both ways of computing", arguments: 0..<8)
    func eigenvectors(seed: UInt64) throws {
        // The last two have many statements for their votes, and so are not multiplied out.
        let isWide = seed > 5
        let wide = try SimulatedVotes.planted(people: 40, statements: 120, part: 0.4, difference: 0.6, density: 0.3, seed: seed)
        let matrix = isWide ? wide : try SimulatedVotes.noise(seed: seed), map = try #require(OpinionMap(matrix))
        var table = [[Double]](repeating: [Double](repeating: 0, count: matrix.columnCount), count: matrix.rowCount)
        for row in 0..<matrix.rowCount {
            for place in matrix.starts[row]..<matrix.starts[row + 1] {
                table[row][Int(matrix.columns[place])] = Double(matrix.values[place]) - map.means[Int(matrix.columns[place])]
            }
        }
        #expect(isClose(map.total, table.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }, 1e-8))
        for (value, vector) in zip(map.eigenvalues, map.components) {
            let scores = table.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
            let back = vector.indices.map { column in zip(table, scores).reduce(0) { $0 + $1.0[column] * $1.1 } }
            #expect(zip(back, vector).allSatisfy { isClose($0, value * $1, 1e-8 * value) })
            #expect(isClose(vector.reduce(0) { $0 + $1 * $1 }, 1, 1e-12))
            #expect(vector.max() ?? 0 >= -(vector.min() ?? 0))
        }
        #expect(isClose(zip(map.components[0], map.components[1]).reduce(0) { $0 + $1.0 * $1.1 }, 0, 1e-10))
        // Nothing is left that is larger: the power method from outside both vectors.
        var probe = (0..<matrix.columnCount).map { Double(($0 * 7919) % 13) - 6 }
        for _ in 0..<60 {
            for vector in map.components {
                let part = zip(vector, probe).reduce(0) { $0 + $1.0 * $1.1 }
                probe = zip(vector, probe).map { $1 - part * $0 }
            }
            let length = probe.reduce(0) { $0 + $1 * $1 }.squareRoot()
            probe = probe.map { $0 / length }
            let scores = table.map { row in zip(row, probe).reduce(0) { $0 + $1.0 * $1.1 } }
            #expect(scores.reduce(0) { $0 + $1 * $1 } <= map.eigenvalues[1] * (1 + 1e-9))
            probe = probe.indices.map { column in zip(table, scores).reduce(0) { $0 + $1.0[column] * $1.1 } }
        }
    }

    @Test("Equal eigenvalues give two vectors at right angles; one direction leaves the second component at zero")
    func degenerate() throws {
        // Four corners: both statements vary alike and apart.
        let square = try #require(OpinionMap(VoteMatrix([[.agree, .agree], [.agree, .disagree], [.disagree, .agree], [.disagree, .disagree]])))
        #expect(isClose(square.eigenvalues[0], 4, 1e-9) && isClose(square.eigenvalues[1], 4, 1e-9))
        #expect(isClose(zip(square.components[0], square.components[1]).reduce(0) { $0 + $1.0 * $1.1 }, 0, 1e-9))
        let line = try #require(OpinionMap(VoteMatrix([[.agree, .agree], [.disagree, .disagree], [.agree, .agree]])))
        #expect(line.components[1] == [0, 0] && line.eigenvalues[1] == 0 && isClose(line.firstShare, 1, 1e-12))
        #expect(isClose(line.components[0][0], 0.5.squareRoot(), 1e-12))
    }

    @Test("Edge cases say why there are no groups")
    func edges() throws {
        let run = OpinionRun(plan: OpinionTestPlan(permutations: 9, halfSamples: 10, stopsEarly: false))
        func reason(_ table: [[Vote.Choice?]]) throws -> OpinionReason? { try run.result(VoteMatrix(table)).reason }
        for table in [[], [[.agree, .pass]], [[.agree], [.disagree]], [[nil], []]] as [[[Vote.Choice?]]] { #expect(try reason(table) == .noMap) }
        #expect(try reason([[.agree, .pass], [.disagree, .pass]]) == .tooFewPeople)
        for choice in Vote.Choice.allCases {
            let result = try run.result(VoteMatrix([[Vote.Choice?]](repeating: [Vote.Choice?](repeating: choice, count: 9), count: 40)))
            #expect(result.reason == .noGroups && result.nullTest?.p == 1 && result.nullTest?.statistic == 0 && result.groups == nil)
            #expect(result.map?.points.x.allSatisfy { $0 == 0 } == true)
        }
        let noise = try SimulatedVotes.noise(seed: 4)
        #expect(try OpinionRun(hasTests: false).result(noise).reason == .notTested)
        #expect(OpinionTestPlan().boundRank == 88 && OpinionTestPlan().leastPeople == 20)
    }

    @Test("The same seed gives the same result on any number of cores; another seed does not change the groups")
    func deterministic() throws {
        let matrix = try SimulatedVotes.planted(people: 70, part: 0.5, difference: 0.6, density: 0.6, seed: 3)
        func result(_ seed: UInt64, cores: Int) throws -> OpinionResult {
            let plan = OpinionTestPlan(permutations: 49, halfSamples: 50, seed: seed, stopsEarly: false)
            return try OpinionRun(plan: plan).result(matrix, execution: Execution(cores: cores))
        }
        let one = try result(5, cores: 1)
        #expect(try result(5, cores: 3) == one)
        let other = try result(6, cores: 1)
        #expect(other.groups == one.groups && other.stability != one.stability)
        #expect(throws: Cancelled.self) { try OpinionRun().result(matrix, execution: Execution(isCancelled: { true })) }
    }

    @Test("A banned participant and a moderated statement change nothing, wherever they come from")
    func banned() throws {
        let matrix = try SimulatedVotes.planted(people: 60, part: 0.5, difference: 0.7, density: 0.6, seed: 9), list = votes(matrix)
        let extra = (0..<40).map { Vote(participant: 60, statement: Int32($0), choice: $0 % 3 == 0 ? .agree : .disagree) }
        let more = (0..<60).map { Vote(participant: Int32($0), statement: 40, choice: .agree) }
        let plain = try VoteMatrix(list, participants: 60, statements: 40)
        let isBanned = [Bool](repeating: false, count: 60) + [true], isAdmitted = [Bool](repeating: true, count: 40) + [false]
        #expect(try VoteMatrix(extra + more + list, participants: 61, statements: 41, isAdmitted: isAdmitted, isBanned: isBanned) == plain)
        let run = OpinionRun(plan: OpinionTestPlan(permutations: 19, halfSamples: 20))
        #expect(try run.result(plain) == run.result(matrix))
    }

    @Test("Another order of the statements does not change the groups, nor what is said of them; a moderated statement is nowhere in the result")
    func order() throws {
        let matrix = try SimulatedVotes.planted(people: 90, part: 0.5, difference: 0.7, density: 0.6, seed: 21)
        let run = OpinionRun(hasTests: false), first = try run.result(matrix)
        let turned = votes(matrix).map { Vote(participant: $0.participant, statement: 39 - $0.statement, choice: $0.choice) }
        let second = try run.result(VoteMatrix(turned, participants: 90, statements: 40))
        #expect(first.groups?.labels == second.groups?.labels && first.groups?.count == 2)
        #expect(first.statistics?.groupAwareConsensus() == second.statistics.map { $0.groupAwareConsensus().reversed() })
        let without = try VoteMatrix(votes(matrix), participants: 90, statements: 40, isAdmitted: (0..<40).map { $0 != 7 })
        #expect(try run.result(without).matrix.statements == (0..<40).filter { $0 != 7 })
    }

    @Test("Consensus lies between 0 and 1, whatever the groups")
    func bounds() throws {
        for seed in 0..<20 {
            let result = try OpinionRun(plan: OpinionTestPlan(floor: 5), hasTests: false).result(SimulatedVotes.noise(seed: UInt64(seed)))
            guard let statistics = result.statistics, let groups = result.groups else { continue }
            #expect((statistics.groupAwareConsensus() + statistics.groupAwareConsensus(.disagree)).allSatisfy { $0 > 0 && $0 < 1 })
            #expect(groups.sizes == groups.sizes.sorted(by: >) && groups.sizes.min() ?? 0 >= 5 && groups.labels.count == result.clusterable.count)
            for group in 0..<groups.count { #expect((1...5).contains(statistics.representativeStatements(of: group).count)) }
        }
    }
}

@Suite("Opinion groups: noise and planted groups")
struct OpinionNoiseTests {
    private let plan = OpinionTestPlan(permutations: 99)

    @Test("Independent votes of 20 to 200 people: groups are shown in at most 5 %, the null test passes in at most 9 %")
    func noise() throws {
        let sets = isLong ? 1000 : 120
        var (shown, structure) = (0, 0)
        for seed in 0..<sets {
            let matrix = try SimulatedVotes.noise(seed: UInt64(seed), people: 20...200)
            let cores = Execution(cores: 2)
            if try OpinionRun(plan: plan).result(matrix, execution: cores).isShown { shown += 1 }
            if try plan.nullTest(matrix.rows(matrix.clusterable), execution: cores).p <= 0.05 { structure += 1 }
        }
        #expect(shown * 20 <= sets && structure * 100 <= 9 * sets, "\(shown) and \(structure) of \(sets)")
    }

    /// "Clear": on half of forty statements nine in ten of one group agree against one in ten of the other; each person votes on six in ten.
    @Test("Two planted groups of equal size that differ by 0.8 on half of the statements are found in at least 90 %, as they are", arguments: [60, 100])
    func planted(people: Int) throws {
        let sets = isLong ? 200 : 20
        var found = 0
        for seed in 0..<sets {
            let matrix = try SimulatedVotes.planted(people: people, part: 0.5, difference: 0.8, density: 0.6, seed: UInt64(seed))
            let result = try OpinionRun(plan: plan).result(matrix, execution: Execution(cores: 2))
            guard result.isShown, let groups = result.groups, groups.count == 2 else { continue }
            if adjustedRandIndex(groups.labels, result.clusterable.map { $0 % 2 }) > 0.9 { found += 1 }
        }
        #expect(found * 10 >= 9 * sets, "\(found) of \(sets)")
    }

    @Test("A mild divide among a hundred people is told as no groups")
    func mild() throws {
        for seed in 0..<5 {
            let matrix = try SimulatedVotes.planted(people: 100, part: 0.2, difference: 0.3, density: 0.5, seed: UInt64(seed))
            let result = try OpinionRun(plan: plan).result(matrix)
            #expect(!result.isShown)
        }
    }
}
