import CProj

/// Turns RD (EPSG:28992) into WGS 84 longitude and latitude and back, with PROJ.
///
/// The transformation is written out: Bessel 1841, oblique stereographic, then the seven parameters of Kadaster ("Amersfoort to WGS 84", as
/// Molodensky-Badekas). So every machine gives the same answer, whether or not a correction grid is installed. Against RDNAPTRANS it is right to about
/// 0.25 m on land, which suits maps and not surveying; there and back again differs less than 1 cm. One instance serves one thread.
package final class Projection {
    private let context: OpaquePointer
    private let operation: OpaquePointer

    /// The European Netherlands with their territorial sea and some margin, as degrees.
    package static let rangeInDegrees = BoundingBox(minX: 2.5, minY: 50.5, maxX: 7.6, maxY: 54.5)
    /// The same in RD metres.
    package static let rangeInMetres = BoundingBox(minX: -60_000, minY: 275_000, maxX: 325_000, maxY: 730_000)

    private static let definition =
        "+proj=pipeline +step +inv +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel"
        + " +step +proj=push +v_3 +step +proj=cart +ellps=bessel"
        + " +step +proj=molobadekas +x=593.0248 +y=25.9984 +z=478.7459 +rx=0.398957388243134 +ry=-0.343987817378283 +rz=1.87740163998045 +s=4.0725"
        + " +px=3903453.1482 +py=368135.3134 +pz=5012970.3051 +convention=coordinate_frame"
        + " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg"

    /// Throws `.library` where PROJ lacks a step; 0.3 ms.
    package init() throws(GeoError) {
        guard let context = proj_context_create() else { throw GeoError(.library("PROJ gives no context")) }
        guard let operation = proj_create(context, Projection.definition) else {
            proj_context_destroy(context)
            throw GeoError(.library("PROJ does not know the RD projection"))
        }
        self.context = context
        self.operation = operation
    }

    deinit {
        proj_destroy(operation)
        proj_context_destroy(context)
    }

    /// Longitude as x and latitude as y, in degrees. Throws `.outsideNetherlands`.
    package func toWGS84(_ point: Point) throws(GeoError) -> Point {
        var pair = [point.x, point.y]
        try toWGS84(&pair)
        return Point(x: pair[0], y: pair[1])
    }

    /// From longitude (x) and latitude (y) in degrees. Throws `.outsideNetherlands`.
    package func toRD(_ degrees: Point) throws(GeoError) -> Point {
        var pair = [degrees.x, degrees.y]
        try toRD(&pair)
        return Point(x: pair[0], y: pair[1])
    }

    /// All pairs in place; about 1 µs each. Throws `.outsideNetherlands` with the first position that is, and then changes nothing.
    package func toWGS84(_ coordinates: inout [Double]) throws(GeoError) {
        try Projection.check(coordinates, .rd)
        try transform(&coordinates, PJ_FWD)
    }

    /// All pairs of longitude and latitude in place; about 0.5 µs each. Throws as ``toWGS84(_:)-([Double])``.
    package func toRD(_ coordinates: inout [Double]) throws(GeoError) {
        try Projection.check(coordinates, .wgs84)
        try transform(&coordinates, PJ_INV)
    }

    /// The shape with all its points in longitude and latitude.
    package func toWGS84(_ shape: MultiPolygon) throws(GeoError) -> MultiPolygon {
        var coordinates = shape.coordinates
        try toWGS84(&coordinates)
        return shape.replacing(coordinates: coordinates)
    }

    /// The shape, given in longitude and latitude, in metres.
    package func toRD(_ shape: MultiPolygon) throws(GeoError) -> MultiPolygon {
        var coordinates = shape.coordinates
        try toRD(&coordinates)
        return shape.replacing(coordinates: coordinates)
    }

    /// Throws `.outsideNetherlands` for the first position out of range; NaN is out of range.
    static func check(_ coordinates: [Double], _ system: CoordinateSystem) throws(GeoError) {
        let range = system == .rd ? rangeInMetres : rangeInDegrees
        for index in 0..<coordinates.count / 2 {
            let x = coordinates[2 * index], y = coordinates[2 * index + 1]
            guard range.minX <= x && x <= range.maxX && range.minY <= y && y <= range.maxY else { throw GeoError(.outsideNetherlands(x: x, y: y)) }
        }
    }

    private func transform(_ coordinates: inout [Double], _ direction: PJ_DIRECTION) throws(GeoError) {
        let count = coordinates.count / 2
        guard count > 0 else { return }
        let stride = 2 * MemoryLayout<Double>.stride
        let done = coordinates.withUnsafeMutableBufferPointer { buffer -> Int in
            guard let x = buffer.baseAddress else { return 0 }
            return proj_trans_generic(operation, direction, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
        }
        guard done == count, coordinates.allSatisfy(\.isFinite) else { throw GeoError(.library("PROJ could not transform a position")) }
    }
}
