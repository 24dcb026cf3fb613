/// Shapes with fewer points that share their borders as before.
package struct SimplifiedShapes: Sendable {
    /// As many as were given, in the same order.
    package let shapes: [MultiPolygon]
    /// Shapes whose arcs kept more points than the tolerance asks, because they would have crossed, vanished or changed their size by more than a half.
    package let refined: [Int]
    /// Shapes that are invalid after all, because they were so before.
    package let invalid: [Int]
}

/// Takes away points from borders, once for both sides: what two shapes share before they share after, point by point.
///
/// The outlines of all shapes are cut into arcs, at the places where the set of shapes changes; every arc is simplified by effective area with its ends
/// fixed. An island keeps at least four points. Then every shape is checked; the arcs of one that fails keep more points, in five steps up to all of them.
/// - Parameters:
///   - shapes: all shapes of one level, valid, in RD metres; points are common when they are equal to the millimetre, see
///     ``weld(_:vertexTolerance:edgeTolerance:progress:)``
///   - tolerance: metres; a point goes when its triangle is smaller than a square of that side
///   - progress: shapes checked and shapes in all; called from any thread, one at a time
package func simplify(
    _ shapes: [MultiPolygon], tolerance: Double, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
) throws(GeoError) -> SimplifiedShapes {
    let simplification = try Simplification(Topology(VertexRings(shapes, tolerance: 0)), tolerance: tolerance)
    return try simplification.run(progress: progress)
}

private struct Simplification {
    private static let finest = 5
    private let topology: Topology
    private let tolerance: Double
    /// Effective area of every point of every arc, m².
    private let areas: [[Double]]
    /// Points between the ends that an arc keeps in any case.
    private var least: [Int]
    /// Per arc: the tolerance is halved so many times; the last step keeps everything.
    private var refinement: [Int]
    private var arcs: [[Int32]] = []

    init(_ topology: Topology, tolerance: Double) throws(GeoError) {
        self.topology = topology
        self.tolerance = max(tolerance, 0)
        let vertices = topology.vertices
        areas = try inParallel(topology.arcs.count, chunkSize: 1024) { (range) throws(GeoError) in
            range.map { arc in
                let numbers = topology.arcs[arc]
                return Visvalingam.effectiveAreas(x: numbers.map { vertices.x[Int($0)] }, y: numbers.map { vertices.y[Int($0)] })
            }
        }
        least = Array(repeating: 0, count: topology.arcs.count)
        refinement = least
        for ring in topology.ringArcs where ring.count <= 2 {
            // A ring of one arc keeps four points, a ring of two arcs at least one point beside the two ends on each.
            for reference in ring {
                let arc = Int(reference < 0 ? ~reference : reference)
                least[arc] = max(least[arc], ring.count == 1 ? 3 : 1)
            }
        }
    }

    consuming func run(progress: (@Sendable (Int, Int) -> Void)?) throws(GeoError) -> SimplifiedShapes {
        arcs = topology.arcs.indices.map(simplified)
        var result = (0..<topology.vertices.shapeCount).map(shape)
        var refined: Set<Int> = []
        var failed = try failures(among: Array(result.indices), result, progress: progress)
        while !failed.isEmpty {
            refined.formUnion(failed)
            let changed = refine(failed)
            if changed.isEmpty { break }
            // Whoever has a changed arc is built and checked again, the neighbours of the failing shape too.
            let affected = result.indices.filter { topology.arcs(of: $0).contains { changed.contains($0) } }
            for index in affected { result[index] = shape(index) }
            failed = try failures(among: affected, result, progress: nil)
        }
        let invalid = try failures(among: refined.sorted(), result, progress: nil)
        return SimplifiedShapes(shapes: result.map { $0.oriented() }, refined: refined.sorted(), invalid: invalid)
    }

    private func shape(_ index: Int) -> MultiPolygon {
        topology.vertices.shape(index) { topology.ring($0, arcs: arcs) }
    }

    private func simplified(_ arc: Int) -> [Int32] {
        let numbers = topology.arcs[arc]
        if refinement[arc] >= Simplification.finest || numbers.count <= least[arc] + 2 { return numbers }
        let side = tolerance / Double(1 << refinement[arc])
        var limit = side * side
        let inner = areas[arc].dropFirst().dropLast()
        if inner.count(where: { $0 >= limit }) < least[arc] {
            limit = inner.sorted(by: >)[least[arc] - 1]
        }
        return numbers.indices.filter { areas[arc][$0] >= limit }.map { numbers[$0] }
    }

    private mutating func refine(_ shapes: [Int]) -> Set<Int> {
        var changed: Set<Int> = []
        for shape in shapes {
            for arc in topology.arcs(of: shape) where refinement[arc] < Simplification.finest && changed.insert(arc).inserted {
                refinement[arc] += 1
                arcs[arc] = simplified(arc)
            }
        }
        return changed
    }

    /// Shapes that are invalid or have lost a ring, its direction or half its size.
    private func failures(among indices: [Int], _ shapes: [MultiPolygon], progress: (@Sendable (Int, Int) -> Void)?) throws(GeoError) -> [Int] {
        let vertices = topology.vertices
        return try inParallel(indices.count, progress: progress) { (range) throws(GeoError) in
            let geos = try Geos()
            var failed: [Int] = []
            for index in indices[range] {
                let before = vertices.shape(index)
                let isFine = Simplification.resembles(shapes[index], before) ? try geos.isValid(shapes[index]) : false
                if !isFine { failed.append(index) }
            }
            return failed
        }
    }

    private static func resembles(_ after: MultiPolygon, _ before: MultiPolygon) -> Bool {
        guard after.ringCount == before.ringCount else { return false }
        return (0..<before.ringCount).allSatisfy { ring in
            let ratio = after.signedArea(ofRing: ring) / before.signedArea(ofRing: ring)
            return ratio > 0.5 && ratio < 2
        }
    }
}
