/// Ways to say who is a neighbour of whom.
extension SpatialWeights {
    /// Which cells of a grid touch.
    package enum Contiguity: Sendable, Hashable {
        /// Along a side.
        case rook
        /// Along a side or at a corner.
        case queen
    }

    /// The cells of a grid, row after row, with binary links.
    package static func grid(rows: Int, columns: Int, _ contiguity: Contiguity) throws(SpatialWeightsFailure) -> SpatialWeights {
        guard rows > 0, columns > 0 else { return try SpatialWeights(neighbours: []) }
        let (cells, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard !overflow, cells <= mostLinks / 8 else { throw .tooManyLinks }
        let neighbours = (0..<cells).map { cell in
            let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
            var near: [Int] = []
            for above in max(0, row - 1)...min(rows - 1, row + 1) {
                for beside in max(0, column - 1)...min(columns - 1, column + 1) {
                    let isSide = above == row || beside == column
                    if isSide || contiguity == .queen, (above, beside) != (row, column) { near.append(above * columns + beside) }
                }
            }
            return near
        }
        return try SpatialWeights(neighbours: neighbours)
    }

    /// The nearest areas by their points, with binary links that need not be mutual. Equally near ones: the lower index first.
    ///
    /// - Parameters:
    ///   - count: neighbours of each area; all others where there are fewer
    ///   - points: in a plane (metres), not degrees
    package static func nearest(_ count: Int, points: [SIMD2<Double>]) throws(SpatialWeightsFailure) -> SpatialWeights {
        guard max(0, min(count, points.count - 1)) * points.count <= mostLinks else { throw .tooManyLinks }
        let index = try PointIndex(points)
        return try SpatialWeights(neighbours: points.indices.map { index.nearest(count, to: $0) })
    }

    /// Areas whose points are at most this far apart, with binary links.
    ///
    /// - Parameter points: in a plane, in the unit of the distance, not degrees
    package static func within(_ distance: Double, points: [SIMD2<Double>]) throws(SpatialWeightsFailure) -> SpatialWeights {
        let index = try PointIndex(points)
        guard distance >= 0 else { return try SpatialWeights(neighbours: points.map { _ in [] }) }
        var neighbours: [[Int]] = []
        var links = 0
        for point in points.indices {
            neighbours.append(index.within(distance, of: point))
            links += neighbours[point].count
            guard links <= mostLinks else { throw .tooManyLinks }
        }
        return try SpatialWeights(neighbours: neighbours)
    }

    /// Links every area without neighbours with the area nearest to it, both ways.
    ///
    /// - Parameter points: one for each area, in a plane, not degrees
    /// - Returns: the network, standardised again where it was and else binary, and the links that were added, for the log
    package func linkingIslands(points: [SIMD2<Double>]) throws(SpatialWeightsFailure) -> (weights: SpatialWeights, added: [SpatialLink]) {
        guard points.count == count else { throw .point(area: min(points.count, count)) }
        let index = try PointIndex(points)
        var rows = (0..<count).map { area in Set(neighbours(of: area).map { Int($0) }) }
        var added: [SpatialLink] = []
        for island in islands {
            guard let near = index.nearest(1, to: island).first, !rows[island].contains(near) else { continue }
            rows[island].insert(near)
            rows[near].insert(island)
            added.append(SpatialLink(from: island, to: near))
        }
        let linked = try SpatialWeights(neighbours: rows.map { Array($0) })
        return (style == .rowStandardised ? linked.rowStandardised : linked, added)
    }
}
