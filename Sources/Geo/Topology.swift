/// Shapes as arcs: pieces of border between the places where three or more meet, each held once and named by every ring that runs along it.
struct Topology: Sendable {
    let vertices: VertexRings
    /// Numbers of vertices; a closed arc ends with the vertex it begins with.
    private(set) var arcs: [[Int32]] = []
    /// Per ring the arcs it consists of; ones' complement for an arc walked backwards, as TopoJSON writes it.
    private(set) var ringArcs: [[Int32]] = []
    /// Number of an arc by its first step, either way round: between nodes there is only one way on.
    private var arcByStep: [UInt64: Int32] = [:]

    init(_ vertices: VertexRings) {
        self.vertices = vertices
        let isNode = Topology.nodes(of: vertices)
        ringArcs.reserveCapacity(vertices.rings.count)
        for ring in vertices.rings { ringArcs.append(cut(ring, at: isNode)) }
        arcByStep = [:]
    }

    /// A vertex is a node where not every ring that comes by has the same two neighbours there.
    private static func nodes(of vertices: VertexRings) -> [Bool] {
        var isNode = [Bool](repeating: false, count: vertices.x.count)
        var lower = [Int32](repeating: -1, count: vertices.x.count)
        var upper = lower
        for ring in vertices.rings {
            for (position, vertex) in ring.enumerated() {
                let before = ring[position == 0 ? ring.count - 1 : position - 1], after = ring[position + 1 == ring.count ? 0 : position + 1]
                let place = Int(vertex)
                if lower[place] < 0 {
                    lower[place] = min(before, after)
                    upper[place] = max(before, after)
                } else if lower[place] != min(before, after) || upper[place] != max(before, after) {
                    isNode[place] = true
                }
            }
        }
        return isNode
    }

    private mutating func cut(_ ring: [Int32], at isNode: [Bool]) -> [Int32] {
        guard let lowest = ring.min() else { return [] }
        // A ring without nodes begins at its lowest vertex, so that two rings along the same way begin alike.
        let nodes = ring.indices.filter { isNode[Int(ring[$0])] }
        let start = nodes.first ?? ring.firstIndex(of: lowest) ?? 0
        let turned = Array(ring[start...] + ring[..<start]) + [ring[start]]
        var references: [Int32] = []
        var from = 0
        for to in 1..<turned.count where to == turned.count - 1 || isNode[Int(turned[to])] {
            references.append(reference(to: turned[from...to]))
            from = to
        }
        return references
    }

    private mutating func reference(to way: ArraySlice<Int32>) -> Int32 {
        let first = way.startIndex, last = way.endIndex - 1
        if let known = arcByStep[Topology.step(way[first], way[first + 1])] { return known }
        if let known = arcByStep[Topology.step(way[last], way[last - 1])] { return ~known }
        let number = Int32(truncatingIfNeeded: arcs.count)
        arcs.append(Array(way))
        arcByStep[Topology.step(way[first], way[first + 1])] = number
        return number
    }

    private static func step(_ from: Int32, _ to: Int32) -> UInt64 { UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to)) }

    /// The vertices of a ring when its arcs are these instead of its own; the first is not repeated.
    func ring(_ number: Int, arcs: [[Int32]]) -> [Int32] {
        var result: [Int32] = []
        for reference in ringArcs[number] {
            let arc = arcs[Int(reference < 0 ? ~reference : reference)]
            if reference < 0 { result.append(contentsOf: arc.dropFirst().reversed()) } else { result.append(contentsOf: arc.dropLast()) }
        }
        return result
    }

    /// The arcs a shape consists of, without direction.
    func arcs(of shape: Int) -> [Int] { vertices.rings(of: shape).flatMap { ringArcs[$0].map { Int($0 < 0 ? ~$0 : $0) } } }
}
