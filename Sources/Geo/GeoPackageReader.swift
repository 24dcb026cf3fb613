/// Geometry as GeoPackage keeps it in a column: a `GP` header and well-known binary (OGC 12-128r19, clause 2.1.3).
package enum GeoPackage {
    /// Reads one blob: polygon or multipolygon, either byte order, any envelope; heights and measures are left out. Also plain well-known binary of PostGIS
    /// kind flags. The result is in RD metres, nil for an empty geometry. Errors name the byte.
    ///
    /// - Parameter system: used where the header names no system (0 or -1); nil goes by the size of the numbers.
    package static func geometry(_ blob: [UInt8], system: CoordinateSystem? = nil) throws(GeoError) -> MultiPolygon? {
        var reader = WKBReader(bytes: blob)
        let header = try reader.header()
        let named: CoordinateSystem? =
            switch header.system {
            case 28992: .rd
            case 4326, 4258: .wgs84
            case 0, -1: system
            default: throw GeoError(.unsupportedCoordinateSystem("\(header.system)"), position: 4)
            }
        if header.isEmpty { return nil }
        var builder = MultiPolygon.Builder()
        try reader.geometry(into: &builder, depth: 0)
        let shape = builder.finish()
        return try [RawFeature(geometry: shape.isEmpty ? nil : shape)].inMetres(from: named).first?.geometry
    }
}

private struct WKBReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func header() throws(GeoError) -> (system: Int, isEmpty: Bool) {
        guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { throw GeoError(.malformed(expected: "GP"), position: 0) }
        guard bytes[2] == 0 else { throw GeoError(.malformed(expected: "version 1"), position: 2) }
        let flags = bytes[3]
        guard flags & 0x20 == 0 else { throw GeoError(.malformed(expected: "a standard geometry"), position: 3) }
        position = 4
        let system = Int(Int32(bitPattern: try word(isLittle: flags & 1 == 1)))
        let envelopeSizes = [0, 32, 48, 48, 64]
        let kind = Int(flags >> 1 & 7)
        guard kind < envelopeSizes.count else { throw GeoError(.malformed(expected: "an envelope kind"), position: 3) }
        position += envelopeSizes[kind]
        return (system, flags & 0x10 != 0)
    }

    /// A polygon, a multipolygon, or a collection of them.
    mutating func geometry(into builder: inout MultiPolygon.Builder, depth: Int) throws(GeoError) {
        guard depth < 4 else { throw GeoError(.tooDeep, position: position) }
        let start = position
        let order = try byte()
        guard order < 2 else { throw GeoError(.malformed(expected: "a byte order"), position: start) }
        let isLittle = order == 1
        let code = try word(isLittle: isLittle)
        // ISO adds 1000 for a height, 2000 for a measure, 3000 for both; PostGIS sets the two highest bits, and a third for a system.
        let kind = code & 0x0FFF_FFFF
        let extras = Int(kind / 1000 == 3 ? 2 : min(kind / 1000, 1)) + Int(code >> 31) + Int(code >> 30 & 1)
        if code & 0x2000_0000 != 0 { _ = try word(isLittle: isLittle) }
        switch kind % 1000 {
        case 3 where kind < 4000: try polygon(into: &builder, isLittle: isLittle, dimensions: 2 + extras)
        case 6 where kind < 4000, 7 where kind < 4000:
            let count = try word(isLittle: isLittle)
            for _ in 0..<count { try geometry(into: &builder, depth: depth + 1) }
        default: throw GeoError(.unsupportedGeometry("type \(kind)"), position: start)
        }
    }

    private mutating func polygon(into builder: inout MultiPolygon.Builder, isLittle: Bool, dimensions: Int) throws(GeoError) {
        let rings = try word(isLittle: isLittle)
        for _ in 0..<rings {
            let points = Int(try word(isLittle: isLittle))
            guard points <= (bytes.count - position) / (8 * dimensions) else { throw GeoError(.malformed(expected: "\(points) points"), position: position) }
            for _ in 0..<points {
                let x = number(at: position, isLittle: isLittle), y = number(at: position + 8, isLittle: isLittle)
                guard x.isFinite && y.isFinite else { throw GeoError(.malformed(expected: "a number"), position: position) }
                builder.add(x: x, y: y)
                position += 8 * dimensions
            }
            builder.endRing()
        }
        builder.endPolygon()
    }

    private mutating func byte() throws(GeoError) -> UInt8 {
        guard position < bytes.count else { throw GeoError(.malformed(expected: "more bytes"), position: position) }
        position += 1
        return bytes[position - 1]
    }

    private mutating func word(isLittle: Bool) throws(GeoError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw GeoError(.malformed(expected: "more bytes"), position: position) }
        var value: UInt32 = 0
        for offset in 0..<4 { value = value << 8 | UInt32(bytes[position + (isLittle ? 3 - offset : offset)]) }
        position += 4
        return value
    }

    private func number(at place: Int, isLittle: Bool) -> Double {
        var bits: UInt64 = 0
        for offset in 0..<8 { bits = bits << 8 | UInt64(bytes[place + (isLittle ? 7 - offset : offset)]) }
        return Double(bitPattern: bits)
    }
}
