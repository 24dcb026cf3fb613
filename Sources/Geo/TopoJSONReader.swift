/// TopoJSON 1.0: shapes that share arcs, with or without quantisation.
package enum TopoJSON {
    /// Far more points than a map of the country has in this format (150,000 in CBS 2019); a small file can name one long arc many times.
    static let pointLimit = 8_000_000

    /// Reads the polygons of one object. Shapes come out in RD metres, by the size of the numbers.
    ///
    /// - Parameter object: its name; may be nil where the file holds one object. Collections in it are features one by one; a null geometry is a
    ///   feature without shape. Errors name the feature and the byte.
    package static func read(_ bytes: [UInt8], object: String? = nil) throws(GeoError) -> [Feature] {
        var reader = TopoJSONReader(scanner: JSONScanner(bytes))
        return try reader.read(object: object)
    }
}

private struct TopoJSONReader {
    var scanner: JSONScanner
    private var scaleX = 1.0, scaleY = 1.0, offsetX = 0.0, offsetY = 0.0
    private var isQuantised = false
    private var positions: [Double] = []
    private var arcStarts = [0]
    private var features: [RawFeature] = []
    private var pointTotal = 0

    init(scanner: JSONScanner) {
        self.scanner = scanner
    }

    mutating func read(object: String?) throws(GeoError) -> [Feature] {
        var places: [String: Int] = [:]
        var type: String?
        try scanner.expect(0x7B)
        var first = true
        while let key = try scanner.nextKey(&first) {
            _ = scanner.peek()
            if key == "type" {
                type = try scanner.scalarText()
            } else {
                places[key] = scanner.position
                try scanner.skip()
            }
        }
        try scanner.end()
        guard type == "Topology" else { throw GeoError(.malformed(expected: "a Topology")) }
        guard let arcs = places["arcs"], let objects = places["objects"] else { throw GeoError(.missing("arcs or objects")) }
        if let transform = places["transform"] { try readTransform(at: transform) }
        try readArcs(at: arcs)
        scanner.position = try find(object, in: objects)
        try readGeometry(depth: 0)
        return try features.inMetres(from: nil)
    }

    private mutating func readTransform(at place: Int) throws(GeoError) {
        scanner.position = place
        guard scanner.take(0x7B) else { return try scanner.skip() }
        isQuantised = true
        var first = true
        while let key = try scanner.nextKey(&first) {
            switch key {
            case "scale": (scaleX, scaleY) = try scanner.pair()
            case "translate": (offsetX, offsetY) = try scanner.pair()
            default: try scanner.skip()
            }
        }
    }

    private mutating func readArcs(at place: Int) throws(GeoError) {
        scanner.position = place
        try scanner.expect(0x5B)
        var first = true
        while try scanner.nextElement(&first) {
            try scanner.expect(0x5B)
            var x = 0.0, y = 0.0
            var firstPoint = true
            while try scanner.nextElement(&firstPoint) {
                let (dx, dy) = try scanner.pair()
                x = isQuantised ? x + dx : dx
                y = isQuantised ? y + dy : dy
                positions.append(x * scaleX + offsetX)
                positions.append(y * scaleY + offsetY)
            }
            arcStarts.append(positions.count / 2)
        }
    }

    private mutating func find(_ name: String?, in place: Int) throws(GeoError) -> Int {
        scanner.position = place
        try scanner.expect(0x7B)
        var found: [Int] = []
        var first = true
        while let key = try scanner.nextKey(&first) {
            _ = scanner.peek()
            if name == nil || key == name { found.append(scanner.position) }
            try scanner.skip()
        }
        guard let place = found.last, name != nil || found.count == 1 else {
            throw GeoError(.missing(name.map { "object " + $0.prefix(80) } ?? "single object"))
        }
        return place
    }
}

// MARK: - Geometries

extension TopoJSONReader {
    private struct Members {
        var type: String?
        var arcs: Int?
        var geometries: Int?
        var feature = RawFeature()
    }

    /// A geometry, or a collection whose parts are features.
    private mutating func readGeometry(depth: Int) throws(GeoError) {
        guard depth < 8 else { throw GeoError(.tooDeep, position: scanner.position) }
        do throws(GeoError) {
            _ = scanner.peek()
            let start = scanner.position
            var members = try readMembers()
            let end = scanner.position
            switch (members.type, members.geometries, members.arcs) {
            case ("GeometryCollection", let geometries?, _):
                scanner.position = geometries
                try scanner.expect(0x5B)
                var first = true
                while try scanner.nextElement(&first) { try readGeometry(depth: depth + 1) }
            case ("Polygon", _, let arcs?), ("MultiPolygon", _, let arcs?):
                members.feature.geometry = try readShape(at: arcs, isMultiple: members.type == "MultiPolygon")
                features.append(members.feature)
            case (nil, _, _): features.append(members.feature)
            case (let type?, _, _): throw GeoError(.unsupportedGeometry(String(type.prefix(80))), position: start)
            }
            scanner.position = end
        } catch {
            throw error.inFeature(features.count)
        }
    }

    private mutating func readMembers() throws(GeoError) -> Members {
        var members = Members()
        try scanner.expect(0x7B)
        var first = true
        while let key = try scanner.nextKey(&first) {
            _ = scanner.peek()
            switch key {
            case "type": members.type = try scanner.scalarText()
            case "id": members.feature.id = try scanner.scalarText()
            case "properties": members.feature.properties = try scanner.properties()
            case "arcs":
                members.arcs = scanner.position
                try scanner.skip()
            case "geometries":
                members.geometries = scanner.position
                try scanner.skip()
            default: try scanner.skip()
            }
        }
        return members
    }

    private mutating func readShape(at place: Int, isMultiple: Bool) throws(GeoError) -> MultiPolygon? {
        scanner.position = place
        var builder = MultiPolygon.Builder()
        if isMultiple {
            try scanner.expect(0x5B)
            var first = true
            while try scanner.nextElement(&first) { try readPolygon(into: &builder) }
        } else {
            try readPolygon(into: &builder)
        }
        let shape = builder.finish()
        return shape.isEmpty ? nil : shape
    }

    private mutating func readPolygon(into builder: inout MultiPolygon.Builder) throws(GeoError) {
        try scanner.expect(0x5B)
        var firstRing = true
        while try scanner.nextElement(&firstRing) {
            try scanner.expect(0x5B)
            var firstArc = true
            while try scanner.nextElement(&firstArc) {
                let place = scanner.position
                let reference = try scanner.integer()
                // A negative number is the ones' complement of an arc that is walked backwards.
                let arc = reference < 0 ? ~reference : reference
                guard arc < arcStarts.count - 1 else { throw GeoError(.missing("arc \(arc)"), position: place) }
                let range = arcStarts[arc]..<arcStarts[arc + 1]
                pointTotal += range.count
                guard pointTotal <= TopoJSON.pointLimit else { throw GeoError(.tooLarge, position: place) }
                if reference < 0 {
                    for index in range.reversed() { builder.add(x: positions[2 * index], y: positions[2 * index + 1]) }
                } else {
                    for index in range { builder.add(x: positions[2 * index], y: positions[2 * index + 1]) }
                }
            }
            builder.endRing()
        }
        builder.endPolygon()
    }
}
