/// Linear least squares by Householder's reflections: keeps the digits that the squares of the normal equations lose.
package enum LeastSquares {
    /// The x for which the sum of squares of A·x − b is smallest.
    ///
    /// - Parameter columns: the columns of A, each as long as b
    /// - Returns: nil where there are more columns than rows or a column is a sum of others (to 11 digits)
    package static func solve(columns: [[Double]], _ right: [Double]) -> [Double]? {
        let rows = right.count
        guard columns.count <= rows, columns.allSatisfy({ $0.count == rows }) else { return nil }
        var a = columns
        var b = right
        var diagonal: [Double] = []
        for index in a.indices {
            let whole = norm(a[index], from: 0)
            let length = norm(a[index], from: index)
            guard length > 1e-11 * whole, length.isFinite else { return nil }
            let top = a[index][index] > 0 ? -length : length
            var reflector = a[index]
            reflector[index] -= top
            for other in index + 1..<max(index + 1, a.count) { reflect(&a[other], reflector, from: index) }
            reflect(&b, reflector, from: index)
            diagonal.append(top)
        }
        var x = [Double](repeating: 0, count: a.count)
        for row in x.indices.reversed() {
            var sum = b[row]
            for column in row + 1..<max(row + 1, a.count) { sum -= a[column][row] * x[column] }
            x[row] = sum / diagonal[row]
        }
        return x
    }

    private static func norm(_ values: [Double], from start: Int) -> Double {
        var sum = 0.0
        for index in start..<values.count { sum += values[index] * values[index] }
        return sum.squareRoot()
    }

    /// Mirrors the part of a column from `start` on in the plane across the reflector.
    private static func reflect(_ column: inout [Double], _ reflector: [Double], from start: Int) {
        var product = 0.0
        var square = 0.0
        for index in start..<column.count {
            product += reflector[index] * column[index]
            square += reflector[index] * reflector[index]
        }
        let factor = 2 * product / square
        for index in start..<column.count { column[index] -= factor * reflector[index] }
    }
}
