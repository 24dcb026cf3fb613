import CGeos

/// One context of GEOS, for one thread: turns shapes into its geometries and back and keeps its last message.
final class Geos {
    let handle: GEOSContextHandle_t
    private let message = Message()

    private final class Message {
        var text = ""
    }

    init() throws(GeoError) {
        guard let handle = GEOS_init_r() else { throw GeoError(.library("GEOS gives no context")) }
        self.handle = handle
        let keep: GEOSMessageHandler_r = { text, place in
            guard let text, let place else { return }
            Unmanaged<Message>.fromOpaque(place).takeUnretainedValue().text = String(cString: text)
        }
        _ = GEOSContext_setErrorMessageHandler_r(handle, keep, Unmanaged.passUnretained(message).toOpaque())
    }

    deinit { GEOS_finish_r(handle) }

    var failure: GeoError { GeoError(.library("GEOS: " + (message.text.isEmpty ? "no answer" : message.text))) }

    /// Takes over a geometry that GEOS made.
    func own(_ pointer: OpaquePointer?) throws(GeoError) -> GeosGeometry {
        guard let pointer else { throw failure }
        return GeosGeometry(pointer: pointer, context: self)
    }

    func geometry(_ shape: MultiPolygon) throws(GeoError) -> GeosGeometry {
        var parts: [OpaquePointer?] = []
        parts.reserveCapacity(shape.polygonCount)
        for index in 0..<shape.polygonCount { parts.append(try polygon(index, of: shape)) }
        if parts.count == 1 { return try own(parts[0]) }
        return try own(GEOSGeom_createCollection_r(handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count)))
    }

    private func polygon(_ index: Int, of shape: MultiPolygon) throws(GeoError) -> OpaquePointer {
        var rings: [OpaquePointer?] = []
        for ring in shape.rings(of: index) { rings.append(try linearRing(ring, of: shape)) }
        let outside = rings.removeFirst()
        // GEOS owns the rings from here on, also when it refuses.
        guard let polygon = GEOSGeom_createPolygon_r(handle, outside, &rings, UInt32(rings.count)) else { throw failure }
        return polygon
    }

    private func linearRing(_ ring: Int, of shape: MultiPolygon) throws(GeoError) -> OpaquePointer {
        let range = shape.points(of: ring)
        var closed = Array(shape.coordinates[2 * range.lowerBound..<2 * range.upperBound])
        closed.append(closed[0])
        closed.append(closed[1])
        guard let sequence = GEOSCoordSeq_copyFromBuffer_r(handle, closed, UInt32(closed.count / 2), 0, 0),
            let result = GEOSGeom_createLinearRing_r(handle, sequence)
        else { throw failure }
        return result
    }

    /// All polygons in a geometry, also those in collections; lines and points are left out.
    func polygons(in geometry: borrowing GeosGeometry) throws(GeoError) -> MultiPolygon {
        var builder = MultiPolygon.Builder()
        try collect(geometry.pointer, into: &builder)
        return builder.finish()
    }

    private func collect(_ pointer: OpaquePointer, into builder: inout MultiPolygon.Builder) throws(GeoError) {
        let type = GEOSGeomTypeId_r(handle, pointer)
        if type == Int32(GEOS_POLYGON.rawValue) {
            guard let outside = GEOSGetExteriorRing_r(handle, pointer) else { throw failure }
            try copy(outside, into: &builder)
            for index in 0..<max(GEOSGetNumInteriorRings_r(handle, pointer), 0) {
                guard let hole = GEOSGetInteriorRingN_r(handle, pointer, index) else { throw failure }
                try copy(hole, into: &builder)
            }
            builder.endPolygon()
        } else if type >= Int32(GEOS_MULTIPOINT.rawValue) {
            for index in 0..<max(GEOSGetNumGeometries_r(handle, pointer), 0) {
                guard let part = GEOSGetGeometryN_r(handle, pointer, index) else { throw failure }
                try collect(part, into: &builder)
            }
        }
    }

    private func copy(_ ring: OpaquePointer, into builder: inout MultiPolygon.Builder) throws(GeoError) {
        let count = Int(GEOSGetNumCoordinates_r(handle, ring))
        guard count > 0 else { return }
        guard let sequence = GEOSGeom_getCoordSeq_r(handle, ring) else { throw failure }
        var buffer = [Double](repeating: 0, count: 2 * count)
        guard GEOSCoordSeq_copyToBuffer_r(handle, sequence, &buffer, 0, 0) == 1 else { throw failure }
        for index in 0..<count { builder.add(x: buffer[2 * index], y: buffer[2 * index + 1]) }
        builder.endRing()
    }
}

/// A geometry of GEOS that is given back when it goes out of use.
struct GeosGeometry: ~Copyable {
    let pointer: OpaquePointer
    private let context: Geos

    init(pointer: OpaquePointer, context: Geos) {
        self.pointer = pointer
        self.context = context
    }

    deinit { GEOSGeom_destroy_r(context.handle, pointer) }
}

extension MultiPolygon {
    /// Follows the rules of OGC Simple Features: rings do not cross themselves or one another, holes lie inside.
    package func isValid() throws(GeoError) -> Bool {
        let geos = try Geos()
        return try geos.isValid(self)
    }

    /// A point that surely lies inside, good for a name on a map; nil for an empty shape.
    package func labelPoint() throws(GeoError) -> Point? {
        guard !isEmpty else { return nil }
        let geos = try Geos()
        let geometry = try geos.geometry(self)
        let inside = try geos.own(GEOSPointOnSurface_r(geos.handle, geometry.pointer))
        var x = 0.0, y = 0.0
        guard GEOSGeomGetX_r(geos.handle, inside.pointer, &x) == 1, GEOSGeomGetY_r(geos.handle, inside.pointer, &y) == 1 else { throw geos.failure }
        return Point(x: x, y: y)
    }
}

extension Geos {
    func isValid(_ shape: MultiPolygon) throws(GeoError) -> Bool {
        if shape.isEmpty { return true }
        let geometry = try geometry(shape)
        let answer = GEOSisValid_r(handle, geometry.pointer)
        guard answer < 2 else { throw failure }
        return answer == 1
    }
}
