import Foundation

/// Shape of a distribution, as spreadsheets print it.
package struct Shape: Sendable, Hashable {
    /// Adjusted skewness G1 and excess kurtosis G2 (Joanes and Gill 1998).
    package let skewness: Double
    package let kurtosis: Double

    /// - Returns: nil for fewer than four known values or values that are all equal
    package init?(_ values: some Sequence<Double>) {
        let distribution = Distribution(values)
        guard distribution.count > 3, let low = distribution.lowest, let high = distribution.highest, low < high else { return nil }
        // Halves and a scale of 1, so that no power overflows.
        let scale = high / 2 - low / 2
        let scaled = distribution.sorted.map { ($0 / 2 - low / 2) / scale }
        let (count, mean) = (Double(scaled.count), Moments.mean(scaled))
        func moment(_ power: Int) -> Double {
            scaled.reduce(0) { sum, value in sum + (0..<power).reduce(1.0) { product, _ in product * (value - mean) } } / count
        }
        let second = moment(2)
        let g1 = moment(3) / (second * second.squareRoot())
        let g2 = moment(4) / (second * second) - 3
        skewness = g1 * (count * (count - 1)).squareRoot() / (count - 2)
        kurtosis = (count - 1) / ((count - 2) * (count - 3)) * ((count + 1) * g2 + 6)
        guard skewness.isFinite, kurtosis.isFinite else { return nil }
    }

    /// Whether a few values would decide a scale made from these: |skewness| above 2 and kurtosis above 3.5.
    package var isExtreme: Bool { abs(skewness) > 2 && kurtosis > 3.5 }
}

/// An indicator after its extreme values were dealt with (OECD and JRC, Handbook on constructing composite indicators, 2008).
package struct OutlierTreatment: Sendable, Hashable {
    package enum Action: Sendable, Hashable {
        case none
        /// So many values were moved to the next one.
        case winsorised(highest: Int, lowest: Int)
        /// ln(x − min + 0.01·range) of the original values.
        case logarithm
    }

    /// Most values that are moved before the logarithm is taken.
    package static let mostMoved = 5

    /// NaN where missing.
    package let values: [Double]
    package let action: Action
    /// Nil for fewer than four values or no spread.
    package let before: Shape?
    package let after: Shape?

    package init(_ original: [Double]) {
        before = Shape(original)
        var treated = original.map { $0.isFinite ? $0 : .nan }
        var (highest, lowest) = (0, 0)
        let ascending = treated.indices.filter { !treated[$0].isNaN }.sorted { (treated[$0], $0) < (treated[$1], $1) }
        var shape = before
        while let now = shape, now.isExtreme, highest + lowest < Self.mostMoved {
            if now.skewness > 0 {
                highest += 1
                let held = original[ascending[ascending.count - 1 - highest]]
                for index in ascending.suffix(highest) { treated[index] = held }
            } else {
                lowest += 1
                let held = original[ascending[lowest]]
                for index in ascending.prefix(lowest) { treated[index] = held }
            }
            shape = Shape(treated)
        }
        if let shape, shape.isExtreme, let low = ascending.first.map({ original[$0] }), let high = ascending.last.map({ original[$0] }) {
            let floor = 0.01 * high - 0.01 * low
            values = original.map { $0.isFinite ? log(($0 / 2 - low / 2) * 2 + floor) : .nan }
            action = .logarithm
            after = Shape(values)
        } else {
            values = treated
            action = highest + lowest > 0 ? .winsorised(highest: highest, lowest: lowest) : .none
            after = shape
        }
    }
}
