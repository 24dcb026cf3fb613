/// The largest eigenvalue of a symmetric matrix with its vector, by Lanczos' method (1950) with full reorthogonalisation.
struct LargestEigenpair {
    let value: Double
    /// Of length 1; 0 everywhere where the value is 0.
    let vector: [Double]

    /// - Parameters:
    ///   - start: near the vector, where one is known
    ///   - others: orthonormal vectors of larger eigenvalues, which are left out
    ///   - precision: residual that is good enough, as part of the value
    ///   - isEnough: told the value so far, which is never too high, and its residual; true stops early
    init(
        _ matrix: some SymmetricOperator, start: [Double]? = nil, beside others: [[Double]] = [], precision: Double = 1e-12,
        isEnough: (_ value: Double, _ residual: Double) -> Bool = { _, _ in false }
    ) {
        let size = matrix.size
        var generator = Xoshiro256(seed: 0x5EED)
        var vector = (0..<size).map { place in (start?[place] ?? 0) + (start == nil ? 1 : 1e-4) * (generator.uniform() - 0.5) }
        var value = 0.0
        // A space of so many steps is enough but for nearly equal eigenvalues; then it starts again from what it found.
        for _ in 0..<8 {
            let space = KrylovSpace(matrix, from: vector, beside: others, precision: precision, isEnough: isEnough)
            (value, vector) = (space.value, space.vector)
            if space.isDone { break }
        }
        (self.value, self.vector) = (max(0, value), vector)
    }
}

/// Orthonormal vectors q, Aq, A²q … in which the matrix has three diagonals.
private struct KrylovSpace {
    private(set) var value = 0.0
    private(set) var vector: [Double]
    private(set) var isDone = true
    private let size: Int
    /// Vectors after each other.
    private var basis: [Double] = []
    private var diagonal: [Double] = []
    private var beside: [Double] = []
    private static let mostSteps = 300

    init(
        _ matrix: some SymmetricOperator, from start: [Double], beside others: [[Double]], precision: Double, isEnough: (Double, Double) -> Bool
    ) {
        size = matrix.size
        vector = [Double](repeating: 0, count: size)
        var next = start
        let steps = min(Self.mostSteps, size - others.count)
        _ = orthogonalise(&next, to: others)
        guard steps > 0, normalise(&next) > 0 else { return }
        for step in 1...steps {
            basis.append(contentsOf: next)
            var product = [Double](repeating: 0, count: size)
            next.withUnsafeBufferPointer { from in product.withUnsafeMutableBufferPointer { matrix.multiply(from, into: $0) } }
            diagonal.append(orthogonalise(&product, to: others))
            let length = normalise(&product)
            let scale = diagonal.reduce(0) { max($0, abs($1)) }
            let isExhausted = length <= 1e-14 * scale || step == size - others.count
            if isExhausted || step == steps || step % 4 == 0 {
                let top = Tridiagonal(diagonal: diagonal, beside: beside).largest
                value = top.value
                let residual = abs(length * (top.vector.last ?? 0))
                isDone = isExhausted || residual <= precision * abs(top.value)
                if isDone || step == steps || isEnough(top.value, residual) {
                    isDone = isDone || isEnough(top.value, residual)
                    assemble(top.vector)
                    return
                }
            }
            beside.append(length)
            next = product
        }
    }

    /// Takes out what lies along the basis and the other vectors, twice for the sake of rounding.
    ///
    /// - Returns: the part along the last vector of the basis
    private func orthogonalise(_ vector: inout [Double], to others: [[Double]]) -> Double {
        var last = 0.0
        let count = size == 0 ? 0 : basis.count / size
        vector.withUnsafeMutableBufferPointer { vector in
            func remove(_ other: UnsafePointer<Double>) -> Double {
                var sums = SIMD4<Double>.zero
                var place = 0
                while place + 4 <= size {
                    sums +=
                        SIMD4(other[place], other[place + 1], other[place + 2], other[place + 3])
                        * SIMD4(vector[place], vector[place + 1], vector[place + 2], vector[place + 3])
                    place += 4
                }
                var part = sums.sum()
                while place < size {
                    part += other[place] * vector[place]
                    place += 1
                }
                for place in 0..<size { vector[place] -= part * other[place] }
                return part
            }
            for _ in 0..<2 {
                for other in others { other.withUnsafeBufferPointer { if let start = $0.baseAddress { _ = remove(start) } } }
                basis.withUnsafeBufferPointer { basis in
                    guard let start = basis.baseAddress else { return }
                    for index in 0..<count {
                        let part = remove(start + index * size)
                        if index == count - 1 { last += part }
                    }
                }
            }
        }
        return last
    }

    /// - Returns: the length it had
    private func normalise(_ vector: inout [Double]) -> Double {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 0 { for place in vector.indices { vector[place] /= length } }
        return length
    }

    private mutating func assemble(_ weights: [Double]) {
        var sum = [Double](repeating: 0, count: size)
        for (index, weight) in weights.enumerated() {
            for place in 0..<size { sum[place] += weight * basis[index * size + place] }
        }
        _ = normalise(&sum)
        vector = sum
    }
}

/// A symmetric matrix with numbers on the diagonal and, not negative, beside it only.
private struct Tridiagonal {
    let diagonal: [Double]
    let beside: [Double]

    /// The largest eigenvalue by bisection, its vector by inverse iteration from above, where all pivots are negative.
    var largest: (value: Double, vector: [Double]) {
        let count = diagonal.count
        let reach = diagonal.indices.map { diagonal[$0] + ($0 > 0 ? beside[$0 - 1] : 0) + ($0 < count - 1 ? beside[$0] : 0) }
        var (low, high) = (diagonal.max() ?? 0, reach.max() ?? 0)
        let grain = 4 * Double.ulpOfOne * max(abs(high), abs(low))
        high += grain
        while high - low > grain {
            let middle = low + (high - low) / 2
            if isAbove(middle) { low = middle } else { high = middle }
        }
        var vector = [Double](repeating: 1, count: count)
        guard count > 1, high > 0 else { return (count == 1 ? diagonal[0] : high, vector) }
        let pivots = pivots(high + grain)
        for _ in 0..<4 {
            for place in 1..<count { vector[place] -= beside[place - 1] / pivots[place - 1] * vector[place - 1] }
            vector[count - 1] /= pivots[count - 1]
            for place in (0..<count - 1).reversed() { vector[place] = (vector[place] - beside[place] * vector[place + 1]) / pivots[place] }
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            for place in vector.indices { vector[place] /= -length }
        }
        return (low, vector)
    }

    /// Whether the largest eigenvalue lies above this.
    private func isAbove(_ shift: Double) -> Bool { pivots(shift).contains { $0 > 0 } }

    private func pivots(_ shift: Double) -> [Double] {
        var pivots: [Double] = []
        pivots.reserveCapacity(diagonal.count)
        for place in diagonal.indices {
            let before = place > 0 ? beside[place - 1] * beside[place - 1] / pivots[place - 1] : 0
            let pivot = diagonal[place] - shift - before
            pivots.append(pivot == 0 ? -Double.leastNormalMagnitude : pivot)
        }
        return pivots
    }
}
