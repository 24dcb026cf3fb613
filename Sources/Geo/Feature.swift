/// One thing from a file of boundaries: what is told about it, and its shape in RD metres.
package struct Feature: Sendable, Hashable {
    /// Counted from 0 in the order of the file.
    package let index: Int
    /// The member `id`, as text; nil where the file has none.
    package let id: String?
    /// The scalar properties as text, numbers as the file writes them. Null, lists and objects are left out.
    package let properties: [String: String]
    /// RD metres; nil where the file says null or the polygons have no three different points.
    package let geometry: MultiPolygon?

    package init(index: Int, id: String? = nil, properties: [String: String], geometry: MultiPolygon?) {
        self.index = index
        self.id = id
        self.properties = properties
        self.geometry = geometry
    }
}

/// Features whose coordinates are still in the system of the file.
struct RawFeature {
    var id: String?
    var properties: [String: String] = [:]
    var geometry: MultiPolygon?
}

extension [RawFeature] {
    /// Brings all features to RD metres. Without a named system, numbers that fit degrees are degrees.
    func inMetres(from named: CoordinateSystem?) throws(GeoError) -> [Feature] {
        let system = named ?? guessedSystem
        let projection = system == .wgs84 ? try Projection() : nil
        var features: [Feature] = []
        features.reserveCapacity(count)
        for (index, raw) in enumerated() {
            var shape = raw.geometry
            do throws(GeoError) {
                if let given = shape {
                    if let projection { shape = try projection.toRD(given) } else { try Projection.check(given.coordinates, .rd) }
                }
            } catch {
                throw error.inFeature(index)
            }
            features.append(Feature(index: index, id: raw.id, properties: raw.properties, geometry: shape))
        }
        return features
    }

    private var guessedSystem: CoordinateSystem {
        let box = reduce(BoundingBox.empty) { box, feature in feature.geometry.map { box.union($0.boundingBox) } ?? box }
        return box.minX >= -180 && box.maxX <= 180 && box.minY >= -90 && box.maxY <= 90 ? .wgs84 : .rd
    }
}

extension CoordinateSystem {
    /// Reads the names files use: `urn:ogc:def:crs:EPSG::28992`, `EPSG:4326`, `urn:ogc:def:crs:OGC:1.3:CRS84`.
    ///
    /// EPSG:4326 says latitude first by the letter, but GeoJSON and GeoPackage files put longitude first.
    init(named name: String) throws(GeoError) {
        let last = name.split(whereSeparator: { $0 == ":" || $0 == "/" }).last.map(String.init) ?? ""
        switch last.uppercased() {
        case "28992": self = .rd
        case "4326", "CRS84", "4258": self = .wgs84
        default: throw GeoError(.unsupportedCoordinateSystem(String(name.prefix(80))))
        }
    }
}
