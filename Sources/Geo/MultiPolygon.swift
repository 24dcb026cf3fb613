/// Polygons with holes in three flat arrays, so that the 14,565 neighbourhoods of the country are cheap to hold and to walk.
///
/// A ring does not repeat its first point at its end. The first ring of a polygon is its outside, the others are holes.
/// Values made by ``Builder`` hold no ring of fewer than three points and no point twice in a row.
package struct MultiPolygon: Sendable, Hashable {
    /// x and y in turn; metres of RD unless a name says otherwise.
    package fileprivate(set) var coordinates: [Double]
    /// Index of the first point of every ring, then the number of points: one more than there are rings.
    package let ringStarts: [Int]
    /// Index of the first ring of every polygon, then the number of rings: one more than there are polygons.
    package let polygonStarts: [Int]

    fileprivate init(coordinates: [Double], ringStarts: [Int], polygonStarts: [Int]) {
        self.coordinates = coordinates
        self.ringStarts = ringStarts
        self.polygonStarts = polygonStarts
    }

    package static let empty = MultiPolygon(coordinates: [], ringStarts: [0], polygonStarts: [0])

    /// From polygons as lists of rings as lists of points, closed or not.
    package init(_ polygons: [[[Point]]]) {
        var builder = Builder()
        for polygon in polygons {
            for ring in polygon {
                for point in ring { builder.add(x: point.x, y: point.y) }
                builder.endRing()
            }
            builder.endPolygon()
        }
        self = builder.finish()
    }

    package var isEmpty: Bool { coordinates.isEmpty }
    package var pointCount: Int { coordinates.count / 2 }
    package var ringCount: Int { ringStarts.count - 1 }
    package var polygonCount: Int { polygonStarts.count - 1 }

    /// The rings of a polygon, outside first.
    package func rings(of polygon: Int) -> Range<Int> { polygonStarts[polygon]..<polygonStarts[polygon + 1] }

    /// The points of a ring.
    package func points(of ring: Int) -> Range<Int> { ringStarts[ring]..<ringStarts[ring + 1] }

    package func point(_ index: Int) -> Point { Point(x: coordinates[2 * index], y: coordinates[2 * index + 1]) }

    package var boundingBox: BoundingBox {
        var box = BoundingBox.empty
        for index in 0..<pointCount { box.add(x: coordinates[2 * index], y: coordinates[2 * index + 1]) }
        return box
    }

    /// The same rings with other coordinates, as many as before.
    func replacing(coordinates new: [Double]) -> MultiPolygon {
        MultiPolygon(coordinates: new.count == coordinates.count ? new : coordinates, ringStarts: ringStarts, polygonStarts: polygonStarts)
    }
}

extension MultiPolygon {
    /// Gathers rings point by point and keeps the promises of ``MultiPolygon``.
    package struct Builder {
        private var coordinates: [Double] = []
        private var ringStarts = [0]
        private var polygonStarts = [0]
        /// The outside of the polygon at hand fell away, and its holes with it.
        private var lostOutside = false

        package init() {}

        package var pointCount: Int { coordinates.count / 2 }

        /// Adds a point to the ring at hand; the point before it again is left out.
        package mutating func add(x: Double, y: Double) {
            let count = coordinates.count
            if count > 2 * (ringStarts.last ?? 0), coordinates[count - 2] == x, coordinates[count - 1] == y { return }
            coordinates.append(x)
            coordinates.append(y)
        }

        /// Ends the ring at hand: drops a closing point, and the whole ring if fewer than three points are left.
        package mutating func endRing() {
            let start = ringStarts.last ?? 0
            while pointCount > start + 1, coordinates[2 * start] == coordinates[coordinates.count - 2],
                coordinates[2 * start + 1] == coordinates[coordinates.count - 1]
            {
                coordinates.removeLast(2)
            }
            let isOutside = ringStarts.count - 1 == polygonStarts.last
            if pointCount - start < 3 || lostOutside {
                coordinates.removeLast(coordinates.count - 2 * start)
                if isOutside { lostOutside = true }
            } else {
                ringStarts.append(pointCount)
            }
        }

        /// Ends the polygon at hand; one without an outside is left out.
        package mutating func endPolygon() {
            lostOutside = false
            if ringStarts.count - 1 > (polygonStarts.last ?? 0) { polygonStarts.append(ringStarts.count - 1) }
        }

        package mutating func finish() -> MultiPolygon {
            endRing()
            endPolygon()
            return MultiPolygon(coordinates: coordinates, ringStarts: ringStarts, polygonStarts: polygonStarts)
        }
    }
}
