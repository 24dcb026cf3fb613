/// The rings of many shapes as numbers of common vertices: equal places have equal numbers, over all shapes.
struct VertexRings: Sendable {
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    /// Numbers of vertices per ring, the first not repeated; of all shapes in order.
    var rings: [[Int32]] = []
    /// Number of the first ring of every shape, then the number of rings.
    private(set) var shapeStarts = [0]
    /// Whether a ring is the outside of a polygon and thereby begins one.
    private(set) var isOutside: [Bool] = []

    /// - Parameter tolerance: metres within which places become one, the first that came; at least a millimetre
    init(_ shapes: [MultiPolygon], tolerance: Double) {
        var cells = VertexCells(size: max(tolerance, 0.001), capacity: shapes.reduce(0) { $0 + $1.pointCount })
        for shape in shapes {
            for polygon in 0..<shape.polygonCount {
                for ring in shape.rings(of: polygon) {
                    let numbers = shape.points(of: ring).map { cells.number(x: shape.coordinates[2 * $0], y: shape.coordinates[2 * $0 + 1], &x, &y) }
                    rings.append(VertexRings.withoutSpikes(numbers))
                    isOutside.append(ring == shape.polygonStarts[polygon])
                }
            }
            shapeStarts.append(rings.count)
        }
    }

    var shapeCount: Int { shapeStarts.count - 1 }

    func rings(of shape: Int) -> Range<Int> { shapeStarts[shape]..<shapeStarts[shape + 1] }

    /// A shape again; rings that have become points or lines fall away, and a shape with them if nothing is left.
    func shape(_ index: Int) -> MultiPolygon { shape(index) { rings[$0] } }

    func shape(_ index: Int, ring: (Int) -> [Int32]) -> MultiPolygon {
        var builder = MultiPolygon.Builder()
        for number in rings(of: index) {
            if isOutside[number] { builder.endPolygon() }
            for vertex in ring(number) { builder.add(x: x[Int(vertex)], y: y[Int(vertex)]) }
            builder.endRing()
        }
        return builder.finish()
    }

    /// Without vertices twice in a row and without ways there and straight back.
    static func withoutSpikes(_ ring: [Int32]) -> [Int32] {
        var result: [Int32] = []
        result.reserveCapacity(ring.count)
        for vertex in ring {
            if result.last == vertex { continue }
            if result.count > 1, result[result.count - 2] == vertex {
                result.removeLast()
            } else {
                result.append(vertex)
            }
        }
        var start = 0
        while result.count - start > 1 {
            if result[start] == result[result.count - 1] {
                result.removeLast()
            } else if result.count - start > 2, result[start + 1] == result[result.count - 1] {
                start += 1
            } else if result.count - start > 2, result[start] == result[result.count - 2] {
                result.removeLast()
            } else {
                break
            }
        }
        return result.count - start < 3 ? [] : Array(result[start...])
    }
}

/// Finds the vertex near a place by square cells, in which vertices are chained.
private struct VertexCells {
    private let size: Double
    private var heads: [Cell: Int32] = [:]
    private var next: [Int32] = []

    private struct Cell: Hashable {
        let column: Int32
        let row: Int32
    }

    init(size: Double, capacity: Int) {
        self.size = size
        heads.reserveCapacity(capacity)
    }

    /// The nearest vertex within the size of a cell, or a new one.
    mutating func number(x: Double, y: Double, _ xs: inout [Double], _ ys: inout [Double]) -> Int32 {
        let cell = Cell(column: VertexCells.index(x / size), row: VertexCells.index(y / size))
        var best: Int32 = -1
        var bestSquared = size * size
        // The same place again is by far the most frequent: its own cell first.
        search(cell, x, y, xs, ys, &best, &bestSquared)
        if best >= 0, bestSquared == 0 { return best }
        for row in -1...1 as ClosedRange<Int32> {
            for column in -1...1 as ClosedRange<Int32> where row != 0 || column != 0 {
                search(Cell(column: cell.column &+ column, row: cell.row &+ row), x, y, xs, ys, &best, &bestSquared)
            }
        }
        if best >= 0 { return best }
        let number = Int32(truncatingIfNeeded: xs.count)
        xs.append(x)
        ys.append(y)
        next.append(heads[cell] ?? -1)
        heads[cell] = number
        return number
    }

    private func search(_ cell: Cell, _ x: Double, _ y: Double, _ xs: [Double], _ ys: [Double], _ best: inout Int32, _ bestSquared: inout Double) {
        var number = heads[cell] ?? -1
        while number >= 0 {
            let dx = xs[Int(number)] - x, dy = ys[Int(number)] - y
            let squared = dx * dx + dy * dy
            if squared < bestSquared || squared == bestSquared && number < best || best < 0 && squared <= bestSquared {
                best = number
                bestSquared = squared
            }
            number = next[Int(number)]
        }
    }

    /// RD in millimetres is below 2³¹ within the Netherlands; anything else wraps, which costs time and no correctness.
    private static func index(_ value: Double) -> Int32 {
        guard value.magnitude < 1e15 else { return 0 }
        return Int32(truncatingIfNeeded: Int(value.rounded(.down)))
    }
}
