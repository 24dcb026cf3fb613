/// A straight line through figures over time, by (weighted) least squares.
package struct LinearTrend: Sendable, Hashable {
    /// Change per unit of time.
    package let slope: Double
    package let interval: ClosedRange<Double>
    package let standardError: Double
    /// The (weighted) mean moment, and the line there.
    package let meanTime: Double
    package let meanValue: Double
    /// True where every point had a published margin: weights 1/width².
    package let isWeighted: Bool
    package let used: Int

    package func value(at time: Double) -> Double { meanValue + slope * (time - meanTime) }

    /// The interval is Student's, with points minus 2 degrees of freedom and the spread around the line.
    ///
    /// - Returns: nil for fewer than three points, or all at one moment
    package init?(_ points: [TimedValue], _ confidence: Confidence = .percent95) {
        let known = points.filter { $0.time.isFinite && $0.estimate.value.isFinite }
        guard known.count > 2 else { return nil }
        let weights = Self.weights(known)
        let total = weights?.reduce(0, +) ?? Double(known.count)
        func mean(_ value: (TimedValue) -> Double) -> Double {
            known.indices.reduce(0) { $0 + (weights?[$1] ?? 1) / total * value(known[$1]) }
        }
        let time = mean(\.time), value = mean(\.estimate.value)
        let square = mean { ($0.time - time) * ($0.time - time) }
        guard square > 0, square.isFinite else { return nil }
        let slope = mean { ($0.time - time) * ($0.estimate.value - value) } / square
        let freedom = Double(known.count - 2)
        let rest = mean { point in
            let distance = point.estimate.value - value - slope * (point.time - time)
            return distance * distance
        }
        let error = (rest / square / freedom).squareRoot()
        let reach = (StudentT.reach(level: confidence.level, freedom: freedom) ?? .infinity) * error
        guard slope.isFinite, let interval = ClosedRange(from: slope - reach, to: slope + reach) else { return nil }
        (self.slope, self.interval, standardError) = (slope, interval, error)
        (meanTime, meanValue, isWeighted, used) = (time, value, weights != nil, known.count)
    }

    private static func weights(_ points: [TimedValue]) -> [Double]? {
        let widths = points.map { point in point.estimate.margin.map { $0.upperBound - $0.lowerBound } ?? 0 }
        guard let widest = widths.max(), widest.isFinite, widths.allSatisfy({ $0 > 0 }) else { return nil }
        let weights = widths.map { (widest / $0) * (widest / $0) }
        return weights.reduce(0, +).isFinite ? weights : nil
    }
}
