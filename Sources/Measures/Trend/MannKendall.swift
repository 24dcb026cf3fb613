/// Whether figures mostly rise or mostly fall, without assuming a line (Mann 1945; Kendall 1975), and Theil and Sen's slope.
package struct MannKendall: Sendable, Hashable {
    /// Pairs that rise minus pairs that fall.
    package let s: Int
    package let variance: Double
    /// With continuity correction; 0 where nothing rises or falls.
    package let z: Double
    /// Two-sided.
    package let p: Double
    /// Median change per unit of time over all pairs (Theil 1950; Sen 1968).
    package let slope: Double
    /// Sen's interval from the ordered slopes.
    package let interval: ClosedRange<Double>
    package let used: Int

    /// Most points, so that the pairs stay bounded.
    package static let mostPoints = 5000

    /// - Returns: nil for fewer than two points at different moments, or more than ``mostPoints``
    package init?(_ points: [TimedValue], _ confidence: Confidence = .percent95) {
        let known = points.filter { $0.time.isFinite && $0.estimate.value.isFinite }.sorted { $0.time < $1.time }
        guard known.count > 1, known.count <= Self.mostPoints else { return nil }
        var slopes: [Double] = []
        slopes.reserveCapacity(known.count * (known.count - 1) / 2)
        var s = 0
        for later in known.indices {
            for earlier in 0..<later where known[earlier].time < known[later].time {
                let (one, other) = (known[earlier].estimate.value, known[later].estimate.value)
                s += one < other ? 1 : one > other ? -1 : 0
                slopes.append((other - one) / (known[later].time - known[earlier].time))
            }
        }
        let ordered = Distribution(slopes)
        guard let slope = ordered.median, ordered.missing == 0 else { return nil }
        variance = Self.variance(known.map(\.estimate.value))
        z = s == 0 || !(variance > 0) ? 0 : Double(s - s.signum()) / variance.squareRoot()
        p = Normal.twoSided(z)
        (self.s, self.slope, used) = (s, slope, known.count)
        // Ranks (N ± z√Var)/2 among the N slopes, linear in between (Gilbert 1987).
        let reach = confidence.z * max(0, variance).squareRoot()
        let last = Double(ordered.count - 1)
        func at(_ rank: Double) -> Double { last > 0 ? ordered.quantile((rank - 1) / last) ?? slope : slope }
        let count = Double(ordered.count)
        interval = (ClosedRange(from: at((count - reach) / 2), to: at((count + reach) / 2 + 1)) ?? slope...slope).hull(with: slope...slope)
    }

    /// [n(n−1)(2n+5) − Σt(t−1)(2t+5)]/18 over groups of t equal values.
    private static func variance(_ values: [Double]) -> Double {
        func term(_ count: Int) -> Double { Double(count) * Double(count - 1) * Double(2 * count + 5) }
        let sorted = Distribution(values).sorted
        var ties = 0.0
        var start = 0
        while start < sorted.count {
            let end = sorted.firstIndex(above: sorted[start])
            ties += term(end - start)
            start = end
        }
        return (term(values.count) - ties) / 18
    }
}
