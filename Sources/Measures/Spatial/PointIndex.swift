import Foundation

/// Points in a plane, sorted into a tree that halves them by x and by y in turn (k-d tree; Bentley, 1975), to find who is near.
///
/// Distances are in units of a power of two, so that no coordinate overflows and no digit is lost.
struct PointIndex: Sendable {
    private let points: [SIMD2<Double>]
    /// The points in the order of the tree; the middle of each range is where it is halved.
    private let order: [Int32]
    private let scale: Double
    private static let leaf = 8

    init(_ points: [SIMD2<Double>]) throws(SpatialWeightsFailure) {
        if let missing = points.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) { throw .point(area: missing) }
        guard points.count < SpatialWeights.mostLinks else { throw .tooManyLinks }
        let largest = points.reduce(0) { max($0, abs($1.x), abs($1.y)) }
        let exponent = largest > 0 ? max(-1000, min(1000, -Int(largest.exponent))) : 0
        scale = scalbn(1, exponent)
        self.points = points.map { SIMD2(scalbn($0.x, exponent), scalbn($0.y, exponent)) }
        var order = (0..<points.count).map { Int32($0) }
        Self.halve(&order, 0..<points.count, by: 0, self.points)
        self.order = order
    }

    private static func halve(_ order: inout [Int32], _ range: Range<Int>, by axis: Int, _ points: [SIMD2<Double>]) {
        guard range.count > leaf else { return }
        order[range].sort { (points[Int($0)][axis], $0) < (points[Int($1)][axis], $1) }
        let middle = (range.lowerBound + range.upperBound) / 2
        halve(&order, range.lowerBound..<middle, by: 1 - axis, points)
        halve(&order, middle + 1..<range.upperBound, by: 1 - axis, points)
    }

    /// The nearest other points, nearest first; of equally near ones those with the lower index.
    func nearest(_ count: Int, to point: Int) -> [Int] {
        var found: [(distance: Double, index: Int32)] = []
        guard count > 0 else { return [] }
        var reach = Double.infinity
        walk(0..<order.count, 0, points[point], &reach) { index, distance in
            guard Int(index) != point else { return found.count < count ? .infinity : found[count - 1].distance }
            if found.count < count || (distance, index) < (found[count - 1].distance, found[count - 1].index) {
                if found.count == count { found.removeLast() }
                let place = found.firstIndex { (distance, index) < ($0.distance, $0.index) } ?? found.count
                found.insert((distance, index), at: place)
            }
            return found.count < count ? .infinity : found[count - 1].distance
        }
        return found.map { Int($0.index) }
    }

    /// All other points at this distance or nearer, in the units of the points.
    func within(_ distance: Double, of point: Int) -> [Int] {
        let reach = distance * scale
        var found: [Int] = []
        var squaredReach = reach * reach
        let limit = squaredReach
        walk(0..<order.count, 0, points[point], &squaredReach) { index, squared in
            if Int(index) != point, squared <= limit { found.append(Int(index)) }
            return limit
        }
        return found
    }

    /// Shows every point that may be within a squared reach to a body, which returns the reach from then on. As deep as the tree: log n.
    private func walk(_ range: Range<Int>, _ axis: Int, _ target: SIMD2<Double>, _ reach: inout Double, _ body: (Int32, Double) -> Double) {
        guard range.count > Self.leaf else {
            for place in range { reach = body(order[place], squared(place, target)) }
            return
        }
        let middle = (range.lowerBound + range.upperBound) / 2
        let ahead = target[axis] - points[Int(order[middle])][axis]
        let (lower, upper) = (range.lowerBound..<middle, middle + 1..<range.upperBound)
        walk(ahead < 0 ? lower : upper, 1 - axis, target, &reach, body)
        guard ahead * ahead <= reach else { return }
        reach = body(order[middle], squared(middle, target))
        walk(ahead < 0 ? upper : lower, 1 - axis, target, &reach, body)
    }

    private func squared(_ place: Int, _ target: SIMD2<Double>) -> Double {
        let step = points[Int(order[place])] - target
        return (step * step).sum()
    }
}
