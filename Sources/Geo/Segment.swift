/// A straight piece of a border between two points, in metres.
struct Segment: Sendable {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double

    var boundingBox: BoundingBox { BoundingBox(minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by)) }

    var length: Double { ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot() }

    /// Squared distance of a place, and how far along the segment its nearest point lies, 0 to 1.
    func nearest(x: Double, y: Double) -> (squaredDistance: Double, along: Double) {
        let dx = bx - ax, dy = by - ay
        let squaredLength = dx * dx + dy * dy
        let along = squaredLength > 0 ? min(max(((x - ax) * dx + (y - ay) * dy) / squaredLength, 0), 1) : 0
        let ex = ax + along * dx - x, ey = ay + along * dy - y
        return (ex * ex + ey * ey, along)
    }

    /// Whether two segments come within a distance of one another; crossing is distance 0.
    func isWithin(_ distance: Double, of other: Segment) -> Bool {
        let limit = distance * distance
        if nearest(x: other.ax, y: other.ay).squaredDistance <= limit || nearest(x: other.bx, y: other.by).squaredDistance <= limit { return true }
        if other.nearest(x: ax, y: ay).squaredDistance <= limit || other.nearest(x: bx, y: by).squaredDistance <= limit { return true }
        return crosses(other)
    }

    private func crosses(_ other: Segment) -> Bool {
        func side(_ px: Double, _ py: Double, of segment: Segment) -> Double {
            (segment.bx - segment.ax) * (py - segment.ay) - (segment.by - segment.ay) * (px - segment.ax)
        }
        let first = side(other.ax, other.ay, of: self), second = side(other.bx, other.by, of: self)
        let third = side(ax, ay, of: other), fourth = side(bx, by, of: other)
        return (first > 0) != (second > 0) && (third > 0) != (fourth > 0)
    }

    /// The part of this segment that runs beside another: no further off than a distance, at an angle of less than 45°, and facing its inside rather than
    /// the place beyond its ends. As a range of 0 to 1 along this segment, nil for none.
    ///
    /// Because places beyond the ends do not count, two squares that only share a corner have no length beside one another, at any distance.
    func stretch(beside other: Segment, distance: Double) -> ClosedRange<Double>? {
        let ownLength = length, otherLength = other.length
        guard ownLength > 0, otherLength > 0 else { return nil }
        let ex = (other.bx - other.ax) / otherLength, ey = (other.by - other.ay) / otherLength
        let dx = bx - ax, dy = by - ay
        let forward = dx * ex + dy * ey
        guard abs(forward) >= 0.707 * ownLength else { return nil }
        let sideward = ex * dy - ey * dx
        let startForward = (ax - other.ax) * ex + (ay - other.ay) * ey
        let startSideward = ex * (ay - other.ay) - ey * (ax - other.ax)
        var low = 0.0, high = 1.0
        Segment.clip(&low, &high, start: startForward, slope: forward, from: 0, to: otherLength)
        Segment.clip(&low, &high, start: startSideward, slope: sideward, from: -distance, to: distance)
        return low < high ? low...high : nil
    }

    /// Narrows low...high to where start + slope · u lies between two bounds.
    private static func clip(_ low: inout Double, _ high: inout Double, start: Double, slope: Double, from: Double, to: Double) {
        if abs(slope) < 1e-12 {
            if start < from || start > to { high = low }
            return
        }
        let first = (from - start) / slope, second = (to - start) / slope
        low = max(low, min(first, second))
        high = min(high, max(first, second))
    }
}

extension MultiPolygon {
    /// Every piece of every ring, in order.
    @inline(__always)
    func forEachSegment(_ visit: (Segment) -> Void) {
        for ring in 0..<ringCount {
            let range = points(of: ring)
            guard let last = range.last else { continue }
            var ax = coordinates[2 * last], ay = coordinates[2 * last + 1]
            for index in range {
                let bx = coordinates[2 * index], by = coordinates[2 * index + 1]
                visit(Segment(ax: ax, ay: ay, bx: bx, by: by))
                ax = bx
                ay = by
            }
        }
    }
}
