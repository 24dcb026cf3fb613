import Geo
import TestSupport
import Testing

@Suite("Any bytes give a value or an error")
struct GeoFuzzTests {
    typealias Reader = @Sendable ([UInt8]) throws -> Void

    private static let geoJSON = Array(
        (#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":["#
            + #"{"type":"Feature","id":"a","properties":{"statcode":"BU00140000","n":-1.5e3,"x":"\u00e9\n"},"geometry":{"type":"Polygon","coordinates":"#
            + #"[[[6.56757,53.22222],[6.57039,53.22138],[6.57192,53.21987],[6.57274,53.21846],[6.56757,53.22222]]]}},"#
            + #"{"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon","coordinates":[[[[6.5,53.2],[6.6,53.2],[6.6,53.3],[6.5,53.2]]]]}}]}"#)
            .utf8)
    private static let topoJSON = Array(
        (#"{"type":"Topology","transform":{"scale":[0.0001,0.0001],"translate":[5.3,52.1]},"arcs":[[[1,2],[300,0],[0,300]],[[301,302],[-300,0],[0,-300]]],"#
            + #""objects":{"o":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1]],"properties":{"statcode":"BU1"}},"#
            + #"{"type":"MultiPolygon","arcs":[[[-1,-2]]],"id":3}]}}}"#).utf8)

    private static let readers: [(name: String, sample: [UInt8], read: Reader)] = [
        ("GeoJSON", geoJSON, { _ = try GeoJSON.read($0) }),
        ("TopoJSON", topoJSON, { _ = try TopoJSON.read($0) }),
        ("GeoPackage", GeoPackageTests.blob(.init(envelope: 1, code: 6)), { _ = try GeoPackage.geometry($0) }),
        ("compact", CompactShape.encode(.rectangle(155_000, 463_000, 100, 100, hole: (155_010, 463_010, 5))), { _ = try CompactShape.decode($0) }),
    ]

    private enum Outcome {
        case read, refused, otherError
    }

    private static func outcome(_ bytes: [UInt8], _ read: Reader) -> Outcome {
        do { try read(bytes) } catch { return error is GeoError ? .refused : .otherError }
        return .read
    }

    @Test("random byte strings, for each reader", arguments: readers.indices)
    func random(index: Int) {
        let reader = Self.readers[index]
        var numbers = Chance(UInt64(index) + 1)
        var outcomes: [Outcome: Int] = [:]
        for round in 0..<Fuzz.strings {
            var bytes = (0..<Int.random(in: 0...200, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            // Half of them begin as the format does, to come past the first check.
            if round % 2 == 0 { bytes = Array(reader.sample.prefix(Int.random(in: 1...reader.sample.count, using: &numbers))) + bytes }
            outcomes[Self.outcome(bytes, reader.read), default: 0] += 1
        }
        #expect(outcomes[.otherError] == nil)
        #expect(outcomes[.refused, default: 0] > Fuzz.strings * 3 / 4)
    }

    @Test("samples with a few bytes changed, cut out or doubled, for each reader", arguments: readers.indices)
    func mutated(index: Int) {
        let reader = Self.readers[index]
        var numbers = Chance(100 + UInt64(index))
        var outcomes: [Outcome: Int] = [:]
        for _ in 0..<10 * Fuzz.mutations { outcomes[Self.outcome(numbers.mutated(reader.sample), reader.read), default: 0] += 1 }
        #expect(outcomes[.otherError] == nil)
        #expect(outcomes[.read, default: 0] > 10)
    }

    @Test(
        "pieces of the real files with bytes changed", .enabled(if: BoundaryFiles.arePresent),
        arguments: ["gemeente_2024_nl.geojson", "wijk_2016_nl_rd.geojson"])
    func mutatedFiles(name: String) throws {
        let whole = Array(try BoundaryFiles.bytes(name).prefix(250_000))
        let head = Array(#"{"type":"FeatureCollection","features":["#.utf8)
        let mark = Array(#"{"type":"Feature","#.utf8)
        let starts = whole.indices.filter { whole[$0] == 0x7B && whole[$0...].starts(with: mark) }
        var numbers = Chance(5)
        var outcomes: [Outcome: Int] = [:]
        for _ in 0..<Fuzz.mutations {
            let start = Int.random(in: 1..<starts.count - 3, using: &numbers)
            var piece = head + whole[starts[start]..<starts[start + 2]]
            while let last = piece.last, last != 0x7D { piece.removeLast() }
            outcomes[Self.outcome(numbers.mutated(piece + Array("]}".utf8))) { _ = try GeoJSON.read($0) }, default: 0] += 1
        }
        #expect(outcomes[.otherError] == nil)
        #expect(outcomes[.read, default: 0] > 0)
    }

    @Test("copies of the whole real TopoJSON with bytes changed", .enabled(if: BoundaryFiles.arePresent))
    func mutatedTopology() throws {
        let whole = try BoundaryFiles.bytes("buurt_2019_nl.topojson")
        var numbers = Chance(6)
        for _ in 0..<(Fuzz.isFull ? 1_000 : 20) {
            #expect(Self.outcome(numbers.mutated(whole)) { _ = try TopoJSON.read($0) } != .otherError)
        }
    }
}
