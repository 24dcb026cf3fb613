extension GeoJSON {
    /// The geometry as GeoJSON text: `{"type":"Polygon","coordinates":[…]}`, MultiPolygon for more than one part.
    ///
    /// Rings are closed and run as RFC 7946 asks. Consecutive points that fall together by rounding are written once. In RD the text has no `crs` member: the
    /// answer around it tells the system.
    /// - Parameters:
    ///   - shape: in RD metres
    ///   - system: CRS84 (longitude, latitude) or RD
    ///   - decimals: 0 to 7; without one 5 for degrees (about 1 m) and 1 for metres
    ///   - projection: one made before, for many shapes in a row; made here otherwise
    /// - Throws: `.outsideNetherlands`
    package static func text(
        of shape: MultiPolygon, in system: CoordinateSystem = .wgs84, decimals: Int? = nil, projection: Projection? = nil
    ) throws(GeoError) -> String {
        let decimals = min(max(decimals ?? (system == .wgs84 ? 5 : 1), 0), 7)
        var oriented = shape.oriented()
        if system == .wgs84, !shape.isEmpty {
            if let projection { oriented = try projection.toWGS84(oriented) } else { oriented = try Projection().toWGS84(oriented) }
        }
        let rounded = oriented.onGrid(decimals: decimals)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rounded.pointCount * 18 + 64)
        let isSingle = rounded.polygonCount == 1
        bytes.append(contentsOf: (isSingle ? #"{"type":"Polygon","coordinates":"# : #"{"type":"MultiPolygon","coordinates":["#).utf8)
        for polygon in 0..<rounded.polygonCount {
            if polygon > 0 { bytes.append(0x2C) }
            rounded.appendPolygon(polygon, decimals: decimals, to: &bytes)
        }
        bytes.append(contentsOf: (isSingle ? "}" : "]}").utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension MultiPolygon {
    /// Coordinates become whole steps of the grid; rings that collapse fall away.
    fileprivate func onGrid(decimals: Int) -> MultiPolygon {
        var builder = Builder()
        for polygon in 0..<polygonCount {
            for ring in rings(of: polygon) {
                for index in points(of: ring) {
                    let x = DecimalText.steps(coordinates[2 * index], decimals: decimals)
                    let y = DecimalText.steps(coordinates[2 * index + 1], decimals: decimals)
                    builder.add(x: Double(x), y: Double(y))
                }
                builder.endRing()
            }
            builder.endPolygon()
        }
        return builder.finish()
    }

    fileprivate func appendPolygon(_ polygon: Int, decimals: Int, to bytes: inout [UInt8]) {
        bytes.append(0x5B)
        for ring in rings(of: polygon) {
            if ring != polygonStarts[polygon] { bytes.append(0x2C) }
            bytes.append(0x5B)
            let range = points(of: ring)
            for index in range { appendPosition(index, decimals: decimals, mark: 0x2C, to: &bytes) }
            appendPosition(range.lowerBound, decimals: decimals, mark: 0x5D, to: &bytes)
        }
        bytes.append(0x5D)
    }

    private func appendPosition(_ index: Int, decimals: Int, mark: UInt8, to bytes: inout [UInt8]) {
        bytes.append(0x5B)
        DecimalText.append(Int(coordinates[2 * index]), decimals: decimals, to: &bytes)
        bytes.append(0x2C)
        DecimalText.append(Int(coordinates[2 * index + 1]), decimals: decimals, to: &bytes)
        bytes.append(0x5D)
        bytes.append(mark)
    }
}
