import Core
import Geo
import OpenAPI
import Web

/// Boundaries by the NLGov geospatial module.
extension AreasAPI {
    static let system = CoordinateReference.parameter(
        "crs", Localized(nl: "Het stelsel van de coördinaten in het antwoord.", en: "The coordinate system of the answer."))
    static let boxSystem = CoordinateReference.parameter(
        "bboxCrs", Localized(nl: "Het stelsel van de coördinaten in bbox.", en: "The coordinate system of bbox."))
    static let shapeLevel = EndpointParameter<AreaLevel>.choice(
        "niveau", of: AreaLevel.self, default: .municipality,
        Localized(nl: "Alleen gebieden van dit niveau.", en: "Only areas of this level."), example: .municipality)

    private static let contentSystem = API.Header("Content-Crs", .string(), "Het stelsel van de coördinaten, als adres tussen punthaken")

    var getBoundary: Endpoint {
        Endpoint(
            id: "getGrens", "/gebieden/{code}/grens", summary: Localized(nl: "De grens van één gebied", en: "The boundary of one area"),
            description: Localized(
                nl: "Een vlak op een decimeter, zo precies als de bron het geeft.", en: "A polygon to a decimetre, as precise as the source gives it."),
            tag: "grenzen", parameters: [AreaParameters.code.declared, AreaParameters.year.declared, Self.system.declared],
            answers: [API.MediaType("application/geo+json", .reference("Grens"))], headers: [Self.contentSystem]
        ) { request in
            let (area, _) = try await area(request)
            guard let shape = try await slice.shapes.shape(of: area.code, year: area.year) else { throw Problem.notFound }
            let system = request[Self.system] ?? .crs84
            return Self.geoJSON(try BoundaryDocument.feature(area, shape, in: system, projection: try Projection()), in: system)
        }
    }

    private static func geoJSON(_ bytes: [UInt8], in system: CoordinateReference) -> EndpointAnswer {
        EndpointAnswer.bytes(bytes, as: .geoJSON).with("Content-Crs", "<\(system.uri)>")
    }

    var listBoundaries: Endpoint {
        Endpoint(
            id: "listGrenzen", "/grenzen", summary: Localized(nl: "De grenzen van veel gebieden", en: "The boundaries of many areas"),
            description: Localized(
                nl: "Vereenvoudigd voor een kaart: buren houden dezelfde grens. De volgorde is die van de code.",
                en: "Simplified for a map: neighbours keep the same border. The order is that of the code."), tag: "grenzen",
            parameters: [
                AreaParameters.year.declared, Self.shapeLevel.declared, AreaParameters.within.declared, AskedBox.parameter.declared, Self.boxSystem.declared,
                Self.system.declared,
            ] + Paging.parameters, answers: [API.MediaType("application/geo+json", .reference("Grenzen"))], headers: [Self.contentSystem],
            check: { request, faults in
                AreaParameters.check(request, try await slice.gazetteer.current(), &faults)
                if case .failure(let fault) = request[AskedBox.parameter]?.inMetres(from: request[Self.boxSystem] ?? .crs84) {
                    faults.add(AskedBox.parameter, fault.message)
                }
            },
            answer: boundaries)
    }

    private func boundaries(_ request: EndpointRequest) async throws -> EndpointAnswer {
        let gazetteer = try await slice.gazetteer.current()
        let system = request[Self.system] ?? .crs84
        let level = request[Self.shapeLevel] ?? .municipality
        guard let year = request[AreaParameters.year] ?? gazetteer.latestYear, let map = gazetteer.map(of: year) else {
            return Self.geoJSON(BoundaryDocument.collection([], paging: Paging(request, total: 0)), in: system)
        }
        let box = try? request[AskedBox.parameter]?.inMetres(from: request[Self.boxSystem] ?? .crs84).get()
        let drawn = try await slice.shapes.codes(year: year, level: level, touching: box)
        let areas = AreaParameters.chosen(request, level: level, in: map).filter { drawn.contains($0.code) }
        let paging = Paging(request, total: areas.count)
        let page = areas[paging.range]
        let outlines = Dictionary(try await slice.shapes.outlines(of: page.map(\.code), year: year).map { ($0.code, $0.shape) }, uniquingKeysWith: { $1 })
        let projection = try Projection()
        let features = try page.compactMap { area in
            try outlines[area.code].map { try BoundaryDocument.feature(area, $0, in: system, projection: projection) }
        }
        return Self.geoJSON(BoundaryDocument.collection(features, paging: paging), in: system)
    }
}

/// Boundaries as GeoJSON (RFC 7946), with the shapes of that JSON.
enum BoundaryDocument {
    /// - Parameter shape: in RD metres
    static func feature(_ area: Area, _ shape: MultiPolygon, in system: CoordinateReference, projection: Projection) throws -> [UInt8] {
        let properties: API.Node = [
            "code": .string(area.code.description), "indeling": .integer(area.year), "niveau": .string(area.level.rawValue), "naam": .string(area.name),
        ]
        var bytes = Array(#"{"type":"Feature","id":"\#(area.code)","properties":"#.utf8)
        bytes.append(contentsOf: properties.bytes)
        bytes.append(contentsOf: #","geometry":"#.utf8)
        bytes.append(contentsOf: try system.text(of: shape, projection: projection).utf8)
        bytes.append(0x7D)
        return bytes
    }

    static func collection(_ features: [[UInt8]], paging: Paging) -> [UInt8] {
        var bytes = Array(#"{"type":"FeatureCollection","#.utf8)
        let header = API.Node.object(paging.header + [.init("_links", paging.links)]).bytes
        bytes.append(contentsOf: header.dropFirst().dropLast())
        bytes.append(contentsOf: #","features":["#.utf8)
        for (index, feature) in features.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes.append(contentsOf: feature)
        }
        bytes.append(contentsOf: "]}".utf8)
        return bytes
    }

    static var schemas: [API.Document.NamedSchema] {
        let properties = [AreaDocument.code, AreaDocument.year, AreaDocument.level, AreaDocument.name]
        let ring = API.Schema.array(of: .array(of: .number(), minimumCount: 2, maximumCount: 2), minimumCount: 4)
        let polygon = API.Schema.array(of: ring, minimumCount: 1)
        let geometry = API.Schema.oneOf([
            .object([API.Property("type", .string(values: ["Polygon"])), API.Property("coordinates", polygon)]),
            .object([API.Property("type", .string(values: ["MultiPolygon"])), API.Property("coordinates", .array(of: polygon))]),
        ])
        return [
            .init(
                "Grens",
                .object([
                    API.Property("type", .string(values: ["Feature"])), API.Property("id", .string()), API.Property("properties", .object(properties)),
                    API.Property("geometry", geometry),
                ])),
            .init("Grenzen", Paging.schema("features", of: .reference("Grens"), more: [API.Property("type", .string(values: ["FeatureCollection"]))])),
        ]
    }
}
