/// Standardised variables turned and stretched so that their covariance is the unit matrix: Euclidean distance is then Mahalanobis'.
struct Whitening {
    /// NaN for an area with a gap.
    let columns: [[Double]]
    /// Part of the covariance that was replaced by its diagonal mean, 0 to 1.
    let shrinkage: Double

    /// - Returns: nil for fewer than two complete areas or a covariance that cannot be inverted
    init?(_ columns: [[Double]]) {
        let size = columns.count
        guard let count = columns.first?.count else { return nil }
        let complete = (0..<count).filter { area in columns.allSatisfy { $0[area].isFinite } }
        guard complete.count > 1 else { return nil }
        let means = columns.map { column in Moments.mean(complete.map { column[$0] }) }
        let rows = complete.map { area in (0..<size).map { columns[$0][area] - means[$0] } }
        var covariance = Matrix(rows: size, columns: size)
        for row in rows {
            for i in 0..<size { for j in 0...i { covariance[i, j] += row[i] * row[j] / Double(complete.count - 1) } }
        }
        for i in 0..<size { for j in 0..<i { covariance[j, i] = covariance[i, j] } }
        shrinkage = complete.count < 10 * size ? Self.ledoitWolf(rows, covariance) : 0
        let middle = (0..<size).reduce(0) { $0 + covariance[$1, $1] } / Double(size)
        for i in 0..<size {
            for j in 0..<size { covariance[i, j] *= 1 - shrinkage }
            covariance[i, i] += shrinkage * middle
        }
        guard let factor = covariance.cholesky else { return nil }
        let root = factor.inverse.cholesky?.factor
        guard let root else { return nil }
        // S⁻¹ = L·Lᵀ, so Lᵀx has unit covariance.
        var whitened = [[Double]](repeating: [Double](repeating: .nan, count: count), count: size)
        for area in complete {
            for axis in 0..<size {
                whitened[axis][area] = (axis..<size).reduce(0) { $0 + root[$1, axis] * columns[$1][area] }
            }
        }
        self.columns = whitened
    }

    /// How much to shrink towards a multiple of the unit matrix (Ledoit and Wolf 2004), 0 to 1.
    private static func ledoitWolf(_ rows: [[Double]], _ covariance: Matrix) -> Double {
        let (size, count) = (covariance.rows, Double(rows.count))
        let middle = (0..<size).reduce(0) { $0 + covariance[$1, $1] } / Double(size)
        var (distance, error) = (0.0, 0.0)
        for i in 0..<size {
            for j in 0..<size {
                let gap = covariance[i, j] - (i == j ? middle : 0)
                distance += gap * gap
                error +=
                    rows.reduce(0) { sum, row in
                        let noise = row[i] * row[j] - covariance[i, j]
                        return sum + noise * noise
                    } / (count * count)
            }
        }
        return distance > 0 ? min(1, max(0, error / distance)) : 1
    }
}
