/// Which shapes of one level lie against one another, and along how many metres.
///
/// Works for shapes that do not fit exactly: a border counts where the two outlines run beside one another within a distance. Shapes meet when any two
/// points of their outlines are that near. Each pair appears once.
package struct Borders: Sendable, Hashable {
    package struct Border: Sendable, Hashable {
        /// The lower index of the two.
        package let first: Int
        package let second: Int
        /// Metres beside one another, the mean of what is measured from both sides; 0 where the shapes only touch.
        package let length: Double
    }

    package let shapeCount: Int
    /// Ordered by first, then second.
    package let all: [Border]

    /// - Parameters:
    ///   - shapes: in RD metres
    ///   - snap: metres between outlines that count as one border. For the 2024 neighbourhoods as they come 10, because each of them was simplified by
    ///     itself to about 10 m; after ``weld(_:vertexTolerance:edgeTolerance:progress:)`` 2, which hardly joins what is apart; for shapes with exact
    ///     common points 0.1
    ///   - progress: shapes done and shapes in all; called from any thread, one at a time
    package init(of shapes: [MultiPolygon], snap: Double, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil) throws(GeoError) {
        let index = SegmentIndex(shapes)
        let halves = try inParallel(shapes.count, progress: progress) { (range) throws(GeoError) in
            range.flatMap { Borders.halves(of: $0, in: index, snap: snap) }
        }
        shapeCount = shapes.count
        all = Borders.joined(halves)
    }

    /// What one shape sees of another.
    private struct Half: Sendable {
        let from: Int
        let to: Int
        let length: Double
    }

    private struct Stretch {
        let shape: Int32
        let low: Double
        let high: Double
    }

    private static func halves(of shape: Int, in index: SegmentIndex, snap: Double) -> [Half] {
        var lengths: [Int32: Double] = [:]
        var stretches: [Stretch] = []
        var found: [Int32] = []
        for number in index.starts[shape]..<index.starts[shape + 1] {
            let segment = index.segments[number]
            stretches.removeAll(keepingCapacity: true)
            index.tree.find(segment.boundingBox.expanded(by: snap), &found)
            for other in found where index.owners[Int(other)] != Int32(shape) {
                guard segment.isWithin(snap, of: index.segments[Int(other)]) else { continue }
                let range = segment.stretch(beside: index.segments[Int(other)], distance: snap)
                stretches.append(Stretch(shape: index.owners[Int(other)], low: range?.lowerBound ?? 0, high: range?.upperBound ?? 0))
            }
            guard !stretches.isEmpty else { continue }
            stretches.sort { ($0.shape, $0.low) < ($1.shape, $1.low) }
            add(stretches, times: segment.length, to: &lengths)
        }
        return lengths.map { Half(from: shape, to: Int($0.key), length: $0.value) }.sorted { $0.to < $1.to }
    }

    /// Adds the covered part of a segment per shape; where two stretches overlap it counts once.
    private static func add(_ stretches: [Stretch], times length: Double, to lengths: inout [Int32: Double]) {
        var shape: Int32 = -1
        var reached = 0.0
        for stretch in stretches {
            if stretch.shape != shape {
                shape = stretch.shape
                reached = 0
            }
            let new = max(0, stretch.high - max(stretch.low, reached))
            reached = max(reached, stretch.high)
            lengths[shape, default: 0] += new * length
        }
    }

    private static func joined(_ halves: [Half]) -> [Border] {
        let ordered = halves.map { (first: min($0.from, $0.to), second: max($0.from, $0.to), half: $0) }
            .sorted { ($0.first, $0.second, $0.half.from) < ($1.first, $1.second, $1.half.from) }
        var borders: [Border] = []
        for (first, second, half) in ordered {
            if let last = borders.last, last.first == first, last.second == second {
                borders[borders.count - 1] = Border(first: first, second: second, length: last.length + half.length / 2)
            } else {
                borders.append(Border(first: first, second: second, length: half.length / 2))
            }
        }
        return borders
    }
}

/// All pieces of all outlines, with a tree to find them by place.
struct SegmentIndex: Sendable {
    let segments: [Segment]
    /// Which shape a segment belongs to.
    let owners: [Int32]
    /// Index of the first segment of every shape, then the number of segments.
    let starts: [Int]
    let tree: BoxTree

    init(_ shapes: [MultiPolygon]) {
        var segments: [Segment] = []
        var owners: [Int32] = []
        var starts = [0]
        segments.reserveCapacity(shapes.reduce(0) { $0 + $1.pointCount })
        for (index, shape) in shapes.enumerated() {
            shape.forEachSegment { segment in
                segments.append(segment)
                owners.append(Int32(truncatingIfNeeded: index))
            }
            starts.append(segments.count)
        }
        self.tree = BoxTree(segments.map(\.boundingBox))
        self.segments = segments
        self.owners = owners
        self.starts = starts
    }
}
