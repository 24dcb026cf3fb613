/// Classes for a map or a legend, each closed at its upper bound: a value equal to a bound belongs to the class below it.
///
/// Equal values are never in different classes. The outer classes are open: what lies beyond the given values belongs to the nearest class.
package struct Classification: Sendable, Hashable {
    package enum Method: Sendable, Hashable {
        case fisherJenks, quantiles, equalIntervals, fixed
    }

    /// No map can be read with more, and the time and memory of an answer stay bounded.
    package static let mostClasses = 32

    package let method: Method
    /// Upper bound per class, lowest class first; empty where there are no values.
    package let upperBounds: [Double]
    /// Values per class.
    package let counts: [Int]
    /// The lowest value used, nil where there are none.
    package let lowest: Double?
    /// How many values were used, and how many were missing.
    package let used: Int
    package let missing: Int
    /// Where given, every value is rounded to this many decimals before it is classified: a reader sees 67 % in the class '67 to 73 %'.
    package let decimals: Int?
    /// Sum of squared distances of the values to the mean of their class (SSW).
    package let squaresWithin: Double
    /// Goodness of variance fit 1 − SSW/SST, 0 to 1; 1 where all values are equal.
    package let fit: Double

    /// The class of a value, from 0; nil where the value is missing or there are no classes.
    package func classify(_ value: Double) -> Int? {
        guard value.isFinite, !upperBounds.isEmpty else { return nil }
        let seen = decimals.map { Rounding.visible(value, decimals: $0) } ?? value
        return min(upperBounds.firstIndex(atLeast: seen), upperBounds.count - 1)
    }

    /// The exact optimum of Fisher and Jenks.
    ///
    /// - Parameters:
    ///   - classes: 1 to ``mostClasses``; fewer distinct values give fewer classes
    ///   - decimals: classify what the reader sees, see ``decimals``
    package static func fisherJenks(_ values: Distribution, classes: Int, decimals: Int? = nil) -> Classification {
        let seen = values.seen(decimals)
        let (distinct, repeats) = seen.runs
        guard !distinct.isEmpty else { return Classification(.fisherJenks, bounds: [], of: seen, decimals: decimals) }
        let scale = Scale(seen.sorted)
        let jenks = FisherJenks(values: distinct.map { scale($0) }, repeats: repeats)
        let ends = jenks.ends(classes: min(distinct.count, limited(classes)))
        return Classification(.fisherJenks, bounds: ends.map { distinct[$0 - 1] }, of: seen, decimals: decimals)
    }

    /// Classes with as equal a number of values as ties allow: bounds at the type 7 quantiles, moved to the value at or below them.
    package static func quantiles(_ values: Distribution, classes: Int, decimals: Int? = nil) -> Classification {
        let seen = values.seen(decimals)
        let wanted = limited(classes)
        let bounds = (1...wanted).compactMap { step -> Double? in
            guard let quantile = step == wanted ? seen.highest : seen.quantile(Double(step) / Double(wanted)) else { return nil }
            return seen.sorted[max(0, seen.sorted.firstIndex(above: quantile) - 1)]
        }
        return Classification(.quantiles, bounds: bounds, of: seen, decimals: decimals)
    }

    /// Classes of equal width from the lowest to the highest value; a class can be empty.
    package static func equalIntervals(_ values: Distribution, classes: Int, decimals: Int? = nil) -> Classification {
        let seen = values.seen(decimals)
        guard let lowest = seen.lowest, let highest = seen.highest else {
            return Classification(.equalIntervals, bounds: [], of: seen, decimals: decimals)
        }
        let wanted = min(limited(classes), seen.runs.values.count)
        let bounds = (1...wanted).map { step in
            let part = Double(step) / Double(wanted)
            return step == wanted ? highest : lowest * (1 - part) + highest * part
        }
        return Classification(.equalIntervals, bounds: bounds, of: seen, decimals: decimals)
    }

    /// Classes at given upper bounds, the same for every municipality and year; the last class is open.
    ///
    /// - Parameter upperBounds: in any order; equal ones, after rounding too, become one; what is not a finite number is left out
    package static func fixed(upperBounds: [Double], _ values: Distribution, decimals: Int? = nil) -> Classification {
        let seen = values.seen(decimals)
        return Classification(.fixed, bounds: Array(upperBounds.filter(\.isFinite).sorted().prefix(mostClasses)), of: seen, decimals: decimals)
    }

    /// The same classes at bounds a reader can read, over the values as a reader sees them. Bounds that become equal become one.
    package func roundedBreaks(decimals: Int, over values: Distribution) -> Classification {
        let seen = values.seen(decimals)
        return Classification(method, bounds: upperBounds, of: seen, decimals: decimals)
    }

    /// - Parameters:
    ///   - bounds: lowest first
    ///   - seen: the values, rounded already where decimals are given
    private init(_ method: Method, bounds: [Double], of seen: Distribution, decimals: Int?) {
        self.method = method
        self.decimals = decimals.map { min(max($0, 0), 9) }
        (used, missing, lowest) = (seen.count, seen.missing, seen.lowest)
        var upperBounds: [Double] = []
        for bound in bounds {
            let visible = decimals.map { Rounding.visible(bound, decimals: $0) } ?? bound + 0
            if upperBounds.last.map({ $0 < visible }) ?? true { upperBounds.append(visible) }
        }
        self.upperBounds = upperBounds
        let scale = Scale(seen.sorted)
        var counts: [Int] = []
        var within = 0.0
        var start = 0
        for (index, bound) in upperBounds.enumerated() {
            let end = index == upperBounds.count - 1 ? seen.count : seen.sorted.firstIndex(above: bound)
            counts.append(end - start)
            within += scale.squares(seen.sorted[start..<end])
            start = end
        }
        self.counts = counts
        let total = scale.squares(seen.sorted[...])
        squaresWithin = scale.squared(within)
        fit = total > 0 ? 1 - within / total : 1
    }

    private static func limited(_ classes: Int) -> Int { min(max(1, classes), mostClasses) }
}

/// One class as a legend shows it.
package struct ClassRange: Sendable, Hashable {
    /// Where decimals are given the first value a reader can see in the class, else the upper bound of the class below it.
    package let lower: Double
    /// Belongs to the class.
    package let upper: Double
    /// Whether the lower end belongs to the class.
    package let holdsLower: Bool
    /// Values in the class.
    package let count: Int
}

extension Classification {
    /// The classes as a legend shows them: with 0 decimals '60 to 66', '67 to 73'.
    package var ranges: [ClassRange] {
        upperBounds.indices.map { index in
            let upper = upperBounds[index]
            guard index > 0 else { return ClassRange(lower: min(lowest ?? upper, upper), upper: upper, holdsLower: true, count: counts[index]) }
            let below = upperBounds[index - 1]
            guard let decimals else { return ClassRange(lower: below, upper: upper, holdsLower: false, count: counts[index]) }
            let next = Rounding.visible(below + Rounding.step(decimals: decimals), decimals: decimals)
            return ClassRange(lower: min(next, upper), upper: upper, holdsLower: true, count: counts[index])
        }
    }
}

extension Distribution {
    /// Rounded where decimals are given.
    func seen(_ decimals: Int?) -> Distribution { decimals.map { rounded(decimals: $0) } ?? self }

    /// The distinct values, lowest first, and how often each occurs.
    var runs: (values: [Double], repeats: [Int]) {
        var values: [Double] = []
        var repeats: [Int] = []
        for value in sorted {
            if let last = values.last, last == value {
                repeats[repeats.count - 1] += 1
            } else {
                values.append(value)
                repeats.append(1)
            }
        }
        return (values, repeats)
    }
}
