/// A list of neighbours that cannot be used.
package enum SpatialWeightsFailure: Error, Hashable {
    /// The area in this row names a neighbour that does not exist.
    case unknownNeighbour(area: Int, neighbour: Int)
    case selfNeighbour(area: Int)
    case duplicateNeighbour(area: Int, neighbour: Int)
    /// A weight must be between 10⁻¹⁰⁰ and 10¹⁰⁰, so that sums of squares stay finite.
    case weight(area: Int, neighbour: Int)
    /// A coordinate is missing or infinite.
    case point(area: Int)
    /// The starts of the rows do not run from 0 to the number of neighbours.
    case starts
    /// More than ``SpatialWeights/mostLinks``.
    case tooManyLinks
}

/// Who is a neighbour of whom, and how much it counts: a sparse matrix, row after row (CSR).
///
/// An area is never its own neighbour. Neighbours of a row are in ascending order.
package struct SpatialWeights: Sendable, Hashable {
    /// How the weights came about, so that they can be made anew when areas are left out.
    package enum Style: Sendable, Hashable {
        /// Every link counts 1.
        case binary
        /// The weights of an area add up to 1.
        case rowStandardised
        /// As they were given.
        case general
    }

    /// A network beyond this has no use for neighbourhoods and would fill the memory.
    package static let mostLinks = 50_000_000

    package let style: Style
    /// Where the neighbours of each area begin in ``indices``, with the end of the last: one more than there are areas.
    package let starts: [Int32]
    /// The neighbours, as indices of areas from 0.
    package let indices: [Int32]
    /// The weight of each link, in the order of ``indices``.
    package let weights: [Double]

    /// Every link counts 1.
    ///
    /// - Parameter neighbours: for each area the indices of its neighbours, in any order; links need not be mutual
    package init(neighbours: [[Int]]) throws(SpatialWeightsFailure) {
        let rows = neighbours.map { row in row.map { (area: $0, weight: 1.0) } }
        try self.init(style: .binary, rows: rows)
    }

    /// From compressed rows, as contiguity of shapes gives them; every link counts 1.
    ///
    /// - Parameters:
    ///   - starts: where the neighbours of each area begin, with the end of the last
    ///   - neighbours: indices of areas from 0
    package init(starts: [Int32], neighbours: [Int32]) throws(SpatialWeightsFailure) {
        let isRising = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
        guard starts.first == 0, starts.last.map({ Int($0) }) == neighbours.count, isRising else { throw .starts }
        let rows = zip(starts, starts.dropFirst()).map { start, end in neighbours[Int(start)..<Int(end)].map { Int($0) } }
        try self.init(neighbours: rows)
    }

    /// - Parameter weighted: for each area its neighbours with a weight above 0
    package init(weighted: [[(area: Int, weight: Double)]]) throws(SpatialWeightsFailure) {
        try self.init(style: .general, rows: weighted)
    }

    /// Mutual links that count 1 each.
    ///
    /// - Parameter links: pairs of areas, each pair once or more often, in any order
    package init(count: Int, links: some Sequence<(Int, Int)>) throws(SpatialWeightsFailure) {
        var rows = [Set<Int>](repeating: [], count: max(0, count))
        for (one, other) in links {
            guard rows.indices.contains(one) else { throw .unknownNeighbour(area: other, neighbour: one) }
            guard rows.indices.contains(other) else { throw .unknownNeighbour(area: one, neighbour: other) }
            rows[one].insert(other)
            rows[other].insert(one)
        }
        try self.init(neighbours: rows.map { Array($0) })
    }

    private init(style: Style, rows: [[(area: Int, weight: Double)]]) throws(SpatialWeightsFailure) {
        guard rows.count < Self.mostLinks, rows.reduce(0, { $0 + $1.count }) <= Self.mostLinks else { throw .tooManyLinks }
        var starts: [Int32] = [0]
        var indices: [Int32] = []
        var weights: [Double] = []
        for (area, row) in rows.enumerated() {
            var last = -1
            for link in row.sorted(by: { $0.area < $1.area }) {
                guard rows.indices.contains(link.area) else { throw .unknownNeighbour(area: area, neighbour: link.area) }
                guard link.area != area else { throw .selfNeighbour(area: area) }
                guard link.area != last else { throw .duplicateNeighbour(area: area, neighbour: link.area) }
                guard link.weight >= 1e-100, link.weight <= 1e100 else { throw .weight(area: area, neighbour: link.area) }
                indices.append(Int32(link.area))
                weights.append(link.weight)
                last = link.area
            }
            starts.append(Int32(indices.count))
        }
        self.init(style: style, starts: starts, indices: indices, weights: weights)
    }

    /// From parts that are known to fit.
    private init(style: Style, starts: [Int32], indices: [Int32], weights: [Double]) {
        self.style = style
        self.starts = starts
        self.indices = indices
        self.weights = weights
    }

    /// How many areas there are.
    package var count: Int { starts.count - 1 }
    /// How many links there are; a mutual one counts twice.
    package var links: Int { indices.count }
    /// The areas without neighbours.
    package var islands: [Int] { (0..<count).filter { row($0).isEmpty } }
    /// The largest number of neighbours.
    package var mostNeighbours: Int { (0..<count).map { row($0).count }.max() ?? 0 }

    /// The neighbours of an area, ascending.
    package func neighbours(of area: Int) -> ArraySlice<Int32> { indices[row(area)] }

    /// Where the links of an area are in ``indices`` and ``weights``.
    package func row(_ area: Int) -> Range<Int> { Int(starts[area])..<Int(starts[area + 1]) }

    /// The same links, each counting 1.
    package var binary: SpatialWeights {
        SpatialWeights(style: .binary, starts: starts, indices: indices, weights: [Double](repeating: 1, count: links))
    }

    /// The weights of every area divided by their sum; islands stay islands.
    package var rowStandardised: SpatialWeights {
        var shares = weights
        for area in 0..<count {
            let row = row(area)
            let sum = weights[row].reduce(0, +)
            for link in row { shares[link] = weights[link] / sum }
        }
        return SpatialWeights(style: .rowStandardised, starts: starts, indices: indices, weights: shares)
    }

    /// The network among some of the areas: the others are nobody's neighbours. Standardised rows are standardised again.
    ///
    /// - Parameter kept: ascending indices of areas; in the result they are numbered from 0
    package func among(_ kept: [Int]) -> SpatialWeights {
        guard kept.count < count else { return self }
        var places = [Int32](repeating: -1, count: count)
        for (place, area) in kept.enumerated() { places[area] = Int32(place) }
        var starts: [Int32] = [0]
        var indices: [Int32] = []
        var weights: [Double] = []
        for area in kept {
            for link in row(area) where places[Int(self.indices[link])] >= 0 {
                indices.append(places[Int(self.indices[link])])
                weights.append(self.weights[link])
            }
            starts.append(Int32(indices.count))
        }
        let part = SpatialWeights(style: style, starts: starts, indices: indices, weights: weights)
        return style == .rowStandardised ? part.rowStandardised : part
    }

    /// Rows and columns exchanged.
    var transposed: SpatialWeights {
        var ends = [Int32](repeating: 0, count: count + 1)
        for index in indices { ends[Int(index) + 1] += 1 }
        for area in 0..<count { ends[area + 1] += ends[area] }
        let starts = ends
        var sources = [Int32](repeating: 0, count: links)
        var weights = [Double](repeating: 0, count: links)
        for area in 0..<count {
            for link in row(area) {
                let place = Int(ends[Int(indices[link])])
                ends[Int(indices[link])] += 1
                sources[place] = Int32(area)
                weights[place] = self.weights[link]
            }
        }
        return SpatialWeights(style: .general, starts: starts, indices: sources, weights: weights)
    }
}
