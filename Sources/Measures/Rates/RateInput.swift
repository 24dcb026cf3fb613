/// Counts and the populations they came from, checked once for every method on rates.
///
/// An area counts as known when its population is above 0, its count is 0 or more, and both are finite numbers.
struct RateInput {
    let counts: [Double]
    let populations: [Double]
    /// Indices of the areas that are known.
    let known: [Int]
    let totalCount: Double
    let totalPopulation: Double

    /// - Parameter atMostOne: a count above its population makes the area unknown (proportions)
    /// - Returns: nil where the lists differ in length, no area is known, or the sums are too large for a number
    init?(_ counts: [Double], per populations: [Double], atMostOne: Bool = false) {
        guard counts.count == populations.count else { return nil }
        var known: [Int] = []
        var (totalCount, totalPopulation) = (0.0, 0.0)
        for (index, (count, population)) in zip(counts, populations).enumerated() {
            guard count >= 0, count.isFinite, population > 0, population.isFinite, (count / population).isFinite else { continue }
            guard !atMostOne || count <= population else { continue }
            known.append(index)
            totalCount += count
            totalPopulation += population
        }
        guard !known.isEmpty, totalCount.isFinite, totalPopulation.isFinite, (totalCount / totalPopulation).isFinite else { return nil }
        (self.counts, self.populations, self.known) = (counts, populations, known)
        (self.totalCount, self.totalPopulation) = (totalCount, totalPopulation)
    }

    /// The rate of all areas together.
    var mean: Double { totalCount / totalPopulation }

    func rate(_ index: Int) -> Double { counts[index] / populations[index] }
}
