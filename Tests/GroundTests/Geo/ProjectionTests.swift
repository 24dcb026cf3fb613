import Geo
import Testing

@Suite("RD and WGS 84")
struct ProjectionTests {
    /// RD, then longitude and latitude of ETRS89 from the test points of RDNAPTRANS (Kadaster), in the corners of the country.
    private static let known: [(rd: Point, degrees: Point)] = [
        (Point(x: 155_000, y: 463_000), Point(x: 5.387203657, y: 52.155172897)),
        (Point(x: 117_380.12, y: 575_040.34), Point(x: 4.824761912, y: 53.160753042)),
        (Point(x: 247_380.56, y: 604_580.78), Point(x: 6.776726674, y: 53.419482050)),
        (Point(x: 16_460.91, y: 377_380.23), Point(x: 3.397588595, y: 51.368607152)),
        (Point(x: 182_260.45, y: 311_480.67), Point(x: 5.773795548, y: 50.792584916)),
    ]

    @Test("known points in five corners of the country are right to 25 cm, both ways")
    func knownPoints() throws {
        let projection = try Projection()
        for (rd, degrees) in Self.known {
            let back = try projection.toRD(degrees)
            #expect(back.distance(to: rd) < 0.25, "off by \(back.distance(to: rd)) m")
            let there = try projection.toWGS84(rd)
            #expect(abs(there.x - degrees.x) < 3.6e-6 && abs(there.y - degrees.y) < 2.3e-6)
        }
    }

    @Test("there and back differs less than 1 cm over the whole range")
    func roundTrip() throws {
        let projection = try Projection()
        var start: [Double] = []
        for x in stride(from: 10_000.0, through: 280_000, by: 13_500) {
            for y in stride(from: 305_000.0, through: 620_000, by: 15_000) { start += [x, y] }
        }
        var coordinates = start
        try projection.toWGS84(&coordinates)
        try projection.toRD(&coordinates)
        let largest = zip(start, coordinates).map { abs($0 - $1) }.max() ?? .infinity
        #expect(largest < 0.01)
    }

    @Test("positions outside the Netherlands are an error that names them", arguments: [(0.0, 0.0), (52.1, 5.4), (5.4, 60), (.nan, 52), (.infinity, 52)])
    func outside(x: Double, y: Double) throws {
        let projection = try Projection()
        #expect(throws: GeoError.self) { try projection.toRD(Point(x: x, y: y)) }
        #expect(throws: GeoError.self) { try projection.toWGS84(Point(x: x * 1e6, y: y)) }
    }

    @Test("a list with one position outside stays as it was")
    func untouched() throws {
        let projection = try Projection()
        var coordinates = [5.4, 52.1, 99, 99]
        #expect(throws: GeoError(.outsideNetherlands(x: 99, y: 99))) { try projection.toRD(&coordinates) }
        #expect(coordinates == [5.4, 52.1, 99, 99])
    }
}
