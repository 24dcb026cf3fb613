/// The reference of local measures (Anselin, 1995): an area keeps its value, its k neighbours are drawn without replacement from the others.
///
/// All areas share one ``DrawTable``. Where the weights of an area are equal, only the sum of its neighbours matters, and that of a run is
/// the same for all areas with k neighbours that the run does not hold: the sums are sorted once, and an area finds its place among them by
/// bisection. The few runs that do hold the area are counted anew. The counts are those of counting run by run, in about n·log R steps
/// instead of n·R·k.
struct ConditionalPermutation: Sendable {
    private let values: [Double]
    private let weights: SpatialWeights
    /// The largest value without its sign, before the mean was taken away: the scale of rounding errors.
    private let largest: Double
    /// Whether all links of an area weigh the same.
    private let isEven: [Bool]

    init(_ field: SpatialField, weights: SpatialWeights) {
        values = field.centred
        largest = field.largest
        self.weights = weights
        isEven = (0..<weights.count).map { area in
            let row = weights.row(area)
            return weights.weights[row].allSatisfy { $0 == weights.weights[row.lowerBound] }
        }
    }

    /// Where the weighted sum of each area's neighbours stands among the draws; nothing is counted for areas without neighbours.
    func tests(_ permutations: Permutations, _ execution: Execution) throws(Cancelled) -> [PermutationTest] {
        let width = weights.mostNeighbours
        let most = max(1, min(permutations.runs, DrawTable.mostCells / max(1, width)))
        let steps = (permutations.runs + most - 1) / most
        var generator = Xoshiro256(seed: permutations.seed)
        var pool = (0..<values.count - 1).map { Int32($0) }
        var wanted = [Bool](repeating: false, count: width + 1)
        for area in values.indices where isEven[area] { wanted[weights.row(area).count] = true }
        wanted[0] = false
        var totals = [Counts](repeating: Counts(), count: values.count)
        for step in 0..<steps {
            let runs = min(most, permutations.runs - step * most)
            let table = DrawTable(runs: runs, pool: &pool, width: width, &generator)
            let sums = table.sums(of: values, wanted: wanted)
            let part = try execution.step(step, of: steps).blocks(of: values.count, size: 512) { areas in
                counts(of: areas, table, sums)
            }
            for area in values.indices { totals[area].add(part[area]) }
        }
        return totals.map { PermutationTest(atLeast: $0.atLeast, atMost: $0.atMost, runs: permutations.runs) }
    }

    private struct Counts: Sendable {
        var atLeast = 0
        var atMost = 0

        mutating func add(_ other: Counts) {
            atLeast += other.atLeast
            atMost += other.atMost
        }

        /// - Parameter step: 1 for a run that counts, −1 for one that does not count after all
        @inline(__always)
        mutating func count(_ sum: Double, _ low: Double, _ high: Double, _ step: Int = 1) {
            if sum >= low { atLeast &+= step }
            if sum <= high { atMost &+= step }
        }
    }

    private func counts(of areas: Range<Int>, _ table: DrawTable, _ sums: [[Double]]) -> [Counts] {
        var dealt = values
        return areas.map { area in
            let row = weights.row(area)
            guard !row.isEmpty else { return Counts() }
            if isEven[area] { return even(area, row, table, sums[row.count]) }
            // In the draws of an area its own place stands for the last area.
            dealt[area] = values[values.count - 1]
            defer { dealt[area] = values[area] }
            return uneven(area, row, table, dealt)
        }
    }

    /// Sums of equally weighted neighbours need no weights.
    private func even(_ area: Int, _ row: Range<Int>, _ table: DrawTable, _ sorted: [Double]) -> Counts {
        values.withUnsafeBufferPointer { values in
            var observed = 0.0
            for link in row { observed += values[Int(weights.indices[link])] }
            let margin = rounding(row.count, sum: Double(row.count))
            let (low, high) = (observed - margin, observed + margin)
            var counts = sorted.withUnsafeBufferPointer { sorted in
                Counts(atLeast: sorted.count - sorted.firstIndex(atLeast: low), atMost: sorted.firstIndex(above: high))
            }
            for cell in table.cells(of: area) {
                let (run, place) = Int(cell).quotientAndRemainder(dividingBy: table.width)
                guard place < row.count else { continue }
                counts.count(table.sum(row.count, run: run, of: values, at: Int(cell), value: values[area]), low, high, -1)
                counts.count(table.sum(row.count, run: run, of: values, at: Int(cell), value: values[values.count - 1]), low, high)
            }
            return counts
        }
    }

    private func uneven(_ area: Int, _ row: Range<Int>, _ table: DrawTable, _ dealt: [Double]) -> Counts {
        var observed = 0.0
        var sum = 0.0
        for link in row {
            observed += weights.weights[link] * values[Int(weights.indices[link])]
            sum += weights.weights[link]
        }
        let margin = rounding(row.count, sum: sum)
        var counts = Counts()
        dealt.withUnsafeBufferPointer { dealt in
            table.draws.withUnsafeBufferPointer { draws in
                weights.weights.withUnsafeBufferPointer { weights in
                    for run in 0..<table.runs {
                        var sum = 0.0
                        for place in 0..<row.count {
                            sum += weights[row.lowerBound &+ place] * dealt[Int(draws[run &* table.width &+ place])]
                        }
                        counts.count(sum, observed - margin, observed + margin)
                    }
                }
            }
        }
        return counts
    }

    /// What rounding can make of two sums that are equal: that of the values (as decimals are rounded), of their distances from the mean and
    /// of k additions. So equal neighbours in another order, or 0.1 + 0.2 and 0.3 + 0, count as equal.
    private func rounding(_ count: Int, sum: Double) -> Double { 4 * Double(count + 2) * Double.ulpOfOne * sum * largest }
}
