/// Weights that are at least 0 and sum to 1 and for which w'Hw is smallest: the point of a convex hull nearest to the origin, with H the
/// products of the points with each other.
///
/// Active set after Wolfe (Mathematical Programming, 1976): exact after finitely many steps, no step size and no heavy row for the sum.
struct SimplexMinimum {
    /// One for each point.
    private(set) var weights: [Double]
    /// Points with a weight above 0, ascending.
    private(set) var support: [Int]
    /// False where other weights do as well; then these are the ones closest to equal.
    private(set) var isUnique = true

    /// A direction must promise this part of the largest product to be followed.
    private static let precision = 1e-12
    /// Points that would do as well, up to rounding.
    private static let tie = 1e-10

    /// - Parameters:
    ///   - products: symmetric, not negative in any direction; at least one row
    ///   - breaksTies: looks whether other weights do as well
    init(_ products: Matrix, breaksTies: Bool = true) {
        let count = products.rows
        let largest = (0..<count).reduce(0) { max($0, products[$1, $1]) }
        guard largest > 0 else {
            // All points lie in the origin.
            weights = [Double](repeating: 1 / Double(count), count: count)
            support = Array(0..<count)
            isUnique = count == 1
            return
        }
        var search = ActiveSet(products.values.map { $0 / largest }, count: count)
        search.run(precision: Self.precision)
        weights = search.weights
        support = search.order.sorted()
        if breaksTies { settle(search, products, largest) }
    }

    /// Points on the same face of the hull may replace each other where they do not all matter for it: the shortest weights win.
    private mutating func settle(_ search: ActiveSet, _ products: Matrix, _ largest: Double) {
        let low = search.value
        let tied = weights.indices.filter { search.gradient[$0] - low <= Self.tie }
        guard tied.count > support.count else { return }
        var face = Matrix(rows: tied.count, columns: tied.count)
        for (row, i) in tied.enumerated() { for (column, j) in tied.enumerated() { face[row, column] = products[i, j] / largest } }
        var shifted = face
        for row in tied.indices { for column in tied.indices { shifted[row, column] += 1 } }
        guard shifted.cholesky == nil else { return }
        isUnique = false
        for row in tied.indices { face[row, row] += 1e-9 }
        let even = SimplexMinimum(face, breaksTies: false)
        weights = [Double](repeating: 0, count: weights.count)
        for (index, point) in tied.enumerated() { weights[point] = even.weights[index] }
        support = even.support.map { tied[$0] }
    }
}

/// The search itself: points in use, their weights, and the Cholesky factor of their products plus 1, which turns "sum is 1" into one solution.
private struct ActiveSet {
    private let products: [Double]
    private let count: Int
    /// Points in use, in the order in which they came.
    private(set) var order: [Int]
    private(set) var weights: [Double]
    private(set) var gradient: [Double]
    /// Lower triangle, row after row, each `count` wide.
    private var factor: [Double]
    private var solution: [Double]

    init(_ products: [Double], count: Int) {
        self.products = products
        self.count = count
        weights = [Double](repeating: 0, count: count)
        gradient = weights
        solution = weights
        factor = [Double](repeating: 0, count: count * count)
        let first = (0..<count).min { products[$0 * count + $0] < products[$1 * count + $1] } ?? 0
        order = []
        weights[first] = 1
        _ = append(first)
    }

    /// w'Hw
    var value: Double { order.reduce(0) { $0 + weights[$1] * gradient[$1] } }

    mutating func run(precision: Double) {
        var blocked = [Bool](repeating: false, count: count)
        var before = Double.infinity
        for _ in 0..<(50 * count + 200) {
            slope()
            let now = value
            // A step that gained nothing came from rounding; what it brought in must not come back at once.
            if now < before { for index in blocked.indices { blocked[index] = false } }
            before = min(before, now)
            var best = -1
            var lowest = now - precision
            for index in 0..<count where gradient[index] < lowest && !blocked[index] && weights[index] == 0 {
                lowest = gradient[index]
                best = index
            }
            guard best >= 0 else { return }
            blocked[best] = true
            if append(best) { descend() }
        }
    }

    /// Half the gradient of w'Hw.
    private mutating func slope() {
        for index in 0..<count {
            var sum = 0.0
            for point in order { sum += products[index * count + point] * weights[point] }
            gradient[index] = sum
        }
    }

    /// Takes one more point in use; false where it is a mixture of those in use already.
    private mutating func append(_ point: Int) -> Bool {
        let row = order.count
        var square = products[point * count + point] + 1
        let whole = square
        for (column, other) in order.enumerated() {
            var sum = products[point * count + other] + 1
            for inner in 0..<column { sum -= factor[row * count + inner] * factor[column * count + inner] }
            let entry = sum / factor[column * count + column]
            factor[row * count + column] = entry
            square -= entry * entry
        }
        guard square > 1e-14 * whole else { return false }
        factor[row * count + row] = square.squareRoot()
        order.append(point)
        return true
    }

    /// Moves to the best weights of the points in use, leaving out each that reaches 0 on the way.
    private mutating func descend() {
        while order.count > 1 {
            solve()
            var part = 1.0
            for (row, point) in order.enumerated() where solution[row] <= 0 {
                part = min(part, weights[point] / (weights[point] - solution[row]))
            }
            let isDone = !order.indices.contains { solution[$0] <= 0 }
            var kept: [Int] = []
            for (row, point) in order.enumerated() {
                let moved = isDone ? solution[row] : weights[point] + part * (solution[row] - weights[point])
                weights[point] = moved > 1e-15 ? moved : 0
                if weights[point] > 0 { kept.append(point) }
            }
            if isDone { return }
            // Rounding may leave the one that stopped us a hair above 0.
            if kept.count == order.count, let least = kept.indices.min(by: { weights[kept[$0]] < weights[kept[$1]] }) {
                weights[kept.remove(at: least)] = 0
            }
            order = []
            for point in kept where !append(point) { weights[point] = 0 }
            let sum = order.reduce(0) { $0 + weights[$1] }
            for point in order { weights[point] /= sum }
        }
        if let only = order.first { weights[only] = 1 }
    }

    /// Best weights of the points in use without regard to their sign: the solution of (H + 1)u = 1, made to sum to 1.
    private mutating func solve() {
        let size = order.count
        for row in 0..<size {
            var sum = 1.0
            for inner in 0..<row { sum -= factor[row * count + inner] * solution[inner] }
            solution[row] = sum / factor[row * count + row]
        }
        for row in (0..<size).reversed() {
            var sum = solution[row]
            for inner in row + 1..<max(row + 1, size) { sum -= factor[inner * count + row] * solution[inner] }
            solution[row] = sum / factor[row * count + row]
        }
        var total = 0.0
        for row in 0..<size { total += solution[row] }
        for row in 0..<size { solution[row] /= total }
    }
}

extension SimplexMinimum {
    /// The same weights with the digits that products lose: least squares on the support alone, the sum filled in.
    ///
    /// - Parameters:
    ///   - points: coordinates of each point, all of one length
    ///   - ridge: added to H on its diagonal
    mutating func refine(ridge: Double = 0, _ points: (Int) -> [Double]) {
        guard isUnique, support.count > 1, let anchor = support.max(by: { weights[$0] < weights[$1] }) else { return }
        let others = support.filter { $0 != anchor }
        let root = ridge.squareRoot()
        let origin = points(anchor)
        var columns = others.enumerated().map { place, point in
            zip(points(point), origin).map { $0 - $1 } + (ridge > 0 ? others.indices.map { $0 == place ? root : 0 } + [-root] : [])
        }
        var target = origin.map { -$0 } + (ridge > 0 ? others.map { _ in 0 } + [-root] : [])
        let scale = columns.joined().reduce(0) { max($0, abs($1)) }
        guard scale > 0 else { return }
        for index in columns.indices { columns[index] = columns[index].map { $0 / scale } }
        target = target.map { $0 / scale }
        guard let solved = LeastSquares.solve(columns: columns, target) else { return }
        let rest = 1 - solved.reduce(0, +)
        // A weight below 0 would mean that the support was not right to the last digit: then the first weights stand.
        guard rest >= 0, solved.allSatisfy({ $0 >= -1e-9 }) else { return }
        for (point, weight) in zip(others, solved) { weights[point] = weight > 1e-12 ? weight : 0 }
        weights[anchor] = rest
        let sum = support.reduce(0) { $0 + weights[$1] }
        for point in support { weights[point] /= sum }
        support = support.filter { weights[$0] > 0 }
    }
}
