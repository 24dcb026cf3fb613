/// How indicators in different units get one scale. Missing values (NaN) stay missing and enter nothing.
package enum Normalisation: Sendable, Hashable {
    /// Lowest to the first end, highest to the second.
    case minMax(from: Double, to: Double)
    /// Mean and standard deviation (n − 1) of the result.
    case zScore(mean: Double, deviation: Double)
    /// (rank − 1)/(n − 1), ties at the lowest.
    case percentileRank
    /// rank − 1, ties at the lowest.
    case borda
    /// As a percentage of a reference.
    case reference(Double)
    /// Fixed ends that stay the same over the years, to a scale from 0 to 100 that values beyond them leave.
    case goalposts(from: Double, to: Double)

    /// - Parameters:
    ///   - higherIsBetter: false turns the indicator round
    /// - Returns: as many values; NaN for missing. Without any spread: the first end, the mean, or 0.
    package func callAsFunction(_ values: [Double], higherIsBetter: Bool = true) -> [Double] {
        let directed = values.map { $0.isFinite ? (higherIsBetter ? $0 : -$0) : .nan }
        let known = Distribution(directed)
        guard let low = known.lowest, let high = known.highest else { return directed }
        switch self {
        case .minMax(let from, let to):
            return directed.map { $0.isNaN ? .nan : from + (to - from) * Self.part($0, low, high) }
        case .zScore(let mean, let deviation):
            // Halves, so that the spread of the largest numbers is still a number.
            let scale = max(abs(low), abs(high))
            guard scale > 0 else { return directed.map { $0.isNaN ? .nan : mean } }
            let centre = Moments.mean(known.sorted.map { $0 / scale })
            let spread = Moments.standardDeviation(known.sorted.map { $0 / scale })
            return directed.map { $0.isNaN ? .nan : spread > 0 && low < high ? mean + deviation * (($0 / scale - centre) / spread) : mean }
        case .percentileRank:
            return directed.map { $0.isNaN ? .nan : Double(known.sorted.firstIndex(atLeast: $0)) / Double(max(1, known.count - 1)) }
        case .borda:
            return directed.map { $0.isNaN ? .nan : Double(known.sorted.firstIndex(atLeast: $0)) }
        case .reference(let reference):
            return values.map { $0.isFinite && reference != 0 ? $0 / reference * 100 : .nan }
        case .goalposts(let from, let to):
            let (start, end) = higherIsBetter ? (from, to) : (to, from)
            return values.map { $0.isFinite && start != end ? 100 * ($0 - start) / (end - start) : .nan }
        }
    }

    /// Part of the way from low to high, 0 to 1; 0 where they are equal.
    private static func part(_ value: Double, _ low: Double, _ high: Double) -> Double {
        let range = high / 2 - low / 2
        return range > 0 ? (value / 2 - low / 2) / range : 0
    }
}
