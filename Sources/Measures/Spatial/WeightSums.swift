/// What the formulas of global measures need of a network: the weights of both directions together, for each pair of areas once.
struct WeightSums: Sendable {
    /// Where the pairs of each area with a later one begin in ``partners``, with the end of the last.
    let starts: [Int32]
    /// The later area of each pair.
    let partners: [Int32]
    /// w_ij + w_ji of each pair.
    let both: [Double]
    /// The sum of an area's row and column.
    let rowsAndColumns: [Double]
    /// Links without a link back.
    let oneWay: [SpatialLink]

    init(_ weights: SpatialWeights) {
        let back = weights.transposed
        var starts: [Int32] = [0]
        var partners: [Int32] = []
        var both: [Double] = []
        var oneWay: [SpatialLink] = []
        partners.reserveCapacity(weights.links / 2)
        both.reserveCapacity(weights.links / 2)
        for area in 0..<weights.count {
            var (out, end) = (weights.row(area).lowerBound, weights.row(area).upperBound)
            var (into, last) = (back.row(area).lowerBound, back.row(area).upperBound)
            while out < end || into < last {
                let to = out < end ? weights.indices[out] : .max
                let from = into < last ? back.indices[into] : .max
                let partner = min(to, from)
                if to != from, partner == to { oneWay.append(SpatialLink(from: area, to: Int(to))) }
                if partner > area {
                    partners.append(partner)
                    both.append((to == partner ? weights.weights[out] : 0) + (from == partner ? back.weights[into] : 0))
                }
                if to == partner { out += 1 }
                if from == partner { into += 1 }
            }
            starts.append(Int32(partners.count))
        }
        (self.starts, self.partners, self.both, self.oneWay) = (starts, partners, both, oneWay)
        rowsAndColumns = (0..<weights.count).map { area in
            weights.weights[weights.row(area)].reduce(0, +) + back.weights[back.row(area)].reduce(0, +)
        }
    }

    /// Σw
    var s0: Double { both.reduce(0, +) }
    /// ½Σ(w_ij + w_ji)²
    var s1: Double { both.reduce(0) { $0 + $1 * $1 } }
    /// Σ(w_i· + w_·i)²
    var s2: Double { rowsAndColumns.reduce(0) { $0 + $1 * $1 } }
}

/// A link from one area to another, as indices from 0.
package struct SpatialLink: Sendable, Hashable {
    package let from: Int
    package let to: Int

    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }
}

extension SpatialWeights {
    /// S0 = Σw, S1 = ½Σ(w_ij + w_ji)² and S2 = Σ(w_i· + w_·i)² (Cliff and Ord, 1981).
    package var sums: (s0: Double, s1: Double, s2: Double) {
        let sums = WeightSums(self)
        return (sums.s0, sums.s1, sums.s2)
    }

    /// Links without a link back, as nearest neighbours have them.
    package var oneWayLinks: [SpatialLink] { WeightSums(self).oneWay }

    /// Whether every link has its link back, whatever their weights.
    package var isSymmetric: Bool { oneWayLinks.isEmpty }
}
