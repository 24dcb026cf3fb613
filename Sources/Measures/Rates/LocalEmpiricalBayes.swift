/// Which mean the spread around an area is measured from; programs differ.
package enum LocalMean: Sendable, Hashable {
    /// The mean around the area itself, for all its neighbours (GeoDa, pygeoda).
    case own
    /// Each neighbour's own local mean (spdep).
    case neighbours
}

/// Rates drawn to the mean of their surroundings.
package struct LocalEmpiricalBayes: Sendable, Hashable {
    /// Nil where the count or population is missing.
    package let areas: [SmoothedRate?]
    /// Rate of the area and its neighbours together; NaN where missing.
    package let means: [Double]
    /// How many areas were used, and for how many the surroundings differ no more than chance makes them, so that they got the local mean.
    package let used: Int
    package let clipped: Int

    package var smoothed: [Double] { areas.map { $0?.smoothed ?? .nan } }
}

extension Rates {
    /// Local empirical Bayes smoothing (Marshall 1991): the sums of ``empiricalBayes(_:per:)`` run over an area and its neighbours.
    ///
    /// - Parameters:
    ///   - starts: where the neighbours of each area start in `neighbours`, one more than there are areas, first 0
    ///   - neighbours: indices of areas; an area itself is always in, whether listed or not
    /// - Returns: nil without areas, for lists of different length, or for a neighbour that does not exist
    package static func localEmpiricalBayes(
        _ counts: [Double], per populations: [Double], starts: [Int32], neighbours: [Int32], mean: LocalMean = .own
    ) -> LocalEmpiricalBayes? {
        guard let input = RateInput(counts, per: populations),
            let around = Surroundings(input, starts: starts, neighbours: neighbours)
        else { return nil }
        var areas = [SmoothedRate?](repeating: nil, count: counts.count)
        var clipped = 0
        for index in input.known {
            let variance = around.variance(of: index, from: mean)
            if !(variance > 0) { clipped += 1 }
            areas[index] = SmoothedRate(raw: input.rate(index), population: populations[index], mean: around.means[index], variance: variance)
        }
        return LocalEmpiricalBayes(areas: areas, means: around.means, used: input.known.count, clipped: clipped)
    }
}

/// Sums over areas and their known neighbours.
private struct Surroundings {
    let input: RateInput
    let starts: [Int32]
    let neighbours: [Int32]
    let isKnown: [Bool]
    private(set) var means: [Double]

    init?(_ input: RateInput, starts: [Int32], neighbours: [Int32]) {
        let count = input.counts.count
        guard starts.count == count + 1, starts.first == 0, starts.last.map(Int.init) == neighbours.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), neighbours.allSatisfy({ $0 >= 0 && $0 < count })
        else { return nil }
        (self.input, self.starts, self.neighbours) = (input, starts, neighbours)
        var isKnown = [Bool](repeating: false, count: count)
        for index in input.known { isKnown[index] = true }
        self.isKnown = isKnown
        means = [Double](repeating: .nan, count: count)
        for index in input.known {
            var (events, people) = (input.counts[index], input.populations[index])
            forEachNeighbour(of: index) { other in
                events += input.counts[other]
                people += input.populations[other]
            }
            means[index] = events / people
        }
    }

    /// s² − b/P̄ over an area and its neighbours.
    func variance(of index: Int, from choice: LocalMean) -> Double {
        let own = means[index]
        var (squares, people, members) = (0.0, 0.0, 0.0)
        func add(_ other: Int) {
            let distance = input.rate(other) - (choice == .own ? own : means[other])
            squares += input.populations[other] * distance * distance
            people += input.populations[other]
            members += 1
        }
        add(index)
        forEachNeighbour(of: index, add)
        return squares / people - own / (people / members)
    }

    private func forEachNeighbour(of index: Int, _ body: (Int) -> Void) {
        for place in Int(starts[index])..<Int(starts[index + 1]) {
            let other = Int(neighbours[place])
            if other != index, isKnown[other] { body(other) }
        }
    }
}
