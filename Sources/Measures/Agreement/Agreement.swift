/// Whether two or more people who coded the same statements mean the same by their codes.
package enum Agreement {
    /// Cohen's κ (1960): agreement beyond what the coders' own habits would give by chance.
    package struct Kappa: Sendable, Hashable {
        /// 1 for full agreement, 0 for no more than chance.
        package let value: Double
        package let observed: Double
        package let expected: Double
        /// Large-sample interval with Cohen's standard error.
        package let interval: ClosedRange<Double>
        /// How many units were used.
        package let used: Double
    }

    /// Krippendorff's α for names (2011): any number of coders, gaps allowed.
    package struct Alpha: Sendable, Hashable {
        /// 1 for full agreement, 0 for no more than chance.
        package let value: Double
        package let observedDisagreement: Double
        package let expectedDisagreement: Double
        /// Units with at least two codes, and the codes in them.
        package let units: Int
        package let codes: Int
    }

    /// - Parameter table: how often the first coder gave the row's code and the second the column's; square
    /// - Returns: nil for a table that is not square, holds no counts, or where both always give one and the same code
    package static func cohensKappa(_ table: [[Double]], _ confidence: Confidence = .percent95) -> Kappa? {
        guard !table.isEmpty, table.allSatisfy({ $0.count == table.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } }) else { return nil }
        let rows = table.map { $0.reduce(0, +) }
        let columns = table.indices.map { column in table.reduce(0) { $0 + $1[column] } }
        let total = rows.reduce(0, +)
        guard total > 0, total.isFinite else { return nil }
        let observed = table.indices.reduce(0) { $0 + table[$1][$1] / total }
        let expected = table.indices.reduce(0) { $0 + rows[$1] / total * (columns[$1] / total) }
        guard expected < 1 else { return nil }
        let value = (observed - expected) / (1 - expected)
        let reach = confidence.z * (max(0, observed * (1 - observed)) / total).squareRoot() / (1 - expected)
        guard let interval = ClosedRange(from: max(-1, value - reach), to: min(1, value + reach)) else { return nil }
        return Kappa(value: value, observed: observed, expected: expected, interval: interval.hull(with: value...value), used: total)
    }

    /// - Parameters:
    ///   - first: one code per unit; nil where this coder gave none
    ///   - second: of the same units
    package static func cohensKappa<Code: Hashable & Comparable>(_ first: [Code?], _ second: [Code?]) -> Kappa? {
        guard first.count == second.count else { return nil }
        let pairs = zip(first, second).compactMap { one, other in one.flatMap { one in other.map { (one, $0) } } }
        let codes = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        var table = [[Double]](repeating: [Double](repeating: 0, count: codes.count), count: codes.count)
        for (one, other) in pairs { table[places[one] ?? 0][places[other] ?? 0] += 1 }
        return cohensKappa(table)
    }

    /// - Parameter units: per unit the codes it got, one place per coder; nil where a coder gave none
    /// - Returns: nil where no unit has two codes or only one code is ever given
    package static func krippendorffsAlpha<Code: Hashable>(_ units: [[Code?]]) -> Alpha? {
        let counted = CountedUnits(units)
        return counted.alpha(of: counted.disagreements.indices)
    }

    /// Units with two codes or more, each with what it adds to the sums of α.
    private struct CountedUnits {
        /// Whole numbers until the division, so that the order of codes does not show.
        private(set) var disagreements: [Double] = []
        /// How often each unit has each code, unit by unit.
        private var counts: [Double] = []
        private let codes: Int

        init<Code: Hashable>(_ units: [[Code?]]) {
            var places: [Code: Int] = [:]
            for code in units.joined() { if let code, places[code] == nil { places[code] = places.count } }
            codes = places.count
            for unit in units.map({ $0.compactMap { $0.flatMap { places[$0] } } }) where unit.count > 1 {
                var given = [Double](repeating: 0, count: codes)
                for place in unit { given[place] += 1 }
                let members = Double(unit.count)
                disagreements.append(given.reduce(0) { $0 + $1 * (members - $1) } / (members - 1))
                counts += given
            }
        }

        /// - Parameter drawn: places of units; one can come more than once
        func alpha(of drawn: some Collection<Int>) -> Alpha? {
            var totals = [Double](repeating: 0, count: codes), observed = 0.0
            for unit in drawn {
                observed += disagreements[unit]
                for code in 0..<codes { totals[code] += counts[unit * codes + code] }
            }
            let count = totals.reduce(0, +)
            guard count > 1 else { return nil }
            let expected = totals.reduce(0) { $0 + $1 * (count - $1) } / (count - 1)
            guard expected > 0 else { return nil }
            return Alpha(
                value: 1 - observed / expected, observedDisagreement: observed / count, expectedDisagreement: expected / count, units: drawn.count,
                codes: Int(count))
        }
    }

    /// Percentile interval of Krippendorff's α: units drawn again with replacement.
    ///
    /// - Parameters:
    ///   - units: as for ``krippendorffsAlpha(_:)``
    ///   - seed: the same seed gives the same interval
    /// - Returns: nil where α cannot be told, or in fewer than half of the draws
    package static func alphaInterval<Code: Hashable>(
        _ units: [[Code?]], seed: UInt64, draws: Int = 1000, _ confidence: Confidence = .percent95
    ) -> ClosedRange<Double>? {
        let counted = CountedUnits(units), size = counted.disagreements.count
        guard draws > 0, counted.alpha(of: 0..<size) != nil else { return nil }
        var chance = Xoshiro256(seed: seed, stream: 0), values: [Double] = [], drawn = [Int](repeating: 0, count: size)
        for _ in 0..<draws {
            for place in drawn.indices { drawn[place] = Int.random(in: 0..<size, using: &chance) }
            if let alpha = counted.alpha(of: drawn) { values.append(alpha.value) }
        }
        guard values.count * 2 >= draws else { return nil }
        values.sort()
        let tail = (1 - confidence.level) / 2, last = Double(values.count - 1)
        return ClosedRange(from: values[Int((tail * last).rounded(.down))], to: values[Int(((1 - tail) * last).rounded(.up))])
    }
}
