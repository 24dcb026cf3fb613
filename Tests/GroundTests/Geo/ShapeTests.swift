import Geo
import Synchronization
import Testing

@Suite("Shapes")
struct ShapeTests {
    @Test("a hole is taken off the area, whichever way the rings run")
    func areaWithHole() throws {
        let shape = MultiPolygon.rectangle(155_000, 463_000, 100, 50, hole: (155_010, 463_010, 10))
        #expect(shape.area == 4900)
        let backwards = MultiPolygon([[Array([(0, 0), (0, 50), (100, 50), (100, 0)].map { Point(x: $0.0, y: $0.1) })]])
        #expect(backwards.area == 5000)
        #expect(backwards.signedArea(ofRing: 0) == -5000)
        #expect(backwards.oriented().signedArea(ofRing: 0) == 5000)
        #expect(shape.oriented().signedArea(ofRing: 1) == -100)
    }

    @Test("the centroid weighs parts by area and holes against")
    func centroid() throws {
        let plain = try #require(MultiPolygon.rectangle(155_000, 463_000, 100, 50).centroid)
        #expect(abs(plain.x - 155_050) < 1e-6 && abs(plain.y - 463_025) < 1e-6)
        // A 10 by 10 square less its lower left 4 by 4: x = (100·5 − 16·2) / 84.
        let holed = try #require(MultiPolygon.rectangle(0, 0, 10, 10, hole: (0, 0, 4)).centroid)
        #expect(abs(holed.x - 468.0 / 84) < 1e-12 && abs(holed.y - 468.0 / 84) < 1e-12)
        #expect(MultiPolygon.empty.centroid == nil)
    }

    @Test("the label point lies inside a horseshoe, where the centroid does not")
    func labelPoint() throws {
        let horseshoe = MultiPolygon([[[(0, 0), (30, 0), (30, 30), (20, 30), (20, 5), (10, 5), (10, 30), (0, 30)].map { Point(x: $0.0, y: $0.1) }]])
        let centre = try #require(horseshoe.centroid)
        #expect(centre.x > 10 && centre.x < 20 && centre.y > 5)
        let label = try #require(try horseshoe.labelPoint())
        #expect(label.y < 5 || label.x < 10 || label.x > 20)
        #expect(try MultiPolygon.empty.labelPoint() == nil)
    }

    @Test("closing points, double points and rings without extent fall away, a hole goes with its outside")
    func builder() {
        let square = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 0)]
        let line = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 0, y: 0)]
        #expect(MultiPolygon([[square]]).pointCount == 3)
        #expect(MultiPolygon([[line]]).isEmpty)
        #expect(MultiPolygon([[line, square]]).isEmpty)
        #expect(MultiPolygon([[square, line], [line], [square, square]]).polygonStarts == [0, 1, 3])
        #expect(MultiPolygon([[]]).isEmpty)
    }

    @Test("boxes join, grow, meet and hold their edge")
    func boxes() {
        let box = MultiPolygon.rectangle(0, 0, 10, 5).boundingBox
        #expect(box == BoundingBox(minX: 0, minY: 0, maxX: 10, maxY: 5))
        #expect(BoundingBox.empty.isEmpty && BoundingBox.empty.union(box) == box)
        #expect(box.contains(Point(x: 10, y: 5)) && !box.contains(Point(x: 10.1, y: 5)))
        #expect(!box.intersects(MultiPolygon.rectangle(11, 0, 1, 1).boundingBox))
        #expect(box.expanded(by: 1).intersects(MultiPolygon.rectangle(11, 0, 1, 1).boundingBox))
    }
}

@Suite("Repair")
struct ShapeRepairTests {
    private static let bowTie = MultiPolygon([[[(0, 0), (10, 10), (10, 0), (0, 10)].map { Point(x: $0.0, y: $0.1) }]])

    @Test("a bow tie becomes two triangles and the reason names the place")
    func bowTie() throws {
        let fine = MultiPolygon.rectangle(20, 0, 10, 10)
        let result = try repair([fine, Self.bowTie])
        #expect(result.shapes[0] == fine)
        #expect(result.shapes[1].polygonCount == 2)
        #expect(abs(result.shapes[1].area - 50) < 1e-9)
        #expect(try result.shapes[1].isValid())
        #expect(result.repairs.map(\.index) == [1])
        #expect(result.repairs[0].reason?.contains("Self-intersection[5 5]") == true)
    }

    @Test("slivers of a repaired shape are dropped and counted, an empty shape stays empty")
    func slivers() throws {
        // A square whose last corner overshoots by a hair, so that a triangle of 0.25 m² hangs on it.
        let shape = MultiPolygon([[[(0, 0), (100, 0), (100, 100), (-0.5, 100), (-0.5, 99), (0.5, 99.5), (0, 99)].map { Point(x: $0.0, y: $0.1) }]])
        let result = try repair([shape, .empty], sliverArea: 1)
        #expect(result.shapes[0].polygonCount == 1)
        #expect(abs(result.shapes[0].area - 10_000) < 60)
        #expect(result.shapes[1].isEmpty)
        #expect(try result.shapes[0].isValid())
    }

    @Test("progress ends at the number of shapes, and the answer does not depend on the order in which chunks finish")
    func progress() throws {
        let shapes = (0..<2000).map { $0 % 7 == 0 ? Self.bowTie : MultiPolygon.rectangle(Double($0), 0, 10, 10) }
        let reports = Mutex<[Int]>([])
        let result = try repair(shapes) { done, total in
            reports.withLock { $0.append(done) }
            if total != 2000 { reports.withLock { $0.append(-1) } }
        }
        let seen = reports.withLock { $0 }
        #expect(seen == seen.sorted() && seen.last == 2000 && seen.count > 1 && !seen.contains(-1))
        #expect(result.repairs.map(\.index) == Array(stride(from: 0, to: 2000, by: 7)))
        #expect(result.shapes[1999] == shapes[1999])
    }

    @Test("outsides run against the clock after repair, holes with it")
    func orientation() throws {
        let shape = MultiPolygon([
            [
                [(0, 0), (0, 10), (10, 10), (10, 0)].map { Point(x: $0.0, y: $0.1) }, [(2, 2), (8, 2), (8, 8), (2, 8)].map { Point(x: $0.0, y: $0.1) },
            ]
        ])
        let result = try repair([shape])
        #expect(result.shapes[0].signedArea(ofRing: 0) == 100)
        #expect(result.shapes[0].signedArea(ofRing: 1) == -36)
        #expect(result.repairs.isEmpty)
    }
}
