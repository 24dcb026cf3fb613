/// Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager, 2021): weighted units and weighted periods,
/// each with an intercept, so that levels may differ.
package struct SyntheticDifference: Sendable, Hashable {
    package struct PeriodShare: Sendable, Hashable {
        package let time: Int
        package let weight: Double
    }

    /// In the unit of the outcome.
    package let effect: Double
    /// Comparison units with a weight, heaviest first, and periods before the start with a weight, oldest first.
    package let unitWeights: [SyntheticControl.Share]
    package let periodWeights: [PeriodShare]
    /// σ: standard deviation of the first differences of the comparison units before the start.
    package let noise: Double
    /// ζ: how strongly the unit weights are spread out.
    package let penalty: Double
    /// Mean of the treated and the weighted comparison, for each period; their distance before the start is the intercept.
    package let observed: [Double]
    package let synthetic: [Double]
    /// Standard error from placebos; nil where none were run.
    package let placebo: Placebo?
    package let areas: Int

    /// Effects found where comparison units take the place of the treated ones.
    package struct Placebo: Sendable, Hashable {
        package let standardError: Double
        package let count: Int
        /// Whether the groups were drawn at random; otherwise every comparison unit had its turn.
        package let isDrawn: Bool
    }

    /// 95 % interval from the placebo error.
    package var interval: ClosedRange<Double>? {
        guard let placebo else { return nil }
        let reach = Confidence.percent95.z * placebo.standardError
        return ClosedRange(from: effect - reach, to: effect + reach)
    }
}

extension Panel {
    /// Synthetic difference-in-differences at the exact optimum of both weight problems.
    ///
    /// - Returns: nil without a period after the start, with fewer than two before it, or with fewer than two comparison units
    package func syntheticDifference() -> SyntheticDifference? {
        guard let task = SyntheticDifferenceTask(self) else { return nil }
        return task.account(self, placebo: nil)
    }

    /// The same with a placebo standard error (algorithm 4 of the paper, noise level kept).
    ///
    /// - Parameters:
    ///   - draws: groups drawn with several treated units; one treated unit is compared with every comparison unit in turn
    /// - Returns: as without; also nil unless there are more comparison than treated units, and two left to weigh
    package func syntheticDifference(
        placeboDraws draws: Int, seed: UInt64, execution: Execution = .plain
    ) throws(Cancelled) -> SyntheticDifference? {
        guard let task = SyntheticDifferenceTask(self), comparison.count >= treated.count + 2 else { return nil }
        let isDrawn = treated.count > 1
        let count = isDrawn ? max(2, draws) : comparison.count
        let effects = try execution.blocks(of: count, size: 4) { runs in
            runs.map { run in
                task.placeboEffect(of: isDrawn ? Self.draw(treated.count, of: comparison.count, seed, run) : [run])
            }
        }
        // The paper divides by the number of placebos.
        let error = (Moments.squares(effects) / Double(count)).squareRoot()
        return task.account(self, placebo: SyntheticDifference.Placebo(standardError: error, count: count, isDrawn: isDrawn))
    }

    private static func draw(_ count: Int, of all: Int, _ seed: UInt64, _ run: Int) -> [Int] {
        var random = Xoshiro256(seed: seed, stream: UInt64(truncatingIfNeeded: run))
        var places = Array(0..<all)
        for place in 0..<count { places.swapAt(place, place + Int(random.below(UInt32(truncatingIfNeeded: all - place)))) }
        return Array(places.prefix(count))
    }
}

/// Comparison series and treated mean, made about 1 in size, with the noise level of the whole.
private struct SyntheticDifferenceTask: Sendable {
    let series: [[Double]]
    let target: [Double]
    let start: Int
    let size: Double
    let noise: Double
    let penalty: Double

    init?(_ panel: Panel) {
        guard panel.hasPeriodAfter, panel.start >= 2, panel.comparison.count >= 2 else { return nil }
        let rows = panel.comparison.map(panel.series)
        let mean = panel.mean(of: panel.treated)
        let size = max((rows + [mean]).joined().reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude)
        series = rows.map { $0.map { $0 / size } }
        target = mean.map { $0 / size }
        start = panel.start
        self.size = size
        let steps = series.flatMap { row in (1..<panel.start).map { row[$0] - row[$0 - 1] } }
        noise = Moments.standardDeviation(steps)
        penalty = Double(panel.treated.count * (panel.times - panel.start)).squareRoot().squareRoot() * noise
    }

    /// ω: min ‖ω0 + Y'ω − y‖² + ζ²T‖ω‖². Taking every series around its own mean over time settles the intercept.
    func unitWeights(_ rows: [[Double]], _ target: [Double]) -> SimplexMinimum {
        let goal = Self.centred(Array(target.prefix(start)))
        let points = rows.map { row in zip(Self.centred(Array(row.prefix(start))), goal).map { $0 - $1 } }
        return Self.minimum(points, ridge: penalty * penalty * Double(start))
    }

    /// λ: min ‖λ0 + Yλ − ȳ_post‖² + (10⁻⁶σ)²N‖λ‖², the same over periods.
    func periodWeights(_ rows: [[Double]]) -> SimplexMinimum {
        let goal = Self.centred(rows.map { Moments.mean($0[start...]) })
        let points = (0..<start).map { time in zip(Self.centred(rows.map { $0[time] }), goal).map { $0 - $1 } }
        return Self.minimum(points, ridge: 1e-12 * noise * noise * Double(rows.count))
    }

    /// τ = (ȳ_T,post − λ'y_T,pre) − ω'(ȳ_C,post − Y_C,pre·λ)
    func effect(_ rows: [[Double]], _ target: [Double], _ units: SimplexMinimum, _ periods: SimplexMinimum) -> Double {
        func change(_ row: [Double]) -> Double {
            Moments.mean(row[start...]) - periods.support.reduce(0) { $0 + periods.weights[$1] * row[$1] }
        }
        return change(target) - units.support.reduce(0) { $0 + units.weights[$1] * change(rows[$1]) }
    }

    /// Effect, in the size of the task, with some comparison units (places in the pool) as if treated.
    func placeboEffect(of chosen: [Int]) -> Double {
        let left = Set(chosen)
        let rows = series.indices.filter { !left.contains($0) }.map { series[$0] }
        let mean = target.indices.map { time in chosen.reduce(0) { $0 + series[$1][time] } / Double(chosen.count) }
        return size * effect(rows, mean, unitWeights(rows, mean), periodWeights(rows))
    }

    func account(_ panel: Panel, placebo: SyntheticDifference.Placebo?) -> SyntheticDifference {
        let units = unitWeights(series, target)
        let periods = periodWeights(series)
        return SyntheticDifference(
            effect: size * effect(series, target, units, periods),
            unitWeights: units.support.map { SyntheticControl.Share(unit: panel.comparison[$0], weight: units.weights[$0]) }
                .sorted { ($1.weight, $0.unit) < ($0.weight, $1.unit) },
            periodWeights: periods.support.map { SyntheticDifference.PeriodShare(time: $0, weight: periods.weights[$0]) },
            noise: size * noise, penalty: size * penalty, observed: target.map { $0 * size },
            synthetic: target.indices.map { time in size * units.support.reduce(0) { $0 + units.weights[$1] * series[$1][time] } },
            placebo: placebo, areas: panel.areas)
    }

    private static func centred(_ values: [Double]) -> [Double] {
        let middle = Moments.mean(values)
        return values.map { $0 - middle }
    }

    private static func minimum(_ points: [[Double]], ridge: Double) -> SimplexMinimum {
        var products = Matrix(rows: points.count, columns: points.count)
        for row in points.indices {
            for column in 0...row {
                var sum = row == column ? ridge : 0
                for index in points[row].indices { sum += points[row][index] * points[column][index] }
                products[row, column] = sum
                products[column, row] = sum
            }
        }
        var minimum = SimplexMinimum(products)
        minimum.refine(ridge: ridge) { points[$0] }
        return minimum
    }
}
