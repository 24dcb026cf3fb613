import Foundation

/// Proportions of small areas drawn to their municipality on the log-odds scale, as the English Indices of Deprivation do.
package struct LogitShrinkage: Sendable, Hashable {
    /// Proportion of the larger area, 0 to 1.
    package let mean: Double
    /// Variance of the log-odds between the small areas (t²).
    package let variance: Double
    /// Proportions 0 to 1; nil where missing.
    package let areas: [SmoothedRate?]
    /// How many areas were used.
    package let used: Int
}

extension Rates {
    /// Shrinkage of the English Indices of Deprivation (Noble and others; technical report 2019, appendix on shrinkage).
    ///
    /// m = ln((r + ½)/(n − r + ½)), s² = (n + 1)(n + 2)/(n(r + 1)(n − r + 1)), weight (1/s²)/(1/s² + 1/t²), back-transformed.
    /// t² is the mean squared distance (k − 1) of the m from the log-odds of all k areas together.
    ///
    /// - Returns: nil unless two areas of one municipality are known, or for lists of different length
    package static func logitShrinkage(_ counts: [Double], of populations: [Double]) -> LogitShrinkage? {
        guard let input = RateInput(counts, per: populations, atMostOne: true), input.known.count > 1 else { return nil }
        let centre = logOdds(input.totalCount, input.totalPopulation)
        let odds = input.known.map { logOdds(counts[$0], populations[$0]) }
        let variance = odds.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(odds.count - 1)
        guard variance.isFinite else { return nil }
        var areas = [SmoothedRate?](repeating: nil, count: counts.count)
        for (index, own) in zip(input.known, odds) {
            let (r, n) = (counts[index], populations[index])
            let error = ((n + 1) / n) * ((n + 2) / (r + 1)) / (n - r + 1)
            let weight = variance > 0 ? variance / (variance + error) : 0
            let shrunk = weight * own + (1 - weight) * centre
            areas[index] = SmoothedRate(raw: input.rate(index), fixed: 1 / (1 + exp(-shrunk)), weight: weight)
        }
        return LogitShrinkage(mean: input.mean, variance: variance, areas: areas, used: odds.count)
    }

    private static func logOdds(_ count: Double, _ population: Double) -> Double { log((count + 0.5) / (population - count + 0.5)) }
}
