import CGeos

/// Where shapes of one level do not fit together.
package struct CoverageDefects: Sendable, Hashable {
    /// Square metres that lie in two shapes, summed over pairs.
    package let overlap: Double
    /// Square metres in holes that all shapes together leave open, no hole larger than the given size.
    package let gaps: Double
    package let overlappingPairs: Int
    package let gapCount: Int

    /// Takes seconds for the neighbourhoods of the country.
    ///
    /// - Parameters:
    ///   - shapes: valid, in RD metres
    ///   - largestGap: square metres; a larger hole is taken for water or foreign soil, such as Baarle
    package init(of shapes: [MultiPolygon], largestGap: Double = 100_000) throws(GeoError) {
        let tree = BoxTree(shapes.map(\.boundingBox))
        let overlaps = try inParallel(shapes.count) { (range) throws(GeoError) in
            let geos = try Geos()
            var areas: [Double] = []
            for index in range { areas.append(contentsOf: try geos.overlaps(of: index, in: shapes, tree)) }
            return areas
        }
        overlap = overlaps.reduce(0, +)
        overlappingPairs = overlaps.count
        let geos = try Geos()
        let all = try geos.collection(shapes)
        let union = try geos.polygons(in: try geos.own(GEOSUnaryUnion_r(geos.handle, all.pointer)))
        var gaps = 0.0, gapCount = 0
        for polygon in 0..<union.polygonCount {
            for hole in union.rings(of: polygon).dropFirst() {
                let size = abs(union.signedArea(ofRing: hole))
                if size <= largestGap {
                    gaps += size
                    gapCount += 1
                }
            }
        }
        self.gaps = gaps
        self.gapCount = gapCount
    }
}

extension Geos {
    /// Areas in common with shapes of a higher index, without what arithmetic leaves (0.01 m²).
    fileprivate func overlaps(of index: Int, in shapes: [MultiPolygon], _ tree: BoxTree) throws(GeoError) -> [Double] {
        guard !shapes[index].isEmpty else { return [] }
        var others: [Int32] = []
        tree.find(shapes[index].boundingBox, &others)
        let own = try geometry(shapes[index])
        var areas: [Double] = []
        for other in others.sorted() where other > index {
            let second = try geometry(shapes[Int(other)])
            let common = try self.own(GEOSIntersection_r(handle, own.pointer, second.pointer))
            var area = 0.0
            guard GEOSArea_r(handle, common.pointer, &area) == 1 else { throw failure }
            if area > 0.01 { areas.append(area) }
        }
        return areas
    }

    fileprivate func collection(_ shapes: [MultiPolygon]) throws(GeoError) -> GeosGeometry {
        var builder = MultiPolygon.Builder()
        for shape in shapes {
            for polygon in 0..<shape.polygonCount {
                for ring in shape.rings(of: polygon) {
                    for point in shape.points(of: ring) { builder.add(x: shape.coordinates[2 * point], y: shape.coordinates[2 * point + 1]) }
                    builder.endRing()
                }
                builder.endPolygon()
            }
        }
        return try geometry(builder.finish())
    }
}
