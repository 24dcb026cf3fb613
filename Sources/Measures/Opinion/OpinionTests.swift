/// How the tests that decide whether groups are shown are run. All of it is kept with the result, so that a run can be repeated exactly.
package struct OpinionTestPlan: Sendable, Hashable, Codable {
    /// People in the smallest group that may be shown.
    package var floor: Int
    /// How often votes are dealt out anew within their statement.
    package var permutations: Int
    /// How often half of the people is drawn.
    package var halfSamples: Int
    /// The highest p of the null test that passes.
    package var level: Double
    /// The agreement that the lower bound of the median over half-samples must reach.
    package var agreement: Double
    package var seed: UInt64
    /// False: every test is run to its end, also where an earlier one has decided already.
    package var stopsEarly: Bool

    private enum CodingKeys: String, CodingKey {
        case floor, permutations, level, agreement, seed
        case halfSamples = "half_samples"
        case stopsEarly = "stops_early"
    }

    package init(
        floor: Int = 10, permutations: Int = 199, halfSamples: Int = 200, level: Double = 0.05, agreement: Double = 0.60, seed: UInt64 = 1,
        stopsEarly: Bool = true
    ) {
        (self.floor, self.permutations, self.halfSamples) = (max(1, floor), max(0, permutations), max(0, halfSamples))
        (self.level, self.agreement, self.seed, self.stopsEarly) = (level, agreement, seed, stopsEarly)
    }

    /// The least number of people in groups.
    package var leastPeople: Int { 2 * floor }
    /// Which of the half-samples in ascending order is the lower 95 % bound of their median: the 88th of 200.
    package var boundRank: Int {
        let count = Double(halfSamples)
        return max(1, Int(count / 2 - 1.645 * count.squareRoot() / 2))
    }
}

/// Is there any structure in the votes, beyond how popular each statement is?
package struct OpinionNullTest: Sendable, Hashable {
    /// Part of all differences between the people in groups that lies along the first component.
    package let statistic: Double
    /// Permutations with as much.
    package let atLeast: Int
    package let runs: Int

    package var p: Double { Double(1 + atLeast) / Double(runs + 1) }
}

/// Do the groups come back when half of the people is asked?
package struct OpinionStability: Sendable, Hashable {
    /// Adjusted Rand index of each half-sample with the whole, ascending; fewer than planned where it was clear before.
    package let agreements: [Double]
    package let planned: Int
    /// See ``OpinionTestPlan/boundRank``.
    package let boundRank: Int

    package var isComplete: Bool { agreements.count == planned }
    package var median: Double? {
        guard !agreements.isEmpty else { return nil }
        let half = agreements.count / 2
        return agreements.count % 2 == 1 ? agreements[half] : (agreements[half - 1] + agreements[half]) / 2
    }
    /// Lower 95 % bound of the median; nil where the test stopped early, for it then lies below the agreement asked for.
    package var bound: Double? { isComplete && boundRank <= agreements.count ? agreements[boundRank - 1] : nil }
}

extension OpinionTestPlan {
    /// Permutes in each column the votes among those who gave them, and counts how often the first component then explains as much.
    ///
    /// - Parameter matrix: rows of the people in groups only
    package func nullTest(_ matrix: VoteMatrix, execution: Execution = .plain) throws(Cancelled) -> OpinionNullTest {
        let votes = CentredVotes(matrix)
        guard votes.squares > 1e-12 * Double(max(1, matrix.voteCount)) else { return OpinionNullTest(statistic: 0, atLeast: permutations, runs: permutations) }
        let usesProducts = votes.isBetterAsProducts
        let pair = usesProducts ? LargestEigenpair(ColumnProducts(votes)) : LargestEigenpair(votes)
        let limit = pair.value - 1e-12 * votes.squares
        let columns = PlacesByColumn(matrix)
        let reached: [Bool] = try execution.blocks(of: permutations, size: 4) { runs in
            runs.map { run in
                var generator = Xoshiro256(seed: seed, stream: UInt64(run))
                let dealt = votes.with(columns.shuffled(matrix.values, using: &generator))
                return usesProducts ? Self.reaches(ColumnProducts(dealt), limit) : Self.reaches(dealt, limit)
            }
        }
        return OpinionNullTest(statistic: pair.value / votes.squares, atLeast: reached.count { $0 }, runs: permutations)
    }

    private static func reaches(_ matrix: some SymmetricOperator, _ limit: Double) -> Bool {
        // Clear when the value so far, which can only rise, is there already; or stays away by more than it can still rise.
        let pair = LargestEigenpair(matrix, precision: 1e-9) { value, residual in value >= limit || (residual < 0.02 * value && value + 2 * residual < limit) }
        return pair.value >= limit
    }

    /// Repeats the whole search for groups on halves of the people, each with its own means, components and number of groups.
    ///
    /// - Parameters:
    ///   - matrix: rows of the people in groups only
    ///   - groups: of those rows, in the whole
    package func stability(_ matrix: VoteMatrix, groups: OpinionGroups, execution: Execution = .plain) throws(Cancelled) -> OpinionStability {
        let part = 25, parts = (halfSamples + part - 1) / part
        var found: [Double] = []
        for step in 0..<parts {
            let first = step * part, count = min(part, halfSamples - first)
            found += try execution.step(step, of: parts).blocks(of: count, size: 1) { runs in
                runs.map { halfSample(matrix, groups: groups, run: first + $0) }
            }
            if stopsEarly, found.count(where: { $0 < agreement }) >= boundRank { break }
        }
        return OpinionStability(agreements: found.sorted(), planned: halfSamples, boundRank: boundRank)
    }

    private func halfSample(_ matrix: VoteMatrix, groups: OpinionGroups, run: Int) -> Double {
        // Streams behind those of the permutations.
        var generator = Xoshiro256(seed: seed, stream: 1 << 20 + UInt64(run))
        var order = Array(0..<matrix.rowCount)
        let half = (order.count + 1) / 2
        for place in 0..<half { order.swapAt(place, place + Int(generator.below(UInt32(order.count - place)))) }
        let rows = Array(order[..<half]), sample = matrix.rows(rows)
        guard sample.rowCount > 1, sample.columnCount > 1 else { return 0 }
        let map = OpinionMap(sample, CentredVotes(sample), products: nil, near: nil, precision: 1e-9)
        guard let own = OpinionClustering(map.points, floor: (floor + 1) / 2).best else { return 0 }
        return adjustedRandIndex(rows.map { groups.labels[$0] }, own.labels)
    }
}

/// Places of the votes in the rows of a matrix, column after column.
private struct PlacesByColumn: Sendable {
    private let starts: [Int]
    private let places: [Int32]

    init(_ matrix: VoteMatrix) {
        var starts = [Int](repeating: 0, count: matrix.columnCount + 1)
        for column in matrix.columns { starts[Int(column) + 1] += 1 }
        for column in 0..<matrix.columnCount { starts[column + 1] += starts[column] }
        var next = starts, places = [Int32](repeating: 0, count: matrix.voteCount)
        for (place, column) in matrix.columns.enumerated() {
            places[next[Int(column)]] = Int32(place)
            next[Int(column)] += 1
        }
        (self.starts, self.places) = (starts, places)
    }

    /// The same votes in each column, dealt out anew among those who voted.
    func shuffled(_ values: [Int8], using generator: inout Xoshiro256) -> [Int8] {
        var values = values
        for column in 0..<starts.count - 1 {
            let start = starts[column]
            for count in stride(from: starts[column + 1] - start, to: 1, by: -1) {
                let other = Int(generator.below(UInt32(count)))
                values.swapAt(Int(places[start + count - 1]), Int(places[start + other]))
            }
        }
        return values
    }
}
