import Synchronization

/// The runs behind ``indexUncertainty(_:framework:choices:execution:)``.
struct IndexSimulation: Sendable {
    /// Areas in the input, and the indices of those known well enough.
    let total: Int
    let areas: [Int]
    private let columns: [IndexColumn]
    private let choices: IndexChoices
    private let runs: Int
    /// False where every area knows every indicator: one weight per column then does.
    private let isIncomplete: Bool
    private(set) var nominal: [Int32] = []

    var nominalRanks: [Int] { nominal.map(Int.init) }

    init?(_ indicators: [IndexIndicator], framework: IndexFramework, choices: IndexChoices) {
        guard indicators.count == framework.indicators.count, let total = indicators.first?.values.count, total < 1 << 24,
            indicators.allSatisfy({ $0.values.count == total && ($0.bounds.isEmpty || $0.bounds.count == total) }),
            !choices.scales.isEmpty, !choices.means.isEmpty, choices.runs > 0, choices.weightSpread >= 0, choices.weightSpread < 1
        else { return nil }
        let weights = framework.nominalWeights
        let areas = (0..<total).filter { area in
            indicators.indices.reduce(0) { $0 + (indicators[$1].values[area].isFinite ? weights[$1] : 0) } >= WeightedMean.leastKnown - 1e-12
        }
        guard !areas.isEmpty else { return nil }
        var perArea: [[Double]] = []
        let isIncomplete = areas.contains { area in indicators.contains { !$0.values[area].isFinite } }
        if isIncomplete { perArea = areas.map { area in framework.weights { indicators[$0].values[area].isFinite } } }
        self.columns = indicators.indices.map { index in
            IndexColumn(indicators[index], areas: areas, weight: weights[index], cellWeights: perArea.map { $0[index] }, isDrawn: choices.drawsInputs)
        }
        (self.total, self.areas, self.isIncomplete, self.choices) = (total, areas, isIncomplete, choices)
        runs = min(choices.runs, 50_000)
        var scratch = IndexScratch(areas: areas.count)
        score(IndexRun(nominal: choices, columns: columns.count), &scratch)
        scratch.rank(worstIsLowest: choices.worstIsLowest)
        nominal = scratch.ranks
    }

    /// All runs counted. Each thread takes a tally of its own from a pool; the sums do not depend on who took which.
    func tally(_ execution: Execution) throws(Cancelled) -> RankTally {
        let pool = Mutex<[(RankTally, IndexScratch)]>([])
        let size = max(1, min(16, runs / (4 * execution.cores)))
        _ = try execution.blocks(of: runs, size: size) { block -> [Bool] in
            var (tally, scratch) = pool.withLock { $0.popLast() } ?? (RankTally(areas: areas.count), IndexScratch(areas: areas.count))
            for run in block {
                score(IndexRun(run, choices: choices, columns: columns.count), &scratch)
                scratch.rank(worstIsLowest: choices.worstIsLowest)
                scratch.add(to: &tally, nominal: nominal)
            }
            pool.withLock { [tally, scratch] in $0.append((tally, scratch)) }
            return []
        }
        let parts = pool.withLock { parts in
            defer { parts = [] }
            return parts
        }
        var sum = parts.first?.0 ?? RankTally(areas: areas.count)
        for part in parts.dropFirst() { sum.add(part.0) }
        return sum
    }

    /// Scores of all areas under the choices of one run.
    private func score(_ run: IndexRun, _ scratch: inout IndexScratch) {
        var random = run.random
        scratch.clear()
        for (index, column) in columns.enumerated() {
            column.add(to: &scratch, run, factor: run.factors[index], &random)
        }
        if isIncomplete { scratch.divide() }
    }
}

/// The choices of one run.
struct IndexRun: Sendable {
    let scale: IndexChoices.Scale
    let mean: WeightedMean
    let factors: [Double]
    let isDrawn: Bool
    /// Goes on to draw the inputs.
    let random: Xoshiro256

    init(nominal choices: IndexChoices, columns: Int) {
        (scale, mean, isDrawn) = (choices.scales[0], choices.means[0], false)
        factors = [Double](repeating: 1, count: columns)
        random = Xoshiro256(seed: choices.seed)
    }

    init(_ run: Int, choices: IndexChoices, columns: Int) {
        var random = Xoshiro256(seed: choices.seed, stream: UInt64(run) + 1)
        scale = choices.scales[Int(random.below(UInt32(choices.scales.count)))]
        mean = choices.means[Int(random.below(UInt32(choices.means.count)))]
        var factors = (0..<columns).map { _ in 1 + choices.weightSpread * (2 * random.uniform() - 1) }
        if choices.dropsIndicator, columns > 2 {
            let dropped = Int(random.below(UInt32(columns + 1)))
            // Not quite 0: an area that knows only this indicator keeps its place by it.
            if dropped < columns { factors[dropped] *= 1e-12 }
        }
        (self.factors, isDrawn, self.random) = (factors, choices.drawsInputs, random)
    }
}
