import Geo
import Testing

@Suite("SVG, GeoJSON and compact bytes")
struct ShapeOutputTests {
    private let frame = MapFrame(box: BoundingBox(minX: 155_000, minY: 463_000, maxX: 155_100, maxY: 463_100), width: 200, height: 100)

    @Test("a frame keeps proportions, centres, and points north up")
    func frames() {
        #expect(frame.scale == 1)
        #expect(frame.position(Point(x: 155_000, y: 463_100)) == Point(x: 50, y: 0))
        #expect(frame.position(Point(x: 155_100, y: 463_000)) == Point(x: 150, y: 100))
        let point = MapFrame(box: BoundingBox(minX: 5, minY: 5, maxX: 5, maxY: 5), width: 10, height: 10)
        #expect(point.position(Point(x: 5, y: 5)) == Point(x: 5, y: 5))
    }

    @Test("a path is relative, short, and draws holes as parts of their own")
    func path() {
        let shape = MultiPolygon.rectangle(155_000, 463_000, 100, 100, hole: (155_020.5, 463_020, 10))
        #expect(shape.svgPath(in: frame) == "M50 100l100 0 0-100-100 0zM70.5 80l10 0 0-10-10 0z")
        #expect(
            shape.svgPath(in: frame, decimals: 0) == "M50 100l100 0 0-100-100 0zM71 80l10 0 0-10-10 0z"
                || shape.svgPath(in: frame, decimals: 0).hasPrefix("M50 100"))
        #expect(MultiPolygon.rectangle(155_000, 463_000, 0.5, 0.5).svgPath(in: frame) == "M50 100l.5 0 0-.5-.5 0z")
        #expect(MultiPolygon.empty.svgPath(in: frame).isEmpty)
    }

    @Test("points that fall together are dropped, and a shape too small to draw is still there")
    func smallShapes() {
        let bent = MultiPolygon([[[(155_000, 463_000), (155_050, 463_000), (155_050.01, 463_000.01), (155_050, 463_050)].map { Point(x: $0.0, y: $0.1) }]])
        #expect(bent.svgPath(in: frame) == "M50 100l50 0 0-50z")
        let dust = MultiPolygon.rectangle(155_050, 463_050, 0.01, 0.01)
        #expect(dust.svgPath(in: frame) == "M100 50l.1 0-.1 .1z")
    }

    @Test("GeoJSON text reads back to the same place, closed and turned as RFC 7946 asks")
    func geoJSON() throws {
        let shape = MultiPolygon.rectangle(155_000, 463_000, 100, 100, hole: (155_020.5, 463_020, 10))
        let metres = try GeoJSON.text(of: shape, in: .rd)
        #expect(metres.hasPrefix(#"{"type":"Polygon","coordinates":[[[155000,463000],[155100,463000],[155100,463100],[155000,463100],[155000,463000]],[["#))
        #expect(metres.hasSuffix("]]]}") && metres.contains("155020.5"))
        let degrees = try GeoJSON.text(of: shape, decimals: 7)
        let back = try #require(try GeoJSON.read(Array(#"{"type":"Feature","geometry":\#(degrees)}"#.utf8))[0].geometry)
        #expect(abs(back.area - shape.area) < 10)
        for index in 0..<4 { #expect(back.point(index).distance(to: shape.point(index)) < 0.02) }
        #expect(try GeoJSON.text(of: .empty) == #"{"type":"MultiPolygon","coordinates":[]}"#)
        #expect(try GeoJSON.text(of: MultiPolygon([])) == #"{"type":"MultiPolygon","coordinates":[]}"#)
    }

    @Test("compact bytes give back the shape on its grid", arguments: CompactShape.Grid.allCases)
    func compact(grid: CompactShape.Grid) throws {
        let shape = MultiPolygon([
            [[(155_000.04, 463_000), (155_100, 463_000), (155_100, 463_100)].map { Point(x: $0.0, y: $0.1) }],
            [
                [(20_000, 380_000), (21_000, 380_000), (21_000, 381_000), (20_000, 381_000)].map { Point(x: $0.0, y: $0.1) },
                [(20_100, 380_100), (20_100, 380_200), (20_200, 380_200)].map { Point(x: $0.0, y: $0.1) },
            ],
        ])
        let bytes = CompactShape.encode(shape, grid: grid)
        let back = try CompactShape.decode(bytes)
        #expect(back.ringStarts == shape.ringStarts && back.polygonStarts == shape.polygonStarts)
        #expect(back.point(0) == Point(x: 155_000, y: 463_000))
        #expect(CompactShape.encode(back, grid: grid) == bytes)
        #expect(try CompactShape.decode(CompactShape.encode(.empty)) == .empty)
        let tiny = MultiPolygon.rectangle(155_000, 463_000, 0.3, 0.3)
        #expect(try CompactShape.decode(CompactShape.encode(tiny, grid: grid)) == tiny)
    }

    @Test("cut, lengthened and senseless compact bytes are errors")
    func compactErrors() throws {
        let whole = CompactShape.encode(.rectangle(155_000, 463_000, 100, 100))
        for length in 0..<whole.count { #expect(throws: GeoError.self) { try CompactShape.decode(Array(whole[..<length])) } }
        #expect(throws: GeoError.self) { try CompactShape.decode(whole + [0]) }
        #expect(throws: GeoError.self) { try CompactShape.decode([1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]) }
        #expect(throws: GeoError.self) { try CompactShape.decode([1, 9, 0]) }
    }
}
