/// Why bytes or coordinates could not be used, and where.
///
/// Reasons are cases, not sentences, so that the caller can say them in the visitor's language; ``description`` is for logs.
package struct GeoError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        /// The bytes do not follow the syntax of the format; says what was expected.
        case malformed(expected: String)
        /// Arrays or geometries lie deeper in one another than any real file needs.
        case tooDeep
        /// The geometry unfolds to more points than a country has.
        case tooLarge
        /// Another geometry than Polygon, MultiPolygon or none.
        case unsupportedGeometry(String)
        /// Another coordinate system than RD or WGS 84.
        case unsupportedCoordinateSystem(String)
        /// A position that cannot lie in the European Netherlands or their sea.
        case outsideNetherlands(x: Double, y: Double)
        /// A reference to something the file does not hold: an arc, an object.
        case missing(String)
        /// GEOS or PROJ refused; its own words.
        case library(String)
    }

    package let reason: Reason
    /// Counted from 0 in the order of the file; nil where the trouble is not in one feature.
    package let feature: Int?
    /// Byte position counted from 0; nil where the trouble is not at one place.
    package let position: Int?

    package init(_ reason: Reason, feature: Int? = nil, position: Int? = nil) {
        self.reason = reason
        self.feature = feature
        self.position = position
    }

    /// The same error, said of a feature; an index already there stays.
    func inFeature(_ index: Int) -> GeoError { GeoError(reason, feature: feature ?? index, position: position) }

    package var description: String {
        var text =
            switch reason {
            case .malformed(let expected): "expected \(expected)"
            case .tooDeep: "nested too deeply"
            case .tooLarge: "too many points"
            case .unsupportedGeometry(let name): "geometry \(name) is not a polygon"
            case .unsupportedCoordinateSystem(let name): "coordinate system \(name) is neither RD nor WGS 84"
            case .outsideNetherlands(let x, let y): "position \(x), \(y) is outside the Netherlands"
            case .missing(let what): "no \(what)"
            case .library(let words): words
            }
        if let feature { text = "feature \(feature): " + text }
        if let position { text += " (byte \(position))" }
        return text
    }
}
