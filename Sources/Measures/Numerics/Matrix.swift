/// A dense matrix of numbers, row after row. For the small systems of this module; sizes must fit, as in the formulas.
package struct Matrix: Sendable, Hashable {
    package let rows: Int
    package let columns: Int
    package private(set) var values: [Double]

    package init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: value, count: rows * columns)
    }

    /// - Parameter lines: rows of one length; shorter ones are filled with 0
    package init(_ lines: [[Double]]) {
        let width = lines.map(\.count).max() ?? 0
        rows = lines.count
        columns = width
        values = lines.flatMap { $0 + [Double](repeating: 0, count: width - $0.count) }
    }

    package subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    package func row(_ index: Int) -> ArraySlice<Double> { values[index * columns..<(index + 1) * columns] }

    package func column(_ index: Int) -> [Double] { (0..<rows).map { self[$0, index] } }

    package var transposed: Matrix {
        var turned = Matrix(rows: columns, columns: rows)
        for row in 0..<rows { for column in 0..<columns { turned[column, row] = self[row, column] } }
        return turned
    }

    package static func * (left: Matrix, right: Matrix) -> Matrix {
        var product = Matrix(rows: left.rows, columns: right.columns)
        for row in 0..<left.rows {
            for inner in 0..<left.columns {
                let factor = left[row, inner]
                for column in 0..<right.columns { product[row, column] += factor * right[inner, column] }
            }
        }
        return product
    }

    package static func * (left: Matrix, right: [Double]) -> [Double] {
        (0..<left.rows).map { row in
            var sum = 0.0
            for column in 0..<left.columns { sum += left[row, column] * right[column] }
            return sum
        }
    }

    /// The lower triangle L with L·Lᵀ equal to this symmetric matrix; nil unless it is positive definite.
    package var cholesky: Cholesky? { Cholesky(self) }
}

/// A positive definite matrix, taken apart to solve with it.
package struct Cholesky: Sendable {
    private let lower: Matrix

    /// The lower triangle L.
    package var factor: Matrix { lower }

    init?(_ matrix: Matrix) {
        var lower = Matrix(rows: matrix.rows, columns: matrix.rows)
        for row in 0..<matrix.rows {
            for column in 0...row {
                var sum = matrix[row, column]
                for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
                if row == column {
                    // Relative to the diagonal: a column that is a sum of others leaves only rounding errors.
                    guard sum > 1e-13 * abs(matrix[row, row]) else { return nil }
                    lower[row, row] = sum.squareRoot()
                } else {
                    lower[row, column] = sum / lower[column, column]
                }
            }
        }
        self.lower = lower
    }

    /// The x with A·x = b.
    package func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in 0..<lower.rows {
            for inner in 0..<row { x[row] -= lower[row, inner] * x[inner] }
            x[row] /= lower[row, row]
        }
        for row in (0..<lower.rows).reversed() {
            for inner in row + 1..<max(row + 1, lower.rows) { x[row] -= lower[inner, row] * x[inner] }
            x[row] /= lower[row, row]
        }
        return x
    }

    /// The inverse matrix.
    package var inverse: Matrix {
        let count = lower.rows
        var inverse = Matrix(rows: count, columns: count)
        for column in 0..<count {
            var unit = [Double](repeating: 0, count: count)
            unit[column] = 1
            for (row, value) in solve(unit).enumerated() { inverse[row, column] = value }
        }
        return inverse
    }
}
