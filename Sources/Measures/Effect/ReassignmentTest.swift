/// Chance of an effect this large if the pilot had been given to other areas (Fisher's randomisation test).
package struct ReassignmentTest: Sendable, Hashable {
    /// An area that had no pilot, and the effect found when treated as if it had.
    package struct Placebo: Sendable, Hashable {
        package let unit: Int
        package let effect: Double
    }

    /// Place of the true effect by size, 1 is the largest; ties count against it.
    package let rank: Int
    /// Number of reassignments, the true one included.
    package let count: Int
    /// The lowest p that any effect could have reached.
    package let smallestP: Double
    /// All comparison areas one by one; empty with several treated areas.
    package let placebos: [Placebo]
    /// Whether reassignments were drawn, not all tried.
    package let isDrawn: Bool
    /// Fewer than 19 areas to compare with.
    package let hasFewComparisons: Bool

    /// rank / count
    package var p: Double { Double(rank) / Double(count) }
    /// False: no effect, however large, can reach p = 0.05. To be said before the start.
    package var canReachFivePercent: Bool { smallestP <= 0.05 }

    /// With one treated area, fewer comparison areas than this never reach p = 0.05.
    package static let enoughComparisons = 19
    /// Up to this many reassignments all are tried.
    static let mostTried = 20_000

    /// - Parameters:
    ///   - changes: a number for each area, those of the treated first
    ///   - treated: how many are treated, at least 1 and less than all
    ///   - units: row numbers of the other areas
    init(_ changes: [Double], treated: Int, units: [Int], draws: Int, seed: UInt64) {
        let middle = Moments.mean(changes)
        let centred = changes.map { $0 - middle }
        let others = changes.count - treated
        // With changes around their mean, an effect is the sum over the chosen areas times this.
        let factor = 1 / Double(treated) + 1 / Double(others)
        let own = abs(centred.prefix(treated).reduce(0, +))
        // Sums in another order differ in the last digits; such effects are equal.
        let bound = own - 1e-9 * max(own, centred.reduce(0) { max($0, abs($1)) } * 1e-3)
        hasFewComparisons = others < Self.enoughComparisons
        placebos = treated == 1 ? zip(units, centred.dropFirst()).map { Placebo(unit: $0, effect: $1 * factor) } : []
        if let all = Self.choices(of: treated, from: changes.count) {
            rank = Self.countAll(centred, treated, bound)
            count = all
            isDrawn = false
            // The areas not chosen give the same effect with the other sign.
            smallestP = Double(treated == others ? 2 : 1) / Double(all)
        } else {
            let draws = max(1, draws)
            rank = 1 + Self.countDrawn(centred, treated, bound, draws, seed)
            count = draws + 1
            isDrawn = true
            smallestP = 1 / Double(count)
        }
    }

    /// Number of ways to choose, nil above ``mostTried``.
    static func choices(of chosen: Int, from all: Int) -> Int? {
        var product = 1
        for step in 0..<min(chosen, all - chosen) {
            product = product * (all - step) / (step + 1)
            if product > mostTried { return nil }
        }
        return product
    }

    /// How many choices, the true one included, reach the bound. Walks through all in the order of a counter.
    private static func countAll(_ values: [Double], _ chosen: Int, _ bound: Double) -> Int {
        var places = Array(0..<chosen)
        var found = 0
        while true {
            var sum = 0.0
            for place in places { sum += values[place] }
            if abs(sum) >= bound { found += 1 }
            guard let turn = places.indices.last(where: { places[$0] < values.count - chosen + $0 }) else { return found }
            places[turn] += 1
            for later in turn + 1..<max(turn + 1, chosen) { places[later] = places[later - 1] + 1 }
        }
    }

    private static func countDrawn(_ values: [Double], _ chosen: Int, _ bound: Double, _ draws: Int, _ seed: UInt64) -> Int {
        var random = Xoshiro256(seed: seed)
        var values = values
        var found = 0
        for _ in 0..<draws {
            var sum = 0.0
            for place in 0..<chosen {
                values.swapAt(place, place + Int(random.below(UInt32(truncatingIfNeeded: values.count - place))))
                sum += values[place]
            }
            if abs(sum) >= bound { found += 1 }
        }
        return found
    }
}
