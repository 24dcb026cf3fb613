/// Pairs of areas with and without a measure, and whether they are alike. Balance decides, not the number of pairs.
package struct Matching: Sendable, Hashable {
    package struct Pair: Sendable, Hashable {
        package let treated: Int
        package let control: Int
        package let distance: Double
    }

    /// Standardised mean difference of one variable: treated minus controls, in units of √((s²_t + s²_c)/2) before matching (Austin 2009).
    package struct Balance: Sendable, Hashable {
        /// NaN where a side has fewer than two known values or nothing varies.
        package let before: Double
        package let after: Double

        /// |after| at most 0.1.
        package var isGood: Bool { abs(after) <= 0.1 }
    }

    /// In order of the treated areas as given.
    package let pairs: [Pair]
    /// Treated areas for which no control was left within reach.
    package let unmatched: [Int]
    /// Per variable.
    package let balance: [Balance]
}

extension ComparableAreas {
    /// One control for each treated area, none used twice: the nearest pair of all first, then the nearest of what is left.
    ///
    /// - Parameters:
    ///   - treated: areas with the measure
    ///   - controls: areas without it; those that are also treated are left out
    ///   - reach: greatest distance of a pair
    package func match(_ treated: [Int], controls: [Int], reach: Double = .infinity) -> Matching {
        let chosen = Set(treated)
        let inside = treated.filter { (0..<count).contains($0) }
        var free = Set(controls.filter { (0..<count).contains($0) && !chosen.contains($0) }).sorted()
        let pool = free
        var pairs: [Int: Matching.Pair] = [:]
        var waiting = Set(inside).sorted().compactMap { nearestPair($0, free, reach) }
        while let next = waiting.indices.min(by: { Self.isBefore(waiting[$0], waiting[$1]) }) {
            let pair = waiting.remove(at: next)
            pairs[pair.treated] = pair
            free.removeAll { $0 == pair.control }
            waiting = waiting.compactMap { $0.control == pair.control ? nearestPair($0.treated, free, reach) : $0 }
        }
        let ordered = inside.reduce(into: [Matching.Pair]()) { list, area in
            if let pair = pairs.removeValue(forKey: area) { list.append(pair) }
        }
        let matched = Set(ordered.map(\.treated))
        let balance = weights.indices.map { variable in
            self.balance(variable, inside, pool, ordered.map(\.treated), ordered.map(\.control))
        }
        return Matching(pairs: ordered, unmatched: treated.filter { !matched.contains($0) }, balance: balance)
    }

    private static func isBefore(_ one: Matching.Pair, _ other: Matching.Pair) -> Bool {
        (one.distance, one.treated, one.control) < (other.distance, other.treated, other.control)
    }

    private func nearestPair(_ treated: Int, _ controls: [Int], _ reach: Double) -> Matching.Pair? {
        var best: Matching.Pair?
        for control in controls {
            let distance = self.distance(treated, control)
            if distance <= reach, distance < best?.distance ?? .infinity { best = Matching.Pair(treated: treated, control: control, distance: distance) }
        }
        return best
    }

    private func balance(_ variable: Int, _ treated: [Int], _ pool: [Int], _ matched: [Int], _ controls: [Int]) -> Matching.Balance {
        func values(_ areas: [Int]) -> [Double] { areas.map { scores[variable * count + $0] }.filter(\.isFinite) }
        let (all, others) = (values(treated), values(pool))
        let spread = ((Moments.variance(all) + Moments.variance(others)) / 2).squareRoot()
        func difference(_ one: [Double], _ other: [Double]) -> Double { spread > 0 ? (Moments.mean(one) - Moments.mean(other)) / spread : .nan }
        return Matching.Balance(before: difference(all, others), after: difference(values(matched), values(controls)))
    }
}
