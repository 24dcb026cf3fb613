import Geo
import Testing

@Suite("Reading boundaries")
struct BoundaryReaderTests {
    private func collection(_ features: String, crs: String = "") -> [UInt8] {
        Array(#"{"type":"FeatureCollection",\#(crs)"features":[\#(features)]}"#.utf8)
    }

    private let square = "[[[155000,463000],[155100,463000],[155100,463100],[155000,463100],[155000,463000]]]"

    @Test("a GeoJSON feature keeps its id and its scalars as text")
    func properties() throws {
        let bytes = collection(
            #"{"geometry":null,"id":7,"properties":{"naam":"B\u00e9\"n\ud83d\ude00","n":1.50,"ja":true,"leeg":null,"lijst":[1,{"a":2}]},"type":"Feature"}"#)
        let feature = try #require(try GeoJSON.read(bytes).first)
        #expect(feature.id == "7")
        #expect(feature.geometry == nil)
        #expect(feature.properties == ["naam": "Bé\"n😀", "n": "1.50", "ja": "true"])
    }

    @Test("RD and degrees are told apart by size, and named systems are obeyed")
    func systems() throws {
        let rd = collection(#"{"type":"Feature","properties":{},"geometry":{"coordinates":\#(square),"type":"Polygon"}}"#)
        #expect(try GeoJSON.read(rd)[0].geometry?.area == 10_000)
        let degrees =
            #"{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[5.387,52.155],[5.388,52.155,3.2],[5.388,52.156],[5.387,52.155]]]]}}"#
        let shape = try #require(try GeoJSON.read(collection(degrees))[0].geometry)
        #expect(abs(shape.point(0).x - 154_986) < 1 && abs(shape.point(0).y - 462_981) < 1)
        for name in ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"] {
            let named = collection(degrees, crs: #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#)
            #expect(try GeoJSON.read(named)[0].geometry == shape)
        }
        let wrong = collection(degrees, crs: #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#)
        #expect(throws: GeoError(.outsideNetherlands(x: 5.387, y: 52.155), feature: 0)) { try GeoJSON.read(wrong) }
        let unknown = collection(degrees, crs: #""crs":{"type":"name","properties":{"name":"EPSG:3857"}},"#)
        #expect { try GeoJSON.read(unknown) } throws: { ($0 as? GeoError)?.reason == .unsupportedCoordinateSystem("EPSG:3857") }
    }

    @Test("a single feature is a collection of one")
    func single() throws {
        let bytes = Array(#" {"type":"Feature","geometry":{"type":"Polygon","coordinates":\#(square)},"properties":{"a":"b"}} "#.utf8)
        #expect(try GeoJSON.read(bytes).map(\.properties) == [["a": "b"]])
    }

    @Test("errors name the feature and the byte")
    func errors() throws {
        let good = #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":\#(square)}}"#
        let point = collection(good + #",{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}"#)
        #expect { try GeoJSON.read(point) } throws: {
            let error = $0 as? GeoError
            return error?.feature == 1 && error?.reason == .unsupportedGeometry("Point") && error?.position != nil
        }
        #expect { try GeoJSON.read(Array(#"{"type":"FeatureCollection","features":[1]}"#.utf8)) } throws: {
            ($0 as? GeoError) == GeoError(.malformed(expected: "'{'"), feature: 0, position: 40)
        }
        for text in ["", "{", "[]", "{}", #"{"type":"FeatureCollection"}"#, #"{"type":"FeatureCollection","features":[]} x"#, "\u{0}"] {
            #expect(throws: GeoError.self) { try GeoJSON.read(Array(text.utf8)) }
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect { try GeoJSON.read(Array((#"{"a":"# + deep).utf8)) } throws: { ($0 as? GeoError)?.reason == .tooDeep }
    }

    @Test("TopoJSON arcs are joined, turned round and unquantised")
    func topology() throws {
        let text = """
            {"objects":{"vak":{"type":"GeometryCollection","geometries":[
             {"type":"Polygon","arcs":[[0,1]],"id":"links","properties":{"code":"A"}},{"type":"MultiPolygon","arcs":[[[-2,2]]],"id":2},{"type":null}]}},
             "arcs":[[[10,0],[-10,0],[0,10],[10,0]],[[10,10],[0,-10]],[[10,10],[10,0],[0,-10],[-10,0]]],
             "transform":{"scale":[10,10],"translate":[155000,463000]},"type":"Topology"}
            """
        let features = try TopoJSON.read(Array(text.utf8))
        #expect(features.map(\.id) == ["links", "2", nil])
        #expect(features.map { $0.geometry?.area } == [10_000, 10_000, nil])
        #expect(features[0].properties == ["code": "A"])
        #expect(features[1].geometry?.boundingBox == BoundingBox(minX: 155_100, minY: 463_000, maxX: 155_200, maxY: 463_100))
        #expect(try TopoJSON.read(Array(text.utf8), object: "vak") == features)
        #expect { try TopoJSON.read(Array(text.utf8), object: "ander") } throws: { ($0 as? GeoError)?.reason == .missing("object ander") }
        let broken = text.replacing("[-2,2]", with: "[-2,3]")
        #expect { try TopoJSON.read(Array(broken.utf8)) } throws: {
            ($0 as? GeoError)?.reason == .missing("arc 3") && ($0 as? GeoError)?.feature == 1
        }
    }

    @Test("a small file that unfolds to too many points is refused")
    func unfolding() {
        let arc = (0..<50_000).map { "[\(150_000 + $0),\(450_000 + $0 % 7)]" }.joined(separator: ",")
        let ring = "[" + Array(repeating: "0", count: 200).joined(separator: ",") + "]"
        let text = #"{"type":"Topology","arcs":[[\#(arc)]],"objects":{"a":{"type":"Polygon","arcs":[\#(ring)]}}}"#
        #expect { try TopoJSON.read(Array(text.utf8)) } throws: { ($0 as? GeoError)?.reason == .tooLarge }
    }
}

@Suite("Reading the real files", .enabled(if: BoundaryFiles.arePresent))
struct RealBoundaryTests {
    @Test(
        "every file of boundaries reads, with as many features as it has",
        arguments: [
            ("buurt_2024_nl.geojson", 14_565, "statcode", 34_890.0), ("wijk_2024_nl.geojson", 3393, "statcode", 35_000),
            ("gemeente_2024_nl.geojson", 342, "statcode", 35_080), ("provincie_2024_nl.geojson", 12, "statcode", 41_550),
            ("buurt_2019_nl.topojson", 13_594, "statcode", 35_110), ("wijk_2016_nl_rd.geojson", 2982, "WKC", 35_000),
        ])
    func counts(name: String, count: Int, key: String, squareKilometres: Double) throws {
        let features = try BoundaryFiles.features(name)
        #expect(features.count == count)
        #expect(features.map(\.index) == Array(0..<count))
        #expect(Set(features.compactMap { $0.properties[key] }).count > count - 10)
        let area = features.reduce(0) { $0 + ($1.geometry?.area ?? 0) } / 1e6
        #expect(abs(area - squareKilometres) < 50)
    }

    @Test("repair leaves nothing invalid and lists what it changed", arguments: [("buurt_2019_nl.topojson", 21), ("wijk_2016_nl_rd.geojson", 12)])
    func repairs(name: String, count: Int) throws {
        let shapes = try BoundaryFiles.features(name).map { $0.geometry ?? .empty }
        let result = try repair(shapes)
        #expect(result.repairs.count == count)
        #expect(result.repairs.allSatisfy { $0.reason?.isEmpty == false })
        for index in result.repairs.map(\.index) { #expect(try result.shapes[index].isValid()) }
        #expect(try repair(result.shapes).repairs.isEmpty)
    }
}
