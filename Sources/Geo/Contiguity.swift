/// What makes two shapes neighbours.
package enum ContiguityKind: String, Sendable, Hashable, CaseIterable {
    /// A border or a single point in common.
    case queen
    /// A border of some length in common.
    case rook
}

/// Who is next to whom, as compressed sparse rows: always symmetric, never oneself.
package struct Contiguity: Sendable, Hashable {
    package let kind: ContiguityKind
    /// Index in ``neighbours`` of the first neighbour of every shape, then the number of all: one more than there are shapes.
    package let start: [Int32]
    /// Indices of shapes, ascending per shape.
    package let neighbours: [Int32]

    /// As it was kept: both lists in the form described above.
    package init(kind: ContiguityKind, start: [Int32], neighbours: [Int32]) {
        self.kind = kind
        self.start = start.isEmpty ? [0] : start
        self.neighbours = neighbours
    }

    package var count: Int { start.count - 1 }

    /// The neighbours of one shape.
    package subscript(shape: Int) -> ArraySlice<Int32> { neighbours[Int(start[shape])..<Int(start[shape + 1])] }

    /// Shapes without a neighbour, such as Ameland among the municipalities. They are told, never linked to something by force.
    package var islands: [Int] { (0..<count).filter { start[$0] == start[$0 + 1] } }
}

extension Borders {
    /// - Parameter minimumLength: metres beside one another that make a rook neighbour; at acute corners two outlines run near one another a little before
    ///   they part, so this should be more than the snap distance
    package func contiguity(_ kind: ContiguityKind, minimumLength: Double) -> Contiguity {
        let pairs = all.filter { kind == .queen || $0.length >= minimumLength }
        var start = [Int32](repeating: 0, count: shapeCount + 1)
        for pair in pairs {
            start[pair.first + 1] += 1
            start[pair.second + 1] += 1
        }
        for shape in 0..<shapeCount { start[shape + 1] += start[shape] }
        var next = start
        var neighbours = [Int32](repeating: 0, count: 2 * pairs.count)
        // Pairs are ordered by first, so a shape gets its lower neighbours first and each list comes out ascending.
        for pair in pairs { place(pair.first, in: pair.second, &next, &neighbours) }
        for pair in pairs { place(pair.second, in: pair.first, &next, &neighbours) }
        return Contiguity(kind: kind, start: start, neighbours: neighbours)
    }

    private func place(_ neighbour: Int, in shape: Int, _ next: inout [Int32], _ neighbours: inout [Int32]) {
        neighbours[Int(next[shape])] = Int32(truncatingIfNeeded: neighbour)
        next[shape] += 1
    }
}

/// Neighbours of one kind; for both kinds make ``Borders`` once.
///
/// - Parameters:
///   - shapes: in RD metres
///   - snap: see ``Borders/init(of:snap:progress:)``
///   - minimumLength: see ``Borders/contiguity(_:minimumLength:)``; twice the snap distance and at least 1 m where it is nil
package func contiguity(_ shapes: [MultiPolygon], kind: ContiguityKind, snap: Double, minimumLength: Double? = nil) throws(GeoError) -> Contiguity {
    try Borders(of: shapes, snap: snap).contiguity(kind, minimumLength: minimumLength ?? max(1, 2 * snap))
}
