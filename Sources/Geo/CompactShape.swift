/// Shapes in few bytes, for the database and the bundle: RD on a grid, steps from point to point as zigzag varints (LEB128, as Protocol Buffers has them).
///
/// Layout: version (1), log10 of grid steps per metre, number of polygons; per polygon its number of rings; per ring its number of points, then x and y as
/// steps from the point before, over rings and polygons. Neighbours that share points still share them after decoding.
package enum CompactShape {
    package enum Grid: UInt8, Sendable, CaseIterable {
        case metre = 0
        case decimetre = 1

        fileprivate var stepsPerMetre: Double { self == .metre ? 1 : 10 }
    }

    private static let version: UInt8 = 1
    /// Steps from the origin; far outside the Netherlands on any grid.
    private static let limit = 1 << 30

    /// - Parameter shape: in RD metres. Points that fall together on the grid become one; rings of fewer than three fall away, unless none would be left:
    ///   then the shape keeps the finer grid.
    package static func encode(_ shape: MultiPolygon, grid: Grid = .decimetre) -> [UInt8] {
        let snapped = shape.snapped(stepsPerMetre: grid.stepsPerMetre, limit: limit)
        if snapped.isEmpty && !shape.isEmpty && grid == .metre { return encode(shape, grid: .decimetre) }
        var bytes: [UInt8] = [version, grid.rawValue]
        bytes.reserveCapacity(snapped.pointCount * 4 + 8)
        append(UInt64(snapped.polygonCount), to: &bytes)
        var x = 0, y = 0
        for polygon in 0..<snapped.polygonCount {
            let rings = snapped.rings(of: polygon)
            append(UInt64(rings.count), to: &bytes)
            for ring in rings {
                let points = snapped.points(of: ring)
                append(UInt64(points.count), to: &bytes)
                for index in points {
                    let nextX = Int(snapped.coordinates[2 * index]), nextY = Int(snapped.coordinates[2 * index + 1])
                    append(zigzag(nextX - x), to: &bytes)
                    append(zigzag(nextY - y), to: &bytes)
                    x = nextX
                    y = nextY
                }
            }
        }
        return bytes
    }

    /// Takes any bytes; throws `.malformed` with the position. Never holds more than a few times the size of the bytes.
    package static func decode(_ bytes: [UInt8]) throws(GeoError) -> MultiPolygon {
        guard bytes.count >= 3, bytes[0] == version else { throw GeoError(.malformed(expected: "version \(version)"), position: 0) }
        guard let grid = Grid(rawValue: bytes[1]) else { throw GeoError(.malformed(expected: "a grid"), position: 1) }
        var position = 2
        var builder = MultiPolygon.Builder()
        var x = 0, y = 0
        // Divided, not multiplied by a tenth: 4630001 / 10 is the double nearest to 463000.1.
        let steps = grid.stepsPerMetre
        for _ in 0..<(try count(in: bytes, at: &position)) {
            for _ in 0..<(try count(in: bytes, at: &position)) {
                for _ in 0..<(try count(in: bytes, at: &position)) {
                    x += try step(in: bytes, at: &position)
                    y += try step(in: bytes, at: &position)
                    guard abs(x) <= limit && abs(y) <= limit else { throw GeoError(.malformed(expected: "a smaller coordinate"), position: position) }
                    builder.add(x: Double(x) / steps, y: Double(y) / steps)
                }
                builder.endRing()
            }
            builder.endPolygon()
        }
        guard position == bytes.count else { throw GeoError(.malformed(expected: "the end"), position: position) }
        return builder.finish()
    }

    private static func zigzag(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value << 1 ^ value >> 63)) }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// At most 5 bytes, 35 bits.
    private static func varint(in bytes: [UInt8], at position: inout Int) throws(GeoError) -> Int {
        var value = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard position < bytes.count else { break }
            let byte = bytes[position]
            position += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw GeoError(.malformed(expected: "a number"), position: position)
    }

    /// A number of things that follow, each at least one byte long.
    private static func count(in bytes: [UInt8], at position: inout Int) throws(GeoError) -> Int {
        let value = try varint(in: bytes, at: &position)
        guard value <= bytes.count - position else { throw GeoError(.malformed(expected: "\(value) more bytes"), position: position) }
        return value
    }

    private static func step(in bytes: [UInt8], at position: inout Int) throws(GeoError) -> Int {
        let value = try varint(in: bytes, at: &position)
        return value >> 1 ^ -(value & 1)
    }
}

extension MultiPolygon {
    /// Coordinates become whole steps of a grid.
    fileprivate func snapped(stepsPerMetre: Double, limit: Int) -> MultiPolygon {
        let bound = Double(limit)
        var builder = Builder()
        for polygon in 0..<polygonCount {
            for ring in rings(of: polygon) {
                for index in points(of: ring) {
                    let x = (coordinates[2 * index] * stepsPerMetre).rounded(), y = (coordinates[2 * index + 1] * stepsPerMetre).rounded()
                    builder.add(x: min(max(x, -bound), bound), y: min(max(y, -bound), bound))
                }
                builder.endRing()
            }
            builder.endPolygon()
        }
        return builder.finish()
    }
}
