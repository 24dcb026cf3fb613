import Foundation

/// Values in areas that cannot be compared with those of neighbours.
package enum SpatialFieldFailure: Error, Hashable {
    /// There are not as many values as areas in the network.
    case sizes(values: Int, areas: Int)
    /// Fewer than four areas have a value.
    case tooFew(Int)
    /// All known values are the same.
    case noVariation
    /// No two areas with a value are neighbours.
    case noLinks
}

/// Values of areas and who is a neighbour of whom, made ready for measures of spatial autocorrelation.
///
/// An area without a value (NaN or infinite) takes no part: not as centre, not as neighbour, not in the draws. An area without neighbours
/// has no result of its own, but its value belongs to the field: it counts in the mean and can be drawn, as in esda and GeoDa.
package struct SpatialField: Sendable {
    /// How many areas were given, with those without a value.
    package let total: Int
    /// The areas with a value, as indices from 0. Everything else here follows this order.
    package let areas: [Int]
    /// The network among these areas.
    package let weights: SpatialWeights
    /// Those of ``areas`` without neighbours among them, as indices of the list that was given.
    package let islands: [Int]
    /// Values divided by a power of two that brings the largest near 1: no power of them overflows, no digit is lost, no measure changes.
    let scaled: [Double]
    /// Mean of the scaled values.
    let mean: Double
    /// Distances from the mean.
    let centred: [Double]
    /// Σz²
    let squares: Double
    /// The largest of the scaled values without their sign, between 1 and 2: the scale of rounding errors.
    let largest: Double

    /// - Parameters:
    ///   - values: one for each area of the network; NaN where missing
    ///   - weights: rows that were standardised are standardised again without the missing areas
    package init(_ values: [Double], weights: SpatialWeights) throws(SpatialFieldFailure) {
        guard values.count == weights.count else { throw .sizes(values: values.count, areas: weights.count) }
        areas = values.indices.filter { values[$0].isFinite }
        total = values.count
        guard areas.count >= 4 else { throw .tooFew(areas.count) }
        let known = areas.map { values[$0] }
        guard known.contains(where: { $0 != known[0] }) else { throw .noVariation }
        let exponent = Int(known.reduce(0) { max($0, abs($1)) }.exponent)
        let scaled = known.map { scalbn($0, -exponent) }
        self.scaled = scaled
        largest = scaled.reduce(0) { max($0, abs($1)) }
        let first = Moments.mean(scaled)
        // A second pass takes away the rounding of the first.
        let mean = first + Moments.mean(scaled.map { $0 - first })
        self.mean = mean
        // What is only rounding is the mean itself, neither above nor below it.
        let centred = scaled.map { abs($0 - mean) <= 2 * Double.ulpOfOne ? 0 : $0 - mean }
        self.centred = centred
        squares = centred.reduce(0) { $0 + $1 * $1 }
        self.weights = weights.among(areas)
        guard self.weights.links > 0 else { throw .noLinks }
        islands = self.weights.islands.map { [areas] in areas[$0] }
        guard squares > 0, power(4) > 0 else { throw .noVariation }
    }

    /// How many areas have a value: the n of every formula.
    package var count: Int { areas.count }

    /// Σzᵖ
    func power(_ exponent: Int) -> Double {
        centred.reduce(0) { sum, z in sum + (1..<exponent).reduce(z) { power, _ in power * z } }
    }
}

/// The result of an area of a local measure, or why it has none.
package enum LocalResult<Values: Sendable & Hashable>: Sendable, Hashable {
    /// The area has no value.
    case undefined
    /// The area has a value, but no neighbour with one.
    case noNeighbours
    case known(Values)

    /// Nil where there is no result.
    package var values: Values? {
        if case .known(let values) = self { values } else { nil }
    }
}

extension SpatialField {
    /// Results of areas in the order that was given, from those with neighbours.
    func results<Values>(_ known: (Int) -> Values) -> [LocalResult<Values>] {
        var results = [LocalResult<Values>](repeating: .undefined, count: total)
        for (place, area) in areas.enumerated() {
            results[area] = weights.row(place).isEmpty ? .noNeighbours : .known(known(place))
        }
        return results
    }
}
