extension MultiPolygon {
    /// Square metres, holes taken off; the direction of the rings does not matter.
    package var area: Double {
        var sum = 0.0
        for polygon in 0..<polygonCount {
            for ring in rings(of: polygon) {
                let size = abs(signedArea(ofRing: ring))
                sum += ring == polygonStarts[polygon] ? size : -size
            }
        }
        return sum
    }

    /// Square metres; positive for a ring that runs against the clock. Relative to its first point, so that large coordinates cost no precision.
    package func signedArea(ofRing ring: Int) -> Double {
        let range = points(of: ring)
        guard let first = range.first else { return 0 }
        let x0 = coordinates[2 * first], y0 = coordinates[2 * first + 1]
        var sum = 0.0
        var x1 = 0.0, y1 = 0.0
        for index in range.dropFirst() {
            let x2 = coordinates[2 * index] - x0, y2 = coordinates[2 * index + 1] - y0
            sum += x1 * y2 - x2 * y1
            x1 = x2
            y1 = y2
        }
        return sum / 2
    }

    /// Metres around a ring.
    package func length(ofRing ring: Int) -> Double {
        let range = points(of: ring)
        guard let last = range.last else { return 0 }
        var sum = 0.0
        var before = point(last)
        for index in range {
            let here = point(index)
            sum += before.distance(to: here)
            before = here
        }
        return sum
    }

    /// The centre of mass, which may lie outside the shape; nil for an empty shape. For a place to put a name see ``labelPoint()``.
    package var centroid: Point? {
        guard !isEmpty else { return nil }
        let origin = point(0)
        var area = 0.0, sumX = 0.0, sumY = 0.0
        for polygon in 0..<polygonCount {
            for ring in rings(of: polygon) {
                let moment = self.moment(ofRing: ring, from: origin)
                // Outsides count, holes count against, whichever way they run.
                let sign = (ring == polygonStarts[polygon]) == (moment.area >= 0) ? 1.0 : -1.0
                area += sign * moment.area
                sumX += sign * moment.x
                sumY += sign * moment.y
            }
        }
        guard area > 0 else { return origin }
        return Point(x: origin.x + sumX / area, y: origin.y + sumY / area)
    }

    private func moment(ofRing ring: Int, from origin: Point) -> (area: Double, x: Double, y: Double) {
        let range = points(of: ring)
        guard let last = range.last else { return (0, 0, 0) }
        var area = 0.0, sumX = 0.0, sumY = 0.0
        var x1 = coordinates[2 * last] - origin.x, y1 = coordinates[2 * last + 1] - origin.y
        for index in range {
            let x2 = coordinates[2 * index] - origin.x, y2 = coordinates[2 * index + 1] - origin.y
            let cross = x1 * y2 - x2 * y1
            area += cross / 2
            sumX += (x1 + x2) * cross / 6
            sumY += (y1 + y2) * cross / 6
            x1 = x2
            y1 = y2
        }
        return (area, sumX, sumY)
    }

    /// The same shape with outsides against the clock and holes with it, as RFC 7946 asks.
    package func oriented() -> MultiPolygon {
        var result = coordinates
        for polygon in 0..<polygonCount {
            for ring in rings(of: polygon) where (signedArea(ofRing: ring) > 0) != (ring == polygonStarts[polygon]) {
                let range = points(of: ring)
                for (left, right) in zip(range, range.reversed()) {
                    result[2 * left] = coordinates[2 * right]
                    result[2 * left + 1] = coordinates[2 * right + 1]
                }
            }
        }
        return replacing(coordinates: result)
    }
}
