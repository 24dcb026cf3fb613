/// Places of participants in the plane in which their votes differ most, with what spans that plane.
package struct OpinionMap: Sendable, Hashable {
    /// Mean vote in each column (pass counts as 0).
    package let means: [Double]
    /// Loading of each statement on the two components: unit vectors, the largest loading is positive; 0 everywhere where nothing is left to explain.
    package let components: [[Double]]
    /// The two largest eigenvalues.
    package let eigenvalues: [Double]
    /// The sum of all eigenvalues.
    package let total: Double
    /// Place of each row.
    package let points: PlanePoints
    /// How far from the centre somebody would stand who only agrees with a statement.
    package let extremities: [Double]

    /// The part of all differences that lies along the first component; 0 where there are none.
    package var firstShare: Double { total > 0 ? (eigenvalues.first ?? 0) / total : 0 }

    /// - Parameter near: components of nearly the same votes, to start from; in the columns of this matrix
    /// - Returns: nil with fewer than two rows or columns
    package init?(_ matrix: VoteMatrix, near: [[Double]]? = nil) {
        guard matrix.rowCount > 1, matrix.columnCount > 1 else { return nil }
        self.init(matrix, CentredVotes(matrix), products: nil, near: near, precision: 1e-12)
    }

    /// - Parameter products: of the columns, where they are known
    init(_ matrix: VoteMatrix, _ votes: CentredVotes, products: ColumnProducts?, near: [[Double]]?, precision: Double) {
        let found: [LargestEigenpair] =
            if let products {
                Self.components(products, total: votes.squares, near: near, precision: precision)
            } else if votes.isBetterAsProducts {
                Self.components(ColumnProducts(votes), total: votes.squares, near: near, precision: precision)
            } else {
                Self.components(votes, total: votes.squares, near: near, precision: precision)
            }
        (means, total) = (votes.means, votes.squares)
        eigenvalues = found.map(\.value)
        let components = found.map(\.vector)
        self.components = components
        points = Self.points(matrix, means: votes.means, components: components)
        let width = Double(matrix.columnCount).squareRoot()
        extremities = votes.means.indices.map { column in
            let (x, y) = (components[0][column], components[1][column])
            return width * abs(1 - votes.means[column]) * (x * x + y * y).squareRoot()
        }
    }

    private static func components(
        _ matrix: some SymmetricOperator, total: Double, near: [[Double]]?, precision: Double
    ) -> [LargestEigenpair] {
        var found: [LargestEigenpair] = []
        for index in 0..<2 {
            let start = near.flatMap { index < $0.count ? $0[index] : nil }
            let pair = LargestEigenpair(matrix, start: start, beside: found.map(\.vector).filter { $0.contains { $0 != 0 } }, precision: precision)
            found.append(pair.value > 1e-12 * total ? pair.signed : LargestEigenpair(value: 0, vector: [Double](repeating: 0, count: matrix.size)))
        }
        return found
    }

    /// Σ (x_ij − μ_j)·v_j over the votes of a row, drawn outwards by √(M / votes): people with few votes would otherwise stand in the middle for that
    /// alone.
    private static func points(_ matrix: VoteMatrix, means: [Double], components: [[Double]]) -> PlanePoints {
        var points = PlanePoints()
        let first = components[0], second = components[1]
        for row in 0..<matrix.rowCount {
            var (x, y) = (0.0, 0.0)
            for place in matrix.starts[row]..<matrix.starts[row + 1] {
                let column = Int(matrix.columns[place])
                let value = Double(matrix.values[place]) - means[column]
                x += value * first[column]
                y += value * second[column]
            }
            let scale = (Double(matrix.columnCount) / Double(max(1, matrix.voteCount(of: row)))).squareRoot()
            points.append(x * scale, y * scale)
        }
        return points
    }
}

extension LargestEigenpair {
    init(value: Double, vector: [Double]) {
        (self.value, self.vector) = (value, vector)
    }

    /// With the largest part positive; of equal ones the first counts.
    var signed: LargestEigenpair {
        var largest = 0.0
        // Equal up to rounding is equal.
        for part in vector where abs(part) > abs(largest) * (1 + 1e-9) { largest = part }
        return largest < 0 ? LargestEigenpair(value: value, vector: vector.map { -$0 }) : self
    }
}

/// Points in a plane.
package struct PlanePoints: Sendable, Hashable {
    package private(set) var x: [Double] = []
    package private(set) var y: [Double] = []

    package init() {}

    package var count: Int { x.count }

    package mutating func append(_ x: Double, _ y: Double) {
        self.x.append(x)
        self.y.append(y)
    }

    /// The points at some places.
    func at(_ places: [Int]) -> PlanePoints {
        var points = PlanePoints()
        for place in places { points.append(x[place], y[place]) }
        return points
    }

    /// The first so many points that differ from each other.
    func distinct(_ most: Int) -> PlanePoints {
        struct Key: Hashable { let x: Double, y: Double }
        var seen = Set<Key>(), points = PlanePoints()
        for place in 0..<count where points.count < most && seen.insert(Key(x: x[place], y: y[place])).inserted { points.append(x[place], y[place]) }
        return points
    }
}
