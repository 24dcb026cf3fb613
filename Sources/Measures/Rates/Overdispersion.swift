/// How much more areas differ than chance alone explains (Spiegelhalter 2005, 'Funnel plots for comparing institutional performance').
package struct Overdispersion: Sendable, Hashable {
    /// Mean of the squared z-scores; about 1 when only chance is at work.
    package let raw: Double
    /// The same after the outer tenths of the z-scores were moved to the 10th and 90th percentile, so that true outliers do not hide themselves.
    package let winsorised: Double
    /// Those two percentiles (type 7).
    package let limits: ClosedRange<Double>
    /// Variance between areas that would explain it, 0 or more, in squared units of the rate, from ``raw``.
    package let rawVariance: Double
    /// The same from ``winsorised``.
    package let variance: Double

    /// - Parameters:
    ///   - scores: z-scores without missing values
    ///   - errors: standard errors of the same areas
    init?(scores: [Double], errors: [Double]) {
        let distribution = Distribution(scores)
        guard distribution.count == scores.count, let low = distribution.quantile(0.1), let high = distribution.quantile(0.9),
            let limits = ClosedRange(from: low, to: high)
        else { return nil }
        let count = Double(scores.count)
        raw = scores.reduce(0) { $0 + $1 * $1 } / count
        winsorised =
            scores.reduce(0) { sum, score in
                let held = min(max(score, low), high)
                return sum + held * held
            } / count
        self.limits = limits
        let weights = errors.map { 1 / ($0 * $0) }
        let sum = weights.reduce(0, +)
        let spread = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
        func between(_ phi: Double) -> Double {
            let variance = (count * phi - (count - 1)) / spread
            return variance.isFinite ? max(0, variance) : 0
        }
        (rawVariance, variance) = (between(raw), between(winsorised))
    }
}
