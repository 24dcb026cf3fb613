import Foundation
import Geo
import TestSupport
import Testing

@Suite("Simplification with shared borders")
struct SimplifyTests {
    /// Squares whose sides have a bend every fifth of the way, the same bend for both neighbours.
    private func jagged(columns: Int, rows: Int) -> [MultiPolygon] {
        var numbers = Chance(11)
        func side(_ from: Point, _ to: Point) -> [Point] {
            (1..<20).map { step in
                let along = Double(step) / 20
                return Point(
                    x: from.x + (to.x - from.x) * along + .random(in: -15...15, using: &numbers),
                    y: from.y + (to.y - from.y) * along + .random(in: -15...15, using: &numbers))
            }
        }
        let corner = { (column: Int, row: Int) in Point(x: 150_000 + Double(column) * 1000, y: 450_000 + Double(row) * 1000) }
        let across = (0...rows).map { row in (0..<columns).map { side(corner($0, row), corner($0 + 1, row)) } }
        let upward = (0..<rows).map { row in (0...columns).map { side(corner($0, row), corner($0, row + 1)) } }
        return (0..<rows).flatMap { row in
            (0..<columns).map { column in
                let south = [corner(column, row)] + across[row][column] + [corner(column + 1, row)] + upward[row][column + 1]
                let north = [corner(column + 1, row + 1)] + across[row + 1][column].reversed() + [corner(column, row + 1)] + upward[row][column].reversed()
                return MultiPolygon([[south + north]])
            }
        }
    }

    /// Directed pieces of border; two shapes share one when one has it forward and the other backward.
    private func steps(_ shapes: [MultiPolygon]) -> Set<[Point]> {
        var result: Set<[Point]> = []
        for shape in shapes {
            for ring in 0..<shape.ringCount {
                let points = shape.points(of: ring).map(shape.point)
                for (index, point) in points.enumerated() { result.insert([point, points[(index + 1) % points.count]]) }
            }
        }
        return result
    }

    @Test("after simplification every inner border is the same from both sides, without gap or overlap", arguments: [10.0, 40, 200])
    func shared(tolerance: Double) throws {
        let shapes = jagged(columns: 6, rows: 5)
        let result = try simplify(shapes, tolerance: tolerance)
        #expect(result.invalid.isEmpty)
        let before = shapes.reduce(0) { $0 + $1.pointCount }, after = result.shapes.reduce(0) { $0 + $1.pointCount }
        #expect(after < before * 9 / 10)
        let all = steps(result.shapes)
        let outer = all.filter { !all.contains([$0[1], $0[0]]) }
        // 22 sides lie on the outside of a 6 by 5 lattice, each of at most 20 pieces; all other pieces are shared.
        #expect(
            outer.allSatisfy { step in
                step.allSatisfy { abs($0.x - 150_000) < 16 || abs($0.x - 156_000) < 16 || abs($0.y - 450_000) < 16 || abs($0.y - 455_000) < 16 }
            })
        let defects = try CoverageDefects(of: result.shapes)
        #expect(defects.overlap == 0 && defects.gaps == 0)
        #expect(abs(result.shapes.reduce(0) { $0 + $1.area } - 30e6) < 0.3e6)
        for (old, new) in zip(shapes, result.shapes) { #expect(abs(new.area / old.area - 1) < 0.06) }
        let whole = try simplify(shapes, tolerance: 0).shapes
        #expect(zip(whole, shapes).allSatisfy { $0.pointCount == $1.pointCount && abs($0.area - $1.area) < 1e-6 })
    }

    @Test("an island, a ring of two arcs and a speck keep their shape under any tolerance")
    func smallThings() throws {
        let circle = { (x: Double, y: Double, radius: Double) in
            (0..<40).map { Point(x: x + radius * cos(Double($0) * .pi / 20), y: y + radius * sin(Double($0) * .pi / 20)) }
        }
        let lake = circle(155_000, 463_000, 300)
        let shapes = [
            MultiPolygon([[circle(155_000, 463_000, 2000), lake]]), MultiPolygon([[lake]]), MultiPolygon([[circle(190_000, 463_000, 3)]]),
            MultiPolygon.rectangle(160_000, 463_000, 5, 5), .empty,
        ]
        let result = try simplify(shapes, tolerance: 5000)
        #expect(result.invalid.isEmpty)
        for (old, new) in zip(shapes, result.shapes) {
            #expect(new.ringCount == old.ringCount)
            if !old.isEmpty { #expect(new.area > old.area * 0.4 && new.area < old.area * 2) }
        }
        #expect(result.shapes[1].pointCount >= 4)
        // The lake is the hole of its surroundings, before and after.
        #expect(Set(result.shapes[0].points(of: 1).map(result.shapes[0].point)) == Set(result.shapes[1].points(of: 0).map(result.shapes[1].point)))
    }

    @Test("welding closes the gaps and overlaps of shapes that were simplified one by one")
    func weldsNeighbours() throws {
        // Two halves that keep different points of one bent border, all within 8 m of it.
        let left = MultiPolygon([[[(0, 0), (500, 0), (504, 200), (497, 650), (500, 1000), (0, 1000)].map { Point(x: $0.0, y: $0.1) }]])
        let right = MultiPolygon([[[(1000, 0), (1000, 1000), (500.5, 1000.5), (503, 820), (498, 400), (500, 0)].map { Point(x: $0.0, y: $0.1) }]])
        let before = try CoverageDefects(of: [left, right])
        #expect(before.overlap > 100)
        let welded = try weld([left, right], vertexTolerance: 2, edgeTolerance: 12)
        #expect(welded.insertedVertices == 4)
        #expect(welded.repairs.isEmpty)
        #expect(try CoverageDefects(of: welded.shapes).overlap == 0)
        #expect(try Borders(of: welded.shapes, snap: 0.1).all.map { ($0.length / 10).rounded() } == [100])
        let apart: [MultiPolygon] = [.rectangle(0, 0, 100, 100), .rectangle(120, 0, 100, 100)]
        #expect(try weld(apart, vertexTolerance: 2, edgeTolerance: 12).shapes == apart)
    }

    @Test("the 2019 neighbourhoods keep their exact fit, their area and every shape", .enabled(if: BoundaryFiles.arePresent))
    func exactTopology() throws {
        let shapes = try repair(try BoundaryFiles.features("buurt_2019_nl.topojson").map { $0.geometry ?? .empty }).shapes
        let result = try simplify(shapes, tolerance: 150)
        #expect(result.invalid.isEmpty)
        #expect(result.shapes.filter(\.isEmpty).isEmpty)
        let before = shapes.reduce(0) { $0 + $1.area }, after = result.shapes.reduce(0) { $0 + $1.area }
        #expect(abs(after / before - 1) < 0.001)
        let old = steps(shapes), new = steps(result.shapes)
        #expect(new.count < old.count)
        // The pieces without a partner are coast and frontier; simplification makes no new ones.
        #expect(new.count { !new.contains([$0[1], $0[0]]) } <= old.count { !old.contains([$0[1], $0[0]]) })
    }

    @Test("the neighbourhoods of one real municipality fit far better after welding, and no worse after simplification", .enabled(if: BoundaryFiles.arePresent))
    func realMunicipality() throws {
        let features = try BoundaryFiles.features("buurt_2024_nl.geojson").filter { $0.properties["gm_code"] == "GM0202" }
        let shapes = try repair(features.map { $0.geometry ?? .empty }).shapes
        let before = try CoverageDefects(of: shapes)
        let welded = try weld(shapes, vertexTolerance: 2, edgeTolerance: 12).shapes
        let between = try CoverageDefects(of: welded)
        #expect(between.overlap < before.overlap / 4)
        #expect(between.gapCount < before.gapCount / 2)
        let result = try simplify(welded, tolerance: 20)
        let after = try CoverageDefects(of: result.shapes)
        #expect(after.overlap <= between.overlap * 1.1 + 1 && after.gaps <= between.gaps * 1.1 + 1)
        #expect(result.invalid.isEmpty)
        #expect(abs(result.shapes.reduce(0) { $0 + $1.area } / shapes.reduce(0) { $0 + $1.area } - 1) < 0.01)
    }
}
