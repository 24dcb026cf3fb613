import CGeos

/// What was wrong with a shape and what became of it.
package struct ShapeRepair: Sendable, Hashable {
    /// Index of the shape in the list that was given.
    package let index: Int
    /// The words of GEOS with the place in RD metres: `Self-intersection[155000.1 463000.2]`; nil where the shape was valid and only lost slivers.
    package let reason: String?
    /// Parts thinner or smaller than can be a real piece of land or water.
    package let droppedSlivers: Int
    /// Square metres after less square metres before.
    package let areaChange: Double
}

/// Shapes that follow the rules, with the list of those that did not.
package struct RepairedShapes: Sendable {
    /// As many as were given, in the same order; outsides run against the clock.
    package let shapes: [MultiPolygon]
    /// Only the shapes that were changed, in order.
    package let repairs: [ShapeRepair]
}

/// Makes every shape valid, keeps only polygons and drops slivers; a valid shape stays as it is.
///
/// Crossing rings are repaired by GEOS's structure method, which keeps the area the rings meant to enclose, where the older one would make a hole of what
/// lies inside twice.
/// - Parameters:
///   - shapes: in RD metres
///   - sliverArea: square metres; a part of a repaired shape below this falls away, and a part narrower than a tenth of a metre, unless it is the largest
///   - progress: shapes done and shapes in all; called from any thread, one at a time
package func repair(
    _ shapes: [MultiPolygon], sliverArea: Double = 1, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
) throws(GeoError) -> RepairedShapes {
    let results = try inParallel(shapes.count, progress: progress) { (range) throws(GeoError) in
        let geos = try Geos()
        var part: [(MultiPolygon, ShapeRepair?)] = []
        for index in range {
            do throws(GeoError) { part.append(try geos.repair(shapes[index], index: index, sliverArea: sliverArea)) } catch { throw error.inFeature(index) }
        }
        return part
    }
    return RepairedShapes(shapes: results.map(\.0), repairs: results.compactMap(\.1))
}

extension Geos {
    fileprivate func repair(_ shape: MultiPolygon, index: Int, sliverArea: Double) throws(GeoError) -> (MultiPolygon, ShapeRepair?) {
        guard !shape.isEmpty else { return (shape, nil) }
        let geometry = try geometry(shape)
        if GEOSisValid_r(handle, geometry.pointer) == 1 { return (shape.oriented(), nil) }
        let reason = invalidity(geometry)
        let (kept, dropped) = try madeValid(geometry).withoutSlivers(below: sliverArea)
        let repair = ShapeRepair(index: index, reason: reason, droppedSlivers: dropped, areaChange: kept.area - shape.area)
        return (kept.oriented(), repair)
    }

    /// All polygons of the valid form of a geometry.
    func madeValid(_ geometry: borrowing GeosGeometry) throws(GeoError) -> MultiPolygon {
        guard let parameters = GEOSMakeValidParams_create_r(handle) else { throw failure }
        defer { GEOSMakeValidParams_destroy_r(handle, parameters) }
        _ = GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
        _ = GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
        let valid = try own(GEOSMakeValidWithParams_r(handle, geometry.pointer, parameters))
        return try polygons(in: valid)
    }

    private func invalidity(_ geometry: borrowing GeosGeometry) -> String? {
        guard let words = GEOSisValidReason_r(handle, geometry.pointer) else { return nil }
        defer { GEOSFree_r(handle, words) }
        return String(cString: words)
    }
}

extension MultiPolygon {
    /// Without parts below an area (m²) or narrower than 0.1 m on average; the largest part always stays.
    func withoutSlivers(below area: Double) -> (shape: MultiPolygon, dropped: Int) {
        let sizes = (0..<polygonCount).map { abs(signedArea(ofRing: polygonStarts[$0])) }
        guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return (self, 0) }
        var builder = Builder()
        var dropped = 0
        for polygon in 0..<polygonCount {
            // A long strip of width w has about twice w as area by length around.
            let isSliver = sizes[polygon] < area || sizes[polygon] / length(ofRing: polygonStarts[polygon]) < 0.05
            if isSliver && polygon != largest {
                dropped += 1
                continue
            }
            for ring in rings(of: polygon) {
                let isHole = ring != polygonStarts[polygon]
                if isHole && abs(signedArea(ofRing: ring)) < area {
                    dropped += 1
                    continue
                }
                for index in points(of: ring) { builder.add(x: coordinates[2 * index], y: coordinates[2 * index + 1]) }
                builder.endRing()
            }
            builder.endPolygon()
        }
        return (builder.finish(), dropped)
    }
}
