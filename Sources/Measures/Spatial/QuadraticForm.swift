/// A global measure as it changes when the values change places: product·ΣΣw_ij z_i z_j + Σc_i(linear·z_i + square·z_i²) + constant, with
/// c_i the sum of an area's row and column.
struct QuadraticForm: Sendable {
    private let sums: WeightSums
    private let values: [Double]
    private let product: Double
    private let linear: Double
    private let square: Double
    private let constant: Double

    init(_ field: SpatialField, sums: WeightSums, product: Double, linear: Double = 0, square: Double = 0, constant: Double = 0) {
        self.sums = sums
        values = field.centred
        (self.product, self.linear, self.square, self.constant) = (product, linear, square, constant)
    }

    /// The measure with every value in its own place.
    var observed: Double { values.withUnsafeBufferPointer(measure) }

    /// The measure in runs in which all values are dealt out anew. Every run has a stream of its own, so the number of cores does not matter.
    func permuted(_ permutations: Permutations, _ execution: Execution) throws(Cancelled) -> GlobalPermutation {
        let measures = try execution.blocks(of: permutations.runs, size: 16) { runs in
            var dealt = values
            return runs.map { run in
                var generator = Xoshiro256(seed: permutations.seed, stream: UInt64(run))
                for place in values.indices { dealt[place] = values[place] }
                dealt.withUnsafeMutableBufferPointer { Self.shuffle(&$0, &generator) }
                return dealt.withUnsafeBufferPointer(measure)
            }
        }
        let (value, margin) = (observed, rounding)
        let test = PermutationTest(
            atLeast: measures.count { $0 >= value - margin }, atMost: measures.count { $0 <= value + margin }, runs: permutations.runs)
        return GlobalPermutation(test: test, mean: Moments.mean(measures), standardDeviation: Moments.standardDeviation(measures))
    }

    /// What the order of adding can change.
    private var rounding: Double {
        let largest = values.reduce(0) { max($0, abs($1)) }
        let pairs = sums.both.reduce(0, +)
        return 1e-13 * pairs * largest * (abs(product) * largest + 2 * abs(linear) + 2 * abs(square) * largest)
    }

    private static func shuffle(_ values: inout UnsafeMutableBufferPointer<Double>, _ generator: inout Xoshiro256) {
        var left = values.count
        while left > 1 {
            let other = Int(generator.below(UInt32(truncatingIfNeeded: left)))
            left &-= 1
            let last = values[left]
            values[left] = values[other]
            values[other] = last
        }
    }

    private func measure(_ z: UnsafeBufferPointer<Double>) -> Double {
        var products = 0.0
        sums.starts.withUnsafeBufferPointer { starts in
            sums.partners.withUnsafeBufferPointer { partners in
                sums.both.withUnsafeBufferPointer { both in
                    for area in 0..<z.count {
                        var lag = 0.0
                        var pair = Int(starts[area])
                        let end = Int(starts[area &+ 1])
                        while pair < end {
                            lag += both[pair] * z[Int(partners[pair])]
                            pair &+= 1
                        }
                        products += z[area] * lag
                    }
                }
            }
        }
        guard linear != 0 || square != 0 else { return product * products + constant }
        var others = 0.0
        sums.rowsAndColumns.withUnsafeBufferPointer { counts in
            for area in 0..<z.count { others += counts[area] * (linear + square * z[area]) * z[area] }
        }
        return product * products + others + constant
    }
}
