import Measures
import Synchronization
import TestSupport
import Testing

@Suite("Local spatial autocorrelation")
struct LocalAutocorrelationTests {
    private func field(_ seed: UInt64, rows: Int = 7, columns: Int = 7) throws -> SpatialField {
        var random = Chance(seed)
        let weights = try SpatialWeights.grid(rows: rows, columns: columns, .queen).rowStandardised
        return try SpatialField((0..<rows * columns).map { _ in random.normal() }, weights: weights)
    }

    @Test("M7: an area without a value is undefined, one without neighbours has none, and both are outside the family")
    func states() throws {
        // A row of areas; 3 has no value, so 4, whose only neighbour it is, has no neighbour; 7 is an island.
        let weights = try SpatialWeights(neighbours: [[1], [0, 2], [1], [4], [3], [6], [5], []]).rowStandardised
        let field = try SpatialField([1, 2, 4, .nan, 3, 9, 8, 5], weights: weights)
        let result = try field.localMoran(Permutations(seed: 1))
        #expect(result.areas[3] == .undefined && result.areas[4] == .noNeighbours && result.areas[7] == .noNeighbours)
        #expect(result.known.count == 5 && result.discoveries.family == 5 && result.used == 7 && result.islands == 2 && result.missing == 1)
        #expect(field.islands == [4, 7] && field.areas == [0, 1, 2, 4, 5, 6, 7])
        let star = try field.getisOrdGiStar(Permutations(seed: 1))
        #expect(star.areas[3] == .undefined && star.areas[4] == .noNeighbours && star.discoveries.family == 5)
        // Leaving the area out beforehand gives the same.
        let without = try SpatialField([1, 2, 4, 3, 9, 8, 5], weights: SpatialWeights(neighbours: [[1], [0, 2], [1], [], [5], [4], []]).rowStandardised)
        #expect(try without.localMoran(Permutations(seed: 1)).known == result.known)
        #expect(try without.globalMoran().value == field.globalMoran().value)
    }

    @Test("M7: p-values and z-scores are those over all draws of neighbours")
    func enumerated() throws {
        var random = Chance(41)
        let runs = 99_999
        for _ in 0..<3 {
            let values = (0..<8).map { _ in random.normal() }
            let weights = try randomWeights(count: 8, &random)
            for network in [weights, weights.rowStandardised, weights.binary.rowStandardised] {
                let field = try SpatialField(values, weights: network)
                let results = try field.localMoran(Permutations(runs: runs, seed: 3)).areas
                for area in 0..<8 {
                    guard let known = results[area].values else { continue }
                    let row = network.row(area).map { network.weights[$0] }
                    let sums = draws(of: (0..<8).filter { $0 != area }, row.count).map { draw in zip(row, draw).reduce(0) { $0 + $1.0 * values[$1.1] } }
                    let mean = Moments.mean(values)
                    let drawn = sums.map { (values[area] - mean) * ($0 - mean * row.reduce(0, +)) }
                    let own = known.statistic * Moments.squares(values) / 7
                    let share = Double(drawn.count { $0 >= own - 1e-12 }) / Double(drawn.count)
                    #expect(
                        abs(Double(known.significance.test.atLeast) / Double(runs) - share) <= 5 * (share * (1 - share) / Double(runs)).squareRoot() + 1e-12)
                    let deviation = (Moments.squares(drawn) / Double(drawn.count)).squareRoot()
                    #expect(row.count == 7 || isClose(known.score, (own - Moments.mean(drawn)) / deviation, 1e-8))
                }
            }
        }
    }

    /// All ordered draws of some of these.
    private func draws(of items: [Int], _ count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return items.flatMap { item in draws(of: items.filter { $0 != item }, count - 1).map { [item] + $0 } }
    }

    @Test("M7: counting by bisection is counting run by run")
    func bisection() throws {
        var random = Chance(43)
        for round in 0..<20 {
            let binary = try randomWeights(count: 25, &random).binary
            // The same weights but for the last digits are counted run by run.
            let nearly = try SpatialWeights(
                weighted: (0..<25).map { area in
                    binary.neighbours(of: area).enumerated().map { (Int($0.element), $0.offset == 0 ? 1 + 4 * Double.ulpOfOne : 1) }
                })
            let values = (0..<25).map { _ in round % 2 == 0 ? random.normal() : Double(Int.random(in: 0...3, using: &random)) / 10 }
            let plan = Permutations(runs: 499, seed: UInt64(round))
            let fast = try SpatialField(values, weights: binary).localMoran(plan)
            let plain = try SpatialField(values, weights: nearly).localMoran(plan)
            #expect(fast.known.map(\.significance) == plain.known.map(\.significance))
        }
    }

    @Test("M7: equal sums count on both sides, in whatever order they are added")
    func ties() throws {
        let weights = try SpatialWeights.grid(rows: 6, columns: 6, .queen).rowStandardised
        var random = Chance(47)
        let tenths = (0..<36).map { _ in Double(Int.random(in: 0...3, using: &random)) / 10 }
        let plan = Permutations(seed: 2)
        let decimals = try SpatialField(tenths, weights: weights).getisOrdGiStar(plan).known
        let whole = try SpatialField(tenths.map { ($0 * 10).rounded() }, weights: weights).getisOrdGiStar(plan).known
        #expect(decimals.map(\.significance) == whole.map(\.significance))
        #expect(whole.contains { $0.significance.test.atLeast + $0.significance.test.atMost > 999 })
    }

    @Test("M7: an area at the mean has no pattern, an area with all others as neighbours cannot vary")
    func nothingToTell() throws {
        let star = try SpatialWeights(neighbours: [[1, 2, 3, 4]] + [[Int]](repeating: [0], count: 4)).rowStandardised
        let result = try SpatialField([9, 1, 2, 3, 4], weights: star).localMoran(Permutations(seed: 1)).known
        #expect(result[0].score == 0 && result[0].significance.p == 1 && result[0].significance.test.atLeast == 999)
        let middle = try SpatialField([3, 1, 2, 4, 5], weights: star).localMoran(Permutations(seed: 1)).known
        #expect(middle[0].statistic == 0 && middle[0].significance.p == 1)
        let single = try SpatialField([9, 1, 1, 1, 1], weights: star).getisOrdGi(Permutations(seed: 1)).known
        #expect(single[0].score == 0 && single[0].spot == nil && single[0].normalP == 1)
    }

    @Test("M7: unit and zero point of the values do not matter; turning them round turns the quadrants")
    func invariance() throws {
        var random = Chance(53)
        let weights = try SpatialWeights.grid(rows: 6, columns: 6, .rook).rowStandardised
        let values = (0..<36).map { _ in random.normal() }
        let plan = Permutations(seed: 9)
        let one = try SpatialField(values, weights: weights).localMoran(plan).known
        let other = try SpatialField(values.map { 40 + 6 * $0 }, weights: weights).localMoran(plan).known
        let turned = try SpatialField(values.map { 1 - $0 }, weights: weights).localMoran(plan).known
        for area in 0..<36 {
            #expect(isClose(one[area].statistic, other[area].statistic, 1e-11) && one[area].quadrant == other[area].quadrant)
            #expect(one[area].significance == other[area].significance && one[area].significance == turned[area].significance)
            #expect(isClose(one[area].score, turned[area].score, 1e-10))
            let opposite: [MoranQuadrant: MoranQuadrant] = [.highHigh: .lowLow, .lowLow: .highHigh, .lowHigh: .highLow, .highLow: .lowHigh]
            #expect(turned[area].quadrant == opposite[one[area].quadrant])
        }
    }

    @Test("M7: the same seed gives the same bytes on one core and on two, another seed does not")
    func cores() throws {
        let field = try field(59, rows: 50, columns: 50)
        let plan = Permutations(seed: 6)
        let one = try field.localMoran(plan)
        #expect(try field.localMoran(plan, execution: Execution(cores: 2)) == one)
        #expect(try "\(field.localMoran(plan, execution: Execution(cores: 2)))" == "\(one)")
        #expect(try field.getisOrdGiStar(plan, execution: Execution(cores: 2)) == field.getisOrdGiStar(plan))
        #expect(try field.getisOrdGi(plan, execution: Execution(cores: 2)) == field.getisOrdGi(plan))
        #expect(try field.localMoran(Permutations(seed: 7)) != one)
    }

    @Test("M7: tables too large for one go are made in parts, with one progress from 0 to 1")
    func parts() throws {
        // One area has many neighbours, so that the table is wide, the others have one.
        let count = 300
        let hub = try SpatialWeights(neighbours: (0..<count).map { area in area == 0 ? Array(1...200) : [(area + 1) % count] })
        var random = Chance(61)
        let field = try SpatialField((0..<count).map { _ in random.normal() }, weights: hub)
        let told = Mutex<[Double]>([])
        let execution = Execution(report: { part in told.withLock { $0.append(part) } })
        let result = try field.getisOrdGi(Permutations(runs: 50_000, seed: 1), execution: execution)
        let parts = told.withLock { $0 }
        #expect(parts.count > 1 && parts == parts.sorted() && parts.last == 1)
        #expect(result.known.allSatisfy { $0.significance.test.atLeast + $0.significance.test.atMost >= 50_000 })
        // A sum of 200 values is all but normally distributed.
        #expect(abs(result.known[0].significance.p - result.known[0].normalP) < 0.02)
    }

    @Test("M7: a stopped computation says so")
    func stopped() throws {
        let field = try field(67)
        let execution = Execution(isCancelled: { true })
        #expect(throws: Cancelled.self) { try field.localMoran(Permutations(seed: 1), execution: execution) }
        #expect(throws: Cancelled.self) { try field.globalMoran(Permutations(seed: 1), execution: execution) }
    }

    @Test("M7: without any pattern at most 6.5 % of 1,000 maps get a p-value below 0.05 for an area, and few keep one after Benjamini-Hochberg")
    func null() throws {
        var (moran, gi, star, discoveries) = (0, 0, 0, 0)
        for run in 0..<1000 {
            let field = try field(UInt64(1000 + run))
            let plan = Permutations(runs: 199, seed: UInt64(run))
            let local = try field.localMoran(plan)
            if local.known[24].significance.p < 0.05 { moran += 1 }
            if local.discoveries.rejected > 0 { discoveries += 1 }
            if try field.getisOrdGi(plan).known[10].significance.p < 0.05 { gi += 1 }
            if try field.getisOrdGiStar(plan).known[3].significance.p < 0.05 { star += 1 }
        }
        #expect([moran, gi, star].allSatisfy { (20...65).contains($0) } && discoveries <= 65)
    }

    @Test("M7: a p-value is never 0 and never above 1")
    func bounds() {
        #expect(PermutationTest(atLeast: 0, atMost: 999, runs: 999).p == 0.002 && PermutationTest(atLeast: 0, atMost: 999, runs: 999).directed == 0.001)
        #expect(PermutationTest(atLeast: 999, atMost: 999, runs: 999).p == 1 && PermutationTest(atLeast: 500, atMost: 500, runs: 999).p == 1)
        #expect(Permutations(runs: 0, seed: 1).runs == 1 && Permutations(runs: .max, seed: 1).runs == 999_999)
    }
}
