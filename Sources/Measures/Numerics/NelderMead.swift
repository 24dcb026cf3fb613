/// Search for a low point of a function without derivatives (Nelder and Mead, 1965). It ends in a low point near its start, not surely the lowest.
package enum NelderMead {
    /// - Parameters:
    ///   - start: first point, at least one number
    ///   - step: distance of the other first corners
    ///   - evaluations: most calls of the function
    ///   - tolerance: stops when the corners agree to this part of the lowest value and lie within a thousandth of the step
    package static func minimum(
        from start: [Double], step: Double, evaluations: Int, tolerance: Double, _ function: ([Double]) -> Double
    ) -> (point: [Double], value: Double) {
        var corners = [start].map { (point: $0, value: function($0)) }
        for index in start.indices {
            let point = start.indices.map { $0 == index ? start[$0] + step : start[$0] }
            corners.append((point, function(point)))
        }
        var calls = corners.count
        let last = corners.count - 1
        while calls < evaluations, last > 0 {
            corners.sort { $0.value < $1.value }
            // Equal values alone say little: corners on both sides of a valley are equal too.
            let isFlat = corners[last].value - corners[0].value <= tolerance * abs(corners[0].value)
            if isFlat, width(corners.map(\.point)) <= 1e-3 * abs(step) { break }
            let centre = middle(of: corners.dropLast().map(\.point))
            func trial(_ factor: Double) -> (point: [Double], value: Double) {
                calls += 1
                let point = zip(centre, corners[last].point).map { $0 + factor * ($0 - $1) }
                return (point, function(point))
            }
            let mirrored = trial(1)
            if mirrored.value < corners[0].value {
                let far = trial(2)
                corners[last] = far.value < mirrored.value ? far : mirrored
                continue
            }
            if mirrored.value < corners[last - 1].value {
                corners[last] = mirrored
                continue
            }
            let near = trial(mirrored.value < corners[last].value ? 0.5 : -0.5)
            if near.value < min(mirrored.value, corners[last].value) {
                corners[last] = near
                continue
            }
            shrink(&corners, function)
            calls += last
        }
        let best = corners.min { $0.value < $1.value } ?? corners[0]
        return (best.point, best.value)
    }

    /// Moves all other corners halfway to the first.
    private static func shrink(_ corners: inout [(point: [Double], value: Double)], _ function: ([Double]) -> Double) {
        for index in corners.indices.dropFirst() {
            corners[index].point = zip(corners[0].point, corners[index].point).map { ($0 + $1) / 2 }
            corners[index].value = function(corners[index].point)
        }
    }

    /// Farthest that a point lies from the first in one direction.
    private static func width(_ points: [[Double]]) -> Double {
        points.reduce(0) { most, point in zip(point, points[0]).reduce(most) { max($0, abs($1.0 - $1.1)) } }
    }

    private static func middle(of points: [[Double]]) -> [Double] {
        var sum = [Double](repeating: 0, count: points.first?.count ?? 0)
        for point in points { for index in sum.indices { sum[index] += point[index] } }
        return sum.map { $0 / Double(points.count) }
    }
}
