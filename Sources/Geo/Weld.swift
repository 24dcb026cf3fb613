/// What welding changed.
package struct WeldedShapes: Sendable {
    /// As many as were given, in the same order, all valid. A shape that would vanish stays as it was.
    package let shapes: [MultiPolygon]
    /// Vertices put into the border of a neighbour.
    package let insertedVertices: Int
    /// Shapes whose outline touched or crossed itself afterwards and was repaired.
    package let repairs: [ShapeRepair]
}

/// Makes neighbours share their border, where each was simplified by itself and small gaps and overlaps lie between them.
///
/// First, places nearer than `vertexTolerance` become one. Then every vertex on a piece of border that no neighbour shares is put into the nearest such
/// piece of another ring within `edgeTolerance`; so both sides come to have the vertices of both, and the piece is shared. Pieces that are shared already
/// are left alone, and a ring never gets a vertex twice.
/// - Parameters:
///   - shapes: all shapes of one level, valid, in RD metres
///   - vertexTolerance: metres; 2 for coordinates with 5 decimals of degrees, whose steps are 0.7 by 1.1 m
///   - edgeTolerance: metres; somewhat more than each shape was simplified to: 12 for the 2024 neighbourhoods (10 m)
///   - progress: called with the rounds done
package func weld(
    _ shapes: [MultiPolygon], vertexTolerance: Double, edgeTolerance: Double, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
) throws(GeoError) -> WeldedShapes {
    var rings = VertexRings(shapes, tolerance: vertexTolerance)
    var inserted = 0
    let rounds = 4
    for round in 0..<rounds {
        let new = try rings.insertFacingVertices(within: edgeTolerance)
        inserted += new
        progress?(round + 1, rounds)
        if new == 0 { break }
    }
    let welded = shapes.indices.map { index in
        let shape = rings.shape(index)
        return shape.isEmpty ? shapes[index] : shape
    }
    let repaired = try repair(welded)
    return WeldedShapes(shapes: repaired.shapes, insertedVertices: inserted, repairs: repaired.repairs)
}

extension VertexRings {
    /// A piece of a ring that no other ring shares.
    private struct OpenEdge: Sendable {
        let ring: Int32
        /// Position in the ring of its first end.
        let position: Int32
        let from: Int32
        let to: Int32
    }

    private struct Insertion: Sendable {
        let ring: Int32
        let position: Int32
        let along: Double
        let vertex: Int32
    }

    /// All open edges, to find the one that faces a vertex.
    private struct FacingEdges: Sendable {
        let edges: [OpenEdge]
        let segments: [Segment]
        let tree: BoxTree
        let membership: VertexMembership

        /// Where a vertex belongs: the nearest open edge of a ring that does not have it; nil for none within the tolerance (metres).
        func insertion(of vertex: Int, x: Double, y: Double, within tolerance: Double, _ found: inout [Int32]) -> Insertion? {
            var best: (edge: Int, squared: Double, along: Double) = (.max, tolerance * tolerance, 0)
            tree.find(BoundingBox(x: x, y: y, reach: tolerance), &found)
            for edge in found.lazy.map({ Int($0) }) {
                let near = segments[edge].nearest(x: x, y: y)
                guard near.along > 0, near.along < 1 else { continue }
                guard near.squaredDistance < best.squared || near.squaredDistance == best.squared && edge < best.edge else { continue }
                // A vertex as far off as half the piece is long would bend it out of shape rather than complete it.
                guard 4 * near.squaredDistance <= segments[edge].length * segments[edge].length else { continue }
                if !membership.contains(vertex, ring: edges[edge].ring) { best = (edge, near.squaredDistance, near.along) }
            }
            guard best.edge != .max else { return nil }
            return Insertion(ring: edges[best.edge].ring, position: edges[best.edge].position, along: best.along, vertex: Int32(truncatingIfNeeded: vertex))
        }
    }

    /// One round of the second step of ``weld(_:vertexTolerance:edgeTolerance:progress:)``; tells how many vertices were put in.
    fileprivate mutating func insertFacingVertices(within tolerance: Double) throws(GeoError) -> Int {
        let edges = openEdges()
        guard tolerance > 0, !edges.isEmpty else { return 0 }
        let segments = edges.map { Segment(ax: x[Int($0.from)], ay: y[Int($0.from)], bx: x[Int($0.to)], by: y[Int($0.to)]) }
        var isOpen = [Bool](repeating: false, count: x.count)
        for edge in edges {
            isOpen[Int(edge.from)] = true
            isOpen[Int(edge.to)] = true
        }
        let vertices = isOpen.indices.filter { isOpen[$0] }
        let (xs, ys) = (x, y)
        let facing = FacingEdges(edges: edges, segments: segments, tree: BoxTree(segments.map(\.boundingBox)), membership: VertexMembership(self))
        let insertions = try inParallel(vertices.count, chunkSize: 4096) { (range) throws(GeoError) in
            var found: [Int32] = []
            return vertices[range].compactMap { facing.insertion(of: $0, x: xs[$0], y: ys[$0], within: tolerance, &found) }
        }
        insert(insertions)
        return insertions.count
    }

    private func openEdges() -> [OpenEdge] {
        var uses: [UInt64: Int32] = [:]
        uses.reserveCapacity(x.count * 2)
        forEachEdge { _, _, from, to in uses[VertexRings.key(from, to), default: 0] += 1 }
        var edges: [OpenEdge] = []
        forEachEdge { ring, position, from, to in
            if uses[VertexRings.key(from, to)] == 1 {
                edges.append(OpenEdge(ring: Int32(truncatingIfNeeded: ring), position: Int32(truncatingIfNeeded: position), from: from, to: to))
            }
        }
        return edges
    }

    private func forEachEdge(_ visit: (_ ring: Int, _ position: Int, _ from: Int32, _ to: Int32) -> Void) {
        for (ring, vertices) in rings.enumerated() {
            for position in vertices.indices { visit(ring, position, vertices[position], vertices[position + 1 == vertices.count ? 0 : position + 1]) }
        }
    }

    /// The same for both directions.
    private static func key(_ from: Int32, _ to: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: min(from, to))) << 32 | UInt64(UInt32(bitPattern: max(from, to)))
    }

    private mutating func insert(_ insertions: [Insertion]) {
        let ordered = insertions.sorted { ($0.ring, $0.position, $0.along, $0.vertex) < ($1.ring, $1.position, $1.along, $1.vertex) }
        var index = 0
        while index < ordered.count {
            let ring = Int(ordered[index].ring)
            var longer: [Int32] = []
            for (position, vertex) in rings[ring].enumerated() {
                longer.append(vertex)
                while index < ordered.count, Int(ordered[index].ring) == ring, Int(ordered[index].position) == position {
                    longer.append(ordered[index].vertex)
                    index += 1
                }
            }
            rings[ring] = VertexRings.withoutSpikes(longer)
        }
    }
}

/// Which rings a vertex lies on.
private struct VertexMembership: Sendable {
    private var starts: [Int32]
    private var rings: [Int32]

    init(_ source: VertexRings) {
        starts = [Int32](repeating: 0, count: source.x.count + 1)
        for ring in source.rings { for vertex in ring { starts[Int(vertex) + 1] += 1 } }
        for vertex in 0..<source.x.count { starts[vertex + 1] += starts[vertex] }
        var next = starts
        rings = [Int32](repeating: 0, count: Int(starts[source.x.count]))
        for (number, ring) in source.rings.enumerated() {
            for vertex in ring {
                rings[Int(next[Int(vertex)])] = Int32(truncatingIfNeeded: number)
                next[Int(vertex)] += 1
            }
        }
    }

    func contains(_ vertex: Int, ring: Int32) -> Bool {
        for place in starts[vertex]..<starts[vertex + 1] where rings[Int(place)] == ring { return true }
        return false
    }
}
