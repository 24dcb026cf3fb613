/// One number for a whole map: do neighbours resemble each other?
package struct GlobalAutocorrelation: Sendable, Hashable {
    package let value: Double
    /// Under the assumption that the values were dealt out over the areas by chance; nil where nothing can vary.
    package let randomisation: Deviate?
    /// Under the assumption that the values come from one normal distribution; nil for Getis–Ord G.
    package let normality: Deviate?
    /// Nil where no permutations were asked for.
    package let permutation: GlobalPermutation?
    /// Areas with a value, those without neighbours among them.
    package let areas: Int
    package let islands: Int
    package let links: Int
}

/// The test of a global measure by dealing all values out anew.
package struct GlobalPermutation: Sendable, Hashable {
    package let test: PermutationTest
    /// Mean and standard deviation of the measure over the runs.
    package let mean: Double
    package let standardDeviation: Double
}

extension SpatialField {
    /// Moran's I: (n/S0)·ΣΣw_ij z_i z_j/Σz² (Moran, 1950); moments of Cliff and Ord (1981).
    ///
    /// - Returns: near −1/(n − 1) without a pattern, above it where neighbours resemble each other
    package func globalMoran(_ permutations: Permutations? = nil, execution: Execution = .plain) throws(Cancelled) -> GlobalAutocorrelation {
        let sums = NetworkSums(self)
        let (n, s0, s1, s2) = (sums.n, sums.s0, sums.s1, sums.s2)
        let form = QuadraticForm(self, sums: sums.weights, product: n / (s0 * squares))
        let expected = -1 / (n - 1)
        let k = n * power(4) / (squares * squares)
        let above = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - k * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
        let randomisation = above / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected
        let normality = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expected * expected
        return try global(form, expected: expected, randomisation: randomisation, normality: normality, permutations, execution)
    }

    /// Geary's C: (n − 1)·ΣΣw_ij(x_i − x_j)²/(2·S0·Σz²) (Geary, 1954); moments of Cliff and Ord (1981).
    ///
    /// - Returns: near 1 without a pattern, below it where neighbours resemble each other
    package func globalGeary(_ permutations: Permutations? = nil, execution: Execution = .plain) throws(Cancelled) -> GlobalAutocorrelation {
        let sums = NetworkSums(self)
        let (n, s0, s1, s2) = (sums.n, sums.s0, sums.s1, sums.s2)
        // (x_i − x_j)² = z_i² + z_j² − 2z_i·z_j
        let factor = (n - 1) / (2 * s0 * squares)
        let form = QuadraticForm(self, sums: sums.weights, product: -2 * factor, square: factor)
        let k = n * power(4) / (squares * squares)
        let first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
        let second = (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k) / 4
        let third = s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * k)
        let randomisation = (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0)
        let normality = ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0)
        return try global(form, expected: 1, randomisation: randomisation, normality: normality, permutations, execution)
    }

    /// Getis and Ord's global G: ΣΣw_ij x_i x_j/Σ_{i≠j}x_i x_j (Getis and Ord, 1992): whether high or low values lie together.
    ///
    /// The variance is theirs, written in distances from the mean, which keeps its digits when all values are large.
    ///
    /// - Returns: nil where a value is negative or fewer than two are above 0
    package func globalGetisOrdG(_ permutations: Permutations? = nil, execution: Execution = .plain) throws(Cancelled) -> GlobalAutocorrelation? {
        guard scaled.allSatisfy({ $0 >= 0 }), scaled.count(where: { $0 > 0 }) > 1 else { return nil }
        let sums = NetworkSums(self)
        let (n, s0, s1, s2) = (sums.n, sums.s0, sums.s1, sums.s2)
        let pairs = n * (n - 1) * mean * mean - squares
        guard pairs > 0 else { return nil }
        // x_i·x_j = z_i·z_j + m(z_i + z_j) + m²
        let form = QuadraticForm(self, sums: sums.weights, product: 1 / pairs, linear: mean / pairs, constant: s0 * mean * mean / pairs)
        let productMean = -s0 * squares / (n * (n - 1))
        let k = n * power(4) / (squares * squares)
        let above = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - k * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
        let product = above / ((n - 1) * (n - 2) * (n - 3)) * squares * squares / (n * n) - productMean * productMean
        let linear = (s2 - 4 * s0 * s0 / n) * squares / (n - 1)
        let joint = power(3) / (n * (n - 1)) * (2 * (2 * s0 * s0 - s2) / (n - 2) - s2)
        let variance = (product + 2 * mean * joint + mean * mean * linear) / (pairs * pairs)
        return try global(form, expected: s0 / (n * (n - 1)), randomisation: variance, normality: nil, permutations, execution)
    }

    private func global(
        _ form: QuadraticForm, expected: Double, randomisation: Double, normality: Double?, _ permutations: Permutations?, _ execution: Execution
    ) throws(Cancelled) -> GlobalAutocorrelation {
        let value = form.observed
        let rounding = 1e-13 * expected * expected
        func deviate(_ variance: Double) -> Deviate? {
            Deviate(difference: value - expected, expected: expected, variance: variance, rounding: rounding)
        }
        var permutation: GlobalPermutation?
        if let permutations { permutation = try form.permuted(permutations, execution) }
        return GlobalAutocorrelation(
            value: value, randomisation: deviate(randomisation), normality: normality.flatMap(deviate), permutation: permutation, areas: count,
            islands: islands.count, links: weights.links)
    }
}

/// The sums over a network that the moments need.
private struct NetworkSums {
    let weights: WeightSums
    let n: Double
    let s0: Double
    let s1: Double
    let s2: Double

    init(_ field: SpatialField) {
        weights = WeightSums(field.weights)
        n = Double(field.count)
        (s0, s1, s2) = (weights.s0, weights.s1, weights.s2)
    }
}
