/// A place in metres of the Dutch grid (RD, EPSG:28992): x to the east, y to the north. Degrees only where a name says so.
package struct Point: Sendable, Hashable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// In the unit of the coordinates: metres.
    package func distance(to other: Point) -> Double {
        let dx = other.x - x, dy = other.y - y
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// The two ways in which the Netherlands write positions.
package enum CoordinateSystem: Sendable, Hashable, CaseIterable {
    /// Rijksdriehoekstelsel, EPSG:28992, metres. Everything inside the software is in this system.
    case rd
    /// CRS84: longitude, then latitude, degrees. Only at the edges: what comes in and what goes out.
    case wgs84
}

/// A rectangle along the axes; the empty box holds nothing and grows by what is added.
package struct BoundingBox: Sendable, Hashable {
    package private(set) var minX: Double
    package private(set) var minY: Double
    package private(set) var maxX: Double
    package private(set) var maxY: Double

    package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    package static let empty = BoundingBox(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

    package var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
    package var width: Double { isEmpty ? 0 : maxX - minX }
    package var height: Double { isEmpty ? 0 : maxY - minY }

    package mutating func add(x: Double, y: Double) {
        minX = min(minX, x)
        minY = min(minY, y)
        maxX = max(maxX, x)
        maxY = max(maxY, y)
    }

    /// The smallest box around both.
    package func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
    }

    /// Larger by a margin (metres) on all four sides.
    package func expanded(by margin: Double) -> BoundingBox {
        BoundingBox(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }

    /// Shares at least a point with the other box.
    package func intersects(_ other: BoundingBox) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }

    /// The edge belongs to the box.
    package func contains(_ point: Point) -> Bool {
        minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
    }
}
