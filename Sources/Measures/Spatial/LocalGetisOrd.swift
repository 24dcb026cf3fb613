/// Getis and Ord's local measure of one area.
package struct LocalGetisOrd: Sendable, Hashable {
    /// Whether high or low values lie together.
    package enum Spot: Sendable, Hashable {
        case hot, cold
    }

    /// The measure as a z-score: above 0 among high values, below 0 among low ones; 0 where nothing can vary.
    package let score: Double
    package let significance: LocalSignificance

    package var spot: Spot? { score > 0 ? .hot : score < 0 ? .cold : nil }

    /// The two-sided p-value of the score as if it were normally distributed: close only where areas have many neighbours.
    package var normalP: Double { Normal.twoSided(score) }
}

extension SpatialField {
    /// Gi*: the sum over an area and its neighbours, each counting 1, against the mean of all (Ord and Getis, 1995).
    ///
    /// The permutation test keeps the area's own value and draws its neighbours, so its p-values are those of Gi.
    package func getisOrdGiStar(
        _ permutations: Permutations, level: Double = 0.05, execution: Execution = .plain
    ) throws(Cancelled) -> LocalAutocorrelation<LocalGetisOrd> {
        let links = weights.binary
        let n = Double(count)
        let unit = (squares / n).squareRoot()
        let tests = try ConditionalPermutation(self, weights: links).tests(permutations, execution)
        return local(tests, permutations, level: level) { place, significance in
            let members = Double(links.row(place).count + 1)
            let sum = links.neighbours(of: place).reduce(centred[place]) { $0 + centred[Int($1)] }
            let spread = (n * members - members * members) / (n - 1)
            return LocalGetisOrd(score: spread > 0 ? sum / (unit * spread.squareRoot()) : 0, significance: significance)
        }
    }

    /// Gi: the sum over an area's neighbours, each counting 1, against the mean of all others (Getis and Ord, 1992).
    package func getisOrdGi(
        _ permutations: Permutations, level: Double = 0.05, execution: Execution = .plain
    ) throws(Cancelled) -> LocalAutocorrelation<LocalGetisOrd> {
        let links = weights.binary
        let others = LeaveOneOut(centred)
        let tests = try ConditionalPermutation(self, weights: links).tests(permutations, execution)
        return local(tests, permutations, level: level) { place, significance in
            LocalGetisOrd(score: conditionalScore(place, links, others), significance: significance)
        }
    }
}
