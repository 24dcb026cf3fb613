import Foundation

/// The chance that problems come together in an area, given the chance of each.
///
/// The themes are taken as independent; the page says so.
package struct StackingProbability: Sendable, Hashable {
    package enum Label: Sendable, Hashable {
        /// Chance from 0.9.
        case clearly
        case possibly
        /// Chance below 0.1.
        case not
        /// Less than 70 % of the weight is known.
        case unknown
    }

    /// Chances from which an area is clearly, and from which it is possibly stacked.
    package struct Thresholds: Sendable, Hashable {
        package let clearly: Double
        package let possibly: Double

        package init(clearly: Double = 0.9, possibly: Double = 0.1) {
            (self.clearly, self.possibly) = (clearly, possibly)
        }
    }

    /// Chance of at least k over the known themes, k in proportion to their weight; NaN where nothing is known.
    package let chance: Double
    /// Chance of at least k of all themes if no unknown theme, and if every unknown theme were beyond its cut-off.
    package let lowest: Double
    package let highest: Double
    /// Part of the weight that is known, 0 to 1.
    package let known: Double
    package let label: Label

    /// - Parameters:
    ///   - chances: per theme the chance that it is beyond its cut-off, 0 to 1; NaN for unknown
    ///   - weights: per theme, above 0; scaled to sum to the number of themes; nil for one each
    ///   - k: stacked from this weighted number of themes, above 0
    /// - Returns: nil for lists of different length, no themes or weights that are not above 0
    package init?(_ chances: [Double], weights: [Double]? = nil, cutoff k: Double, thresholds: Thresholds = Thresholds()) {
        let raw = weights ?? chances.map { _ in 1 }
        let sum = raw.reduce(0, +)
        guard !chances.isEmpty, chances.count <= 60, raw.count == chances.count, raw.allSatisfy({ $0 > 0 }), sum.isFinite, k > 0 else { return nil }
        let size = Double(chances.count)
        let scaled = raw.map { $0 / sum * size }
        let inside = chances.indices.filter { chances[$0] >= 0 && chances[$0] <= 1 }
        let weight = inside.reduce(0) { $0 + scaled[$1] }
        known = weight / size
        let count = WeightedCount(chances: inside.map { chances[$0] }, weights: inside.map { scaled[$0] })
        chance = inside.isEmpty ? .nan : count.atLeast(k * known)
        lowest = count.atLeast(k)
        highest = count.atLeast(k - (size - weight))
        if known < WeightedMean.leastKnown - 1e-12 {
            label = .unknown
        } else {
            label = chance >= thresholds.clearly ? .clearly : chance >= thresholds.possibly ? .possibly : .not
        }
    }

    /// The chance that a figure is beyond a cut-off, from its 95 % margin (normal) or, for rounding, evenly between its ends.
    ///
    /// - Returns: NaN where the value is missing
    package static func beyond(_ theme: AlkireFoster.Theme, _ estimate: Estimate, draw: IndexIndicator.Draw = .normally) -> Double {
        guard estimate.value.isFinite, !theme.cutoff.isNaN else { return .nan }
        guard let margin = estimate.margin, margin.upperBound > margin.lowerBound, (margin.upperBound - margin.lowerBound).isFinite else {
            return theme.isBeyond(estimate.value) ? 1 : 0
        }
        let width = margin.upperBound - margin.lowerBound
        let above =
            switch draw {
            case .normally: Normal.below((estimate.value - theme.cutoff) / (width / (2 * Confidence.percent95.z)))
            case .evenly: min(1, max(0, (margin.upperBound - theme.cutoff) / width))
            }
        return theme.problemIsAbove ? above : 1 - above
    }
}

/// The distribution of a weighted number of independent events: Poisson–binomial where all weights are 1.
package struct WeightedCount: Sendable, Hashable {
    /// Possible sums, lowest first, and their chances.
    package let sums: [Double]
    package let chances: [Double]

    /// Adds one event at a time (convolution). Sums that differ less than 10⁻⁹ are one; where weights make more than 4,096 of them, sums
    /// are rounded to the nearest 1/1,024.
    package init(chances: [Double], weights: [Double]) {
        var sums = [0.0]
        var parts = [1.0]
        for (chance, weight) in zip(chances, weights) {
            (sums, parts) = Self.merged(sums, parts, chance: chance, weight: weight, step: 1e-9)
            if sums.count > 4096 { (sums, parts) = Self.merged(sums.map { ($0 * 1024).rounded() / 1024 }, parts, chance: 0, weight: 0, step: 1e-9) }
        }
        (self.sums, self.chances) = (sums, parts)
    }

    /// - Parameter k: on the scale of the weights
    package func atLeast(_ k: Double) -> Double {
        min(1, zip(sums, chances).reduce(0) { $0 + ($1.0 >= k - 1e-9 ? $1.1 : 0) })
    }

    /// Both outcomes of one event, merged in order.
    private static func merged(_ sums: [Double], _ parts: [Double], chance: Double, weight: Double, step: Double) -> ([Double], [Double]) {
        var (newSums, newParts) = ([Double](), [Double]())
        newSums.reserveCapacity(2 * sums.count)
        newParts.reserveCapacity(2 * sums.count)
        func add(_ sum: Double, _ part: Double) {
            if let last = newSums.last, sum - last < step {
                newParts[newParts.count - 1] += part
            } else {
                newSums.append(sum)
                newParts.append(part)
            }
        }
        var (without, with) = (0, 0)
        while without < sums.count || with < sums.count {
            if with >= sums.count || (without < sums.count && sums[without] <= sums[with] + weight) {
                add(sums[without], parts[without] * (1 - chance))
                without += 1
            } else {
                add(sums[with] + weight, parts[with] * chance)
                with += 1
            }
        }
        return (newSums, newParts)
    }
}

/// The exponential scale of the English Indices of Deprivation, on which strengths do not cancel problems.
package enum DeprivationScale {
    /// X = −23 ln(1 − R(1 − e^(−100/23))): a tenth of the areas is above 50.
    ///
    /// - Parameter rank: part of the areas that are at most as deprived, 0 to 1
    /// - Returns: 0 to 100; NaN outside
    package static func exponential(_ rank: Double) -> Double {
        guard rank >= 0, rank <= 1 else { return .nan }
        return min(100, -23 * log(1 - rank * (1 - exp(-100.0 / 23))))
    }

    /// Per area, from values where the highest is the most deprived; R = rank/n, ties at the highest. NaN for missing.
    package static func exponential(of values: [Double]) -> [Double] {
        let known = Distribution(values)
        return values.map { $0.isFinite ? exponential(Double(known.sorted.firstIndex(above: $0)) / Double(max(1, known.count))) : .nan }
    }
}
