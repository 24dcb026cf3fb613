import Geo

extension MultiPolygon {
    /// Whether the shape and the box share at least a point; edges belong to both.
    func touches(_ box: BoundingBox) -> Bool {
        var isCornerInside = false
        for ring in 0..<ringCount {
            let range = points(of: ring)
            guard var last = range.last.map(point) else { continue }
            for index in range {
                let next = point(index)
                if box.contains(next) || Self.crosses(last, next, box) { return true }
                // Even-odd over all rings: is the lower left corner of the box inside the shape?
                if (last.y > box.minY) != (next.y > box.minY), box.minX < (next.x - last.x) * (box.minY - last.y) / (next.y - last.y) + last.x {
                    isCornerInside.toggle()
                }
                last = next
            }
        }
        return isCornerInside
    }

    /// Whether a line piece with both ends outside the box runs through it (Liang and Barsky, 1984).
    private static func crosses(_ start: Point, _ end: Point, _ box: BoundingBox) -> Bool {
        let dx = end.x - start.x, dy = end.y - start.y
        var entry = 0.0, exit = 1.0
        for (step, room) in [(-dx, start.x - box.minX), (dx, box.maxX - start.x), (-dy, start.y - box.minY), (dy, box.maxY - start.y)] {
            if step == 0 {
                if room < 0 { return false }
            } else if step < 0 {
                entry = max(entry, room / step)
            } else {
                exit = min(exit, room / step)
            }
        }
        return entry <= exit
    }
}
