/// A symmetric matrix without negative eigenvalues, known by what it does to a vector.
protocol SymmetricOperator {
    /// Rows, and columns.
    var size: Int { get }
    /// Writes the product of the matrix with a vector.
    func multiply(_ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>)
}

/// Votes less the mean of their column; who did not vote stands at the mean, and so at 0.
struct CentredVotes: SymmetricOperator {
    let matrix: VoteMatrix
    /// As in the matrix, or dealt out anew.
    let values: [Int8]
    /// Mean vote in each column.
    let means: [Double]
    /// Sum of the squares of all entries: the sum of all eigenvalues of CᵀC.
    let squares: Double

    init(_ matrix: VoteMatrix) {
        self.init(matrix, tallies: matrix.tallies)
    }

    init(_ matrix: VoteMatrix, tallies: [VoteTally]) {
        (self.matrix, values, means) = (matrix, matrix.values, tallies.map(\.mean))
        squares = tallies.reduce(0) { sum, tally in
            sum + Double(tally.agree + tally.disagree) - Double(tally.votes) * tally.mean * tally.mean
        }
    }

    /// The same with other values that have the same mean in each column.
    func with(_ values: [Int8]) -> CentredVotes { CentredVotes(matrix: matrix, values: values, means: means, squares: squares) }

    private init(matrix: VoteMatrix, values: [Int8], means: [Double], squares: Double) {
        (self.matrix, self.values, self.means, self.squares) = (matrix, values, means, squares)
    }

    var size: Int { matrix.columnCount }

    /// CᵀC times a vector, row by row.
    func multiply(_ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>) {
        for place in product.indices { product[place] = 0 }
        matrix.columns.withUnsafeBufferPointer { columns in
            values.withUnsafeBufferPointer { values in
                means.withUnsafeBufferPointer { means in
                    for row in 0..<matrix.rowCount {
                        let range = matrix.starts[row]..<matrix.starts[row + 1]
                        var sum = 0.0
                        for place in range {
                            let column = Int(columns[place])
                            sum += (Double(values[place]) - means[column]) * vector[column]
                        }
                        for place in range {
                            let column = Int(columns[place])
                            product[column] += (Double(values[place]) - means[column]) * sum
                        }
                    }
                }
            }
        }
    }

    /// Whether it is faster to multiply the columns with each other first: about thirty products are asked for.
    var isBetterAsProducts: Bool {
        guard size <= ColumnProducts.mostColumns else { return false }
        let pairs = (0..<matrix.rowCount).reduce(0) { $0 + matrix.voteCount(of: $1) * matrix.voteCount(of: $1) / 2 }
        return pairs + 8 * size * size < 60 * matrix.voteCount
    }
}

/// CᵀC itself.
struct ColumnProducts: SymmetricOperator {
    /// 32 MB.
    static let mostColumns = 2000

    let size: Int
    private let entries: [Double]

    /// - Parameter entries: size × size, symmetric
    init(size: Int, entries: [Double]) {
        (self.size, self.entries) = (size, entries)
    }

    init(_ votes: CentredVotes) {
        size = votes.size
        var entries = [Double](repeating: 0, count: size * size)
        entries.withUnsafeMutableBufferPointer { Self.fill($0, with: votes) }
        self.entries = entries
    }

    private static func fill(_ entries: UnsafeMutableBufferPointer<Double>, with votes: CentredVotes) {
        let size = votes.size, matrix = votes.matrix
        var centred = [Double](repeating: 0, count: size)
        matrix.columns.withUnsafeBufferPointer { columns in
            votes.values.withUnsafeBufferPointer { values in
                centred.withUnsafeMutableBufferPointer { centred in
                    for row in 0..<matrix.rowCount {
                        let start = matrix.starts[row], own = UnsafeBufferPointer(rebasing: columns[start..<matrix.starts[row + 1]])
                        for place in own.indices { centred[place] = Double(values[start + place]) - votes.means[Int(own[place])] }
                        add(own, UnsafeBufferPointer(centred), to: entries, size: size)
                    }
                }
            }
        }
        for one in 0..<size { for other in 0..<one { entries[other * size + one] = entries[one * size + other] } }
    }

    /// Adds the products of the votes of one row with each other, on and under the diagonal; two lines at a time, which halves the looking up of columns.
    private static func add(
        _ columns: UnsafeBufferPointer<UInt16>, _ centred: UnsafeBufferPointer<Double>, to entries: UnsafeMutableBufferPointer<Double>, size: Int
    ) {
        var one = 0
        while one + 1 < columns.count {
            let first = Int(columns[one]) * size, second = Int(columns[one + 1]) * size
            let (a, b) = (centred[one], centred[one + 1])
            for other in 0...one {
                let column = Int(columns[other]), value = centred[other]
                entries[first + column] += a * value
                entries[second + column] += b * value
            }
            entries[second + Int(columns[one + 1])] += b * b
            one += 2
        }
        guard one < columns.count else { return }
        let line = Int(columns[one]) * size
        for other in 0...one { entries[line + Int(columns[other])] += centred[one] * centred[other] }
    }

    func multiply(_ vector: UnsafeBufferPointer<Double>, into product: UnsafeMutableBufferPointer<Double>) {
        for place in product.indices { product[place] = 0 }
        entries.withUnsafeBufferPointer { entries in
            var line = 0
            // Four lines at a time: the product is read and written once for all four.
            while line + 4 <= size {
                let start = line * size
                let (a, b, c, d) = (vector[line], vector[line + 1], vector[line + 2], vector[line + 3])
                for column in 0..<size {
                    let place = start + column
                    let pair = a * entries[place] + b * entries[place + size]
                    product[column] += pair + (c * entries[place + 2 * size] + d * entries[place + 3 * size])
                }
                line += 4
            }
            while line < size {
                for column in 0..<size { product[column] += vector[line] * entries[line * size + column] }
                line += 1
            }
        }
    }
}
