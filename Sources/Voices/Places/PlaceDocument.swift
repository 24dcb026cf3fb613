import Core
import Geo
import OpenAPI
import People
import Web

/// Places as files: exactly what the page tells.
struct PlaceDocument: Sendable {
    let places: [Place]

    // MARK: CSV

    var csv: [UInt8] {
        let heads = ["kenmerk", "maand", "kanaal", "taal", "gevoel", "thema", "vorm", "nauwkeurig", "plek", "x_rd", "y_rd", "tekst"]
        return CSVTable.bytes([heads] + places.map(Self.row))
    }

    private static func row(_ place: Place) -> [String] {
        let told = place.contribution, spot = place.spot
        return [
            told.id.description, place.month, told.channel.rawValue, told.language, spot.feeling.rawValue, spot.theme ?? "", spot.shape.rawValue,
            spot.exactness.rawValue, spot.words ?? "", spot.anchor.map { String($0.x) } ?? "", spot.anchor.map { String($0.y) } ?? "", place.shown ?? "",
        ]
    }

    // MARK: GeoJSON

    /// In degrees (RFC 7946); a place in words alone has no geometry.
    func geoJSON() throws -> API.Node {
        let projection = try Projection()
        return .object([
            .init("type", .string("FeatureCollection")),
            .init(
                "features",
                .array(
                    try places.map { place in
                        .object([
                            .init("type", .string("Feature")), .init("id", .string(place.contribution.id.description)),
                            .init("geometry", try Self.geometry(place.spot, projection)), .init("properties", Self.facts(place)),
                        ])
                    })),
        ])
    }

    private static func geometry(_ spot: Place.Spot, _ projection: Projection) throws -> API.Node {
        guard !spot.points.isEmpty else { return .null }
        let pairs = try spot.points.map { point -> API.Node in
            let degrees = try projection.toWGS84(Point(x: Double(point.x), y: Double(point.y)))
            return .array([.number(rounded(degrees.x)), .number(rounded(degrees.y))])
        }
        let type = spot.points.count == 1 ? "Point" : spot.shape == .line ? "LineString" : "MultiPoint"
        return .object([.init("type", .string(type)), .init("coordinates", pairs.count == 1 ? pairs[0] : .array(pairs))])
    }

    /// To five places: about a metre.
    private static func rounded(_ degrees: Double) -> Double { (degrees * 100_000).rounded() / 100_000 }

    // MARK: JSON

    static func facts(_ place: Place) -> API.Node {
        let told = place.contribution, spot = place.spot
        return [
            "id": .string(told.id.description), "gesprek": .string(told.conversation.description), "maand": .string(place.month),
            "taal": .string(told.language), "kanaal": .string(told.channel.rawValue), "tekst": .value(place.shown), "gevoel": .string(spot.feeling.rawValue),
            "thema": .value(spot.theme), "vorm": .string(spot.shape.rawValue), "nauwkeurig": .string(spot.exactness.rawValue), "plek": .value(spot.words),
            "punten": .array(spot.points.map { ["x": .integer($0.x), "y": .integer($0.y)] }), "ingekort": .boolean(told.state == .masked),
        ]
    }
}
