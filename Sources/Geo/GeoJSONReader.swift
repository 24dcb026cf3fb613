/// GeoJSON (RFC 7946, and the older form with a `crs` member).
package enum GeoJSON {
    /// Reads a FeatureCollection or a single Feature of polygons, multipolygons or nothing; members may come in any order.
    ///
    /// Shapes come out in RD metres: by the `crs` member, or by the size of the numbers where there is none. Errors name the feature and the byte.
    package static func read(_ bytes: [UInt8]) throws(GeoError) -> [Feature] {
        var reader = GeoJSONReader(scanner: JSONScanner(bytes))
        return try reader.read()
    }
}

private struct GeoJSONReader {
    var scanner: JSONScanner
    private var features: [RawFeature] = []
    private var system: CoordinateSystem?

    init(scanner: JSONScanner) {
        self.scanner = scanner
    }

    mutating func read() throws(GeoError) -> [Feature] {
        let start = scanner.position
        var type: String?
        var hasFeatures = false
        try scanner.expect(0x7B)
        var first = true
        while let key = try scanner.nextKey(&first) {
            switch key {
            case "type": type = try scanner.scalarText()
            case "crs": try readCoordinateSystem()
            case "features":
                hasFeatures = true
                try readFeatures()
            default: try scanner.skip()
            }
        }
        try scanner.end()
        if type == "Feature" {
            scanner.position = start
            features = [try readFeature(0)]
        } else if type != "FeatureCollection" || !hasFeatures {
            throw GeoError(.malformed(expected: "a FeatureCollection"))
        }
        return try features.inMetres(from: system)
    }

    private mutating func readCoordinateSystem() throws(GeoError) {
        guard scanner.peek() == 0x7B else { return try scanner.skip() }
        let start = scanner.position
        var first = true
        try scanner.expect(0x7B)
        while let key = try scanner.nextKey(&first) {
            guard key == "properties", scanner.take(0x7B) else {
                try scanner.skip()
                continue
            }
            var firstInside = true
            while let key = try scanner.nextKey(&firstInside) {
                guard key == "name", let name = try scanner.scalarText() else {
                    if key != "name" { try scanner.skip() }
                    continue
                }
                do throws(GeoError) { system = try CoordinateSystem(named: name) } catch { throw GeoError(error.reason, position: start) }
            }
        }
    }

    private mutating func readFeatures() throws(GeoError) {
        features.removeAll()
        try scanner.expect(0x5B)
        var first = true
        while try scanner.nextElement(&first) {
            do throws(GeoError) { features.append(try readFeature(features.count)) } catch { throw error.inFeature(features.count) }
        }
    }

    private mutating func readFeature(_ index: Int) throws(GeoError) -> RawFeature {
        var feature = RawFeature()
        try scanner.expect(0x7B)
        var first = true
        while let key = try scanner.nextKey(&first) {
            switch key {
            case "id": feature.id = try scanner.scalarText()
            case "properties": feature.properties = try scanner.properties()
            case "geometry": feature.geometry = try readGeometry()
            default: try scanner.skip()
            }
        }
        return feature
    }

    private mutating func readGeometry() throws(GeoError) -> MultiPolygon? {
        if scanner.peek() == 0x6E {
            try scanner.literal("null")
            return nil
        }
        let start = scanner.position
        var type: String?
        var place: Int?
        try scanner.expect(0x7B)
        var first = true
        while let key = try scanner.nextKey(&first) {
            switch key {
            case "type": type = try scanner.scalarText()
            case "coordinates":
                _ = scanner.peek()
                place = scanner.position
                try scanner.skip()
            default: try scanner.skip()
            }
        }
        guard type == "Polygon" || type == "MultiPolygon" else {
            throw GeoError(.unsupportedGeometry(String((type ?? "without type").prefix(80))), position: start)
        }
        guard let place else { throw GeoError(.malformed(expected: "coordinates"), position: start) }
        // The type may come behind the coordinates: they are stepped over first and read when it is known.
        let end = scanner.position
        scanner.position = place
        var builder = MultiPolygon.Builder()
        if type == "Polygon" { try readPolygon(into: &builder) } else { try readMultiPolygon(into: &builder) }
        scanner.position = end
        let shape = builder.finish()
        return shape.isEmpty ? nil : shape
    }

    private mutating func readMultiPolygon(into builder: inout MultiPolygon.Builder) throws(GeoError) {
        try scanner.expect(0x5B)
        var first = true
        while try scanner.nextElement(&first) { try readPolygon(into: &builder) }
    }

    private mutating func readPolygon(into builder: inout MultiPolygon.Builder) throws(GeoError) {
        try scanner.expect(0x5B)
        var firstRing = true
        while try scanner.nextElement(&firstRing) {
            try scanner.expect(0x5B)
            var firstPoint = true
            while try scanner.nextElement(&firstPoint) {
                let (x, y) = try scanner.pair()
                builder.add(x: x, y: y)
            }
            builder.endRing()
        }
        builder.endPolygon()
    }
}

extension JSONScanner {
    /// A position: two numbers; a height behind them is left out.
    mutating func pair() throws(GeoError) -> (Double, Double) {
        try expect(0x5B)
        let x = try number()
        try expect(0x2C)
        let y = try number()
        while !take(0x5D) {
            try expect(0x2C)
            _ = try number()
        }
        return (x, y)
    }

    /// The scalars of an object, or of null, as text.
    mutating func properties() throws(GeoError) -> [String: String] {
        guard take(0x7B) else {
            try skip()
            return [:]
        }
        var result: [String: String] = [:]
        var first = true
        while let key = try nextKey(&first) {
            if let text = try scalarText() { result[key] = text }
        }
        return result
    }
}
