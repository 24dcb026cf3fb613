/// A packed tree of boxes that finds all that meet a box: sort-tile-recursive (Leutenegger 1997), 16 to a node, built once, never changed.
///
/// Own code beside the tree of GEOS because it is a value: many threads may ask one tree at a time, which GEOS does not allow, and half a million segments
/// need no geometry each.
struct BoxTree: Sendable {
    private static let fan = 16
    /// minX, minY, maxX, maxY of every entry and then of every node, level by level.
    private var bounds: [Double] = []
    /// Which item an entry is.
    private var items: [Int32] = []
    /// Index of the first entry of every level, then the number of all.
    private var levels: [Int] = [0]

    /// Empty boxes are found by nobody. At most 2³¹ boxes.
    init(_ boxes: [BoundingBox]) {
        var order = boxes.indices.filter { !boxes[$0].isEmpty }.map { Int32($0) }
        let leaves = (order.count + BoxTree.fan - 1) / BoxTree.fan
        let sliceSize = max(BoxTree.fan, Int(Double(leaves).squareRoot().rounded(.up)) * BoxTree.fan)
        // Ties go by index, so that the tree is the same everywhere.
        let centreX = boxes.map { $0.minX + $0.maxX }, centreY = boxes.map { $0.minY + $0.maxY }
        order.sort { (centreX[Int($0)], $0) < (centreX[Int($1)], $1) }
        for start in stride(from: 0, to: order.count, by: sliceSize) {
            order[start..<min(order.count, start + sliceSize)].sort { (centreY[Int($0)], $0) < (centreY[Int($1)], $1) }
        }
        items = order
        bounds.reserveCapacity(order.count * 5)
        for item in order {
            let box = boxes[Int(item)]
            bounds.append(contentsOf: [box.minX, box.minY, box.maxX, box.maxY])
        }
        addLevels()
    }

    private mutating func addLevels() {
        levels.append(items.count)
        var start = 0, end = items.count
        while end - start > 1 {
            for node in stride(from: start, to: end, by: BoxTree.fan) {
                var box = BoundingBox.empty
                for child in node..<min(end, node + BoxTree.fan) {
                    box.add(x: bounds[4 * child], y: bounds[4 * child + 1])
                    box.add(x: bounds[4 * child + 2], y: bounds[4 * child + 3])
                }
                bounds.append(contentsOf: [box.minX, box.minY, box.maxX, box.maxY])
            }
            start = end
            end = bounds.count / 4
            levels.append(end)
        }
    }

    /// Puts every item whose box meets the given one in the list, in an order that depends on the tree only. What was in the list goes.
    func find(_ box: BoundingBox, _ found: inout [Int32]) {
        found.removeAll(keepingCapacity: true)
        guard !items.isEmpty else { return }
        search(level: levels.count - 2, from: levels[levels.count - 2], to: levels[levels.count - 1], box, &found)
    }

    private func search(level: Int, from: Int, to: Int, _ box: BoundingBox, _ found: inout [Int32]) {
        for entry in from..<to {
            let place = 4 * entry
            guard bounds[place] <= box.maxX, bounds[place + 1] <= box.maxY, bounds[place + 2] >= box.minX, bounds[place + 3] >= box.minY else { continue }
            if level == 0 {
                found.append(items[entry])
            } else {
                let first = levels[level - 1] + (entry - levels[level]) * BoxTree.fan
                search(level: level - 1, from: first, to: min(levels[level], first + BoxTree.fan), box, &found)
            }
        }
    }
}

extension BoundingBox {
    /// The square around a place.
    init(x: Double, y: Double, reach: Double) {
        self.init(minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach)
    }
}
