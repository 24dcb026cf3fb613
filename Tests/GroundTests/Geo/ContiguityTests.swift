import Foundation
import Geo
import Testing

@Suite("Contiguity")
struct ContiguityTests {
    private func isSymmetric(_ contiguity: Contiguity) -> Bool {
        (0..<contiguity.count).allSatisfy { shape in
            contiguity[shape].allSatisfy { $0 != Int32(shape) && contiguity[Int($0)].contains(Int32(shape)) }
                && zip(contiguity[shape], contiguity[shape].dropFirst()).allSatisfy(<)
        }
    }

    @Test("a 10 by 10 lattice has 360 rook and 684 queen links", arguments: [(0.1, 0.0), (10, 0), (10, 3), (25, 8)])
    func lattice(snap: Double, gap: Double) throws {
        // Every square is smaller by the gap, so that neighbours lie that far apart.
        let shapes = (0..<100).map { MultiPolygon.rectangle(150_000 + Double($0 % 10) * 1000, 450_000 + Double($0 / 10) * 1000, 1000 - gap, 1000 - gap) }
        let rook = try contiguity(shapes, kind: .rook, snap: snap)
        let queen = try contiguity(shapes, kind: .queen, snap: max(snap, gap * 1.5))
        #expect(rook.neighbours.count == 360)
        #expect(queen.neighbours.count == 684)
        #expect(Array(rook[0]) == [1, 10] && Array(queen[0]) == [1, 10, 11])
        #expect(Array(queen[55]) == [44, 45, 46, 54, 56, 64, 65, 66])
        #expect(isSymmetric(rook) && isSymmetric(queen))
        #expect(rook.islands.isEmpty)
    }

    @Test("border lengths are measured, overlapping and distant shapes too")
    func lengths() throws {
        let shapes: [MultiPolygon] = [
            .rectangle(0, 0, 100, 100), .rectangle(100, 0, 100, 50), .rectangle(98, 50, 100, 50), .rectangle(500, 0, 10, 10), .empty,
        ]
        let borders = try Borders(of: shapes, snap: 3)
        let found = borders.all.map { [Double($0.first), Double($0.second), $0.length.rounded()] }
        #expect(found.filter { $0[0] == 0 }.map { $0[1] } == [1, 2])
        #expect(abs(borders.all[0].length - 50) < 3 && abs(borders.all[1].length - 50) < 3)
        let queen = borders.contiguity(.queen, minimumLength: 1)
        #expect(queen.islands == [3, 4])
        #expect(queen.start == [0, 2, 4, 6, 6, 6])
    }

    @Test("a shape in a hole of another is its neighbour, and nothing gives nothing")
    func enclave() throws {
        let shapes: [MultiPolygon] = [.rectangle(0, 0, 100, 100, hole: (20, 20, 10)), .rectangle(20, 20, 10, 10)]
        let borders = try Borders(of: shapes, snap: 0.1)
        #expect(borders.all.count == 1 && abs(borders.all[0].length - 40) < 1e-9)
        #expect(try contiguity([], kind: .queen, snap: 1).count == 0)
    }

    @Test("exact shared arcs of the 2019 neighbourhoods give the same pairs as the arcs themselves", .enabled(if: BoundaryFiles.arePresent))
    func sharedArcs() throws {
        let bytes = try BoundaryFiles.bytes("buurt_2019_nl.topojson")
        let shapes = try TopoJSON.read(bytes).map { $0.geometry ?? .empty }
        let rook = try contiguity(shapes, kind: .rook, snap: 0.1)
        let pairs = try arcPairs(bytes)
        var found: Set<[Int]> = []
        for shape in 0..<rook.count { for other in rook[shape] where other > shape { found.insert([shape, Int(other)]) } }
        #expect(pairs.count > 35_000)
        #expect(pairs.subtracting(found).isEmpty)
        // A few pairs lie along one another without naming one arc.
        #expect(found.subtracting(pairs).count < pairs.count / 500)
        #expect(isSymmetric(rook))
    }

    /// Which shapes name the same arc, read from the file by other means.
    private func arcPairs(_ bytes: [UInt8]) throws -> Set<[Int]> {
        func arcs(_ value: Any) -> [Int] { (value as? [Any])?.flatMap(arcs) ?? [(value as? Int) ?? 0] }
        let file = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let objects = try #require(file["objects"] as? [String: [String: Any]])
        let geometries = try #require(objects.values.first?["geometries"] as? [[String: Any]])
        var users: [Int: Set<Int>] = [:]
        for (index, geometry) in geometries.enumerated() {
            for arc in arcs(geometry["arcs"] ?? []) { users[arc < 0 ? ~arc : arc, default: []].insert(index) }
        }
        var pairs: Set<[Int]> = []
        for shapes in users.values.map({ $0.sorted() }) {
            for first in shapes { for second in shapes where second > first { pairs.insert([first, second]) } }
        }
        return pairs
    }

    @Test("in 2024 Ameland is the one municipality without a neighbour, and the country is joined", .enabled(if: BoundaryFiles.arePresent))
    func islands() throws {
        let features = try BoundaryFiles.features("gemeente_2024_nl.geojson")
        let shapes = try repair(features.map { $0.geometry ?? .empty }).shapes
        let borders = try Borders(of: shapes, snap: 50)
        let queen = borders.contiguity(.queen, minimumLength: 100), rook = borders.contiguity(.rook, minimumLength: 100)
        #expect(queen.islands.map { features[$0].properties["statnaam"] } == ["Ameland"])
        let utrecht = try #require(features.firstIndex { $0.properties["statnaam"] == "Utrecht" })
        let around = Set(rook[utrecht].compactMap { features[Int($0)].properties["statnaam"] })
        #expect(around.isSuperset(of: ["De Bilt", "Nieuwegein", "IJsselstein", "Stichtse Vecht", "Woerden", "Houten", "Bunnik", "Zeist"]))
        #expect(!around.contains("Amersfoort"))
        #expect(isSymmetric(queen) && isSymmetric(rook))
    }
}

@Suite("Place to area")
struct AreaIndexTests {
    @Test("a place on a common border lies in exactly one of two shapes, corners too")
    func borders() {
        let shapes = MultiPolygon.lattice(columns: 4, rows: 4, size: 100, x: 0, y: 0)
        let index = AreaIndex(shapes)
        for x in stride(from: 5.0, to: 395, by: 5) {
            for y in stride(from: 5.0, to: 395, by: 5) {
                let point = Point(x: x, y: y)
                #expect(shapes.count { $0.contains(point) } == 1)
                #expect(index.shape(at: point) != nil)
            }
        }
        #expect(index.shape(at: Point(x: 150, y: 250)) == 9)
        #expect(index.shape(at: Point(x: 401, y: 250)) == nil)
    }

    @Test("in a gap the nearest shape answers with its distance, in a hole only within reach")
    func nearest() throws {
        let index = AreaIndex([.rectangle(0, 0, 100, 100, hole: (20, 20, 50)), .rectangle(104, 0, 100, 100), .empty])
        let inGap = try #require(index.nearest(to: Point(x: 103, y: 50), within: 5))
        #expect(inGap.index == 1 && abs(inGap.distance - 1) < 1e-9)
        #expect(index.nearest(to: Point(x: 50, y: 5), within: 5)?.distance == 0)
        #expect(index.nearest(to: Point(x: 45, y: 45), within: 20) == nil)
        #expect(index.nearest(to: Point(x: 45, y: 45), within: 26)?.index == 0)
        #expect(AreaIndex([]).nearest(to: Point(x: 0, y: 0), within: 10) == nil)
    }

    @Test("the label point of every municipality is found in that municipality, fast", .enabled(if: BoundaryFiles.arePresent))
    func municipalities() throws {
        let features = try BoundaryFiles.features("gemeente_2024_nl.geojson")
        let shapes = try repair(features.map { $0.geometry ?? .empty }).shapes
        let index = AreaIndex(shapes)
        let labels = try shapes.map { try #require(try $0.labelPoint()) }
        for (number, label) in labels.enumerated() {
            let found = try #require(index.shape(at: label))
            #expect(found == number || shapes[found].contains(label))
        }
        let town = try Projection().toRD(Point(x: 5.9115, y: 51.9851))
        #expect(index.shape(at: town).map { features[$0].properties["statnaam"] } == "Arnhem")
    }
}
