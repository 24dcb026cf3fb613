/// A local measure for every area of a map, with the false discoveries among them kept at a level.
package struct LocalAutocorrelation<Values: Sendable & Hashable>: Sendable, Hashable {
    /// In the order of the areas that were given.
    package let areas: [LocalResult<Values>]
    package let permutations: Permutations
    /// Over the areas with a result; those without are outside the family.
    package let discoveries: BenjaminiHochberg
    /// Areas with a value, those without neighbours among them: the n of the formulas.
    package let used: Int
    /// Areas with a value but without neighbours.
    package let islands: Int

    /// Areas without a value.
    package var missing: Int { areas.count - used }

    /// The results of the areas that have one.
    package var known: [Values] { areas.compactMap(\.values) }
}

/// The p-value of an area and what is left of it among the others.
package struct LocalSignificance: Sendable, Hashable {
    package let test: PermutationTest
    /// The p-value adjusted by Benjamini and Hochberg.
    package let q: Double
    /// Whether it is convincing among all areas.
    package let isSignificant: Bool

    /// Two-sided.
    package var p: Double { test.p }
}

extension SpatialField {
    /// Puts results and their significance together.
    ///
    /// - Parameters:
    ///   - tests: one for each area with a value
    ///   - values: the result of an area with neighbours, by its place among those with a value
    func local<Values>(
        _ tests: [PermutationTest], _ permutations: Permutations, level: Double, _ values: (Int, LocalSignificance) -> Values
    ) -> LocalAutocorrelation<Values> {
        let pValues = tests.indices.map { weights.row($0).isEmpty ? .nan : tests[$0].p }
        let discoveries = BenjaminiHochberg(pValues, level: level)
        let results = results { place in
            let rejected = discoveries.rejects(pValues[place])
            return values(place, LocalSignificance(test: tests[place], q: discoveries.adjusted[place] ?? 1, isSignificant: rejected))
        }
        return LocalAutocorrelation(areas: results, permutations: permutations, discoveries: discoveries, used: count, islands: islands.count)
    }

    /// How far the weighted sum of an area's neighbours is from what draws from the others give on average, in standard deviations of such
    /// draws (Getis and Ord, 1992; Ord and Getis, 1995); 0 where the draws cannot vary.
    func conditionalScore(_ place: Int, _ weights: SpatialWeights, _ others: LeaveOneOut) -> Double {
        let (n, row) = (Double(count), weights.row(place))
        var (lag, sum, squares) = (0.0, 0.0, 0.0)
        for link in row {
            lag += weights.weights[link] * centred[Int(weights.indices[link])]
            sum += weights.weights[link]
            squares += weights.weights[link] * weights.weights[link]
        }
        let spread = ((n - 1) * squares - sum * sum) / (n - 2)
        let variance = others.variances[place] * spread
        let rounding = 8 * n * Double.ulpOfOne
        guard spread > rounding * squares, others.variances[place] > rounding * Double.ulpOfOne * largest * largest else { return 0 }
        return (lag - others.means[place] * sum) / variance.squareRoot()
    }
}
