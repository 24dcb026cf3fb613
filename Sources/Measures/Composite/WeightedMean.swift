import Foundation

/// How indicators on one scale are put together.
package enum WeightedMean: Sendable, Hashable, CaseIterable {
    /// A low value can be made up by a high one.
    case arithmetic
    /// Less so; for values above 0 only.
    case geometric
    /// Least; for values above 0 only.
    case harmonic

    /// Least part of the weight that must be known.
    package static let leastKnown = 0.7

    /// The mean over the known values, their weights made to sum to 1.
    ///
    /// - Parameters:
    ///   - values: NaN for missing
    ///   - weights: 0 or more
    /// - Returns: the mean, NaN where less than `leastKnown` of the weight is known or a value does not allow this mean; and the known part, 0 to 1
    package func callAsFunction(_ values: [Double], weights: [Double], leastKnown: Double = Self.leastKnown) -> (mean: Double, known: Double) {
        let total = weights.reduce(0, +)
        let pairs = zip(values, weights).filter { $0.0.isFinite && $0.1 > 0 }
        let weight = pairs.reduce(0) { $0 + $1.1 }
        let known = total > 0 ? weight / total : 0
        guard weight > 0, known.isFinite, known >= leastKnown - 1e-12 else { return (.nan, known.isFinite ? known : 0) }
        return (mean(pairs, weight), known)
    }

    private func mean(_ pairs: [(Double, Double)], _ weight: Double) -> Double {
        switch self {
        case .arithmetic: return pairs.reduce(0) { $0 + $1.0 * ($1.1 / weight) }
        case .geometric:
            guard pairs.allSatisfy({ $0.0 > 0 }) else { return .nan }
            return exp(pairs.reduce(0) { $0 + log($1.0) * ($1.1 / weight) })
        case .harmonic:
            guard pairs.allSatisfy({ $0.0 > 0 }) else { return .nan }
            return 1 / pairs.reduce(0) { $0 + $1.1 / weight / $1.0 }
        }
    }
}
