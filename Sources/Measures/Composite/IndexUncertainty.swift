/// An indicator as it goes into the runs of ``indexUncertainty(_:framework:choices:execution:)``.
package struct IndexIndicator: Sendable, Hashable {
    /// How a value is drawn from its interval.
    package enum Draw: Sendable, Hashable {
        /// Evenly between the ends, for rounding.
        case evenly
        /// From the normal distribution around the value whose 95 % margin this is.
        case normally
    }

    /// One per area, after treatment of outliers; NaN for missing.
    package let values: [Double]
    /// Ends per area; empty, or nil for an area, where the value is exact.
    package let bounds: [ClosedRange<Double>?]
    package let draw: Draw
    package let higherIsBetter: Bool

    package init(_ values: [Double], bounds: [ClosedRange<Double>?] = [], draw: Draw = .evenly, higherIsBetter: Bool = true) {
        (self.values, self.bounds, self.draw, self.higherIsBetter) = (values, bounds, draw, higherIsBetter)
    }
}

/// Which choices another maker of the index could have made; every run makes them anew.
package struct IndexChoices: Sendable, Hashable {
    package enum Scale: Sendable, Hashable, CaseIterable {
        /// To 1–100.
        case minMax
        /// Mean 50, standard deviation 10; at least 1 for means that need values above 0.
        case zScore
        /// Rank percentile, to 1–100.
        case rank
    }

    /// The first of each is the nominal choice.
    package var scales: [Scale]
    package var means: [WeightedMean]
    /// Each weight is multiplied by an even draw from 1 minus this to 1 plus this.
    package var weightSpread: Double
    /// Leaves out one indicator or none, each as likely; from three indicators.
    package var dropsIndicator: Bool
    package var drawsInputs: Bool
    /// 1 to 50,000.
    package var runs: Int
    package var seed: UInt64
    /// Which end of the scores is the worst.
    package var worstIsLowest: Bool

    package init(
        scales: [Scale] = Scale.allCases, means: [WeightedMean] = [.arithmetic, .geometric], weightSpread: Double = 0.25, dropsIndicator: Bool = true,
        drawsInputs: Bool = true, runs: Int = 1000, seed: UInt64 = 1, worstIsLowest: Bool = true
    ) {
        (self.scales, self.means, self.weightSpread, self.dropsIndicator) = (scales, means, weightSpread, dropsIndicator)
        (self.drawsInputs, self.runs, self.seed, self.worstIsLowest) = (drawsInputs, runs, seed, worstIsLowest)
    }
}

/// Between which places areas lie in an index, over all the choices that could have been made.
package struct IndexUncertainty: Sendable, Hashable {
    package struct Area: Sendable, Hashable {
        /// With the nominal choices, 1 for the highest score, ties at the best place.
        package let nominalRank: Int
        package let medianRank: Double
        /// 5 to 95 % of the runs. Above ``IndexUncertainty/exactRanks`` areas rounded outwards to a thousandth of the list.
        package let range: ClosedRange<Int>
        /// Part of the runs in which the area is in the worst tenth, 0 to 1.
        package let worstShare: Double
    }

    /// Up to this many areas every place is counted apart.
    package static let exactRanks = 1024

    /// Nil where less than 70 % of the weight is known.
    package let areas: [Area?]
    /// Mean distance between nominal place and place in a run.
    package let meanShift: Double
    package let runs: Int
    package let seed: UInt64
    /// How many areas were used.
    package let used: Int
}

/// Monte Carlo over the choices behind an index (Saisana, Saltelli and Tarantola 2005). Every run has its own stream of the generator, so the
/// result is the same on any number of cores.
///
/// - Parameters:
///   - indicators: as many as the framework has, each with one value per area
/// - Returns: nil where indicators and framework do not fit, nothing can be chosen, or no area is known well enough
package func indexUncertainty(
    _ indicators: [IndexIndicator], framework: IndexFramework, choices: IndexChoices = IndexChoices(), execution: Execution = .plain
) throws(Cancelled) -> IndexUncertainty? {
    guard let simulation = IndexSimulation(indicators, framework: framework, choices: choices) else { return nil }
    let tally = try simulation.tally(execution)
    let nominal = simulation.nominalRanks
    var areas = [IndexUncertainty.Area?](repeating: nil, count: simulation.total)
    for (place, area) in simulation.areas.enumerated() {
        areas[area] = IndexUncertainty.Area(
            nominalRank: nominal[place], medianRank: tally.median(of: place), range: tally.range(of: place), worstShare: tally.worstShare(of: place))
    }
    return IndexUncertainty(
        areas: areas, meanShift: Double(tally.shift) / Double(tally.runs * simulation.areas.count), runs: tally.runs, seed: choices.seed,
        used: simulation.areas.count)
}
