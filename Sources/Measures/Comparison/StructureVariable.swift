import Foundation

/// A figure about how an area is made up, on which areas are compared. Never the outcome that is studied.
package struct StructureVariable: Sendable, Hashable {
    package enum Scaling: Sendable, Hashable {
        /// Distance from the median in units of 1.4826 times the median absolute deviation.
        case robust
        /// Distance from the mean in standard deviations (n − 1).
        case standard
    }

    package enum Transform: Sendable, Hashable {
        case none
        /// For skewed figures: ln x, or ln(x − min + 0.01·range) where not all are above 0.
        case logarithm
        /// The same where the skewness is above 1, nothing elsewhere.
        case logarithmIfSkewed
    }

    /// One per area; NaN for missing.
    package let values: [Double]
    /// Above 0.
    package let weight: Double
    package let scaling: Scaling
    package let transform: Transform

    package init(_ values: [Double], weight: Double = 1, scaling: Scaling = .robust, transform: Transform = .none) {
        (self.values, self.weight, self.scaling, self.transform) = (values, weight, scaling, transform)
    }

    /// Comparable over variables; NaN for missing, 0 where nothing varies.
    package var scores: [Double] {
        let values = transformed
        let known = Distribution(values)
        guard let low = known.lowest, let high = known.highest, low < high else { return values.map { $0.isFinite ? 0 : .nan } }
        // In units of half the range, so that no square overflows.
        let unit = high / 2 - low / 2
        func part(_ value: Double) -> Double { (value / 2 - low / 2) / unit }
        let parts = known.sorted.map(part)
        let (centre, spread) = Self.centre(Distribution(parts), scaling)
        return values.map { $0.isFinite ? (part($0) - centre) / spread : .nan }
    }

    /// The values as they are compared, before standardising: as given, or their logarithms.
    package var transformed: [Double] {
        let known = Distribution(values)
        let isSkewed = transform == .logarithmIfSkewed && (Shape(values)?.skewness ?? 0) > 1
        guard transform == .logarithm || isSkewed, let low = known.lowest, let high = known.highest else { return values }
        if low > 0 { return values.map { $0.isFinite ? log($0) : .nan } }
        let floor = 0.01 * high - 0.01 * low
        return values.map { $0.isFinite && floor > 0 ? log($0 / 2 - low / 2 + floor / 2) : .nan }
    }

    private static func centre(_ values: Distribution, _ scaling: Scaling) -> (Double, Double) {
        let standard = (Moments.mean(values.sorted), Moments.standardDeviation(values.sorted))
        guard scaling == .robust, let median = values.median, let deviation = Distribution(values.sorted.map { abs($0 - median) }).median else {
            return standard
        }
        // More than half are equal: the mean distance (1.2533 times for a normal distribution) still varies.
        if deviation > 0 { return (median, 1.482602218505602 * deviation) }
        return (median, 1.2533141373155001 * Moments.mean(values.sorted.map { abs($0 - median) }))
    }
}
