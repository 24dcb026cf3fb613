import Core
import Geo
import OpenAPI
import Web

/// The coordinate systems the API speaks (NLGov geospatial module: CRS84 unless asked otherwise, RD and ETRS89 on request).
enum CoordinateReference: Sendable, Hashable, CaseIterable {
    /// Longitude, latitude.
    case crs84
    /// RD, metres.
    case rd
    /// ETRS89: latitude, longitude. To the quarter metre that our transformation holds, the same degrees as CRS84.
    case etrs89

    /// The name in `Content-Crs`.
    var uri: String {
        switch self {
        case .crs84: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        case .rd: "http://www.opengis.net/def/crs/EPSG/0/28992"
        case .etrs89: "http://www.opengis.net/def/crs/EPSG/0/4258"
        }
    }

    private var urn: String {
        switch self {
        case .crs84: "urn:ogc:def:crs:OGC:1.3:CRS84"
        case .rd: "urn:ogc:def:crs:EPSG::28992"
        case .etrs89: "urn:ogc:def:crs:EPSG::4258"
        }
    }

    var names: [String] { [uri, "https" + uri.dropFirst(4), urn] }

    init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = found
    }

    static func parameter(_ name: String, _ description: Localized) -> EndpointParameter<CoordinateReference> {
        .query(
            name, API.Schema.string(values: allCases.flatMap(\.names)).defaulting(to: .string(Self.crs84.uri)), description,
            expected: Localized(
                nl: "Een van deze stelsels: \(allCases.map(\.uri).joined(separator: ", ")).",
                en: "One of these systems: \(allCases.map(\.uri).joined(separator: ", "))."), read: { CoordinateReference(name: $0) })
    }

    /// The geometry as GeoJSON text in this system.
    ///
    /// - Parameter shape: in RD metres
    func text(of shape: MultiPolygon, projection: Projection) throws(GeoError) -> String {
        switch self {
        case .crs84: try GeoJSON.text(of: shape, in: .wgs84, decimals: 6, projection: projection)
        case .rd: try GeoJSON.text(of: shape, in: .rd, decimals: 1)
        case .etrs89: try GeoJSON.text(of: try projection.toWGS84(shape).swapped, in: .rd, decimals: 6)
        }
    }
}

extension MultiPolygon {
    /// With x and y changed places, for systems that put latitude first.
    fileprivate var swapped: MultiPolygon {
        var builder = Builder()
        for polygon in 0..<polygonCount {
            for ring in rings(of: polygon) {
                for index in points(of: ring) { builder.add(x: point(index).y, y: point(index).x) }
                builder.endRing()
            }
            builder.endPolygon()
        }
        return builder.finish()
    }
}

/// Four numbers that say which part of the map is meant, still without their coordinate system.
struct AskedBox: Sendable, Hashable {
    let numbers: [Double]

    /// `west,south,east,north` in the order of the axes of the system.
    init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy(Self.isOfNumber) ? Double(part) : nil }
        guard parts.count == 4, numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
        self.numbers = numbers
    }

    /// Digits, sign, mark and exponent: `Double` also reads words and hexadecimal.
    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }

    static let parameter = EndpointParameter<AskedBox>.query(
        "bbox", API.Schema.array(of: .number(), minimumCount: 4, maximumCount: 4),
        Localized(nl: "Alleen gebieden die dit stuk van de kaart raken.", en: "Only areas that touch this part of the map."),
        expected: Localized(
            nl: "Vier getallen met komma's ertussen: eerst de hoek met de kleinste coördinaten, dan die met de grootste.",
            en: "Four numbers with commas between: first the corner with the smallest coordinates, then the one with the largest."), read: AskedBox.init)

    /// The box in RD metres, or what is wrong with it.
    func inMetres(from system: CoordinateReference) -> Result<BoundingBox, BoxFault> {
        let order = system == .etrs89 ? [1, 0, 3, 2] : [0, 1, 2, 3]
        let (minX, minY, maxX, maxY) = (numbers[order[0]], numbers[order[1]], numbers[order[2]], numbers[order[3]])
        let range = system == .rd ? Projection.rangeInMetres : Projection.rangeInDegrees
        guard range.contains(Point(x: minX, y: minY)), range.contains(Point(x: maxX, y: maxY)) else { return .failure(.outside) }
        guard minX <= maxX, minY <= maxY else { return .failure(.turned) }
        if system == .rd { return .success(BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)) }
        // Straight lines in degrees are bent in RD: the middles of the sides count too.
        let middle = Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2)
        var box = BoundingBox.empty
        for x in [minX, middle.x, maxX] {
            for y in [minY, middle.y, maxY] {
                guard let point = try? Projection().toRD(Point(x: x, y: y)) else { return .failure(.outside) }
                box.add(x: point.x, y: point.y)
            }
        }
        return .success(box)
    }
}

enum BoxFault: Error, Sendable, Hashable {
    case outside, turned

    var message: Localized {
        switch self {
        case .outside:
            Localized(
                nl: "Deze coördinaten liggen buiten het gebied van het stelsel in bboxCrs.",
                en: "These coordinates lie outside the range of the system in bboxCrs.")
        case .turned:
            Localized(nl: "De eerste hoek heeft grotere coördinaten dan de tweede.", en: "The first corner has larger coordinates than the second.")
        }
    }
}
