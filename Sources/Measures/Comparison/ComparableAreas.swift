/// Which areas are made up like which, and how far apart they are. Standardised once, asked often.
package struct ComparableAreas: Sendable {
    package enum Metric: Sendable, Hashable {
        /// √(Σw(z − z')²/Σw)
        case euclid
        /// The same without division by Σw.
        case euclidSum
        /// √((x − y)'S⁻¹(x − y)); variables that hang together do not count double, weights are not used, areas with a gap are left out.
        /// With fewer than 10 areas per variable S is shrunk (Ledoit and Wolf 2004).
        case mahalanobis
    }

    /// How much two areas differ on one variable.
    package struct Trait: Sendable, Hashable {
        package let variable: Int
        /// In standardised units, the other minus this one.
        package let difference: Double
    }

    package struct Neighbour: Sendable, Hashable {
        package let area: Int
        package let distance: Double
        /// Distance as part of that to the farthest area, 0 to 1.
        package let rebased: Double
        /// The three largest differences, by what they add to the distance.
        package let largest: [Trait]
    }

    package struct Comparison: Sendable, Hashable {
        /// Nearest first. The relation is not symmetric.
        package let neighbours: [Neighbour]
        /// False where even the nearest is farther than nearly all nearest are: no real comparison exists. Nil without a limit.
        package let isReal: Bool?
        /// How many areas could be compared with.
        package let used: Int
    }

    /// Least part of the weight that two areas must both know.
    package static let leastKnown = 0.7

    package let metric: Metric
    package let count: Int
    /// Standardised values, variable after variable.
    let scores: [Double]
    /// What distances are taken over: the scores, or for Mahalanobis the scores with S made the unit matrix.
    private let axes: [Double]
    let weights: [Double]
    /// Part of S that was replaced by its diagonal mean, 0 to 1.
    package let shrinkage: Double

    /// - Returns: nil without variables, for lists of different length, weights that are not above 0, or a singular S
    package init?(_ variables: [StructureVariable], metric: Metric = .euclid) {
        guard let count = variables.first?.values.count, variables.allSatisfy({ $0.values.count == count && $0.weight > 0 && $0.weight.isFinite }) else {
            return nil
        }
        let columns = variables.map(\.scores)
        scores = columns.flatMap { $0 }
        (self.metric, self.count) = (metric, count)
        if metric == .mahalanobis {
            guard let whitened = Whitening(columns) else { return nil }
            axes = whitened.columns.flatMap { $0 }
            (weights, shrinkage) = (variables.map { _ in 1 }, whitened.shrinkage)
        } else {
            axes = scores
            (weights, shrinkage) = (variables.map(\.weight), 0)
        }
    }

    /// The areas most like one.
    ///
    /// - Parameters:
    ///   - wanted: how many
    ///   - limit: from ``limit(_:)``
    ///   - isCandidate: false for areas that may not be compared with, such as neighbours
    /// - Returns: nil for an area that does not exist
    package func nearest(to area: Int, _ wanted: Int = 10, limit: Double? = nil, isCandidate: (Int) -> Bool = { _ in true }) -> Comparison? {
        guard (0..<count).contains(area) else { return nil }
        let squares = squaredDistances(from: area)
        var (used, farthest) = (0, 0.0)
        var selection = Selection(min(max(0, wanted), count))
        for other in 0..<count where other != area && squares[other].isFinite && isCandidate(other) {
            used += 1
            farthest = max(farthest, squares[other])
            selection.add(squares[other], other)
        }
        let neighbours = selection.items.map { item in
            Neighbour(
                area: item.index, distance: item.key.squareRoot(), rebased: farthest > 0 ? (item.key / farthest).squareRoot() : 0,
                largest: traits(area, item.index))
        }
        let isReal = limit.flatMap { limit in neighbours.first.map { $0.distance <= limit } }
        return Comparison(neighbours: neighbours, isReal: isReal, used: used)
    }

    /// NaN where the two know too little in common.
    package func distance(_ one: Int, _ other: Int) -> Double {
        guard (0..<count).contains(one), (0..<count).contains(other) else { return .nan }
        var (sum, known) = (0.0, 0.0)
        for variable in weights.indices {
            let difference = axes[variable * count + other] - axes[variable * count + one]
            if difference.isFinite {
                sum += weights[variable] * difference * difference
                known += weights[variable]
            }
        }
        return scaled(sum, known, weights.reduce(0, +)).squareRoot()
    }

    /// The distance of each area to its nearest, NaN where there is none. Takes n²·p steps; ``limit(_:)`` and ``isFar(_:_:)`` come without them.
    package func nearestDistances(_ execution: Execution = .plain) throws(Cancelled) -> [Double] {
        try execution.blocks(of: count, size: 64) { block in
            block.map { area in
                var nearest = Double.infinity
                for (other, square) in squaredDistances(from: area).enumerated() where other != area && square < nearest { nearest = square }
                return nearest.isFinite ? nearest.squareRoot() : .nan
            }
        }
    }

    /// Standardised, or whitened for Mahalanobis; NaN for missing.
    func axis(_ variable: Int, _ area: Int) -> Double { axes[variable * count + area] }

    /// Whether an area knows enough to be compared with one that knows all.
    func mayBeNear(_ area: Int) -> Bool {
        let known = weights.indices.reduce(0.0) { axes[$1 * count + area].isFinite ? $0 + weights[$1] : $0 }
        return !scaled(0, known, weights.reduce(0, +)).isNaN
    }

    /// The distance beyond which there is no real comparison: the 95th percentile of all nearest distances.
    package static func limit(_ nearest: [Double]) -> Double? { Distribution(nearest).quantile(0.95) }

    /// To every area; NaN where the two know too little in common.
    private func squaredDistances(from area: Int) -> [Double] {
        let total = weights.reduce(0, +)
        var known = [Double](repeating: 0, count: count)
        var sums = known
        axes.withUnsafeBufferPointer { axes in
            sums.withUnsafeMutableBufferPointer { sums in
                known.withUnsafeMutableBufferPointer { known in
                    for variable in weights.indices {
                        let column = UnsafeBufferPointer(rebasing: axes[variable &* count..<(variable &+ 1) &* count])
                        let (own, weight) = (column[area], weights[variable])
                        guard own.isFinite else { continue }
                        for other in column.indices {
                            let difference = column[other] - own
                            let isKnown = difference == difference
                            sums[other] += isKnown ? weight * difference * difference : 0
                            known[other] += isKnown ? weight : 0
                        }
                    }
                    for other in sums.indices { sums[other] = scaled(sums[other], known[other], total) }
                }
            }
        }
        return sums
    }

    /// A sum over the common variables, raised to all of them, so that a gap does not bring areas nearer.
    @inline(__always)
    private func scaled(_ sum: Double, _ known: Double, _ total: Double) -> Double {
        guard known >= Self.leastKnown * total * (1 - 1e-12), metric != .mahalanobis || known >= total else { return .nan }
        return metric == .euclid ? sum / known : sum * (total / known)
    }

    private func traits(_ one: Int, _ other: Int) -> [Trait] {
        var selection = Selection(3)
        for variable in weights.indices {
            let difference = scores[variable * count + other] - scores[variable * count + one]
            if difference.isFinite { selection.add(-weights[variable] * difference * difference, variable) }
        }
        return selection.items.map { item in
            Trait(variable: item.index, difference: scores[item.index * count + other] - scores[item.index * count + one])
        }
    }
}

/// The lowest few of many, in order, ties by index.
private struct Selection {
    private let wanted: Int
    private(set) var items: [(key: Double, index: Int)] = []

    init(_ wanted: Int) { self.wanted = wanted }

    mutating func add(_ key: Double, _ index: Int) {
        if items.count == wanted {
            guard let last = items.last, key < last.key else { return }
            items.removeLast()
        }
        var (low, high) = (0, items.count)
        while low < high {
            let middle = (low + high) / 2
            if items[middle].key <= key { low = middle + 1 } else { high = middle }
        }
        items.insert((key, index), at: low)
    }
}
