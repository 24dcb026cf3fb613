/// Looks for the nearest of an area and stops as soon as it is nearer than matters.
///
/// Nearly all pairs fall away on a part of the variables, in single precision and with room for its rounding; the few that are left are measured exactly.
/// Areas stand in order of their distance from the middle: those in the middle are near to many, so they are tried first.
struct NearestScan: Sendable {
    /// As many areas at a time.
    private typealias Lanes = SIMD8<Float>

    private let areas: ComparableAreas
    /// Areas that are near to something, nearest to the middle first.
    let order: [Int]
    /// Variable after variable, in `order`; NaN for missing, infinite behind the end.
    private let columns: [Lanes]
    private let groups: Int
    private let hasGaps: Bool
    /// From a distance to the root of a sum of squares as held here, in units of the largest value.
    private let scale: Double
    /// Room for what single precision rounds off such a root: a part of it, and a fixed amount.
    private let slackPart: Double
    private let slack: Double

    init(_ areas: ComparableAreas) {
        let size = areas.weights.count, roots = areas.weights.map { $0.squareRoot() }
        let candidates = (0..<areas.count).filter { areas.mayBeNear($0) }
        var (largest, hasGaps) = (0.0, false)
        for variable in 0..<size {
            for area in candidates {
                let value = abs(roots[variable] * areas.axis(variable, area))
                if value.isFinite { largest = max(largest, value) } else { hasGaps = true }
            }
        }
        let factors = roots.map { largest > 0 ? $0 / largest : 0 }
        var lengths = [Double](repeating: 0, count: areas.count)
        for variable in 0..<size {
            for area in candidates {
                let value = factors[variable] * areas.axis(variable, area)
                lengths[area] += value.isFinite ? value * value : 0
            }
        }
        let sorted = candidates.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        // Without gaps, and where no square overflows, all can be compared with all.
        let isAnyNear = !hasGaps && sorted.count > 1 && largest < 1e150
        let order = isAnyNear ? sorted : sorted.filter { area in sorted.contains { $0 != area && areas.distance(area, $0).isFinite } }
        let groups = (order.count + 7) / 8
        var columns = [Lanes](repeating: Lanes(repeating: .infinity), count: size * groups)
        for variable in 0..<size {
            for (place, area) in order.enumerated() {
                columns[variable * groups + place / 8][place % 8] = Float(factors[variable] * areas.axis(variable, area))
            }
        }
        (self.areas, self.order, self.columns, self.groups, self.hasGaps) = (areas, order, columns, groups, hasGaps)
        scale = (areas.metric == .euclid ? areas.weights.reduce(0, +) : 1).squareRoot() / (largest > 0 ? largest : 1)
        // Each difference errs by at most 2⁻²² of the largest value, each sum by 2⁻²³ a term.
        (slackPart, slack) = (1e-5 + 1.2e-7 * Double(size), 4e-7 * Double(size).squareRoot())
    }

    /// Distance to the nearest, where that is nearer than a bound.
    ///
    /// - Parameters:
    ///   - place: in `order`
    ///   - enough: the search ends at the first area that is nearer than this
    ///   - bound: what is not nearer does not count
    /// - Returns: a distance below `enough` that need not be the least, or the least distance, or infinity where nothing is below the bound
    func nearest(_ place: Int, enough: Double, below bound: Double = .infinity) -> Double {
        let all = areas.weights.indices.map { (variable: $0, own: columns[$0 * groups + place / 8][place % 8]) }.filter { !$0.own.isNaN }
        // Where the area itself is far from the middle, most others are far from it.
        let turns = all.sorted { abs($0.own) > abs($1.own) }.map { (start: $0.variable * groups, own: Lanes(repeating: $0.own)) }
        var (least, highest) = (bound, Lanes(repeating: cutoff(bound)))
        columns.withUnsafeBufferPointer { columns in
            turns.withUnsafeBufferPointer { turns in
                for group in 0..<groups {
                    let sums = hasGaps ? sums(columns, turns, group, highest, Self.known) : sums(columns, turns, group, highest) { $0 }
                    let near = sums .<= highest
                    guard any(near) else { continue }
                    for lane in 0..<8 where near[lane] && 8 * group + lane != place && 8 * group + lane < order.count {
                        let distance = areas.distance(order[place], order[8 * group + lane])
                        guard distance < least else { continue }
                        (least, highest) = (distance, Lanes(repeating: cutoff(distance)))
                        if distance < enough { return }
                    }
                }
            }
        }
        return least < bound ? least : .infinity
    }

    /// Squared differences of eight areas, until all are too far.
    @inline(__always)
    private func sums(
        _ columns: UnsafeBufferPointer<Lanes>, _ turns: UnsafeBufferPointer<(start: Int, own: Lanes)>, _ group: Int, _ highest: Lanes,
        _ known: (Lanes) -> Lanes
    ) -> Lanes {
        var (sums, next) = (Lanes.zero, 0)
        while next < turns.count {
            for turn in next..<min(next &+ 4, turns.count) {
                let difference = known(columns[turns[turn].start &+ group] - turns[turn].own)
                sums += difference * difference
            }
            next &+= 4
            if all(sums .> highest) { break }
        }
        return sums
    }

    /// Missing variables add nothing: what they leave out is raised later, so the sum is never too high.
    @inline(__always)
    private static func known(_ values: Lanes) -> Lanes { values.replacing(with: 0, where: values .!= values) }

    /// The sum of squares above which a distance is certainly not below a bound.
    private func cutoff(_ bound: Double) -> Float {
        let root = bound * scale * (1 + slackPart) + slack
        return root < 1e15 ? Float(root * root) : .infinity
    }
}
