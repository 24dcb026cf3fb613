/// Comparison units before the start, prepared once: the products of all series with each other, from which every fit follows
/// by leaving out rows and columns.
struct DonorPool: Sendable {
    /// Comparison units, by their row number in the panel.
    let donors: [Int]
    /// Figures of each donor and, last, the mean of the treated units, over all periods.
    let series: [[Double]]
    /// Periods before the start.
    let before: Int
    /// Series before the start, each period around its mean over the series and made about 1 in size: weights do not change by it.
    private let points: [[Double]]
    private let products: Matrix

    init(_ panel: Panel, before: Int) {
        donors = panel.comparison
        series = panel.comparison.map(panel.series) + [panel.mean(of: panel.treated)]
        self.before = before
        var points = series.map { Array($0.prefix(before)) }
        for time in 0..<before {
            let middle = points.reduce(0) { $0 + $1[time] } / Double(points.count)
            for row in points.indices { points[row][time] -= middle }
        }
        let size = points.joined().reduce(0) { max($0, abs($1)) }
        if size > 0 { for row in points.indices { points[row] = points[row].map { $0 / size } } }
        self.points = points
        var products = Matrix(rows: points.count, columns: points.count)
        for row in points.indices {
            for column in 0...row {
                var sum = 0.0
                for time in 0..<before { sum += points[row][time] * points[column][time] }
                products[row, column] = sum
                products[column, row] = sum
            }
        }
        self.products = products
    }

    /// Row of the treated units.
    var treatedRow: Int { donors.count }

    /// The weights of some rows that come nearest to a target row before the start.
    func weights(of rows: [Int], nearest target: Int) -> SimplexMinimum {
        var gaps = Matrix(rows: rows.count, columns: rows.count)
        for (row, i) in rows.enumerated() {
            for (column, j) in rows.enumerated() {
                gaps[row, column] = products[i, j] - products[i, target] - products[j, target] + products[target, target]
            }
        }
        var minimum = SimplexMinimum(gaps)
        minimum.refine { index in zip(points[rows[index]], points[target]).map { $0 - $1 } }
        return minimum
    }

    /// The full account of a fit: the target against the weighted rows, over all periods.
    ///
    /// - Parameter end: first period that no longer counts as after the start
    func account(_ minimum: SimplexMinimum, of rows: [Int], for target: Int, unit: Int?, end: Int) -> SyntheticControl {
        let used = minimum.support.map { (row: rows[$0], weight: minimum.weights[$0]) }
        let observed = Array(series[target].prefix(end))
        let synthetic = (0..<end).map { time in used.reduce(0) { $0 + $1.weight * series[$1.row][time] } }
        let size = observed.indices.reduce(0) { most, time in
            max(most, used.reduce(0) { max($0, abs(series[$1.row][time] - observed[time])) })
        }
        return SyntheticControl(
            unit: unit, start: before, donors: rows.count, isUnique: minimum.isUnique,
            weights: used.map { SyntheticControl.Share(unit: donors[$0.row], weight: $0.weight) }
                .sorted { ($1.weight, $0.unit) < ($0.weight, $1.unit) },
            observed: observed, synthetic: synthetic, rounding: 1e-8 * size)
    }

    /// Synthetic control of the treated units from some of the donors (row numbers in this pool).
    func fitTreated(from rows: [Int], end: Int) -> SyntheticControl {
        account(weights(of: rows, nearest: treatedRow), of: rows, for: treatedRow, unit: nil, end: end)
    }

    /// The same for a donor that had no pilot, from the other donors: the treated units have no part in it.
    func fitPlacebo(_ donor: Int, end: Int) -> SyntheticControl {
        let rows = donors.indices.filter { $0 != donor }
        return account(weights(of: rows, nearest: donor), of: rows, for: donor, unit: donors[donor], end: end)
    }
}
