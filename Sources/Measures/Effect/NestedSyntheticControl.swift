import Foundation

/// Features to match treated and comparison units on, all known.
package struct Predictors: Sendable, Hashable {
    /// A row for each unit of the panel, a column for each feature.
    package let values: Matrix

    /// - Parameter values: for each unit of the panel its features
    package init(_ values: [[Double]], for panel: Panel) throws(PanelFailure) {
        let width = values.first?.count ?? 0
        guard values.count == panel.outcomes.rows else { throw .unknownUnit(min(values.count, panel.outcomes.rows)) }
        for (unit, row) in values.enumerated() {
            guard row.count == width else { throw .uneven(unit: unit, times: row.count, expected: width) }
            if let hole = row.firstIndex(where: { !(abs($0) <= 1e75) }) { throw .missingPredictor(unit: unit, predictor: hole) }
        }
        self.values = Matrix(values)
    }
}

/// Synthetic control that also matches on features. How much each feature counts is searched for, and that search has no single answer:
/// the spread over the starts is part of the result, and belongs beside the effect.
package struct NestedSyntheticControl: Sendable, Hashable {
    package struct Run: Sendable, Hashable {
        package let effect: Double
        /// Mean squared gap before the start.
        package let errorBefore: Double
        /// One for each feature, together 1.
        package let predictorWeights: [Double]
    }

    /// The fit with the smallest error before the start.
    package let best: SyntheticControl
    package let bestRun: Int
    /// One for each start, in order.
    package let runs: [Run]
    package let seed: UInt64

    /// Lowest and highest effect over the starts.
    package var effects: ClosedRange<Double> {
        runs.reduce(best.effect...best.effect) { $0.hull(with: $1.effect...$1.effect) }
    }
    package var spread: Double { effects.upperBound - effects.lowerBound }

    /// Never fewer starts than this.
    package static let fewestStarts = 30
}

extension Panel {
    /// Synthetic control with features, not the default: Nelder–Mead over the logarithm of the feature weights, from random starts.
    ///
    /// - Parameters:
    ///   - starts: raised to 30 where fewer
    ///   - seed: of the starts
    /// - Returns: nil without a period after the start, without features, or where no feature varies
    package func syntheticControl(
        matching predictors: Predictors, starts: Int = NestedSyntheticControl.fewestStarts, seed: UInt64 = 1, execution: Execution = .plain
    ) throws(Cancelled) -> NestedSyntheticControl? {
        guard hasPeriodAfter, let task = NestedTask(self, predictors) else { return nil }
        let found = try execution.blocks(of: max(starts, NestedSyntheticControl.fewestStarts), size: 1) { runs in
            runs.map { task.run(seed: seed, start: $0) }
        }
        let best = found.indices.min { found[$0].errorBefore < found[$1].errorBefore } ?? 0
        return NestedSyntheticControl(best: task.fit(found[best].predictorWeights), bestRun: best, runs: found, seed: seed)
    }
}

private struct NestedTask: Sendable {
    private let pool: DonorPool
    private let times: Int
    private let features: Int
    /// Features that vary.
    private let columns: [Int]
    /// For each of these, for each donor: donor minus treated, in standard deviations over all units.
    private let gaps: [[Double]]

    init?(_ panel: Panel, _ predictors: Predictors) {
        guard predictors.values.rows == panel.outcomes.rows else { return nil }
        pool = DonorPool(panel, before: panel.start)
        times = panel.times
        features = predictors.values.columns
        var columns: [Int] = []
        var gaps: [[Double]] = []
        for column in 0..<predictors.values.columns {
            let values = (panel.comparison + panel.treated).map { predictors.values[$0, column] }
            let deviation = Moments.standardDeviation(values)
            guard deviation > 1e-12 * values.reduce(0, { max($0, abs($1)) }), deviation.isFinite else { continue }
            let goal = Moments.mean(values.suffix(panel.treated.count))
            columns.append(column)
            gaps.append(values.prefix(panel.comparison.count).map { ($0 - goal) / deviation })
        }
        guard !columns.isEmpty else { return nil }
        self.columns = columns
        self.gaps = gaps
    }

    /// One search. The first starts from equal weights.
    func run(seed: UInt64, start: Int) -> NestedSyntheticControl.Run {
        var random = Xoshiro256(seed: seed, stream: UInt64(truncatingIfNeeded: start))
        let first = columns.map { _ in start == 0 ? 0 : random.uniform(in: -6...0) }
        let low = NelderMead.minimum(from: first, step: 1, evaluations: 100 * columns.count, tolerance: 1e-9) { logs in
            errorBefore(minimum(shares(logs)))
        }
        var all = [Double](repeating: 0, count: features)
        for (column, share) in zip(columns, shares(low.point)) { all[column] = share }
        let fit = fit(all)
        return NestedSyntheticControl.Run(effect: fit.effect, errorBefore: fit.errorBefore, predictorWeights: all)
    }

    func fit(_ shares: [Double]) -> SyntheticControl {
        pool.account(minimum(columns.map { shares[$0] }), of: Array(pool.donors.indices), for: pool.treatedRow, unit: nil, end: times)
    }

    /// Weights that sum to 1; none below a hundred millionth of the largest, so that each feature keeps a say.
    private func shares(_ logs: [Double]) -> [Double] {
        let top = logs.max() ?? 0
        let raw = logs.map { exp(max($0 - top, -18)) }
        let sum = raw.reduce(0, +)
        return raw.map { $0 / sum }
    }

    private func minimum(_ shares: [Double]) -> SimplexMinimum {
        let count = pool.donors.count
        var products = Matrix(rows: count, columns: count)
        for row in 0..<count {
            for column in 0...row {
                var sum = 0.0
                for (feature, share) in shares.enumerated() { sum += share * gaps[feature][row] * gaps[feature][column] }
                products[row, column] = sum
                products[column, row] = sum
            }
        }
        return SimplexMinimum(products)
    }

    private func errorBefore(_ minimum: SimplexMinimum) -> Double {
        var sum = 0.0
        for time in 0..<pool.before {
            let mixture = minimum.support.reduce(0) { $0 + minimum.weights[$1] * pool.series[$1][time] }
            let gap = pool.series[pool.treatedRow][time] - mixture
            sum += gap * gap
        }
        return sum / Double(pool.before)
    }
}
