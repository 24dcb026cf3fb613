import Foundation

/// The values of many areas, sorted once, ready for quantiles, places, classes and a strip plot.
///
/// What is not a finite number counts as missing and enters nothing; ``count`` says how many values were used.
package struct Distribution: Sendable, Hashable {
    /// The known values, lowest first.
    package let sorted: [Double]
    /// How many values were missing.
    package let missing: Int
    /// Every 64th value: a search that starts here touches a few lines of memory instead of one for each halving.
    private let marks: [Double]

    /// The different values and where each starts in `sorted`, with the end behind them; empty where most values differ.
    ///
    /// Rounded figures have few: a percentage of fourteen thousand areas is one of a hundred numbers, found in a handful of steps.
    private let distinct: [Double]
    private let starts: [Int]

    private static let stride = 64

    /// - Parameter values: NaN and infinities count as missing
    package init(_ values: some Sequence<Double>) {
        var known: [Double] = []
        known.reserveCapacity(values.underestimatedCount)
        var missing = 0
        for value in values {
            // Adding 0 turns −0 into 0, so that equal values are the same value.
            if value.isFinite { known.append(value + 0) } else { missing += 1 }
        }
        known.sort()
        self.init(sorted: known, missing: missing)
    }

    /// - Parameter values: nil, NaN and infinities count as missing
    package init(optional values: some Sequence<Double?>) {
        self.init(values.lazy.map { $0 ?? .nan })
    }

    /// How many values are known.
    package var count: Int { sorted.count }
    package var isEmpty: Bool { sorted.isEmpty }
    package var lowest: Double? { sorted.first }
    package var highest: Double? { sorted.last }
    package var median: Double? { quantile(0.5) }

    /// The value below which a part of the values lies: type 7 of Hyndman and Fan, linear between neighbours, as R and NumPy have it.
    ///
    /// - Parameter part: 0 to 1; outside it the lowest or highest value
    /// - Returns: nil where there are no values or the part is not a number
    package func quantile(_ part: Double) -> Double? {
        guard let last = sorted.indices.last, !part.isNaN else { return nil }
        let place = Double(last) * min(max(part, 0), 1)
        let index = min(Int(place), last)
        let (low, high) = (sorted[index], sorted[min(index + 1, last)])
        let weight = place - Double(index)
        let value = low + weight * (high - low)
        return value.isFinite ? value : low * (1 - weight) + high * weight
    }

    /// Where a value stands among these. Equal values are neither lower nor higher.
    ///
    /// - Returns: nil where there are no values or this one is missing
    package func standing(of value: Double) -> Standing? {
        guard value.isFinite, !isEmpty else { return nil }
        if !distinct.isEmpty {
            let index = distinct.firstIndex(atLeast: value)
            let isKnown = index < distinct.count && distinct[index] == value
            let notHigher = isKnown ? starts[index + 1] : starts[index]
            return Standing(lower: starts[index], equal: notHigher - starts[index], higher: count - notHigher)
        }
        let mark = marks.firstIndex(atLeast: value)
        let lower = sorted[max(0, (mark - 1) * Self.stride)..<min(count, mark * Self.stride)].firstIndex(atLeast: value)
        // Few are equal to a value, so the last of them is near.
        var step = 1
        while lower + step < count && sorted[lower + step] <= value { step *= 2 }
        let notHigher = sorted[lower..<min(count, lower + step)].firstIndex(above: value)
        return Standing(lower: lower, equal: notHigher - lower, higher: count - notHigher)
    }

    /// The same values as a reader sees them.
    package func rounded(decimals: Int) -> Distribution {
        Distribution(sorted: sorted.map { Rounding.visible($0, decimals: decimals) }, missing: missing)
    }

    /// Rounding keeps the order, so the values stay sorted.
    private init(sorted: [Double], missing: Int) {
        self.sorted = sorted
        self.missing = missing
        self.marks = Swift.stride(from: 0, to: sorted.count, by: Self.stride).map { sorted[$0] }
        let starts = sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }
        let isRounded = starts.count * 8 <= sorted.count
        self.distinct = isRounded ? starts.map { sorted[$0] } : []
        self.starts = isRounded ? starts + [sorted.count] : []
    }
}

/// Where a value stands among others.
package struct Standing: Sendable, Hashable {
    /// The words a reader gets, from 60 % of the areas on one side.
    package enum Side: Sendable, Hashable {
        case higherThanMost, lowerThanMost, aroundTheMiddle
    }

    /// How many are strictly lower, equal (an area itself among them), and strictly higher.
    package let lower: Int
    package let equal: Int
    package let higher: Int

    package var count: Int { lower + equal + higher }
    /// Percentage of all values that is strictly lower.
    package var percentLower: Double { 100 * Double(lower) / Double(max(1, count)) }
    /// Percentage of all values that is equal.
    package var percentEqual: Double { 100 * Double(equal) / Double(max(1, count)) }
    /// Percentage of all values that is strictly higher.
    package var percentHigher: Double { 100 * Double(higher) / Double(max(1, count)) }

    package var side: Side {
        if lower * 10 >= count * 6 { return .higherThanMost }
        return higher * 10 >= count * 6 ? .lowerThanMost : .aroundTheMiddle
    }
}

/// Rounding as numbers are printed.
enum Rounding {
    /// The number that is printed with this many decimals: halves go away from zero, as CBS publishes.
    ///
    /// Division by a power of ten gives the very number that the printed digits mean.
    static func visible(_ value: Double, decimals: Int) -> Double {
        let scale = pow(10, Double(min(max(decimals, 0), 9)))
        let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e15 else { return value }
        return (value < 0 ? -scaled : scaled) / scale + 0
    }

    /// One unit of the last printed decimal.
    static func step(decimals: Int) -> Double { 1 / pow(10, Double(min(max(decimals, 0), 9))) }
}

extension RandomAccessCollection<Double> where Index == Int {
    /// Index of the first element that is not below the value, in a sorted collection; the end index where there is none.
    func firstIndex(atLeast value: Double) -> Int { partition { $0 < value } }

    /// Index of the first element above the value, in a sorted collection; the end index where there is none.
    func firstIndex(above value: Double) -> Int { partition { $0 <= value } }

    private func partition(_ isBefore: (Double) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
