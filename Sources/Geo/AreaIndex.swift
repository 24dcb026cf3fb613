/// Finds the shape a place lies in; a value that any number of threads may ask.
package struct AreaIndex: Sendable {
    private let shapes: [MultiPolygon]
    private let tree: BoxTree

    /// - Parameter shapes: in RD metres; answers are indices in this list
    package init(_ shapes: [MultiPolygon]) {
        self.shapes = shapes
        self.tree = BoxTree(shapes.map(\.boundingBox))
    }

    /// The shape around a place, nil for none. Where shapes overlap the first of the list; on a border exactly one of two that share its points.
    package func shape(at point: Point) -> Int? {
        var candidates: [Int32] = []
        tree.find(BoundingBox(x: point.x, y: point.y, reach: 0), &candidates)
        return candidates.map { Int($0) }.sorted().first { shapes[$0].contains(point) }
    }

    /// The shape around a place, or else the nearest within a distance, for places in the gap between shapes that do not fit.
    ///
    /// - Parameter metres: how far off the outline may be
    /// - Returns: index and distance in metres, 0 inside; nil when all are further off
    package func nearest(to point: Point, within metres: Double) -> (index: Int, distance: Double)? {
        if let inside = shape(at: point) { return (inside, 0) }
        var candidates: [Int32] = []
        tree.find(BoundingBox(x: point.x, y: point.y, reach: metres), &candidates)
        var best: (index: Int, squared: Double) = (.max, metres * metres)
        for index in candidates.map({ Int($0) }).sorted() {
            let squared = shapes[index].squaredDistance(toOutlineFrom: point)
            if squared < best.squared || squared == best.squared && best.index == .max { best = (index, squared) }
        }
        return best.index == .max ? nil : (best.index, best.squared.squareRoot())
    }
}

extension MultiPolygon {
    /// Even-odd: inside when a ray to the east crosses the rings an odd number of times, so that holes are outside.
    ///
    /// Each piece is taken from its lower end, so that two shapes that share it come to opposite answers also on the border itself.
    package func contains(_ point: Point) -> Bool {
        var isInside = false
        forEachSegment { segment in
            guard (segment.ay > point.y) != (segment.by > point.y) else { return }
            let isRising = segment.ay < segment.by
            let lowX = isRising ? segment.ax : segment.bx, lowY = isRising ? segment.ay : segment.by
            let highX = isRising ? segment.bx : segment.ax, highY = isRising ? segment.by : segment.ay
            if point.x < lowX + (point.y - lowY) / (highY - lowY) * (highX - lowX) { isInside.toggle() }
        }
        return isInside
    }

    func squaredDistance(toOutlineFrom point: Point) -> Double {
        var best = Double.infinity
        forEachSegment { best = min(best, $0.nearest(x: point.x, y: point.y).squaredDistance) }
        return best
    }
}
