import Measures
import TestSupport
import Testing

@Suite("Global spatial autocorrelation")
struct GlobalAutocorrelationTests {
    private let chess = try! SpatialWeights.grid(rows: 4, columns: 4, .rook)

    @Test("M7: a chessboard repels itself fully, two halves attract")
    func extremes() throws {
        let board = (0..<16).map { Double(($0 / 4 + $0 % 4) % 2) }
        let halves = (0..<16).map { $0 < 8 ? 0.0 : 1 }
        #expect(isClose(try SpatialField(board, weights: chess).globalMoran().value, -1, 1e-12))
        // 48 links, 8 of them between the halves.
        #expect(isClose(try SpatialField(halves, weights: chess).globalMoran().value, 2.0 / 3, 1e-12))
        #expect(isClose(try SpatialField(halves, weights: chess).globalGeary().value, 15.0 * 8 / (2 * 48 * 4), 1e-12))
        #expect(isClose(try SpatialField(halves, weights: chess).globalGetisOrdG()?.value ?? 0, 20.0 / 56, 1e-12))
    }

    @Test("M7: mean and variance under randomisation are those over all 720 orders of six values")
    func moments() throws {
        var random = Chance(23)
        for _ in 0..<3 {
            let weights = try randomWeights(count: 6, &random)
            let values = (0..<6).map { _ in Double.random(in: 0.1...9, using: &random) }
            var all: [[Double]] = [[], [], []]
            for order in permutations(of: values) {
                let field = try SpatialField(order, weights: weights)
                all[0].append(try field.globalMoran().value)
                all[1].append(try field.globalGeary().value)
                all[2].append(try #require(try field.globalGetisOrdG()).value)
            }
            let field = try SpatialField(values, weights: weights)
            let deviates = [try field.globalMoran().randomisation, try field.globalGeary().randomisation, try field.globalGetisOrdG()?.randomisation]
            for (measured, deviate) in zip(all, deviates) {
                #expect(isClose(deviate?.expected ?? .nan, Moments.mean(measured), 1e-9))
                #expect(isClose(deviate?.variance ?? .nan, Moments.squares(measured) / 720, 1e-9))
            }
        }
    }

    private func permutations(of values: [Double]) -> [[Double]] {
        guard values.count > 1 else { return [values] }
        return values.indices.flatMap { index in
            var rest = values
            let first = rest.remove(at: index)
            return permutations(of: rest).map { [first] + $0 }
        }
    }

    @Test("M7: the order of the areas, the unit and the zero point of the values do not matter")
    func invariance() throws {
        var random = Chance(29)
        for _ in 0..<20 {
            let weights = try randomWeights(count: 12, &random)
            let values = (0..<12).map { _ in random.normal() }
            let order = (0..<12).shuffled(using: &random)
            var rows = [[(area: Int, weight: Double)]](repeating: [], count: 12)
            for area in 0..<12 { rows[order[area]] = weights.row(area).map { (order[Int(weights.indices[$0])], 3 * weights.weights[$0]) } }
            var moved = values
            for area in 0..<12 { moved[order[area]] = 1000 - 7.5 * values[area] }
            let (one, other) = (try SpatialField(values, weights: weights), try SpatialField(moved, weights: SpatialWeights(weighted: rows)))
            #expect(isClose(try one.globalMoran().value, try other.globalMoran().value, 1e-11))
            #expect(isClose(try one.globalGeary().value, try other.globalGeary().value, 1e-11))
            #expect(isClose(try one.globalMoran().randomisation?.z ?? 0, try other.globalMoran().randomisation?.z ?? 1, 1e-9))
            #expect(isClose(try one.globalGeary().normality?.z ?? 0, try other.globalGeary().normality?.z ?? 1, 1e-9))
        }
    }

    @Test("M7: the permutation test agrees with the exact moments and is the same for any number of cores")
    func permuted() throws {
        var random = Chance(31)
        let values = (0..<16).map { _ in 5 + random.normal() }
        let field = try SpatialField(values.map { max(0, $0) }, weights: chess.rowStandardised)
        let plan = Permutations(runs: 4999, seed: 4)
        for cores in [1, 2] {
            let execution = Execution(cores: cores)
            let results = [
                try field.globalMoran(plan, execution: execution), try field.globalGeary(plan, execution: execution),
                try #require(try field.globalGetisOrdG(plan, execution: execution)),
            ]
            let single = [try field.globalMoran(plan), try field.globalGeary(plan), try #require(try field.globalGetisOrdG(plan))]
            #expect(results == single)
            for result in results {
                let (chance, test) = (try #require(result.randomisation), try #require(result.permutation))
                let deviation = chance.variance.squareRoot()
                #expect(abs(test.mean - chance.expected) < 5 * deviation / 4999.0.squareRoot())
                #expect(abs(test.standardDeviation / deviation - 1) < 0.06)
                #expect(test.test.atLeast + test.test.atMost >= 4999 && test.test.runs == 4999)
            }
        }
        #expect(try field.globalMoran(Permutations(seed: 4)) != field.globalMoran(Permutations(seed: 5)))
    }

    @Test("M7: without any pattern at most 6.5 % of 1,000 maps get a p-value below 0.05")
    func null() throws {
        var random = Chance(37)
        let weights = try SpatialWeights.grid(rows: 7, columns: 7, .queen).rowStandardised
        var low = [0, 0, 0]
        for run in 0..<1000 {
            let field = try SpatialField((0..<49).map { _ in Double.random(in: 0...1, using: &random) }, weights: weights)
            let plan = Permutations(runs: 199, seed: UInt64(run))
            let results = [try field.globalMoran(plan), try field.globalGeary(plan), try #require(try field.globalGetisOrdG(plan))]
            for (measure, result) in results.enumerated() where try #require(result.permutation).test.p < 0.05 { low[measure] += 1 }
        }
        #expect(low.allSatisfy { (20...65).contains($0) })
    }

    @Test("M7: where nothing can vary there is no z-score, and every permutation counts as equal")
    func noVariation() throws {
        let complete = try SpatialWeights(neighbours: (0..<6).map { area in (0..<6).filter { $0 != area } })
        let field = try SpatialField([0.1, 0.7, 0.2, 0.4, 0.9, 0.3], weights: complete)
        for result in [try field.globalMoran(Permutations(seed: 1)), try field.globalGeary(Permutations(seed: 1))] {
            #expect(result.randomisation == nil && result.permutation?.test.p == 1 && result.permutation?.test.atLeast == 999)
        }
        #expect(isClose(try field.globalMoran().value, -0.2, 1e-12))
    }

    @Test("M7: global G needs values from 0 with at least two above it")
    func natural() throws {
        let values = (0..<16).map(Double.init)
        #expect(try SpatialField(values.map { $0 - 1 }, weights: chess).globalGetisOrdG() == nil)
        #expect(try SpatialField(values.map { $0 == 3 ? 5 : 0 }, weights: chess).globalGetisOrdG() == nil)
        #expect(try SpatialField(values, weights: chess).globalGetisOrdG() != nil)
    }

    @Test("M7: what cannot be measured is refused with the reason")
    func failures() throws {
        #expect(throws: SpatialFieldFailure.sizes(values: 2, areas: 16)) { try SpatialField([1, 2], weights: chess) }
        #expect(throws: SpatialFieldFailure.tooFew(3)) { try SpatialField([1, 2, 3] + [Double](repeating: .nan, count: 13), weights: chess) }
        #expect(throws: SpatialFieldFailure.noVariation) { try SpatialField([Double](repeating: 0.1, count: 16), weights: chess) }
        #expect(throws: SpatialFieldFailure.noLinks) { try SpatialField([1, 2, 3, 4], weights: SpatialWeights(neighbours: [[], [], [], []])) }
    }

    @Test("odd values do no harm")
    func odd() throws {
        var measured = 0
        for values in oddValues + oddValues.map({ $0 + [1, 2, 3, 4, 5] }) {
            let ring = try SpatialWeights(neighbours: values.indices.map { [($0 + 1) % values.count] }.map { values.count > 1 ? $0 : [] })
            guard let field = try? SpatialField(values, weights: ring) else { continue }
            measured += 1
            let plan = Permutations(runs: 19, seed: 1)
            for result in [try field.globalMoran(plan), try field.globalGeary(plan), try field.globalGetisOrdG(plan)].compactMap({ $0 }) {
                #expect(result.value.isFinite && result.permutation != nil)
            }
            for area in try field.localMoran(plan).known { #expect(area.statistic.isFinite && area.score.isFinite) }
            for area in try field.getisOrdGi(plan).known + field.getisOrdGiStar(plan).known { #expect(area.score.isFinite) }
        }
        #expect(measured > 10)
    }
}
